use crate::numbers::is_in_use;
use crate::snapshot::{Scope, Snapshot};
use domain::{CommonField, PeerRecord, Task};
use reference::TaskRule;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use unicode_normalization::UnicodeNormalization;

/// Finds which tasks a text speaks of, by the beginnings of its words.
#[derive(Debug, Clone)]
pub struct TaskFinder<'a> {
    by_first: HashMap<char, Vec<(String, &'a str, Task)>>,
}

impl<'a> TaskFinder<'a> {
    /// Prepares the rules.
    pub fn new(rules: &'a [TaskRule]) -> Self {
        let mut by_first: HashMap<_, Vec<_>> = HashMap::new();
        for rule in rules {
            for word in &rule.words {
                let folded = folded(word);
                if let Some(first) = folded.chars().next() {
                    let known = by_first.entry(first).or_default();
                    known.push((folded, word.as_str(), rule.task));
                }
            }
        }
        Self { by_first }
    }

    /// The tasks of a text, each with the words of the rule that were found first.
    pub fn of_text(&self, text: &str) -> BTreeMap<Task, &'a str> {
        let text = folded(text);
        let mut found = BTreeMap::new();
        let mut is_inside = false;
        for (position, character) in text.char_indices() {
            let begins = character.is_alphanumeric() && !is_inside;
            is_inside = character.is_alphanumeric();
            let known = self.by_first.get(&character).filter(|_| begins);
            for (word, written, task) in known.into_iter().flatten() {
                if text[position..].starts_with(word.as_str()) {
                    found.entry(*task).or_insert(*written);
                }
            }
        }
        found
    }

    /// The tasks of a record of others: its name, summary and purpose are read.
    pub fn of_record(&self, record: &PeerRecord) -> BTreeMap<Task, &'a str> {
        let mut text = record.name.clone();
        for field in [CommonField::Summary, CommonField::Purpose] {
            text.push('\n');
            text.push_str(record.field(field).unwrap_or_default());
        }
        self.of_text(&text)
    }
}

/// Small letters without accents, one space between words, straight apostrophes.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.nfd().flat_map(char::to_lowercase) {
        match character {
            '\u{300}'..='\u{36f}' => {}
            '’' => out.push('\''),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out
}

impl Snapshot {
    /// Infers once which tasks the records of others speak of, with the words that say so.
    pub fn infer_tasks(&mut self, rules: &[TaskRule]) {
        let finder = TaskFinder::new(rules);
        let found = self.peers.iter().map(|peer| {
            let tasks = finder.of_record(peer).into_iter();
            (
                peer.id,
                tasks
                    .map(|(task, words)| (task, words.to_owned()))
                    .collect(),
            )
        });
        self.peer_tasks = found.collect();
    }

    /// The tasks that a record of others speaks of, as inferred, each with the words found.
    pub fn tasks_of(&self, peer: &PeerRecord) -> impl Iterator<Item = (Task, &str)> {
        let tasks = self.peer_tasks.get(&peer.id).into_iter().flatten();
        tasks.map(|(task, words)| (*task, words.as_str()))
    }
}

/// A task, in our records and in those of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskElsewhere {
    /// The task.
    pub task: Task,
    /// Own published records in use, as declared.
    pub ours: usize,
    /// Records of others that are still listed and speak of it, as inferred.
    pub records: usize,
    /// Among them, those their publisher says are in use.
    pub in_use: usize,
    /// Their countries with how many, the largest first.
    pub countries: Vec<(String, usize)>,
}

/// Each task with how many uses of ours and records of others it has, the most frequent elsewhere
/// first. A record that speaks of several tasks is counted under each.
pub fn tasks_elsewhere(snapshot: &Snapshot, scope: Scope) -> Vec<TaskElsewhere> {
    let mut found: BTreeMap<Task, (usize, usize, BTreeMap<String, usize>)> = BTreeMap::new();
    for peer in snapshot.peers.iter().filter(|p| p.gone_since.is_none()) {
        let country = country(snapshot, peer);
        for (task, _) in snapshot.tasks_of(peer) {
            let (records, in_use, countries) = found.entry(task).or_default();
            *records += 1;
            *in_use += usize::from(peer.lifecycle.is_some_and(domain::Lifecycle::is_in_use));
            *countries.entry(country.to_owned()).or_default() += 1;
        }
    }
    let ours = |task| {
        let uses = snapshot.uses_of(scope).map(|public| &public.use_case);
        uses.filter(|u| u.task == Some(task) && is_in_use(u))
            .count()
    };
    let mut tasks: Vec<_> = Task::ALL
        .iter()
        .map(|task| {
            let (records, in_use, countries) = found.remove(task).unwrap_or_default();
            let mut countries: Vec<_> = countries.into_iter().collect();
            countries.sort_by_key(|(code, count)| (Reverse(*count), code.clone()));
            TaskElsewhere {
                task: *task,
                ours: ours(*task),
                records,
                in_use,
                countries,
            }
        })
        .collect();
    tasks.sort_by_key(|task| Reverse(task.records));
    tasks
}

/// The country a record says, else that of its publisher.
pub fn country<'a>(snapshot: &'a Snapshot, peer: &'a PeerRecord) -> &'a str {
    let is_code = |text: &&str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    let own = peer.field(CommonField::Country).filter(is_code);
    let publisher = snapshot.publishers.get(&peer.publisher);
    own.or(publisher.map(|publisher| publisher.country.as_str()))
        .unwrap_or("–")
}
