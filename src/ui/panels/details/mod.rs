//! The inspector: everything about what is selected.
//!
//! `step` shows one step or several, `link`, `role`, `element`, `sheet` (lanes and phases) and
//! `blueprint` (nothing selected) the rest. A field of a known sort comes from the table of fields
//! (`step_fields`); the others have a control of their own.
//!
//! # What always holds
//!
//! - What is typed shows its effect at once, as a preview; leaving the field makes it one step of
//!   undo, Esc takes it back.
//! - What cannot be stays in its field with the reason, and the document keeps its value.
//! - Of several steps a field shows the value that all have, else that they differ; what is set is
//!   set for all of them, in one step of undo.

mod aims;
mod annotations;
mod arrange_row;
mod blueprint;
mod element;
mod guard;
mod law;
mod link;
mod needs;
mod parts;
mod role;
mod sheet;
mod simulation;
mod step;
mod step_fields;
mod strip;
mod subject;
mod urgency;

use egui::{Id, Ui};

use crate::editor::Thing;
use crate::ui::view_context::ViewContext;

/// Shows the inspector of what is selected; of the blueprint itself if nothing is.
pub(in crate::ui) use element::star;
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    ui.spacing_mut().item_spacing.y = 5.0;
    let selection = view.editor.selection();
    match selection.other {
        Some(Thing::Lane(id)) => sheet::show_lane(ui, view, id),
        Some(Thing::Phase(id)) => sheet::show_phase(ui, view, id),
        Some(Thing::Role(id)) => role::show(ui, view, id),
        Some(Thing::Element(id)) => element::show(ui, view, id),
        None if !selection.steps.is_empty() => step::show(ui, view),
        None => match selection.only_link() {
            Some(id) => link::show(ui, view, id),
            None if selection.links.is_empty() => blueprint::show(ui, view),
            None => link::show_several(ui, view),
        },
    }
}

/// The field of a thing's name.
pub(in crate::ui) fn name_field(thing: Thing) -> Id {
    Id::unique(("details name", thing))
}
