use thiserror::Error;

/// Why the store could not do what was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("database: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// A stored document no longer reads as its kind.
    #[error("document {id} ({kind}) cannot be read: {cause}")]
    Document {
        /// Its identifier.
        id: uuid::Uuid,
        /// What it should be.
        kind: &'static str,
        /// Why not.
        cause: serde_json::Error,
    },
    /// A document could not be written as JSON.
    #[error("document cannot be written: {0}")]
    Write(serde_json::Error),
    /// The archive is damaged or is not one of ours.
    #[error("archive line {line}: {problem}")]
    Archive {
        /// Line of the archive, counted from 1.
        line: usize,
        /// What is wrong.
        problem: String,
    },
    /// Restoring over an observatory that holds something.
    #[error("the database is not empty")]
    NotEmpty,
    /// Somebody else wrote the document in the meantime.
    #[error("the document has changed in the meantime")]
    Changed,
    /// Reading or writing a file.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
}
