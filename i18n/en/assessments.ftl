# Analyses d’impact jointes à une fiche. / Impact assessments joined to a record.
assessments-title = Impact assessments
assessments-lede = The assessments made for this use, and the risks they judged.
assessments-joined = Joined
assessments-none = No assessment is joined. That does not say that none was made.
assessments-risks = Risks of the record
assessments-risks-why = Severity and likelihood from 1 to 4.
assessments-no-risk = No risk is noted.
assessments-file = Join from the CNIL’s PIA tool
assessments-file-why = The file becomes a form that you read again. It is kept nowhere, and nothing is written before you agree.
assessments-file-label = File of the assessment
assessments-read = Read the file
assessments-otherwise = Without that file
assessments-by-hand = Join an assessment made otherwise
assessments-by-hand-why = Title, day, summary, address.
assessments-begin = Begin an assessment
assessments-begin-why = A JSON file to open in the CNIL’s tool: what the record already says, and what is still to be written.
assessment-file-hint = JSON, { $size } MB at most.
assessment-too-large = This file is too large, or the sending broke off. Export the assessment without its attachments.
assessment-title = Join an impact assessment
assessment-lede = Read it again before you join it. What is joined follows the level of publication of the record.
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
assessment-opinions = Opinions in the file
assessment-opinions-stay = Opinions are not taken over: each function gives its own on the file of the record, and chooses how far it goes.
assessment-favourable = favourable
assessment-unfavourable = unfavourable
assessment-sense-unknown = sense not told
assessment-people = People concerned
assessment-public = Write for a resident, without names of persons.
assessment-name = Title
assessment-name-hint = An assessment of the same title is replaced; its earlier state stays in the history.
assessment-day = Day it was validated
assessment-day-hint = For example 30/12/2026. Empty: it is not validated, or nobody knows.
assessment-summary = In short
assessment-summary-hint = What it concludes, in a few sentences.
assessment-link = Where to read it
assessment-link-hint = A public address, if it is published.
assessment-language = Language of these texts
language-fr = French
language-en = English
assessment-risk-title = Risk
assessment-risk-known = In the record already: it will be judged again.
assessment-risk-keep = Join this risk
assessment-risk-told = What could happen
assessment-severity = Severity
assessment-likelihood = Likelihood
assessment-measures = Measures
assessment-severity-after = Severity once the measures are in place
assessment-likelihood-after = Likelihood once the measures are in place
assessment-duty = The duty to assess
assessment-duty-settled = This assessment settles it, from the day told:
assessment-duty-hint = Signed “DPO”. A change of the use may ask for a new look.
assessment-duty-not-yours = That this assessment settles the duty to assess is also told here, by the data protection officer.
assessment-join = Join
assessment-leave = Do not join
assessment-no-title = Give the assessment a title.
assessment-no-risk = Say what could happen, or untick “Join this risk”.
assessment-half-judged = Once the measures are in place: judge severity and likelihood, or neither.
assessment-duty-no-day = Give the day the assessment was validated: the duty is settled from it on.
assessment-duty-done = Duty settled since { $date }, says the data protection officer:
assessment-levels = severity { $severity }, likelihood { $likelihood }
assessment-after = once the measures are in place: { $levels }
assessment-done-on = Validated on { $date }.
assessment-not-done = Day of validation not told.
assessment-take-out = Take out
assessment-take-out-label = Take out: { $name }
assessment-take-out-one = It leaves the record; its risks stay. Its earlier state stays in the history.
assessment-take-out-risk = It leaves the record. Its earlier state stays in the history.
assessment-take-out-duty = The duty to assess is open again.
assessment-take-out-what = Say what to take out: it is no longer in the record.
assessment-taken-out = It is taken out.
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
assessment-risk = { $risk }: severity { $severity }, likelihood { $likelihood }; after the measures: { $severity_after } and { $likelihood_after }
assessment-dry-run = Trial: nothing is written.
assessment-same = The record says all of it already: nothing is written.
assessment-replaced = The assessment of the same title is replaced.
assessment-joined = The assessment is joined to the record.
dossier-done-analyse = The assessment is joined. The record keeps its earlier state in the history.
