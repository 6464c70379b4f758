//! Shows where the keyboard is: a ring around whatever has the focus, once the keyboard is used.

use egui::{Context, CornerRadius, Event, Key, Stroke, StrokeKind};

use super::theme::Tokens;

/// Narrower things are landmarks, which show themselves.
const LEAST: f32 = 4.0;

/// Whether the keyboard is used or the pointer.
#[derive(Debug, Default)]
pub(super) struct FocusRing {
    by_keyboard: bool,
}

impl FocusRing {
    /// Shows the ring; after everything else in a pass.
    pub fn show(&mut self, ctx: &Context) {
        ctx.input(|input| {
            for event in &input.events {
                match event {
                    Event::PointerButton { pressed: true, .. } => self.by_keyboard = false,
                    Event::Key { key, pressed: true, .. } if leads_on(*key) => {
                        self.by_keyboard = true;
                    }
                    _ => {}
                }
            }
        });
        // A field shows its own edge and the cursor in it.
        if !self.by_keyboard || ctx.text_edit_focused() {
            return;
        }
        let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
        let Some(response) = focused else { return };
        if response.interact_rect.width() < LEAST || response.interact_rect.height() < LEAST {
            return;
        }
        let ring = response.interact_rect.expand(2.0).intersect(ctx.content_rect());
        // Above menus and dialogs, which may hold what has the focus.
        ctx.debug_painter().rect_stroke(
            ring,
            CornerRadius::same(6),
            Stroke::new(2.0, Tokens::of(ctx).accent),
            StrokeKind::Inside,
        );
    }
}

/// Whether a key moves the focus.
fn leads_on(key: Key) -> bool {
    matches!(
        key,
        Key::Tab | Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::F6
    )
}
