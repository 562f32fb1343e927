//! Closed vocabularies of the record. Labels, definitions and W3C DPV identifiers are data
//! (`data/vocabularies/`); a test there keeps both lists equal.

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $key:literal { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// The file of labels under `data/vocabularies/`.
            pub const VOCABULARY: &'static str = $key;
            /// Every value, in the order in which it is shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code written in documents and open data.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

vocabulary! {
    /// Where a use case stands in its life.
    Lifecycle, "lifecycle" {
        /// Somebody would like it; nothing is decided.
        Wished = "wished",
        /// Decided in principle, not begun.
        Planned = "planned",
        /// Being bought or built.
        InDevelopment = "in_development",
        /// Tried, for a time that has an end.
        Pilot = "pilot",
        /// In use.
        Deployed = "deployed",
        /// Stopped while something is put right.
        Suspended = "suspended",
        /// Used, then ended.
        Retired = "retired",
        /// Tried, then given up.
        Abandoned = "abandoned",
        /// Asked for and not permitted.
        Refused = "refused",
    }
}

impl Lifecycle {
    /// Whether somebody uses it today.
    pub fn is_in_use(self) -> bool {
        matches!(self, Self::Pilot | Self::Deployed)
    }

    /// Whether it was ended after having begun.
    pub fn is_stopped(self) -> bool {
        matches!(self, Self::Suspended | Self::Retired | Self::Abandoned)
    }
}

vocabulary! {
    /// How the authority knows of the use.
    Evidence, "evidence" {
        /// The people who do it said so.
        Declared = "declared",
        /// Seen in figures or by somebody, never declared.
        Observed = "observed",
    }
}

vocabulary! {
    /// Whether the tool generates content.
    Generative, "generative" {
        /// It does.
        Yes = "yes",
        /// It does not.
        No = "no",
        /// Nobody has said.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// How much of a record leaves the authority.
    PublicationLevel, "publication" {
        /// Every public field.
        Public = "public",
        /// Name, summary, state and ground only.
        Summary = "summary",
        /// Nothing but the count, with its ground.
        Internal = "internal",
    }
}

vocabulary! {
    /// Why something is withheld.
    Ground, "grounds" {
        /// Business secrecy.
        TradeSecret = "trade_secret",
        /// Security of information systems or of persons.
        Security = "security",
        /// Privacy of persons.
        Privacy = "privacy",
        /// A decision that is not taken yet.
        Deliberation = "deliberation",
        /// Investigation of offences or tax inspection.
        Investigation = "investigation",
        /// A fact not yet verified.
        Unverified = "unverified",
    }
}

vocabulary! {
    /// The most delicate kinds of data a use handles.
    DataKind, "data_kinds" {
        /// Already published, or publishable as it is.
        Public = "public",
        /// For the service only, about nobody.
        Internal = "internal",
        /// About an identifiable person.
        Personal = "personal",
        /// Health, opinions, offences, children, secrecy by law.
        Sensitive = "sensitive",
    }
}

vocabulary! {
    /// What the agent gets done.
    Task, "tasks" {
        /// Write.
        Write = "write",
        /// Rewrite.
        Rewrite = "rewrite",
        /// Summarise.
        Summarise = "summarise",
        /// Transcribe.
        Transcribe = "transcribe",
        /// Translate.
        Translate = "translate",
        /// Search in documents.
        Search = "search",
        /// Sort into classes.
        Classify = "classify",
        /// Write computer code.
        Code = "code",
        /// Make a picture.
        Illustrate = "illustrate",
        /// Talk with somebody.
        Converse = "converse",
        /// Pull facts out of documents.
        Extract = "extract",
        /// Judge people, files or offers.
        Assess = "assess",
    }
}

vocabulary! {
    /// How often the use happens.
    FrequencyLevel, "frequency" {
        /// Now and then.
        Occasional = "occasional",
        /// At least monthly.
        Monthly = "monthly",
        /// At least weekly.
        Weekly = "weekly",
        /// Every working day.
        Daily = "daily",
    }
}

vocabulary! {
    /// Declared effect on the work of those who do it.
    WorkEffect, "work_effects" {
        /// Less work for the same result.
        Lightens = "lightens",
        /// More interesting work.
        Enriches = "enriches",
        /// The same amount, elsewhere in the day or in the team.
        Shifts = "shifts",
        /// Nothing changes.
        Unchanged = "unchanged",
        /// Less interesting work.
        Impoverishes = "impoverishes",
        /// More work.
        Burdens = "burdens",
        /// Not known.
        Unknown = "unknown",
    }
}

impl WorkEffect {
    /// Whether those concerned call it an improvement.
    pub fn is_positive(self) -> bool {
        matches!(self, Self::Lightens | Self::Enriches)
    }

    /// Whether those concerned call it a loss.
    pub fn is_negative(self) -> bool {
        matches!(self, Self::Impoverishes | Self::Burdens)
    }
}

vocabulary! {
    /// Families of risk.
    RiskFamily, "risk_families" {
        /// Invented, outdated or wrong content.
        Reliability = "reliability",
        /// Leak, reuse or over-exposure of data.
        Privacy = "privacy",
        /// Attack or misuse of the system.
        Security = "security",
        /// Bias and discrimination.
        Rights = "rights",
        /// No ground in law, authorship, liability.
        Legal = "legal",
        /// Lock-in, foreign law, price, withdrawal.
        Dependency = "dependency",
        /// Skills, load, meaning of work.
        Work = "work",
        /// Energy, water, materials.
        Environment = "environment",
        /// Trust in the public service.
        Trust = "trust",
        /// No owner, stale rules.
        Governance = "governance",
    }
}

vocabulary! {
    /// Who would bear a risk.
    RiskBearer, "risk_bearers" {
        /// Whoever deals with the public service.
        ServiceUsers = "service_users",
        /// Those who work for the authority.
        Staff = "staff",
        /// Authors, companies and other people outside.
        ThirdParties = "third_parties",
        /// The authority itself.
        Authority = "authority",
        /// Everyone, and the environment.
        Society = "society",
    }
}

vocabulary! {
    /// What a data protection impact assessment fears for the data.
    FearedEvent, "feared_events" {
        /// Somebody sees what they should not.
        IllegitimateAccess = "illegitimate_access",
        /// Something is altered unduly.
        UnwantedChange = "unwanted_change",
        /// Something is lost.
        Disappearance = "disappearance",
    }
}

vocabulary! {
    /// How far a measure against a risk has come.
    MeasureState, "measure_states" {
        /// It works today.
        InPlace = "in_place",
        /// It is decided, not done yet.
        Planned = "planned",
        /// It was looked at and not taken.
        SetAside = "set_aside",
    }
}

vocabulary! {
    /// Presumed class under the AI Act. Never a legal opinion.
    Tier, "ai_act_tiers" {
        /// No specific duty.
        Minimal = "minimal",
        /// Duty to inform (article 50).
        Transparency = "transparency",
        /// High risk (article 6, annexes I and III).
        High = "high",
        /// Prohibited practice (article 5).
        Prohibited = "prohibited",
        /// To be examined.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// How far the system goes alone.
    AutomationLevel, "automation_levels" {
        /// A person does everything with its help.
        Assistance = "assistance",
        /// It proposes, a person decides.
        Proposal = "proposal",
        /// It acts, a person can stop it.
        Supervised = "supervised",
        /// It acts alone.
        Automatic = "automatic",
    }
}

vocabulary! {
    /// What is generated.
    Modality, "modalities" {
        /// Text.
        Text = "text",
        /// Pictures.
        Image = "image",
        /// Sound or speech.
        Audio = "audio",
        /// Video.
        Video = "video",
        /// Computer code.
        Code = "code",
    }
}

vocabulary! {
    /// An answer that may be missing.
    SignificantAnswer, "answers" {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not known.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// A function of the authority that gives opinions: always a function, never a person.
    Function, "functions" {
        /// Data protection officer.
        Dpo = "dpo",
        /// Security of information systems.
        Security = "security",
        /// Digital department.
        Digital = "digital",
        /// Human resources and working conditions.
        Hr = "hr",
        /// Data and open data.
        Data = "data",
        /// Communication.
        Communication = "communication",
        /// Legal affairs.
        Legal = "legal",
        /// Staff representatives.
        StaffRepresentatives = "staff_representatives",
        /// The observatory's lead.
        Lead = "lead",
        /// General management or an elected member.
        DecisionMaker = "decision_maker",
    }
}

vocabulary! {
    /// The sense of an opinion, the most critical first: dissent is read first.
    Sense, "opinion_senses" {
        /// Against.
        Unfavourable = "unfavourable",
        /// Doubtful.
        Reserved = "reserved",
        /// For, if reservations are met.
        FavourableWithReservations = "favourable_with_reservations",
        /// For.
        Favourable = "favourable",
    }
}

impl Sense {
    /// Whether it speaks against.
    pub fn is_dissent(self) -> bool {
        matches!(self, Self::Unfavourable | Self::Reserved)
    }
}

vocabulary! {
    /// What was decided.
    Outcome, "outcomes" {
        /// Permitted.
        Allowed = "allowed",
        /// Permitted on conditions.
        Conditional = "conditional",
        /// Being examined.
        Pending = "pending",
        /// Not permitted.
        Forbidden = "forbidden",
    }
}

vocabulary! {
    /// Where a tool stands with the authority.
    ToolStatus, "tool_statuses" {
        /// Asked for, or changed since: no decision is in force.
        UnderReview = "under_review",
        /// May be used within its sheet.
        Approved = "approved",
        /// May be used by those of a dated trial.
        LimitedTrial = "limited_trial",
        /// Must not be used for work.
        NotApproved = "not_approved",
        /// Was approved, is no more.
        Withdrawn = "withdrawn",
    }
}

vocabulary! {
    /// Rough size of the model, as far as it is known.
    ModelClass, "model_classes" {
        /// Small.
        Small = "small",
        /// Medium.
        Medium = "medium",
        /// Large.
        Large = "large",
        /// The supplier does not say.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Whether the supplier trains on what is typed.
    TrainingReuse, "training_reuse" {
        /// It does not.
        No = "no",
        /// It does not, by contract.
        NoByContract = "no_by_contract",
        /// It does unless told otherwise.
        YesByDefault = "yes_by_default",
        /// It does, and publishes the result.
        YesPublished = "yes_published",
        /// Not known.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Where the tool runs.
    Hosting, "hosting" {
        /// On the authority's own machines.
        OwnMachines = "own_machines",
        /// By a public body shared with others.
        SharedPublic = "shared_public",
        /// By a university or a public laboratory.
        Research = "research",
        /// By a company, in France.
        PrivateFrance = "private_france",
        /// By a company, in the European Union.
        PrivateEu = "private_eu",
        /// Outside the European Union.
        OutsideEu = "outside_eu",
        /// Not known.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// What an authority is; decides which texts and thresholds apply.
    AuthorityKind, "authority_kinds" {
        /// A commune.
        Commune = "commune",
        /// A metropolis or another grouping of communes.
        Metropolis = "metropolis",
        /// A department (the French level of government).
        County = "county",
        /// A region.
        Region = "region",
        /// A ministry, an agency or another body of the State.
        State = "state",
        /// Anything else that serves the public.
        Other = "other",
    }
}

pub(crate) use vocabulary;
