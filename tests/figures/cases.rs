//! Services whose figures are published or can be worked out by hand.

use onstage::analysis::{Analysis, Basis, Change, Figure, Lack, analyse};
use onstage::blueprint::Scenario;
use onstage::process::ProblemCode;

use crate::draw::{draw, role, with_demand};

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
    check("balance at 54/h", &figures.balance, 0.541_666_7, 1e-7);
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
    check("balance", &figures.balance, 0.928_571, 1e-6);
    check("cost", &figures.cost_per_customer, 0.866_667, 1e-6);
}

#[test]
fn the_licence_office_waits_as_jackson_says() {
    let exponential = LICENCE.replace(" s,", " s, scv 1,");
    let figures = analyse(&with_demand(draw(&exponential), 54.0));
    let expect = [4.355, 24.545, 540.0, 60.0, 8.571, 24.545];
    for (step, expect) in figures.steps.values().zip(expect) {
        check("wait", &step.wait_s, expect, 1e-3);
        assert_eq!(step.wait_s.basis, Basis::Exact);
    }
    let total: f64 = figures.steps.values().filter_map(|step| step.wait_s.value).sum();
    check("throughput", &figures.throughput_time_s, 195.0 + total, 0.0);
    check("wip", &figures.wip, 54.0 * (195.0 + total) / 3600.0, 0.0);
    let full = analyse(&with_demand(draw(&exponential), 60.0));
    assert_eq!(full.throughput_time_s.lacks, [Lack::SpareCapacity]);
}

#[test]
fn the_licence_office_waits_less_when_times_vary_less() {
    // Whitt 1983, by hand for the line of six; a simulation gives 403.6 s.
    let varied = LICENCE.replace(" s,", " s, scv 0.25,");
    let figures = analyse(&with_demand(draw(&varied), 50.0));
    check("throughput", &figures.throughput_time_s, 391.56, 0.01);
    // How far off it is at other loads is not known well enough to promise it.
    assert_eq!(figures.throughput_time_s.basis, Basis::APPROXIMATE);
}

#[test]
fn rework_at_the_same_desk_waits_as_one_longer_service() {
    // A fifth comes straight back: M/G/1 with a service of 75 s and scv 0.2 (Takács 1963).
    let desk = draw(
        "role Clerk x1
         demand 30/h
         Judge: decision, 60 s, by Clerk, next Judge 20 %; end 80 %",
    );
    let figures = analyse(&desk);
    check("wait", &figures.steps[0].wait_s, 60.0, 0.0);
    check("throughput", &figures.throughput_time_s, 150.0, 0.0);
    assert_eq!(figures.throughput_time_s.basis, Basis::Exact);
}

#[test]
fn mortgage_applications_fork_on_arrival_and_join_at_approval() {
    // Harvard Business School, "Process fundamentals".
    let office = draw(
        "role Surveyor x1
         role Checker x1
         role Searcher x1
         role Approver x1
         Survey: 90 min, by Surveyor, next Approve
         Credit report: 45 min, by Checker, next Title search
         Title search: 30 min, by Searcher, next Approve
         Approve: 15 min, by Approver",
    );
    let figures = analyse(&office);
    check("cycle time", &figures.cycle_time_s, 90.0 * 60.0, 0.0);
    check("a day", &figures.capacity_per_hour, 5.333_333 / 8.0, 1e-6);
    check("rush order", &figures.rush_order_time_s, 105.0 * 60.0, 0.0);
    assert_eq!(figures.rush_order_time_s.basis, Basis::Exact);
    check("content", &figures.direct_labour_content_s, 180.0 * 60.0, 0.0);
    check("labour", &figures.direct_labour_utilisation, 0.5, 0.0);
    let figures = analyse(&with_demand(office, 5.0 / 8.0));
    check("utilisation", &figures.utilisation, 0.9375, 0.0);
    check("labour at 5 a day", &figures.direct_labour_utilisation, 0.468_75, 0.0);
}

#[test]
fn airport_arrivals_wait_for_their_baggage() {
    let airport = draw(
        "Leave plane: 20 s, by A
         Immigration: 16 s, by B
         Claim baggage: 40 s, by C
         Customs: 24 s, by D
         Inspection: 18 s, by E
         Board: 15 s, by F",
    );
    let figures = analyse(&airport);
    check("capacity", &figures.capacity_per_hour, 90.0, 0.0);
    check("content", &figures.direct_labour_content_s, 133.0, 0.0);
    check("labour", &figures.direct_labour_utilisation, 0.554_167, 1e-6);
    assert_eq!(names(&airport, &figures), "Claim baggage");
}

fn examination(nurses: u32, doctors: u32) -> Scenario {
    draw(&format!(
        "role Nurse x{nurses}
         role Doctor x{doctors}
         Measure: 6 min, by Nurse
         History: 20 min, by Nurse
         Check-up: 18 min, by Doctor
         Laboratory: 10 min, by Nurse
         Consultation: 12 min, by Doctor"
    ))
}

#[test]
fn the_physical_examination_needs_doctors_before_nurses() {
    // Derived: nurses give 36 minutes to each patient, doctors 30.
    let alone = draw(
        "Measure: 6 min, by A
         History: 20 min, by B
         Check-up: 18 min, by C
         Laboratory: 10 min, by D
         Consultation: 12 min, by E",
    );
    let figures = analyse(&alone);
    check("one each", &figures.capacity_per_hour, 3.0, 0.0);
    assert_eq!(names(&alone, &figures), "History");
    check("one doctor", &analyse(&examination(3, 1)).capacity_per_hour, 2.0, 0.0);
    check("nurses alone", &analyse(&examination(3, 9)).capacity_per_hour, 5.0, 0.0);
    let pooled = examination(3, 2);
    let figures = analyse(&pooled);
    check("pooled", &figures.capacity_per_hour, 4.0, 0.0);
    assert_eq!(figures.capacity_per_hour.basis, Basis::Exact);
    let trial = |change| figures.trials.iter().find(|trial| trial.change == change);
    let rate = |change| trial(change).map(|trial| (trial.capacity_per_hour * 1e9).round() / 1e9);
    assert_eq!(rate(Change::OneMore(role(&pooled, "Doctor"))), Some(5.0));
    assert_eq!(rate(Change::OneMore(role(&pooled, "Nurse"))), Some(4.0));
}

#[test]
fn kristens_cookies_keep_the_oven_busy() {
    // Harvard Business School, "Kristen's Cookie Company".
    let bakery = |ovens: u32| {
        analyse(&draw(&format!(
            "role You x1
             role Mate x1
             role Oven x{ovens} equipment
             Wash and mix: 6 min, by You
             Spoon: 2 min, by You
             Load: 1 min, by Mate + keep Oven
             Bake: 9 min, by Oven
             Cool: 5 min, places unlimited
             Pack: 2 min, by Mate
             Pay: 1 min, by Mate"
        )))
    };
    let figures = bakery(1);
    check("first dozen", &figures.rush_order_time_s, 26.0 * 60.0, 0.0);
    check("capacity", &figures.capacity_per_hour, 6.0, 0.0);
    assert_eq!(figures.capacity_per_hour.basis, Basis::UpperBound);
    check("two ovens", &bakery(2).capacity_per_hour, 7.5, 0.0);
}

#[test]
fn the_mri_clinic_is_as_busy_as_its_scanner() {
    let clinic = |nurse: &str| {
        analyse(&draw(&format!(
            "role Clerk x1
             role Room x3 room
             role Nurse x1
             role Scanner x1 equipment
             demand 6/h
             Receive: 3 min, by Clerk
             Undress: 5 min, by Room
             {nurse}
             Scan: 10 min, by Scanner
             Dress: 5 min, by Room"
        )))
    };
    let figures = clinic("Prepare: 6 min, by Nurse");
    check("capacity", &figures.capacity_per_hour, 6.0, 0.0);
    let rates: Vec<f64> =
        figures.roles.values().filter_map(|role| role.capacity_per_hour.value).collect();
    let rounded: Vec<f64> = rates.iter().map(|rate| (rate * 1e6).round() / 1e6).collect();
    assert_eq!(rounded, [20.0, 18.0, 10.0, 6.0]);
    let loads: Vec<f64> =
        figures.roles.values().filter_map(|role| role.utilisation.value).collect();
    let rounded: Vec<f64> = loads.iter().map(|load| (load * 1e4).round() / 1e4).collect();
    assert_eq!(rounded, [0.3, 0.3333, 0.6, 1.0]);
    let split = clinic("Prepare: 3 min, by Nurse\nPosition: 1 min, by Nurse");
    check("nurse", &split.roles[2].capacity_per_hour, 15.0, 0.0);
}

#[test]
fn xootr_assembly_pays_780_a_scooter() {
    let line = analyse(&draw(
        "role A $12
         role B $12
         role C $12
         Steer: 13 min, by A
         Frame: 11 min, by B
         Pack: 8 min, by C",
    ));
    check("capacity", &line.capacity_per_hour, 4.615_385, 1e-6);
    check("labour", &line.direct_labour_utilisation, 0.820_513, 1e-6);
    check("wages", &line.cost_per_customer, 7.8, 0.0);
    let six = analyse(&draw("role Worker x6 $12\nAssemble: 32 min, by Worker, next end"));
    check("generalists", &six.capacity_per_hour, 11.25, 0.0);
    check("their wages", &six.cost_per_customer, 6.4, 0.0);
}

#[test]
fn rework_takes_the_time_it_is_repeated() {
    // Derived: 1 ÷ (1 − r) visits each.
    let rush = |text: &str| analyse(&draw(text)).rush_order_time_s;
    let back = "Do: 2 min, by A\nGood?: decision, next Do 30 %; end 70 %";
    check("30 % back", &rush(back), 2.857_142_857_142_857 * 60.0, 0.0);
    check(
        "3 before",
        &rush(&format!("First: 3 min, by B\n{back}")),
        5.857_142_857_142_857 * 60.0,
        0.0,
    );
    let itself = "Do: 6 min, decision, by A, next Do 20 %; end 80 %";
    check("20 % again", &rush(itself), 7.5 * 60.0, 0.0);
    let repaired = "Do: 2 min\nGood?: decision, next Repair 30 %; end\nRepair: 1 min, next Do";
    let figures = analyse(&draw(repaired));
    check("with a repair", &figures.rush_order_time_s, (2.0 + 0.3) / 0.7 * 60.0, 0.0);
    let is_hint = |code| matches!(code, ProblemCode::OneServerAssumed | ProblemCode::EntryAssumed);
    assert!(figures.problems.iter().all(|problem| is_hint(problem.code)));
}

#[test]
fn each_customer_of_a_batch_takes_a_place() {
    // Two batches of four fit into nine places; one of three into three.
    for (drawn, expect) in [
        ("places 9, batch 4", 48.0),
        ("places 8, batch 4", 48.0),
        ("places 3, batch 4", 18.0),
        ("places 3", 18.0),
        ("batch 4", 24.0),
    ] {
        let figures = analyse(&draw(&format!("A: 10 min, {drawn}, next end")));
        check(drawn, &figures.capacity_per_hour, expect, 0.0);
        check(drawn, &figures.steps[0].capacity_per_hour, expect, 0.0);
    }
    // What is needed for more is told in places.
    let figures = analyse(&draw("A: 10 min, places 8, batch 4\nB: 1 min, next end"));
    let more = figures.next_limit.map(|next| next.more_units);
    assert_eq!(more.and_then(|more| Some(more.first()?.1)), Some(4));
    assert!(figures.trials.iter().all(|trial| !matches!(trial.change, Change::OneMorePlace(_))));
}

#[test]
fn a_single_desk_waits_as_pollaczek_and_khinchine_say() {
    for (scv, expect) in [(0.0, 2.0), (0.5, 3.0), (1.0, 4.0), (4.0, 10.0)] {
        let text = format!("demand 48/h\nServe: 1 min, scv {scv}, by Clerk, next end");
        let figures = analyse(&draw(&text));
        check("wait", &figures.steps[0].wait_s, expect * 60.0, 0.0);
        assert_eq!(figures.steps[0].wait_s.basis, Basis::Exact);
    }
}

#[test]
fn a_call_centre_waits_as_erlang_says() {
    for (agents, expect) in [(11, 122.781), (12, 40.445), (13, 17.116), (14, 7.836)] {
        let text =
            format!("role Agent x{agents}\ndemand 200/h\nCall: exp 180 s, by Agent, next end");
        let figures = analyse(&draw(&text));
        check("wait", &figures.steps[0].wait_s, expect, 1e-3);
    }
}

#[test]
fn jackson_networks_are_exact_with_rework_too() {
    // (a) and (b) as in Jackson 1957's model; flows by hand, number inside Σ ρ ÷ (1 − ρ) for one
    // server each.
    let a = analyse(&draw(
        "demand 30/h
         One: decision, exp 360 s, by A, enter 1/6, next Two 1/3; Three 1/3; end 1/3
         Two: exp 72 s, by B, enter 1/3, next Three
         Three: decision, exp 36 s, by C, enter 1/2, next Two 50 %; end 50 %",
    ));
    check("inside", &a.wip, 82.0 / 13.0, 0.0);
    check("time", &a.throughput_time_s, 41.0 / 195.0 * 3600.0, 0.0);
    assert_eq!(a.throughput_time_s.basis, Basis::Exact);
    let b = analyse(&draw(
        "role B x2
         demand 8/h
         One: decision, exp 360 s, by A, enter 1/8, next Two 60 %; Three 30 %; end
         Two: decision, exp 360 s, by B, enter 1/2, next One 10 %; Three 30 %; end
         Three: decision, exp 360 s, by C, enter 3/8, next One 40 %; Two 40 %; end",
    ));
    check("inside", &b.wip, 1.0 + 4.0 / 3.0 + 3.0, 0.0);
    check("time", &b.throughput_time_s, 2.0 / 3.0 * 3600.0, 0.0);
}

#[test]
fn room_service_waits_for_its_kitchen() {
    let hotel = |chefs: u32| {
        draw(&format!(
            "role Manager x1
             role Chef x{chefs}
             role Bartender x1
             role Waiter x6
             Order: 2 min, by Manager, next Cook; Drinks?
             Cook: 16 min, by Chef, next Deliver
             Drinks?: decision, next Mix 80 %; Deliver 20 %
             Mix: 3 min, by Bartender, next Deliver
             Deliver: 20 min, by Waiter"
        ))
    };
    let four = hotel(4);
    let figures = analyse(&four);
    check("capacity", &figures.capacity_per_hour, 15.0, 0.0);
    assert_eq!(names(&four, &figures), "Cook");
    let rates: Vec<f64> =
        figures.roles.values().filter_map(|role| role.capacity_per_hour.value).collect();
    let rounded: Vec<f64> = rates.iter().map(|rate| (rate * 1e9).round() / 1e9).collect();
    assert_eq!(rounded, [30.0, 15.0, 25.0, 18.0]);
    check("rush order", &figures.rush_order_time_s, 38.0 * 60.0, 0.0);
    assert!(figures.problems.is_empty(), "{:?}", figures.problems);
    let five = hotel(5);
    let figures = analyse(&five);
    check("a fifth chef", &figures.capacity_per_hour, 18.0, 0.0);
    assert_eq!(names(&five, &figures), "Deliver");
}

#[test]
fn pools_that_are_needed_at_once_make_capacity_a_bound() {
    // Gurvich & Van Mieghem 2015: the truth is 1/3 an hour, as only one of the three can go on.
    let teams = analyse(&draw(
        "One: 1 h, by A + B
         Two: 1 h, by B + C
         Three: 1 h, by A + C",
    ));
    check("teams", &teams.capacity_per_hour, 0.5, 0.0);
    assert_eq!(teams.capacity_per_hour.basis, Basis::UpperBound);
    // Of three nurses only two can work, as each patient needs two at once.
    let two_of_three = analyse(&draw("role Nurse x3\nLift: 60 s, by 2 Nurse, next end"));
    check("two of three", &two_of_three.capacity_per_hour, 60.0, 0.0);
    assert_eq!(two_of_three.capacity_per_hour.basis, Basis::UpperBound);
}

#[test]
fn whoever_can_stand_in_does() {
    // Derived: nurses alone 60 ÷ 10 = 6, doctors alone 60 ÷ 20 = 3, together 120 ÷ 50 = 2.4.
    let ward = draw(
        "Weigh: 10 min, by Nurse
         Talk: 20 min, by Nurse | Doctor
         Judge: 20 min, by Doctor",
    );
    let figures = analyse(&ward);
    check("together", &figures.capacity_per_hour, 2.4, 0.0);
    assert_eq!(figures.capacity_per_hour.basis, Basis::Exact);
    assert_eq!(figures.bottleneck_roles, [role(&ward, "Nurse"), role(&ward, "Doctor")]);
    assert_eq!(names(&ward, &figures), "Weigh, Talk, Judge");
}

#[test]
fn a_decision_inside_a_fork_is_taken_outcome_by_outcome() {
    // Derived: beside 10 minutes, 20 or none, half each, take max(10, 20) or 10: 15 on average.
    let figures = analyse(&draw(
        "Start: 0 s, next Always; Sometimes?
         Always: 10 min, next Meet
         Sometimes?: decision, next Long 50 %; Meet 50 %
         Long: 20 min, next Meet
         Meet: 0 s",
    ));
    check("rush order", &figures.rush_order_time_s, 15.0 * 60.0, 0.0);
    assert_eq!(figures.rush_order_time_s.basis, Basis::Exact);
}
