//! The time line of one customer's visit.

use std::fmt::Write as _;

use onstage::analysis::{Lack, Visit, analyse, visit};
use onstage::blueprint::Scenario;
use onstage::process::compile;
use proptest::prelude::*;

use crate::draw::{draw, step};

fn visit_of(scenario: &Scenario) -> Visit {
    visit(scenario, &compile(scenario), &analyse(scenario))
}

/// A line per stop in minutes: `start-end names (slack)`, triggered ones without slack.
fn time_line(scenario: &Scenario) -> String {
    let visit = visit_of(scenario);
    let lines = visit.stops.iter().map(|stop| {
        let names: Vec<&str> =
            stop.steps.iter().map(|step| scenario.steps()[&step.step].name.as_str()).collect();
        let slack = stop.slack_s.map_or(String::new(), |slack| format!(" ({})", slack / 60.0));
        format!("{}-{} {}{slack}", stop.start_s / 60.0, stop.end_s / 60.0, names.join(" & "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn critical(scenario: &Scenario) -> String {
    let steps = visit_of(scenario).critical;
    let names = steps.iter().map(|step| scenario.steps()[step].name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_line_of_steps_is_one_after_the_other() {
    let office = draw(
        "Review: 1 min, by Clerk
         Violations: 2 min, backstage, by Checker
         Issue: 0.5 min, by Officer",
    );
    assert_eq!(time_line(&office), "0-1 Review (0)\n1-3 Violations (0)\n3-3.5 Issue (0)");
    let visit = visit_of(&office);
    assert_eq!((visit.total_s, visit.ways_left_out), (210.0, 0));
    assert_eq!(critical(&office), "Review, Violations, Issue");
    assert!(visit.lacks.is_empty());
    let seen: Vec<bool> = visit.stops.iter().map(|stop| stop.steps[0].visible).collect();
    assert_eq!(seen, [true, false, true]);
    let busy: Vec<usize> = visit.stops.iter().map(|stop| stop.steps[0].roles.len()).collect();
    assert_eq!(busy, [1, 1, 1]);
}

#[test]
fn branches_run_side_by_side_and_the_shorter_has_slack() {
    // Harvard Business School, "Process fundamentals": 90 minutes beside 45 + 30.
    let mortgage = draw(
        "Survey: 90 min, by Surveyor, next Approve
         Credit report: 45 min, by Checker, next Title search
         Title search: 30 min, by Searcher, next Approve
         Approve: 15 min, by Approver",
    );
    assert_eq!(
        time_line(&mortgage),
        "0-90 Survey (0)\n0-45 Credit report (15)\n45-75 Title search (15)\n90-105 Approve (0)"
    );
    assert_eq!(critical(&mortgage), "Survey, Approve");
}

#[test]
fn the_likeliest_way_is_taken() {
    let hotel = draw(
        "Order: 2 min, by Manager, next Cook; Drinks?
         Cook: 16 min, by Chef, next Deliver
         Drinks?: decision, next Mix 80 %; Deliver 20 %
         Mix: 3 min, by Bartender, next Deliver
         Deliver: 20 min, by Waiter",
    );
    assert_eq!(
        time_line(&hotel),
        "0-2 Order (0)\n2-18 Cook (0)\n2-2 Drinks? (13)\n2-5 Mix (13)\n18-38 Deliver (0)"
    );
    assert_eq!(visit_of(&hotel).ways_left_out, 1);
    assert_eq!(critical(&hotel), "Order, Cook, Deliver");
    // Of equally likely ways the first that was drawn.
    let even = draw("Ask: decision, next A 50 %; B 50 %\nA: 1 min, next end\nB: 2 min, next end");
    assert_eq!(time_line(&even), "0-0 Ask (0)\n0-1 A (0)");
}

#[test]
fn rework_is_done_once_however_likely_it_is() {
    let back = "Do: 2 min, by A\nGood?: decision, next Do 70 %; end 30 %";
    assert_eq!(time_line(&draw(back)), "0-2 Do (0)\n2-2 Good? (0)");
    assert_eq!(visit_of(&draw(back)).ways_left_out, 1);
    // A way that only leads back is none to take, even if most take it.
    let repaired =
        draw("Do: 2 min\nGood?: decision, next Repair 60 %; end\nRepair: 1 min, next Do");
    assert_eq!(time_line(&repaired), "0-2 Do (0)\n2-2 Good? (0)");
    // A loop with two doors has no single way back.
    let two_doors = draw(
        "Ask: decision, next A 60 %; B 40 %
         A: decision, 1 min, next B 50 %; end
         B: decision, 1 min, next A 50 %; end",
    );
    assert_eq!(visit_of(&two_doors).ways_left_out, 3);
    assert_eq!(time_line(&two_doors), "0-0 Ask (0)\n0-1 A (0)\n1-2 B (0)");
}

#[test]
fn triggered_work_starts_when_its_moment_ends_and_nobody_waits_for_it() {
    let office = draw(
        "Apply: 2 min, by Clerk, trigger File
         Leave: 1 min, customer, next end
         File: 30 min, backstage, by Clerk, next Send
         Send: 1 min, support, by Post, next end",
    );
    assert_eq!(time_line(&office), "0-2 Apply (0)\n2-3 Leave (0)\n2-32 File\n32-33 Send");
    assert!((visit_of(&office).total_s - 180.0).abs() < 1e-9);
    assert!(visit_of(&office).stops[2].triggered);
}

#[test]
fn steps_of_a_moment_start_together_and_end_by_themselves() {
    let desk = draw("Talk: 5 min, customer, next end\nType: 2 min, backstage, by Clerk, with Talk");
    let visit = visit_of(&desk);
    let ends: Vec<f64> = visit.stops[0].steps.iter().map(|step| step.end_s).collect();
    assert_eq!((visit.stops.len(), ends), (1, vec![300.0, 120.0]));
    assert_eq!(visit.critical, [step(&desk, "Talk")]);
}

#[test]
fn a_missing_time_is_named_and_has_no_length() {
    let office = draw("First: 1 min, by A\nBlank: by B\nLast: 2 min, by C");
    let visit = visit_of(&office);
    assert_eq!(visit.lacks, [Lack::Time(step(&office, "Blank"))]);
    assert_eq!(time_line(&office), "0-1 First (0)\n1-1 Blank (0)\n1-3 Last (0)");
    // A step alone is the service.
    let alone = visit_of(&draw("Alone: 1 min"));
    assert_eq!((alone.stops.len(), alone.lacks), (1, Vec::new()));
    let empty = visit_of(&draw(""));
    assert_eq!((empty.stops.len(), empty.lacks), (0, vec![Lack::Flow]));
}

#[test]
fn waits_come_before_the_step_at_the_demand_of_the_service() {
    // M/D/1 at 80 %: half of ρ ÷ (1 − ρ) services, 2 minutes.
    let desk = draw("demand 48/h\nServe: 1 min, by Clerk, next end");
    let visit = visit_of(&desk);
    let stop = &visit.stops[0];
    assert!(stop.waits_known && (stop.wait_s - 120.0).abs() < 1e-6, "{}", stop.wait_s);
    assert!((visit.total_s - 180.0).abs() < 1e-6);
    let quiet = visit_of(&draw("Serve: 1 min, by Clerk, next end"));
    assert!(!quiet.stops[0].waits_known);
    assert!((quiet.total_s - 60.0).abs() < 1e-9);
}

/// Forks in a row, of which each has branches of one to three steps.
fn forks(branches: &[Vec<Vec<u32>>]) -> String {
    let mut text = String::new();
    for (fork, branches) in branches.iter().enumerate() {
        let heads: Vec<String> = (0..branches.len()).map(|b| format!("S{fork}b{b}s0")).collect();
        let _ = writeln!(text, "F{fork}: 7 s, next {}", heads.join("; "));
        for (branch, steps) in branches.iter().enumerate() {
            for (at, seconds) in steps.iter().enumerate() {
                let next = if at + 1 < steps.len() {
                    format!("S{fork}b{branch}s{}", at + 1)
                } else {
                    format!("J{fork}")
                };
                let _ = writeln!(text, "S{fork}b{branch}s{at}: {seconds} s, next {next}");
            }
        }
        let _ = writeln!(text, "J{fork}: 3 s");
    }
    text
}

fn some_forks() -> impl Strategy<Value = Vec<Vec<Vec<u32>>>> {
    let branch = prop::collection::vec(0_u32..600, 1..4);
    prop::collection::vec(prop::collection::vec(branch, 1..4), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn without_decisions_a_visit_lasts_as_long_as_a_rush_order(branches in some_forks()) {
        let drawn = draw(&forks(&branches));
        let visit = visit_of(&drawn);
        let rush = analyse(&drawn).rush_order_time_s.value.expect("a time");
        prop_assert!((visit.total_s - rush).abs() <= 1e-9 * rush, "{} and {rush}", visit.total_s);
        prop_assert_eq!(visit.ways_left_out, 0);
        // The critical path adds up, and nothing on it has slack.
        let mut sum = 0.0;
        for id in &visit.critical {
            let stop = visit.stops.iter().find(|stop| stop.steps.iter().any(|s| s.step == *id));
            let stop = stop.expect("a stop of the path");
            sum += stop.wait_s + stop.end_s - stop.start_s;
            prop_assert!(stop.slack_s.expect("a customer's stop") < 1e-6);
        }
        prop_assert!((sum - visit.total_s).abs() <= 1e-9 * rush);
        // A stop that takes up its slack delays nobody; a second more does.
        for stop in &visit.stops {
            let slack = stop.slack_s.expect("a customer's stop");
            prop_assert!(slack >= 0.0);
            let name = &drawn.steps()[&stop.steps[0].step].name;
            let text = forks(&branches);
            let line = text.lines().find(|line| line.starts_with(&format!("{name}:"))).expect("its line");
            let longer = |by: f64| {
                let lasts = stop.end_s - stop.start_s;
                let now = line.replacen(&format!(" {lasts} s"), &format!(" {} s", lasts + by), 1);
                visit_of(&draw(&text.replace(line, &now))).total_s
            };
            prop_assert!((longer(slack) - rush).abs() < 1e-6);
            prop_assert!((longer(slack + 1.0) - rush - 1.0).abs() < 1e-6);
        }
    }
}
