//! What readers can count on.
//!
//! - `register`: the small register all the tables ask, and how they ask it;
//! - `words`: forms of words, typing errors, synonyms, phrases;
//! - `ranking`: which record comes first, orders, pages;
//! - `facets`: filters and counts;
//! - `similar`: records like another;
//! - `properties`: what holds for any register and any text.

mod facets;
mod properties;
mod ranking;
mod register;
mod similar;
mod words;
