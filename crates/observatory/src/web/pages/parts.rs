//! Pieces that several pages share.

use crate::web::address::Place;
use domain::{ImpactAssessment, Text, UseCase};
use publish::charts::html::escape;
use publish::{Wording, state};

/// A text as HTML, marked with its language when it is not the page's.
pub(crate) fn said(text: &Text, w: &Wording) -> String {
    match text.best(w.language) {
        None => String::new(),
        Some((tag, text)) if tag == w.language.tag() => escape(&w.typeset(text)),
        Some((tag, text)) => format!("<span lang=\"{}\">{}</span>", escape(tag), escape(text)),
    }
}

/// The text, or the hatch and the words that say it was not filled in.
pub(crate) fn filled(text: Option<&Text>, w: &Wording) -> String {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => said(text, w),
        None => unfilled(w),
    }
}

/// The same for a record that may be published as a summary: what is withheld is not called
/// unfilled.
pub(crate) fn shown(text: Option<&Text>, use_case: &UseCase, w: &Wording) -> String {
    let is_withheld = use_case.publication.level != domain::PublicationLevel::Public;
    match text {
        None if is_withheld => format!(
            "<span class=\"unknown\">{}</span>",
            escape(&w.get("not-published"))
        ),
        text => filled(text, w),
    }
}

/// « Champ non rempli ».
pub(crate) fn unfilled(w: &Wording) -> String {
    format!(
        "<span class=\"unknown\">{}</span>",
        escape(&w.get("not-filled"))
    )
}

/// Only an address of the web becomes a link.
pub(crate) fn is_web(url: &str) -> bool {
    let is_of = |scheme: &str| {
        let found = url.get(..scheme.len());
        let rest = url.len() > scheme.len();
        rest && found.is_some_and(|found| found.eq_ignore_ascii_case(scheme))
    };
    let is_plain = !url.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>'));
    is_plain && (is_of("https://") || is_of("http://"))
}

/// The day of an assessment, or that nobody told it.
pub(crate) fn assessment_day(made: &ImpactAssessment, w: &Wording) -> String {
    match made.done_on {
        Some(day) => w.format("assessment-done-on", &[("date", w.date(day).into())]),
        None => w.get("assessment-not-done"),
    }
}

/// One line of a list of records.
pub(crate) struct Line {
    /// Where it leads.
    pub(crate) url: String,
    /// Its name, as HTML.
    pub(crate) name: String,
    /// Its summary, as HTML.
    pub(crate) summary: String,
    /// Identifier of its sign.
    pub(crate) sign: &'static str,
    /// The word of its state.
    pub(crate) state: String,
    /// What else is said in small letters.
    pub(crate) details: Vec<String>,
    /// Language of the record, when it is not the page's.
    pub(crate) language: Option<String>,
}

/// The line of an own record.
pub(crate) fn own_line(
    use_case: &UseCase,
    site: &crate::web::Site,
    place: &Place,
    w: &Wording,
) -> Line {
    let snapshot = &site.snapshot;
    let department = use_case
        .department
        .as_ref()
        .and_then(|key| snapshot.departments.get(key));
    let tool = use_case
        .tool
        .as_ref()
        .and_then(|key| snapshot.tools.get(key));
    let mut details = vec![use_case.reference.clone()];
    details.extend(department.map(|department| w.text(&department.name)));
    details.extend(tool.map(|tool| w.text(&tool.name)));
    details.extend(review(use_case, snapshot.built_on, w));
    Line {
        url: place.record(&use_case.reference),
        name: said(&use_case.name, w),
        summary: use_case
            .summary
            .as_ref()
            .map_or_else(String::new, |text| said(text, w)),
        sign: state::sign(use_case).id(),
        state: state::word(use_case, w),
        details,
        language: None,
    }
}

/// « à revoir le … » or « revoyure dépassée depuis le … ».
pub(crate) fn review(use_case: &UseCase, today: chrono::NaiveDate, w: &Wording) -> Option<String> {
    let decision = use_case.decision.as_ref()?;
    if let Some(voided) = &decision.voided {
        let blanks = [("date", w.date(voided.on).into())];
        return Some(w.format("decision-lapsed", &blanks));
    }
    let day = decision.review_on?;
    let key = if day < today && use_case.lifecycle.is_in_use() {
        "review-overdue"
    } else {
        "review-due"
    };
    Some(w.format(key, &[("date", w.date(day).into())]))
}

/// The line of a record of another register.
pub(crate) fn peer_line(
    peer: &domain::PeerRecord,
    site: &crate::web::Site,
    place: &Place,
    w: &Wording,
) -> Line {
    use domain::CommonField;
    let publisher = site.snapshot.publishers.get(&peer.publisher);
    let publisher = publisher.map_or_else(|| peer.publisher.clone(), |p| w.text(&p.name));
    let (sign, state) = match peer.lifecycle {
        Some(state) => (
            publish::state::lifecycle_sign(state).id(),
            w.label(domain::Lifecycle::VOCABULARY, state.code()),
        ),
        None => (
            publish::charts::Sign::NoOpinion.id(),
            w.get("state-unknown"),
        ),
    };
    let text = peer
        .field(CommonField::Summary)
        .or_else(|| peer.field(CommonField::Purpose))
        .unwrap_or_default();
    let mut details = vec![w.format("declared-by", &[("publisher", publisher.into())])];
    details.extend(peer.field(CommonField::Organisation).map(str::to_owned));
    Line {
        url: place.peer(peer.id),
        name: escape(&peer.name),
        summary: escape(&shortened(text, 240)),
        sign,
        state,
        details,
        language: (peer.language != w.language.tag()).then(|| peer.language.clone()),
    }
}

/// The beginning of a text, cut at a word.
pub(crate) fn shortened(text: &str, characters: usize) -> String {
    let mut folded = String::new();
    for word in text.split_whitespace() {
        if folded.chars().count() + word.chars().count() + 1 > characters {
            folded.push('…');
            return folded;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}
