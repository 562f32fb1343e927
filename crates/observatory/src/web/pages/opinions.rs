//! An opinion and a decision, as pages show them.

use super::parts::{filled, said};
use crate::web::site::Site;
use domain::{Decision, Function, Ground, Opinion, Outcome, PublicationLevel, Sense, UseCase};
use publish::charts::Sign;
use publish::charts::html::escape;
use publish::{Wording, state};

/// What one function thinks, in words.
pub(crate) struct OpinionCard {
    pub(crate) class: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) sense: String,
    pub(crate) wording: String,
    pub(crate) conditions: Vec<String>,
    pub(crate) function: String,
    pub(crate) date: Option<String>,
}

/// What was decided, in words.
pub(crate) struct DecisionView {
    pub(crate) class: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) outcome: String,
    /// What had been decided, when that no longer holds.
    pub(crate) was: Option<String>,
    pub(crate) by: String,
    pub(crate) reason: Option<String>,
    pub(crate) act: Option<String>,
    pub(crate) conditions: Vec<String>,
    pub(crate) stop_criterion: Option<String>,
    pub(crate) review: Option<(String, bool)>,
    pub(crate) voided: Option<String>,
}

/// An opinion as the public reads it.
pub(crate) fn opinion(opinion: &Opinion, w: &Wording) -> OpinionCard {
    let class = match opinion.sense {
        Sense::Favourable => "yes",
        Sense::FavourableWithReservations | Sense::Reserved => "if",
        Sense::Unfavourable => "no",
    };
    OpinionCard {
        class,
        sign: state::sense_sign(opinion.sense).id(),
        sense: w.label(Sense::VOCABULARY, opinion.sense.code()),
        wording: wording(opinion, w),
        conditions: opinion
            .conditions
            .iter()
            .map(|text| said(text, w))
            .collect(),
        function: w.label(Function::VOCABULARY, opinion.function.code()),
        date: opinion.given_on.map(|day| w.date(day)),
    }
}

/// What it says; that it is withheld, and on which ground, when the function published it in short.
fn wording(opinion: &Opinion, w: &Wording) -> String {
    let publication = opinion.publication.as_ref();
    let in_short = publication.filter(|_| opinion.level() != PublicationLevel::Public);
    let ground = in_short.map(|publication| publication.ground);
    match (&opinion.public_wording, ground) {
        (None, Some(ground)) => {
            let ground = ground.unwrap_or(Ground::Unverified);
            let ground = w.label(Ground::VOCABULARY, ground.code());
            let text = w.format("opinion-in-short", &[("ground", ground.into())]);
            format!("<span class=\"unknown\">{}</span>", escape(&text))
        }
        (text, _) => filled(text.as_ref(), w),
    }
}

/// The sign and the class of an outcome.
pub(crate) fn outcome_sign(outcome: Outcome) -> (&'static str, Sign) {
    match outcome {
        Outcome::Allowed => ("yes", Sign::Favourable),
        Outcome::Conditional => ("if", Sign::Reservations),
        Outcome::Pending => ("if", Sign::NoOpinion),
        Outcome::Forbidden => ("no", Sign::Unfavourable),
    }
}

/// The same of a decision: one that is void looks like none.
pub(crate) fn decision_sign(decision: &Decision) -> (&'static str, Sign) {
    match decision.voided {
        Some(_) => ("unknown", Sign::NoOpinion),
        None => outcome_sign(decision.outcome),
    }
}

/// The last decision on a record, and whether it still holds.
pub(crate) fn decision(site: &Site, u: &UseCase, decision: &Decision, w: &Wording) -> DecisionView {
    let (class, sign) = decision_sign(decision);
    let label = w.label(Outcome::VOCABULARY, decision.outcome.code());
    let outcome = match decision.decided_on {
        Some(day) => {
            let blanks = [("outcome", label.into()), ("date", w.date(day).into())];
            w.format("decision-dated", &blanks)
        }
        None => label,
    };
    let by = decision.decided_by.as_ref().map_or_else(
        || {
            w.get(if super::record::is_whole(u) {
                "decision-by-unknown"
            } else {
                "not-published"
            })
        },
        |function| w.format("decision-by", &[("function", w.text(function).into())]),
    );
    let lapsed = decision.voided.as_ref().map(|voided| {
        let blanks = [("date", w.date(voided.on).into())];
        w.format("decision-lapsed", &blanks)
    });
    let was = lapsed.is_some().then(|| {
        let blanks = [("outcome", outcome.as_str().into())];
        w.format("decision-was", &blanks)
    });
    let in_force = decision.review_on.filter(|_| decision.voided.is_none());
    let review = in_force.map(|day| {
        let is_late = day < site.snapshot.built_on && u.lifecycle.is_in_use();
        let days = site.snapshot.built_on.signed_duration_since(day).num_days();
        let blanks = [("date", w.date(day).into()), ("days", (days as f64).into())];
        let key = if is_late {
            "decision-review-late"
        } else {
            "decision-review"
        };
        (w.format(key, &blanks), is_late)
    });
    DecisionView {
        class,
        sign: sign.id(),
        outcome: lapsed.unwrap_or(outcome),
        was,
        by,
        reason: decision.reason.as_ref().map(|reason| said(reason, w)),
        act: decision.act.as_ref().map(|act| said(act, w)),
        conditions: decision
            .conditions
            .iter()
            .map(|text| said(text, w))
            .collect(),
        stop_criterion: decision.stop_criterion.as_ref().map(|text| said(text, w)),
        review,
        voided: decision.voided.as_ref().map(|voided| {
            let fields: Vec<_> = voided
                .changed
                .iter()
                .map(|field| Wording::within(&w.label("record_fields", field)))
                .collect();
            let blanks = [
                ("date", w.date(voided.on).into()),
                ("fields", w.list(&fields).into()),
            ];
            w.format("decision-voided", &blanks)
        }),
    }
}
