//! Words too common to be wanted by themselves.
//!
//! They are indexed, so that a phrase between quotes finds them; a query drops them.

use crate::analysis::Language;
use crate::term::Term;

/// Whether a query read in this language drops the folded word.
///
/// The other language's list counts too (somebody searches `the chatbot` from a French page),
/// save the words that mean something here.
pub(crate) fn is_stop_word(folded: &str, language: Language) -> bool {
    let holds = |list: &[&str]| list.binary_search(&folded).is_ok();
    let is_shared = !holds(&AMBIGUOUS);
    match language {
        Language::French => holds(&FRENCH) || (is_shared && holds(&ENGLISH)),
        Language::English => holds(&ENGLISH) || (is_shared && holds(&FRENCH)),
        Language::Other => is_shared && (holds(&FRENCH) || holds(&ENGLISH)),
    }
}

/// The terms a query wants: all but stop words and compounds of them (`est-ce`).
pub(crate) fn is_wanted(term: &Term, language: Language) -> bool {
    let is_stop = |term: &Term| is_stop_word(&term.folded, language);
    let has_only_stop_words = !term.parts.is_empty() && term.parts.iter().all(is_stop);
    !(is_stop(term) || has_only_stop_words)
}

/// `ai` is left out on purpose: it is what English speakers look for here.
const FRENCH: [&str; 95] = [
    "a", "afin", "alors", "au", "aussi", "aux", "avec", "c", "car", "ce", "cela", "celle",
    "celles", "celui", "ces", "cet", "cette", "ceux", "chez", "comme", "comment", "d", "dans",
    "de", "depuis", "des", "donc", "dont", "du", "elle", "elles", "en", "entre", "es", "est", "et",
    "etre", "eux", "il", "ils", "j", "je", "l", "la", "le", "les", "leur", "leurs", "lors", "lui",
    "m", "mais", "me", "mes", "moi", "mon", "n", "ne", "ni", "nos", "notre", "nous", "on", "ont",
    "ou", "par", "pas", "pour", "qu", "quand", "que", "quel", "quelle", "quelles", "quels", "qui",
    "s", "sa", "sans", "se", "ses", "si", "son", "sont", "sous", "sur", "t", "un", "une", "vers",
    "vos", "votre", "vous", "y", "ya",
];

const ENGLISH: [&str; 62] = [
    "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by",
    "can", "do", "does", "for", "from", "has", "have", "he", "her", "his", "how", "i", "if", "in",
    "into", "is", "it", "its", "my", "no", "not", "of", "on", "or", "our", "she", "so", "such",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "was",
    "we", "what", "when", "where", "which", "who", "with", "you",
];

/// Stop words of one language that are nouns or names in the other, or acronyms of the trade.
const AMBIGUOUS: [&str; 21] = [
    "an", "are", "but", "can", "car", "dont", "es", "est", "has", "her", "if", "it", "me", "mes",
    "no", "or", "par", "pour", "sans", "son", "sur",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(FRENCH.is_sorted() && ENGLISH.is_sorted() && AMBIGUOUS.is_sorted());
    }

    #[test]
    fn words_that_mean_something_here_are_kept() {
        assert!(is_stop_word("le", Language::English));
        assert!(is_stop_word("the", Language::French));
        assert!(is_stop_word("car", Language::French));
        assert!(!is_stop_word("car", Language::English));
        assert!(!is_stop_word("but", Language::French));
        assert!(!is_stop_word("ai", Language::French));
    }
}
