//! Pictures on pages: as wide as the text, or on pages that lie across.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::display_list::{DisplayList, Subject};
use super::super::pages::{FOOT_HEIGHT, MARGIN, Panel, PaperSize, Telling, Told};
use super::super::space::{Point, Rect, Size};
use super::blocks::{Block, DocumentPicture};
use super::setting::Setter;

/// The smallest scale at which a large picture stays among the texts: its letters are half as large
/// again as those that nobody can read.
const LEAST_SCALE: f32 = 0.62;
/// How much smaller a picture becomes for the sake of the rest of a page.
const LEAST_SHRINK: f32 = 0.76;
/// What a heading and a sentence above a picture take.
const HEADED: f32 = 60.0;
/// What stays free after a picture.
const AFTER: f32 = 12.0;
/// The longest side that readers of PDF open, in points.
const LONGEST_PAGE: f32 = 14_400.0;

impl Setter<'_> {
    /// The scale at which a picture is as wide as the text.
    fn text_scale(&self, picture: &DocumentPicture) -> f32 {
        (self.text_width() / picture.viewport.width().max(1.0)).min(1.0)
    }

    /// How high blocks of an upright page are at most.
    fn text_height(&self) -> f32 {
        self.upright().height - (self.upright().width - self.text_width()) - FOOT_HEIGHT
    }

    /// The page that a picture needs of its own; `None` where it stays among the texts.
    fn page_across(&self, picture: &DocumentPicture) -> Option<Size> {
        if !picture.turns || self.is_endless() {
            return None;
        }
        let (width, height) = (picture.viewport.width(), picture.viewport.height());
        let Size { width: short, height: long } = self.upright();
        let upright = self.text_scale(picture).min((self.text_height() - HEADED) / height.max(1.0));
        let wide = (long - 2.0 * MARGIN) / width.max(1.0);
        let low = (short - 2.0 * MARGIN - FOOT_HEIGHT - HEADED) / height.max(1.0);
        // One that is cut into rows goes on on the next page.
        let across = if picture.ends.len() > 1 { wide } else { wide.min(low) };
        if upright >= LEAST_SCALE || upright >= across {
            return None;
        }
        if self.paper == PaperSize::Sheet {
            let around = Size::new(2.0 * MARGIN, 2.0 * MARGIN + FOOT_HEIGHT + HEADED);
            let fits = (LONGEST_PAGE / (width + around.width)).min(LONGEST_PAGE / height).min(1.0);
            let size = Size::new(
                (width * fits + around.width).max(long),
                (height * fits + around.height).max(short),
            );
            // A page that lies across is wider than high.
            return Some(Size::new(size.width.max(size.height + 1.0), size.height));
        }
        Some(Size::new(long, short))
    }

    /// The page that lies across, where a picture that needs one comes next, after no more than
    /// headings and sentences.
    pub(super) fn turned(&self, rest: &[Block]) -> Option<Size> {
        let next = rest.iter().find(|block| !matches!(block, Block::Heading(..) | Block::Text(..)));
        match next {
            Some(Block::Picture(picture)) => self.page_across(picture),
            _ => None,
        }
    }

    /// The least height of a picture among texts.
    pub(super) fn least_of_picture(&self, picture: &DocumentPicture) -> f32 {
        if self.page_across(picture).is_some() {
            return 0.0;
        }
        self.text_height().min(picture.viewport.height() * self.text_scale(picture) * LEAST_SHRINK)
    }

    pub(super) fn picture(&mut self, picture: &DocumentPicture) {
        if picture.viewport.is_empty() {
            return;
        }
        match self.page_across(picture) {
            Some(size) => self.across(picture, size),
            None => self.among_texts(picture),
        }
        self.awaits_picture = false;
    }

    fn among_texts(&mut self, picture: &DocumentPicture) {
        let size = picture.viewport.size();
        let full = self.text_scale(picture).min(self.text_height() / size.height.max(1.0));
        let room = |setter: &Self| (setter.bottom() - setter.y) / size.height.max(1.0);
        self.make_room(size.height * full * LEAST_SHRINK);
        let scale = full.min(room(self)).max(full * LEAST_SHRINK);
        self.place(picture, picture.viewport, scale);
        self.y += AFTER;
    }

    /// On pages that lie across: on one, or cut where a row of it ends.
    fn across(&mut self, picture: &DocumentPicture, page: Size) {
        if !self.awaits_picture {
            self.fresh_page(page);
        }
        let whole = picture.viewport;
        let wide = (self.room() / whole.width().max(1.0)).min(1.0);
        let one = wide.min((self.bottom() - self.y) / whole.height().max(1.0));
        if one >= LEAST_SCALE || picture.ends.len() < 2 {
            self.place(picture, whole, one);
            return;
        }
        let mut from = whole.top();
        while from < whole.bottom() - 1.0 {
            let room = (self.bottom() - self.y) / wide;
            let ends = picture.ends.iter().copied().filter(|end| *end > from + 1.0);
            let fitting = ends.clone().rfind(|end| end - from <= room);
            let last = ends.clone().next_back().unwrap_or(whole.bottom());
            // A row that is higher than a page becomes smaller.
            let to = fitting.or_else(|| ends.clone().next()).unwrap_or(whole.bottom());
            let to = if to >= last { whole.bottom() } else { to };
            if fitting.is_none() && !self.is_begun() {
                self.new_page(page);
            }
            let part = Rect::new(whole.left(), from, whole.right(), to);
            let scale = wide.min((self.bottom() - self.y) / part.height().max(1.0));
            self.place(picture, part, scale);
            from = to;
            if from < whole.bottom() - 1.0 {
                self.new_page(page);
            }
        }
    }

    /// Whether at least half of the page is free.
    fn is_begun(&self) -> bool {
        self.bottom() - self.y > self.size().height / 2.0
    }

    /// Puts a part of a picture in the middle of the page's width.
    fn place(&mut self, picture: &DocumentPicture, part: Rect, scale: f32) {
        let free = (self.room() - part.width() * scale).max(0.0);
        let at = Point::new(self.left() + free / 2.0, self.y);
        let told = if picture.told.is_empty() { whole(picture) } else { picture.told.clone() };
        self.panel(Panel {
            lists: Arc::clone(&picture.lists),
            viewport: part,
            at,
            scale,
            told,
            repeats: false,
        });
        self.y += part.height() * scale;
    }
}

/// A picture told as a whole: all that is drawn in it stands for its description.
fn whole(picture: &DocumentPicture) -> Vec<Told> {
    let items = picture.lists.iter().flat_map(DisplayList::iter);
    let subjects: BTreeSet<Subject> = items.map(|item| item.key.subject).collect();
    let subjects = subjects.into_iter().collect();
    vec![Told { subjects, telling: Telling::Figure, text: picture.description.clone() }]
}
