//! Quality as a hierarchy: of the interaction, of the environment, of the outcome, each of three parts (Brady &
//! Cronin 2001).

use super::gaps::weighted_mean;
use super::items::ItemFigures;
use crate::blueprint::{ItemPart, Quality};

/// What quality is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QualityOf {
    /// How staff meet customers: attitude, behaviour, expertise.
    Interaction,
    /// Where it happens: ambience, design, other customers.
    Environment,
    /// What comes of it: waiting, what one can touch, whether it was good in the end.
    Outcome,
}

impl QualityOf {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::Interaction, Self::Environment, Self::Outcome];

    /// What a part belongs to.
    #[must_use]
    pub fn part(part: ItemPart) -> Self {
        match part {
            ItemPart::Attitude | ItemPart::Behaviour | ItemPart::Expertise => Self::Interaction,
            ItemPart::Ambience | ItemPart::Design | ItemPart::Social => Self::Environment,
            ItemPart::Waiting | ItemPart::Tangibles | ItemPart::Valence => Self::Outcome,
        }
    }
}

/// The means of what customers got.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Hierarchy {
    /// Of each part with the number of its items that were judged, in the order of [`ItemPart::NAMES`].
    pub parts: Vec<(ItemPart, usize, Option<f64>)>,
    /// Of the parts of each, in the order of [`QualityOf::ALL`].
    pub of: [Option<f64>; 3],
    /// Of the three.
    pub whole: Option<f64>,
}

/// The hierarchy of the items that name their part. Linear.
pub(super) fn hierarchy(quality: &Quality, items: &[ItemFigures]) -> Hierarchy {
    let judged = quality.items.iter().zip(items);
    let judged =
        judged.filter_map(|((_, item), figures)| Some((item.part?, figures.readings.perceived?)));
    let judged: Vec<(ItemPart, f64)> = judged.collect();
    let parts: Vec<(ItemPart, usize, Option<f64>)> = ItemPart::NAMES
        .iter()
        .map(|(_, part)| {
            let own = || judged.iter().filter(|(of, _)| of == part);
            let mean = weighted_mean(own().map(|(_, perceived)| (1.0, Some(*perceived))));
            (*part, own().count(), mean)
        })
        .collect();
    let of = QualityOf::ALL.map(|of| {
        let own = parts.iter().filter(|(part, ..)| QualityOf::part(*part) == of);
        weighted_mean(own.map(|(.., mean)| (1.0, *mean)))
    });
    Hierarchy { parts, of, whole: weighted_mean(of.into_iter().map(|mean| (1.0, mean))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Id as _, Item, ItemId, Readings};

    #[test]
    fn means_are_of_parts_then_of_the_three() {
        let item = |part, perceived| Item {
            part: Some(part),
            readings: Readings { perceived: Some(perceived), ..Readings::default() },
            ..Item::default()
        };
        let all = [
            item(ItemPart::Attitude, 4.0),
            item(ItemPart::Attitude, 6.0),
            item(ItemPart::Expertise, 7.0),
            item(ItemPart::Waiting, 2.0),
        ];
        let items = (1..).map(ItemId::from_number).zip(all).collect();
        let quality = Quality { items, ..Quality::default() };
        let found = hierarchy(&quality, &super::super::items::items(&quality));
        // Two sentences on attitude count no more than one on expertise.
        assert_eq!(found.of, [Some(6.0), None, Some(2.0)]);
        assert_eq!(found.whole, Some(4.0));
        assert_eq!(found.parts.first(), Some(&(ItemPart::Attitude, 2, Some(5.0))));
        assert_eq!(found.parts.get(1), Some(&(ItemPart::Behaviour, 0, None)));
    }
}
