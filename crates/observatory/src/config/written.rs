//! `vigie.toml` as it is written: what is wrong in it, with its line, before anything else is read.

use super::exchange::{API, PEERS};
use super::{Config, FILE};
use anyhow::{Context, Result};
use domain::Remark;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// A key of a table, and what is expected behind it.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) expected: Expected,
}

/// What is expected behind a key.
pub(super) enum Expected {
    /// `true` or `false`.
    Bool,
    /// A whole number within bounds; zero too when it has a meaning of its own.
    Whole { from: i64, to: i64, zero: bool },
}

/// Tables whose keys are looked at one by one.
const TABLES: [(&str, &[Key]); 2] = [("api", &API), ("peers", &PEERS)];

/// What somebody may write under `[peers]` who thinks that addresses go there.
const ADDRESSES: [&str; 6] = ["url", "urls", "address", "addresses", "list", "peers"];

/// Every fault of the file of a folder that can be told without opening the observatory.
pub fn faults(folder: &Path) -> Result<Vec<Remark>> {
    let path = folder.join(FILE);
    let text = fs::read_to_string(&path);
    let text = text.with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(found(&text))
}

fn found(text: &str) -> Vec<Remark> {
    let table: Table = match toml::from_str(text) {
        Ok(table) => table,
        Err(error) => return vec![unreadable("config-syntax", text, &error)],
    };
    let mut faults = Vec::new();
    for (name, keys) in TABLES {
        match table.get(name) {
            Some(Value::Table(inner)) => faults.extend(of_table(text, name, keys, inner)),
            Some(_) => faults.push(
                Remark::new("config-not-a-table")
                    .with("table", name)
                    .with("line", line(text, name, "")),
            ),
            None => {}
        }
    }
    if faults.is_empty()
        && let Err(error) = toml::from_str::<Config>(text)
    {
        faults.push(unreadable("config-refused", text, &error));
    }
    faults
}

fn of_table(text: &str, table: &str, keys: &[Key], inner: &Table) -> Vec<Remark> {
    let known: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let each = inner.iter().filter_map(|(name, value)| {
        let fault = match keys.iter().find(|key| key.name == name) {
            Some(key) => key.fault(value)?,
            None if table == "peers" && ADDRESSES.contains(&name.as_str()) => {
                Remark::new("config-peer-address")
            }
            None => Remark::new("config-unknown-key").with("known", known.join(", ")),
        };
        let fault = fault.with("table", table).with("key", name);
        Some(fault.with("line", line(text, table, name)))
    });
    each.collect()
}

impl Key {
    fn fault(&self, value: &Value) -> Option<Remark> {
        match (&self.expected, value) {
            (Expected::Bool, Value::Boolean(_)) => None,
            (Expected::Bool, other) => {
                Some(Remark::new("config-not-a-bool").with("value", shown(other)))
            }
            (Expected::Whole { from, to, zero }, Value::Integer(number)) => {
                let is_fine = (from..=to).contains(&number) || (*zero && *number == 0);
                let remark = || match zero {
                    true => Remark::new("config-out-of-range-or-zero"),
                    false => Remark::new("config-out-of-range"),
                };
                (!is_fine).then(|| {
                    let bounds = remark().with("from", from).with("to", to);
                    bounds.with("value", number)
                })
            }
            (Expected::Whole { from, to, .. }, other) => {
                let remark = Remark::new("config-not-whole").with("value", shown(other));
                Some(remark.with("from", from).with("to", to))
            }
        }
    }
}

/// A value as its writer would know it again.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => format!("\"{text}\""),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Boolean(said) => said.to_string(),
        other => other.type_str().to_owned(),
    }
}

/// The line where a key of a table is written, else that of the table.
fn line(text: &str, table: &str, key: &str) -> usize {
    let (mut current, mut of_table) = ("", None);
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        let name = match line.strip_prefix('[') {
            Some(header) => {
                let header = header.trim_start_matches('[').split(']').next();
                current = header.unwrap_or_default().trim();
                current
            }
            None => line.split('=').next().unwrap_or_default().trim(),
        };
        let is_inside = current == table || name == format!("{table}.{key}");
        if is_inside && name.trim_matches(['"', '\'']).ends_with(key) {
            return number;
        }
        if name == table {
            of_table = of_table.or(Some(number));
        }
    }
    of_table.unwrap_or(1)
}

/// What the reader of TOML did not understand, with its own words.
fn unreadable(key: &'static str, text: &str, error: &toml::de::Error) -> Remark {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or_default();
    Remark::new(key)
        .with("line", before.matches('\n').count() + 1)
        .with("detail", error.message())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected`: key and line of each fault.
    fn check(text: &str, expected: &[(&str, &str)]) {
        let faults = found(text);
        let line = |fault: &Remark| {
            let mut blanks = fault.blanks.iter();
            let line = blanks.find(|(name, _)| *name == "line");
            line.map_or_else(String::new, |(_, value)| value.to_string())
        };
        let found: Vec<_> = faults.iter().map(|f| (f.key, line(f))).collect();
        let found: Vec<_> = found.iter().map(|(key, l)| (*key, l.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_well_written_says_nothing() {
        check("", &[]);
        check("[api]\nrequests_per_minute = 0\n", &[]);
        check(
            "[api]\nrequests_per_minute = 600\n[peers]\nevery_hours = 24\nallow_private = true\n",
            &[],
        );
        check(super::super::TEMPLATE, &[]);
    }

    #[test]
    fn a_number_out_of_its_bounds_is_told_with_its_line() {
        for (text, key) in [
            ("[peers]\nevery_hours = 0\n", "config-out-of-range"),
            ("[peers]\nevery_hours = -3\n", "config-out-of-range"),
            ("[peers]\nevery_hours = 9000000000\n", "config-out-of-range"),
            ("[peers]\nevery_hours = \"24\"\n", "config-not-whole"),
            ("[peers]\nevery_hours = 1.5\n", "config-not-whole"),
            ("[peers]\nallow_private = \"yes\"\n", "config-not-a-bool"),
            (
                "[api]\nrequests_per_minute = 3\n",
                "config-out-of-range-or-zero",
            ),
            (
                "[api]\nrequests_per_minute = -1\n",
                "config-out-of-range-or-zero",
            ),
        ] {
            check(text, &[(key, "2")]);
        }
    }

    #[test]
    fn an_unknown_key_is_told_and_an_address_is_led_to_its_command() {
        let text = "[peers]\nevery_hour = 3\n\n[api]\nrate = 3\n";
        check(
            text,
            &[("config-unknown-key", "5"), ("config-unknown-key", "2")],
        );
        check(
            "[peers]\nurls = [\"https://a\"]\n",
            &[("config-peer-address", "2")],
        );
        check("peers.every_hour = 3\n", &[("config-unknown-key", "1")]);
        check("api = 3\n", &[("config-not-a-table", "1")]);
        check("\n[[peers]]\nurl = \"x\"\n", &[("config-not-a-table", "2")]);
        check("\napi = { rate = 3 }\n", &[("config-unknown-key", "2")]);
    }

    #[test]
    fn what_cannot_be_read_at_all_has_its_line_too() {
        check("[api\n", &[("config-syntax", "1")]);
        check("\n[api]\nx = 1\nx = 2\n", &[("config-syntax", "4")]);
        check("[server]\nport = 3\n", &[("config-refused", "2")]);
    }

    /// Each key that is looked at is one that the settings have, and they have no other.
    #[test]
    fn the_keys_are_those_of_the_settings() {
        for (table, keys) in TABLES {
            for key in keys {
                let value = match key.expected {
                    Expected::Bool => "true".to_owned(),
                    Expected::Whole { to, .. } => to.to_string(),
                };
                let text = format!("[{table}]\n{} = {value}\n", key.name);
                assert!(toml::from_str::<Config>(&text).is_ok(), "{text}");
            }
            let refused = toml::from_str::<Config>(&format!("[{table}]\nnone = 1\n"));
            let refused = refused.expect_err("an unknown key");
            let told = refused.message();
            assert_eq!(told.matches('`').count() / 2 - 1, keys.len(), "{told}");
            for key in keys {
                assert!(told.contains(key.name), "{told}");
            }
        }
    }
}
