# What other bodies publish. / Ce que publient d’autres organismes.
elsewhere-title = Elsewhere
elsewhere-lede = What other bodies publish in their registers. None of it adds to our counts, and we have checked none of it.
elsewhere-none = No register of another body was imported.
elsewhere-publishers = The registers
elsewhere-publishers-why = Records still in the register when it was last read. “In use” as the source says, trials included. A field counts when at least half of the records fill it in.
elsewhere-in-use = In use or on trial
elsewhere-gone = Gone from the register
elsewhere-filled-column = Fields often filled in
elsewhere-filled = { $filled } of { $all }
elsewhere-tasks = Tasks, here and elsewhere
elsewhere-tasks-why = Elsewhere, the task is inferred from the words of the record by a stated rule: an order of magnitude, not a count. A record may count under several tasks, or none.
elsewhere-ours = Here, in use
elsewhere-theirs = Elsewhere, inferred
elsewhere-countries = Countries
elsewhere-others = { $countries ->
    [one] one other country: { $count }
   *[other] { $countries } other countries: { $count }
  }
elsewhere-words = found: “{ $words }”
elsewhere-inferred = Inferred, not declared
elsewhere-task-count = { $count ->
    [0] No record of another register seems to speak of this task.
    [one] One record of another register seems to speak of this task.
   *[other] { $count } records of other registers seem to speak of this task.
  }
elsewhere-task-rule = In the name, the summary or the purpose, the rule looks for a word that begins with: { $words }.
elsewhere-task-none = The rule found nothing. That does not mean that the task does not exist elsewhere.
elsewhere-earlier = Previous
elsewhere-later = Next
column-organisation = Body
column-country = Country
comparison-title = Compare two registers
comparison-lede = Two registers side by side. They have neither the same rules nor the same fields: a difference may come from there.
comparison-choose = Choose
comparison-first = First register
comparison-second = Second register
comparison-go = Compare
comparison-counts = The records
comparison-counts-why = As each source says.
comparison-generative = Generative AI
comparison-not-generative = Not generative
comparison-unknown = Generative or not: not known
comparison-inferred = among them, inferred by a rule
comparison-fields = Fields filled in
comparison-fields-why = Share of the records still in the register. A field that neither fills in is not shown.
comparison-share = { $share }%
comparison-nothing = Nothing to compare here.
peer-history-about = The register
peer-history-days = Reading after reading
peer-history-days-why = Each day on which a reading showed a change. Between two readings, nobody knows on which day it happened.
peer-history-none = No record of this register is kept.
peer-history-column-added = New
peer-history-column-changed = Changed
peer-history-column-gone = Gone
peer-history-diff = Between two days
peer-history-diff-why = What came and went in between is not shown.
peer-history-after = After
peer-history-until = Until
peer-history-go = Show what changed
peer-history-result = What changed
peer-history-between = After { $after } and until { $until }.
peer-history-added = New records: { $count }
peer-history-changed = Records changed: { $count }
peer-history-gone = Records gone: { $count }
table-tasks-elsewhere = Tasks, here and in other registers
table-tasks-elsewhere-empty = No register of another body was imported.
comparison-under-one = less than 1%
elsewhere-all-countries = All countries
publisher-also-in = { $count ->
    [one] { $count } of its records has the name of a record of: { $publisher }. The same use is then counted in both registers.
   *[other] { $count } of its records have the name of a record of: { $publisher }. The same use is then counted in both registers.
  }
publisher-see-records = Its records
publisher-see-history = What changed from one import to the next
publisher-filled-title = What the records say
publisher-filled-why = For each field, how many records fill it in. A field that none fills in is not shown.
publisher-filled = { $filled } of { $all }
table-uses-elsewhere = Uses of other bodies, for the tasks that we declare
table-uses-elsewhere-empty = No use said to be generative was taken up for our tasks.
