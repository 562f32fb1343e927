//! What is asked, in which order, and what answers look like.

use domain::law::FactId;
use reference::law::Law;

/// A step of a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What has to get done.
    Need,
    /// The tool.
    Tool,
    /// The data.
    Data,
    /// How it is used, and what it does to the work.
    Use,
    /// What the rules still ask.
    Rules,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 5] = [Self::Need, Self::Tool, Self::Data, Self::Use, Self::Rules];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The step of a number written in an address.
    pub fn from_number(number: &str) -> Option<Self> {
        let mut steps = Self::ALL.into_iter();
        steps.find(|step| step.number().to_string() == number)
    }

    /// The step after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The step before this one.
    pub fn previous(self) -> Option<Self> {
        let before = self.number().checked_sub(2)?;
        Self::ALL.get(before).copied()
    }

    /// The word that its messages end with.
    pub fn code(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Tool => "tool",
            Self::Data => "data",
            Self::Use => "use",
            Self::Rules => "rules",
        }
    }

    /// Minutes left when it begins, at an ordinary pace.
    pub fn minutes_left(self) -> usize {
        [7, 6, 5, 4, 2][self as usize]
    }

    /// What it asks, in order; the questions of the rules are not fields.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        FIELDS.iter().filter(move |field| field.step == self)
    }
}

/// Something a person is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in forms and drafts.
    pub name: &'static str,
    /// Where it is asked.
    pub step: Step,
    /// What its answers look like.
    pub shape: Shape,
    /// Whether a declaration needs it.
    pub is_required: bool,
}

/// What the answers to a field look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A few words.
    Line,
    /// Sentences.
    Area,
    /// One thing a line.
    Lines,
    /// A number or a range.
    Range,
    /// One of a list.
    One(List),
    /// Several of a list, one a line.
    Several(List),
}

/// What can be picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Task sheets.
    Tasks,
    /// Departments of the authority.
    Departments,
    /// Where the use stands.
    States,
    /// Tools, and “another”.
    Tools,
    /// Kinds of data.
    DataKinds,
    /// Yes, no, not known.
    Answers,
    /// How often.
    Frequencies,
    /// Effects on the work.
    Effects,
    /// Minutes saved or lost.
    Senses,
}

/// The tool that no sheet describes.
pub const OTHER_TOOL: &str = "autre";
/// Minutes that are saved.
pub const SAVED: &str = "gagnees";
/// Minutes that are lost.
pub const LOST: &str = "perdues";
/// What the name of the field of a question of the rules begins with.
pub const RULE: &str = "r.";

/// The field of a question of the rules.
pub fn rule_field(law: &Law, fact: FactId) -> String {
    format!("{RULE}{}", law.fact(fact).id)
}

const fn asked(step: Step, name: &'static str, shape: Shape) -> Field {
    Field {
        name,
        step,
        shape,
        is_required: false,
    }
}

const fn needed(step: Step, name: &'static str, shape: Shape) -> Field {
    Field {
        is_required: true,
        ..asked(step, name, shape)
    }
}

/// Everything that is asked, in the order of the pages.
pub const FIELDS: &[Field] = &[
    needed(Step::Need, "nom", Shape::Line),
    needed(Step::Need, "besoin", Shape::Area),
    needed(Step::Need, "etat", Shape::One(List::States)),
    asked(Step::Need, "tache", Shape::One(List::Tasks)),
    asked(Step::Need, "direction", Shape::One(List::Departments)),
    needed(Step::Tool, "outil", Shape::One(List::Tools)),
    asked(Step::Tool, "outil_autre", Shape::Line),
    asked(Step::Tool, "produit", Shape::One(List::Answers)),
    needed(Step::Data, "donnees", Shape::Several(List::DataKinds)),
    asked(Step::Data, "description", Shape::Area),
    asked(Step::Data, "personnelles", Shape::One(List::Answers)),
    asked(Step::Use, "frequence", Shape::One(List::Frequencies)),
    asked(Step::Use, "volume", Shape::Range),
    asked(Step::Use, "metiers", Shape::Lines),
    asked(Step::Use, "relecture", Shape::Area),
    asked(Step::Use, "effet", Shape::One(List::Effects)),
    asked(Step::Use, "minutes", Shape::Range),
    asked(Step::Use, "minutes_sens", Shape::One(List::Senses)),
    asked(Step::Use, "qualite", Shape::Line),
    asked(Step::Use, "limite", Shape::Line),
    asked(Step::Use, "sans_ia", Shape::Area),
    asked(Step::Use, "requetes", Shape::Range),
    asked(Step::Use, "mots", Shape::Range),
];

impl Field {
    /// The field of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.name == name)
    }

    /// Whether people write sentences in it, where a name may slip in.
    pub fn is_prose(&self) -> bool {
        matches!(self.shape, Shape::Line | Shape::Area | Shape::Lines)
    }
}
