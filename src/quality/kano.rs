//! What a feature means to customers, by what they say with and without it (Kano 1984; Berger 1993).

use crate::blueprint::KanoCounts;

/// What a feature is to customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KanoCategory {
    /// Basic: its absence is not forgiven.
    MustBe,
    /// Expected: the more the better.
    OneDimensional,
    /// Exciting: nobody misses it, everybody likes it.
    Attractive,
    /// It does not matter.
    Indifferent,
    /// They would rather not have it.
    Reverse,
    /// The answers contradict each other.
    Questionable,
}

impl KanoCategory {
    /// All in the order in which ties are broken.
    pub const ALL: [Self; 6] = [
        Self::MustBe,
        Self::OneDimensional,
        Self::Attractive,
        Self::Indifferent,
        Self::Reverse,
        Self::Questionable,
    ];

    /// Its letter.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::MustBe => "M",
            Self::OneDimensional => "O",
            Self::Attractive => "A",
            Self::Indifferent => "I",
            Self::Reverse => "R",
            Self::Questionable => "Q",
        }
    }
}

/// What the answers about a feature say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KanoFigures {
    /// The most frequent category.
    pub category: KanoCategory,
    /// How much satisfaction rises with it: (A + O) ÷ (A + O + M + I), 0 to 1.
    pub better: Option<f64>,
    /// How much it falls without: −(O + M) ÷ (A + O + M + I), −1 to 0.
    pub worse: Option<f64>,
    /// The share of the answers that want it: (A + O + M) ÷ n.
    pub total_strength: f64,
    /// By how much of the answers the first category leads the second.
    pub category_strength: f64,
    /// Whether it is wanted and yet no category leads: total ≥ 60 % and category ≤ 6 %.
    pub mixed: bool,
}

/// What the answers about a feature say; `None` without answers.
#[must_use]
pub fn kano(counts: &KanoCounts) -> Option<KanoFigures> {
    let KanoCounts { attractive, one_dimensional, must_be, indifferent, reverse, questionable } =
        *counts;
    let of = |category| match category {
        KanoCategory::MustBe => must_be,
        KanoCategory::OneDimensional => one_dimensional,
        KanoCategory::Attractive => attractive,
        KanoCategory::Indifferent => indifferent,
        KanoCategory::Reverse => reverse,
        KanoCategory::Questionable => questionable,
    };
    let n: f64 = KanoCategory::ALL.into_iter().map(of).sum();
    if n <= 0.0 {
        return None;
    }
    let mut order = KanoCategory::ALL;
    // Stable: of equals the one that comes first in the order of ties stays first.
    order.sort_by(|a, b| of(*b).total_cmp(&of(*a)));
    let [first, second, ..] = order;
    let wanted = attractive + one_dimensional + must_be;
    let known = wanted + indifferent;
    let share = |part: f64| (known > 0.0).then(|| part / known + 0.0);
    let (total_strength, category_strength) = (wanted / n, (of(first) - of(second)) / n);
    // Shares of counts are taken for what they are to people: 60 % is not missed by a rounded digit.
    let hair = 1e-12;
    Some(KanoFigures {
        category: first,
        better: share(attractive + one_dimensional),
        worse: share(-(one_dimensional + must_be)),
        total_strength,
        category_strength,
        mixed: total_strength >= 0.6 - hair && category_strength <= 0.06 + hair,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(all: [f64; 6]) -> KanoCounts {
        let [attractive, one_dimensional, must_be, indifferent, reverse, questionable] = all;
        KanoCounts { attractive, one_dimensional, must_be, indifferent, reverse, questionable }
    }

    #[test]
    fn published_features_are_what_the_book_says() {
        let basic = kano(&counts([7.0, 32.3, 49.3, 9.5, 0.3, 1.5])).unwrap();
        assert_eq!(basic.category, KanoCategory::MustBe);
        assert!((basic.better.unwrap() - 0.40).abs() < 0.005);
        assert!((basic.worse.unwrap() + 0.83).abs() < 0.005);
        let exciting = kano(&counts([63.8, 21.6, 2.9, 8.5, 0.7, 2.5])).unwrap();
        assert_eq!(exciting.category, KanoCategory::Attractive);
        assert!((exciting.better.unwrap() - 0.88).abs() < 0.005);
        assert!((exciting.worse.unwrap() + 0.25).abs() < 0.005);
    }

    #[test]
    fn answers_make_categories_and_ties_go_to_what_matters_most() {
        let mut all = KanoCounts::default();
        for (with, without) in [(1, 5), (1, 5), (2, 5), (1, 3), (2, 3)] {
            all.count(with, without);
        }
        let found = kano(&all).unwrap();
        assert_eq!(found.category, KanoCategory::OneDimensional);
        assert!((found.better.unwrap() - 0.6).abs() < 1e-12);
        assert!((found.worse.unwrap() + 0.6).abs() < 1e-12);
        let tie = kano(&counts([2.0, 2.0, 2.0, 0.0, 0.0, 0.0])).unwrap();
        assert_eq!((tie.category, tie.mixed), (KanoCategory::MustBe, true));
        assert_eq!(kano(&counts([0.0; 6])), None);
    }
}
