//! The wall of a stop as a small picture: what comes next, or one of all.

use crate::blueprint::{StepId, Stop};
use crate::drawing::{DisplayList, Point, Rect, draw_greeked};

use super::wall::{pill_room, wall};
use super::{StopView, WallPlaces};

/// Draws the wall of a stop so that a small picture of it can be read: its title large, bars for what would be too
/// small, and a frame around the cards that it is about. With `least` nothing is written smaller than so many points, and no title: it stands
/// beside the picture. Both lists are cleared first.
pub fn small_wall(
    view: &StopView<'_>,
    least: Option<f32>,
    scratch: &mut DisplayList,
    list: &mut DisplayList,
) -> WallPlaces {
    let bare = Stop { title: String::new(), ..view.stop.clone() };
    let bare = StopView { stop: &bare, ..*view };
    let places = wall(&bare, scratch);
    let about: Vec<StepId> = view.stop.around.iter().chain(&view.stop.spotlight).copied().collect();
    let whole = Rect::of(Point::default(), view.size);
    let aside = places.miniature.map_or(0.0, Rect::width);
    let title = if least.is_none() { view.stop.title.as_str() } else { "" };
    let title = (title, about.as_slice());
    let at = (whole, pill_room(&bare) + aside, least.unwrap_or(0.0));
    draw_greeked((scratch, &places), title, at, view.text, list);
    places
}
