//! A word as a query or a synonym gives it.

use std::ops::Range;

use crate::analysis::{Token, compound, fold, surface, tokenize};

/// A word looked for.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub(crate) folded: String,
    pub(crate) surface: String,
    /// Bytes of the text it was read from.
    pub(crate) range: Range<usize>,
    /// Parts of a compound (`rendez-vous`), empty for a simple word.
    pub(crate) parts: Vec<Term>,
}

/// Words of a text that begins at this byte of a longer one; a compound is one word.
pub(crate) fn terms(text: &str, offset: usize) -> Vec<Term> {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    let mut terms = Vec::new();
    for unit in tokens.chunk_by(|_, next| next.is_glued) {
        let mut parts = simple_terms(unit, offset);
        match (compound(unit), parts.first(), parts.last()) {
            (Some(joined), Some(first), Some(last)) => {
                let range = first.range.start..last.range.end;
                terms.push(Term {
                    range,
                    parts,
                    ..simple_term(&joined, 0..0)
                });
            }
            _ => terms.append(&mut parts),
        }
    }
    terms
}

/// Simple words, the parts of compounds standing apart, as the places of an index count them.
pub(crate) fn flatten(terms: Vec<Term>) -> Vec<Term> {
    let simple = |term: Term| {
        if term.parts.is_empty() {
            vec![term]
        } else {
            term.parts
        }
    };
    terms.into_iter().flat_map(simple).collect()
}

fn simple_terms(unit: &[Token], offset: usize) -> Vec<Term> {
    let term = |token: &Token| simple_term(token.core, offset + token.start..offset + token.end());
    unit.iter()
        .map(term)
        .filter(|term| !term.folded.is_empty())
        .collect()
}

fn simple_term(core: &str, range: Range<usize>) -> Term {
    Term {
        folded: fold(core),
        surface: surface(core),
        range,
        parts: Vec::new(),
    }
}
