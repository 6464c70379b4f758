//! The foot of a page: what it shows, of which file and day, and which page it is.

use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};
use super::super::text::{MeasureText, Weight, write_elided};
use super::{FOOT_HEIGHT, KeyMap, Telling, Told};

/// What lies between the picture and its line.
const ABOVE: f32 = 8.0;
/// The middle of each of its lines of text, from its upper edge.
const LINES: [f32; 2] = [18.5, 32.0];
const LARGE: f32 = 9.5;
const SMALL: f32 = 8.0;
/// What lies between two texts.
const GAP: f32 = 10.0;
/// The widest plan of pages, as a part of the foot.
const WIDEST_MAP: f32 = 0.3;
/// How much of the width the texts on the right may take.
const RIGHT_PART: f32 = 0.45;

/// The texts of a foot, as they are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct FootTexts<'a> {
    /// What the page is called among its like; empty where there is only one.
    pub label: &'a str,
    /// What the picture is of.
    pub title: &'a str,
    /// Which scenario of it.
    pub scenario: &'a str,
    /// What it can do and has to.
    pub figures: &'a str,
    /// The file that it is from.
    pub file: &'a str,
    /// The day.
    pub date: &'a str,
    /// Which page of how many.
    pub page: &'a str,
}

/// Draws a foot of some width, with a plan of the pages where there is one. Answers what is read out
/// of it.
pub fn draw_foot(
    list: &mut DisplayList,
    texts: &FootTexts<'_>,
    width: f32,
    map: Option<KeyMap<'_>>,
    measure: &dyn MeasureText,
) -> Vec<Told> {
    list.clear();
    list.clip_to(Rect::new(0.0, 0.0, width, FOOT_HEIGHT));
    list.pen(Layer::Sheet, Subject::Sheet, 0);
    list.path([Point::new(0.0, ABOVE), Point::new(width, ABOVE)], Stroke::solid(0.5, Ink::Faint));
    let mut right = width;
    if let Some(map) = map {
        let room = Rect::new(0.0, ABOVE + 3.0, width, FOOT_HEIGHT - 1.0);
        let wide = map.width(room.height(), WIDEST_MAP * width);
        map.draw(list, Rect::new(width - wide, room.top(), width, room.bottom()));
        right -= wide + GAP;
    }
    let mut foot = Foot { list, measure, told: Vec::new() };
    let [first, second] = LINES;
    let most = RIGHT_PART * right;
    let page = foot.right(texts.page, (right, first), most, SMALL);
    let mut line = Line { left: 0.0, right: right - page - GAP, y: first };
    foot.left(texts.label, &mut line, LARGE, Weight::Semibold, Telling::Letters);
    foot.left(texts.title, &mut line, LARGE, Weight::Semibold, Telling::Heading(1));
    foot.left(texts.scenario, &mut line, LARGE, Weight::Regular, Telling::Letters);
    let date = foot.right(texts.date, (right, second), most, SMALL);
    let from = right - date - GAP;
    let file = foot.right(texts.file, (from, second), most - date, SMALL);
    let mut line = Line { left: 0.0, right: from - file - GAP, y: second };
    foot.left(texts.figures, &mut line, SMALL, Weight::Regular, Telling::Letters);
    let mut told = foot.told;
    // The title is what a page begins with, whatever lies left of it.
    told.sort_by_key(|told| !matches!(told.telling, Telling::Heading(_)));
    told
}

/// A line that is written from the left.
struct Line {
    left: f32,
    right: f32,
    y: f32,
}

struct Foot<'a> {
    list: &'a mut DisplayList,
    measure: &'a dyn MeasureText,
    told: Vec<Told>,
}

impl Foot<'_> {
    fn left(&mut self, text: &str, line: &mut Line, size: f32, weight: Weight, telling: Telling) {
        let room = line.right - line.left;
        let at = Point::new(line.left, line.y);
        let wide = self.write(text, at, room, (size, weight), Anchor::Left, telling);
        line.left += if wide > 0.0 { wide + GAP } else { 0.0 };
    }

    fn right(&mut self, text: &str, (x, y): (f32, f32), room: f32, size: f32) -> f32 {
        let letters = (size, Weight::Regular);
        self.write(text, Point::new(x, y), room, letters, Anchor::Right, Telling::Letters)
    }

    /// Writes a text, cut to its room, and answers how wide it is.
    fn write(
        &mut self,
        text: &str,
        at: Point,
        room: f32,
        (size, weight): (f32, Weight),
        anchor: Anchor,
        telling: Telling,
    ) -> f32 {
        if text.is_empty() || room <= 0.0 {
            return 0.0;
        }
        let subject = Subject::Part(u32::try_from(self.told.len()).unwrap_or(u32::MAX));
        self.list.pen(Layer::Labels, subject, 0);
        let ink = if weight == Weight::Semibold { Ink::Text } else { Ink::Muted };
        let look = TextLook { size, weight, ink, anchor, upwards: false };
        let mut wide = 0.0;
        self.list.text(at, look, |out| {
            // The letters of all texts of the picture stand in a row.
            let before = out.len();
            write_elided(out, text, room, self.measure, size, weight);
            let written = out.get(before..).unwrap_or_default();
            wide = self.measure.width(written, size, weight).min(room);
        });
        self.told.push(Told { subjects: vec![subject], telling, text: text.to_owned() });
        wide
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::display_list::Shape;
    use super::super::super::text::Typesetter;
    use super::*;

    const TEXTS: FootTexts = FootTexts {
        label: "B1",
        title: "Driver’s licence office",
        scenario: "As-is",
        figures: "60 /h exact, demand 54 /h, 90 %",
        file: "office.ron",
        date: "29 November 2026",
        page: "2 of 4",
    };

    #[test]
    fn every_text_is_there_and_none_lies_on_another() {
        for width in [300.0, 540.0, 780.0, 1200.0] {
            let mut list = DisplayList::new();
            let measure = Typesetter::new(1.0);
            let told = draw_foot(&mut list, &TEXTS, width, None, &measure);
            assert_eq!(told.len(), 7);
            assert_eq!(told[0].text, TEXTS.title, "the heading is read first");
            let mut boxes: Vec<Rect> = Vec::new();
            for item in list.iter() {
                let Shape::Text { text, at, look } = item.shape else { continue };
                let wide = measure.width(text, look.size, look.weight);
                let left = if look.anchor == Anchor::Right { at.x - wide } else { at.x };
                boxes.push(Rect::new(left, at.y - 4.0, left + wide, at.y + 4.0));
            }
            for (at, one) in boxes.iter().enumerate() {
                assert!(one.left() >= -0.1 && one.right() <= width + 0.1, "{width}: {one:?}");
                for other in &boxes[..at] {
                    assert!(!one.overlaps(*other), "{width}: {one:?} {other:?}");
                }
            }
        }
    }
}
