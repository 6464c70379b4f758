//! What each step of a moment does: its time with blanks filled in, and what it claims.

use smallvec::SmallVec;

use super::network::{Activity, Claim, Room, Variation};
use super::reading::Timing;
use crate::blueprint::{LaneId, Law, Places, RoleId, Scenario, Span, Step, StepId, StepKind, Zone};

/// Reads the steps of a moment, which are so many.
///
/// A decision's blank time is 0. Beside a step with a time, a blank one lasts as long as the
/// longest by mean. A lone customer's wait takes whatever the wait is. Anything else stays missing.
pub(super) fn of_moment<'a>(
    scenario: &Scenario,
    zones: &LaneZones,
    steps: impl Iterator<Item = (usize, StepId, &'a Step)>,
    count: usize,
) -> Timing {
    let mut activities: SmallVec<[Activity; 1]> = SmallVec::with_capacity(count);
    activities.extend(steps.map(|(position, id, step)| {
        let zone = zones.of_step(scenario, step);
        own(scenario, zone, (position, id), step, count == 1)
    }));
    let mut longest: Option<(f64, f64, bool)> = None;
    for activity in activities.iter().filter(|activity| activity.own_time) {
        if let Some(hold) = activity.hold_s()
            && longest.is_none_or(|(most, ..)| hold > most)
        {
            longest = Some((hold, activity.scv, activity.exponential && activity.setup_s == 0.0));
        }
    }
    if let Some((mean, scv, exponential)) = longest {
        for activity in activities.iter_mut().filter(|activity| activity.mean_s.is_none()) {
            activity.mean_s = Some((mean - activity.setup_s).max(0.0));
            activity.scv = scv;
            activity.exponential = exponential;
        }
    }
    let duration_s = activities
        .iter()
        .map(Activity::hold_s)
        .try_fold(0.0, |most: f64, hold| hold.map(|hold| most.max(hold)));
    let timed = || activities.iter().filter(|a| a.own_time && a.hold_s() > Some(0.0));
    let variation = if timed().all(|activity| activity.scv == 0.0) {
        Variation::Fixed
    } else if timed().count() == 1 {
        Variation::Random
    } else {
        Variation::LongestOfSeveral
    };
    Timing { activities, duration_s, variation }
}

/// The zones of the first lanes, which are quicker to look through than a table.
pub(super) struct LaneZones(SmallVec<[(LaneId, Zone); LaneZones::MOST]>);

impl LaneZones {
    const MOST: usize = 16;

    pub(super) fn of(scenario: &Scenario) -> Self {
        let lanes = scenario.lanes().iter().take(Self::MOST);
        Self(lanes.map(|(id, lane)| (*id, lane.zone)).collect())
    }

    /// The zone that a step lies in.
    fn of_step(&self, scenario: &Scenario, step: &Step) -> Zone {
        let known = self.0.iter().find(|(lane, _)| *lane == step.lane);
        known.map_or_else(|| scenario.zone_of(step), |(_, zone)| *zone)
    }
}

fn own(
    scenario: &Scenario,
    zone: Zone,
    (position, id): (usize, StepId),
    step: &Step,
    alone: bool,
) -> Activity {
    let is_wait = alone
        && step.wait.is_some()
        && step.time.is_none()
        && step.needs.is_empty()
        && zone == Zone::Customer;
    let (mean_s, scv) = match &step.time {
        Some(time) => (Some(time.mean_s()), time.scv()),
        None if step.kind == StepKind::Decision || is_wait => (Some(0.0), 0.0),
        None => (None, 0.0),
    };
    let setup_s = step.setup.map_or(0.0, Span::seconds);
    let served = matches!(zone, Zone::Frontstage | Zone::Backstage | Zone::Support);
    let one_server = served
        && step.time.is_some()
        && mean_s.is_some_and(|mean| mean + setup_s > 0.0)
        && step.needs.is_empty()
        && step.places.is_none();
    let batch = step.batch_that_fits().get();
    let room = match step.places {
        Some(Places::Count(_)) if is_wait => Room::Waiting { limited: true },
        _ if is_wait => Room::Waiting { limited: false },
        // Each batch needs a place for every customer in it.
        Some(Places::Count(count)) => Room::Places(count.get() / batch),
        _ if one_server => Room::OneServer,
        Some(Places::Unlimited) | None => Room::Unlimited,
    };
    Activity {
        step: id,
        position,
        zone,
        mean_s,
        scv,
        exponential: step.time.as_ref().is_some_and(|time| {
            matches!(time.law(), Law::Exponential { .. } | Law::Erlang { stages: 1, .. })
        }),
        own_time: step.time.is_some(),
        setup_s,
        batch: f64::from(batch),
        claims: claims(scenario, step),
        room,
    }
}

fn claims(scenario: &Scenario, step: &Step) -> SmallVec<[Claim; 1]> {
    step.needs
        .iter()
        .map(|need| {
            let position = |role: &RoleId| {
                scenario.roles().get_index_of(role).and_then(|at| u32::try_from(at).ok())
            };
            // Every role of a need is in the scenario.
            let mut positions: SmallVec<[u32; 4]> =
                need.roles.iter().filter_map(position).collect();
            let mut roles = SmallVec::from_slice(&need.roles);
            if roles.len() > 1 {
                roles.sort_by_key(|role| scenario.roles().get_index_of(role));
                roles.dedup();
                positions.sort_unstable();
                positions.dedup();
            }
            Claim { roles, positions, count: need.count.get(), keep: need.keep }
        })
        .collect()
}
