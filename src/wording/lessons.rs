//! What is odd about a lesson.

use super::texts::Wording;
use crate::blueprint::{Stop, StopGone, UnknownWord};

impl Wording {
    /// What a stop names and the blueprint no longer has; blank where it has all.
    #[must_use]
    pub fn stop_gone(&self, gone: StopGone) -> String {
        let mut said = Vec::new();
        if gone.scenario {
            said.push(self.text("lesson-scenario-gone").to_owned());
        }
        if gone.partner {
            said.push(self.text("lesson-partner-gone").to_owned());
        }
        if gone.cards > 0 {
            said.push(self.counted("lesson-cards-gone", gone.cards));
        }
        self.facts(&said)
    }

    /// A word of a stop that is not known, with those that are.
    #[must_use]
    pub fn unknown_word(&self, unknown: &UnknownWord) -> String {
        let arguments = [
            ("field", unknown.field.into()),
            ("word", unknown.word.as_str().into()),
            ("known", self.list(&unknown.known, unknown.known.len()).into()),
        ];
        self.with("lesson-unknown-word", &arguments)
    }

    /// What is odd about a stop, as a line; `at` counts from 0.
    #[must_use]
    pub fn stop_oddity(&self, at: usize, stop: &Stop, what: &str) -> String {
        let arguments = [
            ("number", (at + 1).into()),
            ("title", stop.title.as_str().into()),
            ("what", what.into()),
        ];
        self.with("lesson-stop-oddity", &arguments)
    }
}
