//! What can be done with what is under the pointer, in a few words at the foot of the window.
//!
//! Whoever shows something offers the words for it in its pass; the status bar, which is shown
//! before, shows them in the next.

use egui::{Context, Id};

use super::card_sorts::Palette;
use super::panels::palette::Dragged;

fn id() -> Id {
    Id::unique("hint at the foot")
}

/// Offers a hint, by its key in the localisation layer, for what is under the pointer in this pass.
pub(super) fn offer(ctx: &Context, key: &'static str) {
    let pass = ctx.cumulative_pass_nr();
    let before: Option<(&'static str, u64)> = ctx.data(|data| data.get_temp(id()));
    if before.is_none_or(|(shown, at)| shown != key || at + 1 < pass) {
        ctx.request_repaint();
    }
    ctx.data_mut(|data| data.insert_temp(id(), (key, pass)));
}

/// The hint for what was under the pointer in the pass before; none where nothing offers one.
pub(super) fn now(ctx: &Context) -> Option<&'static str> {
    if let Some(dragged) = egui::DragAndDrop::payload::<Dragged>(ctx) {
        return Some(match *dragged {
            Dragged::Card(Palette::Note | Palette::Evidence) => "hint-drag-note",
            Dragged::Card(_) => "hint-drag-card",
            Dragged::Role(_) => "hint-drag-role",
            Dragged::Element(_) => "hint-drag-element",
        });
    }
    let (key, at): (&'static str, u64) = ctx.data(|data| data.get_temp(id()))?;
    (at + 1 >= ctx.cumulative_pass_nr()).then_some(key)
}
