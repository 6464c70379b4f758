//! Services whose figures are published or can be worked out by hand.

use onstage::analysis::{Analysis, Figure, analyse};
use onstage::blueprint::Scenario;

use crate::draw::{draw, with_demand};

/// Compares a figure with its answer to nine digits, or to half the last printed one if `printed`.
fn check(name: &str, figure: &Figure, expect: f64, printed: f64) {
    let value = figure.value.unwrap_or_else(|| panic!("{name} lacks {:?}", figure.lacks));
    let tolerance = (expect.abs() * 1e-9).max(printed / 2.0);
    assert!((value - expect).abs() <= tolerance, "{name}: {value}, not {expect}");
}

fn names(scenario: &Scenario, analysis: &Analysis) -> String {
    let steps = analysis.bottleneck.iter().map(|id| scenario.steps()[id].name.as_str());
    steps.collect::<Vec<_>>().join(", ")
}

/// Driver-licence office, an exercise in service process analysis (after Sasser et al. 1978).
const LICENCE: &str = "
    role Clerk1 x1 $12
    role Clerk2 x1 $12
    role Clerk3 x1 $12
    role Clerk4 x1 $12
    role Photographer x1 $16
    role Officer x1 $18
    role Camera x1 $10 equipment
    Review: 15 s, by Clerk1
    Pay: 30 s, by Clerk2
    Violations: 60 s, by Clerk3
    Eye test: 40 s, by Clerk4
    Photograph: 20 s, by Photographer + Camera
    Issue: 30 s, by Officer
";

#[test]
fn the_licence_office_does_60_an_hour() {
    let office = draw(LICENCE);
    let figures = analyse(&office);
    check("capacity", &figures.capacity_per_hour, 60.0, 0.0);
    check("cycle time", &figures.cycle_time_s, 60.0, 0.0);
    check("content", &figures.direct_labour_content_s, 195.0, 0.0);
    check("labour", &figures.direct_labour_utilisation, 0.541_666_7, 1e-7);
    check("rush order", &figures.rush_order_time_s, 195.0, 0.0);
    check("cost", &figures.cost_per_customer, 1.533_333, 1e-6);
    assert_eq!(names(&office, &figures), "Violations");
    let rates: Vec<f64> =
        figures.steps.values().filter_map(|step| step.capacity_per_hour.value).collect();
    assert_eq!(rates, [240.0, 120.0, 60.0, 90.0, 180.0, 120.0]);
    let figures = analyse(&with_demand(office, 54.0));
    check("labour at 54/h", &figures.direct_labour_utilisation, 0.4875, 0.0);
    check("utilisation at 54/h", &figures.utilisation, 0.9, 0.0);
}

#[test]
fn a_second_person_on_violations_brings_90_an_hour() {
    let office = draw(&LICENCE.replace("Clerk3 x1", "Clerk3 x2"));
    let figures = analyse(&office);
    check("capacity", &figures.capacity_per_hour, 90.0, 0.0);
    assert_eq!(names(&office, &figures), "Eye test");
}

#[test]
fn the_improved_licence_office_does_120_an_hour_with_seven() {
    let office = draw(
        "role Clerk x2 $12
         role Checker x2 $12
         role Cashier x1 $12
         role Photographer x1 $16
         role Officer x1 $18
         Review and test: 55 s, by Clerk
         Violations: 60 s, by Checker
         Pay: 30 s, by Cashier
         Photograph: 20 s, by Photographer
         Issue: 30 s, by Officer
         role Camera x1 $10 equipment",
    );
    let figures = analyse(&office);
    // The merged job does 2 ÷ 55 s = 130.9 an hour.
    check("capacity", &figures.capacity_per_hour, 120.0, 0.0);
    check("labour", &figures.direct_labour_utilisation, 0.928_571, 1e-6);
    check("cost", &figures.cost_per_customer, 0.866_667, 1e-6);
}
