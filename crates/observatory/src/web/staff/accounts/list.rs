//! Who works here.

use super::super::form::Form;
use super::super::roles::described;
use super::Keeper;
use crate::pipeline::accounts::Line;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use askama::Template;
use axum::response::Response;
use domain::people::{AccountState, Role};
use publish::Wording;

/// Accounts on a page.
const LINES: usize = 20;

#[derive(Template)]
#[template(path = "staff/accounts/list.html")]
struct Page<'a> {
    layout: Layout<'a>,
    notice: Option<String>,
    search: String,
    roles: Vec<Choice>,
    states: Vec<Choice>,
    count: String,
    rows: Vec<Row>,
    /// Addresses of the pages before and after, and where this one stands.
    before: Option<String>,
    after: Option<String>,
    position: Option<String>,
}

/// A code with its label, and whether it is chosen.
struct Choice(&'static str, String, bool);

struct Row {
    url: String,
    name: String,
    email: String,
    roles: Vec<String>,
    state: String,
    seen: String,
}

/// The list, narrowed by what was asked.
pub(super) async fn page(keeper: Keeper) -> Response {
    let asked = Form::read(keeper.inside.visit.uri.query().unwrap_or_default());
    match keeper.lines().await {
        Ok(lines) => keeper.inside.answer(render(&keeper, &asked, lines)),
        Err(error) => keeper.fail(error),
    }
}

fn render(keeper: &Keeper, asked: &Form, lines: Vec<Line>) -> Result<Rendered, PageError> {
    let visit = &keeper.inside.visit;
    let w = visit.site.wording(visit.place.language);
    let scope = &visit.place.scope;
    let found: Vec<_> = lines
        .into_iter()
        .filter(|line| answers(line, asked, scope))
        .collect();
    let pages = found.len().div_ceil(LINES).max(1);
    let number = asked.one("page").parse::<usize>().unwrap_or(1);
    let number = number.clamp(1, pages);
    let shown = found.iter().skip((number - 1) * LINES).take(LINES);
    let url = |page: usize| turned(keeper, asked, page);
    let blanks = [("page", number.into()), ("pages", pages.into())];
    let page = Page {
        notice: asked
            .has("fait", "efface")
            .then(|| w.get("accounts-erased")),
        search: asked.one("q").to_owned(),
        roles: choices(
            Role::VOCABULARY,
            Role::ALL,
            |r| r.code(),
            asked.one("role"),
            &w,
        ),
        states: choices(
            AccountState::VOCABULARY,
            AccountState::ALL,
            |state| state.code(),
            asked.one("etat"),
            &w,
        ),
        count: w.format("accounts-count", &[("count", found.len().into())]),
        rows: shown.map(|line| row(keeper, line, &w)).collect(),
        before: (number > 1).then(|| url(number - 1)),
        after: (number < pages).then(|| url(number + 1)),
        position: (pages > 1).then(|| w.format("accounts-page", &blanks)),
        layout: keeper
            .inside
            .layout("comptes", "")
            .titled(w.get("accounts-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

/// Whether an account is one of those asked for.
fn answers(line: &Line, asked: &Form, scope: &str) -> bool {
    let sought = Wording::order(asked.one("q").trim());
    let is_named = [&line.name, &line.email]
        .iter()
        .any(|text| Wording::order(text).contains(&sought));
    let role = asked.filled("role");
    let mut grants = line.grants.iter().filter(|grant| grant.holds_in(scope));
    let has_role = role.is_none_or(|code| grants.any(|grant| grant.role.code() == code));
    let state = asked.filled("etat");
    is_named && has_role && state.is_none_or(|code| line.state.code() == code)
}

fn choices<T: Copy>(
    vocabulary: &str,
    all: &[T],
    code: impl Fn(T) -> &'static str,
    chosen: &str,
    w: &Wording,
) -> Vec<Choice> {
    let codes = all.iter().map(|one| code(*one));
    codes
        .map(|code| Choice(code, w.label(vocabulary, code), code == chosen))
        .collect()
}

/// The address of another page of the same list.
fn turned(keeper: &Keeper, asked: &Form, page: usize) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for name in ["q", "role", "etat"] {
        if let Some(value) = asked.filled(name) {
            query.append_pair(name, value);
        }
    }
    query.append_pair("page", &page.to_string());
    let list = keeper.inside.visit.place.page("comptes");
    format!("{list}?{}", query.finish())
}

fn row(keeper: &Keeper, line: &Line, w: &Wording) -> Row {
    let visit = &keeper.inside.visit;
    let grants = line.grants.iter();
    Row {
        url: visit.place.page(&format!("comptes/{}", line.id)),
        name: line.name.clone(),
        email: line.email.clone(),
        roles: grants.map(|grant| described(visit, grant)).collect(),
        state: w.label(AccountState::VOCABULARY, line.state.code()),
        seen: match line.signed_in_on {
            Some(day) => w.date(day),
            None => w.get("accounts-never"),
        },
    }
}
