letter-invitation-subject = Einladung: { $event }
letter-invitation-text =
    { $salutation },

    wir laden Sie herzlich ein: { $event }.

    Wann: { $when }
    Wo: { $place }

    Bitte geben Sie uns kurz Bescheid, ob Sie kommen:

    { $link }

    Wir freuen uns auf Sie.
letter-accepted-subject = Sie sind dabei: { $event }
letter-accepted-text =
    { $salutation },

    schön, dass Sie kommen{ $companions ->
        [0] .
        [one] {" "}– zu zweit.
       *[other] {" "}– mit { $companions } Begleitpersonen.
    }

    { $event }
    { $when }
    { $place }

    { $workshops }

    Auf Ihrer persönlichen Seite können Sie Ihre Angaben ändern oder absagen:

    { $link }

    Ein Kalendereintrag liegt bei.
letter-declined-subject = Ihre Absage: { $event }
letter-declined-text =
    { $salutation },

    danke für Ihre Rückmeldung. Schade, dass es diesmal nicht klappt.

    Falls sich etwas ändert, können Sie auf Ihrer persönlichen Seite noch zusagen, solange Plätze frei sind:

    { $link }
letter-already-subject = Ihre persönliche Seite: { $event }
letter-already-text =
    { $salutation },

    jemand – vermutlich Sie – wollte sich mit dieser E-Mail-Adresse anmelden. Sie stehen aber schon auf der Gästeliste. Hier ist Ihre persönliche Seite:

    { $link }

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun.
letter-link-subject = Ihr persönlicher Link: { $event }
letter-link-text =
    { $salutation },

    jemand – vermutlich Sie – hat um Ihren persönlichen Link gebeten. Hier ist er:

    { $link }

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun.
letter-confirm-subject = Bitte bestätigen Sie Ihre Anmeldung: { $event }
letter-confirm-text =
    { $salutation },

    jemand – vermutlich Sie – hat sich mit dieser E-Mail-Adresse angemeldet:

    { $event }
    { $when }
    { $place }

    Bitte bestätigen Sie die Anmeldung. Ihr Platz ist bis { $until } freigehalten:

    { $link }

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird die Anmeldung von selbst gelöscht.
mail-when-short = { $date }, { $time } Uhr
mail-button-confirm = Anmeldung bestätigen
mail-when = { $weekday }, { $date }, { $time } Uhr ({ $zone })
mail-address-ms = Sehr geehrte Frau { $family }
mail-address-ms-titled = Sehr geehrte Frau { $title }{ $family }
mail-address-mr = Sehr geehrter Herr { $family }
mail-address-mr-titled = Sehr geehrter Herr { $title }{ $family }
mail-address-neutral = Guten Tag { $title }{ $name }
mail-button-answer = Einladung öffnen und antworten
mail-button-own-page = Zu meiner Seite
mail-footer = Diese Nachricht kommt von { $organiser }. Der Link darin gilt nur für Sie; bitte geben Sie ihn nicht weiter.
mail-footer-without-link = Diese Nachricht kommt von { $organiser }.

## Writing, testing and sending the invitation

invitation-variables = Wörter in geschweiften Klammern werden für jeden Gast ersetzt: { "{anrede}" }, { "{vorname}" }, { "{nachname}" }, { "{name}" }, { "{firma}" }, { "{veranstaltung}" }, { "{wann}" }, { "{ort}" }, { "{frist}" } und { "{link}" }. Nach einem senkrechten Strich steht, was gilt, wenn eine Angabe fehlt: { "{vorname|zusammen}" }.
invitation-link = Der persönliche { "{link}" } muss in jedem Text stehen.
invitation-subject = Betreff
invitation-text = Text
invitation-preview = Vorschau
invitation-preview-guest = Als Gast
invitation-preview-example = Beispiel: Anna Huber
invitation-preview-language = Sprache
invitation-look = Vorschau aktualisieren
invitation-sending = Senden
invitation-is-tested = Der gespeicherte Text ist getestet.
invitation-is-not-tested = Der gespeicherte Text ist noch nicht getestet. Senden Sie ihn zuerst an sich selbst.
invitation-test = Test an mich senden
invitation-tested = Der Test geht an { $email }.

## The mailings

mailings-label = E-Mails an viele Gäste
mailing-save-the-date = Save the Date
mailing-invitation = Einladung
mailing-reminder = Erinnerung
mailing-thanks = Dank
mailing-save-save-the-date = Text speichern
mailing-save-invitation = Einladung speichern
mailing-save-reminder = Erinnerung speichern
mailing-save-thanks = Text speichern
mailing-who-save-the-date = Geht an alle, die noch nicht eingeladen sind. Ohne persönlichen Link; die Einladung folgt.
mailing-who-invitation = Geht an alle, die noch nicht eingeladen sind.
mailing-who-reminder = Geht an alle, die eingeladen sind und nicht oder mit „Vielleicht“ geantwortet haben.
mailing-who-thanks = Geht an alle, die zugesagt hatten.
mailing-without-address =
    { $count ->
        [one] Ein Gast bekommt diese E-Mail nicht: Er hat keine Adresse.
       *[other] { $count } Gäste bekommen diese E-Mail nicht: Sie haben keine Adresse.
    }
mailing-written-to-save-the-date =
    { $count ->
        [one] Ein Gast hat diese E-Mail schon.
       *[other] { $count } Gäste haben diese E-Mail schon.
    }
mailing-written-to-invitation = { mailing-written-to-save-the-date }
mailing-written-to-reminder =
    { $count ->
        [one] Ein Gast bekommt sie nicht: Einladung oder Erinnerung ging in den letzten zwei Tagen an ihn.
       *[other] { $count } Gäste bekommen sie nicht: Einladung oder Erinnerung ging in den letzten zwei Tagen an sie.
    }
mailing-written-to-thanks = { mailing-written-to-save-the-date }
mailing-nobody-save-the-date = Niemand auf der Liste könnte diese E-Mail noch bekommen.
mailing-nobody-invitation = Alle Gäste auf der Liste sind schon eingeladen.
mailing-nobody-reminder = Es gibt niemanden zu erinnern.
mailing-nobody-thanks = Es gibt niemanden, dem noch zu danken wäre.
mailing-later = Jetzt nicht möglich
mailing-later-save-the-date = Die Veranstaltung hat schon begonnen oder ist abgesagt.
mailing-later-invitation = Senden können Sie die Einladung, sobald die Veranstaltung veröffentlicht ist und solange Antworten angenommen werden.
mailing-later-reminder = Erinnern können Sie, solange die Veranstaltung Antworten annimmt.
mailing-later-thanks = Danken können Sie, sobald die Veranstaltung vorbei ist und solange es die Daten der Gäste noch gibt.
mailing-send-save-the-date =
    { $count ->
        [one] An einen Gast senden
       *[other] An { $count } Gäste senden
    }
mailing-send-invitation =
    { $count ->
        [one] Einladung an einen Gast senden
       *[other] Einladung an { $count } Gäste senden
    }
mailing-send-reminder =
    { $count ->
        [one] Einen Gast erinnern
       *[other] { $count } Gäste erinnern
    }
mailing-send-thanks =
    { $count ->
        [one] Dank an einen Gast senden
       *[other] Dank an { $count } Gäste senden
    }
mailing-sent-save-the-date =
    { $count ->
        [0] Es ging nichts hinaus.
        [one] Eine E-Mail geht hinaus.
       *[other] { $count } E-Mails gehen hinaus.
    }
mailing-sent-invitation =
    { $count ->
        [0] Es ging keine Einladung hinaus. Bitte prüfen Sie, ob die Gäste E-Mail-Adressen haben.
        [one] Eine Einladung geht hinaus.
       *[other] { $count } Einladungen gehen hinaus.
    }
mailing-sent-reminder =
    { $count ->
        [0] Es ging keine Erinnerung hinaus.
        [one] Eine Erinnerung geht hinaus.
       *[other] { $count } Erinnerungen gehen hinaus.
    }
mailing-sent-thanks = { mailing-sent-save-the-date }
guests-remind = Erinnern
guests-done-remind =
    { $count ->
        [0] Es ging keine Erinnerung hinaus: Ausgewählt war niemand, der eingeladen ist, nicht geantwortet hat und zwei Tage lang nichts von Ihnen bekam.
        [one] Eine Erinnerung geht hinaus.
       *[other] { $count } Erinnerungen gehen hinaus.
    }
action-guest-date_announced = Save the Date gesendet
action-guest-reminded = Erinnert
action-guest-thanked = Dank gesendet
action-mailing-date_written = Text des Save the Date geändert
action-mailing-reminder_written = Text der Erinnerung geändert
action-mailing-thanks_written = Text des Danks geändert
letter-save-the-date-subject = Save the Date: { $event }
letter-save-the-date-text =
    { $salutation },

    bitte merken Sie sich den Termin vor: { $event }.

    Wann: { $when }
    Wo: { $place }

    Die Einladung folgt. Wir freuen uns auf Sie.
letter-reminder-subject = Kommen Sie? { $event }
letter-reminder-text =
    { $salutation },

    wir haben Sie eingeladen und noch nichts von Ihnen gehört: { $event }.

    Wann: { $when }
    Wo: { $place }

    Bitte sagen Sie uns bis { $deadline } kurz, ob Sie kommen. Auch eine Absage hilft uns:

    { $link }

    Haben Sie inzwischen geantwortet, können Sie diese Nachricht ignorieren.
letter-thanks-subject = Danke: { $event }
letter-thanks-text =
    { $salutation },

    danke, dass Sie zugesagt haben und dabei waren. Es war uns eine Freude.

    { $event }
    { $when }

    Bis zum nächsten Mal.

## Mails that were kept instead of sent

mailbox-lead = Hier werden E-Mails nicht verschickt, sondern aufbewahrt. So sehen Sie, was Ihre Gäste bekommen würden.
mailbox-empty-title = Noch keine E-Mails
mailbox-empty-text = Sobald Sie eine Einladung senden oder testen, erscheint sie hier.
mailbox-subject = Betreff
mailbox-to = An
mailbox-at = Zeit
mailbox-calendar = Ein Kalendereintrag liegt bei.

## Telling guests what changed

news-title = Gäste benachrichtigen
news-moved = Zeit oder Ort haben sich geändert
news-cancelled = Die Veranstaltung ist abgesagt
news-who =
    { $count ->
        [one] Ein eingeladener oder zugesagter Gast weiß es noch nicht.
       *[other] { $count } eingeladene oder zugesagte Gäste wissen es noch nicht.
    }
news-write = Gäste benachrichtigen
news-message = Ein Wort dazu
news-message-hint = Steht in der E-Mail zwischen Anrede und Gruß, für alle gleich.
news-send =
    { $count ->
        [one] E-Mail an einen Gast senden
       *[other] E-Mail an { $count } Gäste senden
    }
news-later = Später
news-all-know = Alle wissen Bescheid
news-back = Zur Veranstaltung
news-told =
    { $count ->
        [0] Es war niemand mehr zu benachrichtigen.
        [one] Eine E-Mail ist unterwegs.
       *[other] { $count } E-Mails sind unterwegs.
    }
letter-event-moved-subject = Neuer Termin oder Ort: { $event }
letter-event-moved-text =
    { $salutation },

    bei dieser Veranstaltung hat sich etwas geändert. Es gilt jetzt:

    { $event }
    { $when }
    { $place }

    { $message }

    Passt das für Sie nicht mehr, können Sie Ihre Antwort ändern:

    { $link }
letter-event-cancelled-subject = Abgesagt: { $event }
letter-event-cancelled-text =
    { $salutation },

    leider findet diese Veranstaltung nicht statt: { $event }, { $when }.

    { $message }

    Ihre Angaben sehen Sie weiterhin auf dieser Seite:

    { $link }

# Warteliste

letter-confirm-waiting-subject = Bitte bestätigen Sie Ihre Anmeldung: { $event }
letter-confirm-waiting-text =
    { $salutation },

    jemand – vermutlich Sie – hat sich mit dieser E-Mail-Adresse auf die Warteliste gesetzt:

    { $event }
    { $when }
    { $place }

    Bitte bestätigen Sie bis { $until }, dann stehen Sie auf der Warteliste:

    { $link }

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird die Anmeldung von selbst gelöscht.
letter-waiting-subject = Sie stehen auf der Warteliste: { $event }
letter-waiting-text =
    { $salutation },

    Sie stehen auf der Warteliste für { $event }. Wird ein Platz frei, schreiben wir Ihnen.

    { $when }
    { $place }

    An welcher Stelle Sie stehen, sehen Sie auf Ihrer persönlichen Seite. Dort können Sie sich auch wieder streichen:

    { $link }
letter-offered-subject = Ein Platz ist frei: { $event }
letter-offered-text =
    { $salutation },

    { $places ->
        [one] ein Platz ist
       *[other] { $places } Plätze sind
    } für Sie frei geworden:

    { $event }
    { $when }
    { $place }

    Bitte nehmen Sie bis { $until } an, sonst ist die nächste Person an der Reihe:

    { $link }
letter-lapsed-subject = Das Angebot ist verfallen: { $event }
letter-lapsed-text =
    { $salutation },

    wir hatten Ihnen einen Platz für { $event } angeboten und bis zum Ende der Frist nichts von Ihnen gehört. Jetzt ist die nächste Person an der Reihe.

    Wenn Sie noch kommen möchten, können Sie sich noch einmal anstellen:

    { $link }
mail-button-offer = Zum Angebot

## Anfragen und offene Antworten

letter-confirm-request-subject = Bitte bestätigen Sie Ihre Anfrage: { $event }
letter-confirm-request-text =
    { $salutation },

    jemand – vermutlich Sie – hat mit dieser E-Mail-Adresse um einen Platz gebeten:

    { $event }
    { $when }
    { $place }

    Bitte bestätigen Sie bis { $until }, dann wird über Ihre Anfrage entschieden:

    { $link }

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ohne Bestätigung wird die Anfrage von selbst gelöscht.
letter-requested-subject = Ihre Anfrage ist da: { $event }
letter-requested-text =
    { $salutation },

    wir haben Ihre Anfrage für { $event } bekommen. Sobald darüber entschieden ist, schreiben wir Ihnen.

    { $when }
    { $place }

    Auf Ihrer persönlichen Seite können Sie Ihre Angaben ändern oder die Anfrage zurückziehen:

    { $link }
letter-refused-subject = Leider kein Platz: { $event }
letter-refused-text =
    { $salutation },

    danke für Ihr Interesse an { $event }. Leider können wir Ihnen diesmal keinen Platz anbieten.

    { $word }

    Was über Sie gespeichert ist, sehen Sie auf Ihrer persönlichen Seite:

    { $link }
letter-maybe-subject = Vielleicht: { $event }
letter-maybe-text =
    { $salutation },

    danke für Ihre Rückmeldung. Sie wissen noch nicht, ob Sie kommen. Ein Platz ist noch nicht für Sie reserviert; zusagen oder absagen können Sie auf Ihrer persönlichen Seite:

    { $link }

    { $event }
    { $when }
    { $place }

## Meine Daten

letter-own-data-subject = Ihre Daten
letter-own-data-text =
    { $salutation },

    jemand – vermutlich Sie – möchte sehen, was { $organiser } über Sie gespeichert hat. Dieser Link zeigt es; er gilt eine Stunde:

    { $link }

    Wenn Sie das nicht waren, brauchen Sie nichts zu tun.
mail-button-confirm-request = Anfrage bestätigen
mail-button-own-data = Meine Daten ansehen
mail-kind-invitation = Einladung
mail-kind-save-the-date = Save the Date
mail-kind-reminder = Erinnerung
mail-kind-thanks = Dank
mail-kind-confirmation = Bestätigung
mail-kind-cancellation = Absage
mail-kind-offer = Angebot eines Platzes
mail-kind-workshop = Workshop
mail-kind-event-moved = Neuer Termin oder Ort
mail-kind-event-cancelled = Veranstaltung abgesagt
mail-kind-own-data = Link zu den eigenen Daten

mail-objection = Keine Einladungen von { $organiser } mehr:
mail-objection-link = Keine Einladungen von { $organiser } mehr
objection-title = Keine Einladungen mehr
objection-lead = { $organiser } schreibt Ihnen dann keine Ankündigungen, Einladungen, Erinnerungen und Dankschreiben mehr, zu keiner Veranstaltung. Was zu einer Antwort gehört, die Sie selbst gegeben haben (Bestätigung, frei gewordener Platz, neuer Termin), kommt weiter.
objection-do = Keine Einladungen mehr senden
objection-since = Seit { $day } sendet { $organiser } Ihnen keine Einladungen mehr. Das gilt auch, wenn Ihre Daten gelöscht werden: Aufbewahrt wird nur ein Kennzeichen, aus dem niemand Ihre Adresse lesen kann.
objection-end = Einladungen wieder erlauben
objection-ended = { $organiser } darf Sie wieder einladen.
mailing-objecting =
    { $count ->
        [one] Ein Gast bekommt diese E-Mail nicht: Er hat Einladungen widersprochen.
       *[other] { $count } Gäste bekommen diese E-Mail nicht: Sie haben Einladungen widersprochen.
    }
guest-objects = Will keine Einladungen seit
action-person-objected = Einladungen widersprochen
action-person-objection_ended = Einladungen wieder erlaubt
mails-still = E-Mails stehen still
mails-still-text = Seit über einer Minute warten E-Mails, und keine geht hinaus. Es geht nichts verloren. Bitte sagen Sie dem Betreiber dieser Installation Bescheid.
action-mail-unwanted = Nicht gesendet: Der Gast will keine Einladungen
