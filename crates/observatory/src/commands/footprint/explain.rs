use super::say::Speaker;
use super::{Context, doubt, revision};
use crate::commands::output;
use crate::complaint::complain;
use ::footprint::{
    Carry, EstimateError, ExplainedFactor, ExplainedStep, Explanation, Extension, Found, Indicator,
    InputTokens, Method, Model, ModelName, Request, Resolved, Revision, Value, estimate_input,
    explain,
};
use anyhow::Result;
use clap::Args;
use domain::Remark;
use serde_json::{Value as Json, json};

/// Names offered when a model is not known.
const NEAR: usize = 8;

#[derive(Args)]
pub(super) struct Explain {
    /// Provider, such as openai or mistralai
    #[arg(long)]
    provider: String,
    /// Model, exactly as in the registry, or an alias of it
    #[arg(long)]
    model: String,
    /// Tokens of the answer
    #[arg(long, value_name = "COUNT")]
    tokens: f64,
    /// Measured time of the answer, in seconds
    #[arg(long, value_name = "SECONDS")]
    latency: Option<f64>,
    /// Electricity zone, such as FRA; the provider's when absent
    #[arg(long)]
    zone: Option<String>,
    /// Day of the request, for names whose meaning changes
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Tokens of the question: adds the declared extension, apart
    #[arg(long, value_name = "COUNT")]
    input_tokens: Option<f64>,
    /// Tokens of the question that the provider had in its cache
    #[arg(long, value_name = "COUNT", requires = "input_tokens")]
    cached_tokens: Option<f64>,
    /// Release of the tables; the newest when absent
    #[arg(long, value_name = "RELEASE")]
    revision: Option<String>,
    /// Draw the doubtful factors so many times and add an interval at 90 %
    #[arg(long, value_name = "COUNT")]
    draws: Option<u32>,
    /// Seed of the draws: the same seed gives the same figures
    #[arg(long, default_value_t = 1, requires = "draws")]
    seed: u64,
    /// Print the steps as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(asked: &Explain, context: &Context) -> Result<()> {
    let revision = revision(asked.revision.as_deref())?;
    let resolved = resolve(asked, revision)?;
    let request = Request {
        provider: &resolved.model.provider,
        model: &resolved.model.name,
        output_tokens: asked.tokens,
        latency_s: asked.latency,
        zone: asked.zone.as_deref(),
    };
    let told = |error| refused(error, asked, revision);
    let explanation = explain(&request, resolved.model, revision).map_err(told)?;
    let extension = extension(asked, resolved.model, revision).map_err(told)?;
    let doubt = doubt::of(&request, asked.draws, asked.seed, revision)?;
    if asked.json {
        let mut report = report(&explanation, extension, revision);
        report["uncertainty"] = doubt.as_ref().map_or(Json::Null, doubt::report);
        return output::json(&report);
    }
    let speaker = Speaker::new(context)?;
    tell_request(&speaker, asked, &explanation, &resolved, revision)?;
    for step in &explanation.steps {
        tell_step(&speaker, step)?;
    }
    tell_result(&speaker, &explanation, extension)?;
    if let Some(doubt) = &doubt {
        doubt::tell(&speaker, doubt, asked.draws)?;
    }
    output::line(&speaker.say("footprint-explained-limits", &[]))
}

fn resolve(asked: &Explain, revision: &'static Revision) -> Result<Resolved<'static>> {
    let name = ModelName {
        provider: &asked.provider,
        model: &asked.model,
        date: asked.date.as_deref(),
    };
    let found = Method::embedded().resolve(name, revision, Carry::Never);
    found.ok_or_else(|| {
        let mut near: Vec<&str> = near(asked, revision).collect();
        if near.is_empty() {
            near.push("–");
        }
        let remark = Remark::new("footprint-model-unknown")
            .with("provider", asked.provider.clone())
            .with("model", asked.model.clone())
            .with("release", revision.release())
            .with("near", near.join(", "));
        complain(remark)
    })
}

/// Models whose name begins like the one asked for: offered, never taken.
fn near<'r>(asked: &Explain, revision: &'r Revision) -> impl Iterator<Item = &'r str> {
    let start: String = asked
        .model
        .chars()
        .take(5)
        .collect::<String>()
        .to_lowercase();
    let models = revision.models().iter();
    models
        .filter(move |model| model.name.to_lowercase().starts_with(&start))
        .map(|model| model.name.as_str())
        .take(NEAR)
}

fn refused(error: EstimateError, asked: &Explain, revision: &Revision) -> anyhow::Error {
    complain(match error {
        EstimateError::UnknownZone => Remark::new("footprint-zone-unknown")
            .with("zone", asked.zone.clone().unwrap_or_default())
            .with("release", revision.release()),
        other => Remark::new("footprint-number").with("error", other.to_string()),
    })
}

/// The declared extension and its energy in kWh, when tokens of the question are given.
fn extension(
    asked: &Explain,
    model: &Model,
    revision: &Revision,
) -> Result<Option<(&'static Extension, Value)>, EstimateError> {
    let Some((tokens, extension)) = asked.input_tokens.zip(Extension::embedded().items.first())
    else {
        return Ok(None);
    };
    let cached = asked.cached_tokens.unwrap_or(0.0);
    let input = InputTokens { tokens, cached };
    let impacts = estimate_input(input, model, asked.zone.as_deref(), revision, extension)?;
    Ok(Some((extension, impacts.energy)))
}

fn tell_request(
    speaker: &Speaker,
    asked: &Explain,
    explanation: &Explanation<'_>,
    resolved: &Resolved<'_>,
    revision: &Revision,
) -> Result<()> {
    let blanks = [
        ("model", explanation.model.name.as_str().into()),
        ("provider", explanation.model.provider.as_str().into()),
        ("tokens", speaker.number(asked.tokens, false).into()),
        ("zone", explanation.zone.code.as_str().into()),
        ("release", revision.release().into()),
    ];
    output::line(&speaker.say("footprint-explained", &blanks))?;
    if resolved.found != Found::Key {
        let blanks = [
            ("asked", asked.model.as_str().into()),
            ("model", resolved.model.name.as_str().into()),
            ("release", resolved.table.release().into()),
        ];
        output::line(&speaker.say("footprint-explained-alias", &blanks))?;
    }
    Ok(())
}

fn tell_step(speaker: &Speaker, explained: &ExplainedStep<'_>) -> Result<()> {
    let formula = explained.step.formula;
    let name = speaker.word("step", formula.name());
    let value = speaker.range(ends(explained.step.value), explained.step.unit().symbol());
    output::line(&format!("\n{name} = {value}"))?;
    output::line(&format!("  {} = {}", formula.name(), explained.expression))?;
    for used in &explained.factors {
        tell_factor(speaker, used)?;
    }
    Ok(())
}

fn tell_factor(speaker: &Speaker, used: &ExplainedFactor<'_>) -> Result<()> {
    let source = &used.provenance.source;
    let value = match used.value {
        Some(value) => speaker.range(ends(value), &used.provenance.unit),
        None => speaker.say("footprint-explained-none", &[]),
    };
    let mut cited = speaker.text(&source.title).to_owned();
    if !source.url.is_empty() {
        cited.push_str(&format!(" <{}>", source.url));
    }
    let certainty = match source.certainty {
        ::footprint::Certainty::Verified => "verified",
        ::footprint::Certainty::Secondary => "secondary",
        ::footprint::Certainty::ToConfirm => "to-confirm",
    };
    let blanks = [
        ("name", speaker.word("factor", used.factor.name()).into()),
        ("value", value.into()),
        ("source", cited.into()),
        ("certainty", speaker.word("certainty", certainty).into()),
    ];
    output::line(&format!(
        "    {}",
        speaker.say("footprint-explained-factor", &blanks)
    ))?;
    if !used.citations.is_empty() {
        let urls = used.citations.join(" ");
        let cited = speaker.say("footprint-explained-cited", &[("urls", urls.into())]);
        output::line(&format!("      {cited}"))?;
    }
    Ok(())
}

fn tell_result(
    speaker: &Speaker,
    explanation: &Explanation<'_>,
    extension: Option<(&Extension, Value)>,
) -> Result<()> {
    output::line("")?;
    let total = &explanation.footprint.total;
    let values = [
        Some(total.energy),
        Some(total.gwp),
        Some(total.adpe),
        Some(total.pe),
        total.wcf,
    ];
    for (indicator, value) in Indicator::ALL.into_iter().zip(values) {
        let Some(value) = value else { continue };
        let blanks = [
            ("indicator", speaker.indicator(indicator).into()),
            (
                "range",
                speaker.range(ends(value), indicator.unit().symbol()).into(),
            ),
        ];
        output::line(&speaker.say("footprint-explained-result", &blanks))?;
    }
    if let Some((extension, energy)) = extension {
        let blanks = [
            ("name", speaker.text(&extension.name).into()),
            (
                "range",
                speaker
                    .range(ends(energy), Indicator::Energy.unit().symbol())
                    .into(),
            ),
        ];
        output::line(&speaker.say("footprint-extension", &blanks))?;
    }
    for warning in explanation.footprint.warnings.iter() {
        output::line(&speaker.word("warning", warning.code()))?;
    }
    for flag in explanation.footprint.flags.iter() {
        output::line(&speaker.word("flag", flag.code()))?;
    }
    Ok(())
}

fn ends(value: Value) -> [f64; 2] {
    [value.min(), value.max()]
}

fn report(
    explanation: &Explanation<'_>,
    extension: Option<(&Extension, Value)>,
    revision: &Revision,
) -> Json {
    let factor = |used: &ExplainedFactor<'_>| {
        let source = &used.provenance.source;
        json!({
            "factor": used.factor.name(),
            "value": used.value,
            "unit": used.provenance.unit,
            "table": used.provenance.table,
            "place": used.provenance.place,
            "source": source.id,
            "url": source.url,
            "certainty": source.certainty,
            "citations": used.citations,
        })
    };
    let steps: Vec<_> = explanation
        .steps
        .iter()
        .map(|step| {
            json!({
                "step": step.step.formula.name(),
                "formula": step.expression,
                "value": step.step.value,
                "unit": step.step.unit().symbol(),
                "factors": step.factors.iter().map(factor).collect::<Vec<_>>(),
            })
        })
        .collect();
    let footprint = &explanation.footprint;
    json!({
        "revision": revision.release(),
        "formulas": revision.formulas(),
        "provider": explanation.model.provider,
        "model": explanation.model.name,
        "zone": explanation.zone.code,
        "total": footprint.total,
        "usage": footprint.usage,
        "embodied": footprint.embodied,
        "warnings": footprint.warnings.iter().map(|warning| warning.code()).collect::<Vec<_>>(),
        "flags": footprint.flags.iter().map(|flag| flag.code()).collect::<Vec<_>>(),
        "extension": extension.map(|(extension, energy)| json!({"id": extension.id, "energy": energy})),
        "steps": steps,
    })
}
