//! A picture that is made away from the window: it owns all that it needs.

use std::sync::Arc;

use super::choices::Choices;
use super::picture::{ExportJob, Source, units_of};
use crate::blueprint::{Blueprint, ScenarioId};
use crate::exchange::{Date, Exporter};
use crate::wording::{Language, Wording};

/// What is to be made, of a version that no longer changes.
#[derive(Clone, Debug)]
pub struct Order {
    /// The document.
    pub blueprint: Arc<Blueprint>,
    /// The scenario that is shown; the baseline if it is not there.
    pub scenario: ScenarioId,
    /// The language of the texts.
    pub language: Language,
    /// The name of the file that it is from; may be blank.
    pub file: String,
    /// The day that is put on pages.
    pub date: Date,
    /// What was chosen.
    pub choices: Choices,
    /// The format.
    pub exporter: &'static Exporter,
    /// What the file that is written is called, without its ending; blank where it has no name.
    pub name: String,
}

impl Order {
    /// Hands out the picture that was ordered.
    pub fn carry_out<T>(&self, take: impl FnOnce(&ExportJob<'_>) -> T) -> T {
        let scenario =
            self.blueprint.scenario(self.scenario).unwrap_or_else(|| self.blueprint.baseline());
        let mut wording = Wording::new(self.language);
        wording.set_units(units_of(self.exporter, &self.blueprint, scenario));
        let source = Source {
            blueprint: &self.blueprint,
            scenario,
            wording: &wording,
            file: &self.file,
            date: self.date,
            name: Some(self.name.as_str()).filter(|name| !name.is_empty()),
        };
        take(&ExportJob::of(source, &self.choices))
    }
}
