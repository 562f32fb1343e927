//! Sets of records become a page of results.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use roaring::RoaringBitmap;

use crate::alternatives::Match;
use crate::correction::correct;
use crate::index::{Index, RANK_MISSING};
use crate::query::{Direction, Query, Sort, Wish, readable, wishes};
use crate::reading::{Reader, Reading};
use crate::results::{Hit, Mode, Results};

impl Index {
    /// Answers a query. Never fails: whatever the text, there is an answer.
    pub fn search(&self, query: &Query) -> Results {
        let found = self.find(query);
        let selection = self.facets.select(&query.filters);
        let kept = selection.keep(&found.documents);
        let mut facets = BTreeMap::new();
        for &name in &query.facets {
            let picked = query.filters.get(name).map_or(&[][..], Vec::as_slice);
            let counts = if picked.is_empty() {
                self.facets.counts(name, &kept, picked)
            } else {
                let among = selection.keep_beside(name, &found.documents);
                self.facets.counts(name, &among, picked)
            };
            facets.insert(name.to_owned(), counts);
        }
        Results {
            total: kept.len() as usize,
            hits: self.page(query, &found, &kept),
            facets,
            mode: found.mode,
            corrected: found.corrected,
        }
    }

    fn find(&self, query: &Query) -> Found {
        let typed = readable(query.text);
        let reader = Reader::new(self, query.language);
        let typed_wishes = wishes(typed, query.language);
        if typed_wishes.is_empty() {
            return Found::everything(self.documents);
        }
        let reading = reader.read(&typed_wishes, typed);
        let Some(corrected) = correct(self, typed, &reading.unknown) else {
            return self.match_reading(&reader, reading, &typed_wishes, typed);
        };
        let meant_wishes = wishes(&corrected, query.language);
        let reading = reader.read(&meant_wishes, &corrected);
        let found = self.match_reading(&reader, reading, &meant_wishes, &corrected);
        Found {
            corrected: Some(corrected),
            ..found
        }
    }

    /// Records that meet all conditions, else most of them.
    fn match_reading(
        &self,
        reader: &Reader,
        mut reading: Reading,
        wishes: &[Wish],
        text: &str,
    ) -> Found {
        let nearness = reader.nearness(wishes);
        if let Some(found) = Tally::new(&reading, &nearness, self.len()).with_all() {
            return found;
        }
        reader.loosen(wishes, text, &mut reading);
        Tally::new(&reading, &nearness, self.len()).with_most()
    }

    fn page(&self, query: &Query, found: &Found, kept: &RoaringBitmap) -> Vec<Hit> {
        let mut documents: Vec<u32> = kept.iter().collect();
        match query.sort {
            Sort::Relevance => {
                turn_to_page(&mut documents, query, |left, right| {
                    found.compare(left, right)
                });
            }
            Sort::Rank { key, direction } => {
                let ranks = self.ranks.get(key);
                let rank =
                    |document: u32| ranks.map_or(RANK_MISSING, |ranks| ranks[document as usize]);
                turn_to_page(&mut documents, query, |left, right| {
                    compare_ranks(rank(left), rank(right), direction).then(left.cmp(&right))
                });
            }
        }
        let page = documents.into_iter().skip(query.offset).take(query.limit);
        page.map(|document| Hit {
            document,
            score: found.score(document),
        })
        .collect()
    }
}

/// Records that answer a text, before any filter.
struct Found {
    documents: RoaringBitmap,
    tally: Tally,
    mode: Mode,
    corrected: Option<String>,
}

impl Found {
    fn everything(documents: u32) -> Found {
        let mut all = RoaringBitmap::new();
        all.insert_range(0..documents);
        Found {
            documents: all,
            tally: Tally::default(),
            mode: Mode::Everything,
            corrected: None,
        }
    }

    /// Most conditions met first, then best score, then first added.
    fn compare(&self, left: u32, right: u32) -> Ordering {
        let by_met = Reverse(self.tally.met(left)).cmp(&Reverse(self.tally.met(right)));
        let by_score = || self.score(right).total_cmp(&self.score(left));
        by_met.then_with(by_score).then(left.cmp(&right))
    }

    fn score(&self, document: u32) -> f32 {
        self.tally
            .scores
            .get(document as usize)
            .copied()
            .unwrap_or(0.0)
    }
}

/// By record, the conditions met and the sum of their scores.
#[derive(Default)]
struct Tally {
    conditions: u32,
    met: Vec<u32>,
    scores: Vec<f32>,
}

impl Tally {
    fn new(reading: &Reading, nearness: &[Vec<Match>], documents: usize) -> Tally {
        let mut tally = Tally {
            conditions: reading.conditions.len() as u32,
            met: vec![0; documents],
            scores: vec![0.0; documents],
        };
        for &Match { document, score } in reading.conditions.iter().flatten() {
            tally.met[document as usize] += 1;
            tally.scores[document as usize] += score;
        }
        for &Match { document, score } in nearness.iter().flatten() {
            tally.scores[document as usize] += score;
        }
        tally
    }

    fn met(&self, document: u32) -> u32 {
        self.met.get(document as usize).copied().unwrap_or(0)
    }

    /// Records that meet every condition, if there are any.
    fn with_all(self) -> Option<Found> {
        let documents = self.meeting(self.conditions);
        let mode = Mode::AllTerms;
        (!documents.is_empty()).then_some(Found {
            documents,
            tally: self,
            mode,
            corrected: None,
        })
    }

    /// Records that meet at least half as many conditions as the best one.
    fn with_most(self) -> Found {
        let most = self.met.iter().copied().max().unwrap_or(0);
        let documents = self.meeting(most.div_ceil(2).max(1));
        let mode = if documents.is_empty() {
            Mode::AllTerms
        } else {
            Mode::SomeTerms
        };
        Found {
            documents,
            tally: self,
            mode,
            corrected: None,
        }
    }

    fn meeting(&self, least: u32) -> RoaringBitmap {
        let numbered = (0..).zip(&self.met);
        numbered
            .filter(|&(_, &met)| met >= least)
            .map(|(document, _)| document)
            .collect()
    }
}

/// Puts the first records in order, down to the end of the page asked for.
fn turn_to_page(documents: &mut Vec<u32>, query: &Query, compare: impl Fn(u32, u32) -> Ordering) {
    let end = query.offset.saturating_add(query.limit);
    if end == 0 {
        return documents.clear();
    }
    if end < documents.len() {
        documents.select_nth_unstable_by(end - 1, |&left, &right| compare(left, right));
        documents.truncate(end);
    }
    documents.sort_unstable_by(|&left, &right| compare(left, right));
}

/// Records without rank come last, whatever the direction.
fn compare_ranks(left: u32, right: u32, direction: Direction) -> Ordering {
    let are_missing = (left == RANK_MISSING).cmp(&(right == RANK_MISSING));
    are_missing.then(match direction {
        Direction::Ascending => left.cmp(&right),
        Direction::Descending => right.cmp(&left),
    })
}
