use super::parts::said;
use super::record::find;
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use domain::{EthicalView, Function, Sense};
use evaluate::read_ethics;
use publish::charts::{self, Sign, Uses};
use publish::{Wording, state};

#[derive(Template)]
#[template(path = "pages/values.html")]
struct Page<'a> {
    layout: Layout<'a>,
    name: String,
    record: String,
    criteria: Vec<CriterionView>,
}

/// A value, what functions think in its light, and who has not spoken.
struct CriterionView {
    title: String,
    means: String,
    views: Vec<ViewLine>,
    silent: Option<String>,
}

struct ViewLine {
    sign: Sign,
    sense: String,
    who: String,
    reasons: String,
}

/// A record in the light of each value: views with reasons, those against first, never a score.
pub(crate) fn render(site: &Site, place: &Place, reference: &str) -> Result<Rendered, PageError> {
    let (_, public) = find(site, place, reference)?;
    let w = site.wording(place.language);
    let u = &public.use_case;
    let reading = read_ethics(&site.library.reference.ethics, &u.ethical_views);
    let mut uses = Uses::default();
    let criteria = reading
        .criteria
        .iter()
        .map(|reading| CriterionView {
            title: w.text(&reading.criterion.title),
            means: w.text(&reading.criterion.means),
            views: reading.views.iter().map(|view| line(view, &w)).collect(),
            silent: silent(&reading.silent, &w),
        })
        .collect::<Vec<_>>();
    let signs = criteria.iter().flat_map(|criterion| &criterion.views);
    uses.signs.extend(signs.map(|view| view.sign));
    let page = format!("fiche/{}/valeurs", u.reference.to_lowercase());
    let layout = Layout::new(site, place, &page, "register");
    let title = format!("{} — {}", w.get("values-title"), w.text(&u.name));
    let view = Page {
        name: said(&u.name, &w),
        record: place.record(&u.reference),
        criteria,
        layout: layout.titled(title).with_sprite(charts::html::defs(&uses)),
    };
    Ok(finish(site, place.language, view.render()?))
}

fn line(view: &EthicalView, w: &Wording) -> ViewLine {
    let who = w.label(Function::VOCABULARY, view.function.code());
    let reasons: Vec<_> = view.reasons.iter().map(|reason| w.text(reason)).collect();
    ViewLine {
        sign: state::sense_sign(view.sense),
        sense: w.label(Sense::VOCABULARY, view.sense.code()),
        who: match view.given_on {
            Some(day) => format!("{who}, {}", w.date(day)),
            None => who,
        },
        reasons: match reasons.is_empty() {
            true => w.get("values-no-reason"),
            false => reasons.join(" "),
        },
    }
}

/// The functions that were asked and have said nothing.
fn silent(functions: &[Function], w: &Wording) -> Option<String> {
    let names: Vec<_> = functions
        .iter()
        .map(|function| w.label(Function::VOCABULARY, function.code()))
        .collect();
    let blanks = [("who", w.list(&names).into())];
    (!names.is_empty()).then(|| w.format("values-silent", &blanks))
}
