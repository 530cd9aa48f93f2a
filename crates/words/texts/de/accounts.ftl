sign-in = Anmelden
sign-out = Abmelden
home-title = Einladen, antworten, dabei sein
home-lead = Einlass verwaltet Einladungen und Anmeldungen – und behandelt die Daten Ihrer Gäste so, wie Sie es mit Ihren eigenen wünschen.
home-promise-keys = Jede Person hat einen eigenen Schlüssel: Namen und Adressen liegen nur verschlüsselt in der Datenbank.
home-promise-log = Jede Änderung wird festgehalten: wer, wann, was und von wo.
home-promise-walls = Organisationen sind streng getrennt: Keine sieht die Gäste einer anderen.
home-to-dashboard = Zur Übersicht
sign-in-forgot = Passwort vergessen?
sign-in-other-development = Sie sind in einer Entwicklungsumgebung angemeldet. Das gilt hier nicht; bitte melden Sie sich hier an.
sign-in-other-test = Sie sind in einer Testumgebung angemeldet. Das gilt hier nicht; bitte melden Sie sich hier an.
sign-in-other-production = Sie sind in der Produktivumgebung angemeldet. Das gilt hier nicht; bitte melden Sie sich hier an.

## Neues Passwort

password-hint = Vier zufällige Wörter mit Leerzeichen dazwischen genügen.
password-rule-length = Mindestens { $min } Zeichen
password-rule-special = Ein Sonderzeichen oder Leerzeichen
password-rule-kept = erfüllt
password-rule-open = noch offen
forgot-title = Neues Passwort
forgot-text = Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort festlegen können.
forgot-send = Link anfordern
forgot-sent = Bitte sehen Sie in Ihr Postfach
forgot-sent-text = Wenn es zu dieser Adresse ein Konto gibt, ist der Link unterwegs. Er gilt eine Stunde.
reset-title = Neues Passwort festlegen
reset-do = Passwort festlegen
reset-done = Das neue Passwort gilt. Bitte melden Sie sich damit an.
reset-mail-subject = Neues Passwort für Einlass
reset-mail-text = Guten Tag { $name },

    mit diesem Link legen Sie ein neues Passwort fest. Er gilt eine Stunde:

    { $link }

    Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.

## Einladung ins Team

join-title = Einladung zu { $organiser }
join-lead = Sie sind eingeladen, bei { $organiser } mitzuarbeiten. Ihre Rolle: { $role }.
join-email-hint = Die Einladung gilt nur für diese Adresse.
join-password-hint = Zu dieser Adresse gibt es schon ein Konto. Bitte geben Sie dessen Passwort ein.
join-do = Einladung annehmen
team-mail-subject = Einladung ins Team von { $organiser }
team-mail-text = Guten Tag { $name },

    Sie sind eingeladen, bei { $organiser } mit Einlass zu arbeiten (Rolle: { $role }).

    { $link }

    Der Link gilt einmal und bis { $day }.

## Eigenes Konto

account-title = Mein Konto
account-sessions = Angemeldete Geräte
account-sessions-text = Kennen Sie ein Gerät nicht? Beenden Sie die Sitzung und ändern Sie das Passwort.
account-device = Gerät
account-device-unknown = Unbekanntes Gerät
account-used = Zuletzt verwendet
account-began = Angemeldet seit
account-this = Dieses Gerät
account-end = Beenden
account-end-others = Alle anderen beenden
account-password = Passwort ändern
account-password-text = Auf allen anderen Geräten werden Sie abgemeldet.
account-password-do = Passwort ändern
account-done-ended = Die Sitzung ist beendet.
account-done-changed = Das Passwort ist geändert. Andere Geräte sind abgemeldet.
account-organisations = Ihre Organisationen
account-switch = Wechseln
account-here = Hier sind Sie
account-elsewhere =
    { $count ->
        [one] Dazu kommt eine Sitzung bei einer anderen Organisation.
       *[other] Dazu kommen { $count } Sitzungen bei anderen Organisationen.
    }

## Team

nav-team = Team
team-lead = Wer für Ihre Organisation arbeitet, und als was.
team-invite = Ins Team einladen
team-invite-lead = Die Einladung kommt per E-Mail und gilt einmal, sieben Tage lang.
team-invite-do = Einladung senden
team-used = Zuletzt hier
team-never = Noch nie
team-dormant = Lange nicht hier
team-self = Sie
team-since = Dabei seit
team-by = von { $name }
team-until = bis { $day }
team-until-hint = Danach endet der Zugang von selbst. Leer heißt: ohne Ende.
team-invited = Eingeladen
team-expires = Link gilt bis
team-withdraw = Zurückziehen
team-untie-text = Das Konto von { $name } ist mit einem Konto des Anmeldedienstes verbunden; mit keinem anderen kommt es herein. Wurde jenes neu angelegt, lösen Sie die Verbindung: Die nächste Anmeldung über den Anmeldedienst verbindet neu.
team-untie = Verbindung lösen
team-end-title = Zugang beenden
team-end-text = { $name } wird überall abgemeldet und kann sofort nichts mehr sehen. Was im Protokoll steht, bleibt. Sie können später neu einladen.
team-end = Zugang beenden
team-done-invited = Die Einladung ist unterwegs.
team-done-withdrawn = Die Einladung ist zurückgezogen. Der Link gilt nicht mehr.
team-done-changed = Gespeichert. Es gilt ab dem nächsten Seitenaufruf.
team-done-ended = Der Zugang ist beendet.
team-done-assigned = Zugeteilt. Es gilt ab dem nächsten Seitenaufruf.
team-done-untied = Die Verbindung mit dem Anmeldedienst ist gelöst.
team-done-unassigned = Die Zuteilung ist beendet.
team-assigned = Rollen bei einzelnen Veranstaltungen
team-assigned-none = Bisher keine. Damit hilft jemand bei einer Veranstaltung mit, ohne die anderen zu sehen.
team-assign = Einer Veranstaltung zuteilen
team-assign-lead = Die Rolle gilt nur dort, zusätzlich zu der im Team.
team-assign-do = Zuteilen
team-unassign = Beenden
field-event = Veranstaltung
event-all = Alle Veranstaltungen
event-prompt = Bitte wählen
problem-not-at-one-event = Diese Rolle gilt für alle Veranstaltungen. Bei einer einzelnen gibt es Veranstaltungsleitung, Eingang und Auswertung.

## Rollen

role-owner = Verantwortlich
role-owner-hint = Alles, auch Rollen vergeben
role-admin = Verwaltung
role-admin-hint = Alles, aber keine Verantwortlichen ernennen
role-event-manager = Veranstaltungsleitung
role-event-manager-hint = Veranstaltungen planen, einladen, Gäste sehen
role-check-in = Eingang
role-check-in-hint = Gäste sehen und einlassen
role-analyst = Auswertung
role-analyst-hint = Nur Zahlen, keine Namen
role-data-protection-officer = Datenschutz
role-data-protection-officer-hint = Protokoll, Team und Gäste sehen, nichts ändern
role-assigned = Einzelne Veranstaltungen
role-assigned-hint = Nur Veranstaltungen, denen die Person zugeteilt ist
role-at-event = { $role } bei „{ $event }“

## Im Protokoll

action-user-sign_in_failed = Anmeldung abgelehnt
action-user-sessions_ended = Sitzungen beendet
action-user-password_changed = Passwort geändert
action-user-reset_asked = Neues Passwort angefordert
action-team-invited = Ins Team eingeladen
action-team-invitation_withdrawn = Einladung ins Team zurückgezogen
action-team-invitation_expired = Einladung ins Team abgelaufen
action-team-joined = Dem Team beigetreten
action-team-role_changed = Rolle geändert
action-team-ended = Zugang zum Team beendet
action-team-assigned = Einer Veranstaltung zugeteilt
action-team-unassigned = Zuteilung zu einer Veranstaltung beendet
action-team-factor_changed = Regel für den zweiten Faktor geändert
action-user-factor_added = Zweiter Faktor eingerichtet
action-user-factor_removed = Zweiter Faktor entfernt
action-user-codes_renewed = Neue Notfallcodes
action-user-code_used = Notfallcode verwendet
action-user-proved = Identität bestätigt
action-user-factor_asked = Passwort angenommen, zweiter Faktor verlangt

## Zweiter Faktor

sign-in-passkey = Mit Passkey anmelden
passkey-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal, oder nehmen Sie den anderen Weg.
second-title = Zweiter Schritt
second-hint = Sechs Ziffern aus Ihrer App, oder einer Ihrer Notfallcodes
second-back = Von vorn beginnen
field-code = Code
missing-code = Bitte geben Sie den Code ein.
account-factors = Passkeys und Codes
factors-title = Anmeldung absichern
factors-lead = Mit einem zweiten Faktor genügt ein gestohlenes Passwort nicht mehr.
factors-needed = Ihre Organisation verlangt einen zweiten Faktor
factors-needed-text = Richten Sie einen Passkey oder eine App ein. Danach geht es weiter.
factors-passkeys = Passkeys
factors-passkeys-text = Anmelden mit Fingerabdruck, Gesicht oder Gerätecode, ohne Passwort. Am bequemsten und am sichersten.
factors-passkey-add = Passkey hinzufügen
factors-passkey-no-name = Passkeys brauchen eine Adresse mit Namen. Diese Installation wird über eine Nummer aufgerufen.
factors-since = seit { $day }
factors-used = zuletzt verwendet am { $day }
factors-remove = Entfernen
factors-on = Eingerichtet
factors-app = Codes aus einer App
factors-app-text = Eine App auf dem Telefon zeigt alle 30 Sekunden einen neuen Code.
factors-app-add = App einrichten
factors-app-anew = Andere App einrichten
factors-codes = Notfallcodes
factors-codes-text = Für den Fall, dass Telefon und Passkey fehlen. Jeder gilt einmal.
factors-codes-left =
    { $count ->
        [0] Kein Code mehr übrig.
        [one] Noch ein Code übrig.
       *[other] Noch { $count } Codes übrig.
    }
factors-codes-anew = Neue Codes erzeugen
factors-done-added = Eingerichtet. Andere Geräte sind abgemeldet.
factors-done-removed = Entfernt. Andere Geräte sind abgemeldet.
factors-done-kept = Ihr Konto ist abgesichert.
app-title = App einrichten
app-lead = Jede App für Einmalcodes passt, etwa die Ihres Passwortmanagers.
app-step-scan = 1. Bild mit der App aufnehmen
app-qr = QR-Code für die App
app-open = Auf diesem Gerät öffnen
app-secret = Oder von Hand eingeben:
app-step-code = 2. Code aus der App eingeben
app-code-hint = Sechs Ziffern
app-do = Einrichten
codes-title = Notfallcodes
codes-lead = Jeder Code meldet Sie einmal an, wenn Telefon und Passkey fehlen.
codes-once = Diese Codes sehen Sie nur jetzt
codes-once-text = Drucken Sie die Seite aus oder legen Sie die Codes in Ihren Passwortmanager.
codes-kept = Ich habe sie gesichert
codes-none = Die Codes wurden schon gesichert oder die Zeit ist um. Neue können Sie jederzeit erzeugen.
prove-title = Sind Sie es?
prove-lead = Was jetzt kommt, schützen wir besonders. Bitte bestätigen Sie, dass Sie es sind.
prove-do = Bestätigen
prove-passkey = Mit Passkey bestätigen
proved = Bestätigt. Bitte wiederholen Sie, was Sie gerade tun wollten.
rejected-wrong-passkey = Der Passkey passt nicht, oder es hat zu lange gedauert. Bitte versuchen Sie es noch einmal. Dafür braucht der Browser JavaScript.
rejected-sign-in-over = Das hat zu lange gedauert. Bitte melden Sie sich noch einmal an.
sign-on-title = Single Sign-on
sign-on-lead = Ihr Team meldet sich mit den Konten Ihrer Organisation an (OpenID Connect).
sign-on-open = Einrichten
sign-on-ready = Eingerichtet
sign-on-address = Adresse zum Anmelden
sign-on-address-hint = Wer sie einmal geöffnet hat, kann sich auf diesem Gerät auf der Anmeldeseite darüber anmelden.
sign-on-redirect = Rücksprungadresse (Redirect URI)
sign-on-redirect-hint = Tragen Sie sie beim Anmeldedienst ein, bevor Sie hier speichern.
sign-on-issuer-hint = Zum Beispiel https://login.beispiel.at
sign-on-secret-hint = Wird verschlüsselt gespeichert und nie wieder angezeigt.
sign-on-secret-kept = Leer lassen, um das gespeicherte zu behalten.
sign-on-save = Prüfen und speichern
sign-on-remove-title = Nicht mehr verwenden
sign-on-remove-text = Ihr Team meldet sich dann mit Passwort oder Passkey an. Offene Sitzungen bleiben.
sign-on-remove = Single Sign-on entfernen
sign-on-done-saved = Der Anmeldedienst hat geantwortet und ist eingerichtet.
sign-on-done-removed = Single Sign-on ist entfernt.
sign-on-begin = Mit dem Konto von { $organiser } anmelden
sign-on-refused-over = Das hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Bitte beginnen Sie noch einmal.
sign-on-refused-unavailable = Der Anmeldedienst Ihrer Organisation antwortet nicht. Bitte versuchen Sie es später noch einmal oder melden Sie sich mit Passwort oder Passkey an.
sign-on-refused-refused = Der Anmeldedienst hat Sie nicht bestätigt, oder seine Antwort passt nicht zu Ihrem Konto.
sign-on-refused-nobody = Der Anmeldedienst kennt Sie, aber unter dieser bestätigten Adresse arbeitet hier niemand. Bitte lassen Sie sich ins Team einladen.
problem-not-a-provider = Unter dieser Adresse antwortet kein Anmeldedienst (OpenID Connect).
missing-issuer = Bitte geben Sie die Adresse des Anmeldedienstes ein.
missing-client-id = Bitte geben Sie die Client-ID ein.
missing-client-secret = Bitte geben Sie das Client-Secret ein.
field-issuer = Adresse des Anmeldedienstes (Issuer)
field-client-id = Client-ID
field-client-secret = Client-Secret
action-team-sign_on_set = Single Sign-on eingerichtet
action-team-sign_on_removed = Single Sign-on entfernt
action-user-signed_in_by_provider = Über den Anmeldedienst angemeldet
action-user-sign_on_refused = Der Anmeldedienst nannte jemanden, der hier nicht arbeitet
action-user-sign_on_unlinked = Verbindung mit dem Anmeldedienst gelöst
action-user-sign_on_linked = Konto mit dem Anmeldedienst verbunden
review-title = Überprüfung der Zugriffe
review-lead = Braucht noch jede und jeder die Rolle? Bestätigen oder beenden Sie jede einzelne.
review-since = seit { $day }
review-since-by = seit { $day }, gegeben von { $name }
review-never = noch nie hier
review-used = zuletzt am { $moment } hier
review-used-long-ago = zuletzt am { $moment } hier, also schon lange nicht mehr
review-self = Das sind Sie selbst. Ihre eigene Rolle bleibt.
review-keep = Behalten
review-end = Beenden
review-effect = Wessen Rolle endet, ist mit dem nächsten Klick abgemeldet. Das Ergebnis steht danach signiert im Protokoll.
review-do = Überprüfung abschließen
review-begin = Zugriffe überprüfen
review-due = Die Zugriffe sind seit { $day } zu überprüfen.
review-next = Die nächste Überprüfung ist am { $day } fällig.
review-past = Bisherige Überprüfungen
review-interval-title = Wie oft
field-days = Überprüft wird
review-every-30 = jeden Monat (30 Tage)
review-every-90 = jedes Quartal (90 Tage)
review-every-180 = jedes halbe Jahr (180 Tage)
review-every-365 = jedes Jahr (365 Tage)
review-done-changed = Gespeichert.
review-mail-subject = Zugriffe überprüfen · Access review
review-mail-text =
    Die Überprüfung der Zugriffe bei { $organiser } ist fällig. Bitte bestätigen oder beenden Sie jede Rolle:

    { $link }
team-done-reviewed = Die Überprüfung ist abgeschlossen und steht im Protokoll.
problem-undecided = Bitte entscheiden Sie: behalten oder beenden.
field-kept = Behalten
field-ended = Beendet
field-review-days = Tage zwischen zwei Überprüfungen
action-team-reviewed = Zugriffe überprüft
action-team-review_changed = Abstand der Überprüfungen geändert
action-team-review_asked = Um Überprüfung der Zugriffe gebeten
team-factor = Zweiter Faktor
team-factor-by-operator = Der Betreiber dieser Installation verlangt von allen einen zweiten Schritt beim Anmelden.
team-factor-free = Wer will, sichert die Anmeldung mit Passkey oder App ab.
team-factor-required = Alle im Team brauchen einen Passkey oder eine App. Ohne geht es nach der Anmeldung nicht weiter.
team-factor-require = Für alle verlangen
team-factor-loosen = Nicht mehr verlangen
team-has-factor = Abgesichert
