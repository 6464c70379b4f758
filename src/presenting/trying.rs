//! Making tries, and looking at those that were made.

use std::sync::Arc;

use crate::blueprint::{Blueprint, Refusal, Scenario, ScenarioId};
use crate::editor::{DocumentEdit, Editor};

use super::levers::Levers;
use super::press::Answer;
use super::session::Session;
use super::tries;

impl Session {
    /// Begins a try with what is shown, levers included.
    ///
    /// # Errors
    /// Why there is none.
    pub fn start_try(&mut self, sandbox: &mut Editor, name: &str, by: &str) -> Result<(), Refusal> {
        let edits = self.levers.edits(sandbox.settled_scenario());
        let shown = sandbox.settled_scenario().id();
        let base = self.tries.iter().find(|tried| tried.scenario == shown);
        let base = base.map_or(shown, |tried| tried.base);
        let tried = tries::begin(sandbox, (name, by), edits, base)?;
        self.trying = Some(tried.scenario);
        self.tries.push(tried);
        self.put_down();
        self.place = self.place.uncovered();
        self.offer_levers(sandbox);
        Ok(())
    }

    /// Shows a try that was made before, or the scenario of the stop.
    pub fn show_try(&mut self, scenario: Option<ScenarioId>, sandbox: &mut Editor) {
        sandbox.abort();
        self.trying = None;
        self.put_down();
        self.place = self.place.uncovered();
        let own = self.stop().map(|stop| self.scenario_of(stop, sandbox).id());
        if let Some(id) = scenario.or(own) {
            sandbox.show_scenario(id);
        }
        self.offer_levers(sandbox);
    }

    /// Goes on with a try that was made before, on the sheet itself.
    pub fn go_on_trying(&mut self, scenario: ScenarioId, sandbox: &mut Editor) {
        if self.tries.iter().any(|tried| tried.scenario == scenario) {
            self.show_try(Some(scenario), sandbox);
            self.trying = Some(scenario);
        }
    }

    /// Takes a try that is being made back to its start.
    pub(super) fn restore_try(&mut self, sandbox: &mut Editor) -> Answer {
        let Some(tried) = self.tries.iter().find(|tried| Some(tried.scenario) == self.trying)
        else {
            return Answer::Nothing;
        };
        self.levers.put_all_back();
        sandbox.commit();
        let mut before = Blueprint::clone(sandbox.blueprint());
        let restored = before.edit(tried.scenario, |slot, _| {
            *slot = Scenario::clone(&tried.start);
            Ok(())
        });
        if restored.is_err() || sandbox.apply(DocumentEdit::Reload(Box::new(before))).is_err() {
            return Answer::Nothing;
        }
        self.levers = Levers::default();
        self.offer_levers(sandbox);
        Answer::Shown
    }

    /// Takes back the last change in the sandbox, but no try as a whole: these stay in the list.
    pub fn undo(&mut self, sandbox: &mut Editor) {
        if self.levers.are_turned() {
            self.put_levers_back(sandbox);
            return;
        }
        let shown = sandbox.scenario().id();
        sandbox.undo();
        let blueprint = Arc::clone(sandbox.blueprint());
        if self.tries.iter().any(|tried| blueprint.scenario(tried.scenario).is_none()) {
            sandbox.redo();
        }
        sandbox.show_scenario(shown);
    }
}
