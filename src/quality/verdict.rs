//! The verdict for whoever has to decide: at most six lines, each with its place.

use super::assessment::Assessment;
use super::finding::{FindingCode, FindingPlace};
use super::items::ItemFigures;
use crate::blueprint::{Blueprint, Id as _, Scenario, StepId};
use crate::process::Severity;

/// Gaps that are nearer to each other are shown as one number.
const SHOWN_ALIKE: f64 = 0.005;

/// What a line of the verdict says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerdictCode {
    /// Where customers miss most.
    Sorest,
    /// The widest gap of the firm at one place, by its number.
    WidestGap(u8),
    /// Basics that fall short.
    BasicsUnmet,
    /// Severe risks without an answer.
    RisksOpen,
    /// Targets that are missed.
    TargetsMissed,
    /// Actions that are late.
    Late,
}

/// A line of the verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictLine {
    /// What it says.
    pub code: VerdictCode,
    /// Where, first.
    pub place: FindingPlace,
    /// In how many places.
    pub count: usize,
    /// By how much: a gap, days.
    pub figure: Option<f64>,
    /// The ends of its 95 % interval.
    pub interval: Option<(f64, f64)>,
    /// The readings between which a gap of the firm lies: what it ought to be, and what it is.
    pub ends: Option<(f64, f64)>,
}

impl VerdictLine {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.code {
            VerdictCode::Sorest | VerdictCode::BasicsUnmet | VerdictCode::RisksOpen => {
                Severity::Error
            }
            VerdictCode::WidestGap(_) | VerdictCode::TargetsMissed | VerdictCode::Late => {
                Severity::Warning
            }
        }
    }
}

/// The verdict, in the order in which it is read. Linear.
#[must_use]
pub fn verdict(found: &Assessment) -> Vec<VerdictLine> {
    let mut lines = Vec::new();
    let gap = |item: &&ItemFigures| item.gaps.customer.filter(|gap| *gap < 0.0);
    let felt = found.items.iter().filter(|item| gap(item).is_some());
    let sorest = felt.min_by(|a, b| gap(a).unwrap_or(0.0).total_cmp(&gap(b).unwrap_or(0.0)));
    let as_sore = |other: &ItemFigures, item: &ItemFigures| {
        let apart = other.gaps.customer.zip(item.gaps.customer).map(|(a, b)| (a - b).abs());
        apart.is_some_and(|apart| apart < SHOWN_ALIKE)
    };
    lines.extend(sorest.map(|item| VerdictLine {
        code: VerdictCode::Sorest,
        place: FindingPlace::Item(item.item),
        count: found.items.iter().filter(|other| as_sore(other, item)).count(),
        figure: item.gaps.customer,
        interval: item.gap_interval,
        ends: None,
    }));
    lines.extend(widest(found));
    for (finding, code) in [
        (FindingCode::BasicUnmet, VerdictCode::BasicsUnmet),
        (FindingCode::RiskOpen, VerdictCode::RisksOpen),
        (FindingCode::TargetMissed, VerdictCode::TargetsMissed),
        (FindingCode::PlanLate, VerdictCode::Late),
    ] {
        let of = || found.findings.iter().filter(move |it| it.code == finding);
        let Some(first) = of().next() else { continue };
        let most = of().filter_map(|it| it.figure).fold(f64::NEG_INFINITY, f64::max);
        lines.push(VerdictLine {
            code,
            place: first.place.clone(),
            count: of().count(),
            figure: most.is_finite().then_some(most),
            interval: None,
            ends: None,
        });
    }
    lines
}

/// The widest of the four gaps of the firm at any one place, where one falls short: of equals the first item, and
/// of it the first gap. Its ends are told, so that it can be looked up.
fn widest(found: &Assessment) -> Option<VerdictLine> {
    let mut widest: Option<VerdictLine> = None;
    for item in &found.items {
        let readings = &item.readings;
        let ends = [
            (readings.should, readings.believed),
            (readings.believed, readings.standard),
            (readings.standard, readings.delivered),
            (readings.promised, readings.delivered),
        ];
        for (number, (ought, is)) in (1..).zip(ends) {
            let Some((ought, is)) = ought.zip(is) else { continue };
            let limit = widest.as_ref().and_then(|line| line.figure).unwrap_or(0.0);
            // Differences of entered decimals may differ by their last binary digit alone.
            if is - ought < limit - 1e-9 {
                widest = Some(VerdictLine {
                    code: VerdictCode::WidestGap(number),
                    place: FindingPlace::Item(item.item),
                    count: 1,
                    figure: Some(is - ought),
                    interval: None,
                    ends: Some((ought, is)),
                });
            }
        }
    }
    widest
}

impl FindingPlace {
    /// A step by which the place is seen on the sheet of a scenario; `None` where there is none.
    #[must_use]
    pub fn step(&self, blueprint: &Blueprint, scenario: &Scenario) -> Option<StepId> {
        let judgements = blueprint.judgements();
        let is_there = |step: &StepId| scenario.steps().contains_key(step);
        let found = match self {
            Self::Step(step) | Self::Skill(step, _) => Some(*step),
            Self::Item(id) => {
                let item = judgements.quality.items.iter().find(|(own, _)| own == id);
                item.and_then(|(_, item)| item.steps.iter().copied().find(is_there))
            }
            Self::Element(id) => {
                let mut steps = scenario.steps().iter();
                steps.find(|(_, step)| step.elements.contains(id)).map(|(step, _)| *step)
            }
            Self::Indicator(id) => {
                let indicator = judgements.indicators.iter().find(|(own, _)| own == id);
                indicator.and_then(|(_, indicator)| indicator.of).map(StepId::from_number)
            }
            Self::Dimension(_)
            | Self::Factor(_)
            | Self::Action(_)
            | Self::Line(_)
            | Self::Whole => None,
        };
        found.filter(is_there)
    }
}
