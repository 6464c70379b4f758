//! The names of the lines between zones, on pills by which the lines are moved.

use super::card::Card;
use super::connectors;
use super::detail::{NAME_ALONE, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::hit::Hit;
use super::ink::Ink;
use super::marks::LABEL_REACH;
use super::routing::Route;
use super::scene::{Scene, sheet_area};
use super::sheet::{LINES, line_y_on_screen, y_on_screen};
use super::space::{Point, Rect, Size};
use super::text::Weight;
use crate::blueprint::Line;

/// Letters of the names, at most.
const LETTERS: f32 = 11.0;
/// Height of a pill whose letters are so large.
const HEIGHT: f32 = 18.0;
/// What it is wider than its name.
const PADDING: f32 = 24.0;
/// What a pill keeps from the right edge.
const MARGIN: f32 = 10.0;
/// What it keeps from cards, in sheet units: they have badges around their edges.
const AROUND_CARDS: f32 = 12.0;
/// What it keeps from connectors, on the screen.
const AROUND_PILL: f32 = 3.0;
/// What it keeps from the names of other lines, on the screen.
const APART: f32 = 4.0;
/// How many places along its line are tried at most, a quarter of its width from one to the next.
const MOST_PLACES: u8 = 96;

/// The name of a line on its pill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LineName {
    /// The line.
    pub line: Line,
    /// The pill on the screen.
    pub rect: Rect,
    /// Letters of the name.
    letters: f32,
}

impl LineName {
    /// Where it can be grabbed: as high as a large one, however small it is.
    pub fn grip(self) -> Rect {
        grip(self.rect)
    }
}

fn grip(pill: Rect) -> Rect {
    let height = pill.height().max(HEIGHT);
    Rect::centred(pill.centre(), Size::new(pill.width(), height))
}

/// The names of the lines that are in sight. Each keeps to the right edge, but gives way to
/// connectors and cards there, and to the names above it: lines that meet have their names beside
/// each other. A line that is dragged has it where it is held.
///
/// None has one where even the names of cards are too small to be read.
pub(super) fn names_of_lines(scene: &Scene) -> Vec<LineName> {
    let Some(letters) = letters(NAME_ALONE, scene.camera.zoom()) else { return Vec::new() };
    let letters = letters.min(LETTERS);
    let mut names: Vec<LineName> = Vec::with_capacity(LINES.len());
    for line in LINES {
        let taken: Vec<Rect> = names.iter().map(|name| name.grip()).collect();
        if let Some(rect) = place(scene, line, letters, &taken) {
            names.push(LineName { line, rect, letters });
        }
    }
    if let Some((dragged, held)) = scene.look.dragged_line {
        let by = y_on_screen(scene, held) - line_y_on_screen(scene, dragged);
        for name in names.iter_mut().filter(|name| name.line == dragged) {
            name.rect = name.rect.shifted(Point::new(0.0, by));
        }
    }
    names
}

/// Where the pill of a line lies at rest, off what is taken; `None` where the line is out of sight.
fn place(scene: &Scene, line: Line, letters: f32, taken: &[Rect]) -> Option<Rect> {
    let area = sheet_area(scene.viewport);
    let sheet = scene.camera.rect_on_screen(scene.geometry.bounds());
    let y = line_y_on_screen(scene, line);
    let word = scene.labels.line(line);
    // A picture may leave them out.
    if word.is_empty() {
        return None;
    }
    let scale = letters / LETTERS;
    let width = scene.text.width(&word, letters, weight(line)) + PADDING * scale;
    let half = HEIGHT * scale / 2.0 + AROUND_PILL;
    let right = sheet.right().min(area.right()) - MARGIN;
    let left = sheet.left().max(area.left());
    if !(area.top()..=area.bottom()).contains(&y) || right - width < left {
        return None;
    }
    let at = |right: f32| {
        let centre = Point::new(right - width / 2.0, y);
        Rect::centred(centre, Size::new(width, HEIGHT * scale))
    };
    let on_sheet = |rect: &Rect| scene.camera.rect_on_sheet(rect.grown(AROUND_PILL));
    let shares = |area: Rect| {
        let near = move |label: Point| area.distance(label) < LABEL_REACH;
        let near = scene.routes.all().iter().filter(move |route| route.label.is_some_and(near));
        near.filter_map(|route| connectors::share_rect(scene, route))
    };
    let is_apart = |rect: &Rect| {
        let around = grip(*rect).grown(APART);
        rect.left() > left && !taken.iter().any(|other| other.touches(around))
    };
    // Off cards, with what they have around them or at least with their edges, and off the words of
    // links.
    let is_free = |rect: &Rect, around: f32| {
        let around = on_sheet(rect).grown(around);
        let on_card = |card: &Card| !scene.look.hides(card.step) && card.rect.touches(around);
        is_apart(rect)
            && scene.geometry.first_near(around, |_, card| on_card(card)).is_none()
            && !shares(around).any(|share| share.touches(*rect))
    };
    let links = links_across(scene, Rect::new(left, y - half, right, y + half));
    // Every quarter of its width, and just left of each link.
    let mut ends: Vec<f32> =
        (0..MOST_PLACES).map(|tries| right - width / 4.0 * f32::from(tries)).collect();
    ends.extend(links.iter().map(|(from, _)| from - 1.0).filter(|end| *end < right));
    ends.sort_by(|a, b| b.total_cmp(a));
    let places = || ends.iter().map(|end| at(*end));
    let links_under = |rect: &Rect| {
        links.iter().filter(|(from, to)| *from <= rect.right() && rect.left() <= *to).count()
    };
    // A line is moved by its name, so that it always has one that is seen; where links cross it
    // everywhere, on as few as possible.
    let near = |around: f32| {
        let seen = places().take_while(|rect| rect.left() > left);
        seen.filter(move |rect| is_free(rect, around)).map(move |rect| (rect, around))
    };
    let mut best: Option<(usize, Rect)> = None;
    for (rect, _) in near(AROUND_CARDS).chain(near(0.0)) {
        let under = links_under(&rect);
        if best.is_none_or(|(least, _)| under < least) {
            best = Some((under, rect));
        }
        if under == 0 {
            break;
        }
    }
    best.map(|(_, rect)| rect).or_else(|| places().find(is_apart)).or_else(|| {
        // Too narrow for two beside each other: below the lowest.
        let lowest = taken.iter().map(|other| other.bottom()).fold(y, f32::max);
        let below = if taken.is_empty() { 0.0 } else { lowest + HEIGHT / 2.0 + 1.0 - y };
        Some(at(right).shifted(Point::new(0.0, below)))
    })
}

/// Where links cross a strip of the screen, from where to where.
fn links_across(scene: &Scene, strip: Rect) -> Vec<(f32, f32)> {
    let on_sheet = scene.camera.rect_on_sheet(strip);
    let near = scene.routes.all().iter().filter(|route| route.bounds.touches(on_sheet));
    near.flat_map(Route::pieces)
        .filter(|piece| piece.touches(on_sheet))
        .map(|piece| scene.camera.rect_on_screen(piece).grown(AROUND_PILL))
        .map(|piece| (piece.left(), piece.right()))
        .collect()
}

fn weight(line: Line) -> Weight {
    if line == Line::Visibility { Weight::Semibold } else { Weight::Medium }
}

/// Draws the names.
pub(super) fn line_names(list: &mut DisplayList, scene: &Scene) {
    for LineName { line, rect, letters } in names_of_lines(scene) {
        list.pen(Layer::Labels, Subject::Line(line), 10);
        let strong = line == Line::Visibility;
        let pointed_at = scene.look.hovered == Some(Hit::Line(line));
        let (edge, ink) = match (pointed_at, strong) {
            (true, _) => (Ink::Accent, Ink::Accent),
            (false, true) => (Ink::Text, Ink::Text),
            (false, false) => (Ink::Hairline, Ink::Muted),
        };
        let stroke = Stroke::solid(if strong || pointed_at { 1.25 } else { 1.0 }, edge);
        list.rect(rect, rect.height() / 2.0, Some(Ink::Panel), Some(stroke));
        let look = TextLook {
            size: letters,
            weight: weight(line),
            ink,
            anchor: Anchor::Centre,
            upwards: false,
        };
        let word = scene.labels.line(line);
        list.text(rect.centre(), look, |out| out.push_str(&word));
    }
}
