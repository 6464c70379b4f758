//! The formats that are written: a file each, and a line in [`EXPORTERS`]. Whoever writes a file (the
//! command line, a dialog) goes by this list and knows no format by name.
//!
//! What always holds:
//! - the same content gives the same bytes;
//! - a file is written whole or not at all ([`super::write_files`]), and several that belong together
//!   likewise;
//! - a format adds nothing to what it is given: no figure, no word, no shape.

mod documents;
mod mermaid;
mod painting;
mod pdf;
mod png;
mod svg;
mod tables;
mod workbook;
mod xlsx;

use std::path::{Path, PathBuf};

pub use crate::blueprint::Date;
use crate::blueprint::Scenario;
use crate::drawing::{
    Bookmark, DisplayList, Document, Page, Palette, PaperSize, Rect, Shaper, Titles,
};

use painting::missing_letters as missing;

pub use png::{LONGEST_SIDE, MOST_PIXELS, Pixels, page_pixels, pixels};
pub use workbook::{
    CellContent, CellLook, CellResult, NumberFormat, SheetCell, Workbook, WorkbookSheet,
};

/// A picture to be written.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    /// Its shapes and texts, list over list.
    pub lists: &'a [DisplayList],
    /// What its inks look like.
    pub palette: &'a Palette,
    /// The part of the plane that is shown, in points.
    pub viewport: Rect,
    /// What it is of, in a few words.
    pub title: &'a str,
    /// What there is to see in it, in a sentence; blank for none.
    pub description: &'a str,
    /// The language of its texts, as a tag: `en`, `zh-Hans`.
    pub language: &'a str,
    /// What each list says of its subjects; lists beyond the last say nothing.
    pub titles: &'a [&'a Titles],
    /// The letters of its texts.
    pub shaper: &'a Shaper,
    /// How it becomes pixels, where it does.
    pub pixels: Pixels,
    /// Whether its letters become shapes, where they could stay letters.
    pub outlines: bool,
}

/// A scenario to be written as text, and what that says in words of its own.
#[derive(Clone, Copy)]
pub struct TextSource<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What each zone is called, in the order of [`Zone::ALL`](crate::blueprint::Zone::ALL), as it is
    /// read back.
    pub zones: [&'a str; 5],
    /// What the outside is called, as it is read back.
    pub end: &'a str,
}

/// Pages to be written.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    /// The pages, the first first.
    pub pages: &'a [Page],
    /// What the inks look like.
    pub palette: &'a Palette,
    /// Whether pages are filled with the ground of the palette, instead of staying as white as paper.
    pub ground: bool,
    /// What they are about, in a few words; never blank.
    pub title: &'a str,
    /// The language of their texts, as a tag: `en`, `zh-Hans`.
    pub language: &'a str,
    /// The letters of their texts.
    pub shaper: &'a Shaper,
    /// The day that they are from.
    pub date: Date,
    /// The places that a reader can go to.
    pub bookmarks: &'a [Bookmark],
}

/// A document to be written as it flows.
#[derive(Clone, Copy)]
pub struct Manuscript<'a> {
    /// Its texts, tables and pictures.
    pub document: &'a Document,
    /// What the inks look like.
    pub palette: &'a Palette,
    /// The letters of its pictures.
    pub shaper: &'a Shaper,
    /// The day that it is from.
    pub date: Date,
    /// The paper, where it has pages.
    pub paper: PaperSize,
    /// What its file is called, without the ending; `None` where it has no name.
    pub name: Option<&'a str>,
}

/// Why a picture was not written.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// It would have more than [`LONGEST_SIDE`] pixels a side or [`MOST_PIXELS`] in all.
    TooLarge {
        /// The largest scale that fits, rounded down to hundredths.
        scale: f64,
    },
    /// Its format could not hold it; the reason as the library puts it.
    NotWritten(String),
}

/// A file as it is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenFile {
    /// What its name has between the name that was asked for and the ending: empty for the main
    /// file, `-roles` for one beside it.
    pub beside: &'static str,
    /// Its ending, where that is another than the main file's.
    pub ending: Option<&'static str>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl WrittenFile {
    /// Where it is to be, if the main file is at a path: `OUT-roles.csv` beside `OUT.csv`, `OUT.svg`
    /// beside `OUT.md`.
    #[must_use]
    pub fn path(&self, main: &Path) -> PathBuf {
        if self.beside.is_empty() && self.ending.is_none() {
            return main.to_owned();
        }
        let mut name = main.file_stem().unwrap_or_default().to_owned();
        name.push(self.beside);
        if let Some(ending) = self.ending.map(AsRef::as_ref).or(main.extension()) {
            name.push(".");
            name.push(ending);
        }
        main.with_file_name(name)
    }
}

/// What an exporter made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The main file, then those that belong beside it.
    pub files: Vec<WrittenFile>,
    /// Names that two things had, as the later one is called in the file.
    pub renamed: Vec<String>,
    /// Letters that no bundled font has: a box stands for each.
    pub missing: Vec<char>,
}

impl Written {
    /// The same, with letters in it that no font has.
    fn lacking(self, missing: Vec<char>) -> Self {
        Self { missing, ..self }
    }

    /// One file, with nothing changed in it.
    fn alone(bytes: Vec<u8>) -> Self {
        Self {
            files: vec![WrittenFile { beside: "", ending: None, bytes }],
            renamed: Vec::new(),
            missing: Vec::new(),
        }
    }
}

/// What a format is made from, and how.
#[derive(Clone, Copy, Debug)]
pub enum Export {
    /// The document alone.
    Document(fn(&TextSource<'_>) -> Written),
    /// What was drawn, set on pages.
    Pages(fn(&Paper<'_>) -> Result<Written, Refused>),
    /// A document as it flows. One that is set on pages is written by a format of pages.
    Report(fn(&Manuscript<'_>) -> Result<Written, Refused>),
    /// Something that was drawn.
    Picture(fn(&Picture<'_>) -> Result<Written, Refused>),
    /// Sheets of cells.
    Workbook(fn(&Workbook) -> Result<Written, Refused>),
}

/// A format that is written.
#[derive(Clone, Copy, Debug)]
pub struct Exporter {
    /// The ending of its files, in small letters, without the full stop.
    pub ending: &'static str,
    /// What it is made from, and how.
    pub export: Export,
}

/// Every format that is written.
pub const EXPORTERS: &[Exporter] = &[
    Exporter { ending: "csv", export: Export::Document(tables::csv) },
    Exporter { ending: "mmd", export: Export::Document(mermaid::mmd) },
    Exporter { ending: "docx", export: Export::Report(documents::docx) },
    Exporter { ending: "html", export: Export::Report(documents::html) },
    Exporter { ending: "md", export: Export::Report(documents::markdown) },
    Exporter { ending: "pdf", export: Export::Pages(pdf::pdf) },
    Exporter { ending: "png", export: Export::Picture(png::png) },
    Exporter { ending: "svg", export: Export::Picture(svg::svg) },
    Exporter { ending: "xlsx", export: Export::Workbook(xlsx::xlsx) },
];

impl Exporter {
    /// Whether what it writes is drawn, so that it can be looked at before.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        matches!(self.export, Export::Picture(_) | Export::Pages(_) | Export::Report(_))
    }

    /// The format that the name of a file asks for by its ending, in capitals or not.
    ///
    /// # Errors
    /// The ending that no format has; empty if the name has none.
    pub fn of(path: &Path) -> Result<&'static Self, String> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let ending = ending.unwrap_or_default();
        EXPORTERS.iter().find(|exporter| exporter.ending == ending).ok_or(ending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_says_which_format_is_meant() {
        for exporter in EXPORTERS {
            let name = format!("A service.v2.{}", exporter.ending.to_uppercase());
            let found = Exporter::of(Path::new(&name)).map(|found| found.ending);
            assert_eq!(found, Ok(exporter.ending));
        }
        assert_eq!(Exporter::of(Path::new("sheet.docm")).map(|_| ()), Err("docm".to_owned()));
        assert_eq!(Exporter::of(Path::new("csv")).map(|_| ()), Err(String::new()));
    }

    #[test]
    fn no_two_formats_share_an_ending() {
        let mut endings: Vec<_> = EXPORTERS.iter().map(|exporter| exporter.ending).collect();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), EXPORTERS.len());
    }
}
