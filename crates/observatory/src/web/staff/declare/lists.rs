//! What can be picked, in the words of the reader.

use super::desk::Desk;
use crate::declaration::field::{LOST, List, OTHER_TOOL, SAVED};
use crate::web::pages::may_i::sheet_name;
use domain::{FrequencyLevel, Lifecycle, SignificantAnswer, WorkEffect};
use publish::Wording;
use reference::law::Sheet;

/// States that a person may declare: what was decided since is told by others.
const STATES: [Lifecycle; 4] = [
    Lifecycle::Deployed,
    Lifecycle::Pilot,
    Lifecycle::Planned,
    Lifecycle::Wished,
];

/// Something to pick.
pub(super) struct Offer {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) hint: String,
}

impl Offer {
    fn new(value: impl Into<String>, label: String) -> Self {
        Self {
            value: value.into(),
            label,
            hint: String::new(),
        }
    }
}

impl Desk<'_> {
    /// Everything a list holds.
    pub(super) fn offers(&self, list: List) -> Vec<Offer> {
        let w = self.w();
        let said = |value: &str| Offer::new(value, w.get(&format!("declare-{value}")));
        match list {
            List::Tasks => alphabetical(self.of_sheets(&self.sheets().tasks)),
            List::DataKinds => self.of_sheets(&self.sheets().data_kinds),
            List::Tools => self.tools(),
            List::Departments => self.departments(),
            List::Senses => [SAVED, LOST].into_iter().map(said).collect(),
            List::States => self.labels(Lifecycle::VOCABULARY, STATES.map(Lifecycle::code)),
            List::Answers => {
                let named =
                    |code: &str| Offer::new(code, w.label(SignificantAnswer::VOCABULARY, code));
                let codes = SignificantAnswer::ALL.iter().map(|answer| answer.code());
                codes.map(named).collect()
            }
            List::Frequencies => {
                let codes = FrequencyLevel::ALL.iter().map(|level| level.code());
                self.labels(FrequencyLevel::VOCABULARY, codes)
            }
            List::Effects => {
                let codes = WorkEffect::ALL.iter().map(|effect| effect.code());
                self.labels(WorkEffect::VOCABULARY, codes)
            }
        }
    }

    /// Whether a list holds a word.
    pub(super) fn is_offered(&self, list: List, value: &str) -> bool {
        self.offers(list).iter().any(|offer| offer.value == value)
    }

    /// What a picked word is called; the word itself when the list no longer holds it.
    pub(super) fn label(&self, list: List, value: &str) -> String {
        let offers = self.offers(list);
        let known = offers.into_iter().find(|offer| offer.value == value);
        known.map_or_else(|| value.to_owned(), |offer| offer.label)
    }

    fn labels<'c>(&self, vocabulary: &str, codes: impl IntoIterator<Item = &'c str>) -> Vec<Offer> {
        let w = self.w();
        let offer = |code: &str| Offer {
            value: code.to_owned(),
            label: w.label(vocabulary, code),
            hint: w.definition(vocabulary, code),
        };
        codes.into_iter().map(offer).collect()
    }

    fn of_sheets(&self, sheets: &[Sheet]) -> Vec<Offer> {
        let w = self.w();
        let offer = |sheet: &Sheet| Offer {
            value: sheet.id.clone(),
            label: sheet_name(self.site(), sheet, &w),
            hint: sheet.hint.as_ref().map_or_else(String::new, |h| w.text(h)),
        };
        sheets.iter().map(offer).collect()
    }

    /// The tools of the sheets, then those that have only a record, then another.
    fn tools(&self) -> Vec<Offer> {
        let w = self.w();
        let mut offers = self.of_sheets(&self.sheets().tools);
        for (key, tool) in &self.site().snapshot.tools {
            if !offers.iter().any(|offer| offer.value == *key) {
                offers.push(Offer::new(key.clone(), w.text(&tool.name)));
            }
        }
        let mut offers = alphabetical(offers);
        offers.push(Offer::new(OTHER_TOOL, w.get("declare-other-tool")));
        offers
    }

    fn departments(&self) -> Vec<Offer> {
        let w = self.w();
        let scope = &self.inside.visit.place.scope;
        let departments = self.site().snapshot.departments.values();
        let here = departments
            .filter(|department| department.authorities.contains(scope))
            .map(|department| Offer::new(department.key.clone(), w.text(&department.name)));
        alphabetical(here.collect())
    }
}

/// In the alphabetical order of what is read.
fn alphabetical(mut offers: Vec<Offer>) -> Vec<Offer> {
    offers.sort_by_key(|offer| Wording::order(&offer.label));
    offers
}
