//! Pages as PDF: shapes and letters of embedded fonts, with an outline, and tagged for those who
//! listen.
//!
//! A page says what it shows in the order of reading ([`crate::drawing::Told`]): a figure by a text in its place,
//! letters as they are. Whatever nobody tells is marked as ornament. The rules of PDF/UA-1 that a
//! program can check are checked while a file is made; one that breaks a rule, by a character that
//! no reader could name, is written all the same but does not claim to keep them.

mod drawing;
mod structure;

use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::document::Document;
use krilla::error::KrillaError;
use krilla::geom;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{PageLabel, PageSettings};
use krilla::tagging::{Artifact, ArtifactType, ContentTag, TagTree};
use krilla::text::Font;

use self::drawing::{Drawn, draw_panel, fill_page};
use self::structure::{Leaf, leaves, tags};
use super::painting::missing_letters;
use super::{Paper, Refused, Written};
use crate::drawing::{Bookmark, Face, Page, Panel, Point};

/// Who made the file.
const CREATOR: &str = concat!("Onstage ", env!("CARGO_PKG_VERSION"));

/// The fonts of a file.
type Fonts = Vec<(Face, Font)>;

/// The pages as a PDF document.
pub(super) fn pdf(paper: &Paper<'_>) -> Result<Written, Refused> {
    let mut made = document(paper, true);
    if let Err(KrillaError::Validation(broken)) = &made {
        log::warn!("PDF/UA-1: {broken:?}");
        made = document(paper, false);
    }
    let written =
        made.map(Written::alone).map_err(|error| Refused::NotWritten(error.to_string()))?;
    let panels = paper.pages.iter().flat_map(|page| &page.panels);
    let lists = panels.flat_map(|panel| panel.lists.iter());
    Ok(written.lacking(missing_letters(lists, paper.shaper)))
}

fn document(paper: &Paper<'_>, is_checked: bool) -> Result<Vec<u8>, KrillaError> {
    let mut configuration = ConfigurationBuilder::new();
    if is_checked {
        configuration = configuration.with_accessibility_validator(Accessibility::UA1);
    }
    // One validator with the version that it brings never contradicts itself.
    let configuration = configuration.finish().unwrap_or_default();
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(metadata(paper));
    let fonts: Fonts = Face::ALL
        .into_iter()
        .filter_map(|face| Some((face, Font::new(face.bytes().into(), 0)?)))
        .collect();
    let mut told = Vec::new();
    for (number, page) in paper.pages.iter().enumerate() {
        told.extend(write_page(&mut document, paper, &fonts, number, page));
    }
    let mut tree = TagTree::new().with_lang(Some(paper.language.to_owned()));
    for group in tags(told) {
        tree.push(group);
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(paper));
    document.finish()
}

fn metadata(paper: &Paper<'_>) -> Metadata {
    let day = paper.date;
    let date = DateTime::new(day.year()).month(day.month()).day(day.day_of_month());
    Metadata::new()
        .title(paper.title.to_owned())
        .language(paper.language.to_owned())
        .creator(CREATOR.to_owned())
        .creation_date(date)
}

/// Writes a page and answers what is told of it, in the order of reading: of what repeats first, as
/// its head is the title.
fn write_page<'p>(
    document: &mut Document,
    paper: &Paper<'_>,
    fonts: &Fonts,
    number: usize,
    page: &'p Page,
) -> Vec<Leaf<'p>> {
    let Some(settings) = PageSettings::from_wh(page.size.width, page.size.height) else {
        return Vec::new();
    };
    let label = PageLabel::new(None, Some(page.label.clone()), None);
    let mut written = document.start_page_with(settings.with_page_label(label));
    let mut surface = written.surface();
    if paper.ground {
        surface.start_tagged(ornament(ArtifactType::Page));
        fill_page(&mut surface, paper, page.size);
        surface.end_tagged();
    }
    let drawn: Vec<(&Panel, Drawn)> = page
        .panels
        .iter()
        .map(|panel| (panel, draw_panel(&mut surface, paper, fonts, panel)))
        .collect();
    surface.finish();
    written.finish();
    let (repeats, body): (Vec<_>, Vec<_>) = drawn.into_iter().partition(|(panel, _)| panel.repeats);
    let mut told = Vec::new();
    for (panel, drawn) in repeats.into_iter().chain(body) {
        told.extend(leaves(panel, drawn, number));
    }
    told
}

/// What is neither read nor told.
fn ornament(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

/// The places that a reader can go to; with none, the first page.
fn outline(paper: &Paper<'_>) -> Outline {
    let mut outline = Outline::new();
    for bookmark in paper.bookmarks {
        outline.push_child(node(bookmark, paper.pages.len()));
    }
    if paper.bookmarks.is_empty() {
        let start = XyzDestination::new(0, geom::Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(paper.title.to_owned(), start));
    }
    outline
}

fn node(bookmark: &Bookmark, pages: usize) -> OutlineNode {
    let Point { x, y } = bookmark.at;
    // A place on a page that is not there would end the program.
    let page = bookmark.page.min(pages.saturating_sub(1));
    let place = XyzDestination::new(page, geom::Point::from_xy(x, y));
    let mut node = OutlineNode::new(bookmark.text.clone(), place).with_open(true);
    for below in &bookmark.below {
        node.push_child(self::node(below, pages));
    }
    node
}
