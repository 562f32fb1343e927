use super::said;
use crate::web::site::Site;
use chrono::NaiveDate;
use domain::RiskFamily;
use domain::law::{FactId, Facts};
use evaluate::risks::{Standing, Suggestion, suggest};
use publish::Wording;

/// Risks told one by one; the others are counted.
const SHOWN: usize = 8;

/// Measures named beside a risk; the others are counted.
const MEASURES: usize = 3;

/// The risks of the catalogue that what is known suggests. Nobody has judged them, and they are in
/// no record.
pub(super) struct Suggested {
    pub(super) risks: Vec<RiskLine>,
    pub(super) rest: String,
}

pub(super) struct RiskLine {
    pub(super) title: String,
    pub(super) family: String,
    pub(super) because: String,
    pub(super) measures: String,
}

impl Suggested {
    pub(super) fn by(site: &Site, facts: &Facts, on: NaiveDate, w: &Wording) -> Self {
        let reference = &site.library.reference;
        let all = suggest(&reference.risks, &reference.law, facts, on, &[]);
        let (apply, may): (Vec<_>, Vec<_>) = all
            .into_iter()
            .partition(|suggestion| suggestion.standing == Standing::Applies);
        let blanks = [
            ("more", apply.len().saturating_sub(SHOWN).into()),
            ("may", may.len().into()),
        ];
        Self {
            risks: apply
                .iter()
                .take(SHOWN)
                .map(|suggestion| line(site, suggestion, facts, w))
                .collect(),
            rest: w.format("questions-risks-rest", &blanks),
        }
    }
}

fn line(site: &Site, suggestion: &Suggestion<'_>, facts: &Facts, w: &Wording) -> RiskLine {
    let because = suggestion.because.iter();
    let because: Vec<_> = because
        .filter_map(|fact| known(site, *fact, facts, w))
        .collect();
    let risk = suggestion.risk;
    RiskLine {
        title: w.text(&risk.title),
        family: w.label(RiskFamily::VOCABULARY, risk.family.code()),
        because: w.format(
            "questions-risk-because",
            &[("facts", w.phrases(&because).into())],
        ),
        measures: measures(site, &risk.id, w),
    }
}

/// A fact and what is known of it, in words.
fn known(site: &Site, id: FactId, facts: &Facts, w: &Wording) -> Option<String> {
    let fact = site.library.reference.law.fact(id);
    let blanks = [
        ("fact", w.text(&fact.label).into()),
        ("answer", said(fact, facts.get(id)?, w).into()),
    ];
    Some(w.format("questions-risk-fact", &blanks))
}

fn measures(site: &Site, risk: &str, w: &Wording) -> String {
    let measures = site.library.reference.risks.measures_for(risk);
    let titles: Vec<_> = measures.map(|measure| w.text(&measure.title)).collect();
    let shown = titles.len().min(MEASURES);
    let blanks = [
        ("measures", w.phrases(&titles[..shown]).into()),
        ("more", (titles.len() - shown).into()),
    ];
    w.format("questions-risk-measures", &blanks)
}
