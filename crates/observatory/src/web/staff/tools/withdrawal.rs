use super::super::form::{Faults, Form};
use super::super::member::Inside;
use super::super::written::{day, text};
use super::{Changed, Workbench, act, who_withdraws};
use axum::extract::Path;
use axum::response::Response;
use domain::Withdrawal;
use domain::people::Action;
use std::collections::HashMap;

/// A tool is taken out, with the reason, the day and what takes its place.
pub(super) async fn send(
    inside: Inside,
    Path(path): Path<HashMap<String, String>>,
    body: String,
) -> Response {
    act(
        inside,
        &path,
        &body,
        Action::WithdrawTool,
        "#decision-prise",
        Workbench::withdrawn,
    )
    .await
}

impl Workbench {
    /// The tool once taken out, or what the form lacks.
    fn withdrawn(&self, form: &Form, faults: &mut Faults) -> Option<Changed> {
        let w = self.w();
        let reason = text(form.one("motif_retrait"), &w);
        if reason.is_none() {
            faults.add("motif_retrait", w.get("tool-withdrawal-no-reason"));
        }
        let typed = form.filled("jour_retrait");
        let on = typed.map_or(Some(self.today()), day);
        let is_past = on.is_some_and(|day| day <= self.today());
        if !is_past {
            faults.add("jour_retrait", w.get("tool-bad-past-day"));
        }
        if !self.tool().may_be_withdrawn() {
            faults.add("motif_retrait", w.get("tool-withdrawal-not-open"));
        }
        self.check_falls(form, faults);
        self.check_version(form.one("version"), faults);
        let withdrawal = Withdrawal {
            on: on?,
            by: who_withdraws(&self.inside),
            reason: reason?,
            replaced_by: text(form.one("remplace_par"), &w),
        };
        let withdrawn = self.tool().clone().withdrawn(withdrawal);
        let who = who_withdraws(&self.inside).code();
        faults.is_empty().then_some((withdrawn, who))
    }
}
