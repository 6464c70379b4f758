//! Lines to write on.

use super::super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};

/// Draws as many lines to write on as there is room for in an area, so far apart. The list is cleared first.
pub fn draw_ruled(area: Rect, apart: f32, list: &mut DisplayList) {
    list.clear();
    list.clip_to(area);
    list.pen(Layer::Sheet, Subject::Chart, 0);
    let mut y = area.top() + apart;
    while y <= area.bottom() {
        let ends = [Point::new(area.left(), y), Point::new(area.right(), y)];
        list.line(ends, Stroke::solid(1.0, Ink::Faint));
        y += apart;
    }
}
