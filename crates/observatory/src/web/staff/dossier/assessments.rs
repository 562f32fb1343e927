//! The impact assessments of a record: begun for the CNIL's tool, read from its file, joined, and
//! taken out. A file that is read is kept nowhere: what it says becomes a form.

use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::sent_file::{SentFile, TooLarge, holding, taking};
use super::assessment_form::Reader;
use super::assessment_page::told;
use super::{Dossier, opened, sent};
use crate::instance::change;
use crate::pipeline::assessments;
use crate::pipeline::casework::Saved;
use crate::pipeline::law::holdings;
use crate::web::error::PageError;
use crate::web::rendered::Rendered;
use crate::web::server::App;
use crate::web::visit::redirect;
use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path};
use axum::response::Response;
use axum::routing::{get, post};
use domain::law::Signatory;
use domain::people::Action;
use domain::{Function, Language, UseCase};
use std::collections::HashMap;
use std::sync::Arc;

/// Largest file taken, in bytes; the published example of the tool weighs a hundredth of it.
pub(super) const FILE_BYTES_MAX: usize = 4_000_000;
/// Largest form, in bytes: the fields that a file fills in may be long.
const FORM_BYTES_MAX: usize = 256 * 1024;

/// The addresses whose body may be larger than that of any other form.
pub(in super::super) fn upload_routes() -> Router<Arc<App>> {
    let address = "/{lang}/{scope}/dossier/{reference}/analyses";
    let file = Router::new().route(
        &format!("{address}/fichier"),
        get(back_to_list).post(receive),
    );
    let form = Router::new().route(&format!("{address}/joindre"), get(by_hand).post(join));
    taking(file, FILE_BYTES_MAX).merge(holding(form, FORM_BYTES_MAX))
}

/// The other addresses.
pub(in super::super) fn routes() -> Router<Arc<App>> {
    let address = "/{lang}/{scope}/dossier/{reference}/analyses";
    Router::new()
        .route(address, get(list))
        .route(&format!("{address}/debut"), get(begun))
        .route(&format!("{address}/retirer"), post(take_out))
        .route(&format!("{address}/annuler"), post(undo))
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
    match SentFile::read(body, FILE_BYTES_MAX).await {
        Ok(file) => match dossier.inside.own_form(&file.form) {
            Ok(()) => dossier.read_file(file).await,
            Err(error) => dossier.inside.answer(Err(error)),
        },
        Err(TooLarge) => dossier.not_read(dossier.w().get("assessment-too-large")),
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

/// The last change undone.
async fn undo(inside: Inside, Path(path): Reference, body: String) -> Response {
    match sent(inside, &path, &body, Action::AssessImpact).await {
        Ok((dossier, form)) => dossier.or_fail(dossier.undo(&form).await),
        Err(refused) => refused,
    }
}

impl Dossier {
    /// The rule that an assessment settles, if the person speaks for the function that says so.
    pub(super) fn own_duty(&self) -> anyhow::Result<Option<&str>> {
        let rule = assessments::duty(&self.inside.visit.site.library.reference)?;
        let authority = &self.case.record.authority;
        let functions = self.inside.account.functions_in(authority);
        Ok(functions.contains(&Function::Dpo).then_some(rule))
    }

    async fn begun(&self) -> anyhow::Result<Rendered> {
        let holdings = holdings(&self.inside.visit.app.instance).await?;
        let export = assessments::begun(&holdings, &self.case.record, &self.w(), self.today())?;
        let json = serde_json::to_string_pretty(&export.document)?;
        let name = format!("{}-aipd.json", self.case.record.reference.to_lowercase());
        let content_type = "application/json; charset=utf-8";
        Ok(Rendered::download(content_type, json, name))
    }

    /// The form that a file fills in, or why it cannot be read.
    async fn read_file(&self, file: SentFile) -> Response {
        let w = self.w();
        if file.bytes.is_empty() {
            return self.not_read(w.get("imports-no-file"));
        }
        let bytes = file.bytes;
        let read = tokio::task::spawn_blocking(move || assessments::read(&bytes));
        let read = read.await.map_err(anyhow::Error::from);
        let written_in = Language::from_tag(file.form.one("langue"));
        match read.and_then(|read| read) {
            Ok(pia) => self.show_read(&file.name, &pia, written_in.unwrap_or(w.language)),
            Err(error) => match error.downcast::<crate::complaint::Complaint>() {
                Ok(complaint) => self.not_read(told(&complaint.0, &w)),
                Err(error) => self.inside.answer(Err(PageError::Internal(error))),
            },
        }
    }

    fn not_read(&self, why: String) -> Response {
        let mut faults = Faults::default();
        faults.add("fichier", why);
        self.show_assessments(faults)
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
        self.check_version(&form, &mut faults);
        let Some(assessed) = assessed.filter(|_| faults.is_empty()) else {
            return Ok(self.show_assessment(form, faults));
        };
        let changed = self.case.record.clone().with_assessment(assessed);
        Ok(match self.write(&changed).await? {
            Saved::Done => redirect(&self.address("/analyses?fait=jointe")),
            Saved::Outdated => {
                self.outdated(&mut faults);
                self.show_assessment(form, faults)
            }
        })
    }

    async fn take_out(&self, form: &Form) -> anyhow::Result<Response> {
        let mut faults = Faults::default();
        let mut changed = self.case.record.clone();
        self.check_version(form, &mut faults);
        if faults.is_empty() && !self.remove(&mut changed, form.one("retirer"))? {
            faults.add("contenu", self.w().get("assessment-take-out-what"));
        }
        self.written(changed, faults, "retrait").await
    }

    async fn undo(&self, form: &Form) -> anyhow::Result<Response> {
        let mut faults = Faults::default();
        self.check_version(form, &mut faults);
        let before = self.undone()?;
        if faults.is_empty() && before.is_none() {
            faults.add("contenu", self.w().get("assessment-no-undo"));
        }
        let changed = before.unwrap_or(&self.case.record).clone();
        self.written(changed, faults, "annulee").await
    }

    /// Writes a change that the list leads to, if nothing is at fault.
    async fn written(
        &self,
        changed: UseCase,
        mut faults: Faults,
        done: &str,
    ) -> anyhow::Result<Response> {
        if faults.is_empty() && self.write(&changed).await? == Saved::Outdated {
            self.outdated(&mut faults);
        }
        Ok(match faults.is_empty() {
            true => redirect(&self.address(&format!("/analyses?fait={done}"))),
            false => self.show_assessments(faults),
        })
    }

    fn check_version(&self, form: &Form, faults: &mut Faults) {
        if form.one("version") != self.case.version.to_string() {
            self.outdated(faults);
        }
    }

    async fn write(&self, changed: &UseCase) -> anyhow::Result<Saved> {
        let app = &self.inside.visit.app;
        let says = |record: &UseCase| {
            let all = record.duties_done.iter();
            all.filter(|done| done.by == Signatory::Dpo)
                .cloned()
                .collect::<Vec<_>>()
        };
        // Whoever says for the data protection officer that a duty is settled signs as such.
        let who = match says(changed) == says(&self.case.record) {
            true => self.writes_as(),
            false => Function::Dpo.code(),
        };
        let saved = self.case.save(&app.instance, changed, &change(who)).await?;
        if saved == Saved::Done {
            app.refresh().await?;
        }
        Ok(saved)
    }

    /// The record without its last change, if the person may undo it here: a settled duty by its
    /// function alone.
    pub(super) fn undone(&self) -> anyhow::Result<Option<&UseCase>> {
        let is_theirs = self.own_duty()?.is_some();
        let before = assessments::before_last(&self.case);
        Ok(before.filter(|before| is_theirs || before.duties_done == self.case.record.duties_done))
    }

    /// Takes out what a word names; whether there was such a thing, and the person may.
    fn remove(&self, record: &mut UseCase, word: &str) -> anyhow::Result<bool> {
        let place = |kind: &str| -> Option<usize> { word.strip_prefix(kind)?.parse().ok() };
        if let Some(place) = place("analyse-").filter(|n| *n < record.impact_assessments.len()) {
            record.impact_assessments.remove(place);
            return Ok(true);
        }
        let risk = place("risque-").filter(|_| self.may(Action::EditRecord));
        if let Some(place) = risk.filter(|n| *n < record.risks.len()) {
            record.risks.remove(place);
            return Ok(true);
        }
        let Some(duty) = self.own_duty()?.filter(|_| word == "devoir") else {
            return Ok(false);
        };
        Ok(record.open_duty(duty, Signatory::Dpo))
    }
}
