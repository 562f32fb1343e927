use super::{at, hidden, lead};
use crate::browser::get;
use crate::place::{ELSEWHERE, HERE, Place, contains, grant, place};
use domain::Department;
use domain::people::Role;
use observatory::instance::{Instance, change};
use std::fs;

fn find(place: &Place, name: &str) -> Option<Department> {
    let all = place.runtime.block_on(place.store.all::<Department>());
    let mut all = all.expect("read").into_iter().map(|record| record.document);
    all.find(|department| department.name.get("fr") == Some(name))
}

#[test]
fn a_department_is_added_renamed_counted_and_taken_out() {
    let place = place();
    let lead = lead(&place);
    contains(&lead.get(&at("espace")), "directions");
    let new = at("directions/nouvelle");
    let empty = [("version", "0"), ("nom-fr", " "), ("effectif", "12")];
    let refused = lead.post(&new, &empty);
    assert_eq!(refused.status, 422);
    for told in ["Donnez-lui un nom", "Cochez au moins une", "quel jour"] {
        contains(&refused, told);
    }
    contains(&refused, "value=\"12\"");

    let form = [
        ("version", "0"),
        ("nom-fr", "Eau & assainissement"),
        ("collectivite", HERE),
        ("effectif", "1 250"),
        ("compte-le", "2026-01-31"),
    ];
    assert_eq!(lead.post(&new, &form).status, 303);
    let made = find(&place, "Eau & assainissement").expect("made");
    assert_eq!(made.key, "eau_assainissement");
    assert_eq!(made.staff, Some(1_250));
    contains(&lead.get(&at("directions")), "Eau &#38; assainissement");

    let path = at("directions/eau_assainissement");
    let version = hidden(&lead.get(&path), "version");
    let form = [
        ("version", &*version),
        ("nom-fr", "Cycle de l’eau"),
        ("collectivite", HERE),
        ("collectivite", ELSEWHERE),
    ];
    assert_eq!(lead.post(&path, &form).status, 303);
    let renamed = find(&place, "Cycle de l’eau").expect("renamed");
    assert_eq!(renamed.key, "eau_assainissement", "records keep their key");
    assert_eq!((renamed.staff, renamed.staff_counted_on), (None, None));
    assert_eq!(renamed.authorities, [HERE, ELSEWHERE]);
    assert_eq!(
        lead.post(&path, &form).status,
        422,
        "somebody wrote it since"
    );

    let version = hidden(&lead.get(&path), "version");
    let sure = [("version", &*version), ("sur", "1")];
    assert_eq!(lead.post(&format!("{path}/retirer"), &sure).status, 303);
    assert_eq!(find(&place, "Cycle de l’eau"), None);
}

#[test]
fn a_department_that_records_name_stays() {
    let place = place();
    let lead = lead(&place);
    let (record, _) = place.record("VAL-001");
    let key = record.department.expect("the record names one");
    let path = at(&format!("directions/{key}"));
    let page = lead.get(&path);
    contains(&page, "ne peut pas être retirée");
    let version = hidden(&page, "version");
    let sure = [("version", &*version), ("sur", "1")];
    let refused = lead.post(&format!("{path}/retirer"), &sure);
    assert_eq!(refused.status, 422);
}

#[test]
fn a_department_shared_with_another_authority_is_not_one_lead_s_alone() {
    let place = place();
    let (one, _) = place.member(vec![grant(Role::Lead, &[])]);
    contains(&one.get(&at("directions")), "partagée avec");
    assert_eq!(one.get(&at("directions/hr")).status, 403);
    assert_eq!(one.get(&at("directions/waste")).status, 200);
    assert_eq!(one.get(&at("directions/none")).status, 404);
    assert_eq!(get(place.address, &at("directions")).status, 303);
}

#[test]
fn what_the_browser_wrote_is_not_written_over_by_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = "[[authorities]]\nslug = 'ville'\nname_fr = 'Ville'\n\
         common_name_fr = 'la ville'\nkind = 'commune'\nreference_prefix = 'VIL'\n";
    fs::write(folder.path().join("vigie.toml"), settings).expect("written");
    let records = folder.path().join("records");
    fs::create_dir(&records).expect("a folder");
    let file = records.join("departments.yaml");
    let write = |names: &[&str]| {
        let line = |name: &&str| {
            format!("  - {{key: {name}, name: {{fr: \"{name}\"}}, authorities: [ville]}}\n")
        };
        let lines: String = names.iter().map(line).collect();
        fs::write(&file, format!("departments:\n{lines}")).expect("written");
    };
    write(&["rh", "voirie"]);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let names = |instance: &Instance| {
        let all = runtime.block_on(instance.store.all::<Department>());
        let all = all.expect("read").into_iter().map(|d| d.document);
        let mut names: Vec<_> = all
            .map(|d| d.name.get("fr").unwrap_or_default().to_owned())
            .collect();
        names.sort();
        names
    };
    let open = || {
        let opened = runtime.block_on(Instance::open(folder.path().to_path_buf()));
        opened.expect("opens")
    };
    let instance = open();
    assert_eq!(names(&instance), ["rh", "voirie"]);
    runtime.block_on(async {
        use observatory::pipeline::departments;
        let all = departments::all(&instance).await.expect("read");
        let by_lead = change("lead");
        for record in all {
            if record.document.key == "voirie" {
                let removed = departments::remove(&instance, &record, &by_lead);
                removed.await.expect("taken out");
                continue;
            }
            let mut department = record.document;
            department.name = domain::Text::one("fr", "Ressources humaines");
            let saved = departments::save(&instance, &department, record.version, &by_lead);
            saved.await.expect("written");
        }
    });
    drop(instance);
    write(&["rh", "voirie", "eau"]);
    assert_eq!(names(&open()), ["Ressources humaines", "eau"]);
}
