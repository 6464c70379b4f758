//! The intervals of a day as rows of a table: who comes, and how many of each role are on duty.

use super::sheet::{CellFault, Column, Entry, Look, Rank, Sheet, Typing};
use crate::blueprint::notation::parse_quantity;
use crate::blueprint::{Day, Demand, Quantity, Role, RoleId, Scenario, fewest_on_duty};
use crate::editor::{DocumentEdit, Edit};
use crate::exchange::TableKind;
use crate::ui::reading::parse_headcount;
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::Wording;

const TIME: usize = 0;
const COME: usize = 1;
/// Where those planned stand, if there are any.
const PLANNED: usize = 2;

/// How wide the column of a role is: its numbers are small, its name is whole on hovering.
const ROLE: f32 = 54.0;

/// The intervals of the day, as the document stands.
pub(super) struct DayRows<'a> {
    scenario: &'a Scenario,
    day: &'a Day,
    words: &'a Wording,
    /// The interval that the figures are of.
    seen: Option<usize>,
    columns: Vec<Column>,
    /// The column of the first role.
    first_role: usize,
    roles: Vec<RoleId>,
}

const fn column(name: &'static str, help: &'static str, width: f32) -> Column {
    Column { name, help, width, numeric: true, typing: Typing::Needed, live: false }
}

impl<'a> DayRows<'a> {
    /// How wide all columns are together.
    pub fn width(&self) -> f32 {
        self.columns.iter().map(|column| column.width).sum()
    }

    /// The rows of a scenario's day, where it has one.
    pub fn of(view: &ViewContext<'a>) -> Option<Self> {
        let scenario = view.scenario;
        let day = scenario.demand().day.as_deref()?;
        let roles: Vec<RoleId> = scenario.roles().keys().copied().collect();
        let mut columns = vec![
            Column {
                numeric: false,
                typing: Typing::Computed,
                ..column("column-interval", "column-interval-help", 88.0)
            },
            Column { live: true, ..column("column-come", "column-come-help", 90.0) },
        ];
        if !day.appointments.is_empty() {
            columns.push(Column {
                typing: Typing::Computed,
                ..column("column-planned", "column-planned-help", 84.0)
            });
        }
        let first_role = columns.len();
        columns.extend(roles.iter().map(|_| column("column-on-duty", "column-on-duty-help", ROLE)));
        Some(Self { scenario, day, words: view.words, seen: view.hour, columns, first_role, roles })
    }

    fn role(&self, column: usize) -> Option<(RoleId, &'a Role)> {
        let id = self.roles.get(column.checked_sub(self.first_role)?)?;
        Some((*id, self.scenario.roles().get(id)?))
    }

    fn rate(&self, row: usize) -> f64 {
        self.day.rate(row, self.scenario.demand().per_hour)
    }

    fn heads(&self, role: &Role, row: usize) -> u32 {
        fewest_on_duty(role, self.day, row)
    }
}

impl Sheet for DayRows<'_> {
    type Key = usize;
    const KIND: TableKind = TableKind::Roles;

    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn column_name<'w>(&'w self, column: usize, words: &'w Wording) -> &'w str {
        match self.role(column) {
            Some((_, role)) => &role.name,
            None => self.columns.get(column).map_or("", |column| words.text(column.name)),
        }
    }

    fn all(&self) -> Vec<usize> {
        (0..self.day.intervals()).collect()
    }

    fn lets_through(&self, _row: usize) -> bool {
        true
    }

    fn row_name(&self, row: usize) -> String {
        self.words.interval(self.day, row)
    }

    fn look(&self, row: usize, column: usize) -> Look {
        let text = match column {
            COME => self.words.number(self.rate(row)),
            PLANNED if column < self.first_role => match self.day.planned(row) {
                0 => self.words.text("no-figure").to_owned(),
                planned => self.words.number(f64::from(planned)),
            },
            _ => self.entry(row, column),
        };
        Look { text, critical: false, outdated: false, dot: None }
    }

    fn entry(&self, row: usize, column: usize) -> String {
        match (column, self.role(column)) {
            (TIME, _) => self.row_name(row),
            (COME, _) => Quantity::new(self.rate(row))
                .map_or_else(|_| String::new(), |rate| rate.to_string()),
            (_, Some((_, role))) => self.heads(role, row).to_string(),
            (PLANNED, None) => self.day.planned(row).to_string(),
            (_, None) => String::new(),
        }
    }

    fn rank(&self, row: usize, column: usize) -> Rank {
        match (column, self.role(column)) {
            (COME, _) => Rank::Number(self.rate(row)),
            (_, Some((_, role))) => Rank::Number(f64::from(self.heads(role, row))),
            (PLANNED, None) => Rank::Number(f64::from(self.day.planned(row))),
            _ => Rank::Number(row as f64),
        }
    }

    fn options(&self, _column: usize) -> Vec<String> {
        Vec::new()
    }

    fn separators(&self, _column: usize) -> &'static [char] {
        &[]
    }

    fn edit(&self, entries: &[Entry<usize>]) -> Result<DocumentEdit, Vec<(usize, CellFault)>> {
        let intervals = self.day.intervals();
        let mut rates: Option<Vec<Quantity>> = None;
        let mut heads: Vec<(RoleId, Vec<u32>)> = Vec::new();
        let mut faults = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            let taken = match (entry.column, self.role(entry.column)) {
                (_, _) if entry.row >= intervals => Err(CellFault::NoRow),
                (COME, _) => parse_quantity(&entry.text).map_err(CellFault::from).map(|rate| {
                    let all = (0..intervals)
                        .map(|at| Quantity::new(self.rate(at)).unwrap_or(Quantity::ZERO));
                    let rates = rates.get_or_insert_with(|| all.collect());
                    if let Some(slot) = rates.get_mut(entry.row) {
                        *slot = rate;
                    }
                }),
                (_, Some((id, role))) => {
                    parse_headcount(&entry.text).map_err(CellFault::from).map(|count| {
                        let known = heads.iter().position(|(other, _)| *other == id);
                        let at = known.unwrap_or_else(|| {
                            let now = (0..intervals).map(|at| self.heads(role, at)).collect();
                            heads.push((id, now));
                            heads.len() - 1
                        });
                        let row = heads.get_mut(at).and_then(|(_, row)| row.get_mut(entry.row));
                        if let Some(slot) = row {
                            *slot = count;
                        }
                    })
                }
                _ => Err(CellFault::Computed),
            };
            if let Err(fault) = taken {
                faults.push((place, fault));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut edits = Vec::new();
        if let Some(per_hour) = rates {
            let day = Some(Box::new(Day { per_hour, ..self.day.clone() }));
            edits.push(Edit::SetDemand(Demand { day, ..self.scenario.demand().clone() }));
        }
        for (id, heads) in heads {
            if let Some(role) = self.scenario.roles().get(&id) {
                edits.push(Edit::SetRole(id, role.with_heads(self.day, &heads)));
            }
        }
        Ok(match <[Edit; 1]>::try_from(edits) {
            Ok([one]) => one.into(),
            Err(several) => Edit::Several(several).into(),
        })
    }

    fn removal(&self, _rows: &[usize]) -> Option<DocumentEdit> {
        None
    }

    fn below(&self, _number: usize) -> Option<usize> {
        None
    }

    fn choose(&self, _rows: &[usize]) -> Option<Action> {
        None
    }

    fn is_selected(&self, row: usize) -> bool {
        self.seen == Some(row)
    }
}
