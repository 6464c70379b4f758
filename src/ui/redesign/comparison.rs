//! What a design changes, figure by figure.

use crate::analysis::{Analysis, Basis};
use crate::redesign::{Design, FrontierPoint, Today, Workload};
use crate::wording::Wording;

/// What a change means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Better,
    Worse,
    Neither,
}

/// A figure today and by a design.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub name: String,
    pub today: String,
    pub design: String,
    pub verdict: Verdict,
}

/// Relative difference below which two figures are the same.
const SAME: f64 = 5e-4;

/// What is better: more, less, or neither.
#[derive(Clone, Copy)]
enum Good {
    More,
    Less,
    Neither,
}

fn verdict(today: Option<f64>, design: Option<f64>, good: Good) -> Verdict {
    let (Some(today), Some(design)) = (today, design) else { return Verdict::Neither };
    let difference = design - today;
    if difference.abs() <= SAME * today.abs().max(design.abs()) {
        return Verdict::Neither;
    }
    match good {
        Good::Neither => Verdict::Neither,
        Good::More if difference > 0.0 => Verdict::Better,
        Good::Less if difference < 0.0 => Verdict::Better,
        Good::More | Good::Less => Verdict::Worse,
    }
}

/// What is compared.
pub(super) struct Compared<'a> {
    pub workload: &'a Workload,
    pub today: &'a Today,
    /// How far capacities can be trusted.
    pub basis: Basis,
    pub figures_today: &'a Analysis,
    pub point: &'a FrontierPoint,
    pub design: &'a Design,
    /// The figures of the design carried out.
    pub figures: Option<&'a Analysis>,
    pub currency: &'a str,
}

/// The rows, most asked for first.
pub(super) fn rows(words: &Wording, compared: &Compared<'_>) -> Vec<Row> {
    let Compared { workload, today, figures_today, point, design, figures, currency, .. } =
        compared;
    let none = || words.text("no-figure").to_owned();
    let row = |name: &str,
               (before, after): (Option<f64>, Option<f64>),
               good,
               shown: &dyn Fn(f64) -> String| Row {
        name: name.to_owned(),
        today: before.map_or_else(none, shown),
        design: after.map_or_else(none, shown),
        verdict: verdict(before, after, good),
    };
    let rate = |value| match compared.basis {
        Basis::Exact => words.rate(value),
        basis => format!("{} {}", words.badge(basis), words.rate(value)),
    };
    let count = |value| words.number(value);
    let money = |value| words.money(value, currency);
    let share = |value| words.percent(value);
    let time = |value| words.time(value);
    let capacity = (today.capacity_per_hour, Some(design.capacity_per_hour));
    let people = (Some(today.staff as f64), Some(point.needed as f64));
    let cost = (today.cost_per_customer, design.cost_per_customer);
    let balance = (figures_today.balance.value, figures.and_then(|figures| figures.balance.value));
    let mut rows = vec![
        row(words.text("figure-capacity"), capacity, Good::More, &rate),
        row(words.text("advisor-people"), people, Good::Less, &count),
        row(words.text("figure-cost"), cost, Good::Less, &money),
        row(words.text("advisor-busy"), balance, Good::More, &share),
    ];
    if let Some(demand) = figures_today.demand_per_hour.value {
        let name = words.with("advisor-time-at", &[("rate", words.rate(demand).into())]);
        let before = figures_today.throughput_time_s.value;
        let after = figures.and_then(|figures| figures.throughput_time_s.value);
        let mut row = row(&name, (before, after), Good::Less, &time);
        // A queue that only grows is worse than any time.
        let grows = |analysis: &Analysis| {
            analysis.capacity_per_hour.value.is_some_and(|capacity| demand >= capacity)
        };
        let endless = || words.text("advisor-no-end").to_owned();
        match (grows(figures_today), figures.is_some_and(grows)) {
            (true, true) => (row.today, row.design) = (endless(), endless()),
            (true, false) => {
                row.today = endless();
                row.verdict = Verdict::Better;
            }
            (false, true) => {
                row.design = endless();
                row.verdict = Verdict::Worse;
            }
            (false, false) => {}
        }
        rows.push(row);
    }
    let widest = design.jobs.iter().map(|job| job.tasks.len()).max().unwrap_or(0);
    let skills = (Some(widest_today(workload) as f64), Some(widest as f64));
    rows.push(row(words.text("advisor-skills"), skills, Good::Neither, &count));
    rows
}

/// The most tasks that somebody does today.
fn widest_today(workload: &Workload) -> usize {
    let tasks = &workload.tasks;
    let roles = tasks.iter().flat_map(|task| task.roles.iter());
    roles
        .map(|role| tasks.iter().filter(|task| task.roles.contains(role)).count())
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_not_always_better() {
        let of = |today, design, good| verdict(Some(today), Some(design), good);
        assert_eq!(of(60.0, 120.0, Good::More), Verdict::Better);
        assert_eq!(of(6.0, 7.0, Good::Less), Verdict::Worse);
        assert_eq!(of(1.0, 2.0, Good::Neither), Verdict::Neither);
        assert_eq!(of(60.0, 60.000_1, Good::More), Verdict::Neither);
        assert_eq!(verdict(None, Some(1.0), Good::Less), Verdict::Neither);
    }
}
