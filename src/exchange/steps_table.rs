//! Reading the table of steps into a scenario.

use std::collections::HashMap;
use std::num::NonZeroU32;

use super::cells::{
    Next, TargetShare, fill_last_share, read_names, read_needs, read_next, read_share,
};
use super::columns::{StepColumn, UNLIMITED, find_word, is_word, read_step_kind, zone_words};
use super::faults::{TableColumn, TableError, TableErrors, TableFault, TableKind};
use super::grid::{Grid, Row};
use super::links::add_links;
use super::placing::place_steps;
use crate::blueprint::notation::{
    has_decimal_comma, parse_count, parse_quantity, parse_span, parse_time,
};
use crate::blueprint::{
    IdSource, Lane, LaneId, Law, NamedNeed, Phase, PhaseId, Place, Places, Quantity, Refusal,
    RoleId, Scenario, ServiceTime, Share, SheetPoint, Span, Step, StepId, StepKind, Zone,
};
use crate::drawing::ROLE_INKS;

/// What a table added to a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AddedSteps {
    /// The steps, in the order of the rows.
    pub steps: Vec<StepId>,
    /// Roles that the steps name and that were not there; each is one person.
    pub roles: Vec<RoleId>,
    /// Header cells that name no known column; what stands below them was left out.
    pub ignored: Vec<String>,
}

/// A row as read, before names are looked up.
pub(super) struct Draft {
    /// Its number in the table.
    pub row: usize,
    pub name: String,
    pub kind: StepKind,
    lane: (Zone, String),
    phase: String,
    needs: Vec<NamedNeed>,
    time: Option<ServiceTime>,
    places: Option<Places>,
    batch: NonZeroU32,
    setup: Option<Span>,
    pub next: Next,
    pub together: Vec<String>,
    pub trigger: Vec<String>,
    enter: Option<Share>,
    cost: Quantity,
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
    let grid = Grid::<StepColumn>::read(text)
        .map_err(|(row, fault)| TableErrors(vec![at(row, None, fault)]))?;
    let mut errors = Vec::new();
    let drafts = read_rows(&grid, scenario, &mut errors);
    // Links are tried on a copy even when cells are wrong, so that one run names every fault.
    let (mut changed, mut fresh) = (scenario.clone(), *ids);
    let mut added = AddedSteps { ignored: grid.ignored, ..AddedSteps::default() };
    let mut sheet = Sheet::of(scenario, &drafts);
    for draft in &drafts {
        match add_step(draft, &mut sheet, &mut changed, &mut fresh, &mut added.roles) {
            Ok(id) => added.steps.push(id),
            Err(refusal) => errors.push(at(draft.row, None, TableFault::Refused(refusal))),
        }
    }
    if added.steps.len() == drafts.len() {
        errors.extend(add_links(&drafts, &added.steps, &mut changed, &mut fresh));
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

/// An error of the table of steps.
pub(super) fn at(row: usize, column: Option<StepColumn>, fault: TableFault) -> TableError {
    TableError { table: TableKind::Steps, row, column: column.map(TableColumn::Step), fault }
}

fn read_rows(
    grid: &Grid<StepColumn>,
    scenario: &Scenario,
    errors: &mut Vec<TableError>,
) -> Vec<Draft> {
    let mut names: HashMap<&str, usize> =
        scenario.steps().values().map(|step| (step.name.as_str(), 0)).collect();
    for row in &grid.rows {
        let name = row.cell(StepColumn::Step);
        if names.insert(name, row.number).is_some_and(|before| before > 0) && !name.is_empty() {
            let fault = TableFault::NameTwice(name.to_owned());
            errors.push(at(row.number, Some(StepColumn::Step), fault));
        }
    }
    grid.rows
        .iter()
        .map(|row| {
            let mut reader = CellReader { grid, row, errors };
            reader.draft(|name| names.contains_key(name))
        })
        .collect()
}

/// Reads the cells of one row and collects what is wrong with them.
struct CellReader<'a> {
    grid: &'a Grid<StepColumn>,
    row: &'a Row<StepColumn>,
    errors: &'a mut Vec<TableError>,
}

impl CellReader<'_> {
    fn draft(&mut self, known: impl Fn(&str) -> bool) -> Draft {
        if self.row.too_long {
            self.errors.push(at(self.row.number, None, TableFault::TooManyCells));
        }
        // Errors stand for a default, which never gets into a scenario.
        let name = self.cell(StepColumn::Step, |text| {
            if text.is_empty() { Err(TableFault::NoName) } else { Ok(text.to_owned()) }
        });
        let next = self.cell(StepColumn::Next, |text| {
            let mut next = read_next(text, known)?;
            if let Next::Ways(ways) = &mut next {
                fill_last_share(ways)?;
            }
            Ok(next)
        });
        let next = next.unwrap_or(Next::Usual);
        let has_shares = matches!(&next, Next::Ways(ways)
            if ways.iter().any(|way| way.share != TargetShare::Unsaid));
        let usual_kind = if has_shares { StepKind::Decision } else { StepKind::Action };
        let kind = self
            .cell(StepColumn::Kind, |text| match text {
                "" => Ok(usual_kind),
                _ => read_step_kind(text),
            })
            .unwrap_or(usual_kind);
        let lane = self.cell(StepColumn::Lane, |text| read_lane(text, kind));
        let time = self.time();
        Draft {
            row: self.row.number,
            name: name.unwrap_or_else(|| "?".to_owned()),
            kind,
            lane: lane.unwrap_or((Zone::Frontstage, String::new())),
            phase: self.row.cell(StepColumn::Phase).to_owned(),
            needs: self.cell(StepColumn::Role, read_needs).unwrap_or_default(),
            time,
            places: self.cell(StepColumn::Places, read_places).flatten(),
            batch: self
                .cell(StepColumn::Batch, |text| match text {
                    "" => Ok(NonZeroU32::MIN),
                    _ => parse_count(text).map_err(TableFault::Refused),
                })
                .unwrap_or(NonZeroU32::MIN),
            setup: self.setup(),
            next,
            together: self.cell(StepColumn::Together, read_names).unwrap_or_default(),
            trigger: self.cell(StepColumn::Trigger, read_names).unwrap_or_default(),
            enter: self.number(StepColumn::Enter, read_share).flatten(),
            cost: self
                .number(StepColumn::Cost, |text| match text {
                    "" => Ok(Quantity::ZERO),
                    _ => parse_quantity(text),
                })
                .unwrap_or(Quantity::ZERO),
        }
    }

    fn cell<T>(
        &mut self,
        column: StepColumn,
        read: impl FnOnce(&str) -> Result<T, TableFault>,
    ) -> Option<T> {
        match read(self.row.cell(column)) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.errors.push(at(self.row.number, Some(column), fault));
                None
            }
        }
    }

    /// A cell that holds one number: where commas separate the cells, one inside is doubtful.
    fn number<T>(
        &mut self,
        column: StepColumn,
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let comma_separates = self.grid.comma_separates;
        self.cell(column, |text| {
            // Laws of times have a name before a list of numbers.
            let law = text.starts_with(char::is_alphabetic);
            if comma_separates && !law && has_decimal_comma(text) {
                return Err(TableFault::DecimalComma);
            }
            read(text).map_err(TableFault::Refused)
        })
    }

    fn setup(&mut self) -> Option<Span> {
        let unit = self.grid.unit(StepColumn::Setup);
        self.number(StepColumn::Setup, |text| match text {
            "" => Ok(None),
            _ => parse_span(text, unit).map(Some),
        })
        .flatten()
    }

    fn time(&mut self) -> Option<ServiceTime> {
        let unit = self.grid.unit(StepColumn::Time);
        let errors_before = self.errors.len();
        let time = self
            .number(StepColumn::Time, |text| match text {
                "" => Ok(None),
                _ => parse_time(text, unit).map(Some),
            })
            .flatten();
        let scv = self
            .number(StepColumn::Scv, |text| match text {
                "" => Ok(None),
                _ => parse_quantity(text).map(Some),
            })
            .flatten();
        if self.errors.len() > errors_before {
            return None;
        }
        let (Some(known), Some(scv)) = (&time, scv) else {
            if scv.is_some() {
                self.cell(StepColumn::Scv, |_| Err::<(), _>(TableFault::VariationWithoutTime));
            }
            return time;
        };
        match known.law() {
            Law::Fixed(mean) => self.cell(StepColumn::Scv, |_| {
                ServiceTime::from_mean_scv(*mean, scv.get(), known.unit())
                    .map_err(TableFault::Refused)
            }),
            _ if (known.scv() - scv.get()).abs() <= 1e-6 * (1.0 + scv.get()) => time,
            _ => self.cell(StepColumn::Scv, |_| Err(TableFault::VariationTwice)),
        }
    }
}

/// The zone and the name of the lane that a cell gives; the usual zone of the kind of card where it
/// is blank, a blank name where it names a zone alone.
///
/// # Errors
/// [`TableFault::UnknownZone`].
pub fn read_lane(text: &str, kind: StepKind) -> Result<(Zone, String), TableFault> {
    if text.is_empty() {
        let zone = if kind == StepKind::Evidence { Zone::Evidence } else { Zone::Frontstage };
        return Ok((zone, String::new()));
    }
    let (zone, name) = text.split_once(['/', '／']).unwrap_or((text, ""));
    let zone = find_word(zone, &Zone::ALL, zone_words)
        .ok_or_else(|| TableFault::UnknownZone(zone.trim().to_owned()))?;
    Ok((zone, name.trim().to_owned()))
}

fn read_places(text: &str) -> Result<Option<Places>, TableFault> {
    if text.is_empty() {
        Ok(None)
    } else if is_word(text, UNLIMITED) {
        Ok(Some(Places::Unlimited))
    } else {
        parse_count(text).map(|count| Some(Places::Count(count))).map_err(TableFault::Refused)
    }
}

/// Finds the lanes and phases that rows name, adding what is missing.
struct Sheet {
    /// Whether the sheet holds no card yet: its unnamed lanes and phase may take names.
    is_blank: bool,
    /// Zones some row of the table lies in without naming a lane.
    plain_zones: Vec<Zone>,
    /// Whether some row names no phase.
    plain_phase: bool,
    lanes: HashMap<(Zone, String), LaneId>,
    phases: HashMap<String, PhaseId>,
}

impl Sheet {
    fn of(scenario: &Scenario, drafts: &[Draft]) -> Self {
        let plain = drafts.iter().filter(|draft| draft.lane.1.is_empty());
        Self {
            is_blank: scenario.steps().is_empty(),
            plain_zones: plain.map(|draft| draft.lane.0).collect(),
            plain_phase: drafts.iter().any(|draft| draft.phase.is_empty()),
            lanes: HashMap::new(),
            phases: HashMap::new(),
        }
    }

    fn lane(
        &mut self,
        (zone, name): &(Zone, String),
        scenario: &mut Scenario,
        ids: &mut IdSource,
    ) -> LaneId {
        let key = (*zone, name.clone());
        if let Some(id) = self.lanes.get(&key) {
            return *id;
        }
        let of_zone: Vec<(LaneId, Lane)> =
            scenario.lanes_of(*zone).map(|(id, lane)| (id, lane.clone())).collect();
        let named = of_zone.iter().find(|(_, lane)| lane.name == *name);
        let unnamed = of_zone.iter().find(|(_, lane)| lane.name.is_empty());
        let takes_name = self.is_blank && !self.plain_zones.contains(zone);
        let id = match (named, unnamed) {
            (Some((id, _)), _) => *id,
            (None, Some((id, lane))) if takes_name => {
                // The lane is there, so that naming it cannot be refused.
                let _ = scenario.set_lane(*id, Lane { name: name.clone(), ..lane.clone() });
                *id
            }
            _ => match of_zone.first() {
                Some((id, _)) if name.is_empty() => *id,
                _ => scenario.add_lane(Lane { name: name.clone(), ..Lane::new(*zone) }, ids),
            },
        };
        self.lanes.insert(key, id);
        id
    }

    fn phase(&mut self, name: &str, scenario: &mut Scenario, ids: &mut IdSource) -> PhaseId {
        if let Some(id) = self.phases.get(name) {
            return *id;
        }
        let named = scenario.phases().iter().find(|(_, phase)| phase.name == name);
        let named = named.map(|(id, _)| *id);
        let unnamed = scenario.phases().iter().find(|(_, phase)| phase.name.is_empty());
        let unnamed = unnamed.map(|(id, _)| *id);
        let last = scenario.phases().keys().next_back().copied();
        let id = match (named, unnamed, last) {
            (Some(id), _, _) => id,
            (None, Some(id), _) if self.is_blank && !self.plain_phase => {
                // The phase is there, so that naming it cannot be refused. It was as wide as a new
                // sheet; the cards will widen it as they need.
                let _ = scenario.set_phase(id, Phase::new(name));
                id
            }
            (None, None, Some(last)) if name.is_empty() => last,
            _ => scenario.add_phase(Phase::new(name), usize::MAX, ids),
        };
        self.phases.insert(name.to_owned(), id);
        id
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
