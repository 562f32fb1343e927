use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::written::{day, text};
use super::{Changed, Workbench, act};
use axum::extract::Path;
use axum::response::Response;
use chrono::NaiveDate;
use domain::people::Action;
use domain::{EmbeddedFeature, Function, Link, ProductVersion, TermsVersion, Text, ToolChange};
use std::collections::HashMap;

/// What may change in a product: another version, other terms, a feature nobody asked for.
pub(super) const CHANGES: [&str; 3] = ["version", "conditions", "fonction"];

/// A change of the product: what was decided on the former one no longer holds.
pub(super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    act(
        inside,
        &path,
        &body,
        Action::EditTool,
        "#changements",
        Workbench::changed,
    )
    .await
}

impl Workbench {
    /// The tool after the change of a form, or its faults.
    fn changed(&self, form: &Form, faults: &mut Faults) -> Option<Changed> {
        let w = self.w();
        let kind = form.one("changement");
        if !CHANGES.contains(&kind) {
            faults.add("changement", w.get("tool-change-no-kind"));
        }
        let typed = form.filled("jour_changement");
        let since = typed.map_or(Some(self.today()), day);
        let is_past = since.is_some_and(|day| day <= self.today());
        if !is_past {
            faults.add("jour_changement", w.get("tool-bad-past-day"));
        }
        let words = text(form.one("ce_qui_change"), &w);
        if words.is_none() {
            faults.add("ce_qui_change", w.get("tool-change-no-words"));
        }
        let change = self.product_change(kind, form, since, words, faults);
        self.check_falls(form, faults);
        self.check_version(form.one("version"), faults);
        let changed = self.tool().after(change?, self.today());
        faults
            .is_empty()
            .then_some((changed, Function::Lead.code()))
    }

    fn product_change(
        &self,
        kind: &str,
        form: &Form,
        since: Option<NaiveDate>,
        words: Option<Text>,
        faults: &mut Faults,
    ) -> Option<ToolChange> {
        let w = self.w();
        match kind {
            "version" => {
                let version = form.filled("nouvelle_version");
                if version.is_none() {
                    faults.add("nouvelle_version", w.get("tool-change-no-version"));
                }
                Some(ToolChange::Version(ProductVersion {
                    version: version?.to_owned(),
                    since,
                    change: words,
                    end_of_life: None,
                }))
            }
            "conditions" => {
                let url = form.filled("adresse_conditions");
                let url = url.filter(|url| url.starts_with("https://"));
                if url.is_none() {
                    faults.add("adresse_conditions", w.get("answer-bad-link"));
                }
                Some(ToolChange::Terms(TermsVersion {
                    since,
                    terms: Link {
                        title: None,
                        url: url?.to_owned(),
                    },
                    change: words,
                }))
            }
            "fonction" => Some(ToolChange::Feature(EmbeddedFeature {
                name: words?,
                appeared_on: since,
                asked: Some(false),
                active: None,
            })),
            _ => None,
        }
    }
}
