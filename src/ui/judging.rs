//! Changes of what is judged, measured and planned about a blueprint, as edits.

use crate::blueprint::{
    Action, ActionId, Blueprint, Brings, Date, Id, Indicator, IndicatorId, Judgements, Refusal,
    RoleId, StepId,
};
use crate::editor::{DocumentEdit, Edit, Judging};

use super::view_context::ViewContext;

/// The edit that changes judgements.
pub(super) fn judge(
    judgements: &Judgements,
    what: Judging,
    change: impl FnOnce(&mut Judgements),
) -> DocumentEdit {
    let mut changed = judgements.clone();
    change(&mut changed);
    DocumentEdit::Judge(what, Box::new(changed))
}

/// The edit that changes an action of the plan.
pub(super) fn change_action(
    judgements: &Judgements,
    id: ActionId,
    change: impl FnOnce(&mut Action),
) -> DocumentEdit {
    judge(judgements, Judging::ChangeAction, |judgements| {
        let mut actions = judgements.plan.actions.iter_mut();
        if let Some((_, action)) = actions.find(|(own, _)| *own == id) {
            change(action);
        }
    })
}

/// The edit that changes an indicator.
pub(super) fn change_indicator(
    judgements: &Judgements,
    id: IndicatorId,
    change: impl FnOnce(&mut Indicator),
) -> DocumentEdit {
    judge(judgements, Judging::ChangeIndicator, |judgements| {
        let mut indicators = judgements.indicators.iter_mut();
        if let Some((_, indicator)) = indicators.find(|(own, _)| *own == id) {
            change(indicator);
        }
    })
}

/// An identity that nothing in a file has or ever had.
pub(super) fn fresh<T: Id>(blueprint: &Blueprint) -> T {
    blueprint.ids().fresh()
}

/// The edit that adds an action to the plan, with its identity. The first gives the plan its start and, where there
/// is one other scenario, where it leads.
pub(super) fn add_action(view: &ViewContext<'_>, action: Action) -> (ActionId, DocumentEdit) {
    let blueprint = view.editor.blueprint();
    let id = fresh(blueprint);
    let edit = judge(blueprint.judgements(), Judging::AddAction, |judgements| {
        let plan = &mut judgements.plan;
        if plan.actions.is_empty() {
            plan.start = plan.start.or(view.today);
            if let ([_, other], None) = (blueprint.scenarios(), plan.target) {
                plan.target = Some(other.id());
            }
        }
        let own_starts = plan.actions.iter().filter_map(|(_, action)| action.start);
        let begins = plan.start.or_else(|| own_starts.min());
        // What is put into a plan that began long ago begins now, or it would be late at once.
        let has_begun = begins.zip(view.today).is_some_and(|(begins, today)| begins < today);
        let start = action.start.or(view.today.filter(|_| has_begun));
        // What is about an item or an indicator brings no step by that.
        let brings = match action.brings.clone() {
            Brings::These(these) => Brings::These(
                these.into_iter().filter(|number| can_be_brought(blueprint, *number)).collect(),
            ),
            Brings::All => Brings::All,
        };
        plan.actions.push((id, Action { start, brings, ..action }));
    });
    (id, edit)
}

/// Whether a number is that of a step or a role of any scenario.
fn can_be_brought(blueprint: &Blueprint, number: u32) -> bool {
    blueprint.scenarios().iter().any(|scenario| {
        scenario.steps().contains_key(&StepId::from_number(number))
            || scenario.roles().contains_key(&RoleId::from_number(number))
    })
}

/// The edit that removes an action, and what waits for it waits no more.
pub(super) fn remove_action(judgements: &Judgements, id: ActionId) -> DocumentEdit {
    judge(judgements, Judging::RemoveAction, |judgements| {
        let actions = &mut judgements.plan.actions;
        actions.retain(|(own, _)| *own != id);
        for (_, action) in actions {
            action.after.retain(|before| *before != id);
        }
        forget(judgements, id.number());
    })
}

/// The edit that removes an indicator.
pub(super) fn remove_indicator(judgements: &Judgements, id: IndicatorId) -> DocumentEdit {
    judge(judgements, Judging::RemoveIndicator, |judgements| {
        judgements.indicators.retain(|(own, _)| *own != id);
        forget(judgements, id.number());
    })
}

/// What is gone is named by nothing any more.
fn forget(judgements: &mut Judgements, number: u32) {
    for (_, action) in &mut judgements.plan.actions {
        action.about.retain(|about| *about != number);
    }
    for entry in &mut judgements.log {
        entry.about.retain(|about| *about != number);
    }
}

/// An action about something, to be added to the plan.
pub(super) fn action_about(name: String, about: Vec<u32>) -> Action {
    // What is about a step most likely changes it.
    Action {
        name,
        days: USUAL_DAYS,
        brings: Brings::These(about.clone()),
        about,
        ..Action::default()
    }
}

/// How many days an action takes until somebody says otherwise.
pub(super) const USUAL_DAYS: u32 = 10;

/// The edit that changes the fail point of a step; `None` for a step without one, or where nothing changes.
pub(super) fn change_fail_point(
    view: &ViewContext<'_>,
    id: StepId,
    change: impl FnOnce(&mut crate::blueprint::FailPoint),
) -> Option<Edit> {
    let step = view.scenario.steps().get(&id)?;
    let mut changed = crate::blueprint::Step::clone(step);
    change(changed.fail.as_mut()?);
    (changed != **step).then(|| Edit::SetSteps(vec![(id, changed)]))
}

/// Reads a day; a blank is none.
pub(super) fn read_date(text: &str) -> Result<Option<Date>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if let Ok(date) = Date::parse(text) {
        return Ok(Some(date));
    }
    // `2026-6-1`, `2026/6/1`, `2026.6.1`: the order is the same, so it means one day.
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [year, month, day] = parts.as_slice() else { return Err(Refusal::NotADate) };
    let number = |text: &str| text.trim().parse::<u32>().map_err(|_| Refusal::NotADate);
    let written = format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?);
    Date::parse(&written).map(Some)
}

/// Reads whole days.
pub(super) fn read_days(text: &str) -> Result<u32, Refusal> {
    let days = crate::blueprint::notation::parse_quantity(text)?.get();
    if days > f64::from(Action::MOST_DAYS) {
        return Err(Refusal::TooManyDays);
    }
    if days.fract() != 0.0 {
        return Err(Refusal::NotWholeDays);
    }
    // A whole number within the bounds just checked.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(days as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = Date::of(2026, 6, 1);
        for text in ["2026-06-01", "2026-6-1", " 2026/06/01 ", "2026.6.1"] {
            assert_eq!(read_date(text), Ok(day), "{text}");
        }
        assert_eq!(read_date(" "), Ok(None));
        for text in ["1 June", "2026-13-01", "2026-06", "06/01/2026/"] {
            assert_eq!(read_date(text), Err(Refusal::NotADate), "{text}");
        }
        assert_eq!(read_days("30"), Ok(30));
        assert_eq!(read_days("0"), Ok(0));
        assert_eq!(read_days("1.5"), Err(Refusal::NotWholeDays));
        // The limit that is named is that of days, not that of any number.
        assert_eq!(read_days("99999"), Err(Refusal::TooManyDays));
    }
}
