//! Which of two figures is the greater, and whether that is known at all.
//!
//! A figure that is not exact stands for a range of values. A difference has a sign if the two
//! ranges do not meet, or if theory knows the sign from what was changed. Otherwise the two may
//! well stand the other way round, and nobody must be told that one is better.

use std::cell::OnceCell;

use super::branch_waits;
use crate::analysis::{Band, Basis, Figure, FigureKey};
use crate::blueprint::{Places, RoleId, Scenario, ServiceTime, Step, StepId};
use crate::process::{self, ArcKind, MeetingTree, Part, Process, Room};

/// Where a figure went from one version to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The later one is greater.
    Up,
    /// The later one is smaller.
    Down,
    /// Both are the same number, to rounding, known equally well.
    Level,
    /// Which is greater is not known: one is missing, or their ranges overlap.
    Unknown,
}

/// Differences below this share of the numbers are rounding.
const ROUNDING: f64 = 1e-9;

/// The least and the greatest value that a figure can stand for; `None` without a value.
///
/// A band of ± p % is read the wider way: of the figure below it, of the truth above it.
fn range(figure: &Figure) -> Option<(f64, f64)> {
    let value = figure.value?;
    let (low, high) = match figure.basis {
        Basis::Exact => (value, value),
        Basis::Approximate { band: Some(Band::Seconds(seconds)) } => {
            (value - seconds, value + seconds)
        }
        Basis::Approximate { band: Some(Band::Percent(percent)) } if percent < 100.0 => {
            let part = percent / 100.0;
            let ends = [value * (1.0 - part), value / (1.0 - part)];
            (ends[0].min(ends[1]), ends[0].max(ends[1]))
        }
        Basis::Approximate { .. } | Basis::Unreliable => (f64::NEG_INFINITY, f64::INFINITY),
        Basis::Simulated { half_width } => (value - half_width, value + half_width),
        Basis::LowerBound => (value, f64::INFINITY),
        Basis::UpperBound => (f64::NEG_INFINITY, value),
    };
    Some((low, high))
}

/// What the numbers say by themselves.
#[must_use]
pub fn direction_of(before: &Figure, after: &Figure) -> Direction {
    let (Some(was), Some(is)) = (before.value, after.value) else { return Direction::Unknown };
    if (is - was).abs() <= ROUNDING * was.abs().max(is.abs()) {
        let alike = before.basis == after.basis;
        return if alike { Direction::Level } else { Direction::Unknown };
    }
    match (range(before), range(after)) {
        (Some(before), Some(after)) if before.1 < after.0 => Direction::Up,
        (Some(before), Some(after)) if after.1 < before.0 => Direction::Down,
        _ => Direction::Unknown,
    }
}

/// Two versions of a service, and what theory knows of the way from one to the other.
pub struct Course<'a> {
    before: &'a Scenario,
    after: &'a Scenario,
    /// Read when the numbers alone do not tell.
    read: OnceCell<Option<Turn>>,
}

/// How the later version of the same network differs from the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    /// Only more people, things and places and shorter times; else only fewer and longer.
    eased: bool,
    /// Whether customers stay whole: nobody's way forks, so that nothing waits for its other half.
    whole: bool,
    /// Whether that moves the time with waits one way only.
    waits: bool,
}

impl<'a> Course<'a> {
    /// The way from a version to a later one.
    #[must_use]
    pub fn of(before: &'a Scenario, after: &'a Scenario) -> Self {
        Self { before, after, read: OnceCell::new() }
    }

    /// Where a figure of the whole service went.
    ///
    /// Where the ranges meet, the sign may follow from the change alone. In the same network, with
    /// no fewer people, things and places and no longer times (of the same law):
    ///
    /// - the capacity does not fall, as whoever was added may stand idle;
    /// - without forks the empty service takes no longer;
    /// - without forks, batches, kept units and choices of role nobody waits longer on average.
    ///   Proved for queues in order of arrival where each pool does one step (Shanthikumar & Yao
    ///   1989, "Stochastic monotonicity in general queueing networks"); of more people it is taken
    ///   to hold for pools of several steps, of shorter times it is not;
    /// - with forks the same, where each customer can be followed (Kiefer & Wolfowitz 1955).
    ///
    /// Near-linear in the size of the scenario where this must be asked, else constant.
    #[must_use]
    pub fn direction(&self, key: FigureKey, before: &Figure, after: &Figure) -> Direction {
        let direction = direction_of(before, after);
        let (Some(was), Some(is)) = (before.value, after.value) else { return direction };
        let rises = is > was;
        if direction == Direction::Unknown && (is - was).abs() > ROUNDING * was.abs().max(is.abs())
        {
            let turn = *self.read.get_or_init(|| turn(self.before, self.after));
            if turn.and_then(|turn| turn.lifts(key)) == Some(rises) {
                return if rises { Direction::Up } else { Direction::Down };
            }
        }
        direction
    }
}

impl Turn {
    /// Whether a figure can only have risen, or only fallen; `None` where both may be.
    fn lifts(self, key: FigureKey) -> Option<bool> {
        match key {
            FigureKey::Capacity => Some(self.eased),
            FigureKey::CycleTime | FigureKey::Utilisation => Some(!self.eased),
            FigureKey::RushOrderTime => self.whole.then_some(!self.eased),
            FigureKey::ThroughputTime | FigureKey::WorkInProcess => {
                self.waits.then_some(!self.eased)
            }
            _ => None,
        }
    }
}

/// What was eased and what strained, on the way from one version to the next.
#[derive(Default)]
pub(super) struct Balance {
    eased: bool,
    strained: bool,
    /// The steps whose time is another.
    times: Vec<StepId>,
    /// The steps whose time or places are others.
    pub(super) steps: Vec<StepId>,
    /// The roles of which there are more or fewer.
    pub(super) roles: Vec<RoleId>,
    /// Whether somebody is there for another share of the time.
    pub(super) presence: bool,
}

impl Balance {
    /// Notes an amount of which more eases.
    fn more<T: PartialOrd + Copy>(&mut self, before: T, after: T) {
        self.eased |= after > before;
        self.strained |= after < before;
    }
}

/// How one version follows from another; `None` where they are other networks, or more of one thing
/// came with less of another.
fn turn(before: &Scenario, after: &Scenario) -> Option<Turn> {
    let (demand, other) = (before.demand(), after.demand());
    if demand.steady_rate() != other.steady_rate() || demand.gap_scv != other.gap_scv {
        return None;
    }
    let links = before.links().iter().zip(after.links());
    if before.links().len() != after.links().len()
        || !links.into_iter().all(|(one, two)| one.0 == two.0 && **one.1 == **two.1)
        || before.roles().len() != after.roles().len()
        || before.steps().len() != after.steps().len()
    {
        return None;
    }
    let mut balance = Balance::default();
    for (id, role) in before.roles() {
        let now = after.roles().get(id)?;
        balance.more(role.headcount, now.headcount);
        if role.headcount != now.headcount {
            balance.roles.push(*id);
        }
        balance.presence |= role.availability != now.availability;
        balance.more(role.availability.value(), now.availability.value());
    }
    for (id, step) in before.steps() {
        let now = after.steps().get(id)?;
        if step.same_figures(now) {
            continue;
        }
        let twin = Step { time: step.time.clone(), places: step.places, ..Step::clone(now) };
        if !step.same_figures(&twin) {
            return None;
        }
        balance.more(room(step), room(now));
        balance.steps.push(*id);
        if step.time != now.time {
            let (was, is) = (step.time.as_ref()?, now.time.as_ref()?);
            if !same_law(was, is) {
                return None;
            }
            balance.more(is.mean_s(), was.mean_s());
            balance.times.push(*id);
        }
    }
    (balance.eased != balance.strained).then(|| {
        let process = process::compile(before);
        let (whole, simple) = (is_whole(&process), is_simple(&process));
        let follow = || {
            whole && waits_follow(&process, &balance) || branch_waits::follow(&process, &balance)
        };
        Turn { eased: balance.eased, whole, waits: simple && follow() }
    })
}

/// How many customers a step serves at once by its places; of who does it, elsewhere.
fn room(step: &Step) -> u32 {
    match step.places {
        Some(Places::Count(count)) => count.get() / step.batch_that_fits(),
        None if step.needs.is_empty() => 1,
        Some(Places::Unlimited) | None => u32::MAX,
    }
}

/// Whether two times vary alike around their means.
fn same_law(one: &ServiceTime, other: &ServiceTime) -> bool {
    std::mem::discriminant(one.law()) == std::mem::discriminant(other.law())
        && (one.scv() - other.scv()).abs() <= 1e-6
}

/// Whether no customer's way forks or joins. What is set off apart is nobody's way.
fn is_whole(process: &Process) -> bool {
    let joins = |tree: &MeetingTree| {
        tree.fold(
            |_| false,
            |tree, branches| matches!(tree, MeetingTree::Join { .. }) || branches.contains(&true),
        )
    };
    let customers = process.moments.iter().filter(|moment| moment.part == Part::Customer);
    !process.forks_on_arrival
        && customers.into_iter().all(|moment| {
            let ways = moment.outs.iter().filter_map(|arc| process.arcs.get(*arc));
            let ways = ways.filter(|arc| arc.kind == ArcKind::Flow && arc.is_live());
            (moment.decision.is_some() || ways.count() <= 1)
                && !moment.meeting.as_ref().is_some_and(joins)
        })
}

/// Whether all queues are simple: single customers who need one of each and keep none.
fn is_simple(process: &Process) -> bool {
    let reached = process.moments.iter().filter(|moment| moment.is_reached());
    reached.flat_map(|moment| &moment.activities).all(|activity| {
        activity.batch <= 1.0
            && !matches!(activity.room, Room::Waiting { limited: true })
            && activity
                .claims
                .iter()
                .all(|claim| claim.count == 1 && claim.roles.len() == 1 && !claim.keep)
    })
}

/// The roles that a moment needs, each as often as something asks for it.
pub(super) fn roles_at(process: &Process, moment: usize) -> impl Iterator<Item = &RoleId> {
    let activities = process.moments.get(moment).map_or(&[][..], |moment| &moment.activities);
    activities.iter().flat_map(|activity| &activity.claims).flat_map(|claim| &claim.roles)
}

/// Whether simple queues follow what was changed: of shorter times only such as belong to pools that
/// do nothing else.
fn waits_follow(process: &Process, balance: &Balance) -> bool {
    let roles_at = |at: usize| roles_at(process, at);
    let is_own = |step: &StepId| {
        process.moment_of(*step).is_some_and(|at| {
            roles_at(at).all(|role| {
                (0..process.moments.len())
                    .all(|other| other == at || !roles_at(other).any(|r| r == role))
            })
        })
    };
    balance.times.iter().all(is_own)
}
