//! The simulation of what is shown: it starts by itself with every change of the figures, off the
//! window's thread, and the formulas stand there until it has settled.
//!
//! - here: what is simulated now, what is known, and what becomes of a change;
//! - `study`: the work itself, from round to round;
//! - `day`: the part of it that comes first where there is a day; `ended`: why it ended.
//!
//! # What always holds
//!
//! - What is shown as simulated is of the very version that is shown; of any other nothing is shown.
//! - A new change cancels what runs. Once it has ended nothing runs and no pass is asked for.
//! - Files, pictures and workbooks know nothing of it. A report that needs a simulation has one of its own, of a fixed
//!   number of rounds, so that it does not depend on how far this one has come.

mod day;
mod ended;
mod study;

use std::sync::Arc;

use egui::Context;

use crate::analysis::{Analysis, Figure, FigureKey};
use crate::background::{Kept, Pace};
use crate::blueprint::Scenario;
use crate::simulation::{DayDifference, PairedDifference, SideBySide};

pub(super) use self::day::FoundDay;
pub(super) use self::ended::Ended;
pub(super) use self::study::Found;
use self::study::{Answer, Job, answer};

/// What the window simulates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Simulation {
    /// Nothing: there are formulas only.
    #[default]
    Off,
    /// At most so many rounds, without a look at the clock: the same on every computer.
    Rounds(u32),
    /// Until the figures are precise, or for three seconds.
    Live,
}

/// How many versions are remembered, so that what was known comes back at once with an undo or another
/// scenario.
const REMEMBERED: usize = 8;

/// A version of a scenario. Two are the same if their figures are.
#[derive(Clone, Debug)]
pub(super) struct Version(Arc<Scenario>);

impl Version {
    /// That of a scenario as it is.
    pub fn of(scenario: &Arc<Scenario>) -> Self {
        Self(Arc::clone(scenario))
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || self.0.id() == other.0.id() && self.0.same_figures(&other.0)
    }
}

/// What is simulated.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    /// What is shown; of two that are compared the earlier one first.
    sides: Vec<Version>,
    /// Those whose days are simulated.
    days: Vec<Version>,
    /// A hand is changing it: the first round will do.
    is_held: bool,
    /// How many times somebody wanted it to go on.
    goes_on: u32,
}

/// What is asked of the simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To end with what it has.
    Stop,
    /// To go on until the figures are precise.
    GoOn,
    /// To be tried once more after it broke off.
    Again,
}

/// The simulation of what is shown.
pub(super) struct Simulating {
    how: Simulation,
    kept: Kept<Asked, Arc<Answer>>,
    asked: Option<Asked>,
    /// What is known, the newest last.
    known: Vec<(Version, Arc<Found>)>,
    /// What is known of days, the newest last.
    known_days: Vec<(Version, Arc<FoundDay>)>,
    seen: u64,
}

/// What the parts of the window see of it.
#[derive(Clone)]
pub(super) struct Simulated {
    /// What is known of the version that is shown.
    pub found: Option<Arc<Found>>,
    /// What is known of the day that it belongs to.
    pub day: Option<Arc<FoundDay>>,
    /// Whether that is being simulated.
    pub is_running: bool,
    /// Whether it broke off.
    pub is_lost: bool,
}

/// A scenario with its figures.
pub(super) type Analysed = (Arc<Scenario>, Arc<Analysis>);

impl Simulating {
    /// Nothing is known yet.
    pub fn new(how: Simulation) -> Self {
        Self {
            how,
            kept: Kept::new("simulation"),
            asked: None,
            known: Vec::new(),
            known_days: Vec::new(),
            seen: 0,
        }
    }

    /// Another document: nothing is known of it.
    pub fn forget(&mut self) {
        *self = Self::new(self.how);
    }

    /// Whether anything is simulated at all.
    pub fn is_on(&self) -> bool {
        self.how != Simulation::Off
    }

    /// Fetches what was found, and simulates anew where the figures are others now: first the days of
    /// `days`, of which those without one are left out, then the long runs of `sides`. `is_held`: a hand is
    /// changing them. Answers whether there is something new to show.
    pub fn follow(
        &mut self,
        ctx: &Context,
        sides: Vec<Analysed>,
        days: &[Arc<Scenario>],
        is_held: bool,
    ) -> bool {
        if !self.is_on() || sides.is_empty() {
            return false;
        }
        let versions: Vec<Version> = sides.iter().map(|(it, _)| Version(Arc::clone(it))).collect();
        let with_day = days.iter().filter(|it| it.demand().day.is_some());
        let days: Vec<Version> = with_day.map(|it| Version(Arc::clone(it))).collect();
        let is_same = |asked: &Asked| asked.sides == versions && asked.days == days;
        let before = self.asked.take().filter(is_same);
        let asked = match before {
            // Who only presses a button somewhere leaves alone what has begun.
            Some(before) => Asked { is_held: before.is_held && is_held, ..before },
            None => Asked { sides: versions, days, is_held, goes_on: 0 },
        };
        let is_known = asked.goes_on == 0 && asked.sides.len() == 1 && asked.days.len() <= 1 && {
            let found = asked.sides.first().and_then(|version| self.known(&version.0));
            let is_day_known = |day: &Version| {
                self.known_day(&day.0).is_some_and(|found| found.is_final(asked.is_held))
            };
            found.is_some_and(|found| found.is_final(asked.is_held))
                && asked.days.iter().all(is_day_known)
        };
        if is_known {
            self.kept.fetch(ctx);
            self.kept.rest();
        } else {
            // Of two days it is not known how they differ.
            let is_alone = asked.days.len() == 1;
            let known = |day: &Version| {
                let known = self.known_day(&day.0).filter(|_| is_alone);
                let is_enough = |found: &&Arc<FoundDay>| {
                    found.is_final(asked.is_held)
                        && (asked.goes_on == 0 || found.ended == Some(Ended::Precise))
                };
                (Arc::clone(&day.0), known.filter(is_enough).cloned())
            };
            let days = asked.days.iter().map(known).collect();
            let (how, is_held, goes_on) = (self.how, asked.is_held, asked.goes_on);
            let job = Job { sides, days, how, is_held, goes_on };
            self.kept
                .follow(&asked, ctx, Pace::Beside, move |signal| Arc::new(answer(&job, signal)));
        }
        self.asked = Some(asked);
        self.remember()
    }

    /// Takes in what came; answers whether something did.
    fn remember(&mut self) -> bool {
        if self.seen == self.kept.serial() {
            return false;
        }
        self.seen = self.kept.serial();
        let (Some(asked), Some(answer)) = (self.kept.value_key(), self.kept.value()) else {
            return true;
        };
        // Of what a hand only passed by nothing is kept.
        self.known.retain(|(known, found)| found.is_final(false) || asked.sides.contains(known));
        self.known_days
            .retain(|(known, found)| found.is_final(false) || asked.days.contains(known));
        for (version, found) in asked.sides.iter().zip(&answer.found) {
            put(&mut self.known, version, found, |found| found.rounds);
        }
        for (version, found) in asked.days.iter().zip(&answer.days) {
            put(&mut self.known_days, version, found, FoundDay::days);
        }
        true
    }

    fn known(&self, scenario: &Arc<Scenario>) -> Option<&Arc<Found>> {
        let version = Version(Arc::clone(scenario));
        self.known.iter().rev().find(|(known, _)| *known == version).map(|(_, found)| found)
    }

    /// What is known of the day of a scenario.
    pub fn known_day(&self, scenario: &Arc<Scenario>) -> Option<&Arc<FoundDay>> {
        let version = Version(Arc::clone(scenario));
        self.known_days.iter().rev().find(|(known, _)| *known == version).map(|(_, found)| found)
    }

    /// The figures that are shown of a version: those of the simulation where it leads.
    pub fn leading(&self, scenario: &Arc<Scenario>, formulas: &Arc<Analysis>) -> Arc<Analysis> {
        let found = self.known(scenario).and_then(|found| found.leading.as_ref());
        Arc::clone(found.unwrap_or(formulas))
    }

    /// What is to be seen of a version, which belongs to the day of a scenario.
    pub fn of(&self, scenario: &Arc<Scenario>, day: &Arc<Scenario>) -> Simulated {
        let version = Version(Arc::clone(scenario));
        let asked = self.asked.as_ref().filter(|asked| asked.sides.contains(&version));
        Simulated {
            found: self.known(scenario).cloned(),
            day: self.known_day(day).cloned(),
            is_running: asked.is_some() && self.kept.is_busy(),
            is_lost: asked.is_some_and(|asked| self.kept.failure(asked).is_some()),
        }
    }

    /// How two scenarios that are compared differ, once both have settled.
    pub fn differences(
        &self,
        before: &Arc<Scenario>,
        after: &Arc<Scenario>,
    ) -> &[PairedDifference] {
        let pair = [before, after].map(|scenario| Version(Arc::clone(scenario)));
        let is_theirs = self.kept.value_key().is_some_and(|asked| asked.sides == pair);
        match self.kept.value() {
            Some(answer) if is_theirs && answer.is_settled() => &answer.differences,
            _ => &[],
        }
    }

    /// How the days of two scenarios that are compared differ.
    pub fn day_differences(
        &self,
        before: &Arc<Scenario>,
        after: &Arc<Scenario>,
    ) -> &[DayDifference] {
        let pair = [before, after].map(|scenario| Version(Arc::clone(scenario)));
        let is_theirs = self.kept.value_key().is_some_and(|asked| asked.days == pair);
        match self.kept.value() {
            Some(answer) if is_theirs => &answer.day_differences,
            _ => &[],
        }
    }

    /// Whether something is being simulated.
    pub fn is_busy(&self) -> bool {
        self.kept.is_busy()
    }

    /// Grows with everything that was found.
    pub fn serial(&self) -> u64 {
        self.seen
    }

    /// Does what is asked of it.
    pub fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::Stop => self.kept.stop(),
            Wish::GoOn => {
                if let Some(asked) = &mut self.asked {
                    asked.goes_on += 1;
                }
            }
            Wish::Again => self.kept.again(),
        }
    }
}

/// Takes in what was found of a version; `rounds` says how much was simulated for it.
fn put<T>(
    known: &mut Vec<(Version, Arc<T>)>,
    version: &Version,
    found: &Arc<T>,
    rounds: impl Fn(&T) -> u32,
) {
    let mut newer = Arc::clone(found);
    if let Some(at) = known.iter().position(|(known, _)| known == version) {
        // The same rounds again, on the way to more of them, say nothing new.
        let (_, before) = known.remove(at);
        if rounds(&before) > rounds(found) {
            newer = before;
        }
    }
    known.push((version.clone(), newer));
    let over = known.len().saturating_sub(REMEMBERED);
    known.drain(..over);
}

impl Simulated {
    /// Whether the day is still being simulated.
    pub fn is_day_running(&self) -> bool {
        self.is_running && self.day.as_ref().is_none_or(|day| day.ended.is_none())
    }

    /// Formula and simulation of a figure that is shown.
    pub fn row(&self, key: FigureKey) -> Option<&SideBySide> {
        let found = self.found.as_ref()?;
        found.rows.iter().find(|row| row.subject.key() == Some(key))
    }

    /// The capacity that was attained, where the formula says no more than what it is at most.
    pub fn attained(&self) -> Option<&Figure> {
        Some(&self.row(FigureKey::Capacity)?.simulated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::storage::sample;

    fn hotel(per_hour: f64) -> Analysed {
        let sample = sample("hotel-room-service").unwrap();
        let mut blueprint = sample.open().unwrap();
        let id = blueprint.baseline().id();
        let changed = blueprint.edit(id, |scenario, _| {
            let mut demand = scenario.demand().clone();
            demand.per_hour = Some(crate::blueprint::Quantity::new(per_hour)?);
            scenario.set_demand(demand)?;
            Ok(())
        });
        changed.unwrap();
        let scenario = Arc::clone(blueprint.baseline());
        let analysis = Arc::new(analyse(&scenario));
        (scenario, analysis)
    }

    fn rest(simulating: &mut Simulating, of: &Analysed, is_held: bool) -> Arc<Found> {
        let ctx = Context::default();
        for _ in 0..6_000 {
            simulating.follow(&ctx, vec![of.clone()], std::slice::from_ref(&of.0), is_held);
            if !simulating.is_busy() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        simulating.of(&of.0, &of.0).found.unwrap()
    }

    #[test]
    fn a_hand_that_changes_figures_sees_the_first_round_and_the_rest_once_it_lets_go() {
        let mut simulating = Simulating::new(Simulation::Rounds(3));
        let (one, other) = (hotel(12.0), hotel(6.0));
        let found = rest(&mut simulating, &one, true);
        assert_eq!((found.rounds, found.ended), (1, Some(Ended::Held)));
        assert_eq!(rest(&mut simulating, &one, false).rounds, 3);
        // A button that is pressed while nothing changes begins nothing anew.
        assert_eq!(rest(&mut simulating, &one, true).rounds, 3);
        assert_eq!(rest(&mut simulating, &other, true).rounds, 1);
        // What is known comes back at once, and what is known of another is never shown.
        simulating.follow(&Context::default(), vec![one.clone()], &[], false);
        assert_eq!(simulating.of(&one.0, &one.0).found.unwrap().rounds, 3);
        assert!(!simulating.is_busy());
        let third = hotel(7.0);
        assert!(simulating.of(&third.0, &third.0).found.is_none());
        assert_eq!(*simulating.leading(&third.0, &third.1), *third.1);
    }

    #[test]
    fn a_day_comes_first_and_stays_known_while_another_hour_is_looked_at() {
        let sample = sample("clinic-appointments").unwrap();
        let day = Arc::clone(sample.open().unwrap().baseline());
        let at = |hour| {
            let seen = Arc::new(day.at(hour).unwrap());
            let analysis = Arc::new(analyse(&seen));
            (seen, analysis)
        };
        let mut simulating = Simulating::new(Simulation::Rounds(3));
        let ctx = Context::default();
        let mut rest = |hour: usize, is_held: bool| {
            let (seen, analysis) = at(hour);
            let mut first = None;
            for _ in 0..6_000 {
                let sides = vec![(Arc::clone(&seen), Arc::clone(&analysis))];
                simulating.follow(&ctx, sides, std::slice::from_ref(&day), is_held);
                let now = simulating.of(&seen, &day);
                first = first.or_else(|| {
                    Some((now.day.is_some(), now.found.is_some())).filter(|(a, b)| *a || *b)
                });
                if !simulating.is_busy() {
                    break;
                }
                std::thread::sleep(std::time::Duration::from_millis(2));
            }
            let now = simulating.of(&seen, &day);
            (first.unwrap(), now.day.unwrap(), now.found.unwrap())
        };
        let (first, held, _) = rest(0, true);
        assert!(first.0, "the day is there before the long run, or with it");
        assert_eq!(held.ended, Some(Ended::Held));
        assert!(held.days() <= 20);
        let (_, known, found) = rest(0, false);
        assert_eq!((known.days(), known.ended), (80, Some(Ended::Time)));
        assert_eq!(found.rounds, 3);
        // Another hour is another long run of the same day, which is not simulated again.
        let (_, again, _) = rest(3, false);
        assert!(Arc::ptr_eq(&known, &again));
    }

    #[test]
    fn nothing_is_simulated_where_it_is_off() {
        let mut simulating = Simulating::new(Simulation::Off);
        let of = hotel(12.0);
        assert!(!simulating.follow(&Context::default(), vec![of.clone()], &[], false));
        assert!(!simulating.is_busy() && simulating.of(&of.0, &of.0).found.is_none());
    }
}
