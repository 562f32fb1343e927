use super::{Chain, Dependencies, Identity, Layer};
use domain::{Hosting, UseCase};
use reference::Reference;
use std::collections::BTreeSet;

/// Uses by whether a law from outside reaches them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ForeignLaw<'a> {
    /// It does.
    pub exposed: Vec<Exposed<'a>>,
    /// All laws that reach them are told, none is foreign, and the place is not outside.
    pub not_exposed: Vec<&'a UseCase>,
    /// Nobody told the laws, or the place.
    pub unknown: Vec<&'a UseCase>,
}

/// A use that a foreign law reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposed<'a> {
    /// The use.
    pub use_case: &'a UseCase,
    /// The foreign laws, ISO 3166 codes; empty when only the place tells.
    pub laws: BTreeSet<String>,
    /// Whether it runs outside the European Union.
    pub runs_outside: bool,
}

/// The countries whose law is not foreign: the vocabulary `eu_countries`.
pub fn european_union(reference: &Reference) -> BTreeSet<String> {
    let countries = reference.vocabularies.get("eu_countries");
    let values = countries.into_iter().flat_map(|list| &list.values);
    values.map(|entry| entry.code.clone()).collect()
}

impl<'a> Dependencies<'a> {
    /// Which uses a law from outside these countries reaches. One foreign law or a place outside
    /// is enough for a yes; a no needs every fact.
    pub fn foreign_law(&self, home: &BTreeSet<String>) -> ForeignLaw<'a> {
        let mut found = ForeignLaw::default();
        for chain in self.chains() {
            let laws = foreign_laws(chain, home);
            let runs_outside = chain.node(Layer::Hosting).holds(Hosting::OutsideEu.code());
            let use_case = chain.use_case;
            let told = |layer| matches!(chain.node(layer).identity, Identity::Known(_));
            if runs_outside || !laws.is_empty() {
                found.exposed.push(Exposed {
                    use_case,
                    laws,
                    runs_outside,
                });
            } else if told(Layer::Jurisdiction) && told(Layer::Hosting) {
                found.not_exposed.push(use_case);
            } else {
                found.unknown.push(use_case);
            }
        }
        found
    }
}

fn foreign_laws(chain: &Chain, home: &BTreeSet<String>) -> BTreeSet<String> {
    let laws = chain.node(Layer::Jurisdiction).keys();
    laws.filter(|law| !home.contains(*law)).cloned().collect()
}
