use super::peer_address;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::form::Form;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::{PeerRecord, Task};

/// Records on a page.
const RECORDS: usize = 25;

#[derive(Template)]
#[template(path = "pages/elsewhere_task.html")]
struct Page<'a> {
    layout: Layout<'a>,
    status: String,
    rule: String,
    records: Vec<Line>,
    earlier: Option<String>,
    later: Option<String>,
}

struct Line {
    url: String,
    name: String,
    language: String,
    publisher: String,
    words: String,
}

/// The records of others that speak of a task, with the words that say so.
pub(crate) fn render(
    site: &Site,
    place: &Place,
    task: &str,
    query: &str,
) -> Result<Rendered, PageError> {
    let task = Task::from_code(task).ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let rules = &site.library.reference.task_rules;
    let living = site
        .snapshot
        .peers
        .iter()
        .filter(|p| p.gone_since.is_none());
    let found: Vec<(&PeerRecord, &str)> = living
        .filter_map(|peer| {
            let mut tasks = site.snapshot.tasks_of(peer);
            Some((peer, tasks.find(|(known, _)| *known == task)?.1))
        })
        .collect();
    let last = found.len().div_ceil(RECORDS).max(1);
    let number = Form::read(query).one("page").parse().unwrap_or(1_usize);
    if number == 0 || number > last {
        return Err(PageError::NotFound);
    }
    let address = format!("ailleurs/taches/{}", task.code());
    let at = |number: usize| format!("{}?page={number}", place.page(&address));
    let line = |(peer, words): &(&PeerRecord, &str)| Line {
        url: peer_address(place, peer),
        name: peer.name.clone(),
        language: peer.language.clone(),
        publisher: match site.snapshot.publishers.get(&peer.publisher) {
            Some(publisher) => w.text(&publisher.name),
            None => peer.publisher.clone(),
        },
        words: w.format("elsewhere-words", &[("words", (*words).into())]),
    };
    let shown = found.iter().skip((number - 1) * RECORDS).take(RECORDS);
    let words: Vec<_> = rules
        .iter()
        .filter(|rule| rule.task == task)
        .flat_map(|rule| rule.words.iter().map(|word| format!("« {word} »")))
        .collect();
    let layout = Layout::new(site, place, &address, "register");
    let page = Page {
        status: w.format("elsewhere-task-count", &[("count", found.len().into())]),
        rule: w.format("elsewhere-task-rule", &[("words", words.join(", ").into())]),
        records: shown.map(line).collect(),
        earlier: (number > 1).then(|| at(number - 1)),
        later: (number < last).then(|| at(number + 1)),
        layout: layout.titled(w.label(Task::VOCABULARY, task.code())),
    };
    Ok(finish(site, place.language, page.render()?))
}
