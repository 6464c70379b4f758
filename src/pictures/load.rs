//! How busy each pool is: demand against what it can serve, in numbers and in words.

use crate::analysis::{Analysis, Basis, Lack, Pool, PoolFigures};
use crate::blueprint::{RoleId, StepId};
use crate::drawing::charts::{Degree, LoadBar, LoadValues};
use crate::drawing::{BUSY, Subject};

use super::truth::marked;
use super::{Shown, Table};

/// A bar longer than this many times full load is cut.
const MOST_SHARE: f64 = 2.0;
/// How far the axis reaches at least; what lies beyond 1 is room for the line of full load.
const LEAST_END: f64 = 1.04;

/// The picture of the loads.
#[derive(Debug, PartialEq)]
struct Loads {
    /// What the loads are computed at.
    pub at: At,
    /// One for each pool with a capacity, most loaded first.
    pub bars: Vec<PoolLoad>,
    /// What keeps the capacity of other pools from being known.
    pub lacks: Vec<Lack>,
    /// The share of full load at the right end of the axis.
    pub end: f64,
    /// The loads of the scenario that this one is compared with, each by its bar.
    pub others: Vec<Option<f64>>,
}

/// What loads are computed at, in customers per hour.
#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    /// The demand.
    Demand(f64),
    /// The capacity of the whole, as no demand is entered.
    Capacity(f64),
}

/// One pool.
#[derive(Clone, Copy, Debug, PartialEq)]
struct PoolLoad {
    /// Where it stands in [`Analysis::pools`].
    pub pool: usize,
    /// Demand ÷ capacity (1 = 100 %).
    pub share: f64,
    /// Customers per hour that it can serve.
    pub capacity_per_hour: f64,
    /// How it stands out.
    pub degree: Degree,
    /// By how many an hour its queue grows, where it holds up the whole.
    pub growth_per_hour: Option<f64>,
    /// What a click selects.
    pub target: Option<LoadTarget>,
}

/// What a bar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadTarget {
    /// People of a role.
    Role(RoleId),
    /// The places of a step.
    Step(StepId),
}

impl Loads {
    /// Reads the loads off an analysis; `None` where no pool has a capacity.
    pub fn of(analysis: &Analysis) -> Option<Self> {
        let at = match (analysis.demand_per_hour.value, analysis.capacity_per_hour.value) {
            (Some(demand), _) => At::Demand(demand),
            (None, Some(capacity)) => At::Capacity(capacity),
            (None, None) => {
                let known = analysis.pools.iter().filter_map(|pool| pool.capacity_per_hour.value);
                At::Capacity(known.reduce(f64::min)?)
            }
        };
        let (At::Demand(rate) | At::Capacity(rate)) = at;
        let growth = analysis.growth_per_hour.value.filter(|growth| *growth > 0.0);
        let mut unknown = Vec::new();
        let mut bars: Vec<PoolLoad> = Vec::with_capacity(analysis.pools.len());
        for (index, pool) in analysis.pools.iter().enumerate() {
            let Some(capacity) = pool.capacity_per_hour.value.filter(|rate| *rate > 0.0) else {
                let lacks = pool.capacity_per_hour.lacks.iter().copied();
                // What nothing loads is no gap.
                unknown.extend(lacks.filter(|lack| *lack != Lack::Limit));
                continue;
            };
            let share = rate / capacity;
            bars.push(PoolLoad {
                pool: index,
                share,
                capacity_per_hour: capacity,
                degree: match share {
                    _ if pool.binding => Degree::Bottleneck,
                    share if share > 1.0 + 1e-9 => Degree::Overloaded,
                    share if share >= BUSY => Degree::Busy,
                    _ => Degree::Easy,
                },
                growth_per_hour: growth.filter(|_| pool.binding),
                target: match &pool.pool {
                    Pool::Roles(roles) => roles.first().copied().map(LoadTarget::Role),
                    Pool::Places(step) | Pool::Assumed(step) => Some(LoadTarget::Step(*step)),
                },
            });
        }
        bars.sort_by(|a, b| b.share.total_cmp(&a.share));
        let most = bars.first()?.share;
        let end = most.clamp(LEAST_END, MOST_SHARE);
        unknown.sort_unstable();
        unknown.dedup();
        Some(Self { at, bars, lacks: unknown, end, others: Vec::new() })
    }

    /// Puts the loads of another scenario beside, on one axis.
    pub fn beside(mut self, analysis: &Analysis, other: &Analysis) -> Self {
        let Some(picture) = Self::of(other) else { return self };
        self.end = self.end.max(picture.end);
        let same = |bar: &PoolLoad| {
            let pool = &analysis.pools.get(bar.pool)?.pool;
            let is_same =
                |it: &&PoolLoad| other.pools.get(it.pool).is_some_and(|p| p.pool == *pool);
            Some(picture.bars.iter().find(is_same)?.share)
        };
        self.others = self.bars.iter().map(same).collect();
        self
    }

    /// The marks of the axis, as shares of full load.
    pub fn marks(&self) -> impl Iterator<Item = f64> {
        // Quarters only where there is room for them.
        let marks: &[f64] =
            if self.end > 1.2 { &[0.0, 0.5, 1.0, 1.5, 2.0] } else { &[0.0, 0.25, 0.5, 0.75, 1.0] };
        marks.iter().copied().filter(|mark| *mark <= self.end)
    }
}

/// The chart of the loads.
pub struct LoadChart<'a> {
    shown: Shown<'a>,
    loads: Loads,
}

impl<'a> LoadChart<'a> {
    /// Of some figures; `None` where no pool has a capacity.
    #[must_use]
    pub fn of(shown: Shown<'a>) -> Option<Self> {
        Some(Self { shown, loads: Loads::of(shown.analysis)? })
    }

    /// Puts the loads of another scenario beside, on one axis.
    #[must_use]
    pub fn beside(self, other: Option<&Analysis>) -> Self {
        let loads = match other {
            Some(other) => self.loads.beside(self.shown.analysis, other),
            None => self.loads,
        };
        Self { loads, ..self }
    }

    /// Without the loads of the other scenario, on the axis of both.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { loads: Loads { others: Vec::new(), ..self.loads }, ..self }
    }

    /// The load at the end of the axis, 1 = 100 %.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.loads.end
    }

    /// What keeps the capacity of other pools from being known.
    #[must_use]
    pub fn lacks(&self) -> &[Lack] {
        &self.loads.lacks
    }

    /// What is to be seen, in a sentence; blank where nothing is.
    #[must_use]
    pub fn headline(&self) -> String {
        let Shown { scenario, analysis, words, .. } = self.shown;
        let Some(first) = self.loads.bars.first() else { return String::new() };
        let binding = analysis.pools.iter().filter(|pool| pool.binding).take(4);
        let names: Vec<String> = binding.map(|pool| words.pool(&pool.pool, scenario)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let count = names.len();
        let name = words.list(&names, 3);
        if name.is_empty() {
            return String::new();
        }
        match (self.loads.at, first.growth_per_hour) {
            (_, Some(growth)) => {
                let rate = words.rate(growth);
                words.with("chart-load-over", &[("name", name.into()), ("rate", rate.into())])
            }
            (At::Demand(demand), None) => words.with(
                "chart-load-busy",
                &[
                    ("name", name.into()),
                    ("count", count.into()),
                    ("share", self.share(first).into()),
                    ("rate", words.rate(demand).into()),
                ],
            ),
            (At::Capacity(rate), None) => {
                let rate = marked(words, analysis.capacity_per_hour.basis, &words.rate(rate));
                let arguments =
                    [("name", name.into()), ("count", count.into()), ("rate", rate.into())];
                words.with("chart-load-full", &arguments)
            }
        }
    }

    /// What a bar is about.
    #[must_use]
    pub fn target(&self, at: usize) -> Option<LoadTarget> {
        self.loads.bars.get(at)?.target
    }

    /// The pool of a bar.
    #[must_use]
    pub fn pool(&self, at: usize) -> Option<&'a PoolFigures> {
        self.shown.analysis.pools.get(self.loads.bars.get(at)?.pool)
    }

    /// A bar as it is read aloud; `before` says whether the scenario beside is the earlier one.
    #[must_use]
    pub fn spoken(&self, at: usize, before: Option<bool>) -> String {
        let words = self.shown.words;
        let Some(bar) = self.bar(at) else { return String::new() };
        let mut said = vec![bar.share_text, bar.capacity_text];
        said.extend(bar.notes.into_iter().next());
        if let (Some(other), Some(is_before)) = (bar.other, before) {
            let key = if is_before { "compare-before" } else { "compare-after" };
            said.push(words.labelled(words.text(key), &words.percent(other)));
        }
        words.labelled(&bar.name, &words.clauses(&said))
    }

    /// What a bar says when it is pointed at, line by line.
    #[must_use]
    pub fn hover(&self, at: usize) -> Vec<String> {
        let Shown { scenario, words, .. } = self.shown;
        let (Some(bar), Some(pool)) = (self.bar(at), self.pool(at)) else { return Vec::new() };
        let basis = pool.capacity_per_hour.basis;
        let mut lines = vec![
            words.labelled(&bar.name, &bar.share_text),
            words.pool_arithmetic(pool, &bar.name, scenario, basis),
        ];
        lines.extend(bar.notes.into_iter().next());
        lines
    }

    /// The loads as a table: a pool to a row.
    #[must_use]
    pub fn table(&self) -> Table {
        let words = self.shown.words;
        let bars = (0..self.loads.bars.len()).filter_map(|at| self.bar(at));
        let head = ["column-role", "chart-load-share", "chart-load-capacity"];
        Table {
            name: words.text("chart-tab-load").to_owned(),
            head: head.map(|key| words.text(key).to_owned()).into(),
            rows: bars.map(|bar| vec![bar.name, bar.share_text, bar.capacity_text]).collect(),
        }
    }

    /// How loaded a pool is, with the mark of the tiles.
    fn share(&self, bar: &PoolLoad) -> String {
        let words = self.shown.words;
        let basis = self.shown.analysis.pools.get(bar.pool).map_or(Basis::Exact, |pool| {
            let own = &pool.utilisation;
            if own.value.is_some() { own.basis } else { pool.capacity_per_hour.basis.turned() }
        });
        marked(words, basis, &words.percent(bar.share))
    }

    /// What a bar says besides its length, so that no colour has to; then the shorter way.
    fn notes(&self, bar: &PoolLoad) -> Vec<String> {
        let words = self.shown.words;
        let said = |key: &str| words.text(key).to_owned();
        match (bar.degree, bar.growth_per_hour) {
            (Degree::Bottleneck, Some(growth)) => {
                let rate = words.rate(growth);
                let grows = words.with("chart-load-grows", &[("rate", rate.into())]);
                vec![grows, said("figure-bottleneck")]
            }
            (Degree::Bottleneck, None) => vec![said("figure-bottleneck")],
            (Degree::Overloaded, _) => vec![said("chart-load-overloaded")],
            (Degree::Busy, _) => vec![said("chart-load-is-busy")],
            (Degree::Easy, _) => Vec::new(),
        }
    }
}

impl LoadValues for LoadChart<'_> {
    fn count(&self) -> usize {
        self.loads.bars.len()
    }

    fn bar(&self, at: usize) -> Option<LoadBar> {
        let Shown { scenario, analysis, words, .. } = self.shown;
        let bar = self.loads.bars.get(at)?;
        let pool = analysis.pools.get(bar.pool)?;
        let rate = words.rate(bar.capacity_per_hour);
        Some(LoadBar {
            subject: self.subject(at)?,
            name: words.pool(&pool.pool, scenario),
            share: bar.share,
            share_text: self.share(bar),
            capacity_text: marked(words, pool.capacity_per_hour.basis, &rate),
            degree: bar.degree,
            notes: self.notes(bar),
            other: self.loads.others.get(at).copied().flatten(),
        })
    }

    fn subject(&self, at: usize) -> Option<Subject> {
        let pool = u32::try_from(self.loads.bars.get(at)?.pool).ok()?;
        Some(Subject::Part(pool))
    }

    fn end(&self) -> f64 {
        self.loads.end
    }

    fn marks(&self) -> Vec<(f64, String)> {
        self.loads.marks().map(|mark| (mark, self.shown.words.percent(mark))).collect()
    }

    fn heads(&self) -> [&str; 2] {
        ["chart-load-share", "chart-load-capacity"].map(|key| self.shown.words.text(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Figure;
    use crate::blueprint::IdSource;

    fn analysis(demand: Option<f64>, rates: &[f64]) -> Analysis {
        let limit = rates.iter().copied().fold(f64::INFINITY, f64::min);
        let mut ids = IdSource::default();
        let roles: Vec<RoleId> = rates.iter().map(|_| ids.fresh()).collect();
        let pools = rates.iter().enumerate().map(|(at, rate)| PoolFigures {
            pool: Pool::of_roles([roles[at]]),
            offer: 1.0,
            work_s: 3_600.0 / rate,
            capacity_per_hour: Figure::exact(*rate),
            utilisation: Figure::default(),
            growth_per_hour: Figure::default(),
            wait_s: Figure::default(),
            queue: None,
            slack: None,
            binding: *rate <= limit,
            steps: Vec::new(),
        });
        Analysis {
            capacity_per_hour: Figure::exact(limit),
            demand_per_hour: demand.map_or_else(Figure::default, Figure::exact),
            growth_per_hour: Figure::exact(demand.map_or(0.0, |rate| (rate - limit).max(0.0))),
            pools: pools.collect(),
            ..Analysis::default()
        }
    }

    /// Shares and degrees, most loaded first.
    fn seen(picture: &Loads) -> Vec<(f64, Degree)> {
        picture.bars.iter().map(|bar| (bar.share, bar.degree)).collect()
    }

    #[test]
    fn loads_are_demand_over_capacity() {
        let picture = Loads::of(&analysis(Some(54.0), &[60.0, 72.0, 240.0])).unwrap();
        let expect = [(0.9, Degree::Bottleneck), (0.75, Degree::Busy), (0.225, Degree::Easy)];
        assert_eq!(seen(&picture), expect);
        assert_eq!(picture.at, At::Demand(54.0));
        assert!(picture.bars.iter().all(|bar| bar.growth_per_hour.is_none()));
        assert_eq!(picture.marks().collect::<Vec<_>>(), [0.0, 0.25, 0.5, 0.75, 1.0]);
    }

    #[test]
    fn without_demand_the_bottleneck_is_full() {
        let picture = Loads::of(&analysis(None, &[60.0, 120.0])).unwrap();
        assert_eq!(seen(&picture), [(1.0, Degree::Bottleneck), (0.5, Degree::Easy)]);
        assert_eq!(picture.at, At::Capacity(60.0));
    }

    #[test]
    fn overload_lies_beyond_the_line_and_names_its_growth() {
        let picture = Loads::of(&analysis(Some(90.0), &[60.0, 80.0])).unwrap();
        assert_eq!(seen(&picture)[1], (1.125, Degree::Overloaded));
        assert_eq!(picture.bars[0].growth_per_hour, Some(30.0));
        assert_eq!(picture.bars[1].growth_per_hour, None, "the bottleneck holds up the whole");
        assert!((picture.end - 1.5).abs() < 1e-12);
        assert_eq!(picture.marks().collect::<Vec<_>>(), [0.0, 0.5, 1.0, 1.5]);
        let much = Loads::of(&analysis(Some(6_000.0), &[60.0])).unwrap();
        assert!((much.end - 2.0).abs() < 1e-12, "a bar does not press the others flat");
    }

    #[test]
    fn two_scenarios_have_the_same_axis_whichever_is_shown() {
        let before = analysis(Some(54.0), &[60.0, 72.0]);
        let after = analysis(Some(90.0), &[60.0, 72.0, 240.0]);
        let alone = |analysis: &Analysis| Loads::of(analysis).unwrap();
        assert!(alone(&before).end < alone(&after).end, "alone each has its own");
        let here = alone(&before).beside(&before, &after);
        let there = alone(&after).beside(&after, &before);
        assert!((here.end - there.end).abs() < 1e-12 && (here.end - 1.5).abs() < 1e-12);
        assert!(here.marks().eq(there.marks()));
        // Each bar knows how long it is in the other; what is only there has none.
        assert_eq!(here.others, [Some(1.5), Some(1.25)]);
        assert_eq!(there.others, [Some(0.9), Some(0.75), None]);
    }

    #[test]
    fn a_pool_without_a_capacity_is_named() {
        let mut analysis = analysis(Some(30.0), &[60.0, 80.0]);
        analysis.pools[1].capacity_per_hour = Figure::lacking([Lack::SoundFlow]);
        let picture = Loads::of(&analysis).unwrap();
        assert_eq!(picture.bars.len(), 1);
        assert_eq!(picture.lacks, [Lack::SoundFlow]);
    }

    #[test]
    fn nothing_that_limits_makes_no_picture() {
        assert_eq!(Loads::of(&Analysis::default()), None);
    }
}
