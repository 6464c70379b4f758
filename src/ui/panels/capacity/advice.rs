//! What would help, kept up to date: at once where that is quick, else on a thread; and which of it
//! is being tried.

use std::sync::Arc;

use egui::Context;

use super::levers::Levers;
use crate::analysis::analyse;
use crate::background::{self, Job, Progress};
use crate::blueprint::Scenario;
use crate::editor::Edit;
use crate::redesign::{Suggestion, suggestions};
use crate::ui::desk::{Action, Desk, LEVERS, SUGGESTION};

/// Steps from which looking for suggestions takes longer than a frame allows: two dozen analyses.
const MOST_AT_ONCE: usize = 60;

/// The suggestions for the scenario that is shown, and what is being tried of them.
#[derive(Default)]
pub(in crate::ui) struct Advice {
    found: Arc<Vec<Suggestion>>,
    /// The version that they are for, and whether only those who do a step today may do it.
    of: Option<Arc<Scenario>>,
    only_today: bool,
    job: Option<(Arc<Scenario>, Job<Vec<Suggestion>>)>,
    /// The version for which they could not be worked out: it is not tried again.
    lost: Option<Arc<Scenario>>,
    /// What is to be tried in this pass, and what was tried last.
    wanted: Option<Trial>,
    tried: Option<Trial>,
    /// What has been answered about a machine.
    pub(super) machine: Machine,
    /// The levers.
    pub(super) levers: Levers,
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
    /// What it would bring, with the version and the answers that this is for.
    pub made: Option<(Arc<Scenario>, String, String, Option<Suggestion>)>,
}

impl Advice {
    /// The newest suggestions, and whether they are for what is shown.
    pub(super) fn of(&mut self, ctx: &Context, desk: &Desk<'_>) -> (Arc<Vec<Suggestion>>, bool) {
        // What a trial shows is no other service: it must not change what can be tried.
        let scenario = desk.editor.settled_scenario();
        let only_today = desk.editor.settled_blueprint().only_today();
        if only_today != self.only_today {
            (self.of, self.job, self.only_today) = (None, None, only_today);
        }
        if let Some((version, job)) = &self.job {
            match job.poll() {
                Progress::Done(found) => {
                    (self.found, self.of) = (Arc::new(found), Some(Arc::clone(version)));
                    self.job = None;
                }
                Progress::Lost => {
                    self.lost = Some(Arc::clone(version));
                    self.job = None;
                }
                Progress::Running => {}
            }
        }
        let is_for =
            |of: &Option<Arc<Scenario>>| of.as_ref().is_some_and(|of| Arc::ptr_eq(of, scenario));
        // A card that is being moved changes nothing but where the edits would put it.
        let is_moving = desk.editor.in_gesture() && desk.editor.trial().is_none();
        let may_wait =
            is_moving && self.of.as_ref().is_some_and(|of| of.same_figures(scenario.as_ref()));
        if !is_for(&self.of) && !is_for(&self.lost) && !may_wait && self.job.is_none() {
            let version = Arc::clone(scenario);
            if scenario.steps().len() <= MOST_AT_ONCE {
                match background::attempt(|| look(&version, only_today)) {
                    Some(found) => (self.found, self.of) = (Arc::new(found), Some(version)),
                    None => self.lost = Some(version),
                }
            } else {
                let wake = ctx.clone();
                let wake = move || wake.request_repaint();
                let looked_at = Arc::clone(&version);
                match Job::start("suggestions", wake, move || look(&looked_at, only_today)) {
                    Ok(job) => self.job = Some((version, job)),
                    Err(error) => log::warn!("no thread for suggestions: {error}"),
                }
            }
        }
        (Arc::clone(&self.found), is_for(&self.of))
    }

    /// Whether the suggestions for what is shown could not be worked out.
    pub(super) fn is_lost(&self, scenario: &Arc<Scenario>) -> bool {
        self.lost.as_ref().is_some_and(|lost| Arc::ptr_eq(lost, scenario))
    }

    /// Tries something, called so, as long as this is asked for in every pass.
    pub(super) fn want(&mut self, edit: &Edit, name: String) {
        self.wanted = Some(Trial { edit: edit.clone(), name });
    }

    /// What the sheet shows that is not in the file, in words.
    pub(in crate::ui) fn preview_words(&self, desk: &Desk<'_>) -> Option<String> {
        let name = match desk.editor.trial()? {
            SUGGESTION => self.tried.as_ref()?.name.clone(),
            LEVERS => desk.words.text("section-levers").to_owned(),
            _ => return None,
        };
        Some(desk.words.with("advisor-previewing", &[("name", name.into())]))
    }

    /// Wants nothing any more in this pass.
    pub(super) fn rest(&mut self) {
        self.wanted = None;
    }

    /// After the panel was shown, or was not: begins or ends the trial.
    pub(in crate::ui) fn settle(&mut self, desk: &mut Desk<'_>) {
        let is_on = desk.editor.trial() == Some(SUGGESTION);
        let wanted = self.wanted.take();
        match &wanted {
            Some(trial) if !is_on || self.tried != wanted => {
                desk.ask(Action::Try(SUGGESTION, trial.edit.clone().into()));
            }
            None if is_on => desk.ask(Action::Abort),
            _ => {}
        }
        self.tried = wanted;
    }
}

fn look(scenario: &Scenario, only_today: bool) -> Vec<Suggestion> {
    suggestions(scenario, &analyse(scenario), only_today)
}
