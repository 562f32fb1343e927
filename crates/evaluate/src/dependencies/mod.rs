//! What uses lean on: use, tool, model, supplier, hosting, law; and what follows from it.
//!
//! Everything comes from what people declared. What nobody said is a node of its own, with the
//! reason, and widens every figure by what it could still be: it is never spread over the others.
//!
//! Start with [`Dependencies::of`], on the uses one wants to count: usually those in use. Then
//! [`Dependencies::concentration`], [`Dependencies::foreign_law`], [`Dependencies::exits`],
//! [`Dependencies::if_stops`]; [`Dependencies::flows`] is what a drawing needs.

mod catalogue;
mod chain;
mod concentration;
mod exits;
mod exposure;
mod flows;
mod impact;
mod node;
mod reversibility;

pub use catalogue::Catalogue;
pub use chain::Chain;
pub use concentration::{Basis, Concentration, Share};
pub use exits::{Exits, Plan};
pub use exposure::{Exposed, ForeignLaw, european_union};
pub use flows::{FLOWS_MAX, Flow};
pub use impact::{Hit, Impact, Tie};
pub use node::{Gap, Identity, Layer, Name, Node};
pub use reversibility::{NotScored, reversibility_answers};

use domain::UseCase;
use std::collections::BTreeMap;

/// The graph: one chain a use, from its department to the law that reaches it.
#[derive(Debug, Clone)]
pub struct Dependencies<'a> {
    chains: Vec<Chain<'a>>,
    names: BTreeMap<(Layer, String), Name<'a>>,
}

impl<'a> Dependencies<'a> {
    /// Follows every use down to the law that reaches it. All uses given are counted alike.
    pub fn of(
        uses: impl IntoIterator<Item = &'a UseCase>,
        catalogue: &Catalogue<'a>,
    ) -> Dependencies<'a> {
        let mut names = BTreeMap::new();
        let chains = uses
            .into_iter()
            .map(|use_case| Chain::of(use_case, catalogue, &mut names))
            .collect();
        Self { chains, names }
    }

    /// Every chain, in the order in which the uses came.
    pub fn chains(&self) -> &[Chain<'a>] {
        &self.chains
    }

    /// Every node of a layer with the number of uses that go through it, most used first; the
    /// unknown ones are among them.
    pub fn nodes(&self, layer: Layer) -> Vec<(&Node, usize)> {
        let mut counts: BTreeMap<&Node, usize> = BTreeMap::new();
        for chain in &self.chains {
            *counts.entry(chain.node(layer)).or_default() += 1;
        }
        let mut nodes: Vec<_> = counts.into_iter().collect();
        nodes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        nodes
    }

    /// How to write a node: one name a key; none for what is unknown or gathered.
    pub fn names(&self, node: &Node) -> Vec<Name<'a>> {
        let name = |key: &String| self.names.get(&(node.layer, key.clone())).copied();
        node.keys().filter_map(name).collect()
    }
}
