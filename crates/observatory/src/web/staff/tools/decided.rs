use crate::web::pages::opinions::outcome_sign;
use crate::web::pages::parts::said;
use domain::Decision;
use publish::Wording;

/// A decision on a tool, in words.
pub(super) struct DecisionView {
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) outcome: String,
    pub(super) by: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) act: Option<String>,
    pub(super) conditions: Vec<String>,
    pub(super) stop_criterion: Option<String>,
    pub(super) review: Option<String>,
    pub(super) voided: Option<String>,
}

/// The last decision, and whether it still holds.
pub(super) fn decision(decision: &Decision, w: &Wording) -> DecisionView {
    let (class, sign) = outcome_sign(decision.outcome);
    let label = w.get(&format!("tool-outcome-{}", decision.outcome.code()));
    let outcome = decision.decided_on.map_or_else(
        || label.clone(),
        |day| {
            let blanks = [
                ("outcome", label.clone().into()),
                ("date", w.date(day).into()),
            ];
            w.format("decision-dated", &blanks)
        },
    );
    let by = decision.decided_by.as_ref();
    let review = decision.review_on.filter(|_| decision.voided.is_none());
    let voided = decision.voided.as_ref().map(|voided| {
        let blanks = [
            ("date", w.date(voided.on).into()),
            (
                "fields",
                w.list(&changed_in_words(&voided.changed, w)).into(),
            ),
        ];
        w.format("tool-decision-voided", &blanks)
    });
    DecisionView {
        class,
        sign: sign.id(),
        outcome,
        by: by.map(|who| w.format("decision-by", &[("function", w.text(who).into())])),
        reason: decision.reason.as_ref().map(|reason| said(reason, w)),
        act: decision.act.as_ref().map(|act| said(act, w)),
        conditions: decision.conditions.iter().map(|c| said(c, w)).collect(),
        stop_criterion: decision.stop_criterion.as_ref().map(|text| said(text, w)),
        review: review.map(|day| w.format("decision-review", &[("date", w.date(day).into())])),
        voided,
    }
}

/// What has changed of a tool, in words; several fields of the sheet may say the same thing.
pub(super) fn changed_in_words(fields: &[String], w: &Wording) -> Vec<String> {
    let mut names = Vec::new();
    for field in fields {
        let name = w.get(&format!("tool-field-{}", field.replace('_', "-")));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
