//! Selects steps that are alike, and folds zones.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Context;

use crate::blueprint::{Lane, Scenario, StepId, Zone};
use crate::editor::{Edit, Selection};
use crate::ui::app::App;
use crate::ui::filter::{is_folded, untimed};

impl App {
    /// Selects the steps that are like the selected ones.
    pub(in crate::ui) fn select_alike(
        &mut self,
        alike: fn(&Scenario, &BTreeSet<StepId>) -> BTreeSet<StepId>,
    ) {
        let scenario = Arc::clone(self.editor.scenario());
        let steps = alike(&scenario, &self.editor.selection().steps);
        self.editor.select(Selection::steps(steps));
    }

    /// Selects the steps that lack a time.
    pub(in crate::ui) fn select_untimed(&mut self) {
        let steps = untimed(&self.figures.analysis().problems);
        self.editor.select(Selection::steps(steps));
    }

    /// Folds every lane of a zone, or unfolds them if they all are.
    pub(in crate::ui) fn fold_zone(&mut self, ctx: &Context, zone: Zone) {
        let scenario = self.editor.scenario();
        let collapsed = !is_folded(scenario, zone);
        let edits = scenario.lanes_of(zone).filter(|(_, lane)| lane.collapsed != collapsed);
        let folded = |lane: &Lane| Lane { collapsed, ..lane.clone() };
        let edits: Vec<Edit> = edits.map(|(id, lane)| Edit::SetLane(id, folded(lane))).collect();
        self.edit(ctx, Edit::Several(edits));
    }
}
