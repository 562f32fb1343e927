//! The table `[mail]` of `vigie.toml`, and its faults.

use super::{Config, from_environment};
use crate::complaint::complain;
use crate::mail::{Encryption, MailSettings};
use anyhow::Result;
use domain::Remark;
use serde::Deserialize;
use std::path::PathBuf;

/// Variable that holds the password; with `_FILE` behind it, the file that does.
const PASSWORD: &str = "VIGIE_MAIL_PASSWORD";

/// Latest hour of a day.
const HOUR_MAX: u32 = 23;

/// Days of the week as they are written in the file.
const DAYS: [(&str, chrono::Weekday); 7] = [
    ("monday", chrono::Weekday::Mon),
    ("tuesday", chrono::Weekday::Tue),
    ("wednesday", chrono::Weekday::Wed),
    ("thursday", chrono::Weekday::Thu),
    ("friday", chrono::Weekday::Fri),
    ("saturday", chrono::Weekday::Sat),
    ("sunday", chrono::Weekday::Sun),
];

/// Letters by e-mail; without this table none is ever sent.
///
/// The password is never here: it comes from `VIGIE_MAIL_PASSWORD`, or from the file that
/// `VIGIE_MAIL_PASSWORD_FILE` names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// The machine that takes letters.
    pub host: String,
    /// Its port; the usual one of the encryption when absent.
    pub port: Option<u16>,
    /// `tls`, `starttls` or `none`.
    #[serde(default = "tls")]
    pub encryption: String,
    /// The name to sign in with; nobody signs in when absent.
    pub user: Option<String>,
    /// Who writes: an address, or `Name <address>`.
    pub from: String,
    /// Certificates of an authority of one’s own, in PEM; beside `vigie.toml` unless absolute.
    pub ca_file: Option<PathBuf>,
    /// The day on which `vigie serve` sends the weekly letter; never when absent.
    pub digest_day: Option<String>,
    /// The hour from which it does.
    #[serde(default = "seven")]
    pub digest_hour: u32,
}

fn tls() -> String {
    "tls".to_owned()
}

fn seven() -> u32 {
    7
}

/// When `vigie serve` sends the weekly letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestTime {
    /// The day.
    pub day: chrono::Weekday,
    /// The hour from which it is sent.
    pub hour: u32,
}

impl Config {
    /// What sending needs; `None` without a table `[mail]`, the first fault when it has any.
    pub fn mail(&self) -> Result<Option<MailSettings>> {
        let Some(table) = &self.mail else {
            return Ok(None);
        };
        match table.settings(from_environment(PASSWORD)?) {
            Ok(settings) => Ok(Some(settings)),
            Err(fault) => Err(complain(fault)),
        }
    }

    /// When the weekly letter is sent by `vigie serve`; never without a day.
    pub fn digest_time(&self) -> Option<DigestTime> {
        let table = self.mail.as_ref()?;
        let written = table.digest_day.as_ref()?;
        let (_, day) = DAYS.into_iter().find(|(name, _)| name == written)?;
        Some(DigestTime {
            day,
            hour: table.digest_hour,
        })
    }

    /// Every fault of the table `[mail]`.
    pub fn mail_faults(&self) -> Result<Vec<Remark>> {
        let Some(table) = &self.mail else {
            return Ok(Vec::new());
        };
        let mut faults = Vec::new();
        faults.extend(table.settings(from_environment(PASSWORD)?).err());
        if let Some(day) = &table.digest_day
            && !DAYS.iter().any(|(name, _)| name == day)
        {
            faults.push(Remark::new("mail-setting-day").with("value", day));
        }
        if table.digest_hour > HOUR_MAX {
            faults.push(Remark::new("mail-setting-hour").with("value", table.digest_hour));
        }
        if table.digest_day.is_some() && self.server.public_url.is_none() {
            faults.push(Remark::new("mail-setting-url"));
        }
        Ok(faults)
    }
}

impl MailConfig {
    /// The settings of the sender, or what is wrong with the table.
    fn settings(&self, password: Option<String>) -> Result<MailSettings, Remark> {
        let encryption = match self.encryption.as_str() {
            "tls" => Encryption::Tls,
            "starttls" => Encryption::StartTls,
            "none" => Encryption::None,
            other => return Err(Remark::new("mail-setting-encryption").with("value", other)),
        };
        let from = self.from.parse();
        let from = from.map_err(|_| Remark::new("mail-setting-from").with("value", &self.from))?;
        let credentials = match (&self.user, password) {
            (None, _) => None,
            (Some(_), _) if encryption == Encryption::None => {
                return Err(Remark::new("mail-setting-clear"));
            }
            (Some(user), Some(password)) => Some((user.clone(), password)),
            (Some(_), None) => return Err(Remark::new("mail-setting-password")),
        };
        let authority = self.ca_file.as_ref().map(|path| {
            std::fs::read(path)
                .map_err(|_| Remark::new("mail-setting-ca").with("value", path.display()))
        });
        Ok(MailSettings {
            host: self.host.clone(),
            port: self.port,
            encryption,
            credentials,
            from,
            authority: authority.transpose()?,
        })
    }
}
