//! Days whose answers are known exactly: by Kolmogorov's equations, by closed forms, by another event loop.

use std::sync::atomic::{AtomicU32, Ordering};

use onstage::blueprint::{Quantity, Role, Scenario};
use onstage::process::compile;
use onstage::simulation::{
    DayFigures, DaySide, DayStudy, DayTally, DifferenceOf, Estimate, Model, Ratio, Versus,
    day_differences, problems_of_day,
};
use onstage::wording::{Language, Wording};

use crate::draw::{draw, step};

/// So many days of a scenario.
fn days(scenario: &Scenario, count: u32) -> DayTally {
    let model = Model::of_day(scenario, &compile(scenario)).expect("can be simulated");
    let mut study = DayStudy::new(model, 1);
    assert!(study.go_to(count, 1, &|parts, work| parts.iter_mut().all(work), &|| false));
    study.tally().clone()
}

/// Whether a known answer lies within four standard errors, which are known to twelve per cent.
fn holds(what: &str, found: Option<Estimate>, scale: f64, answer: f64) {
    let found = found.unwrap_or_else(|| panic!("{what} is not known")).times(scale);
    let error = found.half_width / 1.962;
    assert!((found.mean - answer).abs() <= 4.0 * error, "{what}: {found:?}, not {answer}");
    assert!(found.half_width <= 0.12 * answer.abs().max(0.1), "{what}: {found:?} is too wide");
}

/// Microseconds as seconds.
const S: f64 = 1e-6;

fn mean(ratio: &Ratio) -> Option<Estimate> {
    ratio.per_replication()
}

/// One clerk, 48 an hour, 60 s, eight hours.
fn clerk(closing: &str) -> Scenario {
    draw(&format!(
        "role Clerk x1
         demand 48/h
         day 08:00-16:00{closing}
         Serve: 60 s, scv 1, by Clerk, wait 5 min"
    ))
}

#[test]
fn a_day_starts_empty_and_closes_with_some_inside() {
    let found = days(&clerk(""), 1200);
    holds("wait", found.moments[0].wait.estimate(), S, 227.505_981);
    holds("within 5 min", found.moments[0].accepted.estimate(), 1.0, 0.721_021);
    holds("busy", found.pools[0].utilisation.estimate(), 1.0, 0.791_668);
    holds("inside at closing", mean(&found.inside_at_closing), 1.0, 3.999_362);
    holds("overtime", mean(&found.overtime), S, 239.961_731);
    assert_eq!(found.unserved.estimate().map(|it| it.mean), Some(0.0));
    let turned_away = days(&clerk("; turn away"), 1200);
    holds("unserved", mean(&turned_away.unserved), 1.0, 3.199_371);
    holds("overtime of who is being served", mean(&turned_away.overtime), S, 47.999_480);
}

#[test]
fn several_clerks_are_one_line() {
    let found = days(
        &draw(
            "role Clerk x3
             demand 54/h
             day 08:00-12:00
             Serve: 180 s, scv 1, by Clerk, wait 5 min",
        ),
        1500,
    );
    holds("wait", found.moments[0].wait.estimate(), S, 323.648_108);
    holds("within 5 min", found.moments[0].accepted.estimate(), 1.0, 0.618_524);
    holds("busy", found.pools[0].utilisation.estimate(), 1.0, 0.862_658);
    holds("inside at closing", mean(&found.inside_at_closing), 1.0, 8.961_984);
    holds("overtime", mean(&found.overtime), S, 681.624_775);
}

/// A lunch peak with shifts and a break.
const PEAK: &str = "role Clerk x1
    shift Clerk 08:00-16:00 x2
    shift Clerk 09:00-17:00 break 14:00 60
    shift Clerk 09:00-17:00
    shift Clerk 11:00-14:00
    demand 1/h
    day 08:00-17:00 20 40 60 80 100 90 60 40 30
    Serve: 3 min, scv 1, by Clerk, wait 5 min";

#[test]
fn a_peak_is_still_felt_when_it_is_over() {
    let found = days(&draw(PEAK), 1500);
    holds("wait", found.moments[0].wait.estimate(), S, 234.9222);
    holds("within 5 min", found.moments[0].accepted.estimate(), 1.0, 0.738_378);
    holds("inside at closing", mean(&found.inside_at_closing), 1.0, 3.321_698);
    holds("overtime", mean(&found.overtime), S, 375.794);
    let waits =
        [48.4514, 14.6851, 69.8184, 83.4956, 254.8472, 358.4025, 643.0352, 187.6133, 196.8926];
    let within = [
        0.953_106, 0.994_374, 0.936_439, 0.919_865, 0.665_028, 0.577_397, 0.362_048, 0.802_116,
        0.768_926,
    ];
    let lines = [
        0.267_143, 0.160_853, 1.127_743, 1.797_325, 6.278_312, 8.372_807, 10.551_506, 3.617_902,
        1.569_482,
    ];
    let busy = [
        0.933_467, 1.957_839, 2.886_810, 3.917_802, 4.595_860, 4.594_250, 2.866_291, 2.614_267,
        1.467_329,
    ];
    let within_errors = |found: Option<Estimate>, scale: f64, answer: f64| {
        let found = found.expect("known").times(scale);
        (found.mean - answer).abs() <= 4.0 * found.half_width / 1.962
    };
    for (hour, interval) in found.intervals.iter().enumerate() {
        assert!(within_errors(interval.wait.estimate(), S, waits[hour]), "wait {hour}");
        assert!(within_errors(interval.accepted.estimate(), 1.0, within[hour]), "share {hour}");
        assert!(within_errors(interval.queues[0].estimate(), 1.0, lines[hour]), "line {hour}");
        assert!(within_errors(interval.busy[0].estimate(), 1.0, busy[hour]), "busy {hour}");
    }
    let duty: Vec<f64> =
        found.intervals.iter().map(|it| it.on_duty[0].estimate().expect("known").mean).collect();
    assert_eq!(duty, [2.0, 4.0, 4.0, 5.0, 5.0, 5.0, 3.0, 4.0, 2.0]);
}

#[test]
fn planned_customers_come_at_their_times() {
    let times: Vec<String> =
        (0..24).map(|at| format!("; at {:02}:{:02}", 8 + at / 6, at % 6 * 10)).collect();
    let text = format!(
        "role Doctor x1\n demand 0/h\n Examine: 9 min, scv 1, by Doctor
 day 08:00-12:00 0 0 0 0{}",
        times.concat()
    );
    let found = days(&draw(&text), 2400);
    holds("wait", found.moments[0].wait.estimate(), S, 796.871_627);
    holds("inside at closing", mean(&found.inside_at_closing), 1.0, 2.274_772);
    holds("overtime", mean(&found.overtime), S, 1_228.377_016);
    let fewer = days(&draw(&format!("{text}; no-show 10 %")), 2000);
    holds("wait with no-shows", fewer.moments[0].wait.estimate(), S, 613.359_556);
    holds("overtime with no-shows", mean(&fewer.overtime), S, 876.592_142);
}

#[test]
fn waits_of_planned_customers_count_from_their_time_on() {
    let found = days(
        &draw(
            "role Doctor x1
             demand 0/h
             day 08:00-12:00 0 0 0 0; at 09:00; at 09:10; spread 5 min
             Examine: 15 min, by Doctor",
        ),
        12_000,
    );
    let both = f64::midpoint(55.455_622, 194.256_141);
    holds("wait", found.moments[0].wait.estimate(), S, both);
}

#[test]
fn unlimited_places_are_as_busy_as_the_rates_were() {
    let found = days(
        &draw(
            "demand 1/h
             day 08:00-11:00 30 30 60
             First: customer, 10 min, scv 1, next Then
             Then: customer, 20 min, scv 1",
        ),
        400,
    );
    // The mean over the third hour: the integral of the curve.
    let lag = |tau: f64| 1.0 - tau * (1.0 - (-1.0 / tau).exp());
    let tau = 1.0 / 6.0;
    let inside_first = 5.0 + 5.0 * lag(tau);
    assert!(inside_first > 9.0);
    let after_two_hours = |minutes: f64| 5.0 * (1.0 - (-minutes / 10.0_f64).exp());
    assert!((after_two_hours(120.0) - 4.999_969).abs() < 1e-6);
    let wip = found.intervals[2].wip.estimate().expect("known");
    assert!(wip.mean > 20.0 && wip.mean < 30.0, "{wip:?}");
}

#[test]
fn an_hour_of_nobody_on_duty_leaves_those_who_need_them_unserved() {
    let found = days(
        &draw(
            "role Clerk x1
             shift Clerk 08:00-10:00
             demand 20/h
             day 08:00-12:00
             Serve: 60 s, scv 1, by Clerk",
        ),
        50,
    );
    let unserved = mean(&found.unserved).expect("known").mean;
    assert!((unserved - 40.0).abs() < 4.0, "{unserved}");
    assert!(mean(&found.overtime).expect("known").mean < 1.0, "they leave at closing");
    // And where they waited is known.
    let at_serve = mean(&found.moments[0].unserved).expect("known").mean;
    assert!((at_serve - unserved).abs() < 1e-9, "{at_serve}");
    assert_eq!(mean(&found.moments[0].stuck).map(|it| it.mean), Some(0.0));
}

/// What is wrong with so many days of a scenario, in English.
fn said(scenario: &Scenario, count: u32) -> Vec<String> {
    let process = compile(scenario);
    let model = Model::of_day(scenario, &process).expect("can be simulated");
    let mut study = DayStudy::new(model, 1);
    assert!(study.go_to(count, 1, &|parts, work| parts.iter_mut().all(work), &|| false));
    let found = DayFigures::of(&study, scenario, &process);
    let words = Wording::new(Language::English);
    problems_of_day(&found).iter().map(|it| words.problem(it, scenario).message).collect()
}

#[test]
fn who_is_left_unserved_is_told_with_who_went_home_when() {
    let drawn = "role Clerk x1
         role Guard x2
         shift Clerk 08:00-10:00
         shift Guard 08:00-12:00
         demand 20/h
         day 08:00-12:00
         Serve: 60 s, scv 1, by Clerk, next Leave
         Leave: 30 s, by Guard";
    let found = said(&draw(drawn), 50);
    let [only] = found.as_slice() else { panic!("{found:?}") };
    let (number, rest) = only.split_once(' ').expect("a number");
    assert!((number.parse::<f64>().expect("a number") - 40.0).abs() < 4.0, "{only}");
    let rest_said =
        "customers a day are left unserved at Serve: nobody is on duty as Clerk after 10:00";
    assert_eq!(rest, rest_said);
    assert!(said(&draw(&drawn.replace("08:00-10:00", "08:00-12:00")), 20).is_empty());
    // Who is turned away by a rule is not missed by anybody.
    let closing = drawn
        .replace("08:00-10:00", "08:00-12:00")
        .replace("day 08:00-12:00", "day 08:00-12:00; turn away");
    assert!(said(&draw(&closing), 20).is_empty());
    // One of two who are needed at once is not enough.
    let both = drawn.replace("by Guard", "by 2 Guard").replace(
        "shift Guard 08:00-12:00",
        "shift Guard 08:00-12:00\n         shift Guard 08:00-09:00",
    );
    let found = said(&draw(&both.replace("08:00-10:00", "08:00-12:00")), 20);
    assert!(
        found.len() == 1
            && found[0].ends_with("at Leave: not enough are on duty as Guard at the end"),
        "{found:?}"
    );
}

#[test]
fn customers_who_wait_for_each_other_are_told_with_their_steps() {
    let found = said(
        &draw(
            "role A x1
             role B x1
             demand 20/h
             day 08:00-10:00
             Split: decision, 0 s, next P 50 %; Q 50 %
             P: 3 min, by keep A, next Then B
             Then B: 3 min, by keep B, next end
             Q: 3 min, by keep B, next Then A
             Then A: 3 min, by keep A, next end",
        ),
        50,
    );
    let [only] = found.as_slice() else { panic!("{found:?}") };
    let said = "customers a day are left unserved: at Then B and Then A they waited for each other, each keeping what another waited for";
    assert!(only.ends_with(said), "{only}");
}

#[test]
fn days_are_the_same_on_any_number_of_threads() {
    let scenario = draw(PEAK);
    let model = Model::of_day(&scenario, &compile(&scenario)).expect("can be simulated");
    let found = |parts: u32| {
        let mut study = DayStudy::new(model.clone(), 9);
        for days in [7, 20, 45] {
            let spread = |parts: &mut [_], work: &onstage::simulation::OfPart<'_>| {
                parts.iter_mut().rev().all(work)
            };
            assert!(study.go_to(days, parts, &spread, &|| false));
        }
        study.tally().clone()
    };
    let alone = found(1);
    for parts in [2, 3, 4] {
        assert_eq!(found(parts), alone, "{parts} parts");
    }
}

#[test]
fn short_days_are_cancelled_between_two_of_them() {
    let scenario = draw(
        "role Clerk x1
         demand 2/h
         day 08:00-09:00
         Serve: 60 s, by Clerk",
    );
    let model = Model::of_day(&scenario, &compile(&scenario)).expect("can be simulated");
    let mut study = DayStudy::new(model, 1);
    let asked = AtomicU32::new(0);
    let cancelled = || asked.fetch_add(1, Ordering::Relaxed) >= 5;
    assert!(!study.go_to(5_000, 1, &|parts, work| parts.iter_mut().all(work), &cancelled));
    assert_eq!(study.days(), 0, "what was not finished says nothing");
    assert!(asked.load(Ordering::Relaxed) < 20);
    assert!(study.too_much().is_none());
}

#[test]
fn customers_of_a_day_are_neither_made_nor_lost() {
    let scenario = draw(
        "role Clerk x2 at 90
         role Nurse x2
         role Doctor x1
         shift Nurse 07:00-12:00 x2 break 10:00 30
         demand 20/h gap 2
         day 08:00-12:00 10 40 20 20; at 09:00 x2; at 10:30; early 5 min; spread 8 min; turn away
         Register: 2 min, scv 0.5, by Clerk, next Seats
         Seats: customer, wait 10 min, places 4, next Triage
         Triage: decision, 3 min, scv 1, by Nurse | Doctor, patience exp 6 min, next Examine 70 %; Lab 30 %
         Examine: 9 min, scv 1, by keep Doctor, next Write
         Write: 2 min, by Doctor + Clerk, next Leave
         Lab: 6 min, batch 2, batchwait 5 min, by Nurse, next Leave
         Leave: 1 min, by Clerk, trigger File
         File: backstage, 4 min, scv 1, by Clerk",
    );
    let model = Model::of_day(&scenario, &compile(&scenario)).expect("can be simulated");
    let mut seen = [0_u64; 3];
    for number in 0..60 {
        let mut replication = onstage::simulation::Replication::new(&model, 3, number);
        let record = replication.run_day(&model, &|| false).expect("not cancelled");
        let all = record.all();
        assert_eq!(all.arrivals, all.served + all.gave_up + all.no_room + all.unserved);
        assert_eq!(all.inside, all.times_inside, "the area is the sum of the times inside");
        seen[0] += all.gave_up;
        seen[1] += all.unserved;
        seen[2] += all.moments.iter().filter(|moment| moment.blocked > 0).count() as u64;
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
    let _ = step(&scenario, "Lab");
}

#[test]
fn two_scenarios_on_the_same_days_differ_by_what_each_of_them_has() {
    let before = clerk("");
    let after = draw(
        "role Clerk x1
         demand 48/h
         day 08:00-16:00
         Serve: 50 s, scv 1, by Clerk, wait 5 min",
    );
    let (first, second) = (compile(&before), compile(&after));
    let models = [(&before, &first), (&after, &second)]
        .map(|(scenario, process)| Model::of_day(scenario, process).expect("can be simulated"));
    let sides = [
        DaySide { scenario: &before, model: &models[0], process: &first },
        DaySide { scenario: &after, model: &models[1], process: &second },
    ];
    let found =
        day_differences(sides, 1, 60, 3, &|parts, work| parts.iter_mut().all(work), &|| false);
    assert!(found.len() > 10, "{found:?}");
    for row in &found {
        let by = row.after.mean - row.before.mean;
        assert!((by - row.difference.mean).abs() < 1e-9, "{row:?}");
        assert_eq!(row.days, 60);
    }
    // Each side is what a study of so many days says by itself.
    let alone = days(&before, 60);
    let wait = found.iter().find(|it| it.figure == "wait_s" && it.of != DifferenceOf::Whole);
    let (wait, known) = (wait.expect("a wait"), alone.moments[0].wait.estimate().expect("known"));
    assert!((wait.before.mean - known.mean * S).abs() < 1e-6, "{wait:?} {known:?}");
    assert!((wait.before.half_width - known.half_width * S).abs() < 1e-6, "{wait:?} {known:?}");
}

#[test]
fn what_a_day_costs_is_compared_day_by_day() {
    let paid = |heads: u32| {
        let mut scenario = draw(&format!(
            "role Clerk x{heads}
             demand 48/h
             day 08:00-16:00
             Serve: 60 s, scv 1, by Clerk"
        ));
        let (id, clerk) = scenario.roles().first().expect("a clerk");
        let (id, mut clerk) = (*id, Role::clone(clerk));
        clerk.cost_per_hour = Quantity::new(30.0).ok();
        scenario.set_role(id, clerk).expect("there");
        scenario
    };
    let (before, after) = (paid(1), paid(2));
    let (first, second) = (compile(&before), compile(&after));
    let models = [(&before, &first), (&after, &second)]
        .map(|(scenario, process)| Model::of_day(scenario, process).expect("can be simulated"));
    let sides = [
        DaySide { scenario: &before, model: &models[0], process: &first },
        DaySide { scenario: &after, model: &models[1], process: &second },
    ];
    let found =
        day_differences(sides, 1, 40, 3, &|parts, work| parts.iter_mut().all(work), &|| false);
    let of = |figure: &str| {
        let row = found.iter().find(|it| it.figure == figure && it.of == DifferenceOf::Whole);
        *row.unwrap_or_else(|| panic!("{figure}: {found:?}"))
    };
    // Each side is what its own figures say.
    for (scenario, process, model, side) in
        [(&before, &first, &models[0], 0), (&after, &second, &models[1], 1)]
    {
        let mut study = DayStudy::new(model.clone(), 1);
        assert!(study.go_to(40, 1, &|parts, work| parts.iter_mut().all(work), &|| false));
        let alone = DayFigures::of(&study, scenario, process);
        let [_, p90, p95] = alone.percentiles_s;
        for (figure, known) in [
            ("paid_hours", alone.paid_hours),
            ("overtime_hours", alone.overtime_hours),
            ("labour_cost", alone.labour_cost),
            ("cost_per_customer", alone.cost_per_customer),
            ("output_per_hour", alone.output_per_hour),
            ("wip_max", alone.wip_max),
            ("throughput_p90_s", p90),
            ("throughput_p95_s", p95),
        ] {
            let row = of(figure);
            let seen = if side == 0 { row.before } else { row.after };
            let known = known.unwrap_or_else(|| panic!("{figure}")).mean;
            assert!((seen.mean - known).abs() <= 1e-9 * known.abs().max(1.0), "{figure} {row:?}");
        }
    }
    // Eight hours more at 30 an hour, less what overtime is saved: far better known than either side alone.
    let labour = of("labour_cost");
    assert!(labour.difference.mean > 200.0 && labour.difference.mean < 245.0, "{labour:?}");
    assert_eq!(labour.verdict, Versus::More);
    assert_eq!(of("throughput_p90_s").verdict, Versus::Less);
    assert!(found.iter().all(|it| it.figure != "profit"), "there is no price");
}

#[test]
fn who_comes_before_the_doors_open_is_in_the_first_hour_and_waits_count_from_the_appointment() {
    let scenario = draw(
        "role Clerk x1
         day 08:00-10:00 0 0; at 08:00 x2; at 09:00 x2; early 5 min
         Serve: 10 min, by Clerk",
    );
    let model = Model::of_day(&scenario, &compile(&scenario)).expect("can be simulated");
    let mut study = DayStudy::new(model, 1);
    assert!(study.go_to(3, 1, &|parts, work| parts.iter_mut().all(work), &|| false));
    let found = DayFigures::of(&study, &scenario, &compile(&scenario));
    let of = |at: usize| {
        let interval = &found.intervals[at];
        (interval.arrivals.map(|it| it.mean), interval.wait_s.map(|it| it.mean))
    };
    // Two come at 07:55, two at 08:55: one of these is served at once.
    assert_eq!(of(0), (Some(4.0), Some(300.0)));
    assert_eq!(of(1), (Some(0.0), Some(150.0)));
    assert_eq!(found.arrivals.map(|it| it.mean), Some(4.0));
}
