# The week of whoever runs the observatory: what is to be done, what waits, the meeting, the letter, the views.

## To do

todos-title = To do
todos-lede = Each condition of a decision has somebody who answers for it and a date. Changing that does not undo the decision.
todos-list = To do
todos-all = What waits, what is done
todos-list-why = What is late first, what is done at the end.
todos-none = Nothing is to be done on this file.
todos-open = Say what is done, or who does it
todo-change = Change
todo-due = by { $date }
todo-late = late, it was due on { $date }
todo-no-day-known = no date
todo-done = Done on { $date }, says { $who }
todo-done-title = Say where it stands
todo-is-done = Is it done?
todo-yes = Yes, it is done.
todo-no = No, or no longer.
todo-day = Since when?
todo-evidence = What shows it
todo-evidence-hint = An address, minutes, a document. No name.
todo-assign-title = Who does it, and until when?
todo-add-title = Add something to do
todo-assign-send = Assign
todo-add-send = Add
todo-assign-why = A function, a department or a role: never a person.
todo-condition = A condition of the decision: only a new decision changes its words.
todo-text = What must be done
todo-owner = Who does it?
todo-owner-hint = Whoever holds that function will see it in their space.
holders-functions = Functions
holders-departments = Departments
holders-roles = Roles
todo-due-label = Until when?
todo-remove = Take it off the list
todo-unknown = Choose something on the list: this number is not there.
todo-not-yours = Ask whoever does it: you do not answer for that.
todo-no-answer = Say whether it is done or not.
todo-no-day = Give the day on which it was done, today at the latest.
todo-no-evidence = Say what shows it: an address, minutes, a document.
todo-no-text = Write what must be done.
todo-no-owner = Choose a function, a department or a role on the list.
todo-no-due = Give a date, for example 30/12/2026.
todo-is-condition = Leave it: it is a condition of the decision. A new decision may remove it.
decision-owner = Who sees to the conditions?
decision-owner-hint = The department that uses the tool, unless you choose. Each condition may change hands later.
decision-due = Conditions to be met by
decision-due-hint = The day of the review, unless you choose. Format: day/month/year.
decision-bad-due = Give a date to come, for example 30/12/2026.

## What is published of an opinion

opinion-level = What is published of this opinion?
opinion-goes-public = Published
opinion-goes-summary = Published in short
opinion-goes-internal = Not published
opinion-hint-public = Your sentence and your conditions, if the record is published whole.
opinion-hint-summary = Your function, the sense and the day; neither the sentence nor the conditions.
opinion-hint-internal = Nothing: the opinion is counted, with its ground.
opinion-level-summary = Published in short, without its sentence. Ground: { $ground }.
opinion-level-internal = Not published, only counted. Ground: { $ground }.
opinion-in-short = Its sentence is not published. Ground: { $ground }.
record-opinions-withheld = { $count ->
    [one] One opinion is not published. Ground: { $ground }.
   *[other] { $count } opinions are not published. Ground: { $ground }.
  }
publication-opinions = Each function chose what is published of its opinion; the preview shows it.

## The week

space-todos = To do
space-todos-why = What you answer for. Say when it is done.
space-week = The week
space-week-why = What waits in the whole authority.
space-small = Here, one person may hold every function: three screens are enough, this one, the uses and the summary, with tools and messages beside them.
space-letters = The weekly letter of { $date } did not go out everywhere ({ $count } failed). { $why }
week-title = The week
week-lede = { $count ->
    [one] On { $date }, one kind of thing waits. Each line says what, since when, and one thing to do.
   *[other] On { $date }, { $count } kinds of things wait. Each line says what, since when, and one thing to do.
  }
week-fine = All is well on { $date }: nothing waits. What was looked at is said below.
week-nothing = Nothing waits.
week-count = { $what }: { $count }
week-no-day = no date
week-looked-at = What was looked at
week-looked-at-why = The delays are in “framework/follow_up.yaml”.
week-looked-at-what = Records: { $records }. Things to do: { $todos }. Departments: { $departments }. Sheets of tools, tasks and data: { $sheets }. Rules of the law: { $rules }.
week-law-none = it changes no record
week-law-touched = { $count ->
    [one] it changes { $names }
   *[other] it changes { $count } records, among them { $names }
  }
week-todos = To do, late
week-todos-why = The date has passed.
week-todos-since = expected on { $date }
week-todos-do = see where it stands
week-reviews = Reviews overdue
week-reviews-why = The use goes on, the review date has passed.
week-reviews-since = to be reviewed since { $date }
week-reviews-do = ask for opinions again
week-voided = Decisions that no longer hold
week-voided-why = The use has changed since.
week-voided-since = since { $date }
week-voided-do = ask for opinions again
week-late-opinions = Opinions that are late
week-late-opinions-why = A reminder is often enough.
week-late-opinions-since = expected on { $date }
week-late-opinions-do = remind
week-old-requests = Opinions asked for long ago
week-old-requests-why = No due day has passed, but the request is old.
week-old-requests-since = asked for on { $date }
week-old-requests-do = remind
week-undecided = Decisions to be taken
week-undecided-why = Every function that was asked has spoken.
week-undecided-since = last opinion on { $date }
week-undecided-do = take it to whoever decides
week-new = Declared, no opinion asked for
week-new-why = Nobody has been consulted yet.
week-new-since = record of { $date }
week-new-do = ask for opinions
week-expired-opinions = Opinions that are too old
week-expired-opinions-why = The use goes on upon old opinions.
week-expired-opinions-since = given on { $date }
week-expired-opinions-do = ask for opinions again
week-pilots = Pilots that end
week-pilots-why = A pilot has an end: stop, extend or decide.
week-pilots-since = end planned on { $date }
week-pilots-do = say what becomes of it
week-coming-reviews = Reviews that are coming
week-coming-reviews-why = Time to ask for opinions again.
week-coming-reviews-since = to be reviewed on { $date }
week-coming-reviews-do = ask for opinions again
week-law = The law that changes
week-law-why = Dates that are near, and the records whose reading changes.
week-law-since = on { $date }
week-law-do = read the rule
week-messages = Messages from the public
week-messages-why = Open the list to read and answer them.
week-messages-since = the oldest came on { $date }
week-messages-do = read and answer
week-silent = Departments that declared nothing
week-silent-why = Nobody knows whether there is no use, or nobody said so.
week-silent-since = since { $date }
week-silent-do = declare with them
week-stale = Records that nobody has touched
week-stale-why = Ask the department whether they are still true.
week-stale-since = last version on { $date }
week-stale-do = read the record again
week-sheets = Sheets of tools, tasks and data to review
week-sheets-why = What was signed is old, or has changed since.
week-sheets-since = of { $date }
week-sheets-do = see
week-rules = Rules of the law to review
week-rules-why = Their review date has passed: update Vigie, or your data.
week-rules-since = to be reviewed since { $date }
week-rules-do = read the rule

## The meeting

meeting-title = Meeting pack
meeting-choose = Choose the cases
meeting-choose-lede = Choose the cases: everything is then on one page to print.
meeting-choose-why = Those that wait for an opinion or a decision are ticked.
meeting-cases = Cases to discuss
meeting-more = { $count ->
    [one] One more record can be added by its reference.
   *[other] { $count } more records can be added by their reference.
  }
meeting-others = Other references
meeting-others-hint = Separated by spaces, for example VAL-003 VAL-017.
meeting-make = Prepare the pack
meeting-none = Choose at least one case: none waits at the moment.
meeting-too-many = Choose { $most } cases at most: { $count } are ticked.
meeting-no-record = Check these references, no record bears them: { $records }.
meeting-no-record-hint = A reference is written like VAL-006. Without --case, the pack takes what waits.
meeting-which-authority = Say for which authority.
meeting-which-authority-hint = Add --authority with one of these: { $known }.
meeting-lede = { $count ->
    [0] Working group of { $authority }, on { $date }: nothing waits.
    [one] Working group of { $authority }, on { $date }: one case.
   *[other] Working group of { $authority }, on { $date }: { $count } cases.
  }
meeting-agenda = Agenda
meeting-asked = What is asked:
meeting-asked-opinions = give the opinions that are missing.
meeting-asked-decision = prepare the decision: every opinion is there.
meeting-asked-functions = say whose opinion to ask for.
meeting-asked-note = take note: a decision is in force.
meeting-from = Awaited: { $who } ({ $date }).
meeting-figures = Figures
meeting-law = The law in force:
meeting-todos-why = For these cases.
meeting-no-todo = Nothing is to be done for these cases.

## Figures

figure-uses = Occasions of use
figure-minutes = Time per case, checking included
figure-measured-minutes = Time per case, measured
figure-energy = Electricity a month
figure-gwp = Greenhouse gases a month
figure-declared = declared in the record
figure-measured = measured: { $how }
figure-estimated = estimated, EcoLogits { $release }, electricity { $zone }
figure-with = { $amount } – { $method }, { $date }
figure-money = { $amount } { $currency } a year, { $tax }, price of { $date }
figure-tax-included = tax included
figure-tax-excluded = tax excluded
figure-tax-unknown = tax not told

## The weekly letter

digest-subject = Observatory of { $authority }: what waits for you
digest-lede = What waits for you in the observatory of { $authority }, on { $date }:
digest-opinions = Opinions expected from you: { $count }
digest-decisions = Decisions to be taken: { $count }
digest-todos = Things to do: { $count }
digest-overdue = late among them: { $count }
digest-tool-opinions = Opinions expected from you on tools: { $count }
digest-tool-decide = Decisions to be taken on tools: { $count }
digest-tool-new = Tools asked for, to be examined: { $count }
digest-tool-again = Tools to look at again: { $count }
digest-foot = This letter holds numbers only. It goes out once a week, if there is something to do.
digest-sent = { $sent ->
    [0] No letter went out.
    [one] One letter went out.
   *[other] { $sent } letters went out.
  }
digest-failed = { $failed ->
    [one] One letter did not go out.
   *[other] { $failed } letters did not go out.
  }
digest-dry = { $count ->
    [0] No letter: nothing waits for anybody.
    [one] One letter, shown here. Nothing is sent.
   *[other] { $count } letters, shown here. Nothing is sent.
  }
mail-fault-address = Check the addresses of the accounts: one of them is none.
mail-fault-letter = Check the table [mail] of vigie.toml with “vigie check”.
mail-fault-unreachable = Check host and port: the machine does not answer.
mail-fault-encryption = Check encryption and ca_file: the certificate is not trusted.
mail-fault-later = Try again later: the machine asks for it.
mail-fault-refused = Check user, the password and from: the machine refuses.
mail-off = No e-mail is sent: vigie.toml has no table [mail].
mail-off-hint = Add it, or read the letters with --dry-run.
mail-setting-encryption = “{ $value }” is no way to encrypt e-mails.
mail-setting-encryption-hint = Write tls, starttls or none.
mail-setting-from = “{ $value }” is not the address of a sender.
mail-setting-from-hint = Write “vigie@example.org” or “Vigie <vigie@example.org>”.
mail-setting-clear = A password does not travel in clear: encryption is none and user is filled in.
mail-setting-clear-hint = Choose tls or starttls, or remove user.
mail-setting-password = The password of the e-mails is missing.
mail-setting-password-hint = Give it by VIGIE_MAIL_PASSWORD, or by the file that VIGIE_MAIL_PASSWORD_FILE names.
mail-setting-ca = The file “{ $value }” of ca_file cannot be read.
mail-setting-ca-hint = Give a PEM file, beside vigie.toml or by its full path.
mail-setting-tls = The encrypted connection to “{ $value }” cannot be prepared.
mail-setting-tls-hint = Check host, and that ca_file holds a certificate of an authority.
mail-setting-day = “{ $value }” is not a day of the week.
mail-setting-day-hint = Write monday, tuesday, wednesday, thursday, friday, saturday or sunday.
mail-setting-hour = digest_hour is { $value }.
mail-setting-hour-hint = Write an hour from 0 to 23.
sign-in-setting-role = “{ $value }” is no role: second_factor in the table [sign_in] leaves it out.
sign-in-setting-role-hint = Write one of these: { $known }.
sign-in-setting-key = The variable { $variable } holds no key.
sign-in-setting-key-hint = Give it 64 hexadecimal digits, as openssl rand -hex 32 makes them, or name their file with { $variable }_FILE.
sign-in-setting-breached-unreadable = The file “{ $value }” of breached_passwords cannot be read.
sign-in-setting-breached-unreadable-hint = Write its path, from the folder of the observatory or whole, and let the service read it.
sign-in-setting-breached-form = The file “{ $value }” of breached_passwords holds something else than SHA-1 hashes.
sign-in-setting-breached-form-hint = Make it again with Have I Been Pwned’s downloader: a SHA-1 hash, a colon and a number a line (SHA-1, not NTLM).
sign-in-setting-breached-order = The file “{ $value }” of breached_passwords is not sorted by hash.
sign-in-setting-breached-order-hint = Sort it with LC_ALL=C sort, or make it again with Have I Been Pwned’s downloader.
check-no-key = Second factors are kept in clear in the database and in backups (there are { $count }).
check-no-key-hint = Make a key with openssl rand -hex 32, give it by VIGIE_SECRET_KEY or by the file that VIGIE_SECRET_KEY_FILE names, keep it away from the backups, then run vigie user seal.
check-seeds-former = Second factors are not kept under the key of today yet (there are { $count }).
check-seeds-former-hint = Run vigie user seal. Otherwise, each of them is at its next use.
check-seeds-shut = Second factors open with no key (there are { $count }): their holders sign in with a recovery code alone.
check-seeds-shut-hint = Give the key that kept them again, by VIGIE_SECRET_KEY or VIGIE_SECRET_KEY_OLD. If it is lost: vigie user link ADDRESS --drop-second-factor.
mail-setting-url = The letters have no address to lead to: public_url is missing.
mail-setting-url-hint = Write public_url in the table [server] of vigie.toml.

## The views

uses-title = The uses
uses-lede = { $count ->
    [one] You may read one record.
   *[other] You may read { $count } records.
  }
uses-all = Every record
uses-all-why = By reference, with their state and the stage of the file.
uses-none = No record that you may read.
uses-before = Records before
uses-after = Records after
summary-title = The summary
summary-lede = { $count ->
    [one] One page, on { $date }, on the record that you may read.
   *[other] One page, on { $date }, on the { $count } records that you may read.
  }
summary-in-use = What is in use
summary-in-use-why = Every record, stops and refusals included.
summary-in-use-none = Nothing is in use.
summary-decided = What was decided
summary-decided-why = In the last twelve months, refusals included.
summary-decided-none = Nothing was decided in the last twelve months.
summary-voided = no longer holds
summary-costs = What it costs
summary-costs-why = The uses in service, by currency and tax.
summary-cost-yearly = A year
summary-cost = { $amount } { $currency }, { $tax }, prices from { $from } to { $until }
summary-cost-unknown = { $count ->
    [0] The cost of each use in service is known.
    [one] The cost of one use in service is not known.
   *[other] The cost of { $count } uses in service is not known.
  }
summary-planet = What it costs the planet
summary-planet-why = Ranges, never one number.
summary-planet-none = No estimate can be made: assumptions are missing.
summary-planet-method = Estimate on { $date } for { $estimated } of { $in_use } uses in service, method EcoLogits { $release }. The others are not counted.
summary-said = What people say of it
summary-said-why = Opinions against, and the declared effect on work.
summary-said-none = No opinion against.
summary-effects-better = Work gets lighter or richer
summary-effects-worse = Work gets heavier or poorer
summary-effects-unknown = Nobody knows
summary-coming = What is coming
summary-coming-why = Reviews, ends of pilots, dates of the law.
summary-coming-none = Nothing is near.
summary-law-touched = { $count ->
    [0] it changes no record
    [one] it changes one record
   *[other] it changes { $count } records
  }
staff-title = What concerns staff
staff-lede = What is about to start, what is being tried, what it does to work, on { $date }. To print as it is.
staff-ahead = Before it starts
staff-ahead-why = The moment to give an opinion.
staff-ahead-none = Nothing is being prepared.
staff-trials = Pilots that run
staff-trials-why = Those on which staff was not heard in time first.
staff-trials-none = No pilot runs.
staff-effects = Effects on work
staff-effects-why = In numbers of answers; nothing is averaged.
staff-effects-none = No use has started.
staff-effects-counted = { $negative } for the worse, { $null } without effect, { $positive } for the better, { $unknown } not known
staff-no-measure = Few people work here: no measure on a group is shown.
staff-dissent = Disagreements
staff-dissent-why = Of every function, yours first.
staff-dissent-none = No opinion against.
department-title = Your department
department-lede = What waits for { $departments }.
department-all = every department
department-todos = To do
department-todos-why = The most urgent first.
department-todos-none = Nothing is to be done.
department-answers = Answers to give
department-answers-why = What the law asks the department.
department-answers-none = No question waits for the department.
department-questions = { $count ->
    [one] one question
   *[other] { $count } questions
  }
department-to-declare = To declare
department-to-declare-why = Observed, or begun and not sent.
department-to-declare-none = Nothing was observed without a declaration.
department-observed = observed, never declared
department-drafts = { $count ->
    [one] You have one draft.
   *[other] You have { $count } drafts.
  }
department-gaps = To complete
department-gaps-why = Essential fields that nobody filled in.
department-gaps-none = The essential fields are filled in.
department-uses = Its uses
department-uses-why = What you may read and change.
department-uses-none = No use is known.

## Drafts

declare-full-title = Too many drafts
declare-full = You keep { $count } drafts, and { $most } at most can be kept. Send one, or delete those that are no longer needed.
declare-full-see = See your drafts

## Help

help-digest = Write or send the weekly letters: what waits for each person, in numbers
help-digest--authority = The authority; all of them when absent
help-digest--dry-run = Show the letters and send none
help-digest--json = Answer as JSON, for a machine
help-meeting = Write the pack of a meeting: what is asked, case by case
help-meeting--authority = The authority; may be left out when there is only one
help-meeting--case = A record to discuss, such as VAL-006; may be repeated. Those that wait when absent
help-meeting--json = Answer as JSON, for a machine
