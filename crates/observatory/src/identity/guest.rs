//! From a confirmed address to one declaration, without an account.
//!
//! The address is not kept. A hash of it finds the declaration again when another link is asked
//! for, until the declaration is sent or its time is over.

use super::secret;
use super::sign_in::{is_over, normal, until};
use super::told::{Outcome, Way, tell};
use anyhow::Result;
use chrono::{DateTime, Duration, Utc};
use store::{Guest, Purpose, Session, Store};
use uuid::Uuid;

/// How long a link to declare works.
pub const LINK_DAYS: i64 = 3;

/// What is kept of an address: a hash, which is another for each authority.
fn key(authority: &str, email: &str) -> String {
    secret::hash(&format!("guest {authority} {}", normal(email)))
}

/// A link good once, to declare a use in an authority: the secret to put in it. The one before
/// stops working, and the declaration that was begun goes on.
pub async fn link(
    store: &Store,
    authority: &str,
    email: &str,
    now: DateTime<Utc>,
) -> Result<String> {
    let new = Guest {
        id: Uuid::now_v7(),
        key: key(authority, email),
        authority: authority.to_owned(),
        draft: Uuid::now_v7(),
        seen_at: now,
    };
    let guest = store.receive_guest(&new).await?;
    let secret = secret::fresh()?;
    let (hash, purpose) = (secret::hash(&secret), Purpose::Declaration);
    store
        .put_token(&hash, guest.id, purpose, until(purpose, now))
        .await?;
    Ok(secret)
}

/// Whom a link was sent to, if it still works. It is not used up.
pub async fn invited(store: &Store, secret: &str, now: DateTime<Utc>) -> Result<Option<Guest>> {
    let hash = secret::hash(secret);
    match store.token(&hash, Purpose::Declaration, now).await? {
        Some(id) => Ok(store.guest(id).await?),
        None => Ok(None),
    }
}

/// Uses up a link: the secret for the browser, and who came in.
pub async fn enter(
    store: &Store,
    secret: &str,
    now: DateTime<Utc>,
) -> Result<Option<(String, Guest)>> {
    let hash = secret::hash(secret);
    let id = store.take_token(&hash, Purpose::Declaration, now).await?;
    let Some(id) = id else { return Ok(None) };
    let Some(guest) = store.guest(id).await? else {
        return Ok(None);
    };
    // A link that was forwarded opens nothing beside the one who opened it last.
    store.close_sessions_of(id, None).await?;
    let browser = secret::fresh()?;
    let session = Session {
        id: secret::hash(&browser),
        account: guest.id,
        form_token: secret::fresh()?,
        second_factor: true,
        opened_at: now,
        seen_at: now,
        id_token: None,
    };
    store.put_session(&session).await?;
    tell(Way::Declaration, Outcome::In, None);
    Ok(Some((browser, guest)))
}

/// The session of a browser and the guest behind it, if both still hold.
pub async fn recognise(
    store: &Store,
    browser: &str,
    now: DateTime<Utc>,
) -> Result<Option<(Session, Guest)>> {
    let Some(session) = store.session(&secret::hash(browser)).await? else {
        return Ok(None);
    };
    let Some(guest) = store.guest(session.account).await? else {
        return Ok(None);
    };
    if is_over(&session, now) {
        store.close_session(&session.id).await?;
        return Ok(None);
    }
    if now - session.seen_at > Duration::minutes(1) {
        store.touch_session(&session.id, now).await?;
    }
    Ok(Some((session, guest)))
}

/// The declaration was sent: nothing ties it to the address any more.
pub async fn part(store: &Store, guest: &Guest) -> Result<()> {
    let nothing = secret::hash(&secret::fresh()?);
    Ok(store.forget_guest_key(guest.id, &nothing).await?)
}

/// Erases what was begun by somebody with an address, in an authority; whether there was
/// anything.
pub async fn erase(store: &Store, authority: &str, email: &str) -> Result<bool> {
    match store.guest_of(&key(authority, email)).await? {
        Some(guest) => Ok(store.erase_guest(guest.id).await?),
        None => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn an_address_is_another_in_each_authority_and_is_not_read_back() {
        assert_eq!(
            key("ville", " Anne@Ville.example"),
            key("ville", "anne@ville.example")
        );
        assert_ne!(
            key("ville", "anne@ville.example"),
            key("metropole", "anne@ville.example")
        );
        assert!(!key("ville", "anne@ville.example").contains("anne"));
    }
}
