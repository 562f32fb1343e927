//! Sends letters by e-mail: plain text, one reader each.
//!
//! Off unless `vigie.toml` has a table `[mail]`. A letter that does not go out breaks nothing: its
//! fault is a code that names no address, for the log, the command and the space.

use domain::Remark;
use lettre::message::{Mailbox, header::ContentType};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::fmt;
use std::time::Duration;

/// Longest time a machine may take to answer.
const ANSWER_SECONDS_MAX: u64 = 20;

/// How a letter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// Encrypted from the first byte.
    Tls,
    /// Encrypted after a word in clear; nothing is sent if the machine refuses.
    StartTls,
    /// In clear: for a machine of one's own network, without password.
    None,
}

/// What sending needs.
#[derive(Clone)]
pub struct MailSettings {
    /// The machine that takes letters.
    pub host: String,
    /// Its port; the usual one of the encryption when absent.
    pub port: Option<u16>,
    /// How letters travel to it.
    pub encryption: Encryption,
    /// Name and password.
    pub credentials: Option<(String, String)>,
    /// Who writes.
    pub from: Mailbox,
    /// Certificates of an authority of one's own, in PEM.
    pub authority: Option<Vec<u8>>,
}

impl fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("encryption", &self.encryption)
            .field("signs_in", &self.credentials.is_some())
            .finish_non_exhaustive()
    }
}

/// A letter to one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// Their address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Letter")
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

/// Why a letter did not go out. It never holds what the other machine said: that may name
/// somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailFault {
    /// The address is not one.
    Address,
    /// The letter cannot be written.
    Letter,
    /// The machine does not answer.
    Unreachable,
    /// Its certificate is not trusted, or it does not encrypt.
    Encryption,
    /// It asks to try later.
    Later,
    /// It refuses: the name, the password, the sender or the reader.
    Refused,
}

impl MailFault {
    /// Every fault.
    pub const ALL: [Self; 6] = [
        Self::Address,
        Self::Letter,
        Self::Unreachable,
        Self::Encryption,
        Self::Later,
        Self::Refused,
    ];

    /// Its name in the database, the log and the words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Letter => "letter",
            Self::Unreachable => "unreachable",
            Self::Encryption => "encryption",
            Self::Later => "later",
            Self::Refused => "refused",
        }
    }
}

/// Takes letters to the machine that sends them.
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post {
    /// What sends letters with these settings.
    pub fn of(settings: &MailSettings) -> Result<Self, Remark> {
        let tls = match settings.encryption {
            Encryption::None => Tls::None,
            Encryption::Tls => Tls::Wrapper(certificates(settings)?),
            Encryption::StartTls => Tls::Required(certificates(settings)?),
        };
        let usual = match settings.encryption {
            Encryption::None => 25,
            Encryption::Tls => 465,
            Encryption::StartTls => 587,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port.unwrap_or(usual))
            .timeout(Some(Duration::from_secs(ANSWER_SECONDS_MAX)))
            .tls(tls);
        if let Some((user, password)) = &settings.credentials {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self {
            transport: builder.build(),
            from: settings.from.clone(),
        })
    }

    /// Sends one letter.
    pub async fn send(&self, letter: &Letter) -> Result<(), MailFault> {
        let to: Address = letter.to.parse().map_err(|_| MailFault::Address)?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|_| MailFault::Letter)?;
        let sent = self.transport.send(message).await;
        sent.map(|_| ()).map_err(|error| fault(&error))
    }
}

fn fault(error: &lettre::transport::smtp::Error) -> MailFault {
    match error {
        error if error.is_permanent() => MailFault::Refused,
        error if error.is_transient() => MailFault::Later,
        error if error.is_tls() => MailFault::Encryption,
        _ => MailFault::Unreachable,
    }
}

/// The certificates that are trusted: those of an authority of one's own alone, when it is given.
fn certificates(settings: &MailSettings) -> Result<TlsParameters, Remark> {
    let wrong = || Remark::new("mail-setting-tls").with("value", &settings.host);
    let builder = TlsParameters::builder(settings.host.clone());
    let builder = match &settings.authority {
        None => builder.certificate_store(CertificateStore::WebpkiRoots),
        Some(pem) => {
            let own = Certificate::from_pem(pem).map_err(|_| wrong())?;
            let builder = builder.certificate_store(CertificateStore::None);
            builder.add_root_certificate(own)
        }
    };
    builder.build_rustls().map_err(|_| wrong())
}
