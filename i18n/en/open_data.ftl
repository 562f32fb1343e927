### Open data: files, columns, page.

## Titles and descriptions

open-title = Register of the uses of generative AI, { $name }
open-description = The uses of generative AI in the public service, allowed, refused or stopped: what is published of each record, its history, the numbers drawn from it and the estimated footprint. An empty cell means not published or not known, never no or zero.
open-invented = Demonstration: everything is invented.
open-keywords = artificial intelligence, generative AI, public service, register, transparency
open-kind = Public register
open-licence = Open Licence 2.0 (Etalab)
open-part-register = Register of the uses of generative AI, { $name }
open-part-numbers = Numbers of the register, { $name }
open-part-footprint = Estimated footprint of the uses, { $name }
open-schema-title = Columns of the register of uses of generative AI
open-schema-description = Schema proposed by Vigie. It is no official schema.
open-themes = Data themes of the European Union
open-list-publishertype = Kinds of publishers (ADMS)
open-list-licencetype = Kinds of licences (ADMS)
open-theme-gove = Government and public sector
open-theme-tech = Science and technology
open-csv-rules = Each CSV is in UTF-8 with a byte-order mark, and an apostrophe comes before the cells of text that begin with =, +, -, @, a tab or a carriage return, so that no spreadsheet takes them for formulas: take it off as you read.
open-part-register-means = What is published of each use of generative AI, allowed, refused or stopped: one record a use, and its history. An empty cell means not published or not known, never no or zero.
open-part-numbers-means = The numbers drawn from the known records and from what the authority says of itself, each with its unit, range, origin and day. An unknown number is empty, never zero.
open-part-footprint-means = The electricity, greenhouse gases, resources and water of each use a month, as ranges estimated from declared assumptions; what is missing is named.
open-part-charts = Tables of the charts, { $name }
open-part-charts-means = What each chart of the dashboard draws, one table a chart and a language.
open-part-dependencies = Whom the uses depend on, { $name }
open-part-dependencies-means = The uses in use, from the tool to the supplier, the place of hosting and the law that applies.
open-part-law = Rules of law that the register reads, { $name }
open-part-law-means = The rules of law about these uses, with their dates, citations and certainty. It is no legal advice.
open-service = API of the register
open-service-means = The records, the numbers and the changes for programs, without signing up. The OpenAPI description tells every address and the shape of each answer.
open-vocabulary = The words of the linked data
open-vocabulary-means = The classes, properties and codes of the register of uses of generative AI, the same for every authority of this site.
open-publisher-local = Local authority
open-publisher-regional = Regional authority
open-publisher-national = National authority
open-licence-means = Free reuse, commercial use included, naming the source and the date.
open-licence-type-attribution = Attribution
open-availability-available = Available for several years
open-country-fra = France
open-cite-message = If you use these data, please cite them as below.
open-cite = { $publisher }, “{ $title }”, data of { $date }, Open Licence 2.0 (Etalab), { $url }

open-file-register-csv = The register, one row a record
open-file-register-parquet = The register, one row a record, for analysis tools (typed columns)
open-file-register-json = The register, whole records
open-file-register-linked = The register as linked data, with the DPV identifiers of the W3C
open-file-history = The history: each version and what changed
open-file-numbers = The numbers, with unit, interval, origin and date
open-file-footprint = The estimated footprint of each use
open-file-schema = The columns of the register, explained (Table Schema)
open-file-package = The list of the files, with size and sum (Data Package)
open-file-checksums = The checksums
open-file-citation = The reference to cite (CFF)
open-file-datacite = The reference for libraries (DataCite)
open-file-ro-crate = The description for research (RO-Crate)
open-file-catalogue = The catalogue (DCAT-AP 3.0.1)
open-file-law = The rules of law, with their dates and citations
open-file-dependencies = The flows, from the tool to the law that applies
open-file-register-csv-means = One row a record, the main fields, the texts in French and in English; the schema describes each column.
open-file-register-parquet-means = The same rows and columns as the CSV, with their types; a cell that is not filled in is null.
open-file-register-json-means = All that is published of each record; a field that is not filled in is absent.
open-file-register-linked-means = The same records as JSON-LD: texts by language, typed days, codes linked to the DPV vocabulary of the W3C; each word is described in the file.
open-file-history-means = Every published version of each record, from the oldest to the newest, with the fields that changed.
open-file-numbers-means = One number a row; the list of the files describes each column.
open-file-footprint-means = One row a record; both ends of each estimate, or what is missing to estimate; the list of the files describes each column.
open-file-schema-means = The name, meaning, type and allowed values of each column of the register.
open-file-law-means = The same file for every authority, in both languages.
open-file-dependencies-means = One flow a row, in the language of the address.
open-file-chart-means = The table of the chart, in the language of the address.

## The page

footer-data = Open data
open-page-title = Open data
open-page-lede = The register and its numbers can be downloaded, without signing up.
open-page-reserve = The files say what is published, nothing more. They change with the register.
open-page-data = The data
open-page-described = What describes them
open-page-follow = Following the changes
open-page-feeds = What is new, changed or stopped:
open-page-cite = Citing these data
open-page-licence = Reuse them freely, naming the source and the date:
open-page-licence-name = Etalab Open Licence 2.0
open-page-sum = The SHA-256 sum lets you check that a file arrived whole.
open-page-negotiated = At the address { $url }, the catalogue comes in the form that the Accept header asks for.
open-page-elsewhere = What other pages offer
open-page-vocabulary = What each word of the linked data means:
column-file = File
column-format = Format
column-size = Size
column-sum = SHA-256

## The columns of the CSV

open-column-reference = Reference
open-column-reference-means = Stable number of the record, never used again.
open-column-authority = Authority
open-column-authority-means = Short name of the authority in the addresses of the site.
open-column-department = Department
open-column-department-means = Short name of the department that carries the use. Empty: not published or not filled in.
open-column-name-fr = Name in French
open-column-name-fr-means = What the use is called.
open-column-name-en = Name in English
open-column-name-en-means = The same name, in English if there is one.
open-column-summary-fr = Summary in French
open-column-summary-fr-means = What the use does, in 350 characters at most.
open-column-summary-en = Summary in English
open-column-summary-en-means = The same summary, in English if there is one.
open-column-lifecycle = Stage
open-column-lifecycle-means = Where the use stands: wished for, on trial, in service, stopped, refused…
open-column-evidence = Evidence
open-column-evidence-means = How the authority knows of the use: declared, or observed without being declared.
open-column-generative = Generative AI
open-column-generative-means = Whether the use generates content.
open-column-task = Task
open-column-task-means = What the tool is asked to do. Empty: not published or not filled in.
open-column-tool = Tool
open-column-tool-means = Short name of the tool sheet. Empty: not published or not filled in.
open-column-data-kind = Data
open-column-data-kind-means = The most delicate kind of data among those handled.
open-column-decision = Decision
open-column-decision-means = The outcome of the decision in force. Empty: no decision published.
open-column-decided-on = Decided on
open-column-decided-on-means = Day of the decision.
open-column-review-on = Review on
open-column-review-on-means = Day by which the decision must be reviewed.
open-column-publication-level = Publication
open-column-publication-level-means = What is published: the whole record or a summary.
open-column-publication-ground = Ground
open-column-publication-ground-means = Why the record is not published whole. Empty: it is.
open-column-version = Version
open-column-version-means = Number of the published version: 1, 2, 3…
open-column-changed-at = Changed at
open-column-changed-at-means = Instant at which this version was written, with its offset.
open-column-low-of = { $what }, low end
open-column-low-of-means = { $what } Low end of the range; empty: not known.
open-column-high-of = { $what }, high end
open-column-high-of-means = { $what } High end of the range; empty: not known.
open-column-key = Number
open-column-key-means = Stable name of the number, the same in the API, which says it in words.
open-column-low = Low end
open-column-low-means = Smallest possible value; equal to the other end when the number is counted. Empty: not known, never zero.
open-column-high = High end
open-column-high-means = Largest possible value. Empty: not known, never zero.
open-column-unit = Unit
open-column-unit-means = Code of the unit of both ends.
open-column-interval-kind = Kind of range
open-column-interval-kind-means = Why the value is a range: counted, declared, estimated…
open-column-origin = Origin
open-column-origin-means = Where the number comes from: register (known records), withheld (records not published), authority (told by the authority), peers (other registers), footprint (footprint method), law (rules of law).
open-column-as-of = Day
open-column-as-of-means = The day the number holds for.
open-column-method-release = Release of the method
open-column-method-release-means = Release of the EcoLogits tables that the estimate is made from.
open-column-model = Model
open-column-model-means = The model, as provider/name, or the code of its size when it is not known itself.
open-column-zone = Electricity zone
open-column-zone-means = Code of the country or region whose electricity is counted.
open-column-zone-known = Zone known
open-column-zone-known-means = Whether the place of hosting is known; if not, the zone is the average of the world.
open-column-requests-per-month = Requests a month
open-column-requests-per-month-means = Number of requests declared for a month.
open-column-words-per-request = Words an answer
open-column-words-per-request-means = Declared length of an answer, in words.
open-column-energy-kwh-per-month = Electricity a month
open-column-energy-kwh-per-month-means = Electricity estimated for a month, in kWh.
open-column-gwp-kgco2eq-per-month = Greenhouse gases a month
open-column-gwp-kgco2eq-per-month-means = Greenhouse gases estimated for a month, in kg of CO₂ equivalent.
open-column-adpe-kgsbeq-per-month = Metals and minerals a month
open-column-adpe-kgsbeq-per-month-means = Depletion of resources estimated for a month, in kg of antimony equivalent.
open-column-pe-mj-per-month = Primary energy a month
open-column-pe-mj-per-month-means = Primary energy estimated for a month, in MJ.
open-column-water-l-per-month = Water a month
open-column-water-l-per-month-means = Water consumption estimated for a month, in litres.
open-column-missing = What is missing
open-column-missing-means = What is not declared and prevents an estimate, as codes between spaces. Empty: the estimate is there.

## The register in the shape of other registers

formats-title = In the shape of other registers
formats-lede = The same published records, in the columns of other registers: each file says what it keeps and what it cannot hold.
formats-reserve = Each file is read again before it is offered, as whoever receives it would. A field is called kept only if it comes back equal.
formats-withheld = { $count ->
    [one] One record is not published: no file holds it.
   *[other] { $count } records are not published: no file holds them.
}
formats-table = What each format keeps
formats-column-records = Records
formats-column-whole = Fields kept whole
formats-column-partial = Fields lost or changed
formats-column-unsaid = Fields no register foresees
formats-column-silent = Untold losses
formats-column-files = Files
formats-means = A field is kept whole when every record that fills it in keeps it, in the language of the file. The page of each format gives the count field by field, the sizes and the checksums.
formats-command = The same, in a terminal:
formats-one-title = In the shape of: { $format }
formats-done = { $records ->
    [0] No record is published: the file has only its columns.
    [one] One record.
   *[other] { $records } records.
} Fields kept whole: { $whole }. Fields lost or changed: { $partial }. Fields no register foresees: { $unsaid }.
formats-files = The files
formats-shape = Columns of: { $name }.
formats-shape-edition = Columns of: { $name }, edition { $edition }.
formats-shape-own = A plain spreadsheet, which can be completed and then imported here.
formats-register = See that register
formats-whole = Kept whole, with the number of records that fill in the field:
formats-untranslated = The other language
formats-untranslated-why = A file has one language, that of this page. These texts also exist in the other: the files of the other language hold them, as far as their columns go.
formats-licence = Open Licence 2.0: name the source and the date.
formats-fields = Field by field
formats-fields-caption = Fields lost or changed: records that fill them in, that keep them, and why others lose them
formats-column-field = Field
formats-column-said = Filled in
formats-column-kept = Kept
formats-column-lost = Lost or changed
formats-lost = { $why } ({ $count })
formats-lost-no_common_field = a part has a field in no register
formats-lost-refused = read again, the file does not give these records back
formats-lost-no_place = no column for it
formats-lost-fixed = one value imposed on every record
formats-lost-taken = column already taken by another field
formats-lost-not_in_list = value not in the closed list of this format
formats-lost-too_long = text cut, because the length is limited
formats-lost-less_precise = without the day
formats-lost-altered = read again, not quite equal
formats-lost-reworded = said in the words of this format, the meaning kept
formats-unsaid = What no register foresees
formats-unsaid-why = These fields of our records, or a part of them, have a column in no known format. The number is that of the records that fill them in; the open data hold them.
formats-silent = { $count ->
    [0] Nothing is lost in silence: every field filled in, of every record, is kept or counted as lost.
    [one] One field filled in is neither kept nor counted as lost: this is a fault of Vigie, please report it.
   *[other] { $count } fields filled in are neither kept nor counted as lost: this is a fault of Vigie, please report it.
}
open-page-formats = For another register, a spreadsheet or a comparison:
imports-formats = To write your published records in the columns of another register:
