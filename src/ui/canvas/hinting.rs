//! What can be done with what is under the pointer on the sheet, said at the foot of the window.

use crate::drawing::Hit;
use crate::ui::hints;

use super::Canvas;
use super::gesture::Gesture;

impl Canvas {
    /// Offers the words for what is being done, else for what is pointed at.
    pub(super) fn offer_hint(&self, ctx: &egui::Context) {
        let key = match (&self.gesture, self.look.hovered) {
            (Gesture::Move(moving), _) if moving.copies => Some("hint-copying"),
            (Gesture::Move(_), _) => Some("hint-moving"),
            (Gesture::Connect { .. }, _) => Some("hint-connecting"),
            (Gesture::Reattach { .. }, _) => Some("hint-reattaching"),
            (Gesture::Marquee { .. }, _) => Some("hint-marquee"),
            (Gesture::Nothing, Some(hit)) => Some(of_hit(hit)),
            _ => None,
        };
        if let Some(key) = key {
            hints::offer(ctx, key);
        }
    }
}

fn of_hit(hit: Hit) -> &'static str {
    match hit {
        Hit::CardEdge(..) => "hint-edge",
        Hit::Append(_) => "hint-append",
        Hit::ShareLabel(_) => "hint-share",
        Hit::LinkEnd(..) => "hint-link-end",
        Hit::Link(_) => "hint-link",
        Hit::Line(_) => "hint-line",
        Hit::LaneBorder(_) => "hint-lane-border",
        Hit::LaneFold(_) => "hint-lane-fold",
        Hit::LaneName(_) => "hint-lane-name",
        Hit::PhaseBorder(_) => "hint-phase-border",
        Hit::PhaseName(_) => "hint-phase-name",
        Hit::Lane(_) => "hint-lane",
        Hit::Outside => "hint-outside",
        Hit::Badge(_) | Hit::FailMark(_) | Hit::WaitMark(_) | Hit::Card(_) => "hint-card",
    }
}
