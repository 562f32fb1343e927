//! The doubt on one request, drawn beside the corner values of the method.

use super::say::Speaker;
use crate::commands::output;
use crate::complaint::complain;
use ::footprint::{Draws, Request, Revision, Spreads, Uncertainty, UsageGroup, uncertainty};
use anyhow::Result;
use domain::Remark;
use serde_json::{Value as Json, json};

/// Factors named for each indicator; `--json` has them all.
const SHOWN: usize = 3;

/// The doubt on a request, when draws are asked for.
pub(super) fn of(
    request: &Request<'_>,
    draws: Option<u32>,
    seed: u64,
    revision: &Revision,
) -> Result<Option<Uncertainty>> {
    let Some(draws) = draws else {
        return Ok(None);
    };
    let group = UsageGroup {
        provider: request.provider,
        model: request.model,
        zone: request.zone,
        requests: 1,
        output_tokens: request.output_tokens.round() as u64,
        latency_s: request.latency_s,
    };
    // A pair of draws serves the interval and the shares.
    let draws = Draws {
        seed,
        pairs: draws.div_ceil(2),
    };
    match uncertainty(&[group], revision, Spreads::embedded(), draws) {
        Ok(uncertainty) => Ok(Some(uncertainty)),
        Err(error) => Err(complain(
            Remark::new("footprint-number").with("error", error.to_string()),
        )),
    }
}

pub(super) fn tell(speaker: &Speaker, doubt: &Uncertainty, draws: Option<u32>) -> Result<()> {
    output::line("")?;
    for found in doubt.indicators() {
        let unit = found.indicator.unit().symbol();
        let end = |value| format!("{} {unit}", speaker.number(value, false));
        let blanks = [
            ("indicator", speaker.indicator(found.indicator).into()),
            ("low", end(found.low.value).into()),
            ("high", end(found.high.value).into()),
            ("draws", f64::from(draws.unwrap_or_default()).into()),
            ("seed", doubt.draws.seed.to_string().into()),
        ];
        output::line(&speaker.say("footprint-interval", &blanks))?;
        let mut shares: Vec<_> = found.shares.iter().collect();
        shares.sort_by(|a, b| b.first_order.value.total_cmp(&a.first_order.value));
        for share in shares.into_iter().take(SHOWN) {
            let percent = speaker.percentage(share.first_order.value.clamp(0.0, 1.0));
            let blanks = [
                (
                    "factor",
                    speaker.word("uncertain", share.factor.name()).into(),
                ),
                ("share", percent.into()),
            ];
            output::line(&format!("    {}", speaker.say("footprint-share", &blanks)))?;
        }
    }
    Ok(())
}

pub(super) fn report(doubt: &Uncertainty) -> Json {
    let indicators: serde_json::Map<String, Json> = doubt
        .indicators()
        .iter()
        .map(|found| {
            let shares: serde_json::Map<String, Json> = found
                .shares
                .iter()
                .map(|share| {
                    let value = json!({
                        "first_order": share.first_order.value,
                        "total": share.total.value,
                    });
                    (share.factor.name().to_owned(), value)
                })
                .collect();
            let value = json!({
                "unit": found.indicator.unit().symbol(),
                "low": found.low.value,
                "median": found.median.value,
                "high": found.high.value,
                "corner": found.corner,
                "shares_of_log_variance": shares,
            });
            (found.indicator.code().to_owned(), value)
        })
        .collect();
    json!({
        "seed": doubt.draws.seed,
        "pairs": doubt.draws.pairs,
        "level": 0.9,
        "indicators": indicators,
    })
}
