//! What figures that were simulated are called, and what they count.

use super::numbers::Amount;
use super::texts::Wording;
use crate::blueprint::Scenario;
use crate::simulation::{Beyond, DayDifference, DifferenceOf, Loss, Subject};

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
            Subject::Waiting => self.text("day-wait").to_owned(),
            Subject::WithinPromise => self.text("day-within-promise").to_owned(),
            Subject::LabourCost => self.text("simulate-labour-cost").to_owned(),
            Subject::CostPerCustomer => self.text("figure-cost").to_owned(),
            Subject::Profit => self.text("figure-profit").to_owned(),
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

    /// So much of it; money in a currency.
    #[must_use]
    pub fn simulated_amount(subject: Subject, value: f64, currency: &str) -> Amount<'_> {
        match subject {
            Subject::ThroughputTime
            | Subject::Waiting
            | Subject::Wait(_)
            | Subject::UrgentWait(_) => Amount::Seconds(value),
            Subject::WorkInProcess => Amount::Number(value),
            Subject::Output | Subject::Capacity | Subject::Lost(_) => Amount::PerHour(value),
            Subject::WithinPromise | Subject::WithinAcceptable(_) | Subject::Busy(_) => {
                Amount::Share(value)
            }
            Subject::LabourCost | Subject::CostPerCustomer | Subject::Profit => {
                Amount::Money(value, currency)
            }
        }
    }

    /// What a figure of a day is called that two scenarios are compared by; names are those of the later one.
    #[must_use]
    pub fn day_difference_name(&self, found: &DayDifference, scenario: &Scenario) -> String {
        let at = |key, name: &str| self.with(key, &[("name", name.into())]);
        match found.of {
            DifferenceOf::Step(step) if found.figure == "wait_s" => {
                at("simulate-wait-at", self.step(step, scenario))
            }
            DifferenceOf::Step(step) => at("simulate-within-at", self.step(step, scenario)),
            DifferenceOf::Role(role) => at("simulate-busy", self.role(role, scenario)),
            DifferenceOf::Whole => self.text(day_figure_key(found.figure)).to_owned(),
        }
    }

    /// So much of a figure of a day that two scenarios are compared by; money in a currency.
    #[must_use]
    pub fn day_difference_amount<'a>(
        found: &DayDifference,
        value: f64,
        currency: &'a str,
    ) -> Amount<'a> {
        match found.figure {
            "within_promise" | "within_acceptable" | "utilisation" => Amount::Share(value),
            "labour_cost" | "cost_per_customer" | "profit" => Amount::Money(value, currency),
            "output_per_hour" => Amount::PerHour(value),
            name if name.ends_with("_s") => Amount::ClockSeconds(value),
            _ => Amount::Number(value),
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

/// The name of a figure of the whole of a day.
fn day_figure_key(figure: &str) -> &'static str {
    match figure {
        "arrivals" => "day-arrivals",
        "served" => "day-served",
        "gave_up" => "day-gave-up",
        "no_room" => "day-no-room",
        "unserved" => "day-unserved",
        "throughput_time_s" => "figure-throughput-time",
        "throughput_median_s" => "day-median",
        "throughput_p90_s" => "day-p90",
        "throughput_p95_s" => "day-p95",
        "within_promise" => "day-within-promise",
        "wait_s" => "day-wait",
        "wip_max" => "day-wip-max",
        "output_per_hour" => "simulate-output",
        "inside_at_closing" => "day-inside-at-closing",
        "overtime_s" => "day-overtime",
        "paid_hours" => "day-paid-hours",
        "overtime_hours" => "day-overtime-hours",
        "labour_cost" => "day-labour-cost",
        "cost_per_customer" => "day-cost-per-customer",
        "profit" => "day-profit",
        _ => "figure-wip",
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
