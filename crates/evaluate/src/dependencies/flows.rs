use super::{Dependencies, Layer, Node};
use std::collections::BTreeMap;

/// Flows that a drawing can hold.
pub const FLOWS_MAX: usize = 25;

/// Ends that gathered flows may keep apart: beyond, they share one.
const ENDS_MAX: usize = FLOWS_MAX / 3;

/// Uses that go the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// One node for each layer asked for, in the same order.
    pub path: Vec<Node>,
    /// How many uses.
    pub uses: usize,
    /// What was gathered in it, largest first; empty for a flow that stands for itself.
    pub holds: Vec<Flow>,
}

impl Dependencies<'_> {
    /// Uses by the way they go through these layers, largest first, [`FLOWS_MAX`] at most.
    ///
    /// The smallest are gathered: they share their way and keep their end, unless the ends are
    /// too many; each gathered flow lists what it holds. Nothing is lost: the sum is the number
    /// of uses.
    pub fn flows(&self, layers: &[Layer]) -> Vec<Flow> {
        let mut counts: BTreeMap<Vec<&Node>, usize> = BTreeMap::new();
        for chain in self.chains() {
            let path = layers.iter().map(|layer| chain.node(*layer)).collect();
            *counts.entry(path).or_default() += 1;
        }
        let mut flows: Vec<_> = counts
            .into_iter()
            .map(|(path, uses)| Flow {
                path: path.into_iter().cloned().collect(),
                uses,
                holds: Vec::new(),
            })
            .collect();
        flows.sort_by_key(|flow| std::cmp::Reverse(flow.uses));
        gather(flows)
    }
}

fn gather(mut flows: Vec<Flow>) -> Vec<Flow> {
    if flows.len() <= FLOWS_MAX {
        return flows;
    }
    for kept in (0..FLOWS_MAX).rev() {
        let ends = by_end(&flows[kept..]);
        if ends.len() <= ENDS_MAX && kept + ends.len() <= FLOWS_MAX {
            flows.truncate(kept);
            flows.extend(ends);
            return flows;
        }
    }
    let rest = flows.split_off(FLOWS_MAX - 1);
    let layers: Vec<_> = rest[0].path.iter().map(|node| node.layer).collect();
    flows.push(Flow {
        path: layers.into_iter().map(Node::others).collect(),
        uses: rest.iter().map(|flow| flow.uses).sum(),
        holds: rest,
    });
    flows
}

/// The same flows, one an end; a flow that is alone at its end stays as it is.
fn by_end(flows: &[Flow]) -> Vec<Flow> {
    let mut ends: BTreeMap<&Node, Vec<&Flow>> = BTreeMap::new();
    for flow in flows {
        if let Some(end) = flow.path.last() {
            ends.entry(end).or_default().push(flow);
        }
    }
    let mut gathered: Vec<_> = ends
        .into_iter()
        .map(|(end, held)| match held[..] {
            [only] => only.clone(),
            _ => {
                let way = &held[0].path[..held[0].path.len() - 1];
                let way = way.iter().map(|node| Node::others(node.layer));
                Flow {
                    path: way.chain([end.clone()]).collect(),
                    uses: held.iter().map(|flow| flow.uses).sum(),
                    holds: held.into_iter().cloned().collect(),
                }
            }
        })
        .collect();
    gathered.sort_by_key(|flow| std::cmp::Reverse(flow.uses));
    gathered
}
