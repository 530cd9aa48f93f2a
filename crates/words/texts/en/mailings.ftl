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
mail-footer-without-link = This message comes from { $organiser }.

## Writing, testing and sending the invitation

invitation-variables = Words in curly brackets are replaced for each guest: { "{salutation}" }, { "{first-name}" }, { "{last-name}" }, { "{full-name}" }, { "{company}" }, { "{event}" }, { "{when}" }, { "{place}" }, { "{deadline}" } and { "{link}" }. After a vertical bar stands what is used if a detail is missing: { "{first-name|all}" }.
invitation-link = The personal { "{link}" } must be in each text.
invitation-subject = Subject
invitation-text = Text
invitation-preview = Preview
invitation-preview-guest = As guest
invitation-preview-example = Example: Anna Huber
invitation-preview-language = Language
invitation-look = Update preview
invitation-sending = Sending
invitation-is-tested = The saved text has been tested.
invitation-is-not-tested = The saved text has not been tested yet. Send it to yourself first.
invitation-test = Send test to me
invitation-tested = The test is on its way to { $email }.

## The mailings

mailings-label = E-mails to many guests
mailing-save-the-date = Save the date
mailing-invitation = Invitation
mailing-reminder = Reminder
mailing-thanks = Thanks
mailing-save-save-the-date = Save text
mailing-save-invitation = Save invitation
mailing-save-reminder = Save reminder
mailing-save-thanks = Save text
mailing-who-save-the-date = Goes to everybody who is not invited yet. Without a personal link; the invitation follows.
mailing-who-invitation = Goes to everybody who is not invited yet.
mailing-who-reminder = Goes to everybody who is invited and has not answered, or answered maybe.
mailing-who-thanks = Goes to everybody who had accepted.
mailing-without-address =
    { $count ->
        [one] One guest will not get it: no e-mail address.
       *[other] { $count } guests will not get it: no e-mail address.
    }
mailing-written-to-save-the-date =
    { $count ->
        [one] One guest has it already.
       *[other] { $count } guests have it already.
    }
mailing-written-to-invitation = { mailing-written-to-save-the-date }
mailing-written-to-reminder =
    { $count ->
        [one] One guest does not get it: the invitation or a reminder went out in the last two days.
       *[other] { $count } guests do not get it: the invitation or a reminder went out to them in the last two days.
    }
mailing-written-to-thanks = { mailing-written-to-save-the-date }
mailing-nobody-save-the-date = There is nobody on the list who could still get it.
mailing-nobody-invitation = All guests on the list are invited already.
mailing-nobody-reminder = There is nobody to remind.
mailing-nobody-thanks = There is nobody left to thank.
mailing-later = Not possible now
mailing-later-save-the-date = The event has begun or is cancelled.
mailing-later-invitation = You can send the invitation once the event is published and as long as answers are taken.
mailing-later-reminder = You can remind guests as long as the event takes answers.
mailing-later-thanks = You can thank guests once the event is over and as long as their data are still there.
mailing-send-save-the-date =
    { $count ->
        [one] Send to one guest
       *[other] Send to { $count } guests
    }
mailing-send-invitation =
    { $count ->
        [one] Send invitation to one guest
       *[other] Send invitation to { $count } guests
    }
mailing-send-reminder =
    { $count ->
        [one] Remind one guest
       *[other] Remind { $count } guests
    }
mailing-send-thanks =
    { $count ->
        [one] Send thanks to one guest
       *[other] Send thanks to { $count } guests
    }
mailing-sent-save-the-date =
    { $count ->
        [0] Nothing went out.
        [one] One e-mail is on its way.
       *[other] { $count } e-mails are on their way.
    }
mailing-sent-invitation =
    { $count ->
        [0] No invitation went out. Please check whether the guests have e-mail addresses.
        [one] One invitation is on its way.
       *[other] { $count } invitations are on their way.
    }
mailing-sent-reminder =
    { $count ->
        [0] No reminder went out.
        [one] One reminder is on its way.
       *[other] { $count } reminders are on their way.
    }
mailing-sent-thanks = { mailing-sent-save-the-date }
guests-remind = Remind
guests-done-remind =
    { $count ->
        [0] No reminder went out: nobody was selected who is invited, has not answered and has heard nothing from you for two days.
        [one] One reminder is on its way.
       *[other] { $count } reminders are on their way.
    }
action-guest-date_announced = Save the date sent
action-guest-reminded = Reminded
action-guest-thanked = Thanks sent
action-mailing-date_written = Text of the save the date changed
action-mailing-reminder_written = Text of the reminder changed
action-mailing-thanks_written = Text of the thanks changed
letter-save-the-date-subject = Save the date: { $event }
letter-save-the-date-text =
    { $salutation },

    Please save the date: { $event }.

    When: { $when }
    Where: { $place }

    The invitation will follow. We look forward to seeing you.
letter-reminder-subject = Are you coming? { $event }
letter-reminder-text =
    { $salutation },

    We invited you and have not heard back yet: { $event }.

    When: { $when }
    Where: { $place }

    Please let us know by { $deadline } whether you are coming. A no helps us, too:

    { $link }

    If you have answered in the meantime, please ignore this message.
letter-thanks-subject = Thank you for coming: { $event }
letter-thanks-text =
    { $salutation },

    Thank you for accepting and being there. It was a pleasure.

    { $event }
    { $when }

    Until next time.

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

## Requests and open answers

letter-confirm-request-subject = Please confirm your request: { $event }
letter-confirm-request-text =
    { $salutation },

    somebody – probably you – has asked for a place with this e-mail address:

    { $event }
    { $when }
    { $place }

    Please confirm by { $until }, then your request is decided on:

    { $link }

    If it was not you, there is nothing to do: without confirmation the request deletes itself.
letter-requested-subject = We have your request: { $event }
letter-requested-text =
    { $salutation },

    we have your request for { $event }. As soon as it is decided on, we write to you.

    { $when }
    { $place }

    On your personal page you can change your details or withdraw the request:

    { $link }
letter-refused-subject = No place this time: { $event }
letter-refused-text =
    { $salutation },

    thank you for your interest in { $event }. We are sorry that we cannot offer you a place this time.

    { $word }

    What is stored about you is shown on your personal page:

    { $link }
letter-maybe-subject = Maybe: { $event }
letter-maybe-text =
    { $salutation },

    thank you for your answer. You do not know yet whether you will come. No place is reserved for you so far; you can accept or decline on your personal page:

    { $link }

    { $event }
    { $when }
    { $place }

## My data

letter-own-data-subject = Your data
letter-own-data-text =
    { $salutation },

    somebody – probably you – would like to see what { $organiser } holds about you. This link shows it; it is good for an hour:

    { $link }

    If it was not you, there is nothing to do.
mail-button-confirm-request = Confirm request
mail-button-own-data = See my data
mail-kind-invitation = Invitation
mail-kind-save-the-date = Save the date
mail-kind-reminder = Reminder
mail-kind-thanks = Thanks
mail-kind-confirmation = Confirmation
mail-kind-cancellation = Cancellation
mail-kind-offer = Offer of a place
mail-kind-workshop = Workshop
mail-kind-event-moved = New time or place
mail-kind-event-cancelled = Event cancelled
mail-kind-own-data = Link to the own data

mail-objection = No more invitations from { $organiser }:
mail-objection-link = No more invitations from { $organiser }
objection-title = No more invitations
objection-lead = { $organiser } will then write you no more announcements, invitations, reminders and thanks, for no event. What belongs to an answer that you gave (a confirmation, a place that became free, a new date) still comes.
objection-do = Send no more invitations
objection-since = Since { $day } { $organiser } sends you no more invitations. That stays so when your data are erased: only a mark is kept, from which nobody can read your address.
objection-end = Allow invitations again
objection-ended = { $organiser } may invite you again.
mailing-objecting =
    { $count ->
        [one] One guest does not get this mail: they objected to invitations.
       *[other] { $count } guests do not get this mail: they objected to invitations.
    }
guest-objects = Wants no invitations since
action-person-objected = Objected to invitations
action-person-objection_ended = Invitations allowed again
mails-still = Mails stand still
mails-still-text = Mails have been waiting for more than a minute, and none goes out. Nothing is lost. Please tell the operator of this installation.
action-mail-unwanted = Not sent: the guest wants no invitations
