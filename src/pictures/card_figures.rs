//! The figures that the cards of a sheet show.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::analysis::{Analysis, Figure, Pool, StepFigures};
use crate::blueprint::StepId;
use crate::drawing::{CardLoad, LensMark, Outdated, SheetFigures};
use crate::wording::Wording;

use super::CardLens;

/// The figures of a scenario in the words of a language.
#[derive(Clone, Copy)]
pub struct CardFigures<'a> {
    /// The figures.
    pub analysis: &'a Analysis,
    /// The last ones with a capacity, where there is none now: they stand in for what is missing.
    pub before: Option<&'a Analysis>,
    /// The words.
    pub words: &'a Wording,
    /// What the cards are seen through.
    pub lens: Option<CardLens<'a>>,
}

impl<'a> CardFigures<'a> {
    /// The figures as they are.
    #[must_use]
    pub const fn of(analysis: &'a Analysis, words: &'a Wording) -> Self {
        Self { analysis, before: None, words, lens: None }
    }

    /// What is known of a step now or was known last, and whether it is of before.
    fn known<T>(&self, known: impl Fn(&'a Analysis) -> Option<T>) -> (Option<T>, bool) {
        match (known(self.analysis), self.before) {
            (None, Some(before)) => {
                let known = known(before);
                let outdated = known.is_some();
                (known, outdated)
            }
            (now, _) => (now, false),
        }
    }

    /// The figures that tell what limits the whole: without a capacity nothing does.
    #[must_use]
    pub fn limiting(&self) -> &'a Analysis {
        self.lost().unwrap_or(self.analysis)
    }

    /// The figures of before, where the capacity of the whole is of before too.
    fn lost(&self) -> Option<&'a Analysis> {
        self.before.filter(|_| self.analysis.capacity_per_hour.value.is_none())
    }

    fn load_of(&self, step: StepId) -> (Option<CardLoad>, bool) {
        self.known(|analysis| load(analysis, analysis.steps.get(&step)?))
    }

    fn capacity_of(&self, step: StepId) -> (Option<&'a Figure>, bool) {
        self.known(|analysis| {
            let step = analysis.steps.get(&step)?;
            let own = step
                .tightest
                .as_ref()
                .map_or(&step.capacity_per_hour, |pool| &pool.capacity_per_hour);
            own.value.map(|_| own)
        })
    }
}

/// How loaded a step is.
fn load(analysis: &Analysis, step: &StepFigures) -> Option<CardLoad> {
    let (utilisation, capacity, share) = match &step.tightest {
        Some(pool) => (&pool.utilisation, &pool.capacity_per_hour, pool.share),
        None => (&step.utilisation, &step.capacity_per_hour, 1.0),
    };
    // Without demand at the capacity of the whole.
    let pool = utilisation.value.or_else(|| {
        let own = capacity.value.filter(|own| *own > 0.0)?;
        Some(analysis.capacity_per_hour.value? / own)
    })?;
    Some(CardLoad { pool, own: share * pool })
}

impl SheetFigures for CardFigures<'_> {
    fn load(&self, step: StepId) -> Option<CardLoad> {
        self.load_of(step).0
    }

    /// The customers per hour that a step could serve; where its people do others as well, that they
    /// could serve with all of them. One unit on all cards, so that they can be compared; which part of
    /// their time a step takes is told by its bar.
    fn says(&self, step: StepId) -> Option<Cow<'_, str>> {
        let capacity = self.capacity_of(step).0?;
        Some(self.words.marked_as(capacity, Wording::short_rate).into())
    }

    fn is_bottleneck(&self, step: StepId) -> bool {
        self.limiting().steps.get(&step).is_some_and(|step| step.bottleneck)
    }

    fn outdated(&self, step: StepId) -> Outdated {
        Outdated {
            load: self.load_of(step).1,
            says: self.capacity_of(step).1,
            bottleneck: self.lost().is_some() && self.is_bottleneck(step),
        }
    }

    fn has_lens(&self) -> bool {
        self.lens.is_some_and(|lens| lens.is_on())
    }

    fn lens(&self, step: StepId) -> Option<LensMark> {
        self.lens?.mark(step, self.words)
    }

    fn marked_bottlenecks(&self) -> Vec<StepId> {
        // A step without a pool of its own stands for itself.
        let mut heaviest: BTreeMap<Option<&Pool>, (StepId, f64)> = BTreeMap::new();
        let mut marked = Vec::new();
        let analysis = self.limiting();
        // While nobody is said to do anything, servers are assumed everywhere: a badge for each would
        // cover a sketch with them, and one says as much.
        let is_assumed = |pool: &Pool| matches!(pool, Pool::Assumed(_));
        let is_sketch = analysis.pools.iter().all(|pool| is_assumed(&pool.pool));
        for step in &analysis.bottleneck {
            let tightest = analysis.steps.get(step).and_then(|step| step.tightest.as_ref());
            let Some(pool) = tightest else {
                marked.push(*step);
                continue;
            };
            let key = Some(&pool.pool).filter(|_| !is_sketch);
            let known = heaviest.entry(key).or_insert((*step, pool.work_s));
            if pool.work_s > known.1 {
                *known = (*step, pool.work_s);
            }
        }
        marked.extend(heaviest.into_values().map(|(step, _)| step));
        marked.sort_unstable();
        marked
    }
}
