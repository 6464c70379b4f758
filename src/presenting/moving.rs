//! Going from stop to stop.

use crate::blueprint::HeldBack;
use crate::editor::Editor;

use super::levers::Levers;
use super::place::{Over, Place};
use super::press::Tool;
use super::session::Session;

impl Session {
    /// Goes to a stop that can be shown; a try that is being made ends.
    pub fn jump(&mut self, at: usize, sandbox: &mut Editor) {
        if at < self.count() && self.is_there(at, sandbox.blueprint()) {
            self.trying = None;
            self.go_to(at, sandbox);
        }
    }

    /// Reveals what is held back next, else goes on. What would help is drawn on no wall: it comes with the
    /// last that is, so that no press seems to do nothing.
    pub(super) fn reveal_or_go_on(&mut self, sandbox: &mut Editor) {
        let held = self.held_back();
        let seen = held.iter().filter(|what| **what != HeldBack::Help).count();
        if let Some(what) = held.iter().find(|what| **what != HeldBack::Help) {
            self.reveal(*what);
        }
        if seen < 2 && held.contains(&HeldBack::Help) {
            self.reveal(HeldBack::Help);
        }
        if seen == 0 {
            self.go_on(sandbox);
        }
    }

    /// Goes to the next stop that can be shown, at last to the results.
    pub(super) fn go_on(&mut self, sandbox: &mut Editor) {
        if let Some(at) = self.next(sandbox).map(|(at, _)| at) {
            self.go_to(at, sandbox);
        } else {
            self.put_down();
            sandbox.abort();
            self.place.over = Over::EndCard;
        }
    }

    /// Goes to the first of some stops that can be shown.
    pub(super) fn go_to_there(&mut self, places: Vec<usize>, sandbox: &mut Editor) {
        let first = places.into_iter().find(|at| self.is_there(*at, sandbox.blueprint()));
        if let Some(at) = first {
            self.go_to(at, sandbox);
        }
    }

    pub(super) fn go_to(&mut self, at: usize, sandbox: &mut Editor) {
        sandbox.abort();
        self.put_down();
        self.place = Place { stop: at, over: Over::Nothing };
        if let Some(id) = self.stop().map(|stop| self.scenario_of(stop, sandbox).id()) {
            sandbox.show_scenario(id);
        }
        self.offer_levers(sandbox);
    }

    /// Shows another part of the stop.
    pub(super) fn turn_to(&mut self, part: usize) {
        (self.part, self.is_turned) = (part, true);
    }

    /// Puts down what belongs to one stop.
    pub(super) fn put_down(&mut self) {
        (self.part, self.parts, self.is_turned) = (0, 1, false);
        self.typed.clear();
        self.counting = None;
        self.lever = None;
        self.levers = Levers::default();
        self.is_flipped = false;
        self.is_overlaid = true;
        // A pointer stays in hand from stop to stop; what changes the picture does not.
        self.tool = self.tool.filter(|tool| matches!(tool, Tool::Pointer | Tool::Draw));
    }
}
