//! People at a provider of identities: on their way there and back, and known from there.

use super::instant;
use crate::tables::people::{identity, pending};
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use sea_orm::ActiveModelTrait;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;

/// What is remembered of a browser for a few minutes. It is secret: no `Debug` shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Pending {
    /// Hash of the secret that the browser holds.
    pub id: String,
    /// The account it speaks of, if it is known: it is deleted with it.
    pub account: Option<Uuid>,
    /// What is remembered.
    pub document: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// Who an account is for a provider. Personal data: it has no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkedIdentity {
    /// The provider.
    pub issuer: String,
    /// The person, for this provider.
    pub subject: String,
    /// Since when.
    pub linked_at: DateTime<Utc>,
}

impl std::fmt::Debug for Pending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pending")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Remembers something of a browser; what has expired of others is deleted on the way.
    pub async fn put_pending(
        &self,
        pending: &Pending,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.purge_pending(now).await?;
        let row = pending::Model {
            id: pending.id.clone(),
            account: pending.account,
            document: pending.document.clone(),
            expires_at_micros: pending.expires_at.timestamp_micros(),
        };
        pending::Entity::insert(row.into_active_model().reset_all())
            .exec_without_returning(self.connection())
            .await?;
        Ok(())
    }

    /// What is remembered under a hash, until it expires. It goes on being remembered.
    pub async fn pending(
        &self,
        id: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Pending>, StoreError> {
        let row = pending::Entity::find_by_id(id.to_owned())
            .filter(pending::Column::ExpiresAtMicros.gte(now.timestamp_micros()))
            .one(self.connection())
            .await?;
        Ok(row.map(|row| Pending {
            id: row.id,
            account: row.account,
            document: row.document,
            expires_at: instant(row.expires_at_micros),
        }))
    }

    /// What is remembered under a hash, forgotten as it is read: of two requests, one gets it.
    pub async fn take_pending(
        &self,
        id: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Pending>, StoreError> {
        let Some(found) = self.pending(id, now).await? else {
            return Ok(None);
        };
        let deleted = pending::Entity::delete_by_id(id.to_owned())
            .exec(self.connection())
            .await?;
        Ok((deleted.rows_affected == 1).then_some(found))
    }

    /// Deletes what has expired; how much.
    pub async fn purge_pending(&self, now: DateTime<Utc>) -> Result<u64, StoreError> {
        let deleted = pending::Entity::delete_many()
            .filter(pending::Column::ExpiresAtMicros.lt(now.timestamp_micros()))
            .exec(self.connection())
            .await?;
        Ok(deleted.rows_affected)
    }

    /// The account of a person whom a provider knows.
    pub async fn account_of_identity(
        &self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<Uuid>, StoreError> {
        let key = (issuer.to_owned(), subject.to_owned());
        let row = identity::Entity::find_by_id(key)
            .one(self.connection())
            .await?;
        Ok(row.map(|row| row.account))
    }

    /// Binds an account to a person whom a provider knows: whether it is bound to this account
    /// now. An identity that is bound already stays where it is.
    pub async fn link_identity(
        &self,
        issuer: &str,
        subject: &str,
        account: Uuid,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let row = identity::Model {
            issuer: issuer.to_owned(),
            subject: subject.to_owned(),
            account,
            linked_at_micros: at.timestamp_micros(),
        };
        let keep = OnConflict::columns([identity::Column::Issuer, identity::Column::Subject])
            .do_nothing()
            .to_owned();
        identity::Entity::insert(row.into_active_model().reset_all())
            .on_conflict(keep)
            .exec_without_returning(self.connection())
            .await?;
        let bound = self.account_of_identity(issuer, subject).await?;
        Ok(bound == Some(account))
    }

    /// The identities bound to an account, the oldest first.
    pub async fn identities_of(&self, account: Uuid) -> Result<Vec<LinkedIdentity>, StoreError> {
        let rows = identity::Entity::find()
            .filter(identity::Column::Account.eq(account))
            .order_by_asc(identity::Column::LinkedAtMicros)
            .all(self.connection())
            .await?;
        let linked = |row: identity::Model| LinkedIdentity {
            issuer: row.issuer,
            subject: row.subject,
            linked_at: instant(row.linked_at_micros),
        };
        Ok(rows.into_iter().map(linked).collect())
    }

    /// Unbinds an identity of an account; whether it was bound to it.
    pub async fn unlink_identity(
        &self,
        issuer: &str,
        subject: &str,
        account: Uuid,
    ) -> Result<bool, StoreError> {
        let deleted = identity::Entity::delete_many()
            .filter(identity::Column::Issuer.eq(issuer))
            .filter(identity::Column::Subject.eq(subject))
            .filter(identity::Column::Account.eq(account))
            .exec(self.connection())
            .await?;
        Ok(deleted.rows_affected == 1)
    }
}
