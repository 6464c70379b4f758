//! A lesson under way: what is so now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::blueprint::{
    Blueprint, HeldBack, Lesson, Scenario, ScenarioId, Stop, StopGone, StopId, Untold,
};
use crate::editor::Editor;

use super::clock::{Clock, Standing};
use super::levers::{Lever, Levers};
use super::place::{Over, Place};
use super::press::Tool;
use super::seen::{Seen, When};
use super::tries::Try;
use super::typed::Typed;

/// A lesson under way.
// Each is so or not, whatever the others are.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not hang together")]
#[derive(Debug)]
pub struct Session {
    pub(super) lesson: Arc<Lesson>,
    pub(super) place: Place,
    /// What is held back at stops where that was changed, in the order in which it is revealed: it stays so when
    /// one comes back.
    pub(super) held: BTreeMap<StopId, Vec<HeldBack>>,
    /// What stops keep to themselves as a later one asks for it, and what of it was told meanwhile.
    pub(super) untold: Untold,
    pub(super) told: Vec<HeldBack>,
    /// Stops that show even so what a later one asks for.
    pub(super) opened: BTreeSet<StopId>,
    /// Which part of the stop is shown where not all of it can be, and in how many it is.
    pub(super) part: usize,
    pub(super) parts: usize,
    /// Whether that part was turned to: until then it is the one in which a try has changed something.
    pub(super) is_turned: bool,
    pub(super) typed: Typed,
    pub(super) tool: Option<Tool>,
    pub(super) is_flipped: bool,
    pub(super) is_overlaid: bool,
    pub(super) has_contrast: bool,
    pub(super) levers: Levers,
    pub(super) lever: Option<Lever>,
    pub(super) tries: Vec<Try>,
    pub(super) trying: Option<ScenarioId>,
    pub(super) hands: BTreeMap<StopId, Vec<u32>>,
    /// The answer whose hands are counted.
    pub(super) counting: Option<usize>,
    pub(super) clock: Clock,
    /// The time of day that figures are of.
    pub(super) when: When,
    /// Versions with what is seen of them then, and its figures.
    pub(super) known: Vec<(Arc<Scenario>, Seen)>,
}

impl Session {
    /// Begins a lesson at a stop, or at the next one that can be shown.
    #[must_use]
    pub fn begin(lesson: Arc<Lesson>, stop: usize, sandbox: &mut Editor, now_s: f64) -> Self {
        let untold = Untold::of(&lesson, sandbox.blueprint());
        let mut session = Self {
            lesson,
            place: Place::default(),
            held: BTreeMap::new(),
            untold,
            told: Vec::new(),
            opened: BTreeSet::new(),
            part: 0,
            parts: 1,
            is_turned: false,
            typed: Typed::default(),
            tool: None,
            is_flipped: false,
            is_overlaid: true,
            has_contrast: false,
            levers: Levers::default(),
            lever: None,
            tries: Vec::new(),
            trying: None,
            hands: BTreeMap::new(),
            counting: None,
            clock: Clock::starting(now_s),
            when: When::default(),
            known: Vec::new(),
        };
        session.go_to(stop.min(session.count().saturating_sub(1)), sandbox);
        if !session.is_there(session.place.stop, sandbox.blueprint()) {
            session.go_on(sandbox);
        }
        session
    }

    /// With the looks of the lesson that was given before it. Its minutes are its own, and so is its clock.
    #[must_use]
    pub fn after(mut self, before: &Self) -> Self {
        self.has_contrast = before.has_contrast;
        self.tool = before.tool.filter(|tool| *tool == Tool::Pointer);
        self
    }

    /// Another lesson is given: the clock of this one stands still.
    pub fn lie_aside(&mut self, now_s: f64) {
        self.clock.lie_aside(now_s);
    }

    /// It is given again, at the stop where it was left.
    pub fn come_back(&mut self, now_s: f64) {
        self.clock.come_back(now_s);
        self.place = self.place.uncovered();
    }

    /// The lesson.
    #[must_use]
    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    /// How many stops it has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lesson.stops.len()
    }

    /// Where one is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// The stop that is shown.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        self.stop_at(self.place.stop)
    }

    /// A stop by its place.
    #[must_use]
    pub fn stop_at(&self, at: usize) -> Option<&Stop> {
        self.lesson.stops.get(at).map(|(_, stop)| stop)
    }

    pub(super) fn stop_id(&self) -> Option<StopId> {
        self.lesson.stops.get(self.place.stop).map(|(id, _)| *id)
    }

    /// The stop that comes next, of those that can be shown, with its place.
    #[must_use]
    pub fn next(&self, sandbox: &Editor) -> Option<(usize, &Stop)> {
        let places = self.place.stop + 1..self.count();
        let mut there = places.filter(|at| self.is_there(*at, sandbox.blueprint()));
        there.next().and_then(|at| Some((at, self.stop_at(at)?)))
    }

    /// Whether a stop can be shown: its scenario is still there, and at least one of the cards that it is about.
    #[must_use]
    pub fn is_there(&self, at: usize, blueprint: &Blueprint) -> bool {
        let Some(stop) = self.stop_at(at) else { return true };
        let baseline = blueprint.baseline();
        let scenario = stop.scenario.map_or(Some(baseline), |id| blueprint.scenario(id));
        scenario.is_some_and(|scenario| {
            let steps = scenario.steps();
            stop.around.is_empty() || stop.around.iter().any(|step| steps.contains_key(step))
        })
    }

    /// Which part of the stop is shown where not all of it can be at once.
    #[must_use]
    pub fn part(&self) -> usize {
        self.part
    }

    /// Says which part of the stop is shown, and of how many: they are gone through before what is held back.
    pub fn shown_in(&mut self, part: usize, parts: usize) {
        self.parts = parts.max(1);
        let part = if self.is_turned { self.part } else { part };
        self.part = part.min(self.parts - 1);
    }

    /// Whether the part is seen in which a try has changed something, as nobody has turned to another.
    #[must_use]
    pub fn follows_try(&self, sandbox: &Editor) -> bool {
        !self.is_turned && self.seen_try(sandbox).is_some()
    }

    /// What a stop names and the blueprint no longer has.
    #[must_use]
    pub fn gone(&self, at: usize, blueprint: &Blueprint) -> StopGone {
        let Some(stop) = self.stop_at(at) else { return StopGone::default() };
        StopGone::of(stop, blueprint)
    }

    /// The tool in hand.
    #[must_use]
    pub fn tool(&self) -> Option<Tool> {
        self.tool
    }

    /// Whether the other of two scenarios is shown.
    #[must_use]
    pub fn is_flipped(&self) -> bool {
        self.is_flipped
    }

    /// Whether there is another version than the one that is shown: that of the stop's `with`, what a try began with, or
    /// what was before levers were turned.
    #[must_use]
    pub fn has_other(&self, sandbox: &Editor) -> bool {
        let shown = sandbox.scenario().id();
        let with = self.stop().and_then(|stop| stop.with).filter(|with| *with != shown);
        with.is_some_and(|with| sandbox.blueprint().scenario(with).is_some())
            || self.seen_try(sandbox).is_some()
            || sandbox.trial().is_some()
    }

    /// The lesson is over, and no other follows.
    pub fn end(&mut self) {
        self.place.over = Over::TheEnd;
    }

    /// Whether both of two scenarios are shown on one axis.
    #[must_use]
    pub fn is_overlaid(&self) -> bool {
        self.is_overlaid
    }

    /// Whether the wall has more contrast than is usual.
    #[must_use]
    pub fn has_contrast(&self) -> bool {
        self.has_contrast
    }

    /// What can be turned at this stop.
    #[must_use]
    pub fn levers(&self) -> &Levers {
        &self.levers
    }

    /// The lever that the keys turn.
    #[must_use]
    pub fn lever_at_hand(&self) -> Option<Lever> {
        self.lever
    }

    /// What was typed so far of a number.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.typed.text()
    }

    /// What the room proposed so far.
    #[must_use]
    pub fn tries(&self) -> &[Try] {
        &self.tries
    }

    /// The try that is being made.
    #[must_use]
    pub fn trying(&self) -> Option<ScenarioId> {
        self.trying
    }

    /// The try that is seen, being made or made before.
    #[must_use]
    pub fn seen_try(&self, sandbox: &Editor) -> Option<&Try> {
        let shown = sandbox.scenario().id();
        self.tries.iter().find(|tried| tried.scenario == shown)
    }

    /// Hands for each answer of the stop, as far as they were counted.
    #[must_use]
    pub fn hands(&self) -> &[u32] {
        let counted = self.stop_id().and_then(|id| self.hands.get(&id));
        counted.map_or(&[], Vec::as_slice)
    }

    /// The answer whose hands are being counted.
    #[must_use]
    pub fn counting(&self) -> Option<usize> {
        self.counting
    }

    /// Counts the hands for an answer.
    pub fn count_hands(&mut self, answer: usize, count: u32) {
        let (Some(id), Some(stop)) = (self.stop_id(), self.stop()) else { return };
        let answers = stop.answers.len();
        let hands = self.hands.entry(id).or_default();
        hands.resize(answers, 0);
        if let Some(slot) = hands.get_mut(answer) {
            *slot = count;
        }
    }

    /// How the lesson stands in time.
    #[must_use]
    pub fn standing(&self, now_s: f64) -> Standing {
        let minutes = |stops: &[(StopId, Stop)]| {
            stops.iter().filter_map(|(_, stop)| stop.minutes).map(f64::from).sum::<f64>()
        };
        let stops = &self.lesson.stops;
        let to_here = stops.get(..=self.place.stop.min(stops.len().saturating_sub(1)));
        Standing {
            elapsed_s: self.clock.elapsed_s(now_s),
            until_s: to_here.map_or(0.0, minutes) * 60.0,
            planned_s: minutes(stops) * 60.0,
            is_paused: self.clock.is_paused(),
        }
    }

    /// The figures of a scenario; those of a version that was asked for lately are known.
    pub fn figures_of(&mut self, scenario: &Arc<Scenario>) -> Arc<Analysis> {
        self.seen_of(scenario).figures
    }

    /// A scenario as it is at the time that figures are of, with these; what was asked for lately is known.
    pub fn seen_of(&mut self, scenario: &Arc<Scenario>) -> Seen {
        /// At least as many as there are rows in a list of tries that one reads.
        const MOST: usize = 32;
        let known = self.known.iter().find(|(other, _)| Arc::ptr_eq(other, scenario));
        if let Some((_, seen)) = known {
            return seen.clone();
        }
        let seen = Seen::of(scenario, self.when);
        if self.known.len() >= MOST {
            self.known.remove(0);
        }
        self.known.push((Arc::clone(scenario), seen.clone()));
        seen
    }

    /// Says which time of day figures are of, as elsewhere in the window.
    pub fn look_at(&mut self, when: When) {
        if self.when != when {
            self.when = when;
            self.known.clear();
        }
    }

    /// The scenario of the sandbox that a stop is about, whatever is shown; the baseline where it is gone.
    #[must_use]
    pub fn scenario_of<'a>(&self, stop: &Stop, sandbox: &'a Editor) -> &'a Arc<Scenario> {
        let blueprint = sandbox.blueprint();
        let named = stop.scenario.and_then(|id| blueprint.scenario(id));
        named.unwrap_or_else(|| blueprint.baseline())
    }
}
