use super::*;
use crate::Function;

fn grant(role: Role, authority: Option<&str>, department: Option<&str>) -> Grant {
    Grant {
        role,
        authority: authority.map(str::to_owned),
        department: department.map(str::to_owned),
        functions: vec![Function::Dpo],
    }
}

/// Every role in one authority, on a record of that authority that somebody else declared.
fn who_may(action: Action, stage: Stage, is_own: bool) -> Vec<&'static str> {
    let target = Target {
        authority: "ville",
        department: Some("hr"),
        stage: Some(stage),
        is_own,
    };
    Role::ALL
        .iter()
        .filter(|role| permits(&[grant(**role, Some("ville"), Some("hr"))], action, &target))
        .map(|role| role.code())
        .collect()
}

#[test]
fn who_may_do_what_with_the_record_of_somebody_else() {
    let cases: &[(Action, Stage, &[&str])] = &[
        (Action::Decide, Stage::Recorded, &[]),
        (Action::Decide, Stage::Awaiting, &["decision_maker"]),
        (Action::Decide, Stage::Decided, &[]),
        (Action::Decide, Stage::Voided, &[]),
        (Action::GiveOpinion, Stage::Recorded, &[]),
        (
            Action::GiveOpinion,
            Stage::Awaiting,
            &["reviewer", "staff_representative"],
        ),
        (
            Action::GiveOpinion,
            Stage::Voided,
            &["reviewer", "staff_representative"],
        ),
        (Action::OpenReview, Stage::Recorded, &["lead"]),
        (Action::OpenReview, Stage::Awaiting, &["lead"]),
        (Action::EditRecord, Stage::Decided, &["contact", "lead"]),
        (
            Action::AssessImpact,
            Stage::Decided,
            &["contact", "reviewer", "lead"],
        ),
        (Action::Publish, Stage::Decided, &["lead"]),
        (Action::ManageAccounts, Stage::Decided, &["administrator"]),
        (Action::ReviewTool, Stage::Recorded, &["lead"]),
        (Action::ReviewTool, Stage::Awaiting, &["lead"]),
        (Action::DecideTool, Stage::Recorded, &[]),
        (Action::DecideTool, Stage::Awaiting, &["decision_maker"]),
        (Action::DecideTool, Stage::Voided, &[]),
        (
            Action::GiveToolOpinion,
            Stage::Awaiting,
            &["reviewer", "staff_representative"],
        ),
        (
            Action::WithdrawTool,
            Stage::Decided,
            &["decision_maker", "lead"],
        ),
        (Action::EditTool, Stage::Decided, &["lead"]),
        (
            Action::ReadRecord,
            Stage::Recorded,
            &[
                "contact",
                "reviewer",
                "decision_maker",
                "staff_representative",
                "elected",
                "lead",
            ],
        ),
    ];
    for (action, stage, expected) in cases {
        assert_eq!(
            who_may(*action, *stage, false),
            *expected,
            "{action:?} {stage:?}"
        );
    }
}

#[test]
fn who_declared_a_use_may_put_it_right_until_it_is_decided() {
    assert_eq!(
        who_may(Action::EditRecord, Stage::Awaiting, true),
        ["agent", "contact", "lead"]
    );
    assert_eq!(
        who_may(Action::EditRecord, Stage::Decided, true),
        ["contact", "lead"]
    );
}

/// For every role, action, stage: nothing is permitted elsewhere than where the role holds.
#[test]
fn a_role_of_one_authority_or_department_opens_nothing_elsewhere() {
    for role in Role::ALL {
        for action in Action::ALL {
            for stage in Stage::ALL {
                let target = |authority, department| Target {
                    authority,
                    department: Some(department),
                    stage: Some(*stage),
                    is_own: false,
                };
                let here = [grant(*role, Some("ville"), None)];
                assert!(
                    !permits(&here, *action, &target("metropole", "hr")),
                    "{role:?} {action:?} {stage:?}"
                );
                let everywhere = [grant(*role, None, None)];
                assert_eq!(
                    permits(&here, *action, &target("ville", "hr")),
                    permits(&everywhere, *action, &target("metropole", "hr")),
                );
                let contact = [grant(Role::Contact, Some("ville"), Some("roads"))];
                let reads = [Action::ReadRecord, Action::EditRecord].contains(action);
                assert!(!reads || !permits(&contact, *action, &target("ville", "hr")));
            }
        }
    }
}

#[test]
fn nobody_without_a_role_may_do_anything() {
    for action in Action::ALL {
        assert!(!permits(&[], *action, &Target::authority("ville")));
    }
}

#[test]
fn everybody_may_ask_for_a_tool_and_one_role_decides() {
    for stage in Stage::ALL {
        assert_eq!(
            who_may(Action::RequestTool, *stage, false).len(),
            Role::ALL.len()
        );
        let deciders = who_may(Action::DecideTool, *stage, true);
        assert!(deciders.is_empty() || deciders == ["decision_maker"]);
    }
}

#[test]
fn a_common_tool_is_decided_on_by_a_role_that_holds_in_every_authority() {
    let json = r#"{"id":"018f0000-0000-7000-8000-000000000001","key":"plume","name":{"fr":"Plume"},
        "model_class":"unknown","hosting":"unknown","training_reuse":"unknown","status":"approved"}"#;
    let common: crate::ToolSheet = serde_json::from_str(json).expect("a sheet");
    let mut own = common.clone();
    own.examination.authority = Some("ville".to_owned());
    let all = ["metropole", "ville"];
    let here = [grant(Role::Lead, Some("ville"), None)];
    let both = [grant(Role::Lead, None, None)];
    let may = |grants: &[Grant], tool| permits_tool(grants, Action::EditTool, tool, &all, false);
    assert!(may(&here, &own) && may(&both, &own) && may(&both, &common));
    assert!(!may(&here, &common));
    assert!(!permits_tool(&both, Action::EditTool, &common, &[], false));
}

#[test]
fn somebody_without_an_account_declares_where_they_were_sent_a_link_and_nothing_else() {
    let may = |action, authority| permits_guest("ville", action, &Target::authority(authority));
    let permitted: Vec<_> = Action::ALL.iter().filter(|a| may(**a, "ville")).collect();
    assert_eq!(permitted, [&Action::Declare]);
    assert!(!may(Action::Declare, "metropole"));
}
