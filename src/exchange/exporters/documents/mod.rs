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

use crate::drawing::{DocumentBlock, DocumentPicture};

use super::{Manuscript, Written, missing};

/// The pictures of a document, in their order.
fn pictures<'a>(manuscript: &Manuscript<'a>) -> impl Iterator<Item = &'a DocumentPicture> {
    manuscript.document.blocks.iter().filter_map(|block| match block {
        DocumentBlock::Picture(picture) => Some(&**picture),
        _ => None,
    })
}

/// What was written, with the letters of pictures that no bundled font has.
fn written(manuscript: &Manuscript<'_>, bytes: Vec<u8>) -> Written {
    let lists = pictures(manuscript).flat_map(|picture| picture.lists.iter());
    Written::alone(bytes).lacking(missing(lists, manuscript.shaper))
}
