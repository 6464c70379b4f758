//! What became of the file while the lesson is given: said to the presenter alone.

use egui::accesskit::{Live, Role};
use egui::{Label, RichText, Ui};

use crate::storage::OnDisk;
use crate::ui::fonts::icon;
use crate::ui::icons;
use crate::ui::theme::SMALL;
use crate::ui::view_context::ViewContext;

/// Says it, where there is something to say.
pub(super) fn show(ui: &mut Ui, view: &ViewContext<'_>, on_disk: Option<OnDisk>) {
    let said = match on_disk {
        Some(OnDisk::Changed) => view.text("file-changed"),
        Some(OnDisk::Gone) => view.text("file-gone"),
        Some(OnDisk::Same) | None => return,
    };
    let tokens = view.tokens;
    ui.label(RichText::new(icons::TRIANGLE_ALERT).font(icon(13.0)).color(tokens.warn));
    let text = RichText::new(said).size(SMALL).color(tokens.warn);
    let response = ui.add(Label::new(text).truncate());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_label(said);
        node.set_live(Live::Polite);
    });
    response.on_hover_text(view.text("lesson-file-help"));
}
