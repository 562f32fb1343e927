use super::instant;
use crate::tables::people::{account, declaration};
use crate::{Store, StoreError};
use domain::Language;
use domain::people::{Account, AccountState, Grant};
use sea_orm::ActiveModelTrait;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, TransactionTrait,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// How a person proves who they are. No secret is kept in clear but the seed of a second factor
/// where whoever runs the observatory gave no key: it is needed to check a code.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Credentials {
    /// Argon2id hash of the password, in PHC form; `None` before a first password.
    pub password_hash: Option<String>,
    /// Seed of the codes of a second factor: sealed, or in base 32.
    pub totp_secret: Option<String>,
    /// The last time step whose code was used: a code is good once.
    pub totp_last_step: Option<i64>,
    /// Hashes of the recovery codes that are left.
    pub recovery: Vec<String>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials")
            .field("has_password", &self.password_hash.is_some())
            .field("has_second_factor", &self.totp_secret.is_some())
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Writes an account, new or changed. Its credentials are left as they are.
    pub async fn put_account(&self, account: &Account) -> Result<(), StoreError> {
        let row = account::Model {
            id: account.id,
            email: account.email.clone(),
            name: account.name.clone(),
            language: account.language.tag().to_owned(),
            state: account.state.code().to_owned(),
            grants: serde_json::to_string(&account.grants).map_err(StoreError::Write)?,
            created_at_micros: account.created_at.timestamp_micros(),
            password_hash: None,
            totp_secret: None,
            totp_last_step: None,
            recovery: "[]".to_owned(),
            signed_in_on: None,
            closed_at_micros: None,
        };
        let replace = OnConflict::column(account::Column::Id)
            .update_columns([
                account::Column::Email,
                account::Column::Name,
                account::Column::Language,
                account::Column::State,
                account::Column::Grants,
            ])
            .to_owned();
        account::Entity::insert(row.into_active_model().reset_all())
            .on_conflict(replace)
            .exec_without_returning(self.connection())
            .await?;
        Ok(())
    }

    /// The account of an identifier.
    pub async fn account(&self, id: Uuid) -> Result<Option<Account>, StoreError> {
        let row = account::Entity::find_by_id(id)
            .one(self.connection())
            .await?;
        row.map(read).transpose()
    }

    /// The account of an e-mail address, written in lower case.
    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, StoreError> {
        let row = account::Entity::find()
            .filter(account::Column::Email.eq(email))
            .one(self.connection())
            .await?;
        row.map(read).transpose()
    }

    /// Every account, by e-mail address.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let rows = account::Entity::find()
            .order_by_asc(account::Column::Email)
            .all(self.connection())
            .await?;
        rows.into_iter().map(read).collect()
    }

    /// How a person proves who they are; `None` when there is no such account.
    pub async fn credentials(&self, account: Uuid) -> Result<Option<Credentials>, StoreError> {
        let row = account::Entity::find_by_id(account)
            .one(self.connection())
            .await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(Credentials {
            recovery: parse(account, &row.recovery)?,
            password_hash: row.password_hash,
            totp_secret: row.totp_secret,
            totp_last_step: row.totp_last_step,
        }))
    }

    /// Replaces the credentials of an account.
    pub async fn put_credentials(
        &self,
        account: Uuid,
        credentials: &Credentials,
    ) -> Result<(), StoreError> {
        use account::Column;
        let recovery = serde_json::to_string(&credentials.recovery).map_err(StoreError::Write)?;
        account::Entity::update_many()
            .col_expr(
                Column::PasswordHash,
                Expr::value(credentials.password_hash.clone()),
            )
            .col_expr(
                Column::TotpSecret,
                Expr::value(credentials.totp_secret.clone()),
            )
            .col_expr(
                Column::TotpLastStep,
                Expr::value(credentials.totp_last_step),
            )
            .col_expr(Column::Recovery, Expr::value(recovery))
            .filter(Column::Id.eq(account))
            .exec(self.connection())
            .await?;
        Ok(())
    }

    /// Uses up a recovery code: whether it was still there. Two requests with the same code
    /// cannot both win.
    pub async fn spend_recovery(&self, account: Uuid, hash: &str) -> Result<bool, StoreError> {
        use account::Column;
        let transaction = self.connection().begin().await?;
        let row = account::Entity::find_by_id(account)
            .one(&transaction)
            .await?;
        let Some(row) = row else { return Ok(false) };
        let mut left: Vec<String> = parse(account, &row.recovery)?;
        let before = left.len();
        left.retain(|known| known != hash);
        if left.len() == before {
            return Ok(false);
        }
        let written = serde_json::to_string(&left).map_err(StoreError::Write)?;
        let changed = account::Entity::update_many()
            .col_expr(Column::Recovery, Expr::value(written))
            .filter(Column::Id.eq(account))
            .filter(Column::Recovery.eq(row.recovery))
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(changed.rows_affected == 1)
    }

    /// Uses up the code of a time step: whether no later one was used. Two requests with the same
    /// code cannot both win.
    pub async fn spend_step(&self, account: Uuid, step: i64) -> Result<bool, StoreError> {
        use account::Column;
        let unused = Column::TotpLastStep
            .is_null()
            .or(Column::TotpLastStep.lt(step));
        let changed = account::Entity::update_many()
            .col_expr(Column::TotpLastStep, Expr::value(Some(step)))
            .filter(Column::Id.eq(account))
            .filter(unused)
            .exec(self.connection())
            .await?;
        Ok(changed.rows_affected == 1)
    }

    /// Remembers who declared a record, outside the record.
    pub async fn put_declaration(&self, record: Uuid, account: Uuid) -> Result<(), StoreError> {
        let row = declaration::Model { record, account };
        declaration::Entity::insert(row.into_active_model().reset_all())
            .on_conflict(
                OnConflict::column(declaration::Column::Record)
                    .update_column(declaration::Column::Account)
                    .to_owned(),
            )
            .exec_without_returning(self.connection())
            .await?;
        Ok(())
    }

    /// The records that a person declared.
    pub async fn declared_by(&self, account: Uuid) -> Result<BTreeSet<Uuid>, StoreError> {
        let rows = declaration::Entity::find()
            .filter(declaration::Column::Account.eq(account))
            .all(self.connection())
            .await?;
        Ok(rows.into_iter().map(|row| row.record).collect())
    }
}

pub(super) fn parse<T: serde::de::DeserializeOwned>(id: Uuid, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|cause| StoreError::Document {
        id,
        kind: "account",
        cause,
    })
}

/// An account whose words are not understood is closed: it never gets more than it had.
pub(super) fn read(row: account::Model) -> Result<Account, StoreError> {
    let grants: Vec<Grant> = parse(row.id, &row.grants)?;
    Ok(Account {
        id: row.id,
        grants,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        state: AccountState::from_code(&row.state).unwrap_or(AccountState::Disabled),
        created_at: instant(row.created_at_micros),
        email: row.email,
        name: row.name,
    })
}
