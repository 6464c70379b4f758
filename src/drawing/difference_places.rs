//! Where the signs of differences, and the names of cards that are gone, find room: clear of
//! arrowheads, cards and each other as far as there is room for all.

use super::card::Card;
use super::routing::{Route, RouteStyle};
use super::scene::{Scene, sheet_area};
use super::space::{Point, Rect, Size};

/// Length of an arrowhead at 100 %.
const HEAD: f32 = 8.0;
/// How much wider than its line an arrowhead is on each side, as a part of its length.
const HALF_HEAD: f32 = 0.42;
/// More of what is kept clear than this are not looked through for each sign: so far out nobody
/// could tell them apart.
const MOST: usize = 400;

/// How far along a piece of a link a sign may lie, the best first.
const PARTS: [f32; 7] = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9];

/// What is kept clear, in rectangles on the screen.
pub(super) struct Places {
    heads: Vec<Rect>,
    taken: Vec<Rect>,
    shunned: Vec<Rect>,
}

/// What it costs to lie on something, the worst first: what means most is kept clearest.
const ON_HEAD: u8 = 8;
const ON_TAKEN: u8 = 4;
const ON_CARD: u8 = 2;
const ON_SHUNNED: u8 = 1;

impl Places {
    /// The arrowheads that are seen.
    pub fn of(scene: &Scene) -> Self {
        let area = sheet_area(scene.viewport);
        let view = scene.camera.rect_on_sheet(area);
        let zoom = scene.camera.zoom();
        let seen = scene.routes.all().iter().filter(|route| route.bounds.touches(view));
        let heads = seen
            .filter_map(head)
            .map(|head| scene.camera.rect_on_screen(head).grown(HALF_HEAD * HEAD * zoom));
        Self { heads: heads.take(MOST + 1).collect(), taken: Vec::new(), shunned: Vec::new() }
    }

    /// Keeps a rectangle clear from now on.
    pub fn take(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Keeps off a rectangle from now on where there is a place that is as good.
    pub fn shun(&mut self, rect: Rect) {
        self.shunned.push(rect);
    }

    /// What lies under a rectangle; nothing costs nothing.
    fn cost(&self, scene: &Scene, rect: Rect) -> u8 {
        let meets = |all: &[Rect]| all.len() <= MOST && all.iter().any(|it| it.overlaps(rect));
        let sheet = scene.camera.rect_on_sheet(rect);
        let covers = |card: &Card| card.rect.overlaps(sheet) && !scene.look.hides(card.step);
        let on_card = scene.geometry.first_near(sheet, |_, card| covers(card)).is_some();
        let parts = [
            (meets(&self.heads), ON_HEAD),
            (meets(&self.taken), ON_TAKEN),
            (on_card, ON_CARD),
            (meets(&self.shunned), ON_SHUNNED),
        ];
        parts.into_iter().filter(|(is_met, _)| *is_met).map(|(_, cost)| cost).sum()
    }

    /// Whether nothing lies under a rectangle.
    pub fn is_clear(&self, scene: &Scene, rect: Rect) -> bool {
        self.cost(scene, rect) == 0
    }

    /// The best place for a circle, the first of those that are as good, which is taken then.
    pub fn circle(
        &mut self,
        scene: &Scene,
        radius: f32,
        among: impl IntoIterator<Item = Point>,
    ) -> Option<Point> {
        let around = |centre| Rect::centred(centre, Size::new(2.0 * radius, 2.0 * radius));
        let best = among.into_iter().min_by_key(|centre| self.cost(scene, around(*centre)))?;
        self.take(around(best));
        Some(best)
    }
}

/// The last stretch of a route, as long as an arrowhead, on the sheet; nothing without one.
fn head(route: &Route) -> Option<Rect> {
    let has_head = match route.style {
        RouteStyle::Flow | RouteStyle::Back | RouteStyle::Exit | RouteStyle::Trigger => true,
        RouteStyle::Together | RouteStyle::Association => false,
    };
    let [.., before, tip] = route.points.as_slice() else { return None };
    let length = tip.distance(*before).max(0.001);
    has_head.then(|| Rect::spanning(*tip, tip.towards(*before, (HEAD / length).min(1.0))))
}

/// Where the sign of a link may lie, the best first: on its longest pieces where they are long enough
/// to be seen on both sides of it, else beside them.
pub(super) fn along(scene: &Scene, route: &Route, radius: f32) -> Vec<Point> {
    let zoom = scene.camera.zoom();
    let mut pieces: Vec<(Point, Point)> = route
        .points
        .windows(2)
        .filter_map(|piece| match piece {
            [a, b] => {
                Some((scene.camera.screen_from_sheet(*a), scene.camera.screen_from_sheet(*b)))
            }
            _ => None,
        })
        .collect();
    pieces.sort_by(|a, b| b.0.distance(b.1).total_cmp(&a.0.distance(a.1)));
    pieces.truncate(2);
    let (head, aside) = (HEAD * zoom, radius + HALF_HEAD * HEAD * zoom + 2.0);
    let mut places = Vec::new();
    for (a, b) in &pieces {
        if a.distance(*b) >= 2.0 * (radius + head) + 4.0 {
            places.extend(PARTS.map(|part| a.towards(*b, part)));
        }
    }
    for (a, b) in &pieces {
        let across = if (a.y - b.y).abs() > (a.x - b.x).abs() {
            Point::new(aside, 0.0)
        } else {
            Point::new(0.0, aside)
        };
        for beside in PARTS.map(|part| a.towards(*b, part)) {
            places.extend([beside + across, beside - across]);
        }
    }
    places
}
