use domain::Language;
use publish::{EVERYONE, Scope};

/// Where a reader is: a language, and one authority or all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Language of the page.
    pub language: Language,
    /// Slug of the authority, or of the view across all.
    pub scope: String,
}

impl Place {
    /// The scope.
    pub(super) fn scope(&self) -> Scope<'_> {
        Scope::of(&self.scope)
    }

    /// The address of a page below the scope: `/fr/valmorel/registre`.
    pub(super) fn page(&self, page: &str) -> String {
        let tag = self.language.tag();
        match (self.scope.as_str(), page) {
            (EVERYONE, "") => format!("/{tag}/"),
            (scope, "") => format!("/{tag}/{scope}/"),
            (scope, page) => format!("/{tag}/{scope}/{page}"),
        }
    }

    /// The page of an own record.
    pub(super) fn record(&self, reference: &str) -> String {
        self.page(&format!("fiche/{}", reference.to_lowercase()))
    }

    /// The page of a record of another register.
    pub(super) fn peer(&self, id: uuid::Uuid) -> String {
        self.page(&format!("ailleurs/{id}"))
    }

    /// The same place in another language.
    pub(super) fn in_language(&self, language: Language) -> Self {
        Self {
            language,
            scope: self.scope.clone(),
        }
    }
}
