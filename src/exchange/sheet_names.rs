//! The lanes and phases that a table names, found on the sheet or added to it.

use std::collections::HashMap;

use super::drafts::Draft;
use crate::blueprint::{IdSource, Lane, LaneId, Phase, PhaseId, Scenario, Zone};

/// Finds the lanes and phases that rows name, adding what is missing.
pub struct Sheet {
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
    /// For the rows of a table.
    pub fn of(scenario: &Scenario, drafts: &[Draft]) -> Self {
        let plain = drafts.iter().filter(|draft| draft.lane.1.is_empty());
        Self {
            is_blank: scenario.steps().is_empty(),
            plain_zones: plain.map(|draft| draft.lane.0).collect(),
            plain_phase: drafts.iter().any(|draft| draft.phase.is_empty()),
            lanes: HashMap::new(),
            phases: HashMap::new(),
        }
    }

    /// The lane of a zone that has a name.
    pub fn lane(
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

    /// The phase that has a name.
    pub fn phase(&mut self, name: &str, scenario: &mut Scenario, ids: &mut IdSource) -> PhaseId {
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
