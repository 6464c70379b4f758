//! The sections of a scenario in a file: a group of fields each, left out where nothing is said.
//!
//! A section is read and written by a file of its own here, and has a line in each of the two lists
//! below and a field in `FileScenario`.
//!
//! # What always holds
//!
//! - A section that says nothing is not written, so that a file without it stays as it was.
//! - What a section names and the scenario lacks is a mistake with its place, never dropped in
//!   silence.
//! - What was written is read back as the same (`any_blueprint_is_read_back_as_it_was`).

mod factors;
mod redesign;
mod relation;
mod simulation;

pub use factors::FileFactorRating;
pub use redesign::FileRedesign;
pub use relation::FileRelation;
pub use simulation::FileSimulation;

use super::at::{At, Fault};
use super::row::Row;
use super::version1::FileScenario;
use crate::blueprint::Sections;

/// Checks the sections of a file.
pub fn sections(at: &At<'_>, file: &FileScenario) -> Result<Sections, Fault> {
    Ok(Sections {
        redesign: redesign::read(&at.field("redesign"), &file.redesign)?,
        simulation: simulation::read(&at.field("simulation"), &file.simulation)?,
        relation: relation::read(&at.field("relation"), &file.relation)?,
        factors: factors::read(&at.field("factors"), &file.factors)?,
    })
}

/// The sections as rows with their names, in the order of the file.
pub fn section_rows(sections: &Sections) -> [(&'static str, Row); 3] {
    let Sections { redesign, simulation, relation, factors: _ } = sections;
    [
        ("redesign", redesign::row(redesign)),
        ("simulation", simulation::row(*simulation)),
        ("relation", relation::row(relation)),
    ]
}

/// The section that is a list, with its name.
pub fn section_list(sections: &Sections) -> (&'static str, Vec<String>) {
    ("factors", factors::rows(&sections.factors))
}
