use super::{dashboard, dependencies, law};
use crate::web::address::Place;
use crate::web::error::PageError;
use crate::web::layout::{Layout, finish};
use crate::web::rendered::Rendered;
use crate::web::site::Site;
use askama::Template;
use publish::open_data::{About, Dataset, OpenFile, PageFile, security_txt};
use publish::typography::kilobytes;
use publish::{EVERYONE, Scope, sha256};

#[derive(Template)]
#[template(path = "pages/open_data.html")]
struct Page<'a> {
    layout: Layout<'a>,
    data: Vec<Line>,
    described: Vec<Line>,
    /// Files that other pages offer.
    elsewhere: Vec<Line>,
    /// What engines that look for data are told.
    about: About,
    address: String,
    citation: String,
    negotiated: String,
}

/// A file, as a row.
struct Line {
    title: String,
    url: String,
    name: String,
    format: &'static str,
    size: String,
    sha256: String,
}

/// What can be taken from a scope, and how to cite it.
pub(crate) fn render(site: &Site, place: &Place) -> Result<Rendered, PageError> {
    let dataset = dataset(site, place)?;
    let w = dataset.wording;
    let line = |title: String, path: String, format: &'static str, bytes: &[u8]| Line {
        title,
        url: place.page(&path),
        name: path,
        format,
        size: kilobytes(bytes.len(), w.language),
        sha256: sha256(bytes),
    };
    let of_file = |file: OpenFile| {
        let (title, path) = (w.get(file.key()), file.name().to_owned());
        line(title, path, file.format(), &dataset.write(file))
    };
    let (data, described): (Vec<_>, Vec<_>) =
        OpenFile::ALL.into_iter().partition(|file| file.is_data());
    let elsewhere = PageFile::all().map(|file| {
        let written = of_page(site, place, file)?;
        let (title, path) = (w.get(&file.key()), file.path());
        Ok(line(title, path, file.format(), &written.plain))
    });
    let address = format!("{}{}", site.public_url, place.page("catalogue"));
    let page = Page {
        about: dataset.about(),
        address: format!("{}{}", site.public_url, place.page("donnees")),
        data: data.into_iter().map(of_file).collect(),
        described: described.into_iter().map(of_file).collect(),
        elsewhere: elsewhere.collect::<Result<_, PageError>>()?,
        citation: dataset.how_to_cite(),
        negotiated: w.format("open-page-negotiated", &[("url", address.into())]),
        layout: Layout::new(site, place, "donnees", "")
            .titled(w.get("open-page-title"))
            .about("Dataset"),
    };
    Ok(finish(site, place.language, page.render()?))
}

/// The file of another page.
fn of_page(site: &Site, place: &Place, file: PageFile) -> Result<Rendered, PageError> {
    match file {
        PageFile::Law => Ok(law::json(site, &file.path())),
        PageFile::Dependencies => dependencies::csv(site, place),
        PageFile::Chart(name) => dashboard::csv(site, place, name),
    }
}

/// One file.
pub(crate) fn file(site: &Site, place: &Place, name: &str) -> Result<Rendered, PageError> {
    let file = OpenFile::of_name(name).ok_or(PageError::NotFound)?;
    let bytes = dataset(site, place)?.write(file);
    let kind = match file.media_type() {
        "text/csv" => "text/csv; charset=utf-8",
        "text/plain" => "text/plain; charset=utf-8",
        "text/turtle" => "text/turtle; charset=utf-8",
        "application/rdf+xml" => "application/rdf+xml; charset=utf-8",
        kind => kind,
    };
    Ok(Rendered::download(kind, bytes, name.to_owned()))
}

/// The form of the catalogue that suits a reader best, from the header `Accept`; JSON-LD when
/// they take anything, `None` when they take none of the three or would as soon have a page.
pub(crate) fn negotiate(accept: &str) -> Option<OpenFile> {
    let forms = [
        OpenFile::CatalogueJson,
        OpenFile::CatalogueTurtle,
        OpenFile::CatalogueXml,
    ];
    if accept.trim().is_empty() {
        return Some(OpenFile::CatalogueJson);
    }
    let mut best: Option<(f32, OpenFile)> = None;
    for form in forms {
        let weight = weight(accept, form.media_type());
        if weight > best.map_or(0.0, |(known, _)| known) {
            best = Some((weight, form));
        }
    }
    // A browser names HTML: it is led to the page, unless it would rather have one of these.
    let html = named(accept, "text/html").unwrap_or_default();
    best.filter(|(weight, _)| *weight > html)
        .map(|(_, form)| form)
}

/// Whether a reader would rather have the data of a record than its page.
pub(crate) fn wants_data(accept: &str) -> bool {
    weight(accept, "application/json") > weight(accept, "text/html")
}

/// How much a reader wants a media type that they name.
fn named(accept: &str, wanted: &str) -> Option<f32> {
    let names = |range: &str| {
        let range = range.split(';').next().unwrap_or_default();
        range.trim().eq_ignore_ascii_case(wanted)
    };
    accept.split(',').any(names).then(|| weight(accept, wanted))
}

/// How much a reader wants a media type, from 0 to 1: the most precise range decides.
fn weight(accept: &str, wanted: &str) -> f32 {
    let group = wanted.split('/').next().unwrap_or_default();
    let mut found = (0, 0.0);
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let precision = match parts.next().unwrap_or_default() {
            range if range.eq_ignore_ascii_case(wanted) => 3,
            "*/*" => 1,
            range if range.strip_suffix("/*") == Some(group) => 2,
            _ => continue,
        };
        let weight = parts
            .find_map(|part| part.strip_prefix("q="))
            .map_or(1.0, |q| q.parse().unwrap_or(0.0));
        if precision > found.0 {
            found = (precision, weight);
        }
    }
    found.1
}

/// How to report a weakness of the whole site.
pub(crate) fn security(site: &Site) -> Result<Rendered, PageError> {
    let text = security_txt(&dataset(site, &everyone())?).ok_or(PageError::NotFound)?;
    Ok(Rendered::new("text/plain; charset=utf-8", text))
}

/// The discovery document of the whole site.
pub(crate) fn discovery(site: &Site) -> Result<Rendered, PageError> {
    let document = publish::api::discovery(&dataset(site, &everyone())?);
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    Ok(Rendered::new("application/json", text))
}

/// What the words of the linked data mean, for every scope.
pub(crate) fn vocabulary(site: &Site) -> Result<Rendered, PageError> {
    let text = dataset(site, &everyone())?.vocabulary_json();
    Ok(Rendered::new("application/ld+json", text))
}

/// Where the whole site is spoken of.
fn everyone() -> Place {
    Place {
        language: domain::Language::default(),
        scope: EVERYONE.to_owned(),
    }
}

pub(crate) fn dataset<'a>(site: &'a Site, place: &'a Place) -> Result<Dataset<'a>, PageError> {
    Ok(Dataset {
        snapshot: &site.snapshot,
        scope: Scope::of(&place.scope),
        numbers: site.numbers.get(&place.scope).ok_or(PageError::NotFound)?,
        wording: site.wording(place.language),
        public_url: Some(&site.public_url),
        offered: site.offered,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accept: &str, expected: Option<OpenFile>) {
        assert_eq!(negotiate(accept), expected, "{accept}");
    }

    #[test]
    fn the_reader_chooses_the_form() {
        check("", Some(OpenFile::CatalogueJson));
        check("*/*", Some(OpenFile::CatalogueJson));
        check("text/turtle", Some(OpenFile::CatalogueTurtle));
        check("text/*", Some(OpenFile::CatalogueTurtle));
        check(
            "application/rdf+xml, text/turtle;q=0.9",
            Some(OpenFile::CatalogueXml),
        );
        check(
            "application/rdf+xml;q=0.2, */*;q=0.1, application/ld+json;q=0",
            Some(OpenFile::CatalogueXml),
        );
        check("image/png", None);
        check("text/turtle;q=x", None);
    }
}
