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

## Creating and changing

event-new-lead = It starts as a draft that only your team can see. You can change everything later.
event-new-defaults = Guests can answer until the start. Their data is deleted 30 days after the end.
event-create = Create draft
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
event-description-hint = A blank line starts a new paragraph.

## One event

event-tabs-label = Sections of the event
event-tab-overview = Overview
event-tab-guests = Guests
event-tab-import = Import
event-tab-invitation = Invitation
event-tab-edit = Edit
event-published-now = Published. Answers are possible from now on.
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
figure-accepted = Accepted
figure-declined = Declined
figure-open = Open
figure-cancelled = Cancelled
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
