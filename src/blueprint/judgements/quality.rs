//! What customers judge: the items, the scale, the weights, the surveys.

use super::item::{Item, Scale, Weights};
use super::survey::Survey;
use crate::blueprint::ids::ItemId;

/// What customers judge, and how much each part of it counts.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Quality {
    /// On which scale readings are taken.
    pub scale: Scale,
    /// How much each dimension counts, set by hand.
    pub weights: Option<Weights>,
    /// The items.
    pub items: Vec<(ItemId, Item)>,
    /// What customers were asked, in the order of time.
    pub surveys: Vec<Survey>,
}
