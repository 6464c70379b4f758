//! The verdict for whoever has to decide: at most six lines, each with its place.

use super::assessment::Assessment;
use super::finding::{FindingCode, FindingPlace};
use super::gaps::Gaps;
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
    /// The widest gap of the firm, by its number.
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
        });
    }
    lines
}

/// The widest of the four gaps of the firm, where one falls short. They are compared over the same items, those of which
/// all four are known, as means of different items say nothing about each other; where no item has all four, each
/// is the mean of those that have it.
fn widest(found: &Assessment) -> Option<VerdictLine> {
    let four = |gaps: &Gaps| [gaps.knowledge, gaps.standards, gaps.delivery, gaps.communication];
    let is_whole = |item: &&ItemFigures| {
        item.dimension.is_some() && four(&item.gaps).iter().all(Option::is_some)
    };
    let whole: Vec<&ItemFigures> = found.items.iter().filter(is_whole).collect();
    let gaps = if whole.is_empty() {
        found.scores.gaps
    } else {
        // As the gaps of the whole: by the weights of items, then of dimensions.
        let dimensions = found.scores.dimensions.iter().map(|of| {
            let own = whole.iter().filter(|item| item.dimension == Some(of.dimension));
            (of.weight, Gaps::mean(own.map(|item| (item.counts, &item.gaps))))
        });
        let dimensions: Vec<(f64, Gaps)> = dimensions.collect();
        Gaps::mean(dimensions.iter().map(|(weight, gaps)| (*weight, gaps)))
    };
    let known = (1..).zip(four(&gaps)).filter_map(|(number, gap)| Some((number, gap?)));
    let (number, gap) = known.filter(|(_, gap)| *gap < 0.0).min_by(|a, b| a.1.total_cmp(&b.1))?;
    let place = match whole.as_slice() {
        [only] => FindingPlace::Item(only.item),
        _ => FindingPlace::Whole,
    };
    Some(VerdictLine {
        code: VerdictCode::WidestGap(number),
        place,
        count: whole.len().max(1),
        figure: Some(gap),
        interval: None,
    })
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
