//! Surveys: what customers answered, kept as the statistics that any weights need and never as rows, so
//! that no respondent can be found in a file.

use super::item::{KanoCounts, QualityDimension, Scale, Weights};
use crate::blueprint::date::Date;
use crate::blueprint::ids::ItemId;

/// One wave of answers.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Survey {
    /// Where it comes from, such as the name of a table.
    pub source: String,
    /// When it was taken.
    pub taken: Option<Date>,
    /// How many answered.
    pub respondents: u32,
    /// By item.
    pub items: Vec<SurveyItem>,
    /// By dimension, in their order.
    pub dimensions: Vec<SurveyDimension>,
    /// How many answered in all five dimensions.
    pub complete: u32,
    /// Covariances of the dimensions' gaps over those; `None` for fewer than two.
    pub covariance: Option<[[f64; 5]; 5]>,
    /// How much each dimension counts to customers, as they divided their points.
    pub weights: Option<Weights>,
    /// The mean of what they think of the whole.
    pub overall: Option<f64>,
}

/// What customers answered about an item.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyItem {
    /// The item.
    pub item: ItemId,
    /// How many answered.
    pub n: u32,
    /// The mean of what they ought to get.
    pub expected: Option<f64>,
    /// The mean of what they got.
    pub perceived: Option<f64>,
    /// The mean of the least that they accept.
    pub least: Option<f64>,
    /// The standard deviation of the gap.
    pub sd: Option<f64>,
    /// What they said with and without it.
    pub kano: Option<KanoCounts>,
}

/// What customers answered about a dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurveyDimension {
    /// The dimension.
    pub dimension: QualityDimension,
    /// How many answered enough of its items.
    pub n: u32,
    /// The mean over them of what they ought to get.
    pub expected: f64,
    /// The mean over them of what they got.
    pub perceived: f64,
    /// The standard deviation of their gaps; `None` for fewer than two.
    pub sd: Option<f64>,
}

impl SurveyDimension {
    /// The mean gap: perceived less expected.
    #[must_use]
    pub fn gap(&self) -> f64 {
        self.perceived - self.expected
    }
}

/// What rounding may have cost a covariance, as a part of the largest: three digits are kept at least.
const ROUNDED: f64 = 1e-3;
/// The same of a deviation.
const ROUNDED_DEVIATION: f64 = 0.005;

impl SurveyItem {
    /// Whether no answers on a scale can vary so much.
    #[must_use]
    pub fn varies_too_much(&self, scale: Scale) -> bool {
        let most = scale.most_deviation((self.expected, self.perceived), self.n);
        self.sd.is_some_and(|sd| sd > most + ROUNDED_DEVIATION)
    }
}

impl SurveyDimension {
    /// Whether no answers on a scale can vary so much.
    #[must_use]
    pub fn varies_too_much(&self, scale: Scale) -> bool {
        let most = scale.most_deviation((Some(self.expected), Some(self.perceived)), self.n);
        self.sd.is_some_and(|sd| sd > most + ROUNDED_DEVIATION)
    }
}

impl Survey {
    /// The covariances, where there are some and answers on a scale can have them: as much of a with b as of b with a,
    /// no variance below zero of any weighting, none beyond the scale. Five by five.
    #[must_use]
    pub fn sound_covariance(&self, scale: Scale) -> Option<&[[f64; 5]; 5]> {
        let rows = self.covariance.as_ref()?;
        let cell = |a: usize, b: usize| rows.get(a).and_then(|row| row.get(b)).copied();
        let largest = (0..5).filter_map(|at| cell(at, at)).fold(0.0, f64::max);
        let tolerance = ROUNDED * largest;
        let most = scale.most_deviation((None, None), self.complete);
        let is_even = (0..5).all(|a| {
            (0..a).all(|b| {
                let both = cell(a, b).zip(cell(b, a));
                both.is_some_and(|(one, other)| (one - other).abs() <= tolerance)
            })
        });
        let fits = largest <= (most + ROUNDED_DEVIATION).powi(2);
        (is_even && fits && has_root(rows, tolerance)).then_some(rows)
    }

    /// Whether it says covariances that no answers can have.
    #[must_use]
    pub fn has_odd_covariance(&self, scale: Scale) -> bool {
        self.covariance.is_some() && self.sound_covariance(scale).is_none()
    }
}

/// Whether a matrix is the square of another but for rounding, so that no weighting varies by less than nothing
/// (Cholesky's way).
fn has_root(rows: &[[f64; 5]; 5], tolerance: f64) -> bool {
    let mut root: Vec<Vec<f64>> = Vec::with_capacity(rows.len());
    for (a, row) in rows.iter().enumerate() {
        let mut line: Vec<f64> = Vec::with_capacity(a + 1);
        for (b, earlier) in root.iter().enumerate() {
            let known: f64 = line.iter().zip(earlier).map(|(one, other)| one * other).sum();
            let pivot = earlier.last().copied().unwrap_or_default();
            line.push((row.get(b).copied().unwrap_or_default() - known) / pivot);
        }
        let known: f64 = line.iter().map(|value| value * value).sum();
        let rest = row.get(a).copied().unwrap_or_default() + tolerance + f64::EPSILON - known;
        if rest.is_nan() || rest <= 0.0 {
            return false;
        }
        line.push(rest.sqrt());
        root.push(line);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(covariance: [[f64; 5]; 5]) -> Survey {
        Survey { complete: 7, covariance: Some(covariance), ..Survey::default() }
    }

    fn diagonal(value: f64) -> [[f64; 5]; 5] {
        let mut rows = [[0.0; 5]; 5];
        for (at, row) in rows.iter_mut().enumerate() {
            row[at] = value;
        }
        rows
    }

    #[test]
    fn covariances_are_even_and_of_something() {
        let scale = Scale::default();
        let is_odd = |rows| with(rows).has_odd_covariance(scale);
        assert!(!is_odd(diagonal(1.2)));
        // All in step: no weighting varies by less than nothing.
        assert!(!is_odd([[0.81; 5]; 5]));
        assert!(!is_odd([[0.0; 5]; 5]));
        let mut uneven = diagonal(1.0);
        uneven[0][1] = 0.4;
        assert!(is_odd(uneven));
        let mut less_than_nothing = diagonal(1.0);
        (less_than_nothing[0][1], less_than_nothing[1][0]) = (1.4, 1.4);
        assert!(is_odd(less_than_nothing));
        assert!(is_odd(diagonal(-1.0)));
        assert!(is_odd(diagonal(80.0)), "beyond the scale");
    }

    #[test]
    fn half_at_either_end_is_the_most_that_answers_can_vary() {
        let scale = Scale::default();
        // (max − min)² ÷ 4 · n ÷ (n − 1).
        let most = scale.most_deviation((None, Some(4.0)), 10);
        assert!((most - (36.0_f64 / 4.0 * 10.0 / 9.0).sqrt()).abs() < 1e-12);
        assert!(scale.most_deviation((None, Some(7.0)), 10) < 1e-12);
        assert_eq!(scale.gaps_within((-8.0, 2.0)), (-6.0, 2.0));
    }
}
