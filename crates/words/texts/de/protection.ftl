# Data protection: overview, log and its check, erasure and certificate.

nav-protection = Datenschutz
protection-lead = Wie die Daten Ihrer Gäste gerade geschützt sind, mit Belegen.
protection-tabs-label = Datenschutz
protection-tab-overview = Überblick
protection-tab-log = Protokoll
protection-tab-erasures = Löschungen
protection-figures = Zahlen zum Schutz
protection-keys = Schlüssel
protection-entries = Einträge im Protokoll
protection-erased = Personen gelöscht
protection-encryption = Verschlüsselung
protection-provider = Hauptschlüssel
protection-provider-aws-kms = AWS KMS
protection-provider-local-key-file = Schlüsseldatei auf diesem Server
protection-local-key = Der Hauptschlüssel liegt in einer Datei auf dem Server. Für den echten Betrieb ist AWS KMS vorgesehen.
protection-cipher = Verfahren
protection-root = Fassung des Wurzelschlüssels
protection-root-made = Wurzelschlüssel seit
protection-rotating = Der Wurzelschlüssel wird gerade gewechselt.
protection-log = Protokoll
protection-signed = Zuletzt unterschrieben
protection-log-check = Protokoll prüfen
protection-log-late = Einträge warten länger als sonst auf ihre Unterschrift. Bitte sagen Sie dem Betreiber Bescheid.
protection-backups = Sicherungen
protection-backup-created = Letzte Sicherung
protection-backup-verified = Zuletzt zur Probe wiederhergestellt
protection-backup-restored = Zuletzt im Ernst wiederhergestellt
protection-horizon = Gelöschtes verschwindet aus Sicherungen
protection-horizon-days = nach höchstens 30 Tagen
protection-no-backup = Es gibt noch keine Sicherung. Bitte sagen Sie dem Betreiber Bescheid.
protection-never = noch nie
protection-columns-title = Was wie gespeichert ist
protection-columns-text = Jede Spalte jeder Tabelle hat eine Klasse. Was Menschen betrifft, steht nur verschlüsselt da. Ein Test vergleicht diese Liste mit der Datenbank.
protection-class = Klasse
protection-columns = Spalten
protection-which = Welche
protection-show = Anzeigen
class-sealed = Verschlüsselt
class-sealed-meaning = unter dem Schlüssel der Person, der Veranstaltung oder des Kontos
class-blind-index = Blinder Index
class-blind-index-meaning = findet eine E-Mail-Adresse wieder, ohne sie zu enthalten
class-hash = Prüfsumme
class-hash-meaning = aus der sich der Wert nicht zurückrechnen lässt
class-wrapped-key = Schlüssel, verpackt
class-wrapped-key-meaning = nutzlos ohne den Hauptschlüssel
class-id = Kennung
class-id-meaning = zufällige Nummern
class-time = Zeitpunkt
class-time-meaning = wann etwas geschah
class-count = Anzahl
class-count-meaning = Zahlen, Grenzen, Fassungen
class-code = Code
class-code-meaning = feste Wörter des Programms
class-public = Öffentlich
class-public-meaning = was ohnehin jeder lesen darf
class-proof = Beweis
class-proof-meaning = Prüfsummen und Unterschriften des Protokolls
class-random = Zufall
class-random-meaning = Zufallszahlen gegen doppeltes Absenden

## Log

log-title = Protokoll
log-lead = Jede Änderung an Daten steht hier, und wer Gäste angesehen hat: wer, wann, von wo. Einträge lassen sich weder ändern noch entfernen, ohne dass es auffällt.
log-export = Ganzes Protokoll herunterladen
log-entries = Einträge
log-who = Wer
log-what = Was
log-when = Wann
log-where = Von wo
log-place = Nr.
log-from = Von
log-until = Bis
log-everybody = Alle
log-everything = Alles
log-filter = Filtern
log-waiting = wartet
log-empty-title = Keine Einträge
log-empty-text = Zu diesem Filter steht nichts im Protokoll.
topic-access = Zugriffe
topic-guest = Gäste
topic-event = Veranstaltungen
topic-invitation = Einladungen
topic-mail = E-Mails
topic-import = Importe
topic-guests = Downloads der Gästeliste
topic-person = Löschungen von Personen
topic-keys = Schlüssel
topic-backup = Sicherungen
topic-user = Anmeldungen
topic-team = Team

## The check in the browser. What stands in braces is set in by the browser.

check-title = Selbst nachprüfen
check-lead = Ihr Browser holt alle Einträge, rechnet die Prüfsumme selbst aus und vergleicht sie mit der Unterschrift und mit dem, was er beim letzten Mal gesehen hat.
check-start = In diesem Browser prüfen
check-progress = Fortschritt der Prüfung
check-running = Einträge werden geholt und nachgerechnet …
check-in-order = In Ordnung: { $entries } Einträge nachgerechnet, der letzte vom { $last }. Die Wurzel { $root }… ist die unterschriebene.
check-first-time = Dieser Browser hat das Protokoll zum ersten Mal geprüft. Er merkt sich diesen Stand und vergleicht beim nächsten Mal damit.
check-continues = Das Protokoll setzt den Stand fort, den dieser Browser zuletzt gesehen hat: { $size } Einträge vom { $date }.
check-anchor = Nicht in Ordnung: Einträge, die dieser Browser schon gesehen hat, sind nicht mehr dieselben.
check-broken = Nicht in Ordnung: Das Protokoll ist nicht so, wie es unterschrieben wurde.
check-truncated = Nicht in Ordnung: Einträge, die dieser Browser schon gesehen hat, fehlen. Wenn die Installation aus einer Sicherung wiederhergestellt wurde, fragen Sie den Betreiber danach.
check-forked = Nicht in Ordnung: Es gibt zwei unterschriebene Fassungen des Protokolls.
check-key = Öffentlicher Schlüssel des Protokolls
check-other-key = Nicht in Ordnung: Das Protokoll ist mit einem anderen Schlüssel unterschrieben als beim letzten Mal.
check-signature = Nicht in Ordnung: Die Unterschrift stimmt nicht.
check-offline = Die Einträge konnten nicht geholt werden. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.
check-without-scripts = Ohne JavaScript prüfen Sie das Protokoll mit dem Programm: Laden Sie es herunter und rufen Sie { "„einlass audit verify“" } auf.
check-how = So kann man auch ohne diese Seite prüfen
check-how-text = Laden Sie das ganze Protokoll herunter und prüfen Sie es mit { "„einlass audit verify“" }, auf jedem Rechner, ohne Datenbank und ohne Schlüssel. Bewahren Sie Schlüssel und Stand von heute auf: Mit ihnen fällt später jede Änderung auf.
check-checkpoint = Unterschriebener Stand
check-not-yet = Noch ist nichts unterschrieben. Das geschieht wenige Sekunden nach dem ersten Eintrag.

## Erasures

erasures-title = Löschungen
erasures-lead = Personen, die auf Wunsch gelöscht wurden. Was bleibt, ist eine zufällige Kennung und der Nachweis.
erasures-when = Gelöscht am
erasures-who = Durch
erasures-person = Kennung
erasures-empty-title = Noch niemand gelöscht
erasures-empty-text = Wenn jemand gelöscht werden möchte, öffnen Sie den Gast und wählen Sie „Person löschen“.
erase-link = Person löschen
erase-title = { $name } löschen
erase-final = Das lässt sich nicht rückgängig machen
erase-final-text = Die Person wird aus allen Veranstaltungen gelöscht. Ihr Schlüssel wird vernichtet, damit auch das, was sonst noch irgendwo steht, für immer unlesbar ist.
erase-what = Was gelöscht wird
erase-guests =
    { $count ->
        [one] Ein Platz auf einer Gästeliste
       *[other] { $count } Plätze auf Gästelisten
    }
erase-mails =
    { $count ->
        [0] Keine E-Mails
        [one] Eine E-Mail
       *[other] { $count } E-Mails
    }
erase-links =
    { $count ->
        [0] Kein persönlicher Link
        [one] Ein persönlicher Link
       *[other] { $count } persönliche Links
    }
erase-key = Der Schlüssel der Person und die Kennung ihrer E-Mail-Adresse
erase-stays = Im Protokoll bleiben zufällige Kennungen, Zeitpunkte und die Namen geänderter Felder, aber keine Werte. In Sicherungen ist die Person nach höchstens 30 Tagen unlesbar.
erase-do = Endgültig löschen
certificate-title = Nachweis der Löschung
certificate-lead = Geben Sie diesen Nachweis der Person. Er enthält nichts über sie und lässt sich überall prüfen.
certificate-paper-lead = Alle Daten einer Person wurden gelöscht und ihr Schlüssel vernichtet. Dieser Nachweis enthält nichts über die Person.
certificate-done = Die Person ist gelöscht.
certificate-pdf = Nachweis als PDF
certificate-json = Nachweis zum Prüfen (JSON)
certificate-what = Was gelöscht wurde
certificate-person = Frühere Kennung der Person
certificate-erased = Schlüssel vernichtet am
certificate-guests = Plätze auf Gästelisten
certificate-mails = E-Mails
certificate-links = Persönliche Links
certificate-backups = Auch in Sicherungen unlesbar ab
certificate-stays = Im Protokoll bleiben die Kennung, Zeitpunkte und die Namen geänderter Felder. Die Werte dazu sind unlesbar.
certificate-proof = Beweis
certificate-place = Die Löschung ist Eintrag Nr. { $place } von { $size } im unterschriebenen Protokoll.
certificate-check = Prüfen Sie die JSON-Datei mit { "„einlass audit verify --certificate“" }, ohne Datenbank und ohne Schlüssel.
certificate-statement = Unterschriebene Erklärung
certificate-organiser = Verantwortlich
certificate-log = Protokoll
certificate-not-yet = Der Nachweis wird gerade unterschrieben. Bitte laden Sie die Seite in ein paar Sekunden neu.

## The signed state by mail

checkpoint-mail-subject = Stand des Protokolls vom { $day }
checkpoint-mail-text = Das Protokoll von { $organiser } hat jetzt { $size } Einträge. Bewahren Sie diese E-Mail auf: Mit dem unterschriebenen Stand darunter fällt jede spätere Änderung an diesen Einträgen auf. Geprüft wird auf der Seite „Datenschutz → Protokoll“ oder mit dem Programm.
