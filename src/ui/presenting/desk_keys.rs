//! The keys of a lesson as buttons, each with its key.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::presenting::{Press, Session, Tool};
use crate::ui::controls::{elided, section_head};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::asking::press;

/// Buttons in a row.
const COLUMNS: usize = 7;
/// How high a button is.
const BUTTON: f32 = 34.0;
/// Between buttons.
const GAP: f32 = 7.0;
/// How high all of it is, with its head.
pub(super) const HEIGHT: f32 = 24.0 + 3.0 * (BUTTON + GAP);

/// Each with the key of its name, what stands on its key, and what it means.
fn all() -> [(&'static str, &'static str, Press); 21] {
    [
        ("lesson-key-next", "→", Press::Next),
        ("lesson-key-back", "←", Press::Back),
        ("lesson-key-hold", "H", Press::Hold),
        ("lesson-key-try", "T", Press::NewTry),
        ("lesson-key-hands", "M", Press::Hands),
        ("lesson-key-levers", "V", Press::Levers),
        ("lesson-key-flip", "F3", Press::Flip),
        ("lesson-key-pointer", "L", Press::Tool(Tool::Pointer)),
        ("lesson-key-draw", "D", Press::Tool(Tool::Draw)),
        ("lesson-key-erase", "E", Press::Tool(Tool::Erase)),
        ("lesson-key-spotlight", "S", Press::Tool(Tool::Spotlight)),
        ("lesson-key-zoom", "Z", Press::Tool(Tool::Zoom)),
        ("lesson-key-black", "B", Press::Black),
        ("lesson-key-white", "W", Press::White),
        ("lesson-key-overview", "G", Press::Overview),
        ("lesson-key-overlay", "C", Press::Overlay),
        ("lesson-key-contrast", "K", Press::Contrast),
        ("lesson-key-first", "Home", Press::First),
        ("lesson-key-last", "End", Press::Last),
        ("lesson-key-restore", "R", Press::Restore),
        ("lesson-key-restore-all", "⇧R", Press::RestoreAll),
    ]
}

/// Whether what a key means is on.
fn is_on(session: &Session, what: Press) -> bool {
    match what {
        Press::Tool(tool) => session.tool() == Some(tool),
        Press::Flip => session.is_flipped(),
        Press::Overlay => {
            let has_other = session.stop().is_some_and(|stop| stop.with.is_some());
            has_other && session.is_overlaid()
        }
        Press::Contrast => session.has_contrast(),
        Press::Levers => session.lever_at_hand().is_some(),
        Press::Hands => session.counting().is_some(),
        _ => false,
    }
}

/// Shows them.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, session: &Session) {
    let tokens = view.tokens;
    section_head(ui, tokens, view.text("lesson-keys"));
    let whole = ui.available_width();
    let width = (whole - GAP * (COLUMNS as f32 - 1.0)) / COLUMNS as f32;
    let rows = all().len().div_ceil(COLUMNS) as f32;
    let (area, _) = ui.allocate_exact_size(vec2(whole, rows * (BUTTON + GAP)), Sense::hover());
    for (at, (key, cap, what)) in all().into_iter().enumerate() {
        let (column, row) = ((at % COLUMNS) as f32, (at / COLUMNS) as f32);
        let corner = vec2(column * (width + GAP), row * (BUTTON + GAP));
        let rect = Rect::from_min_size(area.min + corner, vec2(width, BUTTON));
        let name = view.words.text(key);
        let response = ui.interact(rect, ui.scope_id().with(("key", at)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        let main = what == Press::Next;
        let on = is_on(session, what);
        let (ground, ink) = match () {
            () if main => (tokens.accent, tokens.on_accent),
            () if on || response.hovered() => (tokens.accent_wash, tokens.ink),
            () => (tokens.panel, tokens.ink),
        };
        let edge = if on || response.has_focus() { tokens.accent } else { tokens.hairline };
        let round = CornerRadius::same(6);
        ui.painter().rect(rect, round, ground, Stroke::new(1.0, edge), StrokeKind::Inside);
        let cap_font = font(Weight::Medium, SMALL);
        let colour = if main { tokens.on_accent } else { tokens.muted };
        let cap = ui.painter().layout_no_wrap(cap.to_owned(), cap_font, colour);
        let cap_left = rect.right() - 7.0 - cap.size().x;
        let y = rect.center().y;
        ui.painter().galley(egui::pos2(cap_left, y - cap.size().y / 2.0), cap, colour);
        let room = cap_left - rect.left() - 10.0;
        let size = if width < 96.0 { SMALL } else { BODY };
        let text = elided(ui, name, font(Weight::Medium, size), ink, room);
        ui.painter().galley(egui::pos2(rect.left() + 7.0, y - text.size().y / 2.0), text, ink);
        if response.on_hover_text(name).clicked() {
            press(view, what);
        }
    }
}
