//! The human reference of a new record.

/// Fewest digits of the number.
const DIGITS: usize = 3;

/// The reference after the highest one that bears a prefix: VAL-027 after VAL-026. A number is
/// never given twice, even if the record that bore it is gone.
pub fn next<'a>(prefix: &str, taken: impl IntoIterator<Item = &'a str>) -> String {
    let highest = taken
        .into_iter()
        .filter_map(|reference| number(prefix, reference))
        .max();
    let number = highest.unwrap_or(0).saturating_add(1);
    format!("{prefix}-{number:0DIGITS$}")
}

fn number(prefix: &str, reference: &str) -> Option<u64> {
    let (known, number) = reference.rsplit_once('-')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (known.eq_ignore_ascii_case(prefix) && is_number)
        .then(|| number.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn the_next_number_follows_the_highest() {
        let cases: [(&str, &[&str], &str); 8] = [
            ("VAL", &[], "VAL-001"),
            ("VAL", &["VAL-001", "VAL-026", "VAL-003"], "VAL-027"),
            ("VAL", &["VIL-400", "VAL-002"], "VAL-003"),
            ("VAL", &["val-009"], "VAL-010"),
            ("VAL", &["VAL-999"], "VAL-1000"),
            ("VAL", &["VAL-", "VAL-x7", "VAL-+7", "", "VAL"], "VAL-001"),
            ("RM-IA", &["RM-IA-012", "RM-100"], "RM-IA-013"),
            ("VAL", &["VAL-99999999999999999999999"], "VAL-001"),
        ];
        for (prefix, taken, expected) in cases {
            assert_eq!(next(prefix, taken.iter().copied()), expected, "{taken:?}");
        }
    }
}
