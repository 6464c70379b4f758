//! Names of commands that say what they are about now.

use crate::blueprint::Zone;
use crate::ui::filter;
use crate::ui::view_context::ViewContext;

/// "Undo move 3 steps", or just "Undo" where there is nothing.
pub(super) fn named_edit(
    view: &ViewContext<'_>,
    text: &'static str,
    named: &'static str,
    edit: Option<crate::editor::EditName>,
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
