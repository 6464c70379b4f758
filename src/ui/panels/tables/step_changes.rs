//! Texts typed or pasted into cells of the step table, as one edit.

use std::collections::BTreeMap;

use super::sheet::{CellFault, Entry};
use super::step_rows::{StepCell, StepRows};
use crate::blueprint::notation::parse_time;
use crate::blueprint::{
    LaneId, NamedNeed, PhaseId, Refusal, ServiceTime, Step, StepId, StepKind, TimeUnit,
};
use crate::drawing::ROLE_INKS;
use crate::editor::{Edit, RowChanges};
use crate::exchange::{TableFault, read_lane, read_needs, read_step_kind};
use crate::ui::reading::{
    optional, parse_money, parse_name, parse_places, phase_text, time_or_blank,
};

/// Reads entries and gathers what they change.
pub(super) struct StepChanges<'s, 'a> {
    rows: &'s StepRows<'a>,
    steps: BTreeMap<StepId, Step>,
    needs: BTreeMap<StepId, Vec<NamedNeed>>,
}

impl<'s, 'a> StepChanges<'s, 'a> {
    pub fn of(rows: &'s StepRows<'a>) -> Self {
        Self { rows, steps: BTreeMap::new(), needs: BTreeMap::new() }
    }

    /// The edit that all entries make together.
    ///
    /// # Errors
    /// Every entry that cannot be, by its place.
    pub fn edit(mut self, entries: &[Entry<StepId>]) -> Result<Edit, Vec<(usize, CellFault)>> {
        let mut faults = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            if let Err(fault) = self.take(entry) {
                faults.push((place, fault));
            }
        }
        // Who needs something must take part in the flow; its kind may be among the entries.
        for (place, entry) in entries.iter().enumerate() {
            let needs_some = self.needs.get(&entry.row).is_some_and(|needs| !needs.is_empty());
            let flows = self.step(entry.row).is_some_and(|step| step.kind.flows());
            if StepCell::at(entry.column) == StepCell::Role && needs_some && !flows {
                faults.push((place, Refusal::NotInFlow.into()));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        // What is typed as it was changes nothing.
        let unchanged = |id: &StepId, step: &Step| {
            self.rows.scenario.steps().get(id).is_some_and(|before| before.as_ref() == step)
        };
        self.steps = std::mem::take(&mut self.steps)
            .into_iter()
            .filter(|(id, step)| !unchanged(id, step))
            .collect();
        Ok(Edit::SetRows(Box::new(RowChanges {
            steps: self.steps.into_iter().collect(),
            needs: self.needs.into_iter().collect(),
            colours: ROLE_INKS,
            ..RowChanges::default()
        })))
    }

    /// A step as the entries so far leave it.
    fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.get(&id).or_else(|| self.rows.scenario.steps().get(&id).map(AsRef::as_ref))
    }

    fn take(&mut self, entry: &Entry<StepId>) -> Result<(), CellFault> {
        let text = entry.text.trim();
        let mut step = self.step(entry.row).ok_or(CellFault::NoRow)?.clone();
        let rows = self.rows;
        match StepCell::at(entry.column) {
            StepCell::Name => step.name = parse_name(text)?,
            StepCell::Lane => step.lane = self.lane(text, &step)?,
            StepCell::Phase => step.phase = self.phase(text)?,
            StepCell::Kind => step.kind = self.kind(text)?,
            StepCell::Time => {
                // A plain number keeps the unit that the cell showed when it was entered.
                let before = entry.before.as_deref().map(|text| parse_time(text, TimeUnit::Second));
                let before = before.map_or_else(|| step.time.clone(), Result::ok);
                let unit = before.as_ref().map(ServiceTime::unit).unwrap_or_default();
                step.time = time_or_blank(rows.words, unit)(text)?.value;
            }
            StepCell::Places => {
                let unlimited = rows.words.text("places-unlimited");
                step.places = optional(|text| parse_places(text, unlimited))(text)?;
            }
            StepCell::Material => {
                let read = optional(|text| parse_money(text, rows.currency));
                step.material_cost = read(text)?.unwrap_or_default();
            }
            StepCell::FailPoint => {
                step.fail = self.yes(text)?.then(|| step.fail.take().unwrap_or_default());
            }
            StepCell::Role => {
                // A role whose name holds a sign for a list is one role all the same.
                let names: Vec<String> =
                    rows.scenario.roles().values().map(|role| role.name.clone()).collect();
                let roles: Vec<&str> = names.iter().map(String::as_str).collect();
                let needs = read_needs(text, &roles)?.needs;
                let same = self.rows.scenario.needs_as_named(&step.needs) == needs;
                if !same {
                    self.needs.insert(entry.row, needs);
                }
                return Ok(());
            }
            StepCell::Servers
            | StepCell::Capacity
            | StepCell::Utilisation
            | StepCell::Wait
            | StepCell::Visits => return Err(CellFault::Computed),
        }
        self.steps.insert(entry.row, step);
        Ok(())
    }

    /// The lane that a text names: as the cells write it, else as a table that is imported does.
    fn lane(&self, text: &str, step: &Step) -> Result<LaneId, CellFault> {
        if text.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        let scenario = self.rows.scenario;
        let written = |id: LaneId| {
            let lane = scenario.lanes().get(&id);
            lane.is_some_and(|lane| same(&self.rows.lane_text(id, lane), text))
        };
        // Where two lanes cannot be told apart a step stays in its own.
        let own = Some(step.lane).filter(|id| written(*id));
        let found = own.or_else(|| scenario.lanes().keys().copied().find(|id| written(*id)));
        let imported = || {
            let (zone, name) = read_lane(text, step.kind).ok()?;
            let mut lanes = scenario.lanes_of(zone);
            let named = |lane: &crate::blueprint::Lane| name.is_empty() || same(&lane.name, &name);
            lanes.find(|(_, lane)| named(lane)).map(|(id, _)| id)
        };
        found.or_else(imported).ok_or_else(|| CellFault::NoLane(text.to_owned()))
    }

    fn phase(&self, text: &str) -> Result<PhaseId, CellFault> {
        let mut phases = self.rows.scenario.phases().iter().enumerate();
        phases
            .find(|(place, (_, phase))| same(&phase_text(*place, phase), text))
            .map(|(_, (id, _))| *id)
            .ok_or_else(|| CellFault::NoPhase(text.to_owned()))
    }

    fn kind(&self, text: &str) -> Result<StepKind, TableFault> {
        let shown = |kind: &StepKind| same(self.rows.words.step_kind(*kind), text);
        match StepKind::ALL.into_iter().find(shown) {
            Some(kind) => Ok(kind),
            None => read_step_kind(text),
        }
    }

    fn yes(&self, text: &str) -> Result<bool, CellFault> {
        let [yes, no] = self.rows.yes_no();
        if same(text, yes) || same(text, "F") {
            Ok(true)
        } else if text.is_empty() || same(text, no) || text == self.rows.words.text("no-figure") {
            Ok(false)
        } else {
            Err(CellFault::NotYesNo)
        }
    }
}

/// Whether two names are the same to a person.
fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
