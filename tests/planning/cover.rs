//! Shifts that cover a need: against published answers, brute force and laws.

use onstage::planning::{
    Column, Cover, Refusal, Rest, Rota, RotaRefusal, RotaTask, Shape, check_rota, cover, rota,
};
use proptest::prelude::*;

fn best(need: &[u32], columns: &[Column]) -> Cover {
    cover(need, columns, &|| false).expect("a cover")
}

/// Checks a cover in whole numbers.
fn holds(need: &[u32], columns: &[Column], found: &Cover) {
    for (slot, need) in need.iter().enumerate() {
        let is_there = |(column, _): &(&Column, &u32)| column.covers().contains(&slot);
        let there: u32 =
            columns.iter().zip(&found.counts).filter(is_there).map(|(_, count)| count).sum();
        assert!(there >= *need, "slot {slot}: {there} of {need}");
    }
    let wages = columns.iter().zip(&found.counts);
    let wages: u64 = wages.map(|(c, count)| u64::from(c.wage()) * u64::from(*count)).sum();
    assert_eq!(found.wages, wages);
    assert_eq!(found.people, found.counts.iter().map(|count| u64::from(*count)).sum::<u64>());
}

fn near(found: Option<f64>, answer: f64) {
    let found = found.expect("a relaxation");
    assert!((found - answer).abs() < 1e-3 * answer.max(1.0), "{found}, not {answer}");
}

/// The post office of Winston (2003): five days on, two off.
#[test]
fn a_post_office_needs_23_people() {
    let need = [17, 13, 15, 19, 14, 16, 11];
    let columns: Vec<Column> = (0..7).map(|day| Column::around(day, 5, 7, 1)).collect();
    let found = best(&need, &columns);
    holds(&need, &columns, &found);
    assert_eq!((found.people, found.wages), (23, 23));
    near(found.relaxation, 22.0 + 1.0 / 3.0);
    assert!(found.is_proven());
    assert_eq!(found.people_at_least, 23);
}

/// The airline desk of Hillier & Lieberman: two-hour slots from 06:00, the night as one.
#[test]
fn an_airline_desk_costs_30610_a_day() {
    let need = [48, 79, 65, 87, 64, 73, 82, 43, 52, 15];
    let columns = [
        Column::new(0..4, 170),
        Column::new(1..5, 160),
        Column::new(3..7, 175),
        Column::new(5..9, 180),
        Column::new([8, 9], 195),
    ];
    let found = best(&need, &columns);
    holds(&need, &columns, &found);
    assert_eq!(found.counts, [48, 31, 39, 43, 15]);
    assert_eq!(found.wages, 30_610);
    assert!(found.is_proven());
}

fn break_after(from_min: u32, to_min: u32) -> Rest {
    Rest { lasts_min: 30, paid: false, from_min, to_min }
}

/// 4, 6 and 8 hours, the longer ones with half an hour of unpaid break about their middle.
fn usual_shapes() -> Vec<Shape> {
    vec![
        Shape { length_min: 240, rest: None },
        Shape { length_min: 360, rest: Some(break_after(150, 210)) },
        Shape { length_min: 480, rest: Some(break_after(210, 270)) },
    ]
}

fn half_hours(need: &[u32]) -> RotaTask {
    let count = u32::try_from(need.len()).expect("few slots");
    RotaTask {
        opens_min: 480,
        closes_min: 480 + 30 * count,
        every_min: 30,
        need: need.to_vec(),
        shapes: usual_shapes(),
        start_every_min: 30,
    }
}

fn planned(task: &RotaTask) -> Rota {
    let found = rota(task, &|| false).expect("a rota");
    for minute in task.opens_min..task.closes_min {
        let need = task.need[((minute - task.opens_min) / task.every_min) as usize];
        let there = found.heads_at(minute);
        assert!(there >= need, "at {minute}: {there} of {need}");
    }
    let paid = found.shifts.iter().map(|shift| u64::from(shift.paid_min() * shift.count));
    assert_eq!(found.paid_min, paid.sum::<u64>());
    let grid = |minute: u32| (minute - task.opens_min).is_multiple_of(task.start_every_min);
    for shift in &found.shifts {
        assert!(grid(shift.from_min), "{shift:?}");
        assert!(shift.rest.is_none_or(|rest| grid(rest.at_min)), "{shift:?}");
    }
    found
}

#[test]
fn a_day_of_half_hours_is_covered_by_eight_people() {
    let found = planned(&half_hours(&[2, 2, 3, 4, 5, 6, 7, 8, 8, 7, 6, 5, 4, 4, 4, 3, 3, 2]));
    // 20 an hour.
    assert_eq!((found.paid_min / 3, found.people), (860, 8));
    near(found.relaxation_min.map(|minutes| minutes / 3.0), 831.667);
    assert!(found.is_proven());
}

#[test]
fn a_day_of_two_peaks_is_covered_by_fifteen_people() {
    let need = [3, 4, 4, 6, 7, 7, 9, 10, 11, 10, 9, 8, 8, 7, 6, 6, 7, 8, 9, 9, 7, 5, 4, 3];
    let found = planned(&half_hours(&need));
    assert_eq!((found.paid_min / 3, found.people), (1_690, 15));
    assert!(found.is_proven());
}

#[test]
fn hours_with_an_unpaid_hour_of_break_are_covered_by_seven_people() {
    let rest = Rest { lasts_min: 60, paid: false, from_min: 180, to_min: 300 };
    let shape = |length_min, rest| Shape { length_min, rest };
    let task = RotaTask {
        opens_min: 480,
        closes_min: 1_020,
        every_min: 60,
        need: vec![2, 3, 4, 5, 6, 6, 5, 3, 3],
        shapes: vec![shape(240, None), shape(360, None), shape(480, Some(rest))],
        start_every_min: 60,
    };
    let found = planned(&task);
    assert_eq!((found.paid_min / 3, found.people), (760, 7));
    assert!(found.is_proven());
}

#[test]
fn round_the_clock_shifts_lie_over_midnight() {
    let task = RotaTask {
        opens_min: 0,
        closes_min: 1_440,
        every_min: 240,
        need: vec![3, 1, 1, 1, 1, 3],
        shapes: vec![Shape { length_min: 480, rest: None }],
        start_every_min: 240,
    };
    let found = planned(&task);
    // Three by night; by day one after the other.
    assert_eq!((found.people, found.paid_min), (5, 5 * 480));
    assert!(found.shifts.iter().any(|shift| shift.from_min == 1_200 && shift.count >= 2));
}

#[test]
fn what_is_too_much_to_prove_says_how_far_it_may_be_from_the_best() {
    // Starts in every minute.
    let task = RotaTask {
        opens_min: 0,
        closes_min: 1_440,
        every_min: 60,
        need: (0..24).map(|hour| 2 + (hour * 7) % 5).collect(),
        shapes: vec![Shape { length_min: 480, rest: None }],
        start_every_min: 1,
    };
    let found = planned(&task);
    assert!(!found.is_proven() && found.relaxation_min.is_none());
    let least = task.need.iter().map(|heads| u64::from(*heads) * 60).sum::<u64>();
    assert_eq!(found.paid_at_least_min, least.next_multiple_of(480));
    assert!((0.0..0.5).contains(&found.above_best()), "{}", found.above_best());
}

#[test]
fn a_slot_that_no_shift_reaches_is_named() {
    let columns = [Column::new([0, 1], 1), Column::new([3], 1)];
    let refused = cover(&[1, 1, 1, 1, 2], &columns, &|| false);
    assert_eq!(refused, Err(Refusal::Unreached(vec![2, 4])));
    assert!(cover(&[1, 1, 0, 1, 0], &columns, &|| false).is_ok());

    // From a grid of an hour a shift of four hours does not reach the last half hour.
    let task = RotaTask {
        closes_min: 480 + 570,
        need: vec![1; 10],
        every_min: 60,
        start_every_min: 60,
        shapes: vec![Shape { length_min: 240, rest: None }],
        ..half_hours(&[1])
    };
    assert_eq!(rota(&task, &|| false), Err(RotaRefusal::Unreached(vec![(1_020, 1_050)])));
    assert_eq!(check_rota(&task), Err(RotaRefusal::Unreached(vec![(1_020, 1_050)])));
    // No shift is as short as the day.
    let short = half_hours(&[1, 1, 2]);
    assert_eq!(rota(&short, &|| false), Err(RotaRefusal::Unreached(vec![(480, 570)])));
    assert_eq!(check_rota(&half_hours(&[1; 8])), Ok(()), "seen at a glance");
}

#[test]
fn what_is_no_day_and_no_shape_is_refused() {
    let day = half_hours(&[1; 18]);
    let refused = |task: RotaTask| rota(&task, &|| false).expect_err("a refusal");
    assert_eq!(refused(RotaTask { need: vec![1; 17], ..day.clone() }), RotaRefusal::Day);
    assert_eq!(refused(RotaTask { closes_min: 400, ..day.clone() }), RotaRefusal::Day);
    assert_eq!(refused(RotaTask { start_every_min: 0, ..day.clone() }), RotaRefusal::Day);
    for rest in [
        // Beyond its end; on no grid.
        Rest { lasts_min: 30, paid: true, from_min: 200, to_min: 240 },
        Rest { lasts_min: 30, paid: true, from_min: 125, to_min: 145 },
    ] {
        let shapes = vec![day.shapes[0], Shape { length_min: 240, rest: Some(rest) }];
        assert_eq!(refused(RotaTask { shapes, ..day.clone() }), RotaRefusal::Shape(1));
    }
    assert_eq!(rota(&day, &|| true), Err(RotaRefusal::Cancelled));
}

/// The least wages, and of them the fewest people, by trying everything.
fn brute_force(need: &[u32], columns: &[Column]) -> (u64, u64) {
    let mut best = (u64::MAX, u64::MAX);
    let mut counts = vec![0_u32; columns.len()];
    let most = need.iter().copied().max().unwrap_or(0);
    loop {
        let there = |slot: &usize| -> u32 {
            let covering = columns.iter().zip(&counts).filter(|(c, _)| c.covers().contains(slot));
            covering.map(|(_, count)| count).sum()
        };
        if (0..need.len()).all(|slot| there(&slot) >= need[slot]) {
            let wages = columns.iter().zip(&counts);
            let wages = wages.map(|(c, count)| u64::from(c.wage()) * u64::from(*count)).sum();
            best = best.min((wages, counts.iter().map(|count| u64::from(*count)).sum()));
        }
        let Some(at) = counts.iter().position(|count| *count < most) else { return best };
        counts[at] += 1;
        counts[..at].fill(0);
    }
}

/// The least wages as another solver finds them, in floating-point numbers.
fn elsewhere(need: &[u32], columns: &[Column]) -> f64 {
    let mut problem = microlp::Problem::new(microlp::OptimizationDirection::Minimize);
    let most = need.iter().copied().max().map_or(0, |most| i32::try_from(most).expect("few"));
    let variable = |column: &Column| (f64::from(column.wage()), (0, most));
    let variables: Vec<_> = columns
        .iter()
        .map(variable)
        .map(|(wage, ends)| problem.add_integer_var(wage, ends))
        .collect();
    for (slot, need) in need.iter().enumerate() {
        let covering = columns.iter().zip(&variables).filter(|(c, _)| c.covers().contains(&slot));
        let terms: Vec<_> = covering.map(|(_, variable)| (*variable, 1.0)).collect();
        problem.add_constraint(terms.as_slice(), microlp::ComparisonOp::Ge, f64::from(*need));
    }
    let outcome = problem.solve().expect("a cover");
    outcome.solution().expect("a plan").objective()
}

#[test]
fn another_solver_agrees_on_shifts() {
    let (mut state, mut proven) = (17_u64, 0);
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
        u32::try_from((state >> 33) % below).expect("small")
    };
    for round in 0..60 {
        // Four, six and seven slots in a row, the longest with a hole; round the clock every other time.
        let slots = [10, 14, 18][round % 3];
        let mut columns = Vec::new();
        for start in 0..slots {
            for (length, wage) in [(4, 4), (6, 6 + next(2))] {
                if round % 2 == 0 || start + length <= slots {
                    columns.push(Column::around(start, length, slots, wage));
                }
            }
            if start + 7 <= slots {
                let hole = start + 3;
                columns.push(Column::new((start..start + 7).filter(|slot| *slot != hole), 6));
            }
        }
        let need: Vec<u32> = (0..slots).map(|_| next(7)).collect();
        let found = best(&need, &columns);
        holds(&need, &columns, &found);
        let other = elsewhere(&need, &columns);
        assert!(found.wages_at_least as f64 <= other + 1e-6, "{round} {need:?}");
        if found.is_proven() {
            proven += 1;
            assert!((found.wages as f64 - other).abs() < 1e-6, "{round} {need:?}: {other}");
        }
    }
    assert_eq!(proven, 60);
}

#[test]
fn a_day_of_quarters_is_proven_within_its_work() {
    // Two peaks over 24 hours, in 1,056 ways.
    let need = (0..96_u32).map(|slot| 2 + ((slot / 4) * 7 + slot % 3) % 11).collect();
    let task = RotaTask {
        opens_min: 0,
        closes_min: 1_440,
        every_min: 15,
        need,
        shapes: usual_shapes(),
        start_every_min: 15,
    };
    let found = planned(&task);
    assert!(found.is_proven() && found.people >= found.people_at_least);
    assert_eq!(rota(&task, &|| false), Ok(found));
}

/// A small need that some columns cover; the last of them covers everything, at a price.
fn instances() -> impl Strategy<Value = (Vec<u32>, Vec<Column>)> {
    let slots = 5_usize;
    let column = (proptest::collection::vec(0..slots, 1..4), 0..7_u32);
    let column = column.prop_map(|(covers, wage)| Column::new(covers, wage));
    let need = proptest::collection::vec(0..4_u32, slots);
    (need, proptest::collection::vec(column, 1..5), 5..20_u32).prop_map(
        move |(need, mut columns, wage)| {
            columns.push(Column::new(0..slots, wage));
            (need, columns)
        },
    )
}

/// A need of one day, and shapes that can cover it.
fn days() -> impl Strategy<Value = RotaTask> {
    proptest::collection::vec(0..9_u32, 16..26).prop_map(|need| half_hours(&need))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn plans_are_as_good_as_those_of_brute_force((need, columns) in instances()) {
        let found = best(&need, &columns);
        holds(&need, &columns, &found);
        prop_assert!(found.is_proven());
        let (wages, people) = brute_force(&need, &columns);
        prop_assert_eq!((found.wages, found.people), (wages, people));
        prop_assert!(found.people_at_least <= people);
    }

    #[test]
    fn the_order_of_columns_changes_nothing(
        (need, columns) in instances(),
        order in proptest::collection::vec(0..1000_u32, 5),
    ) {
        let mut other: Vec<(u32, Column)> = order.into_iter().zip(columns.clone()).collect();
        other.sort();
        let other: Vec<Column> = other.into_iter().map(|(_, column)| column).collect();
        let used = |columns: &[Column], found: &Cover| {
            let counts = columns.iter().zip(&found.counts).filter(|(_, count)| **count > 0);
            let mut used: Vec<(Column, u32)> =
                counts.map(|(column, count)| (column.clone(), *count)).collect();
            used.sort();
            used
        };
        let (one, two) = (best(&need, &columns), best(&need, &other));
        if columns.len() == other.len() {
            prop_assert_eq!(used(&columns, &one), used(&other, &two));
            prop_assert_eq!(one.relaxation, two.relaxation);
            prop_assert_eq!(one.people_at_least, two.people_at_least);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_proven_is_the_best_there_is(task in days(), slot in 0..100_usize) {
        let found = planned(&task);
        prop_assert!(found.paid_at_least_min <= found.paid_min);
        prop_assert!(found.relaxation_min.is_some_and(|least| least <= found.paid_min as f64 + 1e-6));
        // More need never costs less, and nothing proven is beaten by a plan for more.
        let mut more = task.clone();
        let slot = slot % more.need.len();
        more.need[slot] += 1;
        let dearer = planned(&more);
        prop_assert!(dearer.paid_min >= found.paid_at_least_min);
        if found.is_proven() && dearer.is_proven() {
            prop_assert!(dearer.paid_min >= found.paid_min);
            if dearer.paid_min == found.paid_min {
                prop_assert!(dearer.people >= found.people_at_least);
            }
        }
    }
}
