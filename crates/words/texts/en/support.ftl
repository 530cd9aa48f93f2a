nav-support-desk = Support
role-support = Support
role-support-read = Support (read)
role-support-edit = Support (edit)
support-title = Support access
support-lead = The provider sees nothing of your data unless you let its support in for a few hours.
support-open = Grant or see access
support-grant-title = Let support in
support-grant-text = While the access lasts, everybody in your team sees a notice on each page. What support looks at and changes is in the log.
support-nobody = The provider of this installation has no accounts for support.
support-reason-hint = What should support look at or mend? Please name no guests.
field-minutes = For how long
support-minutes-30 = 30 minutes
support-minutes-60 = 1 hour
support-minutes-120 = 2 hours
support-minutes-240 = 4 hours
support-extent-read = Read only
support-extent-read-hint = Look at events and guests
support-extent-edit = Read and change
support-extent-edit-hint = Change events and guests as well; never erase people, export or send mail
support-grant-do = Let in
support-end = End
support-done-let-in = Support can now sign in and enter your organisation.
support-done-ended = The access has ended.
support-empty-title = Never let in yet
support-empty-text = Here you will see who was in, when and why, and what was looked at and changed.
support-past = Access so far
support-time = When
support-until = Until
support-did = What was done
support-lasts = Lasts now
support-from-until = { $from } to { $until }
support-deeds = { $looks ->
    [0] No looks
    [one] 1 look
   *[other] { $looks } looks
}, { $changes ->
    [0] no changes
    [one] 1 change
   *[other] { $changes } changes
}
support-tenant = Organisation
support-desk-title = Support
support-desk-lead = Organisations that let you in at the moment.
support-desk-empty-title = Nobody lets you in at the moment
support-desk-empty-text = Ask the organisation to grant support access under “Team”.
support-desk-enter = Enter
support-desk-leave = Leave the organisation
support-banner-team-read = { $name } of support may read until { $until } what your team sees of events and guests.
support-banner-team-edit = { $name } of support may read and change events and guests until { $until }.
support-banner-own-read = You are in { $tenant } as support until { $until }. You may only read; everything you look at is logged.
support-banner-own-edit = You are in { $tenant } as support until { $until }. You may read and change; everything you look at is logged.
support-banner-link = See or end
missing-reason = Please say why.
field-account = Who
field-reason = Why
field-extent = What is allowed
topic-support = Support
action-support-let_in = Support let in
action-support-ended = Support access ended
action-access-support_looked = Looked at by support
