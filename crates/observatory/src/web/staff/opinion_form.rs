//! The opinion of a function, asked for in the same form, read by the same rules and shown on the
//! same card on a record and on a tool.

use super::form::{Faults, Form};
use super::written::{lines, text};
use crate::web::pages::opinions::{OpinionCard, opinion};
use crate::web::pages::parts::said;
use chrono::NaiveDate;
use domain::{Function, Ground, Opinion, Publication, PublicationLevel, Sense};
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
    /// That the person gave one already, and when: the form changes it.
    pub(super) given: Option<String>,
    /// How far it may go: code, name, hint. Empty when it goes as far as what it bears on.
    pub(super) levels: Vec<(&'static str, String, String)>,
    /// Why something of it may be withheld.
    pub(super) grounds: Vec<(&'static str, String)>,
}

/// Who gives an opinion, when, and on what.
pub(super) struct Speaker {
    /// The functions they speak for.
    pub(super) functions: Vec<Function>,
    /// The day.
    pub(super) today: NaiveDate,
    /// The version as it stands.
    pub(super) version: u32,
    /// Whether the function chooses how much of its opinion is published.
    pub(super) chooses_level: bool,
}

/// An opinion with its internal note.
pub(super) struct InternalCard {
    pub(super) card: OpinionCard,
    pub(super) note: String,
    /// That it leaves the authority in short or not at all.
    pub(super) withheld: Option<String>,
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
            given: None,
            levels: Vec::new(),
            grounds: Vec::new(),
        }
    }

    /// The same form, for somebody who gave an opinion already: it changes it.
    pub(super) fn after(self, given: Option<&Opinion>, w: &Wording) -> Self {
        let told = |opinion: &Opinion| match opinion.given_on {
            Some(day) => w.format("opinion-given-on", &[("date", w.date(day).into())]),
            None => w.get("opinion-given"),
        };
        Self {
            given: given.map(told),
            ..self
        }
    }

    /// The same form, where the function also chooses how much of its opinion is published.
    pub(super) fn with_levels(self, w: &Wording) -> Self {
        Self {
            levels: levels(w),
            grounds: grounds(w),
            ..self
        }
    }
}

/// How far an opinion may go: code, name, hint.
fn levels(w: &Wording) -> Vec<(&'static str, String, String)> {
    let levels = PublicationLevel::ALL.iter();
    levels
        .map(|level| {
            let code = level.code();
            let hint = w.get(&format!("opinion-hint-{code}"));
            (code, level_name(*level, w), hint)
        })
        .collect()
}

/// How far an opinion goes; the labels of the vocabulary speak of a record.
pub(super) fn level_name(level: PublicationLevel, w: &Wording) -> String {
    w.get(&format!("opinion-goes-{}", level.code()))
}

/// Why something may be withheld.
fn grounds(w: &Wording) -> Vec<(&'static str, String)> {
    let grounds = Ground::ALL.iter();
    grounds
        .map(|ground| (ground.code(), w.label(Ground::VOCABULARY, ground.code())))
        .collect()
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
        let publication = self.publication(form, faults, w);
        let opinion = Opinion {
            function: function?,
            sense: sense?,
            public_wording: text(wording, w),
            internal_note: text(form.one("note"), w),
            conditions,
            given_on: Some(self.today),
            on_version: Some(self.version),
            publication,
        };
        faults.is_empty().then_some(opinion)
    }

    /// How much of an opinion leaves the authority; everything that may when nothing was chosen.
    fn publication(&self, form: &Form, faults: &mut Faults, w: &Wording) -> Option<Publication> {
        let level = PublicationLevel::from_code(form.one("niveau_avis"))?;
        let ground = Ground::from_code(form.one("motif_avis"));
        let withholds = self.chooses_level && level != PublicationLevel::Public;
        if withholds && ground.is_none() {
            faults.add("motif_avis", w.get("publication-no-ground"));
        }
        withholds.then_some(Publication {
            level,
            ground,
            note: None,
        })
    }
}

/// The opinion already given by somebody who speaks for one function alone.
pub(super) fn only_one<'a>(functions: &[Function], opinions: &'a [Opinion]) -> Option<&'a Opinion> {
    let [function] = functions else {
        return None;
    };
    opinions
        .iter()
        .find(|opinion| opinion.function == *function)
}

/// Fills a blank form with an opinion as it was given.
pub(super) fn fill(form: &mut Form, given: &Opinion, w: &Wording) {
    let words = |text: &domain::Text| text.plain(w.language).to_owned();
    let conditions: Vec<_> = given.conditions.iter().map(words).collect();
    let publication = given.publication.as_ref();
    let ground = publication.and_then(|publication| publication.ground);
    form.set("sens", given.sense.code());
    form.set(
        "motif",
        given
            .public_wording
            .as_ref()
            .map_or_else(String::new, words),
    );
    form.set("conditions", conditions.join("\n"));
    form.set(
        "note",
        given.internal_note.as_ref().map_or_else(String::new, words),
    );
    form.set("niveau_avis", given.level().code());
    form.set("motif_avis", ground.map_or("", Ground::code));
}

/// The card of an opinion, with its working note, for those who may read it.
pub(super) fn card(given: &Opinion, w: &Wording) -> InternalCard {
    let note = given.internal_note.as_ref();
    let level = given.level();
    let withheld = (level != PublicationLevel::Public).then(|| {
        let ground = given.publication.as_ref().and_then(|chosen| chosen.ground);
        let ground = ground.unwrap_or(Ground::Unverified);
        let blanks = [("ground", w.label(Ground::VOCABULARY, ground.code()).into())];
        w.format(&format!("opinion-level-{}", level.code()), &blanks)
    });
    InternalCard {
        card: opinion(given, w),
        note: note.map_or_else(String::new, |note| said(note, w)),
        withheld,
    }
}
