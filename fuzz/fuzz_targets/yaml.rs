//! Any text as a data file.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (node, diagnostics) = reference::parse("fuzz.yaml", text);
    assert!(node.is_some() || !diagnostics.is_empty());
    let mut tree = reference::Tree::default();
    tree.insert("data/mappings/fuzz.yaml", text.as_bytes());
    let _ = reference::Reference::read(&tree);
});
