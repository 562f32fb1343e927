//! Why: somebody without an account declares one use, from a link sent to their address. The address
//! is not kept: a hash of it finds the declaration again, for some days.

use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m007_guests"
    }
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table(Alias::new("guest"))
            .col(column("id").uuid().not_null().primary_key())
            .col(column("key").text().not_null().unique_key())
            .col(column("authority").text().not_null())
            .col(column("draft").uuid().not_null())
            .col(column("seen_at_micros").big_integer().not_null())
            .to_owned();
        manager.create_table(table).await
    }
}
