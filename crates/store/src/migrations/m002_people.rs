//! Why: those who work here are kept apart from the documents and their journal, so that erasing
//! a person erases everything of them.

use sea_orm_migration::prelude::*;

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m002_people"
    }
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

fn text(name: &'static str) -> ColumnDef {
    column(name).text().not_null().to_owned()
}

fn instant(name: &'static str) -> ColumnDef {
    column(name).big_integer().not_null().to_owned()
}

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(Alias::new(name)).to_owned()
}

fn index(table: &'static str, name: &'static str, on: &'static str) -> IndexCreateStatement {
    Index::create()
        .name(name)
        .table(Alias::new(table))
        .col(Alias::new(on))
        .to_owned()
}

/// Those who are at a provider of identities, or on their way back.
fn pending() -> TableCreateStatement {
    table("pending")
        .col(text("id").primary_key())
        .col(column("account").uuid())
        .col(text("document"))
        .col(instant("expires_at_micros"))
        .to_owned()
}

/// Who somebody is for a provider of identities.
fn identity() -> TableCreateStatement {
    let mut both = Index::create();
    both.col(Alias::new("issuer")).col(Alias::new("subject"));
    table("identity")
        .col(text("issuer"))
        .col(text("subject"))
        .col(column("account").uuid().not_null())
        .col(instant("linked_at_micros"))
        .primary_key(&mut both)
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let account = table("account")
            .col(column("id").uuid().not_null().primary_key())
            .col(text("email").unique_key())
            .col(text("name"))
            .col(text("language"))
            .col(text("state"))
            .col(text("grants"))
            .col(instant("created_at_micros"))
            .col(column("password_hash").text())
            .col(column("totp_secret").text())
            .col(column("totp_last_step").big_integer())
            .col(text("recovery"))
            .col(column("failures").integer().not_null())
            .col(column("locked_until_micros").big_integer())
            .to_owned();
        let session = table("session")
            .col(text("id").primary_key())
            .col(column("account").uuid().not_null())
            .col(text("form_token"))
            .col(column("second_factor").boolean().not_null())
            .col(instant("opened_at_micros"))
            .col(instant("seen_at_micros"))
            .col(column("id_token").text())
            .to_owned();
        let token = table("token")
            .col(text("id").primary_key())
            .col(column("account").uuid().not_null())
            .col(text("purpose"))
            .col(instant("expires_at_micros"))
            .to_owned();
        let draft = table("draft")
            .col(column("id").uuid().not_null().primary_key())
            .col(column("account").uuid().not_null())
            .col(text("authority"))
            .col(text("answers"))
            .col(instant("changed_at_micros"))
            .to_owned();
        let declaration = table("declaration")
            .col(column("record").uuid().not_null().primary_key())
            .col(column("account").uuid().not_null())
            .to_owned();
        for table in [
            account,
            session,
            token,
            draft,
            declaration,
            pending(),
            identity(),
        ] {
            manager.create_table(table).await?;
        }
        let indexes = [
            index("session", "session_account", "account"),
            index("token", "token_account", "account"),
            index("draft", "draft_account", "account"),
            index("declaration", "declaration_account", "account"),
            index("pending", "pending_account", "account"),
            index("identity", "identity_account", "account"),
        ];
        for index in indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
