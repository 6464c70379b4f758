//! Reading the table of steps into a scenario.

use super::columns::{StepColumn, is_most_likely};
use super::drafts::{Draft, at, read_rows};
use super::faults::{TableColumn, TableErrors, TableFault};
use super::grid::Grid;
use super::links::add_links;
use super::notices::{Notice, NoticeKind};
use super::placing::place_steps;
use super::plain_numbers::UnitTold;
use super::plan::Plan;
use super::raw::RawTable;
use super::sheet_names::Sheet;
use crate::blueprint::{IdSource, Place, Refusal, RoleId, Scenario, SheetPoint, Step, StepId};
use crate::drawing::ROLE_INKS;
use crate::process::roles_that_name_others;

/// What a table added to a scenario.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct AddedSteps {
    /// The steps, in the order of the rows.
    pub steps: Vec<StepId>,
    /// Roles that the steps name and that were not there; each is one person.
    pub roles: Vec<RoleId>,
    /// What was made of things that could be meant otherwise, and what was left out.
    pub notices: Vec<Notice>,
}

impl AddedSteps {
    /// Headings of columns that mean nothing here; what stands below them was left out.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        let ignored = self.notices.iter().find_map(|notice| match &notice.kind {
            NoticeKind::ColumnsLeftOut(names) => Some(names.as_slice()),
            _ => None,
        });
        ignored.unwrap_or_default()
    }
}

/// Adds the steps of a table to a scenario, with links, roles, lanes and phases, and finds a place
/// for each card. Also for spreadsheet cells that are pasted into an open scenario: names of steps
/// and roles then mean the new ones first, else those that are there.
///
/// # Errors
/// Everything that is wrong with the table; then the scenario is as it was.
pub fn steps_from_table(
    text: &str,
    scenario: &mut Scenario,
    ids: &mut IdSource,
) -> Result<AddedSteps, TableErrors> {
    let whole = |(row, fault)| TableErrors(vec![at(row, None, fault)]);
    let table = RawTable::read(text).map_err(whole)?;
    let plan = Plan::of(&table).map_err(whole)?;
    steps_from_raw(&table, &plan, scenario, ids)
}

/// As [`steps_from_table`], from rows of cells whose columns are known.
///
/// # Errors
/// Everything that is wrong with the table; then the scenario is as it was.
pub fn steps_from_raw(
    table: &RawTable,
    plan: &Plan<StepColumn>,
    scenario: &mut Scenario,
    ids: &mut IdSource,
) -> Result<AddedSteps, TableErrors> {
    let grid = Grid::<StepColumn>::lay(table, plan)
        .map_err(|(row, fault)| TableErrors(vec![at(row, None, fault)]))?;
    let mut notices = grid_notices(&grid);
    let mut errors = Vec::new();
    let drafts = read_rows(&grid, scenario, &mut errors, &mut notices);
    let name_columns = |mut errors: TableErrors| {
        for error in &mut errors.0 {
            if let Some(TableColumn::Step(column)) = error.column {
                error.heading = grid.heading(column).map(str::to_owned);
            }
        }
        errors
    };
    if drafts.is_empty() && errors.is_empty() && !grid.is_own {
        errors.push(at(0, None, TableFault::NoRows));
    }
    let mut added = add_drafts(&drafts, errors, scenario, ids).map_err(name_columns)?;
    let others = roles_that_name_others(scenario).into_iter().filter(|id| added.roles.contains(id));
    let others: Vec<String> =
        others.filter_map(|id| Some(scenario.roles().get(&id)?.name.clone())).collect();
    if !grid.is_own && !others.is_empty() {
        notices.push(NoticeKind::RolesNameOthers(others).into());
    }
    notices.append(&mut added.notices);
    added.notices = notices;
    Ok(added)
}

/// What there is to say of the columns.
fn grid_notices(grid: &Grid<StepColumn>) -> Vec<Notice> {
    let mut notices = Vec::new();
    if grid.is_headless && grid.guessed.len() > 1 {
        notices.push(NoticeKind::NoHeader.into());
    }
    if !grid.above.is_empty() {
        notices.push(NoticeKind::AboveHeader(grid.above.clone()).into());
    }
    if !grid.is_headless {
        for (heading, column) in &grid.guessed {
            let kind = NoticeKind::ColumnGuessed { heading: heading.clone(), column: *column };
            notices.push(kind.into());
        }
    }
    for plain in grid.plain.iter().filter(|plain| plain.told != UnitTold::Said && !grid.is_own) {
        let kind = NoticeKind::UnitTaken {
            heading: grid.name_at(plain.at),
            unit: plain.unit,
            by_cells: plain.told == UnitTold::ByCells,
        };
        notices.push(kind.into());
    }
    if !grid.parts.is_empty() {
        notices.push(NoticeKind::PartsOfTime(grid.parts.clone()).into());
    }
    let mut ignored = grid.ignored.clone();
    if grid.has(StepColumn::Next)
        && let Some(heading) = grid.heading(StepColumn::Previous)
    {
        // Both say the same; the first is taken.
        ignored.push(heading.to_owned());
    }
    let ends = [StepColumn::LeastTime, StepColumn::MostTime];
    if grid.heading(StepColumn::Time).is_some_and(|heading| !is_most_likely(heading))
        && ends.iter().all(|column| grid.has(*column))
    {
        // What it takes on average says more than its ends.
        ignored.extend(ends.iter().filter_map(|end| grid.heading(*end)).map(str::to_owned));
    }
    if !ignored.is_empty() {
        notices.push(NoticeKind::ColumnsLeftOut(ignored).into());
    }
    notices
}

/// Adds steps as read to a scenario, with all that they name; `errors` are what was wrong so far.
///
/// # Errors
/// Everything that is wrong; then the scenario is as it was.
pub fn add_drafts(
    drafts: &[Draft],
    mut errors: Vec<super::faults::TableError>,
    scenario: &mut Scenario,
    ids: &mut IdSource,
) -> Result<AddedSteps, TableErrors> {
    // Links are tried on a copy even when cells are wrong, so that one run names every fault.
    let (mut changed, mut fresh) = (scenario.clone(), *ids);
    let mut added = AddedSteps::default();
    let mut sheet = Sheet::of(scenario, drafts);
    for draft in drafts {
        match add_step(draft, &mut sheet, &mut changed, &mut fresh, &mut added.roles) {
            Ok(id) => added.steps.push(id),
            Err(refusal) => errors.push(at(draft.row, None, TableFault::Refused(refusal))),
        }
    }
    if added.steps.len() == drafts.len() {
        errors.extend(add_links(drafts, &added.steps, &mut changed, &mut fresh));
    }
    if errors.is_empty()
        && let Err(refusal) = place_steps(&mut changed, &added.steps)
    {
        errors.push(at(0, None, TableFault::Refused(refusal)));
    }
    if errors.is_empty() {
        (*scenario, *ids) = (changed, fresh);
        Ok(added)
    } else {
        errors.sort_by_key(|error| error.row);
        Err(TableErrors(errors))
    }
}

fn add_step(
    draft: &Draft,
    sheet: &mut Sheet,
    scenario: &mut Scenario,
    ids: &mut IdSource,
    new_roles: &mut Vec<RoleId>,
) -> Result<StepId, Refusal> {
    let lane = sheet.lane(&draft.lane, scenario, ids);
    let phase = sheet.phase(&draft.phase, scenario, ids);
    let (needs, added) = scenario.needs_by_name(&draft.needs, ROLE_INKS, ids)?;
    new_roles.extend(added);
    let place = Place { lane, phase, at: SheetPoint::default() };
    let step = Step {
        needs,
        time: draft.time.clone(),
        places: draft.places,
        batch: draft.batch,
        setup: draft.setup,
        enter: draft.enter,
        material_cost: draft.cost,
        ..Step::new(draft.name.as_str(), draft.kind, place)
    };
    scenario.add_step(step, ids)
}
