//! The cells that formulas name, wherever they stand.

use super::cells::{column_name, sheet_name};
use crate::analysis::FigureKey;
use crate::exchange::{Column, RoleColumn};

/// The rows of the summary, counted from 1.
pub const DEMAND: usize = 2;
pub const PRICE: usize = 3;
pub const OVERHEAD: usize = 4;
pub const CAPACITY: usize = 5;
pub const OUTPUT: usize = 6;
const UTILISATION: usize = 7;
const CYCLE_TIME: usize = 9;
pub const PAID: usize = 10;
pub const MATERIAL: usize = 11;
pub const COST: usize = 12;
const MARGIN: usize = 13;
const PROFIT: usize = 14;
pub const FIXED: usize = 15;

/// The computed columns of the roles, behind those that are read back.
pub const ROLE_WORK: usize = RoleColumn::WRITTEN.len();
pub const ROLE_CAPACITY: usize = ROLE_WORK + 1;
pub const ROLE_PAID: usize = ROLE_WORK + 4;

/// The cell of the demand in the summary, as formulas of other sheets name it.
pub fn demand(summary: &str) -> String {
    format!("{}!$B${DEMAND}", sheet_name(summary))
}

/// The cell of a figure that is live in the summary, as formulas of other sheets name it.
pub fn live_cell(key: FigureKey, summary: &str) -> Option<String> {
    let row = match key {
        FigureKey::Capacity => CAPACITY,
        FigureKey::Utilisation => UTILISATION,
        FigureKey::CycleTime => CYCLE_TIME,
        FigureKey::Cost => COST,
        FigureKey::Margin => MARGIN,
        FigureKey::Profit => PROFIT,
        _ => return None,
    };
    Some(format!("{}!$B${row}", sheet_name(summary)))
}

/// The cells of a column over all roles, as formulas of other sheets name them.
pub fn of_roles(sheet: &str, column: usize, roles: usize) -> String {
    let column = column_name(column);
    format!("{}!${column}$2:${column}${}", sheet_name(sheet), roles + 1)
}

/// The number of a column of the roles that is read back.
pub fn of_column(column: RoleColumn) -> usize {
    RoleColumn::WRITTEN.iter().position(|other| *other == column).unwrap_or_default()
}
