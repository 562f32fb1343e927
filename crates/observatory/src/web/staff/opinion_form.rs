//! The opinion of a function, asked for in the same form and read by the same rules on a record and
//! on a tool.

use super::form::{Faults, Form};
use super::written::{lines, text};
use crate::web::pages::opinions::{OpinionCard, opinion};
use crate::web::pages::parts::said;
use chrono::NaiveDate;
use domain::{Function, Opinion, Sense};
use publish::Wording;

/// Longest public wording, in characters: it is read on one card.
const WORDING_MAX: usize = 280;

/// What the form shows.
pub(super) struct OpinionForm {
    /// Where it is sent.
    pub(super) action: String,
    /// What every form of the session sends back.
    pub(super) token: String,
    /// The version it is given on.
    pub(super) version: u32,
    /// The functions that the person speaks for; empty when they may give no opinion.
    pub(super) speaks_for: Vec<(&'static str, String)>,
    /// What an opinion may say, the favourable first.
    pub(super) senses: Vec<(&'static str, String, String)>,
}

/// Who gives an opinion, when, and on what.
pub(super) struct Speaker {
    /// The functions they speak for.
    pub(super) functions: Vec<Function>,
    /// The day.
    pub(super) today: NaiveDate,
    /// The version as it stands.
    pub(super) version: u32,
}

impl OpinionForm {
    /// The form for somebody who speaks for some functions.
    pub(super) fn new(
        action: String,
        token: &str,
        version: u32,
        functions: &[Function],
        w: &Wording,
    ) -> Self {
        let named = |function: &Function| {
            let code = function.code();
            (code, w.label(Function::VOCABULARY, code))
        };
        Self {
            action,
            token: token.to_owned(),
            version,
            speaks_for: functions.iter().map(named).collect(),
            senses: senses(w),
        }
    }
}

fn senses(w: &Wording) -> Vec<(&'static str, String, String)> {
    let favourable_first = Sense::ALL.iter().rev();
    favourable_first
        .map(|sense| {
            let hint = w.get(&format!("sense-hint-{}", sense.code().replace('_', "-")));
            (sense.code(), w.label(Sense::VOCABULARY, sense.code()), hint)
        })
        .collect()
}

impl Speaker {
    /// The opinion that a form says, or its faults.
    pub(super) fn read(&self, form: &Form, faults: &mut Faults, w: &Wording) -> Option<Opinion> {
        let function = Function::from_code(form.one("fonction"));
        let function = function.filter(|function| self.functions.contains(function));
        if function.is_none() {
            faults.add("fonction", w.get("opinion-no-function"));
        }
        let sense = Sense::from_code(form.one("sens"));
        if sense.is_none() {
            faults.add("sens", w.get("opinion-no-sense"));
        }
        let wording = form.one("motif").trim();
        let length = wording.chars().count();
        if length > WORDING_MAX {
            let blanks = [("count", length.into()), ("most", WORDING_MAX.into())];
            faults.add("motif", w.format("opinion-long", &blanks));
        }
        let needs_reason = sense.is_some_and(|sense| sense != Sense::Favourable);
        if needs_reason && wording.is_empty() {
            faults.add("motif", w.get("opinion-no-reason"));
        }
        let conditions = lines(form.one("conditions"), w);
        if sense == Some(Sense::FavourableWithReservations) && conditions.is_empty() {
            faults.add("conditions", w.get("opinion-no-condition"));
        }
        if form.one("version") != self.version.to_string() {
            faults.add("contenu", w.get("dossier-outdated"));
        }
        let opinion = Opinion {
            function: function?,
            sense: sense?,
            public_wording: text(wording, w),
            internal_note: text(form.one("note"), w),
            conditions,
            given_on: Some(self.today),
            on_version: Some(self.version),
        };
        faults.is_empty().then_some(opinion)
    }
}

/// An opinion with its working note, for those who may read it.
pub(super) fn card(given: &Opinion, w: &Wording) -> (OpinionCard, String) {
    let note = given.internal_note.as_ref();
    (
        opinion(given, w),
        note.map_or_else(String::new, |note| said(note, w)),
    )
}
