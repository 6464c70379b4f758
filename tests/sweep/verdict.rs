//! Holds the figures of a service against the simulation.

use std::fmt;

use onstage::analysis::{Analysis, Band, Basis, Figure, OrderOfWork, analyse};
use onstage::blueprint::Scenario;

use crate::engine::{Run, Source, Turn};
use crate::model::{Model, What};
use crate::tally::{Estimate, Tally};

/// Customers inside while the capacity is measured.
const FULL: usize = 600;
/// What an attained capacity falls short by with so many inside, where several pools bind.
const SHORT: f64 = 0.015;
/// Differences that are dust: of whole ticks, and of having begun empty.
const DUST: f64 = 0.002;
const DUST_S: f64 = 0.002;

/// Which figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Capacity,
    RushOrder,
    StepWait,
    RoleWait,
    Throughput,
    Level,
}

impl Subject {
    pub const ALL: [Self; 6] = [
        Self::Capacity,
        Self::RushOrder,
        Self::StepWait,
        Self::RoleWait,
        Self::Throughput,
        Self::Level,
    ];
}

/// What a figure says of itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Claim {
    Exact,
    /// Right to so much, in its own unit.
    Band(f64),
    /// Near, without saying how near.
    Open,
    Unreliable,
    AtLeast,
    AtMost,
}

impl Claim {
    /// `None` for a figure without a value.
    pub fn of(figure: &Figure) -> Option<(Self, f64)> {
        let value = figure.value?;
        let claim = match figure.basis {
            Basis::Exact => Self::Exact,
            Basis::Approximate { band: Some(Band::Percent(off)) } => {
                Self::Band(off / 100.0 * value)
            }
            Basis::Approximate { band: Some(Band::Seconds(off)) }
            | Basis::Simulated { half_width: off } => Self::Band(off),
            Basis::Approximate { band: None } => Self::Open,
            Basis::Unreliable => Self::Unreliable,
            Basis::LowerBound => Self::AtLeast,
            Basis::UpperBound => Self::AtMost,
        };
        Some((claim, value))
    }

    pub fn is_promise(self) -> bool {
        !matches!(self, Self::Open | Self::Unreliable)
    }
}

/// A figure beside the truth.
#[derive(Clone, Debug)]
pub struct Checked {
    pub subject: Subject,
    /// Of which step or role; empty for the whole.
    pub name: String,
    pub claim: Claim,
    pub stated: f64,
    /// `None` where lines grow without end.
    pub truth: Option<Estimate>,
    /// What errors are measured against where the truth is less: a twentieth of a service.
    pub least: f64,
}

impl Checked {
    /// Whether what the figure says can be true, given how well the truth is known.
    pub fn holds(&self) -> bool {
        let Some(truth) = self.truth else { return matches!(self.claim, Claim::AtLeast) };
        let dust = (DUST * truth.mean).max(DUST_S);
        let off = self.stated - truth.mean;
        match self.claim {
            Claim::Exact => off.abs() <= truth.wide() + dust,
            Claim::Band(half) => off.abs() <= half + truth.half_width + dust,
            Claim::AtLeast => off <= truth.wide() + dust,
            Claim::AtMost => -off <= truth.wide() + dust,
            Claim::Open | Claim::Unreliable => true,
        }
    }

    /// Whether more customers could hardly change the verdict.
    fn is_settled(&self) -> bool {
        let Some(truth) = self.truth else { return true };
        let known = truth.half_width <= 0.01 * truth.mean.max(1.0);
        let off = self.stated - truth.mean;
        known
            || match self.claim {
                // What seems untrue is looked at as long as may be: a short run begins too empty.
                Claim::Exact => false,
                Claim::Band(half) => off.abs() + truth.half_width < half,
                Claim::AtLeast => off + 2.0 * truth.half_width < 0.0,
                Claim::AtMost => off > 2.0 * truth.half_width,
                Claim::Open | Claim::Unreliable => truth.half_width <= 0.05 * truth.mean.max(1.0),
            }
    }

    /// How far the figure is off, as a share of the truth, or of a twentieth of a service.
    pub fn error(&self) -> f64 {
        self.truth.map_or(f64::INFINITY, |truth| {
            (self.stated - truth.mean).abs() / truth.mean.max(self.least).max(1e-9)
        })
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}: {:.4} {:?}, ", self.subject, self.name, self.stated, self.claim)?;
        match self.truth {
            Some(truth) => write!(f, "truth {:.4} ± {:.4}", truth.mean, truth.half_width),
            None => write!(f, "truth: no end"),
        }
    }
}

/// A figure to be checked, with where its truth is read.
struct Stated {
    subject: Subject,
    name: String,
    claim: Claim,
    value: f64,
    least: f64,
    read: Read,
}

enum Read {
    Inside,
    Waits(Vec<usize>),
    Within(usize),
}

/// What was found out about a service.
pub struct Findings {
    pub checked: Vec<Checked>,
    /// Figures of each subject that have no value.
    pub lacking: Vec<Subject>,
}

/// Checks all figures of a service, with at most so many simulated customers.
pub fn check(scenario: &Scenario, seed: u64, most: u64) -> Findings {
    let model = Model::of(scenario);
    let analysis = analyse(scenario);
    let mut findings = Findings { checked: Vec::new(), lacking: Vec::new() };
    findings.capacity(&model, &analysis, seed, most);
    findings.rush_order(&model, &analysis, seed, most);
    findings.waits(&model, &analysis, seed, most);
    findings
}

impl Findings {
    fn capacity(&mut self, model: &Model, analysis: &Analysis, seed: u64, most: u64) {
        let Some((claim, stated)) = Claim::of(&analysis.capacity_per_hour) else {
            return self.lacking.push(Subject::Capacity);
        };
        // People who stand in for each other attain it if somebody tells them whom to help: the
        // run, which does not, can only show that more is not to be had.
        let chooses = model.moments.iter().flat_map(|moment| &moment.needs);
        let chooses = chooses.map(|need| need.pools.len()).any(|pools| pools > 1);
        let claim = if chooses && claim == Claim::Exact { Claim::AtMost } else { claim };
        let left = (most / 8).clamp(8_000, 60_000);
        let attained = |turn| {
            let truth =
                Run::new(model, Source::Full(FULL), seed).taking(turn).until(left).map(|t| {
                    let rate = t.per_hour();
                    Estimate { half_width: rate.half_width + SHORT * rate.mean, ..rate }
                });
            let (subject, name) = (Subject::Capacity, String::new());
            Checked { subject, name, claim, stated, truth, least: 0.0 }
        };
        let first_come = attained(Turn::FirstCome);
        let ordered = analysis.capacity_order == Some(OrderOfWork::TeamsFirst);
        let by_order = ordered && !first_come.holds();
        self.checked.push(if by_order { attained(Turn::TeamsFirst) } else { first_come });
    }

    fn rush_order(&mut self, model: &Model, analysis: &Analysis, seed: u64, most: u64) {
        let Some((claim, stated)) = Claim::of(&analysis.rush_order_time_s) else {
            return self.lacking.push(Subject::RushOrder);
        };
        let mut run = Run::new(model, Source::OneByOne, seed ^ 1);
        let mut left = 8_000;
        loop {
            let truth = run.until(left).map(Tally::inside_s);
            let (subject, name) = (Subject::RushOrder, String::new());
            let checked = Checked { subject, name, claim, stated, truth, least: 0.0 };
            if checked.is_settled() || left * 2 > most / 4 {
                return self.checked.push(checked);
            }
            left *= 2;
        }
    }

    fn waits(&mut self, model: &Model, analysis: &Analysis, seed: u64, most: u64) {
        let stated = self.stated_waits(model, analysis);
        if stated.is_empty() {
            return;
        }
        let mut run = Run::new(model, Source::Demand, seed ^ 2);
        let mut left = 32_000.min(most);
        loop {
            let tally = run.until(left);
            let checked: Vec<Checked> = stated
                .iter()
                .filter_map(|stated| {
                    let truth = match (&tally, &stated.read) {
                        (None, _) => None,
                        (Some(tally), Read::Inside) => Some(tally.inside_s()),
                        (Some(tally), Read::Waits(moments)) => Some(tally.wait_s(moments)?),
                        (Some(tally), Read::Within(moment)) => Some(tally.within(*moment)?),
                    };
                    Some(Checked {
                        subject: stated.subject,
                        name: stated.name.clone(),
                        claim: stated.claim,
                        stated: stated.value,
                        truth,
                        least: stated.least,
                    })
                })
                .collect();
            if left * 2 > most || checked.iter().all(Checked::is_settled) {
                return self.checked.extend(checked);
            }
            left *= 2;
        }
    }

    fn stated_waits(&mut self, model: &Model, analysis: &Analysis) -> Vec<Stated> {
        let mut all = Vec::new();
        let mut add = |subject, name: String, figure: &Figure, read| {
            let least = match &read {
                Read::Waits(moments) => {
                    let lasts = moments.iter().map(|moment| model.moments[*moment].lasts_s);
                    lasts.fold(0.0, f64::max) / 20.0
                }
                Read::Inside | Read::Within(_) => 0.0,
            };
            match Claim::of(figure) {
                Some((claim, value)) => {
                    all.push(Stated { subject, name, claim, value, least, read });
                }
                None => self.lacking.push(subject),
            }
        };
        add(Subject::Throughput, String::new(), &analysis.throughput_time_s, Read::Inside);
        for (at, moment) in model.moments.iter().enumerate() {
            if moment.needs.is_empty() {
                continue;
            }
            for step in &moment.steps {
                let figures = &analysis.steps[step];
                let name = model.names[step].clone();
                if moment.steps.first() == Some(step) {
                    let read = Read::Waits(vec![at]);
                    add(Subject::StepWait, name.clone(), &figures.wait_s, read);
                }
                if moment.acceptable.is_some() && figures.within_acceptable.value.is_some() {
                    let read = Read::Within(at);
                    add(Subject::Level, name, &figures.within_acceptable, read);
                }
            }
        }
        for (at, pool) in model.pools.iter().enumerate() {
            let What::Role(role) = pool.what else { continue };
            let moments: Vec<usize> = (0..model.moments.len())
                .filter(|m| model.moments[*m].needs.iter().any(|need| need.pools.contains(&at)))
                .collect();
            if !moments.is_empty() {
                let name = model.role_names[&role].clone();
                let read = Read::Waits(moments);
                add(Subject::RoleWait, name, &analysis.roles[&role].wait_s, read);
            }
        }
        all
    }
}
