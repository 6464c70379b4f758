//! Who comes, as bars over the day.

use egui::{Align2, CornerRadius, Pos2, Rect, Stroke, Ui};

use super::View;
use super::day_axis::Frame;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::BODY;

/// The least width of a bar that bears a number.
const SPEAKS: f32 = 26.0;

/// Paints the bars.
pub(super) fn paint(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, rect: Rect) {
    let (words, tokens) = (view.words, view.tokens);
    let steady = view.scenario.demand().per_hour;
    let rates: Vec<f64> =
        (0..frame.day.intervals()).map(|at| frame.day.demand(at, steady)).collect();
    let most = rates.iter().copied().fold(0.0, f64::max);
    let painter = ui.painter();
    let fill = tokens.accent.gamma_multiply(0.24);
    for (at, rate) in rates.iter().enumerate() {
        let column = frame.column(at, rect);
        // A point of a screen.
        #[allow(clippy::cast_possible_truncation)]
        let share = if most > 0.0 { (rate / most) as f32 } else { 0.0 };
        let gap = if column.width() > 12.0 { 3.0 } else { 0.5 };
        let top = (rect.bottom() - share * rect.height()).min(rect.bottom() - 1.0);
        let bar = Rect::from_min_max(
            Pos2::new(column.left() + gap, top),
            Pos2::new(column.right() - gap, rect.bottom()),
        );
        painter.rect_filled(bar, CornerRadius { nw: 3, ne: 3, sw: 0, se: 0 }, fill);
        if column.width() < SPEAKS {
            continue;
        }
        let number = words.number((rate * 10.0).round() / 10.0);
        let letters = font(Weight::Semibold, BODY);
        let (corner, at) = if bar.height() > 20.0 {
            (Align2::CENTER_TOP, bar.center_top() + egui::vec2(0.0, 3.0))
        } else {
            (Align2::CENTER_BOTTOM, bar.center_top() - egui::vec2(0.0, 1.0))
        };
        painter.text(at, corner, number, letters, tokens.ink);
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.faint));
}
