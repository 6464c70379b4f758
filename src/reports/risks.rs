//! Fail points by their risk: how often × severity × detection (the risk priority number of failure mode
//! and effects analysis).

use super::sentences::sentences;
use crate::blueprint::{FailPoint, Share, StepId};
use crate::pictures::Shown;

/// A fail point with its risk.
struct Risk<'a> {
    step: StepId,
    fail: &'a FailPoint,
    often: Share,
    number: f64,
}

/// The fail points that say how often they fail, the riskiest first.
fn ranked<'a>(shown: &Shown<'a>) -> Vec<Risk<'a>> {
    let steps = shown.scenario.steps().iter();
    let mut risks: Vec<Risk<'a>> = steps
        .filter_map(|(step, about)| {
            let fail = about.fail.as_ref()?;
            let often = fail.how_often?;
            Some(Risk { step: *step, fail, often, number: fail.risk()? })
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
    let next = risks.get(1);
    let severity = |risk: &Risk<'_>| FailPoint::rated(risk.fail.severity).to_string();
    let detection = |risk: &Risk<'_>| FailPoint::rated(risk.fail.detection).to_string();
    let arguments = [
        ("step", words.step(first.step, scenario).into()),
        ("what", what.trim_end_matches(['.', '。']).into()),
        ("risk", words.number(first.number).into()),
        ("often", words.share(first.often).into()),
        ("severity", severity(first).into()),
        ("detection", detection(first).into()),
    ];
    let mut said = vec![words.with("report-risk-line", &arguments)];
    said.extend(next.map(|next| {
        let arguments = [
            ("step", words.step(next.step, scenario).into()),
            ("risk", words.number(next.number).into()),
            ("often", words.share(next.often).into()),
            ("severity", severity(next).into()),
            ("detection", detection(next).into()),
        ];
        words.with("report-risk-next", &arguments)
    }));
    let told = || std::iter::once(first).chain(next);
    let blank: Vec<String> = told().flat_map(|risk| blanks(shown, risk)).collect();
    if !blank.is_empty() {
        let names: Vec<&str> = blank.iter().map(String::as_str).collect();
        let names = words.list(&names, names.len());
        said.push(words.with("report-risk-blank", &[("names", names.into())]));
    }
    // What is said of how they are put right is true of each.
    let recovers = |risk: &Risk<'_>| risk.fail.has_recovery();
    let key = match (recovers(first), next.map(recovers)) {
        (true, None) => "report-risk-recovery",
        (false, None) => "report-risk-no-recovery",
        (true, Some(true)) => "report-risk-both-recover",
        (false, Some(false)) => "report-risk-neither-recovers",
        (true, Some(false)) => "report-risk-first-recovers",
        (false, Some(true)) => "report-risk-second-recovers",
    };
    said.push(words.text(key).to_owned());
    sentences(shown, &said)
}

/// The ratings of a fail point that are blank, each with its step.
fn blanks(shown: &Shown<'_>, risk: &Risk<'_>) -> Vec<String> {
    let words = shown.words;
    let ratings = [
        (risk.fail.severity, "details-fail-severity"),
        (risk.fail.detection, "details-fail-detection"),
    ];
    let blank = ratings.iter().filter(|(rating, _)| rating.is_none());
    blank
        .map(|(_, key)| {
            let arguments = [
                ("rating", words.text(key).into()),
                ("step", words.step(risk.step, shown.scenario).into()),
            ];
            words.with("report-risk-rating-of", &arguments)
        })
        .collect()
}
