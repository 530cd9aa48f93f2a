# Workshops: parts of the programme with places of their own.

event-tab-workshops = Workshops
workshops-lead = Parts of the programme with places of their own, which guests choose when they accept: workshops, tours, talks. Whoever brings companions goes there with them. If you move the whole event, the workshops move along.
workshops-empty = No workshop yet
workshops-empty-text = Add what your guests can choose. They will be asked when they accept.
workshop-add = Add workshop
workshop-new = New workshop
workshop-edit = Edit workshop
workshop-change = Change
workshop-change-of = Change { $workshop }
workshop-title = Title
workshop-title-en = Title in English
workshop-starts = Start
workshop-ends = End
workshop-place = Where
workshop-place-hint = A room, for example. If empty, it is where the event is.
workshop-capacity = Places
workshop-capacity-hint = Empty means as many as come. When all are taken there is a waiting list.
workshop-more = What it is about
workshop-more-en = What it is about, in English
workshop-taken = { $capacity ->
    [0] { $taken ->
        [0] nobody yet
        [one] 1 place taken
       *[other] { $taken } places taken
    }
   *[other] { $taken } of { $capacity } places taken
}
workshop-waiting = { $count ->
    [one] 1 guest waiting
   *[other] { $count } guests waiting
}
workshop-remove = Call workshop off
workshop-remove-unused = Nobody has chosen it yet. It will be deleted.
workshop-remove-chosen = { $count ->
    [one] One guest has chosen it and is told by e-mail that it does not take place. This cannot be undone.
   *[other] { $count } guests have chosen it and are told by e-mail that it does not take place. This cannot be undone.
} Whoever has no e-mail address is not told by Einlass; whoever has not confirmed yet is told afterwards.
workshop-moved-hint = { $count ->
    [one] One guest has chosen it. If time or place change, the guest is told by e-mail.
   *[other] { $count } guests have chosen it. If time or place change, they are told by e-mail.
} Whoever has no e-mail address is not told by Einlass.
workshop-waits = { $workshop } (waiting list)
span = { $weekday }, { $date }, { $from }–{ $until }
span-days = { $weekday }, { $date }, { $from } to { $until-date }, { $until }

workshops-choose = Workshops
workshops-choose-hint = Choose what you would like to attend.{ $companions ->
    [0] {""}
   *[other] {" "}Your companions come along.
}
workshop-full = full
workshop-in-line = You are on the waiting list
workshop-yours = You have a place
workshops-own = Your workshops
guests-workshops = Workshops
guests-filter-workshop = Filter by workshop
field-workshops = Workshops
field-programme = Workshops
problem-overlaps = Overlaps with another workshop that you chose. Choose one of them.
problem-no-places = There are not that many places left. Keep the box ticked to join the waiting list.
problem-group-too-large = { $max ->
    [one] There is only one place here, not enough for several people.
   *[other] There are only { $max } places here, not enough for all of you.
}
action-event-programme_changed = Workshops changed
action-guest-workshop_given = Got a place in a workshop
action-guest-workshop_off = Workshop called off
mail-workshops = Your workshops:
letter-workshop-given-subject = A place in the workshop for you: { $event }
letter-workshop-given-text =
    { $salutation },

    You were on the waiting list and now have a place:

    { $workshop }

    { $left }

    { $change }

    { $link }
letter-workshop-moved-subject = Workshop changed: { $event }
letter-workshop-moved-text =
    { $salutation },

    A workshop that you chose is at another time or place. This is how it stands now:

    { $workshop }

    { $change }

    { $link }
letter-workshop-off-subject = Workshop called off: { $event }
letter-workshop-off-text =
    { $salutation },

    This workshop, which you chose, will unfortunately not take place:

    { $workshop }

    You are still expected at the event.

    { $change }

    { $link }
workshop-wait = full – join the waiting list
problem-no-places-for-all = There are not enough places for all of you. Bring fewer companions, or untick it.
problem-before-workshops = A workshop takes longer. Change its time first, or call it off.
letter-workshop-change = If that does not suit you any more, you can change your choice on your personal page:
letter-workshop-look = Your personal page:
letter-workshop-left = { $count ->
    [one] In return your place in “{ $workshops }” has become free: the two overlap.
   *[other] In return your places in what overlaps with it have become free: { $workshops }.
}
workshop-delete = Delete workshop
workshops-choose-later = There are workshops to choose from. You find them below under “Change your answer”.
