use super::choices;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::form::Form;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::{CommonField, Task};
use publish::Wording;
use publish::elsewhere::{PublisherView, publishers};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "pages/elsewhere_comparison.html")]
struct Page<'a> {
    layout: Layout<'a>,
    choices: Vec<(String, String)>,
    first: String,
    second: String,
    names: Option<(String, String)>,
    tables: Vec<Table>,
}

impl Page<'_> {
    fn first_choice(&self) -> &str {
        &self.first
    }

    fn second_choice(&self) -> &str {
        &self.second
    }
}

/// Rows of one kind.
struct Table {
    id: &'static str,
    title: String,
    why: String,
    rows: Vec<Row>,
}

/// The same thing of both.
struct Row {
    label: String,
    first: String,
    second: String,
}

/// Two publishers side by side; the form alone when none or an unknown one is asked for.
pub(crate) fn render(site: &Site, place: &Place, query: &str) -> Result<Rendered, PageError> {
    let w = site.wording(place.language);
    let views = publishers(&site.snapshot);
    let asked = Form::read(query);
    let find = |name| {
        let wanted = asked.one(name);
        views.iter().find(|view| view.publisher.slug == wanted)
    };
    let both = find("a").zip(find("b"));
    let layout = Layout::new(site, place, "ailleurs/comparer", "register");
    let slug = |name| find(name).map_or_else(String::new, |view| view.publisher.slug.clone());
    let page = Page {
        choices: choices(&views, &w),
        first: slug("a"),
        second: slug("b"),
        names: both.map(|(a, b)| (w.text(&a.publisher.name), w.text(&b.publisher.name))),
        tables: both.map_or_else(Vec::new, |(a, b)| tables(site, a, b, &w)),
        layout: layout.titled(w.get("comparison-title")),
    };
    Ok(finish(site, place.language, page.render()?))
}

fn tables(site: &Site, a: &PublisherView, b: &PublisherView, w: &Wording) -> Vec<Table> {
    let table = |id, title: &str, why: &str, rows| Table {
        id,
        title: w.get(title),
        why: w.get(why),
        rows,
    };
    let (counts, tasks, fields) = (counts(a, b, w), tasks(site, a, b, w), fields(a, b, w));
    vec![
        table(
            "t-comptes",
            "comparison-counts",
            "comparison-counts-why",
            counts,
        ),
        table("t-taches", "elsewhere-tasks", "elsewhere-tasks-why", tasks),
        table(
            "t-champs",
            "comparison-fields",
            "comparison-fields-why",
            fields,
        ),
    ]
}

fn counts(a: &PublisherView, b: &PublisherView, w: &Wording) -> Vec<Row> {
    let of = |view: &PublisherView| {
        let [yes, no, unknown] = view.generative;
        [
            view.living,
            view.in_use,
            view.gone,
            yes,
            no,
            unknown,
            view.inferred,
        ]
    };
    let keys = [
        "column-records",
        "elsewhere-in-use",
        "elsewhere-gone",
        "comparison-generative",
        "comparison-not-generative",
        "comparison-unknown",
        "comparison-inferred",
    ];
    let values = of(a).into_iter().zip(of(b));
    let rows = keys.into_iter().zip(values).map(|(key, (a, b))| Row {
        label: w.get(key),
        first: w.count(a),
        second: w.count(b),
    });
    rows.collect()
}

fn tasks(site: &Site, a: &PublisherView, b: &PublisherView, w: &Wording) -> Vec<Row> {
    let mut found: BTreeMap<Task, [usize; 2]> = BTreeMap::new();
    let living = site
        .snapshot
        .peers
        .iter()
        .filter(|p| p.gone_since.is_none());
    for peer in living {
        let sides = [a, b].map(|view| view.publisher.slug == peer.publisher);
        if sides == [false, false] {
            continue;
        }
        for (task, _) in site.snapshot.tasks_of(peer) {
            let counts = found.entry(task).or_default();
            for (count, is_theirs) in counts.iter_mut().zip(sides) {
                *count += usize::from(is_theirs);
            }
        }
    }
    let rows = found.into_iter().map(|(task, [first, second])| Row {
        label: w.label(Task::VOCABULARY, task.code()),
        first: w.count(first),
        second: w.count(second),
    });
    rows.collect()
}

/// The share of records that fill in each field; a field that neither fills in is left out.
fn fields(a: &PublisherView, b: &PublisherView, w: &Wording) -> Vec<Row> {
    let share = |view: &PublisherView, field| match view.share(field) {
        Some(share) if share > 0.0 && share < 0.5 => w.get("comparison-under-one"),
        Some(share) => w.format(
            "comparison-share",
            &[("share", w.number(share.round()).into())],
        ),
        None => w.get("unknown-number"),
    };
    let fields = CommonField::ALL.iter().map(|(field, _)| *field);
    let fields =
        fields.filter(|field| a.filled.contains_key(field) || b.filled.contains_key(field));
    let rows = fields.map(|field| Row {
        label: w.label("common_fields", field.code()),
        first: share(a, field),
        second: share(b, field),
    });
    rows.collect()
}
