//! What customers compete for, and the work that each brings to it.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::kept;
use crate::analysis::result::{Lack, Pool};
use crate::blueprint::{Role, RoleId, Scenario, StepId};
use crate::process::{Activity, Claim, Moment, Part, Process, Room, Sum, Variation};

/// Everything that can limit the service, in independent blocks: roles in document order, then
/// places and assumed servers in document order of their steps.
#[derive(Clone, Debug, Default)]
pub(in crate::analysis) struct Loads {
    pub(in crate::analysis) blocks: Vec<Block>,
    /// The block of each role that some step needs.
    pub(in crate::analysis) block_of_role: FxHashMap<RoleId, usize>,
    /// The blocks of a step's places or assumed server.
    pub(in crate::analysis) block_of_step: FxHashMap<StepId, usize>,
}

/// Supplies that no need connects with others: its capacity is independent of theirs.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Block {
    pub(in crate::analysis) supply: Supply,
    pub(in crate::analysis) loads: Vec<Load>,
    /// The loads added up; made once all are there.
    pub(in crate::analysis) sums: Vec<WorkSum>,
    /// What there must be, whatever the rates: sets of roles, and how many units of them some need,
    /// or several needs of a moment, take at once (Hall 1935).
    pub(in crate::analysis) needed: BTreeMap<SmallVec<[usize; 2]>, u64>,
    /// Whether some moment has several needs that it meets.
    pub(in crate::analysis) several_needs: bool,
    /// What keeps the work from being known.
    pub(in crate::analysis) lacks: Vec<Lack>,
}

/// What a block offers.
#[derive(Clone, Debug)]
pub(in crate::analysis) enum Supply {
    /// Roles in document order: one, or several that can stand in for each other somewhere.
    Roles(Vec<Unit>),
    /// The places of a step.
    Places(StepId, u32),
    /// The servers that a step without role and places is taken for: one, unless tried otherwise.
    Assumed(StepId, u32),
}

/// A role as a supply.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Unit {
    pub(in crate::analysis) role: RoleId,
    pub(in crate::analysis) headcount: u32,
    pub(in crate::analysis) availability: f64,
}

/// The work of one need of one step, or of a step on its own places or server.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Load {
    pub(in crate::analysis) step: StepId,
    /// The position of the step in document order.
    pub(in crate::analysis) position: usize,
    pub(in crate::analysis) moment: usize,
    pub(in crate::analysis) activity: usize,
    /// Positions in [`Supply::Roles`] of the roles that can do it.
    pub(in crate::analysis) roles: SmallVec<[usize; 2]>,
    pub(in crate::analysis) count: u32,
    /// Executions per customer: visits ÷ batch.
    pub(in crate::analysis) executions: f64,
    /// Seconds that one execution holds a unit, with set-up.
    pub(in crate::analysis) hold_s: f64,
    /// Whether its units stay with the customer until the next step that needs them.
    pub(in crate::analysis) keeps: bool,
    /// Whether it holds its units for longer on average than stated.
    pub(in crate::analysis) holds_longer: bool,
    /// Seconds per customer that a kept unit is held between the steps that need it.
    pub(in crate::analysis) kept_s: f64,
    /// The moments that it is held through, each with how often per customer.
    pub(in crate::analysis) kept_through: Vec<(usize, f64)>,
    /// Whether other times would have it held through other moments.
    pub(in crate::analysis) kept_by_times: bool,
    /// The position in [`Block::sums`] of what it is added up in.
    pub(in crate::analysis) sum: usize,
}

/// The work of all loads of a block that the same roles can do, so many units at once.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct WorkSum {
    /// Positions in [`Supply::Roles`].
    pub(in crate::analysis) roles: SmallVec<[usize; 2]>,
    pub(in crate::analysis) count: u32,
    /// Seconds of units' time per customer.
    pub(in crate::analysis) work_s: f64,
    /// Whether it is the first of those that the same roles can do.
    pub(in crate::analysis) first_of_set: bool,
}

impl Load {
    /// Seconds of units' time per customer.
    pub(in crate::analysis) fn work_s(&self) -> f64 {
        self.work_if_held_s(self.hold_s)
    }

    /// [`Load::work_s`] if one execution held a unit for so many seconds.
    pub(in crate::analysis) fn work_if_held_s(&self, hold_s: f64) -> f64 {
        (self.executions * hold_s + self.kept_s) * f64::from(self.count)
    }
}

impl Loads {
    /// Gathers the loads of every moment that is passed. Near-linear, but for kept units.
    pub(in crate::analysis) fn of(scenario: &Scenario, process: &Process) -> Self {
        let mut loads = Self::role_blocks(scenario, process);
        for (index, moment) in process.moments.iter().enumerate() {
            if !moment.is_reached() || moment.visits == Some(0.0) {
                continue;
            }
            for (at, activity) in moment.activities.iter().enumerate() {
                let lack = match (moment.visits, activity.hold_s()) {
                    (None, _) => Some(Lack::SoundFlow),
                    (_, None) => Some(Lack::Time(activity.step)),
                    _ => None,
                };
                let load = |roles: SmallVec<[usize; 2]>, count: u32| Load {
                    step: activity.step,
                    position: activity.position,
                    moment: index,
                    activity: at,
                    roles,
                    count,
                    executions: moment.visits.unwrap_or(0.0) / activity.batch,
                    hold_s: activity.hold_s().unwrap_or(0.0),
                    keeps: false,
                    holds_longer: holds_longer(moment, activity),
                    kept_s: 0.0,
                    kept_through: Vec::new(),
                    kept_by_times: false,
                    sum: 0,
                };
                for claim in &activity.claims {
                    let Some(block) = claim.roles.first().and_then(|r| loads.block_of_role.get(r))
                    else {
                        continue;
                    };
                    let block = &mut loads.blocks[*block];
                    let Supply::Roles(units) = &block.supply else { continue };
                    let at = claim
                        .roles
                        .iter()
                        .filter_map(|role| units.iter().position(|unit| unit.role == *role))
                        .collect();
                    let mut load = load(at, claim.count);
                    load.keeps = claim.keep;
                    let lasts_s = |moment| kept::duration_s(process, moment);
                    let kept = kept::stay(process, index, claim, lasts_s).and_then(|stay| {
                        load.kept_s = kept::lasting_s(&stay, lasts_s)?;
                        load.kept_by_times = stay.depends_on_times;
                        load.kept_through = stay.through;
                        Ok(())
                    });
                    block.lacks.extend(lack.into_iter().chain(kept.err()));
                    block.loads.push(load);
                }
                let supply = match activity.room {
                    Room::Places(count) => Some(Supply::Places(activity.step, count)),
                    Room::OneServer => Some(Supply::Assumed(activity.step, 1)),
                    Room::Unlimited | Room::Waiting { .. } => None,
                };
                if let Some(supply) = supply {
                    loads.block_of_step.insert(activity.step, loads.blocks.len());
                    loads.blocks.push(Block {
                        supply,
                        loads: vec![load(SmallVec::new(), 1)],
                        sums: Vec::new(),
                        needed: BTreeMap::new(),
                        several_needs: false,
                        lacks: lack.into_iter().collect(),
                    });
                }
            }
        }
        for block in &mut loads.blocks {
            block.ask_together();
            block.loads.sort_by_key(|load| load.position);
            block.sums = WorkSum::of(&mut block.loads);
            block.ask_alone();
            block.lacks.sort_unstable();
            block.lacks.dedup();
        }
        loads
    }

    /// The position of the block that a pool belongs to; `None` where no step needs it.
    pub(in crate::analysis) fn block_of(&self, pool: &Pool) -> Option<usize> {
        match pool {
            Pool::Roles(roles) => self.block_of_role.get(roles.first()?).copied(),
            Pool::Places(step) | Pool::Assumed(step) => self.block_of_step.get(step).copied(),
        }
    }

    /// One block for each set of roles that needs with alternatives connect.
    fn role_blocks(scenario: &Scenario, process: &Process) -> Self {
        let roles = scenario.roles();
        let mut groups: UnionFind<usize> = UnionFind::new(roles.len());
        let mut used = vec![false; roles.len()];
        for moment in process.moments.iter().filter(|moment| moment.part != Part::Apart) {
            for claim in moment.activities.iter().flat_map(|activity| &activity.claims) {
                let mut first = None;
                for role in claim.positions.iter().map(|at| *at as usize) {
                    used[role] = true;
                    groups.union(role, *first.get_or_insert(role));
                }
            }
        }
        let mut loads = Self::default();
        let mut block_of_group: Vec<Option<usize>> = vec![None; roles.len()];
        for (index, (id, role)) in roles.iter().enumerate().filter(|(index, _)| used[*index]) {
            let block = *block_of_group[groups.find(index)].get_or_insert_with(|| {
                loads.blocks.push(Block {
                    supply: Supply::Roles(Vec::new()),
                    loads: Vec::new(),
                    sums: Vec::new(),
                    needed: BTreeMap::new(),
                    several_needs: false,
                    lacks: Vec::new(),
                });
                loads.blocks.len() - 1
            });
            if let Supply::Roles(units) = &mut loads.blocks[block].supply {
                units.push(Unit {
                    role: *id,
                    headcount: role.heads(),
                    availability: role.availability.value(),
                });
            }
            loads.block_of_role.insert(*id, block);
        }
        loads
    }
}

/// Needs of one moment for the same block that are combined in every way; of more, only all.
const MOST_COMBINED: usize = 10;

impl Block {
    /// Gathers what several needs of a moment take at once. The loads of a moment lie one after the
    /// other.
    fn ask_together(&mut self) {
        if !matches!(self.supply, Supply::Roles(_)) {
            return;
        }
        for together in self.loads.chunk_by(|a, b| a.moment == b.moment) {
            if together.len() < 2 {
                continue;
            }
            self.several_needs = true;
            if together.len() > MOST_COMBINED {
                ask(&mut self.needed, together.iter().map(Need::of));
                continue;
            }
            for set in (1_u32..1 << together.len()).filter(|set| set.count_ones() > 1) {
                let chosen = together.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                ask(&mut self.needed, chosen.map(|(_, load)| Need::of(load)));
            }
        }
    }

    /// Gathers what each need takes at once, by the sums of all that are alike, and names the roles
    /// that there are too few of for any set of needs.
    fn ask_alone(&mut self) {
        let Supply::Roles(units) = &self.supply else { return };
        for sum in &self.sums {
            ask(&mut self.needed, std::iter::once(Need { roles: &sum.roles, count: sum.count }));
        }
        let short = self.needed.iter().filter(|(roles, count)| self.supply.heads(roles) < **count);
        let first = short.filter_map(|(roles, _)| Some(units.get(*roles.first()?)?.role));
        self.lacks.extend(first.map(Lack::Headcount));
    }
}

/// How many units a load takes, of which roles.
struct Need<'a> {
    roles: &'a [usize],
    count: u32,
}

impl<'a> Need<'a> {
    fn of(load: &'a Load) -> Self {
        Self { roles: &load.roles, count: load.count }
    }
}

/// Notes that some needs at once take so many units of whoever can do any of them.
fn ask<'a>(
    needed: &mut BTreeMap<SmallVec<[usize; 2]>, u64>,
    needs: impl Iterator<Item = Need<'a>>,
) {
    let (mut roles, mut count): (SmallVec<[usize; 2]>, u64) = (SmallVec::new(), 0);
    for need in needs {
        roles.extend_from_slice(need.roles);
        count += u64::from(need.count);
    }
    roles.sort_unstable();
    roles.dedup();
    let most = needed.entry(roles).or_default();
    *most = count.max(*most);
}

impl WorkSum {
    /// Adds loads up, in order of first use, and tells each where.
    fn of(loads: &mut [Load]) -> Vec<Self> {
        // By roles, the last sum of theirs; of each sum the one before that the same roles can do.
        let mut last: FxHashMap<SmallVec<[usize; 2]>, usize> = FxHashMap::default();
        let mut before: SmallVec<[Option<usize>; 4]> = SmallVec::new();
        let mut sums: Vec<Self> = Vec::with_capacity(1);
        let mut work: SmallVec<[Sum; 4]> = SmallVec::new();
        for load in loads {
            // Most blocks have one sum, which needs no table.
            let newest = match sums.as_slice() {
                [] => None,
                [only] if only.roles == load.roles => Some(0),
                _ => last.get(&load.roles).copied(),
            };
            let of_set = || std::iter::successors(newest, |at| before[*at]);
            let place = of_set().find(|at| sums[*at].count == load.count).unwrap_or_else(|| {
                if let [only] = sums.as_slice() {
                    last.insert(only.roles.clone(), 0);
                }
                if !sums.is_empty() {
                    last.insert(load.roles.clone(), sums.len());
                }
                before.push(newest);
                work.push(Sum::default());
                let (roles, count) = (load.roles.clone(), load.count);
                sums.push(Self { roles, count, work_s: 0.0, first_of_set: newest.is_none() });
                sums.len() - 1
            });
            work[place].add(load.work_s());
            load.sum = place;
        }
        for (sum, work) in sums.iter_mut().zip(work) {
            sum.work_s = work.value();
        }
        sums
    }
}

impl Supply {
    /// The pool that positions of this supply make.
    pub(in crate::analysis) fn pool(&self, positions: &[usize]) -> Pool {
        match self {
            Self::Roles(units) => {
                Pool::Roles(positions.iter().filter_map(|at| Some(units.get(*at)?.role)).collect())
            }
            Self::Places(step, _) => Pool::Places(*step),
            Self::Assumed(step, _) => Pool::Assumed(*step),
        }
    }

    /// Units of the given positions, as counted and as really there on average.
    pub(in crate::analysis) fn units(&self, positions: &[usize]) -> (f64, f64) {
        match self {
            Self::Roles(units) => positions
                .iter()
                .filter_map(|at| units.get(*at))
                .map(|unit| {
                    let headcount = f64::from(unit.headcount);
                    (headcount, headcount * unit.availability)
                })
                .fold((0.0, 0.0), |sum, unit| (sum.0 + unit.0, sum.1 + unit.1)),
            Self::Places(_, count) | Self::Assumed(_, count) => {
                (f64::from(*count), f64::from(*count))
            }
        }
    }

    /// The same with so many more units of a role; `None` for more than a role may have.
    pub(in crate::analysis) fn with_more(&self, role: usize, units: u32) -> Option<Self> {
        let mut more = self.clone();
        let Self::Roles(all) = &mut more else { return None };
        let unit = all.get_mut(role)?;
        unit.headcount = unit.headcount.checked_add(units).filter(|count| *count <= Role::MOST)?;
        Some(more)
    }

    /// How many units of the given positions are there at all.
    pub(in crate::analysis) fn heads(&self, positions: &[usize]) -> u64 {
        match self {
            Self::Roles(units) => positions
                .iter()
                .filter_map(|at| units.get(*at))
                .filter(|unit| unit.availability > 0.0)
                .map(|unit| u64::from(unit.headcount))
                .sum(),
            Self::Places(_, count) | Self::Assumed(_, count) => u64::from(*count),
        }
    }
}

/// Whether an activity holds what it needs for longer on average than stated: as long as the
/// longest of several that vary, while its stated time is the longest of their means.
pub(in crate::analysis) fn holds_longer(moment: &Moment, activity: &Activity) -> bool {
    moment.variation == Variation::LongestOfSeveral
        && !activity.own_time
        && activity.hold_s() > Some(0.0)
        && (!activity.claims.is_empty() || matches!(activity.room, Room::Places(_)))
}

/// The claim that a load is of; `None` for a load of places.
pub(in crate::analysis) fn claim_of<'a>(
    process: &'a Process,
    block: &Block,
    load: &Load,
) -> Option<&'a Claim> {
    let activity = process.moments.get(load.moment)?.activities.get(load.activity)?;
    let Supply::Roles(units) = &block.supply else { return None };
    let role = units.get(*load.roles.first()?)?.role;
    activity.claims.iter().find(|claim| claim.roles.contains(&role))
}
