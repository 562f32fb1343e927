//! Words of one language that share a stem: *traduction*, *traductions*.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::analysis::{Language, stem};
use crate::dictionary::WordId;
use crate::vocabulary::{FormId, Vocabulary};

/// Number of a family of words within its language.
pub(crate) type FamilyId = u32;

/// Families of the words met in one language.
#[derive(Debug)]
pub(crate) struct Families {
    language: Language,
    by_stem: HashMap<String, FamilyId>,
    members: Vec<WordId>,
    members_of: Vec<Range<u32>>,
    /// Pairs sorted by word: two forms of a word (*marche*, *marché*) may have two stems.
    families_of: Vec<(WordId, FamilyId)>,
}

impl Families {
    /// `words` are the folded words in order, with their written forms.
    pub(crate) fn new(
        language: Language,
        vocabulary: &Vocabulary,
        words: &BTreeMap<&str, Vec<FormId>>,
    ) -> Families {
        let mut by_stem: HashMap<String, FamilyId> = HashMap::new();
        let mut families_of = Vec::new();
        for (word, forms) in words.values().enumerate() {
            for &form in forms {
                let form = &vocabulary.forms[form as usize];
                let is_met = match language {
                    Language::French => form.in_french,
                    Language::English => form.in_english,
                    Language::Other => false,
                };
                if is_met && let Some(stem) = stem(&form.surface, language) {
                    let next = by_stem.len() as FamilyId;
                    families_of.push((word as WordId, *by_stem.entry(stem).or_insert(next)));
                }
            }
        }
        families_of.sort_unstable();
        families_of.dedup();
        let (members, members_of) = gather_members(&families_of, by_stem.len());
        Families {
            language,
            by_stem,
            members,
            members_of,
            families_of,
        }
    }

    /// Families the word was seen in; none if it was never met in this language.
    pub(crate) fn of_word(&self, word: WordId) -> impl Iterator<Item = FamilyId> {
        let first = self.families_of.partition_point(|&(other, _)| other < word);
        let pairs = self.families_of[first..].iter();
        pairs
            .take_while(move |&&(other, _)| other == word)
            .map(|&(_, family)| family)
    }

    /// Family a word would belong to, were it met.
    pub(crate) fn of_surface(&self, surface: &str) -> Option<FamilyId> {
        self.by_stem.get(&stem(surface, self.language)?).copied()
    }

    /// Words of a family, in the order of the dictionary.
    pub(crate) fn members(&self, family: FamilyId) -> &[WordId] {
        let range = &self.members_of[family as usize];
        &self.members[range.start as usize..range.end as usize]
    }
}

fn gather_members(
    families_of: &[(WordId, FamilyId)],
    families: usize,
) -> (Vec<WordId>, Vec<Range<u32>>) {
    let mut pairs: Vec<(FamilyId, WordId)> = families_of
        .iter()
        .map(|&(word, family)| (family, word))
        .collect();
    pairs.sort_unstable();
    let mut members_of = vec![0..0; families];
    for (place, &(family, _)) in pairs.iter().enumerate() {
        let range: &mut Range<u32> = &mut members_of[family as usize];
        if range.start == range.end {
            range.start = place as u32;
        }
        range.end = place as u32 + 1;
    }
    (
        pairs.into_iter().map(|(_, word)| word).collect(),
        members_of,
    )
}
