# The page of effects on work, and the view of a social committee.

title-effects = What does it change at work?
lede-effects = Effects of published uses that have begun, occupation by occupation, on { $date }. Nothing is averaged; negative and null effects are counted with the others.
title-committee = The view of the social committee
lede-committee = What is about to start, what is on trial, and whether staff representatives were heard in time. As of { $date }, to be printed as it is.

## The questions

section-families = Who gains, who loses?
section-families-reserve = What is declared and what is measured stay on two lines. Nothing proves that AI is the cause.
section-felt = And beyond minutes?
section-felt-reserve = Checking included. A range that holds zero tells neither a gain nor a loss.
section-access = Who has no access?
section-access-reserve = Nothing known is not nothing: an undeclared use is not seen.
section-committee = And before it starts?
section-committee-reserve = For staff representatives.
section-coming = Before it starts
section-coming-reserve = The moment to give an opinion. The soonest first, wishes at the end.
section-running = What is already done
section-running-reserve = An opinion given on the day of the start, or after, was not given in time.
section-effects-counted = Known effects
section-effects-counted-reserve = In number of answers, stopped uses included.
section-dissent = Disagreements
section-dissent-reserve = From every function. The others are on the records.

## Effects

small-groups = A measured effect is shown only if at least { $least } persons answered. { $count ->
    [0] None is hidden for this reason.
    [1] One is hidden for this reason.
   *[other] { $count } are hidden for this reason.
}
table-felt = Time, quality, meaning and skills, in number of answers
table-felt-empty = No published use has begun.
column-time-sense = Time
column-quality = Quality of the result
column-meaning-of-work = Meaning of the work
column-skills = Skills
time-saved = saved { $count }
time-lost = lost { $count }
time-either = uncertain { $count }
time-not-told = not told { $count }
felt-better = better { $count }
felt-same = the same { $count }
felt-mixed = mixed { $count }
felt-worse = worse { $count }
felt-unknown = not known { $count }

## Access

table-left-out = Those who do not have the tool, say the records
table-left-out-empty = No record says that a group is left out. That does not mean there is none.
column-left-out = Who has no access
left-out-unnamed = Some, nobody said who
departments-without = { $count ->
    [0] Every department has at least one known use in progress.
    [1] Department without a known use in progress: { $names }.
   *[other] Departments without a known use in progress ({ $count }): { $names }.
}
families-without = { $count ->
    [0] Every family of occupations has at least one known use in progress.
    [1] Family of occupations without a known use in progress: { $names }.
   *[other] Families of occupations without a known use in progress ({ $count }): { $names }.
}
occupation-not-told = { $count ->
    [0] Every use in progress says which occupations it concerns.
    [1] One use in progress does not say which occupations it concerns:
   *[other] { $count } uses in progress do not say which occupations they concern:
}
training-not-told = { $count ->
    [0] Every use in progress tells the training received.
    [1] One use in progress does not tell the training received:
   *[other] { $count } uses in progress do not tell the training received:
}
committee-link = Read the view of the social committee, on one page to print

## The social committee

table-coming = What is planned or wished for, and the opinion of staff representatives
table-coming-empty = Nothing is published as planned or wished for.
table-trials = Trials in progress, and the opinion of staff representatives
table-trials-empty = No trial in progress is published.
column-starts-on = Start
column-staff-heard = Staff representatives
starts-in = { $date }, { $days ->
    [1] tomorrow
   *[other] in { $days } days
}
heard-in-time = Heard in time: { $sense }, { $date }
heard-late = Heard too late: { $sense }, { $date }
heard-undated = Heard, in time or not, nobody said: { $sense }
heard-missing = No opinion on the record
lines-more = { $count ->
    [1] One more use is in the register.
   *[other] { $count } more uses are in the register.
}
in-service = { $count ->
    [0] No use is published as in service.
    [1] One use is published as in service.
   *[other] { $count } uses are published as in service.
}
in-service-unheard = { $count ->
    [0] Among those published whole, none started without staff representatives having been heard.
    [1] Among those published whole, one started without staff representatives being known to have been heard in time:
   *[other] Among those published whole, { $count } started without staff representatives being known to have been heard in time:
}
ended = { $count ->
    [0] No stopped, suspended or refused use is published.
    [1] One stopped, suspended or refused use is published.
   *[other] { $count } stopped, suspended or refused uses are published.
}
effects-counted = { $total ->
    [0] No effect is known.
   *[other] Answers: { $total }. Heavier or poorer: { $negative }. Unchanged or moved: { $null }. Lighter or richer: { $positive }. Not known: { $unknown }.
}
access-counted = Groups left out: { $left_out }. Departments without a known use in progress: { $departments }. Uses whose training is not told: { $training }.
effects-link = Read the effects occupation by occupation
dissent-count = { $count ->
    [0] No reserved or unfavourable opinion is published.
    [1] One reserved or unfavourable opinion is published.
   *[other] { $count } reserved or unfavourable opinions are published. Here are the first ones.
}
table-dissent = Reserved or unfavourable opinions
table-dissent-empty = Nothing to read here.
column-function = Function
column-sense = Opinion
column-words = In its words
