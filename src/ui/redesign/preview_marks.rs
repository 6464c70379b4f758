//! What tells a design on the sheet from what is in the file: a bar, a frame, a ribbon.

use egui::{RichText, Stroke, Ui, vec2};

use super::Request;
use crate::ui::controls::{dashed, elided};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, Tokens};
use crate::ui::three_columns::make_button;
use crate::ui::view_context::{Action, ViewContext};

/// The bar that stands above the sheet while it shows a design.
pub(in crate::ui) fn bar(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let (words, tokens) = (view.words, view.tokens);
    let name = view.scenario.name();
    let said = words.with("advisor-previewing", &[("name", name.into())]);
    ui.horizontal_centered(|ui| {
        ui.label(RichText::new(said).font(font(Weight::Semibold, BODY)).color(tokens.accent));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let make = words.text("advisor-make");
            if make_button(ui, make, tokens, true, vec2(0.0, 26.0)) {
                view.ask(Action::Redesign(Request::Make));
            }
            let back = egui::Button::new(words.text("advisor-back"));
            if ui.add(back.min_size(vec2(0.0, 26.0))).clicked() {
                view.ask(Action::Redesign(Request::Back));
            }
        });
    });
}

/// Marks what is on the sheet as a preview: a dashed frame around it, and a ribbon that says what is
/// shown where no bar does.
pub(in crate::ui) fn mark_preview(ui: &Ui, tokens: Tokens, said: Option<&str>) {
    let sheet = ui.max_rect().shrink(3.0);
    frame_preview(ui, tokens, sheet);
    let painter = ui.painter();
    let Some(said) = said else { return };
    let letters = font(Weight::Semibold, BODY);
    let text = elided(ui, said, letters, tokens.on_accent, sheet.width() - 80.0);
    let size = text.size() + vec2(24.0, 10.0);
    let middle = egui::pos2(sheet.center().x, sheet.top() + size.y / 2.0 + 6.0);
    let ribbon = egui::Rect::from_center_size(middle, size);
    painter.rect_filled(ribbon, egui::CornerRadius::same(6), tokens.accent);
    painter.galley(ribbon.center() - text.size() / 2.0, text, tokens.on_accent);
    // For those who hear the window.
    let response = ui.interact(ribbon, egui::Id::unique("preview ribbon"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, said));
}

/// Draws the dashed frame of what is only tried.
pub(in crate::ui) fn frame_preview(ui: &Ui, tokens: Tokens, rect: egui::Rect) {
    dashed(ui.painter(), rect, Stroke::new(2.0, tokens.accent), (9.0, 6.0));
}
