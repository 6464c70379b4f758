//! A small plan of the pages that a sheet is cut into.

use super::super::display_list::{Anchor, DisplayList, Stroke, TextLook};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};
use super::super::text::Weight;
use super::Tile;

/// The largest letters on it, in points of paper.
const LETTERS: f32 = 7.0;
/// Below this size a label is left out.
const LEAST: f32 = 3.0;
/// How much wider than high a letter and a number are, in sizes.
const LABEL_WIDTH: f32 = 1.5;

/// A plan of tiles.
#[derive(Clone, Copy, Debug)]
pub struct KeyMap<'a> {
    /// The tiles.
    pub tiles: &'a [Tile],
    /// The one that is at hand.
    pub here: usize,
}

impl KeyMap<'_> {
    /// How wide it is where it is so high, but no wider than `most`, then it is lower.
    pub(super) fn width(&self, height: f32, most: f32) -> f32 {
        let whole = self.whole();
        (height * whole.width() / whole.height().max(1.0)).clamp(1.0, most.max(1.0))
    }

    fn whole(&self) -> Rect {
        self.tiles.iter().map(|tile| tile.part).reduce(Rect::union).unwrap_or_default()
    }

    /// Draws it into a rectangle, as large as it fits, at its right end.
    pub(super) fn draw(&self, list: &mut DisplayList, room: Rect) {
        let whole = self.whole();
        let scale =
            (room.width() / whole.width().max(1.0)).min(room.height() / whole.height().max(1.0));
        let corner = Point::new(
            room.right() - whole.width() * scale,
            room.centre().y - whole.height() * scale / 2.0,
        );
        let placed = |point: Point| corner + (point - whole.min) * scale;
        for (at, tile) in self.tiles.iter().enumerate() {
            let rect = Rect { min: placed(tile.part.min), max: placed(tile.part.max) };
            let fill = (at == self.here).then_some(Ink::AccentWash);
            list.rect(rect, 0.0, fill, Some(Stroke::solid(0.5, Ink::Muted)));
            let size = LETTERS.min(rect.height() * 0.7).min(rect.width() / LABEL_WIDTH);
            if size < LEAST {
                continue;
            }
            let weight = if at == self.here { Weight::Semibold } else { Weight::Regular };
            let anchor = Anchor::Centre;
            let look = TextLook { size, weight, ink: Ink::Text, anchor, upwards: false };
            list.text(rect.centre(), look, |out| out.push_str(&tile.label()));
        }
    }
}
