//! How the second factors of everybody are kept, and keeping them as they would be kept today.

use crate::identity::spending;
use crate::instance::Instance;
use anyhow::{Context, Result};

/// How the seeds of second factors are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seeds {
    /// How many there are.
    pub kept: usize,
    /// Those in clear, or under a former key, though there is a key of today.
    pub to_renew: usize,
    /// Those that no key opens.
    pub unreadable: usize,
}

/// How the seeds of everybody are kept.
pub async fn seeds(instance: &Instance) -> Result<Seeds> {
    let mut seeds = Seeds::default();
    for account in instance.store.accounts().await? {
        let known = instance.store.credentials(account.id).await?;
        let Some(kept) = known.and_then(|known| known.totp_secret) else {
            continue;
        };
        seeds.kept += 1;
        match instance.safe.open(account.id, &kept) {
            Ok(opened) if opened.is_as_today => {}
            Ok(_) => seeds.to_renew += 1,
            Err(_) => seeds.unreadable += 1,
        }
    }
    Ok(seeds)
}

/// Keeps every seed under the key of today, and every recovery code under a slow hash, and leaves no
/// trace of what they were in the files of the database; of how many accounts something changed.
pub async fn seal(instance: &Instance) -> Result<usize> {
    let mut changed = 0;
    for account in instance.store.accounts().await? {
        let is_changed = spending::renew(&instance.store, &instance.safe, account.id).await?;
        changed += usize::from(is_changed);
    }
    if changed > 0 {
        let scrubbed = instance.store.scrub().await;
        scrubbed.context(
            "everything is kept under the key, but traces of before are still in the files of the \
             database.\nRun vigie messages purge when nobody is writing",
        )?;
    }
    Ok(changed)
}
