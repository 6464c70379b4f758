//! Two scenarios on the same customers: differences between their figures, paired by replication.
//!
//! Replication i of one study and of the other draw the same customers with the same times, so that what
//! chance does to one it mostly does to the other. Of a mean per customer, a ratio R = Σy ÷ Σx of sums over
//! replications, replication i is off by (yᵢ − R xᵢ) ÷ x̄ (Crane & Iglehart 1975); the difference of two such
//! ratios is off by the difference of these, and their spread is what is left of chance.

use super::beyond::Loss;
use super::estimates::{Estimate, ratio, student};
use super::leading::{Subject, accepting, waited_at};
use super::sampling::TICKS;
use super::study::Study;
use super::tally::Sums;
use crate::analysis::{HourlyMoney, hourly_money};
use crate::blueprint::{Scenario, StepId};
use crate::process::Process;

/// The part of those who come that leaves served where lines do not grow.
const ALL_SERVED: f64 = 0.99;

/// Where the later figure lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Versus {
    /// Below the earlier one.
    Less,
    /// Above it.
    More,
    /// The interval of the difference holds zero.
    NoDifferenceSeen,
}

impl Versus {
    /// Its name for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Less => "less",
            Self::More => "more",
            Self::NoDifferenceSeen => "no_difference",
        }
    }

    pub(super) fn of(difference: Estimate) -> Self {
        if difference.mean.abs() <= difference.half_width {
            Self::NoDifferenceSeen
        } else if difference.mean < 0.0 {
            Self::Less
        } else {
            Self::More
        }
    }
}

/// A figure of two scenarios, and how much more the later one has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairedDifference {
    /// Which figure.
    pub subject: Subject,
    /// What it is in the earlier scenario.
    pub before: Estimate,
    /// What it is in the later one.
    pub after: Estimate,
    /// After − before, with the interval of the pairs.
    pub difference: Estimate,
    /// What that says.
    pub verdict: Versus,
}

/// A scenario with a study of it.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its flow.
    pub process: &'a Process,
    /// What was simulated of it.
    pub study: &'a Study,
}

/// What the later of two scenarios has more or less, where both have the figure. Both studies started from
/// the same seed, and went through as many rounds.
#[must_use]
pub fn differences(before: Side<'_>, after: Side<'_>) -> Vec<PairedDifference> {
    let (before, after) = (Counted::of(before), Counted::of(after));
    let of_whole = [
        Subject::ThroughputTime,
        Subject::WorkInProcess,
        Subject::Output,
        Subject::Waiting,
        Subject::WithinPromise,
        Subject::LabourCost,
        Subject::CostPerCustomer,
        Subject::Profit,
    ];
    let steps = waited_at(after.side.process).map(|(_, step)| Subject::Wait(step));
    let accepting = (after.side.process.moments.iter())
        .filter_map(|moment| accepting(after.side.scenario, moment))
        .map(Subject::WithinAcceptable);
    let roles = after.side.scenario.roles().keys().map(|role| Subject::Busy(*role));
    let classes = after.side.scenario.demand().urgency.len();
    let losses = Loss::ALL.into_iter().filter(|loss| before.loses(*loss) || after.loses(*loss));
    let serves_all = before.serves_all() && after.serves_all();
    let subjects = of_whole.into_iter().chain(steps).chain(accepting).chain(roles);
    let subjects =
        subjects.chain((0..classes).map(Subject::UrgentWait)).chain(losses.map(Subject::Lost));
    subjects
        .filter_map(|subject| {
            let (one, other) = (before.pairs(subject)?, after.pairs(subject)?);
            let difference = difference(&one, &other)?;
            let (before, after) = (ratio(one.into_iter())?, ratio(other.into_iter())?);
            // As many leave as come: that a run ends with one more inside is no difference.
            let is_same = subject == Subject::Output && serves_all;
            let verdict = if is_same { Versus::NoDifferenceSeen } else { Versus::of(difference) };
            Some(PairedDifference { subject, before, after, difference, verdict })
        })
        .collect()
}

/// The sums of each replication of a study.
struct Counted<'a> {
    side: Side<'a>,
    sums: Vec<Sums>,
}

impl<'a> Counted<'a> {
    fn of(side: Side<'a>) -> Self {
        Self { side, sums: side.study.counted() }
    }

    /// What is summed up and what it is divided by, of each replication.
    fn pairs(&self, subject: Subject) -> Option<Vec<(f64, f64)>> {
        let all = |pair: &dyn Fn(&Sums) -> (f64, f64)| self.sums.iter().map(pair).collect();
        Some(match subject {
            Subject::ThroughputTime => {
                all(&|sums| (sums.throughput as f64 / TICKS, sums.served as f64))
            }
            Subject::WorkInProcess => all(&|sums| (sums.inside as f64, sums.length as f64)),
            Subject::Output => all(&|sums| (sums.served as f64, hours(sums))),
            Subject::Capacity => return None,
            Subject::Waiting => all(&|sums| (sums.idle as f64 / TICKS, sums.served as f64)),
            Subject::WithinPromise => {
                self.side.scenario.simulation_rules().promise?;
                all(&|sums| (sums.promised as f64, sums.served as f64))
            }
            Subject::LabourCost => {
                let money = self.money()?;
                all(&|sums| (money.labour * hours(sums), hours(sums)))
            }
            Subject::CostPerCustomer => {
                let money = self.money()?;
                all(&|sums| (costs(money, sums), sums.served as f64))
            }
            Subject::Profit => {
                let money = self.money()?;
                let price = money.price?;
                all(&|sums| (price * sums.served as f64 - costs(money, sums), hours(sums)))
            }
            Subject::UrgentWait(class) => all(&|sums| {
                let class = sums.classes.get(class).copied().unwrap_or_default();
                (class.idle as f64 / TICKS, class.served as f64)
            }),
            Subject::Lost(loss) => all(&|sums| (lost(sums, loss) as f64, hours(sums))),
            Subject::Wait(step) => {
                let at = self.moment(step)?;
                all(&|sums| {
                    let moment = &sums.moments[at];
                    (moment.waits.length as f64 / TICKS, moment.waits.ended as f64)
                })
            }
            Subject::WithinAcceptable(step) => {
                let at = self.moment(step)?;
                let is_counted = accepting(self.side.scenario, self.side.process.moments.get(at)?);
                if is_counted != Some(step) {
                    return None;
                }
                all(&|sums| {
                    let moment = &sums.moments[at];
                    (moment.waits.accepted as f64, moment.waits.ended as f64)
                })
            }
            Subject::Busy(role) => {
                let at = self.side.scenario.roles().get_index_of(&role)?;
                let presence = self.side.scenario.roles().get(&role)?.availability.value();
                all(&|sums| {
                    let pool = &sums.pools[at];
                    (pool.busy as f64, pool.duty as f64 * presence)
                })
            }
        })
    }

    /// What is paid.
    fn money(&self) -> Option<HourlyMoney> {
        hourly_money(self.side.scenario, self.side.process)
    }

    /// Whether as many leave served as come, but for who is inside at the end.
    fn serves_all(&self) -> bool {
        let sum = |of: fn(&Sums) -> u64| self.sums.iter().map(of).sum::<u64>() as f64;
        let loses = Loss::ALL.into_iter().any(|loss| self.loses(loss));
        !loses && sum(|sums| sums.served) >= ALL_SERVED * sum(|sums| sums.arrivals)
    }

    /// Whether anybody leaves for this reason.
    fn loses(&self, loss: Loss) -> bool {
        self.sums.iter().any(|sums| lost(sums, loss) > 0)
    }

    /// The moment at which a step is waited for.
    fn moment(&self, step: StepId) -> Option<usize> {
        let at = self.side.process.moment_of(step)?;
        waited_at(self.side.process).any(|(waited, _)| waited == at).then_some(at)
    }
}

fn hours(sums: &Sums) -> f64 {
    sums.length as f64 / TICKS / 3600.0
}

/// Everything that is paid in what was counted.
fn costs(money: HourlyMoney, sums: &Sums) -> f64 {
    money.hourly * hours(sums) + money.material * sums.served as f64
}

/// How many left for a reason.
fn lost(sums: &Sums, loss: Loss) -> u64 {
    match loss {
        Loss::GaveUp => sums.gave_up,
        Loss::NoRoom => sums.no_room,
        Loss::Unserved => sums.unserved,
    }
}

/// The difference of two ratios, the later minus the earlier; `None` where one of them is none.
pub(super) fn difference(before: &[(f64, f64)], after: &[(f64, f64)]) -> Option<Estimate> {
    let (mean, off) = residuals(before)?;
    let (later, later_off) = residuals(after)?;
    let count = off.len().min(later_off.len());
    let n = count as f64;
    let squares: f64 = off.iter().zip(&later_off).map(|(a, b)| (b - a) * (b - a)).sum();
    let half_width = if count < 2 {
        f64::INFINITY
    } else {
        student(count - 1) * (squares / (n - 1.0) / n).sqrt()
    };
    Some(Estimate { mean: later - mean, half_width })
}

/// A ratio, and by how much each replication is off it.
fn residuals(pairs: &[(f64, f64)]) -> Option<(f64, Vec<f64>)> {
    let (y, x) = pairs.iter().fold((0.0, 0.0), |(y, x), pair| (y + pair.0, x + pair.1));
    if x == 0.0 {
        return None;
    }
    let (mean, average) = (y / x, x / pairs.len() as f64);
    Some((mean, pairs.iter().map(|(y, x)| (y - mean * x) / average).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_chance_does_to_both_is_no_part_of_their_difference() {
        // Both vary by the same amounts: each pair differs by just one.
        let before: Vec<(f64, f64)> = [4.0, 9.0, 2.0, 7.0].map(|y| (y, 1.0)).to_vec();
        let after: Vec<(f64, f64)> = before.iter().map(|(y, x)| (y + x, *x)).collect();
        let found = difference(&before, &after).unwrap();
        assert!((found.mean - 1.0).abs() < 1e-12 && found.half_width < 1e-12, "{found:?}");
        assert_eq!(Versus::of(found), Versus::More);
        let itself = difference(&before, &before).unwrap();
        assert_eq!(itself, Estimate { mean: 0.0, half_width: 0.0 });
        assert_eq!(Versus::of(itself), Versus::NoDifferenceSeen);
    }

    #[test]
    fn what_differs_from_pair_to_pair_is_left_in_doubt() {
        let before = [(1.0, 1.0), (2.0, 1.0), (3.0, 1.0)];
        let after = [(3.0, 1.0), (2.0, 1.0), (1.0, 1.0)];
        let found = difference(&before, &after).unwrap();
        // Differences of 2, 0 and −2: a spread of 2 around zero.
        assert!((found.half_width - 4.302_653 * 2.0 / 3.0_f64.sqrt()).abs() < 1e-6, "{found:?}");
        assert_eq!(Versus::of(found), Versus::NoDifferenceSeen);
        assert_eq!(difference(&before, &[(0.0, 0.0)]), None);
        let less = Estimate { mean: -2.0, half_width: 1.9 };
        assert_eq!(Versus::of(less), Versus::Less);
    }
}
