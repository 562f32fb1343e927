use crate::browser::{Answer, ask, get, post};
use observatory::instance::Instance;
use observatory::web::{Options, serve};
use observatory::{config, pipeline};
use publish::charts::lint;
use publish::ecoindex;
use publish::open_data::OpenFile;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::{OnceLock, mpsc};
use std::{fs, thread};

/// The demonstration, served once for every test that reads pages.
pub(crate) fn address() -> SocketAddr {
    static ADDRESS: OnceLock<SocketAddr> = OnceLock::new();
    *ADDRESS.get_or_init(|| {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                let folder = tempfile::tempdir().expect("a folder");
                fs::write(folder.path().join(config::FILE), "").expect("written");
                pipeline::demo::install_sheets(folder.path()).expect("written");
                let instance = Instance::open(folder.path().to_path_buf())
                    .await
                    .expect("opens");
                let today = "2026-06-30".parse().expect("a day");
                pipeline::demo::load(&instance, today).await.expect("loads");
                let options = Options {
                    listen: "127.0.0.1:0".to_owned(),
                    public_url: None,
                    metrics: None,
                };
                let started = |address| sender.send(address).expect("somebody waits");
                serve(instance, options, started).await.expect("serves");
            });
        });
        receiver.recv().expect("the site starts")
    })
}

/// Every page of the map, by path.
fn pages() -> Vec<String> {
    let map = get(address(), "/sitemap.xml");
    let base = format!("http://{}", address());
    let urls = map
        .body
        .split("<loc>")
        .skip(1)
        .filter_map(|piece| piece.split('<').next());
    urls.map(|url| url.strip_prefix(&base).expect("ours").to_owned())
        .collect()
}

/// Notes that must never leave: the internal ones of the demonstration.
fn secrets() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/use-cases");
    let tree = reference::Tree::from_dir(&root).expect("the demonstration");
    let mut notes = Vec::new();
    for path in tree.paths("", ".yaml") {
        let (node, _) = reference::parse(path, tree.text(path).expect("UTF-8"));
        let record = node.expect("valid").to_json();
        for opinion in record["opinions"].as_array().into_iter().flatten() {
            notes.extend(opinion["internal_note"]["fr"].as_str().map(str::to_owned));
        }
        if record["publication"]["level"] == "internal" {
            notes.extend(record["name"]["fr"].as_str().map(str::to_owned));
        }
    }
    notes.extend(crate::messages::words_of_senders());
    assert!(notes.len() > 7, "the demonstration has something to hide");
    notes
}

fn check_page(path: &str, page: &Answer) {
    assert_eq!(page.status, 200, "{path}");
    assert!(
        page.header("content-security-policy")
            .starts_with("default-src 'none'"),
        "{path}"
    );
    assert_eq!(
        page.header("set-cookie"),
        "",
        "{path}: no cookie on public pages"
    );
    let html = &page.body;
    let language = &path[1..3];
    assert!(
        html.contains(&format!("<html lang=\"{language}\">")),
        "{path}"
    );
    assert_eq!(html.matches("<h1").count(), 1, "{path}: one title");
    assert_eq!(html.matches("<script").count(), 0, "{path}: no script");
    assert_eq!(
        html.matches(" style=\"").count(),
        0,
        "{path}: no inline style"
    );
    assert!(!html.contains("@@weight@@"), "{path}: its weight is told");
    assert_eq!(lint(html), Vec::<String>::new(), "{path}");
    let unsaid = html
        .split('[')
        .skip(1)
        .filter_map(|piece| piece.split(']').next());
    let unsaid: Vec<_> = unsaid
        .filter(|piece| {
            piece.contains('-') && piece.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        })
        .collect();
    assert_eq!(unsaid, Vec::<&str>::new(), "{path}: messages without words");
    assert!(
        !html.contains("{$") && !html.contains("{ $"),
        "{path}: a blank was not filled"
    );
}

#[test]
fn every_page_of_the_map_is_complete_and_keeps_its_secrets() {
    let secrets = secrets();
    let pages = pages();
    assert!(pages.len() > 100, "{}", pages.len());
    for path in &pages {
        let page = get(address(), path);
        check_page(path, &page);
        for secret in &secrets {
            assert!(
                !page.body.contains(secret.as_str()),
                "{path} tells {secret}"
            );
        }
    }
    for path in [
        "/fr/ensemble/registre.atom",
        "/fr/ensemble/registre.feed.json",
        "/en/metropole-valmorel/fiche/val-006.json",
        "/fr/ensemble/tableau-de-bord/tools.csv",
        "/fr/ensemble/dependances.csv",
        "/vocabulaire.jsonld",
        "/fr/ensemble/formats/registre-own-uses.csv",
        "/en/ensemble/formats/registre-atrs.json",
    ] {
        check_file(path, &secrets);
    }
    for file in OpenFile::ALL {
        for scope in ["fr/ensemble", "en/ville-valmorel"] {
            check_file(&format!("/{scope}/{}", file.name()), &secrets);
        }
    }
}

fn check_file(path: &str, secrets: &[String]) {
    let file = get(address(), path);
    assert_eq!(file.status, 200, "{path}");
    for secret in secrets {
        assert!(
            !file.body.contains(secret.as_str()),
            "{path} tells {secret}"
        );
    }
}

#[test]
fn pages_keep_their_number_of_elements() {
    for (path, limit) in [
        ("/fr/ensemble/donnees", 380),
        ("/en/metropole-valmorel/donnees", 380),
        ("/fr/ensemble/formats", 380),
        ("/fr/metropole-valmorel/", 250),
        ("/fr/", 250),
        ("/fr/metropole-valmorel/fiche/val-006", 250),
    ] {
        check_elements(path, limit);
    }
}

/// The page, within its number of elements.
fn check_elements(path: &str, limit: usize) -> Answer {
    let page = get(address(), path);
    assert_eq!(page.status, 200, "{path}");
    let elements = ecoindex::elements(&page.body);
    assert!(elements <= limit, "{path}: {elements} elements");
    page
}

/// Elements of a chapter or of a table of the report, at most.
const OF_REPORT: usize = 380;

#[test]
fn every_chapter_is_light_and_leads_to_what_it_does_not_show() {
    let pages = pages();
    let chapters = pages.iter().filter(|path| {
        let mut parts = path.split('/').skip(3);
        parts.next() == Some("rapport")
    });
    let mut seen = 0;
    for path in chapters {
        let page = check_elements(path, OF_REPORT);
        for link in links(&page.body) {
            let is_further = ["/rapport/tableau/", "/tableau-de-bord/"]
                .iter()
                .any(|part| link.contains(part));
            if is_further {
                check_anchor(path, &link);
            }
        }
        seen += 1;
    }
    assert!(seen >= 2 * 3 * 14, "languages, scopes, chapters: {seen}");
}

/// Addresses that a page leads to.
fn links(body: &str) -> BTreeSet<String> {
    let hrefs = body.split("href=\"").skip(1);
    let hrefs = hrefs.filter_map(|piece| piece.split('"').next());
    hrefs.map(|href| href.replace("&amp;", "&")).collect()
}

/// The page of a link exists and holds the place that the link names.
fn check_anchor(from: &str, link: &str) {
    let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
    let answer = get(address(), page);
    assert_eq!(answer.status, 200, "{from} leads to {link}");
    let id = format!(" id=\"{anchor}\"");
    assert!(
        anchor.is_empty() || answer.body.contains(&id),
        "{from} leads to {link}"
    );
}

#[test]
fn every_table_of_the_report_is_whole_on_light_pages() {
    for language in ["fr", "en"] {
        for scope in ["ensemble", "metropole-valmorel", "ville-valmorel"] {
            for name in publish::report::TABLES {
                if name != "glossary" {
                    check_table(&format!("/{language}/{scope}/rapport/tableau/{name}"));
                }
            }
        }
    }
    check_status("/fr/ensemble/rapport/tableau/sources?page=99", 404);
    let sources = get(address(), "/fr/ensemble/rapport/tableau/sources?page=x");
    assert_eq!(sources.status, 200);
}

/// Reads a table page after page: each row is told once, and as many as the page says.
fn check_table(path: &str) {
    let mut rows = 0;
    for number in 1.. {
        let page = match number {
            1 => path.to_owned(),
            _ => format!("{path}?page={number}"),
        };
        let body = check_elements(&page, OF_REPORT).body;
        rows += body.matches("<th scope=\"row\"").count();
        let next = format!("{path}?page={}\"", number + 1);
        if !body.contains(&next) {
            let told = body.contains("class=\"pager\"");
            let total = format!(" {rows}.</p>");
            assert!(!told || body.contains(&total), "{page}: {rows} rows");
            return;
        }
    }
}

#[test]
fn the_catalogue_comes_in_the_form_that_is_asked_for() {
    for (accept, page) in [
        ("", "catalogue.jsonld"),
        ("*/*", "catalogue.jsonld"),
        ("text/turtle", "catalogue.ttl"),
        ("text/turtle, text/html;q=0.1", "catalogue.ttl"),
        ("application/rdf+xml", "catalogue.rdf"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "donnees"),
    ] {
        let path = "/fr/ville-valmorel/catalogue";
        let answer = ask(address(), "GET", path, &[("Accept", accept)], "");
        assert_eq!(answer.status, 303, "{accept}");
        let expected = format!("/fr/ville-valmorel/{page}");
        assert_eq!(answer.header("location"), expected, "{accept}");
        assert_eq!(answer.header("vary"), "accept", "{accept}");
    }
    let turtle = get(address(), "/fr/ensemble/catalogue.ttl");
    assert_eq!(turtle.header("content-type"), "text/turtle; charset=utf-8");
}

#[test]
fn the_page_of_the_data_gives_the_sum_of_each_file() {
    let page = get(address(), "/fr/ensemble/donnees");
    let sums = get(address(), "/fr/ensemble/SHA256SUMS");
    let data = OpenFile::ALL.into_iter().filter(|file| file.is_data());
    assert_eq!(sums.body.lines().count(), data.count());
    for line in sums.body.lines() {
        let (sum, name) = line.split_once("  ").expect("a sum and a name");
        assert!(page.body.contains(sum), "{name}");
        assert!(
            page.body.contains(&format!("/fr/ensemble/{name}\"")),
            "{name}"
        );
    }
}

#[test]
fn both_feeds_tell_the_same_news() {
    let atom = get(address(), "/fr/ensemble/registre.atom");
    let feed = get(address(), "/fr/ensemble/registre.feed.json");
    let feed: serde_json::Value = serde_json::from_str(&feed.body).expect("JSON");
    let items = feed["items"].as_array().expect("items");
    assert!(!items.is_empty());
    assert_eq!(items.len(), atom.body.matches("<entry>").count());
    for item in items {
        let id = item["id"].as_str().expect("an identifier");
        assert!(atom.body.contains(&format!("<id>{id}</id>")), "{id}");
    }
}

#[test]
fn a_feed_says_whose_it_is() {
    let mut titles = std::collections::BTreeSet::new();
    for (scope, name) in [
        ("ville-valmorel", "Ville de Valmorel"),
        ("metropole-valmorel", "Métropole de Valmorel"),
        ("ensemble", " et "),
    ] {
        let atom = get(address(), &format!("/fr/{scope}/registre.atom")).body;
        let between = |tag: &str| {
            let rest = atom.split(&format!("<{tag}>")).nth(1).expect("it is there");
            rest.split(&format!("</{tag}>"))
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        assert!(
            between("name").contains(name),
            "{scope}: {}",
            between("name")
        );
        assert!(between("title").contains(&between("name")), "{scope}");
        assert_eq!(between("rights"), "Licence Ouverte 2.0");
        assert!(
            titles.insert(between("title")),
            "{scope} has a title of its own"
        );
        let feed = get(address(), &format!("/fr/{scope}/registre.feed.json"));
        let feed: serde_json::Value = serde_json::from_str(&feed.body).expect("JSON");
        assert_eq!(feed["title"], between("title"));
        assert_eq!(feed["authors"][0]["name"], between("name"));
    }
}

#[test]
fn the_words_of_the_linked_data_are_described_at_their_address() {
    let answer = get(address(), "/vocabulaire");
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("location"), "/vocabulaire.jsonld");
    let file = get(address(), "/vocabulaire.jsonld");
    assert_eq!(file.header("content-type"), "application/ld+json");
    assert_eq!(file.header("access-control-allow-origin"), "*");
    let words: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
    assert_eq!(
        words["@context"]["@vocab"],
        format!("http://{}/vocabulaire#", address())
    );
}

#[test]
fn a_weakness_can_be_reported() {
    let file = get(address(), "/.well-known/security.txt");
    assert_eq!(file.status, 200);
    assert!(
        file.body
            .contains("Contact: mailto:observatoire-ia@valmorel.example\n")
    );
    assert!(file.body.contains("Expires: "));
}

#[test]
fn both_languages_have_the_same_pages() {
    let pages = pages();
    let of = |tag: &str| -> BTreeSet<String> {
        let start = format!("/{tag}/");
        let pages = pages.iter().filter_map(|page| page.strip_prefix(&start));
        pages.map(str::to_owned).collect()
    };
    assert_eq!(of("fr"), of("en"));
}

fn check_status(path: &str, status: u16) {
    let page = get(address(), path);
    assert_eq!(page.status, status, "{path}");
    if status == 404 {
        assert!(page.body.contains("<h1"), "{path}: a page, not a bare line");
    }
}

#[test]
fn what_does_not_exist_is_said_politely() {
    for path in [
        "/nothing",
        "/de/",
        "/fr/nowhere/",
        "/fr/ensemble/nothing",
        "/fr/ensemble/fiche/val-999",
        "/fr/ensemble/fiche/val-026",
        "/fr/ensemble/ailleurs/not-an-id",
        "/fr/ensemble/rapport/nothing",
        "/fr/ensemble/tableau-de-bord/nothing.csv",
        "/fr/ensemble/dependances/nothing",
        "/fr/ensemble/effets/nothing",
        "/id/not-an-id",
        "/static/nothing.css",
        "/fr/ville-valmorel/fiche/val-001",
    ] {
        check_status(path, 404);
    }
    check_status("/readyz", 200);
    check_status("/", 303);
    check_status("/fr/ensemble/", 303);
}

#[test]
fn no_question_breaks_the_register() {
    let long = format!("/fr/ensemble/registre?q={}", "é%22(".repeat(300));
    for path in [
        "/fr/ensemble/registre?q=%00%ff%22%27%3Cscript%3E",
        "/fr/ensemble/registre?page=99999999999999999999",
        "/fr/ensemble/registre?page=0&etat=&etat=x&donnees=%F0%9F%92%A5&tri=zz&source=zz",
        "/fr/ensemble/registre?q=%22%22%22%22&direction=%00",
        &long,
        "/en/ensemble/registre?source=ailleurs&editeur=nobody",
    ] {
        let page = get(address(), &path.replace('é', "%C3%A9"));
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.body.contains("<script>"), "{path}");
    }
    let huge = format!("/fr/ensemble/registre?q={}", "a".repeat(6_000));
    check_status(&huge, 414);
}

#[test]
fn a_search_finds_by_word_accent_and_typing_error() {
    for (asked, found) in [
        ("courrier", "val-005"),
        ("delib%C3%A9ration", "val-004"),
        ("deliberation", "val-004"),
        ("delibertion", "val-004"),
        ("VAL-010", "val-010"),
    ] {
        let page = get(address(), &format!("/fr/ensemble/registre?q={asked}"));
        assert!(
            page.body.contains(&format!("/fiche/{found}\"")),
            "{asked} finds {found}"
        );
    }
    let page = get(address(), "/fr/ensemble/registre?etat=refused");
    assert_eq!(page.body.matches("<h3>").count(), 4);
}

const OURS: (&str, &str) = ("Sec-Fetch-Site", "same-origin");

#[test]
fn a_message_is_stored_and_acknowledged() {
    let form = "sujet=problem&fiche=VAL-006&message=L%27horaire+est+faux";
    let page = post(address(), "/fr/ensemble/signaler", &[OURS], form);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("M-"), "a number to follow it");
}

#[test]
fn a_form_that_fails_keeps_what_was_typed() {
    let form = "message=Bonjour+%3Cb%3E&reponse=pas-une-adresse";
    let page = post(address(), "/fr/ensemble/signaler", &[OURS], form);
    assert_eq!(page.status, 422);
    for kept in [
        "Bonjour &#60;b&#62;",
        "value=\"pas-une-adresse\"",
        "role=\"alert\"",
        "#sujet",
    ] {
        assert!(page.body.contains(kept), "{kept} in {}", page.body);
    }
}

#[test]
fn a_form_from_elsewhere_or_too_large_is_refused() {
    let form = "sujet=problem&message=x";
    for header in [
        ("Sec-Fetch-Site", "cross-site"),
        ("Origin", "https://elsewhere.example"),
    ] {
        let page = post(address(), "/fr/ensemble/signaler", &[header], form);
        assert_eq!(page.status, 400, "{header:?}");
    }
    let large = format!("sujet=problem&message={}", "x".repeat(70_000));
    let page = post(address(), "/fr/ensemble/signaler", &[OURS], &large);
    assert_eq!(page.status, 413);
}

#[test]
fn an_identifier_leads_to_the_page_and_a_kept_page_is_not_sent_again() {
    let record = get(address(), "/fr/metropole-valmorel/fiche/val-006.json");
    let record: serde_json::Value = serde_json::from_str(&record.body).expect("JSON");
    let id = record["id"].as_str().expect("an identifier");
    let found = get(address(), &format!("/id/{id}"));
    let data = [("Accept", "application/json")];
    let data = ask(address(), "GET", &format!("/id/{id}"), &data, "");
    assert_eq!(
        data.header("location"),
        format!("{}.json", found.header("location"))
    );
    assert_eq!(found.status, 303);
    assert_eq!(
        found.header("location"),
        "/fr/metropole-valmorel/fiche/val-006"
    );
    let page = get(address(), "/fr/");
    let known = [("If-None-Match", page.header("etag"))];
    let again = crate::browser::ask(address(), "GET", "/fr/", &known, "");
    assert_eq!(again.status, 304);
}

#[test]
fn the_report_is_one_file_too() {
    let pdf = get(address(), "/en/ensemble/rapport/rapport.pdf");
    assert_eq!(pdf.status, 200);
    assert_eq!(pdf.header("content-type"), "application/pdf");
}

/// How many elements a page says it has, in its footer.
fn elements(page: &Answer) -> usize {
    let (before, _) = page.body.rsplit_once(" éléments").expect("its weight");
    let digits: String = before
        .chars()
        .rev()
        .skip_while(|c| c.is_whitespace())
        .take_while(char::is_ascii_digit)
        .collect();
    let digits: String = digits.chars().rev().collect();
    digits.parse().expect("a number")
}

#[test]
fn the_pages_of_the_law_are_light_and_say_that_they_are_no_advice() {
    let pages = pages();
    let of_law = pages.iter().filter(|page| {
        page.starts_with("/fr/ensemble/") && page.split('/').any(|part| part == "droit")
    });
    let mut count = 0;
    for path in of_law {
        let page = get(address(), path);
        assert!(
            page.body.contains("ce n’est pas un avis juridique"),
            "{path}"
        );
        assert!(elements(&page) <= 380, "{path}: {}", elements(&page));
        assert!(page.body.len() < 400_000, "{path}");
        count += 1;
    }
    assert!(
        count > 70,
        "every text, every rule and every record: {count}"
    );
    for path in pages
        .iter()
        .filter(|path| path.starts_with("/fr/ensemble/fiche/") && path.split('/').count() == 5)
    {
        let page = get(address(), path);
        assert!(page.body.contains(&format!("{path}/droit\"")), "{path}");
        assert!(elements(&page) <= 250, "{path}: {}", elements(&page));
    }
}

#[test]
fn the_law_of_a_record_reads_only_what_is_public() {
    let page = get(address(), "/fr/ensemble/fiche/val-024/droit");
    assert!(page.body.contains("la fiche publiée ne répond pas"));
    assert!(
        !page.body.contains("réponse de la fiche"),
        "answers to the law stay inside"
    );
    assert!(
        page.body
            .contains("Délégué·e à la protection des données, le 17\u{a0}mars 2026"),
        "signed sheets are public, with function and day"
    );
}

#[test]
fn a_record_published_as_a_summary_is_not_read_against_the_law() {
    let register = get(address(), "/fr/ensemble/registre.json");
    let register: serde_json::Value = serde_json::from_str(&register.body).expect("JSON");
    let records = register["records"].as_array().expect("records");
    let summary = records
        .iter()
        .find(|record| record["publication"]["level"] == "summary")
        .expect("the demonstration has one");
    let reference = summary["reference"].as_str().expect("a reference");
    let path = format!("/fr/ensemble/fiche/{}/droit", reference.to_lowercase());
    let page = get(address(), &path);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("publiée qu’en résumé"));
    assert_eq!(page.body.matches("<details").count(), 0);
}

#[test]
fn a_rule_says_its_dates_its_doubt_and_its_cases() {
    for (path, words) in [
        (
            "/fr/ensemble/droit/ria/explication-decision",
            &[
                "À confirmer",
                "Selon une lecture",
                "2 décembre 2027",
                "prévu d’abord le",
            ][..],
        ),
        (
            "/en/ensemble/droit/rgpd/aipd",
            &["At least 2 of these points", "reported by a third party"],
        ),
        (
            "/fr/ensemble/droit/cloud/sren-31-1-collectivites",
            &["Texte en discussion"],
        ),
    ] {
        let page = get(address(), path);
        let text = page.body.replace('\u{a0}', " ");
        for words in words {
            assert!(text.contains(words), "{path} says {words}");
        }
    }
    check_status("/fr/ensemble/droit/nothing", 404);
    check_status("/fr/ensemble/droit/ria/nothing", 404);
    check_status("/fr/ensemble/fiche/val-999/droit", 404);
}

#[test]
fn the_rules_are_open_data() {
    let file = get(address(), "/fr/ensemble/droit.json");
    assert_eq!(file.status, 200);
    let law: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
    assert_eq!(law["licence"], "etalab-2.0");
    let rules = law["rules"].as_array().expect("rules");
    assert!(rules.len() >= 58);
    for rule in rules {
        let id = rule["id"].as_str().expect("an identifier");
        assert!(rule["citation"]["fr"].is_string(), "{id}");
        assert!(
            !rule["certainty"].as_array().expect("levels").is_empty(),
            "{id}"
        );
        for source in rule["sources"].as_array().expect("sources") {
            let source = source.as_str().expect("an identifier");
            assert!(
                law["sources"][source]["title"]["fr"].is_string(),
                "{id}: {source}"
            );
        }
    }
}
