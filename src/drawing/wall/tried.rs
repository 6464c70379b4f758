//! The sheet on which a try is made before a class: it lies where it is edited, and is drawn as on a wall.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::connectors;
use super::super::detail::Detail;
use super::super::display_list::{DisplayList, Layer, Subject};
use super::super::figures::{CardLoad, SheetFigures};
use super::super::handles;
use super::super::ink::Ink;
use super::super::played_marks;
use super::super::scene::Scene;
use super::super::space::{Point, Rect};
use super::look::{StageLook, StageSheet};
use crate::blueprint::StepId;

/// The row of the names of phases, in heights of the smallest letters.
const HEAD: f32 = 1.6;

/// Figures that are not known.
struct NoFigures;

impl SheetFigures for NoFigures {
    fn load(&self, _step: StepId) -> Option<CardLoad> {
        None
    }

    fn says(&self, _step: StepId) -> Option<Cow<'_, str>> {
        None
    }

    fn is_bottleneck(&self, _step: StepId) -> bool {
        false
    }

    fn marked_bottlenecks(&self) -> Vec<StepId> {
        Vec::new()
    }
}

/// Draws what is seen of a scene as on a wall whose smallest letters are so high. The list is cleared first.
pub(in super::super) fn draw_tried(scene: &Scene, letters: f32, list: &mut DisplayList) {
    list.clear();
    let area = scene.viewport;
    let sheet = StageSheet {
        scenario: scene.scenario,
        figures: scene.figures.unwrap_or(&NoFigures),
        labels: scene.labels,
        text: scene.text,
        look: StageLook { shows_rates: true, ..StageLook::default() },
    };
    list.clip_to(area);
    list.pen(Layer::Sheet, Subject::Sheet, 0);
    list.rect(area, 0.0, Some(Ink::Background), None);
    let marked: BTreeSet<StepId> = sheet.figures.marked_bottlenecks().into_iter().collect();
    let names = sheet.lane_names();
    let foot = area.top() + HEAD * letters;
    let head = scene.camera.sheet_from_screen(Point::new(area.left(), foot)).y;
    sheet.paint(scene, head, (&names, false, &marked), area, list);
    list.clip_to(Rect::new(area.left(), foot, area.right(), area.bottom()));
    for card in scene.geometry.cards() {
        handles::outline(list, scene, card);
    }
    for route in scene.routes.all() {
        connectors::ends(list, scene, route);
    }
    played_marks::played(list, scene, Detail::Full);
}
