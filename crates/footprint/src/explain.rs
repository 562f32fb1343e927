use crate::electricity::Zone;
use crate::error::EstimateError;
use crate::estimate::{Request, estimate_model};
use crate::factor::{Factor, Provenance};
use crate::impacts::Footprint;
use crate::model::Model;
use crate::provider::Provider;
use crate::revision::Revision;
use crate::trace::Step;
use crate::value::Value;

/// An estimate with the value and the source of every factor it used.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation<'r> {
    /// The estimate.
    pub footprint: Footprint,
    /// The row of the registry.
    pub model: &'r Model,
    /// The electricity.
    pub zone: &'r Zone,
    /// The steps, in the order of the method.
    pub steps: Vec<ExplainedStep<'r>>,
}

/// A step and what it took from outside the earlier steps.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedStep<'r> {
    /// The step.
    pub step: Step,
    /// Its formula, in the names of factors and of other steps.
    pub expression: &'static str,
    /// Its factors.
    pub factors: Vec<ExplainedFactor<'r>>,
}

/// A factor as it was used.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedFactor<'r> {
    /// The factor.
    pub factor: Factor,
    /// Its value; `None` when the request or the tables have none, so that the formula did without.
    pub value: Option<Value>,
    /// Where it stands and comes from.
    pub provenance: &'r Provenance,
    /// Addresses that the registry cites for this model, beside the source of the table.
    pub citations: &'r [String],
}

/// The impacts of a request, with the value and source of every factor of every step.
///
/// `model` is the row of the registry that the request means. Fails as [`crate::estimate`] does.
pub fn explain<'r>(
    request: &Request<'_>,
    model: &'r Model,
    revision: &'r Revision,
) -> Result<Explanation<'r>, EstimateError> {
    let footprint = estimate_model(request, model, revision)?;
    let zone = revision.zone_of(&model.provider, request.zone)?;
    let used = Used {
        request,
        model,
        zone,
        provider: revision.provider(&model.provider),
    };
    let steps = footprint
        .trace
        .steps
        .iter()
        .map(|step| ExplainedStep {
            step: *step,
            expression: step.formula.expression(revision.formulas()),
            factors: step
                .provenance(revision)
                .map(|(factor, provenance)| ExplainedFactor {
                    factor,
                    value: used.value(factor, provenance),
                    provenance,
                    citations: if provenance.table == "models" {
                        &model.sources
                    } else {
                        &[]
                    },
                })
                .collect(),
        })
        .collect();
    Ok(Explanation {
        footprint,
        model,
        zone,
        steps,
    })
}

/// Where the values of factors are found.
struct Used<'a> {
    request: &'a Request<'a>,
    model: &'a Model,
    zone: &'a Zone,
    provider: Option<&'a Provider>,
}

impl Used<'_> {
    fn value(&self, factor: Factor, provenance: &Provenance) -> Option<Value> {
        let single = |number: Option<f64>| number.and_then(|number| Value::single(number).ok());
        let electricity = &self.zone.electricity;
        match factor.name() {
            "model_active_parameters" => Some(self.model.active),
            "model_total_parameters" => Some(self.model.total),
            "model_throughput" => single(self.model.tokens_per_second),
            "model_time_to_first_token" => single(self.model.first_token_s),
            "provider_pue" => self.provider.map(|provider| provider.pue),
            "provider_wue" => self.provider.map(|provider| provider.wue),
            "electricity_gwp" | "electricity_gwp_before_0_9" => single(Some(electricity.gwp)),
            "electricity_adpe" => single(Some(electricity.adpe)),
            "electricity_pe" => single(Some(electricity.pe)),
            "electricity_wue" => single(electricity.wue),
            "request_output_tokens" => single(Some(self.request.output_tokens)),
            "request_latency" => single(self.request.latency_s),
            _ => single(provenance.value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;

    /// What a request or a registry may lack.
    const OPTIONAL: [&str; 3] = [
        "request_latency",
        "model_throughput",
        "model_time_to_first_token",
    ];

    #[test]
    fn every_factor_has_a_value_and_a_source_under_every_revision() {
        for revision in Method::embedded().revisions() {
            let key = revision.model_key("openai", "gpt-4o").expect("it is kept");
            let request = Request {
                provider: "openai",
                model: "gpt-4o",
                output_tokens: 400.0,
                latency_s: None,
                zone: Some("FRA"),
            };
            let model = &revision.models()[usize::from(key)];
            let explanation = explain(&request, model, revision).expect("it is known");
            assert!(explanation.steps.len() > 15);
            for step in &explanation.steps {
                for used in &step.factors {
                    let name = used.factor.name();
                    assert!(
                        used.value.is_some() || OPTIONAL.contains(&name),
                        "{} {name}",
                        revision.release()
                    );
                    assert!(!used.provenance.source.id.is_empty());
                }
            }
        }
    }
}
