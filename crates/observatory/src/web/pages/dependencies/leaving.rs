//! Who could leave: exit plans, and what leaving each tool would cost.

use super::View;
use domain::ToolSheet;
use evaluate::dependencies::{NotScored, reversibility_answers};
use evaluate::scored::{Answers, Given, QuestionScore, Scored, score};
use publish::report::{Block, Cell, DataTable};
use reference::Questionnaire;

/// The grid that the page shows.
const GRID: &str = "supplier-reversibility";

impl<'a> View<'a> {
    pub(super) fn add_exits(&mut self) {
        let exits = self.found.exits();
        let tools: Vec<_> = exits
            .tools_missing
            .iter()
            .map(|(tool, _)| self.page.w.text(&tool.name))
            .collect();
        let blanks = [
            ("count", tools.len().into()),
            ("names", self.page.w.list(&tools).into()),
        ];
        let planned = [("count", exits.planned.len().into())];
        let blocks = [
            self.page.named("exits-missing", &exits.missing),
            self.page.sentence("exits-tools-missing", &blanks),
            self.page.sentence("exits-planned", &planned),
        ];
        self.page.add("exits", &blocks);
    }

    /// One line a tool that has a score; the others are named.
    pub(super) fn add_reversibility(&mut self) {
        let (mut rows, mut without) = (Vec::new(), Vec::new());
        for tool in self.named_tools().into_values() {
            match self.grid().map(|grid| self.score_row(tool, grid)) {
                Some(Ok(row)) => rows.push(row),
                Some(Err(reason)) => without.push(self.not_scored(tool, reason)),
                None => {}
            }
        }
        let columns = [
            ("column-tool", false),
            ("column-level", false),
            ("column-points", true),
            ("column-unanswered", true),
            ("column-answered-on", false),
        ];
        let not_scored = [
            ("count", without.len().into()),
            ("names", self.page.w.list(&without).into()),
        ];
        let blocks = [
            self.page.table("reversibility", &columns, rows),
            self.page.sentence("not-scored", &not_scored),
            self.whole("reversibility-all", "reversibilite"),
        ];
        self.page.add("reversibility", &blocks);
    }

    /// Every criterion of the tools that have a score.
    pub(super) fn add_all_criteria(&mut self) {
        let mut blocks: Vec<Block> = Vec::new();
        if let Some(grid) = self.grid() {
            let summary = self.page.w.text(&grid.summary);
            blocks.push(Block::Paragraph(vec![publish::report::Inline::Text(
                summary,
            )]));
            for tool in self.named_tools().into_values() {
                if let Ok(answers) = reversibility_answers(tool, grid) {
                    blocks.push(self.criteria(tool, grid, &answers));
                }
            }
        }
        self.page.add("criteria", &blocks);
    }

    fn grid(&self) -> Option<&'a Questionnaire> {
        self.page.site.library.reference.questionnaires.get(GRID)
    }

    fn score_row(&self, tool: &ToolSheet, grid: &Questionnaire) -> Result<Vec<Cell>, NotScored> {
        let w = &self.page.w;
        let answers = reversibility_answers(tool, grid)?;
        let scored = score(grid, &answers);
        let answered_on = tool.reversibility.as_ref().and_then(|g| g.answered_on);
        Ok(vec![
            Cell::text(w.text(&tool.name)),
            Cell::text(self.level(&scored)),
            Cell::text(self.points(&scored)),
            Cell::text(w.count(scored.unanswered().count())),
            self.page.day(answered_on),
        ])
    }

    /// The name of a tool without a score, with the reason when it was answered otherwise.
    fn not_scored(&self, tool: &ToolSheet, reason: NotScored) -> String {
        let w = &self.page.w;
        let name = w.text(&tool.name);
        let key = match reason {
            NotScored::NoAnswers => return name,
            NotScored::OtherGrid => "not-scored-grid",
            NotScored::OtherVersion => "not-scored-version",
        };
        w.format(key, &[("name", name.into())])
    }

    /// The level, or the two between which it still lies.
    fn level(&self, scored: &Scored) -> String {
        let w = &self.page.w;
        let title = |level: Option<&reference::Level>| {
            level.map_or_else(|| w.get("unknown-number"), |level| w.text(&level.title))
        };
        let (low, high) = (title(scored.level.lowest), title(scored.level.highest));
        if low == high {
            return low;
        }
        w.format("level-range", &[("low", low.into()), ("high", high.into())])
    }

    fn points(&self, scored: &Scored) -> String {
        let current = &scored.current;
        let blanks = [
            ("low", u64::from(current.lowest.points).into()),
            ("high", u64::from(current.highest.points).into()),
            ("max", u64::from(current.highest.max).into()),
        ];
        let key = if current.is_settled() {
            "points-settled"
        } else {
            "points-range"
        };
        self.page.w.format(key, &blanks)
    }

    fn criteria(&self, tool: &ToolSheet, grid: &Questionnaire, answers: &Answers) -> Block {
        let scored = score(grid, answers);
        let shown = scored.questions.iter();
        let shown = shown.filter(|question| question.sight.is_shown());
        Block::Table(DataTable {
            name: format!("criteria-{}", tool.key),
            caption: self.page.w.text(&tool.name),
            columns: self.page.columns(&[
                ("column-question", false),
                ("column-area", false),
                ("column-answer", false),
                ("column-criterion-points", true),
            ]),
            rows: shown.map(|question| self.criterion(question)).collect(),
            empty: String::new(),
        })
    }

    fn criterion(&self, question: &QuestionScore) -> Vec<Cell> {
        let w = &self.page.w;
        let given = match &question.given {
            Given::Choices(choices) if choices.is_empty() => w.get("answer-none"),
            Given::Choices(choices) => {
                let labels = choices.iter().map(|choice| w.text(&choice.label));
                w.phrases(&labels.collect::<Vec<_>>())
            }
            Given::Text => w.get("answer-text"),
            Given::Nothing => w.get("unknown-number"),
        };
        let points = &question.points;
        let range = (u64::from(points.least), u64::from(points.most));
        let worth = match range {
            (low, high) if low == high => w.count(points.most as usize),
            (low, high) => w.format("index-range", &[("low", low.into()), ("high", high.into())]),
        };
        vec![
            Cell::text(w.text(&question.question.title)),
            Cell::text(w.text(&question.area.title)),
            Cell::text(given),
            Cell::text(worth),
        ]
    }
}
