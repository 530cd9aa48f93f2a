//! What a template can reach: itself, its data and the fonts. No file system, no packages, no clock.

use std::sync::LazyLock;

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

/// The name under which a template reads its data.
const DATA: &str = "data.json";

const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/figtree-latin-400.ttf"),
    include_bytes!("../fonts/figtree-latin-600.ttf"),
    include_bytes!("../fonts/figtree-latin-ext-400.ttf"),
    include_bytes!("../fonts/figtree-latin-ext-600.ttf"),
];

/// What all papers share; made once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS
        .into_iter()
        .flat_map(|font| Font::iter(Bytes::new(font)))
        .collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Whether some font has a shape for this letter.
pub(crate) fn has_glyph(letter: char) -> bool {
    let fonts = &SHARED.fonts;
    fonts
        .iter()
        .any(|font| font.info().coverage.contains(letter.into()))
}

/// The world of one paper.
pub(crate) struct Desk {
    template: Source,
    data: (FileId, Bytes),
}

impl Desk {
    /// A template with its data.
    pub(crate) fn new(template: &'static str, data: Vec<u8>) -> Self {
        Self {
            template: Source::new(file("paper.typ"), template.to_owned()),
            data: (file(DATA), Bytes::new(data)),
        }
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our names are plain");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 {
            Ok(self.data.1.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
