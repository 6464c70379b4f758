//! Numbered pins of comments on a picture of the sheet.

use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::space::{Point, Rect};
use super::text::Weight;

/// How high a pin is, and how wide one letter makes it, in the sheet's points.
const HEIGHT: f32 = 24.0;
const LETTER: f32 = 8.0;
/// The size of its letters.
const LETTERS: f32 = 14.0;

/// Draws pins above all else, each around a point with what stands in it. Linear.
pub fn comment_pins(pins: &[(Point, String)], list: &mut DisplayList) {
    list.pen(Layer::Headers, Subject::Action, 0);
    for (at, text) in pins {
        // A handful of letters.
        #[expect(clippy::cast_precision_loss, reason = "a width")]
        let width = (text.chars().count() as f32 * LETTER + 12.0).max(HEIGHT);
        let half = Point::new(width / 2.0, HEIGHT / 2.0);
        let rect = Rect { min: *at + Point::new(-half.x, -half.y), max: *at + half };
        let edge = Stroke::solid(2.0, Ink::Panel);
        list.rect(rect, HEIGHT / 2.0, Some(Ink::Accent), Some(edge));
        let look = TextLook {
            size: LETTERS,
            weight: Weight::Semibold,
            ink: Ink::OnAccent,
            anchor: Anchor::Centre,
            upwards: false,
        };
        list.text(*at, look, |out| out.push_str(text));
    }
}
