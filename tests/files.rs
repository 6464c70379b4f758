//! Blueprints as files: what is written is read back, what is damaged is named.

// A test that cannot build its input should stop.
#![allow(clippy::unwrap_used)]

#[path = "files/comments.rs"]
mod comments;
#[path = "files/conflicts.rs"]
mod conflicts;
#[path = "files/damage.rs"]
mod damage;
#[path = "files/day.rs"]
mod day;
#[path = "files/disk.rs"]
mod disk;
#[path = "files/judged.rs"]
mod judged;
#[path = "files/kills.rs"]
mod kills;
#[path = "files/mistakes.rs"]
mod mistakes;
#[path = "files/plain.rs"]
mod plain;
#[path = "files/preferences.rs"]
mod preferences;
#[path = "files/quality.rs"]
mod quality;
#[path = "files/random.rs"]
mod random;
#[path = "files/random_sheets.rs"]
mod random_sheets;
#[path = "files/recovery.rs"]
mod recovery;
#[path = "files/round_trip.rs"]
mod round_trip;
#[path = "files/said.rs"]
mod said;
#[path = "files/samples.rs"]
mod samples;
#[path = "files/sheets.rs"]
mod sheets;
#[path = "files/templates.rs"]
mod templates;

use onstage::blueprint::{
    Blueprint, IdSource, Link, LinkKind, Need, Place, Role, Scenario, SheetPoint, Step, StepKind,
    Zone,
};

/// A scenario's first lane of a zone and first phase.
fn place(scenario: &Scenario, zone: Zone) -> Place {
    let lane = scenario.lanes_of(zone).next().unwrap().0;
    Place { lane, phase: *scenario.phases().keys().next().unwrap(), at: SheetPoint::new(72, 60) }
}

/// A blueprint with two steps, a role and a link.
fn small() -> Blueprint {
    let mut blueprint = Blueprint::empty("Barber's \"shop\"", "As is");
    let id = blueprint.baseline().id();
    blueprint
        .edit(id, |scenario, ids: &mut IdSource| {
            let barber = scenario.add_role(Role::new("Barber", 3), ids)?;
            let sits = Step::new("Sits down", StepKind::Action, place(scenario, Zone::Customer));
            let mut cut = Step::new("Cut", StepKind::Action, place(scenario, Zone::Frontstage));
            cut.needs.push(Need::one(barber));
            cut.time = onstage::blueprint::notation::parse_time(
                "20 ± 5 min",
                onstage::blueprint::TimeUnit::Second,
            )
            .ok();
            cut.procedure.push_str("Ask first.\nThen cut.");
            let (a, b) = (scenario.add_step(sits, ids)?, scenario.add_step(cut, ids)?);
            scenario.add_link(Link::between(a, b, LinkKind::Together), ids)?;
            Ok(())
        })
        .unwrap();
    blueprint
}
