# Everywhere: frame, buttons, fields, problems, pages for what went wrong. A name in braces is set in by the code.

product-name = Einlass
title-with-problem = Error: { $title }
participant-footer = Guests’ data is encrypted with a separate key for each person and deleted after the event.

## Frame

nav-label = Sections
nav-dashboard = Overview
nav-events = Events
nav-mailbox = Outbox
skip-to-content = Skip to content
account = Account
switches-label = Language and appearance
language-name-de = Deutsch
language-name-en = English
theme-light = Light
theme-dark = Dark
theme-system = Same as device

## Buttons and short words

save = Save details
saved = Saved.
cancel = Cancel
undo = Undo
refresh = Refresh page
search = Search
filter-reset = Reset filters
optional = (optional)
pages-label = Pages of the list
pages-first = Back to the start
pages-next = Next page

## Dates

when-one-day = { $weekday }, { $date }, { $time }–{ $endtime } ({ $zone })
when-days = { $weekday }, { $date }, { $time } – { $endweekday }, { $enddate }, { $endtime } ({ $zone })
date-and-time = { $date }, { $time }

## Fields

field-ignore = Leave out
field-root-version = Version of the root key
field-salutation = Salutation
field-honorific-prefix = Title before the name
field-given-name = First name
field-family-name = Last name
field-honorific-suffix = Title after the name
field-full-name = First and last name
field-name = Name
field-email = E-mail address
field-password = Password
field-old-password = Current password
field-new-password = New password
field-until = Last day
field-factor = Second factor
field-proof = Confirmed by
field-second-factor = Second factor required
field-tel = Phone
field-organization = Company or institution
field-organization-title = Position
field-language = Language
field-companions = Companions
field-places = Places
field-answer = Answer
field-message = Message
field-guests = Guests
field-role = Role
field-mail = E-mail
field-title = Title
field-place = Place
field-description = Description
field-starts = Start
field-ends = End
field-opens = Answers from
field-answer-until = Answers until
field-heading = Heading
field-heading-en = Heading in English
field-more = Text
field-more-en = Text in English
field-time = Time
field-title-en = Title in English
field-place-en = Place in English
field-description-en = Description in English
field-agenda = Agenda
field-people = People
field-questions = Questions and answers
field-contact = Contact
field-colour = Colour
field-companions-max = Companions allowed
field-zone = Time zone
field-admission = Who can take part
field-capacity = Places
field-subject-de = German subject
field-text-de = German text
field-subject-en = English subject
field-text-en = English text
field-erased = People who stay erased
field-links = Personal links
field-made-at = Time of the backup
field-mails = E-mails
field-rows = Rows

## Nothing was entered

missing-title = Please give the event a title.
missing-place = Please enter the place.
missing-starts = Please enter when the event starts.
missing-ends = Please enter when the event ends.
missing-zone = Please choose a time zone.
missing-admission = Please choose who can take part.
missing-heading = Please enter what it is about.
missing-name = Please enter the name.
missing-given-name = Please enter your first name.
missing-family-name = Please enter your last name.
missing-email = Please enter an e-mail address.
missing-password = Please enter a password.
missing-new-password = Please enter a password.
missing-answer = Please choose whether you are coming.
missing-subject-de = Please enter the German subject.
missing-text-de = Please enter the German text.
missing-subject-en = Please enter the English subject.
missing-text-en = Please enter the English text.

## Something is wrong with a field

problem-heading = There is a problem
problem-too-long = Please shorten this to { $max } characters or fewer.
problem-not-an-address = Please check the e-mail address. It should look like this: anna@example.com
problem-not-a-time = Please enter the full date and time.
problem-not-a-day = Please enter a day.
problem-password-too-short = Please use at least { $min } characters.
problem-password-without-special = Please use at least one character that is neither a letter nor a digit, such as a space.
problem-password-guessable = This password is easy to guess or on a list of known passwords. Please choose another, such as four random words.
problem-wrong-password = The password is not right.
problem-wrong-code = The code does not fit or was used already. Wait for the next one.
problem-skipped-by-the-clock = This time does not exist on that day because the clocks go forward. Please choose another one.
problem-unknown-zone = Please choose a time zone from the list.
problem-ends-before-it-starts = The end must be after the start. Please check both times.
problem-after-the-end = This is after the end of the event. Please choose an earlier time.
problem-opens-after-deadline = Answers would end before they begin. Please choose an earlier time.
problem-already-listed = This address is on the list already.
problem-somebody-elses = This address belongs to somebody else you know.
problem-not-yours = Only somebody who sees all events can change the address.
problem-not-a-colour = Please enter a colour with # and six digits, for example #0a6052.
problem-too-many = There cannot be more than { $max }.
problem-in-the-past = This time has already passed. Please choose a later one.
problem-out-of-range = Please enter a whole number from { $min } to { $max }.
problem-below-taken =
    { $taken ->
        [one] One place is already taken. Please enter at least 1.
       *[other] { $taken } places are already taken. Please enter at least { $taken }.
    }
problem-unknown-choice = Please choose one of the options.
problem-guests-would-go = So far back, all guests would be deleted at once. The end may be at most { $days } days ago.
problem-unknown-variable = The text has a variable that does not exist. Please check the words in curly brackets.
problem-unclosed-variable = A closing bracket is missing in the text. Please add { "“}”" } after the variable.
problem-link-missing = Please put { "“{link}”" } into the text, otherwise your guests cannot answer.
problem-not-a-human = The form was not accepted. Please reload the page and send it again.

## Something is not possible

rejected-title = This is not possible
rejected-sign-in = E-mail address and password do not match. Please check both.
rejected-too-many-attempts =
    { $seconds ->
        [one] That was a lot of attempts. Please wait a second.
       *[other] That was a lot of attempts. Please wait { $seconds } seconds.
    }
rejected-password-blocked = That was too many attempts. Please set a new password with "Forgotten your password?".
rejected-codes-blocked = That was too many wrong codes. Only a recovery code or a passkey will help now.
rejected-already-in-team = This person is in the team or invited already.
rejected-last-owner = Every organisation needs an owner. Please give this role to somebody else first.
rejected-full =
    { $left ->
        [0] There are no places left. If somebody cancels, one becomes free – please try again later.
        [one] Only one place is left. Please bring fewer companions.
       *[other] Only { $left } places are left. Please bring fewer companions.
    }
rejected-not-open-draft = The event is still a draft. Please check its date and publish it first.
rejected-not-open-published = The deadline for answers has passed.
rejected-not-open-closed = Answers are no longer taken for this event.
rejected-not-open-past = The event is already over.
rejected-not-open-cancelled = The event has been cancelled.
rejected-other-news = There is something else to tell by now. Please check your text once more.
rejected-too-early = Answers are not possible yet.
rejected-too-late = The deadline for answers has passed. Please contact whoever invited you.
rejected-too-many-companions =
    { $max ->
        [0] This invitation is for you alone. Please register only yourself.
        [one] You can bring one companion. Please enter no more than one.
       *[other] You can bring up to { $max } companions. Please enter no more than that.
    }
rejected-invitation-only = This event is by invitation only. Please open the personal link in your invitation.

## Pages for what went wrong

error-link-title = This link is not valid
error-link-text = Please open the link in your e-mail once more and make sure it is complete. If that does not help, ask whoever invited you.
error-used-link-title = This link no longer works
error-used-link-text = It was used, has expired or was withdrawn. Please ask for a new one.
error-other-environment-title = This link is not valid here
error-other-environment-development = It belongs to a development installation. Its data and the data of this one are kept apart.
error-other-environment-test = It belongs to a test installation. Its data and the data of this one are kept apart.
error-other-environment-production = It belongs to the production installation. This one is for development or tests; please open the link there.
error-not-found-title = There is no such page
error-not-found-text = The address is wrong or the page is not open to you. Please check the address.
error-rejected-title = This is not possible
error-busy-title = One moment, please
error-busy-text = We cannot reach everything we need right now. Please try again in a minute.
error-crowd-text = Very many requests came from your address at once. Please try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
error-busy-kept = What you entered is still here and has not been saved yet.
error-busy-again = Try again
error-internal-title = Something went wrong
error-internal-text = The fault is ours. Please try again. If it happens again, give us this number: { $incident }
error-home = Go to the home page
rejected-not-now = This e-mail cannot be sent now. Its page says when.
rejected-changed-meanwhile = The guest has answered in the meantime. Please open the page anew and see whether this still holds.
rejected-refused = There is no place for you at this event. If you have questions, please ask its organiser.
problem-payment-data = This looks like a card or account number. Please take it out: no payment data is stored here.
