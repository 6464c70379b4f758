//! All moments of the way, coloured by their stars.

use egui::{Align2, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::drawing::Ink;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL, colour, palette};
use crate::ui::view_context::ViewContext;

use super::way::Moment;

/// The width of a moment, at least and at most, its height, and between two.
const LEAST: f32 = 84.0;
const MOST: f32 = 190.0;
const HEIGHT: f32 = 58.0;
const GAP: f32 = 8.0;
/// Up to so many stars something is poor, and below so many it is middling.
const POOR: f64 = 2.0;
const MIDDLING: f64 = 3.0;

/// Shows the moments; answers the one that was clicked.
pub(super) fn show(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    moments: &[Moment],
    current: usize,
) -> Option<usize> {
    let inks = palette(ui.ctx());
    let count = moments.len().max(1) as f32;
    let width = ((ui.available_width() - (count - 1.0) * GAP) / count).clamp(LEAST, MOST);
    let mut clicked = None;
    ScrollArea::horizontal().id_salt("walk moments").auto_shrink(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (at, moment) in moments.iter().enumerate() {
                let (rect, response) =
                    ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
                let stars = moment.stars.map(|stars| (stars * 10.0).round() / 10.0);
                let said = match stars {
                    Some(stars) => {
                        let stars = view.words.number(stars);
                        view.words.with("lens-stars", &[("stars", stars.into())])
                    }
                    None => view.text("lens-unrated").to_owned(),
                };
                let (ground, ink) = match stars {
                    None => (Ink::Track, Ink::Muted),
                    Some(..=POOR) => (Ink::BadWash, Ink::BadText),
                    Some(..MIDDLING) => (Ink::WarnWash, Ink::WarnText),
                    Some(_) => (Ink::GoodWash, Ink::GoodText),
                };
                let is_here = at == current;
                let name = view.words.labelled(&moment.name, &said);
                response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_here, &name));
                let painter = ui.painter();
                painter.rect_filled(rect, 8.0, colour(&inks, ground));
                let lively = is_here || response.hovered() || response.has_focus();
                let edge = if lively { view.tokens.accent } else { view.tokens.hairline };
                let line = Stroke::new(if is_here { 2.5 } else { 1.0 }, edge);
                painter.rect_stroke(rect, 8.0, line, StrokeKind::Inside);
                let inside = rect.shrink2(Vec2::new(10.0, 9.0));
                let weight = if is_here { Weight::Semibold } else { Weight::Medium };
                let letters = font(weight, BODY);
                let text = elided(ui, &moment.name, letters, view.tokens.ink, inside.width());
                ui.painter().galley(inside.min, text, view.tokens.ink);
                let at_foot = inside.left_bottom();
                let letters = font(Weight::Semibold, SMALL);
                let ink = colour(&inks, ink);
                ui.painter().text(at_foot, Align2::LEFT_BOTTOM, said, letters, ink);
                if response.clicked() {
                    clicked = Some(at);
                }
                if is_here {
                    response.scroll_to_me(None);
                }
            }
        });
    });
    clicked
}
