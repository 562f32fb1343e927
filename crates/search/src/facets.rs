//! Facets: what a record is, in a few closed lists of values a reader may pick from.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use roaring::RoaringBitmap;

use crate::query::Filters;
use crate::results::FacetCount;

/// Records by facet and value.
#[derive(Debug, Default)]
pub(crate) struct Facets {
    by_name: BTreeMap<String, BTreeMap<String, RoaringBitmap>>,
}

/// Records that each filter of a query lets through.
#[derive(Debug)]
pub(crate) struct Selection<'q> {
    by_facet: Vec<(&'q str, RoaringBitmap)>,
}

impl Facets {
    pub(crate) fn add(&mut self, name: &str, value: &str, document: u32) {
        let values = match self.by_name.get_mut(name) {
            Some(values) => values,
            None => self.by_name.entry(name.to_owned()).or_default(),
        };
        match values.get_mut(value) {
            Some(documents) => {
                documents.insert(document);
            }
            None => {
                values.insert(value.to_owned(), RoaringBitmap::from_iter([document]));
            }
        }
    }

    /// A filter without value lets everything through; an unknown value, nothing.
    pub(crate) fn select<'q>(&self, filters: &Filters<'q>) -> Selection<'q> {
        let filled = filters.iter().filter(|(_, values)| !values.is_empty());
        let select = |(&name, values): (&&'q str, &Vec<&str>)| (name, self.union(name, values));
        Selection {
            by_facet: filled.map(select).collect(),
        }
    }

    /// Counts of the values of a facet among these records, most frequent first.
    ///
    /// Values without any record are left out, unless the reader picked them.
    pub(crate) fn counts(
        &self,
        name: &str,
        among: &RoaringBitmap,
        picked: &[&str],
    ) -> Vec<FacetCount> {
        let Some(values) = self.by_name.get(name) else {
            return Vec::new();
        };
        let count = |(value, documents): (&String, &RoaringBitmap)| FacetCount {
            value: value.clone(),
            count: documents.intersection_len(among) as usize,
            is_selected: picked.contains(&value.as_str()),
        };
        let counts = values.iter().map(count);
        let mut counts: Vec<_> = counts
            .filter(|count| count.count > 0 || count.is_selected)
            .collect();
        counts.sort_by_key(|count| Reverse(count.count));
        counts
    }

    fn union(&self, name: &str, values: &[&str]) -> RoaringBitmap {
        let known = self.by_name.get(name);
        let bitmaps = values.iter().filter_map(|&value| known?.get(value));
        bitmaps.fold(RoaringBitmap::new(), |union, documents| union | documents)
    }
}

impl Selection<'_> {
    /// Records that every filter lets through.
    pub(crate) fn keep(&self, documents: &RoaringBitmap) -> RoaringBitmap {
        self.keep_unless(documents, |_| false)
    }

    /// Records that every filter lets through, save that of this facet: its counts tell
    /// the reader what another choice would give.
    pub(crate) fn keep_beside(&self, facet: &str, documents: &RoaringBitmap) -> RoaringBitmap {
        self.keep_unless(documents, |name| name == facet)
    }

    fn keep_unless(
        &self,
        documents: &RoaringBitmap,
        is_ignored: impl Fn(&str) -> bool,
    ) -> RoaringBitmap {
        let filters = self.by_facet.iter().filter(|(name, _)| !is_ignored(name));
        filters.fold(documents.clone(), |kept, (_, selected)| kept & selected)
    }
}
