# Textes, directions et sauvegarde dans le navigateur. / Texts, departments and backup in the browser.
texts-title = Texts
texts-lede = The charter, the report, the pages and the words of the observatory, written your way. Every version is kept, and the original text can always come back.
texts-rapport = Chapters of the report
texts-rapport-why = Numbers, figures and tables are placed by name: they stay right when records change.
texts-pages = Pages of the site
texts-pages-why = Guide, method, privacy, legal notice.
texts-charte = Charter
texts-charte-why = What the authority holds to, and what it advises.
texts-principles = Principles
texts-recommendations = Recommendations
texts-mots = Words of lists
texts-mots-why = What the site writes for each code: states, tasks, kinds of data. Codes do not change: other registers read them.
texts-written-on = written here on { $date }
text-in-fr = in French
text-in-en = in English
text-seen-at = Read the public page
text-write = Write
text-write-why = In Markdown: “##” for a heading, “-” for a list, “**word**” to stress. The title stands between the two “---” lines.
text-help = What the text may name
text-help-numbers = Numbers, between double braces:
text-help-figures = Figures, by figure("name"):
text-help-tables = Tables, by table("name"):
text-body = Text
text-note = What changes
text-note-hint = In a few words, for the history. Optional.
text-preview = Preview without saving
text-save = Save
text-as-read = Preview
text-as-read-why = Nothing is saved yet.
text-changes = History
text-changes-why = Who wrote, by function, and when.
text-no-change = Nobody has changed this text yet: it is the original one.
text-version = Version { $number }, on { $date }, { $by }
text-version-given-back = Back to the original text, on { $date }, { $by }
text-compare = See what changes
text-take = Take this text up again
text-compared = What version { $number } changes
text-give-back = Go back to the original text
text-give-back-why = Your text stays in the history.
text-give-back-label = Yes, put the original text back
text-give-back-sure = Tick the box to confirm.
text-outdated = Somebody has written this text since you opened it. Copy what you typed, load the page again, then take it up.
text-cannot-be-set = This text cannot be set: { $detail }. Put it right; nothing is saved.
text-fault = { $line ->
    [0] { $problem } { $hint }
   *[other] Line { $line }: { $problem } { $hint }
  }
text-entries = Content
text-mots-entries = Open a word to write it otherwise. The code, on the left, does not change.
text-charte-entries = Open one to write it your way.
text-add = Add
text-new = New
text-entry-why = Each text is written in both languages: the site is read in one as in the other.
text-both-languages = Write it in this language too.
text-choose = Choose an answer.
text-field-label = Word
text-field-definition = What it means
text-field-title = Title
text-field-text = Text
text-field-question = The question to ask oneself
text-field-evidence = What shows that it is kept
text-field-source = What it rests on
text-field-audience = To whom it speaks
text-field-principles = Principles it serves
text-remove = Remove
text-remove-why = It stays in the history and can come back.
text-remove-label = Yes, remove it from the charter
text-remove-sure = Tick the box to confirm.
departments-title = Departments
departments-lede = What records, statistics and contacts call “department”.
departments-whole = The whole authority
departments-whole-why = The number of staff tells whether statistics on small groups make sense.
departments-staff = Persons employed
departments-staff-hint = Leave empty if you do not know: empty is not zero.
departments-staff-configured = The number of staff of the authority is written in vigie.toml: the IT department changes it.
departments-staff-number = Write a whole number, or nothing.
departments-save = Save
departments-list = Departments
departments-list-why = A shared department counts for each of the authorities it serves.
departments-none = No department is known yet. Records can do without, but “who declares nothing” cannot be seen then.
departments-new = Add a department
departments-shared = shared with { $authorities }
departments-persons = { $count ->
    [one] 1 person
   *[other] { $count } persons
  }
departments-counted-on = counted on { $date }
departments-key = key
departments-one-why = The key is in the records: it does not change when the name does.
departments-name-fr = Name in French
departments-name-en = Name in English
departments-name-en-hint = Optional: without it, the French name is read in both languages.
departments-authorities = Authorities it serves
departments-counted = Counted on
departments-no-name = Give it a name.
departments-no-authority = Tick one authority at least.
departments-no-day = Say on which day these persons were counted.
departments-day-past = Write a day in the past, such as 2026-12-31.
departments-remove = Remove
departments-remove-label = Yes, remove this department
departments-remove-sure = Tick the box to confirm.
departments-held = It cannot be removed: { $records ->
    [0] no record
    [one] one record
   *[other] { $records } records
  } and { $roles ->
    [0] no role
    [one] one role
   *[other] { $roles } roles
  } name it. Move them to another one first.
backup-title = Backup
backup-lede = A copy of everything the observatory keeps, in one file. The IT department puts it back with “vigie restore”.
backup-holds = What it holds
backup-holds-what = Records, tools, messages, texts, the whole journal with its internal notes, settings.
backup-lacks = What it does not hold
backup-lacks-what = No account, no password, no draft of a declaration. After putting it back, invite people again. The full backup is made by the command “vigie backup”.
backup-care = This file holds what is not published: keep it as a confidential file.
backup-send = Download the copy
