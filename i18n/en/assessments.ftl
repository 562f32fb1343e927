# Analyses d’impact jointes à une fiche. / Impact assessments joined to a record.
assessments-title = Impact assessments
assessments-lede = The assessments made for this use, and the risks they judged.
assessments-joined = Attached
assessments-none = No assessment is attached. That does not say that none was made.
assessments-risks = Risks of the record
assessments-risks-why = Severity and likelihood from 1 to 4.
assessments-no-risk = No risk is noted.
assessments-file = Attach from the CNIL’s PIA tool
assessments-file-why = The file becomes a form that you read again. It is kept nowhere, and nothing is written before you agree.
assessments-file-label = File of the assessment
assessments-read = Read the file
assessments-otherwise = Without that file
assessments-by-hand = Attach an assessment made another way
assessments-by-hand-why = Title, day, summary, address.
assessments-begin = Begin an assessment
assessments-begin-why = A JSON file to open in the CNIL’s tool: what the record already says, and what is still to be written.
assessment-file-hint = JSON, { $size } MB at most.
assessment-too-large = This file is too large, or the sending broke off. Export the assessment without its attachments.
assessment-title = Attach an impact assessment
assessment-lede = Read it again before you attach it. What is attached follows the level of publication of the record.
assessment-file = The file
assessment-counts = { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
  }, { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
  }, { $evaluations ->
    [one] { $evaluations } evaluation
   *[other] { $evaluations } evaluations
  }: they stay in the original file, to be kept.
assessment-opinions-stay = Opinions are not carried over: each function gives its own on the file of the record, and chooses how far it goes.
assessment-favourable = favourable
assessment-unfavourable = unfavourable
assessment-sense-unknown = sense not stated
assessment-people = People concerned
assessment-public = Write for a resident, without names of persons.
assessment-name = Title
assessment-name-hint = An assessment of the same title is replaced; its earlier state stays in the history.
assessment-day = Day it was completed
assessment-day-hint = For example 30/12/2026. The file does not say it. Empty: it is not completed, or nobody knows.
assessment-summary = In short
assessment-summary-hint = What it concludes, in a few sentences.
assessment-link = Where to read it
assessment-link-hint = A public address, if it is published.
assessment-language = Language of these texts
language-fr = French
language-en = English
assessment-risk-title = Risk
assessment-risk-known = In the record already: it will be judged again.
assessment-risk-keep = Attach this risk
assessment-risk-told = What could happen
assessment-severity = Severity before any measure
assessment-likelihood = Likelihood before any measure
assessment-measures = Measures
assessment-severity-after = Severity with these measures
assessment-likelihood-after = Likelihood with these measures
assessment-duty = The duty to assess
assessment-duty-settled = This assessment settles it, from the day stated:
assessment-duty-hint = Signed “DPO”. A change of the use may ask for a new look.
assessment-duty-not-yours = Only the data protection officer can say here that this assessment settles the duty.
assessment-join = Attach
assessment-leave = Do not attach
assessment-no-title = Give the assessment a title.
assessment-no-risk = Say what could happen, or untick “Attach this risk”.
assessment-half-judged = With these measures: judge severity and likelihood, or neither.
assessment-duty-no-day = Give the day the assessment was completed: the duty is settled from it on.
assessment-duty-done = Settled since { $date }, says: { $who }.
assessment-levels = severity { $severity }, likelihood { $likelihood }
assessment-done-on = completed on { $date }.
assessment-not-done = day of completion not stated.
assessment-take-out = Remove
assessment-take-out-label = Remove: { $name }
assessment-take-out-one = It leaves the record; the risks stay. Its earlier state stays in the history.
assessment-take-out-risk = It leaves the record. Its earlier state stays in the history.
assessment-take-out-duty = The duty to assess will be open again.
assessment-take-out-what = What you want to remove is no longer in the record, or it is not for you to remove it.
assessment-state-in_progress = Under way, not validated yet.
assessment-state-refused = Refused.
assessment-state-validated = Validated.
assessment-state-signed = Validated and signed.
assessment-state-archived = Archived.
assessment-state-unknown = Where it stands is unknown.
assessment-named = DPIA – { $name }
assessment-read = Assessment “{ $title }”. { $state }
assessment-risks = { $count ->
    [0] No risk judged
    [one] { $count } risk judged
   *[other] { $count } risks judged
  }, in the record already: { $known }.
assessment-dry-run = Dry run: nothing is written.
assessment-same = The record says all of it already: nothing is written.
assessment-replaced = The assessment of the same title is replaced.
assessment-joined = The assessment is attached to the record.
assessment-language-hint = The file does not say it.
assessment-risen = With the measures, a level is higher than before: correct one of the two.
assessment-names-seen = These words name nobody, or must stay.
assessment-names-not-seen = Some words seem to name a person: change them, or tick “These words name nobody, or must stay”.
assessment-replaces = It will replace “{ $title }”, in the record already. What you empty here will be empty in the record.
assessment-duty-until = Until { $date }.
assessments-no-duty = Nobody has said that the duty is settled.
assessment-level-none = not judged
assessment-judged = Before any measure: { $before }. With the measures: { $after }.
assessment-changed-on = Last change of the file: { $date }.
assessment-take-out-settled = It leaves the record; the risks stay, and the duty is still said to be settled until the data protection officer says otherwise.
assessments-done-jointe = The assessment is attached. You can undo it as long as nothing else has changed.
assessments-done-retrait = It is removed.
assessments-done-annulee = It is undone: the record is as before.
assessments-undo = Undo the last change
assessments-undo-why = The last change of the record bears on its impact assessments and nothing else.
assessment-no-undo = The last change of the record cannot be undone from here.
assessment-opinion = { $who }: { $sense }. { $text }
risk-remains = remains: likelihood { $likelihood }, severity { $severity }
