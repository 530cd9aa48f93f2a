# Everywhere: frame, buttons, fields, problems, pages for what went wrong. A name in braces is set in by the code.

product-name = Einlass
title-with-problem = Fehler: { $title }
participant-footer = Die Daten der Gäste werden mit einem eigenen Schlüssel für jede Person verschlüsselt und nach der Veranstaltung gelöscht.

## Frame

nav-label = Bereiche
nav-dashboard = Übersicht
nav-events = Veranstaltungen
nav-mailbox = Postausgang
skip-to-content = Zum Inhalt springen
account = Konto
switches-label = Sprache und Darstellung
language-name-de = Deutsch
language-name-en = English
theme-light = Hell
theme-dark = Dunkel
theme-system = Wie das Gerät

## Buttons and short words

save = Angaben speichern
saved = Gespeichert.
cancel = Abbrechen
undo = Rückgängig machen
refresh = Seite aktualisieren
search = Suchen
filter-reset = Filter zurücksetzen
optional = (optional)
pages-label = Seiten der Liste
pages-first = Zum Anfang
pages-next = Nächste Seite

## Dates

when-one-day = { $weekday }, { $date }, { $time }–{ $endtime } Uhr ({ $zone })
when-days = { $weekday }, { $date }, { $time } Uhr – { $endweekday }, { $enddate }, { $endtime } Uhr ({ $zone })
date-and-time = { $date }, { $time } Uhr

## Fields

field-ignore = Nicht übernehmen
field-root-version = Fassung des Wurzelschlüssels
field-salutation = Anrede
field-honorific-prefix = Titel vor dem Namen
field-given-name = Vorname
field-family-name = Nachname
field-honorific-suffix = Titel nach dem Namen
field-full-name = Vor- und Nachname
field-name = Name
field-email = E-Mail-Adresse
field-password = Passwort
field-old-password = Bisheriges Passwort
field-new-password = Neues Passwort
field-until = Letzter Tag
field-factor = Zweiter Faktor
field-proof = Bestätigt durch
field-second-factor = Zweiter Faktor verlangt
field-tel = Telefon
field-organization = Firma oder Institution
field-organization-title = Funktion
field-language = Sprache
field-companions = Begleitpersonen
field-places = Plätze
field-answer = Antwort
field-message = Nachricht
field-guests = Gäste
field-role = Rolle
field-mail = E-Mail
field-title = Titel
field-place = Ort
field-description = Beschreibung
field-starts = Beginn
field-ends = Ende
field-opens = Antworten ab
field-answer-until = Antworten bis
field-heading = Überschrift
field-heading-en = Überschrift auf Englisch
field-more = Text
field-more-en = Text auf Englisch
field-time = Uhrzeit
field-title-en = Titel auf Englisch
field-place-en = Ort auf Englisch
field-description-en = Beschreibung auf Englisch
field-agenda = Ablauf
field-people = Mitwirkende
field-questions = Fragen und Antworten
field-contact = Kontakt
field-colour = Farbe
field-companions-max = Begleitpersonen, die erlaubt sind
field-zone = Zeitzone
field-admission = Teilnahme
field-capacity = Plätze
field-subject-de = Betreff auf Deutsch
field-text-de = Text auf Deutsch
field-subject-en = Betreff auf Englisch
field-text-en = Text auf Englisch
field-erased = Personen, die gelöscht bleiben
field-links = Persönliche Links
field-made-at = Zeitpunkt der Sicherung
field-mails = E-Mails
field-rows = Zeilen

## Nothing was entered

missing-title = Bitte geben Sie der Veranstaltung einen Titel.
missing-place = Bitte geben Sie den Ort ein.
missing-starts = Bitte geben Sie ein, wann die Veranstaltung beginnt.
missing-ends = Bitte geben Sie ein, wann die Veranstaltung endet.
missing-zone = Bitte wählen Sie eine Zeitzone.
missing-admission = Bitte wählen Sie, wer teilnehmen kann.
missing-heading = Bitte geben Sie ein, worum es geht.
missing-name = Bitte geben Sie den Namen ein.
missing-given-name = Bitte geben Sie Ihren Vornamen ein.
missing-family-name = Bitte geben Sie Ihren Nachnamen ein.
missing-email = Bitte geben Sie eine E-Mail-Adresse ein.
missing-password = Bitte geben Sie ein Passwort ein.
missing-new-password = Bitte geben Sie ein Passwort ein.
missing-answer = Bitte wählen Sie, ob Sie kommen.
missing-subject-de = Bitte geben Sie den deutschen Betreff ein.
missing-text-de = Bitte geben Sie den deutschen Text ein.
missing-subject-en = Bitte geben Sie den englischen Betreff ein.
missing-text-en = Bitte geben Sie den englischen Text ein.

## Something is wrong with a field

problem-heading = Es gibt ein Problem
problem-too-long = Bitte kürzen Sie auf höchstens { $max } Zeichen.
problem-not-an-address = Bitte prüfen Sie die E-Mail-Adresse. Sie sieht zum Beispiel so aus: anna@beispiel.at
problem-not-a-time = Bitte geben Sie Datum und Uhrzeit vollständig ein.
problem-not-a-day = Bitte geben Sie einen Tag ein.
problem-password-too-short = Bitte nehmen Sie mindestens { $min } Zeichen.
problem-password-without-special = Bitte nehmen Sie mindestens ein Zeichen, das kein Buchstabe und keine Ziffer ist, zum Beispiel ein Leerzeichen.
problem-password-guessable = Dieses Passwort ist leicht zu erraten oder steht auf einer Liste bekannter Passwörter. Bitte nehmen Sie ein anderes, zum Beispiel vier zufällige Wörter.
problem-wrong-password = Das Passwort stimmt nicht.
problem-wrong-code = Der Code passt nicht oder wurde schon verwendet. Warten Sie auf den nächsten.
problem-skipped-by-the-clock = Diese Uhrzeit gibt es an diesem Tag nicht, weil die Uhren vorgestellt werden. Bitte wählen Sie eine andere.
problem-unknown-zone = Bitte wählen Sie eine Zeitzone aus der Liste.
problem-ends-before-it-starts = Das Ende muss nach dem Beginn liegen. Bitte prüfen Sie beide Zeiten.
problem-after-the-end = Diese Zeit liegt nach dem Ende der Veranstaltung. Bitte wählen Sie eine frühere.
problem-opens-after-deadline = Antworten würden enden, bevor sie beginnen. Bitte wählen Sie eine frühere Zeit.
problem-already-listed = Diese Adresse steht schon auf der Liste.
problem-somebody-elses = Diese Adresse gehört in Ihrem Bestand zu einer anderen Person.
problem-not-yours = Die Adresse kann nur ändern, wer alle Veranstaltungen sieht.
problem-not-a-colour = Bitte geben Sie eine Farbe mit # und sechs Stellen ein, zum Beispiel #0a6052.
problem-too-many = Mehr als { $max } sind nicht möglich.
problem-in-the-past = Diese Zeit ist schon vorbei. Bitte wählen Sie eine spätere.
problem-out-of-range = Bitte geben Sie eine ganze Zahl von { $min } bis { $max } ein.
problem-below-taken =
    { $taken ->
        [one] Ein Platz ist schon vergeben. Bitte geben Sie mindestens 1 ein.
       *[other] { $taken } Plätze sind schon vergeben. Bitte geben Sie mindestens { $taken } ein.
    }
problem-unknown-choice = Bitte wählen Sie eine der Möglichkeiten.
problem-guests-would-go = So weit zurück würden alle Gäste sofort gelöscht. Das Ende darf höchstens { $days } Tage zurückliegen.
problem-unknown-variable = Im Text steht eine Variable, die es nicht gibt. Bitte prüfen Sie die Wörter in geschweiften Klammern.
problem-unclosed-variable = Im Text fehlt eine schließende Klammer. Bitte ergänzen Sie { "„}“" } nach der Variable.
problem-link-missing = Bitte setzen Sie { "„{link}“" } in den Text, sonst können Ihre Gäste nicht antworten.
problem-not-a-human = Das Formular wurde nicht angenommen. Bitte laden Sie die Seite neu und senden Sie es noch einmal.

## Something is not possible

rejected-title = Das ist nicht möglich
rejected-sign-in = E-Mail-Adresse und Passwort passen nicht zusammen. Bitte prüfen Sie beides.
rejected-too-many-attempts =
    { $seconds ->
        [one] Das waren viele Versuche. Bitte warten Sie eine Sekunde.
       *[other] Das waren viele Versuche. Bitte warten Sie { $seconds } Sekunden.
    }
rejected-password-blocked = Das waren zu viele Versuche. Bitte legen Sie mit „Passwort vergessen?“ ein neues Passwort fest.
rejected-codes-blocked = Das waren zu viele falsche Codes. Jetzt helfen nur noch ein Notfallcode oder ein Passkey.
rejected-already-in-team = Diese Person ist schon im Team oder eingeladen.
rejected-last-owner = Jede Organisation braucht jemanden, der verantwortlich ist. Bitte geben Sie zuerst jemand anderem diese Rolle.
rejected-full =
    { $left ->
        [0] Es sind keine Plätze mehr frei. Wenn jemand absagt, wird wieder einer frei – versuchen Sie es später noch einmal.
        [one] Es ist nur noch ein Platz frei. Bitte kommen Sie mit weniger Begleitpersonen.
       *[other] Es sind nur noch { $left } Plätze frei. Bitte kommen Sie mit weniger Begleitpersonen.
    }
rejected-not-open-draft = Die Veranstaltung ist noch ein Entwurf. Bitte prüfen Sie den Termin und veröffentlichen Sie sie zuerst.
rejected-not-open-published = Die Frist für Antworten ist abgelaufen.
rejected-not-open-closed = Für diese Veranstaltung werden keine Antworten mehr angenommen.
rejected-not-open-past = Die Veranstaltung ist schon vorbei.
rejected-not-open-cancelled = Die Veranstaltung ist abgesagt.
rejected-other-news = Inzwischen gibt es etwas anderes mitzuteilen. Bitte prüfen Sie Ihren Text noch einmal.
rejected-too-early = Antworten sind noch nicht möglich.
rejected-too-late = Die Frist für Antworten ist abgelaufen. Bitte wenden Sie sich direkt an die Stelle, die Sie eingeladen hat.
rejected-too-many-companions =
    { $max ->
        [0] Für diese Einladung sind keine Begleitpersonen vorgesehen. Bitte melden Sie nur sich selbst an.
        [one] Sie können eine Begleitperson mitbringen. Bitte geben Sie höchstens eine an.
       *[other] Sie können bis zu { $max } Begleitpersonen mitbringen. Bitte geben Sie nicht mehr an.
    }
rejected-invitation-only = Diese Veranstaltung ist nur mit Einladung. Bitte öffnen Sie den persönlichen Link aus Ihrer Einladung.

## Pages for what went wrong

error-link-title = Dieser Link gilt nicht
error-link-text = Bitte öffnen Sie den Link aus Ihrer E-Mail noch einmal, und zwar vollständig. Wenn das nicht hilft, fragen Sie die Stelle, die Sie eingeladen hat.
error-used-link-title = Dieser Link gilt nicht mehr
error-used-link-text = Er wurde schon verwendet, ist abgelaufen oder wurde zurückgezogen. Bitte lassen Sie sich einen neuen schicken.
error-other-environment-title = Dieser Link gilt hier nicht
error-other-environment-development = Er gehört zu einer Entwicklungsumgebung. Ihre Daten und die dieser Installation sind voneinander getrennt.
error-other-environment-test = Er gehört zu einer Testumgebung. Ihre Daten und die dieser Installation sind voneinander getrennt.
error-other-environment-production = Er gehört zur Produktivumgebung. Hier wird nur entwickelt oder getestet; bitte öffnen Sie ihn dort.
error-not-found-title = Diese Seite gibt es nicht
error-not-found-text = Die Adresse stimmt nicht oder die Seite ist nicht für Sie freigegeben. Bitte prüfen Sie die Adresse.
error-rejected-title = Das ist nicht möglich
error-busy-title = Einen Moment bitte
error-busy-text = Wir erreichen gerade nicht alles, was wir brauchen. Bitte versuchen Sie es in einer Minute noch einmal.
error-crowd-text = Von Ihrer Adresse kamen sehr viele Anfragen auf einmal. Bitte versuchen Sie es in { $seconds ->
    [one] einer Sekunde
   *[other] { $seconds } Sekunden
} noch einmal.
error-busy-kept = Ihre Angaben sind noch da und wurden noch nicht gespeichert.
error-busy-again = Noch einmal versuchen
error-internal-title = Da ist etwas schiefgegangen
error-internal-text = Der Fehler liegt bei uns. Bitte versuchen Sie es noch einmal. Wenn er wiederkommt, nennen Sie uns diese Nummer: { $incident }
error-home = Zur Startseite
rejected-not-now = Diese E-Mail lässt sich jetzt nicht senden. Auf ihrer Seite steht, wann.
rejected-changed-meanwhile = Inzwischen hat der Gast selbst geantwortet. Bitte öffnen Sie die Seite neu und sehen Sie nach, ob es noch stimmt.
rejected-refused = Für diese Veranstaltung gibt es leider keinen Platz für Sie. Bei Fragen wenden Sie sich bitte an den Veranstalter.
problem-payment-data = Das sieht aus wie eine Karten- oder Kontonummer. Bitte nehmen Sie sie heraus: Zahlungsdaten werden hier nicht gespeichert.
