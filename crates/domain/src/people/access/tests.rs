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
        (Action::OpenReview, Stage::Awaiting, &[]),
        (Action::EditRecord, Stage::Decided, &["contact", "lead"]),
        (Action::Publish, Stage::Decided, &["lead"]),
        (Action::ManageAccounts, Stage::Decided, &["administrator"]),
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
