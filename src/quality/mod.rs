//! The quality of a service where it happens: what customers think of it, what can fail, what is measured,
//! and what the plan brings.
//!
//! [`assess()`] takes a blueprint with its judgements and computes everything that can be computed from them,
//! so that none of it is typed; [`schedule()`] and [`staircase()`] compute the improvement plan.
//!
//! # What always holds
//!
//! - An end that is missing gives no figure, never a zero (`a_gap_needs_both_its_ends`).
//! - Gap 5 is the sum of gaps 1, 2, 3 and what they leave unexplained (`gaps_add_up`).
//! - An interval is one of 95 %, and says from how many answers it is.
//! - Nothing here moves a figure of the service, and no figure reads a clock: today is an argument.
//! - What a plan brings is an analysis of the scenario as it will be, and at its end that of its target
//!   (`the_last_step_of_the_staircase_is_the_target`).
//!
//! It knows neither window, files nor words: what is found comes as codes with numbers.

mod assess;
mod assessment;
mod control;
mod cycle;
mod design_facts;
mod emotion;
mod finding;
mod findings;
mod gaps;
mod hierarchy;
mod indicators;
mod items;
mod kano;
mod named_figures;
mod relation;
mod remedies;
mod resources;
mod risks;
mod schedule;
mod scores;
mod staircase;
mod surroundings;
mod training;
mod urgency;
mod verdict;
mod views;
mod waves;

pub use assess::assess;
pub use assessment::{Assessment, Question};
pub use control::{ChartKind, ControlChart, Rule, Signal, control_chart, wilson};
pub use cycle::{Cycle, cycle};
pub use design_facts::{DesignFacts, MORE, design_facts};
pub use emotion::{Emotions, emotions};
pub use finding::{Finding, FindingCode, FindingPlace, grouped};
pub use gaps::Gaps;
pub use hierarchy::{Hierarchy, QualityOf};
pub use indicators::IndicatorFigures;
pub use items::{
    ImportanceFrom, ItemFigures, Quadrant, ToleranceZone, importance_from, quadrant, surveyed,
};
pub use kano::{KanoCategory, KanoFigures, kano};
pub use named_figures::figure_named;
pub use relation::{CustomerValue, customer_value, lifetime_value};
pub use remedies::{Remedy, remedies};
pub use resources::{
    BudgetFigures, MOST_BUSY, ResourceFigures, ResourceKind, budget_figures, resources,
};
pub use risks::{OFTEN, RiskFigures, SEVERE, occurrence};
pub use schedule::{Schedule, Scheduled, schedule};
pub use scores::{DimensionFigures, STUDY_WEIGHTS, Scores, WeightsFrom};
pub use staircase::{Stair, staircase};
pub use surroundings::{DimensionStars, Surroundings, is_evidence, phases_without_evidence};
pub use training::{Able, Learned, training};
pub use urgency::{ClassWait, class_waits, least_heads, longest_queue};
pub use verdict::{VerdictCode, VerdictLine, verdict};
pub use views::{QualityView, view_of_quality};
pub use waves::Wave;
