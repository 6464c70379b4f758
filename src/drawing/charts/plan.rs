//! What the picture of a plan shows.

/// How an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanStanding {
    /// It may be late by some days.
    Slack,
    /// Where it is late, all is.
    Critical,
    /// It is late.
    Late,
    /// It is done.
    Done,
}

/// An action as a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanBar {
    /// What is to be done.
    pub name: String,
    /// The day of the axis on which it begins and ends; both are the same for a milestone.
    pub from: f64,
    /// Likewise.
    pub to: f64,
    /// By how many days it may be late.
    pub slack: f64,
    /// How it stands.
    pub standing: PlanStanding,
    /// What stands in the bar, or beside it where that is too short.
    pub said: String,
    /// What stands in its slack.
    pub slack_said: String,
    /// How far plan, do, check and act have come.
    pub quarters: [bool; 4],
    /// The rows of what comes before.
    pub after: Vec<usize>,
}

/// A row below the axis.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanRow {
    /// The head of a stage.
    Stage(String),
    /// An action.
    Action(PlanBar),
}

/// A figure in a box of the staircase.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanSaid {
    /// In words.
    pub said: String,
    /// The same where there is little room.
    pub short: String,
    /// Whether it is better than at the start, where it is another.
    pub better: Option<bool>,
}

/// The figures from a day on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanStair {
    /// The day of the axis.
    pub at: f64,
    /// Its date in words.
    pub date: String,
    /// How many can be served an hour, with its number in words.
    pub capacity: Option<(f64, String)>,
    /// How long a visit takes; whether it is shorter than at the start, where it is another.
    pub time: PlanSaid,
    /// What a customer costs, likewise; whether that is less.
    pub cost: PlanSaid,
}

/// What stands beside the parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanNames {
    /// The staircase, and a quieter line below.
    pub capacity: (String, String),
    /// The line of how long a visit takes.
    pub time: String,
    /// The line of what a customer costs.
    pub cost: String,
}

/// What the picture of a plan shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The last day of the axis, which begins at 0.
    pub end: f64,
    /// Days of the axis with their dates.
    pub marks: Vec<(f64, String)>,
    /// The staircase in the order of time; none where the plan leads nowhere.
    pub stairs: Vec<PlanStair>,
    /// How many come an hour, in words.
    pub demand: Option<(f64, String)>,
    /// Which day it is, in words, where that lies on the axis.
    pub today: Option<(f64, String)>,
    /// Stages and actions.
    pub rows: Vec<PlanRow>,
    /// What stands beside the parts.
    pub names: PlanNames,
}
