//! What is too much to be simulated: more customers inside than fit, times that never end.

use super::Replication;
use crate::blueprint::StepId;
use crate::simulation::model::{Model, MomentPlan};

/// More customers inside are too much.
pub(super) const MOST_INSIDE: u64 = 1_000_000;
/// Longer times are too much: 10⁹ seconds, in ticks.
pub(super) const LONGEST: u64 = 1_000_000_000_000_000;

/// Why a replication does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TooMuch {
    /// More than a million customers would be inside, most of them at this step.
    Inside(StepId),
    /// A time of this step is longer than 10⁹ seconds.
    Time(StepId),
}

impl Replication {
    /// Notes that there are more customers inside than can be simulated. Linear in lines and works.
    #[cold]
    pub(super) fn note_crowd(&mut self, model: &Model) {
        if self.too_much.is_some() {
            return;
        }
        let mut at: Vec<u64> = self.queues.iter().map(super::Level::value).collect();
        for execution in &self.executions {
            if let Some(count) = at.get_mut(execution.moment as usize) {
                *count += execution.members.len() as u64;
            }
        }
        for service in self.services.iter().filter(|service| service.goes_on) {
            if let Some(count) = at.get_mut(service.moment as usize) {
                *count += 1;
            }
        }
        // Whoever is in a place to wait is told where the wait leads to, unless nobody is there.
        let is_hall = |plan: &MomentPlan| plan.hall.is_some();
        let moments = model.moments.iter().zip(at).filter(|(_, count)| *count > 0);
        let fullest = moments.rev().max_by_key(|(plan, count)| (!is_hall(plan), *count));
        let work = fullest.and_then(|(plan, _)| model.works.get(plan.works.start));
        let step = work.or(model.works.first()).map(|work| work.step);
        self.too_much = step.map(TooMuch::Inside);
    }

    /// A length of work that can be simulated; a longer one is noted.
    pub(super) fn bounded(&mut self, length: u64, step: StepId) -> u64 {
        if length > LONGEST {
            self.too_much.get_or_insert(TooMuch::Time(step));
        }
        length.min(LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::notation::parse_time;
    use crate::blueprint::{
        Demand, IdSource, Link, LinkEnd, LinkKind, Need, Place, Quantity, Role, Scenario,
        SheetPoint, Step, StepKind, TimeUnit, Zone,
    };
    use crate::process::compile;

    #[test]
    fn a_crowd_is_told_where_most_of_it_is() {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let lane = scenario.lanes().iter().find(|(_, lane)| lane.zone == Zone::Frontstage);
        let (lane, phase) = (*lane.unwrap().0, *scenario.phases().keys().next().unwrap());
        let place = Place { lane, phase, at: SheetPoint::new(0, 0) };
        let mut steps = Vec::new();
        for (name, time) in [("Quick", "1 s"), ("Slow", "50 s")] {
            let role = scenario.add_role(Role::new(name, 0), &mut ids).unwrap();
            let mut step = Step::new(name, StepKind::Action, place);
            step.time = Some(parse_time(time, TimeUnit::Second).unwrap());
            step.needs = vec![Need::one(role)];
            steps.push(scenario.add_step(step, &mut ids).unwrap());
        }
        let link = Link::between(steps[0], steps[1], LinkKind::Flow);
        let out = Link { from: steps[1], to: LinkEnd::Outside, ..link.clone() };
        scenario.add_link(link, &mut ids).unwrap();
        scenario.add_link(out, &mut ids).unwrap();
        let demand = Demand { per_hour: Some(Quantity::from(100)), ..Demand::default() };
        scenario.set_demand(demand).unwrap();
        let model = Model::of(&scenario, &compile(&scenario)).unwrap();
        let mut replication = Replication::new(&model, 1, 0);
        assert!(replication.run(&model, 36_000_000_000, &|| false));
        assert!(replication.inside() > 100 && replication.too_much().is_none());
        replication.note_crowd(&model);
        assert_eq!(replication.too_much(), Some(TooMuch::Inside(steps[1])));
        // What is too much stays so.
        assert_eq!(replication.bounded(LONGEST + 1, steps[0]), LONGEST);
        assert_eq!(replication.too_much(), Some(TooMuch::Inside(steps[1])));
    }
}
