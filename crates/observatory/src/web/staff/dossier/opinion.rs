use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::Dossier;
use crate::clock;
use crate::pipeline::casework::{Saved, by};
use crate::web::error::PageError;
use crate::web::handlers::redirect;
use axum::extract::Path;
use axum::response::Response;
use domain::people::Action;
use domain::{Function, Ground, Opinion, Publication, PublicationLevel, Sense};
use std::collections::HashMap;

/// Longest public wording, in characters: it is read on one card.
const WORDING_MAX: usize = 280;

/// The opinion of a function.
pub(in super::super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    let form = match inside.form(&body) {
        Ok(form) => form,
        Err(error) => return inside.answer(Err(error)),
    };
    let dossier = match Dossier::open(inside, &path).await {
        Ok(dossier) => dossier,
        Err((inside, error)) => return inside.answer(Err(error)),
    };
    if !dossier.may(Action::GiveOpinion) {
        return dossier.inside.answer(Err(PageError::Forbidden));
    }
    match dossier.receive(form).await {
        Ok(response) => response,
        Err(error) => dossier.inside.answer(Err(PageError::Internal(error))),
    }
}

impl Dossier {
    async fn receive(&self, form: Form) -> anyhow::Result<Response> {
        let mut faults = Faults::default();
        let Some(opinion) = self.opinion(&form, &mut faults) else {
            return Ok(self.show(form, faults));
        };
        let function = opinion.function.code();
        let changed = self.case.record.clone().with_opinion(opinion);
        let app = &self.inside.visit.app;
        let change = by(function, clock::now());
        match self.case.save(&app.instance, &changed, &change).await? {
            Saved::Done => {
                app.refresh().await?;
                Ok(redirect(&self.address("#avis")))
            }
            Saved::Outdated => {
                self.outdated(&mut faults);
                Ok(self.show(form, faults))
            }
        }
    }

    /// The opinion that a form says, or its faults.
    fn opinion(&self, form: &Form, faults: &mut Faults) -> Option<Opinion> {
        let w = self
            .inside
            .visit
            .site
            .wording(self.inside.visit.place.language);
        let own = self
            .inside
            .account
            .functions_in(&self.case.record.authority);
        let function = Function::from_code(form.one("fonction")).filter(|f| own.contains(f));
        if function.is_none() {
            faults.add("fonction", w.get("opinion-no-function"));
        }
        let sense = Sense::from_code(form.one("sens"));
        if sense.is_none() {
            faults.add("sens", w.get("opinion-no-sense"));
        }
        let wording = form.one("motif").trim();
        let length = wording.chars().count();
        if length > WORDING_MAX {
            let blanks = [("count", length.into()), ("most", WORDING_MAX.into())];
            faults.add("motif", w.format("opinion-long", &blanks));
        }
        let needs_reason = sense.is_some_and(|sense| sense != Sense::Favourable);
        if needs_reason && wording.is_empty() {
            faults.add("motif", w.get("opinion-no-reason"));
        }
        let conditions = self.lines(form.one("conditions"));
        if sense == Some(Sense::FavourableWithReservations) && conditions.is_empty() {
            faults.add("conditions", w.get("opinion-no-condition"));
        }
        if form.one("version") != self.case.version.to_string() {
            self.outdated(faults);
        }
        let publication = self.opinion_publication(form, faults);
        let opinion = Opinion {
            function: function?,
            sense: sense?,
            public_wording: self.text(wording),
            internal_note: self.text(form.one("note")),
            conditions,
            given_on: Some(self.today()),
            on_version: Some(self.case.version),
            publication,
        };
        faults.is_empty().then_some(opinion)
    }

    /// How much of an opinion leaves the authority; everything that may when nothing was chosen.
    fn opinion_publication(&self, form: &Form, faults: &mut Faults) -> Option<Publication> {
        let w = self
            .inside
            .visit
            .site
            .wording(self.inside.visit.place.language);
        let level = PublicationLevel::from_code(form.one("niveau_avis"))?;
        let ground = Ground::from_code(form.one("motif_avis"));
        let withholds = level != PublicationLevel::Public;
        if withholds && ground.is_none() {
            faults.add("motif_avis", w.get("publication-no-ground"));
        }
        withholds.then_some(Publication {
            level,
            ground,
            note: None,
        })
    }
}
