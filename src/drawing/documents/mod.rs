//! Documents: finished texts, tables and pictures in the order of reading, and how they are set on
//! pages.
//!
//! A [`Document`] holds words that are made elsewhere. Formats that flow, such as HTML, write its
//! blocks as they are; [`set_document`] sets them on paper as [`super::Page`]s, which serve a file
//! and a preview alike.
//!
//! # What always holds
//!
//! - Every text of a document is on its pages, whole
//!   (`every_text_of_a_document_is_on_its_pages`).
//! - Nothing reaches beyond the margins or lies on anything else, whatever a cell holds
//!   (`no_cell_overflows_whatever_it_holds`).
//! - A table that goes on on another page has its head there again
//!   (`a_long_table_has_its_head_on_every_page`); no heading ends a page
//!   (`no_heading_ends_a_page`).

mod blocks;
mod columns;
mod pages;
mod pictures;
mod setting;
mod tables;
#[cfg(test)]
mod tests;
mod wrapping;

pub use blocks::{
    Block, Document, DocumentColumn, DocumentPicture, DocumentRow, DocumentTable, Entry, KeyFigure,
    KeyFigures, Mood, RowLook, Tone,
};
pub use pages::{DocumentPages, Sheet, set_document, set_endless};
