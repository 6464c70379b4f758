//! Which steps the table shows.

use crate::blueprint::{RoleId, Scenario, Step, Zone};
use crate::wording::Wording;

/// What is asked for; nothing by default, so that every step of the flow is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct StepFilter {
    /// Words that the name, the lane, the phase or a role must hold.
    pub text: String,
    /// The role that is needed.
    pub role: Option<RoleId>,
    /// The zone it lies in.
    pub zone: Option<Zone>,
    /// Only steps of the flow that have no time.
    pub without_time: bool,
    /// Evidence and notes too.
    pub beside_flow: bool,
}

impl StepFilter {
    /// Whether anything but the text narrows the rows down.
    pub fn is_narrow(&self) -> bool {
        self.role.is_some() || self.zone.is_some() || self.without_time
    }

    /// Forgets what is no longer there.
    pub fn keep_existing(&mut self, scenario: &Scenario) {
        self.role = self.role.filter(|role| scenario.roles().contains_key(role));
    }

    /// Whether a step is shown.
    pub fn lets_through(&self, step: &Step, scenario: &Scenario, words: &Wording) -> bool {
        (self.beside_flow || step.kind.flows())
            && self.zone.is_none_or(|zone| scenario.zone_of(step) == zone)
            && self.role.is_none_or(|role| step.needs.iter().any(|need| need.roles.contains(&role)))
            && !(self.without_time && (step.time.is_some() || !step.kind.flows()))
            && self.holds_text(step, scenario, words)
    }

    fn holds_text(&self, step: &Step, scenario: &Scenario, words: &Wording) -> bool {
        let wanted = self.text.trim().to_lowercase();
        if wanted.is_empty() {
            return true;
        }
        let holds = |text: &str| text.to_lowercase().contains(&wanted);
        holds(&step.name)
            || holds(&words.lane(scenario, step.lane))
            || scenario.phases().get(&step.phase).is_some_and(|phase| holds(&phase.name))
            || step
                .needs
                .iter()
                .flat_map(|need| &need.roles)
                .filter_map(|role| scenario.roles().get(role))
                .any(|role| holds(&role.name))
    }
}
