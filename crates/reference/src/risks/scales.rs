use crate::Certainty;
use crate::links::sources;
use crate::reader::{FileReader, MapReader};
use crate::yaml::Node;
use domain::{Rating, Remark, Text};

/// How risks are judged: the words, and what they mean here.
#[derive(Debug, Clone, PartialEq)]
pub struct Scales {
    /// The four levels of likelihood, lowest first.
    pub likelihood: Vec<Level>,
    /// The four levels of severity, lowest first.
    pub severity: Vec<Level>,
    /// By how many levels measures together lower one scale at most, 1 to 3.
    pub at_most_steps: u8,
    /// Where the product of both lands, lowest first.
    pub zones: Vec<Zone>,
    /// What the scales rest on.
    pub sources: Vec<String>,
    /// How settled they are.
    pub certainty: Certainty,
    /// What they do not say.
    pub not_modelled: Option<Text>,
}

/// One level of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// 1 to 4.
    pub level: u8,
    /// The word.
    pub title: Text,
    /// What it means.
    pub means: Text,
}

/// A part of the matrix, and what it asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    /// Identifier.
    pub id: String,
    /// The highest product of likelihood and severity in it, 1 to 16.
    pub up_to: u8,
    /// Its name.
    pub title: Text,
    /// What is expected of the authority.
    pub asks: Text,
}

impl Scales {
    /// The zone a rating falls in.
    pub fn zone(&self, rating: Rating) -> Option<&Zone> {
        self.zones.iter().find(|zone| rating.score() <= zone.up_to)
    }
}

const HIGHEST_SCORE: u8 = Rating::HIGHEST * Rating::HIGHEST;

pub(super) fn read(file: &FileReader, root: &Node) -> Option<Scales> {
    let map = file.map(root)?;
    let likelihood = levels(file, &map, "likelihood");
    let severity = levels(file, &map, "severity");
    let at_most_steps = small_number(&map, "at_most_steps");
    let zones = zones(file, &map);
    let sources = sources(file, &map);
    let certainty = map.one_of("certainty", &Certainty::ALL);
    let not_modelled = map.optional_bilingual("not_modelled");
    map.finish();
    let at_most_steps = at_most_steps?;
    if !(1..Rating::HIGHEST).contains(&at_most_steps) {
        file.report(root.line, Remark::new("risk-steps"));
        return None;
    }
    Some(Scales {
        likelihood: likelihood?,
        severity: severity?,
        at_most_steps,
        zones: zones?,
        sources: sources?,
        certainty: certainty?,
        not_modelled,
    })
}

fn small_number(map: &MapReader, key: &'static str) -> Option<u8> {
    map.required(key)?;
    let number = map.optional_number(key)?;
    Some(u8::try_from(number).unwrap_or(u8::MAX))
}

/// Four levels, from 1 to 4.
fn levels(file: &FileReader, map: &MapReader, key: &'static str) -> Option<Vec<Level>> {
    let node = map.required(key)?;
    let read = |node| {
        let map = file.map(node)?;
        let level = small_number(&map, "level");
        let title = map.bilingual("title");
        let means = map.bilingual("means");
        map.finish();
        Some(Level {
            level: level?,
            title: title?,
            means: means?,
        })
    };
    let levels: Vec<_> = file.list(node).iter().filter_map(read).collect();
    let is_whole = levels
        .iter()
        .map(|level| level.level)
        .eq(1..=Rating::HIGHEST);
    if !is_whole {
        file.report(node.line, Remark::new("risk-scale"));
    }
    is_whole.then_some(levels)
}

/// Zones that rise and end at the highest product.
fn zones(file: &FileReader, map: &MapReader) -> Option<Vec<Zone>> {
    let node = map.required("zones")?;
    let read = |node| {
        let map = file.map(node)?;
        let id = map.text("id");
        let up_to = small_number(&map, "up_to");
        let title = map.bilingual("title");
        let asks = map.bilingual("asks");
        map.finish();
        Some(Zone {
            id: id?,
            up_to: up_to?,
            title: title?,
            asks: asks?,
        })
    };
    let zones: Vec<Zone> = file.list(node).iter().filter_map(read).collect();
    let rises = zones.windows(2).all(|pair| pair[0].up_to < pair[1].up_to);
    let is_whole = rises && zones.last().is_some_and(|zone| zone.up_to == HIGHEST_SCORE);
    if !is_whole {
        file.report(node.line, Remark::new("risk-zones"));
    }
    is_whole.then_some(zones)
}
