# Se connecter, déclarer, relire, décider. / Signing in, declaring, reviewing, deciding.
space-link = Work space
space-title = Your space
sign-out = Sign out
error-403 = This page is not open to your role.
error-403-hint = Ask the person who manages accounts, or go back to your space.
form-errors-title = Nothing is saved yet
sign-in-title = Sign in
sign-in-lede = To declare a use, give an opinion or decide. Public pages need no account.
sign-in-cookie = One cookie, for the time of the session, to know that it is you. Signing out removes it.
sign-in-email = Work e-mail address
sign-in-password = Password
sign-in-send = Continue
sign-in-forgotten = Forgotten password, or no account yet? The person who manages accounts gives you a link.
sign-in-refused = Check the address and the password: they do not go together.
sign-in-locked = { $minutes ->
    [one] Too many attempts. Wait one minute.
   *[other] Too many attempts. Wait { $minutes } minutes.
  }
sign-in-chosen = Your password is saved. Sign in.
code-title = Your code
code-lede = Your account asks for a second factor.
code-label = Code
code-hint = Six digits from your application, or one of your recovery codes.
code-refused = Check the code: it is wrong, too old, or already used.
password-title = Choose a password
password-advice = A sentence that only you know is better than a complicated word.
password-new = New password
password-hint = At least 12 characters.
password-again = The same, once more
password-send = Save
password-link-gone = This link no longer works: it was used already, or it is too old. Ask the person who manages accounts for another.
password-short = Choose at least 12 characters.
password-long = Choose 256 characters at most.
password-has-name = Choose a password that does not contain your address.
password-common = Choose a less common password: this one would be among the first to be tried.
password-differs = Type the same password twice.

dossier-case = The case
dossier-law = The law
dossier-questions = Questions that are left
dossier-more-rules = { $count ->
    [one] and one more rule.
   *[other] and { $count } more rules.
  }
dossier-note = Internal note:
dossier-awaited = No opinion yet
dossier-no-opinion = No opinion so far.
dossier-no-decision = No decision so far.
dossier-neighbours = Similar cases
dossier-neighbours-why = Same tool or same task.
dossier-due = opinions awaited by { $date }
dossier-late = { $days ->
    [one] opinions awaited by { $date }, one day late
   *[other] opinions awaited by { $date }, { $days } days late
  }
dossier-since = { $who }: since your opinion (version { $version }), these have changed: { $fields }.
dossier-unchanged = { $who }: nothing has changed since your opinion (version { $version }).
dossier-outdated = The file has changed while you were writing. Read it again: what you typed is kept below.
dossier-missing = No opinion yet from: { $who }.
dossier-ask = Ask for opinions
dossier-publish = Publication
dossier-public-page = Public page
decision-voided = This decision has not held since { $date }: the use has changed ({ $fields }).
one-a-line = One a line.
day-hint = Format: day/month/year.
opinion-yours = Your opinion
opinion-public = It will be public if the record is, signed by your function, never by your name. You may change it: the earlier one stays readable.
opinion-function = For which function?
opinion-sense = For or against?
opinion-why = Why, in one or two sentences
opinion-why-hint = 280 characters at most. Write for a resident who will read the record.
opinion-conditions = Conditions
opinion-note = Internal note
opinion-note-hint = Optional. It never leaves the authority.
opinion-send = Give my opinion
opinion-no-function = Say for which function you speak.
opinion-no-sense = Say whether you are for or against.
opinion-no-reason = Say why: an opinion that is not favourable gives its reason.
opinion-no-condition = Write at least one condition, or choose another sense.
opinion-long = Make it shorter: { $count } characters of { $most }.
sense-hint-favourable = The use may start as it is.
sense-hint-favourable-with-reservations = It may start if your conditions are met.
sense-hint-reserved = You do not object, but the doubt must be read.
sense-hint-unfavourable = The use must not start.
decision-yours = Your decision
decision-public = It bears on the version shown. If the use changes afterwards, it will no longer hold.
decision-outcome = What do you decide?
decision-who = In what capacity
decision-who-hint = A function, not a name: “Director general of services”.
decision-act-label = Act
decision-act-hint = Resolution, order, minutes. Optional.
decision-conditions = Conditions
decision-review-label = To be reviewed on
decision-stop-label = What would make it stop
decision-go-on = I decide without waiting for these opinions.
decision-send = Decide
decision-no-outcome = Say what you decide.
decision-no-one = Say in what capacity you decide.
decision-no-condition = Write at least one condition, or choose another decision.
decision-no-review = Give a date to come: every permission has a review date.
decision-awaited = Wait for these opinions, or say that you decide without them.
decision-stop-how = The use has begun: say how and when it stops.
request-title = Ask for opinions
request-lede = Functions speak in parallel. The decision comes afterwards.
request-rule = A function that is concerned for sure cannot be left out. For the others, the file does not say yet whether they are.
request-who = Who must give an opinion?
request-not-known = To be checked: { $why }
request-due = Opinions awaited by
request-send = Ask
request-nobody = Choose at least one function.
request-bad-day = Give a date to come, such as 30/12/2026.
publication-title = What the public will see
publication-lede = Look at the page before publishing it: it is exactly the one the public will see.
publication-see = See before publishing
publication-level = What is published?
publication-hint-public = Everything that may be published, opinions included.
publication-hint-summary = The name, the summary, the decision and whom to ask.
publication-hint-internal = Nothing: the record is counted, with its ground.
publication-ground = Ground
publication-ground-hint = Compulsory when not everything is published. It is public.
publication-note = In more detail
publication-seen = I have looked at the page as the public will see it.
publication-send = Save
publication-no-level = Say what is published.
publication-no-ground = Give the ground for what is withheld.
publication-not-seen = Look at the page before publishing it, then tick the box.

space-declare = Declare a use
space-account = My account
space-accounts = Accounts
space-quiet = Nothing is waiting for you.
space-late-word = late,
space-more = { $count ->
    [one] and one more.
   *[other] and { $count } more.
  }
space-opinions = Your opinion is awaited
space-opinions-why = Functions speak in parallel: do not wait for the others.
space-decide = To be decided
space-decide-why = Every opinion asked for is given.
space-messages-count = { $count ->
    [one] One message is waiting for an answer.
   *[other] { $count } messages are waiting for an answer.
  }
space-ahead = Before they start
space-ahead-why = Uses wished for, planned or in preparation.
space-own = What you declared
space-own-why = You can follow each file.

dossier-edit = Change
edit-title = Change the file
edit-rule = The earlier version stays readable. Write for a resident, without any person’s name.
edit-decided = A decision is in force. Changing the tool, the data, the need or the human oversight voids it.
edit-voids-field = Changing it makes the decision void.
edit-data = Most delicate data
edit-data-hint = The most delicate of what goes into the tool.
edit-voids = The decision will no longer hold, because you change: { $fields }. If you mean it, tick “I know that the decision will no longer hold”.
edit-void-anyway = I know that the decision will no longer hold.
edit-other-language = In French, unchanged: { $text }
edit-no-name = Give the use a name.

dossier-answer = Answer the questions of the law
dossier-law-link = Every rule, with its reasons
answers-title = Questions of the law
answers-lede = Only questions that can still change something are put, the most useful first.
answers-rule = “We do not know” is never read as a no. Each answer keeps the function, the day and the evidence.
answers-others = For others
answers-none = No question is waiting for your function.
answers-answer = Answer
answers-evidence = Address of the evidence (optional)
answer-number = A whole number.
answer-not-understood = This answer is not understood: follow the format given.
answer-bad-link = Give a full address, which starts with “https://”.
