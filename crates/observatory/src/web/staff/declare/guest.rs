//! Declaring without an account: asking for a link, and opening it.

use super::super::forgotten::looks_like_an_address;
use super::super::form::{Faults, Form};
use super::super::member::{Inside, close_former, private, recognise_guest, with_cookie};
use super::super::sign_in::fault;
use super::start::{picked_in, resume};
use crate::clock;
use crate::identity::guest;
use crate::identity::sign_in::normal;
use crate::pipeline::letters::Wanted;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::postman;
use crate::web::rendered::Rendered;
use crate::web::visit::{Visit, is_same_origin, redirect};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::HashMap;
use store::Draft;

#[derive(Template)]
#[template(path = "staff/declare/guest.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    notice: Option<String>,
    email: String,
    /// Which addresses may; `None` where no authority is named.
    domains: Option<String>,
    /// Authorities to choose from: name, address.
    places: Vec<(String, String)>,
    /// Where to sign in.
    sign_in: String,
    picks: Vec<(String, String)>,
    /// The declaration that was begun: its address, and the one that deletes it.
    begun: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "staff/declare/link.html")]
struct LinkPage<'a> {
    layout: Layout<'a>,
    /// Where the form leads; `None` when the link no longer works.
    action: Option<String>,
}

/// What may have just been done, and what to say of it.
const NOTICES: [(&str, &str); 3] = [
    ("demande", "guest-asked"),
    ("garde", "guest-kept"),
    ("efface", "declare-deleted"),
];

/// The first page, for whoever is not signed in.
pub(super) fn offered(visit: &Visit) -> Response {
    let layout = Layout::new(&visit.site, &visit.place, "declarer", "declare");
    show(visit, layout, None, "", (Faults::default(), StatusCode::OK))
}

/// The same, for somebody who opened their link.
pub(super) async fn back(inside: &Inside) -> Response {
    let visit = &inside.visit;
    let begun = match draft(inside).await {
        Ok(draft) => draft.map(|draft| {
            let delete = visit.place.page(&format!("declarer/{}/effacer", draft.id));
            (resume(&visit.place, &draft), delete)
        }),
        Err(error) => return visit.fail(&PageError::Internal(error)),
    };
    let layout = inside.layout("declarer", "declare");
    show(
        visit,
        layout,
        begun,
        "",
        (Faults::default(), StatusCode::OK),
    )
}

async fn draft(inside: &Inside) -> anyhow::Result<Option<Draft>> {
    let store = &inside.visit.app.instance.store;
    Ok(store.drafts_of(inside.account.id).await?.into_iter().next())
}

fn show(
    visit: &Visit,
    layout: Layout<'_>,
    begun: Option<(String, String)>,
    email: &str,
    (faults, status): (Faults, StatusCode),
) -> Response {
    match render(visit, layout, begun, email, faults) {
        Ok(page) => private(&page.with_status(status), &visit.headers),
        Err(error) => visit.fail(&error),
    }
}

fn render(
    visit: &Visit,
    layout: Layout<'_>,
    begun: Option<(String, String)>,
    email: &str,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let w = visit.site.wording(visit.place.language);
    let query = visit.uri.query().unwrap_or_default();
    let asked = Form::read(query);
    let notice = NOTICES.into_iter().find(|(name, _)| asked.has(name, "1"));
    let is_place = visit.site.snapshot.authority(&visit.place.scope).is_some();
    let table = &visit.app.instance.config.declare;
    let domains: Vec<_> = table.mail_domains.iter().map(|d| format!("@{d}")).collect();
    let blanks = [("domains", w.list(&domains).into())];
    let page = Page {
        faults,
        notice: notice.map(|(_, key)| w.get(key)),
        email: email.to_owned(),
        domains: is_place.then(|| w.format("guest-domains", &blanks)),
        places: match is_place {
            true => Vec::new(),
            false => layout.scopes.clone(),
        },
        sign_in: super::super::member::sign_in_address(visit),
        picks: picked_in(&visit.site, query).into_iter().collect(),
        begun,
        layout: layout.titled(w.get("declare-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// A link is asked for. The answer comes before anything is looked up.
pub(super) async fn ask(visit: Visit, body: String) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    let config = &visit.app.instance.config;
    if !config.declares_without_account() || !is_authority(&visit) {
        return visit.fail(&PageError::NotFound);
    }
    let form = Form::read(&body);
    let email = normal(form.one("courriel"));
    let key = match looks_like_an_address(&email) {
        false => Some("forgotten-no-address"),
        true => (!config.declare.admits(&email)).then_some("guest-other-domain"),
    };
    if let Some(key) = key {
        return refused(&visit, &email, key, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let wanted = Wanted::Declaration {
        email: email.clone(),
        authority: visit.place.scope.clone(),
        language: visit.place.language,
        picks: picks(&visit, &form),
    };
    if !postman::take(&visit.app, wanted) {
        return refused(
            &visit,
            &email,
            "forgotten-too-many",
            StatusCode::TOO_MANY_REQUESTS,
        );
    }
    redirect(&format!("{}?demande=1", visit.place.page("declarer")))
}

fn is_authority(visit: &Visit) -> bool {
    visit.site.snapshot.authority(&visit.place.scope).is_some()
}

fn refused(visit: &Visit, email: &str, key: &str, status: StatusCode) -> Response {
    let layout = Layout::new(&visit.site, &visit.place, "declarer", "declare");
    show(
        visit,
        layout,
        None,
        email,
        (fault(visit, "courriel", key), status),
    )
}

/// What was picked on “May I?”, as the address of the link says it; only what sheets name.
fn picks(visit: &Visit, form: &Form) -> String {
    let known = picked_in(&visit.site, &super::start::picks_sent(form));
    if known.is_empty() {
        return String::new();
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in &known {
        query.extend_pairs(value.lines().map(|value| (name, value)));
    }
    format!("?{}", query.finish())
}

/// Somebody who loads again the address of a form is led back to the page.
pub(super) async fn again(visit: Visit) -> Response {
    redirect(&visit.place.page("declarer"))
}

/// A link was opened: nothing is used up before the person says so, as some machines read the
/// links of letters first.
pub(super) async fn link(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    let secret = path.get("secret").map_or("", String::as_str);
    match stands(&visit, secret).await {
        Ok(Stands::Works) => {
            let query = visit
                .uri
                .query()
                .map_or_else(String::new, |q| format!("?{q}"));
            let action = visit.place.page(&format!("declarer/lien/{secret}{query}"));
            show_link(&visit, Some(action), StatusCode::OK)
        }
        Ok(Stands::Opened) => redirect(&visit.place.page("declarer")),
        Ok(Stands::Over) => show_link(&visit, None, StatusCode::GONE),
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

/// Where a link stands.
enum Stands {
    Works,
    /// It does not work any more, and this browser has a declaration open.
    Opened,
    Over,
}

async fn stands(visit: &Visit, secret: &str) -> anyhow::Result<Stands> {
    let app = &visit.app;
    if !app.instance.config.declares_without_account() {
        return Ok(Stands::Over);
    }
    let invited = guest::invited(&app.instance.store, secret, clock::now()).await?;
    if invited.is_some_and(|guest| guest.authority == visit.place.scope) {
        return Ok(Stands::Works);
    }
    Ok(match recognise_guest(visit).await? {
        Some(_) => Stands::Opened,
        None => Stands::Over,
    })
}

fn show_link(visit: &Visit, action: Option<String>, status: StatusCode) -> Response {
    let layout = Layout::new(&visit.site, &visit.place, "declarer", "declare");
    let title = layout.say("declare-title");
    let page = LinkPage {
        action,
        layout: layout.titled(title),
    };
    let page = page.render().map_err(PageError::from);
    match page.map(|html| finish(&visit.site, visit.place.language, html)) {
        Ok(page) => private(&page.with_status(status), &visit.headers),
        Err(error) => visit.fail(&error),
    }
}

/// The person begins, or goes on with what they had begun.
pub(super) async fn open(visit: Visit, Path(path): Path<HashMap<String, String>>) -> Response {
    if !is_same_origin(&visit.headers) {
        return visit.fail(&PageError::BadRequest);
    }
    let secret = path.get("secret").map_or("", String::as_str);
    match opened(&visit, secret).await {
        Ok(response) => response,
        Err(error) => visit.fail(&PageError::Internal(error)),
    }
}

async fn opened(visit: &Visit, secret: &str) -> anyhow::Result<Response> {
    if !matches!(stands(visit, secret).await?, Stands::Works) {
        return Ok(show_link(visit, None, StatusCode::GONE));
    }
    let (store, now) = (&visit.app.instance.store, clock::now());
    let Some((browser, guest)) = guest::enter(store, secret, now).await? else {
        return Ok(show_link(visit, None, StatusCode::GONE));
    };
    close_former(visit).await?;
    let draft = match store.draft(guest.draft, guest.id).await? {
        Some(draft) => draft,
        None => {
            let query = visit.uri.query().unwrap_or_default();
            let draft = Draft {
                id: guest.draft,
                account: guest.id,
                authority: guest.authority.clone(),
                answers: picked_in(&visit.site, query),
                changed_at: now,
            };
            store.put_draft(&draft).await?;
            draft
        }
    };
    let to = redirect(&resume(&visit.place, &draft));
    Ok(with_cookie(&visit.app, to, &browser))
}

/// Everything that was begun is erased, and the browser forgets it.
pub(super) async fn erase(inside: &Inside) -> anyhow::Result<Response> {
    let app = &inside.visit.app;
    app.instance.store.erase_guest(inside.account.id).await?;
    let start = inside.visit.place.page("declarer");
    Ok(with_cookie(app, redirect(&format!("{start}?efface=1")), ""))
}
