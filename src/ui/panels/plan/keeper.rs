//! Keeps what the plan brings up to date: at once where that is quick, else on a thread while the last stays.

use std::sync::Arc;

use egui::Context;

use crate::background::{Kept, Pace, Snapshot};
use crate::blueprint::{Blueprint, Date};
use crate::quality::{Stair, schedule, staircase};
use crate::ui::view_context::ViewContext;

/// From so many steps, each analysed once for each action, it takes longer than a frame allows.
const MOST_AT_ONCE: usize = 1_500;

type Key = (Snapshot<Blueprint>, Option<Date>);

/// The last staircase.
pub(super) struct StairKeeper {
    kept: Kept<Key, Option<Vec<Stair>>>,
}

impl Default for StairKeeper {
    fn default() -> Self {
        Self { kept: Kept::new("what the plan brings") }
    }
}

impl StairKeeper {
    /// The newest that there is; `None` where the plan leads nowhere.
    pub fn stairs(&mut self, ctx: &Context, view: &ViewContext<'_>) -> Option<&[Stair]> {
        let blueprint = Arc::clone(view.editor.blueprint());
        let actions = blueprint.judgements().plan.actions.len();
        let steps = blueprint.scenarios().iter().map(|it| it.steps().len()).max().unwrap_or(0);
        let pace = if actions * steps <= MOST_AT_ONCE { Pace::AtOnce } else { Pace::Beside };
        let today = view.today;
        let key = (Snapshot::of(&blueprint), today);
        self.kept.follow(&key, ctx, pace, move |_| {
            let schedule = schedule(&blueprint.judgements().plan, today)?;
            staircase(&blueprint, &schedule)
        });
        self.kept.value().and_then(Option::as_deref)
    }

    /// Whether it is worked out on a thread.
    pub fn is_busy(&self) -> bool {
        self.kept.is_busy()
    }
}
