//! What would help, kept up to date: at once where that is quick, else on a thread; and which of it
//! is being tried.

use std::sync::Arc;

use egui::Context;

use super::levers::Levers;
use crate::analysis::analyse;
use crate::background::{Kept, Memo, Pace, Snapshot};
use crate::blueprint::Scenario;
use crate::editor::Edit;
use crate::redesign::{Suggestion, suggestions_until};
use crate::ui::view_context::{Action, LEVERS, SUGGESTION, ViewContext};

/// Steps from which looking for suggestions takes longer than a frame allows: two dozen analyses.
const MOST_AT_ONCE: usize = 60;

/// The suggestions for the scenario that is shown, and what is being tried of them.
pub(in crate::ui) struct Advice {
    kept: Kept<Asked, Arc<Vec<Suggestion>>>,
    /// What is to be tried in this pass, and what was tried last.
    wanted: Option<Trial>,
    tried: Option<Trial>,
    /// What has been answered about a machine.
    pub(super) machine: Machine,
    /// The levers.
    pub(super) levers: Levers,
}

/// What suggestions depend on.
#[derive(Clone, PartialEq)]
struct Asked {
    scenario: Snapshot<Scenario>,
    /// Whether only those who do a step today may do it.
    only_today: bool,
}

impl Default for Advice {
    fn default() -> Self {
        Self {
            kept: Kept::new("suggestions"),
            wanted: None,
            tried: None,
            machine: Machine::default(),
            levers: Levers::default(),
        }
    }
}

/// Something that is tried, and what it is called.
#[derive(Clone, Debug, PartialEq)]
struct Trial {
    edit: Edit,
    name: String,
}

/// What has been answered about a machine, as it is typed.
#[derive(Default)]
pub(super) struct Machine {
    pub time: String,
    pub cost: String,
    /// What it would bring with a version and these answers.
    pub made: Memo<(Snapshot<Scenario>, String, String), Option<Suggestion>>,
}

impl Advice {
    /// The newest suggestions, and whether they are for what is shown.
    pub(in crate::ui) fn of(
        &mut self,
        ctx: &Context,
        view: &ViewContext<'_>,
    ) -> (Arc<Vec<Suggestion>>, bool) {
        // What a trial shows is no other service: it must not change what can be tried.
        let scenario = view.editor.settled_scenario();
        let only_today = view.editor.settled_blueprint().only_today();
        let asked = Asked { scenario: Snapshot::of(scenario), only_today };
        // A card that is being moved changes nothing but where the edits would put it.
        let is_moving = view.editor.in_gesture() && view.editor.trial().is_none();
        let is_known = self.kept.value_key().is_some_and(|of| {
            of.only_today == only_today && of.scenario.same_figures(scenario.as_ref())
        });
        if is_moving && is_known {
            self.kept.fetch(ctx);
        } else {
            let is_quick = scenario.steps().len() <= MOST_AT_ONCE;
            let pace = if is_quick { Pace::AtOnce } else { Pace::Beside };
            let looked_at = asked.clone();
            self.kept.follow(&asked, ctx, pace, move |signal| {
                Arc::new(look(&looked_at, &|| signal.is_cancelled()))
            });
        }
        let found = self.kept.value().cloned().unwrap_or_default();
        (found, self.kept.is_for(&asked))
    }

    /// Whether the suggestions for what is shown could not be worked out.
    pub(super) fn is_lost(&self) -> bool {
        self.kept.has_failed()
    }

    /// Looks for suggestions once more.
    pub(super) fn again(&mut self) {
        self.kept.again();
    }

    /// Tries something, called so, as long as this is asked for in every pass.
    pub(in crate::ui) fn want(&mut self, edit: &Edit, name: String) {
        self.wanted = Some(Trial { edit: edit.clone(), name });
    }

    /// What the sheet shows that is not in the file, in words.
    pub(in crate::ui) fn preview_words(&self, view: &ViewContext<'_>) -> Option<String> {
        let name = match view.editor.trial()? {
            SUGGESTION => self.tried.as_ref()?.name.clone(),
            LEVERS => view.words.text("section-levers").to_owned(),
            _ => return None,
        };
        Some(view.words.with("advisor-previewing", &[("name", name.into())]))
    }

    /// Wants nothing any more in this pass.
    pub(in crate::ui) fn rest(&mut self) {
        self.wanted = None;
    }

    /// After the panel was shown, or was not: begins or ends the trial.
    pub(in crate::ui) fn settle(&mut self, view: &mut ViewContext<'_>) {
        let is_on = view.editor.trial() == Some(SUGGESTION);
        let wanted = self.wanted.take();
        match &wanted {
            Some(trial) if !is_on || self.tried != wanted => {
                view.ask(Action::Try(SUGGESTION, trial.edit.clone().into()));
            }
            None if is_on => view.ask(Action::Abort),
            _ => {}
        }
        self.tried = wanted;
    }
}

fn look(asked: &Asked, cancelled: &dyn Fn() -> bool) -> Vec<Suggestion> {
    let analysis = analyse(&asked.scenario);
    suggestions_until(&asked.scenario, &analysis, asked.only_today, cancelled)
}
