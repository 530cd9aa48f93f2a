sign-in = Anmelden
sign-out = Abmelden
home-title = Einladen, antworten, dabei sein
home-lead = Einlass verwaltet Einladungen und Anmeldungen – und behandelt die Daten Ihrer Gäste so, wie Sie es mit Ihren eigenen wünschen.
home-promise-keys = Jede Person hat einen eigenen Schlüssel: Namen und Adressen liegen nur verschlüsselt in der Datenbank.
home-promise-log = Jede Änderung wird festgehalten: wer, wann, was und von wo.
home-promise-walls = Organisationen sind streng getrennt: Keine sieht die Gäste einer anderen.
home-to-dashboard = Zur Übersicht
sign-in-forgot = Passwort vergessen?

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
team-end-title = Zugang beenden
team-end-text = { $name } wird überall abgemeldet und kann sofort nichts mehr sehen. Was im Protokoll steht, bleibt. Sie können später neu einladen.
team-end = Zugang beenden
team-done-invited = Die Einladung ist unterwegs.
team-done-withdrawn = Die Einladung ist zurückgezogen. Der Link gilt nicht mehr.
team-done-changed = Gespeichert. Es gilt ab dem nächsten Seitenaufruf.
team-done-ended = Der Zugang ist beendet.

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
