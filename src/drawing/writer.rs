//! Texts on cards, in one colour.

use super::card::CardForm;
use super::detail::letters;
use super::display_list::{Anchor, DisplayList, TextLook};
use super::ink::Ink;
use super::scene::Scene;
use super::space::{Point, Rect};
use super::text::{Weight, wrapped, write_elided};

/// Writes text in one colour.
pub(super) struct Writer<'a, 'b> {
    pub scene: &'a Scene<'b>,
    pub ink: Ink,
}

impl Writer<'_, '_> {
    // A line of text has this many properties; bundling them would only rename them.
    #[allow(clippy::too_many_arguments)]
    pub fn line(
        &self,
        list: &mut DisplayList,
        at: Point,
        text: &str,
        room: f32,
        size: f32,
        weight: Weight,
        anchor: Anchor,
    ) {
        let look = TextLook { size, weight, ink: self.ink, anchor, upwards: false };
        let measure = self.scene.text;
        list.text(at, look, |out| write_elided(out, text, room, measure, size, weight));
    }

    /// A line that is never cut: half a time would be another one. What is wider than a card is left
    /// out: no text is, but in a picture without words.
    pub fn whole(
        &self,
        list: &mut DisplayList,
        at: Point,
        text: &str,
        size: f32,
        weight: Weight,
        anchor: Anchor,
    ) {
        let look = TextLook { size, weight, ink: self.ink, anchor, upwards: false };
        let widest = CardForm::Full.size().width * self.scene.camera.zoom();
        if self.scene.text.width(text, size, weight) <= widest {
            list.text(at, look, |out| out.push_str(text));
        }
    }

    /// A few lines in the middle of a rectangle, as many as its height and `most` allow.
    pub fn middle(&self, list: &mut DisplayList, rect: Rect, text: &str, size: f32, most: usize) {
        let Some(size) = letters(size, self.scene.camera.zoom()) else { return };
        let height = size * 1.2;
        let mut most = most;
        while most > 1 && height * most as f32 > rect.height() + 2.0 {
            most -= 1;
        }
        let weight = Weight::Medium;
        let lines = wrapped(text, rect.width(), most, self.scene.text, size, weight);
        let mut y = rect.centre().y - height * (lines.len() as f32 - 1.0) / 2.0;
        for line in lines {
            let at = Point::new(rect.centre().x, y);
            self.line(list, at, line, rect.width(), size, weight, Anchor::Centre);
            y += height;
        }
    }
}
