//! The verdict page as a file: a page of its own, or a text.

use crate::drawing::{
    Document, DocumentBlock, DocumentSheet, FootTexts, Palette, PaperSize, Shaper, Tone,
    Typesetter, set_document,
};
use crate::exchange::{Date, Export, Exporter, Manuscript, Paper, Refused, Written};
use crate::reports::VerdictPage;
use crate::wording::Wording;

/// A verdict page that leaves the program.
#[derive(Clone, Copy)]
pub struct VerdictJob<'a> {
    /// The page.
    pub page: &'a VerdictPage,
    /// Its small pictures, the most telling first.
    pub pictures: &'a [DocumentBlock],
    /// The words that it is in.
    pub words: &'a Wording,
    /// What was said and is open, numbered, a text for each comment: a list after the page.
    pub comments: &'a [String],
    /// The day that it is from.
    pub date: Date,
    /// The paper, where it has pages.
    pub paper: PaperSize,
    /// What the file is called that it is written to, without the ending.
    pub name: &'a str,
}

impl VerdictJob<'_> {
    /// The page with as many of its pictures, and on pages of their own what was said.
    fn document(&self, pictures: usize) -> Document {
        let mut document = self.page.document(self.words);
        document.blocks.extend(self.pictures.iter().take(pictures).cloned());
        if !self.comments.is_empty() {
            let heading = self.words.text("page-comments").to_owned();
            document.blocks.push(DocumentBlock::PageBreak);
            document.blocks.push(DocumentBlock::Heading(2, heading));
            let plain = |text: &String| DocumentBlock::Text(Tone::Plain, text.clone());
            document.blocks.extend(self.comments.iter().map(plain));
        }
        document
    }

    /// It as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.page.text(self.words);
        if !self.comments.is_empty() {
            text.push_str("\n\n");
            text.push_str(self.words.text("page-comments"));
        }
        for comment in self.comments {
            text.push_str("\n\n");
            text.push_str(comment);
        }
        text
    }

    /// It in a format of documents; `None` for a format of something else.
    #[must_use]
    pub fn write(&self, exporter: &Exporter) -> Option<Result<Written, Refused>> {
        // A text has no pictures.
        let most = if exporter.ending == "md" { 0 } else { self.pictures.len() };
        let document = self.document(most);
        let (palette, shaper) = (Palette::light(), Shaper::new());
        match exporter.export {
            Export::Report(write) => Some(write(&Manuscript {
                document: &document,
                palette: &palette,
                shaper: &shaper,
                date: self.date,
                paper: self.paper,
                name: Some(self.name),
            })),
            Export::Pages(write) => {
                let day = self.words.date(self.date);
                let foot =
                    FootTexts { title: &self.page.title, date: &day, ..FootTexts::default() };
                let number = |number: usize, count: usize| {
                    let arguments = [("number", number.into()), ("count", count.into())];
                    self.words.with("page-number", &arguments)
                };
                let sheet = DocumentSheet { paper: self.paper, foot, page: &number };
                let pages = |document: &Document| {
                    set_document(document, &sheet, &Typesetter::new(1.0)).pages.len()
                };
                // The page is one page: pictures that have no room on it are left out.
                let alone = VerdictJob { comments: &[], ..*self };
                let fits = |pictures: &usize| pages(&alone.document(*pictures)) == 1;
                let document = self.document((0..=most).rev().find(fits).unwrap_or_default());
                let set = set_document(&document, &sheet, &Typesetter::new(1.0));
                Some(write(&Paper {
                    pages: &set.pages,
                    palette: &palette,
                    ground: false,
                    title: &document.title,
                    language: self.words.language().code(),
                    shaper: &shaper,
                    date: self.date,
                    bookmarks: &set.bookmarks,
                }))
            }
            Export::Picture(_) | Export::Document(_) | Export::Workbook(_) => None,
        }
    }
}
