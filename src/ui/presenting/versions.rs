//! What a stop is shown with: a version of the service with its figures, and what it is compared with.

use std::sync::Arc;

use crate::analysis::Analysis;
use crate::blueprint::{Scenario, ScenarioId, Stop, StopPicture};
use crate::presenting::Session;
use crate::ui::view_context::ViewContext;

/// A version as it is at the time that figures are of, with these.
pub(super) type Version = (Arc<Scenario>, Arc<Analysis>);

fn version(session: &mut Session, scenario: &Arc<Scenario>) -> Version {
    let seen = session.seen_of(scenario);
    (seen.scenario, seen.figures)
}

/// What a stop is shown with, as things stand.
pub(super) struct Versions {
    pub shown: Version,
    pub other: Option<Version>,
    pub before: Option<Version>,
}

impl Versions {
    /// Those of the stop that is shown, with a try or with levers where there are any.
    pub fn of(session: &mut Session, view: &ViewContext<'_>) -> Option<Self> {
        let sandbox = view.editor;
        let stop = session.stop()?.clone();
        let shown = Arc::clone(sandbox.scenario());
        let tried = session.seen_try(sandbox).map(|tried| tried.base);
        let base = tried.and_then(|base| sandbox.blueprint().scenario(base)).cloned();
        let settled = Arc::clone(sandbox.settled_scenario());
        let with = stop.with.and_then(|id| sandbox.blueprint().scenario(id)).cloned();
        let before = if base.is_some() {
            base
        } else if sandbox.trial().is_some() {
            Some(settled)
        } else {
            None
        };
        let other = before.clone().or(with).filter(|other| !Arc::ptr_eq(other, &shown));
        let mut with_figures = |scenario: Arc<Scenario>| version(session, &scenario);
        let shown = with_figures(shown);
        let is_compared = stop.picture() == Some(StopPicture::Compare);
        let other = other.map(&mut with_figures);
        let (shown, other) = match other {
            Some(other) if session.is_flipped() => (other, Some(shown)),
            other => (shown, other),
        };
        // Both have one axis, whichever is in front, and whether or not the other is seen.
        let before = other.clone();
        let other = other.filter(|_| session.is_overlaid() || is_compared);
        Some(Self { shown, other, before })
    }

    /// Those of another stop, as it will be.
    pub fn of_stop(session: &mut Session, stop: &Stop, view: &ViewContext<'_>) -> Self {
        let scenario = Arc::clone(session.scenario_of(stop, view.editor));
        let with = stop.with.and_then(|id| view.editor.blueprint().scenario(id)).cloned();
        let other = with.map(|with| version(session, &with));
        let shown = version(session, &scenario);
        Self { shown, before: other.clone(), other }
    }
}

/// The stop as it is, and all tries, with their figures.
pub(super) fn all(view: &ViewContext<'_>, session: &mut Session) -> Vec<Version> {
    let sandbox = view.editor;
    let own = session.stop().map(|stop| session.scenario_of(stop, sandbox).id());
    let tries = session.tries().iter().map(|tried| tried.scenario);
    let all: Vec<ScenarioId> = own.into_iter().chain(tries).collect();
    let there = all.into_iter().filter_map(|id| sandbox.blueprint().scenario(id));
    there.map(|found| version(session, found)).collect()
}

/// What the lesson ends with: the service as it is, the scenarios of the file that stops showed, and all tries, each
/// with whose idea it was.
pub(super) fn of_results(view: &ViewContext<'_>, session: &mut Session) -> Vec<(Version, String)> {
    let blueprint = view.editor.blueprint();
    let stops = (0..session.count()).filter_map(|at| session.stop_at(at));
    let shown = stops.flat_map(|stop| [stop.scenario, stop.with]).flatten();
    let tries: Vec<ScenarioId> = session.tries().iter().map(|tried| tried.scenario).collect();
    let mut ids = vec![blueprint.baseline().id()];
    for id in shown.chain(tries.iter().copied()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let there = ids.into_iter().filter_map(|id| blueprint.scenario(id));
    let of_file = view.text("wall-by-file");
    there
        .enumerate()
        .map(|(at, found)| {
            let is_of_file = at > 0 && found.by().is_empty() && !tries.contains(&found.id());
            let by = if is_of_file { of_file } else { found.by() };
            (version(session, found), by.to_owned())
        })
        .collect()
}
