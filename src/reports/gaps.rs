//! What a blueprint does not say, although something could be made of it.

use super::steps::bears_wait;
use super::waits::longest;
use crate::blueprint::{Quantity, RoleKind, Step, StepId, StepKind};
use crate::pictures::Shown;
use crate::process::{self, ProblemCode, ProblemPlace};
use crate::quality::phases_without_evidence;

/// How many names are listed before the rest is counted.
const NAMES: usize = 3;

/// The gaps in a sentence.
pub(super) fn gaps(shown: &Shown<'_>) -> String {
    let words = shown.words;
    let gaps = gap_list(shown);
    if gaps.is_empty() {
        return words.text("report-gaps-none").to_owned();
    }
    let gaps = gaps.join(words.text("report-between-gaps"));
    words.with("report-gaps-are", &[("gaps", gaps.into())])
}

/// The gaps, each in words.
pub(super) fn gap_list(shown: &Shown<'_>) -> Vec<String> {
    let words = shown.words;
    let mut gaps = of_the_whole(shown);
    for (key, names) in [
        ("report-gap-times", without_time(shown)),
        ("report-gap-rates", without_rate(shown)),
        ("report-gap-waits", without_acceptable_wait(shown)),
        (
            "report-gap-often",
            steps(shown, |step| step.fail.as_ref().is_some_and(|fail| fail.how_often.is_none())),
        ),
        (
            "report-gap-recoveries",
            steps(shown, |step| step.fail.as_ref().is_some_and(|fail| !fail.has_recovery())),
        ),
        (
            "report-gap-owners",
            steps(shown, |step| !step.needs.is_empty() && step.owner.trim().is_empty()),
        ),
        ("report-gap-evidence", without_evidence(shown)),
    ] {
        if !names.is_empty() {
            let arguments =
                [("names", words.list(&names, NAMES).into()), ("count", names.len().into())];
            gaps.push(words.with(key, &arguments));
        }
    }
    gaps
}

/// What is said of the service as a whole.
fn of_the_whole(shown: &Shown<'_>) -> Vec<String> {
    let demand = shown.scenario.demand();
    let blank = [
        (shown.scenario.steps().is_empty(), "report-gap-steps"),
        (demand.steady_rate().is_none(), "report-gap-demand"),
        (demand.price.is_none(), "report-gap-price"),
        (demand.overhead_per_hour == Quantity::ZERO, "report-gap-overhead"),
        (demand.opening_hours.is_none(), "report-gap-hours"),
    ];
    let blank = blank.into_iter().filter(|(is_blank, _)| *is_blank);
    blank.map(|(_, key)| shown.words.text(key).to_owned()).collect()
}

/// The steps of the flow that something is true of.
fn steps<'a>(shown: &Shown<'a>, is: impl Fn(&Step) -> bool) -> Vec<&'a str> {
    let steps = shown.scenario.steps().values();
    let drawn = steps.filter(|step| matches!(step.kind, StepKind::Action | StepKind::Decision));
    drawn.filter(|step| is(step)).map(|step| step.name.as_str()).collect()
}

fn without_time<'a>(shown: &Shown<'a>) -> Vec<&'a str> {
    let Shown { scenario, analysis, .. } = *shown;
    let problems = analysis.problems.iter();
    let places = problems.filter(|problem| problem.code == ProblemCode::MissingTime);
    let steps = places.filter_map(|problem| match problem.place {
        ProblemPlace::Step(step) => scenario.steps().get(&step),
        _ => None,
    });
    steps.map(|step| step.name.as_str()).collect()
}

/// The wait points that do not say how long customers accept, and the longest wait where it does not; where nothing
/// says so, the steps before which customers wait, or may.
fn without_acceptable_wait<'a>(shown: &Shown<'a>) -> Vec<&'a str> {
    let Shown { scenario, analysis, .. } = *shown;
    let says = |step: &Step| step.wait.as_ref().is_some_and(|wait| wait.acceptable.is_some());
    if scenario.steps().values().any(|step| says(step)) {
        let mut names = steps(shown, |step| step.wait.is_some() && !says(step));
        let worst = longest(shown).filter(|(_, wait)| *wait > 0.0);
        let worst = worst.and_then(|(id, _)| scenario.steps().get(&id));
        let worst = worst.filter(|step| step.wait.is_none());
        names.extend(worst.map(|step| step.name.as_str()));
        return names;
    }
    let process = process::compile(scenario);
    let waits = |id: StepId, step: &Step| {
        let wait = analysis.steps.get(&id).and_then(|figures| figures.wait_s.value);
        step.wait.is_some()
            || bears_wait(scenario, &process, id)
                && wait.map_or_else(|| !step.needs.is_empty(), |wait| wait > 0.0)
    };
    let drawn = scenario
        .steps()
        .iter()
        .filter(|(_, step)| matches!(step.kind, StepKind::Action | StepKind::Decision))
        .filter(|(id, step)| waits(**id, step));
    drawn.map(|(_, step)| step.name.as_str()).collect()
}

fn without_rate<'a>(shown: &Shown<'a>) -> Vec<&'a str> {
    let roles = shown.scenario.roles().values();
    let unpaid = roles.filter(|role| role.kind == RoleKind::Staff && role.cost_per_hour.is_none());
    unpaid.map(|role| role.name.as_str()).collect()
}

/// The phases in which customers meet the service without anything to see or touch.
fn without_evidence<'a>(shown: &Shown<'a>) -> Vec<&'a str> {
    let Shown { scenario, words, .. } = *shown;
    let bare = phases_without_evidence(scenario);
    let named = bare.iter().filter_map(|phase| scenario.phases().get(phase));
    let named = named.map(|phase| match phase.name.trim() {
        "" => words.text("details-phase-unnamed"),
        name => name,
    });
    named.collect()
}
