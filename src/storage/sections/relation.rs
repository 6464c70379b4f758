//! What customers are worth over time, in a file.

use serde::Deserialize;

use crate::blueprint::{CustomerRelation, Quantity};
use crate::storage::at::{At, Fault};
use crate::storage::file_values::Written;
use crate::storage::row::Row;

/// The life of a customer with the service.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileRelation {
    pub visits_per_year: Option<f64>,
    pub retention: Option<Written>,
    pub discount: Option<Written>,
    pub acquisition: Option<f64>,
    pub win_back: Option<Written>,
    pub win_back_cost: Option<f64>,
}

/// Checks what a file says.
pub fn read(at: &At<'_>, file: &FileRelation) -> Result<CustomerRelation, Fault> {
    let amount = |field: &'static str, value: Option<f64>| -> Result<Option<Quantity>, Fault> {
        value.map(|value| at.field(field).quantity(value)).transpose()
    };
    Ok(CustomerRelation {
        visits_per_year: amount("visits_per_year", file.visits_per_year)?,
        retention: at.field("retention").share(file.retention.as_ref())?,
        discount: at.field("discount").share(file.discount.as_ref())?,
        acquisition: amount("acquisition", file.acquisition)?,
        win_back: at.field("win_back").share(file.win_back.as_ref())?,
        win_back_cost: amount("win_back_cost", file.win_back_cost)?,
    })
}

/// It as a row.
pub fn row(relation: &CustomerRelation) -> Row {
    Row::default()
        .some("visits_per_year", relation.visits_per_year)
        .quoted("retention", relation.retention)
        .quoted("discount", relation.discount)
        .some("acquisition", relation.acquisition)
        .quoted("win_back", relation.win_back)
        .some("win_back_cost", relation.win_back_cost)
}
