//! The frames around moments.

use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::hit::Hit;
use super::ink::Ink;
use super::scene::Scene;
use super::space::Rect;
use crate::blueprint::StepId;

/// Corner of a frame at 100 %.
const CORNER: f32 = 13.0;

/// The frames of the moments in view: quiet, unless the pointer is at one of their parts.
pub(super) fn frames(list: &mut DisplayList, scene: &Scene, view: Rect) {
    let look = scene.look;
    let hovered = look.hovered.and_then(Hit::step);
    for moment in scene.geometry.moments().iter().filter(|moment| moment.frame.touches(view)) {
        let Some(first) = moment.steps.first() else { continue };
        if moment.steps.iter().any(|step| look.pale.contains(step)) {
            continue;
        }
        let touched = |step: &StepId| look.steps.contains(step) || hovered == Some(*step);
        list.pen(Layer::Sheet, Subject::Step(*first), 200);
        let (fill, stroke) = if moment.steps.iter().any(touched) {
            (Ink::Veil, Stroke::solid(1.25, Ink::Accent))
        } else {
            (Ink::Moment, Stroke::solid(1.0, Ink::Moment))
        };
        let rect = scene.camera.rect_on_screen(moment.frame);
        list.rect(rect, CORNER * scene.camera.zoom(), Some(fill), Some(stroke));
    }
}
