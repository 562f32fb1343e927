//! From the public snapshot to what its uses lean on and what they do to the work.

use domain::{FamilyEffect, Hosting, Reliance, RelianceLayer, Text, UseCase};
use evaluate::dependencies::{Catalogue, Concentration, Dependencies, Layer, Name, Node};
use evaluate::effects::{FamilyEffects, effects};
use publish::{EVERYONE, Scope, Snapshot};
use reference::Reference;

/// The sheets of a snapshot.
pub(crate) fn catalogue(snapshot: &Snapshot) -> Catalogue<'_> {
    Catalogue::new(
        snapshot.tools.values(),
        snapshot.models.values(),
        snapshot.suppliers.values(),
    )
}

/// What the uses in use of a scope lean on.
pub(crate) fn dependencies<'a>(snapshot: &'a Snapshot, scope: Scope<'a>) -> Dependencies<'a> {
    let in_use = uses(snapshot, scope).filter(|use_case| use_case.lifecycle.is_in_use());
    Dependencies::of(in_use, &catalogue(snapshot))
}

/// The public records of a scope.
pub(crate) fn uses<'a>(
    snapshot: &'a Snapshot,
    scope: Scope<'a>,
) -> impl Iterator<Item = &'a UseCase> {
    snapshot.uses_of(scope).map(|public| &public.use_case)
}

/// The names of a node, in the languages they are known in; none for what nobody said.
pub(crate) fn names(dependencies: &Dependencies, node: &Node, reference: &Reference) -> Vec<Text> {
    let label = |vocabulary: &str, code: &str| {
        let values = reference.vocabularies.get(vocabulary);
        let entry = values.and_then(|values| values.entry(code));
        entry.map_or_else(|| Text::pair(code, code), |entry| entry.label.clone())
    };
    let names = dependencies.names(node).into_iter();
    names
        .map(|name| match (name, node.layer) {
            (Name::Text(text), _) => text.clone(),
            (Name::Code(code), Layer::Hosting) => label(Hosting::VOCABULARY, code),
            (Name::Code(code), Layer::Jurisdiction) => label("eu_countries", code),
            (Name::Code(plain) | Name::Plain(plain), _) => Text::pair(plain, plain),
        })
        .collect()
}

/// Writes into a snapshot, for each scope, the figures that the report reads.
pub(super) fn add_to(snapshot: &mut Snapshot, reference: &Reference) {
    let authorities = snapshot.authorities.iter().map(|a| a.slug.clone());
    let scopes: Vec<_> = authorities.chain([EVERYONE.to_owned()]).collect();
    for slug in scopes {
        let scope = Scope::of(&slug);
        let reliances = reliances(snapshot, scope, reference);
        let families = family_effects(snapshot, scope);
        snapshot.reliances.insert(slug.clone(), reliances);
        snapshot.family_effects.insert(slug, families);
    }
}

fn reliances(snapshot: &Snapshot, scope: Scope, reference: &Reference) -> Vec<Reliance> {
    let dependencies = dependencies(snapshot, scope);
    let each = RelianceLayer::ALL.iter().map(|layer| {
        let found = dependencies.concentration(layer_of(*layer));
        reliance(*layer, &found, |node| names(&dependencies, node, reference))
    });
    each.collect()
}

fn layer_of(layer: RelianceLayer) -> Layer {
    match layer {
        RelianceLayer::Supplier => Layer::Supplier,
        RelianceLayer::Tool => Layer::Tool,
        RelianceLayer::Model => Layer::Model,
        RelianceLayer::Hosting => Layer::Hosting,
        RelianceLayer::Jurisdiction => Layer::Jurisdiction,
    }
}

fn reliance(
    layer: RelianceLayer,
    found: &Concentration,
    names: impl Fn(&Node) -> Vec<Text>,
) -> Reliance {
    let leaders = found.leaders();
    Reliance {
        layer,
        uses: found.total,
        unknown: found.unknown,
        first: leaders.flat_map(|share| names(&share.node)).collect(),
        share: found.first,
        index: found.hhi,
    }
}

/// Those that ended count too: what they did to the work is worth knowing.
fn family_effects(snapshot: &Snapshot, scope: Scope) -> Vec<FamilyEffect> {
    let began = uses(snapshot, scope).filter(|use_case| {
        let state = use_case.lifecycle;
        state.is_in_use() || state.is_stopped()
    });
    effects(began).iter().map(family_effect).collect()
}

fn family_effect(found: &FamilyEffects) -> FamilyEffect {
    FamilyEffect {
        family: found.family,
        origin: found.origin,
        negative: found.effects.negative,
        null: found.effects.null,
        positive: found.effects.positive,
        unknown: found.effects.unknown,
        minutes: found.minutes.range,
        minutes_not_told: found.minutes.not_told,
    }
}
