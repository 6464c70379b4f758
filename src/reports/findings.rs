//! What to look at: the limit, waits, risks, gaps, problems, the best scenario, each in a sentence or
//! two.

use super::gaps::gaps;
use super::risks::riskiest;
use super::sentences::{sentence, sentences};
use super::waits::longest;
use super::{ReportSource, called};
use crate::analysis::{FigureKey, Lack, PoolFigures, bound_reason};
use crate::blueprint::{Scenario, Span};
use crate::pictures::Shown;
use crate::process::Severity;
use crate::redesign::{Comparison, FigureChange, Verdict, compare_analysed};
use crate::simulation::printed_analysis;
use crate::wording::{Amount, Wording};

/// Pools that limit together and are reckoned; all others are named.
const MOST_LIMITS: usize = 3;
/// Names in a row before the rest is counted.
const MOST_NAMES: usize = 5;
/// Up to this utilisation waits are what there is to improve.
const CALM: f64 = 0.85;

/// The findings, each with the key of what it is about.
pub(super) fn findings(source: &ReportSource<'_>) -> Vec<(&'static str, String)> {
    let shown = &source.shown;
    vec![
        ("report-limit", limit(shown)),
        ("report-longest-wait", longest_wait(shown)),
        ("report-risk", riskiest(shown)),
        ("report-gaps", gaps(shown)),
        ("report-part-problems", problems(shown)),
        ("report-best", best(source)),
    ]
}

/// What limits the service, in sentences, and what would next.
pub(super) fn limit(shown: &Shown<'_>) -> String {
    let said = limit_alone(shown);
    match shown.analysis.capacity_per_hour.value {
        Some(_) => sentences(shown, &[said, next_limit(shown)]),
        None => said,
    }
}

/// What limits the service, in sentences.
pub(super) fn limit_alone(shown: &Shown<'_>) -> String {
    let Shown { scenario, analysis, words, .. } = *shown;
    let capacity = &analysis.capacity_per_hour;
    if capacity.value.is_none() {
        if capacity.lacks.contains(&Lack::Limit) {
            return words.text("report-limit-none").to_owned();
        }
        let lacks = words.lacks(&capacity.lacks, scenario).unwrap_or_default();
        return words.with("report-limit-unknown", &[("lacks", lacks.into())]);
    }
    let binding: Vec<&PoolFigures> = analysis.pools.iter().filter(|pool| pool.binding).collect();
    let (reckoned, others) = binding.split_at(MOST_LIMITS.min(binding.len()));
    let mut said: Vec<String> = reckoned
        .iter()
        .map(|pool| sentence(shown, &words.limit_in_short(pool, scenario)))
        .collect();
    if !others.is_empty() {
        let names: Vec<String> =
            others.iter().map(|pool| words.pool(&pool.pool, scenario)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let arguments = [("names", words.list(&names, MOST_NAMES).into())];
        said.push(words.with("report-limit-as-much", &arguments));
    }
    if let Some(reason) = bound_reason(scenario, analysis, FigureKey::Capacity) {
        said.push(words.why_bound(reason).to_owned());
    }
    sentences(shown, &said)
}

/// What would limit next, as a sentence.
pub(super) fn next_limit(shown: &Shown<'_>) -> String {
    let Shown { scenario, analysis, words, .. } = *shown;
    match &analysis.next_limit {
        Some(next) => {
            let names: Vec<String> =
                next.pools.iter().map(|pool| words.pool(pool, scenario)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let rate = words.marked_as(&next.capacity_per_hour, Wording::rate);
            let arguments =
                [("name", words.list(&names, MOST_NAMES).into()), ("rate", rate.into())];
            sentence(shown, &words.with("bottleneck-next", &arguments))
        }
        None => words.text("report-limit-no-next").to_owned(),
    }
}

/// The longest wait, in sentences.
pub(super) fn longest_wait(shown: &Shown<'_>) -> String {
    let Shown { scenario, analysis, words, .. } = *shown;
    let point = |step| scenario.steps().get(&step).and_then(|step| step.wait.as_ref());
    let Some((step, wait)) = longest(shown) else {
        let lacks = analysis.steps.values().next().map(|figures| &figures.wait_s.lacks);
        let lacks = lacks.and_then(|lacks| words.lacks(lacks, scenario));
        return match lacks {
            Some(lacks) => words.with("report-wait-unknown", &[("lacks", lacks.into())]),
            None => words.text("report-wait-no-steps").to_owned(),
        };
    };
    if wait <= 0.0 {
        return words.text("report-wait-none").to_owned();
    }
    let figure =
        analysis.steps.get(&step).map(|figures| figures.wait_s.clone()).unwrap_or_default();
    let time = words.marked(&figure, Amount::Seconds);
    let name = words.step(step, scenario);
    let accepted = point(step).and_then(|point| point.acceptable).map(Span::seconds);
    let Some(accepted) = accepted else {
        return words.with("report-wait", &[("step", name.into()), ("time", time.into())]);
    };
    let key = if wait <= accepted { "report-wait-accepted" } else { "report-wait-too-long" };
    let accepted = words.time(accepted);
    let arguments = [("step", name.into()), ("time", time.into()), ("accepted", accepted.into())];
    words.with(key, &arguments)
}

fn problems(shown: &Shown<'_>) -> String {
    let Shown { analysis, words, .. } = *shown;
    let counts =
        [(Severity::Error, "errors"), (Severity::Warning, "warnings"), (Severity::Hint, "hints")];
    let counts: Vec<String> = counts
        .into_iter()
        .filter_map(|(severity, key)| {
            let problems = analysis.problems.iter();
            let count = problems.filter(|problem| problem.severity() == severity).count();
            (count > 0).then(|| words.counted(key, count))
        })
        .collect();
    if counts.is_empty() {
        return words.text("report-no-problems").to_owned();
    }
    words.with("report-problems-counted", &[("counts", words.clauses(&counts).into())])
}

/// The scenario that does most for what matters: capacity, or the time of a service that is at ease.
fn best(source: &ReportSource<'_>) -> String {
    let Shown { scenario, analysis, words, currency } = source.shown;
    let others: Vec<&Scenario> = source
        .blueprint
        .scenarios()
        .iter()
        .map(AsRef::as_ref)
        .filter(|other: &&Scenario| other.id() != scenario.id())
        .collect();
    if others.is_empty() {
        return words.text("report-best-alone").to_owned();
    }
    let compared: Vec<(&Scenario, Comparison)> = others
        .into_iter()
        .map(|other| {
            (other, compare_analysed((scenario, analysis), (other, &printed_analysis(other))))
        })
        .collect();
    let is_calm = analysis.utilisation.value.is_some_and(|busy| busy < CALM);
    let mut targets = [FigureKey::Capacity, FigureKey::ThroughputTime];
    if is_calm {
        targets.reverse();
    }
    let best = targets.into_iter().find_map(|target| {
        let better = compared.iter().filter_map(|(other, comparison)| {
            let change = change(comparison, target)?;
            let value = change.after.value.filter(|_| change.verdict == Verdict::Better)?;
            let rank = if target == FigureKey::Capacity { -value } else { value };
            Some((rank, *other, comparison))
        });
        better.min_by(|a, b| a.0.total_cmp(&b.0))
    });
    let Some((_, other, comparison)) = best else {
        return words.text("report-best-own").to_owned();
    };
    let keys = [FigureKey::Capacity, FigureKey::ThroughputTime, FigureKey::Cost];
    // Without a demand each scenario serves as many as it can: what a customer costs then is another
    // question for each.
    let has_demand = analysis.demand_per_hour.value.is_some();
    let figures: Vec<String> = keys
        .into_iter()
        .filter(|key| has_demand || *key != FigureKey::Cost)
        .filter_map(|key| {
            let change = change(comparison, key)?;
            change.after.value?;
            let amount = |value| Wording::figure_amount(key, value, currency);
            let value = words.marked(&change.after, amount);
            let difference = words.figure_difference(change, currency);
            if difference.is_empty() {
                return Some(value);
            }
            let arguments = [("value", value.into()), ("difference", difference.into())];
            Some(words.with("report-best-figure", &arguments))
        })
        .collect();
    let name = called(other, words);
    let arguments = [("name", name.into()), ("figures", words.clauses(&figures).into())];
    words.with("report-best-is", &arguments)
}

fn change(comparison: &Comparison, key: FigureKey) -> Option<&FigureChange> {
    comparison.figures.iter().find(|change| change.key == key)
}
