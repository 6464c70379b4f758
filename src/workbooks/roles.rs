//! The sheet of roles: what is read back, then what each can do, live where that stays true.

use super::cells::{
    amounts, basis, cell_name, computed, computed_heading, computed_text, heading, in_seconds,
    numbers, shares,
};
use super::places::{ROLE_CAPACITY, ROLE_WORK, demand, of_column};
use super::{Shown, Table, is_near};
use crate::analysis::{Basis, RoleFigures};
use crate::blueprint::{Quantity, Role, RoleId};
use crate::exchange::{CellContent, CellLook, Column, RoleColumn, SheetCell, role_cells};
use crate::wording::Amount;

/// The sheet of roles.
pub fn sheet(shown: &Shown<'_>) -> Table {
    let (words, scenario) = (shown.words, shown.scenario);
    let mut header: Vec<_> =
        RoleColumn::WRITTEN.iter().map(|column| heading(words.role_column(*column))).collect();
    let names = [
        in_seconds(words.text("figure-work"), words),
        words.text("workbook-capacity").to_owned(),
        words.text("workbook-basis").to_owned(),
        words.text("figure-utilisation").to_owned(),
        words.text("workbook-paid").to_owned(),
        in_seconds(words.text("figure-wait"), words),
        words.text("workbook-basis-of-wait").to_owned(),
        words.text("workbook-remark").to_owned(),
    ];
    header.extend(names.iter().map(|name| computed_heading(name, words)));
    let written = role_cells(scenario);
    let (mut rows, mut live) = (vec![header], true);
    for ((id, role), cells) in scenario.roles().iter().zip(written.rows) {
        let row = Row { shown, id: *id, role, at: rows.len(), cells };
        let (cells, is_live) = row.filled();
        live &= is_live;
        rows.push(cells);
    }
    Table { rows, renamed: written.renamed, live }
}

/// A row of the sheet while it is made.
struct Row<'a> {
    shown: &'a Shown<'a>,
    id: RoleId,
    role: &'a Role,
    /// Its number, counted from 0.
    at: usize,
    /// What is read back.
    cells: Vec<SheetCell>,
}

impl Row<'_> {
    /// The row with what was computed, and whether its capacity is live or there is none.
    fn filled(mut self) -> (Vec<SheetCell>, bool) {
        let words = self.shown.words;
        if let Some(kind) = self.cells.get_mut(of_column(RoleColumn::Kind)) {
            // It is read as the same as the fixed word of a table.
            *kind = SheetCell::text(words.role_kind(self.role.kind));
        }
        for column in [RoleColumn::Count, RoleColumn::Availability, RoleColumn::CostPerHour] {
            if let Some(cell) = self.cells.get_mut(of_column(column)) {
                *cell = cell.clone().looking(CellLook::Input);
            }
        }
        let Some(figures) = self.shown.analysis.roles.get(&self.id) else {
            return (self.cells, true);
        };
        let (name, capacity) = (|column| cell_name(column, self.at), &figures.capacity_per_hour);
        let live = self.is_live(figures);
        let remark = match capacity.value {
            Some(_) if !live => words.text("workbook-recompute"),
            _ => "",
        };
        let capacity_cell = if live {
            let (count, work) = (name(of_column(RoleColumn::Count)), name(ROLE_WORK));
            let formula = format!("3600*{count}*{}/{work}", self.availability());
            SheetCell::formula(formula, capacity.value, amounts())
        } else {
            computed(capacity.value, amounts())
        };
        let utilisation_cell = if live {
            let arrivals = demand(words.text("workbook-summary"));
            let capacity = name(ROLE_CAPACITY);
            let formula = format!(
                "IF(ISNUMBER({arrivals}),IF({capacity}>0,{arrivals}/{capacity},\"\"),\"\")"
            );
            SheetCell::formula(formula, figures.utilisation.value, shares())
        } else {
            computed(figures.utilisation.value, shares())
        };
        let cost = name(of_column(RoleColumn::CostPerHour));
        let paid =
            format!("IF(ISNUMBER({cost}),{}*{cost},\"\")", name(of_column(RoleColumn::Count)));
        let rate = self.role.cost_per_hour.map(Quantity::get);
        let paid_now = rate.map(|rate| f64::from(self.role.headcount) * rate);
        let work = (figures.work_s > 0.0).then_some(figures.work_s);
        let computed_cells = [
            computed(work, numbers()),
            capacity_cell,
            basis(capacity, Amount::PerHour, words),
            utilisation_cell,
            SheetCell::formula(paid, paid_now, amounts()),
            computed(figures.wait_s.value, numbers()),
            basis(&figures.wait_s, Amount::Seconds, words),
            computed_text(remark),
        ];
        let known = live || capacity.value.is_none();
        self.cells.extend(computed_cells);
        (self.cells, known)
    }

    /// Whether its capacity is its people over its work, and stays so with other people.
    fn is_live(&self, figures: &RoleFigures) -> bool {
        let needs = self.shown.scenario.steps().values().flat_map(|step| &step.needs);
        let mut own = needs.filter(|need| need.roles.contains(&self.id));
        let alone = own.all(|need| need.roles.len() == 1 && need.count.get() == 1);
        let capacity = &figures.capacity_per_hour;
        let reckoned = 3600.0 * self.role.offer() / figures.work_s;
        alone
            && capacity.basis == Basis::Exact
            && capacity.value.is_some_and(|value| is_near(value, reckoned))
    }

    /// The availability as a formula names it: its cell, or what it is where that is a text.
    fn availability(&self) -> String {
        let column = of_column(RoleColumn::Availability);
        let content = self.cells.get(column).map(|cell| &cell.content);
        if let Some(CellContent::Number(_)) = content {
            cell_name(column, self.at)
        } else {
            let (part, whole) = self.role.availability.parts();
            format!("({part}/{whole})")
        }
    }
}
