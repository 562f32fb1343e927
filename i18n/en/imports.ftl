# Importing files in the browser. / Importer des fichiers dans le navigateur.
imports-title = Imports
imports-lede = Read the register of another body, or the spreadsheet of your own uses. Nothing is written before you agree.
imports-send-title = Send a file
imports-send-why = The file is kept for a day, for you alone; five at a time at most.
imports-file = File
imports-file-hint = CSV, XLSX, ODS or JSON. { $size } MB at most.
imports-format = How to read it
imports-format-hint = When in doubt, let it be recognised.
imports-format-guess = Recognise it by its columns
imports-format-describe = I describe its columns myself
imports-complete = The file holds the whole register
imports-complete-hint = Records of another body that it no longer holds will be marked as gone.
imports-send = Read without writing anything
imports-waiting = Waiting
imports-waiting-why = Sent, not imported yet.
imports-kept = Mappings made here
imports-kept-why = Download them to complete them by hand: country codes, dates, rules on generative AI.
imports-done = Imports done
imports-done-why = Each keeps its report and can be taken back.
imports-none = No file was imported yet.
imports-own = Your own uses
imports-counts = { $read } rows: { $imported } new, { $updated } changed, { $refused } refused
imports-undone-word = taken back
imports-more = { $count ->
    [one] and one earlier import.
   *[other] and { $count } earlier imports.
  }
imports-no-file = Choose a file: nothing arrived.
imports-too-large = This file is too large, or the sending broke off. Cut it, or ask IT to import it with the command “vigie register import”.
import-trial-title = Trial reading
import-trial-refused = This file is not read
import-trial-describe = Describe its columns
import-trial-would = What the import would do
import-trial-nothing-yet = Nothing is written yet.
import-trial-read-as = Read as
import-trial-words = review the words
import-trial-columns = review the columns
import-trial-go = Import
import-trial-same = The import would change nothing.
import-trial-otherwise = Otherwise
import-trial-again = Try it this way
import-trial-also = Guessed from the columns. Also fit: { $others }. Another choice would make other records: check below.
import-trial-no-format = Describe its columns, or choose below how to read it.
import-trial-forget = Forget this file
import-trial-more = { $count ->
    [one] and one more remark, in the report of the import.
   *[other] and { $count } more remarks, in the report of the import.
  }
import-remarks = Remarks
import-remarks-why = Every row refused, every word, date or address that was not understood.
import-count-read = Rows read
import-count-new = New records
import-count-changed = Records changed
import-count-unchanged = Records unchanged
import-count-refused = Rows refused
import-count-gone = Records gone
import-kept-yaml = download the mapping (YAML)
import-columns-no-cell = (empty in the whole file)
import-columns-title = Describe the columns
import-columns-lede = Say what each useful column holds. Those you leave empty are not lost: the source row is kept whole.
import-columns-name-title = The mapping
import-columns-name-why = It is kept and will serve the next file of the same shape.
import-columns-label = Title
import-columns-slug = Short name
import-columns-slug-hint = Small letters, digits and hyphens; for example register-lyon.
import-columns-records = Whose uses are these?
import-columns-own = Ours
import-columns-peer = Those of another body, never counted with ours
import-columns-publisher = Who publishes the file
import-columns-publisher-why = Only for the register of another body. If the licence is not known, write “unknown”: it will be shown.
import-columns-publisher-name = Body
import-columns-country = Country, two letters (EU for the European Union)
import-columns-language = Language of the records, two letters
import-columns-licence = Licence
import-columns-attribution = Sentence to show with these records
import-columns-url = Address of the register (optional)
import-columns-edition = Edition (optional)
import-columns-columns = The columns
import-columns-columns-why = Choose a field in the list or type its name. The same field for two columns joins them.
import-columns-key = What identifies a row
import-columns-key-hint = What does not change from one file to the next: an identifier, or the name and the department.
import-columns-send = Keep and go on
import-columns-bad-name = Choose a short name: 2 to 40 small letters, digits or hyphens.
import-columns-taken = Another mapping has this name: choose another one.
import-columns-whose = Say whose uses these are.
import-columns-empty = { $field }: fill in this field.
import-columns-is-own = This is one of your own authorities: choose “Ours”.
import-columns-bad-country = Write two letters, for example FR, or EU.
import-columns-bad-language = Write two letters, for example fr.
import-columns-bad-url = Write an address that begins with https://.
import-columns-needed = Say which column holds: { $field }.
import-columns-no-key = Tick at least one column that identifies a row, or say where the reference is.
import-columns-no-field = “{ $typed }” names no field; take one from the list (column “{ $column }”).
import-words-title = Explain the words
import-words-lede = Say what each word means. A word left without an answer will be told, never guessed.
import-words-rows = { $count ->
    [one] one row
   *[other] { $count } rows
  }
import-words-proposed = { $count ->
    [one] one row; answer proposed from the word, to be checked
   *[other] { $count } rows; answer proposed from the word, to be checked
  }
import-words-send = Keep and try
import-words-unknown = “{ $typed }” is not in the list: { $choices }.
import-words-more = { $count ->
    [one] One more word is not shown: a mapping in a file can explain it.
   *[other] { $count } more words are not shown: a mapping in a file can explain them.
  }
import-run-done = What was done
import-run-remarks = { $count ->
    [0] No remark.
    [one] One remark.
   *[other] { $count } remarks.
  }
import-run-records = See these records
import-run-earlier = Earlier remarks
import-run-later = Later remarks
import-run-undo-title = Take this import back
import-run-written = { $count ->
    [one] It wrote one record.
   *[other] It wrote { $count } records.
  }
import-run-undo-why = What the import changed becomes again what it was; what it made is taken out. What somebody changed since stays. The history keeps everything.
import-run-undo-sure = Yes, take this import back
import-run-undo = Take back
import-run-sure = Tick the box to confirm.
import-run-undone = Taken back on { $date }. Records put back as before: { $restored }; taken out: { $withdrawn }; left alone because changed since: { $kept }.
import-undone = Import taken back. Records put back as before: { $restored }; taken out: { $withdrawn }; left alone because changed since: { $kept }.
import-none = No file was imported yet.
import-trial-publisher = Who publishes this register
import-trial-publisher-hint = If it is not the body that the format names. For the French inventory and Eurocities it must be told: each body has its register.
import-trial-whose = Tell it below, under “Read this file otherwise”.
licence-unknown = not known
import-changed-fields = Fields changed: { $fields }.
