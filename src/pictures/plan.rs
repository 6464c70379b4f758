//! A plan in time: what it brings after each end, and its actions, in numbers and in words.

use crate::analysis::Figure;
use crate::blueprint::{Action, ActionId, ActionStage, Blueprint, Date, Id as _, Scenario};
use crate::drawing::charts::{
    Plan as Drawn, PlanBar, PlanNames, PlanRow, PlanSaid, PlanStair, PlanStanding, round_marks,
};
use crate::quality::{Cycle, IndicatorFigures, Schedule, Scheduled, Stair, cycle};
use crate::wording::Wording;

use super::truth::marked;
use super::{Table, cycle_said};

/// How far behind the last end the axis goes, as a part of the plan, and by how many days at least.
const BEYOND: f64 = 0.04;
const LEAST_DAYS: f64 = 7.0;
/// About how many dates the axis has.
const DATES: usize = 7;

/// What a plan is drawn of.
#[derive(Clone, Copy)]
pub struct PlanSource<'a> {
    /// The file with the plan.
    pub blueprint: &'a Blueprint,
    /// The plan in time.
    pub schedule: &'a Schedule,
    /// What it brings; `None` where it leads to no scenario.
    pub stairs: Option<&'a [Stair]>,
    /// How many come an hour.
    pub demand: Option<f64>,
    /// Which day it is.
    pub today: Option<Date>,
    /// The scenario that is seen.
    pub scenario: &'a Scenario,
    /// The figures of the indicators.
    pub figures: &'a [IndicatorFigures],
    /// The words of a language.
    pub words: &'a Wording,
}

/// The picture of a plan.
pub struct PlanChart<'a> {
    source: PlanSource<'a>,
    values: Drawn,
    /// The first day of the axis.
    begin: Date,
    /// The action of each row; `None` for the head of a stage.
    actions: Vec<Option<ActionId>>,
}

impl<'a> PlanChart<'a> {
    /// Of a plan; the axis is the one that is given, else as long as the plan.
    #[must_use]
    pub fn of(source: PlanSource<'a>, axis: Option<(Date, f64)>) -> Self {
        let PlanSource { schedule, words, .. } = source;
        let begin = axis.map_or(schedule.start, |(begin, _)| begin);
        let day = |date: Date| date.days_since(begin) as f64;
        let last = schedule.actions.iter().map(|it| day(it.end) + it.slack_days as f64);
        let last = last.fold(day(schedule.end), f64::max).max(LEAST_DAYS);
        let end = axis.map_or(last * (1.0 + BEYOND), |(_, end)| end);
        let on_axis = |day: f64| (0.0..=end).contains(&day);
        let marks = round_marks(end, DATES).into_iter().filter(|mark| mark.fract() == 0.0);
        // Whole days of an axis that is not longer than the calendar.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let date = |mark: f64| begin.plus_days(mark as u32);
        let marks = marks.map(|mark| (mark, words.short_date(date(mark)))).collect();
        let (rows, actions) = rows(&source, begin);
        let today = source.today.map(|today| (day(today), words.short_date(today)));
        let demand = source.demand.map(|rate| {
            let arguments = [("rate", words.arrivals(rate).into())];
            (rate, words.with("plan-picture-come", &arguments))
        });
        let values = Drawn {
            end,
            marks,
            stairs: stairs(&source, begin),
            demand,
            today: today.filter(|(today, _)| on_axis(*today)),
            rows,
            names: PlanNames {
                capacity: (
                    words.text("plan-picture-capacity").to_owned(),
                    words.text("plan-picture-recomputed").to_owned(),
                ),
                time: words.text("plan-picture-time").to_owned(),
                cost: words.text("plan-picture-cost").to_owned(),
            },
        };
        Self { source, values, begin, actions }
    }

    /// What is drawn.
    #[must_use]
    pub fn values(&self) -> &Drawn {
        &self.values
    }

    /// The first day of the axis.
    #[must_use]
    pub fn begin(&self) -> Date {
        self.begin
    }

    /// The action of a row; `None` for the head of a stage.
    #[must_use]
    pub fn action(&self, row: usize) -> Option<ActionId> {
        self.actions.get(row).copied().flatten()
    }

    /// What is to be seen: what the plan brings and when, and whether it is late.
    #[must_use]
    pub fn headline(&self) -> String {
        let words = self.source.words;
        let mut said = Vec::new();
        let mut last = None;
        for stair in self.source.stairs.into_iter().flatten() {
            let Some(rate) = stair.capacity_per_hour.value else { continue };
            if last.replace(rate) == Some(rate) || stair.after.is_none() {
                continue;
            }
            let arguments =
                [("rate", words.rate(rate).into()), ("date", words.short_date(stair.date).into())];
            said.push(words.with("plan-picture-reached", &arguments));
        }
        if said.is_empty() {
            let Schedule { start, end, .. } = self.source.schedule;
            let ends = [("start", *start), ("end", *end)];
            let ends = ends.map(|(name, date)| (name, words.short_date(date).into()));
            said.push(words.with("plan-picture-span", &ends));
        }
        if self.source.stairs.into_iter().flatten().any(|stair| stair.with_rest) {
            said.push(words.text("plan-picture-with-rest").to_owned());
        }
        let actions = &self.source.schedule.actions;
        let late = actions.iter().filter(|it| it.late_days > 0 && !it.done).count();
        said.push(match (self.source.today, late) {
            (None, _) => return words.clauses(&said),
            // Nobody is on time who has nowhere to be.
            (_, 0) if self.source.stairs.is_none() => {
                words.text("plan-picture-none-late").to_owned()
            }
            (_, 0) => words.text("plan-picture-on-time").to_owned(),
            (_, late) => words.with("plan-picture-late", &[("count", late.into())]),
        });
        words.clauses(&said)
    }

    /// An action with its dates, as a sentence; blank for the head of a stage.
    #[must_use]
    pub fn spoken(&self, row: usize) -> String {
        let words = self.source.words;
        let Some((action, scheduled)) = self.at(row) else { return String::new() };
        let mut said = vec![
            action.name.clone(),
            words.with(
                "plan-picture-span",
                &[
                    ("start", words.date(scheduled.start).into()),
                    ("end", words.date(scheduled.end).into()),
                ],
            ),
            standing_said(words, action, scheduled),
            cycle_said(words, cycle_of(&self.source, scheduled.action)),
        ];
        if !action.owner.is_empty() {
            said.push(action.owner.clone());
        }
        words.clauses(&said)
    }

    fn at(&self, row: usize) -> Option<(&'a Action, &'a Scheduled)> {
        let id = self.action(row)?;
        let all = &self.source.blueprint.judgements().plan.actions;
        let action = all.iter().find(|(own, _)| *own == id).map(|(_, action)| action)?;
        let scheduled = self.source.schedule.actions.iter().find(|it| it.action == id)?;
        Some((action, scheduled))
    }

    /// The plan as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let words = self.source.words;
        let head = [
            "plan-action",
            "plan-starts",
            "plan-ends",
            "plan-slack",
            "plan-late",
            "plan-cost-once",
        ];
        let money = |cost: f64| words.money(cost, self.source.blueprint.currency());
        let days = |days: i64| {
            if days == 0 {
                String::new()
            } else {
                words.with("plan-days", &[("days", days.into())])
            }
        };
        let rows = (0..self.actions.len()).filter_map(|row| self.at(row));
        let rows = rows.map(|(action, it)| {
            let slack = if it.critical {
                words.text("plan-critical").to_owned()
            } else {
                days(it.slack_days)
            };
            vec![
                action.name.clone(),
                words.date(it.start),
                words.date(it.end),
                slack,
                days(it.late_days),
                action.cost.map(|cost| money(cost.get())).unwrap_or_default(),
            ]
        });
        let all = self.source.blueprint.judgements().plan.cost().map(|cost| {
            let mut last = vec![String::new(); head.len()];
            let said = words.with("plan-cost-of-all", &[("cost", money(cost).into())]);
            if let Some(cell) = last.first_mut() {
                *cell = said;
            }
            last
        });
        Table {
            name: words.text("chart-tab-plan").to_owned(),
            head: head.map(|key| words.text(key).to_owned()).to_vec(),
            rows: rows.chain(all).collect(),
        }
    }
}

/// How an action stands, in words.
fn standing_said(words: &Wording, action: &Action, scheduled: &Scheduled) -> String {
    let mut said = Vec::new();
    if action.days > 0 {
        said.push(words.with("plan-picture-days", &[("days", action.days.into())]));
    } else {
        said.push(words.text("plan-picture-milestone").to_owned());
    }
    if scheduled.done {
        said.push(words.text("plan-picture-done").to_owned());
    } else if scheduled.late_days > 0 {
        let late = scheduled.late_days;
        said.push(words.with("plan-picture-days-late", &[("days", late.into())]));
    } else if scheduled.critical {
        said.push(words.text("plan-critical").to_owned());
    } else {
        let slack = scheduled.slack_days;
        said.push(words.with("plan-picture-slack", &[("days", slack.into())]));
    }
    words.clauses(&said)
}

fn rows(source: &PlanSource<'_>, begin: Date) -> (Vec<PlanRow>, Vec<Option<ActionId>>) {
    let words = source.words;
    let plan = &source.blueprint.judgements().plan;
    let all = || plan.actions.iter().zip(&source.schedule.actions);
    let mut rows = Vec::new();
    let mut actions: Vec<Option<ActionId>> = Vec::new();
    for (_, stage) in ActionStage::NAMES {
        let of_stage: Vec<_> = all().filter(|((_, action), _)| action.stage == stage).collect();
        if of_stage.is_empty() {
            continue;
        }
        rows.push(PlanRow::Stage(words.action_stage(stage).to_owned()));
        actions.push(None);
        for ((id, action), it) in of_stage {
            actions.push(Some(*id));
            let standing = match (it.done, it.late_days > 0, it.critical) {
                (true, ..) => PlanStanding::Done,
                (_, true, _) => PlanStanding::Late,
                (_, _, true) => PlanStanding::Critical,
                _ => PlanStanding::Slack,
            };
            let said = match standing {
                PlanStanding::Slack if action.days > 0 => {
                    words.with("plan-picture-days", &[("days", action.days.into())])
                }
                _ => standing_said(words, action, it),
            };
            let slack = if it.done { 0 } else { it.slack_days };
            rows.push(PlanRow::Action(PlanBar {
                name: action.name.clone(),
                from: it.start.days_since(begin) as f64,
                to: it.end.days_since(begin) as f64,
                slack: slack as f64,
                standing,
                said,
                slack_said: words.with("plan-picture-slack", &[("days", slack.into())]),
                quarters: cycle_of(source, *id).quarters(),
                after: Vec::new(),
            }));
        }
    }
    let row_of = |id: ActionId| actions.iter().position(|own| *own == Some(id));
    for (at, row) in rows.iter_mut().enumerate() {
        let (PlanRow::Action(bar), Some(Some(id))) = (row, actions.get(at)) else { continue };
        let action = plan.actions.iter().find(|(own, _)| own == id);
        let after = action.into_iter().flat_map(|(_, action)| &action.after);
        bar.after = after.filter_map(|id| row_of(*id)).collect();
    }
    (rows, actions)
}

/// How far an action has gone round the wheel.
fn cycle_of(source: &PlanSource<'_>, id: ActionId) -> Cycle {
    let PlanSource { blueprint, scenario, figures, schedule, .. } = *source;
    cycle(id.number(), blueprint, scenario, figures, Some(schedule))
}

/// The stairs in words; of several on one day the last.
fn stairs(source: &PlanSource<'_>, begin: Date) -> Vec<PlanStair> {
    let words = source.words;
    let Some(stairs) = source.stairs else { return Vec::new() };
    let Some(first) = stairs.first() else { return Vec::new() };
    let currency = source.blueprint.currency();
    let said = |figure: &Figure, first: &Figure, say: &dyn Fn(f64) -> [String; 2]| {
        let Some(value) = figure.value else {
            let none = words.text("plan-picture-none").to_owned();
            return PlanSaid { short: none.clone(), said: none, better: None };
        };
        let was = first.value.filter(|was| (was - value).abs() > 1e-9 * was.abs());
        let [said, short] = say(value).map(|said| marked(words, figure.basis, &said));
        PlanSaid { said, short, better: was.map(|was| value < was) }
    };
    let mut found: Vec<PlanStair> = Vec::new();
    for stair in stairs {
        let capacity = stair.capacity_per_hour.value;
        let number = |rate: f64| {
            let number = words.number(words.in_rate_unit(rate));
            (rate, marked(words, stair.capacity_per_hour.basis, &number))
        };
        let next = PlanStair {
            at: stair.date.days_since(begin) as f64,
            date: words.short_date(stair.date),
            capacity: capacity.map(number),
            time: said(&stair.throughput_time_s, &first.throughput_time_s, &|s| {
                [words.time(s), clock(s)]
            }),
            cost: said(&stair.cost_per_customer, &first.cost_per_customer, &|cost| {
                let said = words.money(cost, currency);
                [said.clone(), said]
            }),
        };
        let is_same_day =
            found.len() > 1 && found.last().is_some_and(|last| same(last.at, next.at));
        if is_same_day {
            found.pop();
        }
        found.push(next);
    }
    found
}

/// A time as a clock shows it, which needs the least room: minutes and seconds, from an hour up hours and minutes.
fn clock(seconds: f64) -> String {
    let whole = seconds.round().max(0.0);
    let whole = if whole < 3600.0 { whole } else { (whole / 60.0).round() };
    format!("{:.0}:{:02.0}", (whole / 60.0).floor(), whole % 60.0)
}

/// Whether two whole days are one.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.5
}
