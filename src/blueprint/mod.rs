//! The document: zones, lanes, phases, steps, links, roles, servicescape, demand, scenarios, what is
//! taught with it and said about it, and the rules that hold between them.
//!
//! Start at [`Blueprint`], which holds the [`Scenario`]s of a file, and at [`Blueprint::edit`],
//! through which every change goes. [`notation`] reads and writes numbers, times and rates as
//! people do; [`Field`] is the one table of what a step, a role or the demand holds.
//!
//! # What always holds
//!
//! - A scenario keeps the rules that stand at the head of `scenario.rs` through any edit, and
//!   [`Scenario::assemble`] refuses parts that break one (`tests/editing/sequences.rs`, which reads
//!   the document anew after each of thousands of random edits).
//! - An edit that is refused changes nothing and says why, as a [`Refusal`]
//!   (`a_refused_edit_changes_nothing_and_says_why`).
//! - Ids are never reused: what is added gets a number that nothing in the file has or had, and
//!   copies of a scenario keep the ids of what they hold
//!   (`a_number_once_given_is_never_given_again`).
//! - A [`Quantity`] is finite, not negative and within reason; a [`Share`] lies between 0 and 1. No
//!   number of the document can be anything else.
//! - What a figure depends on is said once for each field, in its table; a change of anything else
//!   is no change of figures (`only_what_figures_depend_on_counts_as_a_change_of_figures`).
//! - Versions share what they have in common: rows are behind `Arc`, so that a version costs about
//!   what it changed (`a_step_costs_little_more_than_what_it_changed`).
//!
//! It knows no window, no file, no figure and no language: reasons are codes, which `wording` puts
//! into words.
//!
//! Sources: Shostack 1984, "Designing services that deliver"; Bitner, Ostrom & Morgan 2008,
//! "Service blueprinting"; Bitner 1992, "Servicescapes".

mod alike;
mod at_interval;
mod date;
mod day;
mod discussion;
mod discussion_merge;
mod discussion_oddities;
mod distribution;
mod document;
mod duty_plan;
mod edit_fragment;
mod edit_links;
mod edit_needs;
mod edit_resources;
mod edit_sections;
mod edit_sheet;
mod edit_space;
mod edit_steps;
mod fields;
mod healing;
mod ids;
mod judgements;
mod lesson;
mod lesson_oddities;
mod link;
mod memory;
pub mod notation;
mod pull;
pub mod quantity;
mod refusal;
mod resources;
mod rest;
mod role_kind;
mod scenario;
mod sections;
mod sheet;
pub mod sheets;
mod shift;
mod step;
mod step_parts;
mod table;
mod time;
mod time_of_day;
mod timestamp;
mod untold;
mod urgency;

pub use alike::{alike, simplified, singulars, usual_width};
pub use at_interval::fewest_on_duty;
pub use date::Date;
pub use day::{Appointment, AtClosing, Day};
pub use discussion::{
    Anchor, Asked, Closing, ClosingWay, Comment, CommentKind, Discussion, LONGEST_COMMENT, Reply,
    Review, ReviewVerdict, Suggested,
};
pub use discussion_oddities::{SaidOddity, SaidOddityKind};
pub use distribution::Distribution;
pub use document::{Blueprint, Lineage};
pub use edit_needs::NamedNeed;
pub use edit_space::Room;
pub use fields::{Field, FieldGroup, FieldMut, FieldRef, FieldSort, Joining, Weight};
pub use ids::{
    ActionId, ElementId, Id, IdSource, IndicatorId, ItemId, LaneId, LinkId, PhaseId, RoleId,
    ScenarioId, SheetId, StepId, StopId,
};
pub use judgements::{
    Action, ActionStage, Better, Brings, Datum, Indicator, IndicatorView, Item, ItemPart,
    Judgements, KanoCounts, LogEntry, Plan, Quality, QualityDimension, ReadingKind, Readings,
    Scale, Survey, SurveyDimension, SurveyItem, Voice, Weights,
};
pub use lesson::{HeldBack, Lesson, Stop, StopLever, StopPicture};
pub use lesson_oddities::{StopGone, UnknownWord, unknown_words};
pub use link::{LONGEST_LABEL, Link, LinkEnd, LinkKind, link_label};
pub use notation::{Calendar, RateUnit};
pub use pull::LinkPull;
pub use quantity::{Quantity, Share};
pub use refusal::Refusal;
pub use resources::{
    Complexity, Demand, DemandField, Dimension, Element, Participation, Role, RoleField, Stars,
    Typology,
};
pub use role_kind::RoleKind;
pub use scenario::{Parts, PartsError, Scenario};
pub use sections::{
    CustomerRelation, DesignFactor, DesignFactors, FactorRating, Order, RedesignRules, Sections,
    SimulationRules,
};
pub use sheet::{
    CustomerStage, Lane, LaneHeight, LaneSteps, Line, Phase, PhaseWidth, SheetPoint, Zone,
};
pub use shift::{Break, Shift, duty_by_minute, on_duty};
pub use step::{Step, StepField};
pub use step_parts::{
    Emotion, FailCause, FailPoint, GuardKind, Meeting, Need, Place, Places, Priority, Rating,
    RiskResponse, StepKind, ValueKind, WaitPoint,
};
pub use table::{IdTable, Table};
pub use time::{Law, ServiceTime, Span, TimeUnit};
pub use time_of_day::{DAY_MINUTES, TimeOfDay};
pub use timestamp::Timestamp;
pub use untold::Untold;
pub use urgency::UrgencyClass;
