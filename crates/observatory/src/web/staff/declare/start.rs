use super::super::form::Form;
use super::super::member::Inside;
use super::comer::{Comer, Declaring};
use super::desk::allowed;
use super::guest;
use crate::clock;
use crate::declaration::{Answers, Step};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::may_i::Asked;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use crate::web::visit::redirect;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;
use store::Draft;
use uuid::Uuid;

/// Drafts that one person may keep.
const DRAFTS_MAX: usize = 50;
/// Drafts listed at once, the latest first: the page stays light.
const LINES_MAX: usize = 25;
/// The step at which the person stopped, in the draft.
pub(super) const LEFT_AT: &str = "_etape";

#[derive(Template)]
#[template(path = "staff/declare/start.html")]
struct Page<'a> {
    layout: Layout<'a>,
    /// That no other draft can be kept until one is sent or deleted.
    full: Option<String>,
    notice: Option<String>,
    no_sanction: Option<String>,
    drafts: Vec<Line>,
    more: Option<String>,
    picked: Vec<(String, String)>,
    jeton: String,
}

/// A draft of the person.
struct Line {
    name: String,
    changed: String,
    resume: String,
    delete: String,
}

/// What declaring is, and the drafts of the person.
pub(super) async fn page(comer: Comer) -> Response {
    let inside = match comer {
        Comer::Member(inside) => inside,
        Comer::Guest(inside) => return guest::back(&inside).await,
        Comer::Stranger(visit) => return guest::offered(&visit),
    };
    let page = match drafts(&inside).await {
        Ok(drafts) => render(&inside, &drafts, picked(&inside)),
        Err(error) => Err(error),
    };
    inside.answer(page)
}

/// Every draft of the person, the latest first, whatever the authority.
async fn drafts(inside: &Inside) -> Result<Vec<Draft>, PageError> {
    allowed(inside)?;
    let store = &inside.visit.app.instance.store;
    let drafts = store.drafts_of(inside.account.id).await;
    drafts.map_err(|error| PageError::Internal(error.into()))
}

/// The page; once the person has as many drafts as may be kept it says so, and lists them all.
fn render(
    inside: &Inside,
    drafts: &[Draft],
    picked: BTreeMap<String, String>,
) -> Result<Rendered, PageError> {
    let is_full = drafts.len() >= DRAFTS_MAX;
    let scope = &inside.visit.place.scope;
    let query = Form::read(inside.visit.uri.query().unwrap_or_default());
    let layout = inside.layout("declarer", "declare");
    let title = layout.say("declare-title");
    let notice = match (query.has("garde", "1"), query.has("efface", "1")) {
        (true, _) => Some(layout.say("declare-kept")),
        (_, true) => Some(layout.say("declare-deleted")),
        _ => None,
    };
    let listed = drafts
        .iter()
        .filter(|draft| is_full || draft.authority == *scope);
    let listed: Vec<_> = listed.collect();
    let blanks = [("count", drafts.len().into()), ("most", DRAFTS_MAX.into())];
    let more = listed.len().saturating_sub(LINES_MAX);
    let page = Page {
        full: is_full.then(|| layout.w.format("declare-full", &blanks)),
        notice,
        no_sanction: no_sanction(inside, &layout),
        drafts: listed
            .iter()
            .take(LINES_MAX)
            .map(|draft| line(inside, draft))
            .collect(),
        more: (more > 0).then(|| layout.w.format("space-more", &[("count", more.into())])),
        picked: picked.into_iter().collect(),
        jeton: inside.session.form_token.clone(),
        layout: layout.titled(title),
    };
    let language = inside.visit.place.language;
    Ok(finish(&inside.visit.site, language, page.render()?))
}

/// That nobody is sanctioned, only when the act that says so is recorded.
fn no_sanction(inside: &Inside, layout: &Layout<'_>) -> Option<String> {
    let authority = inside
        .visit
        .site
        .snapshot
        .authority(&inside.visit.place.scope)?;
    let act = layout.w.text(authority.no_sanction_act.as_ref()?);
    Some(layout.w.format("no-sanction", &[("act", act.into())]))
}

fn line(inside: &Inside, draft: &Draft) -> Line {
    let place = &Place {
        language: inside.visit.place.language,
        scope: draft.authority.clone(),
    };
    let w = inside.visit.site.wording(place.language);
    let answers = Answers(&draft.answers);
    let authority = inside.visit.site.snapshot.authority(&place.scope);
    let zone = authority.map_or("UTC", |authority| authority.time_zone.as_str());
    let changed = w.date(clock::day_in(draft.changed_at, zone));
    let name = answers.filled("nom").or(answers.filled("besoin"));
    Line {
        name: name.map_or_else(|| w.get("declare-unnamed"), str::to_owned),
        changed: w.format("declare-changed", &[("date", changed.into())]),
        resume: resume(place, draft),
        delete: place.page(&format!("declarer/{}/effacer", draft.id)),
    }
}

/// Where a draft is picked up: the first step that was not begun, else the check of the answers.
pub(super) fn resume(place: &Place, draft: &Draft) -> String {
    let step = to_resume(&Answers(&draft.answers));
    place.page(&format!("declarer/{}/{step}", draft.id))
}

/// The step where the person stopped, else the first one that was not begun, else the check.
fn to_resume(answers: &Answers<'_>) -> String {
    if let Some(step) = answers.filled(LEFT_AT) {
        return step.to_owned();
    }
    let next = Step::ALL.into_iter().find(|step| !answers.has_begun(*step));
    next.map_or_else(|| "verifier".to_owned(), |step| step.number().to_string())
}

/// What was picked on “May I?”, as a draft keeps it.
fn picked(inside: &Inside) -> BTreeMap<String, String> {
    picks(inside, inside.visit.uri.query().unwrap_or_default())
}

fn picks(inside: &Inside, query: &str) -> BTreeMap<String, String> {
    picked_in(&inside.visit.site, query)
}

/// What a question names of the sheets, as a draft keeps it.
pub(super) fn picked_in(site: &Site, query: &str) -> BTreeMap<String, String> {
    let sheets = &site.library.reference.sheets;
    let asked = Asked::read(query, sheets);
    let mut picks = BTreeMap::new();
    picks.extend(asked.task.map(|task| ("tache".to_owned(), task)));
    picks.extend(asked.tool.map(|tool| ("outil".to_owned(), tool)));
    if !asked.kinds.is_empty() {
        picks.insert("donnees".to_owned(), asked.kinds.join("\n"));
    }
    picks
}

/// The same picks, sent by the form of the page.
pub(super) fn picks_sent(form: &Form) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for name in ["tache", "outil", "donnees"] {
        let lines = form.all(name).iter().flat_map(|value| value.lines());
        query.extend_pairs(lines.map(|value| (name, value)));
    }
    query.finish()
}

/// A new draft was asked for.
pub(super) async fn create(Declaring(inside): Declaring, body: String) -> Response {
    if inside.guest.is_some() {
        // They have one declaration, begun with their link.
        return redirect(&inside.visit.place.page("declarer"));
    }
    match created(&inside, &body).await {
        Ok(Created::Draft(draft)) => {
            redirect(&inside.visit.place.page(&format!("declarer/{draft}/1")))
        }
        Ok(Created::Full(page)) => inside.answer(Ok(page)),
        Err(error) => inside.visit.fail(&error),
    }
}

/// What became of a wish for a new draft.
enum Created {
    Draft(Uuid),
    /// Too many are kept already: the page that lists them.
    Full(Rendered),
}

async fn created(inside: &Inside, body: &str) -> Result<Created, PageError> {
    let drafts = drafts(inside).await?;
    let form = inside.form(body)?;
    let store = &inside.visit.app.instance.store;
    let internal = |error: store::StoreError| PageError::Internal(error.into());
    if drafts.len() >= DRAFTS_MAX {
        let picked = picks(inside, &picks_sent(&form));
        let page = render(inside, &drafts, picked)?;
        return Ok(Created::Full(
            page.with_status(StatusCode::UNPROCESSABLE_ENTITY),
        ));
    }
    let draft = Draft {
        id: Uuid::now_v7(),
        account: inside.account.id,
        authority: inside.visit.place.scope.clone(),
        answers: picks(inside, &picks_sent(&form)),
        changed_at: clock::now(),
    };
    store.put_draft(&draft).await.map_err(internal)?;
    Ok(Created::Draft(draft.id))
}
