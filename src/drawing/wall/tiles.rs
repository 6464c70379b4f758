//! The figures of a wall, in its right column.

use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};
use super::super::text::Weight;
use super::Wall;
use super::pen::{PITCH, Style, lines, write, write_lines};

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TileValue {
    /// Its number, with its unit and mark.
    Number(String),
    /// Why there is none.
    Lacking(String),
    /// It is held back; the presenter sees what it is.
    Held(Option<String>),
}

/// A figure on a wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallTile {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub value: TileValue,
    /// What it was, in words; blank where it has not changed.
    pub was: String,
}

/// A part of a number: large where it has digits.
struct Piece<'a> {
    text: &'a str,
    is_large: bool,
}

fn pieces(number: &str) -> Vec<Piece<'_>> {
    let is_large = |text: &str| text.chars().any(|letter| letter.is_ascii_digit());
    number.split_whitespace().map(|text| Piece { text, is_large: is_large(text) }).collect()
}

/// What stands between the parts of a number, in parts of the size of its digits.
const APART: f32 = 0.14;
/// How large units are beside digits.
const SMALL: f32 = 0.42;

/// Draws the tiles below each other; answers where they lie.
pub(super) fn draw(wall: &Wall, area: Rect, list: &mut DisplayList) -> Vec<Rect> {
    let u = wall.unit();
    let gap = 0.75 * u;
    // As high as a third of the column, so that a tile looks alike at every stop.
    let height = (area.height() - 4.0 * gap) / 3.0;
    let mut places = Vec::with_capacity(wall.tiles.len());
    for (number, tile) in wall.tiles.iter().enumerate() {
        let top = area.top() + gap + number as f32 * (height + gap);
        let rect = Rect::new(area.left() + gap, top, area.right() - gap, top + height);
        list.pen(Layer::Headers, Subject::Wall(10 + u8::try_from(number).unwrap_or(0)), 0);
        let is_faint = matches!(tile.value, TileValue::Held(Some(_)));
        let width = u / 20.0;
        let edge = if is_faint {
            Stroke::dashed(2.0 * width, Ink::Bad, 0.4 * u, 0.25 * u)
        } else {
            Stroke::solid(width, Ink::Hairline)
        };
        list.rect(rect, 0.5 * u, Some(Ink::Background), Some(edge));
        tile_texts(wall, tile, rect.grown(-0.55 * u), list);
        places.push(rect);
    }
    places
}

fn tile_texts(wall: &Wall, tile: &WallTile, rect: Rect, list: &mut DisplayList) {
    let u = wall.unit();
    let quiet = Style::of(u, Weight::Medium, Ink::Muted, Anchor::Left);
    if let TileValue::Lacking(why) = &tile.value {
        lacking(wall, &tile.name, why, rect.grown(0.25 * u), list);
        return;
    }
    let name = lines(&tile.name, rect.width(), 2, wall.text, quiet);
    write_lines(list, Point::new(rect.left(), rect.top() + 0.5 * u), &name, quiet);
    let below = rect.top() + name.len() as f32 * PITCH * u + 0.1 * u;
    let foot = rect.bottom() - 0.5 * u;
    // The line of what it was is kept free, so that nothing jumps.
    let was = lines(&tile.was, rect.width(), 2, wall.text, quiet);
    let more = (was.len().max(1) - 1) as f32 * PITCH * u;
    let foot = foot - more;
    let room = Rect::new(rect.left(), below, rect.right(), foot - 0.7 * u);
    match &tile.value {
        TileValue::Number(number) => large(wall, number, Ink::Text, room, list),
        TileValue::Held(Some(number)) => large(wall, number, Ink::Faint, room, list),
        TileValue::Held(None) => {
            let size = (3.2 * u).min(room.height()).max(u);
            let style = Style::of(size, Weight::Semibold, Ink::Accent, Anchor::Left);
            write(list, Point::new(room.left(), room.bottom() - 0.5 * size), "?", style);
        }
        // Said already, in a way of its own.
        TileValue::Lacking(_) => {}
    }
    write_lines(list, Point::new(rect.left(), foot), &was, quiet);
}

/// Why a figure cannot be had, closely set below its name: as many lines as there is room for.
fn lacking(wall: &Wall, name: &str, why: &str, rect: Rect, list: &mut DisplayList) {
    let u = wall.unit();
    let pitch = 1.08 * u;
    let mut at = Point::new(rect.left() + 0.25 * u, rect.top() + 0.5 * u);
    let width = rect.right() - at.x;
    let quiet = Style::of(u, Weight::Medium, Ink::Muted, Anchor::Left);
    for line in lines(name, width, 2, wall.text, quiet) {
        write(list, at, &line, quiet);
        at.y += pitch;
    }
    at.y += 0.1 * u;
    let style = Style::of(u, Weight::Medium, Ink::Text, Anchor::Left);
    // The lines of a tile, hardly ten.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let most = ((rect.bottom() - at.y - 0.45 * u) / pitch).floor().max(0.0) as usize + 1;
    for line in lines(why, width, most, wall.text, style) {
        write(list, at, &line, style);
        at.y += pitch;
    }
}

/// Writes a number as large as it fits, its units smaller.
fn large(wall: &Wall, number: &str, ink: Ink, room: Rect, list: &mut DisplayList) {
    let u = wall.unit();
    let pieces = pieces(number);
    let style = |size: f32, piece: &Piece<'_>| {
        let letters = if piece.is_large { size } else { (SMALL * size).max(u) };
        let weight = if piece.is_large { Weight::Semibold } else { Weight::Medium };
        let ink = if piece.is_large || ink != Ink::Text { ink } else { Ink::Muted };
        Style::of(letters, weight, ink, Anchor::Left)
    };
    let width = |size: f32| {
        let each = pieces.iter().map(|piece| style(size, piece).width(piece.text, wall.text));
        each.sum::<f32>() + APART * size * (pieces.len().max(1) - 1) as f32
    };
    let mut size = (3.2 * u).min(room.height()).max(u);
    while size > u && width(size) > room.width() {
        size = (size - 0.1 * u).max(u);
    }
    if width(size) > room.width() {
        // Too long for a line even in the smallest letters.
        let style = Style::of(u, Weight::Semibold, ink, Anchor::Left);
        let said = lines(number, room.width(), 2, wall.text, style);
        let up = said.len() as f32 * PITCH * u;
        write_lines(list, Point::new(room.left(), room.bottom() - up + 0.5 * u), &said, style);
        return;
    }
    // On one base line: half the height of capitals above it lies the point of each text.
    let base = room.bottom() - 0.14 * size;
    let mut x = room.left();
    for piece in &pieces {
        let style = style(size, piece);
        let up = super::super::text::HALF_CAPITAL * style.size;
        write(list, Point::new(x, base - up), piece.text, style);
        x += style.width(piece.text, wall.text) + APART * size;
    }
}
