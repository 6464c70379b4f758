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

mod redesign;
mod simulation;

pub use redesign::FileRedesign;
pub use simulation::FileSimulation;

use super::at::{At, Fault};
use super::row::Row;
use crate::blueprint::Sections;

/// Checks the sections of a file.
pub fn sections(
    at: &At<'_>,
    redesign: &FileRedesign,
    simulation: &FileSimulation,
) -> Result<Sections, Fault> {
    Ok(Sections {
        redesign: redesign::read(&at.field("redesign"), redesign)?,
        simulation: simulation::read(&at.field("simulation"), simulation)?,
    })
}

/// The sections as rows with their names, in the order of the file.
pub fn section_rows(sections: &Sections) -> [(&'static str, Row); 2] {
    let Sections { redesign, simulation } = sections;
    [("redesign", redesign::row(redesign)), ("simulation", simulation::row(*simulation))]
}
