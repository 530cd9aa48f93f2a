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
mail-when = { $weekday } { $date }, { $time } Uhr ({ $zone })
mail-address-ms = Sehr geehrte Frau { $title }{ $family }
mail-address-mr = Sehr geehrter Herr { $title }{ $family }
mail-address-neutral = Guten Tag { $title }{ $name }
mail-button-answer = Einladung öffnen und antworten
mail-button-own-page = Zu meiner Seite
mail-footer = Diese Nachricht kommt von { $organiser }. Der Link darin gilt nur für Sie; bitte geben Sie ihn nicht weiter.
