//! What is beyond a plan: the next best, between which worths a whole plan stays, what would be.

use super::tables::{Draw, n};
use onstage::blueprint::sheets::{Aim, Amounts, Item, Limit, Purpose, Sense, Sheet};
use onstage::planning::exact::Number;
use onstage::planning::sheet::{Beyond, Place, Status, beyond, plan, solve};

fn of(sheet: &Sheet) -> Beyond {
    beyond(sheet, &solve(sheet).unwrap(), &|| false).unwrap()
}

fn tables() -> Sheet {
    Sheet {
        amounts: Amounts::Whole,
        limits: vec![Limit::new("Large", Sense::AtMost, 6), Limit::new("Small", Sense::AtMost, 8)],
        items: vec![Item::new("Table", 20, [2, 2]), Item::new("Chair", 15, [1, 2])],
        ..Sheet::of("Tables and chairs", Purpose::Production)
    }
}

#[test]
fn tables_and_chairs() {
    let found = of(&tables());
    let ends: Vec<_> = found.stays.iter().map(|it| (it.from.clone(), it.to.clone())).collect();
    assert_eq!(ends, [(Some(n("15")), Some(n("30"))), (Some(n("10")), Some(n("20")))]);
    let next = found.next.unwrap();
    let amounts: Vec<_> = next.items.iter().map(|item| item.amount.clone().unwrap()).collect();
    assert_eq!((next.value, amounts), (Some(n("65")), vec![n("1"), n("3")]));
    let prices: Vec<_> =
        found.relaxed.unwrap().limits.into_iter().map(|it| it.price_more).collect();
    assert_eq!(prices, [Some(n("5")), Some(n("5"))]);
    let asked: Vec<_> = found
        .what_ifs
        .iter()
        .map(|it| (it.place, it.to.clone(), it.answer.value.clone().unwrap()))
        .collect();
    assert_eq!(
        asked,
        [
            (Place::LimitAmount(0), n("7"), n("75")),
            (Place::LimitAmount(0), n("8"), n("80")),
            (Place::Worth(0), n("31"), n("93")),
            (Place::LimitAmount(1), n("9"), n("70")),
        ]
    );
    assert_eq!(found.what_ifs[3].value_two_more, Some(n("80")), "a pair brings 10");
}

#[test]
fn what_parts_would_bring_is_between_the_ends_that_are_written() {
    let mut sheet = tables();
    sheet.items[0].most = "1.5".into();
    let answer = solve(&sheet).unwrap();
    // One table and three chairs; in parts one and a half and two and a half.
    assert_eq!((answer.value, answer.relaxation), (Some(n("65")), Some(n("67.5"))));
}

/// Whole plans within the bounds, with what each is worth.
fn all_plans(sheet: &Sheet, most: i64) -> Vec<(Vec<i64>, Number)> {
    let count = sheet.items.len();
    let mut plans = vec![Vec::new()];
    for _ in 0..count {
        plans = plans
            .into_iter()
            .flat_map(|plan: Vec<i64>| {
                (0..=most).map(move |amount| [plan.as_slice(), &[amount]].concat())
            })
            .collect();
    }
    let sum = |plan: &[i64], of: &dyn Fn(&Item) -> Number| -> Number {
        let parts = sheet.items.iter().zip(plan);
        parts.map(|(item, amount)| &of(item) * &Number::whole(*amount)).sum()
    };
    let keeps = |plan: &Vec<i64>| {
        sheet.limits.iter().enumerate().all(|(at, limit)| {
            let used = sum(plan, &|item| item.uses[at].number().unwrap());
            used <= limit.amount.number().unwrap()
        })
    };
    let plans = plans.into_iter().filter(keeps);
    plans
        .map(|plan| {
            let worth = sum(&plan, &|item| item.worth.number().unwrap());
            (plan, worth)
        })
        .collect()
}

#[test]
fn the_next_best_is_the_best_of_all_others() {
    let mut draw = Draw(31);
    for round in 0..60 {
        let items = draw.count(1, 3);
        let mut sheet = Sheet {
            amounts: Amounts::Whole,
            aim: if round % 2 == 0 { Aim::Most } else { Aim::Least },
            ..Sheet::of("Small", Purpose::Production)
        };
        for at in 0..2 {
            let amount = draw.between(3, 14);
            sheet.limits.push(Limit::new(&format!("L{at}"), Sense::AtMost, amount));
        }
        for at in 0..items {
            let uses = [draw.between(0, 4), draw.between(0, 4)];
            let worth = draw.between(-3, 9);
            sheet.items.push(Item::new(&format!("I{at}"), worth, uses).at_most(4));
        }
        let answer = solve(&sheet).unwrap();
        let own: Vec<i64> = answer
            .items
            .iter()
            .map(|item| item.amount.as_ref().unwrap().to_i64().unwrap())
            .collect();
        let others = all_plans(&sheet, 4).into_iter().filter(|(plan, _)| *plan != own);
        let others = others.map(|(_, worth)| worth);
        let best = if sheet.aim == Aim::Most { others.max() } else { others.min() };
        let next = of(&sheet).next.and_then(|answer| answer.value);
        assert_eq!(next, best, "{round} {sheet:?}");
    }
}

#[test]
fn a_whole_plan_stays_the_best_just_as_long_as_is_said() {
    let mut draw = Draw(17);
    for round in 0..60 {
        let mut sheet = tables();
        sheet.aim = if round % 2 == 0 { Aim::Most } else { Aim::Least };
        for item in &mut sheet.items {
            item.worth = draw.between(if round % 2 == 0 { 1 } else { -9 }, 12).into();
            item.uses = vec![draw.between(1, 4).into(), draw.between(1, 4).into()];
        }
        let answer = solve(&sheet).unwrap();
        assert_eq!(answer.status, Status::Optimal);
        let found = of(&sheet);
        for (at, stays) in found.stays.iter().enumerate() {
            let amount = answer.items[at].amount.clone().unwrap();
            let worth = sheet.items[at].worth.number().unwrap();
            let value = answer.value.clone().unwrap();
            let ours = |to: &Number| &value + &(&amount * &(to - &worth));
            let best = |to: &Number| plan(&sheet.with(Place::Worth(at), to)).unwrap().value;
            for (end, outwards) in [(&stays.from, -1), (&stays.to, 1)] {
                let Some(end) = end else {
                    let far = &worth + &Number::whole(1_000 * outwards);
                    assert_eq!(best(&far), Some(ours(&far)), "{round} {at}");
                    continue;
                };
                assert_eq!(best(end), Some(ours(end)), "{round} {at} at its end");
                let beyond = end + &Number::fraction(outwards, 1_000).unwrap();
                assert_ne!(best(&beyond), Some(ours(&beyond)), "{round} {at} beyond its end");
            }
        }
    }
}
