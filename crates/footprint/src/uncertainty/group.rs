use super::UncertaintyError;
use crate::ends::Ends;
use crate::estimate::{Request, estimate, site_of_provider};
use crate::inference::{Mix, Results, Server, Site};
use crate::revision::Revision;
use crate::value::Value;

/// Requests to one model from one zone.
///
/// Without measured latency its duration is exact: requests × delay of the first token + tokens ×
/// time for one token. Keep requests with a measured latency in a group of their own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsageGroup<'a> {
    /// Provider, exactly as in the registry.
    pub provider: &'a str,
    /// Model, exactly as in the registry.
    pub model: &'a str,
    /// Electricity zone; `None` for the provider's.
    pub zone: Option<&'a str>,
    /// Number of requests.
    pub requests: u64,
    /// Tokens of the answers.
    pub output_tokens: u64,
    /// Sum of the measured times of the answers, s, zero or more; `None` when not measured.
    ///
    /// The method bounds each request by its own latency, a sum can only bound the whole: the
    /// totals are then upper bounds.
    pub latency_s: Option<f64>,
}

/// A group whose names are known.
pub(super) struct Group<'a> {
    pub(super) model: usize,
    pub(super) zone: usize,
    pub(super) requests: f64,
    pub(super) tokens: f64,
    /// NaN when it was not measured.
    pub(super) latency: f64,
    /// The two runs of the method for each indicator, and whether it gives a range.
    corners: [(Ends, bool); 5],
    order: (&'a str, &'a str, &'a str, u64, u64, u64),
}

/// The groups in an order that does not depend on the one they came in.
pub(super) fn sorted<'a>(
    groups: &'a [UsageGroup<'a>],
    revision: &'a Revision,
) -> Result<Vec<Group<'a>>, UncertaintyError> {
    let mut known = Vec::with_capacity(groups.len());
    for (index, group) in groups.iter().enumerate() {
        known.push(
            Group::new(group, revision)
                .map_err(|error| UncertaintyError::Group { index, error })?,
        );
    }
    known.sort_by_key(|group| group.order);
    Ok(known)
}

/// The corner values of the method for the sum of the groups.
pub(super) fn corners(groups: &[Group<'_>]) -> Result<[Value; 5], UncertaintyError> {
    let mut sums = [(Ends::both(0.0), false); 5];
    for group in groups {
        for (sum, corner) in sums.iter_mut().zip(group.corners) {
            *sum = (sum.0 + corner.0, sum.1 || corner.1);
        }
    }
    let mut values = [Value::single(0.0).map_err(|_| UncertaintyError::Overflow)?; 5];
    for (value, (ends, is_range)) in values.iter_mut().zip(sums) {
        *value = Value::from_ends(ends, is_range).map_err(|_| UncertaintyError::Overflow)?;
    }
    Ok(values)
}

impl<'a> Group<'a> {
    fn new(group: &UsageGroup<'a>, revision: &'a Revision) -> Result<Self, crate::EstimateError> {
        let request = Request {
            provider: group.provider,
            model: group.model,
            output_tokens: group.output_tokens as f64,
            latency_s: group.latency_s,
            zone: group.zone,
        };
        let one = estimate(&request, revision)?.total;
        let model = revision
            .model_key(group.provider, group.model)
            .ok_or(crate::EstimateError::UnknownModel)?;
        let zone = group
            .zone
            .unwrap_or_else(|| revision.default_zone(group.provider));
        let zone_key = revision
            .zone_key(zone)
            .ok_or(crate::EstimateError::UnknownZone)?;
        let latency = group.latency_s.unwrap_or(f64::NAN);
        let mut known = Self {
            model: usize::from(model),
            zone: usize::from(zone_key),
            requests: group.requests as f64,
            tokens: request.output_tokens,
            latency,
            corners: [(Ends::both(0.0), false); 5],
            order: (
                group.provider,
                group.model,
                &revision.zones()[usize::from(zone_key)].code,
                group.output_tokens,
                group.requests,
                latency.to_bits(),
            ),
        };
        let water = one.wcf.is_some_and(|wcf| wcf.is_range());
        let ranges = [one.energy, one.gwp, one.adpe, one.pe].map(|value| value.is_range());
        let [energy, gwp, adpe, pe, wcf] = known.ends(revision)?;
        known.corners = [
            (energy, ranges[0]),
            (gwp, ranges[1]),
            (adpe, ranges[2]),
            (pe, ranges[3]),
            (wcf, water),
        ];
        Ok(known)
    }

    fn ends(&self, revision: &Revision) -> Result<[Ends; 5], crate::EstimateError> {
        let mut deployment = revision.deployments()[self.model].clone();
        deployment.first_token *= self.requests;
        let (pue, wue) = site_of_provider(revision, &revision.models()[self.model].provider)?;
        let results = Results::of(
            (self.tokens, self.latency),
            &deployment,
            Server::new(revision.constants()),
            Site {
                pue: pue.ends(),
                wue: wue.map_or(Ends::both(f64::NAN), |wue| wue.ends()),
            },
            Mix::new(&revision.zones()[self.zone].electricity),
            revision.formulas(),
        );
        Ok(totals(&results))
    }
}

/// Energy, global warming, mineral resources, primary energy and water of a result.
#[inline]
pub(super) fn totals(results: &Results) -> [Ends; 5] {
    let [gwp, adpe, pe] = results.total();
    [results.energy, gwp, adpe, pe, results.water]
}
