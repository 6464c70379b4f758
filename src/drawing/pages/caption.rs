//! A line above a picture that says what it is.

use super::super::display_list::{Anchor, DisplayList, Layer, Subject, TextLook};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};
use super::super::text::{MeasureText, Weight, write_elided};

/// How high it is, in points of the picture.
pub const CAPTION_HEIGHT: f32 = 30.0;
const LETTERS: f32 = 14.0;

/// Draws pictures' ground and a caption above each: the text in the band that ends where its picture
/// begins. The list is cleared first.
pub fn draw_captions(
    list: &mut DisplayList,
    ground: Rect,
    captions: &[(&str, Rect)],
    measure: &dyn MeasureText,
) {
    list.clear();
    list.clip_to(ground);
    list.pen(Layer::Sheet, Subject::Sheet, 0);
    list.rect(ground, 0.0, Some(Ink::Background), None);
    for ((text, picture), part) in captions.iter().zip(0_u32..) {
        list.pen(Layer::Labels, Subject::Part(part), 0);
        let weight = Weight::Semibold;
        let anchor = Anchor::Left;
        let look = TextLook { size: LETTERS, weight, ink: Ink::Text, anchor, upwards: false };
        let at = Point::new(picture.left() + 4.0, picture.top() - CAPTION_HEIGHT / 2.0);
        let room = ground.right() - at.x;
        list.text(at, look, |out| write_elided(out, text, room, measure, LETTERS, weight));
    }
}
