//! The open file: the document, what is selected, and how it came to be.
//!
//! A gesture (a drag, typing in a field) is a transaction: [`Editor::preview`] shows what it would
//! do, always starting from the state before it, [`Editor::commit`] makes it one undo step,
//! [`Editor::abort`] takes it back.
//!
//! A trial is a gesture that is not meant to stay: [`Editor::try_out`] shows what an edit would do,
//! and whatever ends it takes it back. Who wants to keep it does the edit.

use std::sync::Arc;

use crate::blueprint::{Blueprint, Refusal, Scenario, ScenarioId};

use super::document_edit::DocumentEdit;
use super::edit_names::EditName;
use super::history::{History, Snapshot};
use super::selection::Selection;

/// Which gesture a preview belongs to; any number that tells gestures apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GestureId(pub u64);

#[derive(Debug)]
struct Gesture {
    id: GestureId,
    base: Snapshot,
    name: EditName,
    /// Whether it goes unless it is kept.
    trial: bool,
}

/// An open blueprint with its history.
#[derive(Debug)]
pub struct Editor {
    now: Snapshot,
    gesture: Option<Gesture>,
    history: History,
    saved: Arc<Blueprint>,
    /// Unsaved versions that the one on disk took the place of, the newest last.
    covered: Vec<Arc<Blueprint>>,
    revision: u64,
    figures_revision: u64,
}

impl Editor {
    /// Opens a blueprint at its baseline. It counts as saved.
    #[must_use]
    pub fn new(blueprint: Blueprint) -> Self {
        let blueprint = Arc::new(blueprint);
        Self::with_saved(Arc::clone(&blueprint), blueprint)
    }

    /// Opens a blueprint at its baseline, of which `saved` is what its file holds.
    #[must_use]
    pub fn with_saved(blueprint: Arc<Blueprint>, saved: Arc<Blueprint>) -> Self {
        let scenario = blueprint.baseline().id();
        Self {
            saved,
            now: Snapshot { blueprint, scenario, selection: Selection::default() },
            gesture: None,
            history: History::default(),
            covered: Vec::new(),
            revision: 0,
            figures_revision: 0,
        }
    }

    /// The document.
    #[must_use]
    pub fn blueprint(&self) -> &Arc<Blueprint> {
        &self.now.blueprint
    }

    /// The scenario that is shown.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        // Every change keeps `now.scenario` valid; the baseline is there in any case.
        let blueprint = &self.now.blueprint;
        blueprint.scenario(self.now.scenario).unwrap_or_else(|| blueprint.baseline())
    }

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.now.selection
    }

    /// Selects something; what is not there is left out. Not an undo step, but undo and redo bring
    /// the selection back that was there.
    pub fn select(&mut self, mut selection: Selection) {
        selection.keep_existing(self.scenario());
        if let Some(gesture) = self.gesture.as_mut().filter(|gesture| gesture.trial) {
            // Whoever selects something while a trial is shown means it to stay selected.
            gesture.base.selection = selection.clone();
        }
        self.now.selection = selection;
    }

    /// Shows another scenario; an unknown one changes nothing. What is selected stays so where it
    /// is in both.
    pub fn show_scenario(&mut self, id: ScenarioId) {
        if self.now.blueprint.scenario(id).is_some() && id != self.now.scenario {
            self.commit();
            self.now.scenario = id;
            let selection = std::mem::take(&mut self.now.selection);
            self.select(selection);
            self.revision += 1;
            self.figures_revision += 1;
        }
    }

    /// Grows with every change of what is shown.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Grows with every change that a figure may depend on; moving a card within its lane or a
    /// text leaves it.
    #[must_use]
    pub fn figures_revision(&self) -> u64 {
        self.figures_revision
    }

    /// Does an edit as one undo step.
    ///
    /// # Errors
    /// The reason why nothing was changed.
    pub fn apply(&mut self, edit: impl Into<DocumentEdit>) -> Result<(), Refusal> {
        profiling::function_scope!();
        self.commit();
        let done = self.preview(GestureId(u64::MAX), edit);
        // Refused, it leaves no gesture open either.
        if done.is_ok() {
            self.commit();
        } else {
            self.abort();
        }
        done
    }

    /// Does an edit as a part of the step that led to a version, if that is the present one: what
    /// was added gets its name, and one undo takes both back. Else it is a step of its own.
    ///
    /// # Errors
    /// The reason why nothing was changed.
    pub fn amend(
        &mut self,
        made: &Arc<Blueprint>,
        edit: impl Into<DocumentEdit>,
    ) -> Result<(), Refusal> {
        self.commit();
        let done = self.preview(GestureId(u64::MAX), edit);
        if done.is_ok() {
            self.commit_as_part_of(made);
        } else {
            self.abort();
        }
        done
    }

    /// As [`Editor::commit`]; a gesture that began at this version becomes a part of the step that
    /// led there.
    pub fn commit_as_part_of(&mut self, made: &Arc<Blueprint>) {
        let follows = self.gesture.as_ref().is_some_and(|gesture| {
            let base = &gesture.base.blueprint;
            !gesture.trial && Arc::ptr_eq(base, made) && !Arc::ptr_eq(base, &self.now.blueprint)
        });
        self.commit();
        if follows {
            self.history.join_last();
        }
    }

    /// Shows what an edit would do, starting from the state before the gesture. The first preview
    /// of a gesture begins it, ending any other.
    ///
    /// # Errors
    /// The reason for a refusal; the state is then the one before the gesture.
    pub fn preview(&mut self, id: GestureId, edit: impl Into<DocumentEdit>) -> Result<(), Refusal> {
        self.show(id, edit.into(), false)
    }

    /// As [`Editor::preview`], but whatever ends it takes it back.
    ///
    /// # Errors
    /// As [`Editor::preview`].
    pub fn try_out(&mut self, id: GestureId, edit: impl Into<DocumentEdit>) -> Result<(), Refusal> {
        self.show(id, edit.into(), true)
    }

    fn show(&mut self, id: GestureId, edit: DocumentEdit, trial: bool) -> Result<(), Refusal> {
        if self.gesture.as_ref().is_none_or(|gesture| gesture.id != id) {
            self.commit();
        }
        let base = self.gesture.take().map_or_else(|| self.now.clone(), |gesture| gesture.base);
        let name = edit.name(&base.blueprint);
        let mut blueprint = Blueprint::clone(&base.blueprint);
        let result = edit.apply(&mut blueprint, base.scenario);
        let mut next = base.clone();
        if let Ok(outcome) = &result {
            // An edit that changes nothing leaves the document the same to the address.
            if blueprint != *base.blueprint {
                next.blueprint = Arc::new(blueprint);
            }
            next.scenario = outcome.show.unwrap_or(base.scenario);
            if let Some(selection) = &outcome.select {
                next.selection = selection.clone();
            }
        }
        self.gesture = Some(Gesture { id, base, name, trial });
        self.move_to(next);
        result.map(|_| ())
    }

    /// Ends the gesture; if it changed the document it becomes one undo step. A trial is taken back.
    pub fn commit(&mut self) {
        if self.trial().is_some() {
            self.abort();
        } else if let Some(gesture) = self.gesture.take()
            && !Arc::ptr_eq(&gesture.base.blueprint, &self.now.blueprint)
        {
            // What is changed further, or taken back and then left for another way, is no longer
            // covered: it was on the sheet again.
            self.covered.retain(|version| {
                !Arc::ptr_eq(version, &gesture.base.blueprint) && !self.history.leads_to(version)
            });
            self.history.push(gesture.name, gesture.base, &self.now.blueprint);
        }
    }

    /// As [`Editor::commit`], but leaves a trial as it is.
    pub fn commit_gesture(&mut self) {
        if self.trial().is_none() {
            self.commit();
        }
    }

    /// Ends the gesture as if it had never begun.
    pub fn abort(&mut self) {
        if let Some(gesture) = self.gesture.take() {
            self.move_to(gesture.base);
        }
    }

    /// The gesture that is under way.
    #[must_use]
    pub fn gesture(&self) -> Option<GestureId> {
        self.gesture.as_ref().map(|gesture| gesture.id)
    }

    /// Whether a gesture is under way.
    #[must_use]
    pub fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// The trial that is under way.
    #[must_use]
    pub fn trial(&self) -> Option<GestureId> {
        self.gesture.as_ref().filter(|gesture| gesture.trial).map(|gesture| gesture.id)
    }

    /// The document without the trial that is under way: what there is to save.
    #[must_use]
    pub fn settled_blueprint(&self) -> &Arc<Blueprint> {
        let trial = self.gesture.as_ref().filter(|gesture| gesture.trial);
        trial.map_or(&self.now.blueprint, |gesture| &gesture.base.blueprint)
    }

    /// The scenario that is shown without the trial that is under way.
    #[must_use]
    pub fn settled_scenario(&self) -> &Arc<Scenario> {
        let trial = self.gesture.as_ref().filter(|gesture| gesture.trial);
        let settled = trial.map_or(&self.now, |gesture| &gesture.base);
        let blueprint = &settled.blueprint;
        blueprint.scenario(settled.scenario).unwrap_or_else(|| blueprint.baseline())
    }

    /// Takes back the last step (or the gesture under way).
    pub fn undo(&mut self) {
        if self.gesture.is_some() {
            self.commit();
        }
        if let Some(before) = self.history.undo(self.now.clone()) {
            self.move_to(before);
        }
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self) {
        self.commit();
        if let Some(after) = self.history.redo(self.now.clone()) {
            self.move_to(after);
        }
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_name(&self) -> Option<EditName> {
        self.history.undo_name()
    }

    /// What redo would do again.
    #[must_use]
    pub fn redo_name(&self) -> Option<EditName> {
        self.history.redo_name()
    }

    /// Whether the document differs from the one that was last opened or saved.
    #[must_use]
    pub fn is_modified(&self) -> bool {
        let settled = self.settled_blueprint();
        !Arc::ptr_eq(&self.saved, settled) && self.saved != *settled
    }

    /// The version that was last opened or saved.
    #[must_use]
    pub fn saved_blueprint(&self) -> &Arc<Blueprint> {
        &self.saved
    }

    /// Says where the document comes from, which is no edit: it is so from now on, and undo does not take
    /// it back.
    pub fn set_lineage(&mut self, lineage: &str) {
        let trial = self.gesture.as_mut().filter(|gesture| gesture.trial);
        let base = trial.map(|gesture| &mut gesture.base.blueprint);
        for blueprint in base.into_iter().chain([&mut self.now.blueprint]) {
            let mut named = Blueprint::clone(blueprint);
            named.set_lineage(lineage);
            *blueprint = Arc::new(named);
        }
    }

    /// Remembers that this version is the one on disk.
    pub fn mark_saved(&mut self, saved: Arc<Blueprint>) {
        self.covered.retain(|version| *version != saved);
        self.saved = saved;
    }

    /// Shows what the file holds now in the place of the document. It counts as saved, and what was
    /// unsaved before is remembered as [covered](Self::covered).
    ///
    /// # Errors
    /// The reason why nothing was changed.
    pub fn reload(&mut self, read: Blueprint) -> Result<(), Refusal> {
        self.commit();
        let mine = self.is_modified().then(|| Arc::clone(self.settled_blueprint()));
        self.apply(DocumentEdit::Reload(Box::new(read)))?;
        // Somebody else may have written the very same.
        self.covered.extend(mine.filter(|mine| mine != self.blueprint()));
        self.mark_saved(Arc::clone(self.blueprint()));
        Ok(())
    }

    /// The newest unsaved version that the one on disk took the place of, unless it is on the sheet
    /// again.
    #[must_use]
    pub fn covered(&self) -> Option<&Arc<Blueprint>> {
        self.all_covered().next_back()
    }

    /// All versions that would be [covered](Self::covered) in turn, the newest last.
    #[must_use]
    pub fn all_covered(&self) -> impl DoubleEndedIterator<Item = &Arc<Blueprint>> {
        let settled = self.settled_blueprint();
        self.covered.iter().filter(move |version| {
            !Arc::ptr_eq(version, settled) && !self.history.leads_to(version)
        })
    }

    /// Shows a [covered](Self::covered) version again, by undo if it is among the steps.
    ///
    /// # Errors
    /// The reason why nothing was changed.
    pub fn uncover(&mut self, version: &Arc<Blueprint>) -> Result<(), Refusal> {
        self.commit();
        if let Some(steps) = self.history.steps_back_to(version) {
            for _ in 0..steps {
                self.undo();
            }
            return Ok(());
        }
        self.apply(DocumentEdit::Reload(Box::new(Blueprint::clone(version))))?;
        self.covered.retain(|covered| !Arc::ptr_eq(covered, version));
        Ok(())
    }

    fn move_to(&mut self, next: Snapshot) {
        let before = Arc::clone(self.scenario());
        let judged = Arc::clone(self.now.blueprint.judgements());
        self.now = next;
        let after = Arc::clone(self.scenario());
        self.now.selection.keep_existing(&after);
        if Arc::ptr_eq(&before, &after) && !Arc::ptr_eq(&judged, self.now.blueprint.judgements()) {
            // What is judged is shown as well, and moves no figure.
            self.revision += 1;
        }
        if !Arc::ptr_eq(&before, &after) {
            self.revision += 1;
            if before.id() != after.id() || !before.same_figures(&after) {
                self.figures_revision += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Quantity, Role};
    use crate::editor::Edit;

    const TRIAL: GestureId = GestureId(7);

    fn editor() -> Editor {
        Editor::new(Blueprint::empty("Office", "As-is"))
    }

    fn hire() -> Edit {
        Edit::AddRole(Role::new("Clerk", 0))
    }

    fn demand(per_hour: u32) -> Edit {
        let demand = crate::blueprint::Demand {
            per_hour: Some(Quantity::from(per_hour)),
            ..crate::blueprint::Demand::default()
        };
        Edit::SetDemand(demand)
    }

    #[test]
    fn whatever_ends_a_trial_takes_it_back() {
        let ends: [fn(&mut Editor); 4] = [Editor::commit, Editor::abort, Editor::undo, |editor| {
            editor.apply(demand(5)).expect("an edit");
        }];
        for end in ends {
            let mut editor = editor();
            editor.try_out(TRIAL, hire()).expect("an edit");
            assert_eq!(editor.scenario().roles().len(), 1);
            assert_eq!(editor.trial(), Some(TRIAL));
            assert!(!editor.is_modified(), "there is nothing to save");
            assert!(editor.settled_scenario().roles().is_empty());
            end(&mut editor);
            assert!(editor.scenario().roles().is_empty());
            assert_eq!(editor.trial(), None);
        }
    }

    #[test]
    fn what_is_selected_during_a_trial_stays_selected() {
        let mut editor = editor();
        editor.apply(hire()).expect("an edit");
        let clerk = *editor.scenario().roles().keys().next().expect("a role");
        editor.try_out(TRIAL, demand(5)).expect("an edit");
        let selection = Selection::thing(super::super::Thing::Role(clerk));
        editor.select(selection.clone());
        editor.commit_gesture();
        assert!(editor.trial().is_some(), "only a gesture is ended so");
        editor.abort();
        assert_eq!(editor.selection(), &selection);
    }

    fn theirs() -> Blueprint {
        Blueprint::empty("Theirs", "As-is")
    }

    #[test]
    fn an_unsaved_version_stays_known_when_the_one_on_disk_takes_its_place() {
        let mut editor = editor();
        editor.reload(theirs()).expect("an edit");
        assert!(editor.covered().is_none(), "nothing was unsaved");
        editor.apply(demand(5)).expect("an edit");
        let mine = Arc::clone(editor.blueprint());
        editor.reload(theirs()).expect("an edit");
        assert!(!editor.is_modified());
        assert_eq!(editor.covered(), Some(&mine));
        // Work on theirs covers mine no less.
        editor.apply(hire()).expect("an edit");
        assert_eq!(editor.covered(), Some(&mine));
        editor.undo();
        editor.undo();
        assert!(editor.is_modified() && editor.covered().is_none(), "it is on the sheet");
        editor.redo();
        assert_eq!(editor.covered(), Some(&mine));
        editor.uncover(&mine).expect("an edit");
        assert_eq!(editor.blueprint(), &mine);
        editor.mark_saved(mine);
        editor.redo();
        assert!(editor.covered().is_none(), "it was saved");
    }

    #[test]
    fn a_covered_version_that_was_gone_on_from_is_covered_no_more() {
        let mut editor = editor();
        editor.apply(demand(5)).expect("an edit");
        editor.reload(theirs()).expect("an edit");
        editor.undo();
        editor.apply(hire()).expect("an edit");
        assert!(editor.covered().is_none());
        let more = Arc::clone(editor.blueprint());
        editor.reload(theirs()).expect("an edit");
        assert_eq!(editor.covered(), Some(&more));
        editor.reload(Blueprint::empty("Theirs again", "As-is")).expect("an edit");
        assert_eq!(editor.covered(), Some(&more), "theirs was no work of mine");
        assert_eq!(editor.all_covered().count(), 1);
    }

    #[test]
    fn several_edits_are_one_step_or_none() {
        let mut editor = editor();
        let both = Edit::Several(vec![hire(), demand(5)]);
        editor.apply(both).expect("both edits");
        assert_eq!(editor.scenario().roles().len(), 1);
        assert!(editor.scenario().demand().per_hour.is_some());
        editor.undo();
        assert!(editor.scenario().roles().is_empty() && editor.undo_name().is_none());
        let nameless = Edit::AddRole(Role::new(" ", 0));
        assert!(editor.apply(Edit::Several(vec![hire(), nameless])).is_err());
        assert!(editor.scenario().roles().is_empty());
    }

    #[test]
    fn several_edits_go_on_in_the_scenario_that_one_of_them_adds() {
        let mut editor = editor();
        let today = editor.scenario().id();
        let copy = DocumentEdit::DuplicateScenario(today, "To-be".to_owned());
        editor.apply(DocumentEdit::Several(vec![copy, hire().into()])).expect("both edits");
        assert_eq!(editor.scenario().name(), "To-be");
        assert_eq!(editor.scenario().roles().len(), 1);
        let today = editor.blueprint().scenario(today).expect("the original");
        assert!(today.roles().is_empty());
    }
}
