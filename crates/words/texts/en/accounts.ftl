sign-in = Sign in
sign-out = Sign out
home-title = Invite, answer, be there
home-lead = Einlass looks after invitations and registrations – and treats your guests’ data the way you would want yours treated.
home-promise-keys = Each person has a key of their own: names and addresses are stored in encrypted form only.
home-promise-log = Every change is recorded: who, when, what and from where.
home-promise-walls = Organisations are strictly separated: none sees the guests of another.
home-to-dashboard = Go to overview
