//! Connectors: lines with round corners, arrowheads, shares.

use super::detail::{Detail, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::link_room::LETTERS;
use super::link_words::link_words;
use super::routing::{Bar, Route, RouteStyle};
use super::scene::{PendingLink, Scene};
use super::space::{Point, Rect, Size};
use super::text::Weight;
use crate::blueprint::LinkKind;

/// Radius of a corner at 100 %.
const CORNER: f32 = 7.0;
/// Length of an arrowhead at 100 %.
const ARROW: f32 = 8.0;
/// Length of the dots of a link to evidence or a note; below 100 % they get no smaller.
const DOT: f32 = 2.0;
/// How many straight pieces a corner is drawn with.
const PIECES: u8 = 4;

/// Zoomed far out: all connectors as one batch of thin rectangles.
pub(super) fn threads(list: &mut DisplayList, scene: &Scene, view: Rect) {
    list.pen(Layer::Links, Subject::Sheet, 160);
    let camera = scene.camera;
    let shown = scene
        .routes
        .all()
        .iter()
        .filter(|route| route.bounds.touches(view) && !scene.fades(route.link).1);
    let quads = shown.flat_map(|route| {
        let ink = ink_of(scene, route);
        route.points.windows(2).filter_map(move |piece| match piece {
            [a, b] => {
                let line = Rect::spanning(*a, *b);
                Some((camera.rect_on_screen(line).grown(0.5), ink))
            }
            _ => None,
        })
    });
    list.quads(quads);
}

/// What a connector is drawn with.
pub(super) fn ink_of(scene: &Scene, route: &Route) -> Ink {
    let look = scene.look;
    let hovered = look.hovered.is_some_and(|hit| hit.link() == Some(route.link));
    if look.links.contains(&route.link) || hovered || look.target_link == Some(route.link) {
        return Ink::Accent;
    }
    let differences = look.differences.as_ref();
    let different = differences.and_then(|differences| differences.links.get(&route.link));
    match (different, route.style) {
        _ if scene.fades(route.link).0 => Ink::Hairline,
        (Some(mark), _) => mark.ink(),
        // What leads back costs time again: it is told from the way on at a glance.
        (None, RouteStyle::Back) => Ink::Warn,
        (None, _) => Ink::Faint,
    }
}

fn stroke_of(scene: &Scene, route: &Route) -> Stroke {
    let zoom = scene.camera.zoom().min(1.5);
    let ink = ink_of(scene, route);
    let strong = !matches!(ink, Ink::Faint | Ink::Hairline | Ink::Warn);
    let thick = if strong { 2.0 } else { 1.5 };
    let width = (thick * zoom).max(1.0);
    match route.style {
        RouteStyle::Flow | RouteStyle::Exit | RouteStyle::Together => Stroke::solid(width, ink),
        RouteStyle::Back => Stroke::dashed(width, ink, 10.0 * zoom, 3.5 * zoom),
        RouteStyle::Trigger => Stroke::dashed(width, ink, 6.0 * zoom, 4.0 * zoom),
        RouteStyle::Association => {
            // Not so fine that dots fall between pixels.
            Stroke::dashed((1.75 * zoom).max(1.5), ink, DOT * zoom.max(1.0), 3.0 * zoom.max(1.0))
        }
    }
}

/// One connector without its share.
pub(super) fn connector(list: &mut DisplayList, scene: &Scene, route: &Route, detail: Detail) {
    list.pen(Layer::Links, Subject::Link(route.link), 0);
    let stroke = stroke_of(scene, route);
    let zoom = scene.camera.zoom();
    let on_screen = |point: &Point| scene.camera.screen_from_sheet(*point);
    let arrow = matches!(
        route.style,
        RouteStyle::Flow | RouteStyle::Back | RouteStyle::Exit | RouteStyle::Trigger
    ) && detail > Detail::Block;
    let mut corners: Vec<Point> = route.points.iter().map(on_screen).collect();
    let tip = corners.last().copied();
    let head = ARROW * zoom;
    // The line ends inside the arrowhead, so that its tip stays sharp.
    if arrow && let [.., before, end] = corners.as_mut_slice() {
        let length = before.distance(*end);
        if length > head {
            *end = end.towards(*before, 0.6 * head / length);
        }
    }
    // A loop is told from a way on by its wide arcs.
    let corner = if route.style == RouteStyle::Back { 2.0 * CORNER } else { CORNER };
    list.path(rounded(&corners, corner * zoom), stroke);
    if let (true, Some(tip), [.., before, _]) = (arrow, tip, corners.as_slice()) {
        arrowhead(list, *before, tip, head, stroke.ink);
        if route.style == RouteStyle::Exit {
            let length = before.distance(tip).max(0.001);
            let mark = tip + (tip - *before) * (6.0 * zoom / length);
            list.circle(mark, 5.0 * zoom, Some(Ink::Panel), Some(Stroke::solid(1.5, stroke.ink)));
            list.circle(mark, 2.25 * zoom, Some(stroke.ink), None);
        }
    }
}

fn arrowhead(list: &mut DisplayList, from: Point, tip: Point, length: f32, ink: Ink) {
    let distance = from.distance(tip).max(0.001);
    let along = (tip - from) * (length / distance);
    let across = Point::new(-along.y, along.x) * 0.42;
    let base = tip - along;
    list.polygon([tip, base + across, base - across], Some(ink), None);
}

/// Corners turned into arcs; short pieces get smaller ones.
fn rounded(corners: &[Point], radius: f32) -> Vec<Point> {
    if radius < 1.5 || corners.len() < 3 {
        return corners.to_vec();
    }
    let mut points = Vec::with_capacity(corners.len() * usize::from(PIECES));
    points.extend(corners.first());
    for corner in corners.windows(3) {
        let [before, at, after] = corner else { continue };
        let (to_before, to_after) = (at.distance(*before), at.distance(*after));
        let radius = radius.min(to_before / 2.0).min(to_after / 2.0);
        if radius < 0.5 {
            points.push(*at);
            continue;
        }
        let (start, end) =
            (at.towards(*before, radius / to_before), at.towards(*after, radius / to_after));
        // A quadratic curve is near enough to a quarter of a circle at this size.
        for piece in 0..=PIECES {
            let t = f32::from(piece) / f32::from(PIECES);
            points.push(start.towards(*at, t).towards(at.towards(end, t), t));
        }
    }
    points.extend(corners.last());
    points
}

/// The bar of a fork or join, heavier than the lines that part or meet there.
pub(super) fn bar(list: &mut DisplayList, scene: &Scene, bar: &Bar) {
    if scene.look.pale.contains(&bar.step) {
        return;
    }
    list.pen(Layer::Links, Subject::Step(bar.step), 150 + u16::from(bar.joins));
    let rect = scene.camera.rect_on_screen(bar.rect);
    let thick = rect.width().min(rect.height());
    list.rect(rect, thick / 2.0, Some(Ink::Muted), None);
}

/// Where the words of a link lie on the screen.
pub(super) fn share_rect(scene: &Scene, route: &Route) -> Option<Rect> {
    let link = scene.scenario.links().get(&route.link)?;
    let size = letters(LETTERS, scene.camera.zoom())?;
    let centre = scene.camera.screen_from_sheet(route.label?);
    let words = link_words(scene.scenario, scene.labels, link)?;
    let (_, width) = words.laid_out(scene.text, size, false);
    Some(Rect::centred(centre, Size::new(width, size + 3.0)))
}

/// The label of a link and its share, on a patch of its ground.
pub(super) fn share(list: &mut DisplayList, scene: &Scene, route: &Route) {
    let Some(rect) = share_rect(scene, route) else { return };
    let Some(link) = scene.scenario.links().get(&route.link) else { return };
    let Some(words) = link_words(scene.scenario, scene.labels, link) else { return };
    let Some(size) = letters(LETTERS, scene.camera.zoom()) else { return };
    list.pen(Layer::Labels, Subject::Link(route.link), 10);
    let middle = rect.centre().y;
    let y = scene.camera.sheet_from_screen(rect.centre()).y;
    let ground = scene.geometry.band_at(y).map_or(Ink::Background, |band| Ink::Zone(band.zone));
    list.rect(rect, 4.0, Some(ground), None);
    let marked = ink_of(scene, route) == Ink::Accent;
    for (left, word, ink) in words.laid_out(scene.text, size, marked).0 {
        let weight = Weight::Medium;
        let look = TextLook { size, weight, ink, anchor: Anchor::Left, upwards: false };
        list.text(Point::new(rect.left() + left, middle), look, |out| out.push_str(word));
    }
}

/// The ends of a selected connector, by which it is attached elsewhere.
pub(super) fn ends(list: &mut DisplayList, scene: &Scene, route: &Route) {
    if !scene.look.links.contains(&route.link) {
        return;
    }
    list.pen(Layer::Marks, Subject::Link(route.link), 20);
    for end in [route.points.first(), route.points.last()].into_iter().flatten() {
        let centre = scene.camera.screen_from_sheet(*end);
        list.circle(centre, 4.5, Some(Ink::Panel), Some(Stroke::solid(1.5, Ink::Accent)));
    }
}

/// A link that is being drawn: as it would run, or straight where that is not known.
pub(super) fn pending(list: &mut DisplayList, scene: &Scene, drawn: &PendingLink, way: &[Point]) {
    let on_screen = |point: &Point| scene.camera.screen_from_sheet(*point);
    let straight = [drawn.from, drawn.to];
    let way = if way.len() > 1 { way } else { &straight };
    let [.., from, to] = way else { return };
    let (from, to) = (on_screen(from), on_screen(to));
    let ink = if drawn.refused { Ink::Bad } else { Ink::Accent };
    let stroke = match drawn.kind {
        _ if drawn.association => Stroke::dashed(2.0, ink, DOT, 3.0),
        LinkKind::Flow | LinkKind::Together => Stroke::solid(2.0, ink),
        LinkKind::Trigger => Stroke::dashed(2.0, ink, 6.0, 4.0),
    };
    list.path(way.iter().map(on_screen), stroke);
    let headless = drawn.association || drawn.kind == LinkKind::Together;
    if !headless && from.distance(to) > 12.0 {
        arrowhead(list, from, to, 9.0, ink);
    }
}
