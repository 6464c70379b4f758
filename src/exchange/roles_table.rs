//! Reading the table of roles.

use std::sync::Arc;

use super::columns::{Column, RoleColumn};
use super::faults::{TableColumn, TableError, TableErrors, TableFault, TableKind};
use super::fixed_words::{NOTHING, is_word, read_role_kind};
use super::grid::{Grid, Row};
use super::leftovers::{below, names_a_total};
use super::needs::read_needs;
use super::notices::{Notice, NoticeKind};
use super::plan::Plan;
use super::raw::RawTable;
use super::role_names::{RoleNames, unneeded};
use super::wages::{Per, per, without_hour};
use super::written_shares::{are_percents, read_share_cell};
use crate::blueprint::notation::{Habits, read_count, read_money, read_quantity};
use crate::blueprint::{IdSource, NamedNeed, Quantity, Role, RoleId, Scenario};
use crate::drawing::ROLE_INKS;

/// Adds the roles of a table to a scenario; a role whose name is there already takes over the
/// table's values. Returns them in the order of the table.
///
/// # Errors
/// Everything that is wrong with the table; then the scenario is as it was.
pub fn roles_from_table(
    text: &str,
    scenario: &mut Scenario,
    ids: &mut IdSource,
) -> Result<Vec<RoleId>, TableErrors> {
    let table = RawTable::read(text).map_err(whole)?;
    roles_from_raw(&table, scenario, ids).map(|added| added.roles)
}

/// What a table of roles added to a scenario.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct AddedRoles {
    /// The roles, in the order of the rows.
    pub roles: Vec<RoleId>,
    /// What was made of things that could be meant otherwise, and what was left out.
    pub notices: Vec<Notice>,
}

fn whole((row, fault): (usize, TableFault)) -> TableErrors {
    TableErrors(vec![at(row, None, fault)])
}

/// As [`roles_from_table`], from rows of cells.
///
/// # Errors
/// Everything that is wrong with the table; then the scenario is as it was.
pub fn roles_from_raw(
    table: &RawTable,
    scenario: &mut Scenario,
    ids: &mut IdSource,
) -> Result<AddedRoles, TableErrors> {
    let plan = Plan::of(table).map_err(whole)?;
    let grid = Grid::<RoleColumn>::lay(table, &plan).map_err(whole)?;
    let (left, mut notices) = left_out(&grid);
    let availability = grid.rows.iter().map(|row| row.cell(RoleColumn::Availability));
    let percents = are_percents(grid.heading(RoleColumn::Availability), availability);
    let wages = grid.heading(RoleColumn::CostPerHour).map_or(Per::Hour, per);
    let mut unsaid = false;
    let mut errors = Vec::new();
    let mut rows: Vec<(usize, Role)> = Vec::new();
    let known: Vec<&str> = grid
        .rows
        .iter()
        .map(|row| row.cell(RoleColumn::Role))
        .chain(scenario.roles().values().map(|role| role.name.as_str()))
        .collect();
    let mut stand_ins: Vec<Vec<String>> = Vec::new();
    let habits: Vec<(RoleColumn, Habits)> =
        RoleColumn::ALL.iter().map(|column| (*column, grid.habits(*column))).collect();
    let there = scenario.roles().values().map(|role| role.name.as_str());
    let mut role_names = RoleNames::of(there);
    for row in grid.rows.iter().filter(|row| !left.contains(&row.number)) {
        let reader = RowReader { habits: &habits, percents };
        let mut role = reader.role(row, &mut errors);
        // A plain amount is per what the heading says.
        let wage = row.cell(RoleColumn::CostPerHour);
        if role.cost_per_hour.is_some_and(|cost| cost > Quantity::ZERO)
            && without_hour(wage) == wage.trim()
        {
            match &wages {
                Per::Hour => {}
                Per::Unsaid => unsaid = true,
                Per::Other(other) => {
                    let fault = TableFault::NotPerHour(other.clone());
                    errors.push(at(row.number, Some(RoleColumn::CostPerHour), fault));
                }
            }
        }
        if !grid.is_own {
            role.name = role_names.take(&role.name);
        }
        match read_stand_ins(row.cell(RoleColumn::StandsInFor), &role.name, &known) {
            Ok(names) => stand_ins.push(names),
            Err(fault) => errors.push(at(row.number, Some(RoleColumn::StandsInFor), fault)),
        }
        if rows.iter().any(|(_, other)| other.name == role.name) && !role.name.is_empty() {
            let fault = TableFault::NameTwice(row.cell(RoleColumn::Role).to_owned());
            errors.push(at(row.number, Some(RoleColumn::Role), fault));
        }
        rows.push((row.number, role));
    }
    for error in &mut errors {
        if let Some(TableColumn::Role(column)) = error.column {
            error.heading = grid.heading(column).map(str::to_owned);
        }
    }
    if !errors.is_empty() {
        return Err(TableErrors(errors));
    }
    let (mut changed, mut fresh) = (scenario.clone(), *ids);
    let mut added = Vec::with_capacity(rows.len());
    for (number, mut role) in rows {
        let there = changed.roles().iter().find(|(_, other)| other.name == role.name);
        let there = there.map(|(id, other)| (*id, Arc::clone(other)));
        let result = if let Some((id, other)) = there {
            role.colour = other.colour;
            role.stands_in_for.clone_from(&other.stands_in_for);
            changed.set_role(id, role).map(|()| id)
        } else {
            role.colour = changed.next_colour(ROLE_INKS);
            changed.add_role(role, &mut fresh)
        };
        match result {
            Ok(id) => added.push(id),
            Err(refusal) => errors.push(at(number, None, TableFault::Refused(refusal))),
        }
    }
    if errors.is_empty() && grid.has(RoleColumn::StandsInFor) {
        // Once all roles are there, as a row may name a later one.
        for (id, names) in added.iter().zip(&stand_ins) {
            let Some(role) = changed.roles().get(id) else { continue };
            let named = |name: &String| {
                let mut roles = changed.roles().iter();
                roles.find(|(_, other)| other.name == *name).map(|(id, _)| *id)
            };
            let stands_in_for = names.iter().filter_map(named).collect();
            let role = Role { stands_in_for, ..Role::clone(role) };
            if let Err(refusal) = changed.set_role(*id, role) {
                errors.push(at(0, Some(RoleColumn::StandsInFor), TableFault::Refused(refusal)));
            }
        }
    }
    if errors.is_empty() {
        (*scenario, *ids) = (changed, fresh);
        notices.extend(role_names.notice().map(Notice::from));
        if let Some(heading) = grid.heading(RoleColumn::CostPerHour).filter(|_| unsaid) {
            notices.push(NoticeKind::TakenPerHour { heading: heading.to_owned() }.into());
        }
        Ok(AddedRoles { roles: added, notices })
    } else {
        Err(TableErrors(errors))
    }
}

/// What there is to say of roles of a table that no step of the scenario needs, once the steps are
/// there.
#[must_use]
pub fn unneeded_roles(scenario: &Scenario, of_table: &[RoleId]) -> Option<Notice> {
    unneeded(scenario, of_table).map(Notice::from)
}

/// The numbers of the rows that are no roles, and what there is to say of all that is left out.
fn left_out(grid: &Grid<RoleColumn>) -> (Vec<usize>, Vec<Notice>) {
    let (mut left, mut notices) = (Vec::new(), Vec::new());
    if !grid.above.is_empty() {
        notices.push(NoticeKind::AboveHeader(grid.above.clone()).into());
    }
    if !grid.ignored.is_empty() {
        notices.push(NoticeKind::ColumnsLeftOut(grid.ignored.clone()).into());
    }
    if !grid.below.is_empty() {
        notices.push(NoticeKind::BelowTable(grid.below.clone()).into());
    }
    if grid.is_own {
        return (left, notices);
    }
    let below = below(&grid.rows);
    let totals = grid.rows.iter().filter(|row| names_a_total(row.cell(RoleColumn::Role)));
    let totals: Vec<&Row<RoleColumn>> = totals.collect();
    let texts = |rows: &[&Row<RoleColumn>]| rows.iter().map(|row| row.first.clone()).collect();
    if !totals.is_empty() {
        notices.push(NoticeKind::TotalsLeftOut(texts(&totals)).into());
    }
    if !below.is_empty() {
        notices.push(NoticeKind::BelowTable(texts(&below)).into());
    }
    left.extend(totals.iter().chain(&below).map(|row| row.number));
    (left, notices)
}

fn at(row: usize, column: Option<RoleColumn>, fault: TableFault) -> TableError {
    let column = column.map(TableColumn::Role);
    TableError { table: TableKind::Roles, row, column, heading: None, fault }
}

/// The names of the roles that one may stand in for.
///
/// # Errors
/// [`TableFault::UnknownRole`], [`TableFault::StandsInForItself`], [`TableFault::EmptyName`].
fn read_stand_ins(text: &str, own: &str, known: &[&str]) -> Result<Vec<String>, TableFault> {
    let needs = read_needs(text, known)?.needs;
    let plain = |need: &NamedNeed| need.count.get() == 1 && !need.keep;
    if !needs.iter().all(plain) {
        return Err(TableFault::UnknownRole(text.to_owned()));
    }
    let names: Vec<String> = needs.into_iter().flat_map(|need| need.roles).collect();
    for name in &names {
        if name == own {
            return Err(TableFault::StandsInForItself);
        }
        if !known.contains(&name.as_str()) {
            return Err(TableFault::UnknownRole(name.clone()));
        }
    }
    Ok(names)
}

/// How the cells of a row are read.
struct RowReader<'a> {
    habits: &'a [(RoleColumn, Habits)],
    /// Whether plain numbers are per cents in the column of availability.
    percents: bool,
}

impl RowReader<'_> {
    fn role(&self, row: &Row<RoleColumn>, errors: &mut Vec<TableError>) -> Role {
        let mut role = Role::new(row.cell(RoleColumn::Role), 0);
        if row.too_long {
            errors.push(at(row.number, None, TableFault::TooManyCells));
        }
        if role.name.is_empty() {
            errors.push(at(row.number, Some(RoleColumn::Role), TableFault::NoName));
        }
        for column in RoleColumn::ALL.iter().copied() {
            let text = row.cell(column);
            if let Some(fault) = row.fault(column) {
                errors.push(at(row.number, Some(column), fault));
                continue;
            }
            // A dash for a number of people could be none of them.
            let says_nothing = column != RoleColumn::Count && is_word(text, NOTHING);
            let elsewhere = matches!(column, RoleColumn::Role | RoleColumn::StandsInFor);
            if text.is_empty() || says_nothing || elsewhere {
                continue;
            }
            if let Err(fault) = self.cell(&mut role, column, text) {
                errors.push(at(row.number, Some(column), fault));
            }
        }
        role
    }

    fn cell(&self, role: &mut Role, column: RoleColumn, text: &str) -> Result<(), TableFault> {
        let habits = self.habits.iter().find(|(of, _)| *of == column).map(|(_, habits)| *habits);
        let habits = habits.filter(|_| column != RoleColumn::Kind);
        habits.map_or(Ok(()), |habits| habits.check(text)).map_err(TableFault::Refused)?;
        let decimal = habits.and_then(|habits| habits.decimal).unwrap_or_default();
        match column {
            RoleColumn::Role | RoleColumn::StandsInFor => {}
            RoleColumn::Kind => {
                role.kind = read_role_kind(text)?;
            }
            RoleColumn::Count => {
                let none = read_quantity(text, decimal).is_ok_and(|count| count == Quantity::ZERO);
                let count = || read_count(text, decimal).map(std::num::NonZeroU32::get);
                role.headcount = if none { Ok(0) } else { count() }
                    .map_err(|_| TableFault::NotAHeadcount(text.to_owned()))?;
            }
            RoleColumn::Availability => {
                let share = read_share_cell(text, decimal, self.percents);
                role.availability = share.map_err(TableFault::Refused)?;
            }
            RoleColumn::CostPerHour => {
                let money = read_money(without_hour(text), "", decimal);
                role.cost_per_hour = Some(money.map_err(TableFault::Refused)?);
            }
        }
        Ok(())
    }
}
