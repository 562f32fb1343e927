//! Seeds of second factors, kept under a key that is not in the database.
//!
//! Whoever reads the database or a backup finds no code to give; whoever holds the key too does.
//! Without a key, seeds are kept in clear, as they must be read to check a code.

use super::secret;
use anyhow::{Result, anyhow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use uuid::Uuid;

/// How what is sealed begins: the cipher, and the version of what surrounds it. A seed in clear is
/// in base 32 and holds no colon.
const SEALED: &str = "xchacha20-poly1305:1:";
/// Bytes of a key.
const KEY_BYTES: usize = 32;
/// Bytes of what is drawn for each seal.
const NONCE_BYTES: usize = 24;

/// The keys of this observatory. Secret: it has no `Debug`.
#[derive(Clone, Default)]
pub struct Safe {
    /// Seals, and opens.
    key: Option<Key>,
    /// Opens what was sealed before the key changed.
    former: Option<Key>,
}

/// A key.
#[derive(Clone)]
pub struct Key([u8; KEY_BYTES]);

/// A seed that was read.
pub struct Opened {
    /// The seed, in base 32.
    pub seed: String,
    /// Whether it is kept as it would be today.
    pub is_as_today: bool,
}

/// Why a seed cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Shut {
    /// There is no key.
    #[error("the seed of a second factor is sealed and VIGIE_SECRET_KEY is not set")]
    NoKey,
    /// It was sealed with another key, or for another account, or it was altered.
    #[error("the seed of a second factor cannot be read with VIGIE_SECRET_KEY")]
    OtherKey,
}

impl Key {
    /// The key of 64 hexadecimal digits; `None` when they are none.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().as_bytes();
        if text.len() != 2 * KEY_BYTES {
            return None;
        }
        let mut key = [0; KEY_BYTES];
        for (byte, pair) in key.iter_mut().zip(text.chunks_exact(2)) {
            let [high, low] = [pair[0], pair[1]].map(|digit| char::from(digit).to_digit(16));
            *byte = u8::try_from(high? * 16 + low?).ok()?;
        }
        Some(Self(key))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }

    fn opens(&self, account: Uuid, sealed: &[u8]) -> Option<String> {
        let (nonce, text) = sealed.split_at_checked(NONCE_BYTES)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().ok()?;
        let aad = account.as_bytes();
        let opened = self
            .cipher()
            .decrypt(&XNonce::from(nonce), Payload { msg: text, aad })
            .ok()?;
        String::from_utf8(opened).ok()
    }
}

impl Safe {
    /// A safe with its key, and the one it had before.
    pub fn new(key: Option<Key>, former: Option<Key>) -> Self {
        Self { key, former }
    }

    /// Whether seeds are sealed.
    pub fn has_key(&self) -> bool {
        self.key.is_some()
    }

    /// How the seed of an account is kept. Sealed for it, it is worth nothing beside another one.
    pub fn seal(&self, account: Uuid, seed: &str) -> Result<String> {
        let Some(key) = &self.key else {
            return Ok(seed.to_owned());
        };
        let nonce = secret::random::<NONCE_BYTES>()?;
        let (msg, aad) = (seed.as_bytes(), account.as_bytes().as_slice());
        let text = key
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg, aad })
            .map_err(|_| anyhow!("a seed cannot be sealed"))?;
        let sealed = [nonce.as_slice(), &text].concat();
        Ok(format!("{SEALED}{}", STANDARD_NO_PAD.encode(sealed)))
    }

    /// The seed of an account, from how it is kept.
    pub fn open(&self, account: Uuid, kept: &str) -> Result<Opened, Shut> {
        let Some(sealed) = kept.strip_prefix(SEALED) else {
            return Ok(Opened {
                seed: kept.to_owned(),
                is_as_today: !self.has_key(),
            });
        };
        let sealed = STANDARD_NO_PAD.decode(sealed).unwrap_or_default();
        let with = |key: &Option<Key>| key.as_ref().and_then(|key| key.opens(account, &sealed));
        if let Some(seed) = with(&self.key) {
            return Ok(Opened {
                seed,
                is_as_today: true,
            });
        }
        match (with(&self.former), self.has_key()) {
            (Some(seed), has_key) => Ok(Opened {
                seed,
                // Without a key of today, the former one is all there is.
                is_as_today: !has_key,
            }),
            (None, true) => Err(Shut::OtherKey),
            (None, false) => Err(Shut::NoKey),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const ANNE: Uuid = Uuid::from_u128(1);
    const OMAR: Uuid = Uuid::from_u128(2);

    fn key(digit: &str) -> Option<Key> {
        Some(Key::read(&digit.repeat(64)).expect("a key"))
    }

    /// The seed of Anne, and whether it is kept as today.
    fn open(safe: &Safe, kept: &str) -> Result<(String, bool), Shut> {
        let opened = safe.open(ANNE, kept)?;
        Ok((opened.seed, opened.is_as_today))
    }

    #[test]
    fn a_sealed_seed_is_read_with_its_key_and_for_its_account_alone() {
        let safe = Safe::new(key("a"), None);
        let kept = safe.seal(ANNE, SEED).expect("sealed");
        assert!(kept.starts_with("xchacha20-poly1305:1:") && !kept.contains(SEED));
        assert_ne!(
            kept,
            safe.seal(ANNE, SEED).expect("sealed"),
            "never the same"
        );
        assert_eq!(open(&safe, &kept), Ok((SEED.to_owned(), true)));
        assert_eq!(safe.open(OMAR, &kept).err(), Some(Shut::OtherKey));
        assert_eq!(open(&Safe::default(), &kept), Err(Shut::NoKey));
        let other = Safe::new(key("b"), None);
        assert_eq!(open(&other, &kept), Err(Shut::OtherKey));
        let altered = format!("{}A", &kept[..kept.len() - 1]);
        let altered = if altered == kept {
            format!("{}B", &kept[..kept.len() - 1])
        } else {
            altered
        };
        for broken in [altered.as_str(), SEALED, "xchacha20-poly1305:1:é"] {
            assert_eq!(open(&safe, broken), Err(Shut::OtherKey), "{broken}");
        }
    }

    #[test]
    fn the_key_changes_while_the_former_one_still_opens() {
        let kept = Safe::new(key("a"), None).seal(ANNE, SEED).expect("sealed");
        let changed = Safe::new(key("b"), key("a"));
        assert_eq!(open(&changed, &kept), Ok((SEED.to_owned(), false)));
        let again = changed.seal(ANNE, SEED).expect("sealed");
        assert_eq!(
            open(&Safe::new(key("b"), None), &again),
            Ok((SEED.to_owned(), true))
        );
    }

    #[test]
    fn a_seed_in_clear_is_to_be_sealed_once_there_is_a_key() {
        let none = Safe::default();
        assert_eq!(none.seal(ANNE, SEED).expect("kept"), SEED);
        assert_eq!(open(&none, SEED), Ok((SEED.to_owned(), true)));
        assert_eq!(
            open(&Safe::new(key("a"), None), SEED),
            Ok((SEED.to_owned(), false))
        );
    }

    #[test]
    fn a_key_has_sixty_four_hexadecimal_digits() {
        for fine in ["0".repeat(64), format!(" {}\n", "aF".repeat(32))] {
            assert!(Key::read(&fine).is_some(), "{fine}");
        }
        for wrong in [
            "",
            "0",
            &"0".repeat(63),
            &"0".repeat(65),
            &"g".repeat(64),
            &"é".repeat(32),
        ] {
            assert!(Key::read(wrong).is_none(), "{wrong}");
        }
    }
}
