use super::Law;
use super::period::{Cites, provision};
use crate::reader::FileReader;
use crate::yaml::Node;
use domain::Text;
use domain::law::{Period, Provision};

/// A fact that is computed from others and never asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    /// Identifier.
    pub id: String,
    /// What it means.
    pub meaning: Text,
}

/// The prefix of a derived fact among the subjects of cases: `facts/high_risk`.
pub(super) const PREFIX: &str = "facts/";

/// Adds the derived facts of a file to the law, in order: each may use those before it.
pub(super) fn read_into(file: &FileReader, root: &Node, law: &mut Law) {
    for node in file.list(root) {
        if let Some((derived, definition)) = derived(file, node, law) {
            law.derived.push(derived);
            law.definitions.push(definition);
        }
    }
}

fn derived(file: &FileReader, node: &Node, law: &Law) -> Option<(Derived, Provision)> {
    let map = file.map(node)?;
    let id = map.text("id");
    let meaning = map.bilingual("meaning");
    let provision = provision(file, &map, law, Cites::Nothing);
    map.finish();
    let (mut provision, _) = provision?;
    if provision.periods.is_empty() {
        provision.periods.push(Period::always());
    }
    let derived = Derived {
        id: id?,
        meaning: meaning?,
    };
    Some((derived, provision))
}
