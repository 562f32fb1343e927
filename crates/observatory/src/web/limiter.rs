//! How often one reader is answered. Addresses are kept in memory only, as a sum under a key that
//! changes with each start, and forgotten as soon as they have been quiet for a minute.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::sync::Mutex;
use std::time::Instant;

/// Readers remembered at once; beyond, newcomers share one allowance.
const READERS_MAX: usize = 10_000;

/// Lets each reader ask so many times a minute, in bursts if they like.
pub(super) struct Limiter {
    per_minute: u32,
    key: RandomState,
    readers: Mutex<HashMap<u64, Allowance>>,
}

/// Requests a reader may still make, and when that was counted.
#[derive(Clone, Copy)]
struct Allowance {
    left: f64,
    counted: Instant,
}

impl Limiter {
    /// A limit of so many requests a minute; 0 sets none.
    pub(super) fn new(per_minute: u32) -> Self {
        Self {
            per_minute,
            key: RandomState::new(),
            readers: Mutex::default(),
        }
    }

    /// Lets a request in, or says how many seconds to wait. What is asked from inside always is.
    pub(super) fn admit(&self, reader: Option<IpAddr>) -> Result<(), u64> {
        match reader {
            Some(reader) => self.admit_at(reader, now()),
            None => Ok(()),
        }
    }

    /// Gives back what was taken by a request that turned out not to count.
    pub(super) fn give_back(&self, reader: Option<IpAddr>) {
        let name = reader.map(|reader| self.key.hash_one(network(reader)));
        let Ok(mut readers) = self.readers.lock() else {
            return;
        };
        let most = f64::from(self.per_minute);
        if let Some(allowance) = name.and_then(|name| readers.get_mut(&name)) {
            allowance.left = (allowance.left + 1.0).min(most);
        }
    }

    fn admit_at(&self, reader: IpAddr, now: Instant) -> Result<(), u64> {
        if self.per_minute == 0 {
            return Ok(());
        }
        let most = f64::from(self.per_minute);
        let a_second = most / 60.0;
        let Ok(mut readers) = self.readers.lock() else {
            return Ok(());
        };
        let mut name = self.key.hash_one(network(reader));
        if readers.len() >= READERS_MAX && !readers.contains_key(&name) {
            readers.retain(|_, allowance| now.duration_since(allowance.counted).as_secs() < 60);
            if readers.len() >= READERS_MAX {
                name = self.key.hash_one("everybody else");
            }
        }
        let full = Allowance {
            left: most,
            counted: now,
        };
        let allowance = readers.entry(name).or_insert(full);
        let since = now.duration_since(allowance.counted).as_secs_f64();
        allowance.left = (allowance.left + since * a_second).min(most);
        allowance.counted = now;
        if allowance.left >= 1.0 {
            allowance.left -= 1.0;
            return Ok(());
        }
        let seconds = ((1.0 - allowance.left) / a_second).ceil();
        Err((seconds as u64).max(1))
    }
}

/// Durations are measured here, never dates.
fn now() -> Instant {
    Instant::now()
}

/// The address, or the network a household or an office has for itself in IPv6.
fn network(address: IpAddr) -> [u8; 8] {
    let mut network = [0; 8];
    match address {
        IpAddr::V4(address) => network[..4].copy_from_slice(&address.octets()),
        IpAddr::V6(address) => network.copy_from_slice(&address.octets()[..8]),
    }
    network
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn reader(address: &str) -> IpAddr {
        address.parse().expect("an address")
    }

    #[test]
    fn a_reader_who_asks_too_often_waits_and_nobody_else_does() {
        let limiter = Limiter::new(60);
        let start = now();
        let (one, other) = (reader("192.0.2.1"), reader("192.0.2.2"));
        for _ in 0..60 {
            assert_eq!(limiter.admit_at(one, start), Ok(()));
        }
        assert_eq!(limiter.admit_at(one, start), Err(1));
        assert_eq!(limiter.admit_at(other, start), Ok(()));
        let later = start + Duration::from_secs(2);
        assert_eq!(limiter.admit_at(one, later), Ok(()));
        assert_eq!(limiter.admit_at(one, later), Ok(()));
        assert_eq!(limiter.admit_at(one, later), Err(1));
    }

    #[test]
    fn a_household_is_one_reader_and_no_limit_is_none() {
        let limiter = Limiter::new(1);
        let start = now();
        assert_eq!(limiter.admit_at(reader("2001:db8::1"), start), Ok(()));
        assert_eq!(limiter.admit_at(reader("2001:db8::2"), start), Err(60));
        let open = Limiter::new(0);
        assert!((0..10_000).all(|_| open.admit(Some(reader("192.0.2.1"))).is_ok()));
    }

    #[test]
    fn what_does_not_count_is_given_back_and_inside_nobody_waits() {
        let limiter = Limiter::new(1);
        let one = Some(reader("192.0.2.1"));
        for _ in 0..5 {
            assert_eq!(limiter.admit(one), Ok(()));
            limiter.give_back(one);
            limiter.give_back(one);
        }
        assert_eq!(limiter.admit(one), Ok(()));
        assert!(limiter.admit(one).is_err(), "no more than the minute holds");
        assert!((0..5).all(|_| limiter.admit(None).is_ok()));
    }

    #[test]
    fn memory_is_bounded_whoever_asks() {
        let limiter = Limiter::new(60);
        let start = now();
        for number in 0..30_000_u32 {
            let address = IpAddr::from(number.to_be_bytes());
            let _ = limiter.admit_at(address, start);
        }
        let known = limiter.readers.lock().expect("nobody panicked").len();
        assert!(known <= READERS_MAX + 1, "{known}");
    }
}
