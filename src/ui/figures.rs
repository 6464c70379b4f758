//! The figures of what is shown, recomputed when, and only when, something they depend on changed.

use std::sync::Arc;
use std::time::Instant;

use crate::analysis::{Analysis, Figure, analyse, busiest_interval};
use crate::blueprint::{Scenario, ScenarioId, TimeOfDay};
use crate::editor::Editor;

/// Of which time the figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Hour {
    /// Nobody chose one yet: the busiest interval, once there is a day.
    #[default]
    Opening,
    /// The long run.
    Steady,
    /// The interval of the day that this time falls into; the long run where there is none.
    At(TimeOfDay),
}

impl Hour {
    /// A scenario as it is then, and which interval of its day that is; the scenario itself where it has no
    /// such interval.
    pub fn seen(self, scenario: &Arc<Scenario>) -> (Arc<Scenario>, Option<usize>) {
        let interval = match self {
            Self::At(time) => {
                scenario.demand().day.as_deref().and_then(|day| day.interval_at(time))
            }
            Self::Opening | Self::Steady => None,
        };
        match interval.and_then(|at| Some((at, scenario.at(at)?))) {
            Some((at, then)) => (Arc::new(then), Some(at)),
            None => (Arc::clone(scenario), None),
        }
    }

    /// Once there is a day, the time at which it is busiest.
    fn settled(self, scenario: &Scenario) -> Self {
        if self != Self::Opening {
            return self;
        }
        let busiest = busiest_interval(scenario);
        let day = scenario.demand().day.as_deref();
        day.zip(busiest).map_or(self, |(day, at)| Self::At(day.begins(at)))
    }
}

/// The present figures.
#[derive(Debug)]
pub(super) struct Figures {
    analysis: Arc<Analysis>,
    /// The version that they are of.
    of: Arc<Scenario>,
    /// That version as it is at the time that the figures are of.
    seen: Arc<Scenario>,
    /// Which time that is, and which interval of the day.
    hour: Hour,
    interval: Option<usize>,
    /// The figures without the trial that is under way, with the version that they are of.
    settled: Option<(Arc<Scenario>, Arc<Analysis>)>,
    /// The last figures with a capacity, and the scenario that they are of.
    complete: Option<(ScenarioId, Arc<Analysis>)>,
    revision: u64,
    took_ms: f64,
    /// Capacity of each scenario, with the version it was computed for.
    capacities: Vec<(Arc<Scenario>, Figure)>,
    shown: Vec<Figure>,
}

impl Figures {
    /// Computes the figures of an open file.
    pub fn of(editor: &Editor) -> Self {
        let mut figures = Self {
            analysis: Arc::default(),
            of: Arc::clone(editor.scenario()),
            seen: Arc::clone(editor.scenario()),
            hour: Hour::default(),
            interval: None,
            settled: None,
            complete: None,
            revision: 0,
            took_ms: 0.0,
            capacities: Vec::new(),
            shown: Vec::new(),
        };
        figures.recompute(editor);
        figures
    }

    /// Recomputes if needed; answers whether it was.
    pub fn update(&mut self, editor: &Editor) -> bool {
        self.settle(editor);
        let changed = self.revision != editor.figures_revision();
        if changed {
            self.recompute(editor);
        } else if !self.knows_capacities(editor) {
            self.compare(editor);
        }
        changed
    }

    /// Keeps the figures of the file as it is while something is tried.
    fn settle(&mut self, editor: &Editor) {
        let real = editor.settled_scenario();
        let is_known = |known: &Arc<Scenario>| Arc::ptr_eq(known, real);
        if editor.trial().is_none() {
            self.settled = None;
        } else if self.settled.as_ref().is_none_or(|(known, _)| !is_known(known)) {
            let figures = if is_known(&self.of) {
                Arc::clone(&self.analysis)
            } else {
                Arc::new(analyse(&self.hour.seen(real).0))
            };
            self.settled = Some((Arc::clone(real), figures));
        }
    }

    /// Whether the capacities are those of the scenarios as they stand, in their order.
    fn knows_capacities(&self, editor: &Editor) -> bool {
        let scenarios = editor.blueprint().scenarios();
        self.capacities.len() == scenarios.len()
            && self
                .capacities
                .iter()
                .zip(scenarios)
                .all(|((known, _), scenario)| Arc::ptr_eq(known, scenario))
    }

    fn recompute(&mut self, editor: &Editor) {
        let start = Instant::now();
        self.hour = self.hour.settled(editor.scenario());
        (self.seen, self.interval) = self.hour.seen(editor.scenario());
        self.analysis = Arc::new(analyse(&self.seen));
        self.of = Arc::clone(editor.scenario());
        self.took_ms = start.elapsed().as_secs_f64() * 1000.0;
        self.revision = editor.figures_revision();
        let scenario = editor.scenario().id();
        // What is only tried was never the case.
        if self.analysis.capacity_per_hour.value.is_some() {
            if editor.trial().is_none() {
                self.complete = Some((scenario, Arc::clone(&self.analysis)));
            }
        } else if self.complete.as_ref().is_some_and(|(of, _)| *of != scenario)
            || editor.scenario().flowing_steps() == 0
        {
            self.complete = None;
        }
        self.compare(editor);
    }

    /// Brings the capacities of the scenario tabs up to date.
    fn compare(&mut self, editor: &Editor) {
        let known = std::mem::take(&mut self.capacities);
        let shown = editor.scenario();
        for scenario in editor.blueprint().scenarios() {
            // What is tried is no capacity of the scenario yet.
            let real = self.settled.as_ref().filter(|(real, _)| real.id() == scenario.id());
            let capacity = if let Some((_, figures)) = real {
                figures.capacity_per_hour.clone()
            } else if Arc::ptr_eq(scenario, shown) {
                self.analysis.capacity_per_hour.clone()
            } else if let Some((_, capacity)) =
                known.iter().find(|(version, _)| Arc::ptr_eq(version, scenario))
            {
                capacity.clone()
            } else {
                analyse(&self.hour.seen(scenario).0).capacity_per_hour
            };
            self.capacities.push((Arc::clone(scenario), capacity));
        }
        self.shown = self.capacities.iter().map(|(_, capacity)| capacity.clone()).collect();
    }

    /// Looks at another time. What was known of the one before is forgotten.
    pub fn look_at(&mut self, hour: Hour, editor: &Editor) {
        if self.hour != hour {
            self.hour = hour;
            self.capacities.clear();
            self.settled = None;
            self.complete = None;
            self.recompute(editor);
            self.settle(editor);
        }
    }

    /// Which time the figures are of.
    pub fn hour(&self) -> Hour {
        self.hour
    }

    /// Which interval of the day that is; `None` for the long run.
    pub fn interval(&self) -> Option<usize> {
        self.interval
    }

    /// The scenario that is shown as it is then.
    pub fn seen(&self) -> &Arc<Scenario> {
        &self.seen
    }

    /// The figures of the scenario that is shown.
    pub fn analysis(&self) -> &Arc<Analysis> {
        &self.analysis
    }

    /// The version of the file as it is, while something is tried, with its figures.
    pub fn settled_version(&self) -> Option<&(Arc<Scenario>, Arc<Analysis>)> {
        self.settled.as_ref()
    }

    /// The figures of the file as it is, while something is tried.
    pub fn settled(&self) -> Option<&Arc<Analysis>> {
        self.settled.as_ref().map(|(_, figures)| figures)
    }

    /// The last figures that had a capacity, where the last changes took it away: they are of the
    /// service as it was before, and are shown as such or not at all. Nothing but the window knows
    /// of them.
    pub fn before(&self) -> Option<&Arc<Analysis>> {
        let now = self.settled().unwrap_or(&self.analysis);
        let of = self.of.id();
        let (_, complete) = self.complete.as_ref().filter(|(scenario, _)| *scenario == of)?;
        now.capacity_per_hour.value.is_none().then_some(complete)
    }

    /// The version of the scenario that they were computed from.
    pub fn of_scenario(&self) -> &Arc<Scenario> {
        &self.of
    }

    /// How long the last recomputation took.
    pub fn took_ms(&self) -> f64 {
        self.took_ms
    }

    /// The capacity of each scenario in the order of their tabs.
    pub fn capacities(&self) -> &[Figure] {
        &self.shown
    }
}
