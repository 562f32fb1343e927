# The tables of the pages and of the report: captions, columns, and what replaces an empty table.

## Around a table

read-as-table = Read these data as a table
table = Table
download-csv = Download as CSV
scrolls = The diagram scrolls to the right.
not-filled = Field not filled in
not-judged = not assessed
unknown-number = not known
percent = { $value }%
first-edition = First overview

## Captions, and the sentence that replaces an empty table

table-uses = Published uses, their state and their department
table-uses-empty = No use is published yet.
table-refusals = Uses refused, suspended or ended, and what is done instead
table-refusals-empty = No refused, suspended or ended use is published.
table-lessons = Lessons learnt, and what supports them
table-lessons-empty = No lesson is published yet.
table-risks = Risks noted, from the highest to the lowest; risks not assessed come last
table-risks-empty = No risk is noted in the published records; that does not mean there is none.
table-recommendations = The recommendations, and whom they are for
table-recommendations-empty = No recommendation is listed.
table-principles = The principles, and the question each one asks
table-principles-empty = No principle is listed.
table-tools = The tools, their hosting and how to leave them
table-tools-empty = No tool is listed.
table-numbers = The numbers quoted, what they mean and where they come from
table-numbers-empty = No number is quoted.
table-glossary = Glossary
table-glossary-empty = No word is defined.
table-sources = The sources, and what we checked of them
table-sources-empty = No source is listed.
table-withheld = Withheld records by ground, number of uses
table-withheld-empty = All known records are published, in full or as a summary.
table-peers = Registers of other organisations, and the number of records taken up
table-peers-empty = No register of another organisation was taken up.
table-timeline = Dates of the law, from the oldest to the most recent
table-timeline-empty = No date is listed.
table-law-outcomes = The prohibitions and obligations that apply to at least one use, or for which it is not known, from the records published in full
table-law-outcomes-empty = No prohibition and no obligation applies or stays open: no record published in full is assessed, or everything in them is settled.
table-values = Value by value, number of records published in full that carry a view of each sense; a record counts under every sense it carries
table-values-empty = No record is published in full: no view on values can be read.
table-views-on-values = The views on values and their reasons, those against or in doubt first
table-views-on-values-empty = No view on values is published yet.
table-releases = The revisions of the method, and what changed in them
table-releases-empty = No revision is listed.
table-comparables = Figures published by others, never mixed with ours
table-comparables-empty = No figure published by others is listed.
table-size-classes = The size classes: what each one assumes, in billions of parameters
table-size-classes-empty = No size class is listed.

## Columns: the uses

column-reference = Reference
column-use = Use
column-uses = Uses
column-state = State
column-meaning = What it means
column-department = Department
column-task = Task
column-known = Published uses
column-in-use = In use
column-effect = Effect on work
column-low = Low bound (min)
column-high = High bound (min)
column-review = Review date
column-late = Deadline
column-reason = Reason
column-instead = Instead, without AI

## Columns: tools, risks and lessons

column-tool = Tool
column-supplier = Supplier
column-hosting = Hosting
column-tool-status = Status
column-exit = Way out
column-family = Family
column-risk = Risk
column-likelihood = Likelihood (of 4)
column-severity = Severity (of 4)
column-measure = Measure
column-lesson = Lesson
column-evidence = What supports it

## Columns: the framework

column-number = No.
column-advice = Recommendation
column-text = Detail
column-for = For whom
column-principle = Principle
column-principles = Principles served
column-question = Question

## Columns: numbers, sources and registers

column-number-name = What is counted
column-value = Value
column-interval = Value, unit and doubt
column-origin = Provenance
column-date = Date
column-source = Source
column-publisher = Published by
column-source-date = Date of the source
column-certainty = Certainty
column-checked = Checked on
column-authority = Authority
column-ground = Ground
column-edition = Edition
column-imported = Taken up on
column-records = Records
column-licence = Licence
column-attribution = Attribution to quote
column-milestone = What changes
column-rule = Rule
column-applies = Uses where it applies
column-undecided = Uses where it is not known
column-value-held = Value
column-view-unfavourable = Unfavourable
column-view-reserved = Reserved
column-view-favourable_with_reservations = Favourable with conditions
column-view-favourable = Favourable
column-no-view = No view yet
column-reasons = Reasons

## Columns: the footprint

column-release = Revision
column-published-on = Published on
column-changes = What changed
column-energy = Electricity
column-gwp = Effect on the climate
column-adpe = Mineral resources
column-energy-month = Electricity a month
column-gwp-month = Effect on the climate a month
column-water-month = Water a month
column-model = Model or size class
column-assumption = Assumption
column-subject = What is estimated or measured
column-figures = Figures
column-boundary = What is counted
column-why-not = Why not compare it with ours
column-class = Class
column-active = Parameters at work
column-total = Parameters in all
column-models = Models in the table
column-guesses = Whose size is a guess

## Words of the cells

origin-register = counted in the known records
origin-withheld = counted among the withheld records
origin-authority = listed by the authority
origin-peers = counted in the registers of other organisations
origin-footprint = estimated from the assumptions of the records, by the EcoLogits method in force
origin-law = read by the rules in what the records publish
certainty-verified = read at the source
certainty-secondary = reported by a third party
certainty-to_confirm = to be confirmed
audience-agent = Staff
audience-department = Departments and managers
audience-digital = Digital department
audience-dpo = Data protection officer
audience-hr = Human resources
audience-lead = Observatory lead

## The printed report

report-series = Observatory of generative AI
edition-line = Edition { $number }, { $date }
as-of = As of { $date }.
contents = Contents
licence-statement = Texts under the CC BY-SA 4.0 licence, data under the Licence Ouverte 2.0.
demo-banner = Demonstration data: imaginary authority, invented figures.
not-legal-advice = This text is not legal advice.
report-undrawn = Signs that the fonts of this document lack, emoji for instance, are replaced in it by { $sign }; the pages of the site show them.
part-0 = In brief
part-1 = Context and method
part-2 = Uses, rules and technologies
part-3 = Recommendations and treatment of risks
part-4 = Glossary, annexes and resources

column-act = Act
column-one = One of them
column-month-here = A month of our estimated uses
table-equivalents = Everyday acts of the same order, as ranges
table-equivalents-empty = No equivalent is recorded.

## Dependencies and effects, in the report and on their pages

table-dependencies = What uses in progress rest on: the first one, its share, and what is not known
table-dependencies-empty = No use is published as in service or on trial: there is no dependency to count.
table-effects-by-occupation = Effects on work by family of occupations, in number of answers
table-effects-by-occupation-empty = There is no effect to report: no published use has begun.
column-layer = What do we depend on?
column-first = The first one
column-share = Its share
column-index = Concentration index (out of 10,000)
column-unknown-uses = Uses of which it is not known
column-occupation-family = Family of occupations
column-known-how = How it is known
column-negative = Heavier or poorer
column-null = Unchanged or moved
column-positive = Lighter or richer
column-effect-unknown = Not known
column-minutes = Time per case, negative if saved
uses-unknown = { $unknown } out of { $uses }
index-range = from { $low } to { $high }
minutes-not-told = { $minutes }; without a time: { $unknown }
family-unknown = Occupation not told
whole-table = { $shown } rows shown of { $count }: see the whole table
whole-table-rows = Rows { $first } to { $last } of { $total }.
whole-glossary = { $shown } terms shown of { $count }: see the whole glossary
