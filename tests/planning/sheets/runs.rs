//! Values against numbers, and regions, held against solving anew.

use super::tables::{Draw, places, tied_items, tied_ways, value};
use onstage::blueprint::sheets::{Amounts, Item, Limit, Purpose, Sense, Sheet};
use onstage::planning::exact::{self, Number, Region, Solved, Standing};
use onstage::planning::sheet::{Place, bends, check, run, sample};

#[test]
fn runs() {
    runs_of(10);
}

#[test]
#[ignore = "takes long unless it is optimised"]
fn many_runs() {
    runs_of(1);
}

/// Over one in so many of all.
fn runs_of(share: usize) {
    let mut draw = Draw(14);
    let mut corners = 0;
    for round in 0..600 / share {
        let sheet = if round % 3 == 0 {
            tied_ways(&mut draw)
        } else {
            tied_items(&mut draw, Purpose::Production)
        };
        let mut places: Vec<Place> = places(&sheet).into_iter().map(|(place, _)| place).collect();
        if sheet.purpose.has_ways() {
            places.push(Place::Cell { from: 0, to: 0 });
        } else {
            places.extend([Place::Worth(0), Place::Most(0), Place::Least(0)]);
        }
        for place in places {
            let (from, to) = (Number::whole(1), Number::whole(14));
            let Ok(Some(run)) = run(&sheet, place, &from, &to) else { continue };
            corners += run.corners.len();
            for (piece, next) in run.pieces.iter().zip(run.pieces.iter().skip(1)) {
                assert_eq!((&piece.to, &piece.value_to), (&next.from, &next.value_from));
                assert_ne!(piece.slope, next.slope, "{place:?} {sheet:?}");
            }
            for eighth in 0..=26 {
                let at = &from + &Number::fraction(eighth, 2).unwrap();
                let changed = sheet.with(place, &at);
                if !check(&changed).is_empty() {
                    continue;
                }
                let piece = run.pieces.iter().find(|piece| piece.from <= at && at <= piece.to);
                let ours =
                    piece.map(|piece| &piece.value_from + &(&piece.slope * &(&at - &piece.from)));
                let other = value(&changed);
                if ours.is_none() && run.pieces.is_empty() {
                    continue;
                }
                assert_eq!(ours, other, "{place:?} {at} {sheet:?} {run:?}");
            }
        }
    }
    assert!(corners > 300 / share, "{corners}");
}

#[test]
fn regions() {
    use onstage::planning::exact::{Column, Programme, Row};
    let mut draw = Draw(15);
    let (mut closed, mut open, mut empty) = (0, 0, 0);
    for _ in 0..2_000 {
        let mut programme = Programme::default();
        for _ in 0..2 {
            let mut column = Column::of_cost(Number::zero());
            if draw.next(4) == 0 {
                column.most = Some(Number::whole(draw.between(0, 5)));
            }
            if draw.next(4) == 0 {
                column.least = Number::whole(draw.between(0, 2))
                    .min(column.most.clone().unwrap_or_else(|| Number::whole(9)));
            }
            programme.columns.push(column);
        }
        for _ in 0..draw.count(1, 4) {
            programme.rows.push(Row {
                terms: vec![
                    (0, Number::whole(draw.between(-3, 5))),
                    (1, Number::whole(draw.between(-3, 5))),
                ],
                sense: [
                    exact::Sense::AtMost,
                    exact::Sense::AtMost,
                    exact::Sense::AtLeast,
                    exact::Sense::Exactly,
                ][draw.count(0, 3)],
                amount: Number::whole(draw.between(-2, 9)),
            });
        }
        let region = Region::of(&programme);
        assert_eq!(
            region.corners.is_empty(),
            Solved::new(&programme).standing() == Standing::Infeasible,
            "{programme:?}"
        );
        match (&region.rays, region.corners.is_empty()) {
            (_, true) => empty += 1,
            (Some(_), _) => open += 1,
            (None, _) => closed += 1,
        }
        assert!(region.corners.iter().all(|corner| programme.holds(corner)));
        // Anticlockwise all the way round.
        let count = region.corners.len();
        for at in 0..count {
            if count > 2 && (region.rays.is_none() || at + 2 < count) {
                let [a, b, c] = [0, 1, 2].map(|step| &region.corners[(at + step) % count]);
                let cross =
                    &(&(&b[0] - &a[0]) * &(&c[1] - &b[1])) - &(&(&b[1] - &a[1]) * &(&c[0] - &b[0]));
                assert!(cross.is_positive(), "{programme:?} {region:?}");
            }
        }
        // The best of any direction is at a corner, or there is no end.
        for (x, y) in [(1, 0), (-1, 0), (2, 3), (-1, 2), (3, -1), (-2, -1), (0, 1), (0, -1)] {
            programme.columns[0].cost = Number::whole(x);
            programme.columns[1].cost = Number::whole(y);
            let mut solved = Solved::new(&programme);
            let corners = region.corners.iter().map(|corner| programme.cost_of(corner)).min();
            match solved.standing() {
                Standing::Optimal => assert_eq!(
                    Some(programme.cost_of(&solved.plan())),
                    corners,
                    "{programme:?} {region:?}"
                ),
                Standing::Unbounded => assert!(region.rays.is_some(), "{programme:?} {region:?}"),
                Standing::Infeasible => assert!(corners.is_none()),
            }
        }
    }
    assert!(closed > 200 && open > 200 && empty > 100, "{closed} {open} {empty}");
}

#[test]
fn against_a_worth_whole_amounts_have_no_steps() {
    let sheet = Sheet {
        amounts: Amounts::Whole,
        limits: vec![Limit::new("Large", Sense::AtMost, 6), Limit::new("Small", Sense::AtMost, 8)],
        items: vec![Item::new("Table", 20, [2, 2]), Item::new("Chair", 15, [1, 2])],
        ..Sheet::of("Tables and chairs", Purpose::Production)
    };
    let (from, to) = (Number::zero(), Number::whole(60));
    let found = bends(&sheet, 0, (&from, &to), 60, &|| false).unwrap().expect("a line");
    let value = |at: &Number| {
        let samples = sample(&sheet, Place::Worth(0), std::slice::from_ref(at), &|| false).unwrap();
        samples[0].value.clone().expect("a plan")
    };
    assert!(found.windows(2).all(|pair| pair[0].at < pair[1].at));
    // Straight between bends: in the middle, and everywhere else.
    for pair in found.windows(2) {
        for part in 1..8 {
            let part = Number::fraction(part, 8).unwrap();
            let at = &pair[0].at + &(&part * &(&pair[1].at - &pair[0].at));
            let rise = pair[1].value.as_ref().unwrap() - pair[0].value.as_ref().unwrap();
            let line = pair[0].value.as_ref().unwrap() + &(&part * &rise);
            assert_eq!(value(&at), line, "{at}");
        }
    }
    assert_eq!(value(&"26.5".parse().unwrap()), Number::whole(83));
    // Chairs alone, two of each, tables alone: from one to the next at 15 and 30, and 20 was looked at, too.
    let at: Vec<String> = found.iter().map(|sample| sample.at.to_string()).collect();
    assert_eq!(at, ["0", "15", "20", "30", "60"]);
    assert_eq!(bends(&sheet, 0, (&from, &to), 3, &|| false).unwrap(), None, "too many");
}

#[test]
fn a_staircase_of_whole_amounts() {
    let sheet = Sheet {
        amounts: Amounts::Whole,
        limits: vec![Limit::new("Large", Sense::AtMost, 6), Limit::new("Small", Sense::AtMost, 8)],
        items: vec![Item::new("Table", 20, [2, 2]), Item::new("Chair", 15, [1, 2])],
        ..Sheet::of("Tables and chairs", Purpose::Production)
    };
    let numbers: Vec<Number> = (5..=10).map(Number::whole).collect();
    assert_eq!(run(&sheet, Place::LimitAmount(0), &numbers[0], &numbers[5]).unwrap(), None);
    let samples = sample(&sheet, Place::LimitAmount(0), &numbers, &|| false).unwrap();
    let values: Vec<String> =
        samples.iter().map(|s| s.value.as_ref().unwrap().to_string()).collect();
    assert_eq!(values, ["65", "70", "75", "80", "80", "80"]);
}
