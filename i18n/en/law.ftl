# The law on the pages: the texts, their rules, and what they come to for a record.

## The page of the texts

law-title = The law
law-lede = The texts that matter for generative AI in a public service, rule by rule: what is in force, what comes next, and how sure we are.
law-caution = These pages explain rules in plain words; this is not legal advice. What was not read in the official text says so.
law-not-legal-advice = This page explains a rule or an automatic reading; this is not legal advice. The official text prevails.
law-on = State on { $date }.
law-assessed = { $assessed ->
    [0] No use is read against these rules yet.
    [1] One use published in full is read against these rules; for { $unknown } at least one rule stays open.
   *[other] { $assessed } uses published in full are read against these rules; for { $unknown } at least one rule stays open.
  }
law-texts = The texts
law-rules = { $count ->
    [1] 1 rule
   *[other] { $count } rules
  }
law-count-in-force = { $count } in force
law-count-debated = { $count } with a debated date
law-count-coming = { $count } coming
law-count-ended = { $count ->
    [1] 1 ended
   *[other] { $count } ended
  }
law-count-pending = { $count } under discussion
law-certainty-count = { $label }: { $count }
law-next = Next date: { $when }, { $title }.
law-open-data = Every rule as open data (JSON)
law-next-dates = What comes next
law-next-dates-reserve = The dates that the law already sets. It may still move them.
law-no-next-date = No coming date is listed. That does not mean that nothing changes.
law-past-dates = The dates gone by

## Where a rule stands

law-standing-in-force = In force
law-standing-debated = Debated date
law-standing-coming = Coming
law-standing-ended = Ended
law-standing-pending = Text under discussion, which does not apply
law-explained-in-force = A rule in force counts for a use only if its condition holds.
law-explained-debated = Two readings exist. We choose neither: the data protection officer decides.
law-explained-coming = These rules do not apply yet.
law-explained-ended = These rules do not apply any more.
law-explained-pending = Nothing is adopted. These rules never apply as long as the text is not.
law-since-in-force = in force since { $date }
law-since-debated = date debated since { $date }
law-since-ended = ended on { $date }
law-from = from { $date }
law-from-moved = from { $date }, first planned for { $original }
law-from-until = from { $from } to { $until }
law-both-readings = Debated period ({ $when }). On one reading the rule holds in this period; on the other it does not. The data protection officer decides.
law-period = Period: { $when }.

## One rule

law-caution-secondary = This rule is reported by a third party: at least one of its parts was not read in the official text.
law-caution-to_confirm = To be confirmed: at least one part of this rule was not seen in the official text. Do not rely on it before reading that text.
law-when = When it applies
law-when-reserve = An answer that nobody gave leaves the rule open.
law-all-periods = The periods
law-own-condition = In this period, the condition is:
law-duties = What it asks
law-duties-reserve = Who owes it, and whom it binds in practice.
law-no-duty-here = It binds nobody to an action: it forbids, classifies, announces or warns.
law-debtor-authority = owed by the administration
law-debtor-agent = owed by the member of staff
law-debtor-supplier = owed by the supplier
law-duty-always = holds at each use of every tool
law-duty-only = only if: { $condition }
law-done-on-tool = recorded on the sheet of the tool
law-done-on-task = recorded on the sheet of the task
law-done-on-data = recorded on the sheet of the data
law-citation = Articles
law-in-charge = Who deals with it
law-evidence = What shows that it is respected
law-lifted = What lifts the prohibition
law-not-modelled = What this page leaves out
law-certainty = How sure we are
law-whole-rule = the whole rule
law-certainty-part = { $about }: { $level }
law-checked = Compared with its sources on { $checked }. Due again before { $review }.
law-checked-late = Compared with its sources on { $checked }. It was due again before { $review }: read the official text.
law-sources = Sources
law-source-checked = consulted on { $date }
law-cases = The cases that prove it
law-cases-reserve = Invented situations, their day and the expected result. What is not said is not known.
law-cases-open = See the cases

## Conditions and answers

law-all = All of this
law-any = At least one of these points
law-not = The contrary of this
law-at-least = At least { $count } of these points
law-group = { $heading } ({ $parts })
law-fact = { $fact }: { $answer }
law-yes = yes
law-no = no
law-one-of = one of these answers ({ $answers })
law-none-of = none of these answers ({ $answers })
law-contrary = The contrary of this: { $what }
law-minimum = { $limit } or more
law-more-than = more than { $limit }
law-on-or-after = on { $date } or later
law-before = before { $date }

## What they come to for a record

record-law = What the law says of it
law-record-title = This use and the law
law-record-counts = On { $date }, from what the record publishes, out of { $rules } rules: { $applies ->
    [0] none applies for certain
    [1] one applies
   *[other] { $applies } apply
  }, { $unknown ->
    [0] none stays open
    [1] one stays open
   *[other] { $unknown } stay open
  }, { $coming ->
    [0] none is coming
    [1] one is coming
   *[other] { $coming } are coming
  }.
law-record-caution = Automatic reading of the published record; this is not legal advice. “Applies” says neither that the rule is respected nor that it is not. Answers kept inside the administration are not read.
law-record-texts = The texts
law-record-withheld = A part of the record is withheld: no rule is read, for what is withheld would pass for not known.
law-applies = What applies
law-applies-reserve = The condition holds, if the rule is as we read it: how sure we are stands beside it, and the hatch says “to be confirmed”. Open a rule to see why.
law-unknown = Not known
law-unknown-reserve = A published answer is missing, or the date is debated. It is not a no.
law-questions = The questions that would settle it
law-questions-reserve = By function that can answer. The first one sheds light on most rules.
law-question = { $question } { $count ->
    [1] (sheds light on 1 rule)
   *[other] (sheds light on { $count } rules)
  }
law-coming = What comes next
law-coming-reserve = Read on the first day of each rule, with today’s answers.
law-none-here = No rule.
law-will-apply = will apply
law-may-apply = not known whether it will apply
law-debated-aside = debated date
law-read-on = Read on { $date }.
law-step = { $truth } – { $what }
law-step-yes = Holds
law-step-no = Does not hold
law-step-unknown = Not known
law-facts-used = Answers read:
    { $facts }
law-known = { $known } ({ $origin })
law-on-file = Answers taken up, { $origin }: { $known }
law-nobody = { $fact }: the published record does not answer
law-place-answer = answer of the record
law-place-field = field “{ $field }”, version of { $date }
law-place-data = data sheet “{ $name }”
law-place-task = task sheet “{ $name }”
law-place-tool = sheet of the tool “{ $name }”
law-place-profile = profile of the administration
law-place-implied = implied: a record speaks of a use of the tool
law-signed = { $place }, { $who }, { $date }
