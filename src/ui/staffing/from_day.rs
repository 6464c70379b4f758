//! The way from the shifts of a day to a plan for them.

use egui::Ui;

use crate::ui::commands::Command;
use crate::ui::view_context::{Action, ViewContext};

/// Where shifts are looked at: the line that leads to a plan for them.
pub(in crate::ui) fn day_line(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let link = ui.link(view.text("staffing-from-day"));
    if link.on_hover_text(view.text("command-staffing-hint")).clicked() {
        view.ask(Action::Run(Command::Staffing));
    }
}
