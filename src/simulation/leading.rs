//! Formula and simulation side by side, and the figures that are shown: each of whom is to be believed.

use super::attaining::put_attained;
use super::beliefs::{Beliefs, Believe, busy_by_formula, is_partly_idle};
use super::beyond::{Loss, can_lose, stands_for_wait};
use super::estimates::{Estimate, simulated};
use super::long_run::LongRun;
use super::problems;
use crate::analysis::{Analysis, Basis, Figure, FigureKey, Lack, money_at};
use crate::blueprint::{RoleId, RoleKind, Scenario, StepId};
use crate::process::{Moment, Process};

/// What is known by a formula and by a simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Seconds from arrival to exit.
    ThroughputTime,
    /// Customers inside.
    WorkInProcess,
    /// Customers an hour who leave served.
    Output,
    /// Customers an hour who could be served.
    Capacity,
    /// Seconds of a visit in which nothing is done for the customer.
    Waiting,
    /// The part of the served who were inside as long as promised at most.
    WithinPromise,
    /// What the staff costs an hour.
    LabourCost,
    /// What one who is served costs.
    CostPerCustomer,
    /// What is left an hour.
    Profit,
    /// Seconds of a wait at a step.
    Wait(StepId),
    /// The part of the waits at a step that are as short as customers accept.
    WithinAcceptable(StepId),
    /// The part of its time that a role works.
    Busy(RoleId),
    /// Seconds that a customer of a class of urgency waits on a visit; the class from 0.
    UrgentWait(usize),
    /// Customers an hour who leave without having been served.
    Lost(Loss),
}

impl Subject {
    /// Its name among the figures of an analysis; the output has none.
    #[must_use]
    pub fn key(self) -> Option<FigureKey> {
        Some(match self {
            Self::ThroughputTime => FigureKey::ThroughputTime,
            Self::WorkInProcess => FigureKey::WorkInProcess,
            Self::Output
            | Self::Waiting
            | Self::WithinPromise
            | Self::LabourCost
            | Self::UrgentWait(_)
            | Self::Lost(_) => return None,
            Self::CostPerCustomer => FigureKey::Cost,
            Self::Profit => FigureKey::Profit,
            Self::Capacity => FigureKey::Capacity,
            Self::Wait(step) => FigureKey::Wait(step),
            Self::WithinAcceptable(step) => FigureKey::WithinAcceptable(step),
            Self::Busy(role) => FigureKey::RoleUtilisation(role),
        })
    }
}

/// A figure by formula and by simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// Which figure.
    pub subject: Subject,
    /// What the formula says.
    pub formula: Figure,
    /// What the simulation says, [`Basis::Simulated`]; lacking where it says nothing.
    pub simulated: Figure,
    /// Whom to believe.
    pub believe: Believe,
}

/// The steps at which somebody can wait, each once for its moment, with the position of that. At a
/// card that stands for a wait nobody else waits.
pub(super) fn waited_at(process: &Process) -> impl Iterator<Item = (usize, StepId)> {
    let moments = process.moments.iter().enumerate();
    let waited = moments.filter(|(_, moment)| !stands_for_wait(moment));
    waited.filter_map(|(at, moment)| Some((at, moment.waited_step()?)))
}

/// The step of a moment whose accepted wait the simulation counts: the first that names one.
pub(super) fn accepting(scenario: &Scenario, moment: &Moment) -> Option<StepId> {
    let accepts = |id: &StepId| {
        let step = scenario.steps().get(id);
        step.and_then(|step| step.wait.as_ref()?.acceptable).is_some()
    };
    moment.steps().find(accepts)
}

/// Formula and simulation side by side: of the whole, of each step at which somebody waits, of each role
/// that works, of each class of urgency. `attained` is the capacity that was attained, where it was looked for;
/// `class_waits_s` what formulas say of how long each class waits, where they say anything.
#[must_use]
pub fn side_by_side(
    (scenario, process, analysis): (&Scenario, &Process, &Analysis),
    found: &LongRun,
    attained: Option<Estimate>,
    class_waits_s: &[Figure],
) -> Vec<SideBySide> {
    let beliefs = Beliefs::of((scenario, process, analysis), found, attained);
    let row = |subject, formula: &Figure, estimate: Option<Estimate>| SideBySide {
        subject,
        formula: formula.clone(),
        simulated: simulated(estimate),
        believe: beliefs.figure(formula, estimate),
    };
    let mut rows = vec![
        row(Subject::ThroughputTime, &analysis.throughput_time_s, found.throughput_time_s),
        row(Subject::WorkInProcess, &analysis.wip, found.wip),
        row(Subject::Output, &analysis.output_per_hour, found.output_per_hour),
    ];
    let unknown = Figure::default();
    rows.push(row(Subject::Waiting, &unknown, found.wait_s));
    if found.within_promise.is_some() {
        rows.push(row(Subject::WithinPromise, &unknown, found.within_promise));
    }
    if attained.is_some() {
        let capacity = row(Subject::Capacity, &analysis.capacity_per_hour, attained);
        // It is looked for where the formula knows no more than a bound.
        rows.push(SideBySide { believe: Believe::Simulation, ..capacity });
    }
    for (at, step) in waited_at(process) {
        let Some(of_moment) = found.moments.get(at).filter(|it| it.wait_s.is_some()) else {
            continue;
        };
        let Some(figures) = analysis.steps.get(&step) else { continue };
        rows.push(row(Subject::Wait(step), &figures.wait_s, of_moment.wait_s));
        let accepting = process.moments.get(at).and_then(|moment| accepting(scenario, moment));
        let level = accepting.and_then(|step| Some((step, analysis.steps.get(&step)?)));
        if let Some((step, figures)) = level {
            let subject = Subject::WithinAcceptable(step);
            let share = of_moment.within_acceptable;
            rows.push(row(subject, &figures.within_acceptable, share));
        }
    }
    for (id, busy) in scenario.roles().keys().zip(&found.utilisation) {
        if analysis.roles.get(id).is_some_and(|figures| figures.work_s > 0.0) {
            let row = row(Subject::Busy(*id), &busy_by_formula(scenario, analysis, *id), *busy);
            rows.push(SideBySide { believe: beliefs.busy(*id, *busy), ..row });
        }
    }
    for (class, figures) in found.classes.iter().enumerate() {
        let formula = class_waits_s.get(class).unwrap_or(&unknown);
        rows.push(row(Subject::UrgentWait(class), formula, figures.wait_s));
    }
    for (loss, lost) in found.losses() {
        rows.push(row(Subject::Lost(loss), &unknown, Some(lost)));
    }
    rows
}

/// The figures that are shown: those of the formulas, and in place of what is not exact among them those
/// that were simulated, once the simulation has settled. What follows from a time follows from the new one, and what
/// follows from the capacity that was attained, where it was looked for, from that.
#[must_use]
pub fn leading(
    (scenario, process, analysis): (&Scenario, &Process, &Analysis),
    found: &LongRun,
    attained: Option<Estimate>,
) -> Analysis {
    let mut shown = analysis.clone();
    let beliefs = Beliefs::of((scenario, process, analysis), found, attained);
    let lead = |figure: &mut Figure, estimate: Option<Estimate>| {
        let leads = beliefs.figure(figure, estimate) == Believe::Simulation;
        let by_simulation = simulated(estimate);
        if leads && !figure.lacks.contains(&Lack::Target) && by_simulation.value.is_some() {
            *figure = by_simulation;
        }
    };
    lead(&mut shown.throughput_time_s, found.throughput_time_s);
    lead(&mut shown.wip, found.wip);
    lead(&mut shown.output_per_hour, found.output_per_hour);
    for (moment, of_moment) in process.moments.iter().zip(&found.moments) {
        if stands_for_wait(moment) {
            continue;
        }
        let accepting = accepting(scenario, moment);
        for step in moment.steps() {
            let Some(figures) = shown.steps.get_mut(&step) else { continue };
            lead(&mut figures.wait_s, of_moment.wait_s);
            let gives_up = of_moment.gave_up_per_hour.is_some_and(|it| it.mean > 0.0);
            let served = of_moment.wait_served_s.filter(|_| gives_up && found.settled);
            figures.wait_served_s = served.map(|served| served.mean);
            lead(&mut figures.queue_length, of_moment.queue);
            if accepting == Some(step) {
                lead(&mut figures.within_acceptable, of_moment.within_acceptable);
            }
        }
    }
    for (id, busy) in scenario.roles().keys().zip(&found.utilisation) {
        // How much of its capacity is taken stays what it is where some are free while others are waited for.
        let is_known = found.settled && !is_partly_idle(scenario, analysis, *id);
        let leads = is_known && beliefs.busy(*id, *busy) == Believe::Simulation;
        let figures = shown.roles.get_mut(id).filter(|_| leads);
        if let Some((figures, busy)) = figures.zip(*busy) {
            figures.utilisation = simulated(Some(busy));
        }
    }
    if found.settled {
        output_less_lost(&mut shown, found);
    }
    labour_as_shown(scenario, &mut shown, found);
    wait_as_shown(&mut shown);
    money_as_shown(scenario, process, &mut shown);
    if found.settled {
        if can_lose(scenario, process) {
            nothing_grows(&mut shown);
        }
        shown.problems = problems::as_shown((scenario, process), &shown, found);
    }
    put_attained((scenario, process), &mut shown, attained, found.settled);
    shown
}

/// Money at an output that was simulated: what is paid by the hour is shared by those who were served.
fn money_as_shown(scenario: &Scenario, process: &Process, shown: &mut Analysis) {
    let output = &shown.output_per_hour;
    let (Some(rate), Some(half)) = (output.value, output.basis.half_width()) else { return };
    let Some(money) = money_at(scenario, process, rate) else { return };
    let off = |slope: f64| (slope * half).abs();
    let put = |figure: &mut Figure, value: f64, slope: f64| {
        if figure.value.is_some() {
            *figure = Figure::simulated(value, off(slope));
        }
    };
    put(&mut shown.cost_per_customer, money.cost_per_customer, money.cost_slope);
    if let (Some(profit), Some(slope)) = (money.profit_per_hour, money.profit_slope) {
        put(&mut shown.profit_per_hour, profit, slope);
        put(&mut shown.money.margin_per_customer, profit / rate, money.cost_slope);
    }
}

/// Who is lost is not served: output is what comes less those who leave, which is known better than what goes out.
fn output_less_lost(shown: &mut Analysis, found: &LongRun) {
    let all = found.losses().map(|(_, lost)| lost).reduce(Estimate::plus);
    let (Some(comes), Some(lost)) = (shown.demand_per_hour.value, all) else { return };
    if shown.output_per_hour.value.is_some() {
        shown.output_per_hour = Figure::simulated((comes - lost.mean).max(0.0), lost.half_width);
    }
}

/// How busy all the staff is together, where a simulation knows better how busy each is.
fn labour_as_shown(scenario: &Scenario, shown: &mut Analysis, found: &LongRun) {
    let figure = &mut shown.direct_labour_utilisation;
    if !found.settled || figure.value.is_none() || figure.basis == Basis::Exact {
        return;
    }
    let staff = |list: &[Option<Estimate>]| -> Option<Estimate> {
        let roles = scenario.roles().values().zip(list);
        let staff = roles.filter(|(role, _)| role.kind == RoleKind::Staff);
        staff.map(|(_, estimate)| *estimate).try_fold(Estimate::ZERO, |all, it| Some(all.plus(it?)))
    };
    let there = staff(&found.on_duty).filter(|there| there.mean > 0.0);
    if let Some((busy, there)) = staff(&found.busy).zip(there) {
        *figure = Figure::simulated(busy.mean / there.mean, busy.half_width / there.mean);
    }
}

/// Where customers leave before lines grow for ever, none does.
fn nothing_grows(shown: &mut Analysis) {
    let does_not = |growth: &mut Figure| {
        if growth.value.is_some() {
            *growth = Figure::simulated(0.0, 0.0);
        }
    };
    does_not(&mut shown.growth_per_hour);
    shown.pools.iter_mut().for_each(|pool| does_not(&mut pool.growth_per_hour));
    shown.roles.values_mut().for_each(|role| does_not(&mut role.growth_per_hour));
}

/// The part of the visit that is waiting, with a throughput time that was simulated: 1 − e ÷ T for a time
/// e through an empty service, and so ± e ÷ T² times what T is off.
fn wait_as_shown(shown: &mut Analysis) {
    let time = &shown.throughput_time_s;
    let (Some(whole_s), Some(half_s)) = (time.value, time.basis.half_width()) else { return };
    let empty = &shown.rush_order_time_s;
    let Some(empty_s) = empty.value.filter(|_| whole_s > 0.0) else { return };
    let share = (1.0 - empty_s / whole_s).max(0.0);
    let figure = |share: f64| match empty.basis {
        Basis::Exact => Figure::simulated(share, empty_s / whole_s / whole_s * half_s),
        Basis::Unreliable => Figure::new(share, Basis::Unreliable),
        _ => Figure::new(share, Basis::APPROXIMATE),
    };
    shown.experience.waiting_share = figure(share);
    shown.experience.flow_efficiency = figure(1.0 - share);
}

/// A figure of an analysis that a simulation may lead; `None` for any other.
#[must_use]
pub fn led_figure(analysis: &Analysis, key: FigureKey) -> Option<&Figure> {
    Some(match key {
        FigureKey::ThroughputTime => &analysis.throughput_time_s,
        FigureKey::WorkInProcess => &analysis.wip,
        FigureKey::WaitingShare => &analysis.experience.waiting_share,
        FigureKey::FlowEfficiency => &analysis.experience.flow_efficiency,
        FigureKey::Wait(step) => &analysis.steps.get(&step)?.wait_s,
        FigureKey::WithinAcceptable(step) => &analysis.steps.get(&step)?.within_acceptable,
        FigureKey::RoleUtilisation(role) => &analysis.roles.get(&role)?.utilisation,
        _ => return None,
    })
}
