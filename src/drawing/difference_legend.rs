//! The legend of the signs of differences, where it covers as little of the sheet as possible.

use super::difference_marks::sign_alone;
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::scene::{Scene, sheet_area};
use super::space::{Point, Rect, Size};
use super::text::Weight;

/// Letters of the legend on the screen.
const LEGEND: f32 = 11.0;
/// Height of the legend on the screen.
const LEGEND_HEIGHT: f32 = 28.0;
/// What it keeps from the edges of the sheet's part of the window.
const MARGIN: f32 = 12.0;
/// From one place that is tried to the next.
const STEP: f32 = 20.0;

/// Where the legend lies: along the bottom of what is seen, else along its top, else wherever it
/// covers no card; where cards lie everywhere, where it covers least of them.
fn legend_centre(scene: &Scene, area: Rect, size: Size) -> Option<Point> {
    let inner = Rect::centred(
        area.centre(),
        Size::new(
            area.width() - 2.0 * MARGIN - size.width,
            area.height() - 2.0 * MARGIN - size.height,
        ),
    );
    let covered = |centre: Point| -> f32 {
        let rect = scene.camera.rect_on_sheet(Rect::centred(centre, size).grown(2.0));
        let cards = scene.geometry.cards_in(rect);
        let cards = cards.iter().filter_map(|step| scene.geometry.card(*step));
        cards
            .map(|card| card.rect.intersection(rect))
            .map(|both| both.width() * both.height())
            .sum()
    };
    let across = (inner.width() / STEP).max(0.0) as u16;
    let down = (inner.height() / STEP).max(0.0) as u16;
    let along =
        |y: f32| (0..=across).map(move |at| Point::new(inner.left() + f32::from(at) * STEP, y));
    let rows = (1..=down).map(|at| inner.bottom() - f32::from(at) * STEP);
    let places = along(inner.bottom()).chain(along(inner.top())).chain(rows.flat_map(along));
    let mut best: Option<(f32, Point)> = None;
    for centre in places {
        let covers = covered(centre);
        if best.is_none_or(|(least, _)| covers < least) {
            best = Some((covers, centre));
        }
        if covers <= 0.0 {
            break;
        }
    }
    best.map(|(_, centre)| centre)
}

/// What the marks mean.
pub(super) fn legend(list: &mut DisplayList, scene: &Scene) {
    let Some(differences) = &scene.look.differences else { return };
    if differences.legend.is_empty() || scene.look.hides_legend {
        return;
    }
    let area = sheet_area(scene.viewport);
    let weight = Weight::Medium;
    let width_of = |word: &str| 24.0 + scene.text.width(word, LEGEND, weight) + 12.0;
    let width: f32 = differences.legend.iter().map(|(_, word)| width_of(word)).sum();
    let size = Size::new(width + 8.0, LEGEND_HEIGHT);
    if size.width + 24.0 > area.width() {
        return;
    }
    let Some(centre) = legend_centre(scene, area, size) else { return };
    list.clip_to(area);
    list.pen(Layer::Headers, Subject::Sheet, 60);
    let frame = Rect::centred(centre, size);
    list.rect(frame, 8.0, Some(Ink::Panel), Some(Stroke::solid(1.0, Ink::Hairline)));
    let mut left = frame.left() + 8.0;
    for (mark, word) in &differences.legend {
        let (edge, ink) = mark.inks();
        let at = Point::new(left + 8.0, centre.y);
        list.circle(at, 7.0, Some(Ink::Panel), Some(Stroke::solid(1.25, edge)));
        sign_alone(list, *mark, at, 3.5, ink);
        let look =
            TextLook { size: LEGEND, weight, ink: Ink::Text, anchor: Anchor::Left, upwards: false };
        list.text(Point::new(left + 20.0, centre.y), look, |out| out.push_str(word));
        left += width_of(word);
    }
}
