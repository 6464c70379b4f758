//! What differs from another scenario, marked on the sheet: cards and links. Every mark has a sign
//! besides its colour.

use super::card::{Card, CardForm};
use super::connectors;
use super::difference_ghosts::{CORNER, old_rect};
use super::difference_places::{Places, along};
use super::differences::DifferenceMark;
use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::ink::Ink;
use super::outline::diamond;
use super::routing::Route;
use super::scene::{Scene, sheet_area};
use super::space::{Point, Rect, Size};

/// Radius of a mark at 100 %.
const MARK: f32 = 8.0;

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
    for old in &differences.old {
        places.shun(old_rect(scene, old));
    }
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

pub(super) fn sign_alone(
    list: &mut DisplayList,
    mark: DifferenceMark,
    centre: Point,
    arm: f32,
    ink: Ink,
) {
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
