# What the tool finds wrong with a file, a row or a text.
# “key” says what is wrong, “key-hint” says what to do.

## Data files

data-missing-file = This file does not exist.
data-missing-file-hint = Create it at this place, or correct the name of the file meant to replace it.
data-empty-file = This file is empty.
data-empty-file-hint = Fill it in, or delete it if it is not required.
data-not-utf8 = Some characters of this file cannot be read.
data-not-utf8-hint = Save the file again and choose the UTF-8 encoding.
data-file-name = The name of the file does not match its identifier, “{ $id }”.
data-file-name-hint = Name the file “{ $id }.yaml”, or change the identifier written inside.
data-syntax = This passage cannot be read. Technical detail: { $detail }
data-syntax-hint = Look at this line and the one before: an open quotation mark or bracket, a different indent, a missing space.
data-several-documents = The file holds several documents separated by a line of dashes.
data-several-documents-hint = Keep one document per file and remove the line of dashes.
data-too-deep = Items are nested more than { $max } levels deep.
data-too-deep-hint = Simplify this passage: no file we expect goes that deep.
data-alias = The file uses a cross-reference (the sign & or *), and cross-references are not allowed.
data-alias-hint = Copy the value wherever it is needed. If the sign is part of the text, put that text in quotation marks.
data-tag = The file has an exclamation mark before a value, and this marking is not allowed.
data-tag-hint = Remove this marking. If the exclamation mark is part of the text, put that text in quotation marks.
data-key-not-text = The name of a field must be a plain word.
data-key-not-text-hint = Replace the list or group placed before the colon with a word.

## The fields of these files

data-missing-key = The field “{ $key }” is missing.
data-missing-key-hint = Add “{ $key }” here, with its value.
data-unknown-key = The field “{ $key }” is not known here.
data-unknown-key-hint = Correct its name or remove it. Possible fields: { $known }.
data-repeated-key = The field “{ $key }” is written twice.
data-repeated-key-hint = Keep only one of the two lines.
data-repeated-id = The identifier “{ $id }” is used twice.
data-repeated-id-hint = Give one of the two another identifier, or merge them.
data-unknown-reference = { $kind ->
    [glossary] The glossary term “{ $id }” is cited, but it does not exist.
    [source] The source “{ $id }” is cited, but it does not exist.
    [principle] The principle “{ $id }” is cited, but it does not exist.
    [task_sheet] The task sheet “{ $id }” is cited, but does not exist.
    [tool_sheet] The tool sheet “{ $id }” is cited, but does not exist.
    [data_sheet] The kind of data “{ $id }” is cited, but does not exist.
    [duty] “{ $id }” is neither a rule that binds nor a local choice.
   *[other] “{ $id }” is cited, but it does not exist.
}
data-unknown-reference-hint = Correct the identifier, or first add what is cited.
data-not-a-map = Fields with their names are expected here.
data-not-a-map-hint = Write one field per line: its name, a colon, a space, then its value.
data-not-a-list = A list is expected here.
data-not-a-list-hint = Write one item per line, after a dash and a space, even if there is only one.
data-not-text = The field “{ $key }” expects plain text, and it is empty or of another sort.
data-not-text-hint = Write a text on this line, or remove the field if it is optional.
data-not-bilingual = A text in French and English is expected here; one of the two is missing.
data-not-bilingual-hint = Fill in both “fr” and “en”, and leave neither empty.
data-not-a-date = “{ $value }” is not a date.
data-not-a-date-hint = Write the year, the month and the day with dashes, as in 2026-03-18.
data-not-a-number = “{ $value }” is not a number expected here.
data-not-a-number-hint = Write digits, without unit or space. Decimals follow a point; a duration is a whole number.
data-not-a-choice = “{ $value }” is not one of the possible choices.
data-not-a-choice-hint = Take one of these words: { $choices }.
data-lone-word = A group of words that say the same thing has at least two.
data-lone-word-hint = Add to “fr” or to “en” a word that says the same thing, or take the group out.
data-not-a-hash = “{ $value }” is not a hash expected here.
data-not-a-hash-hint = Write the first sixteen hexadecimal digits of the SHA-1 hash, alone on their line.
data-two-durations = The duration is given twice, in days and in months.
data-two-durations-hint = Keep “days” or “months”, not both.

## Data tables

table-headers = The columns of the table are not those its description announces. Found: { $found }.
table-headers-hint = Write these columns, in this order: { $described }. If the table is right, correct its description.
table-width = This row does not have the right number of cells; number expected: { $width }.
table-width-hint = Add the missing cells or remove the extra ones. A text that holds a comma goes in quotation marks.

## Mappings between registers

mapping-unknown-field = “{ $field }” is not a common field of registers.
mapping-unknown-field-hint = Correct its name from the list in the file data/vocabularies/common_fields.yaml.
mapping-bad-country = “{ $country }” is no code of a country.
mapping-bad-country-hint = Write two capital letters, for example FR, or EU for the European Union.
mapping-field-rule = Where the value of this field comes from is not clear.
mapping-field-rule-hint = Give a single origin: “column”, “columns”, “first”, “list”, “flags” or “const”. “write” must name one of the columns that are read.
mapping-export-column = The column “{ $column }” is read, but “columns” does not hold it: what is written could not be read again.
mapping-export-column-hint = Add “{ $column }” to “columns”, under “export”, or remove “columns” to write the columns that are read.
mapping-generative-write = What “write” puts in the file would not be recognised by the rule.
mapping-generative-write-hint = Put in “write” a text that contains one of the phrases of “contains”.
mapping-no-key = Nothing lets a record be recognised from one reading to the next.
mapping-no-key-hint = State the column of the field “reference”, or name in “key” the columns that together point to one record.

## The rules of the law

law-values = The values of this fact do not fit: a choice has a list of values ({ $max } at most), the other facts have none.
law-values-hint = Give a list “values” to a choice, and remove it elsewhere.
law-unknown-fact = The fact “{ $id }” does not exist, or cannot be read here.
law-unknown-fact-hint = Correct its name from the files of data/law/facts. A rule reads no trait of a sheet, and no computed fact defined further down.
law-unknown-value = “{ $value }” is not a possible answer to “{ $id }”.
law-unknown-value-hint = Write one of these answers: { $choices }.
law-condition = This condition cannot be understood.
law-condition-hint = Write the name of a fact, or just one of these words followed by what it compares: all, any, not, at_least, equals, in, minimum, more_than, since, before.
law-not-yes-no = The fact “{ $id }” is not answered by yes or no: say what it is compared with.
law-not-yes-no-hint = Write for example equals, in, since or minimum before this fact.
law-done-on = A duty that comes before the use says which sheet may record it, and only such a duty does.
law-done-on-hint = Add “done_on” with tool, task or both if the duty binds before_use; remove it otherwise.
law-periods = Two periods overlap, are out of order, or one ends before it starts.
law-periods-hint = Put the periods in order, oldest first; end each one on the eve of the next.
law-no-source = This rule cites no source.
law-no-source-hint = Add to “sources” the identifier of a source of data/sources/sources.yaml.
law-no-start = This rule has no start date.
law-no-start-hint = Add a period, or give the nature “pending” if the text is not adopted.
law-pending-start = A pending text cannot have a period.
law-pending-start-hint = Remove the period, or change the nature if the text is adopted.
law-no-duty = This rule does not say who is bound, nor to what.
law-no-duty-hint = Add at least one duty to “then”.
law-lifted-by = A prohibition says what lifts it, or that nothing does; the other rules do not.
law-lifted-by-hint = Add “lifted_by” to a prohibition; remove it from the other rules.
law-no-case = No case proves “{ $id }”.
law-no-case-hint = Write cases in the folder “cases” beside it: the eve, the day itself, one excluded by the facts, one unknown.
law-unknown-rule = “{ $id }” is neither a rule nor a computed fact.
law-unknown-rule-hint = Write the path of the rule, like ria/aidf, or facts/ followed by the name of a computed fact.
law-unknown-parameter = “{ $id }” is not a local parameter.
law-unknown-parameter-hint = Correct its name from the file data/law/parameters.yaml.
## Scored questionnaires

questionnaire-no-question = This area asks no question.
questionnaire-no-question-hint = Add a question under “questions”, or remove the area.
questionnaire-condition = This condition cannot be read.
questionnaire-condition-hint = Write the identifier of a question, then in brackets the answers that fulfil it: contract: [yes, in_part]. “all”, “any” and “not” combine them.
questionnaire-not-asked-before = The condition depends on the question “{ $question }”, which is not asked before.
questionnaire-not-asked-before-hint = Correct the identifier, or move that question up.
questionnaire-text-in-condition = The condition depends on “{ $question }”, which expects a free text.
questionnaire-text-in-condition-hint = Make the condition depend on a question with choices.
questionnaire-unknown-choice = “{ $choice }” is not a possible answer to “{ $question }”.
questionnaire-unknown-choice-hint = Take one of these answers: { $choices }.
questionnaire-choices = The number of answers does not suit this question.
questionnaire-choices-hint = “one” takes at least two answers, “several” at least one, “text” none.
questionnaire-points-unscored = An area without points gives some to an answer.
questionnaire-points-unscored-hint = Remove “points”, or change the field “kind” of the area.
questionnaire-points-too-high = An answer gives too many points; the most is { $max }.
questionnaire-points-too-high-hint = Divide all the points of the questionnaire by one number.
questionnaire-reserved-id = “{ $id }” is a word of the conditions.
questionnaire-reserved-id-hint = Give the question another identifier.
questionnaire-total = The questionnaire states { $stated } points, its questions add up to { $found }.
questionnaire-total-hint = If the questions are right, correct “points”. Otherwise, look for the one that is missing or should not be there. The total cannot be zero.
questionnaire-phases = The maximum cannot be divided between phases this way.
questionnaire-phases-hint = Each phase is shown by other answers to one question with a single choice, and all add up to the same total. “phases” only goes with “counts: all”.
questionnaire-percent = “{ $value }” cannot be this percentage.
questionnaire-percent-hint = Write a whole number up to 100. A mitigation threshold starts at 1.
questionnaire-mitigation = The mitigation rule and the mitigation areas do not go together.
questionnaire-mitigation-hint = Give “mitigation” under “scores” if an area is of that kind, and only then. “reduction” needs it.
questionnaire-levels = The levels do not cover every result.
questionnaire-levels-hint = Give at least two levels, lowest first, each with “up_to_percent” except the last.
questionnaire-unused-area = No questionnaire names this area.
questionnaire-unused-area-hint = Add it to the list “areas” of the questionnaire, or delete the file.

## Risks, measures and values

data-no-source = No source is cited here.
data-no-source-hint = Add under “sources” the identifier of a source of data/sources/sources.yaml. Without a source, this item is left out.
risk-unknown-mapping = “{ $id }” is not in that outside list.
risk-unknown-mapping-hint = Correct the identifier after data/risks/lists.yaml, between quotes if it looks like a number.
risk-not-dpv = “{ $id }” is not a term of the W3C vocabulary DPV.
risk-not-dpv-hint = Write the whole address of the term; it begins with https://w3id.org/dpv.
risk-no-measure = No measure lowers the risk “{ $id }”.
risk-no-measure-hint = Cite this risk under “lowers” of a measure of data/risks/measures.yaml, or add a measure.
risk-measure-no-recommendation = This measure is joined to no recommendation.
risk-measure-no-recommendation-hint = Add under “recommendations” the identifier of a recommendation of framework/recommendations.yaml.
risk-steps = This number of levels does not fit, or no risk is named.
risk-steps-hint = Write 1, 2 or 3, and name at least one risk under “risks” if this is a measure.
risk-scale = This scale does not have the four levels expected.
risk-scale-hint = Give levels 1, 2, 3 and 4, in that order, each once.
risk-zones = The zones do not cover every product from 1 to 16.
risk-zones-hint = Put the zones from lowest to highest; the last ends at 16.
ethics-no-question = This value asks no question.
ethics-no-question-hint = Add at least one question under “questions”.
ethics-nobody-asked = This question is put to nobody.
ethics-nobody-asked-hint = Name under “answered_by” at least one function of data/vocabularies/functions.yaml.
starter-nobody-asked = Nobody is named to write this part.
starter-nobody-asked-hint = Name under “answered_by” at least one function of data/vocabularies/functions.yaml.

## The file received

file-too-large = The file is too large: it is over { $detail } MB.
file-too-large-hint = Split it into several files, with the same header row in each.
file-no-rows = The file has no row of data. Read as: { $detail }.
file-no-rows-hint = Check that it is the right file. The first row holds the headers; records start on the second.
file-unknown-encoding = The encoding “{ $detail }” is not known.
file-unknown-encoding-hint = Write “utf-8” or “windows-1252” in the mapping, or remove this setting.
file-not-csv = The file cannot be read as a CSV table. Technical detail: { $detail }
file-not-csv-hint = Open it in a spreadsheet, then save it again as CSV, UTF-8 encoding.
file-not-workbook = The file cannot be read as a workbook. Technical detail: { $detail }
file-not-workbook-hint = Open it in a spreadsheet, then save it again as XLSX, without a password.
file-no-sheet = The expected sheet is not in the workbook. Sheets found: { $detail }.
file-no-sheet-hint = Give the sheet the expected name, or change “sheet” in the mapping.
file-not-json = The file cannot be read as JSON. Technical detail: { $detail }
file-not-json-hint = Ask whoever supplies the file for a new export, and do not edit it by hand.
file-no-list = No list of records was found in the file, at the place planned.
file-no-list-hint = State in “path”, in the mapping, the name of the list that holds the records.
file-missing-column = The column “{ $column }” is not in the file: the fields that come from it will stay empty.
file-missing-column-hint = Check the header of the column, letter by letter, or correct it in the mapping.
file-missing-key = The column “{ $column }” of “key” is not in the file: rows are recognised by the other columns of the key.
file-missing-key-hint = Correct its header in the mapping. Otherwise a record read with that column in another edition would be another record.
file-not-there = { $file } cannot be read: there is no such file.
file-not-there-hint = Check the path. For a mapping, its name is enough: “vigie register formats” gives them.
file-not-read = { $file } cannot be read. Technical detail: { $detail }
file-not-read-hint = Check that it is a file and that you may read it.
file-other-width = The file does not have the number of columns planned. Expected: { $expected }; found: { $found }.
file-other-width-hint = Take the original file of this edition: several columns share the same header and differ only by their position.

## The rows of the file received

row-missing-field = { $field ->
    [name] The name of the use is empty, and it is required.
    [lifecycle_status] The state of the use is empty or was not recognised, and it is required.
   *[other] The field “{ $field }” is empty, and it is required.
}
row-missing-field-hint = { $field ->
    [name] Give the use a name in this row, then import again.
    [lifecycle_status] Write a state that the mapping knows, then import again.
   *[other] Fill in “{ $field }” in this row, then import again.
}
row-unmapped-value = The value “{ $value }” is not recognised; it was not taken up.
row-unmapped-value-hint = { $section ->
    [lifecycle] Add a line to “lifecycle”, in the mapping: "{ $value }" followed by one of the states, for example deployed.
    [values] Add a line to “values”, under this field, in the mapping: "{ $value }" followed by the code; or write a known value in the file.
    [ticks] Add "{ $value }" to “ticks” if it means yes, or to “empty” if it means nothing.
   *[other] Write a name or a key that the observatory knows.
}
row-not-a-date = “{ $value }” is neither a year, a month nor a day; the date stays empty.
row-not-a-date-hint = Write 2021, 2021-05 or 2021-05-31, or say in “values”, under “{ $field }”, what the cell means. The source row keeps it.
row-date-order = “{ $value }” can be read in two ways, since nothing says whether the month comes before the day; the date stays empty.
row-date-order-hint = Add to the mapping: “day_order”, then below it “{ $field }: day/month/year”, or month/day/year.
row-not-an-address = “{ $value }” is no address of the web; the field stays empty.
row-not-an-address-hint = Write a single address that begins with https://. The source row keeps the cell.
row-several-addresses = The cell holds { $count } addresses; the first is taken: { $first }
row-several-addresses-hint = The source row keeps them all. Put first the one that makes the link.
row-unknown-reference = No record has the reference “{ $value }”: the row is read without it.
row-unknown-reference-hint = Leave the reference empty for a new record: it will be given one.
row-same-record = A row above is about this record already.
row-same-record-hint = Keep one row for each record, or empty the reference of the one that is new.
row-no-ground = The record is not published in full, and no ground justifies it.
row-no-ground-hint = Choose a ground from the list of grounds for withholding, or publish the record in full.
cell-control-characters = The cell holds control characters that nobody can read; they were taken out.
cell-control-characters-hint = Read this cell again: it may have been damaged on its way from one program to another.

## Impact assessments

pia-none = This file holds no impact assessment of the CNIL’s tool, or it has no name.
pia-none-hint = Export the assessment again from the CNIL’s tool, as JSON.
pia-not-json = This file cannot be read as JSON. Technical detail: { $detail }
pia-not-json-hint = Export the assessment from the CNIL’s tool as JSON; in a ZIP file, take the one that ends with “.json”.
pia-half-judged = Some risks have their severity or their likelihood alone, and are carried over without a level: { $count }.
pia-half-judged-hint = Judge both, or neither.
pia-long-list = Lists that are too long are cut. Risks concerned: { $count }.
pia-long-list-hint = Say what matters, and keep the original file.
pia-action-plan = The evaluation also judges what will remain once the action plan is carried out. That is not carried over. Risks concerned: { $count }.
pia-action-plan-hint = Change the level when the plan is carried out.
pia-unknown-state = Where the assessment stands is not recognised; it stays unknown.
pia-unknown-state-hint = Open the assessment in the CNIL’s tool and note yourself where it stands.
pia-own-structure = The assessment follows a frame of one body’s own, besides the questions of the CNIL.
pia-own-structure-hint = Keep the original file: the numbers of the questions are taken over, not the frame.
pia-names-left-out = Names of persons are left out. Places that held some: { $count }.
pia-names-left-out-hint = Write functions, never names. Read the free texts again too before you publish.
pia-answer-of-nothing = Some answers do not say which question they answer, and are left out: { $count }, the first is answer { $place }.
pia-answer-of-nothing-hint = Export the assessment again, or copy these answers by hand.

## The words of the interface

words-missing = The message “{ $key }” is missing in this language.
words-missing-hint = Add it: each message must exist in French and in English.
words-blanks = The message “{ $key }” does not have the same values to fill in, in French and in English.
words-blanks-hint = Use the same names after the dollar sign in both languages.

## The texts of the report

report-front-matter = The chapter does not start with its title and its part.
report-front-matter-hint = Start with a line of three dashes, a line “title”, a line “part” (from 0 to 4) and a line of three dashes.
report-template = A formula in braces cannot be filled in. Technical detail: { $detail }
report-template-hint = Check the name written in the braces, and that each condition that opens is closed.
report-markup = The text holds formatting that is not allowed: { $found }
report-markup-hint = Keep headings of level 2 or 3, paragraphs, lists, tables, quotations and links. Remove the rest.
report-unknown-name = { $kind ->
    [figure] No chart is called “{ $name }”.
    [table] No table is called “{ $name }”.
   *[other] “{ $name }” is not known.
}
report-unknown-name-hint = { $kind ->
    [figure] Choose from: horizon, status, needs, effects, minutes, tools, footprint, coverage, reviews, releases.
    [table] Choose from: uses, refusals, lessons, risks, recommendations, principles, tools, numbers, glossary, sources, withheld, peers, timeline, releases, comparables, size-classes, equivalents.
   *[other] Correct the name “{ $name }”.
}

## What the person can mend

schema-no-records = No published record can serve as an example.
schema-no-records-hint = Publish a record, or load the demonstration into another folder.
schema-folder-taken = { $folder } already holds something.
schema-folder-taken-hint = Give a new folder: a repository is not written over.
not-an-observatory = { $folder } holds no vigie.toml.
not-an-observatory-hint = Run “vigie init { $folder }” first, or give the folder with --dir.
authority-kind = Authority { $slug }: “{ $kind }” is not a known kind.
authority-kind-hint = Write commune, metropolis, county, region, state or other in vigie.toml.
import-key-missing = Nothing is read: the key names columns that are not in the file ({ $columns }), and rows would not be recognised from one edition to the next.
import-key-missing-hint = Correct “key” in the mapping, or the column of the field “reference” when there is no “key”. Columns of the file: { $headers }.
import-mapping-faulty = { $file } has mistakes: nothing is read.
import-mapping-faulty-hint = Run “vigie check”: each mistake is told there with its line.
import-whose = These are your own records: say which authority they belong to.
import-whose-hint = Add --authority followed by one of these names: { $slugs }.
import-no-mapping = No mapping is called “{ $name }”.
import-no-mapping-hint = Known mappings: { $known }.
import-no-format = No known format has the columns of this file.
import-no-format-hint = Give one with --format: { $known }.
import-mapped = The format mapped needs a mapping.
import-mapped-hint = Add --mapping followed by a name ({ $known }) or a YAML file.
export-read-only = The mapping “{ $detail }” is for reading, not for writing.
export-read-only-hint = Choose a format that is written (vigie register formats tells them), or add “export” to your mapping.
export-other-kind = This format is not written as that kind of file.
export-other-kind-hint = End the name of the file in one of these kinds: { $detail }.
export-not-written = The file could not be written. Technical detail: { $detail }
export-not-written-hint = Try another kind of file, such as csv.
no-such-authority = No authority is called “{ $slug }”.
no-such-authority-hint = Known authorities: { $known }.
no-such-edition = No edition { $number } is recorded.
no-such-edition-hint = Record it in records/editions.yaml, or ask for another number.
no-such-message = No message has the number { $tracking }.
no-such-message-hint = Run vigie messages list to see the numbers.

law-file-unreadable = { $file } cannot be read. Technical detail: { $error }
law-file-unreadable-hint = Check the path and the permissions, then try again.
ask-no-sheet = “{ $name }” has no sheet ({ $kind ->
    [task] task
    [tool] tool
   *[data] kind of data
}).
ask-no-sheet-hint = Choose among: { $known }.

data-not-a-folder = { $folder } is not a folder.
data-not-a-folder-hint = Give a folder that holds data/.

starter-no-form = There is no form “{ $form }”.
starter-no-form-hint = Choose among: { $known }.
starter-no-record = No record has the reference “{ $record }”.
starter-no-record-hint = A reference looks like VAL-006: the register gives them.
assessment-not-yet = The day of completion is in the future.
assessment-not-yet-hint = Give a past day, or today, with “--done-on”.
assessment-names = Some words seem to name a person: { $names }.
assessment-names-hint = Change them in the assessment, or add “--as-it-is” if they name nobody.
assessment-which-record = Several authorities have a record “{ $record }”: { $known }.
assessment-which-record-hint = Say which one with “--authority”.
assessment-outdated = Record { $record } changed during the reading. Nothing is written.
assessment-outdated-hint = Run the command again.
import-undo-later = A more recent import of this register rests on this one: “{ $file }” ({ $run }).
import-undo-later-hint = Take the most recent one back first.
import-fields-kept = This file has no column for fields that known records fill in; they keep them: { $fields }.
import-fields-kept-hint = Nothing to do. To empty them, import a file that has these columns.
import-whose-register = Several bodies publish in this shape: this file does not say whose register it is.
import-whose-register-hint = Say it: “--publisher "City of …"”, with “--country” and “--licence” if you know them.
import-bad-publisher = “{ $name }” cannot be the publisher of a register of others: it is an authority of the observatory, or no name.
import-bad-publisher-hint = Give the name of the body that publishes this file; your own records are imported with “own-uses”.
export-unknown-ending = The end of the name “{ $file }” tells no kind of file.
export-unknown-ending-hint = End it with .csv, .xlsx or .json.
import-decisions-fall = Some decisions will no longer hold, since this file changes what they were taken on: { $records }.
import-decisions-fall-hint = If you do not want that, give those rows what the records say. Otherwise, ask for a new decision.
import-no-run = No import has the identifier { $run }.
import-no-run-hint = The command “vigie register runs” lists them.
import-undone-already = This import was taken back already.
import-undone-already-hint = To do it again, import the file again.
file-too-wide = This file has more than { $detail } columns: it is not a table.
file-too-wide-hint = Check that every record of the file has the same names of fields.
file-too-many-cells = This list would make more than { $detail } cells: it is not a register.
file-too-many-cells-hint = Check that every record of the file has the same names of fields, or split the list.
file-unpacks-too-large = Once unpacked, this workbook is over { $detail } MB.
file-unpacks-too-large-hint = Save the sheet to import as CSV, or split the workbook.
import-changed = Somebody changed one of these records during the import: nothing was written.
import-changed-hint = Import the file again.
