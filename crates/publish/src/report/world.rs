//! The closed world of a report: one template, its data, its drawings, the fonts of the binary.
//! No network, no system font, no date of today.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, IntoValue};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use std::collections::HashMap;
use std::sync::LazyLock;

struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)))
        .collect();
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Fonts that may draw a letter.
#[derive(Debug, Clone, Copy)]
pub(super) enum Drawn {
    /// Any of those of the binary.
    ByAny,
    /// Every face of one family.
    ByFamily(&'static str),
}

impl Drawn {
    /// Whether a letter is in the fonts.
    pub(super) fn has(self, letter: char) -> bool {
        let code = u32::from(letter);
        let covers = |font: &Font| font.info().coverage.contains(code);
        let mut fonts = FONTS.fonts.iter();
        match self {
            Self::ByAny => fonts.any(covers),
            Self::ByFamily(family) => fonts
                .filter(|font| font.info().family == family)
                .all(covers),
        }
    }
}

pub(super) struct ReportWorld {
    library: LazyHash<Library>,
    main: Source,
    files: HashMap<FileId, Bytes>,
}

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl ReportWorld {
    /// A template, the view value it receives, and the files it may open.
    pub(super) fn new(
        template: &str,
        data: String,
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Option<Self> {
        let mut inputs = Dict::new();
        inputs.insert("data".into(), data.into_value());
        let files = files
            .into_iter()
            .filter_map(|(path, bytes)| Some((file_id(&path)?, Bytes::new(bytes))))
            .collect();
        Some(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            main: Source::new(file_id("/main.typ")?, template.to_owned()),
            files,
        })
    }
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            Ok(self.main.clone())
        } else {
            Err(FileError::NotSource)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<typst::foundations::Duration>) -> Option<Datetime> {
        None
    }
}
