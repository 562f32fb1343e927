use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;

/// When what waits, or what is coming, is told to whoever runs the observatory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FollowUp {
    /// Months after which a record in use that nobody touched is told.
    pub stale_months: u32,
    /// Months after which an opinion is to be asked for again.
    pub opinion_months: u32,
    /// Months after which a sheet is to be reviewed again.
    pub sheet_months: u32,
    /// Days after which an opinion that was asked for is told, before its due day.
    pub asked_days: u32,
    /// Days before the review of a decision.
    pub review_days: u32,
    /// Days before the end of a pilot.
    pub pilot_days: u32,
    /// Days before a date of the law.
    pub law_days: u32,
    /// Days after a date of the law.
    pub law_past_days: u32,
    /// Number of staff below which an authority is a small one.
    pub small_staff: u32,
}

pub(crate) fn read(file: &FileReader, root: &Node) -> FollowUp {
    let Some(map) = file.map(root) else {
        return FollowUp::default();
    };
    let follow_up = FollowUp {
        stale_months: number(&map, "stale_months"),
        opinion_months: number(&map, "opinion_months"),
        sheet_months: number(&map, "sheet_months"),
        asked_days: number(&map, "asked_days"),
        review_days: number(&map, "review_days"),
        pilot_days: number(&map, "pilot_days"),
        law_days: number(&map, "law_days"),
        law_past_days: number(&map, "law_past_days"),
        small_staff: number(&map, "small_staff"),
    };
    map.finish();
    follow_up
}

/// A number that must be there; zero when it is not, which is told.
fn number(map: &MapReader, key: &'static str) -> u32 {
    map.required(key)
        .and_then(|_| map.optional_number(key))
        .unwrap_or_default()
}
