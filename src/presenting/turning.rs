//! Turning levers: the sandbox follows, and nothing of it stays.

use std::sync::Arc;

use crate::editor::{Edit, Editor, GestureId};

use super::levers::{Lever, Levers};
use super::press::{Answer, Press};
use super::session::Session;

/// The trial of the levers of a stop.
const LEVERS: GestureId = GestureId(0x1e55_0000);

impl Session {
    /// What the keys do with a lever; `None` for those that are not about it.
    pub(super) fn press_at_lever(
        &mut self,
        press: Press,
        lever: Lever,
        sandbox: &mut Editor,
    ) -> Option<Answer> {
        let mut answer = Answer::Shown;
        let end = Answer::AtItsEnd(lever);
        match press {
            Press::Up | Press::More if !self.levers.turn(lever, 1.0) => answer = end,
            Press::Down | Press::Less if !self.levers.turn(lever, -1.0) => answer = end,
            Press::Up | Press::More | Press::Down | Press::Less => {}
            Press::Digit(digit) => self.typed.push(digit),
            Press::Back if !self.typed.is_empty() => self.typed.erase_last(),
            Press::Enter => {
                let value = self.typed.take()?;
                if !self.levers.set(lever, f64::from(value)) {
                    answer = end;
                }
            }
            Press::Escape => {
                self.typed.clear();
                self.lever = None;
            }
            _ => return None,
        }
        if !matches!(press, Press::Digit(_) | Press::Back) {
            self.pull(sandbox);
        }
        Some(answer)
    }

    pub(super) fn take_next_lever(&mut self, sandbox: &mut Editor) -> Answer {
        self.offer_levers(sandbox);
        self.typed.clear();
        let offered = self.levers.offered();
        let at = self.lever.and_then(|lever| offered.iter().position(|(other, _)| *other == lever));
        let next = at.map_or(0, |at| at + 1);
        self.lever = offered.get(next).map(|(lever, _)| *lever);
        if offered.is_empty() { Answer::Nothing } else { Answer::Shown }
    }

    /// Puts a lever where it is wanted, as with its handle or its field on the desk; `None` puts it back.
    pub fn set_lever(&mut self, lever: Lever, value: Option<f64>, sandbox: &mut Editor) -> Answer {
        let mut goes_so_far = true;
        match value {
            Some(value) => goes_so_far = self.levers.set(lever, value),
            None => self.levers.put_back(lever),
        }
        self.pull(sandbox);
        if goes_so_far { Answer::Shown } else { Answer::AtItsEnd(lever) }
    }

    /// Puts all levers back.
    pub fn put_levers_back(&mut self, sandbox: &mut Editor) {
        self.levers.put_all_back();
        self.pull(sandbox);
    }

    /// Shows in the sandbox what the levers make of the scenario; nothing of it stays.
    pub(super) fn pull(&mut self, sandbox: &mut Editor) {
        let edits = self.levers.edits(sandbox.settled_scenario());
        if edits.is_empty() {
            if sandbox.gesture() == Some(LEVERS) {
                sandbox.abort();
            }
            return;
        }
        // What a lever cannot make shows the scenario as it is.
        let _ = sandbox.try_out(LEVERS, Edit::Several(edits));
    }

    pub(super) fn offer_levers(&mut self, sandbox: &Editor) {
        if self.levers.are_turned() {
            return;
        }
        let scenario = Arc::clone(sandbox.settled_scenario());
        let figures = self.figures_of(&scenario);
        if let Some(stop) = self.lesson.stops.get(self.place.stop).map(|(_, stop)| stop) {
            self.levers = Levers::of(stop, &scenario, &figures);
        }
    }
}
