//! Why: how far the register of another observatory was read changes with each attempt. Outside
//! the journal, an attempt that brings nothing leaves no entry.

use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m006_harvests"
    }
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut publisher = column("publisher");
        publisher.text().not_null().primary_key();
        let mut table = Table::create();
        table.table(Alias::new("harvest")).col(&mut publisher);
        for name in ["cursor", "problem"] {
            table.col(column(name).text());
        }
        for name in ["tried_at_micros", "copied_at_micros", "silent_since_micros"] {
            table.col(column(name).big_integer());
        }
        manager.create_table(table.to_owned()).await
    }
}
