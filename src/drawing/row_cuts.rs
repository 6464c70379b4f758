//! A row of a folded sheet, and where it is cut: which links go on in the next row, and which way.

use super::connectors::ink_of;
use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::ink::Ink;
use super::picture::draw;
use super::scene::{Look, Scene, sheet_area};
use super::sight::Pane;
use super::space::Point;
use crate::blueprint::StepId;

/// Half the height of the sign that a link goes on in another row, at 100 %.
const SIGN: f32 = 4.5;

/// Draws a row of a sheet: `scene` without its camera and viewport, which are the pane's. See
/// [`draw`].
pub fn draw_pane(scene: &Scene, pane: &Pane, list: &mut DisplayList) {
    let scene = Scene { camera: pane.camera, viewport: pane.viewport, ..*scene };
    let look = look_within(&scene, pane);
    let scene = Scene { look: look.as_ref().unwrap_or(scene.look), ..scene };
    draw(&scene, list);
    list.clip_to(sheet_area(pane.viewport));
    for (x, entering) in [(pane.cuts.0, true), (pane.cuts.1, false)] {
        if let Some(x) = x {
            cut(list, &scene, x, entering);
        }
    }
}

/// The look without what is pointed at or selected in other rows, whose handles would reach into this
/// one; `None` where nothing has to be left out.
fn look_within(scene: &Scene, pane: &Pane) -> Option<Look> {
    let elsewhere = |step: StepId| {
        let card = scene.geometry.card(step).map(|card| card.rect.centre().x);
        card.is_some_and(|x| {
            pane.cuts.0.is_some_and(|left| x < left) || pane.cuts.1.is_some_and(|right| x >= right)
        })
    };
    let look = scene.look;
    let hovered = look.hovered.filter(|hit| !hit.step().is_some_and(elsewhere));
    // It lies beside the rows; see `legend_beside`.
    let folded = pane.cuts.0.is_some() || pane.cuts.1.is_some();
    let hides_legend = folded && look.differences.is_some();
    if hovered == look.hovered && !look.steps.iter().any(|step| elsewhere(*step)) && !hides_legend {
        return None;
    }
    let mut within = look.clone();
    within.hides_legend |= hides_legend;
    within.hovered = hovered;
    within.steps.retain(|step| !elsewhere(*step));
    Some(within)
}

/// The edge of a row that goes on in another, with a sign for each link that crosses it.
fn cut(list: &mut DisplayList, scene: &Scene, x: f32, entering: bool) {
    let area = sheet_area(scene.viewport);
    let edge = scene.camera.screen_from_sheet(Point::new(x, 0.0)).x;
    if edge < area.left() - 0.5 || edge > area.right() + 0.5 {
        return;
    }
    let part = if entering { 220 } else { 240 };
    list.pen(Layer::Marks, Subject::Sheet, part);
    let ends = [Point::new(edge, area.top()), Point::new(edge, area.bottom())];
    list.path(ends, Stroke::dashed(1.0, Ink::Faint, 2.0, 4.0));
    let size = SIGN * scene.camera.zoom().clamp(0.8, 1.5);
    // Both signs point the way the link goes; each lies on its row's side of the cut.
    let inwards = if entering { size } else { -size };
    let mut signs: Vec<(f32, bool)> = Vec::new();
    for route in scene.routes.all().iter().filter(|route| !scene.fades(route.link).1) {
        for piece in route.points.windows(2) {
            let [from, to] = piece else { continue };
            let crosses = (from.x < x) != (to.x < x);
            if !crosses {
                continue;
            }
            let at = scene.camera.screen_from_sheet(Point::new(x, from.y));
            // Signs on one another could not be told from a head: one stands for lines side by side.
            let onwards = to.x > from.x;
            let met = |(y, way): &(f32, bool)| *way == onwards && (y - at.y).abs() < 2.0 * size;
            if signs.iter().any(met) {
                continue;
            }
            signs.push((at.y, onwards));
            list.pen(Layer::Marks, Subject::Link(route.link), part);
            let tip = at + Point::new(inwards, 0.0);
            let ahead = if onwards { size } else { -size };
            // Open, not filled as the head of a link that ends there.
            let sign = [
                tip + Point::new(-ahead * 0.4, -size),
                tip + Point::new(ahead * 0.6, 0.0),
                tip + Point::new(-ahead * 0.4, size),
            ];
            list.path(sign, Stroke::solid(1.5, ink_of(scene, route)));
        }
    }
}
