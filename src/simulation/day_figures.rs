//! What simulated days say, in seconds, hours and money, each with its interval.

use super::beyond::stands_for_wait;
use super::day_left::{LeftUnserved, left_unserved};
use super::day_money::DayRates;
use super::day_study::DayStudy;
use super::day_tally::{MomentTally, PARTS, hours};
use super::estimates::Estimate;
use super::percentiles::percentile;
use super::ratios::Ratio;
use super::sampling::TICKS;
use super::urgency::ClassFigures;
use crate::blueprint::{Day, Quantity, RoleId, Scenario, StepId, TimeOfDay};
use crate::process::Process;

/// What simulated days say. Counts and money are per day; sums of several intervals have one that is rather
/// too wide than too narrow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayFigures {
    /// How many days were simulated.
    pub days: u32,
    /// How many customers came, left served, gave up, found no room, left unserved.
    pub arrivals: Option<Estimate>,
    /// See [`Self::arrivals`].
    pub served: Option<Estimate>,
    /// See [`Self::arrivals`].
    pub gave_up: Option<Estimate>,
    /// See [`Self::arrivals`].
    pub no_room: Option<Estimate>,
    /// See [`Self::arrivals`].
    pub unserved: Option<Estimate>,
    /// Of a day that never closes, how many are inside from the day before. What comes in goes out: arrivals +
    /// carried in = served + gave up + no room + unserved + carried over.
    pub carried_in: Option<Estimate>,
    /// Of a day that never closes, how many stay inside into the next.
    pub carried_over: Option<Estimate>,
    /// Seconds from arrival to exit of the served.
    pub throughput_time_s: Option<Estimate>,
    /// Their median, 90th and 95th percentile.
    pub percentiles_s: [Option<Estimate>; 3],
    /// The part of the served who were inside as long as promised at most; `None` without a promise.
    pub within_promise: Option<Estimate>,
    /// Seconds inside in which nothing is done for the customer.
    pub wait_s: Option<Estimate>,
    /// Customers inside over the opening time.
    pub wip: Option<Estimate>,
    /// The most inside at once.
    pub wip_max: Option<Estimate>,
    /// Customers served per hour of opening.
    pub output_per_hour: Option<Estimate>,
    /// Customers inside when the doors close.
    pub inside_at_closing: Option<Estimate>,
    /// Seconds from closing to the last customer out.
    pub overtime_s: Option<Estimate>,
    /// Hours paid of staff, overtime included.
    pub paid_hours: Option<Estimate>,
    /// Hours of staff beyond their shifts.
    pub overtime_hours: Option<Estimate>,
    /// What staff costs; `None` where a rate is missing.
    pub labour_cost: Option<Estimate>,
    /// What a served customer costs: every role with a rate, overhead, material.
    pub cost_per_customer: Option<Estimate>,
    /// Price × served less all costs; `None` without a price.
    pub profit: Option<Estimate>,
    /// Each class of urgency, the most urgent first; empty where all customers are alike.
    pub classes: Vec<ClassFigures>,
    /// Each step at which somebody can wait, once for its moment.
    pub steps: Vec<StepFigures>,
    /// Each role.
    pub roles: Vec<RoleFigures>,
    /// Each interval.
    pub intervals: Vec<IntervalFigures>,
    /// Where customers were left unserved once nothing could go on, and why.
    pub left: Vec<LeftUnserved>,
}

/// What is known of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFigures {
    /// The step.
    pub step: StepId,
    /// Whether it is a card that stands for a wait: whoever gives up there gives up at what is behind it as well.
    pub stands_for_wait: bool,
    /// Starts per day.
    pub visits: Option<Estimate>,
    /// Seconds of a wait, however it ends.
    pub wait_s: Option<Estimate>,
    /// Seconds of a wait that ends by a start.
    pub wait_served_s: Option<Estimate>,
    /// The 90th percentile of the waits, in seconds.
    pub wait_p90_s: Option<Estimate>,
    /// The part of the waits that start in time; `None` where nothing is said.
    pub within_acceptable: Option<Estimate>,
    /// Customers per day who give up here.
    pub gave_up: Option<Estimate>,
    /// Customers per day who find no place here.
    pub no_room: Option<Estimate>,
    /// Customers per day who wait here when nothing can go on any more.
    pub unserved: Option<Estimate>,
    /// How many wait, over the opening time.
    pub queue: Option<Estimate>,
    /// The most who wait at once.
    pub queue_max: Option<Estimate>,
    /// Seconds of a wait in which the customer keeps the units of what ended last.
    pub blocked_s: Option<Estimate>,
}

/// What is known of a role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleFigures {
    /// The role.
    pub role: RoleId,
    /// Hours on duty until closing, without breaks.
    pub on_duty_hours: Option<Estimate>,
    /// Hours at work.
    pub busy_hours: Option<Estimate>,
    /// The part of its time on duty, while the doors are open, that it works.
    pub utilisation: Option<Estimate>,
    /// Hours beyond shifts.
    pub overtime_hours: Option<Estimate>,
    /// How many wait for it, over the opening time.
    pub queue: Option<Estimate>,
    /// Seconds of a wait for it.
    pub wait_s: Option<Estimate>,
}

/// What is known of an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalFigures {
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub to: TimeOfDay,
    /// Customers who come.
    pub arrivals: Option<Estimate>,
    /// Customers inside.
    pub wip: Option<Estimate>,
    /// On one day in ten fewer are inside on average.
    pub wip_low: Option<f64>,
    /// On one day in ten more are inside on average.
    pub wip_high: Option<f64>,
    /// Seconds of a wait that begins in it.
    pub wait_s: Option<Estimate>,
    /// The part of these that start in time.
    pub within_acceptable: Option<Estimate>,
    /// Each role.
    pub roles: Vec<IntervalRole>,
}

/// A role in an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalRole {
    /// The role.
    pub role: RoleId,
    /// Units on duty.
    pub on_duty: Option<Estimate>,
    /// Units at work.
    pub busy: Option<Estimate>,
    /// How many wait for it.
    pub queue: Option<Estimate>,
}

impl DayFigures {
    /// What a study says of its scenario.
    #[must_use]
    pub fn of(study: &DayStudy, scenario: &Scenario, process: &Process) -> Self {
        let (tally, model) = (study.tally(), study.model());
        let per_day = Ratio::per_replication;
        let seconds = |estimate: Option<Estimate>| estimate.map(|it| it.times(1.0 / TICKS));
        let in_hours = |ratio: &Ratio| per_day(ratio).map(|it| it.times(hours(1.0)));
        let time = |share| seconds(percentile(tally.times.iter(), share));
        let demand = scenario.demand();
        let opening_hours = demand.opening_hours.map_or(0.0, Quantity::get);
        let served = per_day(&tally.served);
        let never_closes = demand.day.as_deref().is_some_and(Day::is_round_the_clock);
        let steps = process.moments.iter().zip(&tally.moments).enumerate();
        let steps = steps.filter_map(|(at, (moment, sums))| {
            let step = moment.waited_step()?;
            let accepts = model.moments.get(at).is_some_and(|plan| plan.acceptable.is_some());
            let waits = tally.waits.iter().filter_map(|group| group.get(at));
            let wait_p90_s = seconds(percentile(waits, 0.9));
            let stands_for_wait = stands_for_wait(moment);
            let figures = StepFigures::of(step, sums, accepts);
            Some(StepFigures { stands_for_wait, wait_p90_s, ..figures })
        });
        let roles =
            scenario.roles().iter().zip(&tally.pools).map(|((id, role), sums)| RoleFigures {
                role: *id,
                on_duty_hours: in_hours(&sums.on_duty),
                busy_hours: in_hours(&sums.busy),
                utilisation: (sums.utilisation.estimate())
                    .map(|it| it.times(1.0 / role.availability.value())),
                overtime_hours: in_hours(&sums.overtime),
                queue: sums.queue.estimate(),
                wait_s: seconds(sums.wait.estimate()),
            });
        let classes = tally.classes.iter().enumerate().map(|(class, sums)| {
            let has_limit = model.classes.limit(class).is_some();
            ClassFigures {
                served: per_day(&sums.served),
                wait_s: seconds(sums.idle.estimate()),
                within_share: sums.within.estimate().filter(|_| has_limit),
            }
        });
        let mut figures = Self {
            days: study.days(),
            arrivals: per_day(&tally.arrivals),
            served,
            gave_up: per_day(&tally.gave_up),
            no_room: per_day(&tally.no_room),
            unserved: per_day(&tally.unserved),
            carried_in: per_day(&tally.carried_in).filter(|_| never_closes),
            carried_over: per_day(&tally.inside_at_closing).filter(|_| never_closes),
            throughput_time_s: seconds(tally.throughput.estimate()),
            percentiles_s: [0.5, 0.9, 0.95].map(time),
            within_promise: model.promise.and_then(|_| tally.promised.estimate()),
            wait_s: seconds(tally.idle.estimate()),
            wip: tally.wip.estimate(),
            wip_max: per_day(&tally.wip_max),
            output_per_hour: served
                .filter(|_| opening_hours > 0.0)
                .map(|served| served.times(1.0 / opening_hours)),
            inside_at_closing: per_day(&tally.inside_at_closing),
            overtime_s: seconds(per_day(&tally.overtime)),
            classes: classes.collect(),
            steps: steps.collect(),
            roles: roles.collect(),
            intervals: intervals(study, scenario),
            left: left_unserved(tally, model, scenario, process),
            ..Self::default()
        };
        figures.put_money(scenario, process, &tally.moments);
        figures
    }

    /// Hours paid and what they cost.
    fn put_money(&mut self, scenario: &Scenario, process: &Process, moments: &[MomentTally]) {
        let rates = DayRates::of(scenario, process);
        let (mut paid, mut overtime) = (Estimate::ZERO, Estimate::ZERO);
        let (mut labour, mut all) = (Some(Estimate::ZERO), Estimate::certain(rates.overhead));
        for (rate, figures) in rates.roles.iter().zip(&self.roles) {
            let beyond = figures.overtime_hours.unwrap_or(Estimate::ZERO);
            let hours = Estimate::certain(rate.hours).plus(beyond);
            let cost = rate.per_hour.map(|rate| hours.times(rate));
            all = all.plus(cost.unwrap_or(Estimate::ZERO));
            if rate.is_staff {
                paid = paid.plus(hours);
                overtime = overtime.plus(beyond);
                labour = labour.and_then(|labour| Some(labour.plus(cost?)));
            }
        }
        for (material, sums) in rates.material.iter().zip(moments) {
            let visits = sums.visits.per_replication();
            all = all.plus(visits.unwrap_or(Estimate::ZERO).times(*material));
        }
        self.paid_hours = Some(paid);
        self.overtime_hours = Some(overtime);
        self.labour_cost = labour;
        // Of whom it is not known what an hour costs, it is not known what a customer does.
        if labour.is_none() {
            return;
        }
        let served = self.served.filter(|served| served.mean > 0.0);
        self.cost_per_customer = served.map(|served| {
            let mean = all.mean / served.mean;
            let width = all.half_width / all.mean.abs().max(f64::MIN_POSITIVE)
                + served.half_width / served.mean;
            Estimate { mean, half_width: mean.abs() * width }
        });
        self.profit = (rates.price.zip(self.served))
            .map(|(price, served)| served.times(price).plus(all.times(-1.0)));
    }
}

impl StepFigures {
    fn of(step: StepId, sums: &MomentTally, accepts: bool) -> Self {
        let seconds = |ratio: &Ratio| ratio.estimate().map(|it| it.times(1.0 / TICKS));
        Self {
            step,
            stands_for_wait: false,
            visits: sums.visits.per_replication(),
            wait_s: seconds(&sums.wait),
            wait_served_s: seconds(&sums.wait_served),
            wait_p90_s: None,
            within_acceptable: sums.accepted.estimate().filter(|_| accepts),
            gave_up: sums.gave_up.per_replication(),
            no_room: sums.no_room.per_replication(),
            unserved: sums.unserved.per_replication(),
            queue: sums.queue.estimate(),
            queue_max: sums.queue_max.per_replication(),
            blocked_s: seconds(&sums.blocked),
        }
    }
}

fn intervals(study: &DayStudy, scenario: &Scenario) -> Vec<IntervalFigures> {
    let Some(day) = scenario.demand().day.as_deref() else { return Vec::new() };
    let tallies = study.tally().intervals.iter().enumerate();
    let one = |(at, tally): (usize, &super::day_tally::IntervalTally)| {
        let inside = |share| tally.wip_by_size.quantile(share).map(|parts| parts / PARTS);
        let roles = scenario.roles().keys().enumerate().map(|(pool, role)| IntervalRole {
            role: *role,
            on_duty: tally.on_duty[pool].estimate(),
            busy: tally.busy[pool].estimate(),
            queue: tally.queues[pool].estimate(),
        });
        let to = day.open.minutes() + day.interval(at).1;
        let to = TimeOfDay::new(to).unwrap_or(TimeOfDay::on_any_day(to));
        IntervalFigures {
            from: day.begins(at),
            to,
            arrivals: tally.arrivals.per_replication(),
            wip: tally.wip.estimate(),
            wip_low: inside(0.1),
            wip_high: inside(0.9),
            wait_s: tally.wait.estimate().map(|it| it.times(1.0 / TICKS)),
            within_acceptable: tally.accepted.estimate(),
            roles: roles.collect(),
        }
    };
    tallies.map(one).collect()
}
