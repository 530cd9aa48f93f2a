letter-invitation-subject = Invitation: { $event }
letter-invitation-text =
    { $salutation },

    You are warmly invited to { $event }.

    When: { $when }
    Where: { $place }

    Please let us know whether you are coming:

    { $link }

    We look forward to seeing you.
letter-accepted-subject = You are coming: { $event }
letter-accepted-text =
    { $salutation },

    How nice that you are coming{ $companions ->
        [0] .
        [one] {" "}with a companion.
       *[other] {" "}with { $companions } companions.
    }

    { $event }
    { $when }
    { $place }

    On your personal page you can change your details or cancel:

    { $link }

    A calendar entry is attached.
letter-declined-subject = Your reply: { $event }
letter-declined-text =
    { $salutation },

    Thank you for letting us know. It is a pity that you cannot come this time.

    If anything changes, you can still accept on your personal page while places are left:

    { $link }
letter-already-subject = Your personal page: { $event }
letter-already-text =
    { $salutation },

    Somebody – probably you – tried to register with this e-mail address. You are already on the guest list. Here is your personal page:

    { $link }

    If it was not you, there is nothing you need to do.
mail-when = { $weekday } { $date }, { $time } ({ $zone })
mail-address-ms = Dear Ms { $title }{ $family }
mail-address-mr = Dear Mr { $title }{ $family }
mail-address-neutral = Dear { $title }{ $name }
mail-button-answer = Open invitation and answer
mail-button-own-page = Go to my page
mail-footer = This message comes from { $organiser }. The link in it is for you alone; please do not pass it on.
