use crate::web::address::Place;
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use domain::Language;
use publish::charts::html::escape;
use publish::open_data::Offered;
use std::fmt::Write;

/// Every page of ours, in every language. Records of others belong to their publishers' maps.
pub(crate) fn render(site: &Site) -> Rendered {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in paths(site) {
        let url = format!("{}{}", site.public_url, final_address(site, &page));
        let _ = writeln!(out, "<url><loc>{}</loc></url>", escape(&url));
    }
    out.push_str("</urlset>\n");
    Rendered::new("application/xml; charset=utf-8", out)
}

/// The address that a file server does not send on to another one: in a copy, a page is a folder.
fn final_address(site: &Site, page: &str) -> String {
    let last = page.rsplit('/').next().unwrap_or_default();
    let is_folder = site.offered == Offered::Copy && !last.is_empty() && !last.contains('.');
    format!("{page}{}", if is_folder { "/" } else { "" })
}

/// The path of every page of ours, in every language.
pub(crate) fn paths(site: &Site) -> Vec<String> {
    let mut paths = Vec::new();
    for language in Language::ALL {
        for scope in site.scopes() {
            let place = Place {
                language,
                scope: scope.to_owned(),
            };
            paths.extend(pages(site, &place));
        }
    }
    paths
}

fn pages(site: &Site, place: &Place) -> Vec<String> {
    let top = [
        "",
        "registre",
        "ailleurs",
        "ailleurs/comparer",
        "puis-je",
        "questions",
        "risques",
        "tableau-de-bord",
        "effets",
        "effets/comite",
        "rapport",
        "droit",
        "donnees",
        "formats",
        "api",
        "glossaire",
        "signaler",
        "suivi",
        "signalements",
    ];
    let prose = super::prose::PAGES.into_iter().map(|(slug, _)| slug);
    let mut pages: Vec<String> = top
        .into_iter()
        .chain(prose)
        .map(|page| place.page(page))
        .collect();
    let report = site.reports.get(&(place.scope.clone(), place.language));
    let chapters = report
        .into_iter()
        .flat_map(|report| report.chapters.iter().skip(1));
    pages.extend(chapters.map(|chapter| place.page(&format!("rapport/{}", chapter.slug))));
    let charts = super::dashboard::names().map(|name| format!("tableau-de-bord/{name}"));
    pages.extend(charts.map(|page| place.page(&page)));
    let formats = crate::pipeline::export::formats(&site.library.reference);
    pages.extend(formats.map(|(mapping, _)| place.page(&format!("formats/{}", mapping.id))));
    let texts = super::law::names(site).into_iter();
    pages.extend(texts.map(|text| place.page(&format!("droit/{text}"))));
    let rules = site.library.reference.law.rules.iter();
    pages.extend(rules.map(|rule| place.page(&format!("droit/{}", rule.id))));
    for public in site.snapshot.uses_of(place.scope()) {
        let record = place.record(&public.use_case.reference);
        pages.extend([record.clone(), format!("{record}/droit")]);
    }
    pages.extend(super::dependencies::addresses().map(|page| place.page(&page)));
    pages
}
