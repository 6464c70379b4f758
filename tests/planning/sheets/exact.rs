//! The solver against published answers, laws, and another solver.

use super::tables::{Draw, n};
use onstage::planning::exact::{
    Column, Number, Programme, Row, Search, Sense, Solved, Standing, Verdict,
};

fn programme(costs: &[&str], rows: &[(&[&str], Sense, &str)]) -> Programme {
    Programme {
        columns: costs.iter().map(|cost| Column::of_cost(n(cost))).collect(),
        rows: rows
            .iter()
            .map(|(uses, sense, amount)| Row {
                terms: uses.iter().enumerate().map(|(place, uses)| (place, n(uses))).collect(),
                sense: *sense,
                amount: n(amount),
            })
            .collect(),
    }
}

#[test]
fn two_products() {
    use Sense::AtMost;
    let programme = programme(
        &["-3", "-5"],
        &[(&["1", "0"], AtMost, "4"), (&["0", "2"], AtMost, "12"), (&["3", "2"], AtMost, "18")],
    );
    let mut solved = Solved::new(&programme);
    assert_eq!(solved.standing(), Standing::Optimal);
    assert_eq!(solved.plan(), [n("2"), n("6")]);
    let price = solved.price(1, true).unwrap();
    assert_eq!((price.slope, price.to), (n("-1.5"), Some(n("6"))));
    let price = solved.price(1, false).unwrap();
    assert_eq!((price.slope, price.to), (n("-1.5"), Some(n("6"))));
    assert_eq!(solved.cost_range(0), (Some(n("4.5")), Some(n("3"))));
    assert_eq!(solved.cost_range(1), (None, Some(n("3"))));
    let (pieces, _) = solved.along_amount(2, true, &n("20"));
    assert_eq!(pieces.len(), 2);
}

fn random(draw: &mut Draw) -> Programme {
    let columns = usize::try_from(draw.between(1, 6)).unwrap();
    let rows = usize::try_from(draw.between(1, 6)).unwrap();
    let value = |draw: &mut Draw, low: i64, high: i64| {
        let whole = draw.between(low, high);
        if draw.next(4) == 0 { Number::fraction(whole, 4).unwrap() } else { Number::whole(whole) }
    };
    let signed = draw.next(2) == 0;
    let column = |draw: &mut Draw| Column {
        cost: value(draw, -9, 9),
        least: if draw.next(5) == 0 { value(draw, 0, 2) } else { Number::zero() },
        most: (draw.next(4) == 0).then(|| value(draw, 2, 9)),
        is_whole: false,
    };
    let columns: Vec<Column> = (0..columns).map(|_| column(draw)).collect();
    let row = |draw: &mut Draw| Row {
        terms: (0..columns.len())
            .map(|place| {
                let uses = value(draw, if signed { -5 } else { 0 }, 9);
                (place, if draw.next(3) > 0 { uses } else { Number::zero() })
            })
            .collect(),
        sense: [Sense::AtMost, Sense::AtMost, Sense::AtLeast, Sense::Exactly]
            [usize::try_from(draw.next(4)).unwrap()],
        amount: value(draw, 0, 20),
    };
    let rows = (0..rows).map(|_| row(draw)).collect();
    Programme { columns, rows }
}

fn floating(programme: &Programme) -> Result<f64, Standing> {
    let mut problem = microlp::Problem::new(microlp::OptimizationDirection::Minimize);
    let variables: Vec<_> = programme
        .columns
        .iter()
        .map(|column| {
            let most = column.most.as_ref().map_or(f64::INFINITY, Number::to_f64);
            #[allow(clippy::cast_possible_truncation, reason = "clipped before")]
            if column.is_whole {
                let ends = (column.least.ceil().to_i64().unwrap(), most.floor().min(1e6));
                problem.add_integer_var(
                    column.cost.to_f64(),
                    (i32::try_from(ends.0).unwrap(), ends.1 as i32),
                )
            } else {
                problem.add_var(column.cost.to_f64(), (column.least.to_f64(), most))
            }
        })
        .collect();
    for row in &programme.rows {
        let terms: Vec<_> =
            row.terms.iter().map(|(place, uses)| (variables[*place], uses.to_f64())).collect();
        let sense = match row.sense {
            Sense::AtMost => microlp::ComparisonOp::Le,
            Sense::AtLeast => microlp::ComparisonOp::Ge,
            Sense::Exactly => microlp::ComparisonOp::Eq,
        };
        problem.add_constraint(terms.as_slice(), sense, row.amount.to_f64());
    }
    match problem.solve() {
        Ok(outcome) => Ok(outcome.solution().unwrap().objective()),
        Err(microlp::Error::Infeasible) => Err(Standing::Infeasible),
        Err(microlp::Error::Unbounded) => Err(Standing::Unbounded),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn another_solver_agrees() {
    another_solver_agrees_of(5);
}

#[test]
#[ignore = "takes long unless it is optimised"]
fn many_another_solver_agrees() {
    another_solver_agrees_of(1);
}

/// Over one in so many of all.
fn another_solver_agrees_of(share: usize) {
    let mut draw = Draw(1);
    let mut counts = [0; 3];
    for round in 0..10_000 / share {
        let programme = random(&mut draw);
        let mut solved = Solved::new(&programme);
        let other = floating(&programme);
        match solved.standing() {
            Standing::Optimal => {
                counts[0] += 1;
                let plan = solved.plan();
                assert!(programme.holds(&plan), "{round} {programme:?}");
                let cost = programme.cost_of(&plan).to_f64();
                match other {
                    Ok(value) => assert!(
                        (cost - value).abs() < 1e-6 * (1.0 + value.abs()),
                        "{round} {cost} {value}"
                    ),
                    Err(other) => panic!("{round} {other:?} {programme:?}"),
                }
            }
            other_standing => {
                counts[if other_standing == Standing::Infeasible { 1 } else { 2 }] += 1;
                assert_eq!(other, Err(other_standing), "{round} {programme:?}");
            }
        }
    }
    assert!(counts.iter().all(|count| *count > 500 / share), "{counts:?}");
}

#[test]
fn another_solver_agrees_on_whole_amounts() {
    another_solver_agrees_on_whole_amounts_of(4);
}

#[test]
#[ignore = "takes long unless it is optimised"]
fn many_another_solver_agrees_on_whole_amounts() {
    another_solver_agrees_on_whole_amounts_of(1);
}

/// Over one in so many of all.
fn another_solver_agrees_on_whole_amounts_of(share: usize) {
    let mut draw = Draw(2);
    let mut counts = [0; 2];
    for round in 0..2_000 / share {
        let mut programme = random(&mut draw);
        for column in &mut programme.columns {
            column.is_whole = draw.next(3) > 0;
            let most = column.most.clone().unwrap_or_else(|| Number::whole(30));
            column.most = Some(if column.is_whole { most.floor() } else { most });
            column.least = if column.is_whole { column.least.ceil() } else { column.least.clone() };
        }
        let solved = Solved::new(&programme);
        let found = Search::new(&programme, &solved).run();
        match (found.verdict, floating(&programme)) {
            (Verdict::Optimal, Ok(value)) => {
                counts[0] += 1;
                let plan = found.plan.unwrap();
                assert!(programme.holds(&plan), "{round}");
                let cost = programme.cost_of(&plan).to_f64();
                assert!(
                    (cost - value).abs() < 1e-4 * (1.0 + value.abs()),
                    "{round} {cost} {value} {programme:?}"
                );
            }
            (Verdict::Infeasible, Err(Standing::Infeasible)) => counts[1] += 1,
            (verdict, other) => panic!("{round} {verdict:?} {other:?} {programme:?}"),
        }
    }
    assert!(counts.iter().all(|count| *count > 300 / share), "{counts:?}");
}
