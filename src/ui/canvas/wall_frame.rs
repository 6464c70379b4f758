//! What a class sees of the sheet while a try is made before it: all cards where these can be read, else those that the
//! stop is about with those that the try has changed.

use crate::blueprint::StepId;
use crate::drawing::{Camera, Point, Rect, WALL_LETTERS, wall_zoom};
use crate::ui::view_context::ViewContext;

use super::{Canvas, Gesture};

/// What is to be seen before a class.
#[derive(Debug, Default)]
pub(super) struct WallFrame {
    /// The cards that the stop is about.
    about: Vec<StepId>,
    /// The cards that the try has changed, those that were changed last behind.
    changed: Vec<StepId>,
    /// Whether what is seen is to be looked at anew.
    is_stale: bool,
}

impl WallFrame {
    /// The sheet has changed.
    pub fn outdated(&mut self) {
        self.is_stale = true;
    }
}

impl Canvas {
    /// Says what the class is to see, whatever else has room: the cards that a stop is about, and those that a try has
    /// changed.
    pub fn frame_on_wall(&mut self, about: &[StepId], changed: Vec<StepId>) {
        let frame = &mut self.wall_frame;
        if frame.about != about || frame.changed != changed {
            frame.about = about.to_vec();
            frame.changed = changed;
            frame.is_stale = true;
        }
    }

    /// Follows what has changed on the sheet, once nothing is held any more: who saw all of it, or what it is about,
    /// goes on seeing that.
    pub(super) fn follow_on_wall(&mut self, view: &ViewContext<'_>) {
        let Some(letters) = self.look.wall else { return };
        let is_held =
            view.editor.in_gesture() || !matches!(self.gesture, Gesture::Nothing | Gesture::Pan);
        if is_held || !std::mem::take(&mut self.wall_frame.is_stale) {
            return;
        }
        let chosen = &view.editor.selection().steps;
        self.wall_frame.changed.sort_by_key(|step| chosen.contains(step));
        if !self.moved {
            self.fit_wall(letters);
            return;
        }
        // Somebody looks elsewhere: what it is about is seen even so, as large as it is now.
        let (area, zoom) = (self.sight.area(), self.sight.zoom());
        let is_given = !self.wall_frame.about.is_empty() || !self.wall_frame.changed.is_empty();
        let focus = self.focus((area.width() / zoom, area.height() / zoom));
        if let Some(focus) = focus.filter(|_| is_given) {
            self.sight.reveal(focus, 0.0);
        }
    }

    /// The area of some cards with what is free around them.
    fn around(&self, steps: impl Iterator<Item = StepId>) -> Option<Rect> {
        let cards = steps.filter_map(|step| self.geometry.card(step));
        let bounds = cards.map(|card| card.rect).reduce(Rect::union)?;
        Some(bounds.grown(WALL_LETTERS))
    }

    /// Shows a sheet before a class: all of its cards where these can be read, else what it is about, as large as it
    /// must be to be read.
    pub(super) fn fit_wall(&mut self, letters: f32) {
        let area = self.sight.area();
        let least = wall_zoom(letters);
        // The names of the phases are as large as the rest, and lie over the upper edge.
        let area = Rect { min: area.min + Point::new(0.0, letters), ..area };
        let Some(all) = self.all_cards() else {
            self.sight.set_camera(Camera::new(area.min, least));
            return;
        };
        let camera = Camera::fit_up_to(1.5 * least, all, area, 0.0);
        if camera.zoom() >= least {
            self.sight.set_camera(camera);
            return;
        }
        let room = (area.width() / least, area.height() / least);
        let now = self.sight.camera();
        // As little is moved as can be, where it is as large already.
        let is_on_wall = (now.zoom() - least).abs() < 0.01 * least;
        let seen = is_on_wall.then(|| now.sheet_from_screen(area.min));
        let focus = self.focus(room).unwrap_or(all);
        let across = (all.left(), all.right());
        let down = (all.top(), all.bottom());
        let x = start(across, (focus.left(), focus.right()), (room.0, seen.map(|seen| seen.x)));
        let y = start(down, (focus.top(), focus.bottom()), (room.1, seen.map(|seen| seen.y)));
        self.sight.set_camera(Camera::new(area.min - Point::new(x, y) * least, least));
    }

    /// All cards with what leads out of the service, and what is free around them.
    fn all_cards(&self) -> Option<Rect> {
        let cards = self.around(self.geometry.cards().iter().map(|card| card.step))?;
        let links = self.routes.all().iter().map(|route| route.bounds.grown(0.5 * WALL_LETTERS));
        let all = links.fold(cards, Rect::union);
        // The name of the first lane stands above its cards.
        let bands = self.geometry.bands().iter();
        let tops = bands.map(|band| band.top).filter(|top| *top > all.top() - 2.0 * WALL_LETTERS);
        let top = tops.fold(all.top(), f32::min);
        Some(Rect::new(all.left(), top, all.right(), all.bottom()))
    }

    /// What must be seen: what the stop is about with what was changed, else what was changed, else what was changed
    /// last; where the flow starts where there is nothing of that.
    fn focus(&self, room: (f32, f32)) -> Option<Rect> {
        let WallFrame { about, changed, .. } = &self.wall_frame;
        let sets = [
            self.around(about.iter().chain(changed).copied()),
            self.around(changed.iter().copied()),
            self.around(changed.last().copied().into_iter()),
            self.around(about.first().copied().into_iter()),
        ];
        let fits = |rect: &Rect| rect.width() <= room.0 && rect.height() <= room.1;
        let found = sets.into_iter().flatten().find(fits);
        found.or_else(|| self.around(self.first_of_flow().into_iter()))
    }
}

/// Where what is seen begins on an axis: so that all of `focus` is seen and nothing is wasted beside the cards, and
/// otherwise where it began before, or around the middle of the focus.
fn start(all: (f32, f32), focus: (f32, f32), (room, before): (f32, Option<f32>)) -> f32 {
    let spare = room - (all.1 - all.0);
    // What is free around the cards is given up rather than a card.
    if spare >= -2.0 * WALL_LETTERS {
        return all.0 - spare / 2.0;
    }
    let wanted = before.unwrap_or_else(|| f32::midpoint(focus.0, focus.1) - room / 2.0);
    let holds = wanted.min(focus.0).max(focus.1 - room);
    holds.max(all.0).min(all.1 - room)
}

#[cfg(test)]
mod tests {
    use super::start;

    #[test]
    fn what_is_seen_holds_what_it_is_about_and_moves_no_farther_than_it_must() {
        let all = (0.0, 1000.0);
        let is = |found: f32, wanted: f32, why: &str| {
            assert!((found - wanted).abs() < 1e-3, "{why}: {found}");
        };
        is(start((0.0, 300.0), (0.0, 10.0), (400.0, Some(77.0))), -50.0, "all fits");
        is(start((0.0, 420.0), (0.0, 10.0), (400.0, None)), 10.0, "but for what is free");
        is(start(all, (480.0, 520.0), (400.0, None)), 300.0, "around the middle");
        is(start(all, (480.0, 520.0), (400.0, Some(200.0))), 200.0, "as before");
        is(start(all, (780.0, 820.0), (400.0, Some(200.0))), 420.0, "just in sight");
        is(start(all, (20.0, 60.0), (400.0, Some(-90.0))), 0.0, "nothing is wasted");
    }
}
