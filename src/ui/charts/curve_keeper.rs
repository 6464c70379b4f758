//! Keeps the curve of waits up to date: at once where that is quick, else on a thread while the
//! last curve stays.

use std::sync::Arc;

use egui::Context;

use crate::analysis::{CurvePoint, Lack, wait_curve_until};
use crate::background::{Kept, Memo, Pace, Snapshot, attempt};
use crate::blueprint::Scenario;
use crate::pictures::CURVE_POINTS;
use crate::process;
use crate::ui::view_context::ViewContext;

/// Steps from which a curve takes longer than a frame allows.
pub(super) const MOST_AT_ONCE: usize = 100;

type Curve = Result<Vec<CurvePoint>, Vec<Lack>>;

/// The curve of the scenario that is shown, for a version of the figures.
pub(super) struct CurveKeeper {
    kept: Kept<(u64, Option<usize>), Curve>,
    /// The curve of the scenario that it is compared with.
    other: Memo<Snapshot<Scenario>, Option<Vec<CurvePoint>>>,
}

impl Default for CurveKeeper {
    fn default() -> Self {
        Self { kept: Kept::new("curve of waits"), other: Memo::default() }
    }
}

impl CurveKeeper {
    /// The newest curve that there is, and whether it belongs to the present figures.
    pub fn curve(&mut self, ctx: &Context, view: &ViewContext<'_>) -> (Option<&Curve>, bool) {
        let wanted = (view.editor.figures_revision(), view.hour);
        let scenario = Arc::clone(view.seen);
        let is_quick = scenario.steps().len() <= MOST_AT_ONCE;
        let pace = if is_quick { Pace::AtOnce } else { Pace::Beside };
        self.kept.follow(&wanted, ctx, pace, move |signal| {
            compute(&scenario, &|| signal.is_cancelled())
        });
        (self.kept.value(), self.kept.is_for(&wanted))
    }

    /// The curve of the scenario that the present one is compared with, where it is quickly had.
    pub fn compared(&mut self, view: &ViewContext<'_>) -> Option<&[CurvePoint]> {
        let (scenario, ..) = view.compared?.other();
        if scenario.steps().len() > MOST_AT_ONCE {
            return None;
        }
        let reckon =
            || attempt("curve of waits", || compute(scenario, &|| false)).ok().and_then(Result::ok);
        self.other.get(Snapshot::of(scenario), reckon).as_deref()
    }

    /// Whether the curve of the present figures could not be worked out.
    pub fn is_lost(&self) -> bool {
        self.kept.has_failed()
    }

    /// Works the curve out once more.
    pub fn again(&mut self) {
        self.kept.again();
    }
}

fn compute(scenario: &Scenario, cancelled: &dyn Fn() -> bool) -> Curve {
    wait_curve_until(scenario, &process::compile(scenario), CURVE_POINTS, cancelled)
}
