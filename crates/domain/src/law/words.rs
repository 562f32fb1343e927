use super::Truth;
use crate::vocabulary::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a rule comes to on a day.
    RuleOutcome, "rule_outcomes" {
        /// A period covers the day and the condition holds.
        Applies = "applies",
        /// No period covers the day, or the condition does not hold.
        DoesNotApply = "does_not_apply",
        /// A fact is missing, or the period is debated.
        Unknown = "unknown",
    }
}

impl RuleOutcome {
    /// The outcome as a truth.
    pub fn truth(self) -> Truth {
        match self {
            Self::Applies => Truth::Yes,
            Self::DoesNotApply => Truth::No,
            Self::Unknown => Truth::Unknown,
        }
    }
}

vocabulary! {
    /// What kind of rule it is.
    Nature, "rule_natures" {
        /// Forbids.
        Prohibition = "prohibition",
        /// Binds to do something.
        Obligation = "obligation",
        /// Names a status that other rules read.
        Classification = "classification",
        /// Recommends, without legal force.
        Guidance = "guidance",
        /// Asks to record a choice.
        Policy = "policy",
        /// Warns.
        Advice = "advice",
        /// A text under discussion: it never applies.
        Pending = "pending",
    }
}

vocabulary! {
    /// Whom a duty binds.
    Binding, "duty_bindings" {
        /// The person who uses the tool, at each use.
        Agent = "agent",
        /// Whoever it is, before the use may start.
        BeforeUse = "before_use",
        /// The organisation; it does not hold the person back.
        Organisation = "organisation",
    }
}

vocabulary! {
    /// A function that answers a fact or signs a sheet, in the order in which questions are put.
    Signatory, "signatories" {
        /// Whoever uses the tool.
        Agent = "agent",
        /// The service lead.
        Service = "service",
        /// The data protection officer.
        Dpo = "dpo",
        /// The digital department.
        It = "it",
        /// The security of information systems.
        Ciso = "ciso",
        /// Procurement.
        Procurement = "procurement",
        /// Human resources.
        Hr = "hr",
        /// Legal affairs.
        Legal = "legal",
        /// Communication.
        Communication = "communication",
        /// The profile of the authority.
        Profile = "profile",
    }
}

vocabulary! {
    /// The answer to "may I?", from the least strict to the strictest.
    VerdictKind, "verdicts" {
        /// Yes.
        Allowed = "allowed",
        /// Yes, on conditions, or not yet.
        Conditional = "conditional",
        /// Nobody can say yet.
        Unknown = "unknown",
        /// No.
        Forbidden = "forbidden",
    }
}

vocabulary! {
    /// How a conditional verdict is put.
    VerdictForm, "verdict_forms" {
        /// If the person does this.
        If = "if",
        /// Somebody must do something first.
        NotYet = "not_yet",
        /// A question comes first.
        AskFirst = "ask_first",
    }
}
