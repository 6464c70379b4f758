//! How well the surroundings are designed, by six factors.

use super::Section;
use crate::blueprint::resources::Stars;

/// What the design of a place for services answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DesignFactor {
    /// Nature and purpose of the organisation.
    Purpose,
    /// Land that is there and the need of space.
    Space,
    /// Room for changes of demand and service.
    Flexibility,
    /// Safety of people and things.
    Security,
    /// How it looks and feels.
    Aesthetics,
    /// The neighbours and the environment.
    Community,
}

impl DesignFactor {
    /// All factors in their order, with their names in a file.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("Purpose", Self::Purpose),
        ("Space", Self::Space),
        ("Flexibility", Self::Flexibility),
        ("Security", Self::Security),
        ("Aesthetics", Self::Aesthetics),
        ("Community", Self::Community),
    ];
}

/// How well one factor is answered.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FactorRating {
    /// How well.
    pub rating: Option<Stars>,
    /// Why.
    pub note: String,
}

impl FactorRating {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.rating.is_none() && self.note.is_empty()
    }
}

/// The judgement of each factor, in the order of [`DesignFactor::NAMES`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DesignFactors {
    ratings: [FactorRating; DesignFactor::NAMES.len()],
}

impl DesignFactors {
    /// The judgement of a factor.
    #[must_use]
    pub fn of(&self, factor: DesignFactor) -> &FactorRating {
        // One place for each of the factors, which are numbered from 0.
        &self.ratings[factor as usize]
    }

    /// The judgement of a factor, to be changed.
    pub fn of_mut(&mut self, factor: DesignFactor) -> &mut FactorRating {
        &mut self.ratings[factor as usize]
    }
}

impl Section for DesignFactors {
    const NAME: &'static str = "factors";

    fn heap(&self) -> usize {
        self.ratings.iter().map(|rating| rating.note.len()).sum()
    }
}
