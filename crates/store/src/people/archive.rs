//! The portable copy of those who work here: one JSON object a line, beside that of the journal.
//!
//! It holds accounts with their proofs, identities, declarations and drafts. Sessions, one-time
//! links and attempts live for hours and are not in it, nor is what somebody without an account is
//! writing: after a restoration, everybody signs in.

use crate::tables::people::{account, declaration, draft, guest, identity};
use crate::{Store, StoreError};
use sea_orm::{
    ActiveModelTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryOrder, TransactionTrait,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::{BufRead, Write};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Account(account::Model),
    Identity(identity::Model),
    Declaration(declaration::Model),
    Draft(draft::Model),
}

impl Store {
    /// Writes those who work here, one row a line, always in the same order.
    pub async fn export_people(&self, out: &mut (dyn Write + Send)) -> Result<(), StoreError> {
        let transaction = self.connection().begin().await?;
        let accounts = account::Entity::find().order_by_asc(account::Column::Id);
        let declarations = declaration::Entity::find().order_by_asc(declaration::Column::Record);
        let drafts = draft::Entity::find().order_by_asc(draft::Column::Id);
        let mut lines: Vec<Line> = Vec::new();
        lines.extend(
            accounts
                .all(&transaction)
                .await?
                .into_iter()
                .map(Line::Account),
        );
        let mut identities = identity::Entity::find().all(&transaction).await?;
        // Each engine sorts texts in its own way: a copy on the other one must be equal.
        identities.sort_by(|a, b| (&a.issuer, &a.subject).cmp(&(&b.issuer, &b.subject)));
        lines.extend(identities.into_iter().map(Line::Identity));
        lines.extend(
            declarations
                .all(&transaction)
                .await?
                .into_iter()
                .map(Line::Declaration),
        );
        let guests = guest::Entity::find().all(&transaction).await?;
        let guests: BTreeSet<_> = guests.into_iter().map(|guest| guest.id).collect();
        let drafts = drafts.all(&transaction).await?.into_iter();
        let of_accounts = drafts.filter(|draft| !guests.contains(&draft.account));
        lines.extend(of_accounts.map(Line::Draft));
        transaction.commit().await?;
        for line in lines {
            let line = serde_json::to_string(&line).map_err(StoreError::Write)?;
            out.write_all(line.as_bytes())?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Fills a database where nobody works yet; refuses one that holds an account.
    pub async fn import_people(&self, lines: &mut (dyn BufRead + Send)) -> Result<(), StoreError> {
        let transaction = self.connection().begin().await?;
        if account::Entity::find().count(&transaction).await? > 0 {
            return Err(StoreError::NotEmpty);
        }
        for (index, line) in lines.lines().enumerate() {
            let line: Line = serde_json::from_str(&line?).map_err(|error| StoreError::Archive {
                line: index + 1,
                problem: error.to_string(),
            })?;
            put(&transaction, line).await?;
        }
        Ok(transaction.commit().await?)
    }
}

async fn put(transaction: &sea_orm::DatabaseTransaction, line: Line) -> Result<(), StoreError> {
    match line {
        Line::Account(row) => {
            account::Entity::insert(row.into_active_model().reset_all())
                .exec_without_returning(transaction)
                .await?;
        }
        Line::Identity(row) => {
            identity::Entity::insert(row.into_active_model().reset_all())
                .exec_without_returning(transaction)
                .await?;
        }
        Line::Declaration(row) => {
            declaration::Entity::insert(row.into_active_model().reset_all())
                .exec_without_returning(transaction)
                .await?;
        }
        Line::Draft(row) => {
            draft::Entity::insert(row.into_active_model().reset_all())
                .exec_without_returning(transaction)
                .await?;
        }
    }
    Ok(())
}
