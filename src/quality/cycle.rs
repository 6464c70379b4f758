//! How far something has gone round the wheel of plan, do, check, act (Shewhart 1939, Deming 1986): computed, never
//! ticked off.

use super::indicators::IndicatorFigures;
use super::schedule::Schedule;
use crate::blueprint::{Blueprint, Id, Scenario, StepId};

/// The quarters of the wheel that are done.
// Each says something of its own: something may be checked that nobody planned.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cycle {
    /// An action is about it.
    pub plan: bool,
    /// One has begun.
    pub begun: bool,
    /// One is done, and there are data from after its end.
    pub check: bool,
    /// The target is met, and the procedure was revised since.
    pub act: bool,
}

impl Cycle {
    /// The quarters in their order.
    #[must_use]
    pub fn quarters(self) -> [bool; 4] {
        [self.plan, self.begun, self.check, self.act]
    }
}

/// How far something of a file has come, by its number: an indicator, an action, an item, a step. Linear in actions,
/// indicators and what they name.
#[must_use]
pub fn cycle(
    number: u32,
    blueprint: &Blueprint,
    scenario: &Scenario,
    figures: &[IndicatorFigures],
    schedule: Option<&Schedule>,
) -> Cycle {
    let judgements = blueprint.judgements();
    // What is about the step or role of an indicator is about the indicator.
    let of = judgements.indicators.iter().find(|(id, _)| id.number() == number);
    let of = of.and_then(|(_, indicator)| indicator.of);
    let is_meant = |about: &u32| *about == number || of == Some(*about);
    let actions = judgements.plan.actions.iter();
    let own: Vec<_> = actions
        .filter(|(id, action)| id.number() == number || action.about.iter().any(is_meant))
        .collect();
    let scheduled = |id| schedule.and_then(|it| it.actions.iter().find(|each| each.action == id));
    let mut related = vec![number];
    related.extend(own.iter().flat_map(|(_, action)| &action.about));
    let measured: Vec<_> = judgements
        .indicators
        .iter()
        .filter(|(id, it)| {
            related.contains(&id.number()) || it.of.is_some_and(|of| related.contains(&of))
        })
        .collect();
    related.extend(measured.iter().filter_map(|(_, indicator)| indicator.of));
    let ends = own.iter().filter_map(|(_, action)| action.done);
    // The first that is done and was looked at since.
    let checked = ends.filter(|end| {
        let data = measured.iter().flat_map(|(_, indicator)| &indicator.data);
        data.clone().any(|datum| datum.date > *end)
    });
    let checked = checked.min();
    let met = |id| figures.iter().find(|it| it.indicator == id).and_then(|it| it.met);
    let all_met = measured.iter().any(|(id, _)| met(*id) == Some(true))
        && measured.iter().all(|(id, _)| met(*id) != Some(false));
    let is_revised = checked.is_some_and(|end| {
        let steps = related.iter().filter_map(|it| scenario.steps().get(&StepId::from_number(*it)));
        steps.filter_map(|step| step.revised).any(|revised| revised >= end)
    });
    Cycle {
        plan: !own.is_empty(),
        begun: own
            .iter()
            .any(|(id, action)| action.done.is_some() || scheduled(*id).is_some_and(|it| it.begun)),
        check: checked.is_some(),
        act: checked.is_some() && all_met && is_revised,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{
        Action, ActionId, Date, Datum, Indicator, IndicatorId, Judgements, Plan,
    };
    use crate::quality::schedule;

    fn day(day: u8) -> Date {
        Date::of(2026, 6, day).unwrap()
    }

    fn blueprint(done: Option<Date>, data: &[u8]) -> Blueprint {
        let mut blueprint = Blueprint::empty("A", "B");
        let action = Action { days: 5, done, about: vec![80], ..Action::default() };
        let datum = |at: &u8| Datum { date: day(*at), value: 1.0, n: None };
        let data = data.iter().map(datum).collect();
        let indicator = Indicator { data, ..Indicator::default() };
        blueprint.set_judgements(Judgements {
            plan: Plan {
                start: Some(day(1)),
                actions: vec![(ActionId::from_number(90), action)],
                ..Plan::default()
            },
            indicators: vec![(IndicatorId::from_number(80), indicator)],
            ..Judgements::default()
        });
        blueprint
    }

    fn quarters(blueprint: &Blueprint, number: u32, today: u8) -> [bool; 4] {
        let plan = schedule(&blueprint.judgements().plan, Some(day(today)));
        cycle(number, blueprint, blueprint.baseline(), &[], plan.as_ref()).quarters()
    }

    #[test]
    fn the_wheel_turns_with_what_happens() {
        let open = Date::of(2026, 5, 30).unwrap();
        assert_eq!(quarters(&blueprint(None, &[1]), 79, 3), [false; 4], "nobody planned for it");
        let planned = blueprint(None, &[1]);
        let plan = schedule(&planned.judgements().plan, Some(open));
        let early = cycle(80, &planned, planned.baseline(), &[], plan.as_ref());
        assert_eq!(early.quarters(), [true, false, false, false]);
        assert_eq!(quarters(&planned, 80, 3), [true, true, false, false]);
        assert_eq!(quarters(&blueprint(Some(day(6)), &[1, 6]), 80, 9), [true, true, false, false]);
        assert_eq!(quarters(&blueprint(Some(day(6)), &[1, 7]), 80, 9), [true, true, true, false]);
        assert_eq!(quarters(&blueprint(Some(day(6)), &[7]), 90, 9), [true, true, true, false]);
    }
}
