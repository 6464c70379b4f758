//! Judgements about places of a blueprint in a file: read and checked, and written.
//!
//! What an item names must be in a scenario; what an action or a line of the log is about need not be any
//! more, so that nothing of a plan is lost with a card.

mod indicators;
mod plan;
mod quality;
mod survey;
mod values;

pub use indicators::FileIndicator;
pub use plan::{FileLogEntry, FilePlan};
pub use quality::FileQuality;

use std::collections::BTreeMap;

use super::at::{At, Fault};
use super::errors::DecodeProblem;
use super::lines::Lines;
use super::row::text;
use super::version1::FileBlueprint;
use crate::blueprint::{IdSource, Judgements, PartsError, Scenario};

/// Every number that a judgement has.
pub fn numbers_in(file: &FileBlueprint) -> impl Iterator<Item = Option<f64>> {
    let items = file.quality.items.iter().map(|row| row.id);
    let indicators = file.indicators.iter().map(|row| row.id);
    items.chain(indicators).chain(file.plan.actions.iter().map(|row| row.id))
}

/// Checks what a file says.
///
/// # Errors
/// The first mistake in the order of the file.
pub fn read(
    at: &At<'_>,
    file: &FileBlueprint,
    scenarios: &[Scenario],
    ids: &mut IdSource,
) -> Result<Judgements, Fault> {
    let review_days = file.review_days.map(|days| plan::days(&at.field("review_days"), days, 1));
    let budget = file.budget.map(|budget| at.field("budget").quantity(budget));
    let mut judgements = Judgements {
        concept: file.concept.clone(),
        review_days: review_days.transpose()?,
        budget: budget.transpose()?,
        quality: quality::read(&at.field("quality"), &file.quality, scenarios, ids)?,
        ..Judgements::default()
    };
    for (index, row) in file.indicators.iter().enumerate() {
        let at = at.row("indicators", index);
        let id = at.own_number(row.id, ids)?;
        judgements.indicators.push((id, indicators::read(&at, row, id)?));
    }
    judgements.plan = plan::read(&at.field("plan"), &file.plan, scenarios, ids)?;
    for (index, row) in file.log.iter().enumerate() {
        judgements.log.push(plan::read_entry(&at.row("log", index), row)?);
    }
    refuse_doubles(at, &judgements, scenarios)?;
    Ok(judgements)
}

/// What names items, indicators and actions by their number needs each to have its own, that nothing of a scenario
/// has either.
fn refuse_doubles(
    at: &At<'_>,
    judgements: &Judgements,
    scenarios: &[Scenario],
) -> Result<(), Fault> {
    use crate::blueprint::Id as _;
    let quality = at.field("quality");
    let plan = at.field("plan");
    let items = judgements.quality.items.iter().map(|(id, _)| (&quality, "items", id.number()));
    let indicators = judgements.indicators.iter().map(|(id, _)| (at, "indicators", id.number()));
    let actions = judgements.plan.actions.iter().map(|(id, _)| (&plan, "actions", id.number()));
    let judged = items.enumerate().chain(indicators.enumerate()).chain(actions.enumerate());
    let mut taken: BTreeMap<u32, &str> = BTreeMap::new();
    for (index, (at, sort, number)) in judged {
        let other = taken.insert(number, sort).or_else(|| {
            scenarios.iter().any(|scenario| has_number(scenario, number)).then_some("things")
        });
        if let Some(other) = other {
            let both = if other == sort { sort } else { "things" };
            let twice = PartsError::DuplicateId { sort: both, number };
            return Err(at.row(sort, index).field("id").fault(DecodeProblem::Parts(twice)));
        }
    }
    Ok(())
}

/// Whether a scenario or something in it has a number.
fn has_number(scenario: &Scenario, number: u32) -> bool {
    use crate::blueprint::{ElementId, Id as _, LaneId, LinkId, PhaseId, RoleId, StepId};
    scenario.id().number() == number
        || scenario.steps().contains_key(&StepId::from_number(number))
        || scenario.roles().contains_key(&RoleId::from_number(number))
        || scenario.elements().contains_key(&ElementId::from_number(number))
        || scenario.lanes().contains_key(&LaneId::from_number(number))
        || scenario.phases().contains_key(&PhaseId::from_number(number))
        || scenario.links().contains_key(&LinkId::from_number(number))
}

/// What stands at the head of a file.
pub fn write_head(out: &mut Lines, judgements: &Judgements) {
    if !judgements.concept.is_empty() {
        out.line(&format!("concept: {},", text(&judgements.concept)));
    }
    if let Some(days) = judgements.review_days {
        out.line(&format!("review_days: {days},"));
    }
    if let Some(budget) = judgements.budget {
        out.line(&format!("budget: {budget},"));
    }
}

/// What stands behind the scenarios of a file.
pub fn write(out: &mut Lines, judgements: &Judgements) {
    quality::write(out, &judgements.quality);
    indicators::write(out, &judgements.indicators);
    plan::write(out, &judgements.plan, &judgements.log);
}
