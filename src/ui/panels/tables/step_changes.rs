//! Texts typed or pasted into cells of the step table, as one edit.

use std::collections::BTreeMap;

use super::sheet::{CellFault, Entry};
use super::step_cells::same;
use super::step_rows::{StepCell, StepRows};
use crate::blueprint::{LaneId, NamedNeed, PhaseId, Refusal, Step, StepField, StepId};
use crate::drawing::ROLE_INKS;
use crate::editor::{Edit, RowChanges};
use crate::exchange::{read_lane, read_needs};
use crate::ui::reading::phase_text;

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
            if StepCell::at(entry.column) == StepCell::Field(StepField::Needs)
                && needs_some
                && !flows
            {
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
            StepCell::Lane => step.lane = self.lane(text, &step)?,
            StepCell::Phase => step.phase = self.phase(text)?,
            StepCell::Field(StepField::Needs) => {
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
            StepCell::Field(field) => {
                rows.put_field(&mut step, field, text, entry.before.as_deref())?;
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
}
