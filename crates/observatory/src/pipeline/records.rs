//! Records kept as files: `records/` beside `vigie.toml`.
//!
//! Until they are edited in the browser, departments, tools, models, suppliers, editions and use
//! cases are written as YAML in the shape of the demonstration (`demo/`), without identifiers: these are derived
//! from the key. A file that changes makes a new version; one that disappears changes nothing.

use crate::instance::{Instance, change};
use anyhow::{Context, Result, anyhow};
use domain::{Department, Document, Edition, ModelSheet, SupplierSheet, ToolSheet, UseCase};
use reference::{Node, Tree};
use serde_json::Value;
use std::collections::BTreeSet;
use store::Prepared;
use uuid::Uuid;

/// Name space of the identifiers of records kept as files.
const RECORDS: Uuid = Uuid::from_u128(0x5f0e_5d5c_2f6b_5a0e_9d0a_7c1f_6e5b_1a06);

/// Folder of the observatory that holds them.
const FOLDER: &str = "records";

/// Writes every record of the folder, all or none.
pub async fn load(instance: &Instance) -> Result<()> {
    let files = Tree::from_dir(&instance.folder.join(FOLDER))?;
    let mut tree = Tree::default();
    for path in files.paths("", ".yaml") {
        if let Some(bytes) = files.get(path) {
            tree.insert(format!("{FOLDER}/{path}"), bytes);
        }
    }
    let mut documents = Vec::new();
    let kept_here = kept_here(instance).await?;
    let mut departments = list::<Department>(&tree, "departments", "key")?;
    departments.retain(|department| !kept_here.contains(&department.id()));
    documents.extend(departments);
    let examined = examined(instance).await?;
    let mut tools = list::<ToolSheet>(&tree, "tools", "key")?;
    tools.retain(|tool| !examined.contains(&tool.id()));
    documents.extend(tools);
    documents.extend(list::<ModelSheet>(&tree, "models", "key")?);
    documents.extend(list::<SupplierSheet>(&tree, "suppliers", "key")?);
    documents.extend(list::<Edition>(&tree, "editions", "number")?);
    for path in tree.paths("records/use-cases/", ".yaml") {
        documents.push(prepared::<UseCase>(read(&tree, path)?, "reference", path)?);
    }
    if !documents.is_empty() {
        instance
            .store
            .put_prepared(&documents, &change("lead"))
            .await?;
    }
    Ok(())
}

/// Tools that were examined in the browser: a file no longer says what they are, or it would write
/// over a decision, or over the change that voided it.
async fn examined(instance: &Instance) -> Result<BTreeSet<Uuid>> {
    let tools = instance.store.all::<ToolSheet>().await?;
    let examined = tools
        .iter()
        .map(|record| &record.document)
        .filter(|tool| !tool.examination.is_blank());
    Ok(examined.map(|tool| tool.id).collect())
}

/// Departments that were written or taken out in the browser: a file no longer says what they are.
async fn kept_here(instance: &Instance) -> Result<BTreeSet<Uuid>> {
    let departments = instance.store.all::<Department>().await?;
    let edited = departments
        .into_iter()
        .map(|record| record.document)
        .filter(|department| department.edited)
        .map(|department| department.id);
    let removed = instance.store.removals::<Department>().await?;
    let removed = removed.into_iter().map(|removal| removal.record);
    Ok(edited.chain(removed).collect())
}

/// `departments.yaml` holds a list under `departments`.
fn list<D: Document>(tree: &Tree, name: &str, key: &str) -> Result<Vec<Prepared>> {
    let path = format!("{FOLDER}/{name}.yaml");
    if tree.get(&path).is_none() {
        return Ok(Vec::new());
    }
    let document = read(tree, &path)?;
    let items = document[name]
        .as_array()
        .with_context(|| format!("{path}: a list is expected under `{name}:`"))?;
    let items = items
        .iter()
        .map(|item| prepared::<D>(item.clone(), key, &path));
    items.collect()
}

/// A YAML file of a tree as JSON; the first mistake is told with its line.
pub(super) fn read(tree: &Tree, path: &str) -> Result<Value> {
    let text = tree
        .text(path)
        .with_context(|| format!("{path} is missing or is not UTF-8"))?;
    let (root, diagnostics) = reference::parse(path, text);
    if let Some(fault) = diagnostics.first() {
        return Err(anyhow!("{path}:{}: {}", fault.line, fault.remark.key));
    }
    Ok(root.as_ref().map(Node::to_json).unwrap_or_default())
}

fn prepared<D: Document>(mut value: Value, key: &str, path: &str) -> Result<Prepared> {
    let name = match &value[key] {
        Value::String(name) => name.clone(),
        Value::Number(number) => format!("{} {number}", value["authority"]),
        _ => return Err(anyhow!("{path}: `{key}` is missing")),
    };
    let identity = format!("{}\n{name}", D::KIND);
    value["id"] = Uuid::new_v5(&RECORDS, identity.as_bytes())
        .to_string()
        .into();
    let document: D =
        serde_json::from_value(value).with_context(|| format!("{path}, {key} {name}"))?;
    Ok(Prepared::new(&document)?)
}
