//! Failures and customers over time in words.

use super::texts::Wording;
use crate::blueprint::{CustomerStage, FailCause, GuardKind};

impl Wording {
    /// Where a failure comes from.
    #[must_use]
    pub fn fail_cause(&self, cause: FailCause) -> &str {
        self.text(match cause {
            FailCause::People => "cause-people",
            FailCause::Technology => "cause-technology",
            FailCause::Management => "cause-management",
            FailCause::Outside => "cause-outside",
        })
    }

    /// What a guard guards.
    #[must_use]
    pub fn guard_kind(&self, kind: GuardKind) -> &str {
        self.text(match kind {
            GuardKind::Task => "guard-task",
            GuardKind::Treatment => "guard-treatment",
            GuardKind::Tangible => "guard-tangible",
            GuardKind::Preparation => "guard-preparation",
            GuardKind::Encounter => "guard-encounter",
            GuardKind::Resolution => "guard-resolution",
        })
    }

    /// A part of a customer's life with the service.
    #[must_use]
    pub fn customer_stage(&self, stage: CustomerStage) -> &str {
        self.text(match stage {
            CustomerStage::Win => "stage-win",
            CustomerStage::Serve => "stage-serve",
            CustomerStage::Keep => "stage-keep",
            CustomerStage::WinBack => "stage-win-back",
        })
    }
}
