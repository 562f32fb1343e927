use super::Context;
use super::input::refusal;
use crate::commands::output;
use crate::instance::Library;
use ::footprint::{Cause, Coverage, Indicator, RefusedRow, Text};
use anyhow::Result;
use domain::Language;
use publish::{Blank, typography};
use serde_json::json;

/// Refused rows and unreadable lines printed for a person.
const SHOWN: usize = 20;

/// Says what the engine found, in the reader's language.
pub(super) struct Speaker {
    library: Library,
    language: Language,
    unreadable_lines: usize,
}

impl Speaker {
    pub(super) fn new(context: &Context) -> Result<Self> {
        Ok(Self {
            library: Library::open(None)?,
            language: context.language,
            unreadable_lines: 0,
        })
    }

    pub(super) fn say(&self, key: &str, blanks: &[(&str, Blank)]) -> String {
        self.library.words.format(self.language, key, blanks)
    }

    pub(super) fn text<'t>(&self, text: &'t Text) -> &'t str {
        match self.language {
            Language::Fr => &text.fr,
            Language::En => &text.en,
        }
    }

    pub(super) fn indicator(&self, indicator: Indicator) -> String {
        self.say(&format!("footprint-indicator-{}", indicator.code()), &[])
    }

    pub(super) fn cause(&self, cause: Cause) -> String {
        self.word("cause", cause.code())
    }

    /// The word for a name of the engine.
    pub(super) fn word(&self, kind: &str, name: &str) -> String {
        self.say(&format!("footprint-{kind}-{}", name.replace('_', "-")), &[])
    }

    /// A number with three significant digits or more, whatever its size.
    pub(super) fn number(&self, value: f64, is_signed: bool) -> String {
        let text = significant(value, self.language);
        if is_signed && value > 0.0 {
            format!("+{text}")
        } else {
            text
        }
    }

    /// Two ends and their unit.
    pub(super) fn range(&self, [low, high]: [f64; 2], unit: &str) -> String {
        let (low, high) = (self.number(low, false), self.number(high, false));
        let amount = if low == high {
            low
        } else {
            format!("{low} – {high}")
        };
        format!("{amount} {unit}").trim_end().to_owned()
    }

    /// Share of the tokens that is estimated.
    pub(super) fn share(&self, coverage: Coverage) -> String {
        match coverage.share_of_tokens() {
            Some(share) => self.percentage(share),
            None => self.say("footprint-no-tokens", &[]),
        }
    }

    /// A share from 0 to 1, never rounded up to the whole.
    pub(super) fn percentage(&self, share: f64) -> String {
        let percent = (share * 1000.0).floor() / 10.0;
        format!("{} %", typography::number(percent, self.language))
    }

    /// How much was estimated, and every row that was not.
    pub(super) fn coverage(
        &self,
        release: &str,
        coverage: Coverage,
        refused: &[RefusedRow],
        as_json: bool,
    ) -> Result<()> {
        if as_json {
            let rows: Vec<_> = refused
                .iter()
                .map(|row| {
                    let remark = refusal(row);
                    json!({
                        "row": row.line,
                        "column": row.column,
                        "problem": self.library.words.remark(self.language, &remark),
                        "hint": self.library.words.hint(self.language, &remark),
                    })
                })
                .collect();
            let report = json!({"revision": release, "coverage": coverage, "refused": rows.len(), "reported": rows});
            output::error(&serde_json::to_string(&report)?);
            return Ok(());
        }
        let blanks = [
            ("release", release.into()),
            ("share", self.share(coverage).into()),
            ("requests", coverage.requests.into()),
            ("unresolved", coverage.unresolved_requests.into()),
        ];
        output::error(&self.say("footprint-coverage", &blanks));
        self.refused(refused);
        Ok(())
    }

    /// The rows that were refused, on the error stream.
    pub(super) fn refused(&self, refused: &[RefusedRow]) {
        if refused.is_empty() {
            return;
        }
        output::error(&self.say("footprint-refused", &[("count", refused.len().into())]));
        for row in refused.iter().take(SHOWN) {
            let remark = refusal(row);
            let words = &self.library.words;
            let problem = words.remark(self.language, &remark);
            let hint = words.hint(self.language, &remark);
            output::error(&format!("{problem}\n    {hint}"));
        }
        let more = refused.len().saturating_sub(SHOWN);
        if more > 0 {
            output::error(&self.say("footprint-refused-more", &[("count", more.into())]));
        }
    }

    /// A line that is not a request, on the error stream.
    pub(super) fn unreadable_line(&mut self, line: u64, error: &str) {
        self.unreadable_lines += 1;
        if self.unreadable_lines <= SHOWN {
            let blanks = [("line", line.into()), ("error", error.into())];
            output::error(&self.say("footprint-line-unreadable", &blanks));
        }
    }

    /// How many more lines could not be read than were told; whether there was any at all.
    pub(super) fn finish_lines(&self) -> bool {
        let more = self.unreadable_lines.saturating_sub(SHOWN);
        if more > 0 {
            output::error(&self.say("footprint-refused-more", &[("count", more.into())]));
        }
        self.unreadable_lines > 0
    }
}

/// Three significant digits, powers of ten when tiny.
fn significant(value: f64, language: Language) -> String {
    const DIGITS: i32 = 3;
    const TINY: f64 = 1e-4;
    if value == 0.0 || value.abs() >= TINY {
        return typography::significant(value, DIGITS, language);
    }
    let text = format!("{value:.2e}");
    match language {
        Language::Fr => text.replace('.', ","),
        Language::En => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_three_digits_whatever_their_size() {
        for (value, expected) in [
            (0.0, "0"),
            (0.000_012_345, "1.23e-5"),
            (0.012_345, "0.0123"),
            (1.2345, "1.23"),
            (99.99, "100"),
            (123_456.7, "123,000"),
            (-0.5, "-0.5"),
        ] {
            assert_eq!(significant(value, Language::En).replace('−', "-"), expected);
        }
        assert_eq!(significant(0.000_012_345, Language::Fr), "1,23e-5");
    }
}
