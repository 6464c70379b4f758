//! Chinese lane names: upright, one character below the other, as on a shop sign; lying in short rows
//! where a lane is too low for that.

use super::display_list::{Anchor, DisplayList, TextLook};
use super::ink::Ink;
use super::space::Point;
use super::text::Weight;
use super::text::is_ideograph;

/// From one character to the one below it, in sizes: as it reads best, and as tight as it goes.
const PITCH: f32 = 1.2;
const TIGHT: f32 = 1.05;
/// From one character to the one beside it, in sizes.
const BESIDE: f32 = 1.05;
/// Characters side by side where a name lies: so many as the strip is wide.
const ACROSS: usize = 2;
/// Latin letters and digits that stand side by side in one cell: `2A`.
const MOST_SIDE_BY_SIDE: usize = 2;

/// The cells of a name that reads well upright: each holds one Chinese character, or a short run of
/// Latin letters or digits. `None` for a name that has longer words, or nothing Chinese.
fn cells(name: &str) -> Option<Vec<&str>> {
    if !name.chars().any(is_ideograph) {
        return None;
    }
    let mut cells = Vec::new();
    let mut rest = name.trim();
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            rest = rest.trim_start();
            continue;
        }
        let run = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let end = if run == 0 { first.len_utf8() } else { run };
        if run > MOST_SIDE_BY_SIDE {
            return None;
        }
        let (cell, after) = rest.split_at_checked(end)?;
        // Marks that lie on their side in upright text would stand wrong.
        if "（）()《》「」“”—…".contains(cell) {
            return None;
        }
        cells.push(cell);
        rest = after;
    }
    Some(cells)
}

/// A name that reads well upright: in one column, set tighter where that makes it fit; else lying, in
/// rows of two characters that read from left to right. Never in columns beside each other, which
/// could be read along the wrong way.
pub(super) struct Stacked<'a> {
    cells: Vec<&'a str>,
    setting: Setting,
}

impl<'a> Stacked<'a> {
    /// In letters of a size, so high at most; `None` where it does not read well so or does not fit
    /// whole.
    pub fn of(name: &'a str, room: f32, size: f32) -> Option<Self> {
        let cells = cells(name)?;
        let setting = Setting::of(cells.len(), room, size)?;
        Some(Self { cells, setting })
    }

    /// Writes it around a point.
    pub fn write(&self, list: &mut DisplayList, at: Point, weight: Weight) {
        let Setting { size, pitch, across, rows } = self.setting;
        let anchor = Anchor::Centre;
        let look = TextLook { size, weight, ink: Ink::Muted, anchor, upwards: false };
        for (index, cell) in self.cells.iter().enumerate() {
            let (row, column) = (index / across, index % across);
            let in_row = (self.cells.len() - row * across).min(across);
            let x = size * BESIDE * (column as f32 - 0.5 * (in_row as f32 - 1.0));
            let y = pitch * (row as f32 - 0.5 * (rows as f32 - 1.0));
            list.text(at + Point::new(x, y), look, |out| out.push_str(cell));
        }
    }
}

/// How the cells of a name are set.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Setting {
    size: f32,
    /// From one row to the next.
    pitch: f32,
    /// Cells in a row.
    across: usize,
    rows: usize,
}

impl Setting {
    /// For so many cells in a height; `None` where they do not all have room.
    fn of(cells: usize, room: f32, size: f32) -> Option<Self> {
        let lying = cells.div_ceil(ACROSS);
        let ways = [(PITCH, 1, cells), (TIGHT, 1, cells), (TIGHT, ACROSS, lying)];
        let settings = ways.map(|(pitch, across, rows)| {
            let pitch = size * pitch;
            Self { size, pitch, across, rows }
        });
        settings.into_iter().find(|setting| setting.rows as f32 * setting.pitch <= room)
    }
}

#[cfg(test)]
mod tests {
    use super::{Setting, TIGHT, cells};

    #[test]
    fn chinese_names_stand_upright_and_latin_ones_do_not() {
        assert_eq!(cells("前台").unwrap(), ["前", "台"]);
        assert_eq!(cells("2A 区").unwrap(), ["2A", "区"]);
        assert_eq!(cells("Kitchen"), None);
        assert_eq!(cells("Kitchen 厨房"), None);
        assert_eq!(cells("前台（一）"), None);
        assert_eq!(cells(""), None);
    }

    #[test]
    fn a_low_lane_has_one_column_or_rows_that_read_from_left_to_right() {
        let set = |cells, room, size| {
            let setting = Setting::of(cells, room, size)?;
            Some((setting.pitch > size * TIGHT, setting.across, setting.rows))
        };
        assert_eq!(set(4, 60.0, 12.0), Some((true, 1, 4)));
        assert_eq!(set(4, 51.0, 12.0), Some((false, 1, 4)), "set tighter");
        assert_eq!(set(4, 44.0, 10.0), Some((false, 1, 4)), "smaller letters stand upright");
        assert_eq!(set(4, 36.0, 12.0), Some((false, 2, 2)), "lying");
        assert_eq!(set(5, 32.0, 12.0), None, "not whole");
        assert_eq!(set(5, 32.0, 10.0), Some((false, 2, 3)));
        assert_eq!(set(4, 8.0, 10.0), None);
    }
}
