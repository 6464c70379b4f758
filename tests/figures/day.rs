//! A day: its hours seen one by one, what it supplies to the long run, and its problems.

use onstage::analysis::{Lack, analyse, busiest_interval};
use onstage::process::ProblemCode;
use onstage::redesign::compare;
use onstage::wording::{Language, Wording};

use crate::draw::draw;

const FLOW: &str = "Greet: 30 s, by Host
    Serve: 4 min, by Clerk + Desk
    Check: 2 min, by Clerk | Host, next end";

/// The service with so many of each, and some lines about the demand.
fn service(hosts: u32, clerks: u32, demand: &str) -> String {
    format!(
        "role Host x{hosts} $12\nrole Clerk x{clerks} $20\nrole Desk x3 equipment\n{FLOW}\n{demand}"
    )
}

const DAY: &str = "demand 15/h price 9
    day 08:00-12:30 12 24 40 30 8; at 09:30 x4; no-show 25%
    shift Clerk 08:00-12:30 x2 break 11:15 30
    shift Clerk 10:00-14:00 x2
    shift Host 07:00-13:00";

#[test]
fn an_hour_has_the_figures_of_a_service_drawn_so() {
    let day = draw(&service(1, 5, DAY));
    // Three of four who are planned come; the last half hour is as busy as an hour of as many.
    for (at, clerks, per_hour) in [(0, 2, 12), (1, 2, 27), (2, 4, 40), (3, 2, 30), (4, 4, 8)] {
        let drawn = draw(&service(1, clerks, &format!("demand {per_hour}/h price 9")));
        let (hour, alike) = (analyse(&day.at(at).unwrap()), analyse(&drawn));
        assert_eq!(hour, alike, "interval {at}");
        assert!(hour.capacity_per_hour.value.is_some());
    }
    assert!(day.at(5).is_none() && draw(&service(1, 5, "")).at(0).is_none());
}

#[test]
fn the_busiest_interval_is_the_earliest_of_those_with_the_highest_load() {
    let busiest = |day: &str| busiest_interval(&draw(&service(1, 2, day)));
    assert_eq!(busiest("demand 20/h"), None);
    assert_eq!(busiest("day 08:00-11:00 10 30 20"), Some(1));
    // Twice the people serve twice the customers.
    let doubled = "day 08:00-11:00 10 10 20\nshift Clerk 08:00-11:00\nshift Clerk 10:00-11:00
        shift Host 08:00-11:00\nshift Host 10:00-11:00";
    assert_eq!(busiest(doubled), Some(0));
    // A break leaves one of two: the hour is busier than one with more customers.
    let pause = "day 08:00-11:00 10 14 12\nshift Clerk 08:00-11:00 x2 break 10:30 15\n
        shift Clerk 08:00-10:00\nshift Clerk 10:00-11:00";
    assert_eq!(busiest(pause), Some(2));
    // Where nobody is on duty there is no load.
    assert_eq!(busiest("day 08:00-10:00 20 10\nshift Clerk 09:00-10:00"), Some(1));
}

#[test]
fn the_long_run_goes_by_the_mean_of_the_day_unless_a_rate_is_stated() {
    let rate = |demand: &str| analyse(&draw(&service(1, 2, demand))).demand_per_hour;
    assert_eq!(rate("demand 15/h\nday 08:00-10:00 10 40").value, Some(15.0));
    // Half an hour counts half; of ten planned all come.
    assert_eq!(rate("day 08:00-09:30 10 40; at 08:00 x10").value, Some(40.0 / 1.5));
    assert_eq!(rate("day 08:00-10:00; at 08:00 x9").value, Some(4.5));
    let nothing = rate("day 08:00-10:00");
    assert_eq!((nothing.value, &*nothing.lacks), (None, &[Lack::Demand][..]));
}

#[test]
fn shifts_say_how_many_there_are_where_the_headcount_says_nobody() {
    let shifts = "demand 6/h\nday 08:00-12:00\nshift Clerk 08:00-11:00 x2\nshift Clerk 10:00-12:00";
    let (none, three) = (draw(&service(1, 0, shifts)), draw(&service(1, 3, "demand 6/h")));
    assert_eq!(analyse(&none).capacity_per_hour, analyse(&three).capacity_per_hour);
    let one = draw(&service(1, 1, shifts));
    let drawn = draw(&service(1, 1, "demand 6/h"));
    assert_eq!(analyse(&one).capacity_per_hour, analyse(&drawn).capacity_per_hour);
}

#[test]
fn nobody_on_duty_is_a_problem_only_where_somebody_comes() {
    let found = |day: &str| -> Vec<String> {
        let scenario = draw(&service(1, 1, day));
        let problems = analyse(&scenario).problems;
        let words = Wording::new(Language::English);
        let found = problems.iter().filter(|it| it.code == ProblemCode::NobodyOnDuty);
        found.map(|it| words.problem(it, &scenario).message).collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(found("day 08:00-12:00 5 5 5 5"), none, "without shifts the headcount is there");
    let morning = "shift Clerk 08:00-10:00\nshift Clerk 11:00-12:00";
    let says = "From 10:00 nobody is on duty as Clerk, though customers come";
    assert_eq!(found(&format!("day 08:00-12:00 5 5 5 5\n{morning}")), [says]);
    assert_eq!(found(&format!("demand 9/h\nday 08:00-12:00\n{morning}")), [says]);
    assert_eq!(found(&format!("day 08:00-12:00 5 5 0 5\n{morning}")), none, "a midday closing");
    let booked = format!("day 08:00-12:00 5 5 0 5; at 10:30\n{morning}");
    assert_eq!(found(&booked), [says], "somebody is planned");
    // The host may do the check, but not what only the clerk does.
    let night =
        "day 22:00-02:00 5 5 5 5\nshift Host 22:00-01:30\nshift Clerk 21:00-02:00 break 00:45 5";
    assert_eq!(
        found(night),
        [
            "From 01:30 nobody is on duty as Host, though customers come",
            "From 00:45 nobody is on duty as Clerk, though customers come",
        ]
    );
}

#[test]
fn a_batch_that_waits_for_more_than_come_is_named() {
    let found = |clauses: &str, day: &str| {
        let scenario = draw(&format!("role X x9\nA: 1 min, by X, {clauses}, next end\n{day}"));
        let problems = analyse(&scenario).problems;
        problems.iter().filter(|it| it.code == ProblemCode::BatchNeverFull).count()
    };
    assert_eq!(found("batch 12", "day 08:00-10:00 4 7"), 1);
    assert_eq!(found("batch 11", "day 08:00-10:00 4 7"), 0);
    assert_eq!(found("batch 12", "day 08:00-10:00 4 7; at 08:30 x1"), 0);
    assert_eq!(
        found("batch 12, batchwait 5 min", "day 08:00-10:00 4 7"),
        0,
        "it does not wait until full"
    );
    assert_eq!(found("batch 12", "demand 2/h"), 0, "in the long run every batch is full");
    assert_eq!(found("batch 500", "demand 2/h\nday 00:00-24:00"), 0, "it never closes");
}

#[test]
fn what_differs_in_a_day_is_said_in_a_few_words() {
    let said = |before: &str, after: &str| -> Vec<String> {
        let (before, after) = (draw(&service(1, 2, before)), draw(&service(1, 2, after)));
        let words = Wording::new(Language::English);
        let lines = words.changes(&compare(&before, &after), &before, &after);
        lines.into_iter().map(|line| line.text).collect()
    };
    let day = "demand 9/h\nday 08:00-11:00 10 20 30\nshift Clerk 08:00-11:00 x2";
    assert_eq!(
        said("demand 9/h", day),
        [
            "Demand · Opening hours: – → 3",
            "Demand · Day: – → 08:00–11:00, 10 to 30 /h",
            "Clerk · Shifts: – → 2 × 08:00–11:00",
        ]
    );
    let other = "demand 9/h\nday 08:00-11:00 10 25 30; at 09:00 x2; turn away
        shift Clerk 08:00-11:00 x2 break 09:30 15\nshift Clerk 09:00-11:00";
    assert_eq!(
        said(day, other),
        [
            "Demand · 09:00–10:00: 20 /h → 25 /h",
            "Demand · Appointments: 0 → 2",
            "Demand · At closing: everybody inside is served → who has not begun leaves",
            "Clerk · Shifts: 2 × 08:00–11:00 → 2 × 08:00–11:00, break 09:30 (15 min); 1 × 09:00–11:00",
        ]
    );
}
