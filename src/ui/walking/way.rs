//! The way that is walked: the moments of the likeliest visit, with what is there of each.

use std::collections::BTreeSet;

use crate::analysis::visit;
use crate::background::{Memo, Snapshot};
use crate::blueprint::{ElementId, LinkEnd, Scenario, StepId, Zone};
use crate::process;
use crate::quality::is_evidence;
use crate::ui::view_context::ViewContext;

/// A moment of the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Moment {
    /// What it is called: what the customer does, else what is done.
    pub name: String,
    /// Its steps, in document order.
    pub steps: Vec<StepId>,
    /// What its steps rely on.
    pub elements: Vec<ElementId>,
    /// What is to be seen and touched.
    pub evidence: Vec<String>,
    /// The mean of the stars of its elements, of customers and staff together.
    pub stars: Option<f64>,
}

/// The moments, followed anew only when the scenario changes.
#[derive(Debug, Default)]
pub(super) struct Way {
    moments: Vec<Moment>,
    of: Kept,
}

/// The version that the moments are of.
#[derive(Default)]
struct Kept(Memo<Snapshot<Scenario>, Vec<Moment>>);

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Kept")
    }
}

impl Way {
    /// Brings the moments up to date.
    pub fn follow(&mut self, view: &ViewContext<'_>) {
        let scenario = view.editor.scenario();
        let make = || {
            let process = process::compile(scenario);
            let stops = visit(scenario, &process, view.formulas).stops;
            let customer = |step: StepId| {
                let step = scenario.steps().get(&step);
                step.is_some_and(|step| scenario.zone_of(step) == Zone::Customer)
            };
            let moment = |steps: Vec<StepId>| {
                let first = steps.iter().copied().find(|step| customer(*step));
                let first = first.or_else(|| steps.first().copied());
                let name = first.map(|step| view.words.step(step, scenario).to_owned());
                of_steps(scenario, name.unwrap_or_default(), steps)
            };
            let stops = stops.into_iter();
            stops.map(|stop| moment(stop.steps.iter().map(|step| step.step).collect())).collect()
        };
        self.moments.clone_from(self.of.0.get(Snapshot::of(scenario), make));
    }

    /// The moments in the order of the way.
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }
}

fn of_steps(scenario: &Scenario, name: String, steps: Vec<StepId>) -> Moment {
    let of = |id: &StepId| scenario.steps().get(id);
    let mut seen = BTreeSet::new();
    let elements = steps.iter().filter_map(of).flat_map(|step| &step.elements);
    let elements: Vec<ElementId> = elements.filter(|id| seen.insert(**id)).copied().collect();
    let stars = elements.iter().filter_map(|id| scenario.elements().get(id));
    let stars: Vec<f64> = stars
        .flat_map(|element| [element.rating, element.staff_rating])
        .flatten()
        .map(|stars| f64::from(stars.get()))
        .collect();
    let mean = stars.iter().sum::<f64>() / stars.len().max(1) as f64;
    Moment {
        evidence: evidence(scenario, &steps),
        stars: (!stars.is_empty()).then_some(mean),
        name,
        steps,
        elements,
    }
}

/// What is linked to a step of the moment, else what lies in its phase and is linked to nothing.
fn evidence(scenario: &Scenario, steps: &[StepId]) -> Vec<String> {
    let cards = scenario.steps().iter().filter(|(_, card)| is_evidence(scenario, card));
    let links = |id: StepId| {
        scenario.links().values().filter_map(move |link| match link.to {
            LinkEnd::Step(to) if link.from == id => Some(to),
            LinkEnd::Step(to) if to == id => Some(link.from),
            LinkEnd::Step(_) | LinkEnd::Outside => None,
        })
    };
    let phases: BTreeSet<_> =
        steps.iter().filter_map(|id| Some(scenario.steps().get(id)?.phase)).collect();
    let is_here = |id: StepId, phase| {
        let linked: Vec<StepId> = links(id).collect();
        if linked.is_empty() {
            phases.contains(&phase)
        } else {
            linked.iter().any(|step| steps.contains(step))
        }
    };
    let here = cards.filter(|(id, card)| is_here(**id, card.phase));
    here.map(|(_, card)| card.name.clone()).filter(|name| !name.is_empty()).collect()
}
