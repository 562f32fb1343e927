use crate::revision::Certainty;
use crate::table::{Row, TableError};

/// Other names of providers and models, each for a time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Aliases(pub(crate) Vec<Alias>);

/// Another name of a provider, or of a model of a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The other name of the provider.
    pub provider: String,
    /// The other name of the model; `None` when every model of the provider keeps its name.
    pub model: Option<String>,
    /// The provider in the registry.
    pub means_provider: String,
    /// The model in the registry.
    pub means_model: Option<String>,
    /// First day, ISO; `None` without beginning.
    pub valid_from: Option<String>,
    /// First day on which it no longer holds, ISO; `None` without end.
    pub valid_until: Option<String>,
    /// Address that says so.
    pub source: String,
    /// How well it is known.
    pub certainty: Certainty,
}

impl Alias {
    pub(crate) fn read(row: Row<'_>) -> Result<Self, TableError> {
        let optional = |column| {
            row.text(column)
                .map(|text| Some(text.to_owned()).filter(|text| !text.is_empty()))
        };
        let certainty = match row.text("certainty")? {
            "verified" => Certainty::Verified,
            "secondary" => Certainty::Secondary,
            "to_confirm" => Certainty::ToConfirm,
            other => return Err(row.fault(format!("« {other} » is not a certainty"))),
        };
        let alias = Self {
            provider: row.text("provider")?.to_owned(),
            model: optional("model")?,
            means_provider: row.text("means_provider")?.to_owned(),
            means_model: optional("means_model")?,
            valid_from: optional("valid_from")?,
            valid_until: optional("valid_until")?,
            source: row.text("source")?.to_owned(),
            certainty,
        };
        row.must(alias.model.is_some() == alias.means_model.is_some(), || {
            "fill both model and means_model, or neither".to_owned()
        })?;
        row.must(!alias.source.is_empty(), || {
            "source is empty: write the address that says so".to_owned()
        })?;
        Ok(alias)
    }

    /// Whether it holds on a day; a name without a date is read as of no day in particular, so only
    /// an alias that always holds applies to it.
    fn holds(&self, date: Option<&str>) -> bool {
        let Some(date) = date else {
            return self.valid_from.is_none() && self.valid_until.is_none();
        };
        self.valid_from.as_deref().is_none_or(|from| from <= date)
            && self.valid_until.as_deref().is_none_or(|until| date < until)
    }
}

impl Aliases {
    /// Every alias.
    pub fn iter(&self) -> impl Iterator<Item = &Alias> {
        self.0.iter()
    }

    /// The names in the registry that a pair of names stands for on a day, never by likeness.
    pub(crate) fn meaning<'a>(
        &'a self,
        provider: &'a str,
        model: &'a str,
        date: Option<&str>,
    ) -> Option<(&'a str, &'a str)> {
        let of_model = self.0.iter().find(|alias| {
            alias.provider == provider && alias.model.as_deref() == Some(model) && alias.holds(date)
        });
        let of_provider = || {
            self.0.iter().find(|alias| {
                alias.provider == provider && alias.model.is_none() && alias.holds(date)
            })
        };
        let alias = of_model.or_else(of_provider)?;
        Some((
            &alias.means_provider,
            alias.means_model.as_deref().unwrap_or(model),
        ))
    }
}
