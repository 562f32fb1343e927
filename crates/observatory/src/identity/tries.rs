//! Wrong attempts, by the address they were made for.
//!
//! They are counted before they are known to be wrong, so that those made at the same time count
//! too; and in the same way whether or not the address has an account, so that nothing tells which
//! addresses have one.

use super::secret;
use super::sign_in::normal;
use anyhow::Result;
use chrono::{DateTime, Duration, Utc};
use store::{Attempt, Store, Turn};

/// Wrong attempts before an address waits.
const FREE: u32 = 5;
/// Longest wait, in minutes. Nobody is shut out for good by somebody who types at random.
const WAIT_MINUTES_MAX: i64 = 60;
/// How long attempts are remembered after the last one.
const MEMORY_HOURS: i64 = 24;

/// How long the next attempts wait after so many: from the fifth on, each doubles the wait.
fn wait(count: u32) -> Option<Duration> {
    let over = count.checked_sub(FREE)?;
    let minutes = 1_i64 << over.min(6);
    Some(Duration::minutes(minutes.min(WAIT_MINUTES_MAX)))
}

/// What is kept of an address: a hash, for some hours.
fn key(email: &str) -> String {
    secret::hash(&format!("attempts {}", normal(email)))
}

/// Counts an attempt, or says until when none may be made.
pub(super) async fn count(store: &Store, email: &str, now: DateTime<Utc>) -> Result<Attempt> {
    let memory = Duration::hours(MEMORY_HOURS);
    Ok(store.count_attempt(&key(email), now, memory, wait).await?)
}

/// Letters that an address receives before it waits.
const LETTERS_FREE: u32 = 3;
/// How long it then waits between two, in minutes.
const LETTERS_WAIT_MINUTES: i64 = 60;

fn wait_for_letter(count: u32) -> Option<Duration> {
    (count >= LETTERS_FREE).then(|| Duration::minutes(LETTERS_WAIT_MINUTES))
}

/// Counts a letter that a stranger asks for an address, for something; whether it may be sent.
/// Nobody fills the letter box of somebody else, and nothing of it slows down a sign-in.
pub(crate) async fn takes_letter(
    store: &Store,
    what: &str,
    email: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let key = secret::hash(&format!("letters {what} {}", normal(email)));
    let memory = Duration::hours(MEMORY_HOURS);
    let counted = store.count_attempt(&key, now, memory, wait_for_letter);
    Ok(matches!(counted.await?, Attempt::Counted(_)))
}

/// Takes back an attempt that was right and proved nothing yet.
pub(super) async fn give_back(store: &Store, email: &str, turn: &Turn) -> Result<()> {
    Ok(store.give_back_attempt(&key(email), turn).await?)
}

/// Forgets the attempts of somebody who has just proven who they are, or who is erased.
pub async fn forgive(store: &Store, email: &str) -> Result<()> {
    Ok(store.forgive_attempts(&key(email)).await?)
}

/// Forgets the attempts that no longer count; of how many addresses.
pub async fn purge(store: &Store, now: DateTime<Utc>) -> Result<u64> {
    let before = now - Duration::hours(MEMORY_HOURS);
    Ok(store.purge_attempts(before).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_ends_at_an_hour() {
        let waits: Vec<_> = (0..14)
            .map(|count| wait(count).map(|wait| wait.num_minutes()))
            .collect();
        assert_eq!(waits[..5], [None; 5]);
        let minutes: Vec<_> = waits[5..].iter().copied().flatten().collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
    }

    #[test]
    fn a_fourth_letter_waits_an_hour() {
        let waits: Vec<_> = (1..6).map(|n| wait_for_letter(n).is_some()).collect();
        assert_eq!(waits, [false, false, true, true, true]);
    }

    #[test]
    fn an_address_is_the_same_however_it_is_typed() {
        assert_eq!(key(" Anne@Ville.example"), key("anne@ville.example"));
        assert_ne!(key("anne@ville.example"), key("omar@ville.example"));
        assert!(!key("anne@ville.example").contains("anne"));
    }
}
