//! A design becomes a scenario that can be looked at, edited and compared.
//!
//! Jobs become roles of their own, as many people as the design says. Tasks of a job that follow
//! each other without a branch between them become one card; others stay cards that share the role.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use rustc_hash::FxHashMap;

use super::chain::{self, Chain};
use super::design::{Design, Job};
use super::joining::joined;
use super::workload::{Task, Workload};
use crate::blueprint::{
    Blueprint, IdSource, Link, LinkEnd, LinkKind, Need, Places, Refusal, Role, RoleId, Scenario,
    ScenarioId, Share, Step, StepId, StepKind, Zone,
};
use crate::process::Room;

/// Relative difference below which availabilities are equal.
const DUST: f64 = 1e-12;

/// Adds a copy of a scenario after it in which a design is carried out, and returns which. Its
/// capacity is that of the design.
///
/// # Errors
/// [`Refusal::NotThere`] for a scenario that is not, or that the design was not made for;
/// [`Refusal::NameNeeded`]. A refused design leaves no trace.
pub fn apply(
    blueprint: &mut Blueprint,
    scenario: ScenarioId,
    design: &Design,
    name: &str,
) -> Result<ScenarioId, Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::NameNeeded);
    }
    let mut changed = blueprint.clone();
    let new = changed.duplicate_scenario(scenario, name.trim())?;
    changed.edit(new, |scenario, ids| carry_out(scenario, design, ids))?;
    *blueprint = changed;
    Ok(new)
}

/// Carries a design out in a scenario.
fn carry_out(scenario: &mut Scenario, design: &Design, ids: &mut IdSource) -> Result<(), Refusal> {
    let workload = Workload::of(scenario).map_err(|_| Refusal::NotThere)?;
    let place_of = places_in(design, &workload)?;
    give_roles(scenario, design, &workload, &place_of, ids)?;
    let mut chains = chain::chains(scenario, &workload, &place_of, |task| {
        can_be_joined(scenario, &workload, task)
    });
    if design.in_place {
        chains.clear();
    }
    let mut heirs: BTreeMap<StepId, StepId> = BTreeMap::new();
    for chain in &chains {
        for node in chain.nodes.iter().filter(|node| node.tasks.len() > 1) {
            join(scenario, &workload, &node.tasks, &mut heirs)?;
        }
    }
    let gone: BTreeSet<StepId> = heirs.keys().copied().collect();
    lead_on(scenario, &chains, &heirs, ids)?;
    scenario.remove_steps(&gone, ids)?;
    for chain in &chains {
        chain.relink(scenario, ids)?;
    }
    chain::arrange(scenario, &chains, ids)
}

/// The job of each task, and its place in it.
fn places_in(design: &Design, workload: &Workload) -> Result<Vec<(usize, usize)>, Refusal> {
    let mut places: Vec<Option<(usize, usize)>> = vec![None; workload.tasks.len()];
    for (at, job) in design.jobs.iter().enumerate() {
        for (place, (task, step)) in job.tasks.iter().zip(&job.steps).enumerate() {
            let known = workload.tasks.get(*task).ok_or(Refusal::NotThere)?;
            let slot = places.get_mut(*task).ok_or(Refusal::NotThere)?;
            if known.step != *step || slot.is_some() {
                return Err(Refusal::NotThere);
            }
            *slot = Some((at, place));
        }
    }
    places.into_iter().collect::<Option<_>>().ok_or(Refusal::NotThere)
}

/// Gives each job a role of its own and equipment for each of its workers.
fn give_roles(
    scenario: &mut Scenario,
    design: &Design,
    workload: &Workload,
    place_of: &[(usize, usize)],
    ids: &mut IdSource,
) -> Result<(), Refusal> {
    let mut role_of: Vec<RoleId> = Vec::with_capacity(design.jobs.len());
    for (at, job) in design.jobs.iter().enumerate() {
        let base = scenario.roles().get(&job.role).ok_or(Refusal::NotThere)?;
        let alike = || design.jobs.iter().filter(|other| other.role == job.role);
        let mut role = Role::clone(base);
        role.headcount = job.workers;
        role.availability = availability(job, workload, role.availability);
        let before = design.jobs[..at].iter().filter(|other| other.role == job.role).count();
        role_of.push(job.role);
        if alike().count() > 1 && before > 0 {
            role_of[at] = scenario.add_role(role, ids)?;
        } else {
            scenario.set_role(job.role, role)?;
        }
    }
    number(scenario, &role_of, design)?;
    let regrouped = workload.regrouped_roles();
    // Work that is no task, because it takes no time or nobody comes there, goes with the rest.
    let heir = |role: RoleId| {
        let task = workload.tasks.iter().position(|task| task.roles.contains(&role))?;
        role_of.get(place_of.get(task)?.0).copied()
    };
    let steps: Vec<StepId> = scenario.steps().keys().copied().collect();
    for id in steps {
        let Some(step) = scenario.steps().get(&id) else { continue };
        let task = workload.task_of(id).and_then(|at| Some((at, workload.tasks.get(at)?)));
        let mut step = Step::clone(step);
        for need in &mut step.needs {
            match task {
                Some((at, task)) if id == task.step && is_staff_need(need, task) => {
                    *need = Need::one(role_of[place_of[at].0]);
                }
                _ => {
                    for role in need.roles.iter_mut().filter(|role| regrouped.contains(role)) {
                        *role = heir(*role).unwrap_or(*role);
                    }
                    let mut seen = BTreeSet::new();
                    need.roles.retain(|role| seen.insert(*role));
                }
            }
        }
        if let (Some((at, _)), Some(Places::Count(there))) = (task, step.places) {
            // Each worker needs places for a whole batch, as large as it was with those that there
            // are.
            step.batch = step.batch_that_fits();
            let workers = design.jobs[place_of[at].0].workers;
            let needed = NonZeroU32::new(workers.saturating_mul(step.batch.get()));
            step.places = Some(Places::Count(needed.map_or(there, |needed| needed.max(there))));
        }
        if scenario.steps().get(&id).is_some_and(|before| **before != step) {
            scenario.set_step(id, step)?;
        }
    }
    let idle = regrouped.iter().copied().filter(|role| !role_of.contains(role));
    for role in idle.collect::<BTreeSet<_>>() {
        scenario.remove_role(role)?;
    }
    for role in workload.growing_roles().into_iter().collect::<BTreeSet<_>>() {
        let uses = |job: &&Job| {
            let mut tasks = job.tasks.iter().filter_map(|at| workload.tasks.get(*at));
            tasks.any(|task| task.equipment.contains(&role))
        };
        let units = design.jobs.iter().filter(uses);
        let units = units.fold(0_u32, |sum, job| sum.saturating_add(job.workers));
        let mut thing = Role::clone(scenario.roles().get(&role).ok_or(Refusal::NotThere)?);
        thing.headcount = units;
        scenario.set_role(role, thing)?;
    }
    Ok(())
}

fn is_staff_need(need: &Need, task: &Task) -> bool {
    !need.roles.is_empty() && need.roles.iter().all(|role| task.roles.contains(role))
}

/// A job's share of paid time at work: to each task its people bring the breaks of who does it
/// today.
fn availability(job: &Job, workload: &Workload, usual: Share) -> Share {
    let tasks = || job.tasks.iter().filter_map(|at| workload.tasks.get(*at));
    if tasks().all(|task| (task.availability - usual.value()).abs() <= DUST) {
        return usual;
    }
    let work: f64 = tasks().map(|task| task.work_s).sum();
    let paid: f64 = tasks().map(|task| task.work_s / task.availability).sum();
    Share::percent((100.0 * work / paid).min(100.0)).unwrap_or(usual)
}

/// Tells roles apart that several jobs came from: "Clerk 1", "Clerk 2".
fn number(scenario: &mut Scenario, role_of: &[RoleId], design: &Design) -> Result<(), Refusal> {
    let mut numbers: FxHashMap<RoleId, u32> = FxHashMap::default();
    for (role, job) in role_of.iter().zip(&design.jobs) {
        if design.jobs.iter().filter(|other| other.role == job.role).count() < 2 {
            continue;
        }
        let mut numbered = Role::clone(scenario.roles().get(role).ok_or(Refusal::NotThere)?);
        let stem = numbered.name.clone();
        let stem = if numbers.contains_key(&job.role) {
            let first = role_of.iter().zip(&design.jobs).find(|(_, other)| other.role == job.role);
            let first = first.and_then(|(role, _)| scenario.roles().get(role));
            let first = first.map_or("", |role| role.name.as_str());
            first.rsplit_once(' ').map_or(stem, |(stem, _)| stem.to_owned())
        } else {
            stem
        };
        let next = numbers.entry(job.role).or_insert(0);
        loop {
            *next += 1;
            numbered.name = format!("{stem} {next}");
            let taken = scenario
                .roles()
                .iter()
                .any(|(other, there)| other != role && there.name == numbered.name);
            if !taken {
                break;
            }
        }
        scenario.set_role(*role, numbered)?;
    }
    Ok(())
}

/// Whether a task's card can become one with others: its staff's time is its own, and nothing else
/// at its moment takes a time or room of its own.
fn can_be_joined(scenario: &Scenario, workload: &Workload, task: &Task) -> bool {
    let Some(moment) = workload.process.moments.get(task.moment) else { return false };
    !task.triggered
        && moment.activities.iter().all(|activity| {
            let is_action = scenario
                .steps()
                .get(&activity.step)
                .is_some_and(|step| step.kind == StepKind::Action);
            let plain = activity.setup_s <= 0.0 && activity.batch <= 1.0;
            let timed_right = activity.own_time == (activity.step == task.step);
            let roomy = matches!(activity.room, Room::Unlimited)
                || activity.step == task.step && matches!(activity.room, Room::Places(_));
            is_action && plain && timed_right && roomy
        })
}

/// Makes one card of the staff's cards of some tasks, and one of their customers' cards.
fn join(
    scenario: &mut Scenario,
    workload: &Workload,
    tasks: &[usize],
    heirs: &mut BTreeMap<StepId, StepId>,
) -> Result<(), Refusal> {
    let tasks = || tasks.iter().filter_map(|at| workload.tasks.get(*at));
    let staff: Vec<StepId> = tasks().map(|task| task.step).collect();
    let zone = |step: &StepId| scenario.steps().get(step).map(|step| scenario.zone_of(step));
    let of_customer = |task: &Task| {
        let steps = task.steps.iter().copied().filter(|step| *step != task.step);
        steps.into_iter().find(|step| zone(step) == Some(Zone::Customer))
    };
    let customer: Vec<StepId> = tasks().filter_map(of_customer).collect();
    for (cards, is_staff) in [(staff, true), (customer, false)] {
        let Some((first, others)) = cards.split_first() else { continue };
        let steps: Vec<&Step> =
            cards.iter().filter_map(|id| scenario.steps().get(id)).map(AsRef::as_ref).collect();
        let Some(mut one) = joined(&steps)? else { continue };
        if is_staff {
            for need in steps.iter().flat_map(|step| &step.needs) {
                if !one.needs.contains(need) {
                    one.needs.push(need.clone());
                }
            }
            one.places = steps.iter().find_map(|step| step.places);
        }
        scenario.set_step(*first, one)?;
        heirs.extend(others.iter().map(|gone| (*gone, *first)));
    }
    Ok(())
}

/// Leads the links of cards that were joined to the card that is left.
fn lead_on(
    scenario: &mut Scenario,
    chains: &[Chain],
    heirs: &BTreeMap<StepId, StepId>,
    ids: &mut IdSource,
) -> Result<(), Refusal> {
    let mut node_of: FxHashMap<StepId, (usize, usize)> = FxHashMap::default();
    for (at, chain) in chains.iter().enumerate() {
        for (node, steps) in chain.nodes.iter().map(|node| &node.steps).enumerate() {
            node_of.extend(steps.iter().map(|step| (*step, (at, node))));
        }
    }
    let heir = |step: StepId| heirs.get(&step).copied().unwrap_or(step);
    let links: Vec<_> =
        scenario.links().iter().map(|(id, link)| (*id, Link::clone(link))).collect();
    for (id, link) in links {
        let to = match link.to {
            LinkEnd::Step(to) => LinkEnd::Step(heir(to)),
            LinkEnd::Outside => LinkEnd::Outside,
        };
        let moved = Link { from: heir(link.from), to, ..link.clone() };
        let ends = (node_of.get(&moved.from), to.step().and_then(|to| node_of.get(&to)));
        let inside = matches!(ends, (Some(a), Some(b)) if a == b);
        if moved != link || inside && link.kind == LinkKind::Flow {
            scenario.remove_link(id)?;
            let within = inside && link.kind == LinkKind::Flow;
            let itself = to == LinkEnd::Step(moved.from);
            if !within && !itself {
                match scenario.add_link(moved, ids) {
                    Ok(_) | Err(Refusal::LinkedAlready | Refusal::WithinMoment) => {}
                    Err(refusal) => return Err(refusal),
                }
            }
        }
    }
    scenario.hand_on_sections(heir);
    for (gone, first) in heirs {
        hand_over(scenario, *gone, *first)?;
    }
    Ok(())
}

/// Hands over what a card that goes says about where customers come from; a fail point that it put
/// right is put right by its heir.
fn hand_over(scenario: &mut Scenario, gone: StepId, heir: StepId) -> Result<(), Refusal> {
    let recovering: Vec<StepId> = scenario
        .steps()
        .iter()
        .filter(|(_, step)| step.fail.as_ref().and_then(|fail| fail.recovery_step) == Some(gone))
        .map(|(id, _)| *id)
        .collect();
    for id in recovering {
        let Some(step) = scenario.steps().get(&id) else { continue };
        let mut step = Step::clone(step);
        if let Some(fail) = &mut step.fail {
            fail.recovery_step = (id != heir).then_some(heir);
        }
        scenario.set_step(id, step)?;
    }
    let enter = scenario.steps().get(&gone).and_then(|step| step.enter);
    let there = scenario.steps().get(&heir).ok_or(Refusal::NotThere)?;
    if enter.is_some() && there.enter.is_none() {
        let mut step = Step::clone(there);
        step.enter = enter;
        scenario.set_step(heir, step)?;
    }
    Ok(())
}
