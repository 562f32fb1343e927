use super::*;
use crate::embedded;
use crate::{Method, TableErrors};

const COLUMNS: &str = "factor,indicator,scope,applies_when,distribution,low,mode,high,sd_ln,unit,source,certainty,why_fr,why_en";

/// Open and dense, of 7 and 70 billion parameters; their throughput was not measured.
const SMALL: &str = "meta-llama/Llama-2-7b";
const SMALL_CHAT: &str = "meta-llama/Llama-2-7b-chat";
const LARGE: &str = "meta-llama/Llama-2-70b-chat";

/// Open and dense, by a provider whose PUE is one number.
const SINGLE: &str = "ministral-8b-2512";

#[test]
fn every_row_has_a_source_that_is_known() {
    let sources: Vec<&str> = Method::embedded()
        .sources()
        .map(|source| source.id.as_str())
        .collect();
    let rows = Spreads::embedded().rows();
    for row in rows {
        for source in &row.sources {
            let is_known = sources.contains(&source.as_str()) || source.starts_with("https://");
            assert!(is_known, "{}: {source}", row.factor.name());
        }
        assert!(!row.why.fr.is_empty() && !row.why.en.is_empty());
        assert!(!row.why.fr.contains('\''), "{}", row.why.fr);
    }
    for factor in UncertainFactor::ALL {
        assert!(
            rows.iter().any(|row| row.factor == factor),
            "{} has no spread",
            factor.name()
        );
    }
}

#[test]
fn every_fault_of_the_table_is_told_with_its_line() {
    let faulty = [
        "batch_sise,,all,always,lognormal,,,,0.5,,ecologits,assumption,a,b",
        "pue,,all,always,triangular,1,2,3,,,ecologits,assumption,a,b",
        "lifetime,,all,always,triangular,4,3,6,,year,ecologits,assumption,a,b",
        "lifetime,,all,always,triangular,2,3,6,,s,ecologits,assumption,a,b",
        "wue,,all,always,lognormal,,,,0.5,,,assumption,a,b",
        "wue,,all,always,lognormal,,,,0.5,,ecologits,assumption,a,",
        "wue,,all,always,lognormal,,,,0,,ecologits,assumption,a,b",
        "wue,,zone,always,lognormal,,,,0.5,,ecologits,assumption,a,b",
        "electricity,gwp,model,always,lognormal,,,,0.5,,ecologits,assumption,a,b",
    ];
    let errors = read(&faulty).expect_err("every row is faulty");
    let lines: Vec<Option<u64>> = errors.0.iter().map(|error| error.line).collect();
    let expected: Vec<Option<u64>> = (0..faulty.len() as u64).map(|i| Some(i + 2)).collect();
    assert_eq!(lines, expected, "{errors}");
}

#[test]
fn without_spreads_every_draw_is_the_estimate() {
    let groups = [group("mistralai", SINGLE, 400)];
    let spreads = spreads(&[]);
    let found = uncertainty(&groups, newest(), &spreads, draws(100)).expect("known");
    for indicator in found.indicators() {
        let (low, high) = (indicator.corner.min(), indicator.corner.max());
        assert_eq!(low, high, "{:?}", indicator.indicator);
        for drawn in [indicator.low, indicator.median, indicator.high] {
            assert!((drawn.value / low - 1.0).abs() < 1e-12);
        }
        assert!(indicator.shares.is_empty() && indicator.interactions.is_none());
    }
}

#[test]
fn a_single_log_normal_factor_has_its_analytic_quantiles() {
    // Energy is PUE·(server + accelerators·x): the quantiles of x give those of the energy.
    let spreads = spreads(&["gpu_energy,,model,always,lognormal,,,,0.5,,ecologits,assumption,a,b"]);
    let groups = [group("mistralai", SINGLE, 400)];
    let found = uncertainty(&groups, newest(), &spreads, draws(20_000)).expect("known");
    let energy = found.of(Indicator::Energy);
    let trace = estimated(&groups[0]).trace;
    let step = |formula| trace.value(formula).expect("a step").min();
    let accelerators = step(crate::Formula::GpuCount) * step(crate::Formula::GpuEnergy);
    let pue = step(crate::Formula::Energy) / step(crate::Formula::ItEnergy);
    for (drawn, deviations) in [
        (energy.low, -1.644_853_626_951),
        (energy.median, 0.0),
        (energy.high, 1.644_853_626_951),
    ] {
        let ratio = f64::exp(0.5 * deviations);
        let expected = pue * (step(crate::Formula::ServerEnergy) + accelerators * ratio);
        let error = (drawn.value - expected).abs();
        assert!(error < 4.0 * drawn.standard_error, "{drawn:?} {expected}");
        assert!(drawn.standard_error < 0.01 * expected);
    }
    let [share] = energy.shares[..] else {
        panic!("one factor is drawn");
    };
    assert!((share.first_order.value - 1.0).abs() < 1e-9);
    assert!((share.total.value - 1.0).abs() < 4.0 * share.total.standard_error);
}

#[test]
fn a_batch_has_its_analytic_quantiles() {
    // The larger the batch the smaller the energy: the quantiles of one give those of the other.
    let spreads =
        spreads(&["batch_size,,provider,always,log_triangular,8,64,256,,request,a,assumption,a,b"]);
    let group = UsageGroup {
        latency_s: Some(2.0),
        ..group("mistralai", SINGLE, 400)
    };
    let found = uncertainty(&[group], newest(), &spreads, draws(20_000)).expect("known");
    let energy = found.of(Indicator::Energy);
    let trace = estimated(&group).trace;
    let step = |formula| trace.value(formula).expect("a step").min();
    let accelerators = step(crate::Formula::GpuCount) * step(crate::Formula::GpuEnergy);
    let pue = step(crate::Formula::Energy) / step(crate::Formula::ItEnergy);
    let law = law::Law::log_triangular(8.0, 64.0, 256.0);
    for (drawn, share) in [
        (energy.low, 0.95),
        (energy.median, 0.5),
        (energy.high, 0.05),
    ] {
        let batch = law.quantile(share);
        let server = step(crate::Formula::ServerEnergy) * 64.0 / batch;
        let ratio = spreads.batch_energy().ratio(batch);
        let expected = pue * (server + accelerators * ratio);
        let error = (drawn.value - expected).abs();
        assert!(error < 4.0 * drawn.standard_error, "{drawn:?} {expected}");
    }
}

#[test]
fn errors_of_one_model_add_up_and_those_of_two_partly_cancel() {
    let spreads = spreads(&["gpu_energy,,model,always,lognormal,,,,0.5,,ecologits,assumption,a,b"]);
    let relative = |groups: &[UsageGroup<'_>]| {
        let found = uncertainty(groups, newest(), &spreads, draws(2000)).expect("known");
        let energy = found.of(Indicator::Energy);
        (energy.high.value - energy.low.value) / energy.median.value
    };
    let llama = group("huggingface_hub", SMALL, 400);
    let elsewhere = UsageGroup {
        zone: Some("USA"),
        ..llama
    };
    let one = relative(&[llama]);
    let same_model = relative(&[llama, elsewhere]);
    assert!((same_model / one - 1.0).abs() < 1e-9, "{one} {same_model}");
    // Two models as heavy as each other: close to one divided by the square root of two.
    let other = group("huggingface_hub", SMALL_CHAT, 400);
    let apart = relative(&[llama, other]) / one;
    assert!((0.6..0.85).contains(&apart), "{apart}");
}

#[test]
fn an_alias_shares_the_errors_of_its_model() {
    let revision = newest();
    let alias = revision
        .models()
        .iter()
        .find(|model| model.alias_of.is_some())
        .expect("there are aliases");
    let target = alias.alias_of.as_deref().expect("it is an alias");
    let spread = |groups: &[UsageGroup<'_>]| {
        uncertainty(groups, revision, Spreads::embedded(), draws(300)).expect("known")
    };
    let both = spread(&[
        group(&alias.provider, &alias.name, 400),
        group(&alias.provider, target, 400),
    ]);
    let one = spread(&[group(&alias.provider, target, 400)]);
    for indicator in Indicator::ALL {
        let ratio = both.of(indicator).high.value / one.of(indicator).high.value;
        assert!((ratio - 2.0).abs() < 1e-9, "{indicator:?} {ratio}");
    }
}

#[test]
fn neither_order_nor_time_moves_a_bit() {
    let mut groups = everything();
    groups.truncate(40);
    let compute = |groups: &[UsageGroup<'_>], seed| {
        let draws = Draws { seed, pairs: 100 };
        let found = uncertainty(groups, newest(), Spreads::embedded(), draws).expect("known");
        format!("{:?}", found.indicators())
    };
    let first = compute(&groups, 5);
    assert_eq!(first, compute(&groups, 5));
    assert_ne!(first, compute(&groups, 6));
    groups.reverse();
    groups.swap(3, 17);
    assert_eq!(first, compute(&groups, 5));
}

#[test]
fn the_interval_holds_the_estimate() {
    for revision in with_batches() {
        for model in revision.models().iter().step_by(7) {
            let groups = [group(&model.provider, &model.name, 400)];
            let found =
                uncertainty(&groups, revision, Spreads::embedded(), draws(200)).expect("known");
            for found in found.indicators() {
                let middle = (found.corner.min() + found.corner.max()) / 2.0;
                let interval = found.interval();
                let holds = interval.low() <= middle && middle <= interval.high();
                assert!(
                    holds,
                    "{} {} {:?}: {middle} {interval:?}",
                    revision.release(),
                    model.name,
                    found.indicator
                );
            }
        }
    }
}

#[test]
fn shares_do_not_exceed_the_whole() {
    let found = uncertainty(&everything(), newest(), Spreads::embedded(), draws(400))
        .expect("every model is known");
    for found in found.indicators() {
        let interactions = found.interactions.expect("it varies");
        assert!(interactions.value > -3.0 * interactions.standard_error);
        assert_eq!(found.shares.len(), UncertainFactor::ALL.len());
        for share in &found.shares {
            let (first, total) = (share.first_order, share.total);
            assert!(
                first.value > -4.0 * first.standard_error - 1e-9,
                "{share:?}"
            );
            let error = first.standard_error + total.standard_error;
            assert!(first.value <= total.value + 4.0 * error, "{share:?}");
        }
    }
}

#[test]
fn the_batch_dominates_a_large_dense_model_of_known_size() {
    let groups = [UsageGroup {
        latency_s: Some(10.0),
        ..group("huggingface_hub", LARGE, 400)
    }];
    let found = uncertainty(&groups, newest(), Spreads::embedded(), draws(1000)).expect("known");
    assert_eq!(found.groups_bounded_by_latency, 1);
    let energy = found.of(Indicator::Energy);
    let largest = energy
        .shares
        .iter()
        .max_by(|a, b| a.first_order.value.total_cmp(&b.first_order.value))
        .expect("it varies");
    assert_eq!(largest.factor, UncertainFactor::BatchSize);
    assert!(largest.first_order.value > 0.5, "{largest:?}");
}

#[test]
fn the_number_of_accelerators_follows_the_drawn_size() {
    // 440 billion parameters occupy 16 cards; 5 % of the draws have 8 or fewer, 5 % 32 or more.
    let spreads = spreads(&[
        "total_parameters,,model,undisclosed,lognormal,,,,0.5,,ecologits,assumption,a,b",
    ]);
    let groups = [group("openai", "gpt-4o", 400)];
    let found = uncertainty(&groups, newest(), &spreads, draws(400)).expect("known");
    let adpe = found.of(Indicator::Adpe);
    let cliff = adpe.high.value / adpe.low.value;
    assert!((3.9..4.2).contains(&cliff), "{cliff}");
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let method = Method::embedded();
    let old = method.revision("0.8.2").expect("it is kept");
    let groups = [group("openai", "gpt-4o", 400)];
    let compute = |groups: &[UsageGroup<'_>], revision, pairs| {
        uncertainty(groups, revision, Spreads::embedded(), draws(pairs)).map(|_| ())
    };
    let without = UncertaintyError::WithoutBatches(old.formulas());
    assert_eq!(compute(&groups, old, 100), Err(without));
    let few = Err(UncertaintyError::InvalidDraws);
    assert_eq!(compute(&groups, newest(), 99), few);
    let unknown = [groups[0], group("openai", "gpt-none", 1)];
    let error = UncertaintyError::Group {
        index: 1,
        error: EstimateError::UnknownModel,
    };
    assert_eq!(compute(&unknown, newest(), 100), Err(error));
    assert_eq!(compute(&[], newest(), 100), Ok(()));
}

#[test]
fn one_request_keeps_the_corners_of_the_method() {
    for revision in with_batches() {
        for model in revision.models().iter().step_by(11) {
            let mut group = group(&model.provider, &model.name, 321);
            group.requests = 1;
            let found = uncertainty(&[group], revision, &spreads(&[]), draws(100)).expect("known");
            let request = request(&group);
            let total = crate::estimate(&request, revision).expect("known").total;
            let expected = [total.energy, total.gwp, total.adpe, total.pe];
            for (found, expected) in found.indicators().iter().zip(expected) {
                assert_eq!(
                    found.corner,
                    expected,
                    "{} {}",
                    revision.release(),
                    model.name
                );
            }
            assert_eq!(Some(found.of(Indicator::Wcf).corner), total.wcf);
        }
    }
}

fn draws(pairs: u32) -> Draws {
    Draws { seed: 2026, pairs }
}

fn newest() -> &'static Revision {
    Method::embedded().newest().expect("there are revisions")
}

fn with_batches() -> impl Iterator<Item = &'static Revision> {
    Method::embedded()
        .revisions()
        .iter()
        .filter(|revision| matches!(revision.constants().fit, Fit::Batched(_)))
}

/// One request in France.
fn group<'a>(provider: &'a str, model: &'a str, output_tokens: u64) -> UsageGroup<'a> {
    UsageGroup {
        provider,
        model,
        zone: Some("FRA"),
        requests: 1,
        output_tokens,
        latency_s: None,
    }
}

/// A group for each model, in several zones.
fn everything() -> Vec<UsageGroup<'static>> {
    let models = newest().models().iter().enumerate();
    models
        .map(|(index, model)| UsageGroup {
            zone: [None, Some("FRA"), Some("DEU"), Some("USA")][index % 4],
            requests: 10 + index as u64,
            ..group(&model.provider, &model.name, 4000 + 37 * index as u64)
        })
        .collect()
}

fn spreads(rows: &[&str]) -> Spreads {
    read(rows).expect("the rows are right")
}

fn read(rows: &[&str]) -> Result<Spreads, TableErrors> {
    let text = format!("{COLUMNS}\n{}\n", rows.join("\n"));
    Spreads::read(|path| match path {
        "uncertainty.csv" => Some(text.as_str()),
        other => embedded::file(other),
    })
}

fn request<'a>(group: &UsageGroup<'a>) -> crate::Request<'a> {
    crate::Request {
        provider: group.provider,
        model: group.model,
        output_tokens: group.output_tokens as f64,
        latency_s: group.latency_s,
        zone: group.zone,
    }
}

fn estimated(group: &UsageGroup<'_>) -> crate::Footprint {
    crate::estimate(&request(group), newest()).expect("the model is known")
}
