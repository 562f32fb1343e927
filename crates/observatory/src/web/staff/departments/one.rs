use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::list::read_staff;
use super::may_write;
use crate::instance::change;
use crate::pipeline::casework::Saved;
use crate::pipeline::departments::{self, Holds};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::visit::redirect;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use domain::people::{Action, Target, permits};
use domain::{Department, Language, Text};
use publish::Wording;
use std::collections::HashMap;
use store::Record;
use uuid::Uuid;

/// The last word of the address of a department that does not exist yet.
const NEW: &str = "nouvelle";
/// Longest name, in characters.
const NAME_MAX: usize = 120;
/// Records shown that hold a department.
const RECORDS: usize = 12;

type Paths = Path<HashMap<String, String>>;

#[derive(Template)]
#[template(path = "staff/departments/one.html")]
struct Page<'a> {
    layout: Layout<'a>,
    faults: Faults,
    form: Form,
    address: String,
    version: u32,
    /// Slug and name of each authority it may work for.
    authorities: Vec<(String, String)>,
    key: String,
    /// Whether it can be taken out, and why not.
    can_remove: bool,
    held: Option<String>,
    /// Records that name it: where each is changed, and its reference.
    holding: Vec<(String, String)>,
}

impl Page<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

/// A department, or the one that is about to be.
struct Desk {
    inside: Inside,
    known: Vec<Record<Department>>,
    /// The department as it is; none when it is new.
    record: Option<Record<Department>>,
    holds: Holds,
}

/// The form of a department.
pub(super) async fn page(inside: Inside, Path(path): Paths) -> Response {
    match Desk::open(inside, &path).await {
        Ok(desk) => desk.show(desk.as_it_is(), Faults::default()),
        Err((inside, error)) => inside.answer(Err(error)),
    }
}

/// Writes it.
pub(super) async fn send(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (desk, form) = match sent(inside, &path, &body).await {
        Ok(sent) => sent,
        Err(response) => return response,
    };
    let mut faults = Faults::default();
    desk.check_version(&form, &mut faults);
    let department = desk.typed(&form, &mut faults);
    let written = match faults.is_empty() {
        true => desk.save(&department).await,
        false => return desk.show(form, faults),
    };
    desk.led(written, form)
}

/// Takes it out, when nothing names it.
pub(super) async fn remove(inside: Inside, Path(path): Paths, body: String) -> Response {
    let (desk, form) = match sent(inside, &path, &body).await {
        Ok(sent) => sent,
        Err(response) => return response,
    };
    let Some(record) = desk.record.as_ref() else {
        return desk.inside.answer(Err(PageError::NotFound));
    };
    let w = desk.w();
    let mut faults = Faults::default();
    if let Some(held) = desk.held(&w) {
        faults.add("sur", held);
    } else if !form.has("sur", "1") {
        faults.add("sur", w.get("departments-remove-sure"));
    }
    desk.check_version(&form, &mut faults);
    if !faults.is_empty() {
        return desk.show(desk.as_it_is(), faults);
    }
    let taken = desk.taken_out(record).await;
    desk.led(taken, desk.as_it_is())
}

/// The department of an address and the form sent to it.
async fn sent(
    inside: Inside,
    path: &HashMap<String, String>,
    body: &str,
) -> Result<(Desk, Form), Response> {
    let form = match inside.form(body) {
        Ok(form) => form,
        Err(error) => return Err(inside.answer(Err(error))),
    };
    match Desk::open(inside, path).await {
        Ok(desk) => Ok((desk, form)),
        Err((inside, error)) => Err(inside.answer(Err(error))),
    }
}

impl Desk {
    async fn open(
        inside: Inside,
        path: &HashMap<String, String>,
    ) -> Result<Self, (Inside, PageError)> {
        if !inside.may(Action::EditDepartments) {
            return Err((inside, PageError::Forbidden));
        }
        let key = path.get("key").map_or("", String::as_str);
        let instance = &inside.visit.app.instance;
        let read = async {
            let known = departments::all(instance).await?;
            let holds = departments::holds(instance, key).await?;
            anyhow::Ok((known, holds))
        };
        let (known, holds) = match read.await {
            Ok(read) => read,
            Err(error) => return Err((inside, PageError::Internal(error))),
        };
        let scope = &inside.visit.place.scope;
        let is_here = |record: &&Record<Department>| {
            record.document.key == key && record.document.authorities.contains(scope)
        };
        let record = known.iter().find(is_here).cloned();
        match &record {
            None if key != NEW => return Err((inside, PageError::NotFound)),
            Some(record) if !may_write(&inside, &record.document) => {
                return Err((inside, PageError::Forbidden));
            }
            _ => {}
        }
        Ok(Self {
            inside,
            known,
            record,
            holds,
        })
    }

    fn w(&self) -> Wording<'_> {
        let visit = &self.inside.visit;
        visit.site.wording(visit.place.language)
    }

    fn version(&self) -> u32 {
        self.record.as_ref().map_or(0, |record| record.version)
    }

    fn check_version(&self, form: &Form, faults: &mut Faults) {
        if form.one("version") != self.version().to_string() {
            faults.add("nom-fr", self.w().get("dossier-outdated"));
        }
    }

    /// The fields as the department fills them.
    fn as_it_is(&self) -> Form {
        let mut form = Form::default();
        let Some(record) = &self.record else {
            form.set("collectivite", &self.inside.visit.place.scope);
            return form;
        };
        let department = &record.document;
        for language in Language::ALL {
            let name = department.name.get(language.tag()).unwrap_or_default();
            form.set(&format!("nom-{}", language.tag()), name);
        }
        for slug in &department.authorities {
            form.set("collectivite", slug);
        }
        if let Some(staff) = department.staff {
            form.set("effectif", staff.to_string());
        }
        if let Some(day) = department.staff_counted_on {
            form.set("compte-le", day.to_string());
        }
        form
    }

    /// The authorities that the person may write departments of.
    fn authorities(&self) -> Vec<(String, String)> {
        let visit = &self.inside.visit;
        let w = self.w();
        let all = visit.site.snapshot.authorities.iter();
        all.filter(|authority| {
            let target = Target::authority(&authority.slug);
            permits(
                &self.inside.account.grants,
                Action::EditDepartments,
                &target,
            )
        })
        .map(|authority| (authority.slug.clone(), w.text(&authority.name)))
        .collect()
    }

    async fn save(&self, department: &Department) -> anyhow::Result<Saved> {
        let app = &self.inside.visit.app;
        let change = change("lead");
        let saved = departments::save(&app.instance, department, self.version(), &change).await?;
        app.refresh().await?;
        Ok(saved)
    }

    /// Back to the list; the form again when somebody else wrote in the meantime.
    fn led(&self, saved: anyhow::Result<Saved>, form: Form) -> Response {
        match saved {
            Ok(Saved::Done) => redirect(&self.inside.visit.place.page("directions")),
            Ok(Saved::Outdated) => {
                let mut faults = Faults::default();
                faults.add("nom-fr", self.w().get("dossier-outdated"));
                self.show(form, faults)
            }
            Err(error) => self.inside.answer(Err(PageError::Internal(error))),
        }
    }

    /// The department as it was typed, and what is wrong with it.
    fn typed(&self, form: &Form, faults: &mut Faults) -> Department {
        let w = self.w();
        let mut name = Text::default();
        for language in Language::ALL {
            let field = format!("nom-{}", language.tag());
            let typed = form.one(&field).trim();
            let count = typed.chars().count();
            if count > NAME_MAX {
                let blanks = [("count", count.into()), ("most", NAME_MAX.into())];
                faults.add(&field, w.format("opinion-long", &blanks));
            }
            if !typed.is_empty() {
                name.set(language.tag(), typed);
            }
        }
        if form.filled("nom-fr").is_none() {
            faults.add("nom-fr", w.get("departments-no-name"));
        }
        let staff = read_staff(form.one("effectif")).unwrap_or_else(|()| {
            faults.add("effectif", w.get("departments-staff-number"));
            None
        });
        let authorities = self.typed_authorities(form, faults);
        let counted_on = self.typed_day(form, faults);
        if staff.is_some() && form.filled("compte-le").is_none() {
            faults.add("compte-le", w.get("departments-no-day"));
        }
        let known = self.record.as_ref().map(|record| &record.document);
        let french = name.get("fr").unwrap_or_default().to_owned();
        Department {
            id: known.map_or_else(Uuid::now_v7, |known| known.id),
            key: known.map_or_else(
                || departments::key(&french, &self.known),
                |known| known.key.clone(),
            ),
            name,
            authorities,
            staff,
            staff_counted_on: counted_on.filter(|_| staff.is_some()),
            edited: known.is_some_and(|known| known.edited),
        }
    }

    fn typed_authorities(&self, form: &Form, faults: &mut Faults) -> Vec<String> {
        let offered = self.authorities();
        let chosen = offered.into_iter().map(|(slug, _)| slug);
        let chosen: Vec<_> = chosen
            .filter(|slug| form.has("collectivite", slug))
            .collect();
        if chosen.is_empty() {
            faults.add("collectivite", self.w().get("departments-no-authority"));
        }
        chosen
    }

    fn typed_day(&self, form: &Form, faults: &mut Faults) -> Option<NaiveDate> {
        let typed = form.filled("compte-le")?;
        let today = self.inside.visit.site.snapshot.built_on;
        let day = typed.parse::<NaiveDate>().ok();
        let day = day.filter(|day| *day <= today);
        if day.is_none() {
            faults.add("compte-le", self.w().get("departments-day-past"));
        }
        day
    }

    async fn taken_out(&self, record: &Record<Department>) -> anyhow::Result<Saved> {
        let app = &self.inside.visit.app;
        let taken = departments::remove(&app.instance, record, &change("lead")).await?;
        app.refresh().await?;
        Ok(taken)
    }

    /// Why the department cannot be taken out.
    fn held(&self, w: &Wording) -> Option<String> {
        let blanks = [
            ("records", self.holds.records.len().into()),
            ("roles", self.holds.roles.into()),
        ];
        (!self.holds.is_free()).then(|| w.format("departments-held", &blanks))
    }

    /// Some of the records that name it, where the person can change them.
    fn holding(&self) -> Vec<(String, String)> {
        let place = &self.inside.visit.place;
        let records = self.holds.records.iter().take(RECORDS);
        let link = |(scope, reference): &(String, String)| {
            let place = Place {
                language: place.language,
                scope: scope.clone(),
            };
            let page = format!("dossier/{}/modifier", reference.to_lowercase());
            (place.page(&page), reference.clone())
        };
        records.map(link).collect()
    }

    fn show(&self, form: Form, faults: Faults) -> Response {
        let status = match faults.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let w = self.w();
        let visit = &self.inside.visit;
        let key = self
            .record
            .as_ref()
            .map(|record| record.document.key.clone());
        let word = key.as_deref().unwrap_or(NEW);
        let page = format!("directions/{word}");
        let title = match &self.record {
            Some(record) => w.text(&record.document.name),
            None => w.get("departments-new"),
        };
        let page = Page {
            faults,
            form,
            address: visit.place.page(&page),
            version: self.version(),
            authorities: self.authorities(),
            can_remove: self.record.is_some() && self.holds.is_free(),
            held: self.record.as_ref().and_then(|_| self.held(&w)),
            holding: self.holding(),
            key: key.unwrap_or_default(),
            layout: self.inside.layout(&page, "").titled(title),
        };
        let page = page.render().map_err(PageError::from);
        let page = page.map(|html| finish(&visit.site, visit.place.language, html));
        self.inside
            .answer(page.map(|page| page.with_status(status)))
    }
}
