//! The steps of the flow with their figures.

use super::Draft;
use crate::analysis::{Figure, StepFigures};
use crate::blueprint::{Need, Scenario, Step, StepId};
use crate::drawing::{DocumentBlock, DocumentTable, RowLook, Tone, flow_order};
use crate::pictures::Shown;
use crate::process::{self, Process};
use crate::wording::Amount;

impl Draft<'_> {
    pub(super) fn steps(&mut self) {
        let Shown { scenario, analysis, words, .. } = self.source.shown;
        let order = flow_order(scenario);
        let mut rows: Vec<(StepId, &Step, &StepFigures)> = order
            .iter()
            .filter_map(|id| Some((*id, &**scenario.steps().get(id)?, analysis.steps.get(id)?)))
            .collect();
        // Whatever the order leaves out is said as well.
        for (id, figures) in &analysis.steps {
            if !order.contains(id)
                && let Some(step) = scenario.steps().get(id)
            {
                rows.push((*id, step, figures));
            }
        }
        if rows.is_empty() {
            self.say(Tone::Plain, words.text("report-steps-none"));
            return;
        }
        self.say(Tone::Plain, words.text("report-steps-say"));
        let columns = [
            ("column-step", false),
            ("column-lane", false),
            ("column-role", false),
            ("column-time", true),
            ("report-column-step-visits", true),
            ("column-capacity", true),
            ("column-utilisation", true),
            ("column-wait", true),
            ("details-value", false),
            ("report-column-marks", false),
        ];
        let columns = columns.map(|(key, numbers)| (words.text(key).to_owned(), numbers));
        let mut table = DocumentTable::with(columns);
        let process = process::compile(scenario);
        for (id, step, figures) in rows {
            let look = if figures.bottleneck { RowLook::Limit } else { RowLook::Plain };
            let bears_wait = bears_wait(scenario, &process, id);
            table.row(look, cells(&self.source.shown, step, figures, bears_wait));
        }
        self.blocks.push(DocumentBlock::Table(table));
    }
}

/// Whether the wait of a step's moment stands beside it. Steps that go together wait together: it stands
/// where customers are drawn waiting and where they are served, or at the first step where they are not.
pub(super) fn bears_wait(scenario: &Scenario, process: &Process, id: StepId) -> bool {
    let Some(moment) = process.moment_of(id).and_then(|at| process.moments.get(at)) else {
        return true;
    };
    let is =
        |of: &dyn Fn(&Step) -> bool, id: StepId| scenario.steps().get(&id).is_some_and(|it| of(it));
    let served = |step: &Step| !step.needs.is_empty();
    let any_served = moment.steps().any(|step| is(&served, step));
    is(&|step| step.wait.is_some(), id)
        || is(&served, id)
        || (!any_served && moment.first_step() == Some(id))
}

fn cells(shown: &Shown<'_>, step: &Step, figures: &StepFigures, bears_wait: bool) -> Vec<String> {
    let Shown { scenario, words, .. } = *shown;
    let dash = || words.text("no-figure").to_owned();
    let name = if figures.bottleneck {
        words.labelled(&step.name, words.text("figure-bottleneck"))
    } else {
        step.name.clone()
    };
    let needs: Vec<String> =
        step.needs.iter().map(|need: &Need| words.need(need, scenario)).collect();
    let needs = if needs.is_empty() { dash() } else { needs.join(" + ") };
    let time = step.time.as_ref().map_or_else(dash, |time| words.service_time(time));
    let [capacity, utilisation]: [&Figure; 2] = match &figures.tightest {
        Some(tightest) => [&tightest.capacity_per_hour, &tightest.utilisation],
        None => [&figures.capacity_per_hour, &figures.utilisation],
    };
    let marks =
        [(step.fail.is_some(), "mark-fail-point"), (step.wait.is_some(), "mark-wait-point")];
    let marks: Vec<&str> =
        marks.iter().filter(|(is, _)| *is).map(|(_, key)| words.text(key)).collect();
    vec![
        name,
        words.lane(scenario, step.lane).into_owned(),
        needs,
        time,
        words.marked(&figures.visits, Amount::Number),
        words.marked(capacity, Amount::PerHour),
        words.marked(utilisation, Amount::Share),
        if bears_wait { words.marked(&figures.wait_s, Amount::Seconds) } else { dash() },
        step.value.map_or_else(dash, |value| words.value_kind(value).to_owned()),
        if marks.is_empty() { dash() } else { marks.join(" ") },
    ]
}
