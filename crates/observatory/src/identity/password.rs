//! Passwords: what is accepted, and how they are kept.

use super::secret;
use anyhow::{Result, anyhow};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

/// Fewest characters: ANSSI and OWASP ask for length before anything else.
pub const LENGTH_MIN: usize = 12;
/// Most characters: more would let anybody keep the machine busy.
pub const LENGTH_MAX: usize = 256;

/// Beginnings of passwords that everybody tries first.
const COMMON: [&str; 12] = [
    "motdepasse",
    "password",
    "azertyuiop",
    "qwertyuiop",
    "123456789",
    "administrateur",
    "administrator",
    "bonjour",
    "bienvenue",
    "welcome",
    "vigie",
    "iloveyou",
];

/// Why a password is not accepted: the key of a message.
pub fn fault(password: &str, email: &str) -> Option<&'static str> {
    let count = password.chars().count();
    let lower = password.to_lowercase();
    let name = email.split('@').next().unwrap_or_default();
    let distinct: std::collections::BTreeSet<char> = lower.chars().collect();
    if count < LENGTH_MIN {
        Some("password-short")
    } else if count > LENGTH_MAX {
        Some("password-long")
    } else if name.chars().count() >= 4 && lower.contains(name) {
        Some("password-has-name")
    } else if distinct.len() < 5 || COMMON.iter().any(|common| is_mostly(&lower, common)) {
        Some("password-common")
    } else {
        None
    }
}

/// A common password stays one with digits and signs around it.
fn is_mostly(password: &str, common: &str) -> bool {
    let left = password.replacen(common, "", 1);
    left.len() < password.len() && left.chars().all(|c| !c.is_alphabetic())
}

/// Argon2id as OWASP advises: 19 MiB, two passes, one lane.
fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|error| anyhow!("argon2: {error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash of a password, with a salt of its own. Takes some hundredths of a second.
pub fn hash(password: &str) -> Result<String> {
    let salt = secret::random::<16>()?;
    let hash = argon2()?
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(|error| anyhow!("argon2: {error}"))?;
    Ok(hash.to_string())
}

/// Whether a password is the one of a hash. Without a hash it takes the same time and says no, so
/// that nobody learns which addresses have an account.
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    if password.chars().count() > LENGTH_MAX {
        return false;
    }
    let Ok(known) = PasswordHash::new(hash.unwrap_or(NOBODY)) else {
        return false;
    };
    let verified = Argon2::default().verify_password(password.as_bytes(), &known);
    hash.is_some() && verified.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passwords_are_told_apart() {
        let cases = [
            ("court", Some("password-short")),
            ("motdepasse2026!", Some("password-common")),
            ("aaaaaaaaaaaaaa", Some("password-common")),
            ("camille-de-valmorel", Some("password-has-name")),
            ("quatre tuiles sous la pluie", None),
        ];
        for (password, expected) in cases {
            assert_eq!(
                fault(password, "camille@valmorel.example"),
                expected,
                "{password}"
            );
        }
        assert_eq!(
            fault(&"é1b2c3".repeat(60), "a@b.example"),
            Some("password-long")
        );
    }

    #[test]
    fn only_the_right_password_passes() {
        let hash = hash("quatre tuiles sous la pluie").expect("hashes");
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert!(verify("quatre tuiles sous la pluie", Some(&hash)));
        assert!(!verify("quatre tuiles sous la neige", Some(&hash)));
        assert!(!verify("", None));
        assert!(!verify("quatre tuiles sous la pluie", Some("not a hash")));
    }
}
