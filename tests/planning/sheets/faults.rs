//! Bad input is named where it stands.

use onstage::blueprint::sheets::{Amounts, End, Figure, Item, Limit, Purpose, Rule, Sense, Sheet};
use onstage::planning::exact::NotANumber;
use onstage::planning::sheet::{Fault, Place, Status, Wrong, check, plan, solve};

use super::tables::{Draw, random_items, random_ways};

fn sheet() -> Sheet {
    Sheet {
        limits: vec![Limit::new("Large", Sense::AtMost, 6), Limit::new("Small", Sense::AtMost, 8)],
        items: vec![Item::new("Table", 20, [2, 2]), Item::new("Chair", 15, [1, 2])],
        ..Sheet::of("Sheet", Purpose::Production)
    }
}

#[track_caller]
fn fault(change: impl FnOnce(&mut Sheet), place: Place, wrong: Wrong) {
    let mut sheet = sheet();
    change(&mut sheet);
    assert_eq!(check(&sheet), [Fault { place, wrong: wrong.clone() }]);
    assert_eq!(solve(&sheet).unwrap_err(), [Fault { place, wrong }]);
}

#[test]
fn a_bound_of_an_item_is_named_where_it_is_a_cause() {
    let tables = |amounts| Sheet {
        amounts,
        limits: vec![Limit::new("Large", Sense::AtMost, 16), Limit::new("Small", Sense::AtMost, 8)],
        items: vec![
            Item { least: 5.into(), ..Item::new("Table", 20, [2, 2]) },
            Item { most: 9.into(), ..Item::new("Chair", 15, [1, 2]) },
        ],
        ..Sheet::of("Tables and chairs", Purpose::Production)
    };
    for amounts in [Amounts::Any, Amounts::Whole] {
        let sheet = tables(amounts);
        let answer = solve(&sheet).unwrap();
        assert_eq!(answer.conflict_places, [Place::LimitAmount(1), Place::Least(0)]);
        assert_eq!(answer.conflict, ["Small", "least Table"]);
        assert!(answer.is_conflict_minimal);
        let repairs: Vec<(Place, Option<String>)> = answer
            .repairs
            .iter()
            .map(|it| (it.place, it.amount.as_ref().map(ToString::to_string)))
            .collect();
        let wanted = [
            (Place::LimitAmount(0), None),
            (Place::LimitAmount(1), Some("10".to_owned())),
            (Place::Least(0), Some("4".to_owned())),
        ];
        assert_eq!(repairs, wanted);
        let repaired = plan(&sheet.with(Place::Least(0), &"4".parse().unwrap())).unwrap();
        assert_eq!(repaired.status, Status::Optimal);
    }
}

#[test]
fn each_is_named() {
    let text = || Wrong::NotANumber(NotANumber::Text);
    assert_eq!(check(&sheet()), []);
    fault(|s| s.items[0].worth = "much".into(), Place::Worth(0), text());
    fault(|s| s.items[1].uses[0] = "1,5".into(), Place::Uses { item: 1, limit: 0 }, text());
    fault(
        |s| s.limits[1].amount = "1/0".into(),
        Place::LimitAmount(1),
        Wrong::NotANumber(NotANumber::OverZero),
    );
    fault(|s| s.items[0].least = (-1).into(), Place::Least(0), Wrong::Negative);
    fault(
        |s| {
            s.items[0].least = 3.into();
            s.items[0].most = 2.into();
        },
        Place::Most(0),
        Wrong::LeastAboveMost,
    );
    fault(
        |s| {
            s.amounts = Amounts::Whole;
            s.items[0].least = "2.2".into();
            s.items[0].most = "2.8".into();
        },
        Place::Most(0),
        Wrong::NoWholeBetween,
    );
    fault(
        |s| s.items[1].name = "Table".into(),
        Place::ItemName(1),
        Wrong::DoubledName("Table".into()),
    );
    fault(
        |s| s.limits[1].name = "Large".into(),
        Place::LimitName(1),
        Wrong::DoubledName("Large".into()),
    );
    fault(
        |s| {
            s.limits[1].name = "total".into();
            s.total = Some((Sense::AtMost, 5.into()));
        },
        Place::LimitName(1),
        Wrong::DoubledName("total".into()),
    );
    fault(
        |s| s.rules.push(Rule::Needs("Table".into(), "Table".into())),
        Place::Rule(0),
        Wrong::OfItself("Table".into()),
    );
    fault(
        |s| s.rules.push(Rule::Needs("Table".into(), "Bed".into())),
        Place::Rule(0),
        Wrong::Unknown("Bed".into()),
    );
    fault(|s| s.items[0].uses.push(3.into()), Place::Uses { item: 0, limit: 2 }, Wrong::Beyond);
    fault(|s| s.total = Some((Sense::AtMost, "x".into())), Place::Total, text());
    fault(
        |s| s.items = (0..301).map(|at| Item::new(&at.to_string(), 1, [1])).collect(),
        Place::Sheet,
        Wrong::TooMany { there: 301, most: 300 },
    );
    fault(
        |s| s.limits = (0..101).map(|at| Limit::new(&at.to_string(), Sense::AtMost, 1)).collect(),
        Place::Sheet,
        Wrong::TooMany { there: 101, most: 100 },
    );
}

#[test]
fn rules_of_amounts_that_cannot_be_told_chosen() {
    let mut sheet = sheet();
    sheet.rules.push(Rule::Excludes("Table".into(), "Chair".into()));
    let wants = |name: &str| Fault { place: Place::Rule(0), wrong: Wrong::WantsMost(name.into()) };
    assert_eq!(check(&sheet), [wants("Table"), wants("Chair")]);
    for item in &mut sheet.items {
        item.most = 10.into();
    }
    let answer = solve(&sheet).unwrap();
    assert_eq!(
        (answer.status, answer.value.unwrap().to_string().as_str()),
        (Status::Optimal, "60")
    );
}

#[test]
fn ways_are_checked_too() {
    let mut ways = Sheet {
        from: vec![End::new("A", 3), End::new("B", 4)],
        to: vec![End::new("X", 5)],
        cells: vec![vec![Figure::from(1)], vec![Figure::from("-")]],
        ..Sheet::of("Ways", Purpose::Transport)
    };
    assert_eq!(check(&ways), []);
    assert_eq!(solve(&ways).unwrap().status, Status::Infeasible);
    ways.from[1].name = "A".into();
    ways.to[0].amount = (-5).into();
    ways.cells[0].push(7.into());
    let wrong: Vec<Place> = check(&ways).into_iter().map(|fault| fault.place).collect();
    assert_eq!(wrong, [Place::FromName(1), Place::Demand(0), Place::Cell { from: 0, to: 1 }]);
    ways.from = (0..61).map(|at| End::new(&at.to_string(), 1)).collect();
    assert_eq!(check(&ways)[0].wrong, Wrong::TooMany { there: 61, most: 60 });
}

#[test]
fn empty_sheets_have_answers() {
    for purpose in [Purpose::Production, Purpose::Choice, Purpose::Transport, Purpose::Assignment] {
        let answer = solve(&Sheet::of("Empty", purpose)).unwrap();
        assert_eq!(
            (answer.status, answer.value.unwrap().to_string().as_str()),
            (Status::Optimal, "0")
        );
    }
    let unlimited = Sheet { limits: Vec::new(), ..sheet() };
    let mut unlimited = unlimited;
    for item in &mut unlimited.items {
        item.uses.clear();
    }
    assert_eq!(solve(&unlimited).unwrap().status, Status::Unbounded);
}

#[test]
fn fractional_ends_of_whole_items_are_brought_inward() {
    let mut sheet = sheet();
    sheet.amounts = Amounts::Whole;
    sheet.items[0].least = "1.5".into();
    sheet.items[0].most = "2.9".into();
    sheet.items[1].most = "1.5".into();
    let answer = solve(&sheet).unwrap();
    let amounts: Vec<String> =
        answer.items.iter().map(|item| item.amount.as_ref().unwrap().to_string()).collect();
    assert_eq!(amounts, ["2", "1"]);
}

#[test]
fn what_is_hidden_needs_no_name_and_is_in_no_answer() {
    let tie = |at: usize| {
        let mut sheet = sheet();
        for _ in 0..2 {
            sheet.limits.push(Limit { is_hidden: true, ..Limit::new("", Sense::Exactly, 0) });
            let item = Item { is_hidden: true, ..Item::new("", 0, [0; 0]) };
            sheet.items.push(item);
        }
        // Tables are made of two hidden parts, each in its limit.
        sheet.items[0].uses.extend([Figure::from(1), Figure::from(1)]);
        sheet.items[2].uses = vec!["".into(), "".into(), Figure::from(-1)];
        sheet.items[3].uses = vec!["".into(), "".into(), "".into(), Figure::from(-1)];
        sheet.items[2 + at].most = 1.into();
        sheet
    };
    for at in 0..2 {
        let answer = solve(&tie(at)).unwrap();
        // At most one table: 20 and three chairs, 45.
        assert_eq!(answer.value.unwrap().to_string(), "65");
        assert_eq!((answer.items.len(), answer.limits.len(), answer.corners.len()), (2, 2, 0));
        assert_eq!(answer.unique, Some(true));
    }
}

#[test]
fn large_sheets_without_a_plan_are_told_why() {
    let mut draw = Draw(7);
    let mut short = random_ways(&mut draw, Purpose::Transport, 30);
    for end in &mut short.from {
        end.amount = 1.into();
    }
    let mut items = random_items(&mut draw, 60, 40);
    items.total = Some((Sense::AtLeast, 1_000_000.into()));
    for sheet in [short, items] {
        let answer = solve(&sheet).unwrap();
        assert_eq!(answer.status, Status::Infeasible);
        assert!(answer.is_conflict_minimal && !answer.conflict.is_empty());
        // What is said to repair it does.
        let repairs = answer.repairs.iter().filter_map(|it| Some((it.place, it.amount.as_ref()?)));
        for (place, amount) in repairs.take(5) {
            let repaired = plan(&sheet.with(place, amount)).unwrap();
            assert_eq!(repaired.status, Status::Optimal, "{place:?} {amount}");
        }
    }
}
