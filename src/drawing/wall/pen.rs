//! Texts and boxes of a wall.

use super::super::display_list::{Anchor, DisplayList, TextLook};
use super::super::ink::Ink;
use super::super::space::Point;
use super::super::text::{Letters, MeasureText, Weight, lines_of, write_elided};

/// From one line to the next, in parts of the letters' size.
pub(super) const PITCH: f32 = 1.18;

/// How a text is written.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
    pub anchor: Anchor,
}

impl Style {
    pub const fn of(size: f32, weight: Weight, ink: Ink, anchor: Anchor) -> Self {
        Self { size, weight, ink, anchor }
    }

    pub fn letters(self) -> Letters {
        Letters { size: self.size, weight: self.weight }
    }

    pub fn width(self, text: &str, measure: &dyn MeasureText) -> f32 {
        measure.width(text, self.size, self.weight)
    }
}

/// Writes a line as it is.
pub(super) fn write(list: &mut DisplayList, at: Point, text: &str, style: Style) {
    let Style { size, weight, ink, anchor } = style;
    let look = TextLook { size, weight, ink, anchor, upwards: false };
    list.text(at, look, |out| out.push_str(text));
}

/// A text cut to its room.
pub(super) fn cut(text: &str, room: f32, measure: &dyn MeasureText, style: Style) -> String {
    let mut out = String::new();
    write_elided(&mut out, text, room, measure, style.size, style.weight);
    out
}

/// Writes lines below each other, the first at half height at `at`.
pub(super) fn write_lines(list: &mut DisplayList, at: Point, lines: &[String], style: Style) {
    for (number, line) in lines.iter().enumerate() {
        let down = number as f32 * PITCH * style.size;
        write(list, Point::new(at.x, at.y + down), line, style);
    }
}

/// A text in at most so many lines.
pub(super) fn lines(
    text: &str,
    room: f32,
    most: usize,
    measure: &dyn MeasureText,
    style: Style,
) -> Vec<String> {
    lines_of(text, room, most, measure, style.letters())
}
