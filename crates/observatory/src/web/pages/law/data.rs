use crate::web::rendered::Rendered;
use crate::web::site::Site;
use domain::law::Period;
use evaluate::expression;
use reference::law::{Law, Rule, RulePeriod};
use serde_json::{Map, Value, json};

/// Every rule as open data: dates, conditions, certainty, citation and sources.
pub(crate) fn json(site: &Site, file: &str) -> Rendered {
    let reference = &site.library.reference;
    let law = &reference.law;
    let rules: Vec<Value> = law.rules.iter().map(|rule| rule_of(law, rule)).collect();
    let cited = |id: &str| {
        law.rules
            .iter()
            .any(|rule| rule.sources.iter().any(|s| s == id))
    };
    let sources: Map<String, Value> = reference
        .sources
        .iter()
        .filter(|source| cited(&source.id))
        .map(|source| {
            let value = json!({
                "title": source.title,
                "publisher": source.publisher,
                "date": source.date,
                "url": source.url,
                "checked_on": source.checked_on,
                "certainty": source.certainty.code(),
            });
            (source.id.clone(), value)
        })
        .collect();
    let document = json!({
        "format": "vigie-law/1",
        "built_on": site.snapshot.built_on,
        "licence": "etalab-2.0",
        "legal_advice": false,
        "rules": rules,
        "sources": sources,
    });
    let mut body = serde_json::to_string_pretty(&document).unwrap_or_default();
    body.push('\n');
    Rendered::download("application/json", body, file.to_owned())
}

fn rule_of(law: &Law, rule: &Rule) -> Value {
    let periods = rule.provision.periods.iter().zip(&rule.periods);
    let periods: Vec<Value> = periods
        .map(|(period, said)| period_of(law, period, said))
        .collect();
    let duties: Vec<Value> = rule
        .duties
        .iter()
        .map(|duty| json!({"binds": duty.binds.code(), "text": duty.text}))
        .collect();
    let certainty: Vec<Value> = rule
        .certainty
        .iter()
        .map(|note| json!({"level": note.level.code(), "about": note.about}))
        .collect();
    json!({
        "id": rule.id,
        "nature": rule.nature.code(),
        "title": rule.title,
        "means": rule.means,
        "when": expression(law, &rule.provision.when),
        "periods": periods,
        "duties": duties,
        "citation": rule.citation,
        "sources": rule.sources,
        "certainty": certainty,
        "checked_on": rule.checked_on,
        "review_by": rule.review_by,
        "not_modelled": rule.not_modelled,
    })
}

fn period_of(law: &Law, period: &Period, said: &RulePeriod) -> Value {
    json!({
        "from": period.from,
        "until": period.until,
        "debated": period.debated,
        "first_planned": period.original,
        "when": period.when.as_ref().map(|condition| expression(law, condition)),
        "source": said.source,
        "note": said.note,
    })
}
