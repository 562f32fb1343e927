use super::Frame;
use crate::web::address::Place;
use chrono::NaiveDate;
use frame::MayI;
use reference::law::{Sheet, Sheets};

/// What a person picked, as the address says it. Names that no sheet bears are left out.
#[derive(Clone, Default)]
pub(in crate::web) struct Asked {
    pub(in crate::web) task: Option<String>,
    pub(in crate::web) tool: Option<String>,
    pub(in crate::web) kinds: Vec<String>,
}

impl Asked {
    pub(in crate::web) fn read(query: &str, sheets: &Sheets) -> Self {
        let known = |among: &[Sheet], id: &str| among.iter().any(|sheet| sheet.id == id);
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let id = value.into_owned();
            match name.as_ref() {
                "tache" if known(&sheets.tasks, &id) => asked.task = Some(id),
                "outil" if known(&sheets.tools, &id) => asked.tool = Some(id),
                "donnees" if known(&sheets.data_kinds, &id) && !asked.kinds.contains(&id) => {
                    asked.kinds.push(id);
                }
                _ => {}
            }
        }
        asked
    }

    /// Whether there is something to answer.
    pub(super) fn is_complete(&self) -> bool {
        self.task.is_some() && self.tool.is_some() && !self.kinds.is_empty()
    }

    pub(in crate::web) fn question<'a>(&'a self, frame: &'a Frame<'_>, on: NaiveDate) -> MayI<'a> {
        MayI {
            profile: &frame.profile,
            ..MayI::picked(
                frame.sheets,
                on,
                self.task.as_deref(),
                self.tool.as_deref(),
                &self.kinds,
            )
        }
    }

    /// The address of a page with these picks: it holds picks, never a person.
    pub(in crate::web) fn address(&self, place: &Place, page: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("tache", &self.task), ("outil", &self.tool)] {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        for kind in &self.kinds {
            query.append_pair("donnees", kind);
        }
        format!("{}?{}", place.page(page), query.finish())
    }
}
