//! What figures that were simulated are called, and what they count.

use super::numbers::Amount;
use super::texts::Wording;
use crate::blueprint::Scenario;
use crate::simulation::Subject;

impl Wording {
    /// What a figure that is known by formula and by simulation is called in a list of them.
    #[must_use]
    pub fn simulated_name(&self, subject: Subject, scenario: &Scenario) -> String {
        let at = |key, name: &str| self.with(key, &[("name", name.into())]);
        match subject {
            Subject::ThroughputTime => self.text("figure-throughput-time").to_owned(),
            Subject::WorkInProcess => self.text("figure-wip").to_owned(),
            Subject::Output => self.text("simulate-output").to_owned(),
            Subject::Capacity => self.text("simulate-attained").to_owned(),
            Subject::Wait(step) => at("simulate-wait-at", self.step(step, scenario)),
            Subject::WithinAcceptable(step) => at("simulate-within-at", self.step(step, scenario)),
            Subject::Busy(role) => at("simulate-busy", self.role(role, scenario)),
        }
    }

    /// What its number counts.
    #[must_use]
    pub fn simulated_amount(subject: Subject) -> fn(f64) -> Amount<'static> {
        match subject {
            Subject::ThroughputTime | Subject::Wait(_) => Amount::Seconds,
            Subject::WorkInProcess => Amount::Number,
            Subject::Output | Subject::Capacity => Amount::PerHour,
            Subject::WithinAcceptable(_) | Subject::Busy(_) => Amount::Share,
        }
    }
}
