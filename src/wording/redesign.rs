//! What the redesign advisor says.

use super::texts::Wording;
use crate::blueprint::Scenario;
use crate::redesign::{Obstacle, StaysBecause};

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
            Obstacle::RateOutOfReach { best_per_hour } => {
                let rate = self.rate(*best_per_hour);
                self.with("obstacle-rate-out-of-reach", &[("rate", rate.into())])
            }
            Obstacle::CostOutOfReach { best: Some(best) } => {
                let cost = self.money(*best, currency);
                self.with("obstacle-cost-out-of-reach", &[("cost", cost.into())])
            }
            Obstacle::CostOutOfReach { best: None } => {
                self.text("obstacle-cost-unknown").to_owned()
            }
            Obstacle::RoleWithoutTasks(role) => {
                let name = self.role(*role, scenario);
                self.with("obstacle-role-without-tasks", &[("name", name.into())])
            }
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
            Obstacle::RateOutOfReach { best_per_hour: 180.0 },
            Obstacle::CostOutOfReach { best: Some(0.8) },
            Obstacle::CostOutOfReach { best: None },
            Obstacle::RoleWithoutTasks(RoleId::from_number(1)),
        ];
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
}
