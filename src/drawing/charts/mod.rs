//! Charts: from values to show, with their words, to a display list.
//!
//! A chart is laid out in a rectangle of the screen or of a page. What can be pointed at are its
//! [`Part`]s; what is pointed at or selected comes in with a [`Look`], so that one list holds all
//! that is seen.
//!
//! [`Rows`] are charts with a row for each thing, of which a window paints those that are scrolled
//! to; a plot is drawn as a whole.
//!
//! # What always holds
//!
//! - A chart computes no figure and makes no word: [`crate::pictures`] gives both.
//! - The same values in the same rectangle are the same shapes, in a window and on a page.
//! - Letters and lengths grow with the chart, from one scale ([`Easel`]).
//! - Labels of points stand clear of lines and of each other
//!   (`a_label_stands_clear_of_lines_and_of_others`).

mod axis;
mod bands;
mod board;
mod caption;
mod control;
mod course;
mod day;
mod easel;
mod frame;
mod frontier;
mod labels;
mod load;
mod parts;
mod plan;
mod plan_plot;
mod plane;
mod profit;
mod profit_head;
mod quality;
mod risk;
mod rows;
mod tile;
mod visit;
mod waiting;
mod wheel;

pub use axis::{clock_marks, round_marks};
pub use bands::{Band, BandEnd, Bands};
pub use caption::Caption;
pub use control::{Control, ControlPlot, ControlPoint};
pub use course::{Course, CoursePlot};
pub use day::{DayBar, DayPlot};
pub use easel::Easel;
pub use frame::{Frame, draw_heading, draw_lacks, halves};
pub use frontier::{Frontier, FrontierMark, FrontierPlot, FrontierWords};
pub use load::{Degree, Load, LoadBar, LoadValues};
pub use parts::{MoneyPart, MoneyParts, PartKind, PartRows, PartWords};
pub use plan::{Plan, PlanBar, PlanNames, PlanRow, PlanSaid, PlanStair, PlanStanding};
pub use plan_plot::PlanPlot;
pub use plane::{Plane, PlaneCorner, PlaneLimit, PlanePlot, Pulled};
pub use profit::{Profit, ProfitMark, ProfitPlot, ProfitWords};
pub use profit_head::ProfitHead;
pub use quality::{
    CoursePoint, Fall, Profile, ProfileRow, ProfileRows, Quadrants, QuadrantsPlot, QuadrantsPoint,
    ScaleSeen, SideRow, Sides, Standing, Tolerance, ToleranceBar, ToleranceRows, Waterfall,
    WaterfallColumn, WaterfallPlot,
};
pub use risk::{RiskDot, RiskPlot, RiskTone, Risks};
pub use rows::{Look, Part, Rows, draw_rows, height_of_rows};
pub use tile::Tile;
pub use visit::{Visit, VisitBar, VisitMark, VisitRow, VisitValues};
pub use waiting::{Waiting, WaitingPlot, WaitingWords};
