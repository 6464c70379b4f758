//! What a file of format version 1 holds. Every field may be missing; unknown ones are reported.
//!
//! Numbers are read as `f64` whatever they stand for, so that a negative count or a fractional
//! number of a step is refused by name and not by the parser.

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::fields::{FileDemand, FileRole, FileStep};
use super::sections::FileRedesign;
use crate::blueprint::RateUnit;

/// What a link leads to when the customer leaves.
pub const OUTSIDE: &str = "outside";

/// The places of a step that holds any number of customers.
pub const UNLIMITED: &str = "unlimited";

/// What a [`Written`] value is made of, in the words of a parser's error.
pub const TEXT_OR_NUMBER: &str = "a text or a number";

/// What rates are shown per, in words.
const RATES: [(&str, RateUnit); 3] =
    [("hour", RateUnit::Hour), ("day", RateUnit::Day), ("week", RateUnit::Week)];

/// What a word says that rates are shown per; `None` for a word of a newer version.
pub fn rates_of(word: &str) -> Option<RateUnit> {
    RATES.iter().find(|(known, _)| *known == word).map(|(_, rates)| *rates)
}

/// The word for what rates are shown per.
pub fn rates_word(rates: RateUnit) -> &'static str {
    RATES.iter().find(|(_, known)| *known == rates).map_or("hour", |(word, _)| word)
}

/// The envelope.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileBlueprint {
    pub version: Option<f64>,
    pub title: String,
    pub currency: String,
    /// See [`rates_of`].
    pub rates: Option<String>,
    pub redesign: FileWide,
    pub next_id: Option<f64>,
    pub scenarios: Vec<FileScenario>,
}

/// Rules of a redesign that hold in every scenario.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileWide {
    pub only_today: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileScenario {
    pub id: Option<f64>,
    pub name: String,
    pub lanes: Vec<FileLane>,
    pub phases: Vec<FilePhase>,
    pub roles: Vec<FileRole>,
    pub elements: Vec<FileElement>,
    pub demand: FileDemand,
    pub typology: FileTypology,
    pub redesign: FileRedesign,
    pub steps: Vec<FileStep>,
    pub links: Vec<FileLink>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileLane {
    pub id: Option<f64>,
    pub name: String,
    pub zone: FileZone,
    pub height: Option<f64>,
    pub collapsed: bool,
}

#[derive(Deserialize, Default, Clone, Copy)]
pub enum FileZone {
    Evidence,
    Customer,
    #[default]
    Frontstage,
    Backstage,
    Support,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FilePhase {
    pub id: Option<f64>,
    pub name: String,
    pub width: Option<f64>,
}

#[derive(Deserialize, Default, Clone, Copy)]
pub enum FileRoleKind {
    #[default]
    Staff,
    Equipment,
    Room,
    Information,
    External,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileElement {
    pub id: Option<f64>,
    pub name: String,
    pub dimension: FileDimension,
    pub note: String,
    pub rating: Option<f64>,
}

#[derive(Deserialize, Default, Clone, Copy)]
pub enum FileDimension {
    Ambient,
    #[default]
    Space,
    Signs,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileTypology {
    pub participation: Option<FileParticipation>,
    pub complexity: Option<FileComplexity>,
}

#[derive(Deserialize, Clone, Copy)]
pub enum FileParticipation {
    SelfService,
    Interpersonal,
    Remote,
}

#[derive(Deserialize, Clone, Copy)]
pub enum FileComplexity {
    Lean,
    Elaborate,
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
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileWait {
    pub acceptable: Option<Written>,
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

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileLink {
    pub id: Option<f64>,
    pub from: Option<f64>,
    /// The number of a step, or `"outside"`.
    pub to: Option<Written>,
    pub kind: FileLinkKind,
    pub share: Option<Written>,
}

#[derive(Deserialize, Default, Clone, Copy)]
pub enum FileLinkKind {
    #[default]
    Flow,
    Together,
    Trigger,
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
