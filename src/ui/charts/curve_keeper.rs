//! Keeps the curve of waits up to date: at once where that is quick, else on a thread while the
//! last curve stays.

use std::sync::Arc;

use egui::Context;

use crate::analysis::{CurvePoint, Lack, wait_curve};
use crate::background::{self, Job, Progress};
use crate::blueprint::Scenario;
use crate::pictures::CURVE_POINTS;
use crate::process;
use crate::ui::desk::Desk;

/// Steps from which a curve takes longer than a frame allows.
pub(super) const MOST_AT_ONCE: usize = 100;

type Curve = Result<Vec<CurvePoint>, Vec<Lack>>;

/// The curve of the scenario that is shown.
#[derive(Default)]
pub(super) struct CurveKeeper {
    curve: Option<Curve>,
    /// The version of the figures that the curve belongs to.
    revision: u64,
    job: Option<(u64, Job<Curve>)>,
    /// The version for which it could not be worked out: it is not tried again.
    lost: Option<u64>,
    /// The curve of the scenario that it is compared with.
    other: Option<(Arc<Scenario>, Option<Vec<CurvePoint>>)>,
}

impl CurveKeeper {
    /// The newest curve that there is, and whether it belongs to the present figures.
    pub fn curve(&mut self, ctx: &Context, desk: &Desk<'_>) -> (Option<&Curve>, bool) {
        let wanted = desk.editor.figures_revision();
        if let Some((revision, job)) = &self.job {
            match job.poll() {
                Progress::Done(curve) => {
                    (self.curve, self.revision) = (Some(curve), *revision);
                    self.job = None;
                }
                Progress::Lost => {
                    self.lost = Some(*revision);
                    self.job = None;
                }
                Progress::Running => {}
            }
        }
        let fresh = self.curve.is_some() && self.revision == wanted;
        if !fresh && self.job.is_none() && self.lost != Some(wanted) {
            let scenario = Arc::clone(desk.editor.scenario());
            if scenario.steps().len() <= MOST_AT_ONCE {
                match background::attempt(|| compute(&scenario)) {
                    Some(curve) => (self.curve, self.revision) = (Some(curve), wanted),
                    None => self.lost = Some(wanted),
                }
            } else {
                let wake = ctx.clone();
                let wake = move || wake.request_repaint();
                let started = Job::start("curve", wake, move || compute(&scenario));
                match started {
                    Ok(job) => self.job = Some((wanted, job)),
                    Err(error) => log::warn!("no thread for the curve of waits: {error}"),
                }
            }
        }
        let fresh = self.curve.is_some() && self.revision == wanted;
        (self.curve.as_ref(), fresh)
    }

    /// The curve of the scenario that the present one is compared with, where it is quickly had.
    pub fn compared(&mut self, desk: &Desk<'_>) -> Option<&[CurvePoint]> {
        let (scenario, ..) = desk.compared?.other();
        if scenario.steps().len() > MOST_AT_ONCE {
            return None;
        }
        if self.other.as_ref().is_some_and(|(kept, _)| !Arc::ptr_eq(kept, scenario)) {
            self.other = None;
        }
        let reckon = || {
            let curve = background::attempt(|| compute(scenario)).and_then(Result::ok);
            (Arc::clone(scenario), curve)
        };
        self.other.get_or_insert_with(reckon).1.as_deref()
    }

    /// Whether the curve of the present figures could not be worked out.
    pub fn is_lost(&self, desk: &Desk<'_>) -> bool {
        self.lost == Some(desk.editor.figures_revision())
    }
}

fn compute(scenario: &Scenario) -> Curve {
    wait_curve(scenario, &process::compile(scenario), CURVE_POINTS)
}
