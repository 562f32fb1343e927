//! Passwords that leaked somewhere, looked up in a file of one’s own: asking a service would send
//! something of them away.
//!
//! The file is the one that the downloader of Have I Been Pwned writes: `SHA1:COUNT` a line, sorted
//! by hash. It weighs tens of gigabytes and is never read whole: each look reads some forty pieces
//! of it.

use anyhow::{Context, Result};
use sha1::{Digest, Sha1};
use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Digits of a hash.
const DIGITS: usize = 40;
/// Bytes read at a place: two lines, the longest count included.
const PIECE: u64 = 160;
/// Places that are looked at before the file is believed.
const SAMPLES: u64 = 64;

/// A file of breached passwords that was looked at.
#[derive(Debug, Clone)]
pub struct Breached(PathBuf);

/// Why a file does not serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BreachedFault {
    /// It is not there, or may not be read.
    #[error("the file cannot be read")]
    Unreadable,
    /// A line is no SHA-1 hash with a count.
    #[error("the file holds something else than lines of a SHA-1 hash and a count")]
    Form,
    /// Its lines are not sorted by hash.
    #[error("the lines of the file are not sorted by hash")]
    Order,
}

/// A line: where it begins, and its hash.
type Line = (u64, [u8; DIGITS]);

impl Breached {
    /// The file of a path, once some of its lines were looked at.
    pub fn open(path: &Path) -> Result<Self, BreachedFault> {
        let unreadable = |_| BreachedFault::Unreadable;
        let mut file = File::open(path).map_err(unreadable)?;
        let length = length(&mut file).map_err(unreadable)?;
        let mut before = None;
        for sample in 0..SAMPLES {
            let place = sample * length / SAMPLES;
            let Some((_, hash)) = line_from(&mut file, place).map_err(told)? else {
                continue;
            };
            if before.is_some_and(|before| before > hash) {
                return Err(BreachedFault::Order);
            }
            before = Some(hash);
        }
        before.ok_or(BreachedFault::Form)?;
        Ok(Self(path.to_owned()))
    }

    /// Whether a password is in the file.
    pub fn holds(&self, password: &str) -> Result<bool> {
        let looked = self.look(&digits(password));
        looked.context("the file of breached passwords cannot be read")
    }

    /// Halves the part of the file where the line of a hash may begin.
    fn look(&self, wanted: &[u8; DIGITS]) -> std::io::Result<bool> {
        let mut file = File::open(&self.0)?;
        let (mut low, mut high) = (0, length(&mut file)?);
        while low < high {
            let middle = low + (high - low) / 2;
            match line_from(&mut file, middle)? {
                Some((start, hash)) if start < high => match hash.cmp(wanted) {
                    std::cmp::Ordering::Equal => return Ok(true),
                    std::cmp::Ordering::Less => low = start + 1,
                    std::cmp::Ordering::Greater => high = middle,
                },
                _ => high = middle,
            }
        }
        Ok(false)
    }
}

fn told(error: std::io::Error) -> BreachedFault {
    match error.kind() {
        ErrorKind::InvalidData => BreachedFault::Form,
        _ => BreachedFault::Unreadable,
    }
}

fn length(file: &mut File) -> std::io::Result<u64> {
    file.seek(SeekFrom::End(0))
}

/// The first line that begins at a place or after it; `None` when there is none.
fn line_from(file: &mut File, place: u64) -> std::io::Result<Option<Line>> {
    let from = place.saturating_sub(1);
    file.seek(SeekFrom::Start(from))?;
    let mut piece = Vec::new();
    file.take(PIECE).read_to_end(&mut piece)?;
    let skipped = match place {
        0 => 0,
        _ => match piece.iter().position(|byte| *byte == b'\n') {
            Some(end) => end + 1,
            None if (piece.len() as u64) < PIECE => return Ok(None),
            None => return Err(ErrorKind::InvalidData.into()),
        },
    };
    let rest = &piece[skipped..];
    if rest.is_empty() {
        return Ok(None);
    }
    let hash = hash_of(rest).ok_or(ErrorKind::InvalidData)?;
    Ok(Some((from + skipped as u64, hash)))
}

/// The hash of a line that begins here, in capitals.
fn hash_of(text: &[u8]) -> Option<[u8; DIGITS]> {
    let line = text.split(|byte| *byte == b'\n').next()?;
    let (hash, count) = line.split_at_checked(DIGITS)?;
    let count = count.strip_suffix(b"\r").unwrap_or(count);
    let count = count.strip_prefix(b":")?;
    let is_count = !count.is_empty() && count.iter().all(u8::is_ascii_digit);
    let is_hash = hash.iter().all(u8::is_ascii_hexdigit);
    let hash: [u8; DIGITS] = hash.to_ascii_uppercase().try_into().ok()?;
    (is_count && is_hash).then_some(hash)
}

/// The hash of a password as the file writes it.
fn digits(password: &str) -> [u8; DIGITS] {
    const CAPITALS: &[u8; 16] = b"0123456789ABCDEF";
    let mut digits = [0; DIGITS];
    let hash = Sha1::digest(password.as_bytes());
    for (pair, byte) in digits.chunks_exact_mut(2).zip(hash.iter()) {
        pair[0] = CAPITALS[usize::from(byte >> 4)];
        pair[1] = CAPITALS[usize::from(byte & 15)];
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn line(password: &str, count: usize) -> String {
        let digits = digits(password);
        format!("{}:{count}", String::from_utf8_lossy(&digits))
    }

    fn written(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("pwned.txt");
        fs::write(&path, text).expect("written");
        (folder, path)
    }

    #[test]
    fn hashes_are_those_of_the_downloader() {
        assert_eq!(
            line("password", 3),
            "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:3"
        );
    }

    #[test]
    fn every_line_is_found_and_nothing_else_whatever_the_ends_of_lines() {
        for count in [1, 2, 3, 7, 100, 1_000] {
            for (end, last) in [("\n", "\n"), ("\r\n", "\r\n"), ("\r\n", "")] {
                let names: Vec<_> = (0..count).map(|n| format!("password {n}")).collect();
                let mut lines: Vec<_> = (1..).zip(&names).map(|(n, p)| line(p, n * n)).collect();
                lines.sort();
                let (_folder, path) = written(&format!("{}{last}", lines.join(end)));
                let breached = Breached::open(&path).expect("fine");
                for name in &names {
                    assert!(breached.holds(name).expect("read"), "{name} of {count}");
                }
                for other in ["password", "password -1", "quatre tuiles sous la pluie"] {
                    assert!(!breached.holds(other).expect("read"), "{other} of {count}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_such_file_is_told() {
        let (a, b) = (line("a", 1), line("b", 2));
        let (first, last) = if a < b { (a, b) } else { (b, a) };
        let cases = [
            (String::new(), BreachedFault::Form),
            ("password\n".repeat(9), BreachedFault::Form),
            ("x".repeat(4_000), BreachedFault::Form),
            (
                "8846F7EAEE8FB117AD06BDD830B7586C:9\n".repeat(9),
                BreachedFault::Form,
            ),
            (format!("{}\n", &first[..DIGITS]), BreachedFault::Form),
            (format!("{last}\n{first}\n"), BreachedFault::Order),
        ];
        for (text, expected) in cases {
            let (_folder, path) = written(&text);
            assert_eq!(Breached::open(&path).err(), Some(expected), "{text}");
        }
        let nowhere = Breached::open(Path::new("/nowhere/pwned.txt"));
        assert_eq!(nowhere.err(), Some(BreachedFault::Unreadable));
    }
}
