//! The day, shifts and how a scenario is simulated, in a file.

use onstage::blueprint::{AtClosing, Order, Priority};
use onstage::storage::{decode, encode};

const TEXT: &str = r#"(scenarios: [(
    roles: [(id: 13, name: "Clerk", headcount: 2, shifts: [
        (from: "08:00", to: "16:00", count: 2, breaks: [(at: "12:00", lasts: "30 min", paid: true)]),
        (from: "9", to: "5 pm"),
    ])],
    demand: (per_hour: 54, opening_hours: 12, day: (
        open: "08:00", close: "17:00", every: "1 h", per_hour: [36, 50, 58, 64, 70, 62, 56, 50, 40],
        appointments: [("09:00", 2), ("09:30", 1)], early: "5 min", spread: "8 min", no_show: "10 %",
        first: 34, at_closing: TurnAway)),
    simulation: (order: LongestInside, promise: "15 min", seed: 7),
    steps: [(id: 34, name: "Serve", priority: High, batch_wait: "10 min",
        wait: (acceptable: "5 min", patience: "exp 20 min"))],
)])"#;

#[test]
fn a_day_is_read_as_it_is_written() {
    let opened = decode(TEXT).unwrap();
    let said: Vec<_> = opened
        .ignored_hours
        .iter()
        .map(|it| (it.path.as_str(), it.position.unwrap().line))
        .collect();
    assert_eq!(said, [("scenarios[0].demand.opening_hours", 6)]);
    assert!(opened.is_complete(), "nothing is lost by saving");
    let blueprint = opened.blueprint;
    let scenario = blueprint.baseline();
    let day = scenario.demand().day.as_deref().unwrap();
    assert_eq!((day.length(), day.intervals()), (540, 9));
    assert_eq!(day.rate(4, None).to_bits(), 70.0_f64.to_bits());
    assert_eq!((day.planned(1), day.at_closing), (3, AtClosing::TurnAway));
    assert_eq!(scenario.demand().opening_hours.unwrap().get().to_bits(), 9.0_f64.to_bits());
    let role = scenario.roles().values().next().unwrap();
    assert_eq!(role.shifts.len(), 2);
    assert_eq!(role.shifts[1].to.to_string(), "17:00");
    let rules = scenario.simulation_rules();
    assert_eq!((rules.order, rules.seed), (Order::LongestInside, 7));
    let (first, step) = scenario.steps().iter().next().unwrap();
    assert_eq!(day.first, Some(*first));
    assert_eq!(step.priority, Some(Priority::High));
    let wait = step.wait.as_ref().unwrap();
    assert_eq!(wait.patience.as_ref().unwrap().to_string(), "exp 20 min");
    let text = encode(&blueprint);
    assert!(!text.contains("opening_hours"), "they are those of the day");
    assert!(text.contains(r#"day: (open: "08:00", close: "17:00", per_hour: [36,"#), "{text}");
    assert_eq!(encode(&decode(&text).unwrap().blueprint), text);
}

#[test]
fn what_is_wrong_with_a_day_is_named_with_its_place() {
    let check = |from: &str, to: &str, field: &str, expect: &str| {
        assert!(TEXT.contains(from), "{from}");
        let error = decode(&TEXT.replacen(from, to, 1)).unwrap_err();
        assert_eq!((error.field(), error.problem.to_string().as_str()), (Some(field), expect));
        assert!(error.position.is_some(), "{expect}");
    };
    check(r#"open: "08:00""#, r#"open: "25:00""#, "open", "25:00: not a time of day");
    check(r#"open: "08:00", "#, "", "open", "open is missing");
    check("36, 50, ", "36, ", "per_hour", "8: 9 intervals but 8 rates");
    check("[36, 50", "[-36, 50", "per_hour", "-36: below zero");
    check("[36, 50", "[100000000000, 50", "per_hour", "100000000000: too high a rate");
    check("per_hour: 54", "per_hour: 1000001", "per_hour", "1000001: too high a rate");
    check(
        r#"("09:00", 2)"#,
        r#"("09:00", 1001)"#,
        "appointments",
        "1001: too many customers at one time",
    );
    check(
        r#"every: "1 h""#,
        r#"every: "2 min""#,
        "every",
        "2 min: not an interval from 5 min to 4 h",
    );
    check(
        r#"every: "1 h""#,
        r#"every: "90 s""#,
        "every",
        "90 s: not an interval from 5 min to 4 h",
    );
    check(r#"("09:00", 2)"#, r#"("9.5", 2)"#, "appointments", "9.5: not a time of day");
    check(r#"("09:00", 2)"#, r#"("09:00", 0)"#, "appointments", "0: not a whole number from 1 up");
    check(r#"at: "12:00""#, r#"at: "15:45""#, "breaks", "30 min: a break outside its shift");
    check(r#"lasts: "30 min""#, r#"lasts: "0 min""#, "breaks", "0 min: a break outside its shift");
    check("count: 2, b", "count: 0, b", "count", "0: not a whole number from 1 up");
    check(
        "first: 34",
        "first: 35",
        "demand",
        "the demand names the step 35, which is not in the file",
    );
    check("seed: 7", "seed: -7", "seed", "-7: not a whole number from 0 to 4294967295");
    check(
        "seed: 7",
        "seed: 4294967296",
        "seed",
        "4294967296: not a whole number from 0 to 4294967295",
    );
    check(r#""exp 20 min""#, r#""soon""#, "patience", "soon: unknown form of time");
}
