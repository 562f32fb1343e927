//! The twelve signs: squares for the state of a use, rounds for an opinion or a verdict.
//!
//! One drawing serves the pages (`<symbol>`, in `currentColor`) and the printed charts.
//! A sign never stands alone: a word is always beside it.

use std::collections::BTreeSet;

/// A sign of the design system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// In use (deployed).
    Deployed,
    /// Allowed for a dated trial.
    Pilot,
    /// Under study: wished, planned or in development.
    Planned,
    /// Stopped until something is corrected.
    Suspended,
    /// Tried, then stopped; also retired.
    Abandoned,
    /// Asked for, not allowed.
    Refused,
    /// Seen without having been allowed.
    Observed,
    /// Favourable opinion; the verdict “yes”.
    Favourable,
    /// Favourable with reservations; the verdict “yes, if”.
    Reservations,
    /// Reserved opinion.
    Reserved,
    /// Unfavourable opinion; the verdict “no”.
    Unfavourable,
    /// No opinion yet; the verdict “we do not know”.
    NoOpinion,
}

impl Sign {
    /// Every sign, states first.
    pub const ALL: [Sign; 12] = [
        Sign::Deployed,
        Sign::Pilot,
        Sign::Planned,
        Sign::Suspended,
        Sign::Abandoned,
        Sign::Refused,
        Sign::Observed,
        Sign::Favourable,
        Sign::Reservations,
        Sign::Reserved,
        Sign::Unfavourable,
        Sign::NoOpinion,
    ];

    /// Identifier of the sign's `<symbol>`, without the `#`.
    pub fn id(self) -> &'static str {
        match self {
            Sign::Deployed => "s-deployed",
            Sign::Pilot => "s-pilot",
            Sign::Planned => "s-planned",
            Sign::Suspended => "s-suspended",
            Sign::Abandoned => "s-abandoned",
            Sign::Refused => "s-refused",
            Sign::Observed => "s-observed",
            Sign::Favourable => "a-favourable",
            Sign::Reservations => "a-reservations",
            Sign::Reserved => "a-reserved",
            Sign::Unfavourable => "a-unfavourable",
            Sign::NoOpinion => "a-none",
        }
    }

    /// Whether the sign stands on or above the line of the horizon: allowed, or still being studied.
    pub fn is_above_the_line(self) -> bool {
        matches!(self, Sign::Deployed | Sign::Pilot | Sign::Planned)
    }
}

/// The complete `<symbol>` of a sign, 14 × 14, drawn in the current colour.
pub fn symbol(sign: Sign) -> &'static str {
    macro_rules! square {
        ($id:literal, $inside:literal) => {
            concat!(
                r#"<symbol id=""#,
                $id,
                r#"" viewBox="0 0 14 14"><path fill="none" stroke-width="1.5" d="M.75.75h12.5v12.5H.75z"/>"#,
                $inside,
                "</symbol>"
            )
        };
    }
    macro_rules! round {
        ($id:literal, $inside:literal) => {
            concat!(
                r#"<symbol id=""#,
                $id,
                r#"" viewBox="0 0 14 14"><circle fill="none" stroke-width="1.5" cx="7" cy="7" r="6.2"/>"#,
                $inside,
                "</symbol>"
            )
        };
    }
    match sign {
        Sign::Deployed => {
            r#"<symbol id="s-deployed" viewBox="0 0 14 14"><path stroke="none" d="M0 0h14v14H0z"/></symbol>"#
        }
        Sign::Pilot => square!("s-pilot", r#"<path stroke="none" d="M0 0h7v14H0z"/>"#),
        Sign::Planned => square!(
            "s-planned",
            r#"<circle stroke="none" cx="7" cy="7" r="2.4"/>"#
        ),
        Sign::Suspended => square!(
            "s-suspended",
            r#"<path stroke="none" d="M3.6 3.5H6v7H3.6zM8 3.5h2.4v7H8z"/>"#
        ),
        Sign::Abandoned => square!(
            "s-abandoned",
            r#"<path fill="none" stroke-width="1.8" d="M1 13 13 1"/>"#
        ),
        Sign::Refused => square!(
            "s-refused",
            r#"<path fill="none" stroke-width="2.4" d="m2.5 2.5 9 9m0-9-9 9"/>"#
        ),
        Sign::Observed => square!(
            "s-observed",
            r#"<path fill="none" stroke-width="1.5" d="M1 9.5h12"/><path stroke="none" d="M3.6 9.5a3.4 3.6 0 0 1 6.8 0z"/>"#
        ),
        Sign::Favourable => round!(
            "a-favourable",
            r#"<path fill="none" stroke-width="2.2" d="m3.8 7.3 2.3 2.4 4.2-5"/>"#
        ),
        Sign::Reservations => round!(
            "a-reservations",
            r#"<path stroke="none" d="M7 .8a6.2 6.2 0 0 0 0 12.4z"/>"#
        ),
        Sign::Reserved => round!(
            "a-reserved",
            r#"<path fill="none" stroke-width="2.2" d="M3.5 7h7"/>"#
        ),
        Sign::Unfavourable => round!(
            "a-unfavourable",
            r#"<path fill="none" stroke-width="2.2" d="m4.3 4.3 5.4 5.4m0-5.4L4.3 9.7"/>"#
        ),
        Sign::NoOpinion => round!(
            "a-none",
            r#"<path fill="none" stroke-width="1.3" d="M2.6 7.4 7.4 2.6M3.4 10.6l7.2-7.2M6.6 11.4l4.8-4.8"/>"#
        ),
    }
}

/// The drawing inside the `<symbol>`, for a document that draws its signs in place.
pub(super) fn drawing(sign: Sign) -> &'static str {
    let whole = symbol(sign);
    let start = whole.find('>').map_or(0, |at| at + 1);
    whole[start..].trim_end_matches("</symbol>")
}

/// One hidden `<svg>` holding the symbols a page uses; empty text when it uses none.
pub fn sprite(signs: &BTreeSet<Sign>) -> String {
    if signs.is_empty() {
        return String::new();
    }
    let symbols: String = signs.iter().map(|sign| symbol(*sign)).collect();
    format!(r#"<svg class="defs" aria-hidden="true">{symbols}</svg>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_carries_its_own_identifier() {
        for sign in Sign::ALL {
            let drawn = symbol(sign);
            assert!(drawn.starts_with(&format!(
                r#"<symbol id="{}" viewBox="0 0 14 14">"#,
                sign.id()
            )));
            assert!(drawn.ends_with("</symbol>"));
            assert!(drawing(sign).starts_with('<') && !drawing(sign).contains("symbol"));
        }
    }

    #[test]
    fn a_page_gets_only_the_signs_it_uses() {
        assert_eq!(sprite(&BTreeSet::new()), "");
        let two = sprite(&BTreeSet::from([Sign::Refused, Sign::Deployed]));
        assert_eq!(two.matches("<symbol").count(), 2);
        assert!(two.find("s-deployed") < two.find("s-refused"));
    }
}
