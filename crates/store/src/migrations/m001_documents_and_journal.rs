//! Why: whole documents and one chained journal, so that a new noun needs no new table and every
//! figure can be traced to the version it was read from.

use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m001_documents_and_journal"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let text = |name: &'static str| {
            ColumnDef::new(Alias::new(name))
                .text()
                .not_null()
                .to_owned()
        };
        let number = |name: &'static str| {
            ColumnDef::new(Alias::new(name))
                .big_integer()
                .not_null()
                .to_owned()
        };
        let small = |name: &'static str| {
            ColumnDef::new(Alias::new(name))
                .integer()
                .not_null()
                .to_owned()
        };
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("journal"))
                    .col(number("seq").primary_key())
                    .col(ColumnDef::new(Alias::new("record")).uuid().not_null())
                    .col(text("kind"))
                    .col(small("version"))
                    .col(small("schema_version"))
                    .col(number("at_micros"))
                    .col(text("by_function"))
                    .col(text("action"))
                    .col(ColumnDef::new(Alias::new("note")).text())
                    .col(ColumnDef::new(Alias::new("payload")).text())
                    .col(ColumnDef::new(Alias::new("salt")).text())
                    .col(text("payload_hash"))
                    .col(text("previous_hash"))
                    .col(text("hash"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("journal_record")
                    .table(Alias::new("journal"))
                    .col(Alias::new("record"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("record"))
                    .col(
                        ColumnDef::new(Alias::new("id"))
                            .uuid()
                            .not_null()
                            .primary_key(),
                    )
                    .col(text("kind"))
                    .col(text("owner"))
                    .col(small("version"))
                    .col(small("schema_version"))
                    .col(number("changed_at_micros"))
                    .col(text("document"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("record_kind_owner")
                    .table(Alias::new("record"))
                    .col(Alias::new("kind"))
                    .col(Alias::new("owner"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table(Alias::new("journal_head"))
                    .col(small("id").primary_key())
                    .col(number("seq"))
                    .col(text("hash"))
                    .to_owned(),
            )
            .await?;
        let first = Query::insert()
            .into_table(Alias::new("journal_head"))
            .columns([Alias::new("id"), Alias::new("seq"), Alias::new("hash")])
            .values_panic([1.into(), 0i64.into(), "".into()])
            .to_owned();
        manager.execute(first).await
    }
}
