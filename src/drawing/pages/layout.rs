//! How a picture is set on paper: on one page, or cut into tiles that lie beside and below each other.

use super::super::space::{Rect, Size};
use super::MILLIMETRE;

/// What stays free around a page, in points of paper.
pub const MARGIN: f32 = 12.0 * MILLIMETRE;
/// How high the foot of a page is, in points of paper.
pub const FOOT_HEIGHT: f32 = 14.0 * MILLIMETRE;
/// What tiles have in common where they are cut anywhere, in points of paper.
const OVERLAP: f32 = 5.0 * MILLIMETRE;
/// The smallest scale at which all of a picture lies on one page unasked: letters of 11 points are
/// 6.6 points high.
const LEAST_SCALE: f32 = 0.6;
/// The scale of tiles.
const TILE_SCALE: f32 = 0.75;
/// The part of a tile that is always filled before it is cut at a border.
const FILLED: f32 = 0.75;
/// The longest side that readers of PDF open, in points.
const LONGEST_PAGE: f32 = 14_400.0;
/// A tenth of a point is no reason for one more page.
const SLACK: f32 = 0.1;

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperSize {
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
    /// 8.5 × 11 inches.
    Letter,
    /// One page as large as the picture.
    Sheet,
}

impl PaperSize {
    /// All of them, the usual one first.
    pub const ALL: [Self; 4] = [Self::A4, Self::A3, Self::Letter, Self::Sheet];

    /// The page of a text, upright, in points of paper: A4 where it goes by the picture.
    #[must_use]
    pub fn text_page(self) -> Size {
        self.upright().or(Self::A4.upright()).unwrap_or_default()
    }

    /// Upright, in points of paper; `None` goes by the picture.
    pub(in crate::drawing) fn upright(self) -> Option<Size> {
        let millimetres = |width, height| Size::new(width * MILLIMETRE, height * MILLIMETRE);
        match self {
            Self::A4 => Some(millimetres(210.0, 297.0)),
            Self::A3 => Some(millimetres(297.0, 420.0)),
            Self::Letter => Some(Size::new(612.0, 792.0)),
            Self::Sheet => None,
        }
    }
}

/// How many pages a picture takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageCount {
    /// One while its letters can be read, else several.
    Auto,
    /// One, however small its letters become.
    One,
    /// As many as it takes at the scale of tiles.
    Tiles,
}

impl PageCount {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::One, Self::Tiles];
}

/// What is to be set on paper.
#[derive(Clone, Debug, Default)]
pub struct Spread {
    /// The part of the plane.
    pub whole: Rect,
    /// How much of the plane right of it is shown too, where there is room left for it.
    pub slack: f32,
    /// What each page needs beside and above its tile, in points of the picture: names that stand on
    /// every page.
    pub frame: Size,
    /// Where tiles are best cut.
    pub borders: Borders,
}

/// Where tiles are best cut, in the order of the plane.
#[derive(Clone, Debug, Default)]
pub struct Borders {
    /// Upright cuts: where phases end.
    pub x: Vec<f32>,
    /// Level cuts: where lanes end.
    pub y: Vec<f32>,
}

/// A picture on pages of one size.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The size of each page.
    pub page: Size,
    /// Points of paper to a point of the picture.
    pub scale: f32,
    /// The tiles, a page each: along the rows from the left, the upper row first.
    pub tiles: Vec<Tile>,
    /// What neighbours have in common where they overlap, in points of the picture.
    pub overlap: f32,
}

/// A part of a picture that has a page of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// The part.
    pub part: Rect,
    /// How many tiles lie left of it.
    pub column: usize,
    /// How many tiles lie above it.
    pub row: usize,
    /// On which sides it shows what a neighbour shows too.
    pub overlaps: Sides,
}

/// Sides of a tile.
// Each stands for itself: two sides are as likely as one or all.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// On the left.
    pub left: bool,
    /// On the right.
    pub right: bool,
    /// Above.
    pub top: bool,
    /// Below.
    pub bottom: bool,
}

impl Tile {
    /// What it is called: its column as a letter, its row as a number.
    #[must_use]
    pub fn label(&self) -> String {
        let mut letters = Vec::new();
        let mut column = self.column + 1;
        while column > 0 {
            let letter = u8::try_from((column - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + letter));
            column = (column - 1) / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        format!("{letters}{}", self.row + 1)
    }
}

/// Sets a part of a plane on paper, which lies across or upright as it suits the picture.
#[must_use]
pub fn layout(spread: &Spread, paper: PaperSize, pages: PageCount) -> Layout {
    let &Spread { whole, frame, slack, .. } = spread;
    let needed = Size::new(frame.width + whole.width(), frame.height + whole.height());
    let Some(upright) = paper.upright() else { return as_large(whole, needed, slack) };
    let ways = [Size::new(upright.height, upright.width), upright].map(|page| {
        let body = body(page);
        let scale = (body.width / needed.width.max(1.0)).min(body.height / needed.height.max(1.0));
        (page, body, scale.min(1.0))
    });
    let [across, stands] = ways;
    if pages != PageCount::Tiles {
        let (page, body, scale) = if stands.2 > across.2 { stands } else { across };
        if pages == PageCount::One || scale >= LEAST_SCALE {
            let free = (body.width / scale - needed.width).clamp(0.0, slack.max(0.0));
            return one(widened(whole, free), page, scale);
        }
    }
    let tiled = |(page, body, _): (Size, Size, f32)| {
        let room = Size::new(
            body.width / TILE_SCALE - frame.width,
            body.height / TILE_SCALE - frame.height,
        );
        Layout {
            page,
            scale: TILE_SCALE,
            tiles: tiles(spread, room),
            overlap: OVERLAP / TILE_SCALE,
        }
    };
    let (across, stands) = (tiled(across), tiled(stands));
    let is_tall = whole.height() > whole.width();
    let (first, second) = if is_tall { (stands, across) } else { (across, stands) };
    if second.tiles.len() < first.tiles.len() { second } else { first }
}

fn widened(part: Rect, by: f32) -> Rect {
    Rect::new(part.left(), part.top(), part.right() + by, part.bottom())
}

/// The part of a page that pictures lie on.
fn body(page: Size) -> Size {
    Size::new(page.width - 2.0 * MARGIN, page.height - 2.0 * MARGIN - FOOT_HEIGHT)
}

fn one(whole: Rect, page: Size, scale: f32) -> Layout {
    let tile = Tile { part: whole, column: 0, row: 0, overlaps: Sides::default() };
    Layout { page, scale, tiles: vec![tile], overlap: 0.0 }
}

/// On a page that is as large as it, but no larger than readers open.
fn as_large(whole: Rect, needed: Size, slack: f32) -> Layout {
    let (whole, needed) = (widened(whole, slack), Size::new(needed.width + slack, needed.height));
    let around = Size::new(2.0 * MARGIN, 2.0 * MARGIN + FOOT_HEIGHT);
    let scale = ((LONGEST_PAGE - around.width) / needed.width.max(1.0))
        .min((LONGEST_PAGE - around.height) / needed.height.max(1.0))
        .min(1.0);
    // Room for a title at least.
    let width = (needed.width * scale).max(400.0) + around.width;
    let page = Size::new(width.ceil(), (needed.height * scale + around.height).ceil());
    one(whole, page, scale)
}

fn tiles(spread: &Spread, room: Size) -> Vec<Tile> {
    let Spread { whole, slack, borders, .. } = spread;
    let mut columns = cuts((whole.left(), whole.right()), room.width, &borders.x);
    if let Some(last) = columns.last_mut() {
        last.to += (room.width - (last.to - last.from)).clamp(0.0, slack.max(0.0));
    }
    let rows = cuts((whole.top(), whole.bottom()), room.height, &borders.y);
    let mut tiles = Vec::with_capacity(columns.len() * rows.len());
    for (row, down) in rows.iter().enumerate() {
        for (column, along) in columns.iter().enumerate() {
            tiles.push(Tile {
                part: Rect::new(along.from, down.from, along.to, down.to),
                column,
                row,
                overlaps: Sides {
                    left: along.overlaps_before,
                    right: along.overlaps_after,
                    top: down.overlaps_before,
                    bottom: down.overlaps_after,
                },
            });
        }
    }
    tiles
}

/// A stretch of a plane between two cuts.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    from: f32,
    to: f32,
    overlaps_before: bool,
    overlaps_after: bool,
}

/// Cuts a length into stretches that have room: at the last border within the last quarter, else
/// anywhere, with some of it in both.
fn cuts((from, to): (f32, f32), room: f32, borders: &[f32]) -> Vec<Stretch> {
    let overlap = OVERLAP / TILE_SCALE;
    let mut stretches = Vec::new();
    let mut stretch = Stretch { from, to, overlaps_before: false, overlaps_after: false };
    // Each cut leads on by more than a quarter of the room, which is wider than any overlap.
    while room > 4.0 * overlap && to - stretch.from > room + SLACK {
        let (least, most) = (stretch.from + FILLED * room, stretch.from + room);
        let border = borders.iter().copied().rfind(|border| (least..=most).contains(border));
        let cut =
            Stretch { to: border.unwrap_or(most), overlaps_after: border.is_none(), ..stretch };
        stretches.push(cut);
        let back = if cut.overlaps_after { overlap } else { 0.0 };
        stretch =
            Stretch { from: cut.to - back, to, overlaps_before: cut.overlaps_after, ..stretch };
    }
    stretches.push(stretch);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Size = Size::new(36.0, 28.0);

    fn set(size: Size, paper: PaperSize, pages: PageCount, borders: &Borders) -> Layout {
        let whole = Rect::new(-12.0, -12.0, size.width - 12.0, size.height - 12.0);
        let borders = borders.clone();
        layout(&Spread { whole, slack: 0.0, frame: FRAME, borders }, paper, pages)
    }

    #[test]
    fn what_can_be_read_on_one_page_is_on_one_lying_as_it_suits() {
        let wide =
            set(Size::new(1000.0, 500.0), PaperSize::A4, PageCount::Auto, &Borders::default());
        assert_eq!(wide.tiles.len(), 1);
        assert!(wide.page.width > wide.page.height);
        assert!((0.6..=1.0).contains(&wide.scale), "{}", wide.scale);
        let tall =
            set(Size::new(500.0, 1000.0), PaperSize::A4, PageCount::Auto, &Borders::default());
        assert!(tall.page.width < tall.page.height);
        let small = set(Size::new(90.0, 60.0), PaperSize::A3, PageCount::Auto, &Borders::default());
        assert!((small.scale - 1.0).abs() < 1e-6, "letters are never blown up");
    }

    #[test]
    fn what_is_asked_for_on_one_page_is_on_one() {
        let size = Size::new(9000.0, 500.0);
        let one = set(size, PaperSize::A4, PageCount::One, &Borders::default());
        assert_eq!(one.tiles.len(), 1);
        assert!(one.scale < 0.1, "{}", one.scale);
        assert!(set(size, PaperSize::A4, PageCount::Auto, &Borders::default()).tiles.len() > 5);
    }

    #[test]
    fn tiles_cover_a_sheet_and_are_cut_at_borders_where_there_are_some() {
        let borders = Borders { x: vec![300.0, 900.0, 1700.0, 4000.0], y: vec![] };
        let set = set(Size::new(4000.0, 400.0), PaperSize::A4, PageCount::Auto, &borders);
        assert!((set.scale - 0.75).abs() < 1e-6);
        let room = body(set.page).width / set.scale - FRAME.width;
        let first = &set.tiles[0];
        assert_eq!((first.part.left(), first.part.right()), (-12.0, 900.0), "at a border");
        assert!(!first.overlaps.right);
        let second = set.tiles[1].part;
        assert_eq!((second.left(), second.right()), (900.0, 1700.0));
        let third = &set.tiles[2];
        assert!((third.part.width() - room).abs() < 0.1, "no border is near: full");
        assert!(third.overlaps.right && set.tiles[3].overlaps.left);
        let common = third.part.right() - set.tiles[3].part.left();
        assert!((common * set.scale - 5.0 * MILLIMETRE).abs() < 0.01, "{common}");
        assert_eq!(set.tiles.last().map(|tile| tile.part.right()), Some(3988.0));
        assert!(set.tiles.iter().all(|tile| tile.part.width() <= room + SLACK));
    }

    #[test]
    fn what_lies_right_of_a_sheet_is_shown_where_there_is_room_and_costs_none() {
        let spread = |width, slack| Spread {
            whole: Rect::new(0.0, 0.0, width, 600.0),
            slack,
            frame: FRAME,
            borders: Borders::default(),
        };
        let set = |width, slack| layout(&spread(width, slack), PaperSize::A4, PageCount::Auto);
        let (tight, loose) = (set(800.0, 0.0), set(800.0, 60.0));
        assert_eq!((tight.scale, 860.0), (loose.scale, loose.tiles[0].part.right()));
        let full = set(1100.0, 60.0);
        assert!(full.tiles[0].part.right() < 1101.0, "{:?}", full.tiles);
        let tiles = (set(4000.0, 0.0).tiles.len(), set(4000.0, 60.0).tiles.len());
        assert_eq!(tiles.0, tiles.1);
    }

    #[test]
    fn tiles_are_called_by_letter_and_number() {
        let called = |column, row| {
            let overlaps = Sides::default();
            Tile { part: Rect::default(), column, row, overlaps }.label()
        };
        assert_eq!([called(0, 0), called(2, 1), called(26, 0)], ["A1", "C2", "AA1"]);
        let high =
            set(Size::new(3000.0, 3000.0), PaperSize::A4, PageCount::Auto, &Borders::default());
        let labels: Vec<String> = high.tiles.iter().map(Tile::label).collect();
        let mut once = labels.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), labels.len(), "{labels:?}");
        assert_eq!(labels[0], "A1");
        assert_eq!(labels[1], "B1", "along the row first");
    }

    #[test]
    fn a_page_of_its_own_is_as_large_as_the_sheet_and_no_reader_refuses_it() {
        let size = Size::new(3000.0, 1000.0);
        let own = set(size, PaperSize::Sheet, PageCount::Auto, &Borders::default());
        assert!((own.scale - 1.0).abs() < 1e-6);
        assert!(own.page.width > 3000.0 && own.page.width < 3200.0, "{:?}", own.page);
        let vast =
            set(Size::new(90_000.0, 900.0), PaperSize::Sheet, PageCount::Auto, &Borders::default());
        assert!(vast.page.width <= LONGEST_PAGE + 1.0, "{:?}", vast.page);
    }
}
