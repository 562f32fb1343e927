//! One account: what the person may do, and how it is looked after.

use super::super::form::{Faults, Form};
use super::super::roles::{described, told};
use super::role::{self, RoleChoice};
use super::{Keeper, linked};
use crate::clock;
use crate::pipeline::accounts::{self, Done, Line, Refusal};
use crate::pipeline::retention;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::Days;
use domain::people::{Account, AccountState, Grant};
use publish::Wording;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "staff/accounts/person.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    notice: Option<String>,
    address: String,
    state: String,
    facts: Vec<(String, String)>,
    /// Address and name as they are, or as they were typed.
    email: String,
    name: String,
    roles: Vec<Held>,
    choice: RoleChoice,
    /// Why nothing can be changed here, if nothing can.
    own: Option<String>,
    /// Why the account itself cannot be looked after from here, if it cannot.
    elsewhere: Option<String>,
    is_closed: bool,
    link_why: String,
    close_why: String,
}

/// A role that is held.
struct Held {
    text: String,
    label: String,
    role: &'static str,
    authority: String,
    department: String,
    /// Whether it is this administrator's to take away.
    is_reached: bool,
}

impl Page<'_> {
    /// What every form of the session sends back.
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

type Parts = Path<HashMap<String, String>>;

/// The account.
pub(super) async fn page(keeper: Keeper, Path(path): Parts) -> Response {
    let account = match keeper.account(&path).await {
        Ok(account) => account,
        Err(error) => return keeper.fail(error),
    };
    let blank = role::blank(&keeper);
    show(&keeper, account, blank, Faults::default()).await
}

async fn show(keeper: &Keeper, account: Account, form: Form, faults: Faults) -> Response {
    let status = match faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let instance = &keeper.inside.visit.app.instance;
    let page = match accounts::summary(instance, account.clone()).await {
        Ok(line) => render(keeper, &account, &line, form, faults),
        Err(error) => Err(error.into()),
    };
    let page = page.map(|page| page.with_status(status));
    keeper.inside.answer(page)
}

fn render(
    keeper: &Keeper,
    account: &Account,
    line: &Line,
    form: Form,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let visit = &keeper.inside.visit;
    let w = visit.site.wording(visit.place.language);
    let hand = keeper.hand();
    let said = |key: &str| format!("{} {}", w.get(key), w.get(&format!("{key}-hint")));
    let is_own = hand.is(account.id);
    let grants = account.grants.iter();
    let days = retention::days_closed(&visit.app.instance)?;
    let page = Page {
        notice: notice(keeper, &w),
        address: keeper.address(account),
        state: w.label(AccountState::VOCABULARY, line.state.code()),
        facts: facts(line, days, &w),
        email: form.filled("courriel").unwrap_or(&account.email).to_owned(),
        name: form.filled("nom").unwrap_or(&account.name).to_owned(),
        roles: grants.map(|grant| held(keeper, grant, &w)).collect(),
        choice: RoleChoice::of(keeper),
        own: is_own.then(|| said("account-own")),
        elsewhere: (!hand.reaches_whole(account)).then(|| said("account-elsewhere")),
        is_closed: account.state == AccountState::Disabled,
        link_why: w.get(match account.state {
            AccountState::Invited => "accounts-link-why-invited",
            _ => "accounts-link-why-active",
        }),
        close_why: w.format("accounts-close-why", &[("days", f64::from(days).into())]),
        faults,
        form,
        layout: keeper
            .inside
            .layout("comptes", "")
            .titled(account.name.clone()),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

fn notice(keeper: &Keeper, w: &Wording) -> Option<String> {
    let query = Form::read(keeper.inside.visit.uri.query().unwrap_or_default());
    let key = match query.one("fait") {
        "connu" => "accounts-known",
        "corrige" => "accounts-corrected",
        "donne" => "accounts-granted",
        "retire" => "accounts-revoked",
        "ferme" => "accounts-closed",
        "rouvert" => "accounts-opened",
        _ => return None,
    };
    Some(w.get(key))
}

fn facts(line: &Line, days: u32, w: &Wording) -> Vec<(String, String)> {
    let fact = |key: &str, text: String| (w.get(key), text);
    let seen = line.signed_in_on.map(|day| w.date(day));
    let mut facts = vec![
        fact("accounts-fact-email", line.email.clone()),
        fact("accounts-fact-created", w.date(line.created_on)),
        fact(
            "accounts-seen",
            seen.unwrap_or_else(|| w.get("accounts-never")),
        ),
    ];
    if let Some(day) = line.closed_on {
        facts.push(fact("accounts-fact-closed", w.date(day)));
        let end = day + Days::new(u64::from(days));
        facts.push(fact("accounts-fact-erased", w.date(end)));
    }
    facts
}

fn held(keeper: &Keeper, grant: &Grant, w: &Wording) -> Held {
    let text = described(&keeper.inside.visit, grant);
    Held {
        label: w.format("accounts-revoke-what", &[("role", text.as_str().into())]),
        text,
        role: grant.role.code(),
        authority: grant.authority.clone().unwrap_or_default(),
        department: grant.department.clone().unwrap_or_default(),
        is_reached: keeper.hand().reaches(grant.authority.as_deref()),
    }
}

/// The name or the address is put right.
pub(super) async fn correct(keeper: Keeper, Path(path): Parts, body: String) -> Response {
    let (form, account) = match keeper.opened(&path, &body).await {
        Ok(opened) => opened,
        Err(error) => return keeper.fail(error),
    };
    let instance = &keeper.inside.visit.app.instance;
    let said = (form.one("courriel"), form.one("nom"));
    let done = accounts::correct(instance, keeper.hand(), account.id, said, clock::now()).await;
    settle(&keeper, account, form, done, "corrige").await
}

/// A role is given.
pub(super) async fn grant(keeper: Keeper, Path(path): Parts, body: String) -> Response {
    let (form, account) = match keeper.opened(&path, &body).await {
        Ok(opened) => opened,
        Err(error) => return keeper.fail(error),
    };
    let roles = role::wishes(&keeper, &form);
    if roles.is_empty() {
        let none = Refusal {
            field: "role",
            remark: domain::Remark::new("grant-no-role"),
        };
        return settle(&keeper, account, form, Ok(Err(none)), "donne").await;
    }
    let instance = &keeper.inside.visit.app.instance;
    let done = accounts::grant(instance, keeper.hand(), account.id, &roles, clock::now()).await;
    settle(&keeper, account, form, done, "donne").await
}

/// A role is taken away.
pub(super) async fn revoke(keeper: Keeper, Path(path): Parts, body: String) -> Response {
    let (form, account) = match keeper.opened(&path, &body).await {
        Ok(opened) => opened,
        Err(error) => return keeper.fail(error),
    };
    let Some(wish) = role::held(&form) else {
        return keeper.fail(PageError::BadRequest);
    };
    let instance = &keeper.inside.visit.app.instance;
    let done = accounts::revoke(instance, keeper.hand(), account.id, &wish, clock::now()).await;
    let blank = role::blank(&keeper);
    settle(&keeper, account, blank, done, "retire").await
}

/// The account is closed.
pub(super) async fn close(keeper: Keeper, Path(path): Parts, body: String) -> Response {
    let (_, account) = match keeper.opened(&path, &body).await {
        Ok(opened) => opened,
        Err(error) => return keeper.fail(error),
    };
    let instance = &keeper.inside.visit.app.instance;
    let done = accounts::close(instance, keeper.hand(), account.id, clock::now()).await;
    let blank = role::blank(&keeper);
    settle(&keeper, account, blank, done, "ferme").await
}

/// The account is opened again.
pub(super) async fn open(keeper: Keeper, Path(path): Parts, body: String) -> Response {
    let (_, account) = match keeper.opened(&path, &body).await {
        Ok(opened) => opened,
        Err(error) => return keeper.fail(error),
    };
    let instance = &keeper.inside.visit.app.instance;
    let done = accounts::open(instance, keeper.hand(), account.id, clock::now()).await;
    let blank = role::blank(&keeper);
    settle(&keeper, account, blank, done, "rouvert").await
}

/// A new link is made.
pub(super) async fn link(keeper: Keeper, Path(path): Parts, body: String) -> Response {
    let (_, account) = match keeper.opened(&path, &body).await {
        Ok(opened) => opened,
        Err(error) => return keeper.fail(error),
    };
    let instance = &keeper.inside.visit.app.instance;
    match accounts::link(instance, keeper.hand(), account.id, clock::now()).await {
        Ok(Ok((account, link))) => linked::show(&keeper, &account, &link),
        Ok(Err(refusal)) => {
            let blank = role::blank(&keeper);
            settle(&keeper, account, blank, Ok(Err(refusal)), "").await
        }
        Err(error) => keeper.fail(error),
    }
}

/// Leads to the account as it is now, or says why nothing was done. Somebody whose last role here
/// was taken away is no longer seen from here.
async fn settle(
    keeper: &Keeper,
    account: Account,
    form: Form,
    done: Result<Done<Account>>,
    what: &str,
) -> Response {
    match done {
        Ok(Ok(account)) => {
            let scope = &keeper.inside.visit.place.scope;
            let mut grants = account.grants.iter();
            let is_seen = account.grants.is_empty() || grants.any(|grant| grant.holds_in(scope));
            match is_seen {
                true => redirect(&format!("{}?fait={what}", keeper.address(&account))),
                false => redirect(&keeper.inside.visit.place.page("comptes")),
            }
        }
        Ok(Err(refusal)) => {
            let faults = told(&keeper.inside.visit, &[refusal]);
            show(keeper, account, form, faults).await
        }
        Err(error) => keeper.fail(error),
    }
}
