## Overview

dashboard-greeting = Guten Tag, { $name }
dashboard-lead = Was als Nächstes ansteht.
dashboard-needs = Braucht Aufmerksamkeit
dashboard-calm = Alles erledigt.
dashboard-next = Als Nächstes
dashboard-all-events =
    { $count ->
        [one] Eine Veranstaltung ansehen
       *[other] Alle { $count } Veranstaltungen ansehen
    }
need-mails-failed =
    { $count ->
        [one] { $event }: Eine E-Mail wurde nicht zugestellt
       *[other] { $event }: { $count } E-Mails wurden nicht zugestellt
    }
need-guests = { $event }: Gäste auf die Liste setzen
need-publish = { $event }: Veranstaltung veröffentlichen
need-invite =
    { $count ->
        [one] { $event }: Einen Gast einladen
       *[other] { $event }: { $count } Gäste einladen
    }
need-full = { $event }: Alle Plätze sind vergeben

## List

events-empty-title = Noch keine Veranstaltung
events-empty-text = Titel und Termin genügen für den Anfang. Alles andere lässt sich später ergänzen.
events-empty-wait = Sobald es eine gibt, die Sie betrifft, steht sie hier.
event-new = Neue Veranstaltung
event-answers-label = Stand der Antworten
event-answers = { $yes } zugesagt, { $no } abgesagt, { $open } offen
stage-draft = Entwurf
stage-published = Veröffentlicht
stage-closed = Geschlossen
stage-past = Vorbei
stage-cancelled = Abgesagt
stage-archived = Im Archiv
events-lists = Listen der Veranstaltungen
events-here = Aktuell
events-away = Archiv
events-all-away = Alle Veranstaltungen sind im Archiv.

## Creating and changing

event-new-lead = Zuerst entsteht ein Entwurf, den nur Ihr Team sieht. Ändern können Sie alles auch später.
event-new-defaults = Antworten sind bis zum Beginn möglich, wenn Sie nichts anderes angeben. Die Daten der Gäste werden 30 Tage nach dem Ende gelöscht.
event-new-from = Nach dem Vorbild von { $event }. Bitte prüfen Sie den Termin; alles andere ist übernommen, auch der Text der Einladung.
event-create = Entwurf anlegen
event-answer-time = Antwortzeit
event-opens = Antworten ab
event-opens-hint = Ohne Angabe, sobald die Veranstaltung veröffentlicht ist.
event-answer-until-hint = Ohne Angabe bis zum Beginn.
event-title = Titel
event-when = Wann
event-starts = Beginn
event-ends = Ende
event-zone = Zeitzone
event-place = Ort
event-admission = Wer kann teilnehmen?
admission-invitation = Nur mit Einladung
admission-invitation-hint = Antworten kann, wer einen persönlichen Link bekommen hat.
admission-open = Offen für alle
admission-open-hint = Auf der Seite der Veranstaltung kann sich jede Person anmelden.
event-capacity = Plätze
event-capacity-hint = Begleitpersonen zählen mit. Ohne Zahl gibt es keine Grenze.
event-companions = Begleitpersonen je Gast
event-companions-hint = Von 0 (niemand) bis 20.
event-description = Beschreibung
event-description-hint = Eine Leerzeile beginnt einen neuen Absatz. **fett**, *kursiv* und Listen mit „- “ sind möglich.

## One event

event-tabs-label = Bereiche der Veranstaltung
event-tab-overview = Überblick
event-tab-guests = Gäste
event-tab-import = Import
event-tab-invitation = E-Mails
event-tab-page = Seite
event-tab-edit = Bearbeiten
event-done-publish = Veröffentlicht. Die Seite der Veranstaltung ist jetzt öffentlich.
event-done-close = Geschlossen. Neue Antworten werden nicht mehr angenommen.
event-done-reopen = Wieder geöffnet. Antworten sind wieder möglich.
event-done-cancel = Die Veranstaltung ist abgesagt.
event-done-archive = Im Archiv. Sie finden die Veranstaltung dort wieder.
event-done-unarchive = Aus dem Archiv geholt.
event-publish = Veranstaltung veröffentlichen
event-next = Nächste Schritte
step-plan = Veranstaltung planen
step-guests = Gäste auf die Liste setzen
step-guests-do = Gästeliste importieren
step-publish = Veröffentlichen
step-invite = Einladungen senden
step-invite-do = Einladung schreiben und senden
event-facts = Eckdaten
event-no-limit = Ohne Grenze
event-answer-until = Antworten bis
event-delete-on = Gästedaten werden gelöscht nach
event-link = Adresse der Veranstaltungsseite
event-link-open = Veranstaltungsseite öffnen
event-link-when-published = Die öffentliche Adresse sehen Sie hier, sobald die Veranstaltung veröffentlicht ist.
figures-label = Zahlen der Veranstaltung
figure-invited = Eingeladen
figure-places = Plätze vergeben
mails-failed =
    { $count ->
        [one] Eine E-Mail wurde nicht zugestellt. Bitte prüfen Sie die Adresse in der Gästeliste.
       *[other] { $count } E-Mails wurden nicht zugestellt. Bitte prüfen Sie die Adressen in der Gästeliste.
    }
mails-waiting =
    { $count ->
        [one] Eine E-Mail wird gerade verschickt.
       *[other] { $count } E-Mails werden gerade verschickt.
    }

## An event as a whole

event-steering = Veranstaltung steuern
event-publish-text = Die Seite wird öffentlich. Gäste können Sie auch danach auf die Liste setzen.
event-close = Antworten schließen
event-close-text = Niemand kann mehr zusagen. Gäste können ihre Zusage weiterhin zurücknehmen.
event-reopen = Antworten wieder öffnen
event-reopen-text = Gäste können wieder antworten, bis die Frist endet.
event-cancel = Veranstaltung absagen
event-cancel-text = Die Veranstaltung findet nicht statt. Vorher sehen Sie, was das bedeutet.
event-archive = Ins Archiv legen
event-archive-text = Sie steht dann nicht mehr in der Liste. Gelöscht wird dadurch nichts.
event-unarchive = Aus dem Archiv holen
event-unarchive-text = Sie steht dann wieder in der Liste.
event-duplicate = Neue Veranstaltung danach
event-duplicate-text = Eine neue Veranstaltung nach diesem Vorbild, ohne Gäste.
cancel-title = { $event } absagen
cancel-final = Eine Absage lässt sich nicht zurücknehmen
cancel-final-text = Soll nur der Termin ein anderer werden, ändern Sie stattdessen Beginn und Ende.
cancel-what = Was dann geschieht
cancel-page = Auf der Seite der Veranstaltung steht, dass sie abgesagt ist.
cancel-accepted =
    { $count ->
        [0] Niemand hat bisher zugesagt.
        [one] Ein Gast hat zugesagt und kann nichts mehr ändern.
       *[other] { $count } Gäste haben zugesagt und können nichts mehr ändern.
    }
cancel-open =
    { $count ->
        [0] Keine Einladung ist offen.
        [one] Ein eingeladener Gast kann nicht mehr antworten.
       *[other] { $count } eingeladene Gäste können nicht mehr antworten.
    }
cancel-mails = Benachrichtigt werden die Gäste erst, wenn Sie im nächsten Schritt eine E-Mail senden.
cancel-do = Veranstaltung absagen
cancel-not = Nicht absagen
cancel-not-now = Diese Veranstaltung kann nicht abgesagt werden: Sie ist ein Entwurf, vorbei, im Archiv oder schon abgesagt.

## The page of an event

page-draft = So sehen Gäste die Seite, sobald die Veranstaltung veröffentlicht ist.
page-texts = Worum es geht
page-texts-empty = Noch kein Text. Zwei, drei Sätze genügen.
page-texts-edit = Texte bearbeiten
page-preview = Vorschau
page-markdown = Leerzeile: neuer Absatz. **fett**, *kursiv*, „- “ für Listen, [Text](https://…) für Links.
page-english = Auf Englisch
page-english-hint = Wer die Seite auf Englisch liest, sieht diese Fassung. Was fehlt, erscheint wie oben.
page-in-english = Dasselbe auf Englisch
page-title-en = Titel auf Englisch
page-place-en = Ort auf Englisch
page-description-en = Beschreibung auf Englisch
page-time = Uhrzeit
page-agenda = Ablauf
page-agenda-empty = Noch kein Ablauf. Er erscheint auf der Seite, sobald ein Punkt darin steht.
page-agenda-add = Programmpunkt hinzufügen
page-agenda-change = Programmpunkt bearbeiten
page-agenda-heading = Was geschieht
page-agenda-more = Mehr dazu
page-people = Mitwirkende
page-people-empty = Noch niemand. Wer spricht, spielt oder begrüßt, kann hier stehen.
page-people-add = Person hinzufügen
page-people-change = Person bearbeiten
page-people-heading = Funktion
page-people-more = Über die Person
page-questions = Fragen und Antworten
page-questions-empty = Noch keine Fragen. Anreise, Kleidung und Begleitung werden oft gefragt.
page-questions-add = Frage hinzufügen
page-questions-change = Frage bearbeiten
page-questions-heading = Frage
page-questions-more = Antwort
page-item-edit = Bearbeiten
page-item-up = { $name } nach oben
page-item-down = { $name } nach unten
page-item-remove = Löschen
page-contact = Kontakt
page-contact-empty = Noch kein Kontakt. Gäste wissen dann nicht, wen sie fragen können.
page-contact-edit = Kontakt bearbeiten
page-colour = Farbe
page-colour-none = Die Seite hat die Farbe von Einlass.
page-colour-is = Die Seite hat Ihre Farbe { $colour }. Wo man sie nicht lesen könnte, wird sie heller oder dunkler.
page-colour-edit = Farbe ändern
page-colour-hint = Zum Beispiel #0a6052. Leer für die Farbe von Einlass.

# Warteliste

event-waiting-list = Warteliste
event-waiting-list-none = Keine
event-waiting-list-hint = Sind alle Plätze vergeben, können sich Gäste anstellen. Freie Plätze werden der Reihe nach von selbst angeboten.
event-offer-hours = { $hours ->
    [one] Ein Angebot gilt eine Stunde
    [24] Ein Angebot gilt einen Tag
    [48] Ein Angebot gilt zwei Tage
    [72] Ein Angebot gilt drei Tage
    [168] Ein Angebot gilt eine Woche
   *[other] Ein Angebot gilt { $hours } Stunden
}
field-offer-hours = Warteliste, Stunden je Angebot

# Hinweise auf der Übersicht

need-deadline = { $count ->
    [one] { $event }: Die Antwortfrist endet bald, eine Antwort fehlt noch
   *[other] { $event }: Die Antwortfrist endet bald, { $count } Antworten fehlen noch
}
need-waiting = { $count ->
    [one] { $event }: Eine Person steht auf der Warteliste
   *[other] { $event }: { $count } Personen stehen auf der Warteliste
}
need-nearly-full = { $count ->
    [one] { $event }: Nur noch ein Platz ist frei
   *[other] { $event }: Nur noch { $count } Plätze sind frei
}

# Antworten im Verlauf

answers-title = Antworten im Verlauf
answers-day = Tag
answers-table = Als Tabelle
problem-still-waiting = Auf der Warteliste steht noch jemand, daher lässt sie sich nicht abschalten. Sollen keine Plätze mehr angeboten werden, schließen Sie die Antworten.
answers-no = Abgesagt oder storniert

## The picture on top

page-cover = Titelbild
page-cover-empty = Noch kein Bild. Ein Foto vom Ort oder vom letzten Mal macht die Seite einladend.
page-cover-add = Bild hinzufügen
page-cover-edit = Titelbild ändern
page-cover-remove = Bild entfernen
page-cover-file = Bild
page-cover-hint = JPEG, PNG oder WebP bis 10 MB, mindestens 400 Pixel breit. Gezeigt wird die Mitte, quer. Was die Datei über Ort und Kamera sagt, wird nicht behalten.
page-cover-alt = Was ist zu sehen?
page-cover-alt-hint = Ein Satz für alle, die das Bild nicht sehen. Leer, wenn es nur schmückt.
missing-cover = Bitte wählen Sie ein Bild.
field-cover = Titelbild
problem-not-a-picture = Das ist kein Bild, das sich lesen lässt. Bitte nehmen Sie JPEG, PNG oder WebP.
problem-picture-too-large = Das Bild ist zu groß. Höchstens 10 MB und 50 Megapixel.
problem-picture-too-small = Das Bild ist zu klein. Es muss mindestens { $min } Pixel breit sein.

## After the invitation

follow-up-reminder =
    { $count ->
        [one] Ein Gast hat noch nicht geantwortet.
       *[other] { $count } Gäste haben noch nicht geantwortet.
    }
follow-up-reminder-do = Erinnerung schreiben
follow-up-thanks =
    { $count ->
        [one] Die Veranstaltung ist vorbei. Ein Gast hatte zugesagt.
       *[other] Die Veranstaltung ist vorbei. { $count } Gäste hatten zugesagt.
    }
follow-up-thanks-do = Danke sagen

## Anfragen und offene Antworten

event-by-approval = Anmeldungen einzeln zulassen
event-by-approval-hint = Wer sich auf der Seite anmeldet, bittet um einen Platz; Sie lassen zu oder lehnen ab. Wen Sie einladen, der kann direkt zusagen.
event-maybe = „Vielleicht“ erlauben
event-maybe-hint = Eingeladene können antworten, dass sie es noch nicht wissen. Sie halten keinen Platz und bekommen die Erinnerung.
field-by-approval = Anmeldungen werden einzeln zugelassen
field-maybe = „Vielleicht“ erlaubt
need-requests = { $count ->
    [one] { $event }: Eine Anfrage wartet auf Ihre Entscheidung
   *[other] { $event }: { $count } Anfragen warten auf Ihre Entscheidung
}
event-rules = Antworten
