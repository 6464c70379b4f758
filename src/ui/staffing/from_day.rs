//! The way from the shifts of a day to a plan for them.

use egui::Ui;

use crate::ui::commands::Command;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};

/// Where shifts are looked at: the line that leads to a plan for them, if there is room for it. The menus have it
/// at any width.
pub(in crate::ui) fn day_line(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let text = view.text("staffing-from-day");
    let letters = font(Weight::Regular, BODY);
    let wide = ui.painter().layout_no_wrap(text.to_owned(), letters, view.tokens.accent).size().x;
    if wide > ui.available_width() {
        return;
    }
    let link = ui.link(text);
    if link.on_hover_text(view.text("command-staffing-hint")).clicked() {
        view.ask(Action::Run(Command::Staffing));
    }
}
