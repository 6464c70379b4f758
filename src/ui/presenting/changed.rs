//! What a try has changed of the sheet that it began with.

use crate::background::{Memo, Snapshot};
use crate::blueprint::{Scenario, StepId};
use crate::presenting::Session;
use crate::ui::view_context::ViewContext;

/// The cards that the try which is seen has changed, found anew where either side changes.
#[derive(Default)]
pub(super) struct Changed(Memo<(Snapshot<Scenario>, Snapshot<Scenario>), Vec<StepId>>);

impl Changed {
    /// These cards; none where no try is seen.
    pub fn of(&mut self, session: &Session, view: &ViewContext<'_>) -> &[StepId] {
        let base = session.seen_try(view.editor).map(|tried| tried.base);
        let base = base.and_then(|base| view.editor.blueprint().scenario(base));
        let Some(base) = base else { return &[] };
        let now = view.editor.scenario();
        let key = (Snapshot::of(base), Snapshot::of(now));
        self.0.get(key, || changed(base, now))
    }
}

/// The cards of a version that are new in it or other than before.
fn changed(before: &Scenario, now: &Scenario) -> Vec<StepId> {
    let steps = now.steps().iter();
    let is_other = |(id, step): &(&StepId, &_)| before.steps().get(*id) != Some(*step);
    steps.filter(is_other).map(|(id, _)| *id).collect()
}
