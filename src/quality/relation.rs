//! What a customer is worth over time (customer lifetime value with constant margin and retention: Gupta &
//! Lehmann 2003).

use crate::analysis::Analysis;
use crate::blueprint::{CustomerRelation, Quantity, Scenario, Share};

/// What a customer is worth, in the file's currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CustomerValue {
    /// Margin × visits × r ÷ (1 + d − r) − acquisition.
    pub value: f64,
    /// The same of one who left and was won back, less what that costs, times the share that is won back; `None`
    /// where that share is not given.
    pub win_back_value: Option<f64>,
}

/// The worth of what a customer leaves in all years to come, where each year leaves `yearly`, a share `retention`
/// stays from one to the next, and money is worth less by `discount` each year. `None` where it never ends.
#[must_use]
pub fn lifetime_value(yearly: f64, retention: f64, discount: f64) -> Option<f64> {
    let shrinks_by = 1.0 + discount - retention;
    (shrinks_by > 0.0).then(|| yearly * retention / shrinks_by)
}

/// What a customer of a scenario is worth; `None` without a margin, visits a year or retention. A blank discount
/// is none, a blank cost nothing.
#[must_use]
pub fn customer_value(scenario: &Scenario, analysis: &Analysis) -> Option<CustomerValue> {
    let CustomerRelation {
        visits_per_year,
        retention,
        discount,
        acquisition,
        win_back,
        win_back_cost,
    } = scenario.customer_relation();
    let yearly = analysis.money.margin_per_customer.value? * visits_per_year?.get();
    let discount = discount.map_or(0.0, Share::value);
    let lifetime = lifetime_value(yearly, retention?.value(), discount)?;
    let cost = |cost: Option<Quantity>| cost.map_or(0.0, Quantity::get);
    Some(CustomerValue {
        value: lifetime - cost(acquisition),
        win_back_value: win_back.map(|share| share.value() * (lifetime - cost(win_back_cost))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_multiples_of_the_margin() {
        let multiple = |retention, discount| lifetime_value(1.0, retention, discount).unwrap();
        assert!((multiple(0.8, 0.1) - 2.666_667).abs() < 5e-7);
        assert!((multiple(0.9, 0.12) - 4.090_909).abs() < 5e-7);
        assert_eq!(lifetime_value(1.0, 1.0, 0.0), None);
    }
}
