## Public page of an event

registration-title = Anmelden
registration-email-hint = An diese Adresse senden wir Ihre Bestätigung.
registration-privacy = { $organiser } verwendet Ihre Angaben nur für diese Veranstaltung. Sie werden verschlüsselt gespeichert und nach dem { $date } gelöscht.
registration-submit = Verbindlich anmelden
registration-cancelled-title = Die Veranstaltung ist abgesagt
registration-cancelled-text = Sie findet nicht statt. Eine Anmeldung ist nicht mehr möglich.
registration-past-title = Die Veranstaltung ist vorbei
registration-past-text = Eine Anmeldung ist nicht mehr möglich.
registration-closed-title = Die Anmeldung ist geschlossen
registration-closed-text = Anmeldungen werden nicht mehr angenommen.
registration-by-invitation-title = Nur mit Einladung
registration-by-invitation-text = Wenn Sie eingeladen sind, öffnen Sie bitte den persönlichen Link aus Ihrer E-Mail.
registration-early-title = Die Anmeldung ist noch nicht offen
registration-early-text = Antworten sind ab { $opens } möglich.
registration-full-title = Alle Plätze sind vergeben
registration-full-text = Wenn jemand absagt, wird wieder ein Platz frei. Bitte versuchen Sie es später noch einmal.
thanks-title = Bitte bestätigen Sie Ihre Anmeldung
thanks-text = Wir senden Ihnen eine E-Mail. Mit dem Link darin bestätigen Sie; so lange ist Ihr Platz bis zu 24 Stunden freigehalten.
thanks-spam = Keine E-Mail da? Bitte sehen Sie auch im Spam-Ordner nach.

## Companions

companions-count = Wie viele Personen bringen Sie mit?
companions-choice =
    { $count ->
        [0] Niemanden
        [one] Eine Person
       *[other] { $count } Personen
    }
companions-name =
    { $max ->
        [one] Name der Begleitperson
       *[other] Name der Begleitperson { $number }
    }

## Personal invitation

invited-greeting = Guten Tag, { $name }
invited-question = Kommen Sie?
invited-until = Bitte antworten Sie bis { $date }.
invited-email-hint = An diese Adresse senden wir Ihre Bestätigung.
invited-submit = Antwort senden
invited-not-me = Diese Einladung gilt für { $name }. Sind Sie das nicht? Dann antworten Sie bitte nicht und sagen Sie es der Stelle, die sie gesendet hat.
invited-answered = Ihre Antwort ist bei uns. Alles Weitere finden Sie auf Ihrer persönlichen Seite.
invited-to-own-page = Zu meiner Seite
answer-legend = Ihre Antwort
answer-yes = Zusagen
answer-no = Absagen

## Own page

own-title-accepted = Sie haben zugesagt
own-title-declined = Sie haben abgesagt
own-title-cancelled = Sie haben Ihre Zusage storniert
own-greeting-accepted = Sie sind dabei, { $name }.
own-greeting-declined = Schade, dass Sie nicht kommen, { $name }.
own-greeting-cancelled = Ihre Zusage ist storniert, { $name }.
own-greeting-open = Kommen Sie, { $name }?
own-places =
    { $companions ->
        [0] Ein Platz ist für Sie reserviert.
        [one] Zwei Plätze sind reserviert: für Sie und eine Begleitperson.
       *[other] Plätze für Sie und { $companions } Begleitpersonen sind reserviert.
    }
own-mail-sent = Die Bestätigung senden wir Ihnen per E-Mail.
own-calendar = In den Kalender eintragen
own-change = Antwort ändern
own-answer = Antwort geben
own-change-open = Antwort und Angaben bearbeiten
own-cancel = Doch keine Zeit?
own-cancel-text = Wenn Sie stornieren, werden Ihr Platz und die Plätze Ihrer Begleitpersonen wieder frei.
own-cancel-do = Zusage stornieren

# Tickets

ticket-title = Eintrittskarte
ticket-code = Code der Karte für { $name }
ticket-companion = Begleitung von { $name }
ticket-organiser = Veranstaltet von
ticket-hint = Zeigen Sie den Code beim Einlass, auf dem Bildschirm oder auf Papier. Er gilt für eine Person und wird ungültig, wenn abgesagt wird.
own-paper = { $count ->
    [one] Karte als PDF
   *[other] { $count } Karten als PDF
}
own-companions = Karten der Begleitung
own-companions-text = Jede Person hat einen eigenen Code und kann für sich kommen.

# Der persönliche Link

link-title = Link nicht zur Hand?
link-lead = Geben Sie die Adresse ein, mit der Sie eingeladen oder angemeldet sind. Wir senden den Link noch einmal.
link-do = Link senden
link-thanks-title = Sehen Sie in Ihre E-Mails
link-thanks-text = Wenn diese Adresse auf der Gästeliste steht, bekommt sie den persönlichen Link, höchstens alle zehn Minuten einmal.

# Bestätigen

own-greeting-unconfirmed = Noch ein Klick, { $name }.
confirm-title = Anmeldung bestätigen
confirm-text = Ihr Platz ist bis { $until } für Sie freigehalten. Ohne Bestätigung wird die Anmeldung dann von selbst gelöscht.
confirm-do = Anmeldung bestätigen
confirm-discard = Das war ich nicht
discarded-title = Gelöscht
discarded-text = Die Anmeldung ist verworfen und gelöscht.
thanks-again = Falsche Adresse? Noch einmal anmelden
confirm-name = Name
confirm-elsewhere = Ihre Anmeldung ist noch nicht bestätigt. Das geht auf Ihrer persönlichen Seite.

# Warteliste

waiting-title = Auf die Warteliste
waiting-do = Auf die Warteliste
waiting-lead = Sie können sich auf die Warteliste setzen. Wird ein Platz frei, schreiben wir Ihnen; Sie haben dann { $time } Zeit, längstens bis zum Ende der Antwortfrist. Es bindet Sie zu nichts.
waiting-card = Warteliste
waiting-place = Sie stehen an Stelle { $place }.
waiting-next = Wird ein Platz frei, schreiben wir Ihnen. Sie haben dann { $time } Zeit, längstens bis zum Ende der Antwortfrist; danach ist die nächste Person an der Reihe.
waiting-leave = Von der Warteliste streichen
offer-title = Ein Platz ist frei
offer-text = { $places ->
    [one] Bis { $until } ist ein Platz für Sie freigehalten.
   *[other] Bis { $until } sind { $places } Plätze für Sie freigehalten.
} Danach ist die nächste Person an der Reihe.
offer-take = Platz annehmen
offer-leave = Platz nicht annehmen
own-title-waiting = Sie stehen auf der Warteliste
own-title-offered = Ein Platz ist für Sie frei
own-title-lapsed = Das Angebot ist verfallen
own-greeting-waiting = Sie stehen auf der Warteliste, { $name }.
own-greeting-offered = Ein Platz ist für Sie frei, { $name }.
own-greeting-lapsed = Das Angebot ist leider verfallen, { $name }.
invited-decide = Auf Ihrer persönlichen Seite können Sie sich entscheiden.
confirm-text-waiting = Bestätigen Sie bis { $until }, dann stehen Sie auf der Warteliste. Ohne Bestätigung wird die Anmeldung von selbst gelöscht.
thanks-waiting-title = Bitte bestätigen Sie Ihre Anmeldung
thanks-waiting-text = Wir senden Ihnen eine E-Mail. Mit dem Link darin bestätigen Sie, dann stehen Sie auf der Warteliste. Unter allen, die bestätigt haben, zählt der Zeitpunkt der Anmeldung.
waiting-closed = Die Warteliste ist geschlossen, Plätze werden nicht mehr angeboten.
offer-time = { $hours ->
    [one] eine Stunde
    [24] einen Tag
    [48] zwei Tage
    [72] drei Tage
    [168] eine Woche
   *[other] { $hours } Stunden
}

# Anfragen und offene Antworten

answer-maybe = Vielleicht
answer-request = Um einen Platz bitten
own-title-requested = Sie haben um einen Platz gebeten
own-title-refused = Es gibt leider keinen Platz für Sie
own-greeting-maybe = Sie wissen es noch nicht, { $name }?
own-greeting-requested = Ihre Anfrage ist bei uns, { $name }.
own-greeting-refused = Leider gibt es keinen Platz für Sie, { $name }.
registration-request-title = Um einen Platz bitten
registration-request-lead = Über jede Anmeldung wird entschieden
registration-request-text = { $organiser } prüft Ihre Anfrage und schreibt Ihnen, ob Sie einen Platz bekommen. Bis dahin ist noch nichts vergeben.
registration-request-submit = Anfrage senden
thanks-asked-title = Bitte bestätigen Sie Ihre Anfrage
thanks-asked-text = Wir senden Ihnen eine E-Mail. Mit dem Link darin bestätigen Sie Ihre Adresse; danach wird über Ihre Anfrage entschieden. Unbestätigt wird sie nach 24 Stunden von selbst gelöscht.
confirm-request-title = Anfrage bestätigen
confirm-request-do = Anfrage bestätigen
confirm-text-request = Bestätigen Sie bis { $until }, dann wird über Ihre Anfrage entschieden. Ohne Bestätigung wird sie von selbst gelöscht.
request-card = Ihre Anfrage
request-text = { $organiser } entscheidet über Ihre Anfrage und schreibt Ihnen. Sie brauchen nichts weiter zu tun.
request-leave = Anfrage zurückziehen

# Meine Daten

own-data-title = Meine Daten
own-data-what = Hier sehen Sie alles, was { $organiser } über Sie gespeichert hat, können es mitnehmen oder löschen lassen. Damit es nur Sie sehen, senden wir einen Link an Ihre E-Mail-Adresse; er gilt eine Stunde.
own-data-ask = Link senden
own-data-asked = Der Link ist unterwegs an Ihre E-Mail-Adresse. Er gilt eine Stunde.
own-data-over = Dieser Link gilt nicht mehr. Sie können einen neuen anfordern.
own-data-no-mail = Zu Ihnen ist keine E-Mail-Adresse gespeichert. Bitte wenden Sie sich an { $organiser }.
own-data-objects = Seit { $day } sendet { $organiser } Ihnen keine Einladungen mehr, weil Sie widersprochen haben.
own-data-lead = Alles, was { $organiser } über Sie gespeichert hat. Diese Seite ist bis { $until } offen.
own-data-take = Als Datei mitnehmen
own-data-correct = Angaben ändern
own-data-listed = Auf der Liste seit
own-data-mails = { $count ->
    [one] Eine E-Mail an Sie
   *[other] { $count } E-Mails an Sie
}
own-data-deeds = { $count ->
    [one] Ein Eintrag im Protokoll
   *[other] { $count } Einträge im Protokoll: wer was wann getan hat
}
own-data-delete = Wird nach dem { $date } von selbst gelöscht.
own-data-erase = Alles löschen
own-data-erase-open = Meine Daten löschen lassen
own-data-erase-text = Alles, was { $organiser } über Sie gespeichert hat, wird sofort und für immer gelöscht, bei allen Veranstaltungen. Zusagen und Plätze verfallen, Karten und Links gelten nicht mehr. In Sicherungen ist es spätestens nach 30 Tagen unlesbar.
own-data-erase-id = Ihre Kennung ist { $person }. Mit ihr kann der Veranstalter die unterschriebene Bescheinigung über die Löschung ausstellen.
own-data-erase-do = Endgültig löschen
erased-title = Gelöscht
erased-text = Alles, was über Sie gespeichert war, ist gelöscht.
invited-refused = Für diese Veranstaltung gibt es leider keinen Platz. Was über Sie gespeichert ist, sehen Sie auf Ihrer persönlichen Seite.
