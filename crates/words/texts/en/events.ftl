## Overview

dashboard-greeting = Hello, { $name }
dashboard-lead = What comes next.
dashboard-needs = Needs attention
dashboard-calm = Everything is done.
dashboard-next = Coming up
dashboard-all-events =
    { $count ->
        [one] See one event
       *[other] See all { $count } events
    }
need-mails-failed =
    { $count ->
        [one] { $event }: one e-mail was not delivered
       *[other] { $event }: { $count } e-mails were not delivered
    }
need-guests = { $event }: put guests on the list
need-publish = { $event }: publish the event
need-invite =
    { $count ->
        [one] { $event }: invite one guest
       *[other] { $event }: invite { $count } guests
    }
need-full = { $event }: all places are taken

## List

events-empty-title = No events yet
events-empty-text = A title and a date are enough to begin with. Everything else can follow later.
events-empty-wait = As soon as there is one for you, it is shown here.
event-new = New event
event-answers-label = Answers so far
event-answers = { $yes } accepted, { $no } declined, { $open } open
stage-draft = Draft
stage-published = Published
stage-closed = Closed
stage-past = Over
stage-cancelled = Cancelled
stage-archived = Archived
events-lists = Lists of events
events-here = Current
events-away = Archive
events-all-away = All events are in the archive.

## Creating and changing

event-new-lead = It starts as a draft that only your team can see. You can change everything later.
event-new-defaults = Guests can answer until the start unless you say otherwise. Their data is deleted 30 days after the end.
event-new-from = Modelled on { $event }. Please check the date; everything else is taken over, the text of the invitation too.
event-create = Create draft
event-answer-time = Time for answers
event-opens = Answers from
event-opens-hint = If empty, as soon as the event is published.
event-answer-until-hint = If empty, until the start.
event-title = Title
event-when = When
event-starts = Start
event-ends = End
event-zone = Time zone
event-place = Place
event-admission = Who can take part?
admission-invitation = By invitation only
admission-invitation-hint = Whoever was sent a personal link can answer.
admission-open = Open to everyone
admission-open-hint = Anybody can register on the event’s page.
event-capacity = Places
event-capacity-hint = Companions count too. Without a number there is no limit.
event-companions = Companions per guest
event-companions-hint = From 0 (nobody) to 20.
event-description = Description
event-description-hint = A blank line starts a new paragraph. **bold**, *italic* and lists with “- ” are possible.

## One event

event-tabs-label = Sections of the event
event-tab-overview = Overview
event-tab-guests = Guests
event-tab-import = Import
event-tab-invitation = E-mails
event-tab-page = Page
event-tab-edit = Edit
event-done-publish = Published. The event’s page is public now.
event-done-close = Closed. New answers are no longer taken.
event-done-reopen = Open again. Guests can answer again.
event-done-cancel = The event is called off.
event-done-archive = Archived. You will find the event there.
event-done-unarchive = Back from the archive.
event-publish = Publish event
event-next = Next steps
step-plan = Plan the event
step-guests = Put guests on the list
step-guests-do = Import guest list
step-publish = Publish
step-invite = Send invitations
step-invite-do = Write and send invitation
event-facts = Key facts
event-no-limit = No limit
event-answer-until = Answers until
event-delete-on = Guests’ data is deleted after
event-link = Address of the event page
event-link-open = Open event page
event-link-when-published = The public address appears here once the event is published.
figures-label = Figures of the event
figure-invited = Invited
figure-places = Places taken
mails-failed =
    { $count ->
        [one] One e-mail was not delivered. Please check the address in the guest list.
       *[other] { $count } e-mails were not delivered. Please check the addresses in the guest list.
    }
mails-waiting =
    { $count ->
        [one] One e-mail is being sent.
       *[other] { $count } e-mails are being sent.
    }

## An event as a whole

event-steering = Run the event
event-publish-text = The page becomes public. You can put guests on the list afterwards, too.
event-close = Close answers
event-close-text = Nobody can accept any more. Guests can still take their yes back.
event-reopen = Open answers again
event-reopen-text = Guests can answer again until the deadline.
event-cancel = Cancel event
event-cancel-text = The event does not take place. You will see first what that means.
event-archive = Move to archive
event-archive-text = It is no longer in the list. Nothing is deleted.
event-unarchive = Get out of archive
event-unarchive-text = It is in the list again.
event-duplicate = New event after this one
event-duplicate-text = A new event modelled on this one, without guests.
cancel-title = Cancel { $event }
cancel-final = A cancellation cannot be taken back
cancel-final-text = If only the date changes, change start and end instead.
cancel-what = What happens then
cancel-page = The event’s page says that it is called off.
cancel-accepted =
    { $count ->
        [0] Nobody has accepted so far.
        [one] One guest has accepted and cannot change anything any more.
       *[other] { $count } guests have accepted and cannot change anything any more.
    }
cancel-open =
    { $count ->
        [0] No invitation is open.
        [one] One invited guest cannot answer any more.
       *[other] { $count } invited guests cannot answer any more.
    }
cancel-mails = Guests are only notified when you send an e-mail in the next step.
cancel-do = Cancel event
cancel-not = Do not cancel
cancel-not-now = This event cannot be cancelled: it is a draft, over, archived or called off already.

## The page of an event

page-draft = This is how guests see the page once the event is published.
page-texts = What it is about
page-texts-empty = No text yet. Two or three sentences are enough.
page-texts-edit = Edit texts
page-preview = Preview
page-markdown = Blank line: new paragraph. **bold**, *italic*, “- ” for lists, [text](https://…) for links.
page-english = In English
page-english-hint = Whoever reads the page in English sees this version. What is missing appears as above.
page-in-english = The same in English
page-title-en = Title in English
page-place-en = Place in English
page-description-en = Description in English
page-time = Time
page-agenda = Agenda
page-agenda-empty = No agenda yet. It appears on the page as soon as there is something in it.
page-agenda-add = Add agenda item
page-agenda-change = Edit agenda item
page-agenda-heading = What happens
page-agenda-more = More about it
page-people = People
page-people-empty = Nobody yet. Whoever speaks, plays or welcomes can be named here.
page-people-add = Add person
page-people-change = Edit person
page-people-heading = Role
page-people-more = About this person
page-questions = Questions and answers
page-questions-empty = No questions yet. Guests often ask about travel, dress and companions.
page-questions-add = Add question
page-questions-change = Edit question
page-questions-heading = Question
page-questions-more = Answer
page-item-edit = Edit
page-item-up = Move { $name } up
page-item-down = Move { $name } down
page-item-remove = Delete
page-contact = Contact
page-contact-empty = No contact yet. Guests do not know whom to ask.
page-contact-edit = Edit contact
page-colour = Colour
page-colour-none = The page has the colour of Einlass.
page-colour-is = The page has your colour { $colour }. Where it could not be read it is made lighter or darker.
page-colour-edit = Change colour
page-colour-hint = For example #0a6052. Empty for the colour of Einlass.

# Waiting list

event-waiting-list = Waiting list
event-waiting-list-none = None
event-waiting-list-hint = When all places are taken, guests can stand in line. Free places are offered by themselves, one after the other.
event-offer-hours = { $hours ->
    [one] An offer stands for one hour
    [24] An offer stands for one day
    [48] An offer stands for two days
    [72] An offer stands for three days
    [168] An offer stands for a week
   *[other] An offer stands for { $hours } hours
}
field-offer-hours = Waiting list, hours for each offer

# Hints on the overview

need-deadline = { $count ->
    [one] { $event }: Answers close soon, one is missing
   *[other] { $event }: Answers close soon, { $count } are missing
}
need-waiting = { $count ->
    [one] { $event }: One person is on the waiting list
   *[other] { $event }: { $count } people are on the waiting list
}
need-nearly-full = { $count ->
    [one] { $event }: Only one place is left
   *[other] { $event }: Only { $count } places are left
}

# How answers came in

answers-title = How answers came in
answers-day = Day
answers-table = As a table
problem-still-waiting = Somebody is still on the waiting list, so it cannot be switched off. To offer no more places, close the answers.
answers-no = Declined or cancelled

## The picture on top

page-cover = Cover picture
page-cover-empty = No picture yet. A photo of the venue or of the last event makes the page inviting.
page-cover-add = Add picture
page-cover-edit = Change cover picture
page-cover-remove = Remove picture
page-cover-file = Picture
page-cover-hint = JPEG, PNG or WebP up to 10 MB, at least 400 pixels wide. The picture is cropped to a wide strip from its middle. Location and camera data are removed.
page-cover-alt = What can be seen?
page-cover-alt-hint = A sentence for everybody who does not see the picture. Leave it empty if the picture is only decorative.
missing-cover = Please choose a picture.
field-cover = Cover picture
problem-not-a-picture = This is not a picture that can be read. Please use JPEG, PNG or WebP.
problem-picture-too-large = The picture is too large. At most 10 MB and 50 megapixels.
problem-picture-too-small = The picture is too small. It must be at least { $min } pixels wide.

## After the invitation

follow-up-reminder =
    { $count ->
        [one] One guest has not answered yet.
       *[other] { $count } guests have not answered yet.
    }
follow-up-reminder-do = Write a reminder
follow-up-thanks =
    { $count ->
        [one] The event is over. One guest had accepted.
       *[other] The event is over. { $count } guests had accepted.
    }
follow-up-thanks-do = Say thanks

## Requests and open answers

event-by-approval = Admit registrations one by one
event-by-approval-hint = Whoever registers on the page asks for a place; you admit or refuse. Whom you invite can accept at once.
event-maybe = Allow “Maybe”
event-maybe-hint = Invited guests can answer that they do not know yet. They hold no place and get the reminder.
field-by-approval = Registrations are admitted one by one
field-maybe = “Maybe” allowed
need-requests = { $count ->
    [one] { $event }: one request waits for your decision
   *[other] { $event }: { $count } requests wait for your decision
}
event-rules = Answers
