//! In-memory search over a few tens of thousands of short records.
//!
//! Records are given once to an [`IndexBuilder`]; the [`Index`] it makes never changes
//! and answers in a fraction of a millisecond. A new publication builds a new index.
//!
//! What a reader may count on:
//! - accents, capitals, plurals, elisions and hyphens do not matter, typing errors hardly do;
//! - all the words are wanted; only when no record has them all are some words enough,
//!   and [`Results::mode`] says so;
//! - words between quotes must stand side by side, as written;
//! - the same query on the same records gives the same answer, in the same order.
//!
//! What it refuses to do: touch a file, a clock or a network; read a query without bounds
//! (see [`Query::text`]); panic on anything a person may type.
//!
//! Start reading in `analysis` (a text becomes words), then `builder` (words become an
//! index), then `reading` (a query becomes sets of records) and `search` (sets become a page).

mod alternatives;
mod analysis;
mod builder;
mod correction;
mod derivation;
mod dictionary;
mod document;
mod facets;
mod families;
mod index;
mod phrase;
mod places;
mod postings;
mod query;
mod reading;
mod results;
mod search;
mod similar;
mod stop_words;
mod synonyms;
mod term;
mod typo;
mod vocabulary;

pub use crate::analysis::Language;
pub use crate::builder::IndexBuilder;
pub use crate::document::{Document, Field, Weight};
pub use crate::index::Index;
pub use crate::query::{Direction, Filters, Query, Sort};
pub use crate::results::{FacetCount, Hit, Mode, Results};
pub use crate::synonyms::Synonyms;
