use super::catalogue::{Catalogue, folded, spelling};
use super::node::{Gap, Layer, Name, Node};
use domain::{Hosting, ToolSheet, UseCase};
use std::collections::{BTreeMap, BTreeSet};

/// What one use leans on, one node a layer.
#[derive(Debug, Clone)]
pub struct Chain<'a> {
    /// The use.
    pub use_case: &'a UseCase,
    /// The sheet of its tool, if it names a tool that has one.
    pub tool: Option<&'a ToolSheet>,
    /// Suppliers the record names besides the one of the tool, by key.
    pub other_suppliers: BTreeSet<String>,
    /// Makers of the models, when others than the supplier of the tool, by key.
    pub makers: BTreeSet<String>,
    nodes: [Node; 7],
}

type Names<'a> = BTreeMap<(Layer, String), Name<'a>>;

impl<'a> Chain<'a> {
    /// The node of a layer; there is always one, known or not.
    pub fn node(&self, layer: Layer) -> &Node {
        &self.nodes[layer as usize]
    }

    /// A tool sheet speaks first; the record fills in what the sheet does not say.
    pub(super) fn of(
        use_case: &'a UseCase,
        catalogue: &Catalogue<'a>,
        names: &mut Names<'a>,
    ) -> Self {
        let key = use_case.tool.as_deref();
        let mut walk = Walk {
            use_case,
            tool: key.and_then(|key| catalogue.tool(key)),
            catalogue,
            names,
        };
        let supplier = walk.supplier();
        let nodes = [
            walk.department(),
            walk.the_use(),
            walk.tool(),
            walk.model(),
            supplier.clone(),
            walk.hosting(),
            walk.jurisdiction(&supplier),
        ];
        let makers = walk.makers(&nodes[Layer::Model as usize], &supplier);
        Self {
            use_case,
            tool: walk.tool,
            other_suppliers: walk.other_suppliers(&supplier),
            makers,
            nodes,
        }
    }
}

struct Walk<'a, 'b> {
    use_case: &'a UseCase,
    tool: Option<&'a ToolSheet>,
    catalogue: &'b Catalogue<'a>,
    names: &'b mut Names<'a>,
}

impl<'a> Walk<'a, '_> {
    /// Why a layer beyond the tool is empty.
    fn gap(&self) -> Gap {
        match (&self.use_case.tool, self.tool) {
            (None, _) => Gap::NoToolNamed,
            (Some(_), None) => Gap::NoSheet,
            (Some(_), Some(_)) => Gap::NotSaid,
        }
    }

    fn name(&mut self, layer: Layer, key: String, name: Name<'a>) -> String {
        self.names.entry((layer, key.clone())).or_insert(name);
        key
    }

    fn one(&mut self, layer: Layer, key: String, name: Name<'a>) -> Node {
        Node::known(layer, [self.name(layer, key, name)])
    }

    fn department(&mut self) -> Node {
        match &self.use_case.department {
            Some(key) => self.one(Layer::Department, key.clone(), Name::Code(key)),
            None => Node::unknown(Layer::Department, Gap::NotSaid),
        }
    }

    fn the_use(&mut self) -> Node {
        let name = Name::Text(&self.use_case.name);
        self.one(Layer::Use, self.use_case.id.to_string(), name)
    }

    fn tool(&mut self) -> Node {
        let Some(key) = &self.use_case.tool else {
            return Node::unknown(Layer::Tool, Gap::NoToolNamed);
        };
        let name = self.tool.map_or(Name::Plain(key), |t| Name::Text(&t.name));
        self.one(Layer::Tool, key.clone(), name)
    }

    fn model(&mut self) -> Node {
        let layer = Layer::Model;
        if let Some(tool) = self.tool.filter(|tool| !tool.model_keys.is_empty()) {
            let keys: Vec<_> = tool
                .model_keys
                .iter()
                .map(|key| {
                    let sheet = self.catalogue.model(key);
                    let name = sheet.map_or(Name::Plain(key), |sheet| Name::Text(&sheet.name));
                    self.name(layer, key.clone(), name)
                })
                .collect();
            return Node::known(layer, keys);
        }
        let is_disclosed = self.tool.and_then(|tool| tool.model_disclosed) != Some(false);
        let words = self.tool.and_then(|tool| tool.model.as_ref());
        if let Some(words) = words.filter(|_| is_disclosed)
            && let Some(spelled) = spelling(words)
        {
            let sheet = self.catalogue.model_named(&spelled);
            let key = sheet.map_or(spelled, |sheet| sheet.key.clone());
            return self.one(layer, key, Name::Text(words));
        }
        let named = &self.use_case.models;
        if named.is_empty() {
            let gap = if is_disclosed {
                self.gap()
            } else {
                Gap::NotDisclosed
            };
            return Node::unknown(layer, gap);
        }
        let keys: Vec<_> = named
            .iter()
            .map(|model| {
                let sheet = self.catalogue.model_named(&model.name);
                let key = sheet.map_or_else(|| folded(&model.name), |sheet| sheet.key.clone());
                self.name(layer, key, Name::Plain(&model.name))
            })
            .collect();
        Node::known(layer, keys)
    }

    fn supplier(&mut self) -> Node {
        let layer = Layer::Supplier;
        if let Some(tool) = self.tool {
            let words = tool.supplier.as_ref();
            if let Some(key) = &tool.supplier_key {
                let sheet = self.catalogue.supplier(key);
                let name = sheet.map(|sheet| &sheet.name).or(words);
                let name = name.map_or(Name::Plain(key), Name::Text);
                return self.one(layer, key.clone(), name);
            }
            if let Some(words) = words
                && let Some(spelled) = spelling(words)
            {
                let sheet = self.catalogue.supplier_named(&spelled);
                let key = sheet.map_or(spelled, |sheet| sheet.key.clone());
                return self.one(layer, key, Name::Text(words));
            }
        }
        match self.named_suppliers().into_iter().next() {
            Some(key) => Node::known(layer, [key]),
            None => Node::unknown(layer, self.gap()),
        }
    }

    /// The suppliers that the record itself names, in its order.
    fn named_suppliers(&mut self) -> Vec<String> {
        let named = self.use_case.suppliers.iter();
        named
            .map(|supplier| {
                let sheet = self.catalogue.supplier_named(&supplier.name);
                let key = sheet.map_or_else(|| folded(&supplier.name), |sheet| sheet.key.clone());
                self.name(Layer::Supplier, key, Name::Plain(&supplier.name))
            })
            .collect()
    }

    fn other_suppliers(&mut self, supplier: &Node) -> BTreeSet<String> {
        let named = self.named_suppliers().into_iter();
        named.filter(|key| !supplier.holds(key)).collect()
    }

    fn makers(&mut self, model: &Node, supplier: &Node) -> BTreeSet<String> {
        let sheets = model.keys().filter_map(|key| self.catalogue.model(key));
        let makers: BTreeSet<_> = sheets
            .filter_map(|sheet| sheet.maker.as_ref())
            .filter(|maker| !supplier.holds(maker))
            .collect();
        makers
            .into_iter()
            .map(|key| {
                let sheet = self.catalogue.supplier(key);
                let name = sheet.map_or(Name::Plain(key), |sheet| Name::Text(&sheet.name));
                self.name(Layer::Supplier, key.clone(), name)
            })
            .collect()
    }

    fn hosting(&mut self) -> Node {
        match self.tool.map(|tool| tool.hosting) {
            None | Some(Hosting::Unknown) => Node::unknown(Layer::Hosting, self.gap()),
            Some(hosting) => {
                let code = hosting.code();
                self.one(Layer::Hosting, code.to_owned(), Name::Code(code))
            }
        }
    }

    /// The laws told on the sheet of the tool and on that of its supplier.
    fn jurisdiction(&mut self, supplier: &Node) -> Node {
        let on_tool = self.tool.map(|tool| &tool.jurisdictions);
        let sheets = supplier
            .keys()
            .filter_map(|key| self.catalogue.supplier(key));
        let on_suppliers: Vec<_> = sheets.map(|sheet| &sheet.jurisdictions).collect();
        let codes: Vec<&'a String> = on_tool
            .into_iter()
            .chain(on_suppliers)
            .flatten()
            .filter(|code| !code.trim().is_empty())
            .collect();
        if codes.is_empty() {
            return Node::unknown(Layer::Jurisdiction, self.gap());
        }
        let keys: Vec<_> = codes
            .into_iter()
            .map(|code| {
                let key = code.trim().to_uppercase();
                self.name(Layer::Jurisdiction, key, Name::Code(code))
            })
            .collect();
        Node::known(Layer::Jurisdiction, keys)
    }
}
