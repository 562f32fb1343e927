use super::{Residual, residual};
use domain::{Risk, UseCase};
use reference::risks::{RiskCatalogue, Zone};
use std::cmp::Reverse;

/// What remains of the risks of several uses.
#[derive(Debug, Clone, PartialEq)]
pub struct Register<'a> {
    /// Those that have a rating, the highest first.
    pub rated: Vec<Line<'a>>,
    /// Those that nobody judged, by use: they are told, not hidden at the bottom.
    pub unrated: Vec<Line<'a>>,
}

/// One risk of one use.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// The use.
    pub use_case: &'a UseCase,
    /// The place of the risk in its record.
    pub place: usize,
    /// The risk.
    pub risk: &'a Risk,
    /// What remains of it.
    pub residual: Residual<'a>,
    /// The zone it falls in, if it was rated.
    pub zone: Option<&'a Zone>,
}

/// The register of residual risks of some uses; the order in which the uses come does not
/// matter.
pub fn register<'a>(
    catalogue: &'a RiskCatalogue,
    uses: impl IntoIterator<Item = &'a UseCase>,
) -> Register<'a> {
    let mut lines: Vec<_> = uses
        .into_iter()
        .flat_map(|use_case| lines(catalogue, use_case))
        .collect();
    lines.sort_by(|left, right| left.rank().cmp(&right.rank()));
    let (rated, unrated) = lines
        .into_iter()
        .partition(|line| line.residual.retained().is_some());
    Register { rated, unrated }
}

fn lines<'a>(
    catalogue: &'a RiskCatalogue,
    use_case: &'a UseCase,
) -> impl Iterator<Item = Line<'a>> {
    let scales = catalogue.scales.as_ref();
    use_case.risks.iter().enumerate().map(move |(place, risk)| {
        let residual = residual(risk, catalogue);
        let zone = residual
            .retained()
            .and_then(|rating| scales.and_then(|scales| scales.zone(rating)));
        Line {
            use_case,
            place,
            risk,
            residual,
            zone,
        }
    })
}

impl Line<'_> {
    /// By score, then by severity, then by use and place.
    fn rank(&self) -> impl Ord + '_ {
        let rating = self.residual.retained();
        (
            Reverse(rating.map(|rating| (rating.score(), rating.severity()))),
            &self.use_case.authority,
            &self.use_case.reference,
            self.use_case.id,
            self.place,
        )
    }
}
