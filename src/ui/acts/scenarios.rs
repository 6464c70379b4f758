//! What is done with scenarios: copies, their order, and two of them side by side.

use egui::Context;

use crate::blueprint::ScenarioId;
use crate::editor::DocumentEdit;
use crate::ui::app::App;
use crate::ui::comparing::Comparing;
use crate::ui::view_context::SideTab;

impl App {
    /// Adds a copy of the scenario that is shown.
    pub(in crate::ui) fn duplicate_scenario(&mut self, ctx: &Context) {
        let name = self.free_scenario_name();
        let id = self.editor.scenario().id();
        self.edit(ctx, DocumentEdit::DuplicateScenario(id, name));
    }

    /// Removes the scenario that is shown.
    pub(in crate::ui) fn remove_scenario(&mut self, ctx: &Context) {
        let id = self.editor.scenario().id();
        self.edit(ctx, DocumentEdit::RemoveScenario(id));
    }

    /// Moves the scenario that is shown among the tabs.
    pub(in crate::ui) fn move_scenario(&mut self, ctx: &Context, to: impl FnOnce(usize) -> usize) {
        let id = self.editor.scenario().id();
        if let Ok(place) = self.editor.blueprint().position(id) {
            self.edit(ctx, DocumentEdit::MoveScenario(id, to(place)));
        }
    }

    /// Compares the scenario that is shown with the baseline, the baseline itself with the next
    /// one; or leaves the comparison that is on.
    pub(in crate::ui) fn start_or_stop_comparing(&mut self) {
        if self.modes.comparing.is_some() {
            self.stop_comparing();
            return;
        }
        let blueprint = self.editor.blueprint();
        let (baseline, shown) = (blueprint.baseline().id(), self.editor.scenario().id());
        let next = blueprint.scenarios().iter().map(|scenario| scenario.id()).nth(1);
        let after = if shown == baseline { next } else { Some(shown) };
        if let Some(after) = after {
            self.compare(baseline, after);
        }
    }

    /// Shows the other one of the two scenarios that are compared.
    pub(in crate::ui) fn flip_comparison(&mut self) {
        if let Some(comparing) = &self.modes.comparing {
            let other = comparing.other(self.editor.scenario().id());
            self.editor.show_scenario(other);
        }
    }

    /// Compares two scenarios and shows the later one.
    pub(in crate::ui) fn compare(&mut self, before: ScenarioId, after: ScenarioId) {
        self.editor.show_scenario(after);
        self.modes.comparing = Some(Comparing::of(before, after));
        self.tab.open(SideTab::Compare);
        self.bottom.enlarged = false;
    }

    pub(in crate::ui) fn stop_comparing(&mut self) {
        self.modes.comparing = None;
        self.tab.close(SideTab::Compare, SideTab::Capacity);
    }

    /// A name for a copy of a scenario that no other has.
    fn free_scenario_name(&self) -> String {
        let blueprint = self.editor.blueprint();
        let count = blueprint.scenarios().len();
        let name = |number: usize| self.words.with("scenario-new", &[("number", number.into())]);
        // Of one name more than there are scenarios, one is free.
        (count..=2 * count)
            .map(name)
            .find(|name| blueprint.scenario_named(name).is_none())
            .unwrap_or_else(|| name(count))
    }
}
