# Data protection: overview, log and its check, erasure and certificate.

nav-protection = Data protection
protection-lead = How your guests' data are protected right now, with evidence.
protection-tabs-label = Data protection
protection-tab-overview = Overview
protection-tab-log = Log
protection-tab-erasures = Erasures
protection-figures = Figures of protection
protection-keys = Keys
protection-entries = Entries in the log
protection-erased = People erased
protection-encryption = Encryption
protection-provider = Master key
protection-provider-aws-kms = AWS KMS
protection-provider-local-key-file = Key file on this server
protection-local-key = The master key is in a file on the server. AWS KMS is meant for real operation.
protection-cipher = Cipher
protection-root = Version of the root key
protection-root-made = Root key since
protection-rotating = The root key is being changed.
protection-log = Log
protection-signed = Last signed
protection-log-check = Check the log
protection-log-late = Entries wait longer than usual for their signature. Please tell the operator.
protection-backups = Backups
protection-backup-created = Last backup
protection-backup-verified = Last restored for trial
protection-backup-restored = Last restored in earnest
protection-horizon = What is erased leaves the backups
protection-horizon-days = after 30 days at most
protection-no-backup = There is no backup yet. Please tell the operator.
protection-never = never yet
protection-columns-title = What is stored in which way
protection-columns-text = Each column of each table has a class. What concerns people is stored as ciphertext only. A test compares this list with the database.
protection-class = Class
protection-columns = Columns
protection-which = Which
protection-show = Show
class-sealed = Encrypted
class-sealed-meaning = under the key of the person, the event or the account
class-blind-index = Blind index
class-blind-index-meaning = finds an e-mail address again without holding it
class-hash = Hash
class-hash-meaning = from which the value cannot be computed
class-wrapped-key = Wrapped key
class-wrapped-key-meaning = useless without the master key
class-id = Id
class-id-meaning = random numbers
class-time = Time
class-time-meaning = when something happened
class-count = Count
class-count-meaning = numbers, limits, versions
class-code = Code
class-code-meaning = fixed words of the program
class-public = Public
class-public-meaning = what everybody may read anyway
class-proof = Proof
class-proof-meaning = hashes and signatures of the log
class-random = Chance
class-random-meaning = random numbers against sending twice

## Log

log-title = Log
log-lead = Each change of data is here, and who looked at guests: who, when, from where. No entry can be changed or removed without being noticed.
log-export = Download the whole log
log-entries = Entries
log-who = Who
log-what = What
log-when = When
log-where = From where
log-place = No.
log-from = From
log-until = Until
log-everybody = Everybody
log-everything = Everything
log-filter = Filter
log-waiting = waiting
log-empty-title = No entries
log-empty-text = The log holds nothing that matches this filter.
topic-access = Access
topic-guest = Guests
topic-event = Events
topic-invitation = Invitations
topic-mail = E-mails
topic-import = Imports
topic-guests = Downloads of the guest list
topic-person = Erasures of people
topic-keys = Keys
topic-backup = Backups
topic-user = Sign-ins
topic-team = Team

## The check in the browser. What stands in braces is set in by the browser.

check-title = Check it yourself
check-lead = Your browser fetches all entries, computes the hash itself and compares it with the signature and with what it saw the last time.
check-start = Check in this browser
check-progress = Progress of the check
check-running = Fetching entries and computing their hashes …
check-in-order = In order: { $entries } entries computed, the last one of { $last }. The root { $root }… is the signed one.
check-first-time = This browser has checked the log for the first time. It remembers this state and compares with it the next time.
check-continues = The log continues the state that this browser saw last: { $size } entries of { $date }.
check-anchor = Not in order: entries that this browser has seen before are not the same any more.
check-broken = Not in order: the log is not as it was signed.
check-truncated = Not in order: entries that this browser has seen before are missing. If the installation was restored from a backup, ask the operator about it.
check-forked = Not in order: there are two signed versions of the log.
check-key = Public key of the log
check-other-key = Not in order: the log is signed by another key than the last time.
check-signature = Not in order: the signature is wrong.
check-offline = The entries could not be fetched. Please load the page again and try once more.
check-without-scripts = Without JavaScript, check the log with the program: download it and run { "“einlass audit verify”" }.
check-how = How to check without this page
check-how-text = Download the whole log and check it with { "“einlass audit verify”" } on any machine, without database and without keys. Keep today's key and state: with them, every later change is noticed.
check-checkpoint = Signed state
check-not-yet = Nothing is signed yet. That happens a few seconds after the first entry.

## Erasures

erasures-title = Erasures
erasures-lead = People who were erased on request. What stays is a random id and the proof.
erasures-when = Erased on
erasures-who = By
erasures-person = Id
erasures-empty-title = Nobody erased yet
erasures-empty-text = When somebody wants to be erased, open the guest and choose “Erase person”.
erase-link = Erase person
erase-title = Erase { $name }
erase-final = This cannot be undone
erase-final-text = The person is erased from all events. The key is destroyed, so that whatever else is left anywhere can never be read again.
erase-what = What is erased
erase-guests =
    { $count ->
        [one] One place on a guest list
       *[other] { $count } places on guest lists
    }
erase-mails =
    { $count ->
        [0] No e-mails
        [one] One e-mail
       *[other] { $count } e-mails
    }
erase-links =
    { $count ->
        [0] No personal link
        [one] One personal link
       *[other] { $count } personal links
    }
erase-key = The person's key and the index of the e-mail address
erase-stays = The log keeps random ids, times and the names of changed fields, but no values. In backups the person is unreadable after 30 days at most.
erase-do = Erase for good
certificate-title = Certificate of erasure
certificate-lead = Give this certificate to the person. It says nothing about them and can be checked anywhere.
certificate-paper-lead = All data of a person were erased and the key was destroyed. This certificate says nothing about the person.
certificate-done = The person is erased.
certificate-pdf = Certificate as PDF
certificate-json = Certificate to be checked (JSON)
certificate-what = What was erased
certificate-person = Former id of the person
certificate-erased = Key destroyed on
certificate-guests = Places on guest lists
certificate-mails = E-mails
certificate-links = Personal links
certificate-backups = Unreadable in backups, too, from
certificate-stays = The log keeps the id, times and the names of changed fields. Their values are unreadable.
certificate-proof = Proof
certificate-place = The erasure is entry no. { $place } of { $size } in the signed log.
certificate-check = Check the JSON file with { "“einlass audit verify --certificate”" }, without database and without keys.
certificate-statement = Signed statement
certificate-organiser = Controller
certificate-log = Log
certificate-not-yet = The certificate is being signed. Please load the page again in a few seconds.

## The signed state by mail

checkpoint-mail-subject = State of the log of { $day }
checkpoint-mail-text = The log of { $organiser } now has { $size } entries. Keep this mail: with the signed state below, every later change of these entries is noticed. Check it on the page “Data protection → Log” or with the program.
