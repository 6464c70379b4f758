//! The steps as rows of a table.

use std::collections::BTreeSet;

use super::sheet::{CellFault, Column, Entry, Look, Rank, Sheet, Typing};
use super::step_changes::StepChanges;
use super::step_filter::StepFilter;
use crate::analysis::{Analysis, Figure};
use crate::blueprint::{Lane, LaneId, Scenario, Step, StepField, StepId};
use crate::drawing::flow_order;
use crate::editor::{DocumentEdit, Edit, Selection};
use crate::exchange::TableKind;
use crate::process::ProblemPlace;
use crate::ui::reading::phase_text;
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StepCell {
    /// A field of the step.
    Field(StepField),
    Lane,
    Phase,
    Servers,
    Capacity,
    Utilisation,
    Wait,
    Visits,
}

impl StepCell {
    /// The column at a place; a place beyond the last is the last.
    pub fn at(place: usize) -> Self {
        let place = place.min(CELLS.len() - 1);
        CELLS.get(place).map_or(Self::Visits, |(cell, _)| *cell)
    }
}

const fn typed(name: &'static str, help: &'static str, width: f32) -> Column {
    Column { name, help, width, numeric: false, typing: Typing::Optional, live: false }
}

const fn computed(name: &'static str, help: &'static str, width: f32) -> Column {
    Column { numeric: true, typing: Typing::Computed, ..typed(name, help, width) }
}

const fn amount(name: &'static str, help: &'static str, width: f32) -> Column {
    Column { numeric: true, live: true, ..typed(name, help, width) }
}

const fn needed(column: Column) -> Column {
    Column { typing: Typing::Needed, ..column }
}

/// The columns, from left to right.
const CELLS: [(StepCell, Column); 14] = {
    use StepCell::{Capacity, Field, Lane, Phase, Servers, Utilisation, Visits, Wait};
    use StepField::{Fail, Kind, MaterialCost, Name, Needs, Places, Time};
    [
        (
            Field(Name),
            Column { live: true, ..needed(typed("column-step", "column-step-help", 160.0)) },
        ),
        (Lane, needed(typed("column-lane", "details-lane-help", 96.0))),
        (Field(Needs), typed("column-role", "column-role-help", 132.0)),
        (Servers, computed("column-servers", "column-servers-help", 60.0)),
        (Field(Time), amount("column-time", "details-time-help", 88.0)),
        (Capacity, computed("column-capacity", "column-capacity-help", 76.0)),
        (Utilisation, computed("column-utilisation", "column-utilisation-help", 76.0)),
        (Wait, computed("column-wait", "column-wait-help", 94.0)),
        (Field(Fail), typed("column-fail-point", "column-fail-point-help", 68.0)),
        (Field(Places), amount("column-places", "details-places-help", 64.0)),
        (Visits, computed("column-visits", "column-visits-help", 84.0)),
        (Phase, needed(typed("column-phase", "column-phase-help", 84.0))),
        (Field(Kind), needed(typed("column-kind", "details-kind-help", 78.0))),
        (Field(MaterialCost), amount("column-material", "details-material_cost-help", 76.0)),
    ]
};

static COLUMNS: [Column; CELLS.len()] = {
    let mut columns = [CELLS[0].1; CELLS.len()];
    let mut at = 0;
    while at < CELLS.len() {
        columns[at] = CELLS[at].1;
        at += 1;
    }
    columns
};

/// The table of steps, as the document stands.
pub(super) struct StepRows<'a> {
    pub scenario: &'a Scenario,
    pub analysis: &'a Analysis,
    /// The last figures with a capacity, where the last changes took it away.
    pub before: Option<&'a Analysis>,
    pub words: &'a Wording,
    pub currency: &'a str,
    pub selected: &'a BTreeSet<StepId>,
    pub filter: StepFilter,
}

impl<'a> StepRows<'a> {
    /// The steps that a filter lets through.
    pub fn of(view: &ViewContext<'a>, filter: StepFilter) -> Self {
        Self {
            scenario: view.scenario,
            analysis: view.analysis,
            before: view.before,
            words: view.words,
            currency: view.editor.blueprint().currency(),
            selected: &view.editor.selection().steps,
            filter,
        }
    }

    /// A lane as it is written in a cell: by its name, with its zone where another is called so
    /// too. What is left open then means the first.
    pub fn lane_text(&self, id: LaneId, lane: &Lane) -> String {
        let name = self.words.lane(self.scenario, id);
        let mut others = self.scenario.lanes().keys().filter(|other| **other != id);
        if others.any(|other| self.words.lane(self.scenario, *other) == name) {
            format!("{}/{name}", self.words.zone(lane.zone))
        } else {
            name.into_owned()
        }
    }

    /// The words for yes and no in a cell.
    pub fn yes_no(&self) -> [&'a str; 2] {
        [self.words.text("cell-yes"), self.words.text("cell-no")]
    }

    fn step(&self, id: StepId) -> Option<&Step> {
        self.scenario.steps().get(&id).map(AsRef::as_ref)
    }

    /// A figure of a computed column. A step is as loaded as the tightest of those who do it,
    /// whatever else they do: its capacity is that of the pool, as in all lists.
    fn figure(&self, id: StepId, cell: StepCell) -> Option<&Figure> {
        self.outdated(id, cell).or_else(|| Self::figure_of(self.analysis, id, cell))
    }

    /// The figure of before of a computed column, where there is none now.
    fn outdated(&self, id: StepId, cell: StepCell) -> Option<&Figure> {
        let now = Self::figure_of(self.analysis, id, cell);
        let before = self.before.filter(|_| now.is_none_or(|now| now.value.is_none()))?;
        Self::figure_of(before, id, cell).filter(|before| before.value.is_some())
    }

    fn figure_of(analysis: &Analysis, id: StepId, cell: StepCell) -> Option<&Figure> {
        let figures = analysis.steps.get(&id)?;
        let pool = figures.tightest.as_ref();
        match cell {
            StepCell::Capacity => {
                Some(pool.map_or(&figures.capacity_per_hour, |pool| &pool.capacity_per_hour))
            }
            StepCell::Utilisation => {
                Some(pool.map_or(&figures.utilisation, |pool| &pool.utilisation))
            }
            StepCell::Wait => Some(&figures.wait_s),
            StepCell::Visits => Some(&figures.visits),
            StepCell::Field(_) | StepCell::Lane | StepCell::Phase | StepCell::Servers => None,
        }
    }

    fn shown(&self, id: StepId, step: &Step, cell: StepCell) -> String {
        let none = || self.words.text("no-figure").to_owned();
        let figure = |write: fn(&Wording, f64) -> String| {
            let figure = self.figure(id, cell);
            figure.map_or_else(none, |figure| self.words.marked_as(figure, write))
        };
        match cell {
            StepCell::Field(field) => self.shown_field(step, field),
            StepCell::Servers => {
                let servers = self.analysis.steps.get(&id).and_then(|figures| figures.servers);
                servers.map_or_else(none, |servers| self.words.number(servers))
            }
            StepCell::Capacity => figure(Wording::short_rate),
            StepCell::Utilisation | StepCell::Visits => figure(Wording::percent),
            StepCell::Wait => figure(Wording::time),
            StepCell::Lane | StepCell::Phase => self.written(id, step, cell),
        }
    }

    fn written(&self, id: StepId, step: &Step, cell: StepCell) -> String {
        match cell {
            StepCell::Field(field) => self.written_field(step, field),
            StepCell::Lane => {
                let lane = self.scenario.lanes().get(&step.lane);
                lane.map(|lane| self.lane_text(step.lane, lane)).unwrap_or_default()
            }
            StepCell::Phase => {
                let phase = self.scenario.phases().get_full(&step.phase);
                phase.map(|(place, _, phase)| phase_text(place, phase)).unwrap_or_default()
            }
            StepCell::Servers
            | StepCell::Capacity
            | StepCell::Utilisation
            | StepCell::Wait
            | StepCell::Visits => self.shown(id, step, cell),
        }
    }
}

impl Sheet for StepRows<'_> {
    type Key = StepId;
    const KIND: TableKind = TableKind::Steps;

    fn columns(&self) -> &[Column] {
        &COLUMNS
    }

    /// As one walks the sheet with Tab, along the flow; what takes no part in it comes last.
    /// Times and roles have no say, so that no row moves while they are filled in.
    fn all(&self) -> Vec<StepId> {
        let mut all = flow_order(self.scenario);
        all.sort_by_key(|id| !self.step(*id).is_some_and(|step| step.kind.flows()));
        all
    }

    fn lets_through(&self, row: StepId) -> bool {
        let filter = |step| self.filter.lets_through(step, self.scenario, self.words);
        self.step(row).is_some_and(filter)
    }

    fn row_name(&self, row: StepId) -> String {
        self.words.step(row, self.scenario).to_owned()
    }

    fn look(&self, row: StepId, column: usize) -> Look {
        let Some(step) = self.step(row) else { return Look::default() };
        let cell = StepCell::at(column);
        let limits =
            |analysis: &Analysis| analysis.steps.get(&row).is_some_and(|step| step.bottleneck);
        // Without a capacity nothing limits it any more.
        let lost = self.analysis.capacity_per_hour.value.is_none();
        let limited = self.before.is_some_and(|before| lost && limits(before));
        let bottleneck = limited || limits(self.analysis);
        let marked = matches!(
            cell,
            StepCell::Field(StepField::Name) | StepCell::Capacity | StepCell::Utilisation
        );
        Look {
            text: self.shown(row, step, cell),
            critical: bottleneck && marked,
            outdated: limited && marked || self.outdated(row, cell).is_some(),
            dot: None,
        }
    }

    fn entry(&self, row: StepId, column: usize) -> String {
        let cell = StepCell::at(column);
        self.step(row).map(|step| self.written(row, step, cell)).unwrap_or_default()
    }

    fn rank(&self, row: StepId, column: usize) -> Rank {
        let Some(step) = self.step(row) else { return Rank::Missing };
        let cell = StepCell::at(column);
        let place = |index: Option<usize>| index.map_or(0.0, |index| index as f64);
        match cell {
            StepCell::Field(field) => self.rank_of_field(step, field),
            // As they stand on the sheet.
            StepCell::Lane => Rank::Number(place(self.scenario.lanes().get_index_of(&step.lane))),
            StepCell::Phase => {
                Rank::Number(place(self.scenario.phases().get_index_of(&step.phase)))
            }
            StepCell::Servers
            | StepCell::Capacity
            | StepCell::Utilisation
            | StepCell::Wait
            | StepCell::Visits => {
                let servers = || self.analysis.steps.get(&row).and_then(|figures| figures.servers);
                let figure = self.figure(row, cell).and_then(|figure| figure.value);
                let number = if cell == StepCell::Servers { servers() } else { figure };
                number.map_or(Rank::Missing, Rank::Number)
            }
        }
    }

    fn options(&self, column: usize) -> Vec<String> {
        match StepCell::at(column) {
            StepCell::Lane => {
                let lanes = self.scenario.lanes().iter();
                lanes.map(|(id, lane)| self.lane_text(*id, lane)).collect()
            }
            StepCell::Phase => {
                let phases = self.scenario.phases().values().enumerate();
                phases.map(|(place, phase)| phase_text(place, phase)).collect()
            }
            StepCell::Field(field) => self.options_of_field(field),
            StepCell::Servers
            | StepCell::Capacity
            | StepCell::Utilisation
            | StepCell::Wait
            | StepCell::Visits => Vec::new(),
        }
    }

    fn separators(&self, column: usize) -> &'static [char] {
        if StepCell::at(column) == StepCell::Field(StepField::Needs) {
            &['+', '|', '＋', '｜']
        } else {
            &[]
        }
    }

    fn edit(&self, entries: &[Entry<StepId>]) -> Result<DocumentEdit, Vec<(usize, CellFault)>> {
        StepChanges::of(self).edit(entries).map(DocumentEdit::from)
    }

    fn removal(&self, rows: &[StepId]) -> Option<DocumentEdit> {
        let steps: BTreeSet<StepId> = rows.iter().copied().collect();
        (!steps.is_empty()).then(|| Edit::Remove { steps, links: BTreeSet::new() }.into())
    }

    fn below(&self, _number: usize) -> Option<StepId> {
        None
    }

    fn choose(&self, rows: &[StepId]) -> Option<Action> {
        match rows {
            [] => None,
            [only] => Some(Action::GoTo(ProblemPlace::Step(*only))),
            several => Some(Action::Select(Selection::steps(several.iter().copied()))),
        }
    }

    fn is_selected(&self, row: StepId) -> bool {
        self.selected.contains(&row)
    }
}
