//! What a customer is worth over time: how often they come, and how many stay.

use super::Section;
use crate::blueprint::quantity::{Quantity, Share};

/// The life of a customer with the service.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct CustomerRelation {
    /// Visits in a year.
    pub visits_per_year: Option<Quantity>,
    /// The share of the customers of a year who come again in the next.
    pub retention: Option<Share>,
    /// By how much a payment is worth less a year later.
    pub discount: Option<Share>,
    /// What it costs to win a customer, in the file's currency.
    pub acquisition: Option<Quantity>,
    /// The share of those who left that is won back.
    pub win_back: Option<Share>,
    /// What it costs to win one back, in the file's currency.
    pub win_back_cost: Option<Quantity>,
}

impl Section for CustomerRelation {
    const NAME: &'static str = "relation";
}
