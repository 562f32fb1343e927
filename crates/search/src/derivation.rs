//! Words of one French verb that a stemmer leaves apart: *traduire*, *traduit*, *traduction*.

/// Roots of regular families of verbs, as their forms and as their nouns write them:
/// *traduire* and *traduction*, *construire* and *construction*, *inscrire* and *inscription*.
const ROOTS: [(&str, &str); 3] = [("dui", "duct"), ("trui", "truct"), ("cri", "cript")];

/// What follows the root in the forms of the verb.
const FORMS: [&str; 20] = [
    "re", "s", "t", "ts", "te", "tes", "ture", "tures", "sons", "sez", "sent", "sant", "sait",
    "vons", "vez", "vent", "vant", "vait", "ra", "ront",
];

/// What follows the root in the nouns of action and of agent.
const NOUNS: [&str; 6] = ["ion", "ions", "eur", "eurs", "rice", "rices"];

/// The stem that the verb and its nouns share, from a folded word; nothing for other words.
pub(crate) fn shared_stem(folded: &str) -> Option<String> {
    ROOTS.iter().find_map(|&(verb, noun)| {
        let of_verb = FORMS.iter().find_map(|form| before(folded, verb, form));
        let of_noun = || NOUNS.iter().find_map(|form| before(folded, noun, form));
        of_verb
            .or_else(of_noun)
            .map(|prefix| [prefix, noun].concat())
    })
}

/// What stands before the root in a word made of it and of this ending, unless it is empty:
/// *traduire* is a family, *cris* and *truite* are words of their own.
fn before<'w>(folded: &'w str, root: &str, ending: &str) -> Option<&'w str> {
    let prefix = folded.strip_suffix(ending)?.strip_suffix(root)?;
    (!prefix.is_empty()).then_some(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_and_its_nouns() {
        let check = |words: &[&str], stem: Option<&str>| {
            for word in words {
                assert_eq!(shared_stem(word).as_deref(), stem, "{word}");
            }
        };
        check(
            &[
                "traduire",
                "traduit",
                "traduites",
                "traduisent",
                "traduction",
                "traductrices",
            ],
            Some("traduct"),
        );
        check(
            &["construire", "construits", "constructions"],
            Some("construct"),
        );
        check(
            &["transcrire", "transcrite", "transcrivent", "transcription"],
            Some("transcript"),
        );
        check(&["ecrire", "ecrits", "ecriture"], Some("ecript"));
        check(
            &[
                "truite", "autrui", "cris", "critique", "crier", "circuit", "bruit",
            ],
            None,
        );
    }
}
