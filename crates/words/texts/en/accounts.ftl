sign-in = Sign in
sign-out = Sign out
home-title = Invite, answer, be there
home-lead = Einlass looks after invitations and registrations – and treats your guests’ data the way you would want yours treated.
home-promise-keys = Each person has a key of their own: names and addresses are stored in encrypted form only.
home-promise-log = Every change is recorded: who, when, what and from where.
home-promise-walls = Organisations are strictly separated: none sees the guests of another.
home-to-dashboard = Go to overview
sign-in-forgot = Forgotten your password?

## A new password

password-hint = Four random words with spaces between them will do.
password-rule-length = At least { $min } characters
password-rule-special = A special character or a space
password-rule-kept = done
password-rule-open = still open
forgot-title = New password
forgot-text = We will send you a link to set a new password.
forgot-send = Send the link
forgot-sent = Please check your mailbox
forgot-sent-text = If there is an account with this address, the link is on its way. It works for one hour.
reset-title = Set a new password
reset-do = Set the password
reset-done = Your new password is set. Please sign in with it.
reset-mail-subject = New password for Einlass
reset-mail-text = Hello { $name },

    use this link to set a new password. It works for one hour:

    { $link }

    If you did not ask for it, there is nothing to do: your password stays as it is.

## Invitation to the team

join-title = Invitation to { $organiser }
join-lead = You are invited to work with { $organiser }. Your role: { $role }.
join-email-hint = The invitation is for this address only.
join-password-hint = There is an account with this address already. Please enter its password.
join-do = Accept the invitation
team-mail-subject = Invitation to the team of { $organiser }
team-mail-text = Hello { $name },

    you are invited to work with { $organiser } in Einlass (role: { $role }).

    { $link }

    The link works once, until { $day }.

## Own account

account-title = My account
account-sessions = Devices signed in
account-sessions-text = Is there a device you do not know? End its session and change your password.
account-device = Device
account-device-unknown = Unknown device
account-used = Last used
account-began = Signed in since
account-this = This device
account-end = End
account-end-others = End all others
account-password = Change password
account-password-text = You will be signed out on all other devices.
account-password-do = Change password
account-done-ended = The session has ended.
account-done-changed = Your password is changed. Other devices are signed out.

## Team

nav-team = Team
team-lead = Who works for your organisation, and as what.
team-invite = Invite to the team
team-invite-lead = The invitation comes by e-mail and works once, for seven days.
team-invite-do = Send invitation
team-used = Last here
team-never = Never
team-dormant = Not here for long
team-self = You
team-since = Since
team-by = by { $name }
team-until = until { $day }
team-until-hint = Access ends by itself after this day. Empty means: no end.
team-invited = Invited
team-expires = Link works until
team-withdraw = Withdraw
team-end-title = End access
team-end-text = { $name } is signed out everywhere and sees nothing any more, at once. What is in the log stays. You can invite again later.
team-end = End access
team-done-invited = The invitation is on its way.
team-done-withdrawn = The invitation is withdrawn. Its link no longer works.
team-done-changed = Saved. It counts from the next page on.
team-done-ended = Access has ended.

## Roles

role-owner = Owner
role-owner-hint = Everything, and giving roles
role-admin = Administration
role-admin-hint = Everything but appointing owners
role-event-manager = Event management
role-event-manager-hint = Plan events, invite, see guests
role-check-in = Check-in
role-check-in-hint = See guests and let them in
role-analyst = Analysis
role-analyst-hint = Figures only, no names
role-data-protection-officer = Data protection
role-data-protection-officer-hint = See log, team and guests, change nothing

## In the log

action-user-sign_in_failed = Sign-in refused
action-user-sessions_ended = Sessions ended
action-user-password_changed = Password changed
action-user-reset_asked = New password asked for
action-team-invited = Invited to the team
action-team-invitation_withdrawn = Invitation to the team withdrawn
action-team-invitation_expired = Invitation to the team expired
action-team-joined = Joined the team
action-team-role_changed = Role changed
action-team-ended = Access to the team ended
