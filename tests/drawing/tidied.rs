//! Sheets as *Tidy up* leaves them.

use onstage::blueprint::{Phase, Scenario};
use onstage::drawing::{Tidied, tidy};

/// A sheet tidied up.
pub fn applied(scenario: &Scenario, tidied: Tidied) -> Scenario {
    let mut scenario = scenario.clone();
    for (id, place) in tidied.places {
        scenario.place_step(id, place).unwrap();
    }
    for (id, height) in tidied.lanes {
        scenario.resize_lane(id, height).unwrap();
    }
    for (id, width) in tidied.phases {
        let phase = Phase { width, ..Phase::clone(&scenario.phases()[&id]) };
        scenario.set_phase(id, phase).unwrap();
    }
    scenario
}

pub fn tidied(scenario: &Scenario) -> Scenario {
    applied(scenario, tidy(scenario, None).unwrap())
}
