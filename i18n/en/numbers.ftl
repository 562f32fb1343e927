# The numbers that pages and the report may quote: what is counted, and among what.

## The uses

number-uses_published = Uses whose record is published, in full or as a summary
number-uses_withheld = Known uses whose record is not published
number-uses_total = Known uses: published records and withheld records
number-uses_summary = Records published as a summary only, among published records
number-uses_in_use = Uses in use or on trial, declared or observed, among published records
number-uses_declared_in_use = Uses in use or on trial and declared, among published records
number-uses_deployed = Uses declared in use, among published records
number-uses_pilot = Uses declared on trial, among published records
number-uses_planned = Uses declared wished for, planned or in preparation, among published records
number-uses_suspended = Uses declared suspended, among published records
number-uses_stopped = Uses declared ended or given up, among published records
number-uses_refused = Uses declared refused, among published records
number-uses_observed = Uses observed without a declaration, whatever their state, among published records
number-uses_below_line = Uses refused, suspended, ended, given up or observed without a declaration, among published records

## Reviews and opinions

number-reviews_due = Uses in use or on trial that have a review date
number-reviews_overdue = Uses in use or on trial whose review date has passed
number-uses_dissent = Uses in use or on trial, or whose decision is not a refusal, with at least one reserved or unfavourable opinion
number-uses_no_opinion = Uses without any opinion, among records published in full
number-lessons_total = Lessons written in published records

## Data and cost

number-uses_personal = Uses that handle personal data that are not sensitive, among published records
number-uses_sensitive = Uses that handle sensitive data, among published records
number-uses_without_cost = Uses in use or on trial for which no cost is published

## Effects and risks

number-uses_positive_effect = Uses said to lighten or enrich the work, among those in use or on trial
number-uses_negative_effect = Uses said to burden or impoverish the work, among those in use or on trial
number-uses_no_effect = Uses said to leave the work as it was or to shift it, among those in use or on trial
number-uses_unknown_effect = Uses whose effect on the work is not known, among those in use or on trial
number-uses_time_may_be_lost = Uses whose time per case may go as far as a loss, among those in use or on trial
number-risks_total = Risks noted in published records
number-risks_high = High risks noted in published records: likelihood times severity, at least 9 out of 16

## Dependencies

number-first_tool_uses = Uses of the tool most employed, among those in use or on trial
number-first_tool_share = Share of the uses in use or on trial that rely on the tool most employed
number-uses_without_exit_plan = Uses in use or on trial without a published way to change tools
number-hosting_outside_eu_uses = Uses whose tool runs outside the European Union, among those in use or on trial
number-hosting_unknown_uses = Uses whose tool or hosting is not known, among those in use or on trial

## The footprint

number-footprint_uses = Uses whose footprint is estimated, among those in use or on trial
number-footprint_energy_per_month = Electricity a month of the uses in use or on trial that have an estimate, ranges added up
number-footprint_gwp_per_month = Effect on the climate a month of the uses in use or on trial that have an estimate, ranges added up
number-footprint_water_per_month = Water consumed a month for the uses in use or on trial that have an estimate, ranges added up

## The law

number-law_uses_assessed = Uses assessed against the rules: the records published in full
number-law_uses_unknown = Uses assessed for which at least one rule stays open, for want of a published answer or of a certain date

## The organisation

number-staff_total = People employed by the authority, according to the staff listed
number-departments_total = Departments listed in the observatory
number-departments_silent = Departments listed for which no use is published
number-tools_total = Tools that have a sheet in the observatory
number-tools_not_approved = Tools not approved or withdrawn, among those that have a sheet
number-peers_total = Records taken from other registers, still there at the last reading, never added to our own
number-peers_publishers = Organisations whose register was taken up
