use crate::reader::FileReader;
use crate::yaml::Node;
use domain::Remark;

/// Words that people type for the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Everyday {
    /// In French.
    pub fr: Vec<String>,
    /// In English.
    pub en: Vec<String>,
}

pub(crate) fn read(file: &FileReader, root: &Node) -> Vec<Everyday> {
    file.list(root)
        .iter()
        .filter_map(|node| group(file, node))
        .collect()
}

fn group(file: &FileReader, node: &Node) -> Option<Everyday> {
    let map = file.map(node)?;
    let line = map.line();
    let (fr, en) = (map.texts("fr"), map.texts("en"));
    map.finish();
    if fr.len() + en.len() < 2 {
        file.report(line, Remark::new("data-lone-word"));
        return None;
    }
    Some(Everyday { fr, en })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tree;
    use crate::reader::read_file;
    use std::cell::RefCell;

    #[test]
    fn a_word_alone_says_the_same_as_nothing() {
        let mut tree = Tree::default();
        tree.insert(
            "x.yaml",
            "- {fr: [RH, ressources humaines], en: [HR]}\n- {fr: [seul]}\n",
        );
        let found = RefCell::new(Vec::new());
        let groups = read_file(&tree, "x.yaml", &found, read);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].fr, ["RH", "ressources humaines"]);
        let told: Vec<_> = found.into_inner();
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].line, told[0].remark.key), (2, "data-lone-word"));
    }
}
