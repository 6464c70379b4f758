//! What jobs and changes are called.

use crate::blueprint::Scenario;
use crate::redesign::{Changes, Design, Job, Workload};
use crate::wording::Wording;

/// How many steps of a job are named in a sentence.
const NAMES_SHOWN: usize = 6;

/// A job by the numbers of its steps and its people: `1+4 × 2`.
pub(super) fn label(words: &Wording, job: &Job) -> String {
    let numbers: Vec<String> = job.tasks.iter().map(|task| (task + 1).to_string()).collect();
    let numbers = numbers.join("+");
    if job.workers == 1 {
        return numbers;
    }
    let arguments = &[("name", numbers.into()), ("count", job.workers.into())];
    words.with("role-times", arguments)
}

/// The steps of a job by their names.
pub(super) fn steps(words: &Wording, job: &Job, scenario: &Scenario) -> String {
    let names: Vec<&str> = job.steps.iter().map(|step| words.step(*step, scenario)).collect();
    words.list(&names, NAMES_SHOWN)
}

/// A job in full: its steps with their numbers, who does it, and how many it can serve.
pub(super) fn in_full(
    words: &Wording,
    job: &Job,
    workload: &Workload,
    scenario: &Scenario,
) -> String {
    let mut lines: Vec<String> = job
        .tasks
        .iter()
        .filter_map(|at| Some((at, workload.tasks.get(*at)?)))
        .map(|(at, task)| {
            let name = words.step(task.step, scenario);
            let time = words.time(task.work_s);
            words.with(
                "advisor-task",
                &[("number", (at + 1).into()), ("name", name.into()), ("time", time.into())],
            )
        })
        .collect();
    let role = words.role(job.role, scenario);
    lines.push(words.with("role-times", &[("name", role.into()), ("count", job.workers.into())]));
    lines.push(words.rate(super::consequences::capacity_of(job, workload)));
    lines.join("\n")
}

/// What a design changes, in one sentence.
pub(super) fn changes(words: &Wording, design: &Design) -> String {
    let Changes { merges, splits, moved, reordered } = design.changes;
    let part =
        |count: u32, key: &str| (count > 0).then(|| words.with(key, &[("count", count.into())]));
    let parts: Vec<String> = [
        part(merges, "advisor-merges"),
        part(splits, "advisor-splits"),
        part(moved, "advisor-moved"),
        part(reordered, "advisor-reordered"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        return words.text("advisor-no-change").to_owned();
    }
    let parts = parts.into_iter().rev();
    let all = parts.reduce(|rest, first| {
        words.with("list-more", &[("first", first.into()), ("rest", rest.into())])
    });
    all.unwrap_or_default()
}
