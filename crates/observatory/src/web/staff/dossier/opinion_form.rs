//! Opinions as those who work here read them, and what the form to give one offers.

use crate::web::pages::opinions::{OpinionCard, opinion};
use crate::web::pages::parts::said;
use domain::{Ground, Opinion, PublicationLevel, Sense};
use publish::Wording;

/// An opinion with its internal note.
pub(super) struct InternalCard {
    pub(super) card: OpinionCard,
    pub(super) note: String,
    /// That it leaves the authority in short or not at all.
    pub(super) withheld: Option<String>,
}

/// The card of an opinion.
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

/// How far an opinion may go: code, name, hint.
pub(super) fn levels(w: &Wording) -> Vec<(&'static str, String, String)> {
    let levels = PublicationLevel::ALL.iter();
    levels
        .map(|level| {
            let code = level.code();
            let hint = w.get(&format!("opinion-hint-{code}"));
            (code, w.label(PublicationLevel::VOCABULARY, code), hint)
        })
        .collect()
}

/// Why something may be withheld.
pub(super) fn grounds(w: &Wording) -> Vec<(&'static str, String)> {
    let grounds = Ground::ALL.iter();
    grounds
        .map(|ground| (ground.code(), w.label(Ground::VOCABULARY, ground.code())))
        .collect()
}

/// The senses of an opinion, the favourable one first: code, name, hint.
pub(super) fn senses(w: &Wording) -> Vec<(&'static str, String, String)> {
    let favourable_first = Sense::ALL.iter().rev();
    favourable_first
        .map(|sense| {
            let hint = w.get(&format!("sense-hint-{}", sense.code().replace('_', "-")));
            (sense.code(), w.label(Sense::VOCABULARY, sense.code()), hint)
        })
        .collect()
}
