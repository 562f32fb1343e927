//! Which uses a law from outside the European Union reaches.

use super::View;
use domain::UseCase;
use evaluate::dependencies::{ForeignLaw, Layer, european_union};
use publish::report::Cell;

impl<'a> View<'a> {
    pub(super) fn add_laws(&mut self) {
        let law = self.foreign_law();
        let exposed: Vec<_> = law.exposed.iter().map(|found| found.use_case).collect();
        let blanks = [("count", law.not_exposed.len().into())];
        let blocks = [
            self.page.named("foreign-law-yes", &exposed),
            self.page.named("foreign-law-unknown", &law.unknown),
            self.page.sentence("foreign-law-no", &blanks),
            self.whole("foreign-law-all", "droit-etranger"),
        ];
        self.page.add("foreign-law", &blocks);
    }

    pub(super) fn add_all_laws(&mut self) {
        let law = self.foreign_law();
        let mut rows = Vec::new();
        for found in &law.exposed {
            rows.push(self.law_row(found.use_case, Some(true)));
        }
        for use_case in &law.unknown {
            rows.push(self.law_row(use_case, None));
        }
        for use_case in &law.not_exposed {
            rows.push(self.law_row(use_case, Some(false)));
        }
        let columns = [
            ("column-use", false),
            ("column-foreign-law", false),
            ("column-jurisdiction", false),
            ("column-hosting", false),
            ("column-supplier", false),
        ];
        let table = self.page.table("foreign-law", &columns, rows);
        self.page.add("foreign-law", &[table]);
    }

    fn foreign_law(&self) -> ForeignLaw<'a> {
        let home = european_union(&self.page.site.library.reference);
        self.found.foreign_law(&home)
    }

    fn law_row(&self, use_case: &UseCase, answer: Option<bool>) -> Vec<Cell> {
        let chains = self.found.chains();
        let chain = chains.iter().find(|chain| chain.use_case.id == use_case.id);
        let node = |layer| {
            Cell::text(chain.map_or_else(String::new, |chain| self.node(chain.node(layer))))
        };
        vec![
            self.page.record(use_case),
            self.page.answer(answer),
            node(Layer::Jurisdiction),
            node(Layer::Hosting),
            node(Layer::Supplier),
        ]
    }
}
