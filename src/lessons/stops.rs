//! A first lesson for any blueprint.

use crate::analysis::{Analysis, analyse};
use crate::blueprint::{
    Blueprint, HeldBack, Lesson, Scenario, ScenarioId, ServiceTime, Step, StepId, StepKind, Stop,
    StopLever, StopPicture, Zone,
};
use crate::wording::Wording;

/// Of how many steps a class is asked which of them limits the service.
const MOST_ANSWERS: usize = 4;

/// A lesson about a scenario: the customer's way, who waits for whom, which step limits, a first cure,
/// a new design, why busy hurts, a day, before and after, money; each only where the blueprint holds
/// what it needs. Empty where there is no step.
///
/// The stops have numbers that are free in the blueprint. Takes one analysis.
#[must_use]
pub fn suggested_stops(blueprint: &Blueprint, scenario: ScenarioId, words: &Wording) -> Lesson {
    let Some(shown) = blueprint.scenario(scenario) else { return Lesson::default() };
    if shown.steps().is_empty() {
        return Lesson::default();
    }
    let analysis = analyse(shown);
    let course = Course { blueprint, scenario, shown, analysis: &analysis, words };
    let mut ids = blueprint.ids();
    let stops = course.stops().into_iter().flatten().map(|stop| (ids.fresh(), stop)).collect();
    Lesson { title: blueprint.title().to_owned(), stops }
}

/// What the stops are made from.
struct Course<'a> {
    blueprint: &'a Blueprint,
    scenario: ScenarioId,
    shown: &'a Scenario,
    analysis: &'a Analysis,
    words: &'a Wording,
}

impl Course<'_> {
    /// Every stop there can be, in the order of the lesson.
    fn stops(&self) -> [Option<Stop>; 10] {
        [
            self.way(),
            self.waits(),
            self.guess(),
            self.answer(),
            self.cure(),
            self.redesign(),
            self.busy(),
            self.day(),
            self.compared(),
            self.money(),
        ]
    }

    /// A stop of the scenario with its texts.
    fn stop(&self, title: &str, minutes: u32, note: &str) -> Stop {
        Stop {
            title: title.to_owned(),
            scenario: Some(self.scenario),
            minutes: Some(minutes),
            note: note.to_owned(),
            ..Stop::default()
        }
    }

    /// What the customer does, step by step.
    fn way(&self) -> Option<Stop> {
        let around = self.in_order(|step| self.zone(step) == Some(Zone::Customer));
        let stop = self.stop(self.words.text("stop-way"), 3, self.words.text("stop-way-note"));
        (!around.is_empty()).then_some(Stop { around, ..stop })
    }

    /// Where customers wait, before anybody computes.
    fn waits(&self) -> Option<Stop> {
        let waits = self.shown.steps().values().any(|step| step.wait.is_some());
        waits.then(|| Stop {
            hold: held(&[HeldBack::Bottleneck, HeldBack::Figures]),
            figures: self.had(&["throughput_time_s"]),
            ask: self.words.text("stop-waits-ask").to_owned(),
            ..self.stop(self.words.text("stop-waits"), 3, self.words.text("stop-waits-note"))
        })
    }

    /// Which step limits: guessed first.
    fn guess(&self) -> Option<Stop> {
        let answers = self.candidates();
        (!self.analysis.bottleneck.is_empty() && answers.len() > 1).then(|| Stop {
            hold: held(&[HeldBack::Bottleneck, HeldBack::Figures, HeldBack::Help]),
            figures: self.had(&["demand_per_hour", "capacity_per_hour", "throughput_time_s"]),
            ask: self.words.text("stop-guess-ask").to_owned(),
            answers,
            ..self.stop(self.words.text("stop-guess"), 4, self.words.text("stop-guess-note"))
        })
    }

    /// How busy each pool is: the answer.
    fn answer(&self) -> Option<Stop> {
        (!self.analysis.bottleneck.is_empty()).then(|| Stop {
            shows: StopPicture::Load.name().to_owned(),
            figures: self.had(&["capacity_per_hour", "utilisation"]),
            ..self.stop(self.words.text("stop-answer"), 2, self.words.text("stop-answer-note"))
        })
    }

    /// A first cure, found by the class at the levers.
    fn cure(&self) -> Option<Stop> {
        (!self.analysis.bottleneck.is_empty()).then(|| Stop {
            hold: held(&[HeldBack::Help]),
            figures: self.had(&["capacity_per_hour", "throughput_time_s", "cost_per_customer"]),
            ask: self.words.text("stop-cure-ask").to_owned(),
            levers: levers(&[StopLever::Headcount, StopLever::Time]),
            ..self.stop(self.words.text("stop-cure"), 6, self.words.text("stop-cure-note"))
        })
    }

    /// What fewest people can reach when jobs are grouped anew.
    fn redesign(&self) -> Option<Stop> {
        let roles = self.shown.roles().len();
        (!self.analysis.bottleneck.is_empty() && roles > 1).then(|| Stop {
            shows: StopPicture::Redesign.name().to_owned(),
            ask: self.words.text("stop-redesign-ask").to_owned(),
            ..self.stop(self.words.text("stop-redesign"), 6, self.words.text("stop-redesign-note"))
        })
    }

    /// How waits grow with the load.
    fn busy(&self) -> Option<Stop> {
        let waits = self.analysis.pools.iter().any(|pool| pool.wait_s.value.is_some());
        (self.analysis.demand_per_hour.value.is_some() && waits).then(|| Stop {
            shows: StopPicture::Waiting.name().to_owned(),
            figures: self.had(&["wait_s", "utilisation"]),
            levers: levers(&[StopLever::Demand]),
            ..self.stop(self.words.text("stop-busy"), 6, self.words.text("stop-busy-note"))
        })
    }

    /// A day, played.
    fn day(&self) -> Option<Stop> {
        let has_day = self.shown.demand().day.is_some();
        has_day.then(|| Stop {
            shows: StopPicture::Day.name().to_owned(),
            ask: self.words.text("stop-day-ask").to_owned(),
            ..self.stop(self.words.text("stop-day"), 5, self.words.text("stop-day-note"))
        })
    }

    /// This and the next scenario side by side.
    fn compared(&self) -> Option<Stop> {
        let other = self.blueprint.scenarios().iter().find(|other| other.id() != self.scenario)?;
        Some(Stop {
            scenario: Some(other.id()),
            with: Some(self.scenario),
            shows: StopPicture::Compare.name().to_owned(),
            figures: self.had(&["capacity_per_hour", "throughput_time_s", "cost_per_customer"]),
            ..self.stop(self.words.text("stop-compared"), 5, self.words.text("stop-compared-note"))
        })
    }

    /// What a customer costs and brings.
    fn money(&self) -> Option<Stop> {
        let figures = self.had(&["cost_per_customer", "profit_per_hour"]);
        (!figures.is_empty()).then(|| Stop {
            shows: StopPicture::Money.name().to_owned(),
            figures,
            ..self.stop(self.words.text("stop-money"), 4, self.words.text("stop-money-note"))
        })
    }

    /// Those of the named figures that the service has.
    fn had(&self, names: &[&str]) -> Vec<String> {
        let analysis = self.analysis;
        let is_there = |name: &str| match name {
            "demand_per_hour" => analysis.demand_per_hour.value.is_some(),
            "capacity_per_hour" => analysis.capacity_per_hour.value.is_some(),
            "utilisation" => analysis.utilisation.value.is_some(),
            "throughput_time_s" => analysis.throughput_time_s.value.is_some(),
            "cost_per_customer" => analysis.cost_per_customer.value.is_some(),
            "profit_per_hour" => analysis.profit_per_hour.value.is_some(),
            "wait_s" => analysis.pools.iter().any(|pool| pool.wait_s.value.is_some()),
            _ => false,
        };
        names.iter().filter(|name| is_there(name)).map(|name| (*name).to_owned()).collect()
    }

    /// The names of the steps of the most loaded pools, one of each, as they follow one another.
    fn candidates(&self) -> Vec<String> {
        let steps = self.shown.steps();
        let mut chosen: Vec<StepId> = Vec::new();
        for pool in &self.analysis.pools {
            let longest = pool.steps.iter().filter(|id| !chosen.contains(id)).max_by(|a, b| {
                let time = |id: &StepId| {
                    steps
                        .get(id)
                        .and_then(|step| step.time.as_ref())
                        .map_or(0.0, ServiceTime::mean_s)
                };
                time(a).total_cmp(&time(b))
            });
            chosen.extend(longest);
            if chosen.len() == MOST_ANSWERS {
                break;
            }
        }
        let mut names: Vec<String> = Vec::new();
        for id in self.in_order(|_| true) {
            let name = steps.get(&id).map_or("", |step| step.name.trim());
            if chosen.contains(&id) && !name.is_empty() && names.iter().all(|other| other != name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    fn zone(&self, step: &Step) -> Option<Zone> {
        self.shown.lanes().get(&step.lane).map(|lane| lane.zone)
    }

    /// Steps in the order of the phases, in a phase from left to right.
    fn in_order(&self, wanted: impl Fn(&Step) -> bool) -> Vec<StepId> {
        let phase = |step: &Step| self.shown.phases().keys().position(|phase| *phase == step.phase);
        let steps = self.shown.steps().iter();
        let mut found: Vec<_> = steps
            .filter(|(_, step)| step.kind == StepKind::Action && wanted(step))
            .map(|(id, step)| (phase(step), step.at.x, *id))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, _, id)| id).collect()
    }
}

/// What is held back, as a stop keeps it.
fn held(what: &[HeldBack]) -> Vec<String> {
    what.iter().map(|it| it.name().to_owned()).collect()
}

/// What can be turned, as a stop keeps it.
fn levers(what: &[StopLever]) -> Vec<String> {
    what.iter().map(|it| it.name().to_owned()).collect()
}
