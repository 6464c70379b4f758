//! The brackets around moments.

use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::hit::Hit;
use super::ink::{Hue, Ink};
use super::scene::Scene;
use super::space::{Point, Rect};
use crate::blueprint::StepId;

/// Corner of a bracket at 100 %.
const CORNER: f32 = 6.0;
/// How far the ends of a bracket reach down or up at 100 %.
const END: f32 = 10.0;

/// The brackets of the moments in view, above their highest card and below their lowest: hairlines,
/// stronger where the pointer is at one of their parts or one is selected.
pub(super) fn brackets(list: &mut DisplayList, scene: &Scene, view: Rect) {
    let look = scene.look;
    let hovered = look.hovered.and_then(Hit::step);
    let zoom = scene.camera.zoom();
    for moment in scene.geometry.moments().iter().filter(|moment| moment.frame.touches(view)) {
        let Some(first) = moment.steps.first() else { continue };
        if moment.steps.iter().any(|step| look.pale.contains(step)) {
            continue;
        }
        let touched = |step: &StepId| look.steps.contains(step) || hovered == Some(*step);
        list.pen(Layer::Sheet, Subject::Step(*first), 200);
        let rect = scene.camera.rect_on_screen(moment.frame);
        let stroke = if moment.steps.iter().any(touched) {
            list.rect(rect, CORNER * zoom, Some(Ink::Veil), None);
            Stroke::solid(1.5, Ink::Accent)
        } else {
            // Lighter than a connector: it holds together, and leads nowhere.
            Stroke::solid(1.0, Ink::Sheer(Hue::Faint, 65))
        };
        for (y, inwards) in [(rect.top(), 1.0), (rect.bottom(), -1.0)] {
            list.path(bracket(rect, y, inwards * zoom), stroke);
        }
    }
}

/// A bracket along an edge at a height, whose ends point `inwards` by its sign and size.
fn bracket(rect: Rect, y: f32, inwards: f32) -> [Point; 8] {
    let across = CORNER * inwards.abs();
    let (left, right) = (rect.left(), rect.right());
    // Between the ends of a corner, on its arc.
    let (near, far) = (0.293 * across, 0.293 * CORNER * inwards);
    [
        Point::new(left, y + END * inwards),
        Point::new(left, y + CORNER * inwards),
        Point::new(left + near, y + far),
        Point::new(left + across, y),
        Point::new(right - across, y),
        Point::new(right - near, y + far),
        Point::new(right, y + CORNER * inwards),
        Point::new(right, y + END * inwards),
    ]
}
