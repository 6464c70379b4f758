//! A wall so small that hardly anything on it can be read: what can is written, for the rest there are bars.

use super::super::display_list::{Anchor, DisplayList, Layer, Shape, Stroke, Subject, TextLook};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};
use super::super::text::{MeasureText, Weight};
use super::pen::{Style, cut, write};
use super::{WallPlaces, unit};
use crate::blueprint::StepId;

/// Letters that are smaller than so many units become bars.
const LEAST: f32 = 2.2;
/// How large the title is, in units.
const TITLE: f32 = 2.1;
/// By how much letters grow at most to be as large as they must.
const MOST_GROWN: f32 = 1.5;
/// How high a bar is, in parts of the letters that it stands for.
const BAR: f32 = 0.4;

/// Takes a wall over into another list for a small picture of it: its title large, and a frame around the cards that it
/// is about. What is written is at least so large as asked for.
pub fn draw_greeked(
    wall: (&DisplayList, &WallPlaces),
    (title, about): (&str, &[StepId]),
    (whole, pill, least): (Rect, f32, f32),
    measure: &dyn MeasureText,
    out: &mut DisplayList,
) {
    let (list, places) = wall;
    let u = unit(whole.size());
    out.clear();
    for item in list.iter() {
        out.clip_to(item.clip);
        out.pen(item.layer, item.key.subject, item.key.part);
        match item.shape {
            Shape::Rect { rect, radius, fill, stroke } => out.rect(rect, radius, fill, stroke),
            Shape::Circle { centre, radius, fill, stroke } => {
                out.circle(centre, radius, fill, stroke);
            }
            Shape::Line { ends, stroke } => out.line(ends, stroke),
            Shape::Path { points, stroke } => out.path(points.iter().copied(), stroke),
            Shape::Area { points, fill } => {
                let (upper, lower) = points.split_at(points.len() / 2);
                let lower: Vec<Point> = lower.iter().rev().copied().collect();
                out.area(upper, &lower, fill);
            }
            Shape::Polygon { points, fill, stroke } => {
                out.polygon(points.iter().copied(), fill, stroke);
            }
            Shape::Quads { quads } => out.quads(quads.iter().copied()),
            Shape::Text { text, at, look }
                if look.size >= LEAST * u && MOST_GROWN * look.size >= least =>
            {
                let look = TextLook { size: look.size.max(least), ..look };
                out.text(at, look, |out| out.push_str(text));
            }
            Shape::Text { text, at, look } => {
                let width = measure.width(text, look.size, look.weight);
                let left = match look.anchor {
                    Anchor::Left => 0.0,
                    Anchor::Centre => width / 2.0,
                    Anchor::Right => width,
                };
                let half = BAR * look.size / 2.0;
                let bar = if look.upwards {
                    Rect::new(at.x - half, at.y + left - width, at.x + half, at.y + left)
                } else {
                    Rect::new(at.x - left, at.y - half, at.x - left + width, at.y + half)
                };
                let ink = if look.ink == Ink::Text { Ink::Muted } else { look.ink };
                out.rect(bar, half, Some(ink), None);
            }
        }
    }
    out.clip_to(whole);
    out.pen(Layer::Headers, Subject::Wall(60), 0);
    for (_, place) in places.cards.iter().filter(|(step, _)| about.contains(step)) {
        out.rect(place.grown(0.2 * u), 0.5 * u, None, Some(Stroke::solid(0.5 * u, Ink::Accent)));
    }
    let style = Style::of(TITLE * u, Weight::Semibold, Ink::Text, Anchor::Left);
    let room = whole.width() - 2.0 * u - pill;
    let at = Point::new(whole.left() + u, whole.top() + 1.5 * u);
    write(out, at, &cut(title, room, measure, style), style);
}
