//! Classes of customers by how urgent they are.

use super::quantity::Share;
use super::time::Span;

/// Customers who are served before those of later classes and after those of earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub struct UrgencyClass {
    /// What they are called; never blank.
    pub name: String,
    /// Their share of the customers; the last class without one has what the others leave.
    pub share: Option<Share>,
    /// The longest that they should wait.
    pub within: Option<Span>,
}

impl UrgencyClass {
    /// Most classes of a service.
    pub const MOST: usize = 12;

    /// The share of each class: as stated, and what the others leave divided among those without one.
    #[must_use]
    pub fn shares(classes: &[Self]) -> Vec<f64> {
        let stated: f64 = classes.iter().filter_map(|class| class.share).map(Share::value).sum();
        let blank = classes.iter().filter(|class| class.share.is_none()).count();
        let each = if blank == 0 { 0.0 } else { (1.0 - stated).max(0.0) / blank as f64 };
        classes.iter().map(|class| class.share.map_or(each, Share::value)).collect()
    }
}
