//! The API over HTTP: methods, headers, refusals in both languages, how often.

use crate::browser::{Answer, ask, get};
use crate::served::Served;
use crate::site::address;
use serde_json::Value;

fn api(path: &str) -> Answer {
    get(address(), &format!("/api/v1{path}"))
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("JSON: {}", answer.body))
}

fn with(path: &str, method: &str, headers: &[(&str, &str)]) -> Answer {
    ask(address(), method, &format!("/api/v1{path}"), headers, "")
}

#[test]
fn every_address_of_the_index_answers_and_anybody_may_read_it() {
    let index = json(&api(""));
    let links = index["links"].as_object().expect("links");
    assert!(links.len() >= 10, "{}", links.len());
    let base = format!("http://{}", address());
    for (name, link) in links {
        let path = link.as_str().expect("an address");
        let path = path.strip_prefix(&base).expect("ours");
        let answer = get(address(), path);
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.header("content-type"), "application/json", "{name}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{name}");
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=60",
            "{name}"
        );
        assert_eq!(answer.header("set-cookie"), "", "{name}: no cookie");
        json(&answer);
    }
    assert_eq!(api("/").status, 200, "with a slash too");
}

#[test]
fn the_register_of_the_api_is_that_of_the_site() {
    let listed = json(&api("/use-cases?limit=200"));
    let file = get(address(), "/fr/ensemble/registre.json");
    let file: Value = serde_json::from_str(&file.body).expect("JSON");
    let records = file["records"].as_array().expect("records");
    assert_eq!(listed["total"], records.len());
    let items = listed["items"].as_array().expect("items");
    for (item, record) in items.iter().zip(records) {
        for (field, value) in record.as_object().expect("a record") {
            assert_eq!(&item[field], value, "{}: {field}", record["reference"]);
        }
        let page = item["page"]["en"].as_str().expect("a page");
        let path = page
            .split_once("//")
            .and_then(|(_, rest)| rest.split_once('/'));
        let (_, path) = path.expect("an address");
        assert_eq!(get(address(), &format!("/{path}")).status, 200, "{path}");
    }
    let found = json(&api("/use-cases?q=delibertion"));
    assert_eq!(
        found["items"][0]["reference"], "VAL-004",
        "typing errors too"
    );
}

#[test]
fn an_answer_that_is_known_is_not_sent_again() {
    let first = api("/tools");
    let etag = first.header("etag").to_owned();
    let again = with("/tools", "GET", &[("If-None-Match", &etag)]);
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    assert_eq!(again.header("access-control-allow-origin"), "*");
    let other = with("/tools", "GET", &[("If-None-Match", "\"x\"")]);
    assert_eq!(other.status, 200);
}

#[test]
fn the_api_is_for_reading() {
    let head = with("/tools", "HEAD", &[]);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("etag"), api("/tools").header("etag"));
    let options = with("/tools", "OPTIONS", &[("Origin", "https://a.example")]);
    assert_eq!(options.status, 204);
    assert_eq!(options.header("allow"), "GET, HEAD, OPTIONS");
    assert!(
        options
            .header("access-control-allow-methods")
            .contains("GET")
    );
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let answer = with("/use-cases/VAL-006", method, &[]);
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.header("allow"), "GET, HEAD, OPTIONS", "{method}");
        assert_eq!(json(&answer)["status"], 405, "{method}");
    }
}

fn check_problem(path: &str, language: &str, status: u16, words: &str) {
    let answer = with(path, "GET", &[("Accept-Language", language)]);
    assert_eq!(answer.status, status, "{path}");
    let kind = answer.header("content-type");
    assert_eq!(kind, "application/problem+json", "{path}");
    assert_eq!(answer.header("content-language"), language, "{path}");
    assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
    let problem = json(&answer);
    assert_eq!(problem["status"], status, "{path}");
    let detail = problem["detail"].as_str().expect("words");
    assert!(detail.contains(words), "{path}: {detail}");
    assert!(
        !problem["hint"].as_str().expect("advice").is_empty(),
        "{path}"
    );
    let explained = problem["type"].as_str().expect("an address");
    let (page, anchor) = explained.split_once('#').expect("a place on a page");
    let (_, page) = page.split_once(&address().to_string()).expect("ours");
    let page = get(address(), page);
    assert_eq!(page.status, 200, "{explained}");
    assert!(
        page.body.contains(&format!("id=\"{anchor}\"")),
        "{explained}"
    );
}

#[test]
fn a_refusal_says_what_is_wrong_and_what_to_do_in_both_languages() {
    check_problem("/nothing", "fr", 404, "n’a pas d’adresse");
    check_problem("/nothing", "en", 404, "has no address");
    check_problem("/use-cases/VAL-026", "en", 404, "VAL-026");
    check_problem("/use-cases?couleur=bleu", "fr", 400, "couleur");
    check_problem("/use-cases?state=dreamt", "en", 400, "wished");
    check_problem("/use-cases?cursor=00ff", "en", 400, "no cursor");
    check_problem("/changes?since=%00", "fr", 400, "since");
    check_problem("/tools/%3Cscript%3E", "en", 404, "script");
}

#[test]
fn whoever_asks_too_often_is_told_how_long_to_wait() {
    let served = Served::demonstration("[api]\nrequests_per_minute = 5\n");
    let from = |who: &str| {
        ask(
            served.address,
            "GET",
            "/api/v1",
            &[("X-Forwarded-For", who)],
            "",
        )
    };
    for _ in 0..5 {
        assert_eq!(from("192.0.2.1").status, 200);
    }
    let refused = from("192.0.2.1");
    assert_eq!(refused.status, 429);
    let seconds: u64 = refused.header("retry-after").parse().expect("seconds");
    assert!((1..=12).contains(&seconds), "{seconds}");
    assert_eq!(json(&refused)["status"], 429);
    assert_eq!(from("192.0.2.2").status, 200, "nobody else waits");
    let page = ask(
        served.address,
        "GET",
        "/fr/",
        &[("X-Forwarded-For", "192.0.2.1")],
        "",
    );
    assert_eq!(page.status, 200, "pages are for people");
}

#[test]
fn the_site_says_what_it_offers_to_other_observatories() {
    let answer = get(address(), "/.well-known/observatoire-ia.json");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let document = json(&answer);
    let site = format!("http://{}", address());
    assert_eq!(document["format"], "observatoire-ia/1");
    assert_eq!(document["site"], site);
    assert_eq!(document["licence"]["id"], "etalab-2.0");
    assert_eq!(document["vocabulary"], format!("{site}/vocabulaire#"));
    let files = document["open_data"].as_array().expect("files");
    let of_pages = publish::open_data::PageFile::all().count();
    let all = publish::open_data::OpenFile::ALL.len() + of_pages;
    assert_eq!(files.len(), all);
    for file in files {
        let url = file["url"].as_str().expect("an address");
        let path = url.strip_prefix(&site).expect("ours");
        assert_eq!(get(address(), path).status, 200, "{url}");
    }
}

#[test]
fn the_page_of_the_api_tells_every_address_and_stays_light() {
    for language in ["fr", "en"] {
        let page = get(address(), &format!("/{language}/ensemble/api"));
        assert_eq!(page.status, 200);
        for resource in publish::api::Resource::ALL {
            let path = format!("<code>/api/v1{}</code>", resource.path());
            assert!(page.body.contains(&path), "{language}: {path}");
        }
        let elements = publish::ecoindex::elements(&page.body);
        assert!(elements <= 380, "{language}: {elements}");
    }
}
