//! The curve of waits against demand.

use onstage::analysis::{CurvePoint, Lack, analyse, wait_curve};
use onstage::blueprint::Scenario;
use onstage::process::compile;

use crate::draw::{draw, with_demand};

fn curve(scenario: &Scenario, points: usize) -> Result<Vec<CurvePoint>, Vec<Lack>> {
    wait_curve(scenario, &compile(scenario), points)
}

#[test]
fn a_single_exponential_queue_follows_its_formula() {
    // M/M/1: the time in the system is service ÷ (1 − utilisation) (Erlang 1917).
    let desk = draw("role Clerk x1\nServe: 60 s, scv 1, by Clerk, next end");
    let points = curve(&desk, 40).expect("a curve");
    for point in &points {
        let expect = 60.0 / (1.0 - point.utilisation);
        let error = (point.throughput_time_s - expect).abs() / expect;
        assert!(error < 1e-9, "{point:?}, not {expect}");
        assert!((point.demand_per_hour - 60.0 * point.utilisation).abs() < 1e-9);
    }
    assert!(points[0].utilisation < 0.01 && points[points.len() - 1].utilisation > 0.98);
}

#[test]
fn every_point_is_what_an_analysis_at_that_demand_says() {
    let network = draw(
        "role Nurse x2\nrole Doctor x1\ndemand 4/h gap 0.5
        Weigh: 6 ± 2 min, by Nurse
        Judge: decision, next Weigh 20 %; See 80 %
        See: 9 min, scv 0.5, by Doctor, next Blood; Bill
        Blood: 5 min, by Nurse, next Leave
        Bill: 2 min, backstage, next Leave
        Leave: 1 min, places unlimited",
    );
    let points = curve(&network, 12).expect("a curve");
    assert!(points.len() >= 12);
    for point in points {
        let figures = analyse(&with_demand(network.clone(), point.demand_per_hour));
        assert_eq!(figures.throughput_time_s.value, Some(point.throughput_time_s), "{point:?}");
    }
}

#[test]
fn the_curve_rises_and_holds_the_shares_that_people_compare() {
    let office = draw("role A x2\nrole B x1\nOne: 50 s, by A\nTwo: 30 s, scv 2, by B");
    for points in [0, 1, 2, 30] {
        let curve = curve(&office, points).expect("a curve");
        for share in [0.8, 0.9] {
            assert!(
                curve.iter().any(|point| (point.utilisation - share).abs() < 1e-12),
                "{share} of {points}"
            );
        }
        for pair in curve.windows(2) {
            assert!(pair[0].demand_per_hour < pair[1].demand_per_hour);
            assert!(pair[0].throughput_time_s <= pair[1].throughput_time_s, "{pair:?}");
        }
    }
}

#[test]
fn what_is_missing_is_named() {
    assert_eq!(curve(&draw(""), 9), Err(vec![Lack::Flow]));
    let blank = draw("role A x1\nOne: by A, next Two\nTwo: 30 s, by A");
    assert!(curve(&blank, 9).is_err_and(|lacks| matches!(lacks[..], [Lack::Time(_), ..])));
    let open = draw("One: 5 min, places unlimited, next Two\nTwo: 5 min, places unlimited");
    assert_eq!(curve(&open, 9), Err(vec![Lack::Limit]));
    let batch = draw("role A x1\nOne: 5 min, by A, batch 4, next Two\nTwo: 10 s, by A");
    assert_eq!(curve(&batch, 9), Err(vec![Lack::Method]));
}
