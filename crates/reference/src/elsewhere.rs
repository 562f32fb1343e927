use crate::reader::FileReader;
use crate::yaml::Node;
use domain::{Remark, Task};

/// A stated rule: if the text of a record of others holds a word that begins so, it speaks of a
/// task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRule {
    /// The task.
    pub task: Task,
    /// Beginnings of words, or of several words in a row; capitals and accents do not count.
    pub words: Vec<String>,
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Vec<TaskRule> {
    let rules = file.list(root).iter();
    rules.filter_map(|node| task_rule(file, node)).collect()
}

fn task_rule(file: &FileReader, node: &Node) -> Option<TaskRule> {
    let map = file.map(node)?;
    let code = map.text("task");
    let words = map.texts("words");
    let line = map.line();
    map.finish();
    let code = code?;
    let task = Task::from_code(&code);
    if task.is_none() {
        let known: Vec<_> = Task::ALL.iter().map(|task| task.code()).collect();
        let remark = Remark::new("data-not-a-choice")
            .with("value", code)
            .with("choices", known.join(", "));
        file.report(line, remark);
    }
    Some(TaskRule { task: task?, words })
}
