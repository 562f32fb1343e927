//! Holds a value against a JSON Schema: the part of it that `OpenAPI` documents of ours use. A word
//! it does not know is a panic, so that a schema never asks for more than is checked.

use serde_json::Value;

/// Everything about a value that its schema refuses.
pub(crate) fn faults(value: &Value, schema: &Value, document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(value, schema, document, "", &mut faults);
    faults
}

fn check(value: &Value, schema: &Value, document: &Value, at: &str, faults: &mut Vec<String>) {
    let mut refuse = |what: &str| faults.push(format!("{at}: {what}, not {value}"));
    if let Some(reference) = schema["$ref"].as_str() {
        let pointer = reference.trim_start_matches('#');
        let found = document.pointer(pointer);
        let found = found.unwrap_or_else(|| panic!("{reference} leads nowhere"));
        return check(value, found, document, at, faults);
    }
    for (word, asked) in schema.as_object().expect("a schema") {
        match word.as_str() {
            "description" | "default" | "properties" | "additionalProperties" => {}
            "propertyNames" => {
                let names = value.as_object().into_iter().flatten();
                if !names.into_iter().all(|(name, _)| is_tag(name)) {
                    refuse("names that are language tags");
                }
            }
            "type" if is_a(value, asked) => {}
            "type" => refuse(&format!("a {asked}")),
            "enum" if asked.as_array().expect("a list").contains(value) => {}
            "enum" => refuse(&format!("one of {asked}")),
            "format" if is_of_format(value, asked) => {}
            "format" => refuse(&format!("a {asked}")),
            "minimum" if value.as_f64() >= asked.as_f64() => {}
            "maximum" if value.as_f64() <= asked.as_f64() => {}
            "maxLength" if length(value) <= asked.as_u64() => {}
            "minimum" | "maximum" | "maxLength" => refuse(&format!("{word} {asked}")),
            "required" => {
                for name in asked.as_array().expect("a list") {
                    if value.get(name.as_str().expect("a name")).is_none() {
                        refuse(&format!("something with {name}"));
                    }
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(item, asked, document, &format!("{at}/{index}"), faults);
                }
                return finish(value, schema, document, at, faults);
            }
            word => panic!("“{word}” is not checked: {schema}"),
        }
    }
    finish(value, schema, document, at, faults);
}

/// The fields of an object, and those nobody told.
fn finish(value: &Value, schema: &Value, document: &Value, at: &str, faults: &mut Vec<String>) {
    for (name, inner) in value.as_object().into_iter().flatten() {
        let below = format!("{at}/{name}");
        match (
            schema["properties"].get(name),
            &schema["additionalProperties"],
        ) {
            (Some(told), _) => check(inner, told, document, &below, faults),
            (None, Value::Bool(false)) => faults.push(format!("{below}: nobody told it")),
            (None, other) if other.is_object() => check(inner, other, document, &below, faults),
            _ => {}
        }
    }
}

fn is_a(value: &Value, kind: &Value) -> bool {
    match kind.as_str().expect("one type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        kind => panic!("“{kind}” is not checked"),
    }
}

fn is_of_format(value: &Value, format: &Value) -> bool {
    let Some(text) = value.as_str() else {
        return false;
    };
    match format.as_str().expect("a format") {
        "uuid" => text.len() == 36 && text.parse::<uuid::Uuid>().is_ok(),
        "date" => text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok(),
        "date-time" => chrono::DateTime::parse_from_rfc3339(text).is_ok(),
        "uri" => text.starts_with("https://") && !text.contains(char::is_whitespace),
        format => panic!("“{format}” is not checked"),
    }
}

fn is_tag(name: &str) -> bool {
    let (language, region) = name.split_once('-').unwrap_or((name, "x"));
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && region.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn length(value: &Value) -> Option<u64> {
    Some(value.as_str()?.chars().count() as u64)
}
