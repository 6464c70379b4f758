//! What no interface shows: any start ends at the same best, and the length of numbers changes nothing.

use num_bigint::BigInt;

use super::NotANumber::{Empty, OverZero, Text, TooLong};
use super::entry::{Entry, Overflow};
use super::scaled::Scaled;
use super::tier::{Basis, Tier};
use super::{Column, Number, Programme, Row, Sense, Solved, Standing};

struct Draw(u64);

impl Draw {
    fn next(&mut self, below: i64) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % below.unsigned_abs()).unwrap()
    }

    fn number(&mut self, low: i64, high: i64, parts: i64) -> Number {
        let below = 1 + self.next(parts);
        Number::fraction(low + self.next(high - low + 1), below).unwrap()
    }
}

/// Some programme; with `parts` above 1 numbers are fractions with denominators up to it.
fn random(draw: &mut Draw, size: i64, high: i64, parts: i64) -> Programme {
    let columns = usize::try_from(1 + draw.next(size)).unwrap();
    let rows = 1 + draw.next(size);
    let column = |draw: &mut Draw| Column {
        cost: draw.number(-high, high, parts),
        least: if draw.next(3) == 0 { draw.number(0, high, parts) } else { Number::zero() },
        most: if draw.next(2) == 0 { Some(draw.number(2 * high, 3 * high, 2)) } else { None },
        is_whole: false,
    };
    let row = |draw: &mut Draw| {
        let low = [0, -high][usize::try_from(draw.next(2)).unwrap()];
        Row {
            terms: (0..columns).map(|place| (place, draw.number(low, high, parts))).collect(),
            sense: [Sense::AtMost, Sense::AtMost, Sense::AtLeast, Sense::Exactly]
                [usize::try_from(draw.next(4)).unwrap()],
            amount: draw.number(0, high * size, parts),
        }
    };
    Programme {
        columns: (0..columns).map(|_| column(draw)).collect(),
        rows: (0..rows).map(|_| row(draw)).collect(),
    }
}

fn cost(programme: &Programme, solved: &mut Solved) -> Option<Number> {
    let plan = solved.plan();
    assert!(solved.standing() == Standing::Infeasible || programme.holds(&plan), "{programme:?}");
    (solved.standing() == Standing::Optimal).then(|| programme.cost_of(&plan))
}

#[test]
fn any_start_ends_at_the_same_best() {
    let mut draw = Draw(1);
    let mut counts = [0; 3];
    for round in 0..6_000 {
        let programme = random(&mut draw, 7, if round % 2 == 0 { 3 } else { 20 }, 1 + round % 3);
        let mut guessed = Solved::new(&programme);
        for start in 0..3 {
            let variables = programme.columns.len() + programme.rows.len();
            let mut some = |part: i64| -> Vec<usize> {
                (0..variables).filter(|_| draw.next(10) < part).collect()
            };
            let (basic, at_most) = match start {
                0 => (Vec::new(), Vec::new()),
                _ => (some(5), some(4)),
            };
            let mut other = Solved::from(&programme, |scaled| {
                let bounds = scaled.bounds.clone();
                Tier::at(scaled, &Basis { basic, at_most, bounds })
            });
            assert_eq!(guessed.standing(), other.standing(), "{programme:?}");
            assert_eq!(cost(&programme, &mut guessed), cost(&programme, &mut other));
        }
        match guessed.standing() {
            Standing::Optimal => counts[0] += 1,
            Standing::Infeasible => counts[1] += 1,
            Standing::Unbounded => counts[2] += 1,
        }
    }
    assert!(counts.iter().all(|count| *count > 300), "{counts:?}");
}

/// At the slack basis in numbers of one length.
fn slack<T: Entry>(scaled: &Scaled) -> Result<super::tableau::Tableau<T>, Overflow> {
    let bounds = scaled.bounds.clone();
    Basis { basic: Vec::new(), at_most: Vec::new(), bounds }.tableau(scaled)
}

#[test]
fn the_length_of_numbers_changes_no_answer() {
    let mut draw = Draw(2);
    let mut lengths = [0; 3];
    for round in 0..400 {
        let (size, high, parts) = match round % 4 {
            0 => (4, 9, 1),
            1 => (8, 99, 10),
            2 => (8, 9_999, 100),
            _ => (9, 999_999_999, 9_999),
        };
        let programme = random(&mut draw, size, high, parts);
        let mut solved = Solved::new(&programme);
        let mut middle = Solved::from(&programme, |scaled| match slack::<i128>(scaled) {
            Ok(tableau) => Tier::Middle(tableau),
            Err(Overflow) => Tier::Long(slack::<BigInt>(scaled).unwrap()),
        });
        let mut long =
            Solved::from(&programme, |scaled| Tier::Long(slack::<BigInt>(scaled).unwrap()));
        assert_eq!((solved.standing(), solved.standing()), (middle.standing(), long.standing()));
        lengths[match solved.tier {
            Tier::Short(_) => 0,
            Tier::Middle(_) => 1,
            Tier::Long(_) => 2,
        }] += 1;
        if solved.standing() != Standing::Optimal {
            continue;
        }
        let best = cost(&programme, &mut solved);
        assert_eq!(best, cost(&programme, &mut middle));
        assert_eq!(best, cost(&programme, &mut long));
        let spans = solved.spans();
        assert_eq!((&spans, &spans), (&middle.spans(), &long.spans()));
        for row in 0..programme.rows.len() {
            for up in [false, true] {
                let price = solved.price(row, up);
                assert_eq!(price, middle.price(row, up));
                assert_eq!(price, long.price(row, up));
                let until = Number::whole(high);
                let course = |solved: &mut Solved| {
                    let (pieces, ends) = solved.along_amount(row, up, &until);
                    let pieces: Vec<_> = pieces
                        .into_iter()
                        .map(|piece| (piece.from, piece.to, piece.slope))
                        .collect();
                    (pieces, ends)
                };
                let ours = course(&mut solved);
                assert_eq!(ours, course(&mut middle));
                assert_eq!(ours, course(&mut long));
            }
        }
        let is_one = spans.iter().all(|(least, most)| least == most && least.is_some());
        for column in 0..programme.columns.len() {
            let forced = solved.forced(column);
            assert_eq!((&forced, &forced), (&middle.forced(column), &long.forced(column)));
            if is_one {
                let range = solved.cost_range(column);
                assert_eq!(range, middle.cost_range(column));
                assert_eq!(range, long.cost_range(column));
            }
        }
    }
    assert!(lengths.iter().all(|count| *count > 20), "{lengths:?}");
}

#[test]
fn numbers_are_read_and_printed_exactly() {
    let read = |text: &str| text.parse::<Number>().map(|number| number.to_fraction());
    for (text, fraction) in [
        ("3.48", "87/25"),
        ("1/3", "1/3"),
        (" 30 % ", "3/10"),
        ("1/3 %", "1/300"),
        ("-.5", "-1/2"),
        ("−7", "-7"),
        ("+2.50", "5/2"),
        ("2/4", "1/2"),
        ("1.5 / 2", "3/4"),
        ("170141183460469231731687303715884105728", "170141183460469231731687303715884105728"),
    ] {
        assert_eq!(read(text).as_deref(), Ok(fraction), "{text}");
    }
    let long = "9".repeat(401);
    for (text, wrong) in [
        ("", Empty),
        ("  ", Empty),
        ("ten", Text),
        ("1,5", Text),
        ("1/0", OverZero),
        (".", Text),
        ("1e5", Text),
        ("--1", Text),
        ("1/2/3", Text),
        ("%", Text),
        (long.as_str(), TooLong),
    ] {
        assert_eq!(text.parse::<Number>(), Err(wrong), "{text}");
    }
    assert_eq!(
        Number::of_decimal(0.1 + 0.2).unwrap().to_string(),
        "0.30000000000000004".parse::<Number>().unwrap().to_fraction()
    );
    let third = Number::fraction(-2, 3).unwrap();
    assert_eq!((third.to_decimal(6).as_str(), third.to_string().as_str()), ("-0.666667", "-2/3"));
    assert_eq!(Number::fraction(1, 1_000_000).unwrap().to_decimal(3), "0");
    assert_eq!(Number::fraction(-1, 1_000_000).unwrap().to_decimal(3), "0");
    assert_eq!(Number::fraction(9995, 10).unwrap().to_decimal(0), "1000");
}

#[test]
fn short_and_long_fractions_agree() {
    let mut draw = Draw(3);
    for round in 0..4_000 {
        let mut number = || {
            let mut number = Number::one();
            for _ in 0..=(round % 5) {
                number = &number * &draw.number(-999_999_999, 999_999_999, 999_999_999);
            }
            number
        };
        let (one, other) = (number(), number());
        let sum = &one + &other;
        assert_eq!(&sum - &other, one);
        assert_eq!(one.cmp(&other), (&one - &other).sign());
        let product = &one * &other;
        if let Some(back) = product.over(&other) {
            assert_eq!(back, one);
        }
        assert!(one.floor() <= one && one <= one.ceil() && one.floor().is_whole());
        let (float, back) = (one.to_f64(), Number::of_decimal(one.to_f64()));
        if float != 0.0 && float.abs() > 1e-100 {
            let off = (&back.unwrap() - &one).abs().over(&one.abs()).unwrap();
            assert!(off < Number::of_decimal(1e-15).unwrap(), "{one}");
        }
        assert_eq!(one.to_string().parse::<Number>().unwrap(), one);
        assert_eq!(one.to_fraction().parse::<Number>().unwrap(), one);
    }
}
