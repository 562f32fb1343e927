//! What staff representatives read: pilots before they start, those that run, effects on work.

use super::super::member::Inside;
use super::super::sheet::{Line, Section, Sheet};
use super::{allowed, measures, readable, without_small_groups};
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use axum::response::Response;
use chrono::NaiveDate;
use domain::people::Action;
use domain::{EffectOrigin, Function, OccupationFamily, Sense, UseCase};
use evaluate::effects::{Committee, Heard, Voice, committee};
use publish::charts::html::escape;
use publish::{RESPONDENTS_MIN, Scope, Wording, state};

/// Lines of a section: the page prints on one sheet.
const LINES: usize = 6;

/// The page.
pub(in super::super) async fn page(inside: Inside) -> Response {
    let page = render(&inside).await;
    inside.answer(page)
}

async fn render(inside: &Inside) -> Result<Rendered, PageError> {
    allowed(inside, Action::SeeStaffView)?;
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let on = visit.site.snapshot.built_on;
    let measures = measures(inside);
    let records = readable(inside).await?;
    let shown: Vec<_> = records
        .iter()
        .map(|record| without_small_groups(record, measures))
        .collect();
    let left_out = shown.iter().map(|(_, count)| count).sum();
    let scope = Scope::of(&visit.place.scope);
    let departments = visit.site.snapshot.departments_of(scope);
    let view = committee(shown.iter().map(|(record, _)| record), departments, on);
    let writer = Writer { inside, w: &w, on };
    let sheet = Sheet {
        page: "espace/personnel".to_owned(),
        title: w.get("staff-title"),
        lede: w.format("staff-lede", &[("date", w.date(on).into())]),
        actions: Vec::new(),
        sections: vec![
            writer.ahead(&view),
            writer.trials(&view),
            writer.effects(&view, left_out),
            writer.dissent(&view),
        ],
        is_one_page: true,
    };
    sheet.render(inside)
}

struct Writer<'a> {
    inside: &'a Inside,
    w: &'a Wording<'a>,
    on: NaiveDate,
}

impl Writer<'_> {
    fn section(&self, id: &'static str, lines: Vec<Line>) -> Section {
        let empty = format!("staff-{id}-none");
        Section::new("staff", id, self.w).with_lines(lines, LINES, &empty, self.w)
    }

    /// What has not begun: the moment to speak.
    fn ahead(&self, view: &Committee) -> Section {
        let all = view.coming.iter().chain(&view.wished);
        self.section("ahead", all.map(|heard| self.heard(heard)).collect())
    }

    /// Trials that run, those on which they were not heard in time first.
    fn trials(&self, view: &Committee) -> Section {
        let mut trials: Vec<_> = view.trials.iter().collect();
        trials.sort_by_key(|heard| matches!(heard.voice, Voice::InTime(_)));
        let lines = trials.into_iter().map(|heard| self.heard(heard));
        self.section("trials", lines.collect())
    }

    fn heard(&self, heard: &Heard) -> Line {
        let w = self.w;
        let starts = match (heard.starts_on, heard.days_left) {
            (Some(day), Some(days)) if days > 0 => {
                let days = usize::try_from(days).unwrap_or_default();
                let blanks = [("date", w.date(day).into()), ("days", days.into())];
                w.format("starts-in", &blanks)
            }
            (Some(day), _) => w.date(day),
            (None, _) => w.get("date-unknown"),
        };
        let state = state::word(heard.use_case, w);
        let voice = self.voice(&heard.voice);
        let is_missing = !matches!(heard.voice, Voice::InTime(_));
        Line {
            details: escape(&format!("{state} · {starts} · {voice}")),
            is_late: is_missing && heard.starts_on.is_some_and(|day| day <= self.on),
            ..Line::of_record(heard.use_case, self.inside, w)
        }
    }

    fn voice(&self, voice: &Voice) -> String {
        let w = self.w;
        let (key, opinion) = match voice {
            Voice::InTime(opinion) => ("heard-in-time", *opinion),
            Voice::Late(opinion) => ("heard-late", *opinion),
            Voice::Undated(opinion) => ("heard-undated", *opinion),
            Voice::Missing => return w.get("heard-missing"),
        };
        let date = opinion
            .given_on
            .map_or_else(|| w.get("date-unknown"), |day| w.date(day));
        let sense = w.label(Sense::VOCABULARY, opinion.sense.code());
        w.format(key, &[("sense", sense.into()), ("date", date.into())])
    }

    /// Effects by family of occupations, declared and measured apart, in numbers of readings.
    fn effects(&self, view: &Committee, left_out: usize) -> Section {
        let w = self.w;
        let lines = view.effects.iter().map(|family| {
            let name = match family.family {
                Some(known) => w.label(OccupationFamily::VOCABULARY, known.code()),
                None => w.get("not-told"),
            };
            let origin = w.label(EffectOrigin::VOCABULARY, family.origin.code());
            let counts = &family.effects;
            let blanks = [
                ("negative", counts.negative.into()),
                ("null", counts.null.into()),
                ("positive", counts.positive.into()),
                ("unknown", counts.unknown.into()),
            ];
            let counted = w.format("staff-effects-counted", &blanks);
            Line {
                text: escape(&name),
                details: escape(&format!("{origin} · {counted}")),
                ..Line::default()
            }
        });
        let lines: Vec<_> = lines.collect();
        let blanks = [
            ("least", f64::from(RESPONDENTS_MIN).into()),
            ("count", left_out.into()),
        ];
        let is_small = super::is_small(self.inside);
        let key = match is_small {
            true => "staff-no-measure",
            false => "small-groups",
        };
        let mut section = self.section("effects", lines);
        let note = w.format(key, &blanks);
        section.after = Some(match section.after {
            Some(after) => format!("{after} {note}"),
            None => note,
        });
        section
    }

    /// Opinions against, theirs first.
    fn dissent(&self, view: &Committee) -> Section {
        let w = self.w;
        let mut dissent: Vec<_> = view.dissent.iter().collect();
        dissent.sort_by_key(|(record, opinion)| {
            let is_theirs = opinion.function == Function::StaffRepresentatives;
            (!is_theirs, opinion.sense, reference(record))
        });
        let lines = dissent.into_iter().map(|(record, opinion)| {
            let sense = w.label(Sense::VOCABULARY, opinion.sense.code());
            let who = w.label(Function::VOCABULARY, opinion.function.code());
            let wording = opinion.public_wording.as_ref();
            let wording = wording.map_or_else(|| w.get("not-filled"), |text| w.text(text));
            Line {
                details: escape(&format!("{sense}, {who} – {wording}")),
                ..Line::of_record(record, self.inside, w)
            }
        });
        self.section("dissent", lines.collect())
    }
}

fn reference(record: &UseCase) -> String {
    record.reference.clone()
}
