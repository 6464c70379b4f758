//! What differs from another scenario, drawn on the sheet: marks on cards, ghosts of cards where
//! they were, and a legend. Every mark has a sign besides its colour.

use super::card::{Card, CardForm};
use super::connectors;
use super::detail::letters;
use super::difference_places::{Places, along};
use super::differences::{DifferenceMark, OldCard};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::outline::diamond;
use super::routing::Route;
use super::scene::{Scene, sheet_area};
use super::space::{Point, Rect, Size};
use super::text::{Weight, write_elided};

/// Radius of a mark at 100 %.
const MARK: f32 = 8.0;
/// Corner of a card at 100 %.
const CORNER: f32 = 8.0;
/// Letters of a ghost's name at 100 %.
const NAME: f32 = 12.0;
/// Letters of the legend on the screen.
const LEGEND: f32 = 11.0;
/// Height of the legend on the screen.
const LEGEND_HEIGHT: f32 = 28.0;

/// How links ran that are gone: below everything else that is linked.
pub(super) fn ghost_links(list: &mut DisplayList, scene: &Scene) {
    let Some(differences) = &scene.look.differences else { return };
    let area = sheet_area(scene.viewport);
    list.pen(Layer::Links, Subject::Sheet, 200);
    for points in &differences.old_links {
        let on_screen = || points.iter().map(|point| scene.camera.screen_from_sheet(*point));
        let spots = on_screen().map(|point| Rect { min: point, max: point });
        if spots.reduce(Rect::union).is_some_and(|bounds| bounds.touches(area)) {
            list.path(on_screen(), Stroke::dashed(1.25, Ink::Bad, 5.0, 4.0));
        }
    }
}

/// The signs of links that differ and of cards that are gone: where they hide no arrowhead, and
/// neither a card nor each other as far as there is room.
pub(super) fn signs<'r>(
    list: &mut DisplayList,
    scene: &Scene,
    routes: impl Iterator<Item = &'r Route>,
) {
    let Some(differences) = &scene.look.differences else { return };
    let mut places = Places::of(scene);
    for step in differences.cards.keys() {
        if let Some(card) = scene.geometry.card(*step) {
            let rect = scene.camera.rect_on_screen(card.rect);
            places.take(around(corner(rect, card.form), radius(scene)));
        }
    }
    ghost_signs(list, scene, &mut places);
    for route in routes {
        if let Some(mark) = differences.links.get(&route.link) {
            link_sign(list, scene, route, *mark, &mut places);
        }
    }
}

fn link_sign(
    list: &mut DisplayList,
    scene: &Scene,
    route: &Route,
    mark: DifferenceMark,
    places: &mut Places,
) {
    let radius = radius(scene);
    let mut along = along(scene, route, radius);
    // Beside the share, where one is written there.
    if let Some(share) = connectors::share_rect(scene, route) {
        along.retain(|centre| !share.overlaps(around(*centre, radius)));
        along.push(Point::new(share.right() + radius + 2.0, share.centre().y));
    }
    let Some(centre) = places.circle(scene, radius, along) else { return };
    list.pen(Layer::Marks, Subject::Link(route.link), 40);
    sign(list, scene, mark, centre);
}

/// Ghosts of cards where they were, and lines from there to where they are: below the cards.
pub(super) fn ghosts(list: &mut DisplayList, scene: &Scene) {
    let Some(differences) = &scene.look.differences else { return };
    let area = sheet_area(scene.viewport);
    let zoom = scene.camera.zoom();
    let mut places = Places::of(scene);
    for old in &differences.old {
        let rect = old_rect(scene, old);
        let now = old.stays.then(|| scene.geometry.card(old.step)).flatten();
        let now = now.map(|card| scene.camera.rect_on_screen(card.rect));
        if !now.map_or(rect, |now| rect.union(now)).touches(area) {
            continue;
        }
        list.pen(Layer::Links, Subject::Step(old.step), 100);
        let edge = if old.stays { Ink::Accent } else { Ink::Bad };
        if let Some(now) = now {
            let line = [rect.centre(), now.centre()];
            list.path(line, Stroke::dashed(1.25, Ink::Accent, 4.0, 4.0));
        }
        let stroke = Stroke::dashed(1.25, edge, 5.0, 4.0);
        if old.form == CardForm::Diamond {
            let [a, b, c, d] = diamond(rect);
            list.polygon([a, b, c, d], Some(Ink::Background), None);
            list.path([a, b, c, d, a], stroke);
        } else {
            list.rect(rect, CORNER * zoom, Some(Ink::Background), None);
            let (left, right, top, bottom) = (rect.left(), rect.right(), rect.top(), rect.bottom());
            let corners = [
                Point::new(left, top),
                Point::new(right, top),
                Point::new(right, bottom),
                Point::new(left, bottom),
                Point::new(left, top),
            ];
            list.path(corners, stroke);
        }
        name(list, scene, old, rect, &mut places);
    }
}

/// What a ghost is called: in its middle, or where a card lies over what is gone, below or above it.
/// Under a card only scraps of the name would be read.
fn name(list: &mut DisplayList, scene: &Scene, old: &OldCard, rect: Rect, places: &mut Places) {
    let Some(size) = letters(NAME, scene.camera.zoom()) else { return };
    let look = TextLook {
        size,
        weight: Weight::Regular,
        ink: Ink::Muted,
        anchor: Anchor::Centre,
        upwards: false,
    };
    let width = scene.text.width(&old.name, size, Weight::Regular);
    let inside = rect.width() * if old.form == CardForm::Diamond { 0.6 } else { 0.9 };
    let line = |y: f32, room: f32| {
        Rect::centred(Point::new(rect.centre().x, y), Size::new(width.min(room), size + 2.0))
    };
    let (far, whole) = (size / 2.0 + 3.0, rect.width());
    // Beside a card only what is gone is named: to where another went, a line leads.
    let beside = [rect.bottom() + far, rect.top() - far].map(|y| line(y, whole));
    let beside = beside.into_iter().filter(|_| !old.stays);
    let among = std::iter::once(line(rect.centre().y, inside)).chain(beside);
    let Some(place) = places.clear(scene, among) else { return };
    places.take(place);
    let mut look = look;
    if !rect.encloses(place) {
        let y = scene.camera.sheet_from_screen(place.centre()).y;
        let band = scene.geometry.band_at(y);
        let ground = band.map_or(Ink::Background, |band| Ink::Zone(band.zone));
        list.rect(place, 3.0, Some(ground), None);
        look.ink = Ink::BadText;
    }
    list.text(place.centre(), look, |out| {
        write_elided(out, &old.name, place.width() + 0.5, scene.text, size, Weight::Regular);
    });
}

fn old_rect(scene: &Scene, old: &OldCard) -> Rect {
    scene.camera.rect_on_screen(Rect::centred(old.centre, old.form.size()))
}

/// The edge of a card that is new or gone from the other: below the marks on its corners.
pub(super) fn edge(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(differences) = &scene.look.differences else { return };
    let Some(mark) = differences.cards.get(&card.step) else { return };
    if !matches!(mark, DifferenceMark::Added | DifferenceMark::Removed) {
        return;
    }
    list.pen(Layer::Marks, Subject::Step(card.step), 50);
    let rect = scene.camera.rect_on_screen(card.rect);
    let zoom = scene.camera.zoom();
    let stroke = Stroke::solid((2.0 * zoom).max(1.5), mark.inks().0);
    if card.form == CardForm::Diamond {
        list.polygon(diamond(rect), None, Some(stroke));
    } else {
        list.rect(rect, CORNER * zoom, None, Some(stroke));
    }
}

/// The mark of a card that differs, on its upper left corner.
pub(super) fn mark(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(differences) = &scene.look.differences else { return };
    let Some(mark) = differences.cards.get(&card.step) else { return };
    list.pen(Layer::Marks, Subject::Step(card.step), 70);
    let rect = scene.camera.rect_on_screen(card.rect);
    sign(list, scene, *mark, corner(rect, card.form));
}

/// What is gone has a minus even where a card lies over it.
fn ghost_signs(list: &mut DisplayList, scene: &Scene, places: &mut Places) {
    let Some(differences) = &scene.look.differences else { return };
    let area = sheet_area(scene.viewport);
    for old in differences.old.iter().filter(|old| !old.stays) {
        let rect = old_rect(scene, old);
        if !rect.touches(area) {
            continue;
        }
        let first = if old.peeks { rect.max } else { corner(rect, old.form) };
        let [left, top, right, bottom] = [rect.left(), rect.top(), rect.right(), rect.bottom()];
        let corners = match old.form {
            CardForm::Diamond => diamond(rect),
            _ => [(left, top), (right, top), (right, bottom), (left, bottom)]
                .map(|(x, y)| Point::new(x, y)),
        };
        let among = std::iter::once(first).chain(corners);
        let Some(at) = places.circle(scene, radius(scene), among) else { continue };
        list.pen(Layer::Marks, Subject::Step(old.step), 110);
        sign(list, scene, DifferenceMark::Removed, at);
    }
}

/// Where a mark lies on a card.
fn corner(rect: Rect, form: CardForm) -> Point {
    match form {
        CardForm::Diamond => rect.min.towards(rect.centre(), 0.4),
        _ => Point::new(rect.left() + 2.0, rect.top() + 1.0),
    }
}

/// The radius of a mark on the screen.
fn radius(scene: &Scene) -> f32 {
    (MARK * scene.camera.zoom()).clamp(4.0, 12.0)
}

fn around(centre: Point, radius: f32) -> Rect {
    Rect::centred(centre, Size::new(2.0 * radius, 2.0 * radius))
}

/// A circle with the sign of a mark, drawn as lines, so that it stays sharp at any size.
fn sign(list: &mut DisplayList, scene: &Scene, mark: DifferenceMark, centre: Point) {
    let radius = radius(scene);
    let (edge, ink) = mark.inks();
    list.circle(centre, radius, Some(Ink::Panel), Some(Stroke::solid(1.25, edge)));
    sign_alone(list, mark, centre, radius * 0.5, ink);
}

fn sign_alone(list: &mut DisplayList, mark: DifferenceMark, centre: Point, arm: f32, ink: Ink) {
    let stroke = Stroke::solid((arm * 0.4).max(1.25), ink);
    let across = |y: f32| [centre + Point::new(-arm, y), centre + Point::new(arm, y)];
    match mark {
        DifferenceMark::Added => {
            list.path(across(0.0), stroke);
            list.path([centre + Point::new(0.0, -arm), centre + Point::new(0.0, arm)], stroke);
        }
        DifferenceMark::Removed => list.path(across(0.0), stroke),
        DifferenceMark::Changed => list.circle(centre, arm * 0.7, Some(ink), None),
        DifferenceMark::Moved => {
            list.path(across(0.0), stroke);
            let (tip, half) = (centre + Point::new(arm, 0.0), arm * 0.7);
            let head = [tip + Point::new(-half, -half), tip, tip + Point::new(-half, half)];
            list.path(head, stroke);
        }
    }
}

/// Where the legend lies: in the first corner without cards, else at the lower left.
fn legend_centre(scene: &Scene, area: Rect, size: Size) -> Option<Point> {
    let inner = Rect::centred(
        area.centre(),
        Size::new(area.width() - 24.0 - size.width, area.height() - 24.0 - size.height),
    );
    let corners = [
        Point::new(inner.left(), inner.bottom()),
        Point::new(inner.right(), inner.bottom()),
        Point::new(inner.centre().x, inner.bottom()),
        Point::new(inner.right(), inner.top()),
    ];
    let free = |centre: &&Point| {
        let rect = scene.camera.rect_on_sheet(Rect::centred(**centre, size).grown(2.0));
        scene.geometry.first_near(rect, |_, card| card.rect.touches(rect)).is_none()
    };
    corners.iter().find(free).or(corners.first()).copied()
}

/// What the marks mean, in a corner of the sheet.
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
