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
open-theme-gove = Government and public sector
open-theme-tech = Science and technology
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
column-file = File
column-format = Format
column-size = Size
column-sum = SHA-256

## The columns of the register

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
