//! Chinese lane names: upright, one character below the other, as on a shop sign.

use super::display_list::{Anchor, DisplayList, TextLook, Weight};
use super::ink::Ink;
use super::space::Point;
use super::text_fit::is_ideograph;

/// From one character to the next, in sizes.
const PITCH: f32 = 1.2;
/// Latin letters and digits that stand side by side in one cell: `2A`.
const MOST_SIDE_BY_SIDE: usize = 2;
/// What stands for cells that have no room.
const MORE: &str = "…";

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

/// Writes a name upright around a point, in at most two columns that read from right to left.
/// Says whether it did: a name that does not read well so is left to the caller.
pub(super) fn write_stacked(
    list: &mut DisplayList,
    at: Point,
    name: &str,
    room: f32,
    (size, small): (u8, u8),
    weight: Weight,
) -> bool {
    let Some(cells) = cells(name) else { return false };
    let pitch = |size: u8| f32::from(size) * PITCH;
    // How many cells lie below each other in the room.
    let fitting = |size| (1..=cells.len()).take_while(|n| *n as f32 * pitch(size) <= room).count();
    let (size, columns) = if cells.len() <= fitting(size) { (size, 1) } else { (small, 2) };
    let most = fitting(size);
    if most == 0 {
        return false;
    }
    let rows = cells.len().div_ceil(columns).min(most);
    let pitch = pitch(size);
    let look = TextLook { size, weight, ink: Ink::Muted, anchor: Anchor::Centre, upwards: false };
    let is_cut = cells.len() > rows * columns;
    for (index, cell) in cells.iter().take(rows * columns).enumerate() {
        let (column, row) = (index / rows, index % rows);
        let is_last = is_cut && index + 1 == rows * columns;
        let used = cells.len().min(rows * columns).saturating_sub(column * rows).min(rows);
        let x = pitch * 0.5 * (columns as f32 - 1.0) - pitch * column as f32;
        let y = pitch * (row as f32 - 0.5 * (used as f32 - 1.0));
        list.text(at + Point::new(x, y), look, |out| {
            out.push_str(if is_last { MORE } else { cell });
        });
    }
    true
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn chinese_names_stand_upright_and_latin_ones_do_not() {
        assert_eq!(cells("前台").unwrap(), ["前", "台"]);
        assert_eq!(cells("2A 区").unwrap(), ["2A", "区"]);
        assert_eq!(cells("Kitchen"), None);
        assert_eq!(cells("Kitchen 厨房"), None);
        assert_eq!(cells("前台（一）"), None);
        assert_eq!(cells(""), None);
    }
}
