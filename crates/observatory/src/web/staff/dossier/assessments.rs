//! The impact assessments of a record: begun for the CNIL's tool, read from its file, joined, and
//! taken out. A file that is read is kept nowhere: what it says becomes a form.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::sent_file::{SentFile, TooLarge, taking};
use super::assessment_form::Reader;
use super::assessment_page::{rule_title, told};
use super::{Dossier, opened, sent};
use crate::instance::change;
use crate::pipeline::assessments;
use crate::pipeline::casework::Saved;
use crate::pipeline::law::holdings;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::pages::parts::said;
use crate::web::rendered::Rendered;
use crate::web::server::App;
use crate::web::visit::redirect;
use askama::Template;
use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path};
use axum::response::Response;
use axum::routing::{get, post};
use domain::people::Action;
use domain::{Function, UseCase};
use publish::Wording;
use std::collections::HashMap;
use std::sync::Arc;

/// Largest file taken, in bytes; the published example of the tool weighs a hundredth of it.
const FILE_BYTES_MAX: usize = 4_000_000;

/// The address that takes a whole file.
pub(in super::super) fn upload_routes() -> Router<Arc<App>> {
    let address = "/{lang}/{scope}/dossier/{reference}/analyses/fichier";
    let form = Router::new().route(address, get(back_to_list).post(receive));
    taking(form, FILE_BYTES_MAX)
}

/// The other addresses.
pub(in super::super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/{lang}/{scope}/dossier/{reference}/analyses", get(list))
        .route(
            "/{lang}/{scope}/dossier/{reference}/analyses/debut",
            get(begun),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/analyses/joindre",
            get(by_hand).post(join),
        )
        .route(
            "/{lang}/{scope}/dossier/{reference}/analyses/retirer",
            post(take_out),
        )
}

#[derive(Template)]
#[template(path = "staff/assessments.html")]
struct List<'a> {
    layout: Layout<'a>,
    faults: Faults,
    version: u32,
    address: String,
    back: String,
    name: String,
    done: Option<String>,
    assessments: Vec<Line>,
    risks: Vec<Line>,
    duty: Option<DutyLine>,
    largest: String,
}

/// An assessment or a risk.
struct Line {
    told: String,
    url: Option<String>,
    details: Vec<String>,
    /// The word that takes it out, and what a screen reader says of it.
    taken_out_by: String,
    label: String,
}

/// Whether the duty is settled.
struct DutyLine {
    rule: String,
    url: String,
    told: String,
    label: String,
    /// Whether the person may take it back.
    is_theirs: bool,
}

impl List<'_> {
    fn token(&self) -> &str {
        self.layout.form_token()
    }
}

type Reference = Path<HashMap<String, String>>;

/// What is joined already, and the ways to join another.
async fn list(inside: Inside, Path(path): Reference) -> Response {
    match opened(inside, &path, Action::AssessImpact).await {
        Ok(dossier) => dossier.show_assessments(Faults::default()),
        Err(refused) => refused,
    }
}

/// Nothing is left of a file but the form it became: its address leads back.
async fn back_to_list(inside: Inside, Path(path): Reference) -> Response {
    match opened(inside, &path, Action::AssessImpact).await {
        Ok(dossier) => redirect(&dossier.address("/analyses")),
        Err(refused) => refused,
    }
}

/// The form, empty.
async fn by_hand(inside: Inside, Path(path): Reference) -> Response {
    match opened(inside, &path, Action::AssessImpact).await {
        Ok(dossier) => dossier.show_assessment(Form::default(), Faults::default()),
        Err(refused) => refused,
    }
}

/// An assessment begun from what the record says, as a file for the CNIL's tool.
async fn begun(inside: Inside, Path(path): Reference) -> Response {
    match opened(inside, &path, Action::AssessImpact).await {
        Ok(dossier) => {
            let file = dossier.begun().await;
            dossier.inside.answer(file.map_err(PageError::Internal))
        }
        Err(refused) => refused,
    }
}

/// A file sent: the form it fills in.
async fn receive(
    inside: Inside,
    Path(path): Reference,
    body: Result<Multipart, MultipartRejection>,
) -> Response {
    let dossier = match opened(inside, &path, Action::AssessImpact).await {
        Ok(dossier) => dossier,
        Err(refused) => return refused,
    };
    let Ok(body) = body else {
        return dossier.inside.answer(Err(PageError::BadRequest));
    };
    let w = dossier.w();
    let mut faults = Faults::default();
    let file = match SentFile::read(body, FILE_BYTES_MAX).await {
        Ok(file) => file,
        Err(TooLarge) => {
            faults.add("fichier", w.get("assessment-too-large"));
            return dossier.show_assessments(faults);
        }
    };
    if let Err(error) = dossier.inside.own_form(&file.form) {
        return dossier.inside.answer(Err(error));
    }
    if file.bytes.is_empty() {
        faults.add("fichier", w.get("imports-no-file"));
        return dossier.show_assessments(faults);
    }
    match assessments::read(&file.bytes) {
        Ok(pia) => dossier.show_read(&file.name, &pia),
        Err(error) => match dossier.complaint(error) {
            Ok(told) => {
                faults.add("fichier", told);
                dossier.show_assessments(faults)
            }
            Err(error) => dossier.inside.answer(Err(error)),
        },
    }
}

/// The form sent: the record with the assessment.
async fn join(inside: Inside, Path(path): Reference, body: String) -> Response {
    match sent(inside, &path, &body, Action::AssessImpact).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.join(form).await),
        Err(refused) => refused,
    }
}

/// An assessment, a risk or the settled duty taken out.
async fn take_out(inside: Inside, Path(path): Reference, body: String) -> Response {
    match sent(inside, &path, &body, Action::AssessImpact).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.take_out(&form).await),
        Err(refused) => refused,
    }
}

impl Dossier {
    pub(super) fn w(&self) -> Wording<'_> {
        let visit = &self.inside.visit;
        visit.site.wording(visit.place.language)
    }

    /// The rule that an assessment settles, if the person speaks for the function that says so.
    pub(super) fn own_duty(&self) -> anyhow::Result<Option<&str>> {
        let rule = assessments::duty(&self.inside.visit.site.library.reference)?;
        let functions = self
            .inside
            .account
            .functions_in(&self.case.record.authority);
        Ok(functions.contains(&Function::Dpo).then_some(rule))
    }

    /// A complaint in the language of the page; anything else is ours to mend.
    fn complaint(&self, error: anyhow::Error) -> Result<String, PageError> {
        let complaint = error.downcast::<crate::complaint::Complaint>();
        let complaint = complaint.map_err(PageError::Internal)?;
        let (problem, hint) = told(&complaint.0, &self.w());
        Ok(format!("{problem} {hint}"))
    }

    async fn begun(&self) -> anyhow::Result<Rendered> {
        let holdings = holdings(&self.inside.visit.app.instance).await?;
        let export = assessments::begun(&holdings, &self.case.record, &self.w(), self.today())?;
        let json = serde_json::to_string_pretty(&export.document)?;
        let reference = self.case.record.reference.to_lowercase();
        let content_type = "application/json; charset=utf-8";
        let name = format!("{reference}-aipd.json");
        Ok(Rendered::download(content_type, json, name))
    }

    async fn join(&self, form: Form) -> anyhow::Result<Response> {
        let w = self.w();
        let mut faults = Faults::default();
        let reader = Reader {
            form: &form,
            w: &w,
            today: self.today(),
            duty: self.own_duty()?,
        };
        let assessed = reader.read(&mut faults);
        if form.one("version") != self.case.version.to_string() {
            self.outdated(&mut faults);
        }
        let Some(assessed) = assessed.filter(|_| faults.is_empty()) else {
            return Ok(self.show_assessment(form, faults));
        };
        let changed = self.case.record.clone().with_assessment(assessed);
        if self.write(&changed).await? == Saved::Outdated {
            self.outdated(&mut faults);
            return Ok(self.show_assessment(form, faults));
        }
        Ok(redirect(&self.address("?fait=analyse")))
    }

    async fn take_out(&self, form: &Form) -> anyhow::Result<Response> {
        let w = self.w();
        let mut faults = Faults::default();
        let mut changed = self.case.record.clone();
        if form.one("version") != self.case.version.to_string() {
            self.outdated(&mut faults);
        } else if !remove(&mut changed, form.one("retirer"), self.own_duty()?) {
            faults.add("contenu", w.get("assessment-take-out-what"));
        }
        if faults.is_empty() && self.write(&changed).await? == Saved::Outdated {
            self.outdated(&mut faults);
        }
        Ok(match faults.is_empty() {
            true => redirect(&self.address("/analyses?fait=retrait")),
            false => self.show_assessments(faults),
        })
    }

    async fn write(&self, changed: &UseCase) -> anyhow::Result<Saved> {
        let app = &self.inside.visit.app;
        let by_them = change(self.writes_as());
        let saved = self.case.save(&app.instance, changed, &by_them).await?;
        if saved == Saved::Done {
            app.refresh().await?;
        }
        Ok(saved)
    }

    fn show_assessments(&self, faults: Faults) -> Response {
        let is_right = faults.is_empty();
        self.form_page(is_right, self.render_assessments(faults))
    }

    fn render_assessments(&self, faults: Faults) -> Result<Rendered, PageError> {
        let visit = &self.inside.visit;
        let w = self.w();
        let query = Form::read(visit.uri.query().unwrap_or_default());
        let record = &self.case.record;
        let assessments = record.impact_assessments.iter().enumerate();
        let risks = record.risks.iter().enumerate();
        let layout = self.inside.layout(&self.page_name("/analyses"), "");
        let page = List {
            faults,
            version: self.case.version,
            address: self.address("/analyses"),
            back: self.address(""),
            name: w.text(&record.name),
            done: query
                .has("fait", "retrait")
                .then(|| w.get("assessment-taken-out")),
            assessments: assessments
                .map(|(place, assessment)| Line {
                    told: said(&assessment.title, &w),
                    url: assessment.url.clone(),
                    details: [
                        Some(match assessment.done_on {
                            Some(day) => {
                                w.format("assessment-done-on", &[("date", w.date(day).into())])
                            }
                            None => w.get("assessment-not-done"),
                        }),
                        assessment.summary.as_ref().map(|words| said(words, &w)),
                    ]
                    .into_iter()
                    .flatten()
                    .collect(),
                    taken_out_by: format!("analyse-{place}"),
                    label: self.take_out_label(&w.text(&assessment.title)),
                })
                .collect(),
            risks: risks
                .map(|(place, risk)| Line {
                    told: said(&risk.description, &w),
                    url: None,
                    details: [
                        Some(levels(risk.severity, risk.likelihood, &w)),
                        risk.residual.map(|after| {
                            let levels =
                                levels(Some(after.severity()), Some(after.likelihood()), &w);
                            w.format("assessment-after", &[("levels", levels.into())])
                        }),
                        risk.measure.as_ref().map(|words| said(words, &w)),
                    ]
                    .into_iter()
                    .flatten()
                    .collect(),
                    taken_out_by: format!("risque-{place}"),
                    label: self.take_out_label(&w.text(&risk.description)),
                })
                .collect(),
            duty: self.duty_line(&w)?,
            largest: w.format(
                "assessment-file-hint",
                &[("size", (FILE_BYTES_MAX / 1_000_000).into())],
            ),
            layout: layout.titled(w.get("assessments-title")),
        };
        Ok(finish(&visit.site, visit.place.language, page.render()?))
    }

    fn duty_line(&self, w: &Wording) -> Result<Option<DutyLine>, PageError> {
        let reference = &self.inside.visit.site.library.reference;
        let duty = assessments::duty(reference).map_err(PageError::Internal)?;
        let mut done = self.case.record.duties_done.iter();
        let Some(done) = done.find(|done| done.duty == duty) else {
            return Ok(None);
        };
        let own = self.own_duty().map_err(PageError::Internal)?;
        let rule = rule_title(reference, duty, w);
        Ok(Some(DutyLine {
            label: self.take_out_label(&rule),
            rule,
            url: self.inside.visit.place.page(&format!("droit/{duty}")),
            told: w.format("assessment-duty-done", &[("date", w.date(done.on).into())]),
            is_theirs: own.is_some(),
        }))
    }

    fn take_out_label(&self, name: &str) -> String {
        let blanks = [("name", name.into())];
        self.w().format("assessment-take-out-label", &blanks)
    }

    /// A page below the file, without language and authority.
    pub(super) fn page_name(&self, below: &str) -> String {
        let reference = self.case.record.reference.to_lowercase();
        format!("dossier/{reference}{below}")
    }
}

/// How serious and how likely, in words.
fn levels(severity: Option<u8>, likelihood: Option<u8>, w: &Wording) -> String {
    let level = |level: Option<u8>| {
        level.map_or_else(|| w.get("not-judged"), |level| w.number(f64::from(level)))
    };
    let blanks = [
        ("severity", level(severity).into()),
        ("likelihood", level(likelihood).into()),
    ];
    w.format("assessment-levels", &blanks)
}

/// Takes out what a word names; whether there was such a thing.
fn remove(record: &mut UseCase, word: &str, duty: Option<&str>) -> bool {
    let place = |kind: &str| -> Option<usize> { word.strip_prefix(kind)?.parse().ok() };
    if let Some(place) = place("analyse-").filter(|n| *n < record.impact_assessments.len()) {
        record.impact_assessments.remove(place);
        return true;
    }
    if let Some(place) = place("risque-").filter(|n| *n < record.risks.len()) {
        record.risks.remove(place);
        return true;
    }
    let Some(duty) = duty.filter(|_| word == "devoir") else {
        return false;
    };
    let before = record.duties_done.len();
    record.duties_done.retain(|done| done.duty != duty);
    record.duties_done.len() < before
}
