//! The work on one tool between a request and a withdrawal, and what falls with it.

use super::casework::{Saved, saved};
use crate::instance::Instance;
use anyhow::Result;
use chrono::NaiveDate;
use domain::people::{Account, Action, Stage};
use domain::{ToolSheet, UseCase};
use evaluate::dependencies::Catalogue;
use evaluate::technologies::{Standing, changes, reopened, standing};
use serde::Deserialize;
use store::{Change, Creation, Entry, Prepared, Record};

/// Words of addresses below the list of tools: no tool bears one of them as its key.
const RESERVED: [&str; 3] = ["demander", "importer", "exporter"];
/// Longest key, in characters.
const KEY_MAX: usize = 40;

/// A tool with its history, as those who work on it see it.
pub struct ToolFile {
    /// The sheet as it stands.
    pub tool: ToolSheet,
    /// Its version.
    pub version: u32,
    /// Every version, oldest first.
    pub history: Vec<Entry<ToolSheet>>,
    /// The records that name it, of every authority, by reference.
    pub records: Vec<Record<UseCase>>,
}

/// Every tool that an authority sees: its own, and those common to all; by key.
pub async fn all(instance: &Instance, authority: &str) -> Result<Vec<Record<ToolSheet>>> {
    let mut tools = instance.store.all::<ToolSheet>().await?;
    tools.retain(|record| is_seen(&record.document, authority));
    tools.sort_by(|a, b| a.document.key.cmp(&b.document.key));
    Ok(tools)
}

pub(super) fn is_seen(tool: &ToolSheet, authority: &str) -> bool {
    let own = tool.examination.authority.as_deref();
    own.is_none_or(|own| own == authority)
}

/// Every tool of the observatory, without its versions.
pub async fn sheets(instance: &Instance) -> Result<Vec<ToolSheet>> {
    let records = instance.store.all::<ToolSheet>().await?;
    Ok(records.into_iter().map(|record| record.document).collect())
}

/// Opens the file of a tool that an authority sees.
pub async fn open(instance: &Instance, authority: &str, key: &str) -> Result<Option<ToolFile>> {
    let tools = all(instance, authority).await?;
    let found = tools.into_iter().find(|record| record.document.key == key);
    let Some(found) = found else { return Ok(None) };
    let mut records = instance.store.all::<UseCase>().await?;
    records.retain(|record| record.document.tool.as_deref() == Some(key));
    records.sort_by(|a, b| a.document.reference.cmp(&b.document.reference));
    Ok(Some(ToolFile {
        history: instance.store.history(found.document.id).await?,
        tool: found.document,
        version: found.version,
        records,
    }))
}

/// Writes a new tool under the first key that its name leaves free.
pub async fn create(instance: &Instance, sheet: ToolSheet, change: &Change) -> Result<ToolSheet> {
    #[derive(Deserialize)]
    struct Keyed {
        key: String,
    }
    let name = sheet.name.iter().next().map_or("", |(_, name)| name);
    let wanted = key_of(name);
    let made = instance
        .store
        .create::<ToolSheet, Keyed>(sheet.id, change, |known| {
            let taken: Vec<&str> = known.iter().map(|known| known.key.as_str()).collect();
            let key = free(&wanted, &taken);
            ToolSheet { key, ..sheet }
        })
        .await?;
    Ok(match made {
        Creation::Made(tool) | Creation::Known(tool) => tool,
    })
}

/// The key of a name: small letters, digits and low lines.
pub fn key_of(name: &str) -> String {
    let mut key = String::new();
    for character in name.to_lowercase().chars() {
        match plain(character) {
            "" if character.is_ascii_alphanumeric() => key.push(character),
            "" if !key.is_empty() && !key.ends_with('_') => key.push('_'),
            letters => key.push_str(letters),
        }
    }
    let key: String = key.chars().take(KEY_MAX).collect();
    let key = key.trim_end_matches('_');
    match key {
        "" => "outil".to_owned(),
        key => key.to_owned(),
    }
}

/// A letter of ours without its accent; nothing for any other character.
fn plain(letter: char) -> &'static str {
    match letter {
        'à' | 'â' | 'ä' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' => "i",
        'ô' | 'ö' => "o",
        'ù' | 'û' | 'ü' => "u",
        'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        _ => "",
    }
}

/// The key itself, or the first of key_2, key_3… that nobody bears.
fn free(wanted: &str, taken: &[&str]) -> String {
    let is_free = |key: &str| !taken.contains(&key) && !RESERVED.contains(&key);
    if is_free(wanted) {
        return wanted.to_owned();
    }
    let numbered = (2_u64..).map(|number| format!("{wanted}_{number}"));
    let mut free = numbered.filter(|key| is_free(key));
    free.next().unwrap_or_default()
}

/// Records whose decision falls with an act on their tool, as they are after it, each with the
/// version it was read at.
pub fn fallen(
    before: &ToolSheet,
    after: &ToolSheet,
    records: &[Record<UseCase>],
    on: NaiveDate,
) -> Vec<(UseCase, u32)> {
    let falls = |record: &&Record<UseCase>| {
        standing(before, after, &record.document, on) == Standing::Falls
    };
    records
        .iter()
        .filter(falls)
        .map(|record| (record.document.clone().without_its_tool(on), record.version))
        .collect()
}

/// Whether something made for a use (a decision in force, an opinion, an assessment) is older than a
/// change of its tool: somebody has to look.
pub fn is_older(tool: &ToolSheet, use_case: &UseCase, today: NaiveDate) -> bool {
    let catalogue = Catalogue::new([tool], [], []);
    let opened = reopened(&changes(&catalogue), [use_case], today);
    opened.iter().any(|opened| !opened.grounds.is_empty())
}

impl ToolFile {
    /// Writes the tool as it was changed, and voids in the same breath the decisions that fall with
    /// it, unless somebody else wrote any of them in the meantime.
    pub async fn save(
        &self,
        instance: &Instance,
        changed: &ToolSheet,
        on: NaiveDate,
        change: &Change,
    ) -> Result<Saved> {
        let mut documents = vec![(Prepared::new(changed)?, self.version)];
        for (record, version) in fallen(&self.tool, changed, &self.records, on) {
            documents.push((Prepared::new(&record)?, version));
        }
        saved(instance.store.put_all_expecting(&documents, change).await)
    }
}

/// Writes sheets of tools that came together: new ones, and what is known described anew. All or
/// none.
pub async fn save_all(
    instance: &Instance,
    sheets: &[(ToolSheet, Option<Record<ToolSheet>>)],
    on: NaiveDate,
    change: &Change,
) -> Result<Saved> {
    let uses = instance.store.all::<UseCase>().await?;
    let mut documents = Vec::new();
    for (sheet, known) in sheets {
        let version = known.as_ref().map_or(0, |known| known.version);
        documents.push((Prepared::new(sheet)?, version));
        let Some(known) = known else { continue };
        for (record, version) in fallen(&known.document, sheet, &uses, on) {
            documents.push((Prepared::new(&record)?, version));
        }
    }
    saved(instance.store.put_all_expecting(&documents, change).await)
}

/// What stands on the desk of those who look after tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToolToDo {
    /// Asked for, and nobody was asked what they think.
    Ask,
    /// Functions have still to speak.
    Await,
    /// Every opinion asked for is given.
    Decide,
    /// It changed since the decision, or its time is over.
    AskAgain,
    /// The review date of the decision is past.
    LookAgain,
}

/// What is to be done about a tool, if anything is.
pub fn to_do(tool: &ToolSheet, today: NaiveDate) -> Option<ToolToDo> {
    let examination = &tool.examination;
    let as_of = tool.clone().as_of(today);
    let decision = examination.decision.as_ref();
    let review_on = decision.and_then(|decision| decision.review_on);
    let is_over = as_of.status != tool.status;
    let is_out = tool.status == domain::ToolStatus::Withdrawn;
    match Stage::of_tool(tool) {
        Stage::Awaiting if examination.awaited().is_empty() => Some(ToolToDo::Decide),
        Stage::Awaiting => Some(ToolToDo::Await),
        Stage::Voided if !is_out => Some(ToolToDo::AskAgain),
        _ if is_over => Some(ToolToDo::AskAgain),
        Stage::Recorded if tool.status == domain::ToolStatus::UnderReview => Some(ToolToDo::Ask),
        Stage::Decided if review_on.is_some_and(|day| day < today) => Some(ToolToDo::LookAgain),
        _ => None,
    }
}

/// Why a tool waits for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToolWait {
    /// A function of theirs is asked for its opinion.
    Opinion,
    /// They decide, and every opinion is given.
    Decision,
    /// They prepare, and nobody was asked what they think.
    New,
    /// They prepare, and it is to be looked at again.
    Again,
}

impl ToolWait {
    /// Every reason, in the order in which they are read.
    pub const ALL: [Self; 4] = [Self::Opinion, Self::Decision, Self::New, Self::Again];

    /// Its name in words and pages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Opinion => "tool-opinions",
            Self::Decision => "tool-decide",
            Self::New => "tool-new",
            Self::Again => "tool-again",
        }
    }

    /// Whether a tool waits for a person for this reason, in an authority. `may` says what they
    /// may do with it.
    pub fn holds(
        self,
        account: &Account,
        authority: &str,
        (tool, today): (&ToolSheet, NaiveDate),
        may: impl Fn(Action) -> bool,
    ) -> bool {
        let to_do = to_do(tool, today);
        match self {
            Self::Opinion => {
                let own = account.functions_in(authority);
                let awaited = tool.examination.awaited();
                may(Action::GiveToolOpinion) && own.iter().any(|f| awaited.contains(f))
            }
            Self::Decision => may(Action::DecideTool) && to_do == Some(ToolToDo::Decide),
            Self::New => may(Action::EditTool) && to_do == Some(ToolToDo::Ask),
            Self::Again => {
                let looks = [Some(ToolToDo::AskAgain), Some(ToolToDo::LookAgain)];
                may(Action::EditTool) && looks.contains(&to_do)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{free, key_of};

    #[test]
    fn a_key_is_made_of_a_name_and_never_given_twice() {
        let cases = [
            ("Brume", "brume"),
            ("Bureautique+ (assistant)", "bureautique_assistant"),
            ("Écho à l’œil", "echo_a_l_oeil"),
            ("日本", "outil"),
        ];
        for (name, key) in cases {
            assert_eq!(key_of(name), key, "{name}");
        }
        assert_eq!(free("brume", &["plume"]), "brume");
        assert_eq!(free("brume", &["brume", "brume_2"]), "brume_3");
        assert_eq!(free("importer", &[]), "importer_2");
    }
}
