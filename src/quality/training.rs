//! Who is to learn what: the skills that steps ask for, against those that the roles have which do them.

use super::findings::missing_skills;
use crate::blueprint::{RoleId, RoleKind, Scenario, StepId};

/// Whether a role has a skill that it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Able {
    /// It has it.
    Itself,
    /// Somebody has it who does the step as well.
    Beside,
    /// Nobody has it who does the step.
    Lacks,
}

/// A skill that a role is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learned {
    /// Which role.
    pub role: RoleId,
    /// Which skill, as the first step that asks for it writes it.
    pub skill: String,
    /// The steps that ask for it, in the order of the document.
    pub steps: Vec<StepId>,
    /// Whether the role has it.
    pub able: Able,
}

/// The skills that the roles of people are asked for, by role and then by step. Steps times the skills that each
/// asks for.
#[must_use]
pub fn training(scenario: &Scenario) -> Vec<Learned> {
    let mut all: Vec<Learned> = Vec::new();
    let people = scenario.roles().iter().filter(|(_, role)| role.kind == RoleKind::Staff);
    for (id, role) in people {
        let own = |skill: &str| {
            let mut lines = role.skills.lines();
            lines.any(|line| line.trim().to_lowercase() == skill.to_lowercase())
        };
        let begin = all.len();
        for (step, about) in scenario.steps() {
            if !about.needs.iter().any(|need| need.roles.contains(id)) {
                continue;
            }
            let missing = missing_skills(about, scenario);
            for skill in about.skills.lines().map(str::trim).filter(|line| !line.is_empty()) {
                let able = if own(skill) {
                    Able::Itself
                } else if missing.iter().any(|other| other == skill) {
                    Able::Lacks
                } else {
                    Able::Beside
                };
                let mut known = all.iter_mut().skip(begin);
                let same = known.find(|it| it.skill.to_lowercase() == skill.to_lowercase());
                if let Some(known) = same {
                    known.steps.push(*step);
                    if able == Able::Lacks {
                        known.able = able;
                    }
                } else {
                    let skill = skill.to_owned();
                    all.push(Learned { role: *id, skill, steps: vec![*step], able });
                }
            }
        }
    }
    all
}
