//! The tables. `record` is a cache of the last payloads of `journal`; `journal_head` is
//! one row that every writer locks first, so the chain has one order on every engine.
#![expect(unreachable_pub, reason = "the entity macro wants public models")]

pub mod people;

pub mod upload {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "upload")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: Uuid,
        pub authority: String,
        pub file: String,
        #[sea_orm(column_type = "Blob")]
        pub bytes: Vec<u8>,
        pub sent_at_micros: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod harvest {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "harvest")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub publisher: String,
        #[sea_orm(column_type = "Text", nullable)]
        pub cursor: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub problem: Option<String>,
        #[sea_orm(nullable)]
        pub tried_at_micros: Option<i64>,
        #[sea_orm(nullable)]
        pub copied_at_micros: Option<i64>,
        #[sea_orm(nullable)]
        pub silent_since_micros: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod journal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "journal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub record: Uuid,
        pub kind: String,
        pub version: i32,
        pub schema_version: i32,
        pub at_micros: i64,
        pub by_function: String,
        pub action: String,
        #[sea_orm(column_type = "Text", nullable)]
        pub note: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub payload: Option<String>,
        #[sea_orm(nullable)]
        pub salt: Option<String>,
        pub payload_hash: String,
        pub previous_hash: String,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod record {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: String,
        pub owner: String,
        pub version: i32,
        pub schema_version: i32,
        pub changed_at_micros: i64,
        #[sea_orm(column_type = "Text")]
        pub document: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod journal_head {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "journal_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub seq: i64,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
