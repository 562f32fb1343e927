use super::history::{Step, step};
use super::opinions::{DecisionView, OpinionCard, decision, decision_sign, opinion};
use super::parts::{Line, assessment_day, filled, is_web, peer_line, said, unfilled};
use super::reports::{ReportLine, of_record};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Banner, Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::{
    Evidence, FootprintFinding, ImpactAssessment, PublicationLevel, Rating, Risk, ToolSheet,
    UseCase,
};
use publish::charts::html::escape;
use publish::charts::{
    self, Axis, Bounds, Chart, Column, GoodSide, IntervalRow, Intervals, Pivot, Table, Tick, Uses,
};
use publish::report::html::chart_words;
use publish::typography::kilobytes;
use publish::{PublicUse, Wording, elsewhere, open_data, record_footprint, state};

#[derive(Template)]
#[template(path = "pages/record.html")]
struct Record<'a> {
    layout: Layout<'a>,
    reference: String,
    name: String,
    summary: Option<String>,
    sign: &'static str,
    state: String,
    cause: Option<String>,
    withheld: Option<Withheld>,
    change_for_public: String,
    who_decides: String,
    data: String,
    contact: String,
    problem_url: String,
    law: String,
    law_values: String,
    opinions: Vec<OpinionCard>,
    withheld_opinions: Vec<String>,
    decision: Option<DecisionView>,
    effects: Option<String>,
    effects_text: Vec<(String, String)>,
    frequency: Option<String>,
    footprint: Option<Footprint>,
    details: Vec<(String, String)>,
    risks: Vec<[String; 4]>,
    lessons: Vec<(String, String)>,
    history: Vec<Step>,
    older: Option<String>,
    reports: Vec<ReportLine>,
    downloads: Vec<(String, String, String)>,
    similar: Vec<Line>,
    /// What the records of others are near by.
    similar_why: Option<String>,
}

/// A figure, or what is missing for one.
enum Footprint {
    Figure(String),
    Missing(String),
}

struct Withheld {
    sentence: String,
    note: String,
}

/// Similar records of others shown.
const SIMILAR: usize = 2;
/// Versions shown on the record itself; its history has a page of its own.
const STEPS: usize = 1;

/// The page of an own record.
pub(crate) fn render(site: &Site, place: &Place, reference: &str) -> Result<Rendered, PageError> {
    render_under(site, place, reference, None)
}

/// The same page under a word that says what it is.
pub(crate) fn render_under(
    site: &Site,
    place: &Place,
    reference: &str,
    banner: Option<Banner>,
) -> Result<Rendered, PageError> {
    let (position, public) = find(site, place, reference)?;
    let w = site.wording(place.language);
    let u = &public.use_case;
    let mut uses = Uses::default();
    uses.signs.insert(state::sign(u));
    let figures = format!("{}/chiffres", place.record(&u.reference));
    let effects = effects_chart(u, &w).map(|mut chart| {
        chart.table_page = Some(figures.clone());
        uses.add(&chart);
        charts::html::figure(&chart, &chart_words(&w))
    });
    let footprint = site.snapshot.footprints.get(&u.reference);
    let footprint = footprint.map(|finding| footprint_of(finding, &figures, &mut uses, &w));
    let mut opinions: Vec<_> = u.opinions.iter().collect();
    opinions.sort_by_key(|opinion| opinion.sense);
    uses.signs.extend(
        opinions
            .iter()
            .map(|opinion| state::sense_sign(opinion.sense)),
    );
    let decision = u
        .decision
        .as_ref()
        .map(|taken| decision(site, u, taken, &w));
    uses.signs
        .extend(u.decision.as_ref().map(|taken| decision_sign(taken).1));
    let neighbours = elsewhere::neighbours(&site.snapshot, &site.register, position, SIMILAR);
    let similar_why = neighbours.first().map(|neighbour| {
        let task = w.label(domain::Task::VOCABULARY, neighbour.task.code());
        w.format("record-similar-why", &[("task", task.into())])
    });
    let similar: Vec<Line> = neighbours
        .into_iter()
        .map(|neighbour| peer_line(neighbour.peer, site, place, &w))
        .collect();
    let page = format!("fiche/{}", u.reference.to_lowercase());
    let layout = Layout::new(site, place, &page, "register").under(banner);
    let record = Record {
        reference: u.reference.clone(),
        name: said(&u.name, &w),
        summary: u.summary.as_ref().map(|summary| said(summary, &w)),
        sign: state::sign(u).id(),
        state: state::word(u, &w),
        cause: cause(u, &w),
        withheld: withheld(u, &w),
        change_for_public: filled(u.change_for_public.as_ref(), &w),
        who_decides: filled(u.human_oversight.as_ref(), &w),
        data: data(u, &w),
        contact: contact(site, u, &w),
        reports: of_record(&u.reference, site, place, &w),
        law: format!("{}/droit", place.record(&u.reference)),
        law_values: format!("{}/valeurs", place.record(&u.reference)),
        problem_url: format!("{}?fiche={}", place.page("signaler"), u.reference),
        opinions: opinions.into_iter().map(|o| opinion(o, &w)).collect(),
        withheld_opinions: withheld_opinions(public, &w),
        decision,
        effects,
        effects_text: as_definitions(effects_text(u, &w), &w),
        frequency: u.frequency.as_ref().map(|frequency| {
            let level = w.label(domain::FrequencyLevel::VOCABULARY, frequency.level.code());
            match &frequency.uses_per_month {
                Some(uses) => format!("{level}, {}", w.quantity(uses)),
                None => level,
            }
        }),
        footprint,
        details: as_definitions(details(site, u, &w), &w),
        risks: risks(u, &w),
        lessons: u
            .lessons
            .iter()
            .map(|lesson| (said(&lesson.text, &w), filled(lesson.evidence.as_ref(), &w)))
            .collect(),
        history: public
            .history
            .iter()
            .rev()
            .take(STEPS)
            .map(|version| step(version, site.day(version.at, &u.authority), &w))
            .collect(),
        older: (public.history.len() > STEPS).then(|| {
            let page = format!("fiche/{}/histoire", u.reference.to_lowercase());
            place.page(&page)
        }),
        downloads: downloads(place, public, &w),
        similar,
        similar_why,
        layout: layout
            .titled(w.text(&u.name))
            .about("CreativeWork")
            .with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, record.render()?))
}

/// A record as a JSON file.
pub(crate) fn json(site: &Site, place: &Place, reference: &str) -> Result<Rendered, PageError> {
    let (_, public) = find(site, place, reference)?;
    let name = format!("{}.json", public.use_case.reference.to_lowercase());
    let body = open_data::record_json(&public.use_case);
    Ok(Rendered::download("application/json", body, name))
}

pub(super) fn find<'a>(
    site: &'a Site,
    place: &Place,
    reference: &str,
) -> Result<(usize, &'a PublicUse), PageError> {
    site.snapshot
        .uses
        .iter()
        .enumerate()
        .find(|(_, public)| {
            let u = &public.use_case;
            u.reference.eq_ignore_ascii_case(reference) && place.scope().holds(&u.authority)
        })
        .ok_or(PageError::NotFound)
}

pub(super) fn is_whole(u: &UseCase) -> bool {
    u.publication.level == PublicationLevel::Public
}

fn cause(u: &UseCase, w: &Wording) -> Option<String> {
    if u.evidence == Evidence::Observed {
        return Some(escape(&w.get("observed-meaning")));
    }
    u.stop.as_ref().map(|stop| said(&stop.reason, w))
}

/// That a record is published as a summary only, and on which ground; `None` for a whole one.
pub(super) fn withheld_sentence(u: &UseCase, w: &Wording) -> Option<String> {
    if is_whole(u) {
        return None;
    }
    let label = match u.publication.ground {
        Some(ground) => w.label(domain::Ground::VOCABULARY, ground.code()),
        None => w.get("not-filled"),
    };
    Some(w.format("record-summary-only", &[("ground", label.into())]))
}

/// How many opinions are not published, a sentence a ground.
fn withheld_opinions(public: &PublicUse, w: &Wording) -> Vec<String> {
    let withheld = public.withheld_opinions.iter();
    withheld
        .map(|(ground, count)| {
            let ground = w.label(domain::Ground::VOCABULARY, ground.code());
            let blanks = [("count", (*count).into()), ("ground", ground.into())];
            w.format("record-opinions-withheld", &blanks)
        })
        .collect()
}

fn withheld(u: &UseCase, w: &Wording) -> Option<Withheld> {
    Some(Withheld {
        sentence: withheld_sentence(u, w)?,
        note: u
            .publication
            .note
            .as_ref()
            .map_or_else(String::new, |note| said(note, w)),
    })
}

fn data(u: &UseCase, w: &Wording) -> String {
    let Some(data) = &u.data else {
        return unfilled(w);
    };
    let kind = w.label(domain::DataKind::VOCABULARY, data.kind.code());
    let categories: Vec<_> = data.categories.iter().map(|text| w.text(text)).collect();
    let mut out = if categories.is_empty() {
        escape(&kind)
    } else {
        let blanks = [
            ("kind", kind.into()),
            ("categories", w.list(&categories).into()),
        ];
        escape(&w.format("record-data", &blanks))
    };
    if let Some(retention) = &data.retention {
        out.push(' ');
        out.push_str(&said(retention, w));
    }
    out
}

fn contact(site: &Site, u: &UseCase, w: &Wording) -> String {
    let authority = site.snapshot.authority(&u.authority);
    let contact = u.contact.as_ref().or_else(|| authority?.contact.as_ref());
    filled(contact, w)
}

/// The interval of minutes for one case.
fn effects_chart(u: &UseCase, w: &Wording) -> Option<Chart> {
    let minutes = u.work_effects.as_ref()?.minutes?;
    let (low, high) = (minutes.interval.low(), minutes.interval.high());
    let top = low.abs().max(high.abs()).max(1.0);
    let key = match (low < 0.0, high > 0.0) {
        (true, true) => "effect-may-be-none",
        (true, false) => "effect-gain",
        (false, true) => "effect-loss",
        (false, false) => "effect-none",
    };
    let blanks = [
        ("low", w.number(low).into()),
        ("high", w.number(high).into()),
        ("low_abs", w.number(low.abs()).into()),
        ("high_abs", w.number(high.abs()).into()),
    ];
    let text = w.format("minutes-range", &blanks);
    let scene = charts::interval(&Intervals {
        axis: Axis::linear(
            [-top, 0.0, top]
                .map(|value| Tick::new(value, w.number(value)))
                .to_vec(),
        ),
        rows: vec![IntervalRow {
            label: w.get("effect-row"),
            text: text.clone(),
            tail: String::new(),
            low,
            high,
            centre: None,
            bounds: Bounds::Hypotheses,
        }],
        pivot: Some(Pivot {
            value: 0.0,
            label: w.get("no-effect"),
            good: GoodSide::Low,
        }),
        empty: String::new(),
    });
    Some(Chart {
        id: "effect".to_owned(),
        finding: w.format(key, &blanks),
        title: w.get("effect-title"),
        description: text,
        legend: Vec::new(),
        scene,
        table: Table {
            caption: w.get("effect-title"),
            columns: vec![
                Column::words(w.get("column-use")),
                Column::numbers(w.get("column-low")),
                Column::numbers(w.get("column-high")),
            ],
            rows: vec![vec![w.text(&u.name), w.number(low), w.number(high)]],
        },
        csv: None,
        table_page: None,
        source: w.get("effect-source"),
    })
}

/// The charts of a record, tables included.
pub(super) fn charts_of(site: &Site, u: &UseCase, w: &Wording) -> Vec<Chart> {
    let mut charts: Vec<Chart> = effects_chart(u, w).into_iter().collect();
    if let Some(FootprintFinding::Estimated(estimate)) = site.snapshot.footprints.get(&u.reference)
    {
        charts.push(record_footprint(estimate, w));
    }
    charts
}

fn footprint_of(
    finding: &FootprintFinding,
    figures: &str,
    uses: &mut Uses,
    w: &Wording,
) -> Footprint {
    match finding {
        FootprintFinding::Estimated(estimate) => {
            let mut chart = record_footprint(estimate, w);
            chart.table_page = Some(figures.to_owned());
            uses.add(&chart);
            let mut words = chart_words(w);
            words.read_as_table = w.get("footprint-read");
            Footprint::Figure(charts::html::figure(&chart, &words))
        }
        FootprintFinding::Missing(missing) => {
            let missing: Vec<_> = missing
                .iter()
                .map(|what| w.get(&format!("footprint-missing-{}", what.code())))
                .collect();
            let blanks = [("missing", w.list(&missing).into())];
            Footprint::Missing(w.format("footprint-missing", &blanks))
        }
    }
}

fn effects_text(u: &UseCase, w: &Wording) -> Vec<(String, String)> {
    let Some(effects) = &u.work_effects else {
        return Vec::new();
    };
    let label = w.label(domain::WorkEffect::VOCABULARY, effects.effect.code());
    let mut rows = vec![(w.get("effect-work"), escape(&label))];
    for (key, text) in [
        ("effect-quality", &effects.quality),
        ("effect-limit", &effects.limit),
    ] {
        rows.push((w.get(key), filled(text.as_ref(), w)));
    }
    rows
}

/// Each value in its own element, the hatch on the element itself when it was not filled in.
fn as_definitions(rows: Vec<(String, String)>, w: &Wording) -> Vec<(String, String)> {
    let blank = unfilled(w);
    let hatched = format!(
        "<dd class=\"unknown\">{}</dd>",
        escape(&w.get("not-filled"))
    );
    rows.into_iter()
        .map(|(name, text)| {
            let value = match text == blank {
                true => hatched.clone(),
                false => format!("<dd>{text}</dd>"),
            };
            (name, value)
        })
        .collect()
}

/// Everything else, filled in or not: a blank is information.
fn details(site: &Site, u: &UseCase, w: &Wording) -> Vec<(String, String)> {
    let tool = u.tool.as_ref().and_then(|key| site.snapshot.tools.get(key));
    let label = |vocabulary: &str, code: Option<&str>| {
        code.map_or_else(|| unfilled(w), |code| escape(&w.label(vocabulary, code)))
    };
    let joined = |texts: Vec<String>| {
        if texts.is_empty() {
            unfilled(w)
        } else {
            w.phrases(&texts)
        }
    };
    let field = |name: &str| w.label("common_fields", name);
    let mut rows = vec![
        (field("need"), filled(u.need.as_ref(), w)),
        (
            field("task"),
            label(domain::Task::VOCABULARY, u.task.map(domain::Task::code)),
        ),
        (
            field("alternative_without_ai"),
            filled(u.alternative_without_ai.as_ref(), w),
        ),
        (
            field("proportionality"),
            filled(u.proportionality.as_ref(), w),
        ),
        (
            field("affected_groups"),
            filled(u.affected_groups.as_ref(), w),
        ),
        (
            field("notice_to_public"),
            filled(u.notice_to_public.as_ref(), w),
        ),
        (field("appeal"), filled(u.appeal.as_ref(), w)),
        (
            field("automation_level"),
            label(
                domain::AutomationLevel::VOCABULARY,
                u.automation_level.map(domain::AutomationLevel::code),
            ),
        ),
        (
            w.get("detail-tool"),
            tool.map_or_else(|| unfilled(w), |tool| tool_and_standing(tool, w)),
        ),
    ];
    if let Some(tool) = tool {
        let hosting = w.label(domain::Hosting::VOCABULARY, tool.hosting.code());
        let place = tool.hosting_place.as_ref().map(|text| w.text(text));
        let place = place.map_or_else(|| hosting.clone(), |place| format!("{hosting} ({place})"));
        rows.push((w.get("detail-hosting"), escape(&place)));
        rows.push((w.get("detail-supplier"), filled(tool.supplier.as_ref(), w)));
    }
    let exit = u.exit_plan.as_ref();
    let exit = exit.or_else(|| tool?.exit_plan.as_ref());
    rows.push((w.get("detail-exit"), filled(exit, w)));
    let cost = u.cost.as_ref().map(|cost| {
        let amount = w.number(cost.yearly.whole_units() as f64);
        let blanks = [
            ("amount", amount.into()),
            ("currency", currency(&cost.yearly.currency).into()),
            ("date", w.date(cost.yearly.priced_on).into()),
        ];
        let mut text = escape(&w.format("detail-cost-value", &blanks));
        if let Some(covers) = &cost.covers {
            text.push_str(" — ");
            text.push_str(&said(covers, w));
        }
        text
    });
    rows.push((field("cost"), cost.unwrap_or_else(|| unfilled(w))));
    let basis = u
        .legal_basis
        .iter()
        .map(|basis| said(&basis.title, w))
        .collect();
    rows.push((field("legal_basis"), joined(basis)));
    let assessments = u.impact_assessments.iter();
    let assessments: Vec<_> = assessments.map(|made| assessment(made, w)).collect();
    let assessments = match assessments.is_empty() {
        true => unfilled(w),
        false => assessments.join("<br>"),
    };
    rows.push((field("impact_assessments"), assessments));
    let tier = u.risk_tier.as_ref().map(|tier| {
        let label = w.label(domain::Tier::VOCABULARY, tier.tier.code());
        let note = tier
            .note
            .as_ref()
            .map_or_else(String::new, |note| said(note, w));
        format!("{} — {note}", escape(&label))
    });
    rows.push((w.get("detail-tier"), tier.unwrap_or_else(|| unfilled(w))));
    rows.push((
        field("staff_training"),
        filled(u.staff_training.as_ref(), w),
    ));
    rows
}

/// An assessment: its title, which leads to it where it is published, its day and what it says.
fn assessment(made: &ImpactAssessment, w: &Wording) -> String {
    let title = said(&made.title, w);
    let address = made.url.as_deref().filter(|url| is_web(url));
    let title = match address {
        Some(url) => format!("<a href=\"{}\">{title}</a>", escape(url)),
        None => title,
    };
    let summary = made.summary.as_ref().map(|summary| said(summary, w));
    let summary = summary.map_or_else(String::new, |summary| format!(" {summary}"));
    format!("{title} – {}{summary}", assessment_day(made, w))
}

/// The name of a tool and what was decided on it.
fn tool_and_standing(tool: &ToolSheet, w: &Wording) -> String {
    let standing = escape(&super::tool_words::standing(tool, w));
    format!("{} — {standing}", said(&tool.name, w))
}

fn currency(code: &str) -> &str {
    match code {
        "EUR" => "€",
        other => other,
    }
}

/// Each risk: what could happen, its levels before any measure, what is done and what remains.
fn risks(u: &UseCase, w: &Wording) -> Vec<[String; 4]> {
    let judged = |value: Option<u8>| {
        value.map_or_else(|| w.get("not-judged"), |value| w.number(f64::from(value)))
    };
    let remains = |rating: Rating| {
        let blanks = [
            ("likelihood", usize::from(rating.likelihood()).into()),
            ("severity", usize::from(rating.severity()).into()),
        ];
        w.format("risk-remains", &blanks)
    };
    let done = |risk: &Risk| {
        let measure = filled(risk.measure.as_ref(), w);
        match risk.residual {
            Some(rating) => format!("{measure} – {}", remains(rating)),
            None => measure,
        }
    };
    u.risks
        .iter()
        .map(|risk| {
            [
                said(&risk.description, w),
                judged(risk.likelihood),
                judged(risk.severity),
                done(risk),
            ]
        })
        .collect()
}

fn downloads(place: &Place, public: &PublicUse, w: &Wording) -> Vec<(String, String, String)> {
    let size = open_data::record_json(&public.use_case).len();
    let url = format!("{}.json", place.record(&public.use_case.reference));
    vec![("JSON".to_owned(), url, kilobytes(size, w.language))]
}
