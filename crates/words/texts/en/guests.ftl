## List

guests-search = Name, company or e-mail address
guests-filter = Filter by status
guests-name = Name
guests-company = Company
guests-standing = Status
guests-places-wanted = { $count } wished for
guests-places = Places
guests-companions = Companions
guests-answered = Answered on
guests-empty-title = No guests yet
guests-empty-text = Import your list or paste cells from a spreadsheet.
guests-no-match-title = Nobody found
guests-no-match-text = No guest on the list matches this search and filter.
standing-all = All
standing-invited = Invited
standing-listed = Not invited yet
standing-open = Open
standing-unconfirmed = Unconfirmed
standing-accepted = Accepted
standing-declined = Declined
standing-cancelled = Cancelled
salutation-ms = Ms
salutation-mr = Mr
salutation-neutral = neutral

## One guest

guest-details = Details
guest-history = History
history-by = { $actor } · { $origin }
change = { $field }: { $before } → { $after }
change-removed = { $field } removed: { $before }
change-new = { $field }: { $after }
actor-participant = Guest
actor-user = Team
actor-support = Support
actor-system = Einlass

## What was done. The part after the noun is written as in the log, with an underscore.

action-guest-imported = Imported
action-guest-invited = Invited
action-guest-registered = Registered
action-guest-link_sent = Personal link sent again
action-guest-accepted = Accepted
action-guest-declined = Declined
action-guest-cancelled = Cancelled after accepting
action-guest-changed = Details changed
action-guest-removed = Taken off the list
action-guests-exported = Guest list downloaded
action-access-guest_seen = Looked at
action-access-guests_searched = Searched in the guest list
action-access-denied = Access denied
action-mail-sent = E-mail sent
action-mail-failed = E-mail not delivered
action-mail-uncertain = E-mail delivery uncertain
action-event-created = Event created
action-event-changed = Event changed
action-event-published = Event published
action-event-page_changed = Event page changed
action-event-closed = Answers closed
action-event-reopened = Answers opened again
action-event-cancelled = Event cancelled
action-event-archived = Event archived
action-event-unarchived = Event taken out of the archive
action-guest-added = Put on the list by hand
action-guest-edited = Details changed
action-guest-taken_off = Taken off the list
action-guest-told = Notified of a change
action-import-uploaded = List uploaded
action-import-adjusted = Import adjusted
action-import-confirmed = Import confirmed
action-import-undone = Import undone
action-invitation-written = Invitation written
action-invitation-tested = Invitation tested
action-user-created = Account created
action-user-disabled = Account disabled
action-keys-rotation_begun = Change of the root key begun
action-keys-rotation_finished = Root key changed
action-user-password_reset = Password reset
action-user-signed_in = Signed in
action-user-signed_out = Signed out
action-tenant-created = Organisation created
action-guest-deleted = Deleted when its time was over
action-import-forgotten = Unconfirmed list deleted
action-guest-erased = Erased on request
action-person-erased = Person erased
action-person-erased_again = Erased again after a restore
action-log-exported = Log downloaded
action-log-mailed = State of the log mailed
action-backup-created = Backup made
action-backup-verified = Backup restored for trial
action-backup-restored = Restored from a backup

## A guest by hand

guest-add = Add guest
guest-add-do = Put on the list
guest-add-another = Put on the list and add another
guest-comes = Has accepted already
guest-comes-hint = On the phone or at the door, for example. A place is taken, no e-mail goes out.
guest-companions-hint = If empty, as many as the event allows.
guest-edit = Guest details
guest-edit-link = Edit
guest-salutation-none = No salutation
guest-salutation-ms = Ms
guest-salutation-mr = Mr
guest-language-none = Not known yet
guest-off = Take off the list
guest-off-text = Places become free, the personal link is no longer valid, e-mails of this event are deleted. A person who is on no other list is erased altogether. This cannot be undone.
guest-off-do = Take guest off the list
action-guest-confirmed = Registration confirmed
action-guest-lapsed = Unconfirmed registration deleted
action-guest-discarded = Registration discarded
standing-waiting = Waiting list
standing-offered = Place offered
standing-lapsed = Offer lapsed
action-guest-waits = Joined the waiting list
action-guest-offered = Free place offered
action-guest-offer_lapsed = Offer lapsed

# The list as a file

guests-take-all = Download the whole list:
guests-take = Download the filtered list:
guests-xlsx = As an Excel file
guests-csv = As a CSV file
field-standing = Status

# Several guests

guests-tags = Tags
guests-filter-tag = Filter by tag
guests-pick = Select { $name }
guests-pick-page = Select all on this page
guests-pick-all = All { $count } on the whole list
guests-pick-all-shown = Everybody on the whole list, on its other pages too
guests-picked = # selected
guests-bulk = With the selected guests
guests-tag = Add
guests-untag = Remove
guests-invite = Invite
guests-off-text = The places of the selected guests become free, their personal links are no longer valid, mails of this event are deleted. The data of whoever is on no other list is deleted. This cannot be undone.
guests-off-do = Take the selected off the list
guests-done-tag = { $count ->
    [0] All selected had the tag already.
    [one] One guest got the tag.
   *[other] { $count } guests got the tag.
}
guests-done-untag = { $count ->
    [0] None of the selected had the tag.
    [one] The tag is removed from one guest.
   *[other] The tag is removed from { $count } guests.
}
guests-done-invite = { $count ->
    [0] None of the selected is still to be invited.
    [one] One invitation goes out.
   *[other] { $count } invitations go out.
}
guests-done-off = { $count ->
    [0] None of the selected was still on the list.
    [one] One guest is taken off the list.
   *[other] { $count } guests are taken off the list.
}
missing-guest = Please select guests first.
missing-tag-name = Please enter a tag.
field-tag = Tag
action-guest-tagged = Tag added
action-guest-untagged = Tag removed
action-tag-made = Tag made
action-tag-removed = Tag deleted
field-tag-name = Tag
field-guest = Guest

## Entering an answer

enter-title = Enter answer
enter-legend = What did the guest answer?
enter-yes = Coming
enter-no = Not coming
enter-hint = By phone, for example. This works after the deadline and ahead of whoever waits, too, but never beyond the number of places. Consent can only be given by the guest.
enter-companions = How many companions?
enter-message = Message from the guest
enter-tell = Send a confirmation by e-mail
enter-tell-hint = To { $email }.
enter-do = Enter answer
enter-workshops = What does the guest choose?{ $companions ->
    [0] {""}
   *[other] {" "}Companions come along.
}
enter-done = Answer entered.

## Requests

standing-maybe = Maybe
standing-requested = Requested
standing-refused = Refused
action-guest-maybe = Maybe
action-guest-requested = Asked for a place
action-guest-admitted = Admitted
action-guest-refused = Request refused
enter-maybe = Maybe
guests-admit = Admit
guests-refuse = Refuse requests
guests-refuse-do = Refuse
guests-refuse-hint = Appears in the e-mail to the guest.
field-word = A word to go with it
guest-decide = Request
guest-decide-text = { $count ->
    [one] This guest asks for a place.
   *[other] This guest asks for { $count } places.
} Your decision goes out by e-mail.
guest-decide-again = { $count ->
    [one] This request was refused.
   *[other] This request for { $count } places was refused.
} You can still admit the guest, which goes out by e-mail.
guests-done-admit = { $count ->
    [0] None of those selected is admitted.
    [one] One guest is admitted.
   *[other] { $count } guests are admitted.
}{ $wait ->
    [0] {""}
    [one] {" "}There was no place left for one, who is on the waiting list now.
   *[other] {" "}There was no place left for { $wait }, who are on the waiting list now.
}{ $left ->
    [0] {""}
    [one] {" "}There are not enough places for one request, which is still open.
   *[other] {" "}There are not enough places for { $left } requests, which are still open.
}
guests-done-refuse = { $count ->
    [0] None of those selected had asked.
    [one] One request is refused.
   *[other] { $count } requests are refused.
}
guest-refuse = Refuse request
action-guest-data_asked = Asked for the link to the own data
action-guest-data_seen = Looked at the own data
