use super::condition::Reads;
use super::duty::{Duty, duty};
use super::fact::word_of;
use super::period::{Cites, RulePeriod, provision};
use super::{Law, SheetKind};
use crate::Certainty;
use crate::reader::{FileReader, MapReader};
use crate::yaml::{Node, Value};
use chrono::NaiveDate;
use domain::law::{Binding, Nature, Provision};
use domain::{Remark, Text};

/// A rule of the law, with everything it says to people.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// `text/rule`, the path of its file.
    pub id: String,
    /// What kind of rule it is.
    pub nature: Nature,
    /// In a few words.
    pub title: Text,
    /// What it means and what to do.
    pub means: Text,
    /// When it applies.
    pub provision: Provision,
    /// What is said of each period.
    pub periods: Vec<RulePeriod>,
    /// Whom it binds to do what.
    pub duties: Vec<Duty>,
    /// What lifts a prohibition, or that nothing does.
    pub lifted_by: Option<Text>,
    /// Who deals with it.
    pub in_charge: Option<Text>,
    /// What shows that it is respected.
    pub evidence: Option<Text>,
    /// The articles.
    pub citation: Text,
    /// Identifiers of its sources, which carry the addresses.
    pub sources: Vec<String>,
    /// How sure we are, part by part.
    pub certainty: Vec<CertaintyNote>,
    /// When it was last compared with its sources.
    pub checked_on: NaiveDate,
    /// When it must be compared again.
    pub review_by: NaiveDate,
    /// What it leaves out.
    pub not_modelled: Option<Text>,
}

/// How sure we are of a part of a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct CertaintyNote {
    /// How sure.
    pub level: Certainty,
    /// Of what; `None` = of the whole rule.
    pub about: Option<Text>,
}

impl Rule {
    /// The least sure of its parts: what is shown beside a result.
    pub fn certainty(&self) -> Certainty {
        let levels = self.certainty.iter().map(|note| note.level);
        levels.max().unwrap_or(Certainty::ToConfirm)
    }

    /// The duty that must be done before the use starts, if there is one.
    pub fn before_use(&self) -> Option<&Duty> {
        self.duties
            .iter()
            .find(|duty| duty.binds == Binding::BeforeUse)
    }

    /// Whether a rule of this nature binds somebody to something.
    fn needs_a_duty(&self) -> bool {
        !matches!(
            self.nature,
            Nature::Prohibition | Nature::Classification | Nature::Pending | Nature::Advice
        )
    }
}

/// Reads one rule; a mistake that would change its meaning gives none.
pub(super) fn read(file: &FileReader, root: &Node, law: &Law) -> Option<Rule> {
    let map = file.map(root)?;
    let id = map.text("id");
    let nature = word_of!(map, "nature", Nature);
    let title = map.bilingual("title");
    let means = map.bilingual("means");
    let provision = provision(file, &map, law, Cites::Source);
    let duties = duties(file, &map, law);
    let lifted_by = map.optional_bilingual("lifted_by");
    let in_charge = map.optional_bilingual("in_charge");
    let evidence = map.optional_bilingual("evidence");
    let citation = map.bilingual("citation");
    let sources = map.texts("sources");
    let certainty = certainty(file, &map);
    let checked_on = map.date("checked_on");
    let review_by = map.date("review_by");
    let not_modelled = map.optional_bilingual("not_modelled");
    map.finish();
    let (provision, periods) = provision?;
    let rule = Rule {
        id: id?,
        nature: nature?,
        title: title?,
        means: means?,
        provision,
        periods,
        duties: duties?,
        lifted_by,
        in_charge,
        evidence,
        citation: citation?,
        sources,
        certainty: certainty?,
        checked_on: checked_on?,
        review_by: review_by?,
        not_modelled,
    };
    is_complete(file, root.line, &rule).then_some(rule)
}

/// What no rule goes without: a source, a start date, somebody bound, a way out told.
fn is_complete(file: &FileReader, line: usize, rule: &Rule) -> bool {
    let is_pending = rule.nature == Nature::Pending;
    let is_prohibition = rule.nature == Nature::Prohibition;
    let faults = [
        (rule.sources.is_empty(), Remark::new("law-no-source")),
        (
            rule.periods.is_empty() && !is_pending,
            Remark::new("law-no-start"),
        ),
        (
            !rule.periods.is_empty() && is_pending,
            Remark::new("law-pending-start"),
        ),
        (
            rule.duties.is_empty() && rule.needs_a_duty(),
            Remark::new("law-no-duty"),
        ),
        (
            is_prohibition != rule.lifted_by.is_some(),
            Remark::new("law-lifted-by"),
        ),
    ];
    let mut is_complete = true;
    for (is_fault, remark) in faults {
        if is_fault {
            is_complete = false;
            file.report(line, remark);
        }
    }
    is_complete
}

fn duties(file: &FileReader, map: &MapReader, law: &Law) -> Option<Vec<Duty>> {
    let nodes = map.optional_list("then");
    let read = |node| {
        let map = file.map(node)?;
        map.node("fr");
        map.node("en");
        let duty = duty(file, &map, file.bilingual(node), law, Reads::Facts);
        map.finish();
        duty
    };
    let duties: Vec<_> = nodes.iter().filter_map(read).collect();
    (duties.len() == nodes.len()).then_some(duties)
}

/// `certainty: verified`, or a list of levels with what each is about.
fn certainty(file: &FileReader, map: &MapReader) -> Option<Vec<CertaintyNote>> {
    let node = map.required("certainty")?;
    if !matches!(node.value, Value::List(_)) {
        let level = map.one_of("certainty", &Certainty::ALL)?;
        return Some(vec![CertaintyNote { level, about: None }]);
    }
    let nodes = file.list(node);
    let read = |node| {
        let map = file.map(node)?;
        let level = map.one_of("level", &Certainty::ALL);
        let about = map.bilingual("about");
        map.finish();
        Some(CertaintyNote {
            level: level?,
            about: Some(about?),
        })
    };
    let notes: Vec<_> = nodes.iter().filter_map(read).collect();
    (notes.len() == nodes.len() && !notes.is_empty()).then_some(notes)
}

impl Duty {
    /// Whether a record on this kind of sheet counts.
    pub fn may_be_recorded_on(&self, sheet: SheetKind) -> bool {
        self.done_on.contains(&sheet)
    }
}
