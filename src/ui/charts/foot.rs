//! The line below a picture: of which service and scenario it is, what the dashed lines are, and
//! what its axes measure.

use egui::{Align2, Pos2, Rect, Shape, Stroke, Ui};

use crate::ui::desk::{BottomTab, Desk};
use crate::ui::fonts::Weight;

use super::easel::Easel;

/// How high the line is.
pub(super) fn height(easel: &Easel) -> f32 {
    (easel.small(Weight::Regular).size * 1.5).round()
}

/// The name of the service and of the scenario that is shown, and that it is only a preview where
/// it is one.
pub(super) fn names(desk: &Desk<'_>) -> String {
    let title = desk.editor.blueprint().title();
    let scenario = desk.scenario.name();
    let names = if title.trim().is_empty() {
        scenario.to_owned()
    } else {
        desk.words.with("chart-of", &[("service", title.into()), ("scenario", scenario.into())])
    };
    if desk.editor.trial().is_none() {
        return names;
    }
    desk.words.with("chart-preview-of", &[("names", names.into())])
}

/// Writes the line; `axes` is the text on what the axes measure, where any are drawn.
pub(super) fn show(
    ui: &Ui,
    desk: &Desk<'_>,
    easel: &Easel,
    tab: BottomTab,
    rect: Rect,
    axes: Option<&'static str>,
) {
    let letters = easel.small(Weight::Regular);
    let muted = easel.tokens.muted;
    let (gap, y) = (easel.length(14.0), rect.center().y);
    let mut right = rect.right();
    if let Some(axes) = axes {
        let text = desk.text(axes);
        let at = Pos2::new(right, y);
        let taken = Easel::cut(
            ui,
            text,
            letters.clone(),
            muted,
            at,
            Align2::RIGHT_CENTER,
            rect.width() * 0.66,
        );
        right = taken.left() - gap;
    }
    // Where the other scenario is drawn into the picture as well.
    let other = desk.compared.filter(|_| axes.is_some() && tab != BottomTab::Visit);
    let other = other.map(|compared| compared.other().0.name().to_owned());
    let chip = easel.length(20.0);
    let legend = other
        .as_ref()
        .map_or(0.0, |name| gap + chip + easel.length(5.0) + Easel::width(ui, name, &letters));
    let room = (right - rect.left() - legend).max(40.0);
    let at = Pos2::new(rect.left(), y);
    let named = Easel::cut(ui, &names(desk), letters.clone(), muted, at, Align2::LEFT_CENTER, room);
    if let Some(name) = other {
        let left = named.right() + gap;
        let ends = [Pos2::new(left, y), Pos2::new(left + chip, y)];
        let stroke = Stroke::new(easel.length(2.0), muted);
        let dash = easel.length(3.0);
        ui.painter().extend(Shape::dashed_line(&ends, stroke, dash, dash));
        let at = Pos2::new(left + chip + easel.length(5.0), y);
        let room = (right - at.x).max(20.0);
        Easel::cut(ui, &name, letters, muted, at, Align2::LEFT_CENTER, room);
    }
}
