//! What the room proposed: each try is a scenario of the sandbox, and may become one of the file.

use std::sync::Arc;

use crate::blueprint::{Blueprint, Refusal, Scenario, ScenarioId};
use crate::editor::{DocumentEdit, Edit, Editor};

/// What somebody in the room proposed.
#[derive(Clone, Debug)]
pub struct Try {
    /// The scenario of the sandbox that it is.
    pub scenario: ScenarioId,
    /// The scenario of the file that it began with.
    pub base: ScenarioId,
    /// How it was at its start.
    pub start: Arc<Scenario>,
    /// Whether it began with what levers had changed.
    pub began_changed: bool,
}

impl Try {
    /// Whether somebody proposed anything: the try is another than what it began with.
    #[must_use]
    pub fn is_changed(&self, sandbox: &Blueprint) -> bool {
        let now = sandbox.scenario(self.scenario);
        self.began_changed || now.is_none_or(|now| *now != self.start)
    }
}

/// Begins a try with the scenario that is shown, which the edits make of it; answers it.
///
/// # Errors
/// Why the sandbox stays as it is.
pub(super) fn begin(
    sandbox: &mut Editor,
    (name, by): (&str, &str),
    edits: Vec<Edit>,
    base: ScenarioId,
) -> Result<Try, Refusal> {
    sandbox.commit();
    let mut prepared = Blueprint::clone(sandbox.blueprint());
    let scenario = prepared.duplicate_scenario(sandbox.scenario().id(), name)?;
    prepared.edit(scenario, |copy, _| {
        copy.set_by(by);
        Ok(())
    })?;
    let began_changed = !edits.is_empty();
    for edit in edits {
        DocumentEdit::from(edit).apply(&mut prepared, scenario)?;
    }
    sandbox.apply(DocumentEdit::AddScenario(Box::new(prepared), scenario))?;
    let start = Arc::clone(sandbox.scenario());
    Ok(Try { scenario, base, start, began_changed })
}

/// A try that is kept, with its name and whose idea it is as they were typed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The scenario of the sandbox.
    pub scenario: ScenarioId,
    /// What it is called.
    pub name: String,
    /// Whose idea it is.
    pub by: String,
    /// Whether it is another than what it began with.
    pub is_changed: bool,
}

/// Adds a try to the open file as a scenario, as one step; the scenario that is shown stays shown.
///
/// # Errors
/// Why the file stays as it is: [`Refusal::NotThere`] for what is no try, [`Refusal::NameNeeded`] for a blank name.
pub fn keep(kept: &Kept, sandbox: &Blueprint, file: &mut Editor) -> Result<(), Refusal> {
    if kept.name.trim().is_empty() {
        return Err(Refusal::NameNeeded);
    }
    let idea = sandbox.scenario(kept.scenario).ok_or(Refusal::NotThere)?;
    let mut prepared = Blueprint::clone(file.settled_blueprint());
    // Ideas stand last, in the order in which they were kept.
    let last = prepared.scenarios().last().unwrap_or_else(|| prepared.baseline()).id();
    let new = prepared.duplicate_scenario(last, kept.name.trim())?;
    prepared.edit(new, |slot, ids| {
        let made = Scenario::assemble(new, slot.name().to_owned(), idea.parts(), ids);
        // What stands in the sandbox was checked there.
        *slot = made.map_err(|_| Refusal::NotThere)?;
        slot.set_by(kept.by.trim());
        Ok(())
    })?;
    let shown = file.scenario().id();
    file.apply(DocumentEdit::AddScenario(Box::new(prepared), new))?;
    file.show_scenario(shown);
    Ok(())
}
