//! Every figure can be asked why, and answers with the blueprint's own numbers.

use onstage::analysis::{
    Analysis, Basis, BoundReason, Derivation, FigureKey, Lack, PaidLine, Pool, QueueFormula,
    analyse, bound_reason, explain,
};
use onstage::blueprint::Scenario;

use crate::draw::{draw, role, step};

fn office() -> (Scenario, Analysis) {
    let drawn = draw(
        "role Clerk x1
         role Officer x1
         demand 54/h
         Review: exp 15 s, by Clerk
         Record: exp 60 s, by Officer, next end",
    );
    let analysis = analyse(&drawn);
    (drawn, analysis)
}

#[test]
fn the_bottleneck_is_one_officer_over_60_seconds() {
    let (drawn, analysis) = office();
    let why = explain(&drawn, &analysis, FigureKey::Capacity);
    let Derivation::TightestPool { lines, .. } = why else { panic!("the capacity is known") };
    let tightest = &lines[0];
    assert_eq!(tightest.pool, Pool::of_roles([role(&drawn, "Officer")]));
    assert_eq!((tightest.offer, tightest.work_s, tightest.binding), (1.0, 60.0, true));
    assert!((tightest.capacity_per_hour - 60.0).abs() < 1e-9);
    assert!(!lines[1].binding);
}

#[test]
fn waits_name_their_queue() {
    let (drawn, analysis) = office();
    let wait = explain(&drawn, &analysis, FigureKey::Wait(step(&drawn, "Record")));
    let Derivation::Queue { pool, queue, utilisation, basis, wait_s } = wait else {
        panic!("there is a queue")
    };
    assert_eq!(pool, Pool::of_roles([role(&drawn, "Officer")]));
    assert_eq!((queue.servers, queue.formula, basis), (1, QueueFormula::Erlang, Basis::Exact));
    assert!((utilisation - 0.9).abs() < 1e-9 && (wait_s - 540.0).abs() < 1e-6);
}

#[test]
fn sums_add_up_to_their_figures() {
    let (drawn, analysis) = office();
    let rush = explain(&drawn, &analysis, FigureKey::RushOrderTime);
    let Derivation::SumOfTimes { lines, total_s, forks: false, .. } = rush else {
        panic!("a sum of times")
    };
    let sum: f64 = lines.iter().map(|line| line.visits * line.time_s).sum();
    assert!((sum - total_s).abs() < 1e-9 && (total_s - 75.0).abs() < 1e-9);
    let slow = explain(&drawn, &analysis, FigureKey::ThroughputTime);
    let Derivation::SumOfTimesAndWaits { lines, total_s, .. } = slow else {
        panic!("a sum of times and waits")
    };
    let sum: f64 = lines.iter().map(|line| line.visits * (line.time_s + line.wait_s)).sum();
    assert!((sum - total_s).abs() < 1e-9);
    let content = explain(&drawn, &analysis, FigureKey::LabourContent);
    let Derivation::SumOfWork { lines, total_s } = content else { panic!("a sum of work") };
    assert!((lines.iter().map(|(_, seconds)| seconds).sum::<f64>() - total_s).abs() < 1e-9);
}

#[test]
fn a_missing_figure_says_what_it_lacks() {
    let drawn = draw("A: 1 min, by X\nB: by Y");
    let analysis = analyse(&drawn);
    let missing = Derivation::Missing(vec![Lack::Time(step(&drawn, "B"))]);
    assert_eq!(explain(&drawn, &analysis, FigureKey::Capacity), missing);
    let missing = Derivation::Missing(vec![Lack::Demand]);
    assert_eq!(explain(&drawn, &analysis, FigureKey::Utilisation), missing);
}

#[test]
fn a_bound_says_what_makes_it_one() {
    let reason = |key, text: &str| {
        let drawn = draw(text);
        bound_reason(&drawn, &analyse(&drawn), key)
    };
    let capacity = |text: &str| reason(FigureKey::Capacity, text);
    assert_eq!(capacity("role Cook x1\nA: 1 min, by Cook, next end"), None);
    assert_eq!(
        capacity("role Cook x3\nA: 1 min, by 2 Cook, next end"),
        Some(BoundReason::SeveralAtOnce)
    );
    assert_eq!(
        capacity(
            "role Room x1\nrole Cook x1\nA: 1 min, by keep Room\nB: 1 min, by Room + Cook\nC: 1 min, by Cook, next end"
        ),
        Some(BoundReason::Kept)
    );
    assert_eq!(
        capacity(
            "role X x1
             role Y x1
             role Z x1
             A: 1 min, by X + Y
             B: 1 min, by Y + Z
             C: 1 min, by X + Z, next end"
        ),
        Some(BoundReason::Overlap)
    );
    let forked = "A: 1 min, next B; C
         B: exp 2 min, next Again?
         Again?: decision, next B 10 %; D
         C: exp 2 min, next D
         D: 1 min, next end";
    assert_eq!(reason(FigureKey::RushOrderTime, forked), Some(BoundReason::SideBySide));
    let queues = "demand 5/h\nA: 0 s, places unlimited, next B; C
         B: exp 2 min, next D
         C: exp 1 min, next D
         D: 0 s, places unlimited, next end";
    assert_eq!(reason(FigureKey::RushOrderTime, queues), None);
    assert_eq!(reason(FigureKey::ThroughputTime, queues), Some(BoundReason::QueuesSideBySide));
    assert_eq!(reason(FigureKey::WorkInProcess, queues), Some(BoundReason::QueuesSideBySide));
    let work = "role Cook x1\nrole Oven x1 equipment\nA: 1 min, by Cook | Oven, next end";
    assert_eq!(reason(FigureKey::LabourContent, work), Some(BoundReason::NotOnlyStaff));
}

#[test]
fn money_adds_up_from_what_is_paid() {
    let drawn = draw(
        "role Clerk x2 $12
         demand 30/h price 5 overhead 6
         A: 1 min, by Clerk, cost 0.5, next end",
    );
    let analysis = analyse(&drawn);
    let clerk = PaidLine { role: role(&drawn, "Clerk"), headcount: 2, cost_per_hour: 12.0 };
    assert_eq!(
        explain(&drawn, &analysis, FigureKey::Cost),
        Derivation::PaidOverOutput {
            lines: vec![clerk],
            overhead_per_hour: 6.0,
            output_per_hour: 30.0,
            material: 0.5,
            cost: 1.5,
        }
    );
    assert_eq!(
        explain(&drawn, &analysis, FigureKey::Profit),
        Derivation::MarginTimesOutput {
            price: 5.0,
            cost: 1.5,
            output_per_hour: 30.0,
            profit_per_hour: 105.0,
        }
    );
}

#[test]
fn a_busy_queue_says_how_long_it_takes_to_settle() {
    // Cohen 1969: services of 5 minutes, 90 % busy: 380 of them, 32 hours.
    let drawn = draw("demand 10.8/h\nServe: exp 5 min, by Clerk, next end");
    let analysis = analyse(&drawn);
    let why = explain(&drawn, &analysis, FigureKey::ThroughputTime);
    let Derivation::SumOfTimesAndWaits { settling_s, day_s: None, .. } = why else {
        panic!("waits add up, on a day of unknown length: {why:?}")
    };
    assert!((settling_s / 300.0 - 380.0).abs() < 1.0, "{} services", settling_s / 300.0);
}
