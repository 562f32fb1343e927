//! The declared extension for the tokens of the question: off unless the caller asks for it.

use crate::electricity::Electricity;
use crate::ends::Ends;
use crate::error::EstimateError;
use crate::impacts::Impacts;
use crate::model::Model;
use crate::revision::{Certainty, Revision, Text};
use crate::sheet::embedded_sheet;
use crate::value::Value;
use serde::Deserialize;

const PARAMETERS_PER_BILLION: f64 = 1e9;
const JOULES_PER_KILOWATT_HOUR: f64 = 3.6e6;

/// A calculation that is not part of the method of reference. Its result is never added to one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Extension {
    /// A stable name, shown beside every figure.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// How it computes.
    pub method: Text,
    /// What it leaves out or may get wrong.
    pub limits: Text,
    /// The formula.
    pub formula: String,
    /// Its factors.
    pub factors: Vec<ExtensionFactor>,
    /// How well it is known.
    pub certainty: Certainty,
}

/// A factor of an extension.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionFactor {
    /// A stable name.
    pub id: String,
    /// Its symbol in the formula.
    pub symbol: String,
    /// Low end.
    pub min: f64,
    /// High end.
    pub max: f64,
    /// Its unit; `1` when there is no dimension.
    pub unit: String,
    /// Address.
    pub url: String,
    /// How well it is known.
    pub certainty: Certainty,
    /// Why these ends.
    pub why: Text,
}

embedded_sheet!(Extension, "extension.json");

/// Tokens of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InputTokens {
    /// All of them, zero or more.
    pub tokens: f64,
    /// Those that the provider had in its cache, at most as many.
    pub cached: f64,
}

/// What reading a question may have cost beside the answer: ranges, usage alone.
///
/// Fails when the revision knows neither the model nor the zone, when it has no data centres
/// (before release 0.9), or when the tokens are below zero or fewer than those cached.
pub fn estimate_input(
    input: InputTokens,
    model: &Model,
    zone: Option<&str>,
    revision: &Revision,
    extension: &Extension,
) -> Result<Impacts, EstimateError> {
    let InputTokens { tokens, cached } = input;
    if !(cached >= 0.0 && tokens >= cached && tokens.is_finite()) {
        return Err(EstimateError::InvalidTokens);
    }
    let provider = revision
        .provider(&model.provider)
        .ok_or(EstimateError::UnknownModel)?;
    let electricity = revision.zone_of(&model.provider, zone)?.electricity;
    let share = extension.factor("cached_share")?;
    let read = Ends::both(tokens - cached) + share * Ends::both(cached);
    let it_energy = extension.energy_per_token(model.active)? * read;
    impacts(
        it_energy,
        provider.pue.ends(),
        provider.wue.ends(),
        &electricity,
    )
}

fn impacts(
    it_energy: Ends,
    pue: Ends,
    wue: Ends,
    electricity: &Electricity,
) -> Result<Impacts, EstimateError> {
    let energy = pue * it_energy;
    let range = |ends| Value::from_ends(ends, true).map_err(|_| EstimateError::Overflow);
    let wcf = electricity
        .wue
        .map(|off_site| range(it_energy * (wue + pue * off_site)))
        .transpose()?;
    Ok(Impacts {
        energy: range(energy)?,
        gwp: range(energy * electricity.gwp)?,
        adpe: range(energy * electricity.adpe)?,
        pe: range(energy * electricity.pe)?,
        wcf,
    })
}

impl Extension {
    /// Energy of the computers for one token read, kWh: k·A·P/(u·F), low corner and high corner.
    fn energy_per_token(&self, active: Value) -> Result<Ends, EstimateError> {
        let work = self.factor("flop_per_parameter")?
            * active.ends()
            * self.factor("board_power")?
            * PARAMETERS_PER_BILLION;
        let speed = self.factor("compute_use")? * self.factor("peak_compute")?;
        let [slow, fast] = speed.0;
        Ok(work * Ends([1.0 / fast, 1.0 / slow]) / JOULES_PER_KILOWATT_HOUR)
    }

    fn factor(&self, id: &'static str) -> Result<Ends, EstimateError> {
        self.factors
            .iter()
            .find(|factor| factor.id == id)
            .map(|factor| Ends([factor.min, factor.max]))
            .ok_or(EstimateError::InvalidFactor(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;

    fn input(tokens: f64, cached: f64) -> Result<Impacts, EstimateError> {
        let newest = Method::embedded().newest().expect("there are revisions");
        let key = newest.model_key("openai", "gpt-4o").expect("it is kept");
        let model = &newest.models()[usize::from(key)];
        let extension = &Extension::embedded().items[0];
        estimate_input(
            InputTokens { tokens, cached },
            model,
            Some("FRA"),
            newest,
            extension,
        )
    }

    #[test]
    fn its_energy_per_token_is_the_one_written_beside_it() {
        let sheet: serde_json::Value =
            serde_json::from_str(include_str!("../data/extension.json")).expect("it is JSON");
        let derived = &sheet["items"][0]["derived"];
        let one_billion = Value::single(1.0).expect("finite");
        let energy = Extension::embedded().items[0]
            .energy_per_token(one_billion)
            .expect("every factor is there");
        for (kilowatt_hours, end) in energy.0.iter().zip(["min", "max"]) {
            let written = derived[end].as_f64().expect("a number");
            assert!(
                (kilowatt_hours * 1000.0 / written - 1.0).abs() < 1e-5,
                "{end}"
            );
        }
    }

    #[test]
    fn more_tokens_cost_more_and_cached_ones_less() {
        let energy = |tokens, cached| input(tokens, cached).expect("in its domain").energy;
        assert_eq!(energy(0.0, 0.0).max(), 0.0);
        assert!(energy(1000.0, 0.0).min() < energy(2000.0, 0.0).min());
        assert!(energy(1000.0, 900.0).max() < energy(1000.0, 0.0).max());
        assert_eq!(energy(1000.0, 1000.0).min(), 0.0);
    }

    #[test]
    fn what_is_outside_its_domain_is_refused() {
        for (tokens, cached) in [(-1.0, 0.0), (1.0, 2.0), (f64::NAN, 0.0), (1.0, -1.0)] {
            assert_eq!(input(tokens, cached), Err(EstimateError::InvalidTokens));
        }
    }
}
