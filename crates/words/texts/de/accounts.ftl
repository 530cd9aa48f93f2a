sign-in = Anmelden
sign-out = Abmelden
home-title = Einladen, antworten, dabei sein
home-lead = Einlass verwaltet Einladungen und Anmeldungen – und behandelt die Daten Ihrer Gäste so, wie Sie es mit Ihren eigenen wünschen.
home-promise-keys = Jede Person hat einen eigenen Schlüssel: Namen und Adressen liegen nur verschlüsselt in der Datenbank.
home-promise-log = Jede Änderung wird festgehalten: wer, wann, was und von wo.
home-promise-walls = Organisationen sind streng getrennt: Keine sieht die Gäste einer anderen.
home-to-dashboard = Zur Übersicht
