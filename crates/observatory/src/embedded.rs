//! The files of the project that travel inside the binary.

use reference::Tree;
use rust_embed::RustEmbed;

macro_rules! embed {
    ($name:ident, $folder:literal) => {
        #[derive(RustEmbed)]
        #[folder = $folder]
        struct $name;
    };
}

embed!(Data, "$CARGO_MANIFEST_DIR/../../data");
embed!(Framework, "$CARGO_MANIFEST_DIR/../../framework");
embed!(Content, "$CARGO_MANIFEST_DIR/../../content");
embed!(Words, "$CARGO_MANIFEST_DIR/../../i18n");
embed!(Static, "$CARGO_MANIFEST_DIR/../../static");
embed!(Report, "$CARGO_MANIFEST_DIR/../../report");
embed!(Demo, "$CARGO_MANIFEST_DIR/../../demo");

fn add<E: RustEmbed>(tree: &mut Tree, folder: &str) {
    for path in E::iter() {
        if let Some(file) = E::get(&path) {
            tree.insert(format!("{folder}/{path}"), file.data.into_owned());
        }
    }
}

/// Everything an observatory starts from, before its own folder is laid over it.
pub fn tree() -> Tree {
    let mut tree = Tree::default();
    add::<Data>(&mut tree, "data");
    add::<Framework>(&mut tree, "framework");
    add::<Content>(&mut tree, "content");
    add::<Words>(&mut tree, "i18n");
    add::<Static>(&mut tree, "static");
    add::<Report>(&mut tree, "report");
    tree
}

/// The words of the interface alone, for what speaks before anything is opened.
pub fn words() -> Tree {
    let mut tree = Tree::default();
    add::<Words>(&mut tree, "i18n");
    tree
}

/// The demonstration, apart: it never mixes with an observatory that did not ask for it.
pub fn demo() -> Tree {
    let mut tree = Tree::default();
    add::<Demo>(&mut tree, "demo");
    tree
}
