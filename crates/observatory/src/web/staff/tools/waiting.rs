use super::super::member::Inside;
use super::super::space::{Line, List, by};
use super::may;
use crate::pipeline::tools::{self, ToolWait};
use crate::web::pages::parts::said;
use chrono::NaiveDate;
use domain::ToolSheet;
use publish::Wording;

/// Tools that wait for the person: for the opinion of a function of theirs, for a decision, for
/// functions to be asked, or for a new look.
pub(in super::super) async fn lists(inside: &Inside, w: &Wording<'_>) -> anyhow::Result<Vec<List>> {
    let visit = &inside.visit;
    let scope = &visit.place.scope;
    let all = tools::all(&visit.app.instance, scope).await?;
    let sheets: Vec<_> = all.into_iter().map(|record| record.document).collect();
    let today = visit.site.snapshot.built_on;
    let list = |wait: ToolWait| {
        let may = |tool: &ToolSheet, action| may(inside, action, tool, false);
        let waits =
            |tool: &&ToolSheet| wait.holds(&inside.account, scope, (tool, today), |a| may(tool, a));
        let lines: Vec<_> = sheets
            .iter()
            .filter(waits)
            .map(|tool| line(inside, tool, today, w))
            .collect();
        (!lines.is_empty()).then(|| List::titled(wait.code(), lines, w))
    };
    Ok(ToolWait::ALL.into_iter().filter_map(list).collect())
}

fn line(inside: &Inside, tool: &ToolSheet, today: NaiveDate, w: &Wording) -> Line {
    let review = tool.examination.review.as_ref();
    let due = review.and_then(|review| review.due_on);
    Line {
        url: inside.visit.place.page(&format!("outils/{}", tool.key)),
        reference: String::new(),
        name: said(&tool.name, w),
        when: due.map(|day| (by(w, "space-expected", day), day < today)),
    }
}
