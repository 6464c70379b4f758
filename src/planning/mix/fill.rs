//! A service mix filled by its blueprint.

use std::collections::BTreeSet;

use crate::analysis::{Lack, Offer, Pool, Workload, material, workload};
use crate::blueprint::sheets::{
    ClassOf, Figure, Item, Limit, Mix, MixClass, Sense, Sheet, SortedBy,
};
use crate::blueprint::{
    Blueprint, Link, LinkId, LinkKind, Quantity, Scenario, Share, Step, StepId, StepKind,
};
use crate::planning::exact::Number;
use crate::process::{Process, compile};

const MINUTE_S: i64 = 60;

/// A pool of a mix.
#[derive(Clone, Debug, PartialEq)]
pub struct MixPool {
    /// Of what: one role, or the places or the server of a step.
    pub pool: Pool,
    /// Its limit among those of the sheet.
    pub limit: usize,
    /// Minutes an hour that one more of it offers.
    pub one_more: Number,
    /// What an hour of one costs; `None` where nothing is said.
    pub cost_per_hour: Option<Number>,
}

/// Work of a class that several pools may do, as far as one of them does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The class, among the items of the sheet.
    pub class: usize,
    /// The limit of the pool that does it.
    pub limit: usize,
    /// The hidden item of the sheet whose amount are the minutes.
    pub item: usize,
}

/// A mix as an ordinary sheet: a row for each class, a limit in minutes an hour for each pool.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The sheet; what several can do stands in hidden items and limits.
    pub sheet: Sheet,
    /// The classes, in the order of the items.
    pub classes: Vec<ClassOf>,
    /// The part of the time of all pools that is filled.
    pub part: Number,
    /// The pools that limit something.
    pub pools: Vec<MixPool>,
    /// Who may do what several can.
    pub shared: Vec<Shared>,
    /// Whether the plan can surely be worked up; else it is an upper bound.
    pub is_attained: bool,
}

/// Why a mix cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MixRefusal {
    /// It says nothing of what fills it.
    NoLink,
    /// Its scenario is gone.
    NoScenario,
    /// Its step is gone; which.
    StepGone(StepId),
    /// Its step is no decision with two ways out.
    NoDecision,
    /// There are not two steps at which customers come in, each with its share.
    NoEntries,
    /// What a class speaks of is gone; which of those that are written.
    ClassGone(usize),
    /// A class is spoken of twice; the second of those that are written.
    ClassTwice(usize),
    /// Neither what a customer of a class is worth nor a price is given; which class.
    NoWorth(String),
    /// Its fill is no share from 0 to 1.
    BadFill,
    /// With all customers in a class, its work cannot be known; which class, and what is lacking.
    Lacks(String, Vec<Lack>),
}

/// A class on its way into the sheet.
struct Class {
    of: ClassOf,
    name: String,
    said: MixClass,
    work: Workload,
    material: Number,
}

/// Fills a mix. The flow is compiled once a class.
///
/// # Errors
/// What is wrong with it first.
pub fn fill(blueprint: &Blueprint, sheet: &Sheet) -> Result<Filled, MixRefusal> {
    let filled = fill_open(blueprint, sheet)?;
    let mut items = filled.sheet.items.iter().filter(|item| !item.is_hidden);
    match items.find(|item| item.worth.is_blank()) {
        Some(item) => Err(MixRefusal::NoWorth(item.name.clone())),
        None => Ok(filled),
    }
}

/// The same where worths may be lacking: these are blank, to be written into the table.
///
/// # Errors
/// What else is wrong with it first.
pub fn fill_open(blueprint: &Blueprint, sheet: &Sheet) -> Result<Filled, MixRefusal> {
    let mix = sheet.mix.as_deref().ok_or(MixRefusal::NoLink)?;
    let scenario = blueprint.scenario(mix.scenario).ok_or(MixRefusal::NoScenario)?;
    let part = part(&mix.fill).ok_or(MixRefusal::BadFill)?;
    let classes = classes(blueprint, scenario, mix)?;
    let mut filled = Filled {
        sheet: Sheet {
            name: sheet.name.clone(),
            purpose: sheet.purpose,
            aim: sheet.aim,
            ..Sheet::default()
        },
        classes: classes.iter().map(|class| class.of).collect(),
        part: part.clone(),
        pools: Vec::new(),
        shared: Vec::new(),
        is_attained: classes.iter().all(|class| class.work.is_attained),
    };
    let price = scenario.demand().price.map(Quantity::get).and_then(Number::of_decimal);
    let mut names = BTreeSet::new();
    for class in &classes {
        let usual = price.as_ref().map(|price| price - &class.material);
        let worth = match (class.said.worth.is_blank(), usual) {
            (false, _) => class.said.worth.clone(),
            (true, Some(usual)) => Figure::from(written(&usual)),
            (true, None) => Figure::default(),
        };
        filled.sheet.items.push(Item {
            name: unlike(&class.name, &mut names),
            worth,
            least: class.said.least.clone(),
            most: class.said.most.clone(),
            ..Item::default()
        });
    }
    add_pools(&mut filled, scenario, &classes);
    add_work(&mut filled, &classes);
    Ok(filled)
}

/// A number as a decimal where that is exact, else as a fraction.
fn written(number: &Number) -> String {
    let decimal = number.to_decimal(6);
    let is_exact = decimal.parse().is_ok_and(|read: Number| read == *number);
    if is_exact { decimal } else { number.to_fraction() }
}

/// What sorts the customers of a scenario where nobody said: the first decision with two ways out, else where they
/// come in; `None` where there is neither.
#[must_use]
pub fn usual_classes(scenario: &Scenario) -> Option<SortedBy> {
    let decides = |step: &StepId| ways(scenario, *step).len() > 1;
    let is_decision = |(id, step): (&StepId, &std::sync::Arc<Step>)| {
        (step.kind == StepKind::Decision && decides(id)).then_some(*id)
    };
    let decision = scenario.steps().iter().find_map(is_decision);
    let by_entries = || (entries(scenario).len() > 1).then_some(SortedBy::Entries);
    decision.map(SortedBy::Ways).or_else(by_entries)
}

/// The part of people's time that is filled.
fn part(fill: &Figure) -> Option<Number> {
    if fill.is_blank() {
        return Some(Number::one());
    }
    let part: Number = fill.written().trim().parse().ok()?;
    (part.is_positive() && part <= Number::one()).then_some(part)
}

/// The classes in document order, each with the work of a service in which all are of it.
fn classes(
    blueprint: &Blueprint,
    scenario: &Scenario,
    mix: &Mix,
) -> Result<Vec<Class>, MixRefusal> {
    let all = classes_of(scenario, mix.sorted_by);
    if all.len() < 2 {
        return Err(match mix.sorted_by {
            SortedBy::Ways(step) if !scenario.steps().contains_key(&step) => {
                MixRefusal::StepGone(step)
            }
            SortedBy::Ways(_) => MixRefusal::NoDecision,
            SortedBy::Entries => MixRefusal::NoEntries,
        });
    }
    for (at, said) in mix.classes.iter().enumerate() {
        if !all.contains(&said.of) {
            return Err(MixRefusal::ClassGone(at));
        }
        if mix.classes.iter().take(at).any(|before| before.of == said.of) {
            return Err(MixRefusal::ClassTwice(at));
        }
    }
    let mut classes = Vec::with_capacity(all.len());
    for of in &all {
        let name = class_name(scenario, *of);
        let only = only(blueprint, scenario, *of, &all);
        let process = compile(&only);
        let work = workload(&only, &process);
        if !work.lacks.is_empty() {
            return Err(MixRefusal::Lacks(name, work.lacks));
        }
        let said = mix.classes.iter().find(|said| said.of == *of);
        let said = said.cloned().unwrap_or_else(|| MixClass::new(*of));
        let material = material_of(&only, &process);
        classes.push(Class { of: *of, name, said, work, material });
    }
    Ok(classes)
}

/// The classes in document order.
pub(super) fn classes_of(scenario: &Scenario, sorted_by: SortedBy) -> Vec<ClassOf> {
    match sorted_by {
        SortedBy::Ways(step) => ways(scenario, step).into_iter().map(ClassOf::Way).collect(),
        SortedBy::Entries => entries(scenario).into_iter().map(ClassOf::Entry).collect(),
    }
}

fn material_of(scenario: &Scenario, process: &Process) -> Number {
    material(scenario, process).and_then(Number::of_decimal).unwrap_or_default()
}

/// The Flows out of a decision, in document order; none where it is none.
fn ways(scenario: &Scenario, step: StepId) -> Vec<LinkId> {
    let is_way = |link: &Link| link.from == step && link.kind == LinkKind::Flow;
    let ways = scenario.links().iter().filter(|(_, link)| is_way(link));
    ways.map(|(id, _)| *id).collect()
}

/// The steps at which a share of the customers comes in, in document order.
fn entries(scenario: &Scenario) -> Vec<StepId> {
    let steps = scenario.steps().iter().filter(|(_, step)| step.enter.is_some());
    steps.map(|(id, _)| *id).collect()
}

/// What a class is called: the words at its way, else the step that it leads to; blank where it is gone.
#[must_use]
pub fn class_name(scenario: &Scenario, of: ClassOf) -> String {
    let of_step = |id: StepId| scenario.steps().get(&id).map(|step| step.name.clone());
    match of {
        ClassOf::Entry(step) => of_step(step).unwrap_or_default(),
        ClassOf::Way(id) => match scenario.links().get(&id) {
            Some(link) if !link.label.trim().is_empty() => link.label.clone(),
            Some(link) => link.to.step().and_then(of_step).unwrap_or_default(),
            None => String::new(),
        },
    }
}

/// The scenario with all customers in one class.
fn only(blueprint: &Blueprint, scenario: &Scenario, of: ClassOf, all: &[ClassOf]) -> Scenario {
    let mut changed = blueprint.clone();
    let share = |other: &ClassOf| Share::percent(if *other == of { 100.0 } else { 0.0 }).ok();
    // Each is there, and these shares are some: nothing is refused.
    let made = changed.edit(scenario.id(), |scenario, _| {
        for other in all {
            match other {
                ClassOf::Way(id) => {
                    if let Some(link) = scenario.links().get(id) {
                        let link = Link { share: share(other), ..Link::clone(link) };
                        scenario.set_link(*id, link)?;
                    }
                }
                ClassOf::Entry(id) => {
                    if let Some(step) = scenario.steps().get(id) {
                        let step = Step { enter: share(other), ..Step::clone(step) };
                        scenario.set_step(*id, step)?;
                    }
                }
            }
        }
        Ok(())
    });
    debug_assert!(made.is_ok(), "{made:?}");
    changed.scenario(scenario.id()).map_or_else(|| scenario.clone(), |it| Scenario::clone(it))
}

/// A name that no other has: a number where it is taken.
fn unlike(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut found = name.to_owned();
    let mut number = 1;
    while !taken.insert(found.trim().to_owned()) {
        number += 1;
        found = format!("{name} {number}");
    }
    found
}

/// A limit for each pool that some class asks for, in the order in which they stand in the blueprint.
fn add_pools(filled: &mut Filled, scenario: &Scenario, classes: &[Class]) {
    let mut offers: Vec<&Offer> = Vec::new();
    for offer in classes.iter().flat_map(|class| &class.work.offers) {
        if !offers.iter().any(|known| known.pool == offer.pool) {
            offers.push(offer);
        }
    }
    let mut names = BTreeSet::new();
    for offer in offers {
        let counts: BTreeSet<u32> = counts(classes, &offer.pool).collect();
        if counts.is_empty() {
            continue;
        }
        // Work that takes several at once leaves over whom no full set is left for.
        let most = counts.iter().max().copied().unwrap_or(1).max(1);
        let units = if counts.len() == 1 { offer.units / most * most } else { offer.units };
        filled.is_attained &= counts.len() == 1;
        let each = Number::of_decimal(offer.availability).unwrap_or_else(Number::one);
        let one_more = &(&each * &Number::whole(MINUTE_S)) * &filled.part;
        let amount = &one_more * &Number::whole(i64::from(units));
        let (name, cost) = match &offer.pool {
            Pool::Roles(roles) => {
                let role = roles.first().and_then(|role| scenario.roles().get(role));
                let name = role.map_or_else(String::new, |role| role.name.clone());
                (name, role.and_then(|role| role.cost_per_hour))
            }
            Pool::Places(step) | Pool::Assumed(step) => {
                let name = scenario.steps().get(step).map(|step| step.name.clone());
                (name.unwrap_or_default(), None)
            }
        };
        filled.pools.push(MixPool {
            pool: offer.pool.clone(),
            limit: filled.sheet.limits.len(),
            one_more,
            cost_per_hour: cost.map(Quantity::get).and_then(Number::of_decimal),
        });
        let name = unlike(&name, &mut names);
        filled.sheet.limits.push(Limit::new(&name, Sense::AtMost, amount.to_fraction()));
    }
}

/// How many units of a pool are asked for at once by what asks for it.
fn counts<'a>(classes: &'a [Class], pool: &'a Pool) -> impl Iterator<Item = u32> + 'a {
    classes.iter().flat_map(move |class| {
        let asks = move |by: &[usize]| {
            by.iter().any(|at| class.work.offers.get(*at).is_some_and(|it| it.pool == *pool))
        };
        let works = class.work.works.iter().filter(|work| work.work_s > 0.0);
        works.filter(move |work| asks(&work.by)).map(|work| work.count)
    })
}

/// Puts in what each class asks of each pool in minutes; what several can do as a hidden item for each who can.
fn add_work(filled: &mut Filled, classes: &[Class]) {
    let limits = filled.sheet.limits.len();
    let mut uses = vec![vec![Number::zero(); limits]; classes.len()];
    let mut ties: Vec<(usize, Number, Vec<usize>)> = Vec::new();
    for (at, minutes, by) in asked(classes, &filled.pools) {
        if let [only] = by[..] {
            if let Some(used) = uses.get_mut(at).and_then(|row| row.get_mut(only)) {
                *used += &minutes;
            }
            continue;
        }
        match ties.iter_mut().find(|(of, _, known)| *of == at && *known == by) {
            Some((_, sum, _)) => *sum += &minutes,
            None => ties.push((at, minutes, by)),
        }
    }
    // One tie for each class and each set of those who can do the same: minutes that are done are those asked.
    let width = limits + ties.len();
    let figures = |row: &[Number]| -> Vec<Figure> {
        row.iter().map(|number| Figure::from(number.to_fraction())).collect()
    };
    for (at, item) in filled.sheet.items.iter_mut().enumerate() {
        let mut row = uses.get(at).cloned().unwrap_or_default();
        row.resize(width, Number::zero());
        for (tie, (class, minutes, _)) in ties.iter().enumerate() {
            if let Some(used) = row.get_mut(limits + tie).filter(|_| *class == at) {
                *used = -minutes.clone();
            }
        }
        item.uses = figures(&row);
    }
    for (tie, (class, _, by)) in ties.iter().enumerate() {
        let name = format!("tie {tie}");
        let limit = Limit { is_hidden: true, ..Limit::new(&name, Sense::Exactly, 0) };
        filled.sheet.limits.push(limit);
        for pool in by {
            let mut row = vec![Number::zero(); width];
            for place in [*pool, limits + tie] {
                if let Some(used) = row.get_mut(place) {
                    *used = Number::one();
                }
            }
            let item = filled.sheet.items.len();
            filled.shared.push(Shared { class: *class, limit: *pool, item });
            let name = format!("tie {tie} by {pool}");
            let uses = figures(&row);
            filled.sheet.items.push(Item { name, uses, is_hidden: true, ..Item::default() });
        }
    }
}

/// The minutes that each class asks for, with the limits of those who can do them.
fn asked(classes: &[Class], pools: &[MixPool]) -> Vec<(usize, Number, Vec<usize>)> {
    let mut asked = Vec::new();
    for (at, class) in classes.iter().enumerate() {
        for work in class.work.works.iter().filter(|work| work.work_s > 0.0) {
            let seconds = Number::of_decimal(work.work_s).unwrap_or_default();
            let minutes = seconds.over(&Number::whole(MINUTE_S)).unwrap_or_default();
            let limit_of = |offer: &usize| {
                let pool = &class.work.offers.get(*offer)?.pool;
                pools.iter().find(|known| known.pool == *pool).map(|known| known.limit)
            };
            let by: Vec<usize> = work.by.iter().filter_map(limit_of).collect();
            if !by.is_empty() {
                asked.push((at, minutes, by));
            }
        }
    }
    asked
}
