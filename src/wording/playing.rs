//! A day that is played, in words.

use super::numbers::Amount;
use super::texts::Wording;
use crate::blueprint::{Scenario, TimeOfDay};
use crate::simulation::playback::{Scene, Still};

impl Wording {
    /// The time of day of so many minutes from midnight: `11:40`.
    #[must_use]
    pub fn clock(&self, minute: u32) -> String {
        TimeOfDay::on_any_day(minute).to_string()
    }

    /// What happens at a moment of the story, as a sentence without a full stop.
    #[must_use]
    pub fn played_scene(&self, scene: &Scene, scenario: &Scenario) -> String {
        match scene {
            Scene::FirstLine { step } => {
                let step = self.step(*step, scenario);
                self.with("playing-first-line", &[("step", step.into())])
            }
            Scene::Busiest { role, share, step } => {
                let arguments = [
                    ("role", self.role(*role, scenario).into()),
                    ("share", self.percent((share * 100.0).round() / 100.0).into()),
                    ("step", self.step(*step, scenario).into()),
                ];
                self.with("playing-busiest", &arguments)
            }
            Scene::LongestLine { step, waiting } => {
                let step = self.step(*step, scenario);
                let arguments = [("step", step.into()), ("count", (*waiting).into())];
                self.with("playing-longest-line", &arguments)
            }
            Scene::FewerOnDuty { role, before, now, waiting } => {
                let arguments = [
                    ("role", self.role(*role, scenario).into()),
                    ("before", (*before).into()),
                    ("now", (*now).into()),
                    ("count", (*waiting).into()),
                ];
                self.with("playing-fewer-on-duty", &arguments)
            }
            Scene::DoorsClose { inside: 0 } => self.text("playing-doors-close-empty").to_owned(),
            Scene::DoorsClose { inside } => {
                self.with("playing-doors-close", &[("count", (*inside).into())])
            }
            Scene::LastOut => self.text("playing-last-out").to_owned(),
        }
    }

    /// How many wait, and how many before: `3 waiting instead of 19`; `compared_with` names another scenario in
    /// which those before wait.
    #[must_use]
    pub fn played_waiting(
        &self,
        now: &Still,
        before: Option<&Still>,
        compared_with: Option<&str>,
    ) -> String {
        match (before, compared_with) {
            (Some(before), Some(name)) => {
                let arguments = [
                    ("count", now.waiting.into()),
                    ("before", before.waiting.into()),
                    ("name", name.into()),
                ];
                self.with("playing-waiting-beside", &arguments)
            }
            (Some(before), None) if before.waiting != now.waiting => {
                let arguments = [("count", now.waiting.into()), ("before", before.waiting.into())];
                self.with("playing-waiting-instead", &arguments)
            }
            _ => self.with("playing-waiting-all", &[("count", now.waiting.into())]),
        }
    }

    /// A mean time inside that may not be known yet.
    #[must_use]
    pub fn played_visit(&self, seconds: Option<f64>) -> String {
        match seconds {
            Some(seconds) => self.amount(Amount::Seconds(seconds)),
            None => self.text("no-figure").to_owned(),
        }
    }
}
