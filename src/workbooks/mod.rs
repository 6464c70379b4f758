//! A blueprint as a workbook: figures and words put together as the sheets that [`crate::exchange`]
//! writes.
//!
//! | sheet | holds |
//! |---|---|
//! | summary | demand, price and overhead, which may be changed; what the service can do and costs |
//! | steps | the columns of the table of steps, then what was computed |
//! | roles | the columns of the table of roles, then what was computed |
//! | links | from, to, kind, share, label |
//! | details | what steps hold beyond the columns of tables, where they do |
//! | scenarios | the figures of each, and their differences from the first |
//! | problems | what is wrong, and what to do |
//! | plans | a sheet for each planning sheet, with its answer |
//! | about | what the workbook is of, and which cells are live |
//!
//! # What always holds
//!
//! - A cell is a formula only where it stays true when a yellow cell is changed; all else is a value
//!   and says so (`formulas_come_to_what_the_analysis_says`).
//! - It reads back with the same figures (`a_workbook_reads_back_with_all_its_figures`); what it has no
//!   room for is named (`whatever_a_workbook_has_no_room_for_is_named_when_it_is_read`).
//! - The same blueprint on the same day gives the same bytes
//!   (`the_same_workbook_is_the_same_to_the_byte`).

mod about;
mod cells;
mod details;
mod places;
mod plans;
mod problems;
mod roles;
mod scenarios;
mod steps;
mod summary;

use crate::analysis::{Analysis, Basis, Pool, analyse};
use crate::blueprint::{Blueprint, Link, Scenario};
use crate::exchange::{Date, SheetCell, Workbook, WorkbookSheet, link_cells};
use crate::wording::Wording;

/// What a workbook is of.
#[derive(Clone, Copy)]
pub struct WorkbookSource<'a> {
    /// The blueprint.
    pub blueprint: &'a Blueprint,
    /// Which of its scenarios.
    pub scenario: &'a Scenario,
    /// The day that it is from.
    pub date: Date,
    /// The words that it is put in.
    pub words: &'a Wording,
}

/// A workbook, and what was changed for it.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeWorkbook {
    /// The workbook.
    pub workbook: Workbook,
    /// Names that two steps or roles had, as the later one is called in it.
    pub renamed: Vec<String>,
}

/// A source with its figures.
struct Shown<'a> {
    source: WorkbookSource<'a>,
    scenario: &'a Scenario,
    words: &'a Wording,
    analysis: Analysis,
}

/// The place of the sheet of details, counted from 0.
const DETAILS: usize = 4;

/// Makes the workbook of a scenario.
#[must_use]
pub fn workbook(source: &WorkbookSource<'_>) -> MadeWorkbook {
    let WorkbookSource { scenario, words, .. } = *source;
    let shown = Shown { source: *source, scenario, words, analysis: analyse(scenario) };
    let (steps, roles) = (steps::sheet(&shown), roles::sheet(&shown));
    let live = shown.is_live(&roles);
    let mut sheets = vec![
        shown.named("workbook-summary", summary::rows(&shown, live)),
        shown.named("workbook-steps", steps.rows),
        shown.named("workbook-roles", roles.rows),
        shown.named("workbook-links", shown.links()),
        shown.named("workbook-scenarios", scenarios::rows(&shown, live)),
        shown.named("workbook-problems", problems::rows(&shown)),
        shown.named("workbook-about", about::rows(&shown, live)),
    ];
    if let Some(rows) = details::rows(&shown) {
        // Beside what is read back too.
        sheets.insert(DETAILS, shown.named("workbook-details", rows));
    }
    // Behind what is about the service, before what is about the workbook.
    let plans = plans::sheets(&shown, &sheets);
    let about = sheets.len().saturating_sub(1);
    sheets.splice(about..about, plans);
    let title = shown.title();
    MadeWorkbook {
        workbook: Workbook { title, date: source.date, sheets },
        renamed: [steps.renamed, roles.renamed].concat(),
    }
}

/// Rows of a sheet, the first of which heads the others.
type Rows = Vec<Vec<SheetCell>>;

/// The rows of a table, and what was renamed in it.
struct Table {
    rows: Rows,
    renamed: Vec<String>,
    /// Whether every number of it that the summary rests on is live.
    live: bool,
}

impl Shown<'_> {
    fn named(&self, key: &'static str, rows: Rows) -> WorkbookSheet {
        WorkbookSheet { name: self.words.text(key).to_owned(), rows }
    }

    /// The blueprint and the scenario, as far as they have names.
    fn title(&self) -> String {
        let names = [self.source.blueprint.title(), self.scenario.name()];
        let names: Vec<&str> = names.into_iter().filter(|name| !name.trim().is_empty()).collect();
        self.words.facts(&names)
    }

    /// Whether the figures of the whole follow from demand, price, overhead, people and what they
    /// cost by formulas that stay true: the capacity is the smallest of those of the roles and of
    /// what no role limits, and nothing else.
    fn is_live(&self, roles: &Table) -> bool {
        let capacity = &self.analysis.capacity_per_hour;
        let has_choice = self
            .scenario
            .steps()
            .values()
            .any(|step| step.needs.iter().any(|need| need.roles.len() > 1));
        let by_places = self
            .analysis
            .pools
            .iter()
            .any(|pool| pool.binding && matches!(pool.pool, Pool::Places(_)));
        let of_roles = self.analysis.roles.values();
        let limits = of_roles.filter_map(|role| role.capacity_per_hour.value);
        let least = limits.chain(self.fixed_limit()).fold(f64::INFINITY, f64::min);
        capacity.value.is_some_and(|value| is_near(value, least))
            && capacity.basis == Basis::Exact
            && !has_choice
            && !by_places
            && roles.live
    }

    /// The smallest capacity of what is no role: places, and servers that steps were taken for.
    fn fixed_limit(&self) -> Option<f64> {
        let fixed = self.analysis.pools.iter().filter(|pool| !matches!(pool.pool, Pool::Roles(_)));
        fixed.filter_map(|pool| pool.capacity_per_hour.value).reduce(f64::min)
    }

    fn links(&self) -> Rows {
        let words = self.words;
        let headings = [
            "workbook-link-from",
            "workbook-link-to",
            "import-column-kind",
            "workbook-link-share",
            "workbook-link-label",
        ];
        let mut rows = vec![cells::header(headings.map(|key| words.text(key)))];
        let kind = |link: &Link| words.link_kind(link.kind).to_owned();
        rows.extend(link_cells(self.scenario, kind, words.text("workbook-link-end")));
        rows
    }
}

/// Whether two numbers are the same but for the dust of binary fractions.
fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}
