//! A design carried out: the scenario it would make, and its figures.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::{Analysis, analyse};
use crate::blueprint::{Blueprint, RedesignRules, Refusal, Scenario, ScenarioId};
use crate::redesign::{Design, apply};

/// A blueprint with a scenario more, and that scenario's figures.
#[derive(Debug)]
pub(super) struct Prospect {
    pub blueprint: Blueprint,
    pub scenario: ScenarioId,
    pub analysis: Analysis,
}

impl Prospect {
    /// Carries a design out in a copy of a scenario, which keeps the rules that it was made under.
    /// `blueprint` may hold the scenario with workers who are only assumed; it is left as the
    /// `original` is.
    pub fn of(
        blueprint: &Blueprint,
        original: &Scenario,
        rules: &RedesignRules,
        design: &Design,
        name: &str,
    ) -> Result<Self, Refusal> {
        let mut blueprint = blueprint.clone();
        let scenario = original.id();
        if original.redesign_rules() != rules {
            blueprint.edit(scenario, |scenario, _| scenario.set_redesign_rules(rules.clone()))?;
        }
        let name = free_name(&blueprint, name);
        let new = apply(&mut blueprint, scenario, design, &name)?;
        blueprint.edit(scenario, |scenario, _| {
            original.clone_into(scenario);
            scenario.set_redesign_rules(rules.clone())
        })?;
        let analysis = blueprint.scenario(new).map(|scenario| analyse(scenario));
        Ok(Self { analysis: analysis.ok_or(Refusal::NotThere)?, scenario: new, blueprint })
    }
}

/// A name that no scenario has yet: the wanted one, or with a number behind it.
pub(in crate::ui) fn free_name(blueprint: &Blueprint, wanted: &str) -> String {
    let mut name = wanted.to_owned();
    let mut number = 2_usize;
    while blueprint.scenario_named(&name).is_some() {
        name = format!("{wanted} ({number})");
        number += 1;
    }
    name
}

/// Which design: number of people, and its place among their designs.
pub(super) type Chosen = (u64, usize);

/// Designs that were carried out, by what they are, as long as the answer they belong to stands.
#[derive(Default)]
pub(super) struct Prospects {
    serial: u64,
    known: HashMap<Chosen, Option<Arc<Prospect>>>,
}

impl Prospects {
    /// The prospect of a design; made when it is first asked for.
    pub fn get(
        &mut self,
        serial: u64,
        chosen: Chosen,
        make: impl FnOnce() -> Result<Prospect, Refusal>,
    ) -> Option<Arc<Prospect>> {
        if self.serial != serial {
            self.known.clear();
            self.serial = serial;
        }
        let known = self.known.entry(chosen).or_insert_with(|| match make() {
            Ok(prospect) => Some(Arc::new(prospect)),
            Err(refusal) => {
                log::warn!("a design could not be carried out: {refusal:?}");
                None
            }
        });
        known.clone()
    }
}
