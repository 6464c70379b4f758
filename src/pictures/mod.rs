//! From figures and words to what is drawn: the values of each chart, and of the sheet.
//!
//! [`crate::drawing`] knows neither figures nor words; whatever shows a picture, a window or a
//! file, takes its values from here. A chart has a file here and one in [`crate::drawing::charts`];
//! each also says in a sentence what is to be seen, and tells its figures as a [`Table`] to those
//! who cannot see it. [`Chart`] lists them.
//!
//! # What always holds
//!
//! - A picture shows what the analysis says, with the marks of how far it can be trusted
//!   (`numbers_bear_the_marks_of_the_tiles`).
//! - Two scenarios side by side have the same axes, whichever is shown
//!   (`two_scenarios_have_the_same_axes_whichever_is_shown`).
//! - Where there is nothing to draw there is a reason instead (`no_points_make_no_picture`,
//!   `without_a_flow_there_is_no_picture`).
//! - Every chart has its figures as a table (`every_picture_has_its_figures_as_a_table`).
//!
//! It knows no window: whoever exports a chart takes the same way.

mod axes;
mod card_figures;
mod card_words;
mod chart;
mod day;
mod differences;
mod frontier;
mod improving;
mod indicators;
mod labels;
mod lens;
mod load;
mod money;
mod pages;
mod plan;
pub mod planning;
mod profit;
mod quality;
mod risk;
mod sheet;
mod spoken;
mod table;
mod telling;
mod truth;
mod visit;
mod waiting;

pub use card_figures::CardFigures;
pub use card_words::CardWords;
pub use chart::{Axes, Axis, CURVE_POINTS, Chart, ChartSource, caption};
pub use day::DayCurve;
pub use differences::{Side, differences};
pub use frontier::{FrontierChart, draw_frontier, draw_frontier_with, rate_text};
pub use improving::Improving;
pub use indicators::{IndicatorChart, cycle_said};
pub use labels::SheetWords;
pub use lens::{BAR_OF_SCALE, CardLens, Lens};
pub use load::{LoadChart, LoadTarget};
pub use money::{MoneyChart, MoneyTarget};
pub use pages::{PageChoice, Pages, ToldPicture, in_short, picture_pages, sheet_pages};
pub use plan::{PlanChart, PlanSource};
pub use profit::ProfitChart;
pub use quality::{
    QualityChart, QualityPicture, QualitySource, draw_quality, draw_quality_with, importance_chart,
    kano_chart, profile_chart, reading_of_column, tolerance_chart, waterfall_chart,
};
pub use risk::RiskChart;
pub use sheet::{SheetChoice, SheetPicture, draw_around, draw_sheet};
pub use spoken::Spoken;
pub use table::Table;
pub use telling::{ToldPhase, ToldStep};
pub use visit::VisitChart;
pub use waiting::WaitingChart;

use crate::analysis::Analysis;
use crate::blueprint::Scenario;
use crate::wording::Wording;

/// What a picture is of: a scenario with its figures, and the words that they are put in.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its figures.
    pub analysis: &'a Analysis,
    /// The words of a language.
    pub words: &'a Wording,
    /// What amounts of money are in.
    pub currency: &'a str,
}

impl Shown<'_> {
    /// An amount of money in words.
    fn money(&self, amount: f64) -> String {
        self.words.money(amount, self.currency)
    }

    /// What is read off at a place of a chart.
    fn reading(&self, at: &str, what: &str) -> String {
        self.words.with("chart-reading", &[("at", at.into()), ("what", what.into())])
    }
}
