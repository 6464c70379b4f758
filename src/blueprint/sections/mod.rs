//! Sections of a scenario: what is kept about its steps and roles beside them, by subject.
//!
//! What only one part of the program needs to know of a step is no further field of
//! [`super::Step`]: it is a section, keyed by what it speaks of. A section is a struct in a file of
//! its own here, with [`Section`], and one line in the list below; its form in a file is in
//! `storage/sections`.
//!
//! # What always holds
//!
//! - A section names only what is there. When something is removed, each section forgets it
//!   (`rules_of_a_redesign_forget_what_is_removed`).
//! - When a step takes the place of another, each section hands on what it said.
//! - No figure depends on a section but how a scenario is simulated.
//! - A section that says nothing is equal to its default, and is left out of the file.

mod customer_relation;
mod design_factors;
mod redesign_rules;
mod simulation_rules;

pub use customer_relation::CustomerRelation;
pub use design_factors::{DesignFactor, DesignFactors, FactorRating};
pub use redesign_rules::RedesignRules;
pub use simulation_rules::{Order, SimulationRules};

use super::ids::{Id, RoleId, StepId};
use super::step_parts::StepKind;

/// Who takes the place of a step.
pub(super) type Heir<'a> = &'a dyn Fn(StepId) -> StepId;

/// What is there to speak of.
pub(super) struct There<'a> {
    /// The kind of a step that is there.
    pub step: &'a dyn Fn(StepId) -> Option<StepKind>,
    /// Whether a role is there.
    pub role: &'a dyn Fn(RoleId) -> bool,
}

impl There<'_> {
    /// Whether a step is there and takes part in the flow.
    fn flows(&self, step: StepId) -> bool {
        (self.step)(step).is_some_and(StepKind::flows)
    }

    fn has_role(&self, role: RoleId) -> bool {
        (self.role)(role)
    }
}

/// What is kept about one subject.
pub(super) trait Section: Default {
    /// Its name in a file.
    const NAME: &'static str;

    /// Every step that it names; none unless it says so.
    fn named_steps(&self) -> Vec<StepId> {
        Vec::new()
    }

    /// Every role that it names; none unless it says so.
    fn named_roles(&self) -> Vec<RoleId> {
        Vec::new()
    }

    /// Forgets what is no longer there.
    fn forget_lost(&mut self, _: &There<'_>) {}

    /// Speaks of the heirs of steps instead of the steps.
    fn hand_on(&mut self, _: Heir<'_>) {}

    /// What it holds besides itself, in bytes.
    fn heap(&self) -> usize {
        0
    }
}

/// Something that a section names and that is not there.
pub(super) struct Lost {
    /// The section's name in a file.
    pub section: &'static str,
    /// The sort of what is missing.
    pub sort: &'static str,
    /// Its number.
    pub number: u32,
}

/// Makes the struct of all sections from their list.
macro_rules! sections {
    ($($(#[$doc:meta])* $name:ident: $section:ty;)*) => {
        /// Everything that is kept about a scenario by subject.
        #[derive(Clone, Debug, PartialEq, Default)]
        pub struct Sections { $($(#[$doc])* pub $name: $section,)* }

        impl Sections {
            /// The first thing that is named and not there.
            pub(super) fn first_lost(&self, there: &There<'_>) -> Option<Lost> {
                $(
                    if let Some(lost) = first_lost(&self.$name, there) {
                        return Some(lost);
                    }
                )*
                None
            }

            /// Whether one of them names a step.
            pub(super) fn names(&self, step: StepId) -> bool {
                false $(|| self.$name.named_steps().contains(&step))*
            }

            /// All forget what is no longer there.
            pub(super) fn forget_lost(&mut self, there: &There<'_>) {
                $(self.$name.forget_lost(there);)*
            }

            /// All speak of the heirs of steps instead of the steps.
            pub(super) fn hand_on(&mut self, heir: Heir<'_>) {
                $(self.$name.hand_on(heir);)*
            }

            /// What all hold besides themselves, in bytes.
            pub(super) fn heap(&self) -> usize {
                0 $(+ self.$name.heap())*
            }
        }
    };
}

sections! {
    /// What a redesign must keep to.
    redesign: RedesignRules;
    /// How it is simulated.
    simulation: SimulationRules;
    /// What customers are worth over time.
    relation: CustomerRelation;
    /// How the surroundings are designed.
    factors: DesignFactors;
}

fn first_lost<S: Section>(section: &S, there: &There<'_>) -> Option<Lost> {
    let lost = |sort, number| Lost { section: S::NAME, sort, number };
    let steps = section.named_steps().into_iter().find(|step| (there.step)(*step).is_none());
    let role = || section.named_roles().into_iter().find(|role| !there.has_role(*role));
    steps
        .map(|step| lost("step", step.number()))
        .or_else(|| role().map(|role| lost("role", role.number())))
}
