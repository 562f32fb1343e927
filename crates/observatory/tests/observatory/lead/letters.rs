use crate::machine::Machine;
use domain::people::{Account, AccountState, Grant, Role};
use domain::{Examination, Function, Language, ToolSheet, ToolStatus, UseCase};
use observatory::config::{self, DigestTime};
use observatory::instance::{Instance, change};
use observatory::mail::{Letter, MailFault, Post};
use observatory::{clock, pipeline};
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use uuid::Uuid;

const HERE: &str = "metropole-valmorel";

/// The demonstration with a lead and a DPO who have something to do, and an agent who has not.
async fn observatory(settings: &str) -> (TempDir, Instance) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(config::FILE), settings).expect("written");
    let instance = Instance::open(folder.path().to_path_buf())
        .await
        .expect("opens");
    let today = instance.today().await.expect("a day");
    pipeline::demo::load(&instance, today).await.expect("loads");
    for (name, role, functions) in [
        ("pilote", Role::Lead, Vec::new()),
        ("dpo", Role::Reviewer, vec![Function::Dpo]),
        ("agent", Role::Agent, Vec::new()),
    ] {
        let account = Account {
            id: Uuid::now_v7(),
            email: format!("{name}.secret@valmorel.example"),
            name: format!("Nom de {name}"),
            language: if role == Role::Lead {
                Language::En
            } else {
                Language::Fr
            },
            state: AccountState::Active,
            grants: vec![Grant {
                role,
                authority: Some(HERE.to_owned()),
                department: None,
                functions,
            }],
            created_at: clock::now(),
        };
        instance.store.put_account(&account).await.expect("written");
    }
    let all = instance.store.all_of::<UseCase>(HERE).await.expect("read");
    let mut record = all.into_iter().next().expect("a record").document;
    record
        .opinions
        .retain(|opinion| opinion.function != Function::Dpo);
    record.review = Some(domain::ReviewRequest {
        asked_on: today,
        due_on: None,
        required: vec![Function::Dpo],
    });
    instance
        .store
        .put(&record, &change("lead"))
        .await
        .expect("written");
    (folder, instance)
}

/// One runtime for every test: connections belong to the one that opened them.
fn run<T>(task: impl Future<Output = T>) -> T {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| Runtime::new().expect("a runtime"));
    runtime.block_on(task)
}

fn vigie(folder: &Path, arguments: &[&str]) -> (Output, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(arguments)
        .env("VIGIE_DIR", folder)
        .env("VIGIE_LOG", "info")
        .env("LANG", "fr_FR.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("VIGIE_DATABASE_URL")
        .output()
        .expect("the binary runs");
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    let text = String::from_utf8_lossy(&both).into_owned();
    (output, text)
}

#[test]
fn the_weekly_letter_holds_numbers_and_a_link_and_nobody() {
    let machine = Machine::start(false);
    let (folder, instance) = run(observatory(&machine.settings()));
    let records = run(instance.store.all_of::<UseCase>(HERE)).expect("read");
    run(instance.store.close()).expect("closed");
    let (dry, text) = vigie(folder.path(), &["digest", "--dry-run", "--authority", HERE]);
    assert!(dry.status.success(), "{text}");
    assert!(machine.letters().is_empty(), "nothing is sent");
    assert!(
        !text.contains("secret") && !text.contains("Nom de"),
        "{text}"
    );
    let (sent, text) = vigie(folder.path(), &["digest", "--json"]);
    assert!(sent.status.success(), "{text}");
    assert!(!text.contains("secret"), "no address in the log: {text}");
    let letters = machine.letters();
    assert_eq!(letters.len(), 2, "the agent has nothing to do");
    let to = |name: &str| {
        let address = format!("To: {name}.secret@valmorel.example");
        letters
            .iter()
            .find(|letter| letter.contains(&address))
            .expect("a letter")
    };
    assert!(to("dpo").contains("https://vigie.example/fr/metropole-valmorel/espace"));
    assert!(to("pilote").contains("https://vigie.example/en/metropole-valmorel/espace/semaine"));
    assert!(to("pilote").contains("text/plain"));
    for letter in &letters {
        assert!(!letter.contains("Nom de"), "{letter}");
        for record in &records {
            let name = record.document.name.get("en").unwrap_or("VAL-");
            assert!(
                !letter.contains(name) && !letter.contains("VAL-"),
                "{letter}"
            );
        }
    }
}

#[test]
fn the_weekly_letter_counts_the_tools_that_wait_for_its_reader() {
    let (_folder, instance) = run(observatory(
        "[server]\npublic_url = \"https://v.example\"\n",
    ));
    let written = run(async {
        let tools = instance.store.all::<ToolSheet>().await.expect("read");
        let mut asked = tools.into_iter().next().expect("a tool").document;
        asked.id = Uuid::now_v7();
        asked.key = "brume".to_owned();
        asked.status = ToolStatus::UnderReview;
        asked.examination = Examination {
            authority: Some(HERE.to_owned()),
            ..Examination::default()
        };
        let by = change("lead");
        instance.store.put(&asked, &by).await.expect("written");
        let all = instance.authorities().await.expect("read");
        let here = all.into_iter().find(|a| a.slug == HERE).expect("there");
        let today = instance.today().await.expect("a day");
        let letters = pipeline::digest::letters(&instance, &here, today);
        letters.await.expect("written")
    });
    let body = |role| {
        let mut of = written.iter().filter(|letter| letter.roles.contains(&role));
        of.next()
            .map(|letter| letter.letter.body.replace('\u{a0}', " "))
    };
    let lead = body(Role::Lead).expect("a letter");
    assert!(
        lead.contains("- Tools asked for, to be examined: 1"),
        "{lead}"
    );
    assert!(!lead.contains("brume"), "{lead}");
    let reviewer = body(Role::Reviewer).expect("a letter");
    assert!(!reviewer.contains("Outils demandés"), "{reviewer}");
}

#[test]
fn a_machine_that_refuses_is_told_without_the_address_and_breaks_nothing() {
    let machine = Machine::start(true);
    let (folder, instance) = run(observatory(&machine.settings()));
    run(instance.store.close()).expect("closed");
    let (sent, text) = vigie(folder.path(), &["digest"]);
    assert!(!sent.status.success());
    assert!(text.contains("2 lettres ne sont pas parties"), "{text}");
    assert!(text.contains("la machine refuse"), "{text}");
    assert!(!text.contains("secret"), "{text}");
}

#[test]
fn serving_sends_the_letters_of_a_week_once_and_remembers_what_became_of_them() {
    let machine = Machine::start(true);
    let (_folder, instance) = run(observatory(&machine.settings()));
    let local = clock::zoned(clock::now(), "Europe/Paris").expect("a zone");
    let today = chrono::Datelike::weekday(&local);
    let other = today.succ();
    run(async {
        let due = |day| DigestTime { day, hour: 0 };
        pipeline::digest::send_due(&instance, due(other))
            .await
            .expect("looked");
        assert_eq!(instance.store.last_digest(HERE).await.expect("read"), None);
        for _ in 0..2 {
            pipeline::digest::send_due(&instance, due(today))
                .await
                .expect("sent");
        }
        let told = instance
            .store
            .last_digest(HERE)
            .await
            .expect("read")
            .expect("told");
        assert_eq!((told.sent, told.failed), (0, 2));
        assert_eq!(told.fault.as_deref(), Some("refused"));
    });
}

#[test]
fn faults_of_the_settings_are_told_with_what_to_do() {
    let cases = [
        (
            "encryption = \"ssl\"\nfrom = \"a@b.example\"",
            "Écrivez tls, starttls ou none",
        ),
        ("from = \"personne\"", "adresse d’expéditeur"),
        (
            "encryption = \"none\"\nuser = \"a\"\nfrom = \"a@b.example\"",
            "ne part pas en clair",
        ),
        (
            "user = \"a\"\nfrom = \"a@b.example\"",
            "VIGIE_MAIL_PASSWORD",
        ),
        (
            "from = \"a@b.example\"\nca_file = \"absent.pem\"",
            "ne peut pas être lu",
        ),
        (
            "from = \"a@b.example\"\ndigest_day = \"lundi\"",
            "Écrivez monday",
        ),
        (
            "from = \"a@b.example\"\ndigest_hour = 24",
            "une heure de 0 à 23",
        ),
        (
            "from = \"a@b.example\"\ndigest_day = \"monday\"",
            "public_url manque",
        ),
    ];
    for (table, expected) in cases {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = format!("[mail]\nhost = \"smtp.example\"\n{table}\n");
        fs::write(folder.path().join(config::FILE), settings).expect("written");
        let (_, text) = vigie(folder.path(), &["check"]);
        let plain = text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain.contains(expected), "{table}: {text}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let settings = "[server]\npublic_url = \"https://v.example\"\n";
    fs::write(folder.path().join(config::FILE), settings).expect("written");
    let (off, text) = vigie(folder.path(), &["digest"]);
    assert!(!off.status.success());
    assert!(text.contains("[mail]"), "{text}");
}

#[test]
fn what_init_proposes_for_letters_is_accepted() {
    let (before, proposed) = config::TEMPLATE.split_once("# [mail]\n").expect("proposed");
    let lines = proposed.lines().take_while(|line| line.starts_with("# "));
    let lines = lines.map(|line| line.trim_start_matches("# "));
    let table = lines
        .collect::<Vec<_>>()
        .join("\n")
        .replace("ca_file", "# ca_file");
    let text = format!("{before}[mail]\n{table}").replace("user = ", "# user = ");
    let config: config::Config = toml::from_str(&text).expect("readable");
    config.mail().expect("nothing to mend").expect("a table");
    assert!(config.digest_time().is_some());
}

#[test]
fn a_letter_to_what_is_no_address_or_to_nobody_is_a_fault() {
    let fault = |machine: &Machine, to: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(config::FILE), machine.settings()).expect("written");
        let config = config::Config::read(folder.path()).expect("read");
        let mail = config.mail().expect("fine").expect("there");
        let post = Post::of(&mail).expect("made");
        let letter = Letter {
            to: to.to_owned(),
            subject: "Essai".to_owned(),
            body: "Essai\n".to_owned(),
        };
        run(post.send(&letter)).err()
    };
    let machine = Machine::start(false);
    assert_eq!(fault(&machine, "a@valmorel.example"), None);
    assert_eq!(fault(&machine, "personne"), Some(MailFault::Address));
    let closed = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = closed.local_addr().expect("an address").port();
    drop(closed);
    let mut nobody = machine;
    nobody.port = port;
    assert_eq!(
        fault(&nobody, "a@valmorel.example"),
        Some(MailFault::Unreachable)
    );
}

#[test]
fn the_pack_of_a_meeting_is_written_for_people_and_for_machines() {
    let (folder, instance) = run(observatory(""));
    run(instance.store.close()).expect("closed");
    let (asked, text) = vigie(folder.path(), &["meeting", "--authority", HERE, "--json"]);
    assert!(asked.status.success(), "{text}");
    let pack: serde_json::Value = serde_json::from_slice(&asked.stdout).expect("JSON");
    let cases = pack["cases"].as_array().expect("cases");
    assert!(!cases.is_empty(), "one waits for the DPO");
    let awaited = cases
        .iter()
        .find(|case| case["asked"] == "opinions")
        .expect("it waits");
    assert_eq!(awaited["awaited"], serde_json::json!(["dpo"]));
    for case in cases {
        for figure in case["figures"].as_array().expect("figures") {
            assert!(figure["amount"]["unit"].is_string() && !figure["method"].is_null());
        }
        for opinion in case["opinions"].as_array().expect("opinions") {
            assert!(opinion.get("internal_note").is_none());
        }
    }
    let both = [
        "meeting",
        "--authority",
        HERE,
        "--case",
        "val-001",
        "--case",
        "VAL-022",
    ];
    let (written, text) = vigie(folder.path(), &both);
    assert!(written.status.success(), "{text}");
    assert!(
        text.contains("## VAL-001") && text.contains("## VAL-022"),
        "{text}"
    );
    let (which, text) = vigie(folder.path(), &["meeting"]);
    assert!(!which.status.success());
    assert!(text.contains("--authority"), "{text}");
    let none = ["meeting", "--authority", HERE, "--case", "VAL-999"];
    let (none, text) = vigie(folder.path(), &none);
    assert!(!none.status.success() && text.contains("VAL-999"), "{text}");
}
