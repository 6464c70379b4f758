//! What figures that were simulated are called, and what they count.

use super::numbers::Amount;
use super::texts::Wording;
use crate::blueprint::Scenario;
use crate::simulation::{Beyond, Loss, Subject};

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
            Subject::UrgentWait(class) => {
                let class = scenario.demand().urgency.get(class);
                at("simulate-wait-of", class.map_or("", |class| class.name.as_str()))
            }
            Subject::Lost(loss) => self.text(loss_key(loss)).to_owned(),
        }
    }

    /// What the part of a class is called for whom a visit's wait is within the limit of the class, from 0.
    #[must_use]
    pub fn within_limit_of(&self, class: usize, scenario: &Scenario) -> String {
        let class = scenario.demand().urgency.get(class);
        let name = class.map_or("", |class| class.name.as_str());
        self.with("simulate-within-limit-of", &[("name", name.into())])
    }

    /// What its number counts.
    #[must_use]
    pub fn simulated_amount(subject: Subject) -> fn(f64) -> Amount<'static> {
        match subject {
            Subject::ThroughputTime | Subject::Wait(_) | Subject::UrgentWait(_) => Amount::Seconds,
            Subject::WorkInProcess => Amount::Number,
            Subject::Output | Subject::Capacity | Subject::Lost(_) => Amount::PerHour,
            Subject::WithinAcceptable(_) | Subject::Busy(_) => Amount::Share,
        }
    }

    /// Why the simulation is believed where it contradicts formulas that are exact: what they know nothing of.
    /// `None` where there is nothing of the kind.
    #[must_use]
    pub fn beyond_formulas(&self, beyond: &[Beyond]) -> Option<String> {
        let names: Vec<&str> = beyond.iter().map(|it| self.text(beyond_key(*it))).collect();
        let things = self.list(&names, names.len());
        (!names.is_empty()).then(|| self.with("simulate-beyond", &[("things", things.into())]))
    }
}

/// The name of what customers are lost by.
fn loss_key(loss: Loss) -> &'static str {
    match loss {
        Loss::GaveUp => "day-gave-up",
        Loss::NoRoom => "day-no-room",
        Loss::Unserved => "day-unserved",
    }
}

fn beyond_key(beyond: Beyond) -> &'static str {
    match beyond {
        Beyond::Order => "simulate-beyond-order",
        Beyond::Urgency => "simulate-beyond-urgency",
        Beyond::Priority => "simulate-beyond-priority",
        Beyond::Patience => "simulate-beyond-patience",
        Beyond::Room => "simulate-beyond-room",
        Beyond::BatchWait => "simulate-beyond-batch-wait",
    }
}
