//! Needs, places and fail points of a file, checked.

use super::at::{At, Fault};
use super::file_values::{FileFail, FileNeed, UNLIMITED, Written};
use crate::blueprint::{FailPoint, Need, Places, Rating, Refusal};

pub fn need(at: &At<'_>, file: &FileNeed) -> Result<Need, Fault> {
    let mut roles = Vec::with_capacity(file.roles.len());
    for (index, role) in file.roles.iter().enumerate() {
        roles.push(at.row("roles", index).number(*role)?);
    }
    Ok(Need { roles, count: at.field("count").count(file.count)?, keep: file.keep })
}

pub fn places(at: &At<'_>, Written(text): &Written) -> Result<Places, Fault> {
    if text.trim() == UNLIMITED {
        return Ok(Places::Unlimited);
    }
    let count = text.trim().parse().map_err(|_| at.refuse(text, Refusal::NotANumber))?;
    at.count(Some(count)).map(Places::Count)
}

pub fn fail(at: &At<'_>, file: &FileFail) -> Result<FailPoint, Fault> {
    let rating = |field, value: Option<f64>| {
        let at = at.field(field);
        value
            .map(|value| {
                // Whatever else is wrong with it, it is told the bounds.
                let whole = at.small(value, 1..=10).ok().and_then(|whole| Rating::new(whole).ok());
                whole.ok_or_else(|| at.refuse(&value, Refusal::RatingRange))
            })
            .transpose()
    };
    Ok(FailPoint {
        what: file.what.clone(),
        how_often: at.field("how_often").share(file.how_often.as_ref())?,
        severity: rating("severity", file.severity)?,
        detection: rating("detection", file.detection)?,
        recovery: file.recovery.clone(),
        recovery_step: file
            .recovery_step
            .map(|step| at.field("recovery_step").number(step))
            .transpose()?,
    })
}
