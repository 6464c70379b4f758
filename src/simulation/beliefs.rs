//! Whom to believe where a formula and a simulation both say something.

use super::attaining::outgrown;
use super::beyond::beyond_formulas;
use super::estimates::{Estimate, STUDENT_OF_RUNS};
use super::long_run::LongRun;
use crate::analysis::{Analysis, Basis, Figure};
use crate::blueprint::{RoleId, Scenario};
use crate::process::Process;

/// How far an exact figure may lie from a simulated one by chance, in standard errors: passed once in a
/// thousand.
const BY_CHANCE: f64 = 3.3;
/// How much of a figure the ends of runs can take away.
const RUNS_END: f64 = 1e-4;
/// A figure below it may not have occurred.
const RARE: f64 = 1e-4;
/// A part of a share of time that rounding explains.
const ROUNDING: f64 = 1e-9;

/// Whom to believe of each figure of a long run: what that depends on is found once.
#[derive(Clone, Copy, Debug)]
pub struct Beliefs<'a> {
    scenario: &'a Scenario,
    analysis: &'a Analysis,
    settled: bool,
    /// Whether the service has what formulas know nothing of.
    has_more: bool,
    /// Whether more come than is attained.
    is_outgrown: bool,
}

impl<'a> Beliefs<'a> {
    /// Those of a run. `attained` is the capacity that was attained, where it was looked for.
    #[must_use]
    pub fn of(
        (scenario, process, analysis): (&'a Scenario, &'a Process, &'a Analysis),
        found: &LongRun,
        attained: Option<Estimate>,
    ) -> Self {
        let of = (scenario, process, analysis);
        Self {
            scenario,
            analysis,
            settled: found.settled,
            has_more: !beyond_formulas(scenario, process).is_empty(),
            is_outgrown: outgrown(of, attained, found.settled).is_some(),
        }
    }

    /// Whom to believe of a figure.
    #[must_use]
    pub fn figure(&self, formula: &Figure, found: Option<Estimate>) -> Believe {
        let believe = Believe::of(formula, found, self.settled).beyond_formulas(self.has_more);
        believe.outgrown(self.is_outgrown)
    }

    /// Whom to believe of how busy a role is.
    #[must_use]
    pub fn busy(&self, role: RoleId, found: Option<Estimate>) -> Believe {
        let formula = busy_by_formula(self.scenario, self.analysis, role);
        let growth = self.analysis.growth_per_hour.value;
        let grows = growth.is_some_and(|growth| growth > 0.0);
        self.figure(&formula, found).while_growing(&formula, found, grows)
    }
}

/// How busy formulas say that a role is: the part of its time that the customers who come take. Where
/// several of a role are needed at once that is less than the part of its capacity that they take, as some are free
/// while others are waited for; and where not all who come are served it is that at most. Of a role whose work
/// others do as well it is, nearly, the part of what they can do together. Lacking where no step needs it.
#[must_use]
pub fn busy_by_formula(scenario: &Scenario, analysis: &Analysis, role: RoleId) -> Figure {
    let Some(figures) = analysis.roles.get(&role) else { return Figure::default() };
    let of_capacity = &figures.utilisation;
    if is_shared(scenario, role) {
        // Who of them does it depends on who is free.
        return match of_capacity.value {
            Some(together) => Figure::new(together.min(1.0), Basis::APPROXIMATE),
            None => of_capacity.clone(),
        };
    }
    let Some(Taken { time: busy, capacity: used }) = taken(scenario, analysis, role) else {
        return of_capacity.clone();
    };
    if of_capacity.basis == Basis::Exact && (busy - used).abs() <= ROUNDING * used {
        return of_capacity.clone();
    }
    if busy > 1.0 {
        // Nobody is busier than all the time.
        return Figure::new(1.0, Basis::UpperBound);
    }
    let is_kept = scenario
        .steps()
        .values()
        .any(|step| step.needs.iter().any(|need| need.keep && need.roles.contains(&role)));
    let capacity = &analysis.capacity_per_hour;
    let comes = analysis.demand_per_hour.value;
    let spare = capacity.value.zip(comes).is_some_and(|(most, comes)| comes < most);
    let is_served = capacity.basis == Basis::Exact && spare;
    let basis = match (is_kept, is_served) {
        // What is kept is held while its customer waits elsewhere, too.
        (true, _) => Basis::APPROXIMATE,
        (false, true) => Basis::Exact,
        (false, false) => Basis::UpperBound,
    };
    Figure::new(busy, basis)
}

/// The parts of a role's time and of its capacity that the customers who come take.
struct Taken {
    time: f64,
    capacity: f64,
}

fn taken(scenario: &Scenario, analysis: &Analysis, role: RoleId) -> Option<Taken> {
    let (figures, own) = (analysis.roles.get(&role)?, scenario.roles().get(&role)?);
    let there_s = 3600.0 * f64::from(own.heads()) * own.availability.value();
    let time = analysis.demand_per_hour.value? * figures.work_s / there_s;
    let capacity = figures.utilisation.value?;
    time.is_finite().then_some(Taken { time, capacity })
}

/// Whether less of a role's time is taken than of its capacity, as several of it are needed at once.
pub(super) fn is_partly_idle(scenario: &Scenario, analysis: &Analysis, role: RoleId) -> bool {
    let of_one = taken(scenario, analysis, role).filter(|_| !is_shared(scenario, role));
    of_one.is_some_and(|it| it.time < it.capacity * (1.0 - ROUNDING))
}

/// Whether others may do some of the work of a role as well.
fn is_shared(scenario: &Scenario, role: RoleId) -> bool {
    let needs = || scenario.steps().values().flat_map(|step| &step.needs);
    let stands_in = scenario.roles().values().any(|other| other.stands_in_for.contains(&role));
    let own = scenario.roles().get(&role).is_some_and(|own| !own.stands_in_for.is_empty());
    stands_in || own || needs().any(|need| need.roles.len() > 1 && need.roles.contains(&role))
}

/// Whom to believe of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Believe {
    /// The formula is exact, and the simulation agrees.
    Either,
    /// The formula: the simulation has not settled, or has no such figure.
    Formula,
    /// The simulation: the formula is no more than an approximation or a bound, or has no such figure.
    Simulation,
    /// The formula says that it is exact, and the simulation contradicts it.
    Neither,
    /// Nothing yet: there is no formula, and the simulation has not settled.
    NothingYet,
}

impl Believe {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::Either, Self::Formula, Self::Simulation, Self::Neither, Self::NothingYet];

    /// Its name for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Either => "either",
            Self::Formula => "formula",
            Self::Simulation => "simulation",
            Self::Neither => "neither",
            Self::NothingYet => "nothing_yet",
        }
    }

    /// Whom to believe of a figure that is known by a formula and by a simulation that has settled or not.
    #[must_use]
    pub fn of(formula: &Figure, simulated: Option<Estimate>, settled: bool) -> Self {
        let Some(simulated) = simulated.filter(|_| settled) else {
            return if formula.value.is_some() { Self::Formula } else { Self::NothingYet };
        };
        match formula.value {
            Some(value) if formula.basis == Basis::Exact => {
                let error = simulated.half_width / STUDENT_OF_RUNS;
                // Runs begin empty and end with some inside, which shows where nothing else varies.
                let ends = RUNS_END * value.abs().max(simulated.mean.abs());
                let off = (simulated.mean - value).abs();
                // An interval without width where hardly anything ever happens is no proof.
                let is_rare = simulated.half_width == 0.0 && off < RARE;
                if is_rare || off <= BY_CHANCE * error + ends {
                    Self::Either
                } else {
                    Self::Neither
                }
            }
            _ => Self::Simulation,
        }
    }

    /// The same of a service to which more come than is attained, or not: its formulas speak of a line that settles.
    fn outgrown(self, is_outgrown: bool) -> Self {
        if is_outgrown && self == Self::Formula { Self::NothingYet } else { self }
    }

    /// The same of how busy a role is in a service whose lines grow for ever: behind the bottleneck it has less to do than
    /// what comes, which the simulation sees though lines never settle.
    fn while_growing(self, formula: &Figure, found: Option<Estimate>, grows: bool) -> Self {
        let apart = formula.value.zip(found).map(|(value, found)| (value, value - found.mean));
        let is_less = apart.zip(found).is_some_and(|((value, apart), found)| {
            value < 1.0 && apart > BY_CHANCE * found.half_width / STUDENT_OF_RUNS
        });
        if grows && is_less && self == Self::Formula { Self::Simulation } else { self }
    }

    /// The same of a service that has what formulas know nothing of, or has not: there it is no mistake that
    /// they contradict each other, and the simulation is right.
    #[must_use]
    pub fn beyond_formulas(self, has_more: bool) -> Self {
        if has_more && self == Self::Neither { Self::Simulation } else { self }
    }
}
