//! How far the numbers of a picture can be trusted, said as on the tiles.

use crate::analysis::{Basis, Figure};
use crate::wording::{Amount, Wording};

/// A number with the mark of its tile: a band behind it, any other sign before it.
pub(super) fn marked(words: &Wording, basis: Basis, number: &str) -> String {
    match basis {
        Basis::Exact => number.to_owned(),
        Basis::Approximate { band: Some(_) } => {
            format!("{number} {}", words.badge(basis, Amount::Number))
        }
        _ => format!("{} {number}", words.sign(basis)),
    }
}

/// The basis of a number that is taken from several: a band holds for each of them alone.
pub(super) fn worst<'a>(figures: impl Iterator<Item = &'a Figure>) -> Basis {
    figures.map(|figure| figure.basis).fold(Basis::Exact, |worst, basis| match (worst, basis) {
        (worst, Basis::Exact) => worst,
        (Basis::Unreliable, _) | (_, Basis::Unreliable) => Basis::Unreliable,
        (Basis::Exact, Basis::LowerBound) => Basis::LowerBound,
        (Basis::Exact, Basis::UpperBound) => Basis::UpperBound,
        (worst, basis) if worst == basis && states_no_width(basis) => worst,
        _ => Basis::Approximate { band: None },
    })
}

/// Whether a basis says nothing of how far off its number is.
fn states_no_width(basis: Basis) -> bool {
    !matches!(basis, Basis::Approximate { .. } | Basis::Simulated { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn numbers_bear_the_marks_of_the_tiles() {
        let words = Wording::new(Language::English);
        let says = |basis| marked(&words, basis, "7 min");
        assert_eq!(says(Basis::Exact), "7 min");
        assert_eq!(says(Basis::within_percent(4.0)), "7 min ±4 %");
        assert_eq!(says(Basis::Approximate { band: None }), "≈ 7 min");
        assert_eq!(says(Basis::Unreliable), "≈? 7 min");
        assert_eq!(says(Basis::UpperBound), "≤ 7 min");
        assert_eq!(says(Basis::Simulated { half_width: 12.0 }), "≈ 7 min");
        assert_eq!(says(Basis::UpperBound.turned()), "≥ 7 min");
    }

    #[test]
    fn a_sum_is_as_good_as_its_worst_part_and_has_no_band() {
        let sum = |all: &[Basis]| {
            let figures: Vec<Figure> = all.iter().map(|basis| Figure::new(1.0, *basis)).collect();
            worst(figures.iter())
        };
        let band = Basis::within_percent(4.0);
        assert_eq!(sum(&[Basis::Exact, Basis::Exact]), Basis::Exact);
        assert_eq!(sum(&[band, Basis::Exact]), Basis::Approximate { band: None });
        assert_eq!(sum(&[band, Basis::Unreliable, band]), Basis::Unreliable);
        let simulated = Basis::Simulated { half_width: 12.0 };
        assert_eq!(sum(&[simulated, simulated]), Basis::Approximate { band: None });
        assert_eq!(sum(&[Basis::LowerBound, Basis::Exact]), Basis::LowerBound);
        assert_eq!(sum(&[Basis::LowerBound, band]), Basis::Approximate { band: None });
    }
}
