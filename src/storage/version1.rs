//! What a file of format version 1 holds. Every field may be missing; unknown ones are reported.
//!
//! Numbers are read as `f64` whatever they stand for, so that a negative count or a fractional
//! number of a step is refused by name and not by the parser.

use serde::Deserialize;

use super::discussion::{FileAsked, FileComment, FileReview};
use super::fields::{FileDemand, FileRole, FileStep};
use super::file_values::Written;
use super::judgements::{FileIndicator, FileLogEntry, FilePlan, FileQuality};
use super::lesson::FileLesson;
use super::sections::{FileFactorRating, FileRedesign, FileRelation, FileSimulation};
use super::sheets::FileSheet;
use super::words::FileStage;
use crate::blueprint::RateUnit;

/// What a link leads to when the customer leaves.
pub const OUTSIDE: &str = "outside";

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
    /// What a customer is called.
    pub unit: String,
    pub lineage: String,
    pub concept: String,
    pub review_days: Option<f64>,
    pub budget: Option<f64>,
    pub redesign: FileWide,
    pub next_id: Option<f64>,
    pub scenarios: Vec<FileScenario>,
    pub quality: FileQuality,
    pub indicators: Vec<FileIndicator>,
    pub plan: FilePlan,
    pub log: Vec<FileLogEntry>,
    pub lesson: Option<FileLesson>,
    pub sheets: Vec<FileSheet>,
    pub asked: Option<FileAsked>,
    pub comments: Vec<FileComment>,
    pub reviews: Vec<FileReview>,
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
    /// Whose idea it is.
    pub by: String,
    pub lanes: Vec<FileLane>,
    pub phases: Vec<FilePhase>,
    pub roles: Vec<FileRole>,
    pub elements: Vec<FileElement>,
    pub demand: FileDemand,
    pub typology: FileTypology,
    pub redesign: FileRedesign,
    pub simulation: FileSimulation,
    pub relation: FileRelation,
    pub factors: Vec<FileFactorRating>,
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
    pub stage: Option<FileStage>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileElement {
    pub id: Option<f64>,
    pub name: String,
    pub dimension: FileDimension,
    pub note: String,
    pub rating: Option<f64>,
    pub staff_rating: Option<f64>,
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

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileLink {
    pub id: Option<f64>,
    pub from: Option<f64>,
    /// The number of a step, or `"outside"`.
    pub to: Option<Written>,
    pub kind: FileLinkKind,
    pub share: Option<Written>,
    pub label: String,
}

#[derive(Deserialize, Default, Clone, Copy)]
pub enum FileLinkKind {
    #[default]
    Flow,
    Together,
    Trigger,
}
