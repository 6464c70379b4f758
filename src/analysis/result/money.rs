//! What a customer leaves and costs.

use super::figure::Figure;

/// What a customer leaves, at the output and at full load, and what the execution of the work costs
/// (Shostack 1984). In the file's currency; lacking a price or a rate where they depend on one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Money {
    /// Price − cost per customer, at the output.
    pub margin_per_customer: Figure,
    /// (Price − cost per customer) × capacity, both at full load: what the hour would leave if
    /// customers came as fast as they can be served.
    pub profit_at_capacity_per_hour: Figure,
    /// Material for one customer.
    pub material_per_customer: Figure,
    /// The hours that roles are at work for one customer × their cost per hour, set off work
    /// included. Paid time without work costs nothing here; equipment without a rate is free.
    pub busy_cost_per_customer: Figure,
    /// Price − busy cost − material: what the execution leaves.
    pub execution_profit_per_customer: Figure,
    /// How many seconds the execution may last, everything stretched alike, until it leaves
    /// nothing. The execution lasts as long as a customer's way through an empty system.
    pub break_even_time_s: Figure,
    /// What each minute costs by which the execution is late: busy cost ÷ its minutes.
    pub delay_cost_per_minute: Figure,
}
