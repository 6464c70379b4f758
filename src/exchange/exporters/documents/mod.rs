//! Documents as files that flow: HTML, Markdown, DOCX. On pages they are set before
//! ([`crate::drawing::set_document`]) and written as PDF.

mod docx;
mod html;
mod markdown;
mod package;
mod style;

pub(super) use docx::docx;
pub(super) use html::html;
pub(super) use markdown::markdown;

use crate::drawing::{DocumentBlock, DocumentPicture, Svg};

use super::svg::FAMILIES;
use super::{Manuscript, Written, missing};

/// The pictures of a document, in their order.
fn pictures<'a>(manuscript: &Manuscript<'a>) -> impl Iterator<Item = &'a DocumentPicture> {
    manuscript.document.blocks.iter().filter_map(|block| match block {
        DocumentBlock::Picture(picture) => Some(&**picture),
        _ => None,
    })
}

/// A picture of a document as SVG, its letters as letters; identifiers begin with a prefix.
fn picture_as_svg(manuscript: &Manuscript<'_>, picture: &DocumentPicture, prefix: &str) -> String {
    let titles = vec![&picture.titles; picture.lists.len()];
    Svg {
        lists: &picture.lists,
        palette: manuscript.palette,
        viewport: picture.viewport,
        fonts: FAMILIES,
        prefix,
        title: &picture.title,
        description: &picture.description,
        language: manuscript.document.language,
        titles: &titles,
        shaper: Some(manuscript.shaper),
        outlines: false,
    }
    .write()
}

/// What was written, with the letters of pictures that no bundled font has.
fn written(manuscript: &Manuscript<'_>, bytes: Vec<u8>) -> Written {
    let lists = pictures(manuscript).flat_map(|picture| picture.lists.iter());
    Written::alone(bytes).lacking(missing(lists, manuscript.shaper))
}
