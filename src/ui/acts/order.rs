//! Puts cards in order: in line, spaced out, or tidied up.

use std::sync::Arc;

use egui::Context;

use crate::blueprint::{PhaseId, Place, Scenario, StepId};
use crate::drawing::{Alignment, Arranged, Spacing, align, distribute, tidy};
use crate::editor::Edit;
use crate::ui::app::App;

/// How many phases are named; the others are counted.
const MOST_PHASES: usize = 3;

impl App {
    /// Brings the selected cards into line.
    pub(in crate::ui) fn align(&mut self, ctx: &Context, alignment: Alignment) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let Arranged { rooms, places } = align(&scenario, self.canvas.geometry(), steps, alignment);
        let said = self.other_phases(&places);
        self.edit(ctx, Edit::AlignSteps(places).in_rooms(rooms));
        self.say_if_done(ctx, &scenario, said);
    }

    /// Spaces the selected cards out.
    pub(in crate::ui) fn distribute(&mut self, ctx: &Context, spacing: Spacing) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let Arranged { rooms, places } =
            distribute(&scenario, self.canvas.geometry(), steps, spacing);
        let said = self.other_phases(&places);
        self.edit(ctx, Edit::DistributeSteps(places).in_rooms(rooms));
        self.say_if_done(ctx, &scenario, said);
    }

    /// Says something unless the sheet is as it was: a refusal has been said then.
    fn say_if_done(&mut self, ctx: &Context, before: &Arc<Scenario>, said: Option<String>) {
        if let Some(said) = said.filter(|_| !Arc::ptr_eq(before, self.editor.scenario())) {
            self.notice.say(said, ctx.time());
        }
    }

    /// "2 steps are now in another phase: Arrival", if places are in others than the steps.
    fn other_phases(&self, places: &[(StepId, Place)]) -> Option<String> {
        let scenario = self.editor.scenario();
        let other = |(step, place): &&(StepId, Place)| {
            scenario.steps().get(step).is_some_and(|step| step.phase != place.phase)
        };
        let moved: Vec<PhaseId> =
            places.iter().filter(other).map(|(_, place)| place.phase).collect();
        let name_of = |id: &PhaseId| Some(scenario.phases().get(id)?.name.trim());
        let phases = scenario.phases().keys().filter(|id| moved.contains(id));
        let mut names: Vec<&str> =
            phases.filter_map(name_of).filter(|name| !name.is_empty()).collect();
        names.dedup();
        let count = ("count", moved.len().into());
        match (moved.len(), names.as_slice()) {
            (0, _) => None,
            (_, []) => Some(self.words.with("now-other-phase", &[count])),
            (_, names) => {
                let phases = ("phases", self.words.list(names, MOST_PHASES).into());
                Some(self.words.with("now-in-phases", &[count, phases]))
            }
        }
    }

    /// Tidies up the selected cards, or all if fewer than two are selected.
    pub(in crate::ui) fn tidy_up(&mut self, ctx: &Context) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let said = match tidy(&scenario, Some(steps).filter(|steps| steps.len() > 1)) {
            None => "tidy-too-wide",
            Some(tidied) if tidied.is_so(&scenario) => "tidy-already",
            Some(tidied) => {
                let (places, lanes, phases) = (tidied.places, tidied.lanes, tidied.phases);
                self.canvas.stay();
                self.edit(ctx, Edit::TidyUp { places, lanes, phases });
                return;
            }
        };
        self.notice.say(self.words.text(said).to_owned(), ctx.time());
    }
}
