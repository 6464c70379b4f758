//! When the strip of a single window is seen: while the mouse rests after it was moved.

use egui::{Rect, Ui};

/// How long the strip is seen after the mouse was moved, in seconds.
const SEEN_S: f64 = 2.5;

/// When the mouse was moved last.
#[derive(Debug, Default)]
pub(super) struct Strip {
    moved_s: Option<f64>,
    /// How high it was when it was seen, in points.
    pub height: f32,
}

impl Strip {
    /// Whether the strip is seen.
    pub fn is_seen(&mut self, ui: &Ui, whole: Rect) -> bool {
        let (now, delta, at) =
            ui.input(|input| (input.time, input.pointer.delta(), input.pointer.latest_pos()));
        if delta.length() > 0.0 {
            self.moved_s = Some(now);
        }
        let foot = whole.bottom() - self.height;
        let is_over = at.is_some_and(|at| at.y > foot && whole.contains(at));
        let left = self.moved_s.map(|moved| SEEN_S - (now - moved)).filter(|left| *left > 0.0);
        if let Some(left) = left {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left.max(0.02)));
        }
        is_over && self.moved_s.is_some() || left.is_some()
    }
}
