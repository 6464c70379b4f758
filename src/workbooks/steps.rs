//! The sheet of steps: what is read back, then what was computed.

use super::cells::{
    amounts, basis, computed, computed_heading, computed_text, heading, in_seconds, numbers, shares,
};
use super::{Shown, Table};
use crate::blueprint::Step;
use crate::exchange::{Column, SheetCell, StepColumn, step_cells};
use crate::wording::Amount;

/// How many columns are computed.
const COMPUTED: usize = 8;

/// The sheet of steps.
pub fn sheet(shown: &Shown<'_>) -> Table {
    let (words, scenario) = (shown.words, shown.scenario);
    let mut header: Vec<_> =
        StepColumn::WRITTEN.iter().map(|column| heading(words.step_column(*column))).collect();
    let names: [String; COMPUTED] = [
        words.text("figure-visits").to_owned(),
        words.text("figure-tightest-pool").to_owned(),
        words.text("workbook-capacity").to_owned(),
        words.text("figure-utilisation").to_owned(),
        words.text("workbook-basis").to_owned(),
        in_seconds(words.text("figure-wait"), words),
        words.text("workbook-basis-of-wait").to_owned(),
        words.text("figure-bottleneck").to_owned(),
    ];
    header.extend(names.iter().map(|name| computed_heading(name, words)));
    let written = step_cells(scenario);
    let mut rows = vec![header];
    for ((id, step), mut cells) in scenario.steps().iter().zip(written.rows) {
        put(&mut cells, StepColumn::Kind, words.step_kind(step.kind).to_owned());
        put(&mut cells, StepColumn::Lane, lane(shown, step));
        if let Some(figures) = shown.analysis.steps.get(id) {
            let tightest = figures.tightest.as_ref();
            let capacity = tightest.map_or(&figures.capacity_per_hour, |it| &it.capacity_per_hour);
            let utilisation = tightest.map_or(&figures.utilisation, |it| &it.utilisation);
            let pool = tightest.map(|it| words.pool(&it.pool, scenario)).unwrap_or_default();
            let mark = if figures.bottleneck { words.text("figure-bottleneck") } else { "" };
            cells.extend([
                computed(figures.visits.value, numbers()),
                computed_text(pool),
                computed(capacity.value, amounts()),
                computed(utilisation.value, shares()),
                basis(capacity, Amount::PerHour, words),
                computed(figures.wait_s.value, numbers()),
                basis(&figures.wait_s, Amount::Seconds, words),
                computed_text(mark),
            ]);
        } else {
            cells.extend(std::array::from_fn::<_, COMPUTED, _>(|_| computed_text("")));
        }
        rows.push(cells);
    }
    Table { rows, renamed: written.renamed, live: false }
}

/// Puts a word in place of the fixed one of a table; it is read as the same.
fn put(cells: &mut [SheetCell], column: StepColumn, word: String) {
    let at = StepColumn::WRITTEN.iter().position(|other| *other == column);
    if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
        *cell = SheetCell::text(word);
    }
}

/// The zone of a step, and its lane behind that where it has a name.
fn lane(shown: &Shown<'_>, step: &Step) -> String {
    let zone = shown.words.zone(shown.scenario.zone_of(step));
    match shown.scenario.lanes().get(&step.lane).map(|lane| lane.name.as_str()) {
        Some(name) if !name.trim().is_empty() => format!("{zone}/{name}"),
        _ => zone.to_owned(),
    }
}
