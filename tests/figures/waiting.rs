//! Waits in whole blueprints, against exact answers, and how far approximations are off.

use onstage::analysis::{
    Analysis, Basis, Derivation, Figure, FigureKey, Lack, QueueFormula, analyse, explain,
};

use crate::draw::{draw, step};

/// One pool of servers with a mean service of 1 s, busy to a share, with so much variation of
/// arrivals and service.
fn station(gap_scv: f64, scv: f64, servers: u32, busy: f64) -> Analysis {
    let per_hour = f64::from(servers) * busy * 3600.0;
    analyse(&draw(&format!(
        "role Clerk x{servers}
         demand {per_hour} gap {gap_scv}
         Serve: 1 s, scv {scv}, by Clerk, next end"
    )))
}

fn wait(analysis: &Analysis) -> &Figure {
    &analysis.steps[0].wait_s
}

fn check(figure: &Figure, expect: f64, tolerance: f64) {
    let value = figure.value.unwrap_or_else(|| panic!("lacks {:?}", figure.lacks));
    assert!((value - expect).abs() <= tolerance * expect, "{value}, not {expect}");
}

fn formula(analysis: &Analysis) -> Option<QueueFormula> {
    analysis.pools[0].queue.map(|queue| queue.formula)
}

#[test]
fn exact_waits_are_exact() {
    // By Takács and Crommelin in another program, mean service 1.
    for (gap_scv, scv, servers, busy, expect, by) in [
        (1.0, 0.0, 2, 0.5, 0.176_741_06, QueueFormula::Crommelin),
        (1.0, 0.0, 2, 0.8, 0.903_283_88, QueueFormula::Crommelin),
        (1.0, 0.0, 3, 0.8, 0.553_900_23, QueueFormula::Crommelin),
        (1.0, 0.0, 5, 0.9, 0.776_695_16, QueueFormula::Crommelin),
        (1.0, 0.0, 10, 0.9, 0.344_582_05, QueueFormula::Crommelin),
        (0.0, 1.0, 1, 0.5, 0.255_000_97, QueueFormula::Takacs),
        (0.0, 1.0, 2, 0.8, 0.711_114_83, QueueFormula::Takacs),
        (0.0, 1.0, 10, 0.9, 0.270_306_31, QueueFormula::Takacs),
        (2.0, 1.0, 2, 0.9, 6.473_638_82, QueueFormula::Takacs),
    ] {
        let analysis = station(gap_scv, scv, servers, busy);
        check(wait(&analysis), expect, 1e-6);
        assert_eq!(wait(&analysis).basis, Basis::Exact);
        assert_eq!(formula(&analysis), Some(by));
    }
}

#[test]
fn only_the_whole_stream_from_outside_is_what_the_demand_describes() {
    let basis = |text: &str| wait(&analyse(&draw(text))).basis;
    let whole = "demand 20/h gap 0\nServe: exp 1 min, by Clerk";
    let alone = format!("{whole}, next end");
    assert_eq!(basis(&alone), Basis::Exact);
    // A part of it, work that comes back, times that are not exponential, absent staff.
    for text in [
        &format!("{whole}, enter 50 %, next end\nOther: exp 1 min, by X, enter 50 %, next end"),
        &format!("{whole}\nCheck: exp 1 s, by X, decision, next Serve 10 %; end"),
        &alone.replace("exp 1 min", "1 min"),
        &format!("role Clerk x1 at 80\n{alone}"),
        &format!("{whole}\nAgain: exp 1 min, by Clerk"),
    ] {
        assert_ne!(basis(text), Basis::Exact, "{text}");
    }
}

#[test]
fn a_call_centre_answers_within_20_seconds_as_erlang_says() {
    for (agents, expect) in [(11, 0.389_614), (12, 0.640_158), (13, 0.795_595), (14, 0.888_350)] {
        let figures = analyse(&draw(&format!(
            "role Agent x{agents}
             demand 200/h
             Call: exp 180 s, by Agent, wait 20 s, next end"
        )));
        let level = &figures.steps[0].within_acceptable;
        check(level, expect, 5e-7 / expect);
        assert_eq!(level.basis, Basis::Exact);
    }
}

#[test]
fn a_card_that_stands_for_the_wait_means_the_one_that_follows() {
    let queue = |next: &str| {
        let drawn = draw(&format!(
            "role Agent x12
             demand 200/h
             Hold: customer, wait 20 s, {next}
             Call: exp 180 s, backstage, by Agent, next end
             Menu: exp 1 s, backstage, by Machine, next end"
        ));
        analyse(&drawn).steps[0].within_acceptable.clone()
    };
    check(&queue("next Call"), 0.640_158, 1e-6);
    // Of several ways on, the worst counts: 12 agents for half the calls have nothing to do.
    let worst = queue("decision, next Call 99 %; Menu 1 %");
    assert!(worst.value.is_some_and(|share| (0.64..0.7).contains(&share)), "{worst:?}");
}

#[test]
fn a_service_level_says_what_it_lacks_and_how_far_it_can_be_trusted() {
    let level = |text: &str| analyse(&draw(text)).steps[0].within_acceptable.clone();
    let desk = "demand 48/h\nServe: 1 min, by Clerk, wait 2 min, next end";
    assert_eq!(level(desk).basis, Basis::Approximate { percent: None });
    assert_eq!(level(&desk.replace("48", "60")).lacks, [Lack::SpareCapacity]);
    assert_eq!(level(&desk.replace(", wait 2 min", "")).lacks, [Lack::Target]);
    assert_eq!(level(&desk.replace("demand 48/h\n", "")).lacks, [Lack::Demand]);
    let nobody = level(&desk.replace("by Clerk", "places unlimited"));
    assert_eq!((nobody.value, nobody.basis), (Some(1.0), Basis::Exact));
}

#[test]
fn a_service_level_can_be_asked_why() {
    let drawn = draw("role A x12\ndemand 200/h\nCall: exp 180 s, by A, wait 20 s, next end");
    let analysis = analyse(&drawn);
    let key = FigureKey::WithinAcceptable(step(&drawn, "Call"));
    let Derivation::ServedWithin { waiting, wait_if_waiting_s, acceptable_s, share, formula } =
        explain(&drawn, &analysis, key)
    else {
        panic!("there is a queue")
    };
    // Of those who wait, the mean is 180 s ÷ (12 − 10).
    assert!((wait_if_waiting_s - 90.0).abs() < 1e-9);
    assert!((1.0 - waiting * (-acceptable_s / wait_if_waiting_s).exp() - share).abs() < 1e-12);
    assert_eq!(formula, QueueFormula::Erlang);
}
