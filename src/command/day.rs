//! The day that is put on pages.

use std::time::{SystemTime, UNIX_EPOCH};

use super::Stop;
use crate::blueprint::Date;
use crate::wording::Wording;

/// The variable by which builds that come out the same every time say which day it is, in seconds
/// since 1970.
const BUILD_DAY: &str = "SOURCE_DATE_EPOCH";

/// The day that was asked for, else that of the build, else today in Greenwich.
///
/// # Errors
/// A day that there is not, in words.
pub fn day(asked: Option<&str>, wording: &Wording) -> Result<Date, Stop> {
    if let Some(text) = asked {
        let wrong = || wording.with("command-bad-date", &[("text", text.into())]);
        return Date::parse(text.trim()).map_err(|_| wrong().into());
    }
    if let Some(text) = std::env::var_os(BUILD_DAY).filter(|text| !text.is_empty()) {
        let text = text.to_string_lossy();
        let read = text.trim().parse().ok().and_then(Date::after_1970);
        let arguments = [("name", BUILD_DAY.into()), ("text", text.as_ref().into())];
        return read.ok_or_else(|| wording.with("command-bad-build-day", &arguments).into());
    }
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Ok(Date::after_1970(seconds).unwrap_or_default())
}
