//! The time line of one customer's visit: what happens when, who is busy, and what decides how long
//! it all takes.

use crate::analysis::result::{Analysis, Lack};
use crate::blueprint::{LaneId, RoleId, Scenario, StepId, Zone};
use crate::process::{Activity, ArcKind, MeetingTree, Moment, Part, Process};

/// One customer's visit, from arrival to the last way out.
///
/// It is the *typical* customer's: at each decision the likeliest way (of equal ones the first
/// drawn) that leads on, each moment once and no way back, with average times and waits. So it is
/// one of many visits; the throughput time averages over all of them. Without decisions, and with
/// fixed times in an empty service, the two are equal. Branches side by side do not wait for each
/// other's staff, unless the waits of the analysis say so.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Visit {
    /// What the customer passes, and what is set off on the way, by start, then in document order.
    pub stops: Vec<Stop>,
    /// Seconds from arrival until the customer's last branch has ended; triggered work may last
    /// longer.
    pub total_s: f64,
    /// The critical path (Kelley & Walker 1959): one step for each stop on the longest way, the
    /// longest of its moment, in order. The waits and times of these stops add up to
    /// [`Visit::total_s`]. Of ways that are equally long the first drawn.
    pub critical: Vec<StepId>,
    /// What is missing: times, which count as zero here, or a flow to follow.
    pub lacks: Vec<Lack>,
    /// How many choices were made for the typical customer: decisions and entries of which only the
    /// likeliest way is followed, loops that are passed once, stops that several branches of one
    /// customer come to separately.
    pub ways_left_out: usize,
}

/// A moment of a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Seconds after arrival at which the wait is over and all its steps start.
    pub start_s: f64,
    /// Seconds after arrival at which the longest of its steps ends.
    pub end_s: f64,
    /// Seconds of waiting before the start, at the demand of the analysis; zero where unknown.
    pub wait_s: f64,
    /// Whether the wait is known.
    pub waits_known: bool,
    /// Seconds that it could last longer without the customer leaving later; never below zero.
    /// `None` for work that no customer waits for.
    pub slack_s: Option<f64>,
    /// Whether a Trigger starts it, when the moment before ends; the customer does not wait for it.
    pub triggered: bool,
    /// Its steps, in document order; never empty.
    pub steps: Vec<StopStep>,
}

/// A step of a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct StopStep {
    /// The step.
    pub step: StepId,
    /// The lane that it lies in.
    pub lane: LaneId,
    /// The zone of the lane.
    pub zone: Zone,
    /// Whether the customer sees it: in front of the line of visibility.
    pub visible: bool,
    /// Seconds after arrival: the start of its moment.
    pub start_s: f64,
    /// Seconds after arrival: the start and its own time with set-up, which may be shorter than the
    /// moment's.
    pub end_s: f64,
    /// The roles that are busy with it, none twice: of each need the first role in document order
    /// that somebody is there for.
    pub roles: Vec<RoleId>,
}

/// Follows the typical customer through a service. `process` and `analysis` are of the same
/// scenario. Near-linear in steps and links.
#[must_use]
pub fn visit(scenario: &Scenario, process: &Process, analysis: &Analysis) -> Visit {
    profiling::function_scope!();
    let mut walk = Walk::new(process);
    walk.take_ways();
    let waits = waits(process, analysis);
    walk.set_times(&waits);
    Visit {
        total_s: walk.total_s(),
        critical: walk.critical(),
        lacks: walk.lacks(),
        ways_left_out: walk.left_out,
        stops: walk.stops(scenario, &waits),
    }
}

/// The wait before each moment, and whether it is known.
fn waits(process: &Process, analysis: &Analysis) -> Vec<(f64, bool)> {
    let of_moment = |moment: &Moment| {
        let figures = moment.first_step().and_then(|step| analysis.steps.get(&step))?;
        // A visit is that of somebody who is served.
        figures.wait_served_s.or(figures.wait_s.value)
    };
    let waits = process.moments.iter().map(of_moment);
    waits.map(|wait| (wait.unwrap_or(0.0), wait.is_some())).collect()
}

/// A walk along the ways of the typical customer. Lists go by moment.
struct Walk<'a> {
    process: &'a Process,
    /// Reached moments, each before all that follow it but for ways back.
    order: Vec<usize>,
    /// The place of each moment in the order; `None` where nobody comes.
    place: Vec<Option<usize>>,
    /// Whether the typical customer, or what he sets off, comes here.
    passed: Vec<bool>,
    /// The arcs that lead to a moment and are taken.
    before: Vec<Vec<usize>>,
    /// Whether each arc is taken.
    taken: Vec<bool>,
    start_s: Vec<f64>,
    end_s: Vec<f64>,
    left_out: usize,
}

impl<'a> Walk<'a> {
    fn new(process: &'a Process) -> Self {
        let count = process.moments.len();
        let mut walk = Self {
            process,
            order: Vec::with_capacity(count),
            place: vec![None; count],
            passed: vec![false; count],
            before: vec![Vec::new(); count],
            taken: vec![false; process.arcs.len()],
            start_s: vec![0.0; count],
            end_s: vec![0.0; count],
            left_out: 0,
        };
        walk.put_in_order();
        walk
    }

    /// Orders the moments by a walk into depth: an arc that leads to an earlier place is a way back.
    fn put_in_order(&mut self) {
        let process = self.process;
        let mut seen = vec![false; process.moments.len()];
        for entry in self.arrivals() {
            let Some(first) = process.arcs[entry].to else { continue };
            if std::mem::replace(&mut seen[first], true) {
                continue;
            }
            let mut open = vec![(first, 0)];
            while let Some((moment, next)) = open.last_mut() {
                let Some(arc) = process.moments[*moment].outs.get(*next) else {
                    self.order.push(*moment);
                    open.pop();
                    continue;
                };
                *next += 1;
                let arc = &process.arcs[*arc];
                if let Some(to) = arc.to.filter(|_| arc.is_live())
                    && !std::mem::replace(&mut seen[to], true)
                {
                    open.push((to, 0));
                }
            }
        }
        self.order.reverse();
        for (at, moment) in self.order.iter().enumerate() {
            self.place[*moment] = Some(at);
        }
    }

    /// The arcs that customers come in by, in document order.
    fn arrivals(&self) -> Vec<usize> {
        let arcs = self.process.arcs.iter().enumerate();
        arcs.filter(|(_, arc)| arc.kind == ArcKind::Arrival && arc.is_live())
            .map(|(index, _)| index)
            .collect()
    }

    /// The live arcs of a kind out of a moment.
    fn outs(&self, moment: usize, kind: ArcKind) -> impl Iterator<Item = usize> {
        let process = self.process;
        let outs = process.moments[moment].outs.iter().copied();
        outs.filter(move |arc| process.arcs[*arc].kind == kind && process.arcs[*arc].is_live())
    }

    /// Whether an arc leads on rather than back.
    fn leads_on(&self, arc: usize) -> bool {
        let arc = &self.process.arcs[arc];
        match (arc.from, arc.to) {
            (Some(from), Some(to)) => self.place[from] < self.place[to],
            _ => true,
        }
    }

    /// Whether a way out of the service can be reached from each moment without going back.
    fn ways_out(&self) -> Vec<bool> {
        let mut out = vec![false; self.process.moments.len()];
        for &moment in self.order.iter().rev() {
            let mut flows = self.outs(moment, ArcKind::Flow).peekable();
            out[moment] = flows.peek().is_none()
                || flows.any(|arc| {
                    self.leads_on(arc) && self.process.arcs[arc].to.is_none_or(|to| out[to])
                });
        }
        out
    }

    /// Marks what is passed, and the arcs that are taken.
    fn take_ways(&mut self) {
        let ways_out = self.ways_out();
        let entries = self.arrivals();
        let taken = if self.process.forks_on_arrival {
            entries
        } else {
            self.left_out += usize::from(entries.len() > 1);
            self.likeliest(entries.into_iter()).into_iter().collect()
        };
        self.take(taken);
        for at in 0..self.order.len() {
            let moment = self.order[at];
            if !self.passed[moment] {
                continue;
            }
            let flows: Vec<usize> = self.outs(moment, ArcKind::Flow).collect();
            let on: Vec<usize> = flows.iter().copied().filter(|arc| self.leads_on(*arc)).collect();
            let decides = self.process.moments[moment].decision.is_some();
            self.left_out += usize::from(on.len() < flows.len() || (decides && flows.len() > 1));
            let taken = if decides {
                let out = |arc: &usize| self.process.arcs[*arc].to.is_none_or(|to| ways_out[to]);
                let chosen = self.likeliest(on.iter().copied().filter(out));
                chosen.or_else(|| self.likeliest(on.iter().copied())).into_iter().collect()
            } else {
                on
            };
            self.take(taken);
            let set_off = self.outs(moment, ArcKind::Trigger).filter(|arc| self.leads_on(*arc));
            self.take(set_off.collect());
        }
        let apart = (0..self.passed.len()).filter(|moment| self.come_apart(*moment)).count();
        self.left_out += apart;
    }

    /// Whether ways of one customer meet here without waiting for each other.
    fn come_apart(&self, moment: usize) -> bool {
        let Some(meeting) = self.process.moments[moment].meeting.as_ref() else { return false };
        if self.before[moment].len() < 2 {
            return false;
        }
        let mut apart = false;
        meeting.fold(
            |arc| self.taken[arc],
            |tree, come| {
                let several = come.iter().filter(|come| **come).count() > 1;
                apart |= several && matches!(tree, MeetingTree::Merge(_));
                come.contains(&true)
            },
        );
        apart
    }

    /// The arc with the largest share; of equal ones the first.
    fn likeliest(&self, arcs: impl Iterator<Item = usize>) -> Option<usize> {
        let share = |arc: usize| self.process.arcs[arc].share.unwrap_or(0.0);
        arcs.reduce(|best, arc| if share(arc) > share(best) { arc } else { best })
    }

    fn take(&mut self, arcs: Vec<usize>) {
        for arc in arcs {
            self.taken[arc] = true;
            if let Some(to) = self.process.arcs[arc].to {
                self.passed[to] = true;
                self.before[to].push(arc);
            }
        }
    }

    fn duration_s(&self, moment: usize) -> f64 {
        self.process.moments[moment].duration_s.unwrap_or(0.0)
    }

    /// When the start of an arc has ended; arrivals are at zero.
    fn left_at_s(&self, arc: usize) -> f64 {
        self.process.arcs[arc].from.map_or(0.0, |from| self.end_s[from])
    }

    fn set_times(&mut self, waits: &[(f64, bool)]) {
        for at in 0..self.order.len() {
            let moment = self.order[at];
            let latest = self.before[moment].iter().map(|arc| self.left_at_s(*arc));
            self.start_s[moment] = latest.fold(0.0, f64::max) + waits[moment].0;
            self.end_s[moment] = self.start_s[moment] + self.duration_s(moment);
        }
    }

    fn passed_by_customer(&self) -> impl Iterator<Item = usize> {
        let customer = |moment: &usize| self.process.moments[*moment].part == Part::Customer;
        self.order.iter().copied().filter(|moment| self.passed[*moment]).filter(customer)
    }

    fn total_s(&self) -> f64 {
        self.passed_by_customer().map(|moment| self.end_s[moment]).fold(0.0, f64::max)
    }

    /// The steps on the longest way, found backwards from where it ends.
    fn critical(&self) -> Vec<StepId> {
        let last = self.passed_by_customer().reduce(|latest, moment| {
            if self.end_s[moment] >= self.end_s[latest] { moment } else { latest }
        });
        let mut path = Vec::new();
        let mut at = last;
        while let Some(moment) = at {
            path.extend(longest_step(&self.process.moments[moment]));
            let before = self.before[moment].iter().copied().reduce(|latest, arc| {
                if self.left_at_s(arc) > self.left_at_s(latest) { arc } else { latest }
            });
            at = before.and_then(|arc| self.process.arcs[arc].from);
        }
        path.reverse();
        path
    }

    /// When each moment must have ended for the customer to leave in time.
    fn latest_ends_s(&self, waits: &[(f64, bool)]) -> Vec<f64> {
        let mut latest = vec![self.total_s(); self.process.moments.len()];
        for &moment in self.order.iter().rev().filter(|moment| self.passed[**moment]) {
            if self.process.moments[moment].part != Part::Customer {
                continue;
            }
            let must_start = latest[moment] - self.duration_s(moment) - waits[moment].0;
            for arc in &self.before[moment] {
                if let Some(from) = self.process.arcs[*arc].from {
                    latest[from] = latest[from].min(must_start);
                }
            }
        }
        latest
    }

    fn lacks(&self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        if self.order.is_empty() {
            lacks.push(Lack::Flow);
        }
        let passed = || self.order.iter().filter(|moment| self.passed[**moment]);
        let moments = || passed().map(|moment| &self.process.moments[*moment]);
        if moments().any(|moment| moment.visits.is_none()) {
            lacks.push(Lack::SoundFlow);
        }
        let blank = moments()
            .flat_map(|moment| &moment.activities)
            .filter(|activity| activity.mean_s.is_none());
        lacks.extend(blank.map(|activity| Lack::Time(activity.step)));
        lacks.sort_unstable();
        lacks
    }

    fn stops(&self, scenario: &Scenario, waits: &[(f64, bool)]) -> Vec<Stop> {
        let latest = self.latest_ends_s(waits);
        let mut passed: Vec<usize> =
            self.order.iter().copied().filter(|moment| self.passed[*moment]).collect();
        passed.sort_by(|a, b| self.start_s[*a].total_cmp(&self.start_s[*b]).then(a.cmp(b)));
        let stop = |index: usize| {
            let moment = &self.process.moments[index];
            let triggered = moment.part == Part::Triggered;
            let steps = moment
                .activities
                .iter()
                .filter_map(|activity| stop_step(scenario, moment, activity, self.start_s[index]));
            Stop {
                start_s: self.start_s[index],
                end_s: self.end_s[index],
                wait_s: waits[index].0,
                waits_known: waits[index].1,
                slack_s: (!triggered).then(|| (latest[index] - self.end_s[index]).max(0.0)),
                triggered,
                steps: steps.collect(),
            }
        };
        passed.into_iter().map(stop).collect()
    }
}

/// The step that a moment lasts as long as.
pub(in crate::analysis) fn longest_step(moment: &Moment) -> Option<StepId> {
    let longest = moment.activities.iter().find(|a| a.hold_s() == moment.duration_s);
    longest.map(|activity| activity.step).or_else(|| moment.first_step())
}

fn stop_step(
    scenario: &Scenario,
    moment: &Moment,
    activity: &Activity,
    start_s: f64,
) -> Option<StopStep> {
    let step = scenario.steps().get(&activity.step)?;
    let zone = scenario.zone_of(step);
    let there = |role: &&RoleId| scenario.roles().get(*role).is_some_and(|r| r.heads() > 0);
    let mut roles: Vec<RoleId> = activity
        .claims
        .iter()
        .filter_map(|claim| claim.roles.iter().find(there).or_else(|| claim.roles.first()))
        .copied()
        .collect();
    roles.sort_by_key(|role| scenario.roles().get_index_of(role));
    roles.dedup();
    // Where a time of the moment is missing, none of its steps has a length.
    let lasts_s = moment.duration_s.and_then(|_| activity.hold_s()).unwrap_or(0.0);
    Some(StopStep {
        step: activity.step,
        lane: step.lane,
        zone,
        visible: zone.is_visible(),
        start_s,
        end_s: start_s + lasts_s,
        roles,
    })
}
