//! Codes of a second factor (RFC 6238: six digits, thirty seconds) and recovery codes.

use super::{password, secret};
use anyhow::{Result, anyhow};
use chrono::{DateTime, Utc};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;
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

/// The picture of an address, that the camera of a telephone reads (ISO/IEC 18004).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width and height in modules, the quiet zone included.
    pub side: usize,
    /// The dark modules, as the path of an SVG.
    pub path: String,
}

/// Modules of quiet around a picture: the standard asks for four.
const QUIET: usize = 4;

impl Picture {
    /// Draws an address.
    pub fn of(address: &str) -> Result<Self> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M)
            .map_err(|error| anyhow!("picture: {error}"))?;
        let width = code.width();
        let colors = code.to_colors();
        let mut path = String::new();
        for (y, row) in colors.chunks(width).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run[0] == Color::Dark {
                    let (left, top, length) = (x + QUIET, y + QUIET, run.len());
                    let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
                }
                x += run.len();
            }
        }
        let side = width + 2 * QUIET;
        Ok(Self { side, path })
    }
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

/// Letters and digits of a recovery code.
const RECOVERY_LENGTH: usize = 10;

/// What is kept of recovery codes: hashes as slow as those of passwords, all under one salt, so that
/// trying a code takes one of them and not ten.
pub fn recovery_hashes(codes: &[String]) -> Result<Vec<String>> {
    hashes_of(codes.iter().map(|code| recovery_digest(code)))
}

fn hashes_of(digests: impl Iterator<Item = String>) -> Result<Vec<String>> {
    let salt = secret::random::<16>()?;
    digests
        .map(|digest| password::hash_under(&digest, &salt))
        .collect()
}

/// A recovery code however it was typed, under the one round of SHA-256 that was all that was kept
/// of it before. The slow hash is made of this one, so that codes given long ago became slow too.
pub fn recovery_digest(code: &str) -> String {
    secret::hash(&plain(code))
}

fn plain(code: &str) -> String {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    code.to_lowercase()
}

/// What is kept of a code that was typed, if it is one of those that are left.
pub fn recovery_kept(left: &[String], typed: &str) -> Result<Option<String>> {
    if plain(typed).len() != RECOVERY_LENGTH {
        return Ok(None);
    }
    let digest = recovery_digest(typed);
    let tried = match left.iter().find_map(|kept| password::salt_of(kept)) {
        Some(salt) => password::hash_under(&digest, &salt)?,
        None => digest,
    };
    Ok(left.contains(&tried).then_some(tried))
}

/// What is kept of the codes that are left, made as it is today; `None` when it is already.
pub fn renewed_recovery(left: &[String]) -> Result<Option<Vec<String>>> {
    let is_former = |kept: &String| !kept.starts_with('$');
    if left.is_empty() || !left.iter().all(is_former) {
        return Ok(None);
    }
    hashes_of(left.iter().cloned()).map(Some)
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
    fn the_picture_holds_the_three_marks_of_its_corners_and_its_quiet_zone() {
        let address = address("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "anne@ville.example");
        let picture = Picture::of(&address.expect("an address")).expect("a picture");
        let right = picture.side - QUIET - 7;
        for corner in [
            "M4 4h7v1h-7z",
            &format!("M{right} 4h7v1h-7z"),
            &format!("M4 {right}h7v1h-7z"),
        ] {
            assert!(picture.path.contains(corner), "{corner}");
        }
        let starts = picture
            .path
            .split('M')
            .skip(1)
            .filter_map(|run| run.split('h').next());
        for start in starts {
            let (x, y) = start.split_once(' ').expect("two numbers");
            let numbers = [x, y].map(|number| number.parse::<usize>().expect("a number"));
            assert!(
                numbers
                    .iter()
                    .all(|n| (QUIET..picture.side - QUIET).contains(n)),
                "{start}"
            );
        }
    }

    #[test]
    fn a_recovery_code_is_known_however_it_is_typed() {
        let codes = recovery_codes().expect("codes");
        assert_eq!(codes.len(), RECOVERY_CODES);
        let typed = codes[0].to_uppercase().replace('-', " ");
        assert_eq!(recovery_digest(&typed), recovery_digest(&codes[0]));
        assert_ne!(recovery_digest(&codes[0]), recovery_digest(&codes[1]));
    }

    #[test]
    fn recovery_codes_are_kept_as_slowly_as_passwords_under_one_salt() {
        let codes = recovery_codes().expect("codes");
        let kept = recovery_hashes(&codes).expect("hashes");
        let salts = kept.iter().map(|kept| password::salt_of(kept));
        let salts: std::collections::BTreeSet<_> = salts.collect();
        assert_eq!(salts.len(), 1, "one computation tries them all");
        assert!(
            kept.iter().all(|kept| password::is_of_today(kept)),
            "{kept:?}"
        );
        let other = recovery_hashes(&codes).expect("hashes");
        assert!(other.iter().all(|one| !kept.contains(one)), "a salt a set");
        let found = |typed: &str| recovery_kept(&kept, typed).expect("tried");
        let typed = codes[3].to_uppercase().replace('-', " ");
        assert_eq!(found(&typed).as_ref(), Some(&kept[3]));
        assert_eq!(found("abcde-00000"), None);
        assert_eq!(found(&kept[3]), None, "what is kept opens nothing");
    }

    #[test]
    fn codes_that_were_kept_the_former_way_still_open_and_become_slow() {
        let codes = recovery_codes().expect("codes");
        let former: Vec<_> = codes.iter().map(|code| recovery_digest(code)).collect();
        let found = recovery_kept(&former, &codes[1]).expect("tried");
        assert_eq!(found.as_ref(), Some(&former[1]));
        let renewed = renewed_recovery(&former[2..]).expect("hashes");
        let renewed = renewed.expect("to be renewed");
        assert!(renewed.iter().all(|kept| password::is_of_today(kept)));
        let found = |code: &str| recovery_kept(&renewed, code).expect("tried");
        assert_eq!(found(&codes[2]).as_ref(), Some(&renewed[0]));
        assert_eq!(found(&codes[1]), None, "used before");
        assert_eq!(renewed_recovery(&renewed).expect("read"), None);
        assert_eq!(renewed_recovery(&[]).expect("read"), None);
    }
}
