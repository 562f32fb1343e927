use crate::tables::harvest;
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};

/// How far the register of another observatory was read. Kept outside the journal: an attempt that
/// brings nothing is no change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Harvest {
    /// Slug of the publisher.
    pub publisher: String,
    /// Where to go on; from the beginning when absent.
    pub cursor: Option<String>,
    /// Key of what went wrong the last time.
    pub problem: Option<String>,
    /// When it was last tried.
    pub tried_at: Option<DateTime<Utc>>,
    /// When it was last read to its end.
    pub copied_at: Option<DateTime<Utc>>,
    /// Since when every attempt fails.
    pub silent_since: Option<DateTime<Utc>>,
}

impl Store {
    /// Every harvest, by publisher.
    pub async fn harvests(&self) -> Result<Vec<Harvest>, StoreError> {
        let rows = harvest::Entity::find()
            .order_by_asc(harvest::Column::Publisher)
            .all(self.connection())
            .await?;
        Ok(rows.into_iter().map(read).collect())
    }

    /// The harvest of a publisher.
    pub async fn harvest(&self, publisher: &str) -> Result<Option<Harvest>, StoreError> {
        let row = harvest::Entity::find_by_id(publisher)
            .one(self.connection())
            .await?;
        Ok(row.map(read))
    }

    /// Writes how far a publisher was read.
    pub async fn put_harvest(&self, state: &Harvest) -> Result<(), StoreError> {
        let micros = |at: Option<DateTime<Utc>>| at.map(|at| at.timestamp_micros());
        let row = harvest::Model {
            publisher: state.publisher.clone(),
            cursor: state.cursor.clone(),
            problem: state.problem.clone(),
            tried_at_micros: micros(state.tried_at),
            copied_at_micros: micros(state.copied_at),
            silent_since_micros: micros(state.silent_since),
        };
        let replace = OnConflict::column(harvest::Column::Publisher)
            .update_columns([
                harvest::Column::Cursor,
                harvest::Column::Problem,
                harvest::Column::TriedAtMicros,
                harvest::Column::CopiedAtMicros,
                harvest::Column::SilentSinceMicros,
            ])
            .to_owned();
        harvest::Entity::insert(row.into_active_model().reset_all())
            .on_conflict(replace)
            .exec_without_returning(self.connection())
            .await?;
        Ok(())
    }

    /// Forgets how far a publisher was read.
    pub async fn delete_harvest(&self, publisher: &str) -> Result<(), StoreError> {
        harvest::Entity::delete_by_id(publisher)
            .exec(self.connection())
            .await?;
        Ok(())
    }
}

fn read(row: harvest::Model) -> Harvest {
    let instant = |micros: Option<i64>| micros.and_then(DateTime::from_timestamp_micros);
    Harvest {
        publisher: row.publisher,
        cursor: row.cursor,
        problem: row.problem,
        tried_at: instant(row.tried_at_micros),
        copied_at: instant(row.copied_at_micros),
        silent_since: instant(row.silent_since_micros),
    }
}
