//! What screen readers are told beyond the toolkit's own words: what is selected, what windows and
//! dialogs are called.

use egui::{Context, Id, Response, Ui, WidgetInfo, accesskit::Role};

/// A tab by its name, and whether it is the open one.
pub(super) fn tab(response: &Response, name: &str, open: bool) {
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, name));
    select(&response.ctx, response.id, open);
}

/// Says of a node whether it is selected.
pub(super) fn select(ctx: &Context, id: Id, selected: bool) {
    ctx.accesskit_node_builder(id, |node| {
        // The toolkit takes what is selected for a pressed button.
        node.clear_toggled();
        node.set_selected(selected);
    });
}

/// Names the dialog that a part of the window belongs to.
pub(super) fn dialog(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Dialog);
        node.set_label(name);
        node.set_modal();
    });
}

/// Names the window.
pub(super) fn window(ctx: &Context, name: &str) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}
