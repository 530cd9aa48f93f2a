## Public page of an event

registration-title = Register
registration-email-hint = We send your confirmation to this address.
registration-privacy = { $organiser } uses your details for this event only. They are stored in encrypted form and deleted after { $date }.
registration-submit = Register
registration-cancelled-title = The event has been cancelled
registration-cancelled-text = It will not take place. Registration is no longer possible.
registration-past-title = The event is over
registration-past-text = Registration is no longer possible.
registration-closed-title = Registration is closed
registration-closed-text = Registrations are no longer taken.
registration-by-invitation-title = By invitation only
registration-by-invitation-text = If you are invited, please open the personal link in your e-mail.
registration-early-title = Registration is not open yet
registration-early-text = Answers are possible from { $opens }.
registration-full-title = All places are taken
registration-full-text = If somebody cancels, a place becomes free. Please try again later.
thanks-title = Please confirm your registration
thanks-text = We send you a mail. Confirm by the link in it; until then your place is held for up to 24 hours.
thanks-spam = No e-mail? Please look in your spam folder too.

## Companions

companions-count = How many people are you bringing?
companions-choice =
    { $count ->
        [0] Nobody
        [one] One person
       *[other] { $count } people
    }
companions-name =
    { $max ->
        [one] Name of your companion
       *[other] Name of companion { $number }
    }

## Personal invitation

invited-greeting = Hello, { $name }
invited-question = Are you coming?
invited-until = Please answer by { $date }.
invited-email-hint = We send your confirmation to this address.
invited-submit = Send answer
invited-not-me = This invitation is for { $name }. Is that not you? Then please do not answer, and tell whoever sent it.
invited-answered = We have your answer. You find everything else on your personal page.
invited-to-own-page = Go to my page
answer-legend = Your answer
answer-yes = Accept
answer-no = Decline

## Own page

own-title-accepted = You have accepted
own-title-declined = You have declined
own-title-cancelled = You have cancelled
own-greeting-accepted = You are coming, { $name }.
own-greeting-declined = A pity that you cannot come, { $name }.
own-greeting-cancelled = Your place is cancelled, { $name }.
own-greeting-open = Are you coming, { $name }?
own-places =
    { $companions ->
        [0] One place is reserved for you.
        [one] Two places are reserved: for you and one companion.
       *[other] Places are reserved for you and { $companions } companions.
    }
own-mail-sent = We send you the confirmation by e-mail.
own-calendar = Add to calendar
own-change = Change your answer
own-answer = Give your answer
own-change-open = Edit answer and details
own-cancel = Plans changed?
own-cancel-text = If you cancel, your place and those of your companions become free again.
own-cancel-do = Cancel my place

# Tickets

ticket-title = Ticket
ticket-code = Code of the ticket for { $name }
ticket-companion = Companion of { $name }
ticket-organiser = Hosted by
ticket-hint = Show the code at the door, on a screen or on paper. It admits one person and is void once you cancel.
own-paper = { $count ->
    [one] Ticket as PDF
   *[other] { $count } tickets as PDF
}
own-companions = Tickets of companions
own-companions-text = Each person has an own code and can come by themselves.

# The personal link

link-title = Link not at hand?
link-lead = Enter the address with which you were invited or registered. We send the link once more.
link-do = Send link
link-thanks-title = Look into your mail
link-thanks-text = If this address is on the guest list, it gets the personal link, at most once every ten minutes.

# Confirming

own-greeting-unconfirmed = One more click, { $name }.
confirm-title = Confirm registration
confirm-text = Your place is held for you until { $until }. Without confirmation the registration then deletes itself.
confirm-do = Confirm registration
confirm-discard = That was not me
discarded-title = Deleted
discarded-text = The registration is discarded and deleted.
thanks-again = Wrong address? Register once more
confirm-name = Name
confirm-elsewhere = Your registration is not confirmed yet. You can do that on your personal page.

# Waiting list

waiting-title = Join the waiting list
waiting-do = Join the waiting list
waiting-lead = You can join the waiting list. If a place becomes free, we write to you; you then have { $time } to decide, but no longer than answers are taken. You commit to nothing.
waiting-card = Waiting list
waiting-place = You are number { $place } in line.
waiting-next = If a place becomes free, we write to you. You then have { $time } to decide, but no longer than answers are taken; after that it is the next person's turn.
waiting-leave = Leave the waiting list
offer-title = A place is free
offer-text = { $places ->
    [one] A place is held for you until { $until }.
   *[other] { $places } places are held for you until { $until }.
} After that it is the next person's turn.
offer-take = Take the place
offer-leave = Decline the place
own-title-waiting = You are on the waiting list
own-title-offered = A place is free for you
own-title-lapsed = The offer has lapsed
own-greeting-waiting = You are on the waiting list, { $name }.
own-greeting-offered = A place is free for you, { $name }.
own-greeting-lapsed = The offer has lapsed, { $name }.
invited-decide = You can decide on your personal page.
confirm-text-waiting = Confirm by { $until } and you are on the waiting list. Without confirmation the registration deletes itself.
thanks-waiting-title = Please confirm your registration
thanks-waiting-text = We send you a mail. Confirm by the link in it and you are on the waiting list. Among all who confirmed, what counts is when they registered.
waiting-closed = The waiting list is closed; places are no longer offered.
offer-time = { $hours ->
    [one] one hour
    [24] one day
    [48] two days
    [72] three days
    [168] a week
   *[other] { $hours } hours
}

# Requests and open answers

answer-maybe = Maybe
answer-request = Ask for a place
own-title-requested = You have asked for a place
own-title-refused = There is no place for you
own-greeting-maybe = Not sure yet, { $name }?
own-greeting-requested = We have your request, { $name }.
own-greeting-refused = We are sorry, { $name }: there is no place for you.
registration-request-title = Ask for a place
registration-request-lead = Each registration is decided on
registration-request-text = { $organiser } looks at your request and writes to you whether you get a place. Until then nothing is taken.
registration-request-submit = Send request
thanks-asked-title = Please confirm your request
thanks-asked-text = We send you a mail. Confirm your address by the link in it; after that your request is decided on. Unconfirmed it deletes itself after 24 hours.
confirm-request-title = Confirm request
confirm-request-do = Confirm request
confirm-text-request = Confirm by { $until }, then your request is decided on. Without confirmation it deletes itself.
request-card = Your request
request-text = { $organiser } decides on your request and writes to you. There is nothing else for you to do.
request-leave = Withdraw request

# My data

own-data-title = My data
own-data-what = Here you see everything that { $organiser } holds about you, and can take it along or have it erased. So that only you see it, we send a link to your e-mail address; it is good for an hour.
own-data-ask = Send link
own-data-asked = The link is on its way to your e-mail address. It is good for an hour.
own-data-over = This link is no longer good. You can ask for another.
own-data-no-mail = No e-mail address is held of you. Please ask { $organiser }.
own-data-objects = Since { $day } { $organiser } sends you no more invitations, because you objected.
own-data-lead = Everything that { $organiser } holds about you. This page is open until { $until }.
own-data-take = Take along as a file
own-data-correct = Change details
own-data-listed = On the list since
own-data-mails = { $count ->
    [one] One mail to you
   *[other] { $count } mails to you
}
own-data-deeds = { $count ->
    [one] One entry in the log
   *[other] { $count } entries in the log: who did what when
}
own-data-delete = Deletes itself after { $date }.
own-data-erase = Erase everything
own-data-erase-open = Have my data erased
own-data-erase-text = Everything that { $organiser } holds about you is erased at once and for good, at all events. Acceptances and places lapse, tickets and links are void. In backups it is unreadable after 30 days at the latest.
own-data-erase-id = Your id is { $person }. With it the organiser can issue the signed certificate of the erasure.
own-data-erase-do = Erase for good
erased-title = Erased
erased-text = Everything that was held about you is erased.
invited-refused = There is no place for you at this event. What is held about you is shown on your personal page.
