use super::{Grant, Role};
use crate::vocabulary::vocabulary;
use crate::{Decision, Function, Outcome, ReviewRequest, ToolSheet, UseCase};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Something a person may do.
    Action, "actions" {
        /// Open the space of those who work here.
        OpenSpace = "open_space",
        /// Declare a use.
        Declare = "declare",
        /// Read a whole record, internal notes included.
        ReadRecord = "read_record",
        /// Change what a record says.
        EditRecord = "edit_record",
        /// Answer questions of the law on a record.
        AnswerLaw = "answer_law",
        /// Join an impact assessment to a record, with the risks it judged.
        AssessImpact = "assess_impact",
        /// Ask functions for their opinion.
        OpenReview = "open_review",
        /// Give the opinion of a function.
        GiveOpinion = "give_opinion",
        /// Decide on a record.
        Decide = "decide",
        /// Say what must be done for a record, by whom and until when.
        AssignTodos = "assign_todos",
        /// Say that a to-do is done, or that it is not.
        CompleteTodos = "complete_todos",
        /// Choose what of a record is published.
        Publish = "publish",
        /// Read and answer what the public wrote.
        AnswerMessages = "answer_messages",
        /// Read the incidents that are reported, for the functions that must act at once.
        ReadIncidents = "read_incidents",
        /// Ask for a tool.
        RequestTool = "request_tool",
        /// Read what was asked, thought and decided about a tool, internal notes included.
        ReadTool = "read_tool",
        /// Say what a tool is, and what changed in it.
        EditTool = "edit_tool",
        /// Ask functions for their opinion on a tool.
        ReviewTool = "review_tool",
        /// Give the opinion of a function on a tool.
        GiveToolOpinion = "give_tool_opinion",
        /// Approve a tool, limit it or refuse it.
        DecideTool = "decide_tool",
        /// Take a tool out.
        WithdrawTool = "withdraw_tool",
        /// Turn files into records, and take an import back.
        Import = "import",
        /// Write the texts of the charter, of the report and of the site, and the words for codes.
        EditTexts = "edit_texts",
        /// Say which departments there are, and how many persons work in each.
        EditDepartments = "edit_departments",
        /// Take a copy of everything that is kept, accounts left out.
        DownloadBackup = "download_backup",
        /// See everything that waits in an authority.
        SeeWeek = "see_week",
        /// Prepare a meeting of the working group.
        PrepareMeeting = "prepare_meeting",
        /// Read the one-page summary.
        SeeSummary = "see_summary",
        /// Read what concerns staff.
        SeeStaffView = "see_staff_view",
        /// Read what waits in a department.
        SeeDepartment = "see_department",
        /// Invite, change and close accounts.
        ManageAccounts = "manage_accounts",
    }
}

impl Action {
    /// Whether it touches what all authorities of an instance have in common, the texts and the
    /// copy of everything: it takes a role that holds in every one of them.
    pub fn is_common(self) -> bool {
        matches!(self, Self::EditTexts | Self::DownloadBackup)
    }
}

/// Functions that read an incident as soon as it is reported: a breach of personal data is notified
/// within seventy-two hours (GDPR, article 33), and one of security does not wait either.
pub const FUNCTIONS_OF_INCIDENTS: [Function; 2] = [Function::Dpo, Function::Security];

vocabulary! {
    /// Where a record, or a tool, stands between a declaration and a decision.
    Stage, "stages" {
        /// No opinion was asked for and nothing was decided.
        Recorded = "recorded",
        /// Opinions are awaited.
        Awaiting = "awaiting",
        /// A decision is in force.
        Decided = "decided",
        /// The decision no longer holds: the use has changed since.
        Voided = "voided",
    }
}

impl Stage {
    /// The stage of a record.
    pub fn of(record: &UseCase) -> Self {
        Self::between(record.review.as_ref(), record.decision.as_ref())
    }

    /// The stage of a tool.
    pub fn of_tool(tool: &ToolSheet) -> Self {
        let examination = &tool.examination;
        Self::between(examination.review.as_ref(), examination.decision.as_ref())
    }

    fn between(review: Option<&ReviewRequest>, decision: Option<&Decision>) -> Self {
        let taken = decision.filter(|decision| decision.outcome != Outcome::Pending);
        match taken {
            _ if review.is_some() => Self::Awaiting,
            Some(decision) if decision.voided.is_some() => Self::Voided,
            Some(_) => Self::Decided,
            None => Self::Recorded,
        }
    }
}

/// How far a permission goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What the person declared.
    Own,
    /// The department of the role; the authority when the role names none.
    Department,
    /// The whole authority.
    Authority,
}

/// A line of the table: a role may do an action, this far, at these stages.
#[derive(Debug, Clone, Copy)]
pub struct Permission {
    /// What.
    pub action: Action,
    /// Who.
    pub role: Role,
    /// How far.
    pub reach: Reach,
    /// At which stages; for an action on no record, this is not read.
    pub stages: &'static [Stage],
}

const fn may(action: Action, role: Role, reach: Reach, stages: &'static [Stage]) -> Permission {
    Permission {
        action,
        role,
        reach,
        stages,
    }
}

const ALWAYS: &[Stage] = Stage::ALL;
/// When an opinion makes sense: it was asked for, or something was decided.
const OPEN: &[Stage] = &[Stage::Awaiting, Stage::Decided, Stage::Voided];
/// A decision is taken when opinions were asked for.
const TO_DECIDE: &[Stage] = &[Stage::Awaiting];
/// Opinions may be asked for at any time: while some are awaited, one more may be, or the day moved.
const TO_REVIEW: &[Stage] = ALWAYS;
/// Before anybody decided, whoever declared a use may still put it right.
const UNDECIDED: &[Stage] = &[Stage::Recorded, Stage::Awaiting];

/// Every permission there is; what is not here is refused.
///
/// The lead prepares everything and decides nothing. The administrator manages accounts and reads
/// no record. Deciding belongs to decision-makers alone.
pub const TABLE: &[Permission] = {
    use Action as A;
    use Reach::{Authority, Department, Own};
    use Role as R;
    &[
        may(A::OpenSpace, R::Agent, Authority, ALWAYS),
        may(A::OpenSpace, R::Contact, Authority, ALWAYS),
        may(A::OpenSpace, R::Reviewer, Authority, ALWAYS),
        may(A::OpenSpace, R::DecisionMaker, Authority, ALWAYS),
        may(A::OpenSpace, R::StaffRepresentative, Authority, ALWAYS),
        may(A::OpenSpace, R::Elected, Authority, ALWAYS),
        may(A::OpenSpace, R::Lead, Authority, ALWAYS),
        may(A::OpenSpace, R::Administrator, Authority, ALWAYS),
        may(A::OpenSpace, R::Researcher, Authority, ALWAYS),
        may(A::Declare, R::Agent, Authority, ALWAYS),
        may(A::Declare, R::Contact, Authority, ALWAYS),
        may(A::Declare, R::Reviewer, Authority, ALWAYS),
        may(A::Declare, R::DecisionMaker, Authority, ALWAYS),
        may(A::Declare, R::StaffRepresentative, Authority, ALWAYS),
        may(A::Declare, R::Elected, Authority, ALWAYS),
        may(A::Declare, R::Lead, Authority, ALWAYS),
        may(A::ReadRecord, R::Agent, Own, ALWAYS),
        may(A::ReadRecord, R::Contact, Department, ALWAYS),
        may(A::ReadRecord, R::Reviewer, Authority, ALWAYS),
        may(A::ReadRecord, R::DecisionMaker, Authority, ALWAYS),
        may(A::ReadRecord, R::StaffRepresentative, Authority, ALWAYS),
        may(A::ReadRecord, R::Elected, Authority, ALWAYS),
        may(A::ReadRecord, R::Lead, Authority, ALWAYS),
        may(A::EditRecord, R::Agent, Own, UNDECIDED),
        may(A::EditRecord, R::Contact, Department, ALWAYS),
        may(A::EditRecord, R::Lead, Authority, ALWAYS),
        may(A::AnswerLaw, R::Agent, Own, UNDECIDED),
        may(A::AnswerLaw, R::Contact, Department, ALWAYS),
        may(A::AnswerLaw, R::Reviewer, Authority, ALWAYS),
        may(A::AnswerLaw, R::Lead, Authority, ALWAYS),
        may(A::AssessImpact, R::Agent, Own, UNDECIDED),
        may(A::AssessImpact, R::Contact, Department, ALWAYS),
        may(A::AssessImpact, R::Reviewer, Authority, ALWAYS),
        may(A::AssessImpact, R::Lead, Authority, ALWAYS),
        may(A::OpenReview, R::Lead, Authority, TO_REVIEW),
        may(A::GiveOpinion, R::Reviewer, Authority, OPEN),
        may(A::GiveOpinion, R::StaffRepresentative, Authority, OPEN),
        may(A::Decide, R::DecisionMaker, Authority, TO_DECIDE),
        may(A::AssignTodos, R::DecisionMaker, Authority, ALWAYS),
        may(A::AssignTodos, R::Lead, Authority, ALWAYS),
        may(A::CompleteTodos, R::Contact, Department, ALWAYS),
        may(A::CompleteTodos, R::Reviewer, Authority, ALWAYS),
        may(A::CompleteTodos, R::DecisionMaker, Authority, ALWAYS),
        may(A::CompleteTodos, R::StaffRepresentative, Authority, ALWAYS),
        may(A::CompleteTodos, R::Lead, Authority, ALWAYS),
        may(A::Publish, R::Lead, Authority, ALWAYS),
        may(A::AnswerMessages, R::Lead, Authority, ALWAYS),
        may(A::ReadIncidents, R::Reviewer, Authority, ALWAYS),
        may(A::RequestTool, R::Agent, Authority, ALWAYS),
        may(A::RequestTool, R::Contact, Authority, ALWAYS),
        may(A::RequestTool, R::Reviewer, Authority, ALWAYS),
        may(A::RequestTool, R::DecisionMaker, Authority, ALWAYS),
        may(A::RequestTool, R::StaffRepresentative, Authority, ALWAYS),
        may(A::RequestTool, R::Elected, Authority, ALWAYS),
        may(A::RequestTool, R::Lead, Authority, ALWAYS),
        may(A::RequestTool, R::Administrator, Authority, ALWAYS),
        may(A::RequestTool, R::Researcher, Authority, ALWAYS),
        may(A::ReadTool, R::Agent, Own, ALWAYS),
        may(A::ReadTool, R::Contact, Authority, ALWAYS),
        may(A::ReadTool, R::Reviewer, Authority, ALWAYS),
        may(A::ReadTool, R::DecisionMaker, Authority, ALWAYS),
        may(A::ReadTool, R::StaffRepresentative, Authority, ALWAYS),
        may(A::ReadTool, R::Elected, Authority, ALWAYS),
        may(A::ReadTool, R::Lead, Authority, ALWAYS),
        may(A::EditTool, R::Lead, Authority, ALWAYS),
        may(A::ReviewTool, R::Lead, Authority, TO_REVIEW),
        may(A::GiveToolOpinion, R::Reviewer, Authority, OPEN),
        may(A::GiveToolOpinion, R::StaffRepresentative, Authority, OPEN),
        may(A::DecideTool, R::DecisionMaker, Authority, TO_DECIDE),
        may(A::WithdrawTool, R::DecisionMaker, Authority, ALWAYS),
        may(A::WithdrawTool, R::Lead, Authority, ALWAYS),
        may(A::Import, R::Lead, Authority, ALWAYS),
        may(A::EditTexts, R::Lead, Authority, ALWAYS),
        may(A::EditDepartments, R::Lead, Authority, ALWAYS),
        may(A::DownloadBackup, R::Lead, Authority, ALWAYS),
        may(A::SeeWeek, R::Lead, Authority, ALWAYS),
        may(A::PrepareMeeting, R::Lead, Authority, ALWAYS),
        may(A::SeeSummary, R::Contact, Authority, ALWAYS),
        may(A::SeeSummary, R::DecisionMaker, Authority, ALWAYS),
        may(A::SeeSummary, R::Elected, Authority, ALWAYS),
        may(A::SeeSummary, R::Lead, Authority, ALWAYS),
        may(A::SeeStaffView, R::StaffRepresentative, Authority, ALWAYS),
        may(A::SeeStaffView, R::Lead, Authority, ALWAYS),
        may(A::SeeDepartment, R::Contact, Authority, ALWAYS),
        may(A::ManageAccounts, R::Administrator, Authority, ALWAYS),
    ]
};

/// What an action bears on.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Slug of the authority.
    pub authority: &'a str,
    /// Key of the department of the record, if it has one.
    pub department: Option<&'a str>,
    /// Stage of the record; `None` when the action bears on no record.
    pub stage: Option<Stage>,
    /// Whether the person declared it.
    pub is_own: bool,
}

impl<'a> Target<'a> {
    /// An authority, and no record.
    pub fn authority(authority: &'a str) -> Self {
        Self {
            authority,
            department: None,
            stage: None,
            is_own: false,
        }
    }

    /// A record.
    pub fn record(record: &'a UseCase, is_own: bool) -> Self {
        Self {
            authority: &record.authority,
            department: record.department.as_deref(),
            stage: Some(Stage::of(record)),
            is_own,
        }
    }

    /// A tool, in one of the authorities that it concerns.
    pub fn tool(tool: &ToolSheet, authority: &'a str, is_own: bool) -> Self {
        Self {
            authority,
            department: None,
            stage: Some(Stage::of_tool(tool)),
            is_own,
        }
    }
}

/// What somebody without an account may do, in the authority that sent a link to their address:
/// one declaration, and nothing that is written beside it. What is not here is refused.
pub const GUEST: &[Action] = &[Action::Declare];

/// Whether somebody without an account, to whom an authority sent a link, may do something there.
pub fn permits_guest(invited_by: &str, action: Action, target: &Target<'_>) -> bool {
    target.authority == invited_by && GUEST.contains(&action)
}

/// Whether these roles permit an action. What [`TABLE`] does not name is refused.
pub fn permits(grants: &[Grant], action: Action, target: &Target<'_>) -> bool {
    grants.iter().any(|grant| {
        TABLE.iter().any(|permission| {
            permission.action == action
                && permission.role == grant.role
                && grant.holds_in(target.authority)
                && permission.reaches(grant, target)
                && target
                    .stage
                    .is_none_or(|stage| permission.stages.contains(&stage))
        })
    })
}

/// Whether these roles permit an action on a tool. A tool that an authority examines is its own;
/// one that is common concerns every authority of the instance, and so must the roles.
pub fn permits_tool(
    grants: &[Grant],
    action: Action,
    tool: &ToolSheet,
    authorities: &[&str],
    is_own: bool,
) -> bool {
    let own = tool.examination.authority.as_deref();
    let concerned = match &own {
        Some(own) => std::slice::from_ref(own),
        None => authorities,
    };
    let permitted =
        |authority: &&str| permits(grants, action, &Target::tool(tool, authority, is_own));
    !concerned.is_empty() && concerned.iter().all(permitted)
}

impl Permission {
    fn reaches(&self, grant: &Grant, target: &Target<'_>) -> bool {
        match self.reach {
            Reach::Own => target.is_own,
            Reach::Authority => true,
            Reach::Department => match &grant.department {
                None => true,
                Some(department) => target.department == Some(department) || target.is_own,
            },
        }
    }
}

#[cfg(test)]
mod tests;
