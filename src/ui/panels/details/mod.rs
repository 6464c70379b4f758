//! The inspector: everything about what is selected.

use egui::Ui;

use crate::blueprint::{Places, Scenario, ServiceTime, StepId};
use crate::editor::Edit;
use crate::ui::desk::Desk;

/// Shows the inspector of what is selected; of the blueprint itself if nothing is.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.label(desk.text("tab-blueprint"));
}

/// One more place (or server) at a step.
pub(in crate::ui) fn one_more_place(scenario: &Scenario, id: StepId) -> Option<Edit> {
    let mut step = crate::blueprint::Step::clone(scenario.steps().get(&id)?);
    let now = match step.places {
        Some(Places::Count(count)) => count.get(),
        None => 1,
        Some(Places::Unlimited) => return None,
    };
    step.places = Some(Places::Count(std::num::NonZeroU32::new(now.checked_add(1)?)?));
    Some(Edit::SetSteps(vec![(id, step)]))
}

/// Nine tenths of a step's time, in its own unit.
pub(in crate::ui) fn ten_percent_faster(scenario: &Scenario, id: StepId) -> Option<Edit> {
    let mut step = crate::blueprint::Step::clone(scenario.steps().get(&id)?);
    let time: ServiceTime = step.time.as_ref()?.scaled(0.9).ok()?;
    step.time = Some(time);
    Some(Edit::SetSteps(vec![(id, step)]))
}
