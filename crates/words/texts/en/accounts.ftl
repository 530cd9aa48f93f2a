sign-in = Sign in
sign-out = Sign out
home-title = Invite, answer, be there
home-lead = Einlass looks after invitations and registrations – and treats your guests’ data the way you would want yours treated.
home-promise-keys = Each person has a key of their own: names and addresses are stored in encrypted form only.
home-promise-log = Every change is recorded: who, when, what and from where.
home-promise-walls = Organisations are strictly separated: none sees the guests of another.
home-to-dashboard = Go to overview
sign-in-forgot = Forgotten your password?
sign-in-other-development = You are signed in to a development installation. That does not count here; please sign in here.
sign-in-other-test = You are signed in to a test installation. That does not count here; please sign in here.
sign-in-other-production = You are signed in to the production installation. That does not count here; please sign in here.

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
account-organisations = Your organisations
account-switch = Switch
account-here = You are here
account-elsewhere =
    { $count ->
        [one] There is also one session for another organisation.
       *[other] There are also { $count } sessions for other organisations.
    }

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
team-untie-text = The account of { $name } is tied to an account of the sign-in service, and no other one opens it. If that one was made anew, untie it: the next sign-in by the service ties it again.
team-untie = Untie
team-end-title = End access
team-end-text = { $name } is signed out everywhere and sees nothing any more, at once. What is in the log stays. You can invite again later.
team-end = End access
team-done-invited = The invitation is on its way.
team-done-withdrawn = The invitation is withdrawn. Its link no longer works.
team-done-changed = Saved. It counts from the next page on.
team-done-ended = Access has ended.
team-done-assigned = Assigned. It counts from the next page on.
team-done-untied = The account is no longer tied to the sign-in service.
team-done-unassigned = The assignment has ended.
team-assigned = Roles at single events
team-assigned-none = None so far. With one, somebody helps at an event without seeing the others.
team-assign = Assign to an event
team-assign-lead = The role counts there only, besides that in the team.
team-assign-do = Assign
team-unassign = End
field-event = Event
event-all = All events
event-prompt = Please choose
problem-not-at-one-event = This role counts for all events. At a single one there are event management, check-in and analysis.

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
role-assigned = Single events
role-assigned-hint = Only events that the person is assigned to
role-at-event = { $role } at “{ $event }”

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
action-team-assigned = Assigned to an event
action-team-unassigned = Assignment to an event ended
action-team-factor_changed = Rule for the second factor changed
action-user-factor_added = Second factor set up
action-user-factor_removed = Second factor removed
action-user-codes_renewed = New recovery codes
action-user-code_used = Recovery code used
action-user-proved = Identity confirmed
action-user-factor_asked = Password accepted, second factor asked for

## Second factor

sign-in-passkey = Sign in with a passkey
passkey-failed = That did not work. Try again, or take the other way.
second-title = Second step
second-hint = Six digits from your app, or one of your recovery codes
second-back = Start again
field-code = Code
missing-code = Please enter the code.
account-factors = Passkeys and codes
factors-title = Secure sign-in
factors-lead = With a second factor, a stolen password is not enough.
factors-needed = Your organisation asks for a second factor
factors-needed-text = Set up a passkey or an app. Then you can go on.
factors-passkeys = Passkeys
factors-passkeys-text = Sign in with fingerprint, face or device code, without a password. The easiest and safest way.
factors-passkey-add = Add a passkey
factors-passkey-no-name = Passkeys need an address with a name. This installation is reached by a number.
factors-since = since { $day }
factors-used = last used on { $day }
factors-remove = Remove
factors-on = Set up
factors-app = Codes from an app
factors-app-text = An app on your phone shows a new code every 30 seconds.
factors-app-add = Set up an app
factors-app-anew = Set up another app
factors-codes = Recovery codes
factors-codes-text = For when phone and passkey are missing. Each works once.
factors-codes-left =
    { $count ->
        [0] No code left.
        [one] One code left.
       *[other] { $count } codes left.
    }
factors-codes-anew = Make new codes
factors-done-added = Set up. Other devices are signed out.
factors-done-removed = Removed. Other devices are signed out.
factors-done-kept = Your account is secured.
app-title = Set up an app
app-lead = Any app for one-time codes will do, such as your password manager's.
app-step-scan = 1. Scan the picture with the app
app-qr = QR code for the app
app-open = Open on this device
app-secret = Or type it in:
app-step-code = 2. Enter the code from the app
app-code-hint = Six digits
app-do = Set up
codes-title = Recovery codes
codes-lead = Each code signs you in once when phone and passkey are missing.
codes-once = You see these codes only now
codes-once-text = Print this page or put the codes into your password manager.
codes-kept = I have kept them
codes-none = The codes were kept already, or time is up. You can make new ones at any time.
prove-title = Is it you?
prove-lead = What comes next is specially protected. Please confirm that it is you.
prove-do = Confirm
prove-passkey = Confirm with a passkey
proved = Confirmed. Please repeat what you were about to do.
rejected-wrong-passkey = The passkey does not fit, or it took too long. Please try again. The browser needs JavaScript for it.
rejected-sign-in-over = That took too long. Please sign in again.
sign-on-title = Single sign-on
sign-on-lead = Your team signs in with the accounts of your organisation (OpenID Connect).
sign-on-open = Set up
sign-on-ready = Set up
sign-on-address = Address to sign in at
sign-on-address-hint = Whoever has opened it once can sign in by it on the sign-in page of that device.
sign-on-redirect = Redirect URI
sign-on-redirect-hint = Enter it at the provider before you save here.
sign-on-issuer-hint = For example https://login.example.org
sign-on-secret-hint = Is stored encrypted and never shown again.
sign-on-secret-kept = Leave empty to keep the stored one.
sign-on-save = Check and save
sign-on-remove-title = Use it no longer
sign-on-remove-text = Your team then signs in with password or passkey. Open sessions stay.
sign-on-remove = Remove single sign-on
sign-on-done-saved = The provider has answered and is set up.
sign-on-done-removed = Single sign-on is removed.
sign-on-begin = Sign in with your account at { $organiser }
sign-on-refused-over = That took too long or was begun in another browser. Please begin again.
sign-on-refused-unavailable = The sign-in service of your organisation does not answer. Please try again later, or sign in with password or passkey.
sign-on-refused-refused = The sign-in service did not confirm you, or its answer does not fit your account.
sign-on-refused-nobody = The sign-in service knows you, but nobody works here under that confirmed address. Please have yourself invited to the team.
problem-not-a-provider = No sign-in service (OpenID Connect) answers at this address.
missing-issuer = Please enter the address of the provider.
missing-client-id = Please enter the client ID.
missing-client-secret = Please enter the client secret.
field-issuer = Address of the provider (issuer)
field-client-id = Client ID
field-client-secret = Client secret
action-team-sign_on_set = Single sign-on set up
action-team-sign_on_removed = Single sign-on removed
action-user-signed_in_by_provider = Signed in by the sign-in service
action-user-sign_on_refused = The sign-in service named somebody who does not work here
action-user-sign_on_unlinked = Account untied from the sign-in service
action-user-sign_on_linked = Account tied to the sign-in service
review-title = Access review
review-lead = Does everybody still need the role? Confirm or end each one.
review-since = since { $day }
review-since-by = since { $day }, given by { $name }
review-never = never here yet
review-used = last here on { $moment }
review-used-long-ago = last here on { $moment }, which is long ago
review-self = This is you. Your own role stays.
review-keep = Keep
review-end = End
review-effect = Whoever loses the role is signed out with the next click. The result is then in the log, signed.
review-do = Finish the review
review-begin = Review access
review-due = A review of access has been due since { $day }.
review-next = The next review is due on { $day }.
review-past = Past reviews
review-interval-title = How often
field-days = Reviewed
review-every-30 = every month (30 days)
review-every-90 = every quarter (90 days)
review-every-180 = every half-year (180 days)
review-every-365 = every year (365 days)
review-done-changed = Saved.
review-mail-subject = Access review
review-mail-text =
    The review of access at { $organiser } is due. Please confirm or end every role:

    { $link }
team-done-reviewed = The review is finished and in the log.
problem-undecided = Please decide: keep or end.
field-kept = Kept
field-ended = Ended
field-review-days = Days between two reviews
action-team-reviewed = Access reviewed
action-team-review_changed = Interval of reviews changed
action-team-review_asked = Asked for an access review
team-factor = Second factor
team-factor-by-operator = The operator of this installation wants a second step of everybody who signs in.
team-factor-free = Whoever wants secures the sign-in with a passkey or an app.
team-factor-required = Everybody in the team needs a passkey or an app. Without one, nothing works after signing in.
team-factor-require = Require for everybody
team-factor-loosen = No longer require
team-has-factor = Secured
