# The pages of the public site: their frame, then each page.

## The frame

site-description = Public observatory of generative AI: the uses known, permitted, refused or ended, and what is not known.
skip = Skip to content
nav-label = Main pages
nav-register = Register
nav-dashboard = Dashboard
nav-report = Report
nav-method = Method
footer-label = Footer
footer-accessibility = Accessibility: not compliant
footer-ecodesign = Ecodesign
footer-glossary = Glossary
footer-legal = Legal notice
footer-privacy = Personal data
footer-report = Report a problem
footer-licence = Texts under the CC BY-SA 4.0 licence, data under the Licence Ouverte 2.0.
footer-no-cookie = No cookie.
footer-one-cookie = One cookie, for the time of your session.
other-language = Cette page en français
language-name = English
scopes = See also:
scope-everyone = All authorities
page-weight = This page: { $size } in { $requests } requests, { $elements } elements.
feed-title = Register of uses of generative AI: the changes
feed-title-of = Register of uses of generative AI, { $name }: the changes
accessibility-status = not compliant
back-home = Back to the home page

## Errors

error-prefix = Error:
error-404 = This page does not exist
error-404-hint = The address has a mistake in it, or the record is not published. Look for it in the register.
error-413 = That is too much for this page
error-413-hint = Go back to the previous page: what you typed is still there. Shorten it, or choose a smaller file.
error-400 = This request was not understood
error-400-hint = Go back to the previous page and send the form from this site.
error-500 = The page could not be shown
error-500-hint = The fault is ours, not yours. Try again in a few minutes.

## The home page

home-title = What is done, what is refused, what is not known
home-headline-start = Generative AI:
home-headline-done = what is done here
home-headline-refused = what is refused
home-headline-unknown = what is not known yet
home-lede = { $name }: the public observatory of generative AI. Each published use has its record, with its opinions, its effects and its review date.
search-label = Look for a use
search-hint = for example: letter, permit, translation
search-button = Search
home-figures = Four figures and their doubt
home-figures-reserve = A hatched box means: not known, or late.
home-figures-all = All the charts
home-refusals = Refused or ended
home-refusals-reserve = A published refusal saves others from starting again.
home-refusals-all = All that was refused or ended
home-refusals-none = No refusal and no ending is published. That does not mean there was none.
instead = Instead:
home-blind = Blind spots
home-blind-reserve = What these pages do not say. Here, hatching means: not known.
home-news = What is new
home-news-none = Nothing is published yet.
follow-atom = Follow by Atom
home-elsewhere = Elsewhere
home-elsewhere-link = Read the records of other registers
home-peers = { $publishers ->
    [1] One other organisation publishes its uses of AI. Records taken from its register: { $count }.
   *[other] { $publishers } other organisations publish their uses of AI. Records taken from their registers: { $count }.
} They are never added to our own.
home-person = Reach a person
home-person-write = Write to the observatory
no-sanction = An act protects the people who declare. { $act }

## Four figures

figure-part = { $part } out of { $whole }
nothing-to-count = Nothing to count for now.
figure-in-use = { $whole ->
    [0] No use is known yet.
    [1] { $part ->
        [0] known use: it is published neither as in use nor as on trial.
       *[other] known use is published as in use or on trial.
    }
   *[other] { $part ->
        [0] known uses: none is published as in use or on trial.
        [1] known uses is published as in use or on trial.
       *[other] known uses are published as in use or on trial.
    }
}
figure-in-use-doubt = Counted on { $date }. A withheld record enters the total, not its state. What nobody told or saw is not there.
figure-in-use-title = Uses in use or on trial, among known uses
figure-in-use-description = Of the known uses, published or not: { $rest } in all.
figure-in-use-hatched = { $hatched } without a state
figure-in-use-rest = { $rest } known
figure-effects = { $whole ->
    [0] No published use is in use or on trial.
    [1] { $part ->
        [0] use going on: its record does not say what it changes in the work.
       *[other] use going on says what it changes in the work.
    }
   *[other] { $part ->
        [0] uses going on: none says what it changes in the work.
        [1] uses going on says what it changes in the work.
       *[other] uses going on say what they change in the work.
    }
}
figure-effects-doubt = Counted on { $date }. This is what the records say, for better or worse; nothing proves that AI is the cause.
figure-effects-title = Uses in use or on trial whose effect on work is known
figure-effects-description = One box for each use in use or on trial, or one bar when there are many. Hatched, those whose effect on work is not known: { $hatched }. Solid, those whose record tells an effect: { $rest }.
figure-effects-hatched = { $hatched }: not known
figure-effects-rest = { $rest } with an effect told
figure-reviews = { $whole ->
    [0] No use going on has a published review date.
    [1] { $part ->
        [0] use going on that has a review date: it has not passed.
       *[other] use going on that has a review date is past it.
    }
   *[other] { $part ->
        [0] uses going on that have a review date: none is past it.
        [1] uses going on that have a review date is past it.
       *[other] uses going on that have a review date are past it.
    }
}
figure-reviews-doubt = Exact count on { $date }. A use without a review date is not counted.
figure-reviews-title = Reviews late and on time, uses in use or on trial
figure-reviews-description = One box for each use in use or on trial that has a review date, or one bar when there are many. Hatched, late: { $hatched }. Solid, on time: { $rest }.
figure-reviews-hatched = { $hatched } late
figure-reviews-rest = { $rest } on time
figure-coverage = { $whole ->
    [0] No department is listed.
    [1] { $part ->
        [0] department listed: it has no published use.
       *[other] department listed has at least one published use.
    }
   *[other] { $part ->
        [0] departments listed: none has a published use.
        [1] departments listed has at least one published use.
       *[other] departments listed have at least one published use.
    }
}
figure-coverage-doubt = Counted on { $date }. Without a record, it is not known: no use, or no published use. With a record, nothing proves that everything is there.
figure-coverage-title = Departments that have at least one published use
figure-coverage-description = One box for each department listed, or one bar when there are many. Hatched, without a published use: { $hatched }. Solid, with at least one published use: { $rest }.
figure-coverage-hatched = { $hatched }: not known
figure-coverage-rest = { $rest } with a record

## Blind spots

blind-silent = { $count ->
    [1] One department has no published use: { $names }. Whether there is none, or none declared or published, is not known.
   *[other] { $count } departments have no published use: { $names }. Whether there is none, or none declared or published, is not known.
}
blind-observed = { $count ->
    [1] One use was observed without being declared. Those that nobody saw are not counted.
   *[other] { $count } uses were observed without being declared. Those that nobody saw are not counted.
}
blind-unknown-effect = { $count ->
    [1] One use going on does not say what it changes in the work.
   *[other] { $count } uses going on do not say what they change in the work.
}
blind-cost = { $count ->
    [1] One use going on has no published cost.
   *[other] { $count } uses going on have no published cost.
}
blind-withheld = { $count ->
    [1] One known use is not published: it is counted with its ground, and nothing else is said of it.
   *[other] { $count } known uses are not published: they are counted with their ground, and nothing else is said of them.
}
blind-always = A use that nobody declared or saw is in no count. How many there are is not known.

## News

news-new = New record: { $name }
news-changed = Record changed: { $name }
news-edition = Edition { $number } of the report: { $title }

## The register

register-title = Register of uses
register-lede = The uses of generative AI that are known and published, permitted or not. { $count ->
    [0] No record is published yet.
    [1] One record is published.
   *[other] { $count } records are published.
}
register-lede-peers = The uses of AI that other organisations publish in their registers. Records taken up: { $peers }. They are never added to our own.
search-short = Search
filters-label = Search and filter the records
filters-fold = Filters
facet-source = Register
facet-state = State
facet-data = Data used
facet-generative = Generative AI
facet-department = Department
facet-publisher = Published by
all-departments = All departments
all-publishers = All organisations
source-own = Our register
source-peers = Other registers
state-unknown = State not given
apply = Apply
results = Results
register-status = { $total ->
    [1] One record.
   *[other] Records { $first } to { $last }, out of { $total }.
}
register-nothing = No record answers this request.
register-nothing-hint = Remove a filter, or try a more common word.
register-all = See the whole register
register-corrected = A word was not found as typed. We looked for “{ $text }”.
register-some-terms = No record holds all these words. Here are those that hold some of them.
register-withheld = { $count ->
    [1] One known use is not published.
   *[other] { $count } known uses are not published.
}
why-withheld = What is not published, and why
sorted = Order:
sort-default = relevance
sort-reference = reference
sort-review = review date
pages = Pages of results
page-number = page { $number }
whole-register = The whole register:
peers-note = Each record remains that of the organisation that publishes it. States are matched with ours where possible.
review-due = to be reviewed on { $date }
review-overdue = review overdue since { $date }
declared-by = published by: { $publisher }

## A record

observed-meaning = seen in figures or by somebody, never declared
record-summary-only = Only a summary of this record is published. Ground: { $ground }.
record-essential = The essentials
record-essential-reserve = What a person concerned wants to know first.
record-change = What it changes for you
record-who = Who checks and decides
record-your-data = Your data
record-data = { $kind }: { $categories }.
record-person = Reach a person
report-problem = Report a problem with this record
record-opinions = The opinions
record-opinions-reserve = One for each function, never for a name. Disagreement comes first.
record-no-opinion = No opinion is published.
record-decision = The decision
record-no-decision = No decision is published.
decision-by = Taken by: { $function }.
decision-by-unknown = Who took it is not known.
decision-dated = { $outcome }, on { $date }
decision-act = Act:
decision-stop = Criterion for stopping:
decision-review = Review due on { $date }.
decision-review-late = Review due on { $date }, { $days ->
    [1] one day late.
   *[other] { $days } days late.
}
record-effects = The effects
record-no-frequency = How often this use happens is not known.
record-no-effect = What this use changes in the work is not known.
record-lessons = What was learnt
effect-title = Time saved or lost, checking included, in minutes per case
effect-row = One case
effect-source = Time given by the record, checking included.
effect-may-be-none = The effect on working time may be nil: from { $low_abs } min saved to { $high_abs } min lost per case.
effect-gain = The record tells of time saved, from { $high_abs } to { $low_abs } min per case.
effect-loss = The record tells of time lost, from { $low } to { $high } min per case.
effect-none = The record tells of no time saved and no time lost.
effect-work = Effect on work
effect-quality = Quality of the result
effect-limit = What the tool does less well
record-figures = The figures of the record
record-footprint = The footprint
record-footprint-reserve = A range, its assumptions one click away.
footprint-method = Read the method
record-details = The details
record-details-reserve = An empty field is shown: it too is information.
record-details-open = Need, tool, cost and law
detail-tool = Tool
detail-hosting = Hosting
detail-supplier = Supplier
detail-exit = How to leave it
detail-cost-value = { $amount } { $currency } a year, at prices of { $date }
detail-tier = Presumed class under the AI Act
record-risks-open = Risks, and what is done about them
record-risks = Risks noted for this use
record-no-risk = No risk is noted. That does not mean there is none.
record-history = The history
record-history-reserve = The published versions, the most recent first.
history-first = First published version ({ $function })
history-changed = Version { $version } ({ $function })
history-revised = Revised
record-take = Take this record:
record-similar-why = Elsewhere, for the same task ({ $task }), judging by their words, checked by nobody:
peer-ours = Here
peer-ours-reserve = Our records for a task that this one speaks of, judging by its words.

## A record of another register

peer-lede = This record is not ours. It is published by:
peer-source-state = as the source says:
peer-says = What the source says
peer-says-reserve = In its words and its language. We checked nothing.
peer-source = Where the record comes from
peer-licence = Licence:
peer-seen = First seen on { $date }.
peer-gone = This record was no longer in its publisher’s register on { $date }.
peer-original = Read the record at its publisher
peer-row-open = The source row, in full

## The dashboard

dashboard-title = Dashboard
dashboard-lede = A question, a chart and its limit. Counted in the published records, as of { $date }.
question-status = What is done, and what is not?
question-status-reserve = Uses observed without a declaration are counted apart.
question-needs = What is it used for?
question-needs-reserve = Many uses for a task do not prove that AI helps with it.
question-effects = What does it change in the work?
question-effects-reserve = This is what the records say. Nothing proves that AI is the cause.
question-minutes = How much time saved, or lost?
question-minutes-reserve = Checking included. The range tells the doubt; ranges are not added up.
question-tools = Whom do we depend on?
question-tools-reserve = A use that does not name its tool is shown as such.
question-footprint = How much electricity?
question-footprint-reserve = Estimated, never measured. A use without an estimate is not counted.
question-coverage = Which departments have we nothing from?
question-coverage-reserve = A department without a record is not a department without a use.
question-reviews = What was due for review, and was not reviewed?
question-reviews-reserve = Only uses going on that have a review date are counted.

## The report

report-pdf = Read the report as a PDF
report-changes = What changed since the previous edition
report-cite = Cite as: { $authority }, “{ $title }”, edition { $number }, { $date },
chapters = Chapters
previous = Previous:
next = Next:

## The glossary and the gallery

glossary-title = Glossary
glossary-lede = The words of the observatory, in English and in French.
glossary-reserve = One word for one thing. The French word is in small type.
see = See
gallery-title = Gallery of charts
gallery-lede = Every shape of chart, with invented data.

## Writing to us

contact-title = Write to us or report a problem
contact-lede = A question, a problem or an incident in a use, an accessibility barrier: write to us.
contact-person = Reach a person
contact-privacy = Your message is not published. It speaks of a use, never of a person: leave out names and health data.
contact-subject = You are writing to
subject-question = Ask a question
subject-problem = Report a problem with a use or a record
subject-accessibility = Report an accessibility barrier
subject-question-short = Question
subject-problem-short = Problem
subject-accessibility-short = Accessibility barrier
contact-about = Record concerned
contact-about-hint = Optional: its reference or its name.
contact-message = Your message
contact-message-hint = 5,000 characters at most.
contact-reply = E-mail address, if you want us to write there too
contact-reply-hint = optional, for example name@domain.org
contact-send = Send the message
errors-title = The message is not sent yet
contact-no-subject = Choose why you are writing.
contact-no-message = Write your message.
contact-too-long = Shorten the message: 5,000 characters at most.
contact-line-too-long = Shorten the name of the record: 200 characters at most.
contact-bad-address = Correct the address, for example name@domain.org, or leave this field empty.
contact-thanks = Your message is recorded
thanks-number = Its number:
thanks-next = Our answer will be read on the page “Follow a message”. Nothing is sent by default: if you left an address, a person may also write there.

## Tables of the text pages

table-budgets = Weight of the pages: measured now, and limit
column-screen = Page
column-weight = Weight transferred
column-weight-max = Limit
column-requests = Requests
column-elements = Elements
column-ecoindex = EcoIndex (out of 100)
budget-home = Home page
budget-register = Register
budget-record = A record
budget-dashboard = Dashboard
budget-report = A chapter of the report
table-retention = How long data are kept
column-kind = What is kept
column-kept = How long
column-why = Why
column-then = And then
retention-days = { $days ->
    [0] not kept
    [1] 1 day
   *[other] { $days } days
}
retention-with-record = no set time

not-published = Not published: the record is a summary
footer-guide = Guide
colon = :
record-older = Every version
withheld-ground = Ground: { $ground } ({ $count }).

## May I?

nav-may-i = May I?
may-i-title = May I use this tool?
may-i-lede = Three questions, one answer, its reasons. Nothing is recorded.
may-i-question = Your question
may-i-question-reserve = Change a word, the answer changes.
may-i-task = 1. I want to
may-i-tool = 2. with
may-i-data = 3. putting in (several choices possible)
may-i-pick = choose…
may-i-see = See the answer
may-i-incomplete = Choose a task, a tool and at least one kind of data.
may-i-no-sheets = No sheet of a task or a tool has been reviewed yet: there is no answer to give. Ask your contact.
may-i-answered-on = Answer of { $date }.
law-not-advice-page = This is not legal advice.
may-i-allowed = Yes.
may-i-if = { $count ->
    [0] Yes, on conditions.
    [1] Yes, on one condition.
   *[other] Yes, on { $count } conditions.
}
may-i-not-yet = Not yet.
may-i-ask-first = A question first.
may-i-unknown = We do not know yet.
may-i-forbidden = No. Here is how to do it.
may-i-why = Why
may-i-more = The other reasons
may-i-ask = What is missing, and who can answer
may-i-rests-on = What the answer rests on
may-i-organisation = On its side, the authority:
may-i-around = What would change the answer
may-i-with-tool = with { $tool }
may-i-without-data = without { $data }
may-i-only-data = putting in { $data } only
may-i-without-ai = And without AI?
may-i-doubt = In doubt
may-i-doubt-text = Ask your contact, or the function named beside each question. Not using it is also a choice that is respected.
may-i-link = Address of this question
may-i-coming = From { $date }: { $title }
may-i-closed-already = { $text } (forbidden by law from { $date }, closed already)
may-i-debated = Its date is debated: the data protection officer decides.
may-i-sheet-limit = limit of the sheet of the tool or of the data
may-i-act = { $title }, { $body }, { $date }
may-i-default-charter = default charter, which no act has confirmed yet
may-i-signed = { $sheet }: sheet signed on { $date }
may-i-unsigned = { $sheet }: proposed, not reviewed yet

## The questionnaire

questions-title = Which rules bear on my use?
questions-lede = One question at a time, and only those that can still change an outcome. Nothing is recorded: everything is in the address of the page.
questions-start = To begin
questions-start-reserve = What you pick takes up the sheets already signed: fewer questions.
questions-none = none of the list
questions-begin = Begin
questions-now = The question
questions-progress = { $done ->
    [0] No answer given
    [one] One answer given
   *[other] { $done } answers given
}; { $left ->
    [0] none is left for you.
    [one] one is left at most.
   *[other] { $left } are left at most.
}
questions-next = Continue
questions-done = You have nothing more to answer: nothing that you know would change a rule. What is left belongs to other functions.
questions-restart = Start again
questions-applies = What applies already
questions-nothing = No rule yet, from what is said.
questions-others = What others will say
questions-others-reserve = Each function answers its own questions, here or in the record: under “law_answers”, with the key that follows the question.
questions-leave-empty = Leave it empty if you do not know.
questions-not-a-number = “{ $typed }” is not a number: write it in figures, without space or unit.
questions-not-a-date = “{ $typed }” is not a day that exists: write it like 2026-11-24.
questions-not-a-choice = “{ $typed }” is not one of the answers: choose from the list.
questions-risks = Risks to look at
questions-risks-reserve = What the catalogue suggests from your answers and the signed sheets. Nobody has judged them, and none is added to a record.
questions-risk-because = Because: { $facts }
questions-risk-fact = { $fact }: { $answer }
questions-risk-measures = What lowers it, after the catalogue: { $measures }{ $more ->
    [0] {""}.
    [one] {""}; and one more measure.
   *[other] {""}; and { $more } more measures.
}
questions-risks-rest = { $more ->
    [0] No other risk of the catalogue is suggested
    [one] One more risk of the catalogue is suggested
   *[other] { $more } more risks of the catalogue are suggested
}; { $may ->
    [0] none depends on what is not known yet.
    [one] one depends on what is not known yet.
   *[other] { $may } depend on what is not known yet.
}
questions-keep = Keep these answers
questions-keep-reserve = The site keeps none of them. The address holds them all.
questions-resume = Resume later: a link to bookmark
questions-keep-open = The lines to paste into a record
questions-keep-how = In the file of the record, in place of the lines of the same name. Each answer carries the function the question is put to: have it read over by that function, and say what shows it.
questions-evidence = what shows it
questions-on-file = What is known already
questions-on-file-open = What the sheet of the tool and the profile say
questions-answered = Your answers
questions-answered-open = Read them again
answer-unknown = I do not know

## Risks

risks-title = The risks that remain
risks-finding = { $rated ->
    [0] No published risk has been judged yet
    [one] One published risk has been judged
   *[other] { $rated } published risks have been judged
}; { $unrated ->
    [0] none waits to be judged.
    [one] one waits to be judged.
   *[other] { $unrated } wait to be judged.
}
risks-matrix = The matrix
risks-matrix-reserve = What remains, after the measures in place and proven. A judgement prevails over the calculation.
risks-caption = Number of risks by severity and likelihood
risks-zones = What each zone asks for
risks-register = The register
risks-register-reserve = From the highest to the lowest: likelihood times severity, from 1 to 16.
risks-none = No judged risk is published.
risks-more = { $count ->
    [one] And one more, on its record.
   *[other] And { $count } more, on their records.
}
risks-unrated = Not judged yet
risks-unrated-reserve = A risk that nobody judged is not a small risk.
risks-lowered = { $before } before the measures, { $now } after
risks-score = { $now } of 16
risks-no-measure = No measure published.

## Values

values-title = This use in the light of values
values-link = Values
values-lede = What each function thinks, value by value, with its reasons. Dissent comes first, and nothing is added up.
values-none = Nobody has given a view on this value yet.
values-silent = Have not answered yet: { $who }.
values-no-reason = No reason given: it is to be asked for.
