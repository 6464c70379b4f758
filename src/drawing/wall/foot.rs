//! The question of a wall, with what can be answered and the hands for it.

use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};
use super::super::text::Weight;
use super::pen::{PITCH, Style, lines, write, write_lines};
use super::{TILES, Wall};

/// One of the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallAnswer {
    /// What it says.
    pub text: String,
    /// The hands for it, once they are counted.
    pub hands: Option<u32>,
}

/// Answers beside each other at most.
const MOST_IN_ROW: usize = 4;
/// The part of the wall that the question takes at most.
const MOST: f32 = 0.64;
/// How high an answer is, in units.
const ANSWER: f32 = 2.9;
/// Between answers, and around them.
const GAP: f32 = 0.6;

/// Where the question stands, how it is written, and how many answers are beside each other.
struct Set {
    ask: Vec<String>,
    style: Style,
    columns: usize,
}

impl Set {
    /// How high the question itself is.
    fn ask(&self, u: f32) -> f32 {
        2.0 * u + (self.ask.len().max(1) - 1) as f32 * PITCH * self.style.size
    }

    fn rows(&self, wall: &Wall) -> usize {
        wall.answers.len().div_ceil(self.columns.max(1))
    }
}

/// How wide the question is with its answers: as wide as the wall, but where that would leave no room for the figures
/// beside the picture. These have all of their column then.
pub(super) fn width(wall: &Wall) -> f32 {
    let whole = wall.size.width;
    if wall.tiles.is_empty() || height_in(wall, whole) <= HIGH * wall.unit() {
        return whole;
    }
    whole - TILES * wall.unit()
}

/// Higher is a question that leaves no room for figures above it, in units.
const HIGH: f32 = 12.5;

fn height_in(wall: &Wall, width: f32) -> f32 {
    if wall.ask.trim().is_empty() && wall.answers.is_empty() {
        return 0.0;
    }
    let u = wall.unit();
    let set = set(wall, width);
    set.ask(u) + set.rows(wall) as f32 * (ANSWER + GAP) * u
}

fn set(wall: &Wall, width: f32) -> Set {
    let u = wall.unit();
    let room = ask_room(wall, width);
    let large = Style::of(1.2 * u, Weight::Semibold, Ink::Text, Anchor::Left);
    let small = Style { size: u, ..large };
    let fits = |style: Style, most: usize| {
        let said = lines(wall.ask, room, most, wall.text, style);
        (!said.iter().any(|line| style.width(line, wall.text) > room)
            && !said.last().is_some_and(|line| line.ends_with('…') && !wall.ask.ends_with('…')))
        .then_some((said, style))
    };
    // A long question takes smaller letters, then more lines.
    let found = fits(large, 2).or_else(|| fits(small, 3)).or_else(|| fits(small, 6));
    let (ask, style) = found.unwrap_or_else(|| (lines(wall.ask, room, 6, wall.text, small), small));
    let mut set = Set { ask, style, columns: wall.answers.len().clamp(1, MOST_IN_ROW) };
    let answers = |columns: usize| {
        let style = answer_style(u);
        let room = answer_room(wall, width, columns);
        wall.answers.iter().all(|answer| {
            let said = lines(&answer.text, room, 2, wall.text, style);
            !said.iter().any(|line| {
                line.ends_with('…') && !answer.text.ends_with('…')
                    || style.width(line, wall.text) > room
            })
        })
    };
    // Long answers have fewer beside them, as long as the picture keeps a third.
    let mut columns = set.columns;
    while columns > 1 && !answers(columns) {
        columns -= 1;
    }
    let high = |columns: usize| {
        let rows = wall.answers.len().div_ceil(columns) as f32;
        set.ask(u) + rows * (ANSWER + GAP) * u
    };
    while columns < set.columns && high(columns) > MOST * wall.size.height {
        columns += 1;
    }
    set.columns = columns;
    set
}

fn answer_style(u: f32) -> Style {
    Style::of(u, Weight::Medium, Ink::Text, Anchor::Left)
}

/// How wide an answer is with so many beside each other, and its words in it.
fn answer_width(wall: &Wall, width: f32, columns: usize) -> f32 {
    let u = wall.unit();
    (width - 2.0 * u - (columns - 1) as f32 * GAP * u) / columns as f32
}

fn answer_room(wall: &Wall, width: f32, columns: usize) -> f32 {
    // The letter, and the hands once they are counted.
    answer_width(wall, width, columns) - (0.4 + SIDE + 0.5 + 0.6 + 1.5) * wall.unit()
}

/// How wide the letter of an answer is, with its ground.
const SIDE: f32 = 2.1;

fn quiet(wall: &Wall) -> Style {
    Style::of(wall.unit(), Weight::Regular, Ink::Muted, Anchor::Right)
}

/// How wide the question may be, beside the count of hands.
fn ask_room(wall: &Wall, width: f32) -> f32 {
    let u = wall.unit();
    let aside = quiet(wall).width(&wall.hands, wall.text);
    let aside = if aside > 0.0 { aside + u } else { 0.0 };
    width - 2.0 * u - aside
}

/// How high the question is with its answers; nothing without one.
pub(super) fn height(wall: &Wall) -> f32 {
    height_in(wall, width(wall))
}

/// Draws the question; answers where the answers lie.
pub(super) fn draw(wall: &Wall, area: Rect, list: &mut DisplayList) -> Vec<Rect> {
    if area.is_empty() {
        return Vec::new();
    }
    let u = wall.unit();
    list.pen(Layer::Headers, Subject::Wall(20), 0);
    let set = set(wall, area.width());
    write_lines(list, Point::new(area.left() + u, area.top() + u), &set.ask, set.style);
    if !wall.hands.is_empty() {
        write(list, Point::new(area.right() - u, area.top() + u), &wall.hands, quiet(wall));
    }
    let ask = set.ask(u);
    let columns = set.columns;
    let width = answer_width(wall, area.width(), columns);
    let most = wall.answers.iter().filter_map(|answer| answer.hands).max().unwrap_or(0);
    let mut places = Vec::with_capacity(wall.answers.len());
    for (number, answer) in wall.answers.iter().enumerate() {
        let (row, column) = (number / columns, number % columns);
        let left = area.left() + u + column as f32 * (width + GAP * u);
        let top = area.top() + ask + row as f32 * (ANSWER + GAP) * u;
        let rect = Rect::new(left, top, left + width, top + ANSWER * u);
        let subject = 30_u8.saturating_add(u8::try_from(number).unwrap_or(u8::MAX));
        list.pen(Layer::Headers, Subject::Wall(subject), 0);
        draw_answer(wall, number, answer, most, rect, list);
        places.push(rect);
    }
    places
}

fn draw_answer(
    wall: &Wall,
    number: usize,
    answer: &WallAnswer,
    most: u32,
    rect: Rect,
    list: &mut DisplayList,
) {
    let u = wall.unit();
    let edge = Stroke::solid(u / 20.0, Ink::Hairline);
    list.rect(rect, 0.35 * u, Some(Ink::Background), Some(edge));
    let side = SIDE * u;
    let letter = Rect::new(
        rect.left() + 0.4 * u,
        rect.centre().y - side / 2.0,
        rect.left() + 0.4 * u + side,
        rect.centre().y + side / 2.0,
    );
    list.rect(letter, 0.3 * u, Some(Ink::Accent), None);
    let style = Style::of(1.1 * u, Weight::Semibold, Ink::OnAccent, Anchor::Centre);
    write(list, letter.centre(), &letter_of(number), style);
    let left = letter.right() + 0.5 * u;
    let mut right = rect.right() - 0.6 * u;
    let bar = Rect::new(left, rect.bottom() - 0.45 * u, right, rect.bottom() - 0.2 * u);
    let up = if answer.hands.is_some() { 0.15 * u } else { 0.0 };
    let middle = rect.centre().y - up;
    if let Some(hands) = answer.hands {
        let style = Style::of(1.1 * u, Weight::Semibold, Ink::Text, Anchor::Right);
        let count = hands.to_string();
        write(list, Point::new(right, middle), &count, style);
        right -= style.width(&count, wall.text) + 0.4 * u;
        let round = bar.height() / 2.0;
        list.rect(bar, round, Some(Ink::Hairline), None);
        if hands > 0 {
            let share = f64::from(hands) / f64::from(most.max(1));
            // A share of a length on the screen.
            #[allow(clippy::cast_possible_truncation)]
            let width = (bar.width() * share as f32).max(bar.height());
            let full = Rect { max: Point::new(bar.left() + width, bar.bottom()), ..bar };
            list.rect(full, round, Some(Ink::Accent), None);
        }
    }
    let style = answer_style(u);
    let said = lines(&answer.text, right - left, 2, wall.text, style);
    let raised = (said.len().max(1) - 1) as f32 * PITCH * u / 2.0;
    write_lines(list, Point::new(left, middle - raised), &said, style);
}

/// The letter of an answer: A, B, C …
pub(super) fn letter_of(number: usize) -> String {
    let letter = u8::try_from(number).ok().filter(|number| *number < 26);
    letter.map_or_else(|| (number + 1).to_string(), |at| char::from(b'A' + at).to_string())
}
