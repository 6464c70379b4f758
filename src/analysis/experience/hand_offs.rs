//! How often the work for a customer passes from people to other people.

use rustc_hash::FxHashMap;

use crate::analysis::result::{Basis, Figure, Lack};
use crate::blueprint::{RoleId, RoleKind, Scenario};
use crate::process::{FlowArc, Moment, NumberLists, Process, Sum};

/// Different staffs that are told apart behind a moment without staff. More than so many hardly
/// ever meet; of those that do, the rest is left out and the figure is a lower bound.
const MOST_STAFFS: usize = 16;
/// Passes over moments without staff that lie in a loop among themselves.
const MOST_SWEEPS: usize = 20_000;
/// Moments that are looked at in all those passes.
const MOST_WORK: usize = 100_000;
/// Change of a flow below which it has settled.
const SETTLED: f64 = 1e-13;

/// Work that passes from one staff to another.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::analysis) struct HandOff {
    /// The roles of the staff that had it, in document order.
    pub(in crate::analysis) from: Vec<RoleId>,
    /// The moment where another staff takes it over.
    pub(in crate::analysis) moment: usize,
    /// How often, per customer.
    pub(in crate::analysis) times: f64,
}

/// The expected number of hand-offs per customer.
pub(in crate::analysis) fn figure(
    scenario: &Scenario,
    process: &Process,
    lacking: Option<Lack>,
) -> Figure {
    if let Some(lack) = lacking {
        return Figure::lacking([lack]);
    }
    if !scenario.roles().values().any(|role| role.kind == RoleKind::Staff) {
        return Figure::lacking([Lack::StaffRole]);
    }
    let mut times = Sum::default();
    match each(scenario, process, |_, _, flow| times.add(flow)) {
        Some(Reach::All) => Figure::exact(times.value()),
        Some(Reach::Some) => Figure::new(times.value(), Basis::LowerBound),
        None => Figure::lacking([Lack::SoundFlow]),
    }
}

/// The hand-offs one by one, in document order of those who take over.
pub(in crate::analysis) fn list(scenario: &Scenario, process: &Process) -> Vec<HandOff> {
    let mut found: Vec<(HandOff, Sum)> = Vec::new();
    let mut at: FxHashMap<(Vec<RoleId>, usize), usize> = FxHashMap::default();
    each(scenario, process, |from, moment, times| {
        let index = *at.entry((from.to_vec(), moment)).or_insert_with(|| {
            let from = from.to_vec();
            found.push((HandOff { from, moment, times: 0.0 }, Sum::default()));
            found.len() - 1
        });
        found[index].1.add(times);
    });
    found.into_iter().map(|(hand_off, sum)| HandOff { times: sum.value(), ..hand_off }).collect()
}

/// Whether every hand-off was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    All,
    Some,
}

/// Calls for each arc along which work passes to other people, with their roles and how often;
/// `None` where the flow is not known. Linear in the arcs, but for loops without any staff.
fn each(
    scenario: &Scenario,
    process: &Process,
    mut found: impl FnMut(&[RoleId], usize, f64),
) -> Option<Reach> {
    let reached = |moment: &&Moment| moment.is_reached();
    if process.moments.iter().filter(reached).any(|moment| moment.visits.is_none()) {
        return None;
    }
    let staffs = Staffs::of(scenario, process);
    let mut passing = Passing::of(process, &staffs);
    passing.settle();
    for (index, moment) in process.moments.iter().enumerate() {
        let Some(taking) = staffs.of_moment[index] else { continue };
        if !moment.is_reached() {
            continue;
        }
        for arc in process.live_ins(index) {
            for (staff, flow) in passing.along(arc) {
                if flow > 0.0 && !staffs.share_a_role(staff, taking) {
                    found(&staffs.roles[staff], index, flow);
                }
            }
        }
    }
    Some(if passing.complete { Reach::All } else { Reach::Some })
}

/// The staff of each moment: all roles of the kind staff that its steps may need.
struct Staffs {
    /// The different staffs, their roles in document order.
    roles: Vec<Vec<RoleId>>,
    /// The position in `roles`; `None` where nobody is needed.
    of_moment: Vec<Option<usize>>,
}

impl Staffs {
    fn of(scenario: &Scenario, process: &Process) -> Self {
        let is_staff = |at: &usize| {
            scenario.roles().get_index(*at).is_some_and(|(_, role)| role.kind == RoleKind::Staff)
        };
        let of_moment = Vec::with_capacity(process.moments.len());
        let mut staffs = Self { roles: Vec::new(), of_moment };
        let mut of_one: Vec<Option<usize>> = vec![None; scenario.roles().len()];
        let mut of_several: FxHashMap<Vec<usize>, usize> = FxHashMap::default();
        let mut members: Vec<usize> = Vec::new();
        for moment in &process.moments {
            members.clear();
            let claims = moment.activities.iter().flat_map(|activity| &activity.claims);
            for claim in claims {
                members.extend(claim.positions.iter().map(|at| *at as usize).filter(is_staff));
            }
            if members.len() > 1 {
                members.sort_unstable();
                members.dedup();
            }
            let known = match members.as_slice() {
                [] => {
                    staffs.of_moment.push(None);
                    continue;
                }
                [only] => of_one[*only],
                several => of_several.get(several).copied(),
            };
            let staff = known.unwrap_or_else(|| {
                let staff = staffs.roles.len();
                let role = |at: &usize| Some(*scenario.roles().get_index(*at)?.0);
                staffs.roles.push(members.iter().filter_map(role).collect());
                match members.as_slice() {
                    [only] => of_one[*only] = Some(staff),
                    several => {
                        of_several.insert(several.to_vec(), staff);
                    }
                }
                staff
            });
            staffs.of_moment.push(Some(staff));
        }
        staffs
    }

    fn share_a_role(&self, one: usize, other: usize) -> bool {
        one == other || self.roles[one].iter().any(|role| self.roles[other].contains(role))
    }
}

/// Who had the work last, and how often, when it passes a moment without staff.
struct Passing<'a> {
    process: &'a Process,
    staffs: &'a Staffs,
    /// For each moment without staff, the staffs that had the work before it.
    before: Vec<Vec<(usize, f64)>>,
    /// Whether nothing was left out.
    complete: bool,
}

impl<'a> Passing<'a> {
    fn of(process: &'a Process, staffs: &'a Staffs) -> Self {
        Self { process, staffs, before: vec![Vec::new(); process.moments.len()], complete: true }
    }

    /// The staffs that had the work before it goes along an arc, and how often it does.
    fn along(&self, arc: &FlowArc) -> impl Iterator<Item = (usize, f64)> {
        let share = arc.share.unwrap_or(0.0);
        let own = arc.from.and_then(|from| {
            Some((self.staffs.of_moment[from]?, self.process.moments[from].visits?))
        });
        let before = arc.from.map_or(&[][..], |from| &self.before[from]);
        own.into_iter()
            .chain(before.iter().copied())
            .map(move |(staff, flow)| (staff, flow * share))
    }

    /// Passes the staffs on through the moments without staff: along chains upstream first, which
    /// is exact, and round loops until nothing changes.
    fn settle(&mut self) {
        let count = self.process.moments.len();
        let open = |moment: usize| {
            self.process.moments[moment].is_reached() && self.staffs.of_moment[moment].is_none()
        };
        // Arcs from a moment without staff to another.
        let mut pairs = Vec::new();
        let mut waiting = vec![0_usize; count];
        for arc in self.process.arcs.iter().filter(|arc| arc.is_live()) {
            let (Some(from), Some(to)) = (arc.from, arc.to) else { continue };
            if from != to && open(from) && open(to) {
                pairs.push((from, to));
                waiting[to] += 1;
            }
        }
        let next = NumberLists::of(count, &pairs);
        let mut ready: Vec<usize> =
            (0..count).filter(|moment| open(*moment) && waiting[*moment] == 0).collect();
        let mut rest: Vec<usize> = (0..count).filter(|moment| waiting[*moment] > 0).collect();
        while let Some(moment) = ready.pop() {
            self.before[moment] = self.gathered(moment);
            for &to in next.list(moment) {
                waiting[to] -= 1;
                if waiting[to] == 0 {
                    ready.push(to);
                }
            }
        }
        rest.retain(|moment| waiting[*moment] > 0);
        if rest.is_empty() {
            return;
        }
        // From nothing upwards, so that whatever is reached is at most the truth; all anew from
        // those before, so that no order matters.
        let sweeps = MOST_SWEEPS.min(MOST_WORK / rest.len());
        for _ in 0..sweeps {
            let gathered: Vec<_> = rest.iter().map(|moment| self.gathered(*moment)).collect();
            let mut change = 0.0_f64;
            for (moment, gathered) in rest.iter().zip(gathered) {
                change = change.max(self.renew(*moment, gathered));
            }
            if change < SETTLED {
                return;
            }
        }
        self.complete = false;
    }

    /// Who had the work before a moment without staff, and how often.
    fn gathered(&mut self, moment: usize) -> Vec<(usize, f64)> {
        let mut gathered: Vec<(usize, Sum)> = Vec::new();
        let mut straight_back = Sum::default();
        for arc in self.process.live_ins(moment) {
            if arc.from == Some(moment) {
                straight_back.add(arc.share.unwrap_or(0.0));
                continue;
            }
            for (staff, flow) in self.along(arc) {
                match gathered.iter().position(|(other, _)| *other == staff) {
                    Some(at) => gathered[at].1.add(flow),
                    None => gathered.push((staff, Sum::from_iter([flow]))),
                }
            }
        }
        // Branches that join go on as one, so nobody hands over more often than it is passed.
        let visits = self.process.moments[moment].visits.unwrap_or(0.0);
        let leaves = (1.0 - straight_back.value()).max(f64::MIN_POSITIVE);
        let flow = |sum: Sum| (sum.value() / leaves).min(visits);
        let mut gathered: Vec<(usize, f64)> =
            gathered.into_iter().map(|(staff, sum)| (staff, flow(sum))).collect();
        if gathered.len() > MOST_STAFFS {
            self.complete = false;
            gathered.sort_by(|(_, a), (_, b)| b.total_cmp(a));
            gathered.truncate(MOST_STAFFS);
        }
        gathered
    }

    /// Takes over who had the work before a moment without staff; returns the largest change.
    fn renew(&mut self, moment: usize, gathered: Vec<(usize, f64)>) -> f64 {
        let visits = self.process.moments[moment].visits.unwrap_or(0.0);
        let before = std::mem::replace(&mut self.before[moment], gathered);
        let mut change = 0.0_f64;
        for (staff, flow) in &self.before[moment] {
            let known =
                before.iter().find(|(other, _)| other == staff).map_or(0.0, |known| known.1);
            change = change.max((flow - known).abs() / visits.max(f64::MIN_POSITIVE));
        }
        change
    }
}
