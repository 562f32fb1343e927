use super::wording::{joined, label, labelled};
use super::{Known, Sentence, SentenceOrigin};
use crate::risks::{Residual, Standing, Suggestion, residual};
use domain::{AppliedMeasure, MeasureState, Rating, Risk, RiskBearer, Text};
use reference::risks::{CataloguedRisk, Level};
use reference::{Shown, StarterForm, StarterItem};

/// The risks of a record, and those that the catalogue suggests.
pub(super) struct Recorded<'a> {
    pub(super) form: &'a StarterForm,
    pub(super) known: Known<'a>,
    pub(super) suggestions: Vec<Suggestion<'a>>,
}

impl<'a> Recorded<'a> {
    /// What an item shows of the risks of the record.
    pub(super) fn sentences(&self, item: &StarterItem) -> Vec<Sentence<'a>> {
        match item.shows {
            Shown::Nothing => Vec::new(),
            Shown::Risks | Shown::RightsRisks => self
                .risks(item)
                .map(|(place, risk)| said(risk.description.clone(), place))
                .collect(),
            Shown::Measures => self
                .risks(item)
                .flat_map(|(place, risk)| self.measures(place, risk))
                .collect(),
            Shown::Severity | Shown::Likelihood => self
                .risks(item)
                .filter_map(|(place, risk)| self.judged(item.shows, place, risk))
                .collect(),
        }
    }

    /// The highest level retained among the risks an item is about.
    pub(super) fn level(&self, item: &StarterItem) -> Option<u8> {
        let level = |rating: Rating| match item.shows {
            Shown::Severity => Some(rating.severity()),
            Shown::Likelihood => Some(rating.likelihood()),
            _ => None,
        };
        let retained = self
            .risks(item)
            .filter_map(|(_, risk)| self.residual(risk).retained());
        retained.filter_map(level).max()
    }

    /// The risks that the catalogue suggests for an item and that the record does not hold.
    pub(super) fn suggested(&self, item: &StarterItem) -> Vec<Sentence<'a>> {
        if !matches!(item.shows, Shown::Risks | Shown::RightsRisks) {
            return Vec::new();
        }
        self.suggestions
            .iter()
            .filter(|suggestion| !suggestion.is_recorded)
            .filter(|suggestion| concerns(item, Some(suggestion.risk)))
            .map(|suggestion| {
                let is_unsure = suggestion.standing == Standing::MayApply;
                Sentence {
                    text: labelled(&suggestion.risk.title, &suggestion.risk.happens),
                    note: is_unsure.then(|| self.form.may_apply.clone()),
                    origin: SentenceOrigin::Suggestion(&suggestion.risk.id, suggestion.standing),
                }
            })
            .collect()
    }

    fn risks(&self, item: &StarterItem) -> impl Iterator<Item = (usize, &'a Risk)> {
        let catalogue = &self.known.reference.risks;
        let risks = self.known.use_case.risks.iter().enumerate();
        risks.filter(move |(_, risk)| {
            let known = risk.catalogue.as_deref().and_then(|id| catalogue.risk(id));
            concerns(item, known)
        })
    }

    fn residual(&self, risk: &'a Risk) -> Residual<'a> {
        residual(risk, &self.known.reference.risks)
    }

    /// The measures taken or planned, then what the record says of them in words.
    fn measures(&self, place: usize, risk: &'a Risk) -> Vec<Sentence<'a>> {
        let kept =
            |(_, applied): &(usize, &AppliedMeasure)| applied.state != MeasureState::SetAside;
        let applied = risk.measures.iter().enumerate().filter(kept);
        let in_words = risk.measure.clone().map(|text| Sentence {
            text,
            note: None,
            origin: SentenceOrigin::Measure(place, None),
        });
        applied
            .map(|(at, applied)| self.measure(place, at, applied))
            .chain(in_words)
            .collect()
    }

    fn measure(&self, place: usize, at: usize, applied: &AppliedMeasure) -> Sentence<'a> {
        let reference = self.known.reference;
        let title = reference.risks.measure(&applied.measure).map_or_else(
            || Text::pair(&*applied.measure, &*applied.measure),
            |measure| measure.title.clone(),
        );
        let state = label(reference, MeasureState::VOCABULARY, applied.state.code());
        let evidence = applied.evidence.clone().unwrap_or_default();
        Sentence {
            text: title,
            note: Some(joined(&[state, evidence], ". ")),
            origin: SentenceOrigin::Measure(place, Some(at)),
        }
    }

    /// A risk with the word of the level retained.
    fn judged(&self, shows: Shown, place: usize, risk: &'a Risk) -> Option<Sentence<'a>> {
        let retained = self.residual(risk).retained()?;
        let scales = self.known.reference.risks.scales.as_ref()?;
        let (levels, level): (&[Level], u8) = match shows {
            Shown::Severity => (&scales.severity, retained.severity()),
            _ => (&scales.likelihood, retained.likelihood()),
        };
        let word = levels.iter().find(|known| known.level == level)?;
        let catalogue = &self.known.reference.risks;
        let known = risk.catalogue.as_deref().and_then(|id| catalogue.risk(id));
        let title = known.map_or(&risk.description, |known| &known.title);
        Some(said(labelled(title, &word.title), place))
    }
}

/// Whether an item is about a risk. A risk that is not of the catalogue says nothing of the
/// events or of the people: it is shown wherever all risks, or the rights of people, are asked.
fn concerns(item: &StarterItem, risk: Option<&CataloguedRisk>) -> bool {
    let is_about_event = match (item.feared_event, risk) {
        (None, _) => true,
        (Some(event), Some(risk)) => risk.feared_events.contains(&event),
        (Some(_), None) => false,
    };
    let is_about_people = item.shows != Shown::RightsRisks
        || risk.is_none_or(|risk| risk.borne_by.iter().any(|bearer| is_a_person(*bearer)));
    is_about_event && is_about_people
}

fn is_a_person(bearer: RiskBearer) -> bool {
    matches!(
        bearer,
        RiskBearer::ServiceUsers | RiskBearer::Staff | RiskBearer::ThirdParties
    )
}

fn said<'a>(text: Text, place: usize) -> Sentence<'a> {
    Sentence {
        text,
        note: None,
        origin: SentenceOrigin::Risk(place),
    }
}
