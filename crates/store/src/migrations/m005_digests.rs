//! Why: several processes may serve one observatory, and a weekly letter is sent once; whether it
//! went out is told to those who work here.

use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m005_digests"
    }
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut both = Index::create();
        both.col(Alias::new("authority")).col(Alias::new("week"));
        let digest = Table::create()
            .table(Alias::new("digest"))
            .col(column("authority").text().not_null())
            .col(column("week").text().not_null())
            .col(column("at_micros").big_integer().not_null())
            .col(column("sent").integer().not_null())
            .col(column("failed").integer().not_null())
            .col(column("fault").text())
            .primary_key(&mut both)
            .to_owned();
        manager.create_table(digest).await
    }
}
