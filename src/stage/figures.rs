//! The figures of a stop: named as in `--json`, with their value, what they were, or why there is none.

use crate::analysis::{Analysis, Basis, Figure, FigureKey, Lack};
use crate::blueprint::Scenario;
use crate::drawing::{TileValue, WallTile};
use crate::redesign::figure_of;
use crate::wording::{Amount, Wording};

use super::{Figured, Pill, StopView};

/// A figure that a stop can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopFigure {
    /// What comes in; it is entered, and so never held back.
    Demand,
    /// What leaves.
    Output,
    /// By how much the queue grows.
    Growth,
    /// The longest wait before a step.
    Wait,
    /// One that the program explains.
    Key(FigureKey),
}

/// The names that a stop's `figures` have in a file, with what they are.
const NAMES: [(&str, StopFigure); 17] = [
    ("capacity_per_hour", StopFigure::Key(FigureKey::Capacity)),
    ("demand_per_hour", StopFigure::Demand),
    ("output_per_hour", StopFigure::Output),
    ("growth_per_hour", StopFigure::Growth),
    ("utilisation", StopFigure::Key(FigureKey::Utilisation)),
    ("cycle_time_s", StopFigure::Key(FigureKey::CycleTime)),
    ("rush_order_time_s", StopFigure::Key(FigureKey::RushOrderTime)),
    ("throughput_time_s", StopFigure::Key(FigureKey::ThroughputTime)),
    ("wait_s", StopFigure::Wait),
    ("wip", StopFigure::Key(FigureKey::WorkInProcess)),
    ("direct_labour_content_s", StopFigure::Key(FigureKey::LabourContent)),
    ("direct_labour_utilisation", StopFigure::Key(FigureKey::LabourUtilisation)),
    ("balance", StopFigure::Key(FigureKey::Balance)),
    ("cost_per_customer", StopFigure::Key(FigureKey::Cost)),
    ("profit_per_hour", StopFigure::Key(FigureKey::Profit)),
    ("waiting_share", StopFigure::Key(FigureKey::WaitingShare)),
    ("flow_efficiency", StopFigure::Key(FigureKey::FlowEfficiency)),
];

/// The figure of a name in `--json`; `None` for one that only a newer version knows.
#[must_use]
pub fn figure_named(name: &str) -> Option<StopFigure> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, figure)| *figure)
}

/// The name of a figure in `--json`; `None` for one that no stop shows.
#[must_use]
pub fn name_of_figure(figure: StopFigure) -> Option<&'static str> {
    NAMES.iter().find(|(_, known)| *known == figure).map(|(name, _)| *name)
}

/// The names that a stop's figures can have.
pub fn figure_names() -> impl Iterator<Item = &'static str> {
    NAMES.into_iter().map(|(name, _)| name)
}

impl StopFigure {
    /// Whether it is entered rather than reckoned.
    #[must_use]
    pub fn is_entered(self) -> bool {
        self == Self::Demand
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, words: &Wording) -> &str {
        match self {
            Self::Demand => words.text("figure-demand"),
            Self::Output => words.text("figure-output"),
            Self::Growth => words.text("figure-growth"),
            Self::Wait => words.text("figure-longest-wait"),
            Self::Key(key) => words.figure_name(key),
        }
    }

    /// Its value.
    #[must_use]
    pub fn of(self, analysis: &Analysis) -> Figure {
        match self {
            Self::Demand => analysis.demand_per_hour.clone(),
            Self::Output => analysis.output_per_hour.clone(),
            Self::Growth => analysis.growth_per_hour.clone(),
            Self::Wait => longest_wait(analysis),
            Self::Key(key) => figure_of(analysis, key).cloned().unwrap_or_default(),
        }
    }

    fn amount(self, value: f64, currency: &str) -> Amount<'_> {
        match self {
            Self::Demand | Self::Output | Self::Growth => Amount::PerHour(value),
            Self::Wait => Amount::Seconds(value),
            Self::Key(key) => Wording::figure_amount(key, value, currency),
        }
    }

    /// Its value in words, with its mark; `None` where there is none.
    #[must_use]
    pub fn said(self, analysis: &Analysis, words: &Wording, currency: &str) -> Option<String> {
        let figure = self.of(analysis);
        figure.value?;
        Some(words.marked(&figure, |value| self.amount(value, currency)))
    }

    /// Its value in words, with its mark, or why there is none.
    #[must_use]
    pub fn told(self, of: Figured<'_>, words: &Wording, currency: &str) -> String {
        self.said(of.analysis, words, currency).unwrap_or_else(|| self.lacking(of, words))
    }

    /// Its value in words, where it is no more than a direction: a class takes a number for what it is.
    fn unreliable(self, analysis: &Analysis, words: &Wording, currency: &str) -> Option<String> {
        let figure = self.of(analysis);
        let value = figure.value.filter(|_| figure.basis == Basis::Unreliable)?;
        let value = words.amount(self.amount(value, currency));
        Some(words.with("wall-unreliable", &[("value", value.into())]))
    }

    /// Why it has no value.
    fn lacking(self, Figured { scenario, analysis }: Figured<'_>, words: &Wording) -> String {
        let figure = self.of(analysis);
        if figure.lacks.contains(&Lack::SpareCapacity) {
            return match analysis.growth_per_hour.value.filter(|growth| *growth > 0.0) {
                Some(growth) => words.no_end_as_queue_grows(growth),
                None => words.text("wall-queue-unsettled").to_owned(),
            };
        }
        let why = words.lacks(&figure.lacks, scenario);
        why.unwrap_or_else(|| words.text("no-figure").to_owned())
    }
}

/// The longest wait before a step.
fn longest_wait(analysis: &Analysis) -> Figure {
    let waits = analysis.steps.values().map(|step| &step.wait_s);
    let longest = waits.clone().filter(|wait| wait.value.is_some());
    let longest = longest.max_by(|a, b| {
        let [a, b] = [a, b].map(|wait| wait.value.unwrap_or(0.0));
        a.total_cmp(&b)
    });
    let missing = || waits.clone().find(|wait| !wait.lacks.is_empty());
    // Where one wait has no end, the longest is not another one.
    let endless = waits.clone().find(|wait| wait.lacks.contains(&Lack::SpareCapacity));
    endless.or(longest).or_else(missing).cloned().unwrap_or_default()
}

/// The value of the other version, in words: what was before, what becomes of it, or what another scenario has.
fn beside(view: &StopView<'_>, value: String) -> String {
    let baseline = view.blueprint.baseline().id();
    let (shown, other) = (view.shown.scenario, view.before.map(|before| before.scenario));
    let is_change = |other: &Scenario| {
        matches!(view.pill, Pill::Try(_) | Pill::Changed(_)) || other.id() == shown.id()
    };
    let key = match other {
        Some(other) if view.is_flipped && (is_change(other) || shown.id() == baseline) => {
            "wall-becomes"
        }
        Some(other) if !view.is_flipped && !is_change(other) && other.id() != baseline => {
            return view.words.labelled(other.name(), &value);
        }
        _ => "wall-was",
    };
    view.words.with(key, &[("value", value.into())])
}

/// The tiles of a stop.
pub(super) fn tiles(view: &StopView<'_>) -> Vec<WallTile> {
    let currency = view.blueprint.currency();
    let known = view.stop.figures.iter().filter_map(|name| figure_named(name));
    known
        .take(crate::blueprint::Stop::MOST_FIGURES)
        .map(|figure| {
            let said = figure.said(view.shown.analysis, view.words, currency);
            let held = view.held.figures && !figure.is_entered();
            let value = match said.clone() {
                _ if held => TileValue::Held(said.clone().filter(|_| view.on_desk)),
                Some(said) => figure
                    .unreliable(view.shown.analysis, view.words, currency)
                    .map_or(TileValue::Number(said), TileValue::Lacking),
                None => TileValue::Lacking(figure.lacking(view.shown, view.words)),
            };
            let was = view
                .before
                .filter(|_| !held || view.on_desk)
                .and_then(|before| figure.said(before.analysis, view.words, currency))
                .filter(|was| Some(was) != said.as_ref())
                .map(|was| beside(view, was));
            let name = figure.name(view.words).to_owned();
            WallTile { name, value, was: was.unwrap_or_default() }
        })
        .collect()
}
