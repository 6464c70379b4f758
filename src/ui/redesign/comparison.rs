//! What a design changes, figure by figure.

use crate::analysis::{Analysis, Basis, Figure};
use crate::redesign::{Design, Direction, FrontierPoint, Today, Workload, direction_of};
use crate::ui::change_rows::{ChangeRow, Meaning};
use crate::wording::Wording;

/// Relative difference below which two figures are the same.
const SAME: f64 = 5e-4;

/// What is better: more, less, or neither.
#[derive(Clone, Copy)]
enum Good {
    More,
    Less,
    Neither,
}

/// What a change means, where it is known which of the two is the greater.
fn verdict(today: &Figure, design: &Figure, good: Good) -> Meaning {
    let (Some(was), Some(is)) = (today.value, design.value) else { return Meaning::Neither };
    if (is - was).abs() <= SAME * was.abs().max(is.abs()) {
        return Meaning::Neither;
    }
    match (good, direction_of(today, design)) {
        (Good::Neither, _) | (_, Direction::Level | Direction::Unknown) => Meaning::Neither,
        (Good::More, Direction::Up) | (Good::Less, Direction::Down) => Meaning::Better,
        (Good::More, Direction::Down) | (Good::Less, Direction::Up) => Meaning::Worse,
    }
}

/// A number with a basis, or none.
fn figure(value: Option<f64>, basis: Basis) -> Figure {
    value.map_or_else(|| Figure::lacking([]), |value| Figure::new(value, basis))
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
pub(super) fn rows(words: &Wording, compared: &Compared<'_>) -> Vec<ChangeRow> {
    let Compared { workload, today, figures_today, point, design, figures, currency, .. } =
        compared;
    let none = || words.text("no-figure").to_owned();
    let row =
        |name: &str, (before, after): (Figure, Figure), good, shown: &dyn Fn(f64) -> String| {
            // A number that is not exact has the sign of what it is.
            let marked = |figure: &Figure| {
                let number = figure.value.map_or_else(none, shown);
                match figure.basis {
                    Basis::Simulated { half_width } if figure.value.is_some() => words.with(
                        "marked-simulated",
                        &[("number", number.into()), ("half", shown(half_width).into())],
                    ),
                    basis if figure.value.is_some() && basis != Basis::Exact => {
                        format!("{} {number}", words.sign(basis))
                    }
                    _ => number,
                }
            };
            ChangeRow {
                name: name.to_owned(),
                today: marked(&before),
                design: marked(&after),
                verdict: verdict(&before, &after, good),
            }
        };
    let rate = |value| words.rate(value);
    let count = |value| words.number(value);
    let money = |value| words.money(value, currency);
    let share = |value| words.percent(value);
    let time = |value| words.time(value);
    let exact = |value: Option<f64>| figure(value, Basis::Exact);
    let at_full = |value: Option<f64>| figure(value, compared.basis);
    // What is paid is shared among as many as can be served: at most so many, at least so much.
    let each = |value: Option<f64>| figure(value, compared.basis.turned());
    let capacity = (at_full(today.capacity_per_hour), at_full(Some(design.capacity_per_hour)));
    let people = (exact(Some(today.staff as f64)), exact(Some(point.needed as f64)));
    let cost = (each(today.cost_per_customer), each(design.cost_per_customer));
    let carried = |of: fn(&Analysis) -> &Figure| {
        (
            of(figures_today).clone(),
            figures.map_or_else(|| Figure::lacking([]), |it| of(it).clone()),
        )
    };
    let balance = carried(|analysis| &analysis.balance);
    let mut rows = vec![
        row(words.text("figure-capacity"), capacity, Good::More, &rate),
        row(words.text("advisor-people"), people, Good::Less, &count),
        row(words.text("figure-cost"), cost, Good::Less, &money),
        row(words.text("figure-balance"), balance, Good::More, &share),
    ];
    if let Some(demand) = figures_today.demand_per_hour.value {
        let name = words.with("advisor-time-at", &[("rate", words.rate(demand).into())]);
        let times = carried(|analysis| &analysis.throughput_time_s);
        let mut row = row(&name, times, Good::Less, &time);
        // A queue that only grows is worse than any time.
        let grows = |analysis: &Analysis| {
            analysis.capacity_per_hour.value.is_some_and(|capacity| demand >= capacity)
        };
        let endless = || words.text("advisor-no-end").to_owned();
        match (grows(figures_today), figures.is_some_and(grows)) {
            (true, true) => (row.today, row.design) = (endless(), endless()),
            (true, false) => {
                row.today = endless();
                row.verdict = Meaning::Better;
            }
            (false, true) => {
                row.design = endless();
                row.verdict = Meaning::Worse;
            }
            (false, false) => {}
        }
        rows.push(row);
    }
    let widest = design.jobs.iter().map(|job| job.tasks.len()).max().unwrap_or(0);
    let skills = (exact(Some(widest_today(workload) as f64)), exact(Some(widest as f64)));
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
        let exact = Figure::exact;
        let of = |today, design, good| verdict(&exact(today), &exact(design), good);
        assert_eq!(of(60.0, 120.0, Good::More), Meaning::Better);
        assert_eq!(of(6.0, 7.0, Good::Less), Meaning::Worse);
        assert_eq!(of(1.0, 2.0, Good::Neither), Meaning::Neither);
        assert_eq!(of(60.0, 60.000_1, Good::More), Meaning::Neither);
        assert_eq!(verdict(&Figure::lacking([]), &exact(1.0), Good::Less), Meaning::Neither);
        let at_most = |value| Figure::new(value, Basis::UpperBound);
        assert_eq!(verdict(&at_most(60.0), &at_most(90.0), Good::More), Meaning::Neither);
    }
}
