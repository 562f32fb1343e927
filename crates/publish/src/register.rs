//! The register as readers search it: own and peer records in one index, never counted together.

use crate::snapshot::Snapshot;
use crate::state;
use domain::{CommonField, Language, UseCase};
use reference::Reference;
use search::{
    Document, Field, Filters, Index, IndexBuilder, Query, Results, Sort, Synonyms, Weight,
};

/// The indexes of one snapshot.
pub struct Register {
    /// Own records and those of others, in this order.
    all: Index,
    /// Own records alone, when there are others: the words of others, in their languages, mend
    /// nothing that is asked of ours.
    ours: Option<Index>,
    own: usize,
}

/// A record found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Position in [`Snapshot::uses`].
    Own(usize),
    /// Position in [`Snapshot::peers`].
    Peer(usize),
}

/// Facet: own records of an authority (`own:<slug>`) or records of others (`peers`).
pub const SOURCE: &str = "source";
/// Value of [`SOURCE`]: records of others.
pub const PEERS: &str = "peers";
/// Facet: state.
pub const STATE: &str = "state";
/// Facet: kind of data.
pub const DATA: &str = "data";
/// Facet: department.
pub const DEPARTMENT: &str = "department";
/// Facet: task.
pub const TASK: &str = "task";
/// Facet: tool.
pub const TOOL: &str = "tool";
/// Facet: publisher of a peer record.
pub const PUBLISHER: &str = "publisher";
/// Facet: generative or not.
pub const GENERATIVE: &str = "generative";

/// Rank 0 of a record: by reference, then by name for peers.
pub const BY_REFERENCE: usize = 0;
/// Rank 1: by date of review, the nearest first.
pub const BY_REVIEW: usize = 1;

impl Register {
    /// Indexes every record of a snapshot.
    pub fn build(snapshot: &Snapshot, reference: &Reference) -> Self {
        let of_ours = || {
            let mut builder = IndexBuilder::new(synonyms(reference));
            Self::add_ours(&mut builder, snapshot, reference);
            builder
        };
        let mut builder = of_ours();
        Self::add_peers(&mut builder, snapshot);
        Self {
            all: builder.build(),
            ours: (!snapshot.peers.is_empty()).then(|| of_ours().build()),
            own: snapshot.uses.len(),
        }
    }

    fn add_ours(builder: &mut IndexBuilder, snapshot: &Snapshot, reference: &Reference) {
        let reviews = review_ranks(snapshot);
        for (position, public) in snapshot.uses.iter().enumerate() {
            let use_case = &public.use_case;
            let ranks = [position as u32, reviews[position]];
            let source = format!("own:{}", use_case.authority);
            let words = own_words(use_case, snapshot, reference);
            let mut fields = Vec::new();
            for (tag, text) in use_case.name.iter() {
                fields.push(field(Weight::Name, tag, text));
            }
            for (tag, text) in use_case.summary.iter().flat_map(domain::Text::iter) {
                fields.push(field(Weight::Summary, tag, text));
            }
            for (tag, text) in &words {
                fields.push(field(Weight::Body, tag, text));
            }
            let mut facets = vec![
                (SOURCE, source.as_str()),
                (STATE, state::code(use_case)),
                (GENERATIVE, use_case.generative.code()),
            ];
            facets.extend(use_case.data.iter().map(|data| (DATA, data.kind.code())));
            facets.extend(
                use_case
                    .department
                    .iter()
                    .map(|key| (DEPARTMENT, key.as_str())),
            );
            facets.extend(use_case.task.iter().map(|task| (TASK, task.code())));
            facets.extend(use_case.tool.iter().map(|key| (TOOL, key.as_str())));
            builder.add(&Document {
                fields,
                facets,
                ranks: &ranks,
            });
        }
    }

    fn add_peers(builder: &mut IndexBuilder, snapshot: &Snapshot) {
        for (position, peer) in snapshot.peers.iter().enumerate() {
            let ranks = [(snapshot.uses.len() + position) as u32, u32::MAX];
            let tag = peer.language.as_str();
            let mut fields = vec![field(Weight::Name, tag, &peer.name)];
            for (common, text) in &peer.fields {
                let weight = match common {
                    CommonField::Summary | CommonField::Purpose => Weight::Summary,
                    CommonField::Url | CommonField::LifecycleStatus => continue,
                    _ => Weight::Body,
                };
                fields.push(field(weight, tag, text));
            }
            let state = peer.lifecycle.map_or("unknown", domain::Lifecycle::code);
            builder.add(&Document {
                fields,
                facets: vec![
                    (SOURCE, PEERS),
                    (PUBLISHER, peer.publisher.as_str()),
                    (STATE, state),
                    (GENERATIVE, peer.generative.code()),
                ],
                ranks: &ranks,
            });
        }
    }

    /// Answers a query; documents are told by [`Register::found`]. What is asked of own records
    /// alone is understood with their words alone.
    pub fn search(&self, query: &Query) -> Results {
        let sources = query.filters.get(SOURCE);
        let is_ours = sources.is_some_and(|sources| !sources.contains(&PEERS));
        match self.ours.as_ref().filter(|_| is_ours) {
            Some(ours) => ours.search(query),
            None => self.all.search(query),
        }
    }

    /// What a document of the index is.
    pub fn found(&self, document: u32) -> Found {
        let document = document as usize;
        match document.checked_sub(self.own) {
            None => Found::Own(document),
            Some(peer) => Found::Peer(peer),
        }
    }

    /// Records of others that share the rarest words of an own record, most alike first, with how
    /// much they do.
    pub fn similar_elsewhere(&self, own: usize, limit: usize) -> Vec<(Found, f32)> {
        let filters = Filters::from([(SOURCE, vec![PEERS])]);
        let hits = self.all.similar(own as u32, limit, &filters);
        hits.into_iter()
            .map(|hit| (self.found(hit.document), hit.score))
            .collect()
    }
}

/// The order of an empty query and the order asked for.
pub fn sort_by_review() -> Sort {
    Sort::Rank {
        key: BY_REVIEW,
        direction: search::Direction::Ascending,
    }
}

/// By reference, the order of the register when nothing is asked.
pub fn sort_by_reference() -> Sort {
    Sort::Rank {
        key: BY_REFERENCE,
        direction: search::Direction::Ascending,
    }
}

/// The language of the index for a language of the interface.
pub fn search_language(language: Language) -> search::Language {
    match language {
        Language::Fr => search::Language::French,
        Language::En => search::Language::English,
    }
}

fn field<'a>(weight: Weight, tag: &str, text: &'a str) -> Field<'a> {
    Field {
        weight,
        language: match Language::from_tag(tag) {
            Some(language) => search_language(language),
            None => search::Language::Other,
        },
        text,
    }
}

fn synonyms(reference: &Reference) -> Synonyms {
    let mut synonyms = Synonyms::new();
    for term in &reference.glossary {
        let mut group = Vec::new();
        for (language, words) in [
            (Language::Fr, &term.synonyms_fr),
            (Language::En, &term.synonyms_en),
        ] {
            let of_language = |word| (search_language(language), word);
            group.push(of_language(term.term.plain(language)));
            group.extend(words.iter().map(|word| of_language(word.as_str())));
        }
        synonyms.add_translated(&group);
    }
    for words in &reference.everyday {
        let said = |language, words: &'_ [String]| {
            let of_language = |word: &String| (search_language(language), word.clone());
            words.iter().map(of_language).collect::<Vec<_>>()
        };
        let group = [said(Language::Fr, &words.fr), said(Language::En, &words.en)].concat();
        let group: Vec<_> = group
            .iter()
            .map(|(language, word)| (*language, word.as_str()))
            .collect();
        synonyms.add_translated(&group);
    }
    synonyms
}

/// Everything else that is said of an own record, with the words of its codes.
fn own_words<'a>(
    use_case: &'a UseCase,
    snapshot: &'a Snapshot,
    reference: &'a Reference,
) -> Vec<(&'a str, String)> {
    let texts = [
        &use_case.need,
        &use_case.affected_groups,
        &use_case.alternative_without_ai,
        &use_case.expected_benefits,
        &use_case.human_oversight,
        &use_case.technique,
    ];
    let mut words: Vec<(&str, String)> = texts
        .into_iter()
        .flatten()
        .flat_map(domain::Text::iter)
        .map(|(tag, text)| (tag, text.to_owned()))
        .collect();
    words.push(("", use_case.reference.clone()));
    let tool = use_case
        .tool
        .as_ref()
        .and_then(|key| snapshot.tools.get(key));
    let department = use_case
        .department
        .as_ref()
        .and_then(|key| snapshot.departments.get(key));
    let names = tool
        .map(|tool| &tool.name)
        .into_iter()
        .chain(department.map(|department| &department.name));
    for (tag, text) in names.flat_map(domain::Text::iter) {
        words.push((tag, text.to_owned()));
    }
    if let Some(task) = use_case.task {
        for language in Language::ALL {
            let label = reference.label(domain::Task::VOCABULARY, task.code(), language);
            words.push((language.tag(), label.to_owned()));
        }
    }
    words
}

fn review_ranks(snapshot: &Snapshot) -> Vec<u32> {
    let day = |position: usize| {
        let use_case = &snapshot.uses[position].use_case;
        use_case.decision.as_ref().and_then(|d| d.review_on)
    };
    let mut order: Vec<usize> = (0..snapshot.uses.len()).collect();
    order.sort_by_key(|position| (day(*position).is_none(), day(*position)));
    let mut ranks = vec![0; order.len()];
    for (rank, position) in order.into_iter().enumerate() {
        ranks[position] = rank as u32;
    }
    ranks
}
