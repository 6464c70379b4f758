//! What the program does with a walk: begins it, and ends it on the step that was come to.

use crate::process::ProblemPlace;
use crate::ui::app::App;
use crate::ui::view_context::Action;

use super::Walking;

impl App {
    /// Begins to walk along the visit, or ends that on the step that was come to.
    pub(in crate::ui) fn start_or_stop_walking(&mut self) {
        match self.modes.walking.take() {
            Some(walking) => {
                if let Some(step) = walking.step() {
                    self.actions.push(Action::GoTo(ProblemPlace::Step(step)));
                }
                self.canvas.take_focus();
            }
            None => self.modes.walking = Some(Walking::default()),
        }
    }
}
