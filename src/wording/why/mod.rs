//! Why a figure is what it is, in words: the arithmetic with the blueprint's own numbers.
//!
//! [`Wording::why`] makes an [`Explanation`] of a [`Derivation`]: sentences, and rows of a table.
//!
//! # What always holds
//!
//! - Every derivation has words (`tests/figures/laws_of_experience.rs` asks for them of random
//!   services), and all languages have the same.
//! - Nothing is computed here but what rounds and adds up to what is shown.
//! - A method is named with its source, author and year
//!   (`waits_name_their_formula_and_its_source`).
//! - A figure that is missing says what it needs (`a_missing_figure_says_what_it_needs`).

mod capacity;
mod execution;
mod experience;
mod money;
mod time;

use super::texts::Wording;
use crate::analysis::{BoundReason, Derivation, OrderOfWork, Pool};
use crate::blueprint::Scenario;
use money::Paid;

/// How many names a sentence lists before it counts the rest.
const NAMES_SHOWN: usize = 3;

/// An explanation of a figure: sentences first, then what they add up.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Explanation {
    /// Whole sentences, the arithmetic first.
    pub sentences: Vec<String>,
    /// What was added up or compared, each with its number; may be empty.
    pub rows: Vec<(String, String)>,
    /// Who found the formula, and when, where there is one.
    pub source: Option<String>,
}

impl Explanation {
    fn saying(sentences: impl IntoIterator<Item = String>) -> Self {
        Self { sentences: sentences.into_iter().collect(), ..Self::default() }
    }
}

impl Wording {
    /// Puts a derivation into words. Money is in the given currency.
    #[must_use]
    // One short arm for each derivation reads better than the same arms in several functions.
    #[allow(clippy::too_many_lines)]
    pub fn why(&self, why: &Derivation, scenario: &Scenario, currency: &str) -> Explanation {
        match why {
            Derivation::Missing(lacks) => Explanation::saying(self.lacks(lacks, scenario)),
            Derivation::TightestPool { lines, next } => {
                self.why_capacity(lines, next.as_ref(), scenario)
            }
            Derivation::OnePool(line) => self.why_one_pool(line, scenario),
            Derivation::ServersOverWork { servers, batch, visits, hold_s, capacity_per_hour } => {
                let step = ((*servers, *batch), (*visits, *hold_s));
                Explanation::saying([self.why_step_capacity(step, *capacity_per_hour)])
            }
            Derivation::SumOfSteps { lines, total_s } => {
                let time = self.time(*total_s);
                let sentence = self.with("why-role-work", &[("time", time.into())]);
                let mut words = Explanation::saying([sentence]);
                let row = |(step, seconds): &(_, f64)| {
                    (self.step(*step, scenario).to_owned(), self.time(*seconds))
                };
                words.rows = lines.iter().map(row).collect();
                words
            }
            Derivation::HourOverCapacity { capacity_per_hour, cycle_time_s } => {
                let arguments = [
                    ("time", self.reckoned_time(*cycle_time_s).into()),
                    ("customers", self.customers(*capacity_per_hour).into()),
                ];
                Explanation::saying([
                    self.with("why-cycle-time", &arguments),
                    self.text("why-cycle-time-trap").to_owned(),
                ])
            }
            Derivation::DemandOverCapacity { demand_per_hour, capacity_per_hour, utilisation } => {
                self.why_utilisation(*demand_per_hour, *capacity_per_hour, *utilisation)
            }
            Derivation::SumOfTimes { lines, total_s, forks, branches } => {
                let sentence = self.with("why-rush-order", &[("time", self.time(*total_s).into())]);
                self.why_time(sentence, lines, (*forks, branches), scenario)
            }
            Derivation::SumOfTimesAndWaits {
                lines,
                total_s,
                forks,
                branches,
                settling_s,
                day_s,
            } => {
                let sentence = self.with("why-throughput", &[("time", self.time(*total_s).into())]);
                let mut words = self.why_time(sentence, lines, (*forks, branches), scenario);
                words.sentences.extend(self.settling(*settling_s, *day_s));
                words
            }
            Derivation::Little { output_per_hour, throughput_time_s, inside } => {
                let arguments = [
                    ("output", self.per_hour(*output_per_hour).into()),
                    ("time", self.time(*throughput_time_s).into()),
                    ("inside", self.number(*inside).into()),
                ];
                let mut words = Explanation::saying([self.with("why-wip", &arguments)]);
                words.source = Some(self.source("why-source-little"));
                words
            }
            Derivation::SumOfWork { lines, total_s } => {
                let time = self.time(*total_s);
                let mut words =
                    Explanation::saying(
                        [self.with("why-labour-content", &[("time", time.into())])],
                    );
                let row = |(role, seconds): &(_, f64)| {
                    (self.role(*role, scenario).to_owned(), self.time(*seconds))
                };
                words.rows = lines.iter().map(row).collect();
                words
            }
            Derivation::LabourOverPaid { content_s, output_per_hour, staff, utilisation } => {
                let work = (*content_s, *output_per_hour);
                Explanation::saying([self.why_labour_utilisation(work, *staff, *utilisation)])
            }
            Derivation::ContentOverCycle { content_s, staff, cycle_time_s, balance } => {
                let times = (*content_s, *cycle_time_s);
                Explanation::saying([self.why_balance(times, *staff, *balance)])
            }
            Derivation::PaidOverOutput {
                lines,
                overhead_per_hour,
                output_per_hour,
                material,
                cost,
            } => {
                let paid = Paid { lines, overhead_per_hour: *overhead_per_hour };
                self.why_cost(&paid, *output_per_hour, (*material, *cost), scenario, currency)
            }
            Derivation::MarginTimesOutput { price, cost, output_per_hour, profit_per_hour } => {
                let (margin, output) = ((*price, *cost), *output_per_hour);
                let sentence = self.why_profit(margin, output, *profit_per_hour, currency);
                Explanation::saying([sentence])
            }
            Derivation::NoQueue => Explanation::saying([self.text("why-no-queue").to_owned()]),
            Derivation::Queue { pool, queue, utilisation, basis, wait_s } => {
                let figure = (*wait_s, *basis);
                self.why_wait(&self.pool(pool, scenario), queue, *utilisation, figure)
            }
            Derivation::ServedWithin {
                waiting,
                wait_if_waiting_s,
                acceptable_s,
                share,
                formula,
            } => {
                let times = (*wait_if_waiting_s, *acceptable_s);
                self.why_served_within(*waiting, times, *share, *formula)
            }
            Derivation::SumOfFlows { lines, visits } => {
                let visits = self.number(*visits);
                let mut words =
                    Explanation::saying([self.with("why-visits", &[("visits", visits.into())])]);
                let rows = lines.iter().map(|(from, visits, share)| {
                    let from = from.map_or_else(
                        || self.text("why-arrivals").to_owned(),
                        |step| self.step(step, scenario).to_owned(),
                    );
                    (from, self.times(*visits, self.percent(*share)))
                });
                words.rows = rows.collect();
                words
            }
            Derivation::SumOfWorkTimes { stretch, lines, total_s, triggered_s } => {
                self.why_work_in(*stretch, lines, (*total_s, *triggered_s), scenario)
            }
            Derivation::SumOfContacts { contact, lines, count } => {
                self.why_contacts(*contact, lines, *count, scenario)
            }
            Derivation::SumOfHandOffs { lines, count } => {
                self.why_hand_offs(lines, *count, scenario)
            }
            Derivation::ValueOverTime { value, lines, worth_s, total_s, share } => {
                self.why_value_share(*value, lines, (*worth_s, *total_s, *share), scenario)
            }
            Derivation::WaitOverThroughput { rush_order_time_s, throughput_time_s, share } => {
                let times = (*rush_order_time_s, *throughput_time_s);
                Explanation::saying([self.why_share_of_time("why-waiting-share", times, *share)])
            }
            Derivation::RushOrderOverThroughput { rush_order_time_s, throughput_time_s, share } => {
                let times = (*rush_order_time_s, *throughput_time_s);
                Explanation::saying([self.why_share_of_time("why-flow-efficiency", times, *share)])
            }
            Derivation::PriceLessCost { price, cost, margin } => {
                Explanation::saying([self.why_margin(*price, *cost, *margin, currency)])
            }
            Derivation::SumOfWages { lines, busy_cost } => {
                self.why_busy_cost(lines, *busy_cost, scenario, currency)
            }
            Derivation::PriceLessExecution { price, busy_cost, material, profit } => {
                self.why_execution_profit(*price, (*busy_cost, *material), *profit, currency)
            }
            Derivation::PriceOverDelay {
                price,
                material,
                per_minute,
                execution_time_s,
                break_even_time_s,
            } => {
                let times = (*execution_time_s, *break_even_time_s);
                self.why_break_even((*price, *material), *per_minute, times, currency)
            }
            Derivation::BusyCostOverTime { busy_cost, execution_time_s, per_minute } => {
                self.why_delay_cost(*busy_cost, *execution_time_s, *per_minute, currency)
            }
            Derivation::SumOfRates { lines, per_minute } => {
                self.why_step_delay_cost(lines, *per_minute, scenario, currency)
            }
        }
    }

    /// What it takes to reach the capacity.
    #[must_use]
    pub fn why_order(&self, order: OrderOfWork) -> &str {
        self.text(match order {
            OrderOfWork::TeamsFirst => "why-order-teams-first",
            OrderOfWork::StandIns => "why-order-stand-ins",
        })
    }

    /// Why a figure is a bound.
    #[must_use]
    pub fn why_bound(&self, reason: BoundReason) -> &str {
        self.text(match reason {
            BoundReason::WaitingRoom => "why-bound-waiting-room",
            BoundReason::SeveralAtOnce => "why-bound-several-at-once",
            BoundReason::Kept => "why-bound-kept",
            BoundReason::Choice => "why-bound-choice",
            BoundReason::Absent => "why-bound-absent",
            BoundReason::DifferentTimes => "why-bound-different-times",
            BoundReason::Batches => "why-bound-batches",
            BoundReason::Overlap => "why-bound-overlap",
            BoundReason::SeveralVary => "why-bound-several-vary",
            BoundReason::SideBySide => "why-bound-side-by-side",
            BoundReason::SamePeople => "why-bound-same-people",
            BoundReason::AwayAgain => "why-bound-away-again",
            BoundReason::QueuesSideBySide => "why-bound-queues-side-by-side",
            BoundReason::NotOnlyStaff => "why-bound-not-only-staff",
            BoundReason::ManyStaffs => "why-bound-many-staffs",
        })
    }

    /// A pool by its roles or its step: `Nurse and Doctor`, `places at Oven`.
    #[must_use]
    pub fn pool(&self, pool: &Pool, scenario: &Scenario) -> String {
        // However many places there are, they are named together.
        self.counted_pool(pool, 2.0, scenario)
    }

    /// A pool as it is called behind a number: `Nurse`, `place at Oven` behind 1.
    fn counted_pool(&self, pool: &Pool, count: f64, scenario: &Scenario) -> String {
        let at = |key: &'static str, step| {
            let name = self.step(step, scenario);
            self.with(key, &[("name", name.into()), ("count", count.into())])
        };
        match pool {
            Pool::Roles(roles) => {
                let names: Vec<&str> =
                    roles.iter().map(|role| self.role(*role, scenario)).collect();
                self.list(&names, NAMES_SHOWN)
            }
            Pool::Places(step) => at("why-pool-places", *step),
            Pool::Assumed(step) => at("why-pool-assumed", *step),
        }
    }

    /// Something so many times; once is not counted.
    fn times(&self, count: f64, what: String) -> String {
        let count = self.number(count);
        if count == self.number(1.0) {
            return what;
        }
        self.with("why-times", &[("count", count.into()), ("what", what.into())])
    }

    /// `60 customers per hour`, or what the blueprint shows rates per.
    fn customers_at(&self, rate: f64) -> String {
        let rate = self.in_rate_unit(rate);
        let arguments = [("count", rate.into()), ("number", self.number(rate).into())];
        self.with("why-customers-at", &arguments)
    }

    /// `6 customers per hour more`.
    fn more_customers_at(&self, rate: f64) -> String {
        let rate = self.in_rate_unit(rate);
        let arguments = [("count", rate.into()), ("number", self.number(rate).into())];
        self.with("why-more-customers-at", &arguments)
    }

    /// `6 customers per hour`, of a queue that grows by so many.
    fn growth_at(&self, rate: f64) -> String {
        let rate = self.in_rate_unit(rate);
        let arguments = [("count", rate.into()), ("number", self.number(rate).into())];
        self.with("why-growth-at", &arguments)
    }

    /// `60 customers per hour`, for what is computed by the hour.
    fn per_hour(&self, rate: f64) -> String {
        let arguments = [("count", rate.into()), ("number", self.number(rate).into())];
        self.with("why-customers-per-hour", &arguments)
    }

    /// `60 customers`, on average, so that there may be a part of one.
    fn customers(&self, count: f64) -> String {
        let arguments = [("count", count.into()), ("number", self.number(count).into())];
        self.with("why-customers", &arguments)
    }

    fn source(&self, key: &str) -> String {
        self.with("why-source", &[("source", self.text(key).into())])
    }
}

#[cfg(test)]
mod tests;
