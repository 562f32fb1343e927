use super::super::law::Say;
use super::around::{self, Line};
use super::asked::Asked;
use super::{Frame, sheet_name, sign_of};
use crate::pipeline::law::Answered;
use crate::web::address::Place;
use crate::web::site::Site;
use domain::law::{Signatory, VerdictForm, VerdictKind};
use frame::{Ground, Reason, Step, Verdict};
use publish::Wording;
use publish::charts::Sign;
use reference::Certainty;
use reference::law::{Law, LocalChoice};

/// Reasons shown open; the others are folded.
const REASONS: usize = 3;

/// An answer, in words.
pub(in crate::web) struct AnswerView {
    pub(in crate::web) class: &'static str,
    pub(in crate::web) sign: Sign,
    pub(in crate::web) heading: String,
    pub(in crate::web) todo: Vec<String>,
    pub(in crate::web) reasons: Vec<ReasonView>,
    pub(in crate::web) more: Vec<ReasonView>,
    pub(in crate::web) questions: Vec<(String, String)>,
    pub(in crate::web) around: Vec<Line>,
    pub(in crate::web) without_ai: Option<String>,
    pub(in crate::web) reminders: Vec<String>,
    pub(in crate::web) organisation: Vec<String>,
    pub(in crate::web) coming: Vec<String>,
    pub(in crate::web) signed: Vec<String>,
    pub(in crate::web) on_file: Vec<String>,
    pub(in crate::web) address: String,
    pub(in crate::web) declare: String,
}

/// Why, and on what it rests.
pub(in crate::web) struct ReasonView {
    pub(in crate::web) text: String,
    pub(in crate::web) rests_on: String,
    pub(in crate::web) url: Option<String>,
}

impl AnswerView {
    /// The signs that the answer draws.
    pub(in crate::web) fn signs(&self) -> impl Iterator<Item = Sign> {
        std::iter::once(self.sign).chain(self.around.iter().map(|line| line.sign))
    }

    pub(in crate::web) fn new(
        site: &Site,
        place: &Place,
        frame: &Frame<'_>,
        asked: &Asked,
        answered: &Answered<'_>,
        w: &Wording,
    ) -> Self {
        let verdict = &answered.verdict;
        let (sign, class) = sign_of(verdict.kind);
        // What keeps one from starting comes before what must hold while using.
        let of = |step: Step| verdict.todo().filter(move |reason| reason.step == step);
        let conditions = of(Step::If).count();
        let todo: Vec<String> = of(Step::NotYet)
            .chain(of(Step::If))
            .map(|reason| w.text(reason.text))
            .collect();
        let mut reasons: Vec<ReasonView> = verdict
            .reasons
            .iter()
            .map(|reason| reason_view(site, place, reason, w))
            .collect();
        let more = reasons.split_off(reasons.len().min(REASONS));
        let texts = |reasons: &[Reason<'_>]| -> Vec<String> {
            reasons.iter().map(|reason| w.text(reason.text)).collect()
        };
        let task = asked.task.as_ref();
        let task = frame
            .sheets
            .tasks
            .iter()
            .find(|sheet| Some(&sheet.id) == task);
        Self {
            class,
            sign,
            heading: heading(verdict, conditions, w),
            todo,
            reasons,
            more,
            questions: questions(frame.law, verdict, w),
            around: around::lines(site, place, frame, asked, (verdict.kind, verdict.form), w),
            without_ai: task
                .and_then(|task| task.without_ai.as_ref())
                .map(|text| w.text(text)),
            reminders: match verdict.kind {
                VerdictKind::Allowed | VerdictKind::Conditional => texts(&verdict.reminders),
                VerdictKind::Unknown | VerdictKind::Forbidden => Vec::new(),
            },
            organisation: texts(&verdict.organisation),
            coming: verdict
                .announcements
                .iter()
                .map(|announced| {
                    let blanks = [
                        ("title", w.text(&announced.rule.title).into()),
                        ("date", w.date(announced.coming.from).into()),
                    ];
                    w.format("may-i-coming", &blanks)
                })
                .collect(),
            signed: signed(site, frame, asked, w),
            on_file: Say::new(site, *w).on_file(&answered.gathered),
            address: asked.address(place, "puis-je"),
            declare: asked.address(place, "declarer"),
        }
    }
}

/// A verdict in one sentence.
pub(crate) fn verdict_heading(verdict: &Verdict<'_>, w: &Wording) -> String {
    let conditions = verdict.todo().filter(|reason| reason.step == Step::If);
    heading(verdict, conditions.count(), w)
}

/// One sentence of twelve words at most.
fn heading(verdict: &Verdict<'_>, conditions: usize, w: &Wording) -> String {
    let key = match (verdict.kind, verdict.form) {
        (VerdictKind::Allowed, _) => "may-i-allowed",
        (VerdictKind::Conditional, Some(VerdictForm::NotYet)) => "may-i-not-yet",
        (VerdictKind::Conditional, Some(VerdictForm::AskFirst)) => "may-i-ask-first",
        (VerdictKind::Conditional, _) => "may-i-if",
        (VerdictKind::Unknown, _) => "may-i-unknown",
        (VerdictKind::Forbidden, _) => "may-i-forbidden",
    };
    w.format(key, &[("count", conditions.into())])
}

/// Each question in plain words, with who can answer it.
fn questions(law: &Law, verdict: &Verdict<'_>, w: &Wording) -> Vec<(String, String)> {
    verdict
        .ask
        .iter()
        .map(|question| {
            let who = w.label(Signatory::VOCABULARY, question.answered_by.code());
            (w.text(&law.fact(question.fact).question), who)
        })
        .collect()
}

fn reason_view(site: &Site, place: &Place, reason: &Reason<'_>, w: &Wording) -> ReasonView {
    let text = match reason.coming {
        Some(day) => {
            let blanks = [
                ("text", w.text(reason.text).into()),
                ("date", w.date(day).into()),
            ];
            w.format("may-i-closed-already", &blanks)
        }
        None => w.text(reason.text),
    };
    match reason.ground {
        Ground::Law(rule) => {
            let mut rests_on = w.text(&rule.citation);
            if rule.certainty() != Certainty::Verified {
                let code = Certainty::ALL
                    .iter()
                    .find(|(_, known)| *known == rule.certainty())
                    .map_or("", |(code, _)| code);
                rests_on.push_str(&format!(" ({})", w.get(&format!("certainty-{code}"))));
            }
            if reason.is_debated {
                rests_on.push_str(&format!(" {}", w.get("may-i-debated")));
            }
            ReasonView {
                text,
                rests_on,
                url: Some(place.page(&format!("droit/{}", rule.id))),
            }
        }
        Ground::Local => ReasonView {
            text,
            rests_on: local_act(site, place, &reason.id, w),
            url: None,
        },
    }
}

/// The act behind a local reason, or that the default charter says so.
fn local_act(site: &Site, place: &Place, id: &str, w: &Wording) -> String {
    let reference = &site.library.reference;
    let parameter = id.strip_prefix("local/").unwrap_or(id);
    let slug = site
        .snapshot
        .authority(&place.scope)
        .map(|a| a.slug.as_str());
    let on = site.snapshot.built_on;
    let choices = LocalChoice::in_force(&reference.policy, slug, on);
    let choice = choices.into_iter().find(|(known, _)| *known == parameter);
    let Some((_, choice)) = choice else {
        return w.get("may-i-sheet-limit");
    };
    match &choice.act {
        Some(act) => {
            let blanks = [
                ("title", w.text(&act.title).into()),
                ("body", w.text(&act.body).into()),
                ("date", w.date(act.on).into()),
            ];
            w.format("may-i-act", &blanks)
        }
        None => w.get("may-i-default-charter"),
    }
}

/// When each sheet picked was signed, or that nobody signed it.
fn signed(site: &Site, frame: &Frame<'_>, asked: &Asked, w: &Wording) -> Vec<String> {
    let sheets = frame.sheets;
    let task = sheets
        .tasks
        .iter()
        .filter(|sheet| Some(&sheet.id) == asked.task.as_ref());
    let tool = sheets
        .tools
        .iter()
        .filter(|sheet| Some(&sheet.id) == asked.tool.as_ref());
    let kinds = sheets
        .data_kinds
        .iter()
        .filter(|sheet| asked.kinds.contains(&sheet.id));
    task.chain(tool)
        .chain(kinds)
        .map(|sheet| {
            let name = sheet_name(site, sheet, w);
            let last = sheet.reviewed.iter().map(|block| block.on).max();
            match last {
                Some(day) => {
                    let blanks = [("sheet", name.into()), ("date", w.date(day).into())];
                    w.format("may-i-signed", &blanks)
                }
                None => w.format("may-i-unsigned", &[("sheet", name.into())]),
            }
        })
        .collect()
}
