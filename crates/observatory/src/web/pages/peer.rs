use super::parts::{Line, is_web, own_line, peer_line};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::CommonField;
use publish::charts::{self, Sign, Uses};
use publish::{Wording, elsewhere};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "pages/peer.html")]
struct Peer<'a> {
    layout: Layout<'a>,
    name: String,
    language: String,
    sign: &'static str,
    state: String,
    source_state: Option<String>,
    publisher: String,
    publisher_page: Option<String>,
    silent: Option<String>,
    licence: String,
    attribution: String,
    url: Option<String>,
    seen: String,
    gone: Option<String>,
    fields: Vec<(String, String)>,
    source: Vec<(String, String)>,
    /// Own records for a task that this one speaks of.
    ours: Vec<Line>,
}

/// Own records shown.
const OURS: usize = 5;

/// The page of a record of another register: what its publisher says, and nothing of ours.
pub(crate) fn render(site: &Site, place: &Place, id: &str) -> Result<Rendered, PageError> {
    let id: Uuid = id.parse().map_err(|_| PageError::NotFound)?;
    let peer = site
        .snapshot
        .peers
        .iter()
        .find(|peer| peer.id == id)
        .ok_or(PageError::NotFound)?;
    let w = site.wording(place.language);
    let line = peer_line(peer, site, place, &w);
    let publisher = site.snapshot.publishers.get(&peer.publisher);
    let mut uses = Uses::default();
    uses.signs
        .extend(Sign::ALL.into_iter().filter(|sign| sign.id() == line.sign));
    let layout = Layout::new(site, place, &format!("ailleurs/{id}"), "register");
    let address = peer.field(CommonField::Url).filter(|url| is_web(url));
    let page = Peer {
        name: peer.name.clone(),
        language: peer.language.clone(),
        sign: line.sign,
        state: line.state,
        source_state: peer.field(CommonField::LifecycleStatus).map(str::to_owned),
        publisher: publisher.map_or_else(|| peer.publisher.clone(), |p| w.text(&p.name)),
        publisher_page: publisher.map(|p| place.page(&format!("editeur/{}", p.slug))),
        silent: super::publisher::silence(site, &peer.publisher, &w),
        licence: publisher.map_or_else(String::new, |p| w.licence(&p.licence)),
        attribution: publisher.map_or_else(String::new, |p| w.text(&p.attribution)),
        url: address.map(str::to_owned),
        seen: w.format("peer-seen", &[("date", w.date(peer.first_seen).into())]),
        gone: peer
            .gone_since
            .map(|day| w.format("peer-gone", &[("date", w.date(day).into())])),
        fields: peer
            .fields
            .iter()
            .filter(|(field, _)| !matches!(field, CommonField::Url | CommonField::LifecycleStatus))
            .map(|(field, value)| {
                let label = w.label("common_fields", field.code());
                (label, in_words(*field, value, &w))
            })
            .collect(),
        source: peer
            .source_row
            .iter()
            .filter(|cell| !cell.value.trim().is_empty())
            .map(|cell| (cell.column.clone(), cell.value.clone()))
            .collect(),
        ours: elsewhere::neighbours_here(&site.snapshot, place.scope(), peer)
            .into_iter()
            .take(OURS)
            .map(|public| own_line(&public.use_case, site, place, &w))
            .collect(),
        layout: layout
            .titled(peer.name.clone())
            .with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// What a field says: a code that another observatory writes becomes its word.
fn in_words(field: CommonField, value: &str, w: &Wording) -> String {
    let vocabulary = match field {
        CommonField::AutomationLevel => domain::AutomationLevel::VOCABULARY,
        CommonField::PersonalData => domain::SignificantAnswer::VOCABULARY,
        CommonField::Task => domain::Task::VOCABULARY,
        CommonField::DataKind => domain::DataKind::VOCABULARY,
        CommonField::PublicationLevel => domain::PublicationLevel::VOCABULARY,
        CommonField::PublicationGround => domain::Ground::VOCABULARY,
        CommonField::Frequency => domain::FrequencyLevel::VOCABULARY,
        CommonField::RiskTier => domain::Tier::VOCABULARY,
        CommonField::Evidence => domain::Evidence::VOCABULARY,
        CommonField::Generative => domain::Generative::VOCABULARY,
        _ => return value.to_owned(),
    };
    w.label(vocabulary, value)
}
