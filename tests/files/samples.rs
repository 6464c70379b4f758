//! The samples and templates: they are in the program's own form, cleanly drawn, and what they claim to be.

use std::fs;

use onstage::blueprint::{FailPoint, Quantity, Role, Scenario, ServiceTime, Step, StepKind, Zone};
use onstage::storage::{self, decode, encode};

/// The size of a card on the sheet.
fn card_size(scenario: &Scenario, step: &Step) -> (i32, i32) {
    match (step.kind, scenario.zone_of(step)) {
        (StepKind::Evidence, _) => (124, 36),
        (StepKind::Decision, _) | (_, Zone::Frontstage | Zone::Backstage) => (124, 88),
        _ => (124, 44),
    }
}

/// Left, top, right and bottom of every card, from its phase's and lane's corner.
fn cards(scenario: &Scenario) -> Vec<(&Step, [i32; 4])> {
    let card = |step: &'_ Step| {
        let (width, height) = card_size(scenario, step);
        let (x, y) = (step.at.x, step.at.y);
        [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
    };
    scenario.steps().values().map(|step| (step.as_ref(), card(step))).collect()
}

/// Set to write the samples anew in the form that the program gives them.
const REWRITE: &str = "ONSTAGE_REWRITE_SAMPLES";

#[test]
fn what_is_shipped_is_written_as_the_program_writes_it() {
    for (folder, shipped) in [("samples", storage::samples()), ("templates", storage::templates())]
    {
        for (sample, language) in shipped.iter().flat_map(|it| ["en", "zh-Hans"].map(|l| (it, l))) {
            let name = format!("assets/{folder}/{language}/{}.ron", sample.key);
            let ron = sample.ron(language);
            let opened = decode(ron).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(opened.is_complete(), "{name}");
            let written = encode(&opened.blueprint);
            if std::env::var_os(REWRITE).is_some() {
                fs::write(name, written).unwrap();
            } else {
                assert_eq!(written, ron, "{name}");
            }
        }
    }
}

#[test]
fn shipped_cards_lie_in_their_cells_and_do_not_overlap() {
    for sample in storage::samples().iter().chain(storage::templates()) {
        for scenario in sample.open().unwrap().scenarios() {
            let cards = cards(scenario);
            for (index, (step, [left, top, right, bottom])) in cards.iter().enumerate() {
                let name = format!("{}: {}", sample.key, step.name);
                let width = scenario.phases()[&step.phase].width.units();
                let height = scenario.lanes()[&step.lane].height.units();
                assert!(*left >= 0 && *top >= 0, "{name}");
                assert!(*right <= width && *bottom <= height, "{name}");
                for (other, [l, t, r, b]) in &cards[..index] {
                    let same_cell = other.lane == step.lane && other.phase == step.phase;
                    let apart = right <= l || r <= left || bottom <= t || b <= top;
                    assert!(!same_cell || apart, "{name} overlaps {}", other.name);
                }
            }
        }
    }
}

/// Moments that the flow runs through, the seconds of staff time, and what an hour of all costs.
fn shape(scenario: &Scenario) -> (usize, f64, f64) {
    let mut moments: Vec<_> = scenario
        .steps()
        .iter()
        .filter(|(_, step)| step.kind.flows())
        .map(|(id, _)| scenario.moment_of(*id))
        .collect();
    moments.sort();
    moments.dedup();
    let seconds = scenario.steps().values().filter_map(|step| step.time.as_ref());
    let money =
        |role: &Role| f64::from(role.headcount) * role.cost_per_hour.map_or(0.0, Quantity::get);
    (
        moments.len(),
        seconds.map(ServiceTime::mean_s).sum(),
        scenario.roles().values().map(|role| money(role)).sum(),
    )
}

#[test]
fn the_licence_office_is_that_of_the_course() {
    let office = storage::sample("driver-licence-office").unwrap().open().unwrap();
    let [as_is, to_be] = office.scenarios() else { panic!("two scenarios") };
    assert_eq!(shape(as_is), (6, 195.0, 92.0));
    assert_eq!(shape(to_be), (5, 195.0, 104.0));
    assert_eq!(as_is.steps().len(), 19);
    let shared = to_be.steps().keys().filter(|id| as_is.steps().contains_key(*id)).count();
    assert_eq!(shared, to_be.steps().len(), "steps match between scenarios");
}

#[test]
fn the_other_samples_are_those_of_the_course_and_of_the_field() {
    let shapes = |key: &str| -> Vec<(usize, f64, f64)> {
        let blueprint = storage::sample(key).unwrap().open().unwrap();
        blueprint.scenarios().iter().map(|scenario| shape(scenario)).collect()
    };
    assert_eq!(shapes("airport-arrival"), [(6, 133.0, 0.0)]);
    assert_eq!(shapes("physical-examination"), [(5, 66.0 * 60.0, 0.0); 2]);
    assert_eq!(shapes("mortgage-applications"), [(4, 180.0 * 60.0, 0.0)]);
    assert_eq!(shapes("hotel-room-service"), [(5, 41.0 * 60.0, 208.0)]);
    assert_eq!(shapes("corner-shoeshine"), [(4, 120.0, 6.0)]);
    assert_eq!(shapes("empty-sheet"), [(0, 0.0, 0.0)]);
}

#[test]
fn everything_drawn_shows_the_whole_notation() {
    let shipped = storage::samples().iter().chain(storage::templates());
    // That of the planning sheets draws nothing.
    let draws =
        |sample: &&storage::Sample| !["empty-sheet", "planning-class"].contains(&sample.key);
    for sample in shipped.filter(draws) {
        for scenario in sample.open().unwrap().scenarios() {
            for zone in Zone::ALL {
                let there = scenario.steps().values().any(|step| scenario.zone_of(step) == zone);
                assert!(there, "{}: {zone:?}", sample.key);
            }
            let some = |test: &dyn Fn(&Step) -> bool| scenario.steps().values().any(|s| test(s));
            assert!(some(&|step| step.fail.as_ref().is_some_and(FailPoint::has_recovery)));
            assert!(some(&|step| step.wait.is_some()));
            assert!(some(&|step| !step.procedure.is_empty()));
            assert!(some(&|step| step.value.is_some()));
            assert!(some(&|step| !step.elements.is_empty()));
            assert!(scenario.typology().participation.is_some());
            assert!(scenario.demand().per_hour.is_some());
        }
    }
}
