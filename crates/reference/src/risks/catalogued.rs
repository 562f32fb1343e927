use super::list::ExternalList;
use crate::Certainty;
use crate::law::{Law, Reads, condition};
use crate::links::{sources, words_of};
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::law::Condition;
use domain::{FearedEvent, Remark, RiskBearer, RiskFamily, Text};

/// A risk that others have met, in our words.
#[derive(Debug, Clone, PartialEq)]
pub struct CataloguedRisk {
    /// Identifier.
    pub id: String,
    /// Its family.
    pub family: RiskFamily,
    /// In a few words.
    pub title: Text,
    /// What can happen.
    pub happens: Text,
    /// Who would bear it.
    pub borne_by: Vec<RiskBearer>,
    /// What it looks like.
    pub examples: Vec<Text>,
    /// When it is worth suggesting.
    pub suggested_when: Condition,
    /// Where it stands in the lists of others.
    pub mapped_to: Vec<MappedTo>,
    /// The identifiers of W3C DPV with a near meaning.
    pub dpv: Vec<String>,
    /// What it makes a data protection assessment fear.
    pub feared_events: Vec<FearedEvent>,
    /// What it rests on.
    pub sources: Vec<String>,
    /// How sure we are that the sources speak of it.
    pub certainty: Certainty,
}

/// A place in a list of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedTo {
    /// Which list.
    pub list: ListKind,
    /// Identifier there.
    pub entry: String,
}

/// The lists of others that risks are mapped to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListKind {
    /// MIT AI Risk Repository: domains and subdomains.
    Mit,
    /// OWASP Top 10 for applications of large language models.
    OwaspLlm,
    /// NIST AI 600-1.
    NistAi6001,
    /// Recommendations of the ANSSI for generative AI.
    Anssi,
}

impl ListKind {
    /// Every list with the word data files use.
    pub const ALL: [(&'static str, Self); 4] = [
        ("mit", Self::Mit),
        ("owasp_llm", Self::OwaspLlm),
        ("nist_ai_600_1", Self::NistAi6001),
        ("anssi", Self::Anssi),
    ];
}

/// Where every identifier of W3C DPV begins.
const DPV: &str = "https://w3id.org/dpv";

/// Reads the file of a family.
pub(super) fn read(
    file: &FileReader,
    root: &Node,
    family: RiskFamily,
    law: &Law,
    lists: &[ExternalList],
) -> Vec<CataloguedRisk> {
    let Some(map) = file.map(root) else {
        return Vec::new();
    };
    map.one_of("family", &[(family.code(), ())]);
    let reading = Reading {
        file,
        family,
        law,
        lists,
    };
    let risks = map.list("risks").iter();
    let risks = risks.filter_map(|node| reading.risk(node)).collect();
    map.finish();
    risks
}

struct Reading<'a> {
    file: &'a FileReader<'a>,
    family: RiskFamily,
    law: &'a Law,
    lists: &'a [ExternalList],
}

impl Reading<'_> {
    fn risk(&self, node: &Node) -> Option<CataloguedRisk> {
        let file = self.file;
        let map = file.map(node)?;
        let id = map.text("id");
        let title = map.bilingual("title");
        let happens = map.bilingual("happens");
        let borne_by = words_of!(file, &map, "borne_by", RiskBearer);
        let examples = map.list("examples").iter();
        let examples = examples.filter_map(|node| file.bilingual(node)).collect();
        let suggested_when = map
            .required("suggested_when")
            .and_then(|node| condition(file, node, self.law, Reads::Traits));
        let mapped_to = map.required("mappings").and_then(|node| self.mapped(node));
        let dpv = self.dpv(&map);
        let feared_events = words_of!(file, &map, "feared_events", FearedEvent);
        let sources = sources(file, &map);
        let certainty = map.one_of("certainty", &Certainty::ALL);
        map.finish();
        Some(CataloguedRisk {
            id: id?,
            family: self.family,
            title: title?,
            happens: happens?,
            borne_by: borne_by?,
            examples,
            suggested_when: suggested_when?,
            mapped_to: mapped_to?,
            dpv: dpv?,
            feared_events: feared_events?,
            sources: sources?,
            certainty: certainty?,
        })
    }

    /// Every place must exist in its list.
    fn mapped(&self, node: &Node) -> Option<Vec<MappedTo>> {
        let map = self.file.map(node)?;
        let mut mapped = Vec::new();
        let mut is_whole = true;
        for (key, list) in ListKind::ALL {
            for entry in map.texts(key) {
                is_whole &= self.exists(list, &entry, node.line);
                mapped.push(MappedTo { list, entry });
            }
        }
        map.finish();
        is_whole.then_some(mapped)
    }

    fn exists(&self, list: ListKind, entry: &str, line: usize) -> bool {
        let known = self.lists.iter().find(|known| known.list == list);
        let exists = known.is_some_and(|known| known.entry(entry).is_some());
        if !exists {
            let remark = Remark::new("risk-unknown-mapping").with("id", entry);
            self.file.report(line, remark);
        }
        exists
    }

    fn dpv(&self, map: &MapReader) -> Option<Vec<String>> {
        let terms = map.texts("dpv");
        let mut is_whole = true;
        for term in terms.iter().filter(|term| !term.starts_with(DPV)) {
            is_whole = false;
            let remark = Remark::new("risk-not-dpv").with("id", term);
            self.file.report(map.line(), remark);
        }
        is_whole.then_some(terms)
    }
}

impl CataloguedRisk {
    /// Where it stands in one list.
    pub fn places(&self, list: ListKind) -> impl Iterator<Item = &str> {
        self.mapped_to
            .iter()
            .filter(move |place| place.list == list)
            .map(|place| place.entry.as_str())
    }
}
