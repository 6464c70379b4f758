//! Whole amounts: published covers, knapsacks both ways, searches that stop.

use super::tables::{Draw, R3, R4, cover, cover_sheet, desk, n, shifts, two_peaks, week};
use onstage::blueprint::sheets::{Amounts, Item, Limit, Purpose, Sense, Sheet};
use onstage::planning::exact::{
    self, Column, Loads, Number, Programme, Row, Search, Solved, Thing, Verdict,
};
use onstage::planning::sheet::{Status, solve, solve_unless};

fn whole(sheet: Sheet) -> Sheet {
    Sheet { amounts: Amounts::Whole, ..sheet }
}

#[test]
fn published_covers() {
    let answer = solve(&whole(week())).unwrap();
    assert_eq!((answer.value, answer.relaxation), (Some(n("23")), Some(n("67/3"))));
    let answer = solve(&whole(desk())).unwrap();
    let people: Vec<_> = answer.items.iter().map(|item| item.amount.clone().unwrap()).collect();
    assert_eq!(people, ["48", "31", "39", "43", "15"].map(n));
    assert_eq!(answer.value, Some(n("30610")));
    let answer = solve(&whole(cover_sheet(&R3, &shifts(18)))).unwrap();
    assert_eq!(answer.value, Some(n("860")));
    assert_eq!(answer.relaxation.unwrap().to_decimal(3), "831.667");
    let answer = solve(&whole(cover_sheet(&R4, &shifts(24)))).unwrap();
    assert_eq!(answer.value, Some(n("1690")));
}

#[test]
fn covers_of_many_days_are_proven() {
    let mut draw = Draw(4);
    for round in 0..60 {
        let slots = [18, 24, 48][round % 3];
        let mut need = two_peaks(slots);
        for need in &mut need {
            *need = (*need + draw.between(-2, 2)).max(0);
        }
        let programme = cover(&need, &shifts(slots));
        let solved = Solved::new(&programme);
        let found = Search::new(&programme, &solved).run();
        assert_eq!(found.verdict, Verdict::Optimal, "{round} {need:?}");
        assert!(programme.holds(&found.plan.unwrap()));
    }
}

fn knapsack(draw: &mut Draw) -> (Vec<Thing>, u32, Programme) {
    let capacity = u32::try_from(draw.between(0, 60)).unwrap();
    let mut things = Vec::new();
    for _ in 0..draw.count(1, 8) {
        things.push(Thing {
            weight: u32::try_from(draw.between(0, 15)).unwrap(),
            worth: draw.between(-2, 20),
            most: Some(u32::try_from(draw.between(0, 5)).unwrap()),
        });
    }
    let column = |thing: &Thing| Column {
        cost: Number::whole(-thing.worth),
        least: Number::zero(),
        most: thing.most.map(|most| Number::whole(i64::from(most))),
        is_whole: true,
    };
    let terms =
        things.iter().enumerate().map(|(at, thing)| (at, Number::whole(i64::from(thing.weight))));
    let row = Row {
        terms: terms.collect(),
        sense: exact::Sense::AtMost,
        amount: Number::whole(i64::from(capacity)),
    };
    let programme = Programme { columns: things.iter().map(column).collect(), rows: vec![row] };
    (things, capacity, programme)
}

#[test]
fn knapsacks_counted_out_and_searched_agree() {
    let mut draw = Draw(5);
    for _ in 0..1_500 {
        let (things, capacity, programme) = knapsack(&mut draw);
        let loads = Loads::new(&things, capacity).unwrap();
        let solved = Solved::new(&programme);
        let found = Search::new(&programme, &solved).run();
        let worth = -found.cost.unwrap();
        assert_eq!(Some(loads.worth(capacity).unwrap()), worth.to_i64().map(i128::from));
        let load: Vec<Number> = loads
            .load(capacity)
            .into_iter()
            .map(|count| Number::whole(i64::try_from(count).unwrap()))
            .collect();
        assert!(programme.holds(&load));
        assert_eq!(-programme.cost_of(&load), worth);
    }
}

#[test]
fn a_knapsack_of_many_things_is_counted_out() {
    let mut draw = Draw(6);
    let sheet = Sheet {
        limits: vec![Limit::new("Weight", Sense::AtMost, 50_000)],
        items: (0..200)
            .map(|at| {
                let weight = draw.between(500, 2_000);
                let worth = weight + draw.between(-50, 50);
                Item::new(&format!("{at}"), worth, [weight]).at_most(2)
            })
            .collect(),
        ..Sheet::of("Many", Purpose::Knapsack)
    };
    let answer = solve(&sheet).unwrap();
    assert_eq!(answer.status, Status::Optimal);
    assert!(answer.value <= answer.relaxation);
}

#[test]
fn an_amount_that_cannot_be_whole_is_found_out() {
    // 2x + 4y = 7 has no whole plan, however long one searches.
    let row =
        Row { terms: vec![(0, n("2")), (1, n("4"))], sense: exact::Sense::Exactly, amount: n("7") };
    let column = Column { is_whole: true, ..Column::of_cost(n("1")) };
    let programme = Programme { columns: vec![column.clone(), column], rows: vec![row] };
    let solved = Solved::new(&programme);
    assert_eq!(Search::new(&programme, &solved).run().verdict, Verdict::Infeasible);
}

#[test]
fn a_search_that_stops_says_how_good_its_plan_is() {
    // Nearly equal ratios: hard for branch and bound (after Jeroslow 1974).
    let column = Column { most: Some(n("1")), is_whole: true, ..Column::of_cost(n("-1")) };
    let terms = (0..41).map(|at| (at, n("2"))).collect();
    let row = Row { terms, sense: exact::Sense::AtMost, amount: n("41") };
    let mut programme = Programme { columns: vec![column; 41], rows: vec![row] };
    for (at, column) in programme.columns.iter_mut().enumerate() {
        column.cost = &n("-1") - &(&Number::whole(i64::try_from(at % 2).unwrap()) * &n("0.001"));
    }
    let solved = Solved::new(&programme);
    let found = Search::new(&programme, &solved).within(20).run();
    let plan = found.plan.unwrap();
    assert!(programme.holds(&plan));
    assert!(found.bound.unwrap() <= found.cost.unwrap());
    assert!(found.verdict == Verdict::Optimal || found.nodes <= 22);
}

#[test]
fn whole_plans_without_end() {
    let sheet = Sheet {
        limits: vec![Limit::new("a", Sense::AtMost, 10)],
        items: vec![Item::new("x", 2, [1]), Item::new("y", 1, [-1])],
        ..whole(Sheet::of("Endless", Purpose::Production))
    };
    let answer = solve(&sheet).unwrap();
    assert_eq!(answer.status, Status::Unbounded);
    assert!(!answer.ray.is_empty());
}

#[test]
fn a_search_without_end_stops_with_a_bound() {
    // Three sums to be split exactly in halves (after Cornuéjols & Dawande 1998).
    let mut draw = Draw(7);
    let mut sheet = Sheet::of("Split", Purpose::Choice);
    let mut sums = [0; 3];
    for at in 0..30 {
        let uses: Vec<i64> = (0..3).map(|_| draw.between(0, 99)).collect();
        for (sum, uses) in sums.iter_mut().zip(&uses) {
            *sum += uses;
        }
        sheet.items.push(Item::new(&format!("I{at}"), draw.between(1, 9), uses));
    }
    for (at, sum) in sums.iter().enumerate() {
        sheet.limits.push(Limit::new(&format!("L{at}"), Sense::Exactly, sum / 2));
    }
    let answer = solve(&sheet).unwrap();
    assert_eq!(answer.status, Status::Limit);
    assert!(answer.bound.unwrap() <= answer.relaxation.unwrap());
    assert_eq!(solve_unless(&sheet, &|| true).unwrap(), None);
}
