//! The `OpenAPI` 3.1 document, from the list of resources and the shapes of answers.

use super::resource::{Parameter, Resource};
use super::schema::{components, reference, value};
use super::{ROOT, VERSION};
use crate::open_data::{LICENCE, LICENCE_URL};
use crate::wording::Wording;
use serde_json::{Map, Value, json};

/// The document, with its words in one language.
pub fn openapi(wording: &Wording, public_url: &str) -> Value {
    let paths = Resource::ALL.map(|resource| {
        let path = match resource.path() {
            "" => "/".to_owned(),
            path => path.to_owned(),
        };
        (path, json!({"get": operation(resource, wording)}))
    });
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": wording.get("api-page-title"),
            "description": wording.get("api-page-lede"),
            "version": VERSION,
            "license": {"name": LICENCE, "url": LICENCE_URL},
        },
        "servers": [{"url": format!("{public_url}{ROOT}")}],
        "paths": Map::from_iter(paths),
        "components": {"schemas": components(wording)},
    })
}

fn operation(resource: Resource, wording: &Wording) -> Value {
    let key = resource.key().map(|key| {
        json!({
            "name": key,
            "in": "path",
            "required": true,
            "description": wording.get(&format!("api-key-{}", resource.code())),
            "schema": {"type": "string", "minLength": 1},
        })
    });
    let query = resource.parameters().iter();
    let query = query.map(|parameter| query_parameter(*parameter, wording));
    let parameters: Vec<Value> = key.into_iter().chain(query).collect();
    let mut responses = Map::new();
    let headers = json!({
        "ETag": {"schema": {"type": "string"}},
        "Cache-Control": {"schema": {"type": "string"}},
    });
    responses.insert(
        "200".to_owned(),
        json!({
            "description": wording.get(&format!("api-resource-{}", resource.code())),
            "headers": headers,
            "content": {"application/json": {"schema": reference(resource.schema())}},
        }),
    );
    responses.insert(
        "304".to_owned(),
        json!({"description": wording.get("api-not-modified")}),
    );
    for status in refusals(resource) {
        let title = wording.get(title_of(*status));
        let problem = json!({
            "description": title,
            "content": {"application/problem+json": {"schema": reference("Problem")}},
        });
        responses.insert(status.to_string(), problem);
    }
    json!({
        "operationId": resource.code(),
        "summary": wording.get(&format!("api-resource-{}", resource.code())),
        "parameters": parameters,
        "responses": responses,
    })
}

fn query_parameter(parameter: Parameter, wording: &Wording) -> Value {
    let schema = value(parameter.nature);
    let schema = if parameter.is_repeated {
        json!({"type": "array", "items": schema, "maxItems": 20})
    } else {
        schema
    };
    json!({
        "name": parameter.name,
        "in": "query",
        "required": false,
        "description": wording.get(&format!("api-parameter-{}", parameter.name)),
        "schema": schema,
        "style": "form",
        "explode": true,
    })
}

/// Statuses a resource may refuse with.
fn refusals(resource: Resource) -> &'static [u16] {
    match resource {
        Resource::UseCase => &[400, 404, 410, 429],
        resource if resource.key().is_some() => &[400, 404, 429],
        _ => &[400, 429],
    }
}

fn title_of(status: u16) -> &'static str {
    match status {
        404 => "api-title-not-found",
        410 => "api-title-gone",
        429 => "api-title-too-often",
        _ => "api-title-parameter",
    }
}
