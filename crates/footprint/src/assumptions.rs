//! The footprint of a use of which only assumptions are known.

use crate::constants::Fit;
use crate::electricity::Electricity;
use crate::error::EstimateError;
use crate::estimate::{Inference, Request, estimate, estimate_inference, site_of_provider};
use crate::impacts::Impacts;
use crate::revision::{Certainty, Revision, Text};
use crate::sheet::embedded_sheet;
use crate::value::Value;
use serde::Deserialize;

/// A class of sizes, for when the model is not known.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct SizeClass {
    /// A stable name.
    pub id: String,
    /// Parameters at work for a token, billions.
    pub active: Value,
    /// Parameters in memory, billions.
    pub total: Value,
    /// Models of the registry in the class.
    pub count: u32,
    /// Those whose size is a guess.
    pub undisclosed: u32,
    /// How the ranges were made.
    pub rule: Text,
    /// How well they are known.
    pub certainty: Certainty,
}

embedded_sheet!(SizeClass, "classes.json");

/// Tokens that make a word, in a language.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct TokensPerWord {
    /// Language, BCP 47.
    pub language: String,
    /// Low end.
    pub min: f64,
    /// High end.
    pub max: f64,
    /// What they were measured on.
    pub measured_on: Text,
    /// Why they are a range.
    pub reason: Text,
    /// How well they are known.
    pub certainty: Certainty,
}

embedded_sheet!(TokensPerWord, "tokens.json");

/// What somebody assumes of a use.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumptions<'a> {
    /// The model.
    pub model: AssumedModel<'a>,
    /// Requests of the period, low and high.
    pub requests: [f64; 2],
    /// Tokens of one answer, low and high.
    pub tokens: [f64; 2],
    /// Electricity zone; `None` for the provider's, or for the world when only the class is known.
    pub zone: Option<&'a str>,
}

/// What is known of the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AssumedModel<'a> {
    /// A model of the registry.
    Known {
        /// Provider, exactly as in the registry.
        provider: &'a str,
        /// Model, exactly as in the registry.
        model: &'a str,
    },
    /// Only a class of sizes: any provider of the revision may serve it.
    Class(&'a SizeClass),
}

/// The impacts of a use under assumptions: corners, low ends together and high ends together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AssumedImpacts {
    /// One answer.
    pub per_request: Impacts,
    /// The whole period.
    pub period: Impacts,
}

/// The impacts of a use under assumptions, always as ranges.
///
/// Fails when the revision does not know the model or the zone, or when a number is below zero.
pub fn estimate_assumptions(
    assumptions: &Assumptions<'_>,
    revision: &Revision,
) -> Result<AssumedImpacts, EstimateError> {
    let [fewest, most] = assumptions.requests;
    if !(fewest >= 0.0 && most >= fewest && most.is_finite()) {
        return Err(EstimateError::InvalidFactor("requests"));
    }
    let [low, high] = [
        one_answer(assumptions, assumptions.tokens[0], revision)?,
        one_answer(assumptions, assumptions.tokens[1], revision)?,
    ];
    Ok(AssumedImpacts {
        per_request: corners(&low, &high, [1.0, 1.0])?,
        period: corners(&low, &high, assumptions.requests)?,
    })
}

fn one_answer(
    assumptions: &Assumptions<'_>,
    output_tokens: f64,
    revision: &Revision,
) -> Result<Impacts, EstimateError> {
    let footprint = match assumptions.model {
        AssumedModel::Known { provider, model } => estimate(
            &Request {
                provider,
                model,
                output_tokens,
                latency_s: None,
                zone: assumptions.zone,
            },
            revision,
        )?,
        AssumedModel::Class(class) => {
            let (pue, wue) = any_site(revision)?;
            estimate_inference(&Inference {
                active_parameters: class.active,
                total_parameters: class.total,
                output_tokens,
                latency_s: None,
                tokens_per_second: None,
                first_token_s: None,
                electricity: electricity(assumptions.zone, revision)?,
                pue,
                wue,
                constants: revision.constants(),
                formulas: revision.formulas(),
            })?
        }
    };
    Ok(footprint.total)
}

fn electricity(zone: Option<&str>, revision: &Revision) -> Result<Electricity, EstimateError> {
    let code = zone.unwrap_or_else(|| revision.default_zone_code());
    let key = revision.zone_key(code).ok_or(EstimateError::UnknownZone)?;
    Ok(revision.zones()[usize::from(key)].electricity)
}

/// The lowest and highest PUE and WUE of the providers of a revision.
fn any_site(revision: &Revision) -> Result<(Value, Option<Value>), EstimateError> {
    if let Fit::Linear(_) = revision.constants().fit {
        return site_of_provider(revision, "");
    }
    let range = |values: &dyn Fn(&crate::Provider) -> Value, name| {
        let values = || revision.providers().iter().map(values);
        let low = values().map(|value| value.min()).reduce(f64::min);
        let high = values().map(|value| value.max()).reduce(f64::max);
        let ends = low.zip(high).ok_or(EstimateError::InvalidFactor(name))?;
        Value::range(ends.0, ends.1).map_err(|_| EstimateError::InvalidFactor(name))
    };
    Ok((
        range(&|provider| provider.pue, "provider_pue")?,
        Some(range(&|provider| provider.wue, "provider_wue")?),
    ))
}

/// The low ends of one, times the fewest, to the high ends of the other, times the most.
fn corners(low: &Impacts, high: &Impacts, times: [f64; 2]) -> Result<Impacts, EstimateError> {
    let range = |low: Value, high: Value| {
        Value::range(low.min() * times[0], high.max() * times[1])
            .map_err(|_| EstimateError::Overflow)
    };
    Ok(Impacts {
        energy: range(low.energy, high.energy)?,
        gwp: range(low.gwp, high.gwp)?,
        adpe: range(low.adpe, high.adpe)?,
        pe: range(low.pe, high.pe)?,
        wcf: low
            .wcf
            .zip(high.wcf)
            .map(|(low, high)| range(low, high))
            .transpose()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;

    fn class(id: &str) -> &'static SizeClass {
        let mut classes = SizeClass::embedded().items.iter();
        classes.find(|class| class.id == id).expect("it is kept")
    }

    fn assumed(model: AssumedModel<'_>, requests: [f64; 2], tokens: [f64; 2]) -> AssumedImpacts {
        let assumptions = Assumptions {
            model,
            requests,
            tokens,
            zone: Some("FRA"),
        };
        let newest = Method::embedded().newest().expect("there are revisions");
        estimate_assumptions(&assumptions, newest).expect("everything is known")
    }

    #[test]
    fn a_known_model_with_sure_numbers_is_its_own_estimate() {
        let known = AssumedModel::Known {
            provider: "openai",
            model: "gpt-4o",
        };
        let found = assumed(known, [10.0, 10.0], [400.0, 400.0]);
        let newest = Method::embedded().newest().expect("there are revisions");
        let one = estimate(
            &Request {
                provider: "openai",
                model: "gpt-4o",
                output_tokens: 400.0,
                latency_s: None,
                zone: Some("FRA"),
            },
            newest,
        )
        .expect("it is known");
        assert_eq!(found.per_request.gwp.min(), one.total.gwp.min());
        assert_eq!(found.per_request.gwp.max(), one.total.gwp.max());
        assert_eq!(found.period.gwp.max(), one.total.gwp.max() * 10.0);
    }

    #[test]
    fn a_larger_class_and_more_doubt_never_give_less() {
        let (requests, tokens) = ([100.0, 300.0], [200.0, 500.0]);
        let of = |id| assumed(AssumedModel::Class(class(id)), requests, tokens).period;
        let (small, medium, large, unknown) =
            (of("small"), of("medium"), of("large"), of("unknown"));
        assert!(small.energy.max() < medium.energy.max());
        assert!(medium.energy.max() < large.energy.max());
        assert!(unknown.energy.min() < medium.energy.min());
        assert!(unknown.energy.max() > medium.energy.max());
        let surer = assumed(
            AssumedModel::Class(class("small")),
            [200.0, 200.0],
            [300.0, 300.0],
        );
        assert!(small.gwp.min() < surer.period.gwp.min());
        assert!(surer.period.gwp.max() < small.gwp.max());
    }

    #[test]
    fn words_of_both_languages_have_tokens() {
        for language in ["fr", "en"] {
            let found = &TokensPerWord::embedded().items;
            let found = found.iter().find(|item| item.language == language);
            let item = found.expect("it is kept");
            assert!(1.0 < item.min && item.min < item.max);
        }
    }
}
