//! Makes a change on a copy and analyses it.

use std::sync::Arc;

use super::Kept;
use super::outlook::Outlook;
use crate::analysis::{Analysis, analyse};
use crate::blueprint::{Blueprint, Id, IdSource, Scenario};
use crate::editor::{DocumentEdit, Edit};
use crate::process::Severity;

/// A document that holds nothing but the scenario, on which changes are tried.
pub(super) struct Workbench {
    document: Blueprint,
}

impl Workbench {
    /// Linear in the size of the scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let mut ids = IdSource::default();
        ids.reserve(scenario.id());
        reserve(&mut ids, scenario.lanes().keys());
        reserve(&mut ids, scenario.phases().keys());
        reserve(&mut ids, scenario.steps().keys());
        reserve(&mut ids, scenario.links().keys());
        reserve(&mut ids, scenario.roles().keys());
        reserve(&mut ids, scenario.elements().keys());
        let scenarios = vec![scenario.clone()];
        Self { document: Blueprint::assemble(String::new(), String::new(), scenarios, ids) }
    }

    /// The scenario after an edit with its figures; `None` where the document refuses the edit, or
    /// where it brings an error or a warning.
    pub fn make(&self, edit: &Edit, today: &Analysis) -> Option<Kept> {
        let mut document = self.document.clone();
        let id = document.baseline().id();
        DocumentEdit::from(edit.clone()).apply(&mut document, id).ok()?;
        let scenario = Arc::clone(document.baseline());
        let analysis = analyse(&scenario);
        let is_sound = [Severity::Error, Severity::Warning]
            .into_iter()
            .all(|severity| count(&analysis, severity) <= count(today, severity));
        let after = Outlook::of(&scenario, &analysis);
        is_sound.then(|| Kept { after, edit: edit.clone(), scenario })
    }
}

fn reserve<'a, T: Id + 'a>(ids: &mut IdSource, used: impl Iterator<Item = &'a T>) {
    for id in used {
        ids.reserve(*id);
    }
}

fn count(analysis: &Analysis, severity: Severity) -> usize {
    analysis.problems.iter().filter(|problem| problem.severity() == severity).count()
}
