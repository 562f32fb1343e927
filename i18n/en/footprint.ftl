### The footprint of a request: what the commands vigie footprint say.
### A token is a piece of a word; a computing card is the chip that runs a model.

## What is estimated

footprint-indicator-energy = Electricity of the data centre
footprint-indicator-gwp = Effect on the climate
footprint-indicator-adpe = Mineral resources used up
footprint-indicator-pe = Primary energy, taken from nature
footprint-indicator-wcf = Water consumed

## The steps of the calculation, named after their result

footprint-step-required-memory = Memory needed to hold the model
footprint-step-gpu-count = Computing cards needed to hold the model
footprint-step-energy-per-token = Energy of one computing card for one token (piece of a word)
footprint-step-latency-per-token = Time for one token (piece of a word)
footprint-step-hardware-gwp = Effect on the climate of making the hardware occupied
footprint-step-hardware-adpe = Mineral resources for making the hardware occupied
footprint-step-hardware-pe = Primary energy for making the hardware occupied
footprint-step-generation-latency = Time the server spends on the answer
footprint-step-gpu-energy = Energy of one computing card for the answer
footprint-step-server-energy = Energy of the server for the answer, without its computing cards
footprint-step-it-energy = Energy of all the computing hardware for the answer
footprint-step-energy = Electricity of the data centre, cooling included
footprint-step-usage-gwp = Effect on the climate of the electricity used
footprint-step-usage-adpe = Mineral resources for the electricity used
footprint-step-usage-pe = Primary energy for the electricity used
footprint-step-water = Water consumed, on site and to produce the electricity
footprint-step-embodied-gwp = Effect on the climate of making the hardware, share of the answer
footprint-step-embodied-adpe = Mineral resources for making the hardware, share of the answer
footprint-step-embodied-pe = Primary energy for making the hardware, share of the answer
footprint-step-total-gwp = Effect on the climate, electricity and making of the hardware
footprint-step-total-adpe = Mineral resources, electricity and making of the hardware
footprint-step-total-pe = Primary energy, electricity and making of the hardware
footprint-step-video-latency = Time the server spends on the video
footprint-step-video-it-energy = Energy of the server that makes the video
footprint-step-video-embodied-gwp = Effect on the climate of making the hardware, share of the video
footprint-step-video-embodied-adpe = Mineral resources for making the hardware, share of the video
footprint-step-video-embodied-pe = Primary energy for making the hardware, share of the video

## The numbers that enter the calculation

footprint-factor-request-output-tokens = Tokens of the answer (pieces of words)
footprint-factor-request-latency = Measured duration of the answer
footprint-factor-request-video = Video asked for, with its size, its duration and its sound if any
footprint-factor-model-active-parameters = Inner settings of the model that serve for each token (active parameters)
footprint-factor-model-total-parameters = Inner settings of the model, all counted (parameters)
footprint-factor-model-quantization-bits = Room one parameter takes in memory
footprint-factor-model-throughput = Measured speed of the model
footprint-factor-model-time-to-first-token = Measured wait before the first token
footprint-factor-memory-overhead = Memory to allow for one part of model, the rest serving to compute
footprint-factor-gpu-memory = Memory of one computing card
footprint-factor-batch-size = Requests the server handles at the same time
footprint-factor-server-gpus = Computing cards in one server
footprint-factor-server-power = Electric power of the server, without its computing cards
footprint-factor-hardware-lifespan = Lifetime of the hardware
footprint-factor-gpu-energy-alpha = Energy per token, part that grows with the size of the model
footprint-factor-gpu-energy-beta = Energy per token, fixed part (before 0.9) or effect of simultaneous requests (since 0.9)
footprint-factor-gpu-energy-gamma = Energy per token, fixed part
footprint-factor-gpu-energy-batch-decay = What remains of the part tied to size when requests are handled together
footprint-factor-gpu-energy-stdev = Usual gap between measured and computed energy per token (standard deviation)
footprint-factor-gpu-latency-alpha = Time per token, part that grows with the size of the model
footprint-factor-gpu-latency-beta = Time per token, fixed part
footprint-factor-gpu-latency-stdev = Usual gap between measured and computed time per token (standard deviation)
footprint-factor-latency-alpha = Time per token, part that grows with the size of the model
footprint-factor-latency-beta = Time per token, part that grows with simultaneous requests
footprint-factor-latency-gamma = Time per token, fixed part
footprint-factor-confidence-quantile = Margin kept on each side, as a number of usual gaps
footprint-factor-server-embodied-impact-gwp = Effect on the climate of making a server, without its computing cards
footprint-factor-server-embodied-impact-adpe = Mineral resources for making a server, without its computing cards
footprint-factor-server-embodied-impact-pe = Primary energy for making a server, without its computing cards
footprint-factor-gpu-embodied-impact-gwp = Effect on the climate of making a computing card
footprint-factor-gpu-embodied-impact-adpe = Mineral resources for making a computing card
footprint-factor-gpu-embodied-impact-pe = Primary energy for making a computing card
footprint-factor-datacenter-pue = Electricity of the data centre for 1 kWh of computing (PUE), the same for all
footprint-factor-provider-pue = Electricity of the data centre for 1 kWh of computing (PUE), at this provider
footprint-factor-provider-wue = Water consumed on site for 1 kWh of computing (WUE), at this provider
footprint-factor-electricity-gwp = Effect on the climate of 1 kWh of the zone’s electricity
footprint-factor-electricity-gwp-before-0-9 = Effect on the climate of 1 kWh of the zone’s electricity, tables before 0.9
footprint-factor-electricity-adpe = Mineral resources for 1 kWh of the zone’s electricity
footprint-factor-electricity-pe = Primary energy for 1 kWh of the zone’s electricity
footprint-factor-electricity-wue = Water consumed to produce 1 kWh of the zone’s electricity
footprint-factor-video-fit = Numbers on which the computing time of a video depends, fitted to measurements
footprint-factor-video-non-audio-weight = Share of the computing time that remains when the video has no sound
footprint-factor-video-frame-rate = Frames per second of video
footprint-factor-video-server-power = Electric power of the video server, computing cards included
footprint-factor-video-hardware-embodied = Making of the video server and of its computing cards

## Why a total changes: labels of 46 characters at most

footprint-cause-no-longer-covered = Requests no longer estimated
footprint-cause-formula = Formulas and settings of the method
footprint-cause-hardware = Servers, cards, their making and lifetime
footprint-cause-throughput = Measured speed of the models
footprint-cause-data-centre = Data centres: energy, water, place
footprint-cause-electricity = Electricity of the zones
footprint-cause-registry = Size of the models
footprint-cause-newly-covered = Requests newly estimated

## What calls for care

footprint-warning-model-arch-not-released = The provider does not publish the size of the model, it is a guess: read the figure as an order of magnitude.
footprint-warning-model-arch-multimodal = The model also handles images or sound, which are not counted: the figure holds for text alone.
footprint-warning-electricity-mix-adpe-world = The zone has no value of its own for mineral resources, the world’s stands in: do not use this figure to compare zones.
footprint-warning-electricity-mix-pe-world = The zone has no value of its own for primary energy, the world’s stands in: do not use this figure to compare zones.
footprint-warning-electricity-mix-wue-world = The zone has no value of its own for water, the world’s stands in: do not use this figure to compare zones.
footprint-flag-electricity-gwp-is-zero = The table says that the zone’s electricity has no effect on the climate, probably for want of data: read the climate figure as too low.
footprint-flag-electricity-gwp-is-one = The table gives the zone’s electricity exactly 1 kg of CO2 per kWh, probably a rounded or missing value: read the climate figure with caution.
footprint-flag-electricity-pe-below-electricity = The table gives 1 kWh of electricity less primary energy than it holds (3.6 MJ), probably because it counts non-renewable energy alone: read this figure as too low.
footprint-certainty-verified = read at the source
footprint-certainty-secondary = reported by others
footprint-certainty-to-confirm = to be confirmed

## Estimating a file

footprint-coverage =
    Revision { $release }. Share of tokens (pieces of words) estimated: { $share }.
    { $requests ->
        [0] No request estimated
        [one] One request estimated
       *[other] { $requests } requests estimated
    }; { $unresolved ->
        [0] none without an estimate.
        [one] one without an estimate: unknown model or zone, or refused row.
       *[other] { $unresolved } without an estimate: unknown model or zone, or refused row.
    }
footprint-no-tokens = not applicable (no token)
footprint-refused = { $count ->
    [0] No row refused.
    [one] One row refused:
   *[other] { $count } rows refused:
}
footprint-refused-more = { $count ->
    [one] And one other row refused.
   *[other] And { $count } other rows refused.
}
footprint-line-unreadable = Line { $line }: this is not a request. Technical detail: { $error }

## Computing again under another revision

footprint-restated =
    The same requests, from revision { $from } to revision { $to }. Computed in { $seconds } s.
    Share of tokens (pieces of words) estimated: { $before } before, { $after } after.{ $carried ->
        [0] { "" }
        [one] { " " }One request uses a model taken from an older table.
       *[other] { " " }{ $carried } requests use a model taken from an older table.
    }
footprint-no-bridge = { $indicator }: no difference given, because one of the two revisions does not estimate it.
footprint-low = low
footprint-high = high

## The revisions of the method

footprint-date-unknown = date not known
footprint-revision = Revision { $release } (published: { $published }), { $models ->
    [0] no model
    [one] one model
   *[other] { $models } models
}, { $zones ->
    [0] no electricity zone
    [one] one electricity zone
   *[other] { $zones } electricity zones
}
footprint-example = The same request everywhere, an answer of 400 tokens (pieces of words) by gpt-4o with the electricity of France, gives { $energy } and { $gwp }.

## Explaining a request

footprint-explained = { $model } ({ $provider }), tokens of the answer (pieces of words): { $tokens }, electricity: { $zone }, revision { $release }
footprint-explained-alias = “{ $asked }” is understood as { $model }, in table { $release }.
footprint-explained-factor = { $name }: { $value }; source: { $source } ({ $certainty })
footprint-explained-none = absent: the formula does without it
footprint-explained-cited = Pages cited: { $urls }
footprint-explained-result = { $indicator }: { $range }
footprint-explained-limits =
    This is an estimate, not a measurement. It counts neither the tokens of the question, nor the training of the model, nor the network, nor the person’s device.
    A range goes from the lowest to the highest case of the assumptions: it is not a statistical margin of error.
footprint-extension = Apart, never added to the rest: { $name }, { $range }
footprint-interval = { $indicator }: between { $low } and { $high } in 90 % of cases, drawing the uncertain assumptions at random { $draws } times (to repeat the same draw: { $seed }).
footprint-share = { $factor }: { $share } of the uncertainty

## Measuring the speed of the calculation

footprint-bench = { $threads ->
    [one] { $rows } rows computed, { $rate } per second, one calculation at a time.
   *[other] { $rows } rows computed, { $rate } per second, { $threads } calculations at a time.
}
footprint-bench-scalar = One request after another, with all its steps: { $rate } per second.
footprint-bench-written = { $rows } requests drawn at random, written into { $file }.

## What is wrong, and what to do

footprint-release-unknown = Revision “{ $release }” is not known.
footprint-release-unknown-hint = Choose one of these: { $known }
footprint-shape = The name of { $file } does not say how the file is written.
footprint-shape-hint = Give a file whose name ends in .csv or .jsonl, followed or not by .gz.
footprint-unwritable = { $file } cannot be written. Technical detail: { $error }
footprint-unwritable-hint = Check that the folder exists, that you may write in it and that there is room left.
footprint-unreadable = { $file } cannot be read. Technical detail: { $error }
footprint-unreadable-hint = Check that the file exists, that it is whole and that you may read it.
footprint-column-missing = { $file }: the column “{ $column }” is missing.
footprint-column-missing-hint = The first line must name provider, model, output_tokens, latency_s and zone; date is optional. Separate the columns with commas.
footprint-too-many-models = The file names too many different models. Technical detail: { $error }
footprint-too-many-models-hint = Cut the file into several and run the command on each.
footprint-restate-lines = The command restate reads CSV files only.
footprint-restate-lines-hint = Give a .csv or .csv.gz file, or estimate your lines with vigie footprint estimate --revision.
footprint-model-unknown = The model “{ $model }” of the provider “{ $provider }” is not in revision { $release }. Nothing is guessed.
footprint-model-unknown-hint = Write both names exactly as in the table, or choose another revision with --revision. Names that start alike, if any: { $near }
footprint-zone-unknown = The electricity zone “{ $zone }” is not in revision { $release }.
footprint-zone-unknown-hint = Write a code of three letters, such as FRA for France or WOR for the world. Without --zone, the provider’s is taken.
footprint-number = A number is outside its range. Technical detail: { $error }
footprint-number-hint = Give tokens and a duration of zero or more. Tokens the provider kept in memory cannot exceed those of the question.
footprint-row-tokens = Line { $line }, “{ $column }”: this is not a number of tokens.
footprint-row-tokens-hint = Write a whole number of zero or more, without space or unit, such as 400.
footprint-row-tokens-too-large = Line { $line }, “{ $column }”: the number of tokens has decimals or is above 4,294,967,295.
footprint-row-tokens-too-large-hint = Write a whole number, or split the request into several rows.
footprint-row-latency = Line { $line }, “{ $column }”: this is not a duration.
footprint-row-latency-hint = Write seconds, zero or more, with a point, such as 2.5; leave empty if nothing is measured.
footprint-row-date = Line { $line }, “{ $column }”: this is not a day.
footprint-row-date-hint = Write year, month and day, such as 2026-11-24; leave empty if the day is not known.
footprint-row-shape = Line { $line }: it does not have as many columns as the first one, or some characters cannot be read.
footprint-row-shape-hint = Count the commas, put quotes around a text that contains some, and save the file in UTF-8.

## Factors whose doubt is drawn

footprint-uncertain-batch-size = Requests answered at once
footprint-uncertain-total-parameters = Size of the model in memory
footprint-uncertain-active-share = Share of the model at work for a token
footprint-uncertain-token-latency = Time for a token
footprint-uncertain-first-token = Wait before the first token
footprint-uncertain-gpu-energy = Energy of a computing card per token
footprint-uncertain-server-power = Power of the server without cards
footprint-uncertain-lifetime = Lifetime of the hardware
footprint-uncertain-gpu-embodied = Making of the computing cards
footprint-uncertain-server-embodied = Making of the server
footprint-uncertain-pue = Energy overhead of the data centre
footprint-uncertain-wue = Water consumed on site
footprint-uncertain-electricity = Factors of the electricity
