//! What another scenario has more or less in the long run, on the same customers.

use std::io::Write;

use serde_json::json;

use super::Stop;
use super::report::Columns;
use super::versus::{Item, Of, verdict};
use crate::blueprint::Scenario;
use crate::simulation::{Loss, PairedDifference, Subject, simulated};
use crate::wording::Wording;

/// The scenario that is compared with.
pub(super) struct Compared<'a> {
    pub scenario: &'a Scenario,
    /// Whether the start matters to neither any more.
    pub settled: bool,
    pub pairs: &'a [PairedDifference],
}

impl Compared<'_> {
    /// What the other scenario has more or less than this one, as text.
    pub fn write(
        &self,
        than: &Scenario,
        currency: &str,
        words: &Wording,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let arguments = [self.scenario, than].map(|scenario| words.scenario_name(scenario));
        let arguments = [("other", arguments[0].into()), ("scenario", arguments[1].into())];
        writeln!(out)?;
        if !self.settled {
            writeln!(out, "{}", words.with("simulate-versus-unsettled", &arguments))?;
            return Ok(());
        }
        writeln!(out, "{}", words.with("simulate-versus", &arguments))?;
        let row = |pair: &PairedDifference| {
            let amount = |value| Wording::simulated_amount(pair.subject, value, currency);
            let difference = simulated(Some(pair.difference));
            let sign = if difference.value.is_some_and(|value| value > 0.0) { "+" } else { "" };
            let amount = |value| Wording::difference(amount(value));
            let difference = format!("{sign}{}", words.marked(&difference, amount));
            vec![
                words.simulated_name(pair.subject, self.scenario),
                difference,
                verdict(pair.verdict, words).to_owned(),
            ]
        };
        let rows = self.pairs.iter().map(row).collect();
        Columns { rows, right: false }.write(out)?;
        Ok(())
    }

    /// What the other scenario has more or less, for scripts: nothing before both have settled.
    pub fn json(&self, words: &Wording) -> serde_json::Value {
        let pairs = self.pairs.iter().filter(|_| self.settled);
        let items = pairs.map(|pair| {
            let step = |step| Of::Step(words.step(step, self.scenario));
            let (figure, of) = match pair.subject {
                Subject::ThroughputTime => ("throughput_time_s", Of::Whole),
                Subject::WorkInProcess => ("wip", Of::Whole),
                Subject::Output => ("output_per_hour", Of::Whole),
                Subject::Waiting => ("wait_s", Of::Whole),
                Subject::WithinPromise => ("within_promise", Of::Whole),
                Subject::LabourCost => ("labour_cost", Of::Whole),
                Subject::CostPerCustomer => ("cost_per_customer", Of::Whole),
                Subject::Profit => ("profit", Of::Whole),
                Subject::Capacity => ("attained_capacity_per_hour", Of::Whole),
                Subject::UrgentWait(class) => {
                    let class = self.scenario.demand().urgency.get(class);
                    ("wait_s", Of::Class(class.map_or("", |class| class.name.as_str())))
                }
                Subject::Lost(Loss::GaveUp) => ("gave_up", Of::Whole),
                Subject::Lost(Loss::NoRoom) => ("no_room", Of::Whole),
                Subject::Lost(Loss::Unserved) => ("unserved", Of::Whole),
                Subject::Wait(at) => ("wait_s", step(at)),
                Subject::WithinAcceptable(at) => ("within_acceptable", step(at)),
                Subject::Busy(role) => ("utilisation", Of::Role(words.role(role, self.scenario))),
            };
            Item { figure, of, difference: pair.difference, verdict: pair.verdict }
        });
        let mut value = super::versus::value(self.scenario.name(), items);
        if let Some(object) = value.as_object_mut() {
            object.insert("settled".to_owned(), json!(self.settled));
        }
        value
    }
}
