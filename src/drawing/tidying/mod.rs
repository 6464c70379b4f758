//! Tidying a sheet up: every card in its lane and phase, columns in the order of the flow.
//!
//! What happens together shares a column. Evidence and notes stand in the column of the step they
//! are linked to, those without a link with the step they stood beside. Cards of one column and
//! lane lie one below another; lanes grow where they must, phases fit what they hold.
//!
//! # What always holds
//!
//! - No two cards overlap, and what is tidy stays as it is: a second time changes nothing
//!   (`a_tidy_sheet_has_no_overlaps_and_stays_as_it_is`). Each card stays in its lane and phase.
//! - Equal sheets are tidied alike, whatever the order of their rows
//!   (`equal_sheets_are_tidied_alike`).
//! - A sheet that would need a phase wider than a phase can be is left alone
//!   (`a_phase_that_would_be_too_wide_is_left_alone`).

mod columns;
mod flow;
mod groups;
mod gutters;
mod rows;
mod sheet;

use std::collections::BTreeSet;

use crate::blueprint::{Scenario, StepId};

use self::columns::Columns;
use self::groups::Groups;
use self::sheet::Sheet;

pub use self::sheet::Tidied;

/// How often an order is tidied again until nothing moves any more. Orders come to rest after one
/// or two rounds; the bound only keeps a surprise from taking forever.
const MOST_ROUNDS: usize = 8;

/// Tidies up a whole sheet, or of a sheet only `some` steps around those that stay. Doing it again
/// changes nothing. `None` if a phase would become wider than a phase can be.
///
/// `n log n` in steps and links, beside the cards that stay in a lane for each column there.
#[must_use]
pub fn tidy(scenario: &Scenario, some: Option<&BTreeSet<StepId>>) -> Option<Tidied> {
    let sheet = Sheet::of(scenario, some);
    let mut order = sheet.order.clone();
    for _ in 0..MOST_ROUNDS {
        let groups = Groups::of(&sheet, &order);
        let next = Columns::of(&sheet, &groups, &order).placed(&sheet, &order)?;
        let rests = next == order;
        order = next;
        if rests {
            break;
        }
    }
    sheet.tidied(scenario, &order)
}
