//! The sheet below the cards: zones, lanes, lines, and the headers that stay in view.

use std::borrow::Cow;

use super::card::Card;
use super::connectors;
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::geometry::Band;
use super::ink::{Hue, Ink};
use super::marks::LABEL_REACH;
use super::scene::{DropLine, HEADER_HEIGHT, STRIP_WIDTH, Scene, sheet_area};
use super::space::{Point, Rect, Size};
use super::stacked::write_stacked;
use super::text::Weight;
use super::text::{wrapped, write_elided};
use crate::blueprint::Line;

/// Letters of lane, phase and line names on the screen.
const HEADER_LETTERS: f32 = 12.0;
/// Letters of lane and phase names that need several lines, at least.
const HEADER_LETTERS_SMALL: f32 = 10.0;
/// How names of lanes and phases are set, the best first: letters and most lines.
const HEADER_SETTINGS: [(f32, usize); 5] = [
    (HEADER_LETTERS, 1),
    (HEADER_LETTERS, 2),
    (11.0, 2),
    (HEADER_LETTERS_SMALL, 2),
    (HEADER_LETTERS_SMALL, 3),
];
/// From one line of a name to the next, in sizes.
const HEADER_PITCH: f32 = 1.15;
/// Letters of the pills with the names of lines.
const PILL_LETTERS: f32 = 11.0;
/// Height of those pills.
const PILL_HEIGHT: f32 = 18.0;
/// What a pill keeps from the right edge.
const PILL_MARGIN: f32 = 10.0;
/// What it keeps from cards, in sheet units: they have badges around their edges.
const AROUND_CARDS: f32 = 12.0;
/// How many places along its line are tried, half its width from one to the next.
const FARTHEST: u8 = 24;

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
fn line_y_on_screen(scene: &Scene, line: Line) -> f32 {
    y_on_screen(scene, scene.geometry.line_y(line))
}

fn y_on_screen(scene: &Scene, y: f32) -> f32 {
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

/// Where the pill with a line's name lies on the screen; `None` where the line is out of sight. It
/// keeps to the right edge, but gives way to connectors and cards there. A line that is dragged has
/// it where it is held.
pub(super) fn pill_rect(scene: &Scene, line: Line) -> Option<Rect> {
    let area = sheet_area(scene.viewport);
    let sheet = scene.camera.rect_on_screen(scene.geometry.bounds());
    let y = line_y_on_screen(scene, line);
    let word = scene.labels.line(line);
    // A picture may leave them out.
    if word.is_empty() {
        return None;
    }
    let weight = pill_weight(line);
    let width = scene.text.width(&word, PILL_LETTERS, weight) + 24.0;
    let right = sheet.right().min(area.right()) - PILL_MARGIN;
    let left = sheet.left().max(area.left());
    if !(area.top()..=area.bottom()).contains(&y) || right - width < left {
        return None;
    }
    let at = |right: f32| {
        let centre = Point::new(right - width / 2.0, y);
        Rect::centred(centre, Size::new(width, PILL_HEIGHT))
    };
    let step = width / 2.0;
    let on_sheet = |rect: &Rect| scene.camera.rect_on_sheet(rect.grown(3.0));
    let shares = |area: Rect| {
        let near = move |label: Point| area.distance(label) < LABEL_REACH;
        let near = scene.routes.all().iter().filter(move |route| route.label.is_some_and(near));
        near.filter_map(|route| connectors::share_rect(scene, route))
    };
    // Off cards with what they have around them, and off the words of links.
    let is_free = |rect: &Rect| {
        let around = on_sheet(rect).grown(AROUND_CARDS);
        let on_card = |card: &Card| !scene.look.hides(card.step) && card.rect.touches(around);
        rect.left() > left
            && scene.geometry.first_near(around, |_, card| on_card(card)).is_none()
            && !shares(around).any(|share| share.touches(*rect))
    };
    let places = |most: u8| (0..most).map(move |tries| at(right - step * f32::from(tries)));
    let alone = |rect: &Rect| is_free(rect) && !scene.routes.crosses(on_sheet(rect));
    // A line is moved by its name, so that it always has one.
    let rest = places(4)
        .find(alone)
        .or_else(|| places(FARTHEST).find(is_free))
        .or_else(|| Some(at(right)));
    match scene.look.dragged_line {
        Some((dragged, held)) if dragged == line => {
            let by = y_on_screen(scene, held) - y;
            rest.map(|rect| rect.shifted(Point::new(0.0, by)))
        }
        _ => rest,
    }
}

fn pill_weight(line: Line) -> Weight {
    if line == Line::Visibility { Weight::Semibold } else { Weight::Medium }
}

/// The names of the lines at the right edge.
pub(super) fn pills(list: &mut DisplayList, scene: &Scene) {
    for line in LINES {
        let Some(rect) = pill_rect(scene, line) else { continue };
        list.pen(Layer::Labels, Subject::Line(line), 10);
        let strong = line == Line::Visibility;
        let pointed_at = scene.look.hovered == Some(super::hit::Hit::Line(line));
        let (edge, ink) = match (pointed_at, strong) {
            (true, _) => (Ink::Accent, Ink::Accent),
            (false, true) => (Ink::Text, Ink::Text),
            (false, false) => (Ink::Hairline, Ink::Muted),
        };
        let stroke = Stroke::solid(if strong || pointed_at { 1.25 } else { 1.0 }, edge);
        list.rect(rect, PILL_HEIGHT / 2.0, Some(Ink::Panel), Some(stroke));
        let look = TextLook {
            size: PILL_LETTERS,
            weight: pill_weight(line),
            ink,
            anchor: Anchor::Centre,
            upwards: false,
        };
        let word = scene.labels.line(line);
        list.text(rect.centre(), look, |out| out.push_str(&word));
    }
}

/// The row of phases on the upper edge and the strip of lanes on the left one.
pub(super) fn headers(list: &mut DisplayList, scene: &Scene) {
    let view = scene.viewport;
    let area = sheet_area(view);
    let row = Rect::new(area.left(), view.top(), view.right(), area.top());
    let strip = Rect::new(view.left(), area.top(), area.left(), view.bottom());
    let hairline = Stroke::solid(1.0, Ink::Hairline);

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
        if !lane_name(list, scene, band, seen) && lane_hovered(scene, band) {
            cut = Some((band, seen));
        }
        fold_button(list, scene, band);
    }
    list.pen(Layer::Headers, Subject::Sheet, 20);
    list.path([Point::new(strip.right(), strip.top()), strip.max], hairline);

    list.clip_to(row);
    list.pen(Layer::Headers, Subject::Sheet, 30);
    list.rect(row, 0.0, Some(Ink::Panel), None);
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
        let room = seen.width() - 12.0;
        if room >= 12.0 {
            header_text(list, scene, seen.centre(), &phase.name, room, false);
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

/// Where the button that folds or unfolds a lane lies on the screen: at the upper end of its name
/// strip; `None` where there is no room for it.
pub(super) fn fold_rect(scene: &Scene, band: &Band) -> Option<Rect> {
    band.lane?;
    let (_, strip) = header_rects(scene.viewport);
    let on_screen = band_on_screen(scene, band);
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

/// What a lane is called on the sheet; `None` for a zone without lanes.
fn called<'a>(scene: &Scene<'a>, band: &Band) -> Option<Cow<'a, str>> {
    let lane = scene.scenario.lanes().get(&band.lane?)?;
    let unnamed = lane.name.trim().is_empty();
    Some(if unnamed { scene.labels.zone(band.zone) } else { lane.name.as_str().into() })
}

/// The whole name of a lane that is too low for it, beside its strip while that is pointed at.
fn whole_name(list: &mut DisplayList, scene: &Scene, band: &Band, seen: Rect) {
    let Some(name) = called(scene, band) else { return };
    let weight = Weight::Medium;
    let width = scene.text.width(&name, HEADER_LETTERS, weight) + 16.0;
    let corner = Point::new(seen.right() + 4.0, seen.centre().y - 12.0);
    let frame = Rect::of(corner, Size::new(width, 24.0));
    list.clip_to(sheet_area(scene.viewport));
    list.pen(Layer::Headers, subject(band), 200);
    list.rect(frame, 6.0, Some(Ink::Panel), Some(Stroke::solid(1.0, Ink::Hairline)));
    let anchor = Anchor::Centre;
    let look = TextLook { size: HEADER_LETTERS, weight, ink: Ink::Text, anchor, upwards: false };
    list.text(frame.centre(), look, |out| out.push_str(&name));
}

/// Writes the name of a lane into its strip; says whether it stands there whole.
fn lane_name(list: &mut DisplayList, scene: &Scene, band: &Band, seen: Rect) -> bool {
    let Some(name) = called(scene, band) else { return true };
    let name = name.as_ref();
    let room = seen.height() - 4.0;
    let letters = (HEADER_LETTERS, HEADER_LETTERS_SMALL);
    let at = seen.centre();
    if room < 16.0 {
        return false;
    }
    write_stacked(list, at, name, room, letters, Weight::Medium)
        || header_text(list, scene, at, name, room, true)
}

/// A name in a header: one line, or where that is too long more of them, the smaller the more. Where
/// it does not fit at all, its beginning. Says whether it stands there whole.
fn header_text(
    list: &mut DisplayList,
    scene: &Scene,
    at: Point,
    text: &str,
    room: f32,
    upwards: bool,
) -> bool {
    let weight = Weight::Medium;
    let across = if upwards { STRIP_WIDTH } else { HEADER_HEIGHT };
    let settings = HEADER_SETTINGS
        .into_iter()
        .filter(|(size, lines)| *lines as f32 * size * HEADER_PITCH <= across);
    let set = |(size, most): (f32, usize)| {
        let width = |text: &str| scene.text.width(text, size, weight);
        // More lines only where they break between words.
        let words_fit = text.split_whitespace().all(|word| width(word) <= room);
        let most = if words_fit { most } else { 1 };
        (size, wrapped(text, room, most, scene.text, size, weight))
    };
    let fits = |(size, lines): &(f32, Vec<&str>)| {
        lines.iter().all(|line| scene.text.width(line, *size, weight) <= room)
    };
    let mut tried = settings.map(set);
    let fitting = tried.find(fits);
    let whole = fitting.is_some();
    let least = || set((HEADER_LETTERS_SMALL, 2));
    let (size, lines) = fitting.unwrap_or_else(least);
    let look = TextLook { size, weight, ink: Ink::Muted, anchor: Anchor::Centre, upwards };
    let mut away = -size * HEADER_PITCH / 2.0 * (lines.len() as f32 - 1.0);
    for line in lines {
        let shift = if upwards { Point::new(away, 0.0) } else { Point::new(0.0, away) };
        list.text(at + shift, look, |out| {
            write_elided(out, line, room, scene.text, size, weight);
        });
        away += size * HEADER_PITCH;
    }
    whole
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
