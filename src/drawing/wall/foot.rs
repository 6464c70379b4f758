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
/// The part of the wall that the question takes at most, and with answers that are not whole otherwise.
const MOST: f32 = 0.64;
const UTMOST: f32 = 0.75;
/// Lines of an answer, and at most where it has no room in two.
const LINES: usize = 2;
const MOST_LINES: usize = 7;
/// How high the line is that says how many answers are cut, in units.
const CUT: f32 = 1.5;
/// How high an answer is, in units.
const ANSWER: f32 = 2.9;
/// Between answers, and around them.
const GAP: f32 = 0.6;

/// Where the question stands, how it is written, how many answers are beside each other, in how many lines each.
struct Set {
    ask: Vec<String>,
    style: Style,
    columns: usize,
    lines: usize,
    /// How many answers are not whole even so.
    cut: usize,
}

impl Set {
    /// How high the question itself is.
    fn ask(&self, u: f32) -> f32 {
        2.0 * u + (self.ask.len().max(1) - 1) as f32 * PITCH * self.style.size
    }

    fn rows(&self, wall: &Wall) -> usize {
        wall.answers.len().div_ceil(self.columns.max(1))
    }

    /// How high all of it is.
    fn height(&self, wall: &Wall) -> f32 {
        let u = wall.unit();
        let cut = if self.cut > 0 { CUT * u } else { 0.0 };
        self.ask(u) + self.rows(wall) as f32 * (answer_height(self.lines) + GAP) * u + cut
    }
}

/// How high an answer of so many lines is, in units.
fn answer_height(lines: usize) -> f32 {
    ANSWER + lines.saturating_sub(LINES) as f32 * PITCH
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
    set(wall, width).height(wall)
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
    let most = wall.answers.len().clamp(1, MOST_IN_ROW);
    let mut set = Set { ask, style, columns: most, lines: LINES, cut: 0 };
    let cut = |columns: usize, most: usize| {
        let style = answer_style(u);
        let room = answer_room(wall, width, columns);
        let is_cut = |answer: &&WallAnswer| {
            let said = lines(&answer.text, room, most, wall.text, style);
            said.iter().any(|line| {
                line.ends_with('…') && !answer.text.ends_with('…')
                    || style.width(line, wall.text) > room
            })
        };
        wall.answers.iter().filter(is_cut).count()
    };
    // Long answers have fewer beside them and more lines, as long as the picture keeps a third, then less of it.
    for part in [MOST, UTMOST] {
        for most_lines in LINES..=MOST_LINES {
            set.lines = most_lines;
            for columns in (1..=most).rev() {
                set.columns = columns;
                if set.height(wall) > part * wall.size.height {
                    break;
                }
                if cut(columns, most_lines) == 0 {
                    return set;
                }
            }
        }
    }
    // Not all of them have room: as many as can be are whole, and it is said how many are not.
    let mut best = Set { columns: most, lines: LINES, cut: usize::MAX, ..set };
    for most_lines in LINES..=MOST_LINES {
        for columns in (1..=most).rev() {
            let tried = Set {
                ask: Vec::new(),
                style: best.style,
                columns,
                lines: most_lines,
                cut: cut(columns, most_lines),
            };
            let ask = best.ask(u);
            let high = tried.height(wall) - tried.ask(u) + ask;
            if tried.cut < best.cut && high <= UTMOST * wall.size.height {
                (best.columns, best.lines, best.cut) = (columns, most_lines, tried.cut);
            }
        }
    }
    if best.cut == usize::MAX {
        best.cut = cut(best.columns, best.lines);
    }
    best
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
    let (columns, high) = (set.columns, answer_height(set.lines));
    let width = answer_width(wall, area.width(), columns);
    let most = wall.answers.iter().filter_map(|answer| answer.hands).max().unwrap_or(0);
    let mut places = Vec::with_capacity(wall.answers.len());
    // Before hands are counted there is a little more room than is kept.
    let mut cut = 0;
    for (number, answer) in wall.answers.iter().enumerate() {
        let (row, column) = (number / columns, number % columns);
        let left = area.left() + u + column as f32 * (width + GAP * u);
        let top = area.top() + ask + row as f32 * (high + GAP) * u;
        let rect = Rect::new(left, top, left + width, top + high * u);
        let subject = 30_u8.saturating_add(u8::try_from(number).unwrap_or(u8::MAX));
        list.pen(Layer::Headers, Subject::Wall(subject), 0);
        let is_whole = draw_answer(wall, (number, set.lines), answer, most, rect, list);
        cut += usize::from(!is_whole);
        places.push(rect);
    }
    if cut > 0 {
        list.pen(Layer::Headers, Subject::Wall(20), 100);
        let style = Style { anchor: Anchor::Left, ..quiet(wall) };
        let at = Point::new(area.left() + u, area.bottom() - CUT * u / 2.0);
        write(list, at, &(wall.cut)(cut), style);
    }
    places
}

/// Draws an answer; answers whether all of it has room.
fn draw_answer(
    wall: &Wall,
    (number, most_lines): (usize, usize),
    answer: &WallAnswer,
    most: u32,
    rect: Rect,
    list: &mut DisplayList,
) -> bool {
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
    let said = lines(&answer.text, right - left, most_lines, wall.text, style);
    let raised = (said.len().max(1) - 1) as f32 * PITCH * u / 2.0;
    write_lines(list, Point::new(left, middle - raised), &said, style);
    !said.last().is_some_and(|line| line.ends_with('…') && !answer.text.ends_with('…'))
}

/// The letter of an answer: A, B, C …
pub(super) fn letter_of(number: usize) -> String {
    let letter = u8::try_from(number).ok().filter(|number| *number < 26);
    letter.map_or_else(|| (number + 1).to_string(), |at| char::from(b'A' + at).to_string())
}
