//! Codes of a second factor (RFC 6238: six digits, thirty seconds) and recovery codes.

use super::secret;
use anyhow::{Result, anyhow};
use chrono::{DateTime, Utc};
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// Recovery codes given at once.
pub const RECOVERY_CODES: usize = 10;
/// Letters and digits that nobody takes for another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A new seed, in base 32.
pub fn seed() -> Result<String> {
    Ok(Secret::from(secret::random::<20>()?.to_vec()).to_base32())
}

fn totp(seed: &str, email: &str) -> Result<Totp> {
    let seed = Secret::try_from_base32(seed).map_err(|error| anyhow!("seed: {error:?}"))?;
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(seed)
        .with_account_name(email.replace(':', " "))
        .with_issuer(Some("Vigie"))
        .build()
        .map_err(|error| anyhow!("second factor: {error:?}"))
}

/// The address that an application of codes opens.
pub fn address(seed: &str, email: &str) -> Result<String> {
    totp(seed, email)?
        .to_url()
        .map_err(|error| anyhow!("second factor: {error:?}"))
}

/// The time step of a code, if the code is right: thirty seconds early or late are forgiven.
pub fn step(seed: &str, code: &str, at: DateTime<Utc>) -> Result<Option<i64>> {
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let time = u64::try_from(at.timestamp()).unwrap_or_default();
    let step = totp(seed, "")?.check(&code, time);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// New recovery codes, each good once: `abcde-fghjk`.
pub fn recovery_codes() -> Result<Vec<String>> {
    (0..RECOVERY_CODES).map(|_| recovery_code()).collect()
}

fn recovery_code() -> Result<String> {
    let letters: String = secret::random::<10>()?
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    Ok(format!("{}-{}", &letters[..5], &letters[5..]))
}

/// What is kept of a recovery code, however it was typed.
pub fn recovery_hash(code: &str) -> String {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    secret::hash(&code.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seed of the examples of RFC 6238, appendix B, and the last six of its eight digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let cases = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ];
        for (second, code) in cases {
            let at = DateTime::from_timestamp(second, 0).expect("an instant");
            assert_eq!(
                step(seed, code, at).expect("a seed"),
                Some(second / 30),
                "{second}"
            );
            let late = at + chrono::Duration::seconds(90);
            assert_eq!(step(seed, code, late).expect("a seed"), None, "{second}");
        }
    }

    #[test]
    fn a_recovery_code_is_known_however_it_is_typed() {
        let codes = recovery_codes().expect("codes");
        assert_eq!(codes.len(), RECOVERY_CODES);
        let typed = codes[0].to_uppercase().replace('-', " ");
        assert_eq!(recovery_hash(&typed), recovery_hash(&codes[0]));
        assert_ne!(recovery_hash(&codes[0]), recovery_hash(&codes[1]));
    }
}
