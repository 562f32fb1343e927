use crate::reader::FileReader;
use crate::yaml::Node;
use domain::{Remark, Text};

/// How long one kind of data is kept, and what happens then.
#[derive(Debug, Clone, PartialEq)]
pub struct Retention {
    /// Which data.
    pub kind: String,
    /// The name of those data on pages.
    pub title: Text,
    /// Days from the event that starts the clock; `None` = no fixed duration.
    pub days: Option<u32>,
    /// The event that starts the clock.
    pub counts_from: Option<Text>,
    /// Why they are kept that long.
    pub basis: Text,
    /// What happens at the end.
    pub purge: Text,
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Vec<Retention> {
    file.list(root)
        .iter()
        .filter_map(|node| retention(file, node))
        .collect()
}

fn retention(file: &FileReader, node: &Node) -> Option<Retention> {
    let map = file.map(node)?;
    let kind = map.text("kind");
    let title = map.bilingual("title");
    let days = map.optional_number("days");
    let months = map.optional_number("months");
    let counts_from = map.optional_bilingual("counts_from");
    let basis = map.bilingual("basis");
    let purge = map.bilingual("purge");
    if days.is_some() && months.is_some() {
        file.report(map.line(), Remark::new("data-two-durations"));
    }
    map.finish();
    Some(Retention {
        kind: kind?,
        title: title?,
        days: days.or(months.map(|months| months * 365 / 12)),
        counts_from,
        basis: basis?,
        purge: purge?,
    })
}
