//! Where the marks of an axis stand.

use crate::blueprint::notation::in_threes;

/// Steps between the marks of a clock, in seconds: those that people count in.
const CLOCK_STEPS: [f64; 24] = [
    1.0,
    2.0,
    5.0,
    10.0,
    15.0,
    30.0,
    60.0,
    120.0,
    300.0,
    600.0,
    900.0,
    1_800.0,
    3_600.0,
    7_200.0,
    14_400.0,
    21_600.0,
    43_200.0,
    86_400.0,
    172_800.0,
    432_000.0,
    864_000.0,
    2_592_000.0,
    7_776_000.0,
    31_536_000.0,
];
/// The most marks of an axis.
const MOST_MARKS: usize = 24;

/// Marks of a clock from 0 to `end_s`, about `wanted` of them, in seconds.
#[must_use]
pub fn clock_marks(end_s: f64, wanted: usize) -> Vec<f64> {
    let least = end_s / wanted.max(1) as f64;
    let step = CLOCK_STEPS.iter().copied().find(|step| *step >= least);
    // Below a second and beyond a year a clock counts in tens.
    let step = if least < 0.5 { round_step(least) } else { step.unwrap_or(round_step(least)) };
    marks(end_s, step)
}

/// Round marks from 0 to `end`, about `wanted` of them.
#[must_use]
pub fn round_marks(end: f64, wanted: usize) -> Vec<f64> {
    marks(end, round_step(end / wanted.max(1) as f64))
}

/// The least of 1, 2 and 5 times a power of ten that is not below a number.
fn round_step(least: f64) -> f64 {
    if !(least > 0.0 && least.is_finite()) {
        return 1.0;
    }
    let ten = 10_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .map(|digit| digit * ten)
        .into_iter()
        .find(|s| *s >= least * (1.0 - 1e-9))
        .unwrap_or(ten * 10.0)
}

fn marks(end: f64, step: f64) -> Vec<f64> {
    let there = |mark: &f64| *mark <= end * (1.0 + 1e-9);
    (0..MOST_MARKS).map(|index| index as f64 * step).take_while(there).collect()
}

/// Numbers from which on a mark is written in millions or thousand millions of what it is, as a power of ten.
const POWERS: [(f64, &str); 4] = [(1e15, "10¹⁵"), (1e12, "10¹²"), (1e9, "10⁹"), (1e6, "10⁶")];

/// A mark of an axis, without needless zeros: large ones in threes, very large ones short.
pub(super) fn plain(value: f64) -> String {
    if let Some((size, power)) = POWERS.iter().find(|(size, _)| value.abs() >= *size) {
        return format!("{} × {power}", plain(value / size));
    }
    let text = format!("{:.6}", value.abs());
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let sign = if value < 0.0 && text != "0" { "−" } else { "" };
    format!("{sign}{}", in_threes(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_marked_as_people_count() {
        assert_eq!(clock_marks(195.0, 7), [0.0, 30.0, 60.0, 90.0, 120.0, 150.0, 180.0]);
        assert_eq!(clock_marks(40.0, 5), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(clock_marks(7_000.0, 4), [0.0, 1_800.0, 3_600.0, 5_400.0]);
        assert_eq!(clock_marks(0.4, 4), [0.0, 0.1, 0.2, 0.1 * 3.0, 0.4]);
        assert_eq!(clock_marks(0.0, 5), [0.0]);
    }

    #[test]
    fn marks_of_large_numbers_are_read_at_a_glance() {
        let marks = [0.0, -2.5, 1_200.0, 150_000.0, -2e6, 3e9, 4e16];
        let written = marks.map(plain);
        let expected = ["0", "−2.5", "1,200", "150,000", "−2 × 10⁶", "3 × 10⁹", "40 × 10¹⁵"];
        assert_eq!(written, expected);
    }

    #[test]
    fn marks_are_round_and_few() {
        assert_eq!(round_marks(60.0, 6), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0]);
        assert_eq!(round_marks(7.3, 4), [0.0, 2.0, 4.0, 6.0]);
        for end in [1e-12, 3.3, 1e15, f64::INFINITY, f64::NAN] {
            assert!(round_marks(end, 6).len() <= MOST_MARKS, "{end}");
            assert!(clock_marks(end, 6).len() <= MOST_MARKS, "{end}");
        }
    }
}
