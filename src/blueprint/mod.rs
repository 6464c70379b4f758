//! The document: zones, lanes, phases, steps, links, roles, servicescape, demand, scenarios, and
//! the rules that hold between them. It knows of no window, no file and no figure.
//!
//! Sources: Shostack 1984, "Designing services that deliver"; Bitner, Ostrom & Morgan 2008,
//! "Service blueprinting"; Bitner 1992, "Servicescapes".

mod alike;
mod distribution;
mod document;
mod edit_fragment;
mod edit_links;
mod edit_needs;
mod edit_resources;
mod edit_sheet;
mod edit_space;
mod edit_steps;
mod fields;
mod healing;
mod ids;
mod link;
mod memory;
pub mod notation;
pub mod quantity;
mod redesign_rules;
mod refusal;
mod resources;
mod scenario;
mod sheet;
mod step;
mod table;
mod time;

pub use alike::{alike, simplified, singulars, usual_width};
pub use distribution::Distribution;
pub use document::Blueprint;
pub use edit_needs::NamedNeed;
pub use edit_space::Room;
pub use fields::{FieldMut, FieldRef, FieldSort, Joining, StepField};
pub use ids::{ElementId, Id, IdSource, LaneId, LinkId, PhaseId, RoleId, ScenarioId, StepId};
pub use link::{Link, LinkEnd, LinkKind};
pub use notation::{Calendar, RateUnit};
pub use quantity::{Quantity, Share};
pub use redesign_rules::RedesignRules;
pub use refusal::Refusal;
pub use resources::{
    Complexity, Demand, Dimension, Element, Participation, Role, RoleKind, Stars, Typology,
};
pub use scenario::{Parts, PartsError, Scenario};
pub use sheet::{Lane, LaneHeight, LaneSteps, Line, Phase, PhaseWidth, SheetPoint, Zone};
pub use step::{
    Emotion, FailPoint, Meeting, Need, Place, Places, Rating, Step, StepKind, ValueKind, WaitPoint,
};
pub use table::{IdTable, Table};
pub use time::{Law, ServiceTime, Span, TimeUnit};
