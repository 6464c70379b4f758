//! The legend of the signs of differences, where it covers as little of the sheet as possible.

use super::difference_ghosts::old_rect;
use super::difference_marks::sign_alone;
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::line_names::names_of_lines;
use super::routing::Route;
use super::scene::{Scene, sheet_area};
use super::sheet::{LINES, line_y_on_screen};
use super::sight::Pane;
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

/// More cards or pieces of links than these are not looked at one by one: so far out the legend can
/// keep off the sheet alone.
const MOST: usize = 400;

/// What the legend should not lie on, in rectangles on the screen, and how much each matters.
struct Covered(Vec<(Rect, f32)>);

impl Covered {
    /// Of a sheet in one piece, or of its rows.
    fn of(scene: &Scene, panes: &[Pane]) -> Self {
        let mut all = Vec::new();
        let whole = Pane { camera: scene.camera, viewport: scene.viewport, cuts: (None, None) };
        let one = [whole];
        let rows = if panes.is_empty() { &one[..] } else { panes };
        for pane in rows {
            let within = Scene { camera: pane.camera, viewport: pane.viewport, ..*scene };
            let area = sheet_area(pane.viewport);
            let seen = |rect: Rect| pane.camera.rect_on_screen(rect).intersection(area);
            let sheet =
                if panes.is_empty() { seen(scene.geometry.bounds()) } else { pane.viewport };
            all.push((sheet, 1.0));
            let view = pane.camera.rect_on_sheet(area);
            let cards = scene.geometry.cards_in(view);
            let cards = cards.iter().filter_map(|step| scene.geometry.card(*step));
            all.extend(cards.take(MOST).map(|card| (seen(card.rect), 10.0)));
            let routes = scene.routes.all().iter().filter(|route| route.bounds.touches(view));
            let pieces = routes.flat_map(Route::pieces).take(MOST);
            all.extend(pieces.map(|piece| (seen(piece).grown(2.0), 5.0)));
            let names = names_of_lines(&within).into_iter();
            all.extend(names.map(|name| (name.grip(), 10.0)));
            let lines = LINES.iter().map(|line| line_y_on_screen(&within, *line));
            let line = |y| Rect::new(area.left(), y - 2.0, area.right(), y + 2.0);
            all.extend(lines.map(|y| (line(y).intersection(area), 10.0)));
            let old = scene.look.differences.iter().flat_map(|differences| &differences.old);
            all.extend(old.take(MOST).map(|old| (old_rect(&within, old), 10.0)));
        }
        Self(all)
    }

    /// How bad it is to lie there; nothing is free.
    fn by(&self, rect: Rect) -> f32 {
        let under = self.0.iter().filter(|(other, _)| other.overlaps(rect));
        under
            .map(|(other, weight)| (other.intersection(rect), weight))
            .map(|(both, weight)| weight * both.width() * both.height())
            .sum()
    }
}

/// Where the legend lies: beside the sheet, along the bottom of what is seen, else along its top,
/// else wherever it covers least.
fn legend_centre(covered: &Covered, area: Rect, size: Size) -> Option<Point> {
    let inner = Rect::centred(
        area.centre(),
        Size::new(
            area.width() - 2.0 * MARGIN - size.width,
            area.height() - 2.0 * MARGIN - size.height,
        ),
    );
    let along = |y: f32| {
        let next = |x: &f32| Some(x + STEP);
        let from_left = std::iter::successors(Some(inner.left()), next);
        from_left.take_while(|x| *x <= inner.right()).map(move |x| Point::new(x, y))
    };
    let up = std::iter::successors(Some(inner.bottom() - STEP), |y: &f32| Some(y - STEP));
    let rows = up.take_while(|y| *y > inner.top());
    let places = along(inner.bottom()).chain(along(inner.top())).chain(rows.flat_map(along));
    let mut best: Option<(f32, Point)> = None;
    for centre in places {
        let cost = covered.by(Rect::centred(centre, size).grown(2.0));
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, centre));
        }
        if cost <= 0.0 {
            break;
        }
    }
    best.map(|(_, centre)| centre)
}

/// What the marks mean, beside the rows of a folded sheet; `scene` is that of the first.
pub fn legend_beside(list: &mut DisplayList, scene: &Scene, panes: &[Pane]) {
    drawn(list, scene, panes);
}

/// What the marks mean.
pub(super) fn legend(list: &mut DisplayList, scene: &Scene) {
    if !scene.look.hides_legend {
        drawn(list, scene, &[]);
    }
}

fn drawn(list: &mut DisplayList, scene: &Scene, panes: &[Pane]) {
    let Some(differences) = scene.look.differences.as_ref().filter(|it| !it.legend.is_empty())
    else {
        return;
    };
    let area = sheet_area(scene.viewport);
    let weight = Weight::Medium;
    let width_of = |word: &str| 24.0 + scene.text.width(word, LEGEND, weight) + 12.0;
    let width: f32 = differences.legend.iter().map(|(_, word)| width_of(word)).sum();
    let size = Size::new(width + 8.0, LEGEND_HEIGHT);
    if size.width + 24.0 > area.width() {
        return;
    }
    let Some(centre) = legend_centre(&Covered::of(scene, panes), area, size) else { return };
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
