use super::{Chain, Dependencies, Layer, Node};
use std::collections::BTreeMap;
use units::{Interval, IntervalKind, Quantity, Unit};
use uuid::Uuid;

/// How much uses lean on the same thing.
///
/// What is unknown could be the first one, or others that nobody else uses: each figure goes from
/// one to the other. Uses of one tool share what is unknown about it, so they move together.
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration {
    /// What was counted.
    pub basis: Basis,
    /// Weight of everything, known or not: uses, or requests.
    pub total: u64,
    /// Weight of what is unknown.
    pub unknown: u64,
    /// Every known node, heaviest first. A set of two laws or two models is a node of its own.
    pub shares: Vec<Share>,
    /// Share of the first one, in percent; none when nothing is counted.
    pub first: Option<Quantity>,
    /// Herfindahl-Hirschman index: the sum of the squared shares in percent, from near 0 (many
    /// small ones) to 10 000 (a single one); none when nothing is counted.
    pub hhi: Option<Interval>,
}

/// What a concentration is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Each use counts for one.
    UseCases,
    /// Each use counts for what was measured of it; the others are left out, and told.
    MeasuredUse {
        /// Uses with a measure.
        measured: usize,
        /// Uses without: nothing is assumed of them.
        not_measured: usize,
    },
}

/// The part of one node.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The node.
    pub node: Node,
    /// Its uses, or its requests.
    pub weight: u64,
    /// In percent of the total, from none of the unknown being its own to all of it.
    pub share: Quantity,
}

impl Concentration {
    /// The heaviest known nodes; several when they are equal, none when all is unknown.
    pub fn leaders(&self) -> impl Iterator<Item = &Share> {
        let most = self.shares.first().map(|share| share.weight);
        let leads = move |share: &&Share| Some(share.weight) == most;
        self.shares.iter().take_while(leads)
    }

    /// Every known node that could be the first one, once the unknown is told.
    pub fn may_lead(&self) -> impl Iterator<Item = &Share> {
        let most = self.shares.first().map_or(0, |share| share.weight);
        let could = move |share: &&Share| share.weight.saturating_add(self.unknown) >= most;
        self.shares.iter().take_while(could)
    }
}

impl Dependencies<'_> {
    /// How many uses lean on the same node of a layer.
    pub fn concentration(&self, layer: Layer) -> Concentration {
        let weighed = self.chains().iter().map(|chain| (chain, 1));
        weigh(layer, Basis::UseCases, weighed)
    }

    /// The same by measured use: requests of a period, by identifier of the use case. A use
    /// without measure is left out; a use measured at zero counts for zero.
    pub fn concentration_by_measured_use(
        &self,
        layer: Layer,
        requests: &BTreeMap<Uuid, u64>,
    ) -> Concentration {
        let weighed: Vec<_> = self
            .chains()
            .iter()
            .filter_map(|chain| Some((chain, *requests.get(&chain.use_case.id)?)))
            .collect();
        let basis = Basis::MeasuredUse {
            measured: weighed.len(),
            not_measured: self.chains().len() - weighed.len(),
        };
        weigh(layer, basis, weighed.into_iter())
    }
}

fn weigh<'c, 'a: 'c>(
    layer: Layer,
    basis: Basis,
    weighed: impl Iterator<Item = (&'c Chain<'a>, u64)>,
) -> Concentration {
    let mut known: BTreeMap<&Node, u64> = BTreeMap::new();
    let mut blocks: BTreeMap<Block, u64> = BTreeMap::new();
    for (chain, weight) in weighed {
        let node = chain.node(layer);
        let sum = if node.is_unknown() {
            blocks.entry(Block::of(chain)).or_default()
        } else {
            known.entry(node).or_default()
        };
        *sum = sum.saturating_add(weight);
    }
    let mut known: Vec<_> = known.into_iter().collect();
    known.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let blocks: Vec<u64> = blocks.into_values().collect();
    let weights: Vec<u64> = known.iter().map(|(_, weight)| *weight).collect();
    let bounds = Bounds::of(&weights, &blocks);
    let shares = known.into_iter().filter_map(|(node, weight)| {
        Some(Share {
            node: node.clone(),
            weight,
            share: bounds.percent(weight, weight.saturating_add(bounds.unknown))?,
        })
    });
    Concentration {
        basis,
        total: bounds.total,
        unknown: bounds.unknown,
        shares: shares.collect(),
        first: bounds.first(&weights, &blocks),
        hhi: bounds.hhi(&weights, &blocks),
    }
}

/// What shares an unknown: all uses of one tool, or one use without a tool.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Block<'a> {
    Tool(&'a str),
    Use(Uuid),
}

impl<'a> Block<'a> {
    fn of(chain: &Chain<'a>) -> Self {
        let tool = chain.use_case.tool.as_deref();
        tool.map_or(Self::Use(chain.use_case.id), Self::Tool)
    }
}

struct Bounds {
    total: u64,
    unknown: u64,
}

impl Bounds {
    fn of(known: &[u64], blocks: &[u64]) -> Self {
        let sum = |weights: &[u64]| weights.iter().fold(0_u64, |sum, w| sum.saturating_add(*w));
        let unknown = sum(blocks);
        Self {
            total: sum(known).saturating_add(unknown),
            unknown,
        }
    }

    fn kind(&self) -> IntervalKind {
        if self.unknown == 0 {
            IntervalKind::Exact
        } else {
            IntervalKind::Bounds
        }
    }

    fn share(&self, weight: u64) -> f64 {
        weight as f64 / self.total as f64
    }

    fn percent(&self, low: u64, high: u64) -> Option<Quantity> {
        let percent = |weight| 100.0 * self.share(weight);
        let interval = Interval::new(percent(low), percent(high), self.kind()).ok()?;
        Some(Quantity {
            interval,
            unit: Unit::Percent,
        })
    }

    /// At least the heaviest known node or block; at most the heaviest node with all the unknown.
    fn first(&self, known: &[u64], blocks: &[u64]) -> Option<Quantity> {
        let most = known.iter().copied().max().unwrap_or(0);
        let least = blocks.iter().copied().max().unwrap_or(0).max(most);
        self.percent(least, most.saturating_add(self.unknown))
    }

    /// Squares grow faster than what they square: the index is lowest when each block is somebody
    /// new, highest when all of them are the heaviest node.
    fn hhi(&self, known: &[u64], blocks: &[u64]) -> Option<Interval> {
        let index = |weights: &mut dyn Iterator<Item = u64>| {
            let squares = weights.map(|weight| self.share(weight).powi(2));
            10_000.0 * squares.sum::<f64>()
        };
        let low = index(&mut known.iter().chain(blocks).copied());
        let heaviest = known.first().copied().unwrap_or(0);
        let gathered = [heaviest.saturating_add(self.unknown)];
        let others = known.iter().skip(1).copied();
        let high = index(&mut gathered.into_iter().chain(others));
        Interval::new(low.min(high), high, self.kind_of(low, high)).ok()
    }

    /// One block alone is somebody, whoever it is: the figure is then exact.
    fn kind_of(&self, low: f64, high: f64) -> IntervalKind {
        if low < high {
            IntervalKind::Bounds
        } else {
            self.kind()
        }
    }
}
