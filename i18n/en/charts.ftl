# The charts: what surrounds them, what they say and how far it goes.

## Dates and quantities

month-01 = January
month-02 = February
month-03 = March
month-04 = April
month-05 = May
month-06 = June
month-07 = July
month-08 = August
month-09 = September
month-10 = October
month-11 = November
month-12 = December
month-01-short = Jan
month-02-short = Feb
month-03-short = Mar
month-04-short = Apr
month-05-short = May
month-06-short = Jun
month-07-short = Jul
month-08-short = Aug
month-09-short = Sep
month-10-short = Oct
month-11-short = Nov
month-12-short = Dec

interval-exact = counted
interval-corner = under extreme assumptions
interval-confidence = confidence interval
interval-declared = declared
interval-bounds = certain bounds, the rest is unknown
quantity-point = { $low } { $unit } ({ $kind })
quantity-range = from { $low } to { $high } { $unit } ({ $kind })
amount-range = from { $low } to { $high } { $unit }
amount-point = { $low } { $unit }
unit-billions = billion
date-unknown = date not known
and = and

## Common to all

chart-source = Counted in the published records, as of { $date }.
not-told = Not stated
others = Others
uses-count = { $count ->
    [0] no use
    [1] 1 use
   *[other] { $count } uses
}

## The horizon

chart-horizon-title = The horizon of decisions: each published use at the month of its decision
chart-horizon-description = Each sign is a published use. It stands at the month of its decision or, without a dated decision, at the month of its first version. Above the line: in use, on trial or under study. Below: refused, suspended, ended or observed without a declaration. When there are too many signs, one sign carries their number. The table gives the count for each state.
chart-horizon-finding = { $uses_published ->
    [0] No use is published yet; that does not mean there is none.
    [1] Only one use is published: { $uses_declared_in_use ->
        [1] { $uses_below_line ->
            [1] it goes on without having been declared.
           *[other] it is in use or on trial.
        }
       *[other] { $uses_planned ->
            [1] it is under study.
           *[other] it is refused, suspended, ended or observed without a declaration.
        }
    }
   *[other] Of { $uses_published } published uses, { $uses_declared_in_use ->
        [0] none is in use or on trial
        [1] one is in use or on trial
       *[other] { $uses_declared_in_use } are in use or on trial
    }; { $uses_below_line ->
        [0] none is refused, ended or observed without a declaration
        [1] one is refused, suspended, ended, or observed without a declaration (even if in use)
       *[other] { $uses_below_line } are refused, suspended, ended, or observed without a declaration (even if in use)
    }; { $uses_planned ->
        [0] none is under study.
        [1] one is under study.
       *[other] { $uses_planned } are under study.
    }
}
horizon-above = above the line: in use or under study
horizon-below = below the line: refused, suspended, ended or observed
horizon-unnamed = The other names are in the register.
empty-register = No published record allows this chart to be drawn yet.

## The states

chart-status-title = Published uses by state, number of uses
chart-status-description = One horizontal bar for each state. In use and on trial come first, then what is being prepared, then what is refused, suspended or ended. Uses observed without a declaration are counted apart, last. A state without any use has no bar; it remains in the table.
chart-status-finding = { $uses_deployed ->
    [0] { $uses_pilot ->
        [0] Among declared and published uses, none is in use or on trial
        [1] Among declared and published uses, none is in use and one is on trial
       *[other] Among declared and published uses, none is in use and { $uses_pilot } are on trial
    }
    [1] Among declared and published uses, one is in use and { $uses_pilot ->
        [0] none is on trial
        [1] one is on trial
       *[other] { $uses_pilot } are on trial
    }
   *[other] Among declared and published uses, { $uses_deployed } are in use and { $uses_pilot ->
        [0] none is on trial
        [1] one is on trial
       *[other] { $uses_pilot } are on trial
    }
}; { $uses_refused ->
    [0] none was refused
    [1] one was refused
   *[other] { $uses_refused } were refused
}, { $uses_stopped ->
    [0] none was ended or given up
    [1] one was ended or given up
   *[other] { $uses_stopped } were ended or given up
} and { $uses_suspended ->
    [0] none is suspended.
    [1] one is suspended.
   *[other] { $uses_suspended } are suspended.
}

## The needs

chart-needs-title = Published uses and uses going on, by task, number of uses
chart-needs-description = One line for each task, from the one with the most published uses to the one with the fewest. A ring marks the published uses, whatever their state. A solid dot marks those in use or on trial. A cross at zero marks a task without any use going on.
chart-needs-none = No published use says yet which task it serves.
chart-needs-all = No task has more published uses than “{ $first }”; each task named has at least one use or trial going on.
chart-needs-finding = No task has more published uses than “{ $first }”; nothing is in use or on trial for: { $without }.
legend-known = published, any state
legend-in-use = in use or on trial
legend-none-in-use = none in use or on trial

## The effects on work

chart-effects-title = Declared effect on work, uses in use or on trial, number of uses
chart-effects-description = One bar on both sides of a central axis. On the left, striped or dotted, the uses said to burden or impoverish the work. On the right, those said to lighten or enrich it. Uses without change and those whose effect is not known are counted apart, beside the bar.
chart-effects-finding = { $uses_in_use ->
    [0] No published use is in use or on trial: there is no effect to report yet.
    [1] Only one published use is in use or on trial: { $uses_positive_effect ->
        [1] its record says that it lightens or enriches the work.
       *[other] { $uses_negative_effect ->
            [1] its record says that it burdens or impoverishes the work.
           *[other] { $uses_no_effect ->
                [1] its record says that it leaves the work as it was or shifts it.
               *[other] what it changes in the work is not known.
            }
        }
    }
   *[other] Of { $uses_in_use } uses in use or on trial, { $uses_positive_effect ->
        [0] none is said to lighten or enrich the work
        [1] one is said to lighten or enrich the work
       *[other] { $uses_positive_effect } are said to lighten or enrich the work
    }, { $uses_negative_effect ->
        [0] none to burden or impoverish it
        [1] one to burden or impoverish it
       *[other] { $uses_negative_effect } to burden or impoverish it
    }, { $uses_no_effect ->
        [0] none to leave it as it was or shift it
        [1] one to leave it as it was or shift it
       *[other] { $uses_no_effect } to leave it as it was or shift it
    }; { $uses_unknown_effect ->
        [0] these are declarations, not measurements.
        [1] for one, it is not known.
       *[other] for { $uses_unknown_effect }, it is not known.
    }
}
effects-row = Work, according to the records
effects-aside = unchanged or shifted: { $unchanged }; not known: { $unknown }
empty-in-use = No published use is in use or on trial.

## The minutes

chart-minutes-title = Time saved or lost, checking included, in minutes per case
chart-minutes-description = One line for each use in use or on trial, from the low bound to the high bound, on both sides of a mark at zero. Left of the mark, time saved, written as a negative; right of it, time lost. The uses with the highest high bound come first. Twelve are drawn at most; the table gives them all.
chart-minutes-finding = { $told ->
    [0] No use in use or on trial says yet how much time it saves or loses.
    [1] Only one use in use or on trial says how much time it saves or loses; { $lost ->
        [0] its range does not reach a loss, but this time is declared.
       *[other] a loss of time remains possible there.
    }
   *[other] { $told } uses in use or on trial declare a time per case; { $lost ->
        [0] no range reaches a loss, but these times are declared.
        [1] for one of them, a loss of time remains possible.
       *[other] for { $lost } of them, a loss of time remains possible.
    }
}
minutes-range = from { $low } to { $high } min
no-effect = neither gain nor loss
empty-minutes = No use in use or on trial declares a time per case yet.

## The tools

chart-tools-title = From departments to tools and their hosting, number of uses in use or on trial
chart-tools-description = Flow diagram in three columns: the departments, the tools, the places where they run. The more uses a band carries, the thicker it is. Unknown hosting is hatched. When there are too many bands, the thinnest are gathered. The table gives them all.
chart-tools-finding = { $in_use ->
    [0] No published use is in use or on trial: there is no dependency to show.
    [1] { $first_uses ->
        [0] The only use in use or on trial does not say which tool it relies on.
       *[other] The only use in use or on trial relies on “{ $first }”; { $outside ->
            [1] this tool runs outside the European Union.
           *[other] { $unknown ->
                [1] where it runs is not known.
               *[other] it is not said to run outside the European Union.
            }
        }
    }
   *[other] { $first_uses ->
        [0] No use in use or on trial says which tool it relies on: what they depend on is not known.
       *[other] No tool serves more uses than “{ $first }”, with { $first_uses } out of { $in_use }; { $outside ->
            [0] no use is said to be hosted outside the European Union
            [1] one use is hosted outside the European Union
           *[other] { $outside } uses are hosted outside the European Union
        }{ $unknown ->
            [0] .
            [1] , and for one, the place is not known.
           *[other] , and for { $unknown }, the place is not known.
        }
    }
}

## The footprint of uses

chart-footprint-title = Electricity a month of the uses in use or on trial, in kWh, logarithmic scale
chart-footprint-description = One line for each use in use or on trial that has an estimate, from the low bound to the high bound of its assumptions. The scale is logarithmic: a mark is ten times the one before it. The uses with the highest high bound come first. Twelve are drawn at most; the table gives them all. A use without an estimate is not there.
chart-footprint-finding = { $in_use ->
    [1] The only use in use or on trial has an estimate: { $total } of electricity a month.
   *[other] { $estimated ->
        [1] One use out of the { $in_use } in use or on trial has an estimate: { $total } of electricity a month
       *[other] { $estimated } uses out of the { $in_use } in use or on trial have an estimate; their ranges added up give, a month, { $total } of electricity
    }; a use without an estimate is not counted.
}
chart-footprint-none = { $in_use ->
    [0] No published use is in use or on trial: there is no footprint to estimate yet.
    [1] The only use in use or on trial does not give enough to estimate its electricity; that does not mean it consumes none.
   *[other] None of the { $in_use } uses in use or on trial gives enough to estimate its electricity; that does not mean they consume none.
}
empty-footprint = No estimate allows this chart to be drawn yet.
footprint-source = Estimated from the assumptions of the records, by the EcoLogits method, revision { $release }, as of { $date }. The bounds come from extreme assumptions; this is not a measurement.
chart-releases-title = The same request under each revision of the method: 400 tokens (pieces of words) of gpt-4o with the electricity of France, in kWh, logarithmic scale
chart-releases-description = One line for each revision of the method, from the oldest to the newest, from the low bound to the high bound. The scale is logarithmic: a mark is ten times the one before it. The request does not change, only the computation does. The table also gives climate and mineral resources.
chart-releases-finding = { $count ->
    [1] Only one revision of the method is kept here: a figure is worth something only with the name of its revision.
   *[other] The same request has { $count } estimates, one for each revision of the method: the highest is { $ratio } times the newest one. A figure without its revision means nothing.
}
chart-releases-source = EcoLogits, GenAI Impact, licence MPL-2.0.
footprint-row = A month
footprint-title = Electricity a month of this use, in kWh, logarithmic scale
footprint-finding = A month, under extreme assumptions: electricity, { $energy }; effect on the climate, { $gwp }; water consumed, { $water }.
footprint-record-source = Estimated from the assumptions of the record, by the EcoLogits method, revision { $release }. Electricity: { $zone }. This is not a measurement.
footprint-assumptions = What was assumed
footprint-requests = Requests
footprint-words = Words of one answer
footprint-tokens = Tokens (pieces of words) that make a word
footprint-tokens-unit = tokens per word
footprint-model = Model
footprint-class = { $class }: assumed from { $low } to { $high } billion parameters
footprint-zone = Electricity employed
footprint-zone-known = that of the country where the tool runs (zone { $zone })
footprint-zone-world = average of the world (zone { $zone }), because the country where the tool runs is not known
footprint-one = Electricity of one answer
footprint-missing = No estimate. Missing: { $missing }. That does not mean that the footprint is nil.
footprint-missing-requests = the number of requests a month
footprint-missing-words = the number of words of one answer
footprint-missing-model = a model that the method knows
footprint-read = Read the assumptions

## The coverage

chart-coverage-title = Published uses by department, number of uses
chart-coverage-description = One horizontal bar for each department, from the one with the most published uses to the one with the fewest. A department without a published record has no solid bar: its row is hatched, because what is done there is not known.
chart-coverage-finding = { $departments_total ->
    [0] No department is listed: there is no saying which one is missing.
    [1] { $departments_silent ->
        [0] The only department listed has at least one published use; nothing proves that all its uses are there.
       *[other] The only department listed has no published use; whether there is none, or none declared or published, is not known.
    }
   *[other] { $departments_silent ->
        [0] Each department listed has at least one published use; nothing proves that all their uses are there.
        [1] One department out of { $departments_total } has no published use; whether there is none, or none declared or published, is not known.
       *[other] { $departments_silent } departments out of { $departments_total } have no published use; whether there is none, or none declared or published, is not known.
    }
}
no-record = no published record
empty-departments = No department is listed.

## The reviews

chart-reviews-title = Reviews of the uses in use or on trial, number of uses
chart-reviews-description = One box for each use in use or on trial that has a review date. Hatched boxes are late, solid boxes are on time. Above twenty uses, a single bar in two parts replaces the boxes.
chart-reviews-finding = { $reviews_due ->
    [0] No use in use or on trial has a published review date.
    [1] Only one use in use or on trial has a review date, and { $reviews_overdue ->
        [0] it has not passed.
       *[other] it has passed.
    }
   *[other] { $reviews_overdue ->
        [0] None of the { $reviews_due } uses going on that have a review date is past it
        [1] One use is past its review date, out of the { $reviews_due } uses going on that have one
       *[other] { $reviews_overdue } uses are past their review date, out of the { $reviews_due } uses going on that have one
    }; those without one are not counted.
}
reviews-late = { $count } late
reviews-on-time = { $count } on time
late = late
on-time = on time
empty-reviews = No use in use or on trial has a review date.
