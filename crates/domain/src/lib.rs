//! The nouns of Vigie: what an authority knows about its uses of generative AI.
//!
//! This crate holds shapes and the rules that make them valid, nothing else: no file, no clock,
//! no network, no database. Every record is a whole document, serialised as JSON with the
//! [`SCHEMA_VERSION`] it was written under. A field that is `None` or empty is *not filled in*:
//! it never means "no".
//!
//! Start with [`UseCase`], then [`PeerRecord`]; [`law`] is the language of rules.

mod assessed;
mod authority;
mod casework;
mod common_field;
mod continuity;
mod document;
mod edition;
mod ethics;
mod examination;
mod footprint;
pub mod law;
mod law_answer;
mod message;
mod money;
mod occupation;
mod own_text;
mod peer;
pub mod people;
mod reliance;
mod remark;
mod review;
mod risk;
mod technology;
mod text;
mod todo;
mod tool;
mod use_case;
mod vocabulary;

pub use assessed::Assessed;
pub use authority::{Authority, Department};
pub use common_field::CommonField;
pub use continuity::Continuity;
pub use document::{Document, Kind, SCHEMA_VERSION};
pub use edition::{Edition, EditionFile};
pub use ethics::{EthicalView, dissent_first};
pub use examination::{Examination, ToolChange, ToolLimits, ToolRequest, Withdrawal};
pub use footprint::{
    EstimatedModel, FootprintAmounts, FootprintClass, FootprintComparable, FootprintEquivalent,
    FootprintEstimate, FootprintFinding, FootprintMethod, FootprintRelease, MissingAssumption,
};
pub use law_answer::{DutyDone, LawAnswer};
pub use message::{Answer, Message, MessageState, MessageSubject, PublicReport, PublicSummary};
pub use money::{Money, TaxBasis};
pub use occupation::{
    Access, EffectOrigin, FamilyEffect, Felt, FeltChange, OccupationEffect, OccupationFamily,
};
pub use own_text::OwnText;
pub use peer::{
    ImportRun, Imported, Inference, KeptMapping, PeerRecord, Publisher, Reported, SourceCell,
    Undone,
};
pub use reliance::{Reliance, RelianceLayer};
pub use remark::Remark;
pub use review::{Decision, Opinion, ReviewRequest, Stop, Voided};
pub use risk::{AppliedMeasure, Rating, Risk};
pub use technology::{
    EmbeddedFeature, EndOfLife, GridAnswer, GridAnswers, ModelSheet, ProductVersion, SupplierSheet,
    TermsVersion,
};
pub use text::{Language, Text};
pub use todo::{Holder, Todo, TodoDone};
pub use tool::ToolSheet;
pub use use_case::{
    Cost, DataUse, Experiment, FootprintAssumptions, Frequency, ImpactAssessment, InputData,
    LegalBasis, Lesson, Link, ModelUsed, Publication, RegistryModel, RiskTier, Supplier, UseCase,
    WorkEffects,
};
pub use vocabulary::{
    AuthorityKind, AutomationLevel, DataKind, Evidence, FearedEvent, FrequencyLevel, Function,
    Generative, Ground, Hosting, Lifecycle, MeasureState, Modality, ModelClass, Outcome,
    PublicationLevel, RiskBearer, RiskFamily, Sense, SignificantAnswer, Task, Tier, ToolStatus,
    TrainingReuse, WorkEffect,
};
