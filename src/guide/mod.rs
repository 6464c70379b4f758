//! The user's guide: its pages in every language, what their Markdown says, and the search over them.
//!
//! - `pages`: the one list of pages and pictures, all of them within the program;
//! - `document`: what a page is made of; `reading`: from Markdown to that; `anchor`: by which name a
//!   link leads to a heading;
//! - `search`: where words stand.
//!
//! Pages are plain Markdown with pictures and links as a code host shows them. What the window cannot
//! show is a fault of the page, which a test tells: nothing is left out in silence.

mod anchor;
mod document;
mod pages;
mod reading;
mod search;
#[cfg(test)]
mod tests;

pub use document::{Block, Column, Document, Goal, Place, Run, Text};
pub use pages::{Page, picture};
pub use reading::read;
pub use search::{Found, Index};
