//! The register and the records of others, searched as on the page of the register.

use super::asked::Asked;
use super::document::Cells;
use super::problem::Problem;
use super::{Answer, Api};
use crate::register::{
    DATA, DEPARTMENT, Found, GENERATIVE, PUBLISHER, SOURCE, STATE, TASK, TOOL, search_language,
    sort_by_reference, sort_by_review,
};
use search::{Filters, Query, Sort};

impl Api<'_> {
    pub(super) fn use_cases(&self, asked: &Asked) -> Result<Answer, Problem> {
        if let Some(uri) = asked.one("uri") {
            let is_it = |id| self.uri(id) == uri;
            let mut uses = self.snapshot.uses.iter();
            let found = uses.find(|public| is_it(public.use_case.id));
            let items: Vec<_> = found
                .map(|public| self.use_case_json(public))
                .into_iter()
                .collect();
            return Ok(self.listed(asked, items.len(), items));
        }
        let slugs = self.snapshot.authorities.iter().map(|a| a.slug.as_str());
        let wanted = asked.all("authority");
        let sources: Vec<String> = slugs
            .filter(|slug| wanted.is_empty() || wanted.contains(slug))
            .map(|slug| format!("own:{slug}"))
            .collect();
        let facets = [
            (STATE, "state"),
            (DATA, "data"),
            (DEPARTMENT, "department"),
            (TASK, "task"),
            (TOOL, "tool"),
            (GENERATIVE, "generative"),
        ];
        let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
        if sources.is_empty() {
            return Ok(self.listed(asked, 0, Vec::new()));
        }
        Ok(self.search(asked, sources, &facets))
    }

    pub(super) fn peer_records(&self, asked: &Asked) -> Result<Answer, Problem> {
        let facets = [
            (STATE, "state"),
            (PUBLISHER, "publisher"),
            (GENERATIVE, "generative"),
        ];
        Ok(self.search(asked, vec!["peers"], &facets))
    }

    fn search(&self, asked: &Asked, sources: Vec<&str>, facets: &[(&'static str, &str)]) -> Answer {
        let mut filters = Filters::from([(SOURCE, sources)]);
        for (facet, parameter) in facets {
            let values = asked.all(parameter);
            if !values.is_empty() {
                filters.insert(facet, values);
            }
        }
        let text = asked.one("q").unwrap_or_default();
        let sort = match asked.one("sort") {
            Some("review") => sort_by_review(),
            Some("reference") => sort_by_reference(),
            _ if text.trim().is_empty() => sort_by_reference(),
            _ => Sort::Relevance,
        };
        let results = self.register.search(&Query {
            text,
            language: search_language(asked.language()),
            filters,
            facets: Vec::new(),
            sort,
            offset: asked.offset,
            limit: asked.limit,
        });
        let items = results.hits.iter().filter_map(|hit| {
            Some(match self.register.found(hit.document) {
                Found::Own(at) => self.use_case_json(self.snapshot.uses.get(at)?),
                Found::Peer(at) => self.peer_json(self.snapshot.peers.get(at)?, Cells::Without),
            })
        });
        self.listed(asked, results.total, items.collect())
    }
}
