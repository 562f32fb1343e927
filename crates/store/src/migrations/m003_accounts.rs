//! Why: wrong attempts are counted by the address that was typed, whether or not it has an account,
//! so that nothing tells which addresses have one; and an account remembers the day it was last
//! used and when it was closed, so that it can be looked after and deleted in time.

use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m003_accounts"
    }
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

fn account() -> TableAlterStatement {
    Table::alter().table(Alias::new("account")).to_owned()
}

/// Attempts by the hash of an address.
fn attempt() -> TableCreateStatement {
    Table::create()
        .table(Alias::new("attempt"))
        .col(column("id").text().not_null().primary_key())
        .col(column("count").integer().not_null())
        .col(column("last_at_micros").big_integer().not_null())
        .col(column("locked_until_micros").big_integer())
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite changes one column at a time.
        let changes = [
            account()
                .add_column(column("signed_in_on").date())
                .to_owned(),
            account()
                .add_column(column("closed_at_micros").big_integer())
                .to_owned(),
            account().drop_column(Alias::new("failures")).to_owned(),
            account()
                .drop_column(Alias::new("locked_until_micros"))
                .to_owned(),
        ];
        for change in changes {
            manager.alter_table(change).await?;
        }
        manager.create_table(attempt()).await?;
        let index = Index::create()
            .name("attempt_last")
            .table(Alias::new("attempt"))
            .col(Alias::new("last_at_micros"))
            .to_owned();
        manager.create_index(index).await
    }
}
