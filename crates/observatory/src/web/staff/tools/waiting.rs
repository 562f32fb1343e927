use super::super::member::Inside;
use super::super::space::{Line, List};
use super::may;
use crate::pipeline::tools::{self, ToolToDo, to_do};
use crate::web::pages::parts::said;
use chrono::NaiveDate;
use domain::ToolSheet;
use domain::people::Action;
use publish::Wording;

/// A list and what waits in it.
type Waits<'a> = (&'static str, &'a dyn Fn(&ToolSheet) -> bool);

/// Tools that wait for the person: for the opinion of a function of theirs, for a decision, for
/// functions to be asked, or for a new look.
pub(in super::super) async fn lists(inside: &Inside, w: &Wording<'_>) -> anyhow::Result<Vec<List>> {
    let visit = &inside.visit;
    let scope = &visit.place.scope;
    let all = tools::all(&visit.app.instance, scope).await?;
    let sheets: Vec<_> = all.into_iter().map(|record| record.document).collect();
    let today = visit.site.snapshot.built_on;
    let own = inside.account.functions_in(scope);
    let can = |action: Action, tool: &ToolSheet| may(inside, action, tool, false);
    let speaks = |tool: &ToolSheet| {
        let awaited = tool.examination.awaited();
        can(Action::GiveToolOpinion, tool) && own.iter().any(|f| awaited.contains(f))
    };
    let is = |tool: &ToolSheet, wanted: &[ToolToDo]| {
        to_do(tool, today).is_some_and(|to_do| wanted.contains(&to_do))
    };
    let decides = |tool: &ToolSheet| can(Action::DecideTool, tool) && is(tool, &[ToolToDo::Decide]);
    let asks = |tool: &ToolSheet| can(Action::EditTool, tool) && is(tool, &[ToolToDo::Ask]);
    let looks = |tool: &ToolSheet| {
        can(Action::EditTool, tool) && is(tool, &[ToolToDo::AskAgain, ToolToDo::LookAgain])
    };
    let holds: [Waits<'_>; 4] = [
        ("tool-opinions", &speaks),
        ("tool-decide", &decides),
        ("tool-new", &asks),
        ("tool-again", &looks),
    ];
    let list = |(id, holds): Waits<'_>| {
        let lines: Vec<_> = sheets
            .iter()
            .filter(|tool| holds(tool))
            .map(|tool| line(inside, tool, today, w))
            .collect();
        (!lines.is_empty()).then(|| List::titled(id, lines, w))
    };
    Ok(holds.into_iter().filter_map(list).collect())
}

fn line(inside: &Inside, tool: &ToolSheet, today: NaiveDate, w: &Wording) -> Line {
    let review = tool.examination.review.as_ref();
    let due = review.and_then(|review| review.due_on);
    Line {
        url: inside.visit.place.page(&format!("outils/{}", tool.key)),
        reference: String::new(),
        name: said(&tool.name, w),
        when: due.map(|day| (w.date(day), day < today)),
    }
}
