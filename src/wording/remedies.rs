//! What would help against what is found, in words.

use super::texts::Wording;
use crate::blueprint::{Scenario, StepId};
use crate::quality::Remedy;

impl Wording {
    /// Something that would help, as a short order.
    #[must_use]
    pub fn remedy(&self, remedy: &Remedy, scenario: &Scenario) -> String {
        let named = |step: &StepId| [("step", self.step(*step, scenario).to_owned().into())];
        match remedy {
            Remedy::Guard(step) => self.with("remedy-guard", &named(step)),
            Remedy::DrawRecovery(step) => self.with("remedy-recovery", &named(step)),
            Remedy::Procedure(step) => self.with("remedy-procedure", &named(step)),
            Remedy::Revise(step) => self.with("remedy-revise", &named(step)),
            Remedy::ShortenWait(step) => self.with("remedy-wait", &named(step)),
            Remedy::ShowProgress(step) => self.with("remedy-progress", &named(step)),
            Remedy::Train(step, skill) => {
                let name = self.step(*step, scenario).to_owned();
                let arguments = [("step", name.into()), ("skill", skill.as_str().into())];
                self.with("remedy-train", &arguments)
            }
            Remedy::Merge(step) => self.with("remedy-merge", &named(step)),
            Remedy::Keep(step) => self.with("remedy-keep", &named(step)),
            Remedy::Branch(step) => self.with("remedy-branch", &named(step)),
            Remedy::Evidence(step) => self.with("remedy-evidence", &named(step)),
            Remedy::Respond(step, response) => {
                let name = self.step(*step, scenario).to_owned();
                let response = self.risk_response(*response);
                let arguments = [("step", name.into()), ("response", response.into())];
                self.with("remedy-respond", &arguments)
            }
            Remedy::Walk => self.text("remedy-walk").to_owned(),
            Remedy::Research => self.text("remedy-research").to_owned(),
            Remedy::SetStandard => self.text("remedy-standard").to_owned(),
            Remedy::Deliver => self.text("remedy-deliver").to_owned(),
            Remedy::PromiseLess => self.text("remedy-promise").to_owned(),
            Remedy::DoLess => self.text("remedy-less").to_owned(),
        }
    }
}
