//! Needs, places and fail points of a file, checked.

use super::at::{At, Fault};
use super::file_values::{FileFail, FileNeed, FileUrgencyClass, UNLIMITED, Written};
use crate::blueprint::{FailPoint, Need, Places, Rating, Refusal, UrgencyClass};

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
        cause: at.field("cause").word(file.cause),
        guard: file.guard.clone(),
        guard_kind: at.field("guard_kind").word(file.guard_kind),
        response: at.field("response").word(file.response),
        recovered: at.field("recovered").share(file.recovered.as_ref())?,
    })
}

/// Classes of customers, each with a name, whose shares are no more than all.
pub fn urgency(at: &At<'_>, file: &[FileUrgencyClass]) -> Result<Vec<UrgencyClass>, Fault> {
    let mut classes = Vec::with_capacity(file.len());
    let mut taken = 0.0;
    for (index, row) in file.iter().enumerate() {
        let at = at.member(index);
        if index >= UrgencyClass::MOST {
            return Err(at.refuse(&row.name, Refusal::TooManyClasses));
        }
        if row.name.trim().is_empty() {
            return Err(at.field("name").refuse(&row.name, Refusal::NameNeeded));
        }
        let class = UrgencyClass {
            name: row.name.clone(),
            share: at.field("share").share(row.share.as_ref())?,
            within: at.field("within").span(row.within.as_ref())?,
        };
        taken += class.share.map_or(0.0, crate::blueprint::Share::value);
        // Thirds that were rounded may add up to a hair more than all.
        if taken > 1.0 + 1e-9 {
            let Some(Written(share)) = &row.share else { continue };
            return Err(at.field("share").refuse(share, Refusal::SharesAboveOne));
        }
        classes.push(class);
    }
    Ok(classes)
}
