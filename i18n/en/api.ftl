### The API, discovery, publishers of other registers.

## The page

api-page-title = API
api-page-lede = Everything the site publishes, for programs: read-only, without registration, without a key, as JSON. Nothing but what is public is read.
api-begin = Begin
api-begin-means = Each answer is a JSON document in UTF-8. A field that nobody filled in is absent: it is never “no” nor zero.
api-openapi-link = The OpenAPI 3.1 description
api-discovery-link = The discovery document
api-addresses = The addresses
api-column-address = Address
api-column-means = What it gives
api-column-parameters = Parameters
api-parameters = The parameters
api-parameters-reserve = An unknown parameter is refused: a filter that is not applied would mislead.
api-repeated = May be repeated: one of the values is enough.
api-rules = The rules
api-problems = Refusals
api-problems-reserve = A refusal is an “application/problem+json” document (RFC 9457), in French or English as the Accept-Language header asks.
api-not-modified = Nothing changed since the answer you already have.
api-no-copy = A copy of the site as files has no API: its open data hold the same records.
api-no-copy-link = What a static copy does
open-page-api = For programs that search, filter or follow the changes:

## The rules

api-rule-pages = Pages
api-rule-pages-means = A list gives “total”, “items” and, if more remain, “next”: the address of what follows, to be used as it is. A page has { $items } items at most. If the register changes between two pages, an item may be seen twice or be missed: for a faithful copy, follow the changes.
api-rule-changes = Changes
api-rule-changes-means = Changes go from the oldest to the newest. Keep “cursor” and give it back as “since” the next time. A record that is withdrawn, or no longer published, leaves a trace: its address, the day and the reason, nothing else.
api-rule-copies = Copies
api-rule-copies-means = Whoever keeps a copy deletes or marks the records whose trace says that they left. If the cursor is refused, read everything again from the beginning.
api-rule-cache = Cache
api-rule-cache-means = Each answer has a tag (ETag): given back in If-None-Match, it earns a 304 answer without body if nothing changed. Any page of any site may read the API (CORS).
api-rule-limit = How often
api-rule-limit-means = Beyond a certain number of requests a minute, the answer is 429 and the Retry-After header says how many seconds to wait.
api-rule-language = Languages
api-rule-language-means = Answers hold each text in its languages. Only refusals and the OpenAPI description are in a single one.

## The addresses

api-resource-index = The list of addresses, the licence, the day of the data.
api-resource-authorities = The authorities whose uses are observed.
api-resource-authority = One authority.
api-resource-departments = Their departments.
api-resource-use-cases = The register: searched, filtered, sorted as on the site.
api-resource-use-case = One record, by its identifier or its reference.
api-resource-tools = The tools.
api-resource-tool = One tool.
api-resource-numbers = The numbers, with unit, interval, source, method and day.
api-resource-publishers = Publishers of other registers, and the age of their copy.
api-resource-publisher = One publisher.
api-resource-peer-records = Records of other registers, without the cells of their source.
api-resource-peer-record = One record of another register, with its whole source.
api-resource-changes = What changed since the last time, and what is no longer public.
api-resource-editions = Editions of the report, the newest first.
api-resource-openapi = This description, for programs.
api-key-authority = Name of the authority in addresses.
api-key-use-case = Identifier (UUID) or reference of the record.
api-key-tool = Short name of the tool.
api-key-publisher = Short name of the publisher.
api-key-peer-record = Identifier (UUID) of the record.

## The parameters

api-parameter-q = Words looked for, typing errors and synonyms included.
api-parameter-lang = Language of the search or of the words: fr or en.
api-parameter-uri = The lasting address of a record.
api-parameter-authority = Short name of an authority.
api-parameter-state = State of the use.
api-parameter-data = The most delicate kind of data handled.
api-parameter-department = Short name of a department.
api-parameter-task = The task.
api-parameter-tool = Short name of a tool.
api-parameter-generative = Whether content is generated.
api-parameter-publisher = Short name of a publisher.
api-parameter-sort = The order: by reference, by date of review or by relevance.
api-parameter-scope = Short name of an authority; “ensemble” for all of them.
api-parameter-since = The cursor of the time before, or an instant (2026-06-30T08:00:00Z).
api-parameter-limit = Number of items of a page.
api-parameter-cursor = Where the page before stopped: take the address “next”.

## The methods of the numbers

api-method-register = Counted in the published records, on the day given.
api-method-withheld = Counted among the known records that are not published.
api-method-authority = Told by the authority.
api-method-peers = Counted in the registers of other bodies, as they were read.
api-method-footprint = Estimated from declared assumptions, by the EcoLogits method, tables:
api-method-law = Read by the rules of the law in what is published of the records.

## The objects

api-noun-Text = A text by language (BCP 47 tags).
api-noun-Index = The list of addresses.
api-noun-Authorities = A page of authorities.
api-noun-Departments = A page of departments.
api-noun-Department = A department.
api-noun-UseCases = A page of records.
api-noun-Tools = A page of tools.
api-noun-Numbers = A page of numbers.
api-noun-Publishers = A page of publishers.
api-noun-PeerRecords = A page of records of other registers.
api-noun-Editions = A page of editions.
api-noun-Changes = Changes, from the oldest to the newest.
api-noun-Change = A record that changed, as it stands now, or the trace of a record that left.
api-noun-Problem = A refusal (RFC 9457).
api-noun-UseCase = A record of the register: one need, one task, one tool, one department.
api-noun-Publication = What is published of the record, and why not more.
api-noun-ModelUsed = A model.
api-noun-Supplier = A supplier and its part.
api-noun-DataUse = The data handled.
api-noun-InputData = A file or a source.
api-noun-LegalBasis = A ground in law.
api-noun-ImpactAssessment = An impact assessment.
api-noun-RiskTier = The presumed class under the AI Act. Not legal advice.
api-noun-Risk = A risk and what lowers it.
api-noun-AppliedMeasure = A measure taken.
api-noun-Rating = A rating, from 1 to 4.
api-noun-Frequency = How often.
api-noun-WorkEffects = Effects on the work.
api-noun-OccupationEffect = Effects on an occupation, declared, or measured on 11 persons at least.
api-noun-Felt = A change that is felt.
api-noun-Access = Access to the tool.
api-noun-FootprintAssumptions = What a footprint estimate starts from.
api-noun-RegistryModel = A model of the registry of the method.
api-noun-Cost = A yearly cost.
api-noun-Money = An amount, in millionths of the unit of currency.
api-noun-Continuity = What would stop with the use.
api-noun-Opinion = The opinion of a function.
api-noun-EthicalView = The view of a function on a value.
api-noun-ReviewRequest = Opinions that were asked for.
api-noun-Decision = The last decision.
api-noun-Voided = A decision that no longer holds, and what changed since.
api-noun-Stop = A stop and its reason.
api-noun-Experiment = A trial.
api-noun-Lesson = A lesson and what it rests on.
api-noun-Quantity = A number with its unit and its interval.
api-noun-Interval = An interval and its kind.
api-noun-Link = An address and its title.
api-noun-Authority = An authority.
api-noun-Tool = A tool, approved or not.
api-noun-TermsVersion = A state of the terms of use.
api-noun-ProductVersion = A version.
api-noun-EmbeddedFeature = A feature of AI that appeared in the tool.
api-noun-EndOfLife = An announced end.
api-noun-GridAnswers = Answers to a grid.
api-noun-GridAnswer = An answer.
api-noun-Publisher = The publisher of another register.
api-noun-PeerRecord = A record of another register, in the words of its source.
api-noun-Inference = What a rule read in the source.
api-noun-SourceCell = A cell of the source.
api-noun-Number = A number that can be opened.
api-noun-Origin = Where a number comes from.
api-noun-Edition = An edition of the report.
api-noun-Examination = What was thought and decided about a tool.
api-noun-Pages = The page of the site, in each language.
api-noun-ToolLimits = How far a tool is approved.
api-noun-Withdrawal = When and why a tool was taken out.

## The fields

api-field-means = { $label }: { $means }
api-field-uri = The address that names the record for ever.
api-field-page = Where to read it on the site.
api-field-version = Its version number.
api-field-changed_at = The instant at which this version was written.
api-field-total = Number of items in all.
api-field-items = The items of the page.
api-field-next = The address of what follows.
api-field-cursor = To be given back as “since” the next time.
api-field-more = Whether there are changes left to read now.
api-field-change = The record changed, or it left.
api-field-at = When.
api-field-reason = Withdrawn from the register, or no longer published.
api-field-use_cases = Number of published records about it.
api-field-records = Number of its records, those that left included.
api-field-gone = Number of its records that it no longer publishes.
api-field-is_known = Whether the number is known: unknown is not zero.
api-field-as_of = The day it holds for.
api-field-method = How it is obtained.
api-field-copied_at = When its register was last read to its end.
api-field-silent_since = Since when it does not answer.
api-field-gone_since = Day since which its publisher no longer lists it.
api-field-micro = Millionths of the unit of currency.
api-field-schema_version = Version of the shape of the records.
api-field-fictional = Whether everything is invented.
api-field-Publication-level = What is published: nothing, a summary or the whole record.
api-field-Publication-ground = The ground for what is not published.
api-field-note = A remark.
api-field-provider = The provider of the model.
api-field-name = The name.
api-field-identifier = The identifier of the supplier.
api-field-Supplier-role = What it supplies.
api-field-DataUse-kind = The most delicate kind of data.
api-field-categories = The categories of data.
api-field-retention = How long they are kept.
api-field-collection = Where the data come from.
api-field-url = Where to read it.
api-field-title = The title.
api-field-done_on = The day on which it was done.
api-field-summary = The summary.
api-field-tier = The presumed class.
api-field-Risk-family = The family of the risk.
api-field-catalogue = The risk of the catalogue.
api-field-description = The description.
api-field-likelihood = The likelihood, from 1 to 4.
api-field-severity = The severity, from 1 to 4.
api-field-measure = What reduces the risk.
api-field-measures = The measures taken.
api-field-residual = What remains of the risk after the measures.
api-field-AppliedMeasure-measure = The measure of the catalogue.
api-field-AppliedMeasure-state = Where the measure stands.
api-field-AppliedMeasure-evidence = The proof that the measure is in place.
api-field-AppliedMeasure-on = The day since which it is in that state.
api-field-Frequency-level = How often.
api-field-uses_per_month = The number of uses a month.
api-field-effect = The effect on the work.
api-field-minutes = The minutes saved or lost a case.
api-field-quality = The effect on quality.
api-field-WorkEffects-limit = What these effects do not say.
api-field-occupations = The occupations concerned.
api-field-by_occupation = The effects, one occupation after another.
api-field-OccupationEffect-family = The family of occupations.
api-field-occupation = The occupation.
api-field-OccupationEffect-origin = Declared or measured.
api-field-noted_on = The day on which it was noted.
api-field-checking = The minutes spent on checking.
api-field-meaning = The meaning of the work.
api-field-skills = The skills.
api-field-OccupationEffect-access = Who has access to the tool.
api-field-Felt-change = The direction of the change.
api-field-words = What is said of it.
api-field-equal = Whether all have access alike.
api-field-left_out = Who has no access.
api-field-model_class = The size of the model.
api-field-FootprintAssumptions-model = The model, in the registry of the method.
api-field-requests_per_month = The number of requests a month.
api-field-words_per_request = The number of words an answer.
api-field-yearly = The amount a year.
api-field-covers = What the amount covers.
api-field-currency = The currency (ISO 4217).
api-field-tax = Whether tax is included.
api-field-priced_on = The day of this price.
api-field-essential = Whether an essential service depends on it.
api-field-public_facing = Whether the public would see it stop.
api-field-service = The service that would stop.
api-field-fallback = What would be done instead.
api-field-function = The function that speaks, never a name.
api-field-sense = The sense of the opinion.
api-field-public_wording = What the function says of it to the public.
api-field-conditions = The conditions.
api-field-given_on = The day on which it was given.
api-field-on_version = The version of the record it is about.
api-field-Opinion-publication = How far the opinion is published.
api-field-criterion = The value looked at.
api-field-reasons = The reasons.
api-field-asked_on = The day of the request.
api-field-due_on = The day by which the opinions are due.
api-field-required = The functions whose opinion is asked for.
api-field-outcome = The outcome of the decision.
api-field-decided_on = The day of the decision.
api-field-decided_by = The function that decided, never a name.
api-field-Decision-reason = The reason of the decision.
api-field-act = The act that holds it.
api-field-review_on = The day by which it must be reviewed.
api-field-stop_criterion = What would stop the use.
api-field-voided = Since when and why it no longer holds.
api-field-Voided-on = The day since which it no longer holds.
api-field-changed = What changed since the decision.
api-field-Stop-reason = Why the use was stopped.
api-field-stopped_on = The day of the stop.
api-field-Experiment-from = The first day of the trial.
api-field-Experiment-until = The last day of the trial.
api-field-result = What the trial gave.
api-field-Lesson-text = What was learnt.
api-field-Lesson-evidence = What the lesson rests on.
api-field-interval = The range.
api-field-Quantity-unit = The unit.
api-field-low = The low end.
api-field-high = The high end.
api-field-Interval-kind = Why it is a range.

## Refusals

api-title-not-found = Nothing at this address
api-title-gone = No longer published
api-title-parameter = Parameter refused
api-title-cursor = Cursor refused
api-title-read-only = Read-only
api-title-too-often = Too many requests
api-title-broken = Failure
api-no-such-address = The API has no address “{ $path }”.
api-no-such-address-hint = The addresses are listed at the root of the API.
api-no-such-record = Nothing public is called “{ $key }”.
api-no-such-record-hint = Check the identifier, or look in the list.
api-record-gone = The record { $key } is no longer published since { $date }.
api-record-gone-hint = Delete or mark your copy. The list of changes says the reason.
api-unknown-parameter = There is no parameter “{ $name }” at this address. Parameters: { $known }.
api-unknown-parameter-hint = Take it out, or correct its name.
api-wrong-value = The parameter “{ $name }” does not take the value “{ $value }”. Expected: { $expected }.
api-wrong-value-hint = Use one of the expected values.
api-wrong-cursor = The parameter “{ $name }” is no cursor given out here for this question.
api-wrong-cursor-hint = Start again without it: the database may have been restored, or the question changed.
api-read-only = The method { $method } is not accepted.
api-read-only-hint = The API is for reading: GET, HEAD or OPTIONS.
api-too-often = Too many requests in a minute. Wait { $seconds } s.
api-too-often-hint = Wait as long as the Retry-After header says; space the requests out.
api-broken = The answer could not be made.
api-broken-hint = Try again later, or report it.

## Publishers

publisher-lede = This body publishes a register. Its records are shown here as its own, and are never counted among ours.
publisher-facts = Its copy
publisher-reserve = The original register prevails.
publisher-records = Records it publishes
publisher-gone = Records it no longer publishes
publisher-country = Country
publisher-licence = Licence
publisher-edition = Edition
publisher-imported = Imported on
publisher-copied = Last read to its end
publisher-copied-when = on { $date } at { $hour } { $days ->
    [0] (today)
    [one] (a day ago)
   *[other] ({ $days } days ago)
}
publisher-api = API read
publisher-original = The original register
publisher-silent = This register does not answer since { $since }. What is shown is a copy of it, read { $copy }.
publisher-never-answered = This register could never be read to its end since { $since }: what is shown may be incomplete.

## Registers of other observatories: the command

peer-added = “{ $publisher }” is added under the name { $name }, licence { $licence }. Read its register: vigie peer harvest { $name }
peer-removed = { $name } is taken out, with { $count ->
    [one] one record
   *[other] { $count } records
}.
peers-none = No register is harvested. Add one: vigie peer add ADDRESS
peer-harvested = { $name }: { $imported } new, { $updated } changed, { $gone } gone, { $refused } refused.
peer-no-copy = No copy: this register was never read to its end.
peer-copy-age = The copy is of { $at } { $days ->
    [0] (today)
    [one] (a day ago)
   *[other] ({ $days } days ago)
}.
peer-name-taken = The name “{ $name }” is empty or already taken.
peer-name-taken-hint = Choose another with --name.
no-such-peer = No harvested register is called “{ $name }”. Known: { $known }
no-such-peer-hint = vigie peer list gives them all.

harvest-address = “{ $url }” is no address that can be read.
harvest-address-hint = Give a whole https address, without name or password.
harvest-private = “{ $host }” leads to a private network.
harvest-private-hint = If you mean it, set allow_private = true under [peers] in vigie.toml.
harvest-unreachable = Nobody answers ({ $reason }).
harvest-unreachable-hint = Check the address and the network; the copy already made stays, with its age.
harvest-redirected = The address sends to “{ $to }”.
harvest-redirected-hint = Nothing is followed: add the address it leads to, if you trust it.
harvest-status = The answer has status { $status }.
harvest-status-hint = Check that the site is an observatory, at the right address.
harvest-busy = The site asks to come back later.
harvest-busy-hint = Try again in a few minutes.
harvest-too-large = An answer is larger than 8 MiB.
harvest-too-large-hint = Nothing is kept. Tell the publisher of the register.
harvest-too-much = The register is larger than a harvest can read (50,000 changes or 128 MiB).
harvest-too-much-hint = Nothing is kept. Import its file instead.
harvest-wrong-type = The answer is not JSON but “{ $kind }”.
harvest-wrong-type-hint = Check that the address is that of an observatory.
harvest-unreadable = The answer does not have the expected shape ({ $detail }).
harvest-unreadable-hint = Nothing is kept. The site may speak another version.
harvest-other-site = The site speaks for “{ $site }”.
harvest-other-site-hint = A site speaks for itself only: add the exact address it gives, if you trust it.
harvest-circle = The list of changes goes round in circles.
harvest-circle-hint = Nothing is kept. Tell the publisher of the register.
harvest-cursor-refused = The site no longer knows the place where the last harvest stopped.
harvest-cursor-refused-hint = Everything is read again from the beginning.
harvest-line-unreadable = This line does not have the shape of a record.
harvest-line-unreadable-hint = It is left aside; the rest is read.
harvest-line-of-others = This line claims to speak of an address that is no record of { $site }.
harvest-line-of-others-hint = It is left aside: a register speaks of its own records only.
harvest-line-too-heavy = This record is larger than 256 KiB.
harvest-line-too-heavy-hint = It is left aside; the rest is read.

help-peer = Harvest the registers of other observatories
help-peer-add = Find another observatory, so that its register can be harvested
help-peer-add--url = Its address, such as https://vigie.exemple.fr
help-peer-add--name = Short name to keep it under; made from its address when absent
help-peer-add--country = ISO 3166 code of its country
help-peer-harvest = Read what changed there: records come as its own, those it withdrew are marked
help-peer-harvest--name = One of them; all when absent
help-peer-harvest--json = Give what came as JSON
help-peer-list = List those that are harvested, and how old each copy is
help-peer-list--json = Give them as JSON
help-peer-remove = Take one out, with its records
help-peer-remove--name = Its short name

## The static copy

copy-no-server = This copy has no server: here, the site asks a question or takes an answer. What can be done.
copy-written = { $folder }: { $pages } pages, { $files } files, { $megabytes } MB, { $changed } new or changed, in { $seconds } s.
copy-dead-link = Dead link: { $link }, on page { $page }
copy-not-ours = { $folder } holds something else than a copy made by vigie publish.
copy-not-ours-hint = Choose another folder, or add --force to replace everything.
copy-no-name = { $folder } has no folder name.
copy-no-name-hint = Give a path that ends with a name, such as “copy”.
copy-no-url = Nobody knows at which address this copy will be read.
copy-no-url-hint = Give it with --url https://…, or fill in public_url in vigie.toml: the sitemap, the feeds and the catalogue need it.
help-publish = Write the whole public site as files
help-publish--folder = The folder to write; a copy that is there is replaced as a whole
help-publish--url = The address at which the copy will be read; public_url of vigie.toml when absent
help-publish--force = Replace whatever the folder holds
help-publish--json = Give what was written as JSON
