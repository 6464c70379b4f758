//! The simulation itself, against answers that are known.

use crate::draw::draw;
use crate::engine::{Run, Source};
use crate::model::Model;
use crate::tally::{Estimate, Tally};

const CUSTOMERS: u64 = 300_000;

fn steady(text: &str, read: impl Fn(&Tally) -> Option<Estimate>) -> Estimate {
    let model = Model::of(&draw(text));
    let mut run = Run::new(&model, Source::Demand, 1);
    run.until(CUSTOMERS).and_then(read).expect("a steady line")
}

fn waits(text: &str, moment: usize, expect: f64) {
    check(steady(text, |tally| tally.wait_s(&[moment])), expect, text);
}

fn inside(text: &str, expect: f64) {
    check(steady(text, |tally| Some(tally.inside_s())), expect, text);
}

fn check(seen: Estimate, expect: f64, text: &str) {
    let off = (seen.mean - expect).abs();
    assert!(off <= seen.wide() + 1e-4 * expect, "{seen:?}, not {expect}:\n{text}");
    assert!(seen.half_width <= 0.1 * expect, "{seen:?} is too wide:\n{text}");
}

#[test]
fn single_queues_wait_as_long_as_theory_says() {
    waits("demand 48/h\nServe: exp 60 s, by A, next end", 0, 240.0);
    waits("demand 48/h\nServe: 60 s, by A, next end", 0, 120.0);
    waits("demand 48/h\nServe: 60 s, scv 2, by A, next end", 0, 360.0);
    waits("demand 48/h\nServe: 60 s, scv 0.5, by A, next end", 0, 180.0);
    // Erlang C, Crommelin, Takács (mean service 1).
    waits("role A x2\ndemand 5760/h\nServe: exp 1 s, by A, next end", 0, 1.777_777_8);
    waits("role A x2\ndemand 5760/h\nServe: 1 s, by A, next end", 0, 0.903_283_88);
    waits("role A x2\ndemand 5760/h gap 0\nServe: exp 1 s, by A, next end", 0, 0.711_114_83);
    waits("role A x1\ndemand 1800/h gap 0\nServe: exp 1 s, by A, next end", 0, 0.255_000_97);
}

#[test]
fn networks_wait_as_long_as_theory_says() {
    // Jackson, with rework through another desk.
    let text = "demand 20/h\nA: exp 60 s, by X\nB: decision, exp 90 s, by Y, next A 20 %; end";
    waits(text, 0, 60.0 * (25.0 / 60.0) / (1.0 - 25.0 / 60.0));
    waits(text, 1, 90.0 * 0.625 / 0.375);
    // Passes in a row are one service (Takács 1963).
    inside("demand 21.6/h\nDo: 60 s, by A\nRight: decision, next Do 60 %; end", 1_230.0);
    // Whoever decides first lets a part of the customers in.
    let first =
        "demand 21.6/h\nRight: decision, next Do 60 %; end 40 %\nDo: 60 s, by A, next Right";
    inside(first, 174.521_739);
    // A line of fixed times waits at its slowest only (Friedman 1965).
    let line = "demand 36/h\nA: 60 s, by X\nB: 30 s, by Y\nC: 75 s, by Z";
    inside(line, 165.0 + 75.0 * 0.75 / (2.0 * 0.25));
    // Two queues side by side (Flatto & Hahn 1984).
    let fork = "demand 48/h\nA: customer, 0 s, next B; C\nB: exp 60 s, by X, next D\n\
                C: exp 60 s, by Y, next D\nD: customer, 0 s";
    inside(fork, (12.0 - 0.8) / 8.0 * 300.0);
}

#[test]
fn services_without_a_formula_wait_as_other_simulations_found() {
    inside("demand 54/h\nGreet: 30 s, by C\nPay: 30 s, by C", 423.1);
}

fn attained(text: &str, expect: f64) {
    let model = Model::of(&draw(text));
    let mut run = Run::new(&model, Source::Full(400), 1);
    let rate = run.until(20_000).map(Tally::per_hour).expect("it goes on");
    assert!((rate.mean / expect - 1.0).abs() < 0.015, "{rate:?}, not {expect}:\n{text}");
}

#[test]
fn capacities_are_those_that_can_be_attained() {
    attained("A: exp 60 s, by X\nB: exp 60 s, by Y, with A", 40.0);
    attained("A: 10 s, by X\nB: 50 s, by Y, with A\nC: 50 s, by X\nD: 10 s, by Y, with C", 36.0);
    attained("role A x1 at 50\nrole B x1 at 50\nS: 60 s, by A + B, next end", 30.0);
    attained("A: 1200 s, by X + Y\nB: 1200 s, by Y + Z\nC: 1200 s, by X + Z", 1.0);
    attained("role N x3\nA: 60 s, by 2 N, next end", 60.0);
    // Work that customers set off counts too.
    attained("A: 30 s, by X, trigger B\nB: 60 s, support, by Y", 60.0);
}

#[test]
fn branches_that_share_people_take_turns() {
    let text = "S: customer, 0 s, next B; C\nB: 60 s, by N, next D\nC: 60 s, by N, next D\n\
                D: customer, 0 s";
    let model = Model::of(&draw(text));
    let mut run = Run::new(&model, Source::OneByOne, 1);
    let time = run.until(1_000).map(Tally::inside_s).expect("it ends");
    assert!((time.mean - 120.0).abs() < 1e-6, "{time:?}");
    inside(&format!("demand 20/h\n{text}"), 120.0 + 240.0 - 120.0);
}
