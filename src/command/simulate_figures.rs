//! The figures of a simulation by their names: what scripts read and what people see is one list.

use serde_json::Value;

use super::script::Object;
use crate::blueprint::{Scenario, Span};
use crate::quality::ClassWait;
use crate::simulation::{
    Believe, ClassFigures, DayFigures, Estimate, LongRun, MomentFigures, RoleFigures, StepFigures,
    simulated,
};
use crate::wording::Amount;

/// What a figure counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Seconds,
    Share,
    PerHour,
    Money,
    Number,
}

impl Measure {
    /// So much of it; money in a currency.
    pub(super) fn amount(self, value: f64, currency: &str) -> Amount<'_> {
        match self {
            Self::Seconds => Amount::Seconds(value),
            Self::Share => Amount::Share(value),
            Self::PerHour => Amount::PerHour(value),
            Self::Money => Amount::Money(value, currency),
            Self::Number => Amount::Number(value),
        }
    }
}

/// A figure.
pub(super) struct Named {
    /// In JSON.
    pub name: &'static str,
    /// Of the text that people see; where there is none they do not.
    pub key: Option<&'static str>,
    pub measure: Measure,
    pub found: Option<Estimate>,
}

fn seen(name: &'static str, key: &'static str, measure: Measure, found: Option<Estimate>) -> Named {
    Named { name, key: Some(key), measure, found }
}

fn told(name: &'static str, measure: Measure, found: Option<Estimate>) -> Named {
    Named { name, key: None, measure, found }
}

/// Puts figures into an object, each with its interval; of a single day, which has none, the figure alone.
pub(super) fn put_all(object: &mut Object, figures: impl IntoIterator<Item = Named>) {
    for Named { name, found, .. } in figures {
        put(object, name, found);
    }
}

/// Puts a figure into an object.
pub(super) fn put(object: &mut Object, name: &str, estimate: Option<Estimate>) {
    match estimate.filter(|it| it.half_width.is_infinite()) {
        Some(single) => object.plain(name, serde_json::json!(single.mean)),
        None => object.figure(name, Some(&simulated(estimate))),
    }
}

/// Those of the whole of a day.
pub(super) fn of_day(found: &DayFigures) -> Vec<Named> {
    use Measure::{Money, Number, PerHour, Seconds, Share};
    let [median, p90, p95] = found.percentiles_s;
    vec![
        seen("arrivals", "day-arrivals", Number, found.arrivals),
        seen("served", "day-served", Number, found.served),
        seen("gave_up", "day-gave-up", Number, found.gave_up),
        seen("no_room", "day-no-room", Number, found.no_room),
        seen("unserved", "day-unserved", Number, found.unserved),
        seen("carried_in", "day-carried-in", Number, found.carried_in),
        seen("carried_over", "day-carried-over", Number, found.carried_over),
        seen("throughput_time_s", "figure-throughput-time", Seconds, found.throughput_time_s),
        seen("throughput_median_s", "day-median", Seconds, median),
        seen("throughput_p90_s", "day-p90", Seconds, p90),
        seen("throughput_p95_s", "day-p95", Seconds, p95),
        seen("within_promise", "day-within-promise", Share, found.within_promise),
        seen("wait_s", "day-wait", Seconds, found.wait_s),
        seen("wip", "figure-wip", Number, found.wip),
        seen("wip_max", "day-wip-max", Number, found.wip_max),
        seen("output_per_hour", "simulate-output", PerHour, found.output_per_hour),
        seen("inside_at_closing", "day-inside-at-closing", Number, found.inside_at_closing),
        seen("overtime_s", "day-overtime", Seconds, found.overtime_s),
        seen("paid_hours", "day-paid-hours", Number, found.paid_hours),
        seen("overtime_hours", "day-overtime-hours", Number, found.overtime_hours),
        seen("labour_cost", "day-labour-cost", Money, found.labour_cost),
        seen("cost_per_customer", "day-cost-per-customer", Money, found.cost_per_customer),
        seen("profit", "day-profit", Money, found.profit),
    ]
}

/// Those of a step on a day.
pub(super) fn of_day_step(step: &StepFigures) -> [Named; 11] {
    use Measure::{Number, Seconds, Share};
    [
        told("visits", Number, step.visits),
        seen("wait_s", "simulate-wait-at", Seconds, step.wait_s),
        told("wait_served_s", Seconds, step.wait_served_s),
        told("wait_p90_s", Seconds, step.wait_p90_s),
        seen("within_acceptable", "simulate-within-at", Share, step.within_acceptable),
        told("gave_up", Number, step.gave_up),
        told("no_room", Number, step.no_room),
        told("unserved", Number, step.unserved),
        told("queue", Number, step.queue),
        told("queue_max", Number, step.queue_max),
        told("blocked_s", Seconds, step.blocked_s),
    ]
}

/// Those of a role on a day.
pub(super) fn of_day_role(role: &RoleFigures) -> [Named; 6] {
    use Measure::{Number, Seconds, Share};
    [
        told("on_duty_hours", Number, role.on_duty_hours),
        told("busy_hours", Number, role.busy_hours),
        seen("utilisation", "simulate-busy", Share, role.utilisation),
        told("overtime_hours", Number, role.overtime_hours),
        told("queue", Number, role.queue),
        told("wait_s", Seconds, role.wait_s),
    ]
}

/// Those of a class of urgency; how many are served is a number a day, or in the long run one an hour.
pub(super) fn of_class(class: &ClassFigures, served: Measure) -> [Named; 3] {
    [
        told("served", served, class.served),
        told("wait_s", Measure::Seconds, class.wait_s),
        told("within_share", Measure::Share, class.within_share),
    ]
}

/// The classes of urgency for scripts.
pub(super) struct Classes<'a> {
    pub scenario: &'a Scenario,
    pub found: &'a [ClassFigures],
    /// What the number of the served is.
    pub served: Measure,
}

impl Classes<'_> {
    /// Of each `name`, `served`, `wait_s`, `within_share` (the part of the served who waited no longer than their
    /// class should), `within_limit` (whether the mean wait is no longer than that), `formula_wait_s` of the long
    /// run, and whom to believe.
    pub fn json(
        &self,
        waits: &[ClassWait],
        believe: &dyn Fn(usize, Option<Estimate>) -> Believe,
    ) -> Value {
        let classes = self.scenario.demand().urgency.iter().zip(self.found).enumerate();
        let classes = classes.map(|(at, (class, found))| {
            let mut object = Object::default();
            object.plain("name", serde_json::json!(class.name));
            put_all(&mut object, of_class(found, self.served));
            let limit = class.within.map(Span::seconds);
            let keeps = limit.zip(found.wait_s).map(|(limit, wait)| wait.mean <= limit);
            object.plain("within_limit", serde_json::json!(keeps));
            object.figure("formula_wait_s", waits.get(at).map(|it| &it.wait_s));
            object.plain("believe", serde_json::json!(believe(at, found.wait_s).name()));
            object.finish()
        });
        classes.collect()
    }
}

/// Those of the whole in the long run, with the capacity that is attained where it was looked for.
pub(super) fn of_long_run(found: &LongRun, attained: Option<Estimate>) -> [Named; 15] {
    use Measure::{Number, PerHour, Seconds, Share};
    let [median, p90, p95] = found.percentiles_s;
    [
        seen("attained_capacity_per_hour", "simulate-attained", PerHour, attained),
        seen("throughput_time_s", "figure-throughput-time", Seconds, found.throughput_time_s),
        seen("wip", "figure-wip", Number, found.wip),
        seen("output_per_hour", "simulate-output", PerHour, found.output_per_hour),
        told("arrivals", PerHour, found.arrivals_per_hour),
        told("served", PerHour, found.output_per_hour),
        told("gave_up", PerHour, found.gave_up_per_hour),
        told("no_room", PerHour, found.no_room_per_hour),
        told("unserved", PerHour, found.unserved_per_hour),
        told("throughput_median_s", Seconds, median),
        told("throughput_p90_s", Seconds, p90),
        told("throughput_p95_s", Seconds, p95),
        told("within_promise", Share, found.within_promise),
        told("wait_s", Seconds, found.wait_s),
        told("growth_per_hour", PerHour, found.growth_per_hour),
    ]
}

/// Those of a moment in the long run. The share of waits that are accepted is told where `has_limit`.
pub(super) fn of_moment(found: &MomentFigures, has_limit: bool) -> [Named; 8] {
    use Measure::{Number, PerHour, Seconds, Share};
    let share = found.within_acceptable.filter(|_| has_limit);
    [
        told("visits", PerHour, found.visits_per_hour),
        seen("wait_s", "simulate-wait-at", Seconds, found.wait_s),
        told("wait_served_s", Seconds, found.wait_served_s),
        told("wait_p90_s", Seconds, found.wait_p90_s),
        seen("within_acceptable", "simulate-within-at", Share, share),
        told("gave_up", PerHour, found.gave_up_per_hour),
        told("queue", Number, found.queue),
        told("blocked_s", Seconds, found.blocked_s),
    ]
}
