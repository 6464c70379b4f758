//! The values of fields as a file of format version 1 gives them, before they are checked.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::words::{FileCause, FileGuardKind, FileResponse};

/// A class of customers.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileUrgencyClass {
    pub name: String,
    pub share: Option<Written>,
    pub within: Option<Written>,
}

/// The places of a step that holds any number of customers.
pub const UNLIMITED: &str = "unlimited";

/// What a [`Written`] value is made of, in the words of a parser's error.
pub const TEXT_OR_NUMBER: &str = "a text or a number";

#[derive(Deserialize, Default, Clone, Copy)]
pub enum FileRoleKind {
    #[default]
    Staff,
    Equipment,
    Room,
    Information,
    External,
}

#[derive(Deserialize, Default, Clone, Copy)]
pub enum FileStepKind {
    #[default]
    Action,
    Decision,
    Evidence,
    Note,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileNeed {
    pub roles: Vec<f64>,
    pub count: Option<f64>,
    pub keep: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileFail {
    pub what: String,
    pub how_often: Option<Written>,
    pub severity: Option<f64>,
    pub detection: Option<f64>,
    pub recovery: String,
    pub recovery_step: Option<f64>,
    pub cause: Option<FileCause>,
    pub guard: String,
    pub guard_kind: Option<FileGuardKind>,
    pub response: Option<FileResponse>,
    pub recovered: Option<Written>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileWait {
    pub acceptable: Option<Written>,
    pub patience: Option<Written>,
}

#[derive(Deserialize, Clone, Copy)]
pub enum FileValue {
    Adding,
    Necessary,
    Waste,
}

#[derive(Deserialize, Clone, Copy)]
pub enum FileMeeting {
    Join,
    Merge,
}

/// A value in the notation of people, such as `"2 min"` or `"30 %"`; a bare number is taken too.
pub struct Written(pub String);

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrNumber;

        impl Visitor<'_> for TextOrNumber {
            type Value = Written;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(TEXT_OR_NUMBER)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Written, E> {
                Ok(Written(text.to_owned()))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Written, E> {
                Ok(Written(number.to_string()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Written, E> {
                Ok(Written(number.to_string()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Written, E> {
                Ok(Written(number.to_string()))
            }
        }

        deserializer.deserialize_any(TextOrNumber)
    }
}
