//! What the uses of a scope lean on, in figures: no record is in it.

use crate::Text;
use crate::vocabulary::vocabulary;
use serde::{Deserialize, Serialize};
use units::{Interval, Quantity};

vocabulary! {
    /// A kind of thing that uses lean on.
    RelianceLayer, "reliance_layers" {
        /// Who supplies the tool.
        Supplier = "supplier",
        /// The tool.
        Tool = "tool",
        /// The model behind it.
        Model = "model",
        /// The kind of place where it runs.
        Hosting = "hosting",
        /// The countries whose law reaches it.
        Jurisdiction = "jurisdiction",
    }
}

/// How much uses in use lean on the same thing of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Reliance {
    /// What kind of thing.
    pub layer: RelianceLayer,
    /// Uses that are counted.
    pub uses: u64,
    /// Those of which nobody said what they lean on.
    pub unknown: u64,
    /// Names of the things most used; several when they are equal, none when all is unknown.
    pub first: Vec<Text>,
    /// Share of the first one, in percent, from none of the unknown being its own to all of it;
    /// none when nothing is counted.
    pub share: Option<Quantity>,
    /// Herfindahl-Hirschman index, from near 0 (many small ones) to 10 000 (a single one); none
    /// when nothing is counted.
    pub index: Option<Interval>,
}
