//! Services whose figures are known exactly: closed forms and Markov chains.

use onstage::blueprint::{Demand, Quantity, Scenario, Share, Span, TimeUnit, UrgencyClass};
use onstage::simulation::{LongRun, Order, Study};

use crate::draw::{draw, step};
use crate::running::{holds, long_run};

fn of(text: &str, rounds: u32) -> LongRun {
    long_run(&draw(text), Order::FirstCome, rounds)
}

#[test]
fn one_server_waits_as_pollaczek_and_khinchine_say() {
    for (time, wait) in [("60 s", 120.0), ("60 s, scv 0.5", 180.0), ("60 s, scv 1", 240.0)] {
        let text = format!("role Clerk x1\n demand 48/h\n Serve: {time}, by Clerk");
        let found = of(&text, 6);
        assert!(found.settled, "{time}");
        holds(time, found.wait_s, wait);
        holds(time, found.moments[0].wait_s, wait);
        holds(time, found.throughput_time_s, 60.0 + wait);
        holds(time, found.wip, 48.0 * (60.0 + wait) / 3600.0);
        holds(time, found.utilisation[0], 0.8);
        holds(time, found.output_per_hour, 48.0);
    }
}

#[test]
fn several_servers_wait_as_erlang_says() {
    for (clerks, wait, within) in [(12, 40.445, 0.640_158), (14, 7.836, 0.888_350)] {
        let text = format!(
            "role Agent x{clerks}\n demand 200/h\n Call: 180 s, scv 1, wait 20 s, by Agent"
        );
        let found = of(&text, 7);
        holds("within", found.moments[0].within_acceptable, within);
        if clerks == 12 {
            // Of few long waits nobody knows the mean so well so soon.
            let mean = found.moments[0].wait_s.expect("a wait");
            assert!((mean.mean - wait).abs() < 4.0 * mean.half_width / 2.13, "{mean:?}");
        }
    }
}

#[test]
fn networks_take_as_long_as_jackson_says() {
    // Flows 5, 40 and 170/3 an hour; 41/195 hours in all.
    let found = of(
        "role A x1
         role B x1
         role C x1
         demand 30/h
         One: decision, 6 min, scv 1, by A, enter 5/30, next Two 1/3; Three 1/3; end 1/3
         Two: 72 s, scv 1, by B, enter 10/30, next Three
         Three: decision, 36 s, scv 1, by C, enter 15/30, next Two 50 %; end 50 %",
        5,
    );
    holds("in all", found.throughput_time_s, 41.0 / 195.0 * 3600.0);
    holds("inside", found.wip, 82.0 / 13.0);
}

#[test]
fn branches_that_join_take_as_long_as_known() {
    for (demand, time) in [("30/h", 2.875), ("48/h", 7.0)] {
        let found = of(
            &format!(
                "role A x1
                 role B x1
                 demand {demand}
                 Come: 0 s, places unlimited, next Left; Right
                 Left: 1 min, scv 1, by A, next Go
                 Right: 1 min, scv 1, by B, next Go
                 Go: 0 s, places unlimited"
            ),
            6,
        );
        holds(demand, found.throughput_time_s, time * 60.0);
    }
}

#[test]
fn batches_wait_for_their_companions() {
    let found = of("role Machine x1\n demand 20/h\n Wash: 9 min, scv 1, batch 4, by Machine", 6);
    holds("wait", found.moments[0].wait_s, 1_159.725_138);
    holds("busy", found.utilisation[0], 0.75);
    holds("line", found.moments[0].queue, 6.442_917);
}

#[test]
fn kept_units_stay_until_they_are_used_again() {
    let found = of(
        "role Cook x1
         role Oven x1
         demand 5/h
         Load: 4 min, scv 1, by Cook + keep Oven
         Bake: 6 min, scv 1, by Oven",
        7,
    );
    holds("wait", found.wait_s, 2280.0);
    holds("in all", found.throughput_time_s, 2880.0);
}

#[test]
fn two_of_three_nurses_are_one_server() {
    let found = of("role Nurse x3\n demand 48/h\n Turn: 60 s, scv 1, by 2 Nurse", 6);
    holds("wait", found.wait_s, 240.0);
}

#[test]
fn who_is_away_part_of_the_time_serves_less() {
    let found = of("role Clerk x1 at 75\n demand 30/h\n Serve: 60 s, scv 1, by Clerk", 6);
    holds("wait", found.wait_s, 160.0);
    holds("in all", found.throughput_time_s, 220.0);
}

#[test]
fn teams_that_overlap_gain_by_who_came_first_into_the_service() {
    let text = "role A x1
         role B x1
         role C x1
         demand 0.2/h
         One: 1 h, scv 1, by A + B
         Two: 1 h, scv 1, by B + C
         Three: 1 h, scv 1, by A + C";
    let teams = draw(text);
    let first = long_run(&teams, Order::FirstCome, 6);
    holds("first come", first.throughput_time_s, 7.5 * 3600.0);
    for name in ["One", "Two", "Three"] {
        let at = teams.steps().get_index_of(&step(&teams, name)).expect("a step");
        holds(name, first.moments[at].wait_s, 1.5 * 3600.0);
    }
    let longest = long_run(&teams, Order::LongestInside, 6);
    holds("longest inside", longest.throughput_time_s, 6.0 * 3600.0);
}

/// The capacity that is attained, to two per cent.
fn attained(text: &str) -> onstage::simulation::Estimate {
    let scenario = draw(text);
    let process = onstage::process::compile(&scenario);
    let analysis = onstage::analysis::analyse(&scenario);
    let study = Study::of_capacity(&scenario, &process, &analysis, 1);
    let mut study = study.expect("can be simulated");
    for _ in 0..5 {
        assert!(study.round(&|runs, work| runs.iter_mut().all(work), &|| false));
    }
    study.output().expect("some are served")
}

#[test]
fn what_is_attained_may_be_less_than_the_bound() {
    // By units alone 90.
    let nurses = attained("role Nurse x3\n demand 48/h\n Turn: 60 s, scv 1, by 2 Nurse");
    assert!((nurses.mean - 60.0).abs() < 0.02 * 60.0, "{nurses:?}");
    // By work alone 1/2.
    let teams = attained(
        "role A x1
         role B x1
         role C x1
         demand 0.2/h
         One: 1 h, scv 1, by A + B
         Two: 1 h, scv 1, by B + C
         Three: 1 h, scv 1, by A + C",
    );
    assert!((teams.mean - 1.0 / 3.0).abs() < 0.02 / 3.0, "{teams:?}");
    // And all of it where it is exact.
    let clerk = attained("role Clerk x1\n demand 30/h\n Serve: 60 s, scv 1, by Clerk");
    assert!((clerk.mean - 60.0).abs() < 0.02 * 60.0, "{clerk:?}");
}

/// The figures of the moment of a step.
fn at<'a>(
    found: &'a onstage::simulation::LongRun,
    scenario: &onstage::blueprint::Scenario,
    name: &str,
) -> &'a onstage::simulation::MomentFigures {
    let process = onstage::process::compile(scenario);
    let id = step(scenario, name);
    let moment = process.moments.iter().position(|moment| moment.steps().any(|it| it == id));
    &found.moments[moment.expect("a moment")]
}

#[test]
fn who_has_no_more_patience_leaves() {
    let scenario =
        draw("role Clerk x3\n demand 10/h\n Serve: 20 min, scv 1, by Clerk, patience exp 20 min");
    let found = long_run(&scenario, Order::FirstCome, 6);
    let serve = at(&found, &scenario, "Serve");
    holds("gave up", found.gave_up_per_hour, 2.629_112_36);
    holds("all waits", serve.wait_s, 315.493_484);
    holds("waits of the served", serve.wait_served_s, 273.981_155);
    holds("busy", found.utilisation[0], 0.818_987_515);
}

#[test]
fn who_finds_no_place_to_wait_is_lost() {
    let scenario = draw(
        "role Clerk x2
         demand 10/h
         Seats: customer, wait 5 min, places 3, next Serve
         Serve: 15 min, scv 1, by Clerk",
    );
    let found = long_run(&scenario, Order::FirstCome, 6);
    holds("no room", found.no_room_per_hour, 2.836_525_37);
    holds("wait", at(&found, &scenario, "Serve").wait_s, 746.958_946);
    holds("wait in the seats", at(&found, &scenario, "Seats").wait_s, 746.958_946);
    holds("served", found.output_per_hour, 7.163_474_63);
    holds("busy", found.utilisation[0], 0.895_434_329);
}

#[test]
fn those_with_priority_wait_less() {
    let text = "role Doctor x1
         demand 7/h
         Urgent: 5 min, by Doctor, next end, enter 4/7, priority high
         Usual: 8 min, scv 1, by Doctor, next end, enter 3/7, priority low";
    let scenario = draw(text);
    let found = long_run(&scenario, Order::FirstCome, 6);
    holds("urgent", at(&found, &scenario, "Urgent").wait_s, 363.0);
    holds("usual", at(&found, &scenario, "Usual").wait_s, 1361.25);
    let alike = draw(&text.replace(", priority high", "").replace(", priority low", ""));
    let found = long_run(&alike, Order::FirstCome, 6);
    holds("urgent like others", at(&found, &alike, "Urgent").wait_s, 907.5);
    holds("usual like others", at(&found, &alike, "Usual").wait_s, 907.5);
}

#[test]
fn three_classes_of_priority_wait_as_cobham_says() {
    let text = |servers: u32| {
        format!(
            "role Crew x{servers}
             demand 2/h
             First: 20 min, scv 1, by Crew, next end, enter 10 %, priority high
             Second: 20 min, scv 1, by Crew, next end, enter 30 %
             Third: 20 min, scv 1, by Crew, next end, enter 60 %, priority low"
        )
    };
    for (servers, waits) in [
        (1, [0.238_095_238, 0.324_675_325, 0.909_090_909]),
        (2, [0.028_735_632, 0.033_156_499, 0.048_076_923]),
    ] {
        let scenario = draw(&text(servers));
        let found = long_run(&scenario, Order::FirstCome, 7);
        for (name, wait) in ["First", "Second", "Third"].into_iter().zip(waits) {
            let found = at(&found, &scenario, name).wait_s.expect("known");
            let off = (found.mean - wait * 3600.0).abs();
            assert!(
                off <= 4.0 * found.half_width / 2.131_450,
                "{servers} {name}: {found:?} {wait}"
            );
        }
    }
}

/// One step by some servers, where 0.2, 0.6 and 1.2 customers an hour are of classes that come one before another.
fn by_urgency(servers: u32, demand: f64) -> Scenario {
    let mut scenario =
        draw(&format!("role Crew x{servers}\n demand 2/h\n Repair: 20 min, scv 1, by Crew"));
    let class = |name: &str, percent: Option<f64>, minutes: f64| UrgencyClass {
        name: name.to_owned(),
        share: percent.and_then(|percent| Share::percent(percent).ok()),
        within: Span::new(minutes, TimeUnit::Minute).ok(),
    };
    let urgency = vec![
        class("First", Some(10.0), 15.0),
        class("Second", Some(30.0), 15.0),
        class("Third", None, 60.0),
    ];
    let per_hour = Quantity::new(demand).ok();
    let demand = Demand { urgency, per_hour, ..scenario.demand().clone() };
    scenario.set_demand(demand).expect("sound");
    scenario
}

#[test]
fn classes_of_urgency_wait_as_cobham_says() {
    for (servers, waits) in [
        (1, [0.238_095_238, 0.324_675_325, 0.909_090_909]),
        (2, [0.028_735_632, 0.033_156_499, 0.048_076_923]),
    ] {
        let found = long_run(&by_urgency(servers, 2.0), Order::FirstCome, 7);
        assert_eq!(found.classes.len(), waits.len());
        for ((class, wait), rate) in found.classes.iter().zip(waits).zip([0.2, 0.6, 1.2]) {
            let found = class.wait_s.expect("known");
            let off = (found.mean - wait * 3600.0).abs();
            assert!(off <= 4.0 * found.half_width / 2.131_450, "{servers}: {found:?} {wait}");
            holds("served", class.served, rate);
        }
        // Nothing else is known of one class than of all: the wait of all is that without classes.
        let alike = long_run(
            &draw(&format!("role Crew x{servers}\n demand 2/h\n Repair: 20 min, scv 1, by Crew")),
            Order::FirstCome,
            7,
        );
        let (with, without) = (found.wait_s.expect("known"), alike.wait_s.expect("known"));
        assert!((with.mean - without.mean).abs() <= with.half_width + without.half_width);
    }
}

#[test]
fn within_the_limit_of_a_class_is_who_waits_no_longer() {
    // Of one server the most urgent wait, if at all, for the one who is served, and then for their like:
    // the share that waits at all is the load.
    let found = long_run(&by_urgency(1, 2.0), Order::FirstCome, 7);
    let shares: Vec<f64> =
        found.classes.iter().map(|class| class.within_share.expect("a limit").mean).collect();
    assert!(shares.iter().all(|share| (0.3..1.0).contains(share)), "{shares:?}");
    // P(wait ≤ t) of the first class: between what one service and what two take at least.
    let one = 1.0 - 2.0 / 3.0 * (-15.0_f64 / 20.0).exp();
    assert!(shares[0] < one && shares[0] > one - 0.05, "{shares:?} {one}");
}

#[test]
fn who_finds_no_place_keeps_the_server() {
    let scenario = draw(
        "role Anna x1
         role Ben x1
         demand 30/h
         A: 60 s, scv 1, by Anna, next Seat
         Seat: customer, wait 5 min, places 1, next B
         B: 60 s, scv 1, by Ben",
    );
    let found = long_run(&scenario, Order::FirstCome, 5);
    holds("in all", found.throughput_time_s, 264.624_670);
    holds("wait at A", at(&found, &scenario, "A").wait_s, 105.573_745);
    holds("wait for B", at(&found, &scenario, "B").wait_s, 39.050_925);
    holds("blocked", at(&found, &scenario, "Seat").blocked_s, 10.750_661);
    holds("A held", found.utilisation[0], 0.589_589);
    let most = attained(
        "role Anna x1
         role Ben x1
         demand 30/h
         A: 60 s, scv 1, by Anna, next Seat
         Seat: customer, wait 5 min, places 1, next B
         B: 60 s, scv 1, by Ben",
    );
    assert!((most.mean - 45.0).abs() < 0.02 * 45.0, "{most:?}");
}
