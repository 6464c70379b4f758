//! Headings, paragraphs, lists and contents on pages; where a page ends.

use std::sync::Arc;

use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::super::ink::{Hue, Ink};
use super::super::pages::{
    Bookmark, FOOT_HEIGHT, MARGIN, MILLIMETRE, Panel, PaperSize, Telling, Told,
};
use super::super::space::{Point, Rect, Size};
use super::super::text::{Letters, MeasureText, Weight};
use super::blocks::{Block, Document, Entry, Mood, Tone};
use super::wrapping::wrapped;

/// What stays free beside texts, in points of paper.
pub(super) const TEXT_MARGIN: f32 = 15.0 * MILLIMETRE;
/// From one line to the next, in sizes of letters.
const LEADING: f32 = 1.42;
/// How far the entries of a list are set in.
const INDENT: f32 = 11.0;
/// The height of a page that has no end, in points of paper: more than anything takes, and still told
/// apart to parts of a point.
pub(super) const ENDLESS: f32 = 1_000_000.0;
/// A paragraph of so many lines at most is never parted.
const WHOLE: usize = 5;

/// Letters of a size.
pub(super) const fn letters(size: f32, weight: Weight) -> Letters {
    Letters { size, weight }
}

/// From one line of some letters to the next.
pub(super) fn line_of(letters: Letters) -> f32 {
    letters.size * LEADING
}

/// A page under way.
pub(super) struct Draft {
    pub(super) size: Size,
    pub(super) margin: f32,
    pub(super) panels: Vec<Panel>,
    /// What is written since the last panel.
    list: DisplayList,
    told: Vec<Told>,
    /// How many subjects there are.
    parts: u32,
    /// Whether anything is on it.
    is_used: bool,
}

impl Draft {
    fn new(size: Size, margin: f32) -> Self {
        let mut list = DisplayList::new();
        list.clip_to(Rect::of(Point::default(), size));
        let (panels, told) = (Vec::new(), Vec::new());
        Self { size, margin, panels, list, told, parts: 0, is_used: false }
    }

    pub(super) fn is_across(&self) -> bool {
        self.size.width > self.size.height
    }

    /// Puts what was written on the page, so that what follows is read after it.
    fn close(&mut self) {
        if self.list.is_empty() {
            return;
        }
        let list = std::mem::take(&mut self.list);
        let viewport = Rect::of(Point::default(), self.size);
        self.list.clip_to(viewport);
        self.panels.push(Panel {
            lists: Arc::from([list]),
            viewport,
            at: Point::default(),
            scale: 1.0,
            told: std::mem::take(&mut self.told),
            repeats: false,
        });
    }
}

/// A line of the contents that waits for its page.
struct Waiting {
    /// Of the heading, among all.
    heading: usize,
    /// Which page the line is on, and after which panels.
    page: usize,
    panel: usize,
    text: String,
    y: f32,
}

/// Sets blocks on pages.
pub(super) struct Setter<'a> {
    pub(super) measure: &'a dyn MeasureText,
    pub(super) paper: PaperSize,
    /// How much of the usual room there is between blocks and around cells.
    spacing: f32,
    upright: Size,
    pub(super) pages: Vec<Draft>,
    /// Where the next block begins.
    pub(super) y: f32,
    /// The level and the text of each heading, with its place.
    headings: Vec<(u8, String, usize, f32)>,
    contents: Vec<Waiting>,
    /// How many tables and lists there were.
    tables: u32,
    /// Whether the page lies across for a picture that is still to come.
    pub(super) awaits_picture: bool,
}

impl<'a> Setter<'a> {
    pub(super) fn new(paper: PaperSize, spacing: f32, measure: &'a dyn MeasureText) -> Self {
        let upright = paper.text_page();
        let mut setter = Self {
            measure,
            paper,
            spacing,
            upright,
            pages: Vec::new(),
            y: 0.0,
            headings: Vec::new(),
            contents: Vec::new(),
            tables: 0,
            awaits_picture: false,
        };
        setter.new_page(upright);
        setter
    }

    /// One page that takes all.
    pub(super) fn endless(measure: &'a dyn MeasureText) -> Self {
        let mut setter = Self::new(PaperSize::A4, 1.0, measure);
        setter.upright.height = ENDLESS;
        setter.fresh_page(setter.upright);
        setter
    }

    pub(super) fn is_endless(&self) -> bool {
        self.upright.height >= ENDLESS
    }

    /// The pages and the headings as places to go to.
    pub(super) fn finish(mut self) -> (Vec<Draft>, Vec<Bookmark>) {
        if self.pages.len() > 1 && self.pages.last().is_some_and(|page| !page.is_used) {
            self.pages.pop();
        }
        for page in &mut self.pages {
            page.close();
        }
        self.fill_contents();
        let mut bookmarks: Vec<Bookmark> = Vec::new();
        for (level, text, page, y) in self.headings {
            let at = Point::new(0.0, (y - 4.0).max(0.0));
            let bookmark = Bookmark { text, page, at, below: Vec::new() };
            match bookmarks.last_mut().filter(|_| level > 2) {
                Some(above) => above.below.push(bookmark),
                None if level > 1 => bookmarks.push(bookmark),
                None => {}
            }
        }
        (self.pages, bookmarks)
    }

    pub(super) fn upright(&self) -> Size {
        self.upright
    }

    pub(super) fn new_page(&mut self, size: Size) {
        // A picture on a page that lies across has the room of one of its own.
        let margin = if size.width > size.height { MARGIN } else { TEXT_MARGIN };
        self.pages.push(Draft::new(size, margin));
        self.y = margin;
    }

    /// Begins a page of a size, unless the present one is untouched, which then becomes one.
    pub(super) fn fresh_page(&mut self, size: Size) {
        if self.pages.last().is_some_and(|page| !page.is_used) {
            self.pages.pop();
        }
        self.new_page(size);
    }

    pub(super) fn break_page(&mut self) {
        if self.is_endless() {
            return;
        }
        let size = self.upright;
        self.fresh_page(size);
    }

    /// Texts stand on upright pages.
    fn text_page(&mut self) {
        if self.pages.last().is_some_and(Draft::is_across) {
            self.break_page();
        }
    }

    pub(super) fn margin(&self) -> f32 {
        self.pages.last().map_or(TEXT_MARGIN, |page| page.margin)
    }

    pub(super) fn size(&self) -> Size {
        self.pages.last().map_or(self.upright, |page| page.size)
    }

    pub(super) fn left(&self) -> f32 {
        self.margin()
    }

    pub(super) fn right(&self) -> f32 {
        self.size().width - self.margin()
    }

    pub(super) fn room(&self) -> f32 {
        self.right() - self.left()
    }

    /// Where blocks end.
    pub(super) fn bottom(&self) -> f32 {
        self.size().height - self.margin() - FOOT_HEIGHT
    }

    pub(super) fn is_fresh(&self) -> bool {
        self.pages.last().is_none_or(|page| !page.is_used)
    }

    /// Begins another page where so much has no room on this one, but has on another.
    pub(super) fn make_room(&mut self, height: f32) {
        self.text_page();
        if self.y + height > self.bottom() && !self.is_fresh() {
            self.break_page();
        }
    }

    /// So much room, where it is usual.
    pub(super) fn spaced(&self, usual: f32) -> f32 {
        usual * self.spacing
    }

    /// How much of the last page is used, as a part of its height.
    pub(super) fn last_used(&self) -> f32 {
        if self.is_fresh() { 1.0 } else { self.y / self.size().height.max(1.0) }
    }

    /// Skips so much, but not at the top of a page.
    fn skip(&mut self, height: f32) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    /// Begins something that is told in a way; its letters follow.
    pub(super) fn told(&mut self, telling: Telling, text: &str) -> Subject {
        let subject = self.part();
        if let Some(page) = self.pages.last_mut() {
            page.told.push(Told { subjects: vec![subject], telling, text: text.to_owned() });
        }
        subject
    }

    /// A subject that nobody tells, for lines and grounds.
    pub(super) fn part(&mut self) -> Subject {
        let Some(page) = self.pages.last_mut() else { return Subject::Sheet };
        page.parts += 1;
        page.is_used = true;
        Subject::Part(page.parts)
    }

    /// The list of the page, with a pen for a subject.
    pub(super) fn pen(&mut self, subject: Subject) -> Option<&mut DisplayList> {
        let list = &mut self.pages.last_mut()?.list;
        list.pen(Layer::Labels, subject, 0);
        Some(list)
    }

    /// Writes a line whose upper edge lies at a height.
    pub(super) fn write(
        &mut self,
        subject: Subject,
        text: &str,
        (x, top): (f32, f32),
        (letters, ink, anchor): (Letters, Ink, Anchor),
    ) {
        let Letters { size, weight } = letters;
        let at = Point::new(x, top + line_of(letters) / 2.0);
        let look = TextLook { size, weight, ink, anchor, upwards: false };
        if let Some(list) = self.pen(subject) {
            list.text(at, look, |out| out.push_str(text));
        }
    }

    /// A panel of its own on the page, after what is written so far.
    pub(super) fn panel(&mut self, panel: Panel) {
        if let Some(page) = self.pages.last_mut() {
            page.close();
            page.is_used = true;
            page.panels.push(panel);
        }
    }

    /// A number for a table or a list, which nothing else has.
    pub(super) fn number(&mut self) -> u32 {
        self.tables += 1;
        self.tables
    }

    pub(super) fn lines(&self, text: &str, room: f32, letters: Letters) -> Vec<String> {
        wrapped(text, room, self.measure, letters)
    }

    pub(super) fn heading(&mut self, level: u8, text: &str, rest: &[Block]) {
        let (letters, before, after) = heading_look(level);
        let before = self.spaced(before);
        if self.awaits_picture {
            // The page was begun for it.
        } else if let Some(size) = self.turned(rest) {
            self.fresh_page(size);
            self.awaits_picture = true;
        } else {
            let room = self.upright.width - 2.0 * TEXT_MARGIN;
            let own = self.lines(text, room, letters).len() as f32 * line_of(letters);
            self.make_room(before + own + after + self.least(rest));
        }
        self.skip(before);
        let number = self.pages.len() - 1;
        self.headings.push((level, text.to_owned(), number, self.y));
        let subject = self.told(Telling::Heading(level.into()), text);
        for line in self.lines(text, self.room(), letters) {
            let at = (self.left(), self.y);
            self.write(subject, &line, at, (letters, Ink::Text, Anchor::Left));
            self.y += line_of(letters);
        }
        self.y += after;
    }

    /// How much has to follow a heading on its page.
    fn least(&self, blocks: &[Block]) -> f32 {
        let Some((block, rest)) = blocks.split_first() else { return 0.0 };
        match block {
            Block::Heading(level, _) => {
                let (letters, before, after) = heading_look(*level);
                self.spaced(before) + line_of(letters) + after + self.least(rest)
            }
            Block::Text(tone, text) => {
                let (letters, _, after) = tone_look(*tone);
                let lines = self.lines(text, self.upright.width - 2.0 * TEXT_MARGIN, letters);
                let own = lines.len().min(WHOLE) as f32 * line_of(letters) + after;
                // Sentences before a table or a picture lead to it.
                let next = rest.iter().find(|block| !matches!(block, Block::Text(..)));
                let leads = matches!(next, Some(Block::Table(_) | Block::Picture(_)));
                own + if leads { self.least(rest) } else { 0.0 }
            }
            Block::Figures(_) => 70.0,
            Block::Table(table) => Self::least_of_table(table),
            Block::List(_) => 2.0 * line_of(tone_look(Tone::Plain).0),
            Block::Picture(picture) => self.least_of_picture(picture),
            Block::Contents(_) | Block::PageBreak => 0.0,
        }
    }

    pub(super) fn paragraph(&mut self, tone: Tone, text: &str) {
        let (letters, ink, after) = tone_look(tone);
        if let Tone::Verdict(mood) = tone {
            self.verdict(mood, text);
            return;
        }
        let lines = self.lines(text, self.room(), letters);
        let line = line_of(letters);
        if !self.awaits_picture {
            let whole = if lines.len() <= WHOLE { lines.len() } else { 2 };
            self.make_room(whole as f32 * line);
        }
        let mut subject = self.told(Telling::Letters, text);
        for text in lines {
            if self.y + line > self.bottom() && !self.is_fresh() {
                self.break_page();
                subject = self.told(Telling::Letters, &text);
            }
            let at = (self.left(), self.y);
            self.write(subject, &text, at, (letters, ink, Anchor::Left));
            self.y += line;
        }
        self.y += after;
    }

    /// The sentence that matters most, on a ground that says whether it is good.
    fn verdict(&mut self, mood: Mood, text: &str) {
        let (letters, ink, after) = tone_look(Tone::Verdict(mood));
        let (side, above) = (14.0, 9.0);
        let lines = self.lines(text, self.room() - 2.0 * side, letters);
        let height = lines.len() as f32 * line_of(letters) + 2.0 * above;
        self.make_room(height + after);
        let (bar, ground) = match mood {
            Mood::Good => (Ink::Good, Ink::Thin(Hue::Good, 12)),
            Mood::Warning => (Ink::Warn, Ink::WarnWash),
            Mood::Bad => (Ink::Bad, Ink::BadWash),
            Mood::Unknown => (Ink::Faint, Ink::Track),
        };
        let area = Rect::of(Point::new(self.left(), self.y), Size::new(self.room(), height));
        let part = self.part();
        if let Some(list) = self.pen(part) {
            list.rect(area, 4.0, Some(ground), None);
            let strip = Rect { max: Point::new(area.left() + 4.0, area.bottom()), ..area };
            list.rect(strip, 2.0, Some(bar), None);
        }
        let subject = self.told(Telling::Letters, text);
        self.y += above;
        for line in lines {
            let at = (self.left() + side, self.y);
            self.write(subject, &line, at, (letters, ink, Anchor::Left));
            self.y += line_of(letters);
        }
        self.y += above + after;
    }

    pub(super) fn list(&mut self, entries: &[Entry]) {
        let (plain, ink, after) = tone_look(Tone::Plain);
        let (note, muted, _) = tone_look(Tone::Note);
        let list = self.number();
        let room = self.upright.width - 2.0 * TEXT_MARGIN - INDENT;
        for (entry, item) in entries.iter().zip(0_u32..) {
            let text = self.lines(&entry.text, room, plain);
            let remark = self.lines(&entry.remark, room, note);
            let height =
                text.len() as f32 * line_of(plain) + remark.len() as f32 * line_of(note) + 2.0;
            self.make_room(height.min(self.bottom() - self.margin()));
            let part = self.part();
            let middle = Point::new(self.left() + 3.0, self.y + line_of(plain) / 2.0);
            if let Some(list) = self.pen(part) {
                list.circle(middle, 1.6, Some(Ink::Muted), None);
            }
            let telling = Telling::Item { list, item };
            let mut subject = self.told(telling, &entry.text);
            let lines = text.iter().map(|line| (line, plain, ink));
            for (line, letters, ink) in lines.chain(remark.iter().map(|l| (l, note, muted))) {
                if self.y + line_of(letters) > self.bottom() && !self.is_fresh() {
                    self.break_page();
                    subject = self.told(telling, line);
                }
                let at = (self.left() + INDENT, self.y);
                self.write(subject, line, at, (letters, ink, Anchor::Left));
                self.y += line_of(letters);
            }
            self.y += 2.0;
        }
        self.y += after;
    }

    /// The headings of level 2 with room for their pages.
    pub(super) fn contents(&mut self, text: &str, document: &Document) {
        let sections: Vec<(usize, String)> =
            document.sections().map(|(at, text)| (at, text.to_owned())).collect();
        let (letters, before, _) = heading_look(3);
        let before = self.spaced(before);
        let (plain, _, after) = tone_look(Tone::Plain);
        let height = before + line_of(letters) + sections.len() as f32 * line_of(plain);
        self.make_room(height);
        self.skip(before);
        let subject = self.told(Telling::Letters, text);
        let at = (self.left(), self.y);
        self.write(subject, text, at, (letters, Ink::Text, Anchor::Left));
        self.y += line_of(letters) + 2.0;
        let page = self.pages.len() - 1;
        let Some(draft) = self.pages.last_mut() else { return };
        draft.close();
        let panel = draft.panels.len();
        for (heading, text) in sections {
            self.contents.push(Waiting { heading, page, panel, text, y: self.y });
            self.y += line_of(plain);
        }
        self.y += after;
    }

    /// Writes the lines of the contents, now that the pages are known.
    fn fill_contents(&mut self) {
        let Some(first) = self.contents.first() else { return };
        let (page, panel) = (first.page, first.panel);
        let (letters, ink, _) = tone_look(Tone::Plain);
        let Some(size) = self.pages.get(page).map(|page| page.size) else { return };
        let (left, right) = (TEXT_MARGIN, size.width - TEXT_MARGIN);
        let mut draft = Draft::new(size, TEXT_MARGIN);
        for (part, Waiting { heading, text, y, .. }) in (0_u32..).zip(&self.contents) {
            let number = self.headings.get(*heading).map_or(0, |(_, _, page, _)| page + 1);
            let number = number.to_string();
            let subject = Subject::Part(2 * part);
            draft.told.push(Told {
                subjects: vec![subject],
                telling: Telling::Letters,
                text: format!("{text} {number}"),
            });
            let wide = |text: &str| self.measure.width(text, letters.size, letters.weight);
            let middle = y + line_of(letters) / 2.0;
            let [from, to] = [left + wide(text) + 6.0, right - wide(&number) - 6.0];
            draft.list.pen(Layer::Labels, Subject::Part(2 * part + 1), 0);
            if from < to {
                let ends = [Point::new(from, middle + 3.0), Point::new(to, middle + 3.0)];
                draft.list.path(ends, Stroke::dashed(0.5, Ink::Faint, 1.0, 2.5));
            }
            for (anchor, x, text) in
                [(Anchor::Left, left, text.as_str()), (Anchor::Right, right, number.as_str())]
            {
                let Letters { size, weight } = letters;
                let look = TextLook { size, weight, ink, anchor, upwards: false };
                draft.list.pen(Layer::Labels, subject, u16::from(anchor == Anchor::Right));
                draft.list.text(Point::new(x, middle), look, |out| out.push_str(text));
            }
        }
        draft.close();
        if let Some(page) = self.pages.get_mut(page) {
            let panel = panel.min(page.panels.len());
            page.panels.splice(panel..panel, draft.panels);
        }
    }
}

/// Letters of a heading, and what stays free before and after it.
fn heading_look(level: u8) -> (Letters, f32, f32) {
    match level {
        1 => (letters(22.0, Weight::Semibold), 0.0, 1.0),
        2 => (letters(15.0, Weight::Semibold), 18.0, 5.0),
        _ => (letters(11.0, Weight::Semibold), 10.0, 3.0),
    }
}

/// Letters of a paragraph, their ink, and what stays free after it.
pub(super) fn tone_look(tone: Tone) -> (Letters, Ink, f32) {
    match tone {
        Tone::Verdict(_) => (letters(13.0, Weight::Semibold), Ink::Text, 10.0),
        Tone::Plain => (letters(9.5, Weight::Regular), Ink::Text, 5.0),
        Tone::Note => (letters(8.5, Weight::Regular), Ink::Muted, 5.0),
    }
}
