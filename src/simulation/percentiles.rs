//! Percentiles of times, with intervals from groups of independent replications.

use super::estimates::{Estimate, student};
use super::histogram::Histogram;

/// The time, in ticks, up to which a share of all lie: that of all groups together, with the interval that
/// the groups' own percentiles give. `None` where nothing was counted; an interval without end where fewer
/// than two groups counted something.
#[must_use]
pub fn percentile<'a>(
    groups: impl Iterator<Item = &'a Histogram> + Clone,
    share: f64,
) -> Option<Estimate> {
    let mut all = Histogram::default();
    groups.clone().for_each(|group| all.add(group));
    let mean = all.quantile(share)?;
    let own: Vec<f64> = groups.filter_map(|group| group.quantile(share)).collect();
    Some(Estimate { mean, half_width: half_width(&own) })
}

/// By how much more the time of the later of two is up to which a share of all lie, in ticks; the groups are paired.
/// `None` where one of them has counted nothing.
#[must_use]
pub fn percentile_difference(
    before: &[Histogram],
    after: &[Histogram],
    share: f64,
) -> Option<Estimate> {
    let of = |groups: &[Histogram]| {
        let mut all = Histogram::default();
        for group in groups {
            all.add(group);
        }
        all.quantile(share)
    };
    let mean = of(after)? - of(before)?;
    let own = before.iter().zip(after);
    let own = own.filter_map(|(one, other)| Some(other.quantile(share)? - one.quantile(share)?));
    Some(Estimate { mean, half_width: half_width(&own.collect::<Vec<f64>>()) })
}

/// Groups that say nothing of how much they differ where they do not.
const FEW: usize = 5;

/// Half the interval that independent values give for their mean; without end for fewer than two.
fn half_width(own: &[f64]) -> f64 {
    if own.len() < 2 {
        return f64::INFINITY;
    }
    let n = own.len() as f64;
    let centre = own.iter().sum::<f64>() / n;
    // Few that agree by chance show no spread; that there is none they cannot know.
    if own.len() < FEW && own.iter().all(|value| value.total_cmp(&own[0]).is_eq()) {
        return f64::INFINITY;
    }
    let squares = own.iter().map(|value| (value - centre) * (value - centre)).sum::<f64>();
    student(own.len() - 1) * (squares / (n - 1.0) / n).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_that_of_the_groups() {
        let group = |most: u64| {
            let mut histogram = Histogram::default();
            (1..=most).for_each(|time| histogram.count(time * 1000));
            histogram
        };
        let groups = [group(100), group(110), group(90)];
        let found = percentile(groups.iter(), 0.9).unwrap();
        assert!((found.mean - 90_000.0).abs() < 2000.0, "{found:?}");
        // Their own are some 99, 90 and 81 thousand.
        assert!(
            (found.half_width - 4.302_653 * 9000.0 / 3.0_f64.sqrt()).abs() < 2000.0,
            "{found:?}"
        );
        assert_eq!(percentile([].iter(), 0.5), None);
        assert!(percentile(groups[..1].iter(), 0.5).unwrap().half_width.is_infinite());
    }
}
