//! What is held back: at the stop that asks for it, and at those before, which are not to tell it.

use crate::blueprint::{HeldBack, Stop};

use super::session::Session;

impl Session {
    /// Whether something is not to be seen now.
    #[must_use]
    pub fn holds(&self, what: HeldBack) -> bool {
        self.hidden_at(self.place.stop).contains(&what)
    }

    /// Whether the sheet itself would tell what is not to be seen now.
    #[must_use]
    pub fn holds_on_sheet(&self) -> bool {
        self.holds(HeldBack::Bottleneck) || self.holds(HeldBack::Figures)
    }

    /// What is held back now and revealed before the next stop, in that order.
    #[must_use]
    pub fn held_back(&self) -> Vec<HeldBack> {
        self.held_back_at(self.place.stop)
    }

    /// What this stop keeps to itself as a later one asks for it, each with that stop.
    #[must_use]
    pub fn kept(&self) -> Vec<(HeldBack, usize)> {
        self.kept_at(self.place.stop)
    }

    /// What is not to be seen at a stop, held back or kept for a later one.
    #[must_use]
    pub fn hidden_at(&self, at: usize) -> Vec<HeldBack> {
        let kept = self.kept_at(at).into_iter().map(|(what, _)| what);
        self.held_back_at(at).into_iter().chain(kept).collect()
    }

    /// What is not to be seen of a stop among all stops: what is still to be asked is told neither by the answer nor by
    /// another scenario.
    #[must_use]
    pub fn hidden_among_all(&self, at: usize) -> Vec<HeldBack> {
        let asked = self.untold.asked().filter(|what| !self.told.contains(what));
        self.hidden_at(at).into_iter().chain(asked).collect()
    }

    fn held_back_at(&self, at: usize) -> Vec<HeldBack> {
        let Some((id, stop)) = self.lesson.stops.get(at) else { return Vec::new() };
        if let Some(changed) = self.held.get(id) {
            let kept = self.kept_at(at);
            let is_kept = |what: &HeldBack| kept.iter().any(|(other, _)| other == what);
            return changed.iter().filter(|what| !is_kept(what)).copied().collect();
        }
        let is_kept = |what: &HeldBack| self.untold.kept_at(at).any(|(other, _)| other == *what);
        held_by(stop).into_iter().filter(|what| !is_kept(what)).collect()
    }

    fn kept_at(&self, at: usize) -> Vec<(HeldBack, usize)> {
        let is_open = self.lesson.stops.get(at).is_none_or(|(id, _)| self.opened.contains(id));
        let kept = self.untold.kept_at(at);
        kept.filter(|(what, _)| !is_open && !self.told.contains(what)).collect()
    }

    pub(super) fn reveal(&mut self, what: HeldBack) {
        let mut held = self.held_back();
        held.retain(|other| *other != what);
        if let Some(id) = self.stop_id() {
            self.held.insert(id, held);
        }
        self.note_told();
    }

    /// "Guess first": holds back what the stop says, else the bottleneck and the figures; or shows all of it, also what
    /// is kept for a later stop.
    pub(super) fn hold_or_show(&mut self) {
        let (Some(stop), Some(id)) = (self.stop(), self.stop_id()) else { return };
        let own = held_by(stop);
        if self.hidden_at(self.place.stop).is_empty() {
            self.hold_anew();
            if self.hidden_at(self.place.stop).is_empty() {
                let few = vec![HeldBack::Bottleneck, HeldBack::Figures];
                self.held.insert(id, if own.is_empty() { few } else { own });
            }
        } else {
            self.opened.insert(id);
            self.held.insert(id, Vec::new());
        }
        self.note_told();
    }

    /// The stop is as it was at the start.
    pub(super) fn hold_anew(&mut self) {
        if let Some(id) = self.stop_id() {
            self.held.remove(&id);
            self.opened.remove(&id);
        }
    }

    /// All stops are as they were at the start.
    pub(super) fn hold_all_anew(&mut self) {
        self.held.clear();
        self.opened.clear();
        self.told.clear();
    }

    /// What the stop that asks for it no longer holds back may be seen everywhere.
    fn note_told(&mut self) {
        let held = self.held_back();
        for what in self.untold.asked_at(self.place.stop) {
            if !held.contains(&what) && !self.told.contains(&what) {
                self.told.push(what);
            }
        }
    }
}

/// What a stop holds back at first, in the order of the file.
fn held_by(stop: &Stop) -> Vec<HeldBack> {
    let known = |name: &String| HeldBack::NAMES.iter().find(|(other, _)| other == name);
    stop.hold.iter().filter_map(known).map(|(_, what)| *what).collect()
}
