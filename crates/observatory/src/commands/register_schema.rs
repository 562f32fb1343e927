//! The Table Schema of French inventories as the files of a repository of its own, in the layout
//! that schema.data.gouv.fr checks before it lists a schema.

use super::{Context, output};
use crate::complaint::complain;
use crate::pipeline;
use anyhow::{Context as _, Result};
use askama::Template;
use clap::Args;
use domain::{Language, Remark};
use publish::{EVERYONE, Scope};
use reference::FileKind;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct Schema {
    /// A new folder, to be kept under git
    folder: PathBuf,
    /// Where the repository will be, without final slash
    #[arg(long, value_name = "URL")]
    homepage: String,
    /// Address of whoever answers for the schema
    #[arg(long, value_name = "EMAIL")]
    contact: String,
    /// The authority that publishes it, and whose records are the example; all of them when absent
    #[arg(long, default_value = EVERYONE, value_name = "SLUG")]
    authority: String,
}

/// The schema among the data of the binary.
const SCHEMA: &str = "data/schemas/fr-inventaire-algorithmes.json";
/// The format that it describes.
const FORMAT: &str = "fr";
const EXAMPLE: &str = "exemple-valide.csv";
/// What the checks of the national site are run with.
const REQUIREMENTS: &str = "frictionless\n";

/// The page of the repository: in French, as the site that lists it.
#[derive(Template)]
#[template(path = "schema/README.md", escape = "none")]
struct Readme<'a> {
    title: &'a str,
    description: &'a str,
    version: &'a str,
    publisher: &'a str,
    contact: &'a str,
    fields: Vec<Field<'a>>,
}

struct Field<'a> {
    name: &'a str,
    title: &'a str,
    description: &'a str,
    is_required: bool,
}

pub(super) async fn run(schema: Schema, context: &Context) -> Result<()> {
    let instance = context.open().await?;
    let library = instance.library();
    let snapshot = pipeline::snapshot::build(&instance).await?;
    let scope = Scope::of(&schema.authority);
    let publisher = match snapshot.authority(&schema.authority) {
        Some(authority) => authority.name.plain(Language::Fr).to_owned(),
        None if scope == Scope::Everyone => {
            let names = snapshot.authorities.iter();
            let names: Vec<_> = names
                .map(|a| a.name.plain(Language::Fr).to_owned())
                .collect();
            names.join(", ")
        }
        None => {
            let slugs = snapshot.authorities.iter().map(|a| a.slug.as_str());
            let remark = Remark::new("no-such-authority")
                .with("slug", &schema.authority)
                .with("known", slugs.collect::<Vec<_>>().join(", "));
            return Err(complain(remark));
        }
    };
    let text = library.tree.text(SCHEMA).unwrap_or_default();
    let described: Value = serde_json::from_str(text).context(SCHEMA)?;
    let mapping = library.reference.mappings.get(FORMAT).context(FORMAT)?;
    let kind = Some(FileKind::Csv);
    let example = pipeline::export::run(&snapshot, scope, Language::Fr, mapping, kind)?;
    instance.store.clone().close().await?;
    if example.records == 0 {
        return Err(complain(Remark::new("schema-no-records")));
    }
    let complete = completed(&described, &schema, &publisher);
    let files = [
        ("schema.json", pretty(&complete)),
        ("README.md", readme(&complete, &publisher, &schema.contact)?),
        ("CHANGELOG.md", changelog(&complete)),
        ("LICENSE.md", LICENCE.to_owned()),
        ("requirements.txt", REQUIREMENTS.to_owned()),
    ];
    make(&schema.folder)?;
    let write = |name: &str, bytes: &[u8]| {
        let path = schema.folder.join(name);
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))
    };
    for (name, text) in &files {
        write(name, text.as_bytes())?;
    }
    write(EXAMPLE, &example.bytes)?;
    let blanks = [
        ("folder", schema.folder.display().to_string().into()),
        ("records", example.records.into()),
        ("version", word(&complete, "version").to_owned().into()),
    ];
    let done = library
        .words
        .format(context.language, "schema-written", &blanks);
    output::line(&done)
}

/// A folder that holds nothing yet: a repository is not written over.
fn make(folder: &Path) -> Result<()> {
    let is_taken = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if is_taken {
        let remark = Remark::new("schema-folder-taken").with("folder", folder.display());
        return Err(complain(remark));
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

/// The schema with what only its publisher knows.
fn completed(described: &Value, schema: &Schema, publisher: &str) -> Value {
    let mut complete = described.clone();
    let homepage = schema.homepage.trim_end_matches('/');
    let version = word(described, "version");
    let raw = format!("{homepage}/raw/v{version}");
    complete["countryCode"] = "FR".into();
    complete["homepage"] = homepage.into();
    complete["path"] = format!("{raw}/schema.json").into();
    complete["sources"] = json!([{
        "title": "Guide d’Etalab : l’inventaire des algorithmes",
        "path": word(described, "homepage"),
    }]);
    complete["contributors"] = json!([{
        "title": publisher,
        "email": schema.contact,
        "role": "author",
    }]);
    complete["resources"] = json!([{
        "name": "exemple-valide",
        "title": "Exemple valide",
        "path": format!("{raw}/{EXAMPLE}"),
    }]);
    complete
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn pretty(value: &Value) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    format!("{text}\n")
}

fn readme(schema: &Value, publisher: &str, contact: &str) -> Result<String> {
    let fields = schema["fields"].as_array().map_or(&[][..], Vec::as_slice);
    let fields = fields.iter().map(|field| Field {
        name: word(field, "name"),
        title: word(field, "title"),
        description: word(field, "description"),
        is_required: field["constraints"]["required"] == true,
    });
    let page = Readme {
        title: word(schema, "title"),
        description: word(schema, "description"),
        version: word(schema, "version"),
        publisher,
        contact,
        fields: fields.collect(),
    };
    Ok(page.render()?)
}

fn changelog(schema: &Value) -> String {
    let (version, day) = (word(schema, "version"), word(schema, "created"));
    format!("# Changements\n\n## {version} – {day}\n\nPremière version.\n")
}

const LICENCE: &str = "# Licence Ouverte 2.0\n\nCe schéma est publié sous la Licence Ouverte 2.0 \
(etalab-2.0) : <https://www.etalab.gouv.fr/licence-ouverte-open-licence/>.\n";
