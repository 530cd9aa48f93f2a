# Questions to guests

event-tab-questions = Form
questions-lead = Name and e-mail address are always asked for. Each further question costs answers: ask only what you need.
questions-empty = No questions yet. Menu, travel and food intolerances are often asked about.
questions-replied = { $count ->
    [one] One guest has accepted already.
   *[other] { $count } guests have accepted already.
} What they replied stays as it is. They see new questions when they change their answer.
questions-rest = Questions no longer asked
questions-rest-text = Replies to them stay with the guests until their data is deleted.
question-new = New question
question-add = Add question
question-kind = Kind of reply
question-kind-choice = Choice, one reply
question-kind-choices = Choice, several replies
question-kind-text = Short text
question-kind-long-text = Long text
question-kind-number = Number
question-kind-day = Date
question-kind-email = E-mail address
question-kind-phone = Phone number
question-kind-consent = Consent
question-label = Question
question-consent = Text of the consent
question-consent-hint = One purpose for each consent. Text and time are kept with the reply.
question-choices = Replies to choose from
question-choices-hint = One a line. Guests keep what they picked even when you take it away.
question-choices-en-hint = The same replies in the same order, or nothing.
question-help = Help
question-why = Why you ask
question-why-hint = Stands by the question. Needed for special data.
question-why-shown = Why we ask: { $why }
question-required = Required
question-required-label = No acceptance without a reply
question-special = Special data
question-special-label = Special data (health, diet, religion)
question-special-hint = A key of its own, seen by the event's managers only, deleted on { $date }.
question-special-fixed = Settled since guests have accepted.
question-special-shown = Encrypted separately and deleted on { $date }.
question-condition = When the question is asked
question-always = Always
question-only-if = Only with “{ $question }”: { $choice }
question-depends = depends on “{ $question }”
question-agreed = agreed
question-no-reply = No reply
question-as-shown = How guests see the question “{ $question }”
question-up = Move “{ $question }” up
question-down = Move “{ $question }” down
question-change = Edit
question-remove = Delete question
question-stop = No longer ask
question-again = Ask again
reply-agreed = agreed on { $date }: “{ $text }”
guest-special = Special data
guest-special-text = Encrypted separately. The log tells who looks at it.
field-replies = Replies to questions
field-special-replies = Special data
field-event-questions = Questions
missing-label = Enter the question.
missing-choices = Enter at least one reply to choose from.
missing-why = Tell the guests why you ask for special data.
problem-twice = A line is there twice.
problem-uneven-lines = Enter as many lines as on the left, or none.
problem-depends-on-itself = The question would depend on itself.
problem-unanswered = Please reply to this question.
problem-not-agreed = Accepting is not possible without this consent.
problem-not-a-number = Enter a whole number, for example 2.
problem-not-a-phone = Enter a phone number, for example +43 1 234 56.
action-event-questions_changed = Questions to guests changed
action-guest-special_deleted = Special data deleted
action-access-special_seen = Special data looked at

replies-title = Replies
replies-empty = This event asks its guests nothing
replies-empty-text = As soon as you ask something, you see here who replied what.
replies-line = { $said }: { $count }
replies-sum = { $sum } in all
replies-silent = { $count ->
    [one] One guest said nothing.
   *[other] { $count } guests said nothing.
}
replies-untold = { $count ->
    [one] One more reply is in the list as a file.
   *[other] { $count } more replies are in the list as a file.
}
action-access-replies_seen = Replies to questions looked at
