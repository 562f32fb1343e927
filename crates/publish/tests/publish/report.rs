//! The report's texts adapt: the same chapters on several registers, in both languages.

use crate::samples;
use chrono::{DateTime, NaiveDate, Utc};
use domain::*;
use publish::report::{self, Block, Inline, Report};
use publish::{
    Dashboard, Holdings, Numbers, Scope, Snapshot, UseHistory, UseVersion, Wording, Words,
};
use reference::{Reference, Tree};
use std::path::Path;
use uuid::Uuid;

pub(crate) struct Library {
    tree: Tree,
    pub(crate) reference: Reference,
    pub(crate) words: Words,
}

pub(crate) fn library() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut tree = Tree::default();
    for folder in ["data", "framework", "i18n", "report"] {
        let files = Tree::from_dir(&root.join(folder)).expect("the project's own folder");
        for path in files.paths("", "") {
            let bytes = files.get(path).expect("it was listed");
            tree.insert(format!("{folder}/{path}"), bytes);
        }
    }
    let (reference, _) = Reference::read(&tree);
    let (words, _) = Words::read(&tree);
    Library {
        tree,
        reference,
        words,
    }
}

pub(crate) fn use_case(number: u32, change: impl Fn(&mut UseCase)) -> UseCase {
    let mut use_case = samples::use_case(PublicationLevel::Public);
    use_case.id = Uuid::from_u128(u128::from(number) + 1_000);
    use_case.reference = format!("T-{number:03}");
    change(&mut use_case);
    use_case
}

pub(crate) fn snapshot(library: &Library, uses: Vec<UseCase>) -> Snapshot {
    let at: DateTime<Utc> = "2026-03-01T08:00:00Z".parse().expect("an instant");
    let history = |use_case| UseHistory {
        versions: vec![UseVersion {
            version: 1,
            position: 1,
            at,
            by: "lead".to_owned(),
            note: None,
            use_case,
        }],
    };
    let is_empty = uses.is_empty();
    let holdings = Holdings {
        authorities: vec![samples::authority()],
        departments: if is_empty {
            Vec::new()
        } else {
            vec![samples::department()]
        },
        tools: if is_empty {
            Vec::new()
        } else {
            vec![samples::tool()]
        },
        models: Vec::new(),
        suppliers: Vec::new(),
        uses: uses.into_iter().map(history).collect(),
        removed: Vec::new(),
        publishers: Vec::new(),
        peers: Vec::new(),
        ..Holdings::default()
    };
    let built_on = NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day");
    Snapshot::build(holdings, &library.reference.visibility, built_on, 1)
}

/// The whole text of a report; every mistake in the chapters fails the test.
fn text(library: &Library, uses: Vec<UseCase>, language: Language) -> String {
    let snapshot = snapshot(library, uses);
    let numbers = Numbers::count(&snapshot, Scope::Everyone);
    let dashboard = Dashboard {
        snapshot: &snapshot,
        scope: Scope::Everyone,
        numbers: &numbers,
        wording: Wording {
            words: &library.words,
            reference: &library.reference,
            language,
        },
    };
    let edition = samples::edition();
    let (report, errors) = Report::write(&library.tree, &dashboard, &edition);
    assert_eq!(errors, [], "in {language:?}");
    assert_eq!(report.chapters.len(), 14);
    let parts: Vec<_> = report.chapters.iter().map(|chapter| chapter.part).collect();
    assert!(parts.is_sorted(), "the four parts come in order: {parts:?}");
    let blocks = report.chapters.iter().flat_map(|chapter| &chapter.blocks);
    blocks.map(block_text).collect::<Vec<_>>().join("\n")
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Heading { text, .. } => text.clone(),
        Block::Paragraph(inlines) | Block::Quote(inlines) => inline_text(inlines),
        Block::List { items, .. } => items
            .iter()
            .map(|item| inline_text(item))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Code(lines) => lines.clone(),
        Block::Figure(chart) => chart.finding.clone(),
        Block::Table(table) => table.caption.clone(),
        Block::Definitions(_) => String::new(),
    }
}

fn inline_text(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Number { text, .. } => text.clone(),
            Inline::Strong(text)
            | Inline::Emphasis(text)
            | Inline::Link { text, .. }
            | Inline::Term { text, .. } => inline_text(text),
        })
        .collect()
}

fn check(uses: Vec<UseCase>, says: [&str; 2], never: [&str; 2]) {
    let library = library();
    for (position, language) in Language::ALL.into_iter().enumerate() {
        let text = text(&library, uses.clone(), language);
        assert!(
            text.contains(says[position]),
            "{} is missing in:\n{text}",
            says[position]
        );
        assert!(
            !text.contains(never[position]),
            "{} must not be said in:\n{text}",
            never[position]
        );
    }
}

#[test]
fn an_empty_register_is_not_called_a_success() {
    check(
        Vec::new(),
        [
            "Aucun usage n’est connu à cette date",
            "No use is known at this date",
        ],
        ["la majorité", "most uses"],
    );
}

const MORE_THAN_HALF: [&str; 2] = [
    "la majorité des usages s’arrêtent avec lui",
    "most uses stop with it",
];

/// Two tools for the uses in use; the first one carries `first` of `all` of them.
fn resting(first: u32, all: u32) -> Vec<UseCase> {
    (0..all)
        .map(|number| {
            use_case(number, |u| {
                let others = format!("outil-{number}");
                u.tool = Some(if number < first {
                    "plume".to_owned()
                } else {
                    others
                });
            })
        })
        .collect()
}

#[test]
fn most_is_said_when_it_is_most() {
    check(
        resting(3, 5),
        MORE_THAN_HALF,
        ["Aucun usage n’est connu", "No use is known at"],
    );
}

#[test]
fn most_is_not_said_of_a_half() {
    check(resting(2, 4), ["50", "50"], MORE_THAN_HALF);
}

#[test]
fn unknown_effects_are_said_when_they_prevail_and_only_then() {
    let unknown = |count: u32, all: u32| -> Vec<UseCase> {
        let silent = |u: &mut UseCase| u.work_effects = None;
        (0..all)
            .map(|number| {
                use_case(number, |u| {
                    if number < count {
                        silent(u)
                    }
                })
            })
            .collect()
    };
    let prevails = ["L’inconnu l’emporte", "The unknown prevails"];
    check(unknown(3, 5), prevails, ["xyz", "xyz"]);
    check(
        unknown(2, 5),
        ["On ne sait pas pour 2", "For 2, it is not known"],
        prevails,
    );
}

#[test]
fn the_same_report_gives_the_same_bytes_whatever_signs_its_names_hold() {
    let library = library();
    let mut uses = resting(3, 5);
    // Signs that no font of the binary draws, and letters that one does.
    let names = ["Aide 😀 ✅", "Traduire : 中文, தமிழ்", "Ελληνικά, עברית"];
    for (used, name) in uses.iter_mut().zip(names) {
        used.name = domain::Text::one("fr", name);
    }
    let mut snapshot = snapshot(&library, uses);
    // A name is a name, whatever Markdown would make of it.
    snapshot.authorities[0].name = domain::Text::one("fr", "# Ville <b> [x](y) *z* & `w`");
    let numbers = Numbers::count(&snapshot, Scope::Authority("ville"));
    let dashboard = Dashboard {
        snapshot: &snapshot,
        scope: Scope::Authority("ville"),
        numbers: &numbers,
        wording: Wording {
            words: &library.words,
            reference: &library.reference,
            language: Language::Fr,
        },
    };
    let (report, errors) = Report::write(&library.tree, &dashboard, &samples::edition());
    assert_eq!(errors, []);
    let set = || report::pdf(&library.tree, &dashboard, &report).expect("PDF/UA-1 and PDF/A-2a");
    let first = set();
    assert!(first.starts_with(b"%PDF-1.7"));
    assert!(first == set(), "two runs differ");
    let text = String::from_utf8_lossy(&first);
    assert!(
        text.contains("<xmpRights:WebStatement>https://creativecommons.org/licenses/by-sa/4.0/")
    );
    assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"));
    let blocks = report.chapters.iter().flat_map(|chapter| &chapter.blocks);
    let said: Vec<_> = blocks.map(block_text).collect();
    let name = "# Ville <b> [x](y) *z* & `w`";
    assert!(said.iter().any(|block| block.contains(name)), "{said:?}");
}

/// The rows of a table, as a reader of French sees them.
fn rows(uses: Vec<UseCase>, table: &str) -> Vec<Vec<String>> {
    let library = library();
    let snapshot = snapshot(&library, uses);
    let numbers = Numbers::count(&snapshot, Scope::Everyone);
    let dashboard = Dashboard {
        snapshot: &snapshot,
        scope: Scope::Everyone,
        numbers: &numbers,
        wording: Wording {
            words: &library.words,
            reference: &library.reference,
            language: Language::Fr,
        },
    };
    let Some(Block::Table(table)) = report::block(table, &dashboard) else {
        panic!("{table} is a table");
    };
    let rows = table.rows.into_iter();
    rows.map(|row| row.into_iter().map(|cell| cell.text).collect())
        .collect()
}

fn with_views(number: u32, views: &[(&str, Function, Sense)]) -> UseCase {
    use_case(number, |u| {
        let views = views
            .iter()
            .map(|(criterion, function, sense)| EthicalView {
                criterion: (*criterion).to_owned(),
                function: *function,
                sense: *sense,
                reasons: vec![Text::one("fr", "Parce que")],
                given_on: None,
                on_version: None,
            });
        u.ethical_views = views.collect();
    })
}

fn a_register_of_views() -> Vec<UseCase> {
    let transparency = |function, sense| ("transparency", function, sense);
    let mut in_summary = with_views(3, &[transparency(Function::Hr, Sense::Unfavourable)]);
    in_summary.publication.level = PublicationLevel::Summary;
    vec![
        with_views(
            1,
            &[
                transparency(Function::Dpo, Sense::Favourable),
                transparency(Function::Digital, Sense::Favourable),
                transparency(Function::Legal, Sense::Reserved),
            ],
        ),
        with_views(2, &[("sobriety", Function::Dpo, Sense::Unfavourable)]),
        in_summary,
        with_views(4, &[]),
    ]
}

#[test]
fn views_are_counted_value_by_value_and_a_summary_is_not_silence() {
    let rows = rows(a_register_of_views(), "values");
    let row = |name: &str| {
        let mut found = rows.iter().filter(|row| row[0] == name);
        found.next().expect("every value has a row")[1..].to_vec()
    };
    assert_eq!(row("Transparence"), ["0", "1", "0", "1", "2"]);
    assert_eq!(row("Sobriété"), ["1", "0", "0", "0", "2"]);
    assert_eq!(row("Égalité d’accès"), ["0", "0", "0", "0", "3"]);
}

#[test]
fn without_a_record_published_in_full_no_value_is_counted() {
    let mut hidden = with_views(1, &[]);
    hidden.publication.level = PublicationLevel::Summary;
    assert_eq!(rows(vec![hidden], "values"), Vec::<Vec<String>>::new());
}

#[test]
fn dissent_is_read_first_with_its_reasons() {
    let rows = rows(a_register_of_views(), "views-on-values");
    let said: Vec<_> = rows
        .iter()
        .map(|row| [&*row[1], &*row[3], &*row[4]])
        .collect();
    assert_eq!(said.len(), 4, "the views of a summary are not published");
    assert_eq!(said[0], ["Sobriété", "Défavorable", "Parce que"]);
    assert_eq!(said[1][..2], ["Transparence", "Réservé"]);
}
