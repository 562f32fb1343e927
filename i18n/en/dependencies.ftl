# The page of dependencies and its tables.

title-dependencies = Whom do we depend on?
lede-dependencies = Suppliers, models, places and laws that published uses in service or on trial rest on, on { $date }. What nobody said stays “not known” and widens each figure.
title-flows = The flows of dependency
lede-flows = Each way that uses in progress go, on { $date }, by number of uses.
title-foreign-law = Exposure to a foreign law
lede-foreign-law = The law of a country that is not a member of the European Union is foreign. As of { $date }.
title-stops = What holds without the tool, use by use
lede-stops = One line a use in progress, on { $date }.
title-reversibility = What leaving would cost, criterion by criterion
lede-reversibility = The points are a choice of the grid, not a measurement. Answers known on { $date }.
title-changes = What has changed in the tools
lede-changes = Versions, terms, features that came unasked, announced ends, on { $date }. A change undoes no decision: it says which ones to read again.

## The questions

section-flows = Whom and what do our uses go through?
section-flows-reserve = From the supplier to the law that applies. The colour is that of the law.
section-reliance = Does a single one hold us?
section-reliance-reserve = The index adds up the squares of the shares: 10,000 when everything rests on a single thing.
section-foreign-law = Can a foreign law apply?
section-foreign-law-reserve = One law, or a place outside the Union, is enough for a yes. A no needs everything to be told.
section-stops = What if one of them stops?
section-stops-reserve = The first suppliers and the first tools, by number of uses in progress.
section-exits = Can we leave?
section-exits-reserve = A plan written for the use or for its tool counts. Nothing proves that it would work.
section-reversibility = What would leaving cost?
section-reversibility-reserve = A question without an answer widens the range; it is not worth zero.
section-changes = What has changed since our decisions?
section-changes-reserve = The latest first. A day that nobody told may be any day.
section-to-law = From supplier to law
section-to-law-reserve = Who supplies, where it runs, which law applies.
section-to-supplier = From tool to supplier
section-to-supplier-reserve = What staff use, the model behind it, and who supplies it.
section-stops-uses = Use by use
section-stops-uses-reserve = Sorted by supplier, then by tool.
section-criteria = The answers, tool by tool
section-criteria-reserve = The criteria of preparation can take points off the total.
section-ends = What ends
section-ends-reserve = Ends announced for the coming year, or already past.
section-reopened = The decisions to read again
section-reopened-reserve = Taken before the change, or on a day that nobody told.
section-all-changes = Every known change
section-all-changes-reserve = Only those that the sheets of tools tell.

## The flows

chart-to-law-title = Uses in progress, from the supplier to the law that applies, through the hosting place
chart-to-law-description = Three columns: suppliers on the left, hosting places in the middle, laws on the right. The width of a band is a number of uses in service or on trial. What nobody said is hatched.
chart-to-law-finding = { $in_use ->
    [0] No use is published as in service or on trial.
   *[other] { $first_uses ->
        [0] Which law applies is not known for any of the uses in progress ({ $in_use }).
       *[other] First law: { $first }, for { $first_uses } of the uses in progress ({ $in_use }). Not known for { $unknown }.
    }
}
chart-to-supplier-title = Uses in progress, from the tool to the supplier, through the model
chart-to-supplier-description = Three columns: tools on the left, models in the middle, suppliers on the right. The width of a band is a number of uses in service or on trial. What nobody said is hatched.
chart-to-supplier-finding = { $in_use ->
    [0] No use is published as in service or on trial.
   *[other] { $first_uses ->
        [0] Who supplies is not known for any of the uses in progress ({ $in_use }).
       *[other] First supplier: { $first }, for { $first_uses } of the uses in progress ({ $in_use }). Not known for { $unknown }.
    }
}
gap-no-tool = Tool not named, or not published
gap-no-sheet = Tool without a sheet
gap-not-disclosed = Not disclosed by the supplier
column-model-behind = Model
column-jurisdiction = Law that applies

## Foreign law

foreign-law-yes = { $count ->
    [0] No use in progress is told to be under a foreign law.
    [1] Yes, for one use in progress:
   *[other] Yes, for { $count } uses in progress:
}
foreign-law-unknown = { $count ->
    [0] The law and the place are told everywhere.
    [1] Not known, for one use:
   *[other] Not known, for { $count } uses:
}
foreign-law-no = { $count ->
    [0] Of no use can one say no.
    [1] No, for one use: every law and the place are told.
   *[other] No, for { $count } uses: every law and the place are told.
}
foreign-law-all = Read the whole list, with laws and places
column-foreign-law = Foreign law?
table-foreign-law = Uses in progress, and the law that can apply to them
table-foreign-law-empty = No use is published as in service or on trial.

## If one of them stops

column-if-stops = If this stops…
column-stop-kind = It is a…
column-departments = Departments
column-public-facing = Facing the public
column-essential = Essential service
column-without-fallback = Without another way written down
column-fallback = Another way written down
column-exit-plan = Exit plan written down
table-stops = What stops with a supplier or a tool, in number of uses
table-stops-empty = Uses in progress name no supplier and no tool.
table-stops-uses = Uses in progress, what they depend on and what holds without it
table-stops-uses-empty = No use is published as in service or on trial.
yes-and-unknown = { $unknown ->
    [0] { $yes }
   *[other] { $yes }; not known: { $unknown }
}
hits-and-others = { $direct }; to be checked: { $others }
stops-all = Read what holds without the tool, use by use

## Leaving

exits-missing = { $count ->
    [0] Every use in progress has an exit plan, its own or that of its tool.
    [1] One use in progress has no published exit plan:
   *[other] { $count } uses in progress have no published exit plan:
}
exits-tools-missing = { $count ->
    [0] No sheet of a tool in use lacks an exit plan.
    [1] Tool in use without an exit plan: { $names }.
   *[other] Tools in use without an exit plan ({ $count }): { $names }.
}
exits-planned = { $count ->
    [0] No use in progress has a plan.
    [1] One use in progress has a plan.
   *[other] { $count } uses in progress have a plan.
}
column-level = Level
column-points = Points of attachment
column-unanswered = Questions without an answer
column-answered-on = Answered on
column-answer = Answer
table-reversibility = What leaving each tool would cost, by the reversibility grid
table-reversibility-empty = Nobody has answered the reversibility grid yet.
reversibility-all = Read each criterion and its answer
not-scored = { $count ->
    [0] Every tool that a record names has its answers.
    [1] Tool that a record names, without answers to the grid: { $names }.
   *[other] Tools that records name, without answers to the grid ({ $count }): { $names }.
}
not-scored-grid = { $name } (another grid was filled in)
not-scored-version = { $name } (to be done again: the grid has changed)
column-area = Part of the grid
column-criterion-points = Points
level-range = from “{ $low }” to “{ $high }”
points-settled = { $low } out of { $max }
points-range = from { $low } to { $high } out of { $max }
answer-yes = yes
answer-no = no
answer-none = Nothing on the list
answer-text = Answered in words

## What has changed

reopened = { $count ->
    [0] No decision in force rests on a tool that has changed since.
    [1] One use is to be read again, as a decision, an opinion or an assessment is older than a change of its tool, or has no date:
   *[other] { $count } uses are to be read again, as a decision, an opinion or an assessment is older than a change of their tool, or has no date:
}
unasked = { $count ->
    [0] No AI feature is noted as having come unasked.
    [1] One AI feature came without anybody known to have asked for it, in: { $names }.
   *[other] { $count } AI features came without anybody known to have asked for them, in: { $names }.
}
ends-none = No end is announced for the coming year, among the tools that records name.
end-coming = { $what }: ends on { $date }.
end-past = { $what }: ended on { $date }.
end-replaced = In its place, says its maker: { $by }
end-not-replaced = Nothing is announced in its place.
change-version = Version { $name }: { $what }
change-terms = Terms of use: { $what }
change-model = Model, { $name }: { $what }
change-feature-unasked = Feature that came unasked: { $what }
change-feature-unknown = Feature that came, asked for or not, nobody said: { $what }
change-not-told = nobody noted what changes.
column-rests = What is older
column-changed-since = Days of the changes
column-since = Since
column-what-changed = What changes
column-reopened = Uses to read again
table-reopened = Uses to read again, and what is older than a change
table-reopened-empty = No decision in force is to be read again.
table-changes = What has changed in the tools that records name
table-changes-empty = No change is written on the sheets of tools.
resting = decision: { $decisions }; opinions: { $opinions }; assessments: { $assessments }
changes-all = Read every change and the decisions to read again
and-more = { $count ->
    [1] and one other
   *[other] and { $count } others
}
