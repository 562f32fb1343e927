use super::super::evaluate::today;
use super::super::{Context, output};
use crate::instance::Library;
use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use publish::Wording;
use serde_json::json;

#[derive(Args)]
pub(crate) struct Due {
    /// Day on which to look; today when absent
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Print the rules as JSON
    #[arg(long)]
    json: bool,
}

/// The rules past their review, the oldest review first.
pub(super) fn run(due: &Due, context: &Context) -> Result<()> {
    let overlay = Some(context.folder.as_path()).filter(|folder| folder.is_dir());
    let library = Library::open(overlay)?;
    let on = due.on.unwrap_or_else(today);
    let all = &library.reference.law.rules;
    let mut rules: Vec<_> = all.iter().filter(|rule| rule.review_by <= on).collect();
    rules.sort_by(|a, b| (a.review_by, &a.id).cmp(&(b.review_by, &b.id)));
    if due.json {
        let rows: Vec<_> = rules
            .iter()
            .map(|rule| {
                json!({
                    "id": rule.id,
                    "checked_on": rule.checked_on,
                    "review_by": rule.review_by,
                    "sources": rule.sources,
                })
            })
            .collect();
        return output::json(&rows);
    }
    let w = Wording {
        words: &library.words,
        reference: &library.reference,
        language: context.language,
    };
    let next = all.iter().map(|rule| rule.review_by);
    let next = next.filter(|day| *day > on).min();
    let blanks = [
        ("count", rules.len().into()),
        ("date", w.date(on).into()),
        (
            "next",
            next.map_or_else(|| w.get("date-unknown"), |day| w.date(day))
                .into(),
        ),
    ];
    output::line(&w.format("data-due", &blanks))?;
    for rule in rules {
        let blanks = [
            ("id", rule.id.as_str().into()),
            ("title", w.text(&rule.title).into()),
            ("checked", w.date(rule.checked_on).into()),
            ("review", w.date(rule.review_by).into()),
        ];
        output::line(&format!("  {}", w.format("data-due-rule", &blanks)))?;
    }
    Ok(())
}
