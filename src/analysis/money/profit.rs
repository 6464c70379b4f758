//! Profit for one customer against the time that the work takes, everything stretched alike.
//!
//! There is one profit: price less what a customer costs, paid time without work included, at the
//! demand. People are paid by the hour, so slower work costs nothing more until somebody is busy
//! all the time; from there on fewer can be served, and each pays more of the hour. Shostack's
//! curve counts the time at work alone (Shostack 1984, “Designing services that deliver”).

use crate::analysis::passage::branches::Branches;
use crate::analysis::passage::passages::Passage;
use crate::analysis::result::{Analysis, Basis, Figure, Lack, Pool};
use crate::blueprint::{Quantity, Scenario, Span, Step};
use crate::process::{self, Moment, Part, Process};

const MINUTE_S: f64 = 60.0;
/// How far the line of a chart goes on behind its last mark.
const MARGIN_OF_CHART: f64 = 1.2;

/// What a customer is charged with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProfitRule {
    /// All paid time at the output, whether there is work or not: the margin per customer.
    PaidTime,
    /// The time at work alone, as if people were paid by the minute of work (Shostack 1984).
    WorkOnly,
}

/// A point of the profit curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProfitPoint {
    /// Seconds that the execution lasts.
    pub execution_s: f64,
    /// What one customer leaves then, in the file's currency.
    pub profit: f64,
}

/// What a mark on the profit curve stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProfitMarkKind {
    /// The standard times of the steps.
    Standard,
    /// The times as they are drawn.
    Present,
    /// The longest times that customers tolerate.
    Acceptable,
    /// Where nothing is left.
    BreakEven,
}

/// A marked point of the profit curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProfitMark {
    /// What it stands for.
    pub kind: ProfitMarkKind,
    /// Where it lies.
    pub point: ProfitPoint,
}

/// How long the execution may last until more come than can be served.
#[derive(Clone, Debug, PartialEq)]
pub struct FullTime {
    /// Where it lies on the curve. What is beyond is out of reach at the demand.
    pub point: ProfitPoint,
    /// Those who are busy all the time then.
    pub pools: Vec<Pool>,
    /// The demand, in customers per hour.
    pub demand_per_hour: f64,
}

/// Profit against execution time: straight from end to end, but for a bend where somebody is busy
/// all the time if all paid time counts.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfitCurve {
    /// What is counted.
    pub rule: ProfitRule,
    /// The two ends: no time at all, and some way behind the last mark.
    pub ends: [ProfitPoint; 2],
    /// Where what can be served ends; `None` without a demand or without a limit.
    pub full: Option<FullTime>,
    /// The marks that there are, by time.
    pub marks: Vec<ProfitMark>,
    /// How far the profit can be trusted.
    pub basis: Basis,
}

/// What the profit is after so many seconds.
enum Line {
    /// Falls by so much a second from what no time at all would leave.
    Falling { at_once: f64, per_s: f64 },
    /// Stays, until somebody is full; falls from there on.
    Bent { at_once: f64, per_s: f64, full_s: f64 },
}

impl Line {
    fn at(&self, execution_s: f64) -> ProfitPoint {
        let profit = match *self {
            Self::Falling { at_once, per_s } => at_once - per_s * execution_s,
            Self::Bent { at_once, per_s, full_s } => at_once - per_s * execution_s.max(full_s),
        };
        ProfitPoint { execution_s, profit }
    }

    /// Where nothing is left; `None` if there is no such time.
    fn break_even_s(&self) -> Option<f64> {
        let (at_once, per_s, from_s) = match *self {
            Self::Falling { at_once, per_s } => (at_once, per_s, 0.0),
            Self::Bent { at_once, per_s, full_s } => (at_once, per_s, full_s),
        };
        let seconds = at_once / per_s;
        (per_s > 0.0 && seconds >= from_s && seconds.is_finite()).then_some(seconds)
    }
}

/// The profit curve of an analysis of the same scenario, by a rule.
///
/// Standard and acceptable times are marked where every moment of the customer's way that takes
/// time states one; of the steps of a moment, the longest counts. Compiles the process anew.
///
/// # Errors
/// What the figures of the execution lack, most important first.
pub fn profit_curve(
    scenario: &Scenario,
    analysis: &Analysis,
    rule: ProfitRule,
) -> Result<ProfitCurve, Vec<Lack>> {
    profiling::function_scope!();
    let money = &analysis.money;
    let profit = match rule {
        ProfitRule::PaidTime => &money.margin_per_customer,
        ProfitRule::WorkOnly => &money.execution_profit_per_customer,
    };
    number(profit)?;
    let present_s = number(&analysis.rush_order_time_s)?;
    if present_s <= 0.0 {
        // Work that the customer does not wait for cannot be stretched with the way through.
        return Err(vec![Lack::Method]);
    }
    let full_s = full_time_s(analysis, present_s);
    let line = match rule {
        ProfitRule::PaidTime => paid_line(scenario, analysis, (present_s, full_s))?,
        ProfitRule::WorkOnly => Line::Falling {
            at_once: number(profit)? + number(&money.busy_cost_per_customer)?,
            per_s: number(&money.delay_cost_per_minute)? / MINUTE_S,
        },
    };
    let process = process::compile(scenario);
    let stated = |span: fn(&Step) -> Option<Span>| stated_time(scenario, &process, span);
    let marks = [
        (ProfitMarkKind::Standard, stated(|step| step.standard)),
        (ProfitMarkKind::Present, Some(present_s)),
        (ProfitMarkKind::Acceptable, stated(|step| step.acceptable)),
        (ProfitMarkKind::BreakEven, line.break_even_s()),
    ];
    let mut marks: Vec<ProfitMark> = marks
        .into_iter()
        .filter_map(|(kind, seconds)| Some(ProfitMark { kind, point: line.at(seconds?) }))
        .collect();
    // Marks at one time keep the order of their kinds.
    marks.sort_by(|a, b| a.point.execution_s.total_cmp(&b.point.execution_s));
    let last_s = marks.last().map_or(present_s, |mark| mark.point.execution_s);
    let last_s = full_s.map_or(last_s, |full_s| last_s.max(full_s));
    let full = full_s.zip(analysis.demand_per_hour.value);
    let full = full.map(|(seconds, demand_per_hour)| FullTime {
        point: line.at(seconds),
        pools: analysis.pools.iter().filter(|p| p.binding).map(|p| p.pool.clone()).collect(),
        demand_per_hour,
    });
    Ok(ProfitCurve {
        rule,
        ends: [line.at(0.0), line.at(last_s * MARGIN_OF_CHART)],
        full,
        marks,
        basis: profit.basis,
    })
}

fn number(figure: &Figure) -> Result<f64, Vec<Lack>> {
    figure.value.ok_or_else(|| figure.lacks.to_vec())
}

/// How long the execution may last until the demand is the capacity: the capacity falls as
/// everything is stretched.
fn full_time_s(analysis: &Analysis, present_s: f64) -> Option<f64> {
    let demand = analysis.demand_per_hour.value.filter(|demand| *demand > 0.0)?;
    let seconds = present_s * analysis.capacity_per_hour.value? / demand;
    seconds.is_finite().then_some(seconds)
}

/// Price − material − what is paid by the hour ÷ the output, as the execution is stretched. Without
/// a demand the output is the capacity, however fast the work.
fn paid_line(
    scenario: &Scenario,
    analysis: &Analysis,
    (present_s, full_s): (f64, Option<f64>),
) -> Result<Line, Vec<Lack>> {
    let money = &analysis.money;
    let margin = number(&money.margin_per_customer)?;
    let material = number(&money.material_per_customer)?;
    let price = scenario.demand().price.map(Quantity::get).ok_or_else(|| vec![Lack::Price])?;
    let at_once = price - material;
    let Some(capacity) = analysis.capacity_per_hour.value else {
        // Nothing limits: time costs nothing.
        return Ok(Line::Falling { at_once: margin, per_s: 0.0 });
    };
    let paid_per_hour = (at_once - margin) * number(&analysis.output_per_hour)?;
    // At capacity C a customer pays (what an hour costs) ÷ C, and C falls as time rises.
    let per_s = paid_per_hour / (capacity * present_s);
    Ok(match full_s {
        Some(full_s) => Line::Bent { at_once, per_s, full_s },
        None => Line::Falling { at_once, per_s },
    })
}

/// Seconds through an empty system if every moment lasted what its steps state.
fn stated_time(
    scenario: &Scenario,
    process: &Process,
    span: impl Fn(&Step) -> Option<Span>,
) -> Option<f64> {
    let stated = |moment: &Moment| {
        let steps = moment.steps().filter_map(|step| scenario.steps().get(&step));
        steps.filter_map(|step| span(step)).map(Span::seconds).reduce(f64::max)
    };
    let mut passages = Vec::with_capacity(process.moments.len());
    for moment in &process.moments {
        let passed = moment.part == Part::Customer && moment.visits != Some(0.0);
        let mean_s = match stated(moment) {
            Some(seconds) => seconds,
            None if !passed || moment.duration_s == Some(0.0) => 0.0,
            None => return None,
        };
        passages.push(Passage::fixed(mean_s));
    }
    let seconds = Branches::of(process).time_by_means(&passages);
    (seconds > 0.0 && seconds.is_finite()).then_some(seconds)
}
