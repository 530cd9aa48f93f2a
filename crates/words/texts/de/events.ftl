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

## Creating and changing

event-new-lead = Zuerst entsteht ein Entwurf, den nur Ihr Team sieht. Ändern können Sie alles auch später.
event-new-defaults = Antworten sind bis zum Beginn möglich. Die Daten der Gäste werden 30 Tage nach dem Ende gelöscht.
event-create = Entwurf anlegen
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
event-description-hint = Eine Leerzeile beginnt einen neuen Absatz.

## One event

event-tabs-label = Bereiche der Veranstaltung
event-tab-overview = Überblick
event-tab-guests = Gäste
event-tab-import = Import
event-tab-invitation = Einladung
event-tab-edit = Bearbeiten
event-published-now = Veröffentlicht. Ab jetzt sind Antworten möglich.
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
figure-accepted = Zugesagt
figure-declined = Abgesagt
figure-open = Offen
figure-cancelled = Storniert
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
