//! Points at what may name a person in a text: a civility and a name, an e-mail address, a
//! telephone number, a French social security number. It forbids nothing and misses some.

/// Words before a name. « M. le maire » names no person: what follows must begin with a capital.
const CIVILITIES: [&str; 20] = [
    "M.",
    "MM.",
    "Mme",
    "Mmes",
    "Mlle",
    "Mlles",
    "Monsieur",
    "Madame",
    "Mademoiselle",
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Dr",
    "Dr.",
    "Docteur",
    "Maître",
    "Me",
];
/// Words inside a name.
const PARTICLES: [&str; 5] = ["de", "du", "des", "van", "von"];
/// Words of a name shown at most.
const WORDS_MAX: usize = 3;

/// The pieces of several texts that may name a person, each once.
pub fn among<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<&'t str> {
    let mut pieces: Vec<&str> = Vec::new();
    for piece in texts.into_iter().flat_map(find) {
        if !pieces.contains(&piece) {
            pieces.push(piece);
        }
    }
    pieces
}

/// The pieces of a text that may name a person, in order, each once.
pub fn find(text: &str) -> Vec<&str> {
    let mut found: Vec<(usize, &str)> = named(text);
    found.extend(addresses(text));
    found.extend(numbers(text));
    found.sort_unstable();
    let mut pieces: Vec<&str> = Vec::new();
    for (_, piece) in found {
        if !pieces.contains(&piece) {
            pieces.push(piece);
        }
    }
    pieces
}

/// Words of a text with their place.
fn words(text: &str) -> Vec<(usize, &str)> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace()
        .map(|word| {
            let word = word.trim_matches(['«', '»', '"', '“', '”', '(', ')', ',', ';', ':']);
            (place(word), word)
        })
        .filter(|(_, word)| !word.is_empty())
        .collect()
}

/// « Mme D. », « M. Martin », "Mr Smith".
fn named(text: &str) -> Vec<(usize, &str)> {
    let words = words(text);
    let mut found = Vec::new();
    for (index, (start, word)) in words.iter().enumerate() {
        if !CIVILITIES.contains(word) {
            continue;
        }
        let after = start + word.len();
        if let Some(end) = end_of_name(text, after, &words[index + 1..]) {
            let piece = text[*start..end].trim_end_matches(['!', '?', '…']);
            found.push((*start, without_final_stop(piece)));
        }
    }
    found
}

/// Where a name that comes right after a civility ends; `None` when there is none.
fn end_of_name(text: &str, after: usize, words: &[(usize, &str)]) -> Option<usize> {
    let (mut end, mut last) = (None, after);
    for (start, word) in words.iter().take(WORDS_MAX) {
        let is_apart = !text[last..*start].trim().is_empty();
        if is_apart || CIVILITIES.contains(word) {
            break;
        }
        last = start + word.len();
        if starts_with_capital(word) {
            end = Some(last);
        } else if !PARTICLES.contains(word) {
            break;
        }
        if word.ends_with(['.', '!', '?']) {
            break;
        }
    }
    end
}

fn starts_with_capital(word: &str) -> bool {
    let bare = word.trim_start_matches("d’").trim_start_matches("d'");
    bare.chars().next().is_some_and(char::is_uppercase)
}

/// The stop of a sentence goes, that of an initial stays.
fn without_final_stop(piece: &str) -> &str {
    let Some(bare) = piece.strip_suffix('.') else {
        return piece;
    };
    let last = bare.rsplit(char::is_whitespace).next().unwrap_or_default();
    if last.chars().count() == 1 {
        piece
    } else {
        bare
    }
}

/// E-mail addresses.
fn addresses(text: &str) -> Vec<(usize, &str)> {
    let is_address = |word: &str| {
        let parts = word.split_once('@');
        parts.is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.contains('@')
        })
    };
    words(text)
        .into_iter()
        .map(|(start, word)| (start, word.trim_end_matches(['.', '!', '?'])))
        .filter(|(_, word)| is_address(word))
        .collect()
}

/// Telephone and social security numbers.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(|c: char| c.is_ascii_digit() || c == '+') {
        let start = rest + start;
        let run = run_of_digits(&text[start..]);
        let is_apart = !text[..start].ends_with(|c: char| c.is_alphanumeric());
        if is_apart && (is_telephone(run) || is_social_security(run)) {
            found.push((start, run));
        }
        rest = start + run.len().max(1);
    }
    found
}

/// Digits with what people put between them.
fn run_of_digits(text: &str) -> &str {
    let is_part = |c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '-' | '(' | ')' | '+')
    };
    // The second digit of a Corsican department is a letter.
    let corsican = |c: char, at: usize| {
        matches!(c, 'A' | 'B') && text[..at].ends_with('2') && {
            let digits = text[..at].chars().filter(char::is_ascii_digit).count();
            digits == 6
        }
    };
    let end = text
        .char_indices()
        .find(|(at, c)| !is_part(*c) && !corsican(*c, *at))
        .map_or(text.len(), |(at, _)| at);
    text[..end].trim_end_matches(|c: char| !c.is_ascii_digit() && !matches!(c, 'A' | 'B'))
}

fn is_telephone(run: &str) -> bool {
    if run.contains(['A', 'B']) {
        return false;
    }
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let is_french = digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00");
    let is_abroad = run.starts_with('+') && (9..=15).contains(&digits.len());
    is_french || is_abroad
}

/// Sex, year, month, department, commune, order, and the key or not.
fn is_social_security(run: &str) -> bool {
    let signs: String = run
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, 'A' | 'B'))
        .collect();
    let month: u8 = signs.get(3..5).and_then(|m| m.parse().ok()).unwrap_or(0);
    let is_month = matches!(month, 1..=12 | 20..=42 | 50..=99);
    matches!(signs.len(), 13 | 15) && signs.starts_with(['1', '2', '7', '8']) && is_month
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn what_may_name_a_person_is_pointed_at() {
        let cases: [(&str, &[&str]); 24] = [
            (
                "courriers reçus, dont celui de Mme D. sur son bac",
                &["Mme D."],
            ),
            ("La demande de M. Martin.", &["M. Martin"]),
            (
                "Reply to Mr Smith, then to Mrs. Jones!",
                &["Mr Smith", "Mrs. Jones"],
            ),
            ("Le dossier de Mme de La Tour", &["Mme de La Tour"]),
            ("Monsieur Jean Martin habite ici", &["Monsieur Jean Martin"]),
            ("Avis du Dr Benali (« Mme N. »)", &["Dr Benali", "Mme N."]),
            ("M. le maire et Mme la présidente", &[]),
            ("Madame, Monsieur", &[]),
            (
                "Un courrier à Madame Diallo, puis à Madame Diallo",
                &["Madame Diallo"],
            ),
            (
                "Écrire à camille.roux@valmorel.example.",
                &["camille.roux@valmorel.example"],
            ),
            ("Suivre @valmorel sur le réseau", &[]),
            ("Appeler le 02 61 91 00 10 demain", &["02 61 91 00 10"]),
            ("Appeler le 0261910010.", &["0261910010"]),
            ("Call +33 2 61 91 00 10", &["+33 2 61 91 00 10"]),
            ("Call +44 20 7946 0958 now", &["+44 20 7946 0958"]),
            ("n° 1 84 12 76 451 089 46", &["1 84 12 76 451 089 46"]),
            ("n° 2840976451089", &["2840976451089"]),
            ("n° 1 84 12 2A 451 089", &["1 84 12 2A 451 089"]),
            ("SIRET 243 500 139 00016", &[]),
            ("Le 12/03/2026, 10 à 15 fois par mois", &[]),
            ("Délibération n° 2025-118 du 26 juin 2025", &[]),
            ("10 000 lettres, 150 mots", &[]),
            ("Objet de la demande, lieu, date", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(find(text), expected, "{text}");
        }
    }

    #[test]
    fn any_text_can_be_read() {
        for text in [
            "é@è.à",
            "+",
            "M.",
            "Mme «",
            "0\u{a0}1",
            "1é2",
            "M. É",
            "+é+1@2.3",
        ] {
            let _ = find(text);
        }
    }
}
