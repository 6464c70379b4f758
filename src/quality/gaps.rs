//! The five gaps between what customers ought to get and what they got (Parasuraman, Zeithaml & Berry 1985).

use crate::blueprint::Readings;

/// The gaps of an item, or of the whole, on the scale of its readings; below zero what falls short.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Gaps {
    /// Gap 1: what managers believe − what customers ought to get.
    pub knowledge: Option<f64>,
    /// Gap 2: what is laid down − what managers believe.
    pub standards: Option<f64>,
    /// Gap 3: what is delivered − what is laid down.
    pub delivery: Option<f64>,
    /// Gap 4: what is delivered − what is promised. It works through expectations and stands beside the others.
    pub communication: Option<f64>,
    /// Gap 5: what customers got − what they ought to get.
    pub customer: Option<f64>,
    /// What customers got − what is delivered: gap 5 is the sum of gaps 1, 2, 3 and this.
    pub unexplained: Option<f64>,
}

impl Gaps {
    /// Those of readings. A gap whose end is missing is `None`.
    #[must_use]
    pub fn of(readings: &Readings) -> Self {
        let less = |a: Option<f64>, b: Option<f64>| Some(a? - b?);
        Self {
            knowledge: less(readings.believed, readings.should),
            standards: less(readings.standard, readings.believed),
            delivery: less(readings.delivered, readings.standard),
            communication: less(readings.delivered, readings.promised),
            customer: less(readings.perceived, readings.should),
            unexplained: less(readings.perceived, readings.delivered),
        }
    }

    /// Whether all of it is known, so that gap 5 is the sum of gaps 1, 2, 3 and what they leave unexplained.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let parts = [self.knowledge, self.standards, self.delivery, self.unexplained];
        self.customer.is_some() && parts.iter().all(Option::is_some)
    }

    /// Each with its name in `--json`.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Option<f64>); 6] {
        [
            ("gap_1", self.knowledge),
            ("gap_2", self.standards),
            ("gap_3", self.delivery),
            ("gap_4", self.communication),
            ("gap_5", self.customer),
            ("unexplained", self.unexplained),
        ]
    }

    /// Each the weighted mean of those that are known; weights that are all zero count alike. Linear.
    pub(super) fn mean<'a>(of: impl Iterator<Item = (f64, &'a Self)>) -> Self {
        let all: Vec<(f64, &Self)> = of.collect();
        let one = |gap: fn(&Self) -> Option<f64>| {
            weighted_mean(all.iter().map(|(weight, gaps)| (*weight, gap(gaps))))
        };
        Self {
            knowledge: one(|gaps| gaps.knowledge),
            standards: one(|gaps| gaps.standards),
            delivery: one(|gaps| gaps.delivery),
            communication: one(|gaps| gaps.communication),
            customer: one(|gaps| gaps.customer),
            unexplained: one(|gaps| gaps.unexplained),
        }
    }
}

/// The weighted mean of the values that are there; where all of them weigh nothing, each counts alike.
pub(super) fn weighted_mean(values: impl Iterator<Item = (f64, Option<f64>)>) -> Option<f64> {
    let known: Vec<(f64, f64)> =
        values.filter_map(|(weight, value)| Some((weight, value?))).collect();
    let weights: f64 = known.iter().map(|(weight, _)| weight).sum();
    if weights > 0.0 {
        return Some(known.iter().map(|(weight, value)| weight * value).sum::<f64>() / weights);
    }
    let sum: f64 = known.iter().map(|(_, value)| value).sum();
    (!known.is_empty()).then(|| sum / known.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_needs_both_its_ends() {
        let readings = Readings { should: Some(6.5), perceived: Some(4.8), ..Readings::default() };
        let gaps = Gaps::of(&readings);
        assert!((gaps.customer.unwrap() + 1.7).abs() < 1e-12);
        assert_eq!((gaps.knowledge, gaps.communication, gaps.unexplained), (None, None, None));
    }

    #[test]
    fn gaps_add_up() {
        let readings = Readings {
            should: Some(6.5),
            believed: Some(6.0),
            standard: Some(5.5),
            delivered: Some(5.2),
            promised: Some(6.2),
            perceived: Some(4.8),
            ..Readings::default()
        };
        let gaps = Gaps::of(&readings);
        let expect = [-0.5, -0.5, -0.3, -1.0, -1.7, -0.4];
        for ((name, gap), expect) in gaps.named().into_iter().zip(expect) {
            assert!((gap.unwrap() - expect).abs() < 1e-9, "{name}");
        }
        let sum = [gaps.knowledge, gaps.standards, gaps.delivery, gaps.unexplained];
        let sum: f64 = sum.into_iter().flatten().sum();
        assert!((sum - gaps.customer.unwrap()).abs() < 1e-12);
    }
}
