//! Records in which nothing is left out. They are written field by field, without defaults, so
//! that a new field does not compile until somebody says whether the public may see it.

use chrono::NaiveDate;
use domain::law::Signatory;
use domain::*;
use units::{Quantity, Unit};
use uuid::Uuid;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day")
}

fn text(word: &str) -> Text {
    Text::pair(format!("{word} (fr)"), format!("{word} (en)"))
}

fn some(word: &str) -> Option<Text> {
    Some(text(word))
}

fn link(word: &str) -> Link {
    Link {
        title: some(word),
        url: "https://a.example/".to_owned(),
    }
}

fn quantity(unit: Unit) -> Option<Quantity> {
    Quantity::declared(1.0, 2.0, unit)
}

pub(crate) fn money() -> Money {
    Money {
        micro: 12_000_000,
        currency: "EUR".to_owned(),
        tax: TaxBasis::Included,
        priced_on: day(),
    }
}

/// A use case with every field filled in. Whatever must stay inside says « SECRET ».
pub(crate) fn use_case(level: PublicationLevel) -> UseCase {
    UseCase {
        id: Uuid::from_u128(7),
        reference: "T-001".to_owned(),
        authority: "ville".to_owned(),
        name: text("name"),
        summary: some("summary"),
        department: Some("hr".to_owned()),
        accountable_role: some("accountable_role"),
        contact: some("contact"),
        lifecycle: Lifecycle::Deployed,
        evidence: Evidence::Declared,
        generative: Generative::Yes,
        started_on: Some(day()),
        ended_on: Some(day()),
        publication: Publication {
            level,
            ground: Some(Ground::Security),
            note: some("publication note"),
        },
        need: some("need"),
        task: Some(Task::Write),
        task_sheet: Some("draft-reply".to_owned()),
        expected_benefits: some("expected_benefits"),
        alternative_without_ai: some("alternative_without_ai"),
        proportionality: some("proportionality"),
        policy_area: some("policy_area"),
        affected_groups: some("affected_groups"),
        change_for_public: some("change_for_public"),
        decision_process: some("decision_process"),
        automation_level: Some(AutomationLevel::Assistance),
        human_oversight: some("human_oversight"),
        appeal: some("appeal"),
        notice_to_public: some("notice_to_public"),
        staff_training: some("staff_training"),
        tool: Some("plume".to_owned()),
        modalities: vec![Modality::Text],
        technique: some("technique"),
        outputs: some("outputs"),
        models: vec![ModelUsed {
            provider: Some("provider".to_owned()),
            name: "model".to_owned(),
            version: Some("1".to_owned()),
        }],
        suppliers: vec![Supplier {
            name: "supplier".to_owned(),
            identifier: Some("123".to_owned()),
            role: some("role"),
        }],
        data: Some(DataUse {
            kind: DataKind::Personal,
            categories: vec![text("category")],
            retention: some("retention"),
        }),
        data_sheets: vec!["personal".to_owned()],
        input_data: vec![InputData {
            name: text("file"),
            collection: some("collection"),
            url: Some("https://a.example/".to_owned()),
        }],
        personal_data: Some(SignificantAnswer::Yes),
        processing_record: Some(link("processing")),
        legal_basis: vec![LegalBasis {
            title: text("basis"),
            url: Some("https://a.example/".to_owned()),
        }],
        impact_assessments: vec![ImpactAssessment {
            title: text("assessment"),
            done_on: Some(day()),
            summary: some("assessment summary"),
            url: Some("https://a.example/".to_owned()),
        }],
        risk_tier: Some(RiskTier {
            tier: Tier::Minimal,
            note: some("tier note"),
        }),
        law_answers: vec![LawAnswer {
            fact: "SECRET fact".to_owned(),
            value: "SECRET value".to_owned(),
            by: Signatory::Dpo,
            on: day(),
            evidence: Some(link("SECRET evidence")),
        }],
        duties_done: vec![DutyDone {
            duty: "SECRET duty".to_owned(),
            by: Signatory::Dpo,
            on: day(),
            until: Some(day()),
            evidence: Some(link("SECRET proof")),
        }],
        risks: vec![Risk {
            family: RiskFamily::Work,
            description: text("risk"),
            likelihood: Some(2),
            severity: Some(3),
            measure: some("measure"),
            catalogue: Some("deskilling".to_owned()),
            measures: vec![AppliedMeasure {
                measure: "staff-dialogue".to_owned(),
                state: MeasureState::InPlace,
                evidence: some("evidence"),
                on: Some(day()),
            }],
            residual: Rating::new(1, 3),
        }],
        performance_monitoring: some("performance_monitoring"),
        frequency: Some(Frequency {
            level: FrequencyLevel::Daily,
            uses_per_month: quantity(Unit::UsesPerMonth),
        }),
        work_effects: Some(WorkEffects {
            effect: WorkEffect::Lightens,
            minutes: quantity(Unit::MinutesPerCase),
            quality: some("quality"),
            limit: some("limit"),
            persons: quantity(Unit::Persons),
            occupations: vec![text("occupation")],
            by_occupation: vec![occupation_effect()],
        }),
        footprint_assumptions: Some(FootprintAssumptions {
            model: Some(RegistryModel {
                provider: "provider".to_owned(),
                name: "model".to_owned(),
            }),
            model_class: ModelClass::Small,
            requests_per_month: quantity(Unit::RequestsPerMonth),
            words_per_request: quantity(Unit::WordsPerRequest),
        }),
        cost: Some(Cost {
            yearly: money(),
            covers: some("covers"),
        }),
        exit_plan: some("exit_plan"),
        continuity: Some(Continuity {
            essential: Some(true),
            public_facing: Some(true),
            service: some("service"),
            fallback: some("fallback"),
        }),
        accessibility: some("accessibility"),
        data_location: some("data_location"),
        opinions: vec![opinion()],
        ethical_views: vec![EthicalView {
            criterion: "working-conditions".to_owned(),
            function: Function::StaffRepresentatives,
            sense: Sense::Reserved,
            reasons: vec![text("reason")],
            given_on: Some(day()),
            on_version: Some(1),
        }],
        review: Some(review()),
        decision: Some(decision()),
        todos: vec![todo()],
        stop: Some(Stop {
            reason: text("reason"),
            stopped_on: Some(day()),
        }),
        experiment: Some(Experiment {
            from: Some(day()),
            until: Some(day()),
            result: some("result"),
        }),
        lessons: vec![Lesson {
            text: text("lesson"),
            evidence: some("evidence"),
        }],
        principles: vec!["P01".to_owned()],
        recommendations: vec!["R01".to_owned()],
        source_code: Some(link("code")),
        links: vec![link("link")],
        tags: vec!["tag".to_owned()],
        source_row: vec![SourceCell {
            column: "SECRET column".to_owned(),
            value: "SECRET value".to_owned(),
        }],
    }
}

fn opinion() -> Opinion {
    Opinion {
        function: Function::Dpo,
        sense: Sense::Reserved,
        public_wording: some("public wording"),
        internal_note: some("SECRET note"),
        conditions: vec![text("condition")],
        given_on: Some(day()),
        on_version: Some(1),
        publication: Some(Publication {
            level: PublicationLevel::Public,
            ground: Some(Ground::Deliberation),
            note: some("opinion publication note"),
        }),
    }
}

fn review() -> ReviewRequest {
    ReviewRequest {
        asked_on: day(),
        due_on: Some(day()),
        required: vec![Function::Dpo],
    }
}

fn decision() -> Decision {
    Decision {
        outcome: Outcome::Conditional,
        decided_on: Some(day()),
        decided_by: some("decided_by"),
        on_version: Some(1),
        act: some("act"),
        conditions: vec![text("condition")],
        review_on: Some(day()),
        voided: Some(Voided {
            on: day(),
            changed: vec!["tool".to_owned()],
        }),
        reason: some("reason"),
        stop_criterion: some("stop_criterion"),
    }
}

fn todo() -> Todo {
    Todo {
        number: 1,
        text: text("SECRET to-do"),
        owner: Holder::Function(Function::Dpo),
        due_on: Some(day()),
        condition_of: Some(day()),
        done: Some(TodoDone {
            on: day(),
            by: Holder::Department("hr".to_owned()),
            evidence: some("SECRET evidence"),
        }),
    }
}

pub(crate) fn message() -> Message {
    Message {
        id: Uuid::from_u128(9),
        tracking: "M-SECRET".to_owned(),
        authority: "ville".to_owned(),
        subject: MessageSubject::Problem,
        about: Some("SECRET about".to_owned()),
        body: "SECRET body".to_owned(),
        reply_to: Some("SECRET@example.org".to_owned()),
        language: Language::Fr,
        received_at: chrono::DateTime::UNIX_EPOCH,
        state: MessageState::Closed,
        word_hash: Some("SECRET hash".to_owned()),
        answer: Some(Answer {
            text: text("SECRET answer"),
            answered_on: day(),
        }),
        record: Some("T-001".to_owned()),
        public_summary: Some(PublicSummary {
            text: text("public summary"),
            decided_on: day(),
        }),
    }
}

pub(crate) fn tool() -> ToolSheet {
    ToolSheet {
        id: Uuid::from_u128(8),
        key: "plume".to_owned(),
        name: text("tool"),
        supplier: some("supplier"),
        supplier_key: Some("maker".to_owned()),
        model: some("model"),
        model_keys: vec!["open".to_owned()],
        model_disclosed: Some(true),
        model_class: ModelClass::Small,
        modalities: vec![Modality::Text],
        hosting: Hosting::OwnMachines,
        hosting_place: some("place"),
        jurisdictions: vec!["FR".to_owned()],
        data_allowed: vec![DataKind::Public],
        training_reuse: TrainingReuse::No,
        open_source: Some(true),
        status: ToolStatus::Approved,
        yearly_cost: Some(money()),
        terms: Some(link("terms")),
        terms_versions: vec![TermsVersion {
            since: Some(day()),
            terms: link("terms"),
            change: some("change of terms"),
        }],
        version: Some("1".to_owned()),
        versions: vec![version()],
        embedded_features: vec![EmbeddedFeature {
            name: text("feature"),
            appeared_on: Some(day()),
            asked: Some(false),
            active: Some(true),
        }],
        end_of_life: Some(end_of_life()),
        exit_plan: some("exit"),
        reversibility: Some(GridAnswers {
            grid: "grid".to_owned(),
            version: "1".to_owned(),
            answered_on: Some(day()),
            answers: vec![GridAnswer {
                question: "question".to_owned(),
                choices: vec!["choice".to_owned()],
            }],
        }),
        reviewed_on: Some(day()),
        examination: Examination {
            authority: Some("ville".to_owned()),
            status_since: Some(day()),
            request: Some(ToolRequest {
                asked_on: day(),
                need: text("SECRET need"),
                users: some("SECRET users"),
                data: vec![DataKind::Public],
                address: Some("https://example.org/SECRET".to_owned()),
                within: Some("SECRET".to_owned()),
            }),
            review: Some(review()),
            opinions: vec![opinion()],
            decision: Some(decision()),
            limits: Some(ToolLimits {
                tasks: vec![Task::Write],
                until: Some(day()),
            }),
            withdrawal: Some(Withdrawal {
                on: day(),
                by: Function::Lead,
                reason: text("reason"),
                replaced_by: some("successor"),
            }),
        },
    }
}

fn version() -> ProductVersion {
    ProductVersion {
        version: "1".to_owned(),
        since: Some(day()),
        change: some("change"),
        end_of_life: Some(end_of_life()),
    }
}

fn end_of_life() -> EndOfLife {
    EndOfLife {
        on: day(),
        announced_on: Some(day()),
        source: Some(link("announcement")),
        replaced_by: some("replacement"),
    }
}

fn occupation_effect() -> OccupationEffect {
    let felt = |words: &str| {
        Some(Felt {
            change: FeltChange::Mixed,
            words: some(words),
        })
    };
    OccupationEffect {
        family: Some(OccupationFamily::Resources),
        occupation: some("occupation"),
        origin: EffectOrigin::Measured,
        method: some("method"),
        noted_on: Some(day()),
        respondents: Quantity::declared(11.0, 12.0, Unit::Persons),
        effect: WorkEffect::Burdens,
        minutes: quantity(Unit::MinutesPerCase),
        checking: quantity(Unit::MinutesPerCase),
        quality: felt("quality"),
        meaning: felt("meaning"),
        skills: felt("skills"),
        access: Some(Access {
            equal: Some(false),
            left_out: some("left out"),
        }),
    }
}

pub(crate) fn model() -> ModelSheet {
    ModelSheet {
        id: Uuid::from_u128(14),
        key: "open".to_owned(),
        name: text("model"),
        maker: Some("maker".to_owned()),
        class: ModelClass::Medium,
        open_weights: Some(true),
        licence: some("licence"),
        versions: vec![version()],
        end_of_life: Some(end_of_life()),
        reviewed_on: Some(day()),
    }
}

pub(crate) fn supplier() -> SupplierSheet {
    SupplierSheet {
        id: Uuid::from_u128(15),
        key: "maker".to_owned(),
        name: text("supplier"),
        parent: some("parent"),
        identifier: Some("123".to_owned()),
        public_body: Some(false),
        jurisdictions: vec!["FR".to_owned()],
        reviewed_on: Some(day()),
    }
}

pub(crate) fn authority() -> Authority {
    Authority {
        id: Uuid::from_u128(9),
        slug: "ville".to_owned(),
        name: text("Ville"),
        common_name: text("la ville"),
        kind: AuthorityKind::Commune,
        time_zone: "Europe/Paris".to_owned(),
        staff: Some(100),
        population: Some(1_000),
        reference_prefix: "T".to_owned(),
        publisher_role: some("publisher"),
        host: some("host"),
        contact: some("contact"),
        no_sanction_act: some("act"),
        small: Some(false),
        fictional: false,
    }
}

pub(crate) fn department() -> Department {
    Department {
        id: Uuid::from_u128(10),
        key: "hr".to_owned(),
        name: text("RH"),
        authorities: vec!["ville".to_owned()],
        staff: Some(12),
        staff_counted_on: NaiveDate::from_ymd_opt(2026, 12, 31),
        edited: true,
    }
}

pub(crate) fn publisher() -> Publisher {
    Publisher {
        id: Uuid::from_u128(11),
        slug: "pays".to_owned(),
        name: text("publisher"),
        country: "NL".to_owned(),
        language: "nl".to_owned(),
        licence: "CC0-1.0".to_owned(),
        attribution: text("attribution"),
        url: Some("https://a.example/".to_owned()),
        edition: Some("2026".to_owned()),
        imported_on: Some(day()),
        api: Some("https://a.example/api/v1".to_owned()),
    }
}

pub(crate) fn peer() -> PeerRecord {
    PeerRecord {
        id: Uuid::from_u128(12),
        publisher: "pays".to_owned(),
        key: "k".to_owned(),
        name: "naam".to_owned(),
        language: "nl".to_owned(),
        lifecycle: Some(Lifecycle::Deployed),
        generative: Generative::Unknown,
        generative_inferred: Some(domain::Inference {
            column: "doel".to_owned(),
            words: "taalmodel".to_owned(),
        }),
        fields: [(CommonField::Purpose, "doel".to_owned())].into(),
        source_row: vec![SourceCell {
            column: "title".to_owned(),
            value: "naam".to_owned(),
        }],
        first_seen: day(),
        gone_since: Some(day()),
    }
}

pub(crate) fn edition() -> Edition {
    Edition {
        id: Uuid::from_u128(13),
        authority: "ville".to_owned(),
        number: 2,
        title: text("title"),
        dated: day(),
        changes: vec![text("change")],
    }
}
