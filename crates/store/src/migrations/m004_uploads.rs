//! Why: a file sent from a browser is looked at before its records are written, and whichever
//! node answers the second page must find it. It is outside the journal and deleted in a day.

use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m004_uploads"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = |name: &'static str| ColumnDef::new(Alias::new(name));
        let upload = Table::create()
            .table(Alias::new("upload"))
            .col(column("id").uuid().not_null().primary_key())
            .col(column("account").uuid().not_null())
            .col(column("authority").text().not_null())
            .col(column("file").text().not_null())
            .col(column("bytes").blob().not_null())
            .col(column("sent_at_micros").big_integer().not_null())
            .to_owned();
        manager.create_table(upload).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let upload = Table::drop().table(Alias::new("upload")).to_owned();
        manager.drop_table(upload).await
    }
}
