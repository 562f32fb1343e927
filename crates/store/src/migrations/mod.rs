//! Migrations, oldest first. A released migration never changes.

mod m001_documents_and_journal;
mod m002_people;
mod m003_accounts;
mod m004_uploads;
mod m005_digests;
mod m006_harvests;
mod m007_guests;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m001_documents_and_journal::Migration),
            Box::new(m002_people::Migration),
            Box::new(m003_accounts::Migration),
            Box::new(m004_uploads::Migration),
            Box::new(m005_digests::Migration),
            Box::new(m006_harvests::Migration),
            Box::new(m007_guests::Migration),
        ]
    }
}
