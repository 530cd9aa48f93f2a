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

    { $workshops }

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
letter-link-subject = Your personal link: { $event }
letter-link-text =
    { $salutation },

    somebody – probably you – asked for your personal link. Here it is:

    { $link }

    If that was not you, there is nothing to do.
letter-confirm-subject = Please confirm your registration: { $event }
letter-confirm-text =
    { $salutation },

    somebody – probably you – registered with this e-mail address:

    { $event }
    { $when }
    { $place }

    Please confirm the registration. Your place is held until { $until }:

    { $link }

    If that was not you, there is nothing to do: without confirmation the registration deletes itself.
mail-when-short = { $date }, { $time }
mail-button-confirm = Confirm registration
mail-when = { $weekday }, { $date }, { $time } ({ $zone })
mail-address-ms = Dear Ms { $family }
mail-address-ms-titled = Dear { $title }{ $family }
mail-address-mr = Dear Mr { $family }
mail-address-mr-titled = Dear { $title }{ $family }
mail-address-neutral = Dear { $title }{ $name }
mail-button-answer = Open invitation and answer
mail-button-own-page = Go to my page
mail-footer = This message comes from { $organiser }. The link in it is for you alone; please do not pass it on.

## Writing, testing and sending the invitation

invitation-variables = Words in curly brackets are replaced for each guest: { "{salutation}" }, { "{first-name}" }, { "{last-name}" }, { "{full-name}" }, { "{company}" }, { "{event}" }, { "{when}" }, { "{place}" } and { "{link}" }. After a vertical bar stands what is used if a detail is missing: { "{first-name|all}" }. The personal { "{link}" } must be in each text.
invitation-subject = Subject
invitation-text = Text
invitation-save = Save invitation
invitation-preview = Preview
invitation-preview-guest = As guest
invitation-preview-example = Example: Anna Huber
invitation-preview-language = Language
invitation-look = Update preview
invitation-draft-title = Still a draft
invitation-draft-text = You can send the invitation once the event is published.
invitation-sending = Sending
invitation-is-tested = The saved text has been tested.
invitation-is-not-tested = The saved text has not been tested yet. Send it to yourself first.
invitation-test = Send test to me
invitation-tested = The test is on its way to { $email }.
invitation-nobody = All guests on the list have been invited.
invitation-send =
    { $count ->
        [one] Send invitation to one guest
       *[other] Send invitation to { $count } guests
    }
invitation-sent =
    { $count ->
        [0] No invitation went out. Please check whether the guests have e-mail addresses.
        [one] One invitation is going out.
       *[other] { $count } invitations are going out.
    }

## Mails that were kept instead of sent

mailbox-lead = E-mails are kept here instead of being sent. This shows you what your guests would get.
mailbox-empty-title = No e-mails yet
mailbox-empty-text = As soon as you send or test an invitation, it appears here.
mailbox-subject = Subject
mailbox-to = To
mailbox-at = Time
mailbox-calendar = A calendar entry is attached.

## Telling guests what changed

news-title = Notify guests
news-moved = Time or place have changed
news-cancelled = The event is called off
news-who =
    { $count ->
        [one] One guest who is invited or has accepted does not know yet.
       *[other] { $count } guests who are invited or have accepted do not know yet.
    }
news-write = Notify guests
news-message = A word to go with it
news-message-hint = Stands in the e-mail between greeting and close, the same for everybody.
news-send =
    { $count ->
        [one] Send e-mail to one guest
       *[other] Send e-mail to { $count } guests
    }
news-later = Later
news-all-know = Everybody knows
news-back = To the event
news-told =
    { $count ->
        [0] There was nobody left to notify.
        [one] One e-mail is on its way.
       *[other] { $count } e-mails are on their way.
    }
letter-event-moved-subject = New date or place: { $event }
letter-event-moved-text =
    { $salutation },

    something has changed about this event. This is how it stands now:

    { $event }
    { $when }
    { $place }

    { $message }

    If that does not suit you any more, you can change your answer:

    { $link }
letter-event-cancelled-subject = Cancelled: { $event }
letter-event-cancelled-text =
    { $salutation },

    unfortunately this event does not take place: { $event }, { $when }.

    { $message }

    You can still see your details on this page:

    { $link }

# Waiting list

letter-confirm-waiting-subject = Please confirm your registration: { $event }
letter-confirm-waiting-text =
    { $salutation },

    somebody – probably you – joined the waiting list with this e-mail address:

    { $event }
    { $when }
    { $place }

    Please confirm by { $until } and you are on the waiting list:

    { $link }

    If that was not you, there is nothing to do: without confirmation the registration deletes itself.
letter-waiting-subject = You are on the waiting list: { $event }
letter-waiting-text =
    { $salutation },

    you are on the waiting list for { $event }. If a place becomes free, we write to you.

    { $when }
    { $place }

    Your personal page shows where you are in line. You can also leave the list there:

    { $link }
letter-offered-subject = A place is free: { $event }
letter-offered-text =
    { $salutation },

    { $places ->
        [one] a place has
       *[other] { $places } places have
    } become free for you:

    { $event }
    { $when }
    { $place }

    Please accept by { $until }, or it is the next person's turn:

    { $link }
letter-lapsed-subject = The offer has lapsed: { $event }
letter-lapsed-text =
    { $salutation },

    we offered you a place at { $event } and did not hear from you in time. Now it is the next person's turn.

    If you still want to come, you can stand in line once more:

    { $link }
mail-button-offer = See the offer
