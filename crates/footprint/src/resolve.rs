use crate::method::Method;
use crate::model::Model;
use crate::revision::Revision;

/// The names of a model as a request gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModelName<'a> {
    /// Provider.
    pub provider: &'a str,
    /// Model.
    pub model: &'a str,
    /// Day of the request, ISO; `None` when it is not known.
    pub date: Option<&'a str>,
}

/// What to do with a model that a revision no longer knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Carry {
    /// It stays without an estimate, as in the reference.
    #[default]
    Never,
    /// Its sizes are taken from the newest older table that holds it.
    FromOlderTables,
}

/// How a name was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// By its exact key in the revision.
    Key,
    /// By a row of the table of aliases.
    Alias,
    /// A name whose meaning drifts, by the tables in force on the day of the request.
    Dated,
    /// In an older table.
    Carried,
}

/// A row of the registry that a name stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resolved<'m> {
    /// The row.
    pub model: &'m Model,
    /// The revision whose registry holds it.
    pub table: &'m Revision,
    /// How the name was understood.
    pub found: Found,
}

impl Method {
    /// The row of the registry that a name stands for under a revision, never by likeness.
    ///
    /// A drifting name (`…-latest`) with a date is read in the tables in force on that day, and
    /// stays without a row when none is kept for it. Otherwise the exact key comes first, then the
    /// table of aliases, then, if the caller wants it, the older tables.
    pub fn resolve<'m>(
        &'m self,
        name: ModelName<'_>,
        revision: &'m Revision,
        carry: Carry,
    ) -> Option<Resolved<'m>> {
        let meaning = self
            .aliases()
            .meaning(name.provider, name.model, name.date)
            .map(|(provider, model)| ModelName {
                provider,
                model,
                date: name.date,
            });
        let keys = [
            Some((name, Found::Key)),
            meaning.map(|name| (name, Found::Alias)),
        ];
        let keys = || keys.iter().flatten().copied();
        keys()
            .find_map(|(name, found)| self.under(name, revision, found))
            .or_else(|| {
                if carry == Carry::Never {
                    return None;
                }
                keys().find_map(|(name, _)| {
                    let mut older = self.older_than(revision);
                    older.find_map(|table| row(name, table, Found::Carried))
                })
            })
    }

    fn under<'m>(
        &'m self,
        name: ModelName<'_>,
        revision: &'m Revision,
        found: Found,
    ) -> Option<Resolved<'m>> {
        match name.date {
            Some(date) if drifts(name.model) => row(name, self.in_force_on(date)?, Found::Dated),
            _ => row(name, revision, found),
        }
    }

    /// The revisions before one of them, newest first.
    fn older_than(&self, revision: &Revision) -> impl Iterator<Item = &Revision> {
        let end = self
            .revisions()
            .iter()
            .position(|kept| kept.release() == revision.release());
        self.revisions()[..end.unwrap_or(0)].iter().rev()
    }

    /// The newest tables kept here that were published on a day, ISO.
    pub fn in_force_on(&self, date: &str) -> Option<&Revision> {
        self.revisions()
            .iter()
            .rfind(|revision| revision.published().is_some_and(|from| from <= date))
    }
}

fn row<'m>(name: ModelName<'_>, table: &'m Revision, found: Found) -> Option<Resolved<'m>> {
    let key = table.model_key(name.provider, name.model)?;
    Some(Resolved {
        model: &table.models()[usize::from(key)],
        table,
        found,
    })
}

/// Whether the provider may give the name to another model without notice.
fn drifts(model: &str) -> bool {
    model.rsplit('-').next() == Some("latest")
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case = (
        &'static str,
        &'static str,
        Option<&'static str>,
        &'static str,
        Carry,
        Option<(&'static str, Found)>,
    );

    /// Name, date, release, carry → release of the row and how it was found.
    const CASES: &[Case] = &[
        (
            "openai",
            "gpt-4o",
            None,
            "0.11.3",
            Carry::Never,
            Some(("0.11.3", Found::Key)),
        ),
        ("openai", "gpt-4O", None, "0.11.3", Carry::Never, None),
        (
            "azure",
            "gpt-4o",
            None,
            "0.11.3",
            Carry::Never,
            Some(("0.11.3", Found::Alias)),
        ),
        (
            "mistralai",
            "mistral-large-latest",
            None,
            "0.8.2",
            Carry::Never,
            Some(("0.8.2", Found::Key)),
        ),
        (
            "mistralai",
            "mistral-large-latest",
            Some("2025-08-20"),
            "0.11.3",
            Carry::Never,
            Some(("0.8.2", Found::Dated)),
        ),
        (
            "mistral_ai",
            "mistral-large-latest",
            Some("2026-11-01"),
            "0.8.2",
            Carry::Never,
            Some(("0.11.3", Found::Dated)),
        ),
        (
            "mistralai",
            "mistral-large-latest",
            Some("2024-01-01"),
            "0.11.3",
            Carry::FromOlderTables,
            Some(("0.11.2", Found::Carried)),
        ),
        (
            "mistralai",
            "mistral-large-2407",
            None,
            "0.11.3",
            Carry::Never,
            None,
        ),
        (
            "mistralai",
            "mistral-large-2407",
            None,
            "0.11.3",
            Carry::FromOlderTables,
            Some(("0.8.2", Found::Carried)),
        ),
        (
            "nobody",
            "gpt-4o",
            None,
            "0.11.3",
            Carry::FromOlderTables,
            None,
        ),
    ];

    #[test]
    fn names_are_found_by_key_alias_date_or_older_table() {
        let method = Method::embedded();
        for (provider, model, date, release, carry, expected) in CASES {
            let name = ModelName {
                provider,
                model,
                date: *date,
            };
            let revision = method.revision(release).expect("the release is kept");
            let found = method.resolve(name, revision, *carry);
            let found = found.map(|found| (found.table.release(), found.found));
            assert_eq!(found, *expected, "{name:?} under {release}");
        }
    }
}
