//! The footprint of a use, from its declared assumptions.

use ::footprint::{
    AssumedImpacts, AssumedModel, Assumptions, Certainty, Comparable, Equivalent, Impacts,
    Indicator, Method, Request, Revision, SizeClass, TokensPerWord, Value, estimate,
    estimate_assumptions,
};
use domain::{
    EstimatedModel, FootprintAmounts, FootprintAssumptions, FootprintClass, FootprintComparable,
    FootprintEquivalent, FootprintEstimate, FootprintFinding, FootprintMethod, FootprintRelease,
    Hosting, MissingAssumption, ModelClass, Text, ToolSheet, UseCase,
};
use units::{Interval, IntervalKind, Quantity, Unit};

/// The zone of what is hosted in the authority's country.
const HOME_ZONE: &str = "FRA";

/// Language in which the words of an answer are counted.
const LANGUAGE: &str = "fr";

/// The footprint of a record under a revision; `None` when it has no assumptions at all.
///
/// Ends are corners: the fewest short answers of the smallest model, and the most long answers of
/// the largest. Where the tool runs decides the electricity; when that is not known, the average of
/// the world is taken, and said.
pub fn footprint_of(
    use_case: &UseCase,
    tool: Option<&ToolSheet>,
    revision: &Revision,
) -> Option<FootprintFinding> {
    let assumptions = use_case.footprint_assumptions.as_ref()?;
    let (Some(requests), Some(words)) = (
        assumptions.requests_per_month,
        assumptions.words_per_request,
    ) else {
        return Some(FootprintFinding::Missing(missing(assumptions)));
    };
    let zone = tool.and_then(|tool| home_zone(tool.hosting));
    let tokens_per_word = tokens_per_word();
    let class = size_class(assumptions.model_class);
    let model = match &assumptions.model {
        Some(model) => AssumedModel::Known {
            provider: &model.provider,
            model: &model.name,
        },
        None => AssumedModel::Class(class),
    };
    let assumed = Assumptions {
        model,
        requests: [requests.interval.low(), requests.interval.high()],
        tokens: [
            words.interval.low() * tokens_per_word.low(),
            words.interval.high() * tokens_per_word.high(),
        ],
        zone: Some(zone.unwrap_or(revision.default_zone_code())),
    };
    let Ok(impacts) = estimate_assumptions(&assumed, revision) else {
        return Some(FootprintFinding::Missing(vec![MissingAssumption::Model]));
    };
    let AssumedImpacts {
        per_request,
        period,
    } = impacts;
    Some(FootprintFinding::Estimated(Box::new(FootprintEstimate {
        release: revision.release().to_owned(),
        model: match &assumptions.model {
            Some(model) => EstimatedModel::Named(model.clone()),
            None => EstimatedModel::Class {
                class: assumptions.model_class,
                active: class.active.interval(),
                total: class.total.interval(),
            },
        },
        zone: assumed.zone.unwrap_or_default().to_owned(),
        is_zone_known: zone.is_some(),
        requests_per_month: requests,
        words_per_request: words,
        tokens_per_word,
        per_request: amounts(&per_request),
        per_month: amounts(&period),
    })))
}

fn missing(assumptions: &FootprintAssumptions) -> Vec<MissingAssumption> {
    let mut missing = Vec::new();
    if assumptions.requests_per_month.is_none() {
        missing.push(MissingAssumption::Requests);
    }
    if assumptions.words_per_request.is_none() {
        missing.push(MissingAssumption::Words);
    }
    missing
}

fn home_zone(hosting: Hosting) -> Option<&'static str> {
    match hosting {
        Hosting::OwnMachines
        | Hosting::SharedPublic
        | Hosting::Research
        | Hosting::PrivateFrance => Some(HOME_ZONE),
        Hosting::PrivateEu | Hosting::OutsideEu | Hosting::Unknown => None,
    }
}

fn tokens_per_word() -> Interval {
    let found = TokensPerWord::embedded()
        .items
        .iter()
        .find(|item| item.language == LANGUAGE)
        .expect("the sheet holds this language: tested");
    Interval::new(found.min, found.max, IntervalKind::Bounds).expect("a sheet has ends in order")
}

fn size_class(class: ModelClass) -> &'static SizeClass {
    SizeClass::embedded()
        .items
        .iter()
        .find(|item| item.id == class.code())
        .expect("the sheet holds every class: tested")
}

fn amounts(impacts: &Impacts) -> FootprintAmounts {
    let quantity = |value: Value, unit| {
        Quantity::corner(value.min(), value.max(), unit).expect("a value has finite ends in order")
    };
    FootprintAmounts {
        energy: quantity(impacts.energy, Unit::KilowattHours),
        gwp: quantity(impacts.gwp, Unit::KilogramsCo2),
        adpe: quantity(impacts.adpe, Unit::KilogramsAntimony),
        pe: quantity(impacts.pe, Unit::Megajoules),
        wcf: impacts.wcf.map(|wcf| quantity(wcf, Unit::Litres)),
    }
}

/// The releases of a method, with the same request under each (400 tokens of gpt-4o with the
/// electricity of France), and what is published beside it.
pub fn footprint_method(method: &Method) -> FootprintMethod {
    FootprintMethod {
        releases: method.revisions().iter().map(release).collect(),
        comparables: Comparable::embedded()
            .items
            .iter()
            .map(comparable)
            .collect(),
        classes: ModelClass::ALL
            .iter()
            .map(|class| class_of(*class))
            .collect(),
        equivalents: Equivalent::embedded()
            .items
            .iter()
            .filter_map(equivalent)
            .collect(),
    }
}

fn release(revision: &Revision) -> FootprintRelease {
    let request = Request {
        provider: "openai",
        model: "gpt-4o",
        output_tokens: 400.0,
        latency_s: None,
        zone: Some(HOME_ZONE),
    };
    FootprintRelease {
        release: revision.release().to_owned(),
        published: revision.published().map(str::to_owned),
        changes: revision.changes().iter().map(text).collect(),
        example: estimate(&request, revision)
            .ok()
            .map(|footprint| amounts(&footprint.total)),
    }
}

fn comparable(item: &Comparable) -> FootprintComparable {
    FootprintComparable {
        publisher: item.publisher.clone(),
        published: item.published.clone(),
        subject: text(&item.subject),
        figures: item
            .figures
            .iter()
            .map(|figure| (figure.value, figure.unit.clone()))
            .collect(),
        boundary: text(&item.boundary),
        why_not_comparable: text(&item.why_not_comparable),
        url: item.url.clone(),
        certainty: certainty(item.certainty),
    }
}

/// An equivalent of an indicator that pages show; `None` for another unit than theirs.
fn equivalent(item: &Equivalent) -> Option<FootprintEquivalent> {
    let (unit, symbol) = match item.indicator {
        Indicator::Energy => (Unit::KilowattHours, "kWh"),
        Indicator::Gwp => (Unit::KilogramsCo2, "kgCO2eq"),
        Indicator::Wcf => (Unit::Litres, "L"),
        Indicator::Adpe | Indicator::Pe => return None,
    };
    let factor = match item.unit.as_str() {
        same if same == symbol => 1.0,
        "Wh" | "mL" | "gCO2eq" => 1e-3,
        _ => return None,
    };
    Some(FootprintEquivalent {
        phrase: Text::pair(&item.phrase.fr.other, &item.phrase.en.other),
        one: Quantity::corner(item.min * factor, item.max * factor, unit)?,
        publisher: item.publisher.clone(),
        url: item.url.clone(),
        reason: text(&item.reason),
        certainty: certainty(item.certainty),
    })
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Verified => "verified",
        Certainty::Secondary => "secondary",
        Certainty::ToConfirm => "to_confirm",
    }
}

fn class_of(class: ModelClass) -> FootprintClass {
    let sizes = size_class(class);
    FootprintClass {
        class,
        active: sizes.active.interval(),
        total: sizes.total.interval(),
        count: sizes.count,
        undisclosed: sizes.undisclosed,
        rule: text(&sizes.rule),
    }
}

fn text(text: &::footprint::Text) -> Text {
    Text::pair(&text.fr, &text.en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::RegistryModel;

    fn record(assumptions: serde_json::Value) -> UseCase {
        serde_json::from_value(serde_json::json!({
            "id": "00000000-0000-0000-0000-000000000001",
            "reference": "VAL-001",
            "authority": "ville",
            "name": {"fr": "Un usage", "en": "A use"},
            "lifecycle": "pilot",
            "evidence": "declared",
            "generative": "yes",
            "publication": {"level": "public"},
            "footprint_assumptions": assumptions,
        }))
        .expect("a record")
    }

    fn declared(model: Option<RegistryModel>) -> UseCase {
        let mut record = record(serde_json::json!({
            "model_class": "medium",
            "requests_per_month": {"interval": {"low": 100.0, "high": 200.0, "kind": "declared"}, "unit": "requests_per_month"},
            "words_per_request": {"interval": {"low": 50.0, "high": 150.0, "kind": "declared"}, "unit": "words_per_request"},
        }));
        if let Some(assumptions) = &mut record.footprint_assumptions {
            assumptions.model = model;
        }
        record
    }

    fn newest() -> &'static Revision {
        Method::embedded().newest().expect("there are revisions")
    }

    #[test]
    fn every_class_of_the_vocabulary_has_sizes() {
        assert_eq!(
            footprint_method(Method::embedded()).classes.len(),
            ModelClass::ALL.len()
        );
    }

    #[test]
    fn every_equivalent_is_shown() {
        let method = footprint_method(Method::embedded());
        assert_eq!(method.equivalents.len(), Equivalent::embedded().items.len());
    }

    #[test]
    fn a_use_with_its_assumptions_has_a_range_and_says_what_it_rests_on() {
        let found = footprint_of(&declared(None), None, newest());
        let Some(FootprintFinding::Estimated(estimate)) = found else {
            panic!("{found:?}");
        };
        assert!(!estimate.is_zone_known);
        assert_eq!(estimate.zone, "WOR");
        let (month, request) = (estimate.per_month.energy, estimate.per_request.energy);
        assert_eq!(month.interval.kind(), IntervalKind::Corner);
        assert_eq!(month.interval.low(), request.interval.low() * 100.0);
        assert_eq!(month.interval.high(), request.interval.high() * 200.0);
    }

    #[test]
    fn what_is_missing_is_named() {
        let finding = footprint_of(
            &record(serde_json::json!({"model_class": "large"})),
            None,
            newest(),
        );
        let expected = [MissingAssumption::Requests, MissingAssumption::Words];
        assert_eq!(finding, Some(FootprintFinding::Missing(expected.to_vec())));
        let unknown = RegistryModel {
            provider: "openai".to_owned(),
            name: "gpt-0".to_owned(),
        };
        assert_eq!(
            footprint_of(&declared(Some(unknown)), None, newest()),
            Some(FootprintFinding::Missing(vec![MissingAssumption::Model]))
        );
        let bare = record(serde_json::Value::Null);
        assert_eq!(footprint_of(&bare, None, newest()), None);
    }
}
