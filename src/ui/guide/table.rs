//! Tables of the guide. Columns take what their cells need, as far as there is room; where not even
//! the least of each fits, the table scrolls sideways.

use egui::accesskit::Role;
use egui::{Color32, Rect, ScrollArea, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};

use super::letters::{Look, laid_out, show_at};
use crate::guide::{Column, Place, Text};
use crate::ui::fonts::Weight;
use crate::ui::theme::Tokens;

/// What stays free within a cell, beside and above its text.
const WITHIN: Vec2 = vec2(10.0, 6.0);
/// The narrowest that the text of a column becomes, in points, if it needs more.
const LEAST: f32 = 92.0;

/// Shows a table in a width; answers where a link leads that was clicked.
pub(super) fn show<'a>(
    ui: &mut Ui,
    (columns, rows): (&'a [Column], &'a [Vec<Text>]),
    look: Look,
    width: f32,
) -> Option<&'a Place> {
    let head = Look { weight: Weight::Semibold, ..look };
    let needed: Vec<f32> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            let cells = cells.map(|cell| laid_out(ui, cell, look, f32::INFINITY).size().x);
            let own = laid_out(ui, &column.head, head, f32::INFINITY).size().x;
            cells.fold(own, f32::max).ceil()
        })
        .collect();
    let around = 2.0 * WITHIN.x * columns.len() as f32;
    let widths = shared(&needed, width - around);
    let whole = widths.iter().sum::<f32>() + around;
    let mut chosen = None;
    let name = columns.iter().map(|column| column.head.plain()).collect::<Vec<_>>().join(", ");
    ScrollArea::horizontal().id_salt(ui.next_auto_id()).max_width(width).show(ui, |ui| {
        let role = UiBuilder::new().accessibility_role(Role::Table).accessibility_label(name);
        ui.scope_builder(role, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            ui.set_width(whole);
            let heads: Vec<&Text> = columns.iter().map(|column| &column.head).collect();
            let grid = Grid { columns, widths: &widths, whole };
            chosen = grid.row(ui, &heads, head, Role::ColumnHeader);
            for row in rows {
                let cells: Vec<&Text> = row.iter().collect();
                chosen = grid.row(ui, &cells, look, Role::Cell).or(chosen);
            }
        });
    });
    chosen
}

/// The columns with their widths.
struct Grid<'a> {
    columns: &'a [Column],
    widths: &'a [f32],
    whole: f32,
}

impl Grid<'_> {
    fn row<'a>(
        &self,
        ui: &mut Ui,
        cells: &[&'a Text],
        look: Look,
        role: Role,
    ) -> Option<&'a Place> {
        let tokens = Tokens::of(ui.ctx());
        let laid: Vec<_> = cells
            .iter()
            .zip(self.widths)
            .map(|(text, width)| laid_out(ui, text, look, *width + 0.5))
            .collect();
        let high = laid.iter().map(|galley| galley.size().y).fold(0.0, f32::max) + 2.0 * WITHIN.y;
        let (rect, _) = ui.allocate_exact_size(vec2(self.whole, high.ceil()), egui::Sense::hover());
        let is_head = role == Role::ColumnHeader;
        let ground = if is_head { tokens.background } else { Color32::TRANSPARENT };
        ui.painter().rect_filled(rect, 0.0, ground);
        let line = Stroke::new(1.0, tokens.hairline);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        let said = cells.iter().map(|cell| cell.plain()).collect::<Vec<_>>().join(", ");
        let builder =
            UiBuilder::new().max_rect(rect).accessibility_role(Role::Row).accessibility_label(said);
        let mut chosen = None;
        // A child leaves the next row where it belongs.
        let mut row = ui.new_child(builder);
        let mut left = rect.left();
        for (at, galley) in laid.into_iter().enumerate() {
            let (Some(width), Some(text)) = (self.widths.get(at), cells.get(at)) else { continue };
            let right = left + width + 2.0 * WITHIN.x;
            let to_right = self.columns.get(at).is_some_and(|column| column.at_right);
            let x = if to_right { right - WITHIN.x - galley.size().x } else { left + WITHIN.x };
            let cell = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
            let builder = UiBuilder::new().max_rect(cell).accessibility_role(role);
            let mut cell = row.new_child(builder);
            let (_, place) = show_at(&mut cell, text, look, galley, pos2(x, rect.top() + WITHIN.y));
            chosen = place.or(chosen);
            left = right;
        }
        chosen
    }
}

/// The widths of columns that need some and have `room` together: those that need little get it, the
/// others share what is left, but none gets less than it must have to be read.
fn shared(needed: &[f32], room: f32) -> Vec<f32> {
    if needed.iter().sum::<f32>() <= room {
        return needed.to_vec();
    }
    // The widest share for which there is room: all that need no more are content with less.
    let mut ascending = needed.to_vec();
    ascending.sort_by(f32::total_cmp);
    let (mut left, mut columns) = (room, ascending.len() as f32);
    for need in ascending {
        if need * columns > left {
            break;
        }
        left -= need;
        columns -= 1.0;
    }
    let share = (left / columns.max(1.0)).floor().max(LEAST);
    needed.iter().map(|need| need.min(share)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_room() {
        assert_eq!(shared(&[40.0, 60.0], 200.0), [40.0, 60.0]);
        assert_eq!(shared(&[40.0, 900.0], 340.0), [40.0, 300.0]);
        assert_eq!(shared(&[700.0, 40.0, 900.0], 340.0), [150.0, 40.0, 150.0]);
        assert_eq!(shared(&[40.0, 900.0, 900.0], 100.0), [40.0, LEAST, LEAST]);
        assert_eq!(shared(&[], 100.0), [0.0; 0]);
    }
}
