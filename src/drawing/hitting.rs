//! What lies under the pointer: a pure function of the scene.

use super::badges;
use super::borders;
use super::card::{Card, CardForm, MARK_RADIUS};
use super::connectors;
use super::detail::Detail;
use super::geometry::SheetGeometry;
use super::handles;
use super::hit::{Hit, LinkSide, Side};
use super::line_names::names_of_lines;
use super::routing::{Route, Routes};
use super::scene::{Scene, sheet_area};
use super::sheet;
use super::space::{Point, Rect};
use crate::blueprint::{Line, LinkId, StepId};

/// How far from a card its handles still react, in screen points.
const HANDLE_REACH: f32 = 8.0;

/// What lies at a point of the screen, the topmost first. `tolerance` is how far beside thin things
/// still counts, in screen points. A pure function of the scene.
///
/// Handles react where they are drawn: on the card that is hovered or alone selected.
#[must_use]
pub fn hit(scene: &Scene, point: Point, tolerance: f32) -> Option<Hit> {
    if !scene.viewport.contains(point) {
        return None;
    }
    let (row, strip) = sheet::header_rects(scene.viewport);
    if row.contains(point) {
        return Some(hit_row(scene, point, tolerance));
    }
    if strip.contains(point) {
        return Some(hit_strip(scene, point, tolerance));
    }
    if !sheet_area(scene.viewport).contains(point) {
        return Some(Hit::Outside);
    }
    let found = hit_handle(scene, point)
        .or_else(|| hit_mark(scene, point))
        .or_else(|| hit_link_end(scene, point, tolerance))
        .or_else(|| hit_pill(scene, point))
        .or_else(|| hit_share(scene, point))
        .or_else(|| hit_card(scene, point))
        .or_else(|| crossed_border(scene, point, tolerance))
        .or_else(|| hit_link(scene, point, tolerance));
    Some(found.unwrap_or_else(|| hit_sheet(scene, point, tolerance)))
}

/// The card at a point of the screen, the topmost first, marks and handles apart.
fn hit_card(scene: &Scene, point: Point) -> Option<Hit> {
    let on_sheet = scene.camera.sheet_from_screen(point);
    let at = Rect { min: on_sheet, max: on_sheet };
    let mut near = Vec::new();
    scene.geometry.positions_near(at, &mut near);
    let cards = scene.geometry.cards();
    near.iter()
        .rev()
        .filter_map(|position| cards.get(*position as usize))
        .find(|card| card.covers(on_sheet) && !scene.look.hides(card.step))
        .map(|card| Hit::Card(card.step))
}

/// The card nearest to a point of the sheet, if it lies within `reach` of it, in sheet units: a
/// diamond as it is drawn. Of cards as near the topmost. Looks at the cards around the point only.
#[must_use]
pub fn card_near(geometry: &SheetGeometry, on_sheet: Point, reach: f32) -> Option<StepId> {
    let around = Rect { min: on_sheet, max: on_sheet }.grown(reach);
    let mut near = Vec::new();
    geometry.positions_near(around, &mut near);
    near.iter()
        .rev()
        .filter_map(|position| geometry.cards().get(*position as usize))
        .map(|card| (distance_to(card, on_sheet), card.step))
        .filter(|(distance, _)| *distance <= reach)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, step)| step)
}

/// How far a point of the sheet is from a card; 0 on it.
fn distance_to(card: &Card, point: Point) -> f32 {
    if card.form != CardForm::Diamond {
        let x = point.x.clamp(card.rect.left(), card.rect.right());
        let y = point.y.clamp(card.rect.top(), card.rect.bottom());
        return point.distance(Point::new(x, y));
    }
    if card.covers(point) {
        return 0.0;
    }
    // All four edges are alike: the one to the lower right of the middle is measured.
    let away = point - card.rect.centre();
    let away = Point::new(away.x.abs(), away.y.abs());
    let right = Point::new(card.rect.width() / 2.0, 0.0);
    let edge = Point::new(-right.x, card.rect.height() / 2.0);
    let from = away - right;
    let length = edge.x * edge.x + edge.y * edge.y;
    let along = ((from.x * edge.x + from.y * edge.y) / length).clamp(0.0, 1.0);
    from.distance(edge * along)
}

fn hit_handle(scene: &Scene, point: Point) -> Option<Hit> {
    let look = scene.look;
    let alone = look.steps.first().copied().filter(|_| look.steps.len() == 1);
    let hovered = look.hovered.and_then(Hit::step);
    [hovered, alone].into_iter().flatten().find_map(|step| {
        let card = scene.geometry.card(step)?;
        let rect = scene.camera.rect_on_screen(card.rect);
        if !handles::has_handles(scene, card) {
            return None;
        }
        if let Some(button) = handles::append_centre(scene, card)
            && button.distance(point) <= handles::APPEND_REACH
        {
            return Some(Hit::Append(step));
        }
        let centres = handles::handles(rect).into_iter().zip(Side::ALL);
        let (_, side) = centres
            .map(|(centre, side)| (centre.distance(point), side))
            .filter(|(distance, _)| *distance <= HANDLE_REACH)
            .min_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(Hit::CardEdge(step, side))
    })
}

/// Badges and the F and W circles.
fn hit_mark(scene: &Scene, point: Point) -> Option<Hit> {
    // Dots have the same size at every zoom, so they can lie far from their card on the sheet.
    let badges = badges::badges_of(scene);
    if let Some((step, _)) = badges.iter().rfind(|(_, badge)| badge.rect().contains(point)) {
        return Some(Hit::Badge(*step));
    }
    if scene.detail() == Detail::Block {
        return None;
    }
    let on_sheet = scene.camera.sheet_from_screen(point);
    let around = Rect { min: on_sheet, max: on_sheet }.grown(3.0 * MARK_RADIUS);
    let mut near = Vec::new();
    scene.geometry.positions_near(around, &mut near);
    near.iter().rev().find_map(|position| {
        let card = scene.geometry.cards().get(*position as usize)?;
        if scene.look.pale.contains(&card.step) {
            return None;
        }
        let [fail, wait] = card.mark_centres();
        let inside = |centre: Option<Point>| {
            centre.is_some_and(|centre| centre.distance(on_sheet) <= MARK_RADIUS)
        };
        match () {
            () if inside(fail) => Some(Hit::FailMark(card.step)),
            () if inside(wait) => Some(Hit::WaitMark(card.step)),
            () => None,
        }
    })
}

/// The ends of selected links: where they are drawn as circles.
fn hit_link_end(scene: &Scene, point: Point, tolerance: f32) -> Option<Hit> {
    if scene.look.links.is_empty() {
        return None;
    }
    let selected = scene.routes.all().iter().filter(|route| scene.look.links.contains(&route.link));
    selected.into_iter().find_map(|route| {
        let near = |end: Option<&Point>| {
            end.is_some_and(|end| {
                scene.camera.screen_from_sheet(*end).distance(point) <= 5.0 + tolerance
            })
        };
        match () {
            () if near(route.points.last()) => Some(Hit::LinkEnd(route.link, LinkSide::To)),
            () if near(route.points.first()) => Some(Hit::LinkEnd(route.link, LinkSide::From)),
            () => None,
        }
    })
}

fn hit_pill(scene: &Scene, point: Point) -> Option<Hit> {
    let found = names_of_lines(scene).into_iter().find(|name| name.grip().contains(point));
    found.map(|name| Hit::Line(name.line))
}

fn hit_share(scene: &Scene, point: Point) -> Option<Hit> {
    let on_sheet = scene.camera.sheet_from_screen(point);
    let labelled = scene
        .routes
        .all()
        .iter()
        .filter(|route| route.label.is_some_and(|label| label.distance(on_sheet) < 100.0));
    labelled
        .into_iter()
        .rev()
        .find(|route| connectors::share_rect(scene, route).is_some_and(|rect| rect.contains(point)))
        .map(|route| Hit::ShareLabel(route.link))
}

/// The nearest link within reach.
fn hit_link(scene: &Scene, point: Point, tolerance: f32) -> Option<Hit> {
    let on_sheet = scene.camera.sheet_from_screen(point);
    link_near(scene.routes, on_sheet, tolerance / scene.camera.zoom()).map(Hit::Link)
}

/// The nearest link within reach of a point of the sheet, in sheet units. Linear in the links.
#[must_use]
pub fn link_near(routes: &Routes, on_sheet: Point, reach: f32) -> Option<LinkId> {
    let around = Rect { min: on_sheet, max: on_sheet }.grown(reach);
    let distance = |route: &Route| {
        let pieces = route.pieces().map(|piece| {
            let x = on_sheet.x.clamp(piece.left(), piece.right());
            let y = on_sheet.y.clamp(piece.top(), piece.bottom());
            on_sheet.distance(Point::new(x, y))
        });
        pieces.fold(f32::INFINITY, f32::min)
    };
    routes
        .all()
        .iter()
        .filter(|route| route.bounds.touches(around))
        .map(|route| (distance(route), route.link))
        .filter(|(distance, _)| *distance <= reach)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, link)| link)
}

/// The border of a lane where a link crosses it at a right angle: a border is one line to whoever
/// drags it, and a link can be taken on either side. One that is selected, and one too short to be
/// taken elsewhere, comes first.
fn crossed_border(scene: &Scene, point: Point, tolerance: f32) -> Option<Hit> {
    let on_sheet = scene.camera.sheet_from_screen(point);
    if !scene.geometry.bounds().contains(on_sheet) {
        return None;
    }
    let border = lane_border(scene, point, tolerance)?;
    let reach = tolerance / scene.camera.zoom();
    let link = link_near(scene.routes, on_sheet, reach)?;
    let route = scene.routes.route(link).filter(|_| !scene.look.links.contains(&link))?;
    let around = Rect { min: on_sheet, max: on_sheet }.grown(reach);
    let crosses = |piece: Rect| {
        let beyond = (on_sheet.y - piece.top()).max(piece.bottom() - on_sheet.y);
        piece.width() < piece.height() && beyond > 3.0 * reach
    };
    route.pieces().filter(|piece| piece.touches(around)).all(crosses).then_some(border)
}

/// The line between zones that is within reach of a point of the sheet, in sheet units; the nearest,
/// and of lines that meet the upper one.
#[must_use]
pub fn line_near(geometry: &SheetGeometry, on_sheet: Point, reach: f32) -> Option<Line> {
    let bounds = geometry.bounds();
    if !(bounds.left()..=bounds.right()).contains(&on_sheet.x) {
        return None;
    }
    let lines = sheet::LINES.map(|line| ((geometry.line_y(line) - on_sheet.y).abs(), line));
    let near = lines.into_iter().filter(|(distance, _)| *distance <= reach);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, line)| line)
}

/// The sheet itself: lanes and their lower edges, right edges of phases.
fn hit_sheet(scene: &Scene, point: Point, tolerance: f32) -> Hit {
    let on_sheet = scene.camera.sheet_from_screen(point);
    // Time is open to the right.
    if on_sheet.x < scene.geometry.bounds().left() {
        return Hit::Outside;
    }
    let bounds = scene.geometry.bounds();
    let on_border = |point: Point| {
        let lane = || lane_border(scene, point, tolerance);
        lane().or_else(|| phase_border(scene, point, tolerance))
    };
    Some(())
        .filter(|()| bounds.contains(on_sheet))
        .and_then(|()| on_border(point))
        .or_else(|| scene.geometry.band_at(on_sheet.y)?.lane.map(Hit::Lane))
        .unwrap_or(Hit::Outside)
}

/// The right edge of a phase.
fn phase_border(scene: &Scene, point: Point, tolerance: f32) -> Option<Hit> {
    let columns = scene.geometry.columns().iter();
    let near = columns.map(|column| {
        let x = scene.camera.screen_from_sheet(Point::new(column.right, 0.0)).x;
        ((x - point.x).abs(), column.phase)
    });
    near.filter(|(distance, _)| *distance <= tolerance)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, phase)| Hit::PhaseBorder(phase))
}

fn lane_border(scene: &Scene, point: Point, tolerance: f32) -> Option<Hit> {
    let borders = scene.geometry.bands().iter().filter(|band| !band.collapsed);
    let near = borders.filter_map(|band| {
        let y = scene.camera.screen_from_sheet(Point::new(0.0, band.bottom)).y;
        Some(((y - point.y).abs(), band.lane?))
    });
    near.filter(|(distance, _)| *distance <= tolerance)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, lane)| Hit::LaneBorder(lane))
}

/// The strip of lane names.
fn hit_strip(scene: &Scene, point: Point, tolerance: f32) -> Hit {
    let y = scene.camera.sheet_from_screen(point).y;
    let fold = scene
        .geometry
        .band_at(y)
        .filter(|band| sheet::fold_rect(scene, band).is_some_and(|rect| rect.contains(point)));
    if let Some(lane) = fold.and_then(|band| band.lane) {
        return Hit::LaneFold(lane);
    }
    lane_border(scene, point, tolerance)
        .or_else(|| scene.geometry.band_at(y)?.lane.map(Hit::LaneName))
        .unwrap_or(Hit::Outside)
}

/// The row of phase names.
fn hit_row(scene: &Scene, point: Point, tolerance: f32) -> Hit {
    if let Some(border) = phase_border(scene, point, tolerance) {
        return border;
    }
    let x = scene.camera.sheet_from_screen(point).x;
    let mut columns = scene.geometry.columns().iter();
    let Some(column) = columns.find(|column| (column.left..column.right).contains(&x)) else {
        return Hit::Outside;
    };
    borders::hit_cut(scene, column, point).unwrap_or(Hit::PhaseName(column.phase))
}
