//! A mix as a scenario.

use super::fill::{Filled, classes_of, usual_classes};
use super::solved::{MixAnswer, todays_shares};
use crate::blueprint::sheets::{ClassOf, Figure, Item, Mix, MixClass, Sheet};
use crate::blueprint::{
    Blueprint, Demand, Link, Quantity, Refusal, Scenario, ScenarioId, Share, Step,
};
use crate::planning::exact::Number;

/// Makes a copy of a scenario in which customers come as the best mix says: the shares of its classes as fractions, and
/// as many an hour as there are of all.
///
/// # Errors
/// As [`Blueprint::duplicate_scenario`]; [`Refusal::NotThere`] where nothing is planned.
pub fn with_mix(
    blueprint: &mut Blueprint,
    scenario: ScenarioId,
    (filled, found): (&Filled, &MixAnswer),
    name: &str,
) -> Result<ScenarioId, Refusal> {
    let amounts: Option<Vec<Number>> =
        found.answer.items.iter().map(|item| item.amount.clone()).collect();
    let amounts = amounts.ok_or(Refusal::NotThere)?;
    let all: Number = amounts.iter().sum();
    if !all.is_positive() {
        return Err(Refusal::NotThere);
    }
    let mut changed = blueprint.clone();
    let new = changed.duplicate_scenario(scenario, name.trim())?;
    changed.edit(new, |scenario, _| {
        for (of, amount) in filled.classes.iter().zip(&amounts) {
            let part = amount.over(&all).unwrap_or_default();
            let share = Some(share(&part)?);
            match of {
                ClassOf::Way(id) => {
                    let link = scenario.links().get(id).ok_or(Refusal::NotThere)?;
                    let link = Link { share, ..Link::clone(link) };
                    scenario.set_link(*id, link)?;
                }
                ClassOf::Entry(id) => {
                    let step = scenario.steps().get(id).ok_or(Refusal::NotThere)?;
                    let step = Step { enter: share, ..Step::clone(step) };
                    scenario.set_step(*id, step)?;
                }
            }
        }
        let per_hour = Some(Quantity::new(all.to_f64())?);
        scenario.set_demand(Demand { per_hour, ..scenario.demand().clone() })
    })?;
    *blueprint = changed;
    Ok(new)
}

/// A share as the fraction that it is, as long as its parts are numbers that a file holds.
fn share(part: &Number) -> Result<Share, Refusal> {
    let fraction = part.to_fraction();
    let (above, below) = fraction.split_once('/').unwrap_or((fraction.as_str(), "1"));
    match (above.parse(), below.parse()) {
        (Ok(above), Ok(below)) => Share::fraction(above, below),
        _ => Share::percent(part.to_f64() * 100.0),
    }
}

/// The part of people's time that a new mix fills: more, and waits grow long.
const USUAL_FILL: &str = "85 %";

/// The mix that a scenario begins with: sorted as usual, with hours that leave room, and a market as large as the
/// demand of today, as far as that and its shares are known; `None` where nothing sorts customers.
#[must_use]
pub fn usual_mix(scenario: &Scenario) -> Option<Mix> {
    let sorted_by = usual_classes(scenario)?;
    let all = scenario.demand().per_hour.map(Quantity::get).and_then(Number::of_decimal);
    let of_today = todays_shares(scenario, &classes_of(scenario, sorted_by));
    let classes = of_today.zip(all).map(|(shares, all)| {
        let of = classes_of(scenario, sorted_by);
        let each = of.into_iter().zip(shares).map(|(of, share)| {
            let most = &Number::of_decimal(share).unwrap_or_default() * &all;
            MixClass { most: Figure::from(most.to_decimal(3)), ..MixClass::new(of) }
        });
        each.collect()
    });
    let (scenario, fill) = (scenario.id(), Figure::from(USUAL_FILL));
    Some(Mix { scenario, sorted_by, fill, classes: classes.unwrap_or_default() })
}

/// A mix with what was written into its filled table: worths, least and most of its classes. Whatever else was changed
/// there is the blueprint's to say, and is dropped.
#[must_use]
pub fn with_table(own: &Sheet, filled: &Filled, changed: &Sheet) -> Sheet {
    let mut sheet = own.clone();
    let Some(mix) = &mut sheet.mix else { return sheet };
    let rows = filled.classes.iter().zip(&filled.sheet.items).zip(&changed.items);
    for ((of, before), now) in rows {
        let fields = |item: &Item| [item.worth.clone(), item.least.clone(), item.most.clone()];
        let (before, now) = (fields(before), fields(now));
        if before == now {
            continue;
        }
        let at = mix.classes.iter().position(|said| said.of == *of).unwrap_or_else(|| {
            mix.classes.push(MixClass::new(*of));
            mix.classes.len() - 1
        });
        let Some(said) = mix.classes.get_mut(at) else { continue };
        let own = [&mut said.worth, &mut said.least, &mut said.most];
        for ((own, before), now) in own.into_iter().zip(before).zip(now) {
            if before != now {
                *own = now;
            }
        }
    }
    sheet
}
