//! Migrations, oldest first. A released migration never changes.

mod m001_documents_and_journal;
mod m002_people;
mod m003_harvests;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m001_documents_and_journal::Migration),
            Box::new(m002_people::Migration),
            Box::new(m003_harvests::Migration),
        ]
    }
}
