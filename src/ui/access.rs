//! What screen readers are told beyond the toolkit's own words: what is selected, what windows and
//! dialogs are called, the figures that a picture shows.

use egui::{Context, Id, Response, Ui, UiBuilder, WidgetInfo, accesskit::Role};

use crate::wording::Wording;

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

/// Names the edges by which panels of `ui` are made larger and smaller, where they are shown: the
/// toolkit's own words for them are English in every language. `panels` are what the panels are
/// told apart by.
pub(super) fn panel_edges(ui: &Ui, name: &str, panels: &[&str]) {
    for panel in panels {
        let edge = ui.scope_id().with(*panel).with("__resize");
        if ui.ctx().has_accesskit_node(edge) {
            ui.ctx().accesskit_node_builder(edge, |node| node.set_label(name));
        }
    }
}

/// Names the window.
pub(super) fn window(ctx: &Context, name: &str) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}

/// The figures of a picture as a table that is not seen: `head` names the columns, and each row
/// begins with what it is about. It belongs to the part of the window that `ui` shows.
pub(super) fn figures(
    ui: &mut Ui,
    words: &Wording,
    name: &str,
    head: &[&str],
    rows: &[Vec<String>],
) {
    let nowhere = egui::Rect::from_min_size(ui.max_rect().min, egui::Vec2::ZERO);
    let part = |ui: &mut Ui, salt: (&'static str, usize), role: Role, label: &str| {
        let builder = UiBuilder::new()
            .max_rect(nowhere)
            .id_salt(salt)
            .accessibility_role(role)
            .accessibility_label(label);
        ui.new_child(builder)
    };
    let builder = UiBuilder::new()
        .max_rect(nowhere)
        .id_salt(("figures", name))
        .accessibility_role(Role::Table)
        .accessibility_label(name);
    let mut table = ui.new_child(builder);
    let mut line = part(&mut table, ("head", 0), Role::Row, name);
    for (at, cell) in head.iter().enumerate() {
        part(&mut line, ("cell", at), Role::ColumnHeader, cell);
    }
    for (place, row) in rows.iter().enumerate() {
        let said: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(at, cell)| match head.get(at).filter(|_| at > 0) {
                Some(column) => format!("{column} {cell}"),
                None => cell.clone(),
            })
            .collect();
        let mut line = part(&mut table, ("row", place), Role::Row, &words.clauses(&said));
        for (at, cell) in row.iter().enumerate() {
            part(&mut line, ("cell", at), Role::Cell, cell);
        }
    }
}
