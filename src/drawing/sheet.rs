//! The sheet below the cards: zones, lanes, lines, and the headers that stay in view.

use super::camera::Camera;
use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::geometry::{Band, SheetGeometry};
use super::header_names::{LaneNames, phase_name, whole_name};
use super::ink::{Hue, Ink};
use super::scene::{DropLine, HEADER_HEIGHT, STRIP_WIDTH, Scene, sheet_area};
use super::space::{Point, Rect, Size};
use crate::blueprint::Line;

/// The lines, top to bottom.
pub(super) const LINES: [Line; 3] =
    [Line::Interaction, Line::Visibility, Line::InternalInteraction];

/// Grounds of the bands and the hairlines between them.
pub(super) fn ground(list: &mut DisplayList, scene: &Scene) {
    list.pen(Layer::Sheet, Subject::Sheet, 0);
    list.rect(scene.viewport, 0.0, Some(Ink::Background), None);
    let sheet = scene.camera.rect_on_screen(scene.geometry.bounds());
    let area = sheet_area(scene.viewport);
    // While a line is dragged, lanes already wear the colour of the zone they would come to.
    let passed = scene
        .look
        .dragged_line
        .map(|(line, y)| scene.geometry.line_drop(line, y).lanes)
        .unwrap_or_default();
    let zone_of = |band: &Band| {
        let moved = passed.iter().find(|(lane, _)| band.lane == Some(*lane));
        moved.map_or(band.zone, |(_, zone)| *zone)
    };
    let mut above: Option<&Band> = None;
    for band in scene.geometry.bands() {
        let rect = band_on_screen(scene, band);
        if rect.bottom() >= area.top() && rect.top() <= area.bottom() {
            list.pen(Layer::Sheet, subject(band), 0);
            list.rect(rect, 0.0, Some(Ink::Zone(zone_of(band))), None);
            let line_between = above
                .is_some_and(|above| above.zone != band.zone && above.zone.line_below().is_some());
            if above.is_some() && !line_between {
                let (left, right) =
                    (sheet.left().max(area.left()), sheet.right().min(area.right()));
                let ends = [Point::new(left, rect.top()), Point::new(right, rect.top())];
                // Between lanes of one zone, whose tint would swallow a hairline.
                list.path(ends, Stroke::solid(1.0, Ink::Sheer(Hue::Faint, 55)));
            }
        }
        above = Some(band);
    }
    list.pen(Layer::Sheet, Subject::Sheet, 1);
    list.rect(sheet, 0.0, None, Some(Stroke::solid(1.0, Ink::Hairline)));
    target_cell(list, scene);
}

/// The cell that a drop would go to.
fn target_cell(list: &mut DisplayList, scene: &Scene) {
    let Some((lane, phase)) = scene.look.target_cell else { return };
    let geometry = scene.geometry;
    let (Some(band), Some(column)) = (geometry.band_of(lane), geometry.column_of(phase)) else {
        return;
    };
    let cell = Rect::new(column.left, band.top, column.right, band.bottom);
    list.rect(scene.camera.rect_on_screen(cell).grown(-2.0), 6.0, Some(Ink::Veil), None);
}

fn subject(band: &Band) -> Subject {
    band.lane.map_or(Subject::Zone(band.zone), Subject::Lane)
}

/// A band's rectangle on the screen.
pub(super) fn band_on_screen(scene: &Scene, band: &Band) -> Rect {
    let bounds = scene.geometry.bounds();
    scene.camera.rect_on_screen(Rect::new(bounds.left(), band.top, bounds.right(), band.bottom))
}

/// The height of a line on the screen.
pub(super) fn line_y_on_screen(scene: &Scene, line: Line) -> f32 {
    y_on_screen(scene, scene.geometry.line_y(line))
}

pub(super) fn y_on_screen(scene: &Scene, y: f32) -> f32 {
    scene.camera.screen_from_sheet(Point::new(0.0, y)).y
}

/// The lines between zones, without their names.
pub(super) fn lines(list: &mut DisplayList, scene: &Scene) {
    let area = sheet_area(scene.viewport);
    let sheet = scene.camera.rect_on_screen(scene.geometry.bounds());
    let (left, right) = (sheet.left().max(area.left()), sheet.right().min(area.right()));
    for line in LINES {
        let y = line_y_on_screen(scene, line);
        if !(area.top()..=area.bottom()).contains(&y) || left >= right {
            continue;
        }
        list.pen(Layer::Lines, Subject::Line(line), 0);
        list.path([Point::new(left, y), Point::new(right, y)], line_stroke(line));
    }
    // The ghost of a line that is dragged, where it would lie.
    if let Some((line, held)) = scene.look.dragged_line {
        let y = y_on_screen(scene, scene.geometry.line_drop(line, held).y);
        list.pen(Layer::Lines, Subject::Line(line), 5);
        let ends = [Point::new(left, y), Point::new(right, y)];
        list.path(ends, Stroke::dashed(2.5, Ink::Accent, 9.0, 5.0));
    }
}

fn line_stroke(line: Line) -> Stroke {
    match line {
        Line::Visibility => Stroke::dashed(2.0, Ink::Text, 9.0, 5.0),
        Line::Interaction | Line::InternalInteraction => Stroke::dashed(1.25, Ink::Faint, 7.0, 5.0),
    }
}

/// The row of phases on the upper edge and the strip of lanes on the left one.
pub(super) fn headers(list: &mut DisplayList, scene: &Scene) {
    let view = scene.viewport;
    let area = sheet_area(view);
    let row = Rect::new(area.left(), view.top(), view.right(), area.top());
    let strip = Rect::new(view.left(), area.top(), area.left(), view.bottom());
    let hairline = Stroke::solid(1.0, Ink::Hairline);

    let lanes = LaneNames::of(scene);
    let mut cut = None;
    list.clip_to(strip);
    list.pen(Layer::Headers, Subject::Sheet, 10);
    list.rect(strip, 0.0, Some(Ink::Panel), None);
    for band in scene.geometry.bands() {
        let rect = band_on_screen(scene, band);
        let shown = Rect::new(strip.left(), rect.top(), strip.right(), rect.bottom());
        let seen = shown.intersection(strip);
        if seen.is_empty() {
            continue;
        }
        list.pen(Layer::Headers, subject(band), 10);
        if lane_hovered(scene, band) {
            list.rect(seen, 0.0, Some(Ink::AccentWash), None);
        }
        let edge =
            [Point::new(strip.left(), rect.bottom()), Point::new(strip.right(), rect.bottom())];
        list.path(edge, hairline);
        if !lanes.write(list, scene, band, seen) && lane_hovered(scene, band) {
            cut = Some((band, seen));
        }
        fold_button(list, scene, band);
    }
    list.pen(Layer::Headers, Subject::Sheet, 20);
    list.path([Point::new(strip.right(), strip.top()), strip.max], hairline);

    list.clip_to(row);
    list.pen(Layer::Headers, Subject::Sheet, 30);
    list.rect(row, 0.0, Some(Ink::Panel), None);
    let button = add_phase_rect(scene.geometry, &scene.camera, scene.viewport);
    let end = button.filter(|_| scene.look.adds_phases).map_or(row.right(), Rect::left);
    let named = Rect { max: Point::new(end, row.bottom()), ..row };
    for column in scene.geometry.columns() {
        let left = scene.camera.screen_from_sheet(Point::new(column.left, 0.0)).x;
        let right = scene.camera.screen_from_sheet(Point::new(column.right, 0.0)).x;
        let seen = Rect::new(left, row.top(), right, row.bottom()).intersection(row);
        if seen.is_empty() {
            continue;
        }
        list.pen(Layer::Headers, Subject::Phase(column.phase), 0);
        let hovered = scene.look.hovered;
        if hovered == Some(super::hit::Hit::PhaseName(column.phase)) {
            list.rect(seen, 0.0, Some(Ink::AccentWash), None);
        }
        let tick = [Point::new(right, row.top() + 7.0), Point::new(right, row.bottom() - 7.0)];
        list.path(tick, hairline);
        let Some(phase) = scene.scenario.phases().get(&column.phase) else { continue };
        let named = seen.intersection(named);
        let room = named.width() - 12.0;
        if room >= 12.0 {
            phase_name(list, scene, named.centre(), &phase.name, room);
        }
    }
    list.pen(Layer::Headers, Subject::Sheet, 40);
    list.path([Point::new(row.left(), row.bottom()), row.max], hairline);

    drop_line(list, scene, strip, row);

    if let Some((band, seen)) = cut {
        whole_name(list, scene, band, seen);
    }

    let corner = Rect::new(view.left(), view.top(), area.left(), area.top());
    list.clip_to(corner);
    list.rect(corner, 0.0, Some(Ink::Panel), None);
    list.path([Point::new(corner.left(), corner.bottom()), corner.max], hairline);
}

/// Side of the button that adds a phase, in screen points.
const ADD_BUTTON: f32 = 26.0;
/// What lies between the last phase and the middle of that button.
const ADD_BUTTON_AWAY: f32 = 18.0;

/// Where the button lies on the screen that adds a phase: behind the last one, or where that ends out
/// of sight, at the right end of the row, where names leave it the room. `None` where the whole sheet
/// lies left of what is seen.
#[must_use]
pub fn add_phase_rect(geometry: &SheetGeometry, camera: &Camera, viewport: Rect) -> Option<Rect> {
    let (row, _) = header_rects(viewport);
    let end = camera.screen_from_sheet(Point::new(geometry.columns().last()?.right, 0.0)).x;
    let x = (end + ADD_BUTTON_AWAY).min(row.right() - ADD_BUTTON_AWAY);
    let centre = Point::new(x, row.centre().y);
    let button = Rect::centred(centre, Size::new(ADD_BUTTON, ADD_BUTTON));
    row.encloses(button.grown(-4.0)).then_some(button)
}

/// The place to which a lane or phase is dragged: a line over the whole sheet.
fn drop_line(list: &mut DisplayList, scene: &Scene, strip: Rect, row: Rect) {
    let Some(line) = scene.look.drop_line else { return };
    list.clip_to(scene.viewport);
    list.pen(Layer::Headers, Subject::Action, 50);
    let ends = match line {
        DropLine::Lanes(y) => {
            let y = scene.camera.screen_from_sheet(Point::new(0.0, y)).y;
            [Point::new(strip.left(), y), Point::new(row.right(), y)]
        }
        DropLine::Phases(x) => {
            let x = scene.camera.screen_from_sheet(Point::new(x, 0.0)).x;
            [Point::new(x, row.top()), Point::new(x, strip.bottom())]
        }
    };
    list.path(ends, Stroke::solid(2.0, Ink::Accent));
}

/// Side of the button that folds a lane, in screen points.
const FOLD_BUTTON: f32 = 20.0;
/// Below this height on the screen a lane is collapsed by its menu alone.
const LEAST_FOLDABLE: f32 = 52.0;

/// Where the button that folds or unfolds a lane lies on the screen: at the upper end of its name
/// strip; `None` where there is no room for it.
pub(super) fn fold_rect(scene: &Scene, band: &Band) -> Option<Rect> {
    band.lane?;
    let (_, strip) = header_rects(scene.viewport);
    let on_screen = band_on_screen(scene, band);
    // In a low lane it would lie on the name.
    if !band.collapsed && on_screen.height() < LEAST_FOLDABLE {
        return None;
    }
    let seen = Rect::new(strip.left(), on_screen.top(), strip.right(), on_screen.bottom())
        .intersection(strip);
    (seen.height() >= FOLD_BUTTON.min(on_screen.height()) && seen.height() >= 12.0).then(|| {
        let half = (FOLD_BUTTON / 2.0).min(seen.height() / 2.0);
        Rect::centred(
            Point::new(seen.centre().x, seen.top() + half),
            Size::new(FOLD_BUTTON, 2.0 * half),
        )
    })
}

/// The button that folds or unfolds a lane: a chevron, on the lane that is pointed at.
fn fold_button(list: &mut DisplayList, scene: &Scene, band: &Band) {
    let Some(rect) = fold_rect(scene, band) else { return };
    let held = band.lane.map(super::hit::Hit::LaneFold) == scene.look.hovered;
    if !held && !lane_hovered(scene, band) {
        return;
    }
    list.rect(rect.grown(-1.0), 4.0, Some(if held { Ink::AccentWash } else { Ink::Panel }), None);
    let centre = rect.centre();
    let stroke = Stroke::solid(1.5, if held { Ink::Accent } else { Ink::Muted });
    // Points down where the lane is open, to the right where it is folded, as in a tree.
    let (a, b, c) = if band.collapsed {
        (Point::new(-2.0, -4.0), Point::new(2.0, 0.0), Point::new(-2.0, 4.0))
    } else {
        (Point::new(-4.0, -2.0), Point::new(0.0, 2.0), Point::new(4.0, -2.0))
    };
    list.path([centre + a, centre + b, centre + c], stroke);
}

fn lane_hovered(scene: &Scene, band: &Band) -> bool {
    let named = band.lane.map(super::hit::Hit::LaneName);
    named.is_some() && scene.look.hovered == named
}

/// The visible part of the header row and the strip, for hit testing: row, strip.
pub(super) fn header_rects(viewport: Rect) -> (Rect, Rect) {
    let row = Rect::new(
        viewport.left() + STRIP_WIDTH,
        viewport.top(),
        viewport.right(),
        viewport.top() + HEADER_HEIGHT,
    );
    let strip = Rect::new(
        viewport.left(),
        viewport.top() + HEADER_HEIGHT,
        viewport.left() + STRIP_WIDTH,
        viewport.bottom(),
    );
    (row, strip)
}
