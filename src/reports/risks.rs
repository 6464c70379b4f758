//! Fail points by their risk: how often × severity × detection (the risk priority number of failure mode
//! and effects analysis).

use super::sentences::{sentence, sentences};
use crate::blueprint::{FailPoint, Rating, Share, StepId};
use crate::pictures::Shown;

/// What a blank rating counts as: nobody has said that it is not the worst.
const WORST: u8 = 10;

/// A fail point with its risk.
struct Risk<'a> {
    step: StepId,
    fail: &'a FailPoint,
    often: Share,
    number: f64,
}

fn rated(rating: Option<Rating>) -> u8 {
    rating.map_or(WORST, Rating::get)
}

/// The fail points that say how often they fail, the riskiest first.
fn ranked<'a>(shown: &Shown<'a>) -> Vec<Risk<'a>> {
    let steps = shown.scenario.steps().iter();
    let mut risks: Vec<Risk<'a>> = steps
        .filter_map(|(step, about)| {
            let fail = about.fail.as_ref()?;
            let often = fail.how_often?;
            let rating = f64::from(rated(fail.severity)) * f64::from(rated(fail.detection));
            Some(Risk { step: *step, fail, often, number: often.value() * rating })
        })
        .collect();
    risks.sort_by(|a, b| b.number.total_cmp(&a.number));
    risks
}

/// The step with the riskiest fail point, its risk from 0 to 100, and whether anything says how it is put right.
pub(super) fn greatest(shown: &Shown<'_>) -> Option<(StepId, f64, bool)> {
    let risks = ranked(shown);
    risks.first().map(|risk| (risk.step, risk.number, risk.fail.has_recovery()))
}

/// The riskiest fail point in words, and the next.
pub(super) fn riskiest(shown: &Shown<'_>) -> String {
    let Shown { scenario, words, .. } = *shown;
    let risks = ranked(shown);
    let Some(first) = risks.first() else {
        let any = scenario.steps().values().any(|step| step.fail.is_some());
        return words
            .text(if any { "report-risk-unranked" } else { "report-risk-none" })
            .to_owned();
    };
    let what = match first.fail.what.trim() {
        "" => words.text("report-risk-unnamed"),
        what => what,
    };
    let mut said = vec![words.with(
        "report-risk-line",
        &[
            ("step", words.step(first.step, scenario).into()),
            ("what", what.trim_end_matches(['.', '。']).into()),
            ("risk", words.number(first.number).into()),
            ("often", words.share(first.often).into()),
            ("severity", rated(first.fail.severity).to_string().into()),
            ("detection", rated(first.fail.detection).to_string().into()),
        ],
    )];
    let blank = [
        (first.fail.severity, "details-fail-severity"),
        (first.fail.detection, "details-fail-detection"),
    ];
    let blank: Vec<&str> = blank
        .iter()
        .filter(|(rating, _)| rating.is_none())
        .map(|(_, key)| words.text(key))
        .collect();
    if !blank.is_empty() {
        let names = words.list(&blank, blank.len());
        said.push(words.with("report-risk-blank", &[("names", names.into())]));
    }
    if let Some(next) = risks.get(1) {
        let arguments = [
            ("step", words.step(next.step, scenario).into()),
            ("risk", words.number(next.number).into()),
        ];
        said.push(words.with("report-risk-next", &arguments));
    }
    let without = first.fail;
    if !without.has_recovery() {
        said.push(sentence(shown, words.text("report-risk-no-recovery")));
    }
    sentences(shown, &said)
}
