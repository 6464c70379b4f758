//! What commands are called as things stand: with what they would take back, fold or put on the sheet.

use crate::blueprint::Zone;
use crate::editor::EditName;
use crate::ui::filter;
use crate::ui::view_context::ViewContext;

use super::Palette;

/// "Customer action" where that is the step that comes: on an empty sheet, beside a selected step.
pub(super) fn what_comes_here(view: &ViewContext<'_>) -> String {
    match Palette::next_on(view.scenario, view.editor.selection()) {
        Some(sort) => {
            let what = view.text(sort.key());
            view.words.with("command-insert-here-now", &[("what", what.into())])
        }
        None => view.text("command-insert-here").to_owned(),
    }
}

/// "Undo move 3 steps", or just "Undo" where there is nothing.
pub(super) fn named_edit(
    view: &ViewContext<'_>,
    text: &'static str,
    named: &'static str,
    edit: Option<EditName>,
) -> String {
    let Some(edit) = edit else { return view.text(text).to_owned() };
    let what = view.words.edit_name(edit.code, edit.count, edit.thing.as_deref());
    view.words.with(named, &[("edit", what.into())])
}

/// Whether a zone would be folded or unfolded, in words.
pub(super) fn folding(view: &ViewContext<'_>, zone: Zone) -> String {
    let key = if filter::is_folded(view.scenario, zone) { "zone-unfold" } else { "zone-fold" };
    view.words.with(key, &[("zone", view.words.zone(zone).to_owned().into())])
}
