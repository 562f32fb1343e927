//! What surrounds every page.

use super::address::Place;
use super::rendered::Rendered;
use super::site::Site;
use super::staff::MemberBar;
use domain::Language;
use publish::ecoindex::{self, Weight};
use publish::typography::kilobytes;
use publish::{EVERYONE, Wording};

/// The frame of a page: title, navigation, footer.
pub(super) struct Layout<'a> {
    /// How things are said.
    pub w: Wording<'a>,
    /// Where the reader is.
    pub place: Place,
    /// Title of the page, without the name of the site.
    pub title: String,
    /// One sentence for search engines.
    pub description: String,
    /// Key of the current entry of the navigation.
    pub current: &'static str,
    /// Address of the same page in the other language.
    pub other: String,
    /// Name of the authority, or of all of them.
    pub authority: String,
    /// Entries of the navigation: key, name, address.
    pub navigation: Vec<(&'static str, String, String)>,
    /// Other authorities of the instance: name, address.
    pub scopes: Vec<(String, String)>,
    /// Style sheet.
    pub style: String,
    /// Icon.
    pub icon: String,
    /// Whether everything is invented.
    pub is_demonstration: bool,
    /// What the page is about, as a type of schema.org, for engines that look for data: its
    /// properties are said by the attributes of what is shown, without any script.
    pub item: Option<&'static str>,
    /// Signs and patterns of the page.
    pub sprite: String,
    /// What is said of the whole page, above it: that it is a preview, for instance.
    pub banner: Option<Banner>,
    /// Who is signed in; nobody on public pages.
    pub member: Option<MemberBar>,
}

/// A word above a page, and where it leads.
#[derive(Debug, Clone)]
pub(crate) struct Banner {
    /// What is said.
    pub told: String,
    /// The words of the link.
    pub link: String,
    /// Its address.
    pub url: String,
}

/// Stands in the footer until the weight of the page is known.
const WEIGHT_MARK: &str = "@@weight@@";

impl<'a> Layout<'a> {
    /// The frame of a page below the scope; `page` is its address without language and scope.
    pub(super) fn new(site: &'a Site, place: &Place, page: &str, current: &'static str) -> Self {
        let w = site.wording(place.language);
        let other = place.in_language(place.language.other());
        let entries = [
            ("register", "registre"),
            ("may-i", "puis-je"),
            ("dashboard", "tableau-de-bord"),
            ("report", "rapport"),
            ("declare", "declarer"),
        ];
        let navigation = entries
            .into_iter()
            .map(|(key, page)| (key, w.get(&format!("nav-{key}")), place.page(page)))
            .collect();
        Self {
            title: String::new(),
            description: w.get("site-description"),
            current,
            other: other.page(page),
            authority: authority_name(site, place, &w),
            navigation,
            scopes: scopes(site, place, page),
            style: site.style.url.clone(),
            icon: site.icon.url.clone(),
            is_demonstration: site.snapshot.is_demonstration,
            item: None,
            sprite: String::new(),
            banner: None,
            member: None,
            place: place.clone(),
            w,
        }
    }

    /// The same frame with a title.
    #[must_use]
    pub(super) fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The same frame, about something of a type of schema.org.
    #[must_use]
    pub(super) fn about(mut self, item: &'static str) -> Self {
        self.item = Some(item);
        self
    }

    /// The same frame with the signs and patterns of its charts.
    #[must_use]
    pub(super) fn with_sprite(mut self, sprite: String) -> Self {
        self.sprite = sprite;
        self
    }

    /// The same frame with a word above the page.
    #[must_use]
    pub(super) fn under(self, banner: Option<Banner>) -> Self {
        Self { banner, ..self }
    }

    /// The same frame without the ways that are closed to a person: entries of the navigation by
    /// their key, other authorities by their slug.
    #[must_use]
    pub(super) fn open_to(
        mut self,
        entry: impl Fn(&str) -> bool,
        authority: impl Fn(&str) -> bool,
    ) -> Self {
        self.navigation.retain(|(key, ..)| entry(key));
        let scope = |url: &str| url.split('/').nth(2).unwrap_or_default().to_owned();
        self.scopes.retain(|(_, url)| authority(&scope(url)));
        self
    }

    /// The same frame for somebody who is signed in.
    #[must_use]
    pub(super) fn for_member(mut self, member: MemberBar) -> Self {
        self.member = Some(member);
        self
    }

    /// What every form of the session sends back; empty when nobody is signed in.
    pub(super) fn form_token(&self) -> &str {
        self.member
            .as_ref()
            .map_or("", |member| member.form_token.as_str())
    }

    /// Language of the page.
    pub(super) fn tag(&self) -> &'static str {
        self.place.language.tag()
    }

    /// The other language.
    pub(super) fn other_tag(&self) -> &'static str {
        self.place.language.other().tag()
    }

    /// A word of the interface.
    pub(super) fn say(&self, key: &str) -> String {
        self.w.get(key)
    }

    /// The address of a page below the scope.
    pub(super) fn to(&self, page: &str) -> String {
        self.place.page(page)
    }

    /// The mark that [`finish`] replaces.
    pub(super) fn weight_mark(&self) -> &'static str {
        WEIGHT_MARK
    }
}

fn authority_name(site: &Site, place: &Place, w: &Wording) -> String {
    match site.snapshot.authority(&place.scope) {
        Some(authority) => w.text(&authority.name),
        None => {
            let names = site.snapshot.authorities.iter().map(|a| w.text(&a.name));
            w.list(&names.collect::<Vec<_>>())
        }
    }
}

/// The other authorities, when there are several: only where the page exists for each.
fn scopes(site: &Site, place: &Place, page: &str) -> Vec<(String, String)> {
    if site.snapshot.authorities.len() < 2 {
        return Vec::new();
    }
    let w = site.wording(place.language);
    let top = page.split('/').next().unwrap_or_default();
    // Who publishes a register is the same for all.
    let is_whole = !page.contains('/') || top == "editeur";
    let page = match if is_whole { page } else { top } {
        "fiche" | "ailleurs" => "registre",
        // A file or a message is of one authority.
        "dossier" | "messages" | "outils" | "comptes" | "imports" | "directions" => "espace",
        page => page,
    };
    let everyone = (w.get("scope-everyone"), EVERYONE.to_owned());
    let authorities = site.snapshot.authorities.iter();
    std::iter::once(everyone)
        .chain(authorities.map(|a| (w.text(&a.name), a.slug.clone())))
        .filter(|(_, slug)| *slug != place.scope)
        .map(|(name, scope)| {
            let place = Place {
                language: place.language,
                scope,
            };
            (name, place.page(page))
        })
        .collect()
}

/// Weighs the page and writes its weight into its footer.
pub(super) fn finish(site: &Site, language: Language, html: String) -> Rendered {
    let weight = weigh(site, &html);
    let w = site.wording(language);
    let text = w.format(
        "page-weight",
        &[
            ("size", kilobytes(weight.bytes, language).into()),
            ("requests", weight.requests.into()),
            ("elements", weight.elements.into()),
        ],
    );
    Rendered::html(html.replacen(WEIGHT_MARK, &text, 1))
}

/// What a page costs: itself, the style sheet and the icon.
pub(super) fn weigh(site: &Site, html: &str) -> Weight {
    let page = super::rendered::gzip(html.as_bytes()).len();
    Weight {
        bytes: page + site.style.transferred() + site.icon.transferred(),
        repeat_bytes: page,
        requests: 3,
        elements: ecoindex::elements(html),
    }
}
