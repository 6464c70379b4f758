//! Shares that were rounded before they were typed: three of 33.3 %, six of 16.7 %.

/// The most decimals of a per cent that people type.
const MOST_DECIMALS: u32 = 6;
/// How near a share must be to a number of so many decimals to have been typed as one, in units of
/// the last.
const DUST: f64 = 1e-6;

/// Whether shares (1 = 100 %) miss the whole by no more than their digits were rounded by: half a
/// unit of the last digit of each. How many digits were typed is told from the values.
pub(super) fn add_up(shares: impl Iterator<Item = f64>) -> bool {
    let (mut sum, mut slack, mut count) = (0.0, 0.0, 0);
    for share in shares {
        sum += share;
        slack += 0.5 * last_digit(share);
        count += 1;
    }
    count > 1 && (sum - 1.0_f64).abs() <= slack * (1.0 + DUST)
}

/// A unit of the last digit of a share, as people type it in per cent: 0.001 for 33.3 %.
fn last_digit(share: f64) -> f64 {
    let percent = share * 100.0;
    let mut unit = 1.0;
    for _ in 0..MOST_DECIMALS {
        let digits = percent / unit;
        if (digits - digits.round()).abs() <= DUST {
            break;
        }
        unit /= 10.0;
    }
    unit / 100.0
}

#[cfg(test)]
mod tests {
    use super::add_up;

    fn adds_up(percent: &[f64]) -> bool {
        add_up(percent.iter().map(|share| share / 100.0))
    }

    #[test]
    fn what_rounding_alone_can_miss_adds_up() {
        for shares in [
            &[33.3; 3][..],
            &[33.0; 3],
            &[33.33; 3],
            &[16.7; 6],
            &[14.3; 7],
            &[66.6, 33.3],
            &[11.1; 9],
            &[0.1, 33.3, 33.3, 33.3],
        ] {
            assert!(adds_up(shares), "{shares:?}");
        }
    }

    #[test]
    fn what_somebody_forgot_does_not() {
        for shares in
            [&[70.0, 20.0][..], &[50.0, 48.0], &[33.3, 33.3], &[66.5, 33.3], &[60.0; 2], &[99.9]]
        {
            assert!(!adds_up(shares), "{shares:?}");
        }
    }
}
