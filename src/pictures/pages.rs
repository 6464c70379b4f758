//! A sheet set on pages of paper, with a foot on each.

use std::sync::Arc;

use super::{SheetPicture, Shown};
use crate::drawing::{
    Bookmark, Borders, DisplayList, FOOT_HEIGHT, FootTexts, HEADER_HEIGHT, KeyMap, Layout, MARGIN,
    MeasureText, Page, PageCount, Panel, PaperSize, Point, Rect, STRIP_WIDTH, Size, Spread, Tile,
    Told, draw_foot, draw_overlaps, layout,
};
use crate::wording::{Amount, Wording};

/// Which paper, how many of it, and what stands at its foot.
#[derive(Clone, Copy, Debug)]
pub struct PageChoice<'a> {
    /// The size of a page.
    pub paper: PaperSize,
    /// How many.
    pub count: PageCount,
    /// What is shown.
    pub title: &'a str,
    /// Which scenario of it.
    pub scenario: &'a str,
    /// What it can do and has to; may be blank.
    pub figures: &'a str,
    /// The file that it is from.
    pub file: &'a str,
    /// The day, as people write it.
    pub date: &'a str,
}

/// A service in a few figures: what it can serve and how far that can be trusted, what comes, and how
/// busy that keeps it. What is not known is left out.
#[must_use]
pub fn in_short(shown: &Shown<'_>) -> String {
    let (words, analysis) = (shown.words, shown.analysis);
    let capacity = analysis.capacity_per_hour.value.map(|rate| {
        let basis = words.basis(analysis.capacity_per_hour.basis, Amount::PerHour);
        words.with("page-capacity", &[("rate", words.rate(rate).into()), ("basis", basis.into())])
    });
    let demand = analysis
        .demand_per_hour
        .value
        .map(|rate| words.with("page-demand", &[("rate", words.rate(rate).into())]));
    let busy = analysis.utilisation.value.map(|share| words.percent(share));
    let told: Vec<String> = [capacity, demand, busy].into_iter().flatten().collect();
    words.clauses(&told)
}

/// Pages, and where to go on them.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// The pages.
    pub pages: Vec<Page>,
    /// Where phases and their steps are.
    pub bookmarks: Vec<Bookmark>,
}

/// Sets sheets on pages at one scale, one sheet after the other: each on one page, or on tiles that
/// are cut where phases and lanes end. Of several, each bears the name of its scenario.
#[must_use]
pub fn sheet_pages(
    sheets: &[&SheetPicture<'_>],
    choice: &PageChoice<'_>,
    text: &dyn MeasureText,
) -> Pages {
    let frame = Size::new(STRIP_WIDTH, HEADER_HEIGHT);
    let parts: Vec<(Rect, f32)> = sheets.iter().map(|sheet| sheet.paper_part()).collect();
    let widest = parts.iter().map(|(part, _)| part.width()).fold(0.0, f32::max);
    let highest = parts.iter().map(|(part, _)| part.height()).fold(0.0, f32::max);
    let sets: Vec<Layout> = sheets
        .iter()
        .zip(&parts)
        .map(|(sheet, (part, slack))| {
            let borders = Borders {
                x: sheet.geometry().columns().iter().map(|column| column.right).collect(),
                y: sheet.geometry().bands().iter().map(|band| band.bottom).collect(),
            };
            let whole = Rect::of(part.min, Size::new(widest, highest));
            let slack = slack - (widest - part.width());
            let spread = Spread { whole, slack: slack.max(0.0), frame, borders };
            layout(&spread, choice.paper, choice.count)
        })
        .collect();
    let count = sets.iter().map(|set| set.tiles.len()).sum();
    let mut all = Pages { pages: Vec::with_capacity(count), bookmarks: Vec::new() };
    for (sheet, set) in sheets.iter().zip(&sets) {
        let words = sheet.shown().words;
        let first = all.pages.len();
        let (told, bookmarks) = told_by_tile(sheet, set);
        let name = sheet.shown().scenario.name().trim();
        let own = PageChoice { scenario: name, figures: &in_short(sheet.shown()), ..*choice };
        let choice = if sheets.len() > 1 { &own } else { choice };
        for ((number, tile), told) in set.tiles.iter().enumerate().zip(told) {
            let mut list = DisplayList::new();
            let viewport = sheet.draw(tile.part, Point::default(), text, &mut list);
            let mut marks = DisplayList::new();
            let shown = Rect { min: Point::new(STRIP_WIDTH, HEADER_HEIGHT), ..viewport };
            draw_overlaps(&mut marks, shown, tile, set.overlap);
            let panel = Panel {
                lists: Arc::from([list, marks]),
                viewport,
                at: corner(set, viewport.size()),
                scale: set.scale,
                told,
                repeats: false,
            };
            let at = Numbered { tile: number, page: first + number, count };
            all.pages.push(page(set, at, vec![panel], choice, words, text));
        }
        all.bookmarks.extend(moved(bookmarks, first));
    }
    all
}

/// Bookmarks of pages that come after so many others.
fn moved(bookmarks: Vec<Bookmark>, by: usize) -> Vec<Bookmark> {
    let moved =
        |mark: Bookmark| Bookmark { page: mark.page + by, below: moved(mark.below, by), ..mark };
    bookmarks.into_iter().map(moved).collect()
}

/// Which tile of a layout a page shows, and which of how many pages it is.
#[derive(Clone, Copy)]
struct Numbered {
    tile: usize,
    page: usize,
    count: usize,
}

/// A finished picture, and what is told of it.
#[derive(Clone, Debug, Default)]
pub struct ToldPicture {
    /// Its shapes.
    pub lists: Vec<DisplayList>,
    /// What is read out, in the order of reading.
    pub told: Vec<Told>,
}

/// Sets finished pictures of one plane on pages: on one, or on tiles that are cut at some
/// borders.
#[must_use]
pub fn picture_pages(
    pictures: Vec<ToldPicture>,
    viewport: Rect,
    borders: Borders,
    choice: &PageChoice<'_>,
    words: &Wording,
    text: &dyn MeasureText,
) -> Pages {
    let frame = Size::new(0.0, 0.0);
    let spread = Spread { whole: viewport, slack: 0.0, frame, borders };
    let set = layout(&spread, choice.paper, choice.count);
    let pictures: Vec<(Arc<[DisplayList]>, Vec<Told>)> =
        pictures.into_iter().map(|one| (one.lists.into(), one.told)).collect();
    let mut pages = Vec::with_capacity(set.tiles.len());
    for (number, tile) in set.tiles.iter().enumerate() {
        // Of what is told, each page tells what it shows.
        let panels = pictures.iter().map(|(lists, told)| Panel {
            lists: Arc::clone(lists),
            viewport: tile.part,
            at: corner(&set, tile.part.size()),
            scale: set.scale,
            told: told.clone(),
            repeats: false,
        });
        let at = Numbered { tile: number, page: number, count: set.tiles.len() };
        pages.push(page(&set, at, panels.collect(), choice, words, text));
    }
    Pages { pages, bookmarks: Vec::new() }
}

/// Where a picture lies on its page: a tile in the corner, so that neighbours can be laid together;
/// a whole picture in the middle.
fn corner(set: &Layout, size: Size) -> Point {
    if set.tiles.len() > 1 {
        return Point::new(MARGIN, MARGIN);
    }
    let free = |page: f32, foot: f32, size: f32| {
        ((page - 2.0 * MARGIN - foot - size * set.scale) / 2.0).max(0.0)
    };
    Point::new(
        MARGIN + free(set.page.width, 0.0, size.width),
        MARGIN + free(set.page.height, FOOT_HEIGHT, size.height),
    )
}

/// A page with a picture and its foot, which is read out on the first.
fn page(
    set: &Layout,
    at: Numbered,
    mut panels: Vec<Panel>,
    choice: &PageChoice<'_>,
    words: &Wording,
    text: &dyn MeasureText,
) -> Page {
    let is_cut = set.tiles.len() > 1;
    let label = set.tiles.get(at.tile).filter(|_| is_cut).map(Tile::label).unwrap_or_default();
    let arguments = [("number", (at.page + 1).into()), ("count", at.count.into())];
    let texts = FootTexts {
        label: &label,
        title: choice.title,
        scenario: choice.scenario,
        figures: choice.figures,
        file: choice.file,
        date: choice.date,
        page: &words.with("page-number", &arguments),
    };
    let map = (is_cut && at.tile == 0).then_some(KeyMap { tiles: &set.tiles, here: 0 });
    let width = set.page.width - 2.0 * MARGIN;
    let mut list = DisplayList::new();
    let told = draw_foot(&mut list, &texts, width, map, text);
    let foot = Panel {
        lists: Arc::from([list]),
        viewport: Rect::new(0.0, 0.0, width, FOOT_HEIGHT),
        at: Point::new(MARGIN, set.page.height - MARGIN - FOOT_HEIGHT),
        scale: 1.0,
        told: if at.tile == 0 { told } else { Vec::new() },
        repeats: true,
    };
    let label = if is_cut { label } else { (at.page + 1).to_string() };
    panels.push(foot);
    Page { size: set.page, label, panels }
}

/// What is told on each tile, each thing once, and where phases and steps are.
fn told_by_tile(sheet: &SheetPicture<'_>, set: &Layout) -> (Vec<Vec<Told>>, Vec<Bookmark>) {
    let mut told: Vec<Vec<Told>> = vec![Vec::new(); set.tiles.len()];
    let place = |at: Point| {
        let number = set.tiles.iter().position(|tile| tile.part.contains(at)).unwrap_or(0);
        let on_page = set.tiles.get(number).map_or(Point::default(), |tile| {
            let size =
                Size::new(STRIP_WIDTH + tile.part.width(), HEADER_HEIGHT + tile.part.height());
            corner(set, size) + SheetPicture::drawn_at(tile.part, at) * set.scale
        });
        (number, on_page)
    };
    let (part, _) = sheet.paper_part();
    for (one, y) in sheet.told_bands() {
        let (page, _) = place(Point::new(part.left(), y.clamp(part.top(), part.bottom())));
        if let Some(told) = told.get_mut(page) {
            told.push(one);
        }
    }
    let mut bookmarks = Vec::new();
    for phase in sheet.told_phases() {
        let (name, at) = phase.name;
        let at = part.nearest(at);
        let (page, on_page) = place(at);
        let mut bookmark = Bookmark { text: name, page, at: on_page, below: Vec::new() };
        if let Some(told) = told.get_mut(page) {
            told.extend(phase.heading);
        }
        for step in phase.steps {
            let (page, centre) = place(step.card.centre());
            let at = centre - (step.card.centre() - step.card.min) * set.scale;
            bookmark.below.push(Bookmark { text: step.name, page, at, below: Vec::new() });
            if let Some(told) = told.get_mut(page) {
                told.push(step.told);
            }
        }
        if !bookmark.below.is_empty() {
            bookmarks.push(bookmark);
        }
    }
    (told, bookmarks)
}
