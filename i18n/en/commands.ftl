### What the commands say.

demo-started = Demonstration observatory, entirely fictional. Ctrl-C stops and erases it:
demo-purged = { $count ->
    [0] No demonstration data: nothing was erased.
    [one] One demonstration record erased.
   *[other] { $count } demonstration records erased.
}
serve-started = Vigie is serving:
init-done =
    The observatory is ready.
    1. Name your authority in { $file }
    2. Check: vigie --dir { $folder } check
    3. Invite the person who will look after accounts: vigie --dir { $folder } user invite THEIR-ADDRESS --role administrator
    4. Serve: vigie --dir { $folder } serve
check-fine = Nothing to say against it.
check-no-authority = No authority is described.
check-no-authority-hint = Add an [[authorities]] block to vigie.toml.
check-unnamed = The authority “{ $name }” still has the name proposed at installation.
check-unnamed-hint = Change slug, name_fr and name_en in vigie.toml.
check-no-publisher = { $name }: nobody answers for publication.
check-no-publisher-hint = Fill in publisher_role in vigie.toml: a function, never a name.
check-no-host = { $name }: the host is not named.
check-no-host-hint = Fill in host in vigie.toml: the legal notice must have it.
check-no-contact = { $name }: no way to reach a person.
check-no-contact-hint = Fill in contact in vigie.toml: a service, never a name.
check-no-url = The public address is not known: feeds and site map give the address listened on.
check-no-url-hint = Fill in public_url in the [server] block of vigie.toml.
check-public-clear = The public address { $address } is not encrypted: what people send, passwords too, can be read on its way.
check-public-clear-hint = Put in front of the site a proxy that speaks HTTPS, then write https:// in public_url.
check-listens-everywhere = The site listens on { $address }, which is open to the network, and no encrypted public address is given.
check-listens-everywhere-hint = Listen on 127.0.0.1 behind an HTTPS proxy, or give public_url if the proxy is on another machine.
check-database-clear = PostgreSQL is on another machine, whose certificate is not verified.
check-database-clear-hint = Add ?sslmode=verify-full to the address of the database, with sslrootcert for an authority of one’s own.
check-database-readable = Other accounts of this machine may read { $path }: it holds accounts and drafts.
check-database-readable-hint = Take that right away: chmod 600 on this file and on those of the same name followed by -wal or -shm.
check-journal = { $count ->
    [one] One fault in the journal.
   *[other] { $count } faults in the journal.
}
check-journal-hint = Run vigie journal verify to read them, then start again from the last sound backup.
check-data =
    Data files have mistakes:
    { $list }
check-data-hint = Mend each line, then run vigie data check.
data-fine = No mistake: { $terms } terms, { $sources } sources, { $vocabularies } vocabularies, { $mappings } mappings.
migrate-done = { $count ->
    [0] The tables were up to date.
    [one] One migration applied.
   *[other] { $count } migrations applied.
}
backup-done = Backup written to { $file }: { $entries } journal entries.
schema-written = Repository of schema { $version } written into { $folder }, with { $records } records as an example. Put it under git, tag it v{ $version }, then declare it on schema.data.gouv.fr.
restore-done = Copy restored and equal to the backup: { $entries } journal entries, { $folder }.
import-done = { $read } rows read: { $imported } new, { $updated } changed, { $unchanged } unchanged, { $refused } refused; { $gone } gone.
import-dry-run = Dry run, nothing is written. { $read } rows read: { $imported } new, { $updated } changed, { $unchanged } unchanged, { $refused } refused; { $gone } gone.
import-inferred = Generative AI or not: { $count ->
    [one] inferred for one record
   *[other] inferred for { $count } records
} by a rule of the mapping, not said by the source.
import-place = { $row ->
    [0] File:
   *[other] { $others ->
        [0] Row { $row }, “{ $column }”:
        [one] Row { $row } and another one, “{ $column }”:
       *[other] Row { $row } and { $others } others, “{ $column }”:
    }
}
import-read-with = Read with { $mapping }.
import-guessed = Read with { $mapping }, guessed from the columns.
import-guessed-among = Read with { $mapping }, guessed from the columns. Also fit: { $others }. To choose: --mapping.
import-preview-fields = Fields filled in
import-preview-unnamed = Columns that the mapping does not name: { $columns }. They stay in the source row.
import-preview-first = First record, row { $row }:
import-more = And { $count } more remarks: --json gives them all.
export-done = { $records } records written in the format { $format } ({ $kind }).
export-withheld = { $count ->
    [one] One unpublished record is not in the file.
   *[other] { $count } unpublished records are not in the file.
}
export-kept = Kept whole, by field and number of records:
export-lost-refused = Read again, the file does not give these records back:
export-lost-no_common_field = Lost, because no known register has a field for it:
export-lost-no_place = Lost, because this format has no column for it:
export-lost-fixed = Lost, because this format says the same of every record:
export-lost-taken = Lost, because the column already holds another field:
export-lost-not_in_list = Lost, because the value is not in the closed list of this format:
export-lost-other_language = One language only is written; lost in the other:
export-lost-too_long = Cut, because this format limits the length:
export-lost-less_precise = Written without the day, because this format only has the month or the year:
export-lost-altered = Read again, the file does not say quite the same:
export-lost-reworded = Said in the words of this format, the meaning kept:
formats-both = read and written
formats-read = read
formats-kept = made in the browser
diff-done = { $added } added, { $removed } removed, { $changed } changed.
diff-added = added
diff-removed = removed
diff-changed = changed
edition-built = Edition written to { $folder } in { $seconds } s:
journal-read = { $entries } entries read again, { $erased } rightly erased, { $faults } faults.
journal-altered = Entry { $place }: its content was changed.
journal-payload-altered = Entry { $place }: the document it carries was changed.
journal-broken = Entry { $place }: it does not follow the one before; an entry was removed, added or moved.
journal-payload-missing = Entry { $place }: its document is missing and no erasure says so.
journal-record-differs = Record { $place }: its current version is not the last one of the journal.
journal-head-differs = The end of the journal was cut.
messages-none = No message.
message-state-received = received
message-state-open = open
message-state-closed = closed
message-closed = Message { $tracking } closed.
messages-purged = { $count ->
    [0] No message to erase.
    [one] One message erased.
   *[other] { $count } messages erased.
}

law-case = { $id } { $title } ({ $date }): { $verdict }
law-result = { $outcome }: { $title } — { $citation } [{ $id }]
law-ask = What would settle it: { $questions }
law-not-advice = This is not legal advice: the texts, their dates and their certainty are in data/law.
law-discrepancy = { $case }: { $subject } should come to { $expected } and comes to { $found }.
ask-question = { $question } (ask: { $who })
ask-reason = { $text } — { $citation } [{ $id }]
ask-local = choice of the authority

data-due = { $count ->
    [0] No rule to compare again on { $date }; the next one is due on { $next }.
    [one] One rule to compare again with its sources, on { $date }:
   *[other] { $count } rules to compare again with their sources, on { $date }:
}
data-due-rule = { $id }: { $title } (compared on { $checked }, due by { $review })
data-diff = { $count ->
    [0] None of the { $all } situations changes.
    [one] One situation changes, of { $all }:
   *[other] { $count } situations change, of { $all }:
}
data-diff-case = { $id } ({ $date })
data-diff-verdict = answer: { $before } → { $after }
data-diff-rule = { $id }: { $before } → { $after } ({ $why })
data-diff-no-rule = no rule
data-diff-both = its dates and its condition changed
data-diff-periods = its dates changed
data-diff-condition = its condition changed
data-diff-derived = a derived fact that it reads changed

starter-about = Record { $record }, { $name }. What is known on { $date }.
starter-suggested = { $text } (suggested by the catalogue of risks, to be examined)
starter-write = To be written: { $who }
starter-answer = { $question } (ask: { $who })
risks-suggested-for = Record { $record }, { $name }. What the facts known on { $date } suggest.
risks-suggested-lacking = Suggested risks that the record lacks: { $count }
risks-suggested-held = Suggested risks that the record has already: { $count }
risks-suggested-applies = - { $title } ({ $family }, { $id })
risks-suggested-may = - Perhaps: { $title } ({ $family }, { $id })
risks-suggested-because = {"    "}because: { $items }
risks-suggested-ask = {"    "}to ask: { $items }
risks-suggested-measures = {"    "}what lowers it: { $items }
risks-suggested-notice = Nobody has judged these risks and nothing is added to the record: enter those you retain under “risks”, with their identifier under “catalogue”.

## What vigie check says of vigie.toml

config-syntax = vigie.toml, line { $line }: this is not TOML. Technical detail: { $detail }
config-syntax-hint = Write a name, an equals sign and a value, texts in quotes. Nothing else could be checked.
config-refused = vigie.toml, line { $line }: this line is not understood. Technical detail: { $detail }
config-refused-hint = Compare with the file that vigie init writes in an empty folder.
config-not-a-table = vigie.toml, line { $line }: { $table } is not written as a table.
config-not-a-table-hint = Write [{ $table }] alone on a line, once, then one key a line. A register to harvest is added by vigie peer add, not here.
config-unknown-key = vigie.toml, line { $line }, table [{ $table }]: “{ $key }” is no known key.
config-unknown-key-hint = Known keys: { $known }. Correct the name, or take the line out.
config-peer-address = vigie.toml, line { $line }, table [{ $table }]: addresses of registers are not written here (“{ $key }”).
config-peer-address-hint = Take the line out, then run vigie peer add ADDRESS for each.
config-not-a-bool = vigie.toml, line { $line }, table [{ $table }]: { $key } is { $value }, which says neither yes nor no.
config-not-a-bool-hint = Write true or false, without quotes.
config-not-whole = vigie.toml, line { $line }, table [{ $table }]: { $key } is { $value }, which is no whole number.
config-not-whole-hint = Write a number from { $from } to { $to }, without quotes.
config-out-of-range = vigie.toml, line { $line }, table [{ $table }]: { $key } is { $value }.
config-out-of-range-hint = Write a number from { $from } to { $to }, or take the line out.
config-out-of-range-or-zero = vigie.toml, line { $line }, table [{ $table }]: { $key } is { $value }.
config-out-of-range-or-zero-hint = Write a number from { $from } to { $to }, or 0 to limit nothing.
public-url-setting = public_url is “{ $value }”, which is no whole http:// or https:// address.
public-url-setting-hint = In the table [server] of vigie.toml, write an address such as https://vigie.exemple.fr.
peer-setting-address = The register { $name } is kept with “{ $address }”, which is no http:// or https:// address.
peer-setting-address-hint = Take it out (vigie peer remove { $name }), then add it by its address: vigie peer add https://…
peer-setting-clear = The register { $name } is no longer read: { $address } is not encrypted, and allow_private is not true.
peer-setting-clear-hint = Add it again by its https:// address, or write allow_private = true in the table [peers] if it is on your network.
peer-setting-ours = The register { $name } is that of this observatory: { $address }. Your records would be there as another’s.
peer-setting-ours-hint = Take it out: vigie peer remove { $name }
peer-setting-twice = The registers { $name } and { $other } are one: { $address }. Its records come twice.
peer-setting-twice-hint = Take one of them out: vigie peer remove { $name }
