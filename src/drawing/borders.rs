//! Borders of lanes and phases that are pointed at, and where a phase would be cut in two.

use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::geometry::{Column, units, whole_units};
use super::hit::Hit;
use super::ink::Ink;
use super::room::gap_near;
use super::scene::{Scene, sheet_area};
use super::sheet::header_rects;
use super::space::{Point, Rect};
use crate::blueprint::PhaseWidth;

/// How far above the lower edge of the row of phases a phase is cut, in screen points.
const CUT_ZONE: f32 = 11.0;
/// Radius of the button that cuts a phase, on the screen.
const CUT_RADIUS: f32 = 6.5;

/// The border that is pointed at or dragged: a line over the whole sheet with its header.
pub(super) fn border(list: &mut DisplayList, scene: &Scene) {
    let (row, strip) = header_rects(scene.viewport);
    let sheet = scene.camera.rect_on_screen(scene.geometry.bounds());
    let ends = match scene.look.hovered {
        Some(Hit::LaneBorder(lane)) => scene.geometry.band_of(lane).map(|band| {
            let y = scene.camera.screen_from_sheet(Point::new(0.0, band.bottom)).y;
            let right = sheet.right().min(row.right());
            (y >= strip.top()).then_some([Point::new(strip.left(), y), Point::new(right, y)])
        }),
        Some(Hit::PhaseBorder(phase)) => scene.geometry.column_of(phase).map(|column| {
            let x = scene.camera.screen_from_sheet(Point::new(column.right, 0.0)).x;
            let bottom = sheet.bottom().min(strip.bottom());
            (x >= row.left()).then_some([Point::new(x, row.top()), Point::new(x, bottom)])
        }),
        _ => None,
    };
    if let Some(ends) = ends.flatten() {
        list.clip_to(scene.viewport);
        list.pen(Layer::Headers, Subject::Action, 40);
        list.path(ends, Stroke::solid(2.0, Ink::Accent));
    }
}

/// The button that cuts the phase whose name is pointed at, and the cut that it would make.
pub(super) fn cut(list: &mut DisplayList, scene: &Scene) {
    let (x, pointed_at) = match (scene.look.hovered, scene.look.pointed_x) {
        (Some(Hit::PhaseCut(_, x)), _) => (units(x), true),
        (Some(Hit::PhaseName(phase)), Some(x)) => {
            let column = scene.geometry.column_of(phase);
            match column.and_then(|column| cut_in(scene, column, x)) {
                Some(x) => (x, false),
                None => return,
            }
        }
        _ => return,
    };
    let (row, strip) = header_rects(scene.viewport);
    let x = scene.camera.screen_from_sheet(Point::new(x, 0.0)).x;
    list.clip_to(scene.viewport);
    list.pen(Layer::Headers, Subject::Action, 60);
    if pointed_at {
        let sheet = scene.camera.rect_on_screen(scene.geometry.bounds());
        let bottom = sheet.bottom().min(strip.bottom());
        let ends = [Point::new(x, row.top()), Point::new(x, bottom)];
        list.path(ends, Stroke::dashed(1.5, Ink::Accent, 6.0, 4.0));
    }
    let centre = Point::new(x, row.bottom() - CUT_RADIUS - 1.0);
    let (ground, ink) =
        if pointed_at { (Ink::Accent, Ink::Panel) } else { (Ink::Panel, Ink::Accent) };
    list.circle(centre, CUT_RADIUS, Some(ground), Some(Stroke::solid(1.25, Ink::Accent)));
    for arm in [Point::new(3.0, 0.0), Point::new(0.0, 3.0)] {
        list.path([centre - arm, centre + arm], Stroke::solid(1.5, ink));
    }
}

/// Where a phase is cut that is pointed at so far from the left: beside the cards there, as near as
/// both parts allow.
fn cut_in(scene: &Scene, column: &Column, x: f32) -> Option<f32> {
    let margin = units(PhaseWidth::LEAST);
    let (from, to) = (column.left + margin, column.right - margin);
    (from <= to).then(|| gap_near(scene.geometry, x.clamp(from, to)).round())
}

/// The cut of a phase at a point of the row of phases: along its lower edge.
pub(super) fn hit_cut(scene: &Scene, column: &Column, point: Point) -> Option<Hit> {
    let row: Rect = header_rects(scene.viewport).0;
    if point.y < row.bottom() - CUT_ZONE || point.x < sheet_area(scene.viewport).left() {
        return None;
    }
    let x = scene.camera.sheet_from_screen(point).x;
    cut_in(scene, column, x).map(|x| Hit::PhaseCut(column.phase, whole_units(x)))
}
