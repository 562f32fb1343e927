use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::may_write;
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::pipeline::departments;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::visit::redirect;
use anyhow::Context;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Action;
use domain::{Authority, Department};
use publish::Wording;
use store::Record;

#[derive(Template)]
#[template(path = "staff/departments/list.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    lines: Vec<Line>,
    staff: String,
    /// What the field of the number of staff holds; none when `vigie.toml` says it.
    typed: Option<String>,
    version: u32,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

struct Line {
    name: String,
    /// Where it is written; none when it is shared with an authority that is not the person's.
    url: Option<String>,
    staff: String,
    shared: Option<String>,
}

/// The departments of the authority.
pub(super) async fn page(inside: Inside) -> Response {
    show(&inside, None, Faults::default()).await
}

/// How many persons the authority employs.
pub(super) async fn count(inside: Inside, body: String) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    if !inside.may(Action::EditDepartments) {
        return inside.answer(Err(PageError::Forbidden));
    }
    match written(&inside, &form).await {
        Ok(Ok(())) => redirect(&inside.visit.place.page("directions")),
        Ok(Err(faults)) => show(&inside, Some(&form), faults).await,
        Err(error) => inside.answer(Err(PageError::Internal(error))),
    }
}

async fn written(inside: &Inside, form: &Form) -> anyhow::Result<Result<(), Faults>> {
    let w = inside.visit.site.wording(inside.visit.place.language);
    let app = &inside.visit.app;
    let authority = authority(inside).await?;
    let mut faults = Faults::default();
    if departments::is_staff_configured(&app.instance, &authority.document.slug) {
        faults.add("effectif", w.get("departments-staff-configured"));
    }
    if form.one("version") != authority.version.to_string() {
        faults.add("effectif", w.get("dossier-outdated"));
    }
    let staff = match read_staff(form.one("effectif")) {
        Ok(staff) => staff,
        Err(()) => {
            faults.add("effectif", w.get("departments-staff-number"));
            None
        }
    };
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let saved = departments::save_staff(&app.instance, &authority, staff, &change("lead")).await?;
    app.refresh().await?;
    Ok(match saved {
        Saved::Done => Ok(()),
        Saved::Outdated => {
            faults.add("effectif", w.get("dossier-outdated"));
            Err(faults)
        }
    })
}

/// A number of persons as it was typed; nothing typed is nothing known.
pub(super) fn read_staff(typed: &str) -> Result<Option<u32>, ()> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    match digits.is_empty() {
        true => Ok(None),
        false => digits.parse().map(Some).map_err(|_| ()),
    }
}

async fn authority(inside: &Inside) -> anyhow::Result<Record<Authority>> {
    let store = &inside.visit.app.instance.store;
    let scope = &inside.visit.place.scope;
    let all = store.all::<Authority>().await?;
    let mut all = all.into_iter();
    all.find(|authority| authority.document.slug == *scope)
        .context("the authority of the page is not there")
}

async fn show(inside: &Inside, form: Option<&Form>, faults: Faults) -> Response {
    let status = match faults.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = match inside.may(Action::EditDepartments) {
        true => render(inside, form, faults).await,
        false => Err(PageError::Forbidden),
    };
    inside.answer(page.map(|page| page.with_status(status)))
}

async fn render(
    inside: &Inside,
    form: Option<&Form>,
    faults: Faults,
) -> Result<Rendered, PageError> {
    let visit = &inside.visit;
    let w = visit.site.wording(visit.place.language);
    let instance = &visit.app.instance;
    let authority = authority(inside).await?;
    let all = departments::all(instance).await?;
    let own = all.iter().map(|record| &record.document);
    let own = own.filter(|department| department.authorities.contains(&visit.place.scope));
    let mut lines: Vec<Line> = own.map(|department| line(inside, department, &w)).collect();
    lines.sort_by(|a, b| a.name.cmp(&b.name));
    let staff = authority.document.staff;
    let is_configured = departments::is_staff_configured(instance, &visit.place.scope);
    let typed = || match form {
        Some(form) => form.one("effectif").to_owned(),
        None => staff.map_or_else(String::new, |staff| staff.to_string()),
    };
    let page = Page {
        faults,
        lines,
        staff: persons(staff, &w),
        typed: (!is_configured).then(typed),
        version: authority.version,
        layout: inside
            .layout("directions", "")
            .titled(w.get("departments-title")),
    };
    Ok(finish(&visit.site, visit.place.language, page.render()?))
}

fn line(inside: &Inside, department: &Department, w: &Wording) -> Line {
    let visit = &inside.visit;
    let address = visit.place.page(&format!("directions/{}", department.key));
    let counted = department.staff_counted_on.map(|day| {
        let blanks = [("date", w.date(day).into())];
        w.format("departments-counted-on", &blanks)
    });
    let staff = persons(department.staff, w);
    Line {
        name: w.text(&department.name),
        url: may_write(inside, department).then_some(address),
        staff: match counted.filter(|_| department.staff.is_some()) {
            Some(counted) => format!("{staff}, {counted}"),
            None => staff,
        },
        shared: shared(inside, department, w),
    }
}

/// The other authorities it works for.
fn shared(inside: &Inside, department: &Department, w: &Wording) -> Option<String> {
    let visit = &inside.visit;
    let others = department.authorities.iter();
    let others = others.filter(|slug| **slug != visit.place.scope);
    let names: Vec<_> = others
        .filter_map(|slug| visit.site.snapshot.authority(slug))
        .map(|authority| w.text(&authority.name))
        .collect();
    let blanks = [("authorities", w.list(&names).into())];
    (!names.is_empty()).then(|| w.format("departments-shared", &blanks))
}

fn persons(staff: Option<u32>, w: &Wording) -> String {
    match staff {
        Some(staff) => w.format("departments-persons", &[("count", u64::from(staff).into())]),
        None => w.get("unknown-number"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_not_zero() {
        assert_eq!(read_staff("  "), Ok(None));
        assert_eq!(read_staff("0"), Ok(Some(0)));
        assert_eq!(read_staff("1\u{202f}250"), Ok(Some(1_250)));
        assert_eq!(read_staff("douze"), Err(()));
        assert_eq!(read_staff("-3"), Err(()));
    }
}
