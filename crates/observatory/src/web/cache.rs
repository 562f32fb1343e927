//! Pages kept in memory once they are written.

use super::rendered::Rendered;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// Bytes of rendered pages kept; the cache starts again when they are exceeded.
const BYTES_MAX: usize = 24 * 1024 * 1024;

/// Rendered pages by key, as many as fit.
#[derive(Default)]
pub(super) struct PageCache {
    kept: RwLock<Kept>,
    turn: Mutex<()>,
}

#[derive(Default)]
struct Kept {
    pages: HashMap<String, Arc<Rendered>>,
    bytes: usize,
}

impl PageCache {
    /// The page of a key: from memory, else rendered and kept.
    pub(super) fn get<E>(
        &self,
        key: &str,
        render: impl FnOnce() -> Result<Rendered, E>,
    ) -> Result<Arc<Rendered>, E> {
        if let Some(page) = self.known(key) {
            return Ok(page);
        }
        let page = Arc::new(render()?);
        if let Ok(mut kept) = self.kept.write() {
            let bytes = page.size() + key.len();
            if kept.bytes + bytes > BYTES_MAX {
                *kept = Kept::default();
            }
            kept.bytes += bytes;
            kept.pages.insert(key.to_owned(), page.clone());
        }
        Ok(page)
    }

    /// The same for what takes long to write: one at a time, and once, however many ask.
    pub(super) fn get_in_turn<E>(
        &self,
        key: &str,
        render: impl FnOnce() -> Result<Rendered, E>,
    ) -> Result<Arc<Rendered>, E> {
        if let Some(page) = self.known(key) {
            return Ok(page);
        }
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.get(key, render)
    }

    fn known(&self, key: &str) -> Option<Arc<Rendered>> {
        let kept = self.kept.read().ok()?;
        kept.pages.get(key).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    fn page(bytes: usize) -> Result<Rendered, Infallible> {
        Ok(Rendered::new("text/plain", vec![7; bytes]))
    }

    #[test]
    fn what_takes_long_is_written_once_however_many_ask() {
        let cache = PageCache::default();
        let written = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    cache.get_in_turn("rapport.pdf", || {
                        written.fetch_add(1, Ordering::SeqCst);
                        thread::yield_now();
                        page(10)
                    })
                });
            }
        });
        assert_eq!(written.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn the_memory_of_pages_is_bounded_and_a_failure_is_not_kept() {
        let cache = PageCache::default();
        for number in 0..40 {
            let _ = cache.get(&number.to_string(), || page(1024 * 1024));
        }
        let kept = cache.kept.read().expect("read").bytes;
        assert!(kept <= BYTES_MAX, "{kept}");
        assert!(cache.get("x", || Err::<Rendered, _>("no")).is_err());
        assert!(cache.known("x").is_none());
    }
}
