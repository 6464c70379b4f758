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
mod edit_sections;
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
mod refusal;
mod resources;
mod role_kind;
mod scenario;
mod sections;
mod sheet;
mod step;
mod step_parts;
mod table;
mod time;

pub use alike::{alike, simplified, singulars, usual_width};
pub use distribution::Distribution;
pub use document::Blueprint;
pub use edit_needs::NamedNeed;
pub use edit_space::Room;
pub use fields::{Field, FieldGroup, FieldMut, FieldRef, FieldSort, Joining, Weight};
pub use ids::{ElementId, Id, IdSource, LaneId, LinkId, PhaseId, RoleId, ScenarioId, StepId};
pub use link::{Link, LinkEnd, LinkKind};
pub use notation::{Calendar, RateUnit};
pub use quantity::{Quantity, Share};
pub use refusal::Refusal;
pub use resources::{
    Complexity, Demand, DemandField, Dimension, Element, Participation, Role, RoleField, Stars,
    Typology,
};
pub use role_kind::RoleKind;
pub use scenario::{Parts, PartsError, Scenario};
pub use sections::{RedesignRules, Sections};
pub use sheet::{Lane, LaneHeight, LaneSteps, Line, Phase, PhaseWidth, SheetPoint, Zone};
pub use step::{Step, StepField};
pub use step_parts::{
    Emotion, FailPoint, Meeting, Need, Place, Places, Rating, StepKind, ValueKind, WaitPoint,
};
pub use table::{IdTable, Table};
pub use time::{Law, ServiceTime, Span, TimeUnit};
