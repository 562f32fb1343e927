use super::instant;
use crate::tables::people::{session, token};
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use sea_orm::ActiveModelTrait;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;

/// Somebody is signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// Hash of the secret that the browser holds.
    pub id: String,
    /// Who.
    pub account: Uuid,
    /// What every form of this session must send back.
    pub form_token: String,
    /// Whether the second factor was given.
    pub second_factor: bool,
    /// When it began.
    pub opened_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub seen_at: DateTime<Utc>,
    /// What a provider of identities wants back when the person signs out.
    pub id_token: Option<String>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("account", &self.account)
            .field("second_factor", &self.second_factor)
            .field("opened_at", &self.opened_at)
            .field("seen_at", &self.seen_at)
            .finish_non_exhaustive()
    }
}

/// What a one-time token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Accepting an invitation and choosing a first password.
    Invitation,
    /// Choosing a new password, from a link that somebody handed over.
    Reset,
    /// Choosing a new password, from a link that the person asked for by e-mail.
    ResetByMail,
    /// Declaring a use without an account.
    Declaration,
}

impl Purpose {
    /// Those that lead to a new password.
    pub const OF_PASSWORDS: [Self; 3] = [Self::Invitation, Self::Reset, Self::ResetByMail];

    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::ResetByMail => "reset_by_mail",
            Self::Declaration => "declaration",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        let others = [Self::Declaration];
        let mut all = Self::OF_PASSWORDS.into_iter().chain(others);
        all.find(|purpose| purpose.code() == code)
    }
}

fn read(row: session::Model) -> Session {
    Session {
        id: row.id,
        account: row.account,
        form_token: row.form_token,
        second_factor: row.second_factor,
        opened_at: instant(row.opened_at_micros),
        seen_at: instant(row.seen_at_micros),
        id_token: row.id_token,
    }
}

impl Store {
    /// Writes a session.
    pub async fn put_session(&self, session: &Session) -> Result<(), StoreError> {
        let row = session::Model {
            id: session.id.clone(),
            account: session.account,
            form_token: session.form_token.clone(),
            second_factor: session.second_factor,
            opened_at_micros: session.opened_at.timestamp_micros(),
            seen_at_micros: session.seen_at.timestamp_micros(),
            id_token: session.id_token.clone(),
        };
        session::Entity::insert(row.into_active_model().reset_all())
            .exec_without_returning(self.connection())
            .await?;
        Ok(())
    }

    /// The session of a hash.
    pub async fn session(&self, id: &str) -> Result<Option<Session>, StoreError> {
        let row = session::Entity::find_by_id(id.to_owned())
            .one(self.connection())
            .await?;
        Ok(row.map(read))
    }

    /// The sessions of a person, the oldest first.
    pub async fn sessions_of(&self, account: Uuid) -> Result<Vec<Session>, StoreError> {
        let rows = session::Entity::find()
            .filter(session::Column::Account.eq(account))
            .order_by_asc(session::Column::OpenedAtMicros)
            .all(self.connection())
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// Notes that a session is in use.
    pub async fn touch_session(&self, id: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
        session::Entity::update_many()
            .col_expr(
                session::Column::SeenAtMicros,
                Expr::value(at.timestamp_micros()),
            )
            .filter(session::Column::Id.eq(id))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Ends a session.
    pub async fn close_session(&self, id: &str) -> Result<(), StoreError> {
        session::Entity::delete_by_id(id.to_owned())
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Ends every session of a person, but one if it is named; how many.
    pub async fn close_sessions_of(
        &self,
        account: Uuid,
        but: Option<&str>,
    ) -> Result<u64, StoreError> {
        let mut query = session::Entity::delete_many().filter(session::Column::Account.eq(account));
        if let Some(but) = but {
            query = query.filter(session::Column::Id.ne(but));
        }
        Ok(query.exec(self.connection()).await?.rows_affected)
    }

    /// Deletes the sessions not used since an instant or begun before another, and the tokens
    /// that have expired.
    pub async fn purge_sessions(
        &self,
        unused_since: DateTime<Utc>,
        opened_before: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let old = session::Column::SeenAtMicros
            .lt(unused_since.timestamp_micros())
            .or(session::Column::OpenedAtMicros.lt(opened_before.timestamp_micros()));
        let sessions = session::Entity::delete_many()
            .filter(old)
            .exec(self.connection())
            .await?;
        let tokens = token::Entity::delete_many()
            .filter(token::Column::ExpiresAtMicros.lt(now.timestamp_micros()))
            .exec(self.connection())
            .await?;
        Ok(sessions.rows_affected + tokens.rows_affected)
    }

    /// Writes a token known by its hash; the earlier ones of the same purpose stop working.
    pub async fn put_token(
        &self,
        id: &str,
        account: Uuid,
        purpose: Purpose,
        expires_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        token::Entity::delete_many()
            .filter(token::Column::Account.eq(account))
            .filter(token::Column::Purpose.eq(purpose.code()))
            .exec(self.connection())
            .await?;
        let row = token::Model {
            id: id.to_owned(),
            account,
            purpose: purpose.code().to_owned(),
            expires_at_micros: expires_at.timestamp_micros(),
        };
        token::Entity::insert(row.into_active_model().reset_all())
            .exec_without_returning(self.connection())
            .await?;
        Ok(())
    }

    /// Whose token it is, if it still works. It goes on working.
    pub async fn token(
        &self,
        id: &str,
        purpose: Purpose,
        now: DateTime<Utc>,
    ) -> Result<Option<Uuid>, StoreError> {
        let row = token::Entity::find_by_id(id.to_owned())
            .filter(token::Column::Purpose.eq(purpose.code()))
            .filter(token::Column::ExpiresAtMicros.gte(now.timestamp_micros()))
            .one(self.connection())
            .await?;
        Ok(row.map(|row| row.account))
    }

    /// Whether a person has a token that still works.
    pub async fn has_token(
        &self,
        account: Uuid,
        purpose: Purpose,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let row = token::Entity::find()
            .filter(token::Column::Account.eq(account))
            .filter(token::Column::Purpose.eq(purpose.code()))
            .filter(token::Column::ExpiresAtMicros.gte(now.timestamp_micros()))
            .one(self.connection())
            .await?;
        Ok(row.is_some())
    }

    /// The links of a person that still work: what for, and until when.
    pub async fn tokens_of(
        &self,
        account: Uuid,
        now: DateTime<Utc>,
    ) -> Result<Vec<(Purpose, DateTime<Utc>)>, StoreError> {
        let rows = token::Entity::find()
            .filter(token::Column::Account.eq(account))
            .filter(token::Column::ExpiresAtMicros.gte(now.timestamp_micros()))
            .order_by_asc(token::Column::ExpiresAtMicros)
            .all(self.connection())
            .await?;
        let purpose = |row: &token::Model| Purpose::from_code(&row.purpose);
        let known = rows
            .into_iter()
            .filter_map(|row| Some((purpose(&row)?, instant(row.expires_at_micros))));
        Ok(known.collect())
    }

    /// Withdraws every link of a person.
    pub async fn drop_tokens_of(&self, account: Uuid) -> Result<(), StoreError> {
        token::Entity::delete_many()
            .filter(token::Column::Account.eq(account))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Uses up the token of a person: whether one still worked.
    pub async fn take_token_of(
        &self,
        account: Uuid,
        purpose: Purpose,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let deleted = token::Entity::delete_many()
            .filter(token::Column::Account.eq(account))
            .filter(token::Column::Purpose.eq(purpose.code()))
            .filter(token::Column::ExpiresAtMicros.gte(now.timestamp_micros()))
            .exec(self.connection())
            .await?;
        Ok(deleted.rows_affected > 0)
    }

    /// Uses up a token: whose it was, if it still worked. It works once.
    pub async fn take_token(
        &self,
        id: &str,
        purpose: Purpose,
        now: DateTime<Utc>,
    ) -> Result<Option<Uuid>, StoreError> {
        let Some(account) = self.token(id, purpose, now).await? else {
            return Ok(None);
        };
        let deleted = token::Entity::delete_by_id(id.to_owned())
            .exec(self.connection())
            .await?;
        Ok((deleted.rows_affected == 1).then_some(account))
    }
}
