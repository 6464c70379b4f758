//! What the redesign advisor says.

use super::texts::Wording;
use crate::analysis::Basis;
use crate::blueprint::Scenario;
use crate::redesign::{Obstacle, StaysBecause};

/// Steps that are named before the rest is counted.
const MOST_NAMED: usize = 3;

impl Wording {
    /// Why there is no redesign, and what would be possible.
    #[must_use]
    pub fn obstacle(&self, obstacle: &Obstacle, scenario: &Scenario, currency: &str) -> String {
        let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        match obstacle {
            Obstacle::Lacks(lacks) => {
                let reason = self.lacks(lacks, scenario).unwrap_or_default();
                self.with("obstacle-lacks", &[("reason", reason.into())])
            }
            Obstacle::NothingToRegroup(stays) => match stays.first() {
                None => self.text("obstacle-no-staff").to_owned(),
                Some(stays) => {
                    let reason = self.stays_because(stays.because);
                    let step = self.step(stays.step, scenario);
                    let arguments = [("step", step.into()), ("reason", reason.into())];
                    self.with("obstacle-nothing-to-regroup", &arguments)
                }
            },
            Obstacle::TooManyTasks { tasks, most } => self.with(
                "obstacle-too-many-tasks",
                &[("count", (*tasks).into()), ("most", (*most).into())],
            ),
            Obstacle::OrderInCircle => self.text("obstacle-order-in-circle").to_owned(),
            Obstacle::NoDesign { staff, least: Some(least) } => self.with(
                "obstacle-too-few",
                &[
                    ("people", self.counted("people", count(*staff)).into()),
                    ("least", (*least).into()),
                ],
            ),
            Obstacle::NoDesign { staff, least: None } => {
                let people = self.counted("people", count(*staff));
                self.with("obstacle-no-design", &[("people", people.into())])
            }
            Obstacle::RateOutOfReach { best_per_hour, staying, .. } if !staying.is_empty() => {
                let steps: Vec<&str> =
                    staying.iter().map(|step| self.step(*step, scenario)).collect();
                let rate = self.rate(*best_per_hour);
                let steps = self.list(&steps, MOST_NAMED);
                self.with(
                    "obstacle-rate-staying",
                    &[("steps", steps.into()), ("rate", rate.into())],
                )
            }
            Obstacle::RateOutOfReach { best_per_hour, basis, proven, .. } => {
                let (key, rate) = match (proven, basis) {
                    (false, _) => {
                        ("obstacle-rate-not-found", self.bounded_rate(*best_per_hour, *basis))
                    }
                    (true, Basis::UpperBound) => {
                        ("obstacle-rate-out-of-reach-at-most", self.rate(*best_per_hour))
                    }
                    (true, _) => ("obstacle-rate-out-of-reach", self.rate(*best_per_hour)),
                };
                self.with(key, &[("rate", rate.into())])
            }
            Obstacle::CostOutOfReach { best: Some(best), basis } => {
                let cost = self.money(*best, currency);
                let key = match basis {
                    Basis::UpperBound => "obstacle-cost-out-of-reach-at-least",
                    _ => "obstacle-cost-out-of-reach",
                };
                self.with(key, &[("cost", cost.into())])
            }
            Obstacle::CostOutOfReach { best: None, .. } => {
                self.text("obstacle-cost-unknown").to_owned()
            }
            Obstacle::RoleWithoutTasks(role) => {
                let name = self.role(*role, scenario);
                self.with("obstacle-role-without-tasks", &[("name", name.into())])
            }
        }
    }

    /// A capacity with the words of a bound before it where it is one.
    #[must_use]
    pub fn bounded_rate(&self, per_hour: f64, basis: Basis) -> String {
        let rate = self.rate(per_hour);
        match basis {
            Basis::UpperBound => self.with("redesign-rate-at-most", &[("rate", rate.into())]),
            Basis::LowerBound => self.with("redesign-rate-at-least", &[("rate", rate.into())]),
            Basis::Exact
            | Basis::Approximate { .. }
            | Basis::Unreliable
            | Basis::Simulated { .. } => rate,
        }
    }

    /// A cost per customer at a capacity of this basis: the higher the capacity, the lower it is, so
    /// that it is bounded from the other side.
    #[must_use]
    pub fn bounded_cost(&self, cost: f64, currency: &str, basis: Basis) -> String {
        let cost = self.money(cost, currency);
        match basis {
            Basis::UpperBound => self.with("redesign-cost-at-least", &[("cost", cost.into())]),
            Basis::LowerBound => self.with("redesign-cost-at-most", &[("cost", cost.into())]),
            Basis::Exact
            | Basis::Approximate { .. }
            | Basis::Unreliable
            | Basis::Simulated { .. } => cost,
        }
    }

    /// Why work stays as it is.
    #[must_use]
    pub fn stays_because(&self, because: StaysBecause) -> &str {
        self.text(match because {
            StaysBecause::SeveralAtOnce => "stays-several-at-once",
            StaysBecause::KeptUnit => "stays-kept-unit",
            StaysBecause::StandIn => "stays-stand-in",
            StaysBecause::Partner => "stays-partner",
            StaysBecause::Equipment => "stays-equipment",
            StaysBecause::SharedWithOthers => "stays-shared",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Lack;
    use crate::blueprint::{Id, IdSource, RoleId, StepId};
    use crate::redesign::Stays;
    use crate::wording::Language;

    #[test]
    fn every_obstacle_has_words() {
        let scenario = Scenario::empty("", &mut IdSource::default());
        let because = [
            StaysBecause::SeveralAtOnce,
            StaysBecause::KeptUnit,
            StaysBecause::StandIn,
            StaysBecause::Partner,
            StaysBecause::Equipment,
            StaysBecause::SharedWithOthers,
        ];
        let stays = |because| vec![Stays { step: StepId::from_number(1), because }];
        let mut obstacles = vec![
            Obstacle::Lacks(vec![Lack::Flow]),
            Obstacle::NothingToRegroup(Vec::new()),
            Obstacle::TooManyTasks { tasks: 65, most: 64 },
            Obstacle::OrderInCircle,
            Obstacle::NoDesign { staff: 2, least: Some(3) },
            Obstacle::NoDesign { staff: 2, least: None },
            Obstacle::CostOutOfReach { best: None, basis: Basis::Exact },
            Obstacle::RoleWithoutTasks(RoleId::from_number(1)),
        ];
        for basis in [Basis::Exact, Basis::UpperBound] {
            obstacles.push(Obstacle::CostOutOfReach { best: Some(0.8), basis });
            for proven in [true, false] {
                for staying in [Vec::new(), vec![StepId::from_number(1)]] {
                    let best_per_hour = 180.0;
                    obstacles.push(Obstacle::RateOutOfReach {
                        best_per_hour,
                        basis,
                        proven,
                        staying,
                    });
                }
            }
        }
        obstacles.extend(because.map(|because| Obstacle::NothingToRegroup(stays(because))));
        for language in Language::ALL {
            let wording = Wording::new(language);
            for obstacle in &obstacles {
                let words = wording.obstacle(obstacle, &scenario, "$");
                let is_code = words.contains("obstacle-") || words.contains("stays-");
                assert!(
                    !is_code && !words.contains(['{', '$']) || words.contains("$0.80"),
                    "{words}"
                );
            }
        }
    }

    #[test]
    fn what_rests_on_a_bound_says_so() {
        let scenario = Scenario::empty("", &mut IdSource::default());
        let says = |language, basis, proven| {
            let (best_per_hour, staying) = (180.0, Vec::new());
            let obstacle = Obstacle::RateOutOfReach { best_per_hour, basis, proven, staying };
            Wording::new(language).obstacle(&obstacle, &scenario, "$")
        };
        let english = |basis, proven| says(Language::English, basis, proven);
        assert!(english(Basis::Exact, true).contains("180 /h is the best"));
        assert!(english(Basis::UpperBound, true).contains("at most 180 /h"));
        // What was not proved is no more than what was found.
        assert!(english(Basis::Exact, false).starts_with("No design was found"));
        assert!(english(Basis::UpperBound, false).contains("at most 180 /h"));
        for proven in [true, false] {
            let chinese = |basis| says(Language::Chinese, basis, proven);
            assert!(chinese(Basis::UpperBound).contains("至多"));
            assert!(!chinese(Basis::Exact).contains("至多"));
        }
        let cost = |basis| {
            let obstacle = Obstacle::CostOutOfReach { best: Some(0.8), basis };
            Wording::new(Language::English).obstacle(&obstacle, &scenario, "$")
        };
        assert!(cost(Basis::UpperBound).contains("at least $0.80"));
        assert!(!cost(Basis::Exact).contains("at least"));
    }
}
