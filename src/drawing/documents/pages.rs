//! A document on pages: its blocks one after the other, each page with its foot.

use std::sync::Arc;

use super::super::display_list::DisplayList;
use super::super::pages::{Bookmark, FOOT_HEIGHT, FootTexts, Page, Panel, PaperSize, draw_foot};
use super::super::space::{Point, Rect, Size};
use super::super::text::MeasureText;
use super::blocks::{Block, Document};
use super::setting::{ENDLESS, Setter};

/// The paper of a document and what stands at the foot of its pages.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The size of a page. Where it is that of the picture, pages of text are A4.
    pub paper: PaperSize,
    /// What is said on each page; which page it is comes from the next.
    pub foot: FootTexts<'a>,
    /// "page 2 of 7", from the number of the page and how many there are.
    pub page: &'a dyn Fn(usize, usize) -> String,
}

/// A document on pages, and where to go on them.
#[derive(Clone, Debug, Default)]
pub struct DocumentPages {
    /// The pages.
    pub pages: Vec<Page>,
    /// Its headings below the title.
    pub bookmarks: Vec<Bookmark>,
}

/// The part of a last page below which a document is set closer, if that saves the page.
const NEARLY_EMPTY: f32 = 0.35;
/// How close: how much of the usual room there is then.
const CLOSE: f32 = 0.72;

/// Sets a document on pages; a little closer where its last page would be nearly empty. Linear in its
/// texts.
#[must_use]
pub fn set_document(
    document: &Document,
    sheet: &Sheet<'_>,
    measure: &dyn MeasureText,
) -> DocumentPages {
    let mut setter = laid(document, sheet, 1.0, measure);
    if setter.pages.len() > 1 && setter.last_used() < NEARLY_EMPTY {
        let closer = laid(document, sheet, CLOSE, measure);
        if closer.pages.len() < setter.pages.len() {
            setter = closer;
        }
    }
    let (drafts, bookmarks) = setter.finish();
    let count = drafts.len();
    let pages = drafts
        .into_iter()
        .enumerate()
        .map(|(number, draft)| {
            let mut panels = draft.panels;
            panels.push(foot(sheet, draft.size, draft.margin, (number + 1, count), measure));
            Page { size: draft.size, label: (number + 1).to_string(), panels }
        })
        .collect();
    DocumentPages { pages, bookmarks }
}

/// Sets a document on one page as wide as paper and as high as it takes, without a foot: what flows has
/// no pages. Linear in its texts.
#[must_use]
pub fn set_endless(document: &Document, measure: &dyn MeasureText) -> Page {
    let mut setter = Setter::endless(measure);
    lay(&mut setter, document);
    let height = setter.y + setter.margin();
    let (drafts, _) = setter.finish();
    let mut panels: Vec<Panel> = drafts.into_iter().flat_map(|draft| draft.panels).collect();
    for panel in &mut panels {
        // Texts lie on panels as large as the page; pictures keep the part of theirs that is shown.
        if panel.viewport.height() >= ENDLESS {
            panel.viewport.max.y = height;
        }
    }
    let size = Size::new(PaperSize::A4.text_page().width, height);
    Page { size, label: String::new(), panels }
}

fn laid<'a>(
    document: &Document,
    sheet: &Sheet<'_>,
    spacing: f32,
    measure: &'a dyn MeasureText,
) -> Setter<'a> {
    let mut setter = Setter::new(sheet.paper, spacing, measure);
    lay(&mut setter, document);
    setter
}

fn lay(setter: &mut Setter<'_>, document: &Document) {
    for (at, block) in document.blocks.iter().enumerate() {
        let rest = document.blocks.get(at + 1..).unwrap_or_default();
        match block {
            Block::Heading(level, text) => setter.heading(*level, text, rest),
            Block::Text(tone, text) => setter.paragraph(*tone, text),
            Block::Figures(figures) => setter.figures(figures),
            Block::Table(table) => setter.table(table),
            Block::List(entries) => setter.list(entries),
            Block::Picture(picture) => setter.picture(picture),
            Block::Contents(text) => setter.contents(text, document),
            Block::PageBreak => setter.break_page(),
        }
    }
}

/// The foot of a page, which is never read out: what it says stands in the document too.
fn foot(
    sheet: &Sheet<'_>,
    size: Size,
    margin: f32,
    (number, count): (usize, usize),
    measure: &dyn MeasureText,
) -> Panel {
    let page = (sheet.page)(number, count);
    let texts = FootTexts { page: &page, ..sheet.foot };
    let width = size.width - 2.0 * margin;
    let mut list = DisplayList::new();
    let _ = draw_foot(&mut list, &texts, width, None, measure);
    Panel {
        lists: Arc::from([list]),
        viewport: Rect::new(0.0, 0.0, width, FOOT_HEIGHT),
        at: Point::new(margin, size.height - margin - FOOT_HEIGHT),
        scale: 1.0,
        told: Vec::new(),
        repeats: true,
    }
}
