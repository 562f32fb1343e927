//! Passwords: what is accepted, and how they are kept.

use super::breached::Breached;
use super::secret;
use anyhow::{Result, anyhow};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use reference::Passwords;
use sha1::{Digest, Sha1};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zxcvbn::{Score, zxcvbn};

/// Fewest characters: ANSSI and OWASP ask for length before anything else.
pub const LENGTH_MIN: usize = 12;
/// Most characters: more would let anybody keep the machine busy.
pub const LENGTH_MAX: usize = 256;

/// Characters whose strength is estimated: the time it takes grows faster than the length, to an
/// eighth of a second for the worst sixty-four.
const ESTIMATED_MAX: usize = 64;
/// What a password is worth at least: a hundred million guesses. It is where the authors of the
/// estimate put the bar for hashes that are slow to try, as ours are; and an address waits after
/// five wrong attempts. The bar above would refuse short phrases of common English words.
const SCORE_MIN: Score = Score::Three;
/// Letters of a name that is worth looking for.
const NAME_MIN: usize = 4;

/// Who chooses a password, and where: their own words are tried first by whoever knows them.
#[derive(Debug, Clone, Default)]
pub struct Chooser {
    /// Address of the account.
    pub email: String,
    /// How the person is called.
    pub name: String,
    /// Names of the authorities and of the site.
    pub places: Vec<String>,
}

impl Chooser {
    /// The words of the person and of the place, each whole, in pieces and in runs of pieces, folded.
    fn words(&self) -> BTreeSet<String> {
        let whole = self.places.iter().chain([&self.email, &self.name]);
        let each = whole.flat_map(|text| {
            let text = fold(text);
            let mut words = runs(&text);
            words.push(text);
            words
        });
        each.filter(|word| word.chars().count() >= NAME_MIN)
            .collect()
    }
}

/// The pieces of a text that follow one another, put together without what is between them.
fn runs(text: &str) -> Vec<String> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    let pieces: Vec<_> = pieces.filter(|piece| !piece.is_empty()).collect();
    let from = |start: usize| (start + 1..=pieces.len()).map(move |end| (start, end));
    let all = (0..pieces.len()).flat_map(from);
    all.map(|(start, end)| pieces[start..end].concat())
        .collect()
}

/// Why a password is not accepted: the key of a message. It takes up to some tenths of a second.
///
/// Fails when the file of breached passwords cannot be read.
pub fn fault(
    password: &str,
    chooser: &Chooser,
    known: &Passwords,
    breached: Option<&Breached>,
) -> Result<Option<&'static str>> {
    let told = length_fault(password)
        .or_else(|| word_fault(password, chooser, known))
        .or_else(|| strength_fault(password, chooser, known));
    if told.is_some() {
        return Ok(told);
    }
    let is_breached = match breached {
        Some(breached) => breached.holds(password)?,
        None => false,
    };
    Ok(is_breached.then_some("password-breached"))
}

fn length_fault(password: &str) -> Option<&'static str> {
    let count = password.chars().count();
    if count < LENGTH_MIN {
        Some("password-short")
    } else if count > LENGTH_MAX {
        Some("password-long")
    } else {
        None
    }
}

/// What is known before anything is estimated.
fn word_fault(password: &str, chooser: &Chooser, known: &Passwords) -> Option<&'static str> {
    let lower = password.to_lowercase();
    let folded = fold(password);
    let address = chooser.email.split('@').next().unwrap_or_default();
    let distinct: BTreeSet<char> = lower.chars().collect();
    let own = chooser.words();
    let listed: BTreeSet<String> = known.words.iter().map(|word| fold(word)).collect();
    if address.chars().count() >= NAME_MIN && lower.contains(address) {
        Some("password-has-name")
    } else if distinct.len() < 5
        || known.commonest.contains(&mark(&lower))
        || is_made_of(&folded, listed.iter())
    {
        Some("password-common")
    } else if is_made_of(&folded, own.union(&listed)) {
        Some("password-context")
    } else {
        None
    }
}

/// What an estimate says, first with the words of the person and of the place, then without them:
/// whoever is told should know which of the two it is.
fn strength_fault(password: &str, chooser: &Chooser, known: &Passwords) -> Option<&'static str> {
    let estimated: String = password.chars().take(ESTIMATED_MAX).collect();
    let own = chooser.words();
    let listed = known.words.iter().map(String::as_str);
    let inputs: Vec<&str> = own.iter().map(String::as_str).chain(listed).collect();
    if zxcvbn(&estimated, &inputs).score() >= SCORE_MIN {
        return None;
    }
    let is_strong_elsewhere = zxcvbn(&estimated, &inputs[own.len()..]).score() >= SCORE_MIN;
    Some(match is_strong_elsewhere {
        true => "password-context",
        false => "password-weak",
    })
}

/// Words stay words with digits and signs between them: whether nothing else is there. An estimate
/// does not see it: it takes three pieces in a row, whatever they are, for a hundred million guesses.
fn is_made_of<'a>(password: &str, words: impl Iterator<Item = &'a String>) -> bool {
    let mut words: Vec<_> = words.collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let left = words.iter().fold(password.to_owned(), |left, word| {
        left.replace(word.as_str(), " ")
    });
    left != password && left.chars().all(|c| !c.is_alphabetic())
}

/// A text without capitals and accents.
fn fold(text: &str) -> String {
    let plain = text.nfd().filter(|c| !is_combining_mark(*c));
    plain.collect::<String>().to_lowercase()
}

/// How the list of the commonest names a password.
fn mark(lower: &str) -> u64 {
    let hash = Sha1::digest(lower.as_bytes());
    hash.iter()
        .take(8)
        .fold(0, |mark, byte| mark << 8 | u64::from(*byte))
}

/// Argon2id as OWASP advises: 19 MiB, two passes, one lane.
fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|error| anyhow!("argon2: {error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// How every hash that is made today begins.
const OF_TODAY: &str = "$argon2id$v=19$m=19456,t=2,p=1$";

/// The hash of a password, with a salt of its own. Takes some hundredths of a second.
pub fn hash(password: &str) -> Result<String> {
    hash_under(password, &secret::random::<16>()?)
}

/// The hash of a secret under a salt that is known.
pub(super) fn hash_under(password: &str, salt: &[u8]) -> Result<String> {
    let hash = argon2()?
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|error| anyhow!("argon2: {error}"))?;
    Ok(hash.to_string())
}

/// The salt of a hash; `None` when it is none.
pub(super) fn salt_of(hash: &str) -> Option<Vec<u8>> {
    let salt = PasswordHash::new(hash).ok()?.salt?;
    Some(salt.as_ref().to_vec())
}

/// Whether a hash is made as hashes are made today.
pub fn is_of_today(hash: &str) -> bool {
    hash.starts_with(OF_TODAY)
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

    fn known() -> Passwords {
        let (reference, _) = reference::Reference::read(&crate::embedded::tree());
        reference.passwords
    }

    /// What is said of each, to somebody of Valmorel.
    #[track_caller]
    fn check(cases: &[(&str, Option<&str>)]) {
        let chooser = Chooser {
            email: "camille@valmorel.example".to_owned(),
            name: "Camille Delorme-Vasseur".to_owned(),
            places: vec!["Métropole de Valmorel".to_owned(), "Vigie".to_owned()],
        };
        let known = known();
        for (password, expected) in cases {
            let found = fault(password, &chooser, &known, None).expect("no file");
            assert_eq!(found, *expected, "{password}");
        }
    }

    #[test]
    fn weak_passwords_are_told_apart() {
        check(&[
            ("court", Some("password-short")),
            ("motdepasse2026!", Some("password-common")),
            ("aaaaaaaaaaaaaa", Some("password-common")),
            ("camille-de-valmorel", Some("password-has-name")),
            ("quatre tuiles sous la pluie", None),
            ("cinq mouettes face au vent", None),
            ("correct horse battery staple", None),
            ("k7#pQz!m2Lx9", None),
        ]);
        check(&[(&"é1b2c3".repeat(60), Some("password-long"))]);
    }

    #[test]
    fn words_of_the_person_of_the_place_and_of_everybody_are_refused() {
        check(&[
            ("Valmorel2026!", Some("password-context")),
            ("metropole-1234", Some("password-common")),
            ("MÉTROPOLE 2026", Some("password-common")),
            ("Delorme--19840507", Some("password-context")),
            ("delormevasseur1", Some("password-context")),
            ("valmorel valmorel", Some("password-context")),
            ("Septembre2026!", Some("password-common")),
            ("Bienvenue-2026", Some("password-common")),
            ("ChatGPT 2026 !!", Some("password-common")),
            ("Azertyuiop123!", Some("password-common")),
            ("bonjourbonjour", Some("password-common")),
            ("soleil, chocolat, vacances", Some("password-common")),
            ("bonjour valmorel !", Some("password-context")),
            ("correcthorse", Some("password-weak")),
            ("umbrella2019", Some("password-weak")),
        ]);
    }

    /// The list holds the 3,000 commonest of twelve characters or more, whatever their capitals.
    #[test]
    fn the_commonest_are_refused_whatever_their_capitals() {
        assert_eq!(known().commonest.len(), 3_000);
        check(&[
            ("1qaz2wsx3edc", Some("password-common")),
            ("q1w2e3r4t5y6", Some("password-common")),
            ("motherfucker", Some("password-common")),
            ("LeaveMeAlone", Some("password-common")),
            // Long, mixed, and yet one of them: an estimate alone would let it pass.
            ("gthtrfnbgjkt", Some("password-common")),
        ]);
    }

    #[test]
    fn a_long_password_is_estimated_in_a_time_that_is_bounded() {
        let before = std::time::Instant::now();
        check(&[(&"@4$5!1|0".repeat(32), None)]);
        let seconds = before.elapsed().as_secs();
        assert!(seconds < 30, "{seconds} seconds");
    }

    #[test]
    fn only_the_right_password_passes() {
        let hash = hash("quatre tuiles sous la pluie").expect("hashes");
        assert!(hash.starts_with(OF_TODAY), "{hash}");
        assert!(verify("quatre tuiles sous la pluie", Some(&hash)));
        assert!(!verify("quatre tuiles sous la neige", Some(&hash)));
        assert!(!verify("", None));
        assert!(!verify("quatre tuiles sous la pluie", Some("not a hash")));
    }
}
