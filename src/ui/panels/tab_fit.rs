//! Tabs in a row that is too short for all of them: the rest are found in a menu behind the last.

use egui::{
    Align2, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role,
};

use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::SMALL;
use crate::ui::view_context::ViewContext;

/// The height of a tab.
pub(super) const HEIGHT: f32 = 27.0;
/// The width at which a name is cut.
pub(super) const MOST_NAME: f32 = 120.0;
/// What stays free at the ends of a tab and between name and capacity.
pub(super) const PADDING: f32 = 10.0;
/// The width of the button with the tabs that do not fit.
pub(super) const MORE: f32 = 50.0;

/// Which tabs are seen, in order: as many from the left as fit, and the one that is shown. `widths`
/// are those of all tabs, with a `gap` between them.
pub(super) fn fitting(widths: &[f32], shown: usize, room: f32, gap: f32) -> Vec<usize> {
    let needed = |places: &[usize]| {
        places.iter().filter_map(|at| widths.get(*at)).map(|width| width + gap).sum::<f32>()
    };
    let mut seen: Vec<usize> = (0..widths.len()).collect();
    if needed(&seen) - gap <= room {
        return seen;
    }
    let room = room - MORE - gap;
    seen.retain(|at| *at != shown);
    seen.push(shown);
    while seen.len() > 1 && needed(&seen) > room {
        seen.remove(seen.len() - 2);
    }
    seen.sort_unstable();
    seen
}

/// The button that says how many tabs do not fit; what it opens is up to the caller.
pub(super) fn more_button(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    hidden: usize,
    name: &str,
    height: f32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(MORE, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let tokens = view.tokens;
    let fill = if response.hovered() { tokens.background } else { tokens.panel };
    let edge = if response.has_focus() { tokens.accent } else { tokens.hairline };
    let stroke = Stroke::new(1.0, edge);
    ui.painter().rect(rect, CornerRadius::same(6), fill, stroke, StrokeKind::Inside);
    ui.painter().text(
        rect.center() - Vec2::new(9.0, 0.0),
        Align2::CENTER_CENTER,
        format!("+{hidden}"),
        font(Weight::Medium, SMALL),
        tokens.ink,
    );
    ui.painter().text(
        rect.center() + Vec2::new(12.0, 0.0),
        Align2::CENTER_CENTER,
        icons::CHEVRON_DOWN,
        icon(14.0),
        tokens.muted,
    );
    response.on_hover_text(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_tabs_are_seen_where_they_fit() {
        assert_eq!(fitting(&[120.0; 3], 1, 3.0 * 124.0, 4.0), [0, 1, 2]);
    }

    #[test]
    fn the_tab_that_is_shown_is_always_seen() {
        let widths = [120.0; 12];
        let seen = fitting(&widths, 9, 500.0, 4.0);
        assert_eq!(seen, [0, 1, 9]);
        assert_eq!(fitting(&widths, 9, 0.0, 4.0), [9], "even where nothing fits");
    }
}
