## List

guests-search = Name, Firma oder E-Mail-Adresse
guests-filter = Nach Status filtern
guests-name = Name
guests-company = Firma
guests-standing = Status
guests-places-wanted = { $count } gewünscht
guests-places = Plätze
guests-companions = Begleitpersonen
guests-answered = Beantwortet am
guests-empty-title = Noch keine Gäste
guests-empty-text = Importieren Sie Ihre Liste oder fügen Sie Zellen aus einer Tabelle ein.
guests-no-match-title = Niemand gefunden
guests-no-match-text = Zu dieser Suche und diesem Filter passt kein Gast auf der Liste.
standing-all = Alle
standing-invited = Eingeladen
standing-listed = Noch nicht eingeladen
standing-open = Offen
standing-unconfirmed = Unbestätigt
standing-accepted = Zugesagt
standing-declined = Abgesagt
standing-cancelled = Storniert
salutation-ms = Frau
salutation-mr = Herr
salutation-neutral = neutral

## One guest

guest-details = Angaben
guest-history = Verlauf
history-by = { $actor } · { $origin }
change = { $field }: { $before } → { $after }
change-removed = { $field } entfernt: { $before }
change-new = { $field }: { $after }
actor-participant = Gast
actor-user = Team
actor-support = Support
actor-system = Einlass

## What was done. The part after the noun is written as in the log, with an underscore.

action-guest-imported = Importiert
action-guest-invited = Eingeladen
action-guest-registered = Angemeldet
action-guest-link_sent = Persönlichen Link noch einmal gesendet
action-guest-accepted = Zugesagt
action-guest-declined = Abgesagt
action-guest-cancelled = Zusage storniert
action-guest-changed = Angaben geändert
action-guest-removed = Von der Liste genommen
action-guests-exported = Gästeliste heruntergeladen
action-access-guest_seen = Angesehen
action-access-guests_searched = In der Gästeliste gesucht
action-access-denied = Zugriff verweigert
action-mail-sent = E-Mail verschickt
action-mail-failed = E-Mail nicht zugestellt
action-mail-uncertain = Zustellung der E-Mail ungewiss
action-event-created = Veranstaltung angelegt
action-event-changed = Veranstaltung geändert
action-event-published = Veranstaltung veröffentlicht
action-event-page_changed = Seite der Veranstaltung geändert
action-event-closed = Antworten geschlossen
action-event-reopened = Antworten wieder geöffnet
action-event-cancelled = Veranstaltung abgesagt
action-event-archived = Veranstaltung ins Archiv gelegt
action-event-unarchived = Veranstaltung aus dem Archiv geholt
action-guest-added = Von Hand auf die Liste gesetzt
action-guest-edited = Angaben geändert
action-guest-taken_off = Von der Liste genommen
action-guest-told = Über eine Änderung benachrichtigt
action-import-uploaded = Liste hochgeladen
action-import-adjusted = Import angepasst
action-import-confirmed = Import bestätigt
action-import-undone = Import rückgängig gemacht
action-invitation-written = Einladung geschrieben
action-invitation-tested = Einladung getestet
action-user-created = Konto angelegt
action-user-disabled = Konto gesperrt
action-keys-rotation_begun = Wechsel des Hauptschlüssels begonnen
action-keys-rotation_finished = Hauptschlüssel gewechselt
action-user-password_reset = Passwort zurückgesetzt
action-user-signed_in = Am Konto angemeldet
action-user-signed_out = Vom Konto abgemeldet
action-tenant-created = Organisation angelegt
action-guest-deleted = Nach Ablauf der Frist gelöscht
action-import-forgotten = Nicht bestätigte Liste gelöscht
action-guest-erased = Auf Wunsch gelöscht
action-person-erased = Person gelöscht
action-person-erased_again = Nach einer Wiederherstellung noch einmal gelöscht
action-log-exported = Protokoll heruntergeladen
action-log-mailed = Stand des Protokolls verschickt
action-backup-created = Sicherung gemacht
action-backup-verified = Sicherung zur Probe wiederhergestellt
action-backup-restored = Aus einer Sicherung wiederhergestellt

## A guest by hand

guest-add = Gast hinzufügen
guest-add-do = Auf die Liste setzen
guest-add-another = Auf die Liste und noch jemanden
guest-comes = Hat schon zugesagt
guest-comes-hint = Zum Beispiel am Telefon oder am Eingang. Ein Platz wird vergeben, eine E-Mail geht nicht hinaus.
guest-companions-hint = Ohne Zahl gilt, was für die Veranstaltung gilt.
guest-edit = Angaben zum Gast
guest-edit-link = Bearbeiten
guest-salutation-none = Ohne Anrede
guest-salutation-ms = Frau
guest-salutation-mr = Herr
guest-language-none = Noch nicht bekannt
guest-off = Von der Liste nehmen
guest-off-text = Plätze werden frei, der persönliche Link gilt nicht mehr, E-Mails dieser Veranstaltung werden gelöscht. Steht die Person auf keiner anderen Liste, werden alle ihre Daten gelöscht. Das lässt sich nicht zurücknehmen.
guest-off-do = Gast von der Liste nehmen
action-guest-confirmed = Anmeldung bestätigt
action-guest-lapsed = Unbestätigte Anmeldung gelöscht
action-guest-discarded = Anmeldung verworfen
standing-waiting = Warteliste
standing-offered = Platz angeboten
standing-lapsed = Angebot verfallen
action-guest-waits = Auf die Warteliste gesetzt
action-guest-offered = Freien Platz angeboten
action-guest-offer_lapsed = Angebot verfallen

# Die Liste als Datei

guests-take-all = Ganze Liste herunterladen:
guests-take = Gefilterte Liste herunterladen:
guests-xlsx = Als Excel-Datei
guests-csv = Als CSV-Datei
field-standing = Status

# Mehrere Gäste

guests-tags = Schlagwörter
guests-filter-tag = Nach Schlagwort filtern
guests-pick = { $name } auswählen
guests-pick-page = Alle auf dieser Seite auswählen
guests-pick-all = Alle { $count } auf der ganzen Liste
guests-pick-all-shown = Alle auf der ganzen Liste, auch auf den anderen Seiten
guests-picked = # ausgewählt
guests-bulk = Mit den ausgewählten Gästen
guests-tag = Vergeben
guests-untag = Entfernen
guests-invite = Einladen
guests-off-text = Plätze der ausgewählten Gäste werden frei, ihre persönlichen Links gelten nicht mehr, E-Mails dieser Veranstaltung werden gelöscht. Wer auf keiner anderen Liste steht, dessen Daten werden gelöscht. Das lässt sich nicht zurücknehmen.
guests-off-do = Ausgewählte von der Liste nehmen
guests-done-tag = { $count ->
    [0] Alle Ausgewählten hatten das Schlagwort schon.
    [one] Ein Gast hat das Schlagwort bekommen.
   *[other] { $count } Gäste haben das Schlagwort bekommen.
}
guests-done-untag = { $count ->
    [0] Niemand von den Ausgewählten hatte das Schlagwort.
    [one] Das Schlagwort wurde bei einem Gast entfernt.
   *[other] Das Schlagwort wurde bei { $count } Gästen entfernt.
}
guests-done-invite = { $count ->
    [0] Niemand von den Ausgewählten ist noch einzuladen.
    [one] Eine Einladung geht hinaus.
   *[other] { $count } Einladungen gehen hinaus.
}
guests-done-off = { $count ->
    [0] Niemand von den Ausgewählten stand noch auf der Liste.
    [one] Ein Gast ist von der Liste genommen.
   *[other] { $count } Gäste sind von der Liste genommen.
}
missing-guest = Bitte wählen Sie zuerst Gäste aus.
missing-tag-name = Bitte geben Sie ein Schlagwort ein.
field-tag = Schlagwort
action-guest-tagged = Schlagwort vergeben
action-guest-untagged = Schlagwort entfernt
action-tag-made = Schlagwort angelegt
action-tag-removed = Schlagwort gelöscht
field-tag-name = Schlagwort
field-guest = Gast

## Entering an answer

enter-title = Antwort eintragen
enter-legend = Was hat der Gast geantwortet?
enter-yes = Kommt
enter-no = Kommt nicht
enter-hint = Zum Beispiel am Telefon. Das geht auch nach dem Ende der Antwortfrist und vor allen, die warten, aber nie über die Zahl der Plätze hinaus. Einwilligungen kann nur der Gast selbst geben.
enter-companions = Wie viele Begleitpersonen?
enter-message = Nachricht des Gastes
enter-tell = Bestätigung per E-Mail schicken
enter-tell-hint = An { $email }.
enter-do = Antwort eintragen
enter-workshops = Was wählt der Gast?{ $companions ->
    [0] {""}
   *[other] {" "}Begleitpersonen gehen mit.
}
enter-done = Antwort eingetragen.

## Anfragen

standing-maybe = Vielleicht
standing-requested = Angefragt
standing-refused = Abgelehnt
action-guest-maybe = Vielleicht
action-guest-requested = Um einen Platz gebeten
action-guest-admitted = Zugelassen
action-guest-refused = Anfrage abgelehnt
enter-maybe = Vielleicht
guests-admit = Zulassen
guests-refuse = Anfragen ablehnen
guests-refuse-do = Ablehnen
guests-refuse-hint = Steht in der E-Mail an den Gast.
field-word = Ein Wort dazu
guest-decide = Anfrage
guest-decide-text = { $count ->
    [one] Dieser Gast bittet um einen Platz.
   *[other] Dieser Gast bittet um { $count } Plätze.
} Ihre Entscheidung geht per E-Mail hinaus.
guest-decide-again = { $count ->
    [one] Diese Anfrage ist abgelehnt.
   *[other] Diese Anfrage um { $count } Plätze ist abgelehnt.
} Sie können den Gast noch zulassen; das geht per E-Mail hinaus.
guests-done-admit = { $count ->
    [0] Niemand von den Ausgewählten ist zugelassen.
    [one] Ein Gast ist zugelassen.
   *[other] { $count } Gäste sind zugelassen.
}{ $wait ->
    [0] {""}
    [one] {" "}Für einen war kein Platz mehr, er steht jetzt auf der Warteliste.
   *[other] {" "}Für { $wait } war kein Platz mehr, sie stehen jetzt auf der Warteliste.
}{ $left ->
    [0] {""}
    [one] {" "}Für eine Anfrage reichen die Plätze nicht; sie ist noch offen.
   *[other] {" "}Für { $left } Anfragen reichen die Plätze nicht; sie sind noch offen.
}
guests-done-refuse = { $count ->
    [0] Niemand von den Ausgewählten hatte angefragt.
    [one] Eine Anfrage ist abgelehnt.
   *[other] { $count } Anfragen sind abgelehnt.
}
guest-refuse = Anfrage ablehnen
action-guest-data_asked = Link zu den eigenen Daten angefordert
action-guest-data_seen = Eigene Daten angesehen
