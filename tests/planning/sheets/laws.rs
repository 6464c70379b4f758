//! Laws over random sheets: what an answer says of another sheet is held against solving that one anew.

use super::tables::{Draw, places, tied_items, tied_ways, value};
use onstage::blueprint::sheets::{
    Aim, Amounts, End, Figure, Item, Limit, Purpose, Rule, Sense, Sheet,
};
use onstage::planning::exact::Number;
use onstage::planning::sheet::{Answer, Place, Status, check, plan, solve};

/// A little, below anything that bends a value here but exact.
fn little() -> Number {
    Number::fraction(1, 1_000_000_000).unwrap()
}

fn slope(
    sheet: &Sheet,
    place: Place,
    amount: &Number,
    best: &Number,
    step: &Number,
) -> Option<Number> {
    let moved = value(&sheet.with(place, &(amount + step)))?;
    (&moved - best).over(step)
}

/// A price, where it ends, and what solving anew says just beside and just beyond.
fn check_prices(sheet: &Sheet, answer: &Answer) -> usize {
    let best = answer.value.clone().unwrap();
    let mut bends = 0;
    for (limit, (place, may_be_negative)) in answer.limits.iter().zip(places(sheet)) {
        let sides =
            [(little(), &limit.price_more, &limit.to), (-little(), &limit.price_less, &limit.from)];
        for (step, price, end) in sides {
            if !may_be_negative && (&limit.amount + &step).is_negative() {
                continue;
            }
            assert_eq!(
                slope(sheet, place, &limit.amount, &best, &step),
                *price,
                "{place:?} {step} {sheet:?}"
            );
            let (Some(price), Some(end)) = (price, end) else { continue };
            if !may_be_negative && end.is_negative() {
                continue;
            }
            let there = value(&sheet.with(place, end)).unwrap();
            assert_eq!(&there - &best, &(end - &limit.amount) * price, "{place:?} {sheet:?}");
            let beyond = end + &step;
            if !may_be_negative && beyond.is_negative() {
                continue;
            }
            if let Some(beyond) = value(&sheet.with(place, &beyond)) {
                assert_ne!(&(&beyond - &there).over(&step).unwrap(), price, "{place:?} {sheet:?}");
                bends += 1;
            }
        }
    }
    bends
}

/// The plan shown stays best between its worths, and not beyond.
fn check_worths(sheet: &Sheet, answer: &Answer) {
    for (at, item) in answer.items.iter().enumerate() {
        let worth = sheet.items[at].worth.number().unwrap();
        let amount = item.amount.clone().unwrap();
        for (end, step) in [(&item.worth_from, -little()), (&item.worth_to, little())] {
            let ours = |worth_then: &Number| {
                &(answer.value.clone().unwrap()) + &(&(worth_then - &worth) * &amount)
            };
            let Some(end) = end else {
                let far = &worth + &(&step * &Number::whole(1_000_000_000_000_000));
                assert_eq!(
                    value(&sheet.with(Place::Worth(at), &far)),
                    Some(ours(&far)),
                    "{sheet:?}"
                );
                continue;
            };
            assert_eq!(
                value(&sheet.with(Place::Worth(at), end)),
                Some(ours(end)),
                "{at} {sheet:?}"
            );
            let beyond = end + &step;
            assert_ne!(
                value(&sheet.with(Place::Worth(at), &beyond)),
                Some(ours(&beyond)),
                "{at} {sheet:?}"
            );
        }
        // A unit forced in.
        let least = sheet.items[at].least.number().unwrap_or_default();
        let more = sheet.with(Place::Least(at), &(&least + &little()));
        let may_rise = check(&more).is_empty();
        let forced = if may_rise { value(&more) } else { None };
        let loss = forced.map(|forced| {
            let change = &forced - answer.value.as_ref().unwrap();
            let change = if sheet.aim == Aim::Most { -change } else { change };
            change.over(&little()).unwrap()
        });
        assert_eq!(loss, item.reduced_cost, "{at} {sheet:?}");
        // Least and most over all best plans: with the value held.
        let mut held = sheet.clone();
        let worths: Vec<Figure> = sheet.items.iter().map(|item| item.worth.clone()).collect();
        held.limits.push(Limit::new(
            "Value",
            Sense::Exactly,
            Figure::from(answer.value.as_ref().unwrap()),
        ));
        for (own, worth) in held.items.iter_mut().zip(worths) {
            own.uses.push(worth);
        }
        for (own, item) in held.items.iter_mut().enumerate() {
            item.worth = Figure::from(i64::from(own == at));
        }
        for (aim, end) in [(Aim::Least, &item.least_optimal), (Aim::Most, &item.most_optimal)] {
            held.aim = aim;
            assert_eq!(value(&held), *end, "{at} {aim:?} {sheet:?}");
        }
    }
    let is_unique = answer
        .items
        .iter()
        .all(|item| item.least_optimal == item.most_optimal && item.least_optimal.is_some());
    assert_eq!(answer.unique, Some(is_unique));
}

/// No price, no use: complementary slackness, and with equal prices both ways strong duality.
fn check_duality(sheet: &Sheet, answer: &Answer) {
    for limit in &answer.limits {
        if limit.binding == Some(false) {
            for price in [&limit.price_more, &limit.price_less].into_iter().flatten() {
                assert!(price.is_zero(), "{sheet:?}");
            }
        }
        // The value is concave where most is wanted, convex where least.
        if let (Some(more), Some(less)) = (&limit.price_more, &limit.price_less) {
            assert!(if sheet.aim == Aim::Most { more <= less } else { more >= less });
        }
    }
    let has_bounds = sheet.items.iter().any(|item| !item.most.is_blank() || !item.least.is_blank());
    if answer.limits.iter().all(|limit| limit.price_more == limit.price_less) && !has_bounds {
        let sum: Number = answer
            .limits
            .iter()
            .map(|limit| &limit.amount * limit.price_more.as_ref().unwrap())
            .sum();
        assert_eq!(Some(sum), answer.value, "{sheet:?}");
    }
}

/// What cannot hold together cannot, and without any one of it can; repairs repair, and nothing nearer does.
fn check_conflict(sheet: &Sheet, answer: &Answer) {
    assert!(!answer.conflict.is_empty(), "{sheet:?}");
    let keep = |names: &[String]| {
        let mut part = sheet.clone();
        let kept: Vec<usize> =
            (0..sheet.limits.len()).filter(|at| names.contains(&sheet.limits[*at].name)).collect();
        part.limits = kept.iter().map(|at| sheet.limits[*at].clone()).collect();
        for item in &mut part.items {
            item.uses = kept.iter().map(|at| item.uses[*at].clone()).collect();
        }
        if !names.contains(&"total".to_owned()) {
            part.total = None;
        }
        part
    };
    let status = |part: &Sheet| plan(part).unwrap().status;
    // Least and most that take part stand behind the limits; no other is a cause.
    let is_bound = |place: &&Place| matches!(place, Place::Least(_) | Place::Most(_));
    let bounds: Vec<Place> = answer.conflict_places.iter().filter(is_bound).copied().collect();
    let (held, _) = answer.conflict.split_at(answer.conflict.len() - bounds.len());
    let bounded = |bounds: &[Place]| {
        let mut part = keep(held);
        for (at, item) in part.items.iter_mut().enumerate() {
            if !bounds.contains(&Place::Least(at)) {
                item.least = Figure::default();
            }
            if !bounds.contains(&Place::Most(at)) {
                item.most = Figure::default();
            }
        }
        status(&part)
    };
    assert_eq!(bounded(&bounds), Status::Infeasible, "{sheet:?} {bounds:?}");
    for left_out in 0..bounds.len() {
        let mut others = bounds.clone();
        others.remove(left_out);
        assert_ne!(bounded(&others), Status::Infeasible, "{sheet:?} {bounds:?}");
    }
    let keep = |names: &[String]| status(&keep(names));
    // The deletion filter as it is written, without shortcuts.
    let mut filtered: Vec<String> = sheet.limits.iter().map(|limit| limit.name.clone()).collect();
    filtered.extend(sheet.total.iter().map(|_| "total".to_owned()));
    for name in filtered.clone() {
        let others: Vec<String> = filtered.iter().filter(|own| **own != name).cloned().collect();
        if keep(&others) == Status::Infeasible {
            filtered = others;
        }
    }
    assert_eq!(held, filtered, "{sheet:?}");
    for left_out in 0..held.len() {
        let mut names = held.to_vec();
        names.remove(left_out);
        assert_ne!(keep(&names), Status::Infeasible, "{sheet:?}");
    }
    check_repairs(sheet, answer);
}

fn check_repairs(sheet: &Sheet, answer: &Answer) {
    for (repair, (place, may_be_negative)) in answer.repairs.iter().zip(places(sheet)) {
        let limit = answer.limits.iter().find(|limit| limit.name == repair.limit).unwrap();
        match &repair.amount {
            Some(amount) => {
                assert_ne!(plan(&sheet.with(place, amount)).unwrap().status, Status::Infeasible);
                let back = if *amount > limit.amount { -little() } else { little() };
                let nearer = amount + &back;
                if may_be_negative || !nearer.is_negative() {
                    assert_eq!(
                        plan(&sheet.with(place, &nearer)).unwrap().status,
                        Status::Infeasible,
                        "{place:?} {amount} {sheet:?}"
                    );
                }
            }
            None => {
                for far in [0, 1, 1_000_000] {
                    let status = plan(&sheet.with(place, &Number::whole(far))).unwrap().status;
                    assert_eq!(status, Status::Infeasible, "{place:?} {far} {sheet:?}");
                }
            }
        }
    }
}

/// Turned round, items and limits: what belongs to the problem stays.
fn check_order(sheet: &Sheet, answer: &Answer) {
    let mut turned = sheet.clone();
    turned.items.reverse();
    turned.limits.reverse();
    for item in &mut turned.items {
        item.uses.reverse();
    }
    let mut other = solve(&turned).unwrap();
    other.items.reverse();
    let seen = sheet.limits.len();
    other.limits[..seen].reverse();
    assert_eq!(
        (answer.status, &answer.value, answer.unique),
        (other.status, &other.value, other.unique)
    );
    for (one, other) in answer.limits.iter().zip(&other.limits) {
        assert_eq!(
            (&one.price_more, &one.to, &one.price_less, &one.from),
            (&other.price_more, &other.to, &other.price_less, &other.from)
        );
        assert_eq!(
            (&one.value_one_more, &one.value_one_less),
            (&other.value_one_more, &other.value_one_less)
        );
    }
    for (one, other) in answer.items.iter().zip(&other.items) {
        assert_eq!(
            (&one.least_optimal, &one.most_optimal),
            (&other.least_optimal, &other.most_optimal)
        );
        if answer.unique == Some(true) {
            assert_eq!((&one.worth_from, &one.worth_to), (&other.worth_from, &other.worth_to));
        }
    }
    let sorted = |names: &[String]| {
        let mut names = names.to_vec();
        names.sort();
        names
    };
    let _ = sorted;
}

#[test]
fn any_amounts() {
    any_amounts_of(10);
}

#[test]
#[ignore = "takes long unless it is optimised"]
fn many_any_amounts() {
    any_amounts_of(1);
}

/// Over one in so many of all.
fn any_amounts_of(share: usize) {
    let mut draw = Draw(11);
    let (mut counts, mut bends) = ([0; 3], 0);
    for _ in 0..3_000 / share {
        let sheet = tied_items(&mut draw, Purpose::Production);
        let answer = solve(&sheet).unwrap();
        match answer.status {
            Status::Optimal => {
                counts[0] += 1;
                bends += check_prices(&sheet, &answer);
                check_worths(&sheet, &answer);
                check_duality(&sheet, &answer);
                check_order(&sheet, &answer);
            }
            Status::Infeasible => {
                counts[1] += 1;
                check_conflict(&sheet, &answer);
            }
            Status::Unbounded => {
                counts[2] += 1;
                check_ray(&sheet, &answer);
            }
            Status::Limit => panic!("{sheet:?}"),
        }
    }
    assert!(
        counts.iter().all(|count| *count > 200 / share) && bends > 500 / share,
        "{counts:?} {bends}"
    );
}

/// A ray uses nothing that is limited and makes the value better.
fn check_ray(sheet: &Sheet, answer: &Answer) {
    let rate = |name: &str| {
        answer
            .ray
            .iter()
            .find(|part| part.item == name)
            .map(|part| part.rate.clone())
            .unwrap_or_default()
    };
    let along = |number: &dyn Fn(&Item) -> Figure| -> Number {
        sheet
            .items
            .iter()
            .map(|item| &rate(&item.name) * &number(item).number().unwrap_or_default())
            .sum()
    };
    let gain = along(&|item| item.worth.clone());
    assert!(if sheet.aim == Aim::Most { gain.is_positive() } else { gain.is_negative() });
    for (at, limit) in sheet.limits.iter().enumerate() {
        let uses = along(&|item| item.uses[at].clone());
        match limit.sense {
            Sense::AtMost => assert!(!uses.is_positive()),
            Sense::AtLeast => assert!(!uses.is_negative()),
            Sense::Exactly => assert!(uses.is_zero()),
        }
    }
    assert!(answer.ray.iter().all(|part| part.rate.is_positive()));
}

#[test]
fn ways() {
    ways_of(5);
}

#[test]
#[ignore = "takes long unless it is optimised"]
fn many_ways() {
    ways_of(1);
}

/// Over one in so many of all.
fn ways_of(share: usize) {
    let mut draw = Draw(12);
    let mut counts = [0; 2];
    for _ in 0..1_500 / share {
        let sheet = tied_ways(&mut draw);
        let answer = solve(&sheet).unwrap();
        if answer.status == Status::Infeasible {
            counts[1] += 1;
            check_repairs(&sheet, &answer);
            continue;
        }
        assert_eq!(answer.status, Status::Optimal, "{sheet:?}");
        counts[0] += 1;
        if sheet.amounts == Amounts::Any {
            check_prices(&sheet, &answer);
        } else {
            for (limit, (place, _)) in answer.limits.iter().zip(places(&sheet)) {
                for (more, found) in [(1, &limit.value_one_more), (-1, &limit.value_one_less)] {
                    let amount = &limit.amount + &Number::whole(more);
                    assert_eq!(
                        value(&sheet.with(place, &amount)),
                        *found,
                        "{place:?} {more} {sheet:?}"
                    );
                }
            }
        }
        for way in &answer.ways {
            let at =
                |ends: &[End], name: &str| ends.iter().position(|end| end.name == name).unwrap();
            let place =
                Place::Cell { from: at(&sheet.from, &way.from), to: at(&sheet.to, &way.to) };
            if way.amount.as_ref().is_some_and(Number::is_zero)
                && let Some(loss) = &way.reduced_cost
            {
                // Cheaper by what it loses, it is as good; by more, better.
                let Place::Cell { from, to } = place else { panic!() };
                let cost = sheet.cells[from][to].number().unwrap();
                let gain = if sheet.aim == Aim::Most { loss.clone() } else { -loss };
                let equal = value(&sheet.with(place, &(&cost + &gain)));
                assert_eq!(equal, answer.value, "{place:?} {sheet:?}");
                let more = if sheet.aim == Aim::Most { little() } else { -little() };
                let better = value(&sheet.with(place, &(&(&cost + &gain) + &more)));
                assert_ne!(better, answer.value, "{place:?} {sheet:?}");
            }
        }
    }
    assert!(counts.iter().all(|count| *count > 150 / share), "{counts:?}");
}

/// All whole plans within a box.
fn brute(sheet: &Sheet, most: i64) -> Option<Number> {
    let count = sheet.items.len();
    let mut amounts = vec![0; count];
    let numbers = |figure: &Figure| figure.number().unwrap_or_default();
    let uses: Vec<Vec<Number>> = (0..sheet.limits.len())
        .map(|limit| sheet.items.iter().map(|item| numbers(&item.uses[limit])).collect())
        .collect();
    let worths: Vec<Number> = sheet.items.iter().map(|item| numbers(&item.worth)).collect();
    let mut best: Option<Number> = None;
    loop {
        let plan: Vec<Number> = amounts.iter().map(|amount| Number::whole(*amount)).collect();
        let sum = |line: &[Number]| -> Number { line.iter().zip(&plan).map(|(a, b)| a * b).sum() };
        let holds = |sense: Sense, used: Number, amount: &Number| match sense {
            Sense::AtMost => used <= *amount,
            Sense::AtLeast => used >= *amount,
            Sense::Exactly => used == *amount,
        };
        let chosen = |name: &str| {
            sheet.items.iter().position(|item| item.name == name).is_some_and(|at| amounts[at] > 0)
        };
        let is_plan = sheet
            .limits
            .iter()
            .zip(&uses)
            .all(|(limit, line)| holds(limit.sense, sum(line), &numbers(&limit.amount)))
            && sheet.items.iter().zip(&plan).all(|(item, amount)| {
                *amount >= numbers(&item.least)
                    && (item.most.is_blank() || *amount <= numbers(&item.most))
            })
            && sheet
                .total
                .as_ref()
                .is_none_or(|(sense, figure)| holds(*sense, plan.iter().sum(), &numbers(figure)))
            && sheet.count.as_ref().is_none_or(|(sense, figure)| {
                let count = amounts.iter().filter(|amount| **amount > 0).count();
                holds(*sense, Number::whole(i64::try_from(count).unwrap()), &numbers(figure))
            })
            && sheet.rules.iter().all(|rule| match rule {
                Rule::Needs(one, other) => !chosen(one) || chosen(other),
                Rule::Excludes(one, other) => !(chosen(one) && chosen(other)),
            });
        if is_plan {
            let value = sum(&worths);
            let is_better = best.as_ref().is_none_or(|best| {
                if sheet.aim == Aim::Most { value > *best } else { value < *best }
            });
            if is_better {
                best = Some(value);
            }
        }
        let Some(place) = amounts.iter().position(|amount| *amount < most) else { return best };
        amounts[place] += 1;
        for amount in &mut amounts[..place] {
            *amount = 0;
        }
    }
}

#[test]
fn whole_amounts() {
    whole_amounts_of(20);
}

#[test]
#[ignore = "takes long unless it is optimised"]
fn many_whole_amounts() {
    whole_amounts_of(1);
}

/// Over one in so many of all.
fn whole_amounts_of(share: usize) {
    let mut draw = Draw(13);
    let mut counts = [0; 2];
    for _ in 0..1_500 / share {
        let mut sheet = tied_items(&mut draw, Purpose::Production);
        sheet.amounts = Amounts::Whole;
        for item in &mut sheet.items {
            if item.most.is_blank() || item.most.number().unwrap() > Number::whole(4) {
                item.most = Figure::from("4.5");
            }
        }
        let names: Vec<String> = sheet.items.iter().map(|item| item.name.clone()).collect();
        if names.len() > 1 && draw.next(3) == 0 {
            let rule = if draw.next(2) == 0 { Rule::Needs } else { Rule::Excludes };
            sheet.rules.push(rule(names[0].clone(), names[1].clone()));
        }
        if draw.next(4) == 0 {
            let sense = [Sense::AtMost, Sense::AtLeast, Sense::Exactly][draw.count(0, 2)];
            sheet.count = Some((sense, Figure::from(draw.between(1, 3))));
        }
        let answer = solve(&sheet).unwrap();
        let best = brute(&sheet, 4);
        assert_eq!(answer.value, best, "{sheet:?}");
        assert_eq!(answer.status == Status::Infeasible, best.is_none());
        if answer.status == Status::Infeasible {
            counts[1] += 1;
            continue;
        }
        counts[0] += 1;
        for (limit, (place, _)) in answer.limits.iter().zip(places(&sheet)) {
            for (more, found) in [(1, &limit.value_one_more), (-1, &limit.value_one_less)] {
                let changed = sheet.with(place, &(&limit.amount + &Number::whole(more)));
                if check(&changed).is_empty() && limit.name != "count" {
                    assert_eq!(brute(&changed, 4), *found, "{place:?} {more} {sheet:?}");
                }
            }
        }
        if sheet.items.len() <= 3 {
            for (at, item) in answer.items.iter().enumerate() {
                let mut held = sheet.clone();
                held.limits.push(Limit::new(
                    "Value",
                    Sense::Exactly,
                    Figure::from(answer.value.as_ref().unwrap()),
                ));
                for own in &mut held.items {
                    own.uses.push(own.worth.clone());
                }
                for (own, item) in held.items.iter_mut().enumerate() {
                    item.worth = Figure::from(i64::from(own == at));
                }
                for (aim, end) in
                    [(Aim::Least, &item.least_optimal), (Aim::Most, &item.most_optimal)]
                {
                    held.aim = aim;
                    assert_eq!(brute(&held, 4), *end, "{at} {aim:?} {sheet:?}");
                }
            }
        }
    }
    assert!(counts.iter().all(|count| *count > 200 / share), "{counts:?}");
}

/// Whole ways between ends that are not: searched, and the same as with the ends brought inward.
#[test]
fn whole_ways_between_fractions() {
    whole_ways_between_fractions_of(10);
}

#[test]
#[ignore = "takes long unless it is optimised"]
fn many_whole_ways_between_fractions() {
    whole_ways_between_fractions_of(1);
}

/// Over one in so many of all.
fn whole_ways_between_fractions_of(share: usize) {
    let mut draw = Draw(16);
    let mut counts = [0; 2];
    for _ in 0..300 / share {
        let mut sheet = tied_ways(&mut draw);
        sheet.amounts = Amounts::Whole;
        let mut inward = sheet.clone();
        let half = Number::fraction(1, 2).unwrap();
        for (at, end) in sheet.from.iter_mut().enumerate() {
            if at % 2 == 0 {
                end.amount = Figure::from(&(&end.amount.number().unwrap() + &half));
            }
        }
        if sheet.purpose == Purpose::Transport {
            for end in &mut sheet.to {
                end.amount = Figure::from(&(&end.amount.number().unwrap() - &half));
            }
        }
        let (answer, other) = (solve(&sheet).unwrap(), solve(&inward).unwrap());
        assert_eq!((answer.status, &answer.value), (other.status, &other.value), "{sheet:?}");
        if answer.status == Status::Infeasible {
            counts[1] += 1;
            continue;
        }
        counts[0] += 1;
        if let Some(unique) = answer.unique {
            assert_eq!(Some(unique), other.unique, "{sheet:?}");
        }
        inward.amounts = Amounts::Any;
        assert_eq!(value(&inward), other.value);
    }
    assert!(counts.iter().all(|count| *count > 50 / share), "{counts:?}");
}

/// Shares of a total: what is used of them, and what repairs them.
#[test]
fn blends() {
    let mut draw = Draw(17);
    let mut counts = [0; 3];
    for _ in 0..1_200 {
        let mut sheet = Sheet::of("Blend", Purpose::Blend);
        let (items, limits) = (draw.count(2, 4), draw.count(1, 3));
        for at in 0..limits {
            let sense =
                [Sense::AtLeast, Sense::AtMost, Sense::AtLeast, Sense::Exactly][draw.count(0, 3)];
            let share = format!("{} %", draw.between(1, 9) * 10);
            sheet.limits.push(Limit::new(&format!("L{at}"), sense, share.as_str()).of_total());
        }
        for at in 0..items {
            let uses = (0..limits).map(|_| format!("{} %", draw.between(0, 10) * 10));
            let uses: Vec<Figure> = uses.map(Figure::from).collect();
            let mut item = Item::new(&format!("I{at}"), draw.between(1, 9), uses);
            if draw.next(4) == 0 {
                item.most = draw.between(1, 60).into();
            }
            sheet.items.push(item);
        }
        sheet.total = Some((Sense::AtLeast, 100.into()));
        let answer = solve(&sheet).unwrap();
        if answer.status == Status::Infeasible {
            counts[1] += 1;
            check_repairs(&sheet, &answer);
            counts[2] += answer.repairs.iter().filter(|repair| repair.amount.is_some()).count();
            continue;
        }
        counts[0] += 1;
        let total: Number = answer.items.iter().filter_map(|item| item.amount.as_ref()).sum();
        for (at, limit) in answer.limits.iter().take(limits).enumerate() {
            let parts = sheet.items.iter().zip(&answer.items).map(|(item, found)| {
                &item.uses[at].number().unwrap() * found.amount.as_ref().unwrap()
            });
            let share = parts.sum::<Number>().over(&total);
            assert_eq!(share, limit.used);
            assert_eq!(limit.binding, Some(share.as_ref() == Some(&limit.amount)));
        }
        // A best plan grows with the total as long as nobody reaches a most.
        let by_total = answer.limits.last().unwrap();
        if sheet.items.iter().all(|item| item.most.is_blank()) {
            let price = by_total.price_more.clone().unwrap();
            assert_eq!(Some(&price * &Number::whole(100)), answer.value);
        }
    }
    assert!(counts.iter().all(|count| *count > 150), "{counts:?}");
}
