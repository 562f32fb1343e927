//! Cuts a document down to what may be seen.

use reference::{Reach, Visibility};
use serde_json::{Map, Value};

/// The document without every value whose path does not reach `least`. Lists keep their items,
/// objects that end up empty disappear.
pub fn prune(document: &Value, kind: &str, visibility: &Visibility, least: Reach) -> Value {
    let keep = |path: &str| visibility.reach(kind, path) >= least;
    prune_at(document, "", &keep).unwrap_or_else(|| Value::Object(Map::new()))
}

/// Every path of a document that holds a value, in order, without repeats.
pub fn field_paths(document: &Value) -> Vec<String> {
    let mut paths = Vec::new();
    let seen = std::cell::RefCell::new(&mut paths);
    let _ = prune_at(document, "", &|path: &str| {
        let mut paths = seen.borrow_mut();
        if !paths.iter().any(|known| known == path) {
            paths.push(path.to_owned());
        }
        true
    });
    paths
}

fn prune_at(value: &Value, path: &str, keep: &dyn Fn(&str) -> bool) -> Option<Value> {
    match value {
        Value::Object(object) if !is_value(object) => {
            let kept: Map<String, Value> = object
                .iter()
                .filter_map(|(key, value)| {
                    let below = if path.is_empty() {
                        key.clone()
                    } else {
                        format!("{path}.{key}")
                    };
                    Some((key.clone(), prune_at(value, &below, keep)?))
                })
                .collect();
            (!kept.is_empty()).then_some(Value::Object(kept))
        }
        Value::Array(items) => {
            let holds_records = items
                .iter()
                .any(|item| item.as_object().is_some_and(|object| !is_value(object)));
            if items.is_empty() || !holds_records {
                return keep(path).then(|| value.clone());
            }
            let kept: Vec<Value> = items
                .iter()
                .filter_map(|item| prune_at(item, path, keep))
                .collect();
            (!kept.is_empty()).then_some(Value::Array(kept))
        }
        _ => keep(path).then(|| value.clone()),
    }
}

/// Whether an object is one value rather than a record: a text by language, a quantity, an
/// amount of money, or the cells of a peer record by common field.
fn is_value(object: &Map<String, Value>) -> bool {
    let has = |keys: &[&str]| {
        object.len() == keys.len() && keys.iter().all(|key| object.contains_key(*key))
    };
    let is_text = !object.is_empty()
        && object.iter().all(|(key, value)| {
            let is_tag =
                (2..=3).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_lowercase());
            is_tag && value.is_string()
        });
    let is_common_fields = !object.is_empty()
        && object
            .iter()
            .all(|(key, value)| value.is_string() && domain::CommonField::from_code(key).is_some());
    is_text
        || is_common_fields
        || has(&["interval", "unit"])
        || has(&["micro", "currency", "tax", "priced_on"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_named_paths_stay() {
        let document = json!({
            "name": {"fr": "Nom"},
            "secret": "x",
            "opinions": [
                {"sense": "reserved", "internal_note": {"fr": "non"}},
                {"internal_note": {"fr": "non plus"}}
            ],
            "minutes": {"interval": {"low": 1, "high": 2, "kind": "declared"}, "unit": "days"},
            "tags": []
        });
        let keep = |path: &str| ["name", "opinions.sense", "minutes", "tags"].contains(&path);
        assert_eq!(
            prune_at(&document, "", &keep),
            Some(json!({
                "name": {"fr": "Nom"},
                "opinions": [{"sense": "reserved"}],
                "minutes": {"interval": {"low": 1, "high": 2, "kind": "declared"}, "unit": "days"},
                "tags": []
            }))
        );
    }
}
