use super::super::parts::said;
use super::super::record::{find, withheld_sentence};
use super::say::Say;
use super::standing::start;
use super::{certainty, is_to_confirm, nature};
use crate::pipeline::law::{AssessedRecord, assess_record};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use chrono::NaiveDate;
use domain::UseCase;
use domain::law::{Coming, Finding, RuleOutcome, Signatory, Truth};
use evaluate::explain;
use publish::Wording;
use publish::charts::html::escape;
use reference::law::Rule;

#[derive(Template)]
#[template(path = "pages/law_record.html")]
struct Page<'a> {
    layout: Layout<'a>,
    name: String,
    record: String,
    above: (String, String),
    withheld: Option<String>,
    counts: String,
    applies: Vec<RuleResult>,
    unknown: Vec<RuleResult>,
    coming: Vec<RuleResult>,
    questions: Vec<Asked>,
}

/// What one rule comes to.
struct RuleResult {
    title: String,
    is_to_confirm: bool,
    aside: String,
    /// Its reasons, one a line, as HTML.
    reasons: String,
    url: String,
    citation: String,
}

/// The questions of one function.
struct Asked {
    who: String,
    questions: Vec<String>,
}

/// What the law comes to for a record, from what the public may see of it.
pub(crate) fn render(site: &Site, place: &Place, reference: &str) -> Result<Rendered, PageError> {
    let (_, public) = find(site, place, reference)?;
    let w = site.wording(place.language);
    let u = &public.use_case;
    let page = format!("fiche/{}/droit", u.reference.to_lowercase());
    let layout = Layout::new(site, place, &page, "register");
    let title = format!("{} — {}", w.get("law-record-title"), w.text(&u.name));
    let layout = layout.titled(title);
    let above = (place.page("registre"), w.get("nav-register"));
    let mut view = Page::new(layout, u, place.record(&u.reference), above);
    view.withheld = withheld_sentence(u, &w);
    if let Some(assessed) = assess_record(u, &site.public_law, site.snapshot.built_on) {
        let changed_on = site.day(public.changed_at, &u.authority);
        Reader::new(site, place, &assessed, changed_on).fill(&mut view);
    }
    Ok(finish(site, place.language, view.render()?))
}

/// The same for those who work on a record, from all that is known of it.
pub(crate) fn of_file(
    site: &Site,
    place: &Place,
    layout: Layout<'_>,
    file: (&UseCase, NaiveDate, String),
    assessed: &AssessedRecord,
) -> Result<Rendered, PageError> {
    let (u, changed_on, address) = file;
    let w = site.wording(place.language);
    let title = format!("{} — {}", w.get("law-record-title"), w.text(&u.name));
    let above = (place.page("espace"), w.get("space-title"));
    let mut view = Page::new(layout.titled(title), u, address, above);
    Reader::new(site, place, assessed, changed_on).fill(&mut view);
    Ok(finish(site, place.language, view.render()?))
}

impl<'a> Page<'a> {
    fn new(layout: Layout<'a>, u: &UseCase, record: String, above: (String, String)) -> Self {
        Self {
            name: said(&u.name, &layout.w),
            record,
            above,
            withheld: None,
            counts: String::new(),
            applies: Vec::new(),
            unknown: Vec::new(),
            coming: Vec::new(),
            questions: Vec::new(),
            layout,
        }
    }
}

struct Reader<'a> {
    site: &'a Site,
    place: &'a Place,
    assessed: &'a AssessedRecord,
    changed_on: NaiveDate,
    w: Wording<'a>,
    say: Say<'a>,
}

impl<'a> Reader<'a> {
    fn new(
        site: &'a Site,
        place: &'a Place,
        assessed: &'a AssessedRecord,
        changed_on: NaiveDate,
    ) -> Self {
        let w = site.wording(place.language);
        Self {
            site,
            place,
            assessed,
            changed_on,
            w,
            say: Say::new(site, w),
        }
    }

    fn fill(&self, view: &mut Page) {
        let rules = &self.site.library.reference.law.rules;
        for (rule, finding) in rules.iter().zip(&self.assessed.assessment.findings) {
            let list = match (finding.outcome, &finding.coming) {
                (RuleOutcome::Applies, _) => &mut view.applies,
                (RuleOutcome::Unknown, _) => &mut view.unknown,
                (RuleOutcome::DoesNotApply, Some(_)) => &mut view.coming,
                (RuleOutcome::DoesNotApply, None) => continue,
            };
            list.push(self.result(rule, finding));
        }
        let blanks = [
            ("date", self.w.date(self.assessed.assessment.on).into()),
            ("applies", view.applies.len().into()),
            ("unknown", view.unknown.len().into()),
            ("coming", view.coming.len().into()),
            ("rules", rules.len().into()),
        ];
        view.counts = self.w.format("law-record-counts", &blanks);
        view.questions = self.questions();
    }

    fn result(&self, rule: &Rule, finding: &Finding) -> RuleResult {
        let coming = match finding.outcome {
            RuleOutcome::DoesNotApply => finding.coming.as_ref(),
            _ => None,
        };
        let mut aside = vec![nature(rule, &self.w), certainty(rule, &self.w)];
        if let Some(coming) = coming {
            aside.push(start(coming.from, coming.original, &self.w));
            aside.push(self.w.get(possibility(coming)));
        } else if finding.debated {
            aside.push(self.w.get("law-debated-aside"));
            let later = finding.coming.as_ref();
            aside.extend(later.map(|coming| start(coming.from, coming.original, &self.w)));
        }
        let on = coming.map_or(self.assessed.assessment.on, |coming| coming.from);
        RuleResult {
            title: self.w.text(&rule.title),
            is_to_confirm: is_to_confirm(rule),
            aside: aside.join(" · "),
            reasons: self.reasons(rule, on),
            url: self.place.page(&format!("droit/{}", rule.id)),
            citation: self.w.text(&rule.citation),
        }
    }

    /// The day, the period, each part of the condition, then the facts it used.
    fn reasons(&self, rule: &Rule, on: NaiveDate) -> String {
        let law = &self.site.library.reference.law;
        let (facts, origins) = (&self.assessed.facts, &self.assessed.origins);
        let explained = explain(law, rule, facts, origins, on);
        let mut lines = vec![
            self.w
                .format("law-read-on", &[("date", self.w.date(on).into())]),
        ];
        if let Some((period, said)) = explained.period {
            let when = start(period.from, period.original, &self.w);
            lines.push(match period.debated {
                true => self.w.format("law-both-readings", &[("when", when.into())]),
                false => self.w.format("law-period", &[("when", when.into())]),
            });
            lines.extend(said.note.as_ref().map(|note| self.w.text(note)));
        }
        if let Some(steps) = &explained.steps {
            lines.push(self.say.steps(steps));
        }
        let used = explained.facts.iter();
        let used: Vec<_> = used
            .map(|fact| self.say.used(fact, self.changed_on))
            .collect();
        lines.push(
            self.w
                .format("law-facts-used", &[("facts", used.join("\n").into())]),
        );
        escape(&lines.join("\n"))
    }

    /// What would settle the rules that are unknown, by who can answer.
    fn questions(&self) -> Vec<Asked> {
        let law = &self.site.library.reference.law;
        let asked = &self.assessed.assessment.questions;
        let of = |who: Signatory| {
            let his = asked
                .iter()
                .filter(move |question| question.answered_by == who);
            let questions: Vec<_> = his
                .map(|question| {
                    let blanks = [
                        (
                            "question",
                            self.w.text(&law.fact(question.fact).question).into(),
                        ),
                        ("count", question.settles.into()),
                    ];
                    self.w.format("law-question", &blanks)
                })
                .collect();
            let who = self.w.label(Signatory::VOCABULARY, who.code());
            (!questions.is_empty()).then_some(Asked { who, questions })
        };
        Signatory::ALL.iter().filter_map(|who| of(*who)).collect()
    }
}

/// Whether a coming rule will apply, or only may.
fn possibility(coming: &Coming) -> &'static str {
    match (coming.truth, coming.debated) {
        (Truth::Yes, false) => "law-will-apply",
        _ => "law-may-apply",
    }
}
