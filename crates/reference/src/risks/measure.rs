use crate::Certainty;
use crate::links::sources;
use crate::reader::FileReader;
use crate::yaml::Node;
use domain::{Function, Rating, Remark, Text};

/// What lowers one or several risks.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Identifier.
    pub id: String,
    /// In a few words.
    pub title: Text,
    /// What is done.
    pub text: Text,
    /// Identifiers of the recommendations it carries out.
    pub recommendations: Vec<String>,
    /// The function that sees to it.
    pub in_charge: Function,
    /// What it lowers, and by how much.
    pub lowers: Vec<Lowering>,
    /// What shows that it is in place.
    pub proof: Text,
    /// Identifiers of the rules that ask for it, or for something close.
    pub rules: Vec<String>,
    /// What it rests on.
    pub sources: Vec<String>,
    /// How sure we are that the sources speak of it.
    pub certainty: Certainty,
}

/// By how many levels a measure lowers some risks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lowering {
    /// On which scale.
    pub axis: Axis,
    /// How many levels, 1 to 3.
    pub steps: u8,
    /// Identifiers of the risks.
    pub risks: Vec<String>,
}

/// The scale that a measure acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// It makes the risk less likely.
    Likelihood,
    /// It makes the harm less serious.
    Severity,
}

const AXES: [(&str, Axis); 2] = [
    ("likelihood", Axis::Likelihood),
    ("severity", Axis::Severity),
];

impl Measure {
    /// What it lowers of one risk.
    pub fn effects_on<'a>(&'a self, risk: &'a str) -> impl Iterator<Item = &'a Lowering> {
        self.lowers
            .iter()
            .filter(move |lowering| lowering.risks.iter().any(|id| id == risk))
    }
}

pub(super) fn read(file: &FileReader, root: &Node) -> Vec<Measure> {
    file.list(root)
        .iter()
        .filter_map(|node| measure(file, node))
        .collect()
}

fn measure(file: &FileReader, node: &Node) -> Option<Measure> {
    let functions: Vec<_> = Function::ALL.iter().map(|f| (f.code(), *f)).collect();
    let map = file.map(node)?;
    let id = map.text("id");
    let title = map.bilingual("title");
    let text = map.bilingual("text");
    let recommendations = map.texts("recommendations");
    let in_charge = map.one_of("in_charge", &functions);
    let nodes = map.list("lowers");
    let lowers: Vec<_> = nodes
        .iter()
        .filter_map(|node| lowering(file, node))
        .collect();
    let proof = map.bilingual("proof");
    let rules = map.texts("rules");
    let sources = sources(file, &map);
    let certainty = map.one_of("certainty", &Certainty::ALL);
    map.finish();
    if recommendations.is_empty() {
        let remark = Remark::new("risk-measure-no-recommendation");
        file.report(node.line, remark);
    }
    let is_whole = lowers.len() == nodes.len() && !recommendations.is_empty();
    let measure = Measure {
        id: id?,
        title: title?,
        text: text?,
        recommendations,
        in_charge: in_charge?,
        lowers,
        proof: proof?,
        rules,
        sources: sources?,
        certainty: certainty?,
    };
    is_whole.then_some(measure)
}

fn lowering(file: &FileReader, node: &Node) -> Option<Lowering> {
    let map = file.map(node)?;
    let axis = map.one_of("axis", &AXES);
    let steps = map
        .required("steps")
        .and_then(|_| map.optional_number("steps"));
    let risks = map.texts("risks");
    map.finish();
    let steps = steps.and_then(|steps| u8::try_from(steps).ok())?;
    if risks.is_empty() || !(1..Rating::HIGHEST).contains(&steps) {
        file.report(node.line, Remark::new("risk-steps"));
        return None;
    }
    Some(Lowering {
        axis: axis?,
        steps,
        risks,
    })
}
