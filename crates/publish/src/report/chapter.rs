use super::block::{Block, DataTable};
use super::markdown::{Draft, read};
use super::{binding, tables};
use crate::dashboard::Dashboard;
use crate::numbers;
use domain::{AuthorityKind, Edition, Remark, Text};
use minijinja::{Environment, UndefinedBehavior, context};
use reference::{Diagnostic, Tree};

/// A chapter with everything it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// Its address: `20-uses`, the same in every language.
    pub slug: String,
    /// 0 for what comes before the four parts, then 1 to 4.
    pub part: u8,
    /// Its title.
    pub title: String,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// A whole report in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The edition it is.
    pub edition: Edition,
    /// Its chapters, in order.
    pub chapters: Vec<Chapter>,
}

/// A text of the report that cannot be set: where, and what is wrong.
pub type ReportError = Diagnostic;

impl Report {
    /// Writes every chapter of a scope. Mistakes in the texts are told; the chapters that hold
    /// none are given all the same.
    pub fn write(
        tree: &Tree,
        dashboard: &Dashboard,
        edition: &Edition,
    ) -> (Self, Vec<ReportError>) {
        let mut errors = Vec::new();
        let folder = format!("framework/report/{}/", dashboard.wording.language.tag());
        let chapters = tree
            .paths(&folder, ".md")
            .filter_map(|path| {
                let text = tree.text(path)?;
                chapter(path, text, dashboard, edition, &mut errors)
            })
            .collect();
        let report = Self {
            edition: edition.clone(),
            chapters,
        };
        (report, errors)
    }

    /// A chapter by address.
    pub fn chapter(&self, slug: &str) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.slug == slug)
    }
}

/// Steps a text may take: a loop that somebody wrote without end stops there.
pub const FUEL: u64 = 200_000;

struct FrontMatter<'a> {
    title: String,
    part: u8,
    body: &'a str,
}

fn chapter(
    path: &str,
    text: &str,
    dashboard: &Dashboard,
    edition: &Edition,
    errors: &mut Vec<ReportError>,
) -> Option<Chapter> {
    let Some(front) = front_matter(path, text, errors) else {
        errors.push(Diagnostic::at(path, 1, Remark::new("report-front-matter")));
        return None;
    };
    let rendered = match render(front.body, dashboard, edition) {
        Ok(rendered) => rendered,
        Err(error) => {
            let before = text.lines().count() - front.body.lines().count();
            let line = error.line().map_or(0, |line| line + before);
            let detail = error.detail().unwrap_or_default().to_owned();
            let remark = Remark::new("report-template").with("detail", detail);
            errors.push(Diagnostic::at(path, line, remark));
            return None;
        }
    };
    let (drafts, refused) = read(&rendered, &dashboard.wording);
    for found in refused {
        let remark = Remark::new("report-markup").with("found", found);
        errors.push(Diagnostic::at(path, 0, remark));
    }
    let file = path.rsplit('/').next().unwrap_or(path);
    Some(Chapter {
        slug: file.trim_end_matches(".md").to_owned(),
        part: front.part,
        title: dashboard.wording.typeset(&front.title),
        blocks: bind(path, drafts, dashboard, errors),
    })
}

fn front_matter<'a>(
    path: &str,
    text: &'a str,
    errors: &mut Vec<ReportError>,
) -> Option<FrontMatter<'a>> {
    let (header, body) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    let (root, found) = reference::parse(path, header);
    errors.extend(found);
    let root = root?;
    let value = |key: &str| root.get(key).and_then(reference::Node::scalar);
    Some(FrontMatter {
        title: value("title")?.to_owned(),
        part: value("part")?.parse().ok().filter(|part| *part <= 4)?,
        body,
    })
}

fn render(
    body: &str,
    dashboard: &Dashboard,
    edition: &Edition,
) -> Result<String, minijinja::Error> {
    let wording = &dashboard.wording;
    let snapshot = dashboard.snapshot;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    binding::add_marks(&mut environment);
    let authority = snapshot.authority(dashboard.scope.slug());
    let (name, kind) = match authority {
        Some(authority) => (wording.text(&authority.name), authority.kind),
        None => (joint_name(dashboard), AuthorityKind::Other),
    };
    let uses: Vec<_> = snapshot
        .uses_of(dashboard.scope)
        .map(|public| &public.use_case)
        .filter(|u| numbers::is_in_use(u))
        .collect();
    let first_tool = numbers::first_tool(&uses)
        .and_then(|(key, _)| snapshot.tools.get(key))
        .map_or_else(String::new, |tool| wording.text(&tool.name));
    let silent: Vec<_> = numbers::silent_departments(snapshot, dashboard.scope)
        .map(|department| wording.text(&department.name))
        .collect();
    environment.render_str(
        body,
        context! {
            n => binding::numbers(dashboard.numbers, wording),
            authority => context! {
                name => plain(&name),
                kind => wording.label(AuthorityKind::VOCABULARY, kind.code()),
            },
            edition => context! {
                number => edition.number,
                title => plain(&wording.text(&edition.title)),
                date => wording.date(edition.dated),
                previous => edition.number.checked_sub(1).filter(|number| *number > 0),
                changes => edition.changes.iter().map(|c| plain(&wording.text(c))).collect::<Vec<_>>(),
            },
            first_tool => context! { name => plain(&first_tool) },
            silent_departments => silent.iter().map(|name| plain(name)).collect::<Vec<_>>(),
            as_of => wording.date(snapshot.built_on),
        },
    )
}

/// A name as it is written, whatever Markdown would make of its signs.
fn plain(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for (place, sign) in name.chars().enumerate() {
        let is_markup = matches!(
            sign,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '~' | '|'
        );
        if is_markup || (place == 0 && matches!(sign, '-' | '+')) {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// The names of all authorities, as a joint report is signed.
pub fn joint_name(dashboard: &Dashboard) -> String {
    let names: Vec<_> = dashboard
        .snapshot
        .authorities
        .iter()
        .map(|authority| dashboard.wording.text(&authority.name))
        .collect();
    dashboard.wording.list(&names)
}

fn bind(
    path: &str,
    drafts: Vec<Draft>,
    dashboard: &Dashboard,
    errors: &mut Vec<ReportError>,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    for draft in drafts {
        let (kind, name, block) = match draft {
            Draft::Done(block) => {
                blocks.push(block);
                continue;
            }
            Draft::Figure(name) => {
                let chart = dashboard.chart(&name);
                ("figure", name, chart.map(|c| Block::Figure(Box::new(c))))
            }
            Draft::Table(name) => {
                let block = tables::block(&name, dashboard);
                ("table", name, block)
            }
        };
        match block {
            Some(Block::Table(DataTable { rows, empty, .. })) if rows.is_empty() => {
                blocks.push(Block::Paragraph(vec![super::block::Inline::Text(empty)]));
            }
            Some(block) => blocks.push(block),
            None => {
                let remark = Remark::new("report-unknown-name")
                    .with("kind", kind)
                    .with("name", name);
                errors.push(Diagnostic::at(path, 0, remark));
            }
        }
    }
    blocks
}

/// The edition a live page shows when none is recorded: the first, of the day of the snapshot.
pub fn first_edition(dashboard: &Dashboard) -> Edition {
    let scope = dashboard.scope.slug();
    Edition {
        id: uuid::Uuid::nil(),
        authority: scope.to_owned(),
        number: 1,
        title: Text::one(
            dashboard.wording.language.tag(),
            dashboard.wording.get("first-edition"),
        ),
        dated: dashboard.snapshot.built_on,
        changes: Vec::new(),
    }
}
