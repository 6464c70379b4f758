//! The cells of a sheet on a wall: cards in rows of lanes and in columns of phases, whatever the distances
//! between them are on the sheet.

use std::collections::BTreeSet;

use super::super::card::CardForm;
use super::super::geometry::SheetGeometry;
use crate::blueprint::{LaneId, PhaseId, Scenario, StepId, StepKind, Zone};

/// Cards whose middles are less apart stand in one column.
const ONE_COLUMN: f32 = 62.0;
/// Cards whose middles are less apart stand in one row.
const ONE_ROW: i32 = 32;

/// A card in the grid.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub step: StepId,
    pub kind: StepKind,
    pub form: CardForm,
    pub column: usize,
    pub row: usize,
}

/// A row of a lane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub lane: LaneId,
    pub zone: Zone,
}

/// All of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub columns: Vec<PhaseId>,
    pub rows: Vec<Row>,
    pub cells: Vec<Cell>,
}

impl Grid {
    /// Puts the cards of a scenario into rows and columns. A lane without cards has one row.
    pub fn of(scenario: &Scenario, geometry: &SheetGeometry) -> Self {
        let mut grid = Self::default();
        let mut columns: Vec<(StepId, usize)> = Vec::new();
        for column in geometry.columns() {
            let of_phase = |step: &StepId| {
                scenario.steps().get(step).is_some_and(|step| step.phase == column.phase)
            };
            let cards = geometry.cards().iter().filter(|card| of_phase(&card.step));
            let mut cards: Vec<(f32, StepId)> =
                cards.map(|card| (card.rect.centre().x, card.step)).collect();
            cards.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut first: Option<f32> = None;
            for (x, step) in cards {
                if first.is_none_or(|first| x - first > ONE_COLUMN) {
                    first = Some(x);
                    grid.columns.push(column.phase);
                }
                columns.push((step, grid.columns.len() - 1));
            }
        }
        columns.sort_unstable();
        for band in geometry.bands() {
            let Some(lane) = band.lane else { continue };
            grid.add_lane(scenario, Row { lane, zone: band.zone }, &columns);
        }
        grid
    }

    fn add_lane(&mut self, scenario: &Scenario, lane: Row, columns: &[(StepId, usize)]) {
        let start = self.rows.len();
        let steps = scenario.steps().iter().filter(|(_, step)| step.lane == lane.lane);
        let mut steps: Vec<(i32, StepId, StepKind, CardForm)> = steps
            .map(|(id, step)| (step.at.y, *id, step.kind, CardForm::of(step, lane.zone)))
            .collect();
        steps.sort_unstable_by_key(|(y, id, ..)| (*y, *id));
        let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut first: Option<i32> = None;
        let mut row = start;
        self.rows.push(lane);
        for (y, step, kind, form) in steps {
            if first.is_some_and(|first| y - first > ONE_ROW) {
                row += 1;
                first = Some(y);
            }
            first = first.or(Some(y));
            let Ok(at) = columns.binary_search_by_key(&step, |(step, _)| *step) else { continue };
            let Some((_, column)) = columns.get(at).copied() else { continue };
            // Cards that lie on each other stand below each other.
            let mut own = row;
            while !taken.insert((own, column)) {
                own += 1;
            }
            while self.rows.len() <= own.max(row) {
                self.rows.push(lane);
            }
            self.cells.push(Cell { step, kind, form, column, row: own });
        }
    }

    /// Only the rows of some lanes, and what stands there.
    pub fn of_lanes(&self, lanes: &BTreeSet<LaneId>) -> Self {
        let kept: Vec<usize> = (0..self.rows.len())
            .filter(|at| self.rows.get(*at).is_some_and(|row| lanes.contains(&row.lane)))
            .collect();
        let cells = self.cells.iter().filter_map(|cell| {
            let row = kept.binary_search(&cell.row).ok()?;
            Some(Cell { row, ..*cell })
        });
        Self {
            columns: self.columns.clone(),
            cells: cells.collect(),
            rows: kept.iter().filter_map(|at| self.rows.get(*at).copied()).collect(),
        }
    }

    /// The cells of some columns.
    pub fn within(&self, columns: std::ops::Range<usize>) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| columns.contains(&cell.column))
    }

    /// The column of a step.
    pub fn column_of(&self, step: StepId) -> Option<usize> {
        self.cells.iter().find(|cell| cell.step == step).map(|cell| cell.column)
    }
}
