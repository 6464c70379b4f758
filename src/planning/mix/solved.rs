//! The best mix, and what one more of each pool would bring.

use super::fill::{Filled, MixPool};
use crate::analysis::analyse;
use crate::blueprint::Scenario;
use crate::blueprint::sheets::{ClassOf, Figure, Sheet};
use crate::planning::exact::Number;
use crate::planning::sheet::{Answer, Fault, plan, solve};

/// What comes out of a mix.
#[derive(Clone, Debug, PartialEq)]
pub struct MixAnswer {
    /// What comes out of it as a sheet: items are classes in customers an hour, limits pools in minutes an hour.
    pub answer: Answer,
    /// Whether no more can be said than that the plan is an upper bound.
    pub is_at_most: bool,
    /// The pools.
    pub pools: Vec<PoolAnswer>,
    /// Who does what several can, in one of the best plans: what takes no minutes is left out.
    pub shared: Vec<SharedWork>,
    /// What today's shares come to; `None` where they, or the capacity with them, are not known.
    pub today: Option<Today>,
}

/// A pool of a mix that was solved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolAnswer {
    /// Its name.
    pub name: String,
    /// What one more hour of it brings, as far as that goes.
    pub price_per_hour: Option<Number>,
    /// What one more of it brings in an hour, solved anew.
    pub one_more_brings: Option<Number>,
    /// That less what one costs an hour; `None` where no cost is given.
    pub less_wage: Option<Number>,
}

/// Minutes an hour that a pool gives to a class, of work that others could do too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedWork {
    /// The class.
    pub class: String,
    /// The pool.
    pub pool: String,
    /// Minutes an hour.
    pub minutes: Number,
}

/// The classes in the shares of today, at capacity: of the same part of all time as the plan fills, and of no class more
/// than the plan may have of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Today {
    /// Customers an hour.
    pub per_hour: f64,
    /// Of each class.
    pub shares: Vec<f64>,
    /// What they are worth an hour.
    pub worth: f64,
}

/// Solves a mix that was filled from a scenario, and once more for each of its pools.
///
/// # Errors
/// What is wrong in its cells: worths, least and most.
pub fn mix_answer(filled: &Filled, scenario: &Scenario) -> Result<MixAnswer, Vec<Fault>> {
    let answer = solve(&filled.sheet)?;
    let pools = filled.pools.iter().map(|pool| pool_answer(filled, pool, &answer)).collect();
    let (shared, today) = (shared(filled), today(filled, scenario));
    Ok(MixAnswer { answer, is_at_most: !filled.is_attained, pools, shared, today })
}

/// Who does the work that several can: with nothing hidden, the same plan tells.
fn shared(filled: &Filled) -> Vec<SharedWork> {
    if filled.shared.is_empty() {
        return Vec::new();
    }
    let mut seen = filled.sheet.clone();
    for item in &mut seen.items {
        item.is_hidden = false;
    }
    for limit in &mut seen.limits {
        limit.is_hidden = false;
    }
    let Ok(answer) = plan(&seen) else { return Vec::new() };
    let mut all: Vec<SharedWork> = Vec::new();
    for of in &filled.shared {
        let minutes = answer.items.get(of.item).and_then(|item| item.amount.as_ref());
        let names = (filled.sheet.items.get(of.class), filled.sheet.limits.get(of.limit));
        let (Some(minutes), (Some(class), Some(pool))) = (minutes, names) else { continue };
        if !minutes.is_positive() {
            continue;
        }
        match all.iter_mut().find(|known| known.class == class.name && known.pool == pool.name) {
            Some(known) => known.minutes += minutes,
            None => all.push(SharedWork {
                class: class.name.clone(),
                pool: pool.name.clone(),
                minutes: minutes.clone(),
            }),
        }
    }
    all
}

fn pool_answer(filled: &Filled, pool: &MixPool, answer: &Answer) -> PoolAnswer {
    let limit = answer.limits.get(pool.limit);
    let hour = Number::whole(60);
    let price = limit.and_then(|limit| limit.price_more.as_ref()).map(|price| price * &hour);
    let brings = answer.value.as_ref().and_then(|value| {
        let more = with_more(&filled.sheet, pool, limit.map(|limit| &limit.amount)?);
        Some(&plan(&more).ok()?.value? - value)
    });
    let wage = pool.cost_per_hour.as_ref();
    let less_wage = brings.as_ref().zip(wage).map(|(brings, wage)| brings - wage);
    PoolAnswer {
        name: limit.map(|limit| limit.name.clone()).unwrap_or_default(),
        price_per_hour: price,
        one_more_brings: brings,
        less_wage,
    }
}

/// The sheet with one more of a pool.
fn with_more(sheet: &Sheet, pool: &MixPool, amount: &Number) -> Sheet {
    let mut more = sheet.clone();
    if let Some(limit) = more.limits.get_mut(pool.limit) {
        limit.amount = Figure::from((amount + &pool.one_more).to_fraction());
    }
    more
}

/// The shares of some classes today; `None` where not all of them are known.
pub(super) fn todays_shares(scenario: &Scenario, classes: &[ClassOf]) -> Option<Vec<f64>> {
    let share = |of: &ClassOf| match of {
        ClassOf::Way(link) => scenario.links().get(link)?.share,
        ClassOf::Entry(step) => scenario.steps().get(step)?.enter,
    };
    let mut shares: Vec<Option<f64>> = classes.iter().map(|of| Some(share(of)?.value())).collect();
    // A single blank one is what the others leave.
    let rest = 1.0 - shares.iter().flatten().sum::<f64>();
    if let [only] = shares.iter_mut().filter(|it| it.is_none()).collect::<Vec<_>>().as_mut_slice() {
        **only = Some(rest.max(0.0));
    }
    shares.into_iter().collect()
}

/// What today's shares come to at capacity, in the part of all time that the plan may fill: as far as there are so many
/// of each class, else the best plan would be less than today's.
fn today(filled: &Filled, scenario: &Scenario) -> Option<Today> {
    let shares = todays_shares(scenario, &filled.classes)?;
    let capacity = analyse(scenario).capacity_per_hour.value? * filled.part.to_f64();
    let most = filled.sheet.items.iter().filter(|item| !item.is_hidden).zip(&shares);
    let most = most.filter_map(|(item, share)| {
        let most: Number = item.most.written().trim().parse().ok()?;
        (*share > 0.0).then(|| most.to_f64() / share)
    });
    let per_hour = most.fold(capacity, f64::min);
    let worth = filled.sheet.items.iter().filter(|item| !item.is_hidden).zip(&shares);
    let worth = worth.map(|(item, share)| {
        let worth: Option<Number> = item.worth.written().trim().parse().ok();
        Some(worth?.to_f64() * share)
    });
    let worth: f64 = worth.sum::<Option<f64>>()? * per_hour;
    Some(Today { per_hour, shares, worth })
}
