//! The bar at the top of a wall, the frame of a try, and a wall without anything.

use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::super::ink::Ink;
use super::super::space::{Point, Rect, Size};
use super::super::text::Weight;
use super::pen::{PITCH, Style, cut, lines, write, write_lines};
use super::{Wall, WallAreas};

/// A wall that shows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// A light one.
    White,
    /// A dark one.
    Black,
}

/// Draws a wall that shows nothing.
pub fn draw_blank(blank: Blank, size: Size, list: &mut DisplayList) {
    list.clear();
    let all = Rect::of(Point::default(), size);
    list.clip_to(all);
    list.pen(Layer::Sheet, Subject::Sheet, 0);
    let ink = if blank == Blank::White { Ink::White } else { Ink::Black };
    list.rect(all, 0.0, Some(ink), None);
}

/// The ground of the parts around the picture, the title and the pill.
pub(super) fn draw(wall: &Wall, areas: &WallAreas, aside: f32, list: &mut DisplayList) {
    let u = wall.unit();
    list.clip_to(Rect::of(Point::default(), wall.size));
    list.pen(Layer::Headers, Subject::Wall(0), 0);
    for area in [areas.top, areas.tiles, areas.foot] {
        if !area.is_empty() {
            list.rect(area, 0.0, Some(Ink::Panel), None);
        }
    }
    let hairline = Stroke::solid((u / 24.0).max(1.0), Ink::Hairline);
    let top = areas.top;
    list.line([Point::new(top.left(), top.bottom()), top.max], hairline);
    if !areas.tiles.is_empty() {
        let Rect { min, max } = areas.tiles;
        list.line([min, Point::new(min.x, max.y)], hairline);
    }
    if !areas.foot.is_empty() {
        let Rect { min, max } = areas.foot;
        list.line([min, Point::new(max.x, min.y)], hairline);
    }
    let end = pill(wall, top, list) - if aside > 0.0 { aside + u } else { 0.0 };
    title(wall, Rect { max: Point::new(end - u, top.bottom()), ..top }, list);
}

/// The text of the pill and how wide it is with its ground.
fn pill_text(wall: &Wall, style: Style) -> (String, f32) {
    let text = cut(wall.pill.trim(), wall.size.width * 0.3, wall.text, style);
    let width =
        if text.is_empty() { 0.0 } else { style.width(&text, wall.text) + 2.0 * wall.unit() };
    (text, width)
}

fn pill_style(wall: &Wall, ink: Ink) -> Style {
    Style::of(wall.unit(), Weight::Semibold, ink, Anchor::Centre)
}

/// What the pill takes with what is free left of it.
pub(super) fn pill_room(wall: &Wall) -> f32 {
    let width = pill_text(wall, pill_style(wall, Ink::Text)).1;
    if width > 0.0 { width + wall.unit() } else { 0.0 }
}

/// Whose version is shown; answers where it begins.
fn pill(wall: &Wall, top: Rect, list: &mut DisplayList) -> f32 {
    let u = wall.unit();
    let end = top.right() - u;
    let (edge, ground, ink) = if wall.is_try {
        (Ink::Warn, Ink::WarnWash, Ink::WarnText)
    } else {
        (Ink::Accent, Ink::AccentWash, Ink::Accent)
    };
    let style = pill_style(wall, ink);
    let (text, width) = pill_text(wall, style);
    if text.is_empty() {
        return end;
    }
    let half = 0.85 * u;
    let middle = top.centre().y;
    let rect = Rect::new(end - width, middle - half, end, middle + half);
    list.pen(Layer::Headers, Subject::Wall(1), 0);
    list.rect(rect, half, Some(ground), Some(Stroke::solid(u / 16.0, edge)));
    write(list, rect.centre(), &text, style);
    rect.left()
}

/// The title, in one line or two smaller ones.
fn title(wall: &Wall, room: Rect, list: &mut DisplayList) {
    let u = wall.unit();
    let left = room.left() + u;
    let width = room.right() - left;
    list.pen(Layer::Headers, Subject::Wall(2), 0);
    for size in [1.5, 1.3] {
        let style = Style::of(size * u, Weight::Semibold, Ink::Text, Anchor::Left);
        if style.width(wall.title, wall.text) <= width {
            write(list, Point::new(left, room.centre().y), wall.title, style);
            return;
        }
    }
    let style = Style::of(1.1 * u, Weight::Semibold, Ink::Text, Anchor::Left);
    let said = lines(wall.title, width, 2, wall.text, style);
    let up = (said.len().max(1) - 1) as f32 * PITCH * style.size / 2.0;
    write_lines(list, Point::new(left, room.centre().y - up), &said, style);
}

/// The dashed frame around everything while a try is shown.
pub(super) fn frame(wall: &Wall, list: &mut DisplayList) {
    if !wall.is_try {
        return;
    }
    let u = wall.unit();
    list.pen(Layer::Headers, Subject::Wall(3), 0);
    let width = u / 6.0;
    let Rect { min, max } = Rect::of(Point::default(), wall.size).grown(-width / 2.0);
    let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y), min];
    list.path(corners, Stroke::dashed(width, Ink::Warn, 0.8 * u, 0.5 * u));
}
