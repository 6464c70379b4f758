//! Waits of customers who come to the same people again, in lines of fixed times, and where copies of
//! one customer meet.

use onstage::analysis::{
    Analysis, Basis, Derivation, Figure, FigureKey, Lack, QueueFormula, analyse, explain,
};
use proptest::prelude::*;

use crate::draw::{draw, step};

fn check(figure: &Figure, expect: f64, tolerance: f64) {
    let value = figure.value.unwrap_or_else(|| panic!("lacks {:?}", figure.lacks));
    assert!((value - expect).abs() <= tolerance * expect, "{value}, not {expect}");
}

fn waits(analysis: &Analysis) -> Vec<f64> {
    let waits = analysis.steps.values().map(|step| step.wait_s.value);
    waits.map(|wait| wait.unwrap_or(f64::NAN)).collect()
}

#[test]
fn demand_equal_to_capacity_has_no_steady_wait() {
    // 1 ÷ (1 − 1/3) passes of a minute are 40 an hour, but not to the last bit.
    for (text, full) in [
        ("demand 40/h\nA: decision, 60 s, by X, next A 1/3; end 2/3", true),
        ("demand 40/h\nA: 60 s, by X\nB: decision, next A 1/3; end 2/3", true),
        ("demand 60/h\nA: 20 s, by X\nB: 10 s, by X\nC: 30 s, by X", true),
        ("role X x3\ndemand 54/h\nA: 200 s, by X, next end", true),
        ("demand 59.9/h\nA: 20 s, by X\nB: 10 s, by X\nC: 30 s, by X", false),
    ] {
        let analysis = analyse(&draw(text));
        let lacking = vec![Lack::SpareCapacity; usize::from(full)];
        assert_eq!(analysis.throughput_time_s.lacks, lacking, "{text}");
        for pool in &analysis.pools {
            assert_eq!(pool.wait_s.lacks, lacking, "{text}");
        }
    }
}

#[test]
fn passes_in_a_row_are_one_service() {
    // M/G/1 with a service of 150 s and scv 0.6 (Takács 1963): 1,080 s in all before 150 s.
    let card = "demand 21.6/h\nDo: 60 s, by A\nRight?: decision, next Do 60 %; end 40 %";
    let rows = "demand 21.6/h\nRight?: decision, enter 0 %, next Do 60 %; end 40 %\nDo: 60 s, by A, enter 100 %, next Right?";
    let itself = "demand 21.6/h\nDo: decision, 60 s, by A, next Do 60 %; end 40 %";
    // Whether it is right is decided twice, and half of what is wrong is done again at once.
    let cards = "demand 21.6/h
         Do: 60 s, by A
         Right?: decision, next Sure? 50 %; end 50 %
         Sure?: decision, next Redo 80 %; Enough 20 %
         Redo: decision, next Do 100 %
         Enough: decision, next Do 50 %; Out 50 %
         Out: 0 s, customer, next end";
    let mut totals = Vec::new();
    for text in [card, rows, itself] {
        let analysis = analyse(&draw(text));
        check(&analysis.throughput_time_s, 1230.0, 1e-9);
        assert_eq!(analysis.throughput_time_s.basis, Basis::Exact, "{text}");
        totals.push(analysis.throughput_time_s.value.map(f64::to_bits));
    }
    // Rows in another order change nothing, to the last bit.
    assert_eq!(totals[0], totals[1]);
    // 45 % come back: a service of 60 ÷ 0.55 s with an scv of 0.45.
    let analysis = analyse(&draw(cards));
    let mean = 60.0 / 0.55;
    let busy = 21.6 / 3600.0 * mean;
    let wait = busy * mean * 1.45 / (2.0 * (1.0 - busy));
    check(&analysis.throughput_time_s, wait + mean, 1e-9);
    assert_eq!(analysis.throughput_time_s.basis, Basis::Exact);
    let drawn = draw(card);
    let analysis = analyse(&drawn);
    let why = explain(&drawn, &analysis, FigureKey::Wait(step(&drawn, "Do")));
    let Derivation::Queue { queue, .. } = why else { panic!("there is a queue") };
    assert_eq!(queue.formula, QueueFormula::Feedback);
    // Whoever takes time in between, or a queue, lets others pass.
    for between in ["Look: 10 s, customer", "Look: 1 s, by B"] {
        let text = card.replace("Right?", &format!("{between}\nRight?")).replacen(
            "Right?\nRight?",
            "Right?",
            1,
        );
        assert_ne!(analyse(&draw(&text)).throughput_time_s.basis, Basis::Exact);
    }
}

#[test]
fn who_decides_first_lets_a_part_in() {
    // Those who come for the first time are a part of those from outside: M/G/1 for them (Takács
    // 1963), nothing for the others.
    let time = |per_h: f64, mean: f64, scv: f64| {
        let busy = per_h / 3600.0 * mean;
        mean + busy * mean * (1.0 + scv) / (2.0 * (1.0 - busy))
    };
    let exact = |text: &str, expect: f64| {
        let analysis = analyse(&draw(text));
        check(&analysis.throughput_time_s, expect, 1e-9);
        assert_eq!(analysis.throughput_time_s.basis, Basis::Exact, "{text}");
    };
    // 60 % of 21.6 an hour, each with 1 ÷ 0.4 passes: 150 s, scv 0.6.
    let once = 0.6 * time(0.6 * 21.6, 150.0, 0.6);
    exact(
        "demand 21.6/h\nRight?: decision, next Do 60 %; end 40 %\nDo: 60 s, by A, next Right?",
        once,
    );
    exact(
        "demand 21.6/h\nDo: 60 s, by A, enter 0 %, next Right?\nRight?: decision, enter 100 %, next Do 60 %; end 40 %",
        once,
    );
    // Some come without being asked.
    exact(
        "demand 21.6/h\nRight?: decision, enter 50 %, next Do 60 %; end 40 %\nDo: 60 s, by A, enter 50 %, next Right?",
        0.8 * time(0.8 * 21.6, 150.0, 0.6),
    );
    // One more decision before, another behind; 30 % of those who are done are asked again, of whom
    // 60 % come back: a service of 60 ÷ 0.82 s with an scv of 0.18.
    exact(
        "demand 40/h
         New?: decision, next Right? 50 %; end 50 %
         Right?: decision, next Do 60 %; end 40 %
         Do: 60 s, by A, next Done?
         Done?: decision, next Right? 30 %; end 70 %",
        0.3 * time(0.3 * 40.0, 60.0 / 0.82, 0.18),
    );
    // Whoever comes from exponential work comes at random; whoever does from fixed work does not.
    let before = "demand 21.6/h
         Greet: exp 30 s, by G
         Right?: decision, next Do 60 %; end 40 %
         Do: 60 s, by A, next Right?";
    exact(before, time(21.6, 30.0, 1.0) + once);
    let basis = |text: &str| analyse(&draw(text)).throughput_time_s.basis;
    for text in [
        before.replace("exp 30 s", "30 s"),
        before.replace("21.6/h", "21.6/h gap 0"),
        // Who takes time to decide lets others pass, and so does who is waited for.
        before.replace("decision", "decision, 5 s"),
        before.replace("decision", "decision, exp 5 s, by B"),
        // Some come back later, by another way.
        before
            .replace("next Right?", "next Right? 90 %; Look\nLook: 10 s, customer, next Right?")
            .replace("Do: 60 s", "Do: decision, 60 s"),
    ] {
        assert_ne!(basis(&text), Basis::Exact, "{text}");
    }
    // What comes out is no longer Poisson.
    let after = "demand 21.6/h
         Right?: decision, next Do 60 %; Pay 40 %
         Do: 60 s, by A, next Right?
         Pay: exp 30 s, by C, next end";
    let drawn = draw(after);
    let analysis = analyse(&drawn);
    assert_eq!(analysis.steps[&step(&drawn, "Do")].wait_s.basis, Basis::Exact);
    assert_ne!(analysis.steps[&step(&drawn, "Pay")].wait_s.basis, Basis::Exact);
}

#[test]
fn one_role_at_several_steps_keeps_its_work() {
    // Simulated: 423.1 ± 0.3 s.
    let twice = analyse(&draw("demand 54/h\nGreet: 30 s, by Clerk\nPay: 30 s, by Clerk"));
    check(&twice.throughput_time_s, 423.1, 0.048);
    assert_eq!(waits(&twice)[0].to_bits(), waits(&twice)[1].to_bits());
    assert_ne!(twice.throughput_time_s.basis, Basis::Exact);
    // Where all visits are exponential with one mean, product form is exact, and the same.
    let random = analyse(&draw("demand 54/h\nGreet: exp 30 s, by Clerk\nPay: exp 30 s, by Clerk"));
    check(&random.throughput_time_s, 600.0, 1e-9);
    assert_eq!(random.throughput_time_s.basis, Basis::Exact);
}

#[test]
fn units_kept_over_a_row_of_steps_are_one_service() {
    // M/D/1 with two minutes at 24 an hour: one wait of 240 s, then the work.
    let shine = analyse(&draw(
        "demand 24/h
         Brush: 30 s, by keep Shoeshiner
         Polish: 30 s, by keep Shoeshiner
         Buff: 45 s, by keep Shoeshiner
         Collect: 15 s, by Shoeshiner",
    ));
    assert_eq!(shine.steps[0].wait_s.basis, Basis::Exact);
    check(&shine.steps[0].wait_s, 240.0, 1e-9);
    assert_eq!(waits(&shine)[1..], [0.0; 3]);
    check(&shine.throughput_time_s, 360.0, 1e-9);
    assert_eq!(shine.throughput_time_s.basis, Basis::Exact);
    // Without the last need, the unit stays until the customer leaves; the customer's own time counts.
    let room = analyse(&draw(
        "role Room x2
         demand 24/h
         Enter: 30 s, by keep Room
         Look: exp 90 s, customer
         Again: decision, next Look 50 %; end 50 %",
    ));
    // 30 s and a geometric row of exponential times: exponential with a mean of 180 s.
    let (mean, variance) = (210.0, 180.0_f64.powi(2));
    let queue = room.pools[0].queue.unwrap();
    assert!((queue.service_scv - variance / (mean * mean)).abs() < 1e-9);
    assert_eq!((queue.servers, queue.formula), (2, QueueFormula::Kimura));
    // Others' queues inside, or a step that some reach with the unit and some without.
    for text in [
        "demand 6/h\nA: 1 min, by keep X\nB: 1 min, by X + Y\nC: 1 min, by Y",
        "demand 6/h\nA: 1 min, by keep X, enter 50 %, next B\nB: 1 min, by X, enter 50 %, next end",
        "demand 6/h\nA: 1 min, by keep X, next B; C\nB: 1 min, by X, next end\nC: 1 min, customer, next end",
    ] {
        assert_eq!(
            analyse(&draw(text)).steps[0].wait_s.lacks,
            [Lack::MethodForKeptUnits],
            "{text}"
        );
    }
}

#[test]
fn lines_of_fixed_times_wait_as_at_their_slowest_stage() {
    // Friedman 1965: the waits in all are those of M/D/1 at the slowest so far.
    let office = analyse(&draw(
        "demand 54/h
         Review: 15 s, by A\nPay: 30 s, by B\nEye test: 60 s, by C
         Test: 40 s, by D\nPhoto: 20 s, by E\nIssue: 30 s, by F",
    ));
    check(&office.throughput_time_s, 465.0, 1e-9);
    assert_eq!(office.throughput_time_s.basis, Basis::Exact);
    assert_eq!(waits(&office)[3..], [0.0; 3]);
    let desks = analyse(&draw("demand 108/h\nA: 30 s, by X\nB: 30 s, by Y"));
    assert!(waits(&desks)[1].abs() < 1e-12);
    assert!(desks.steps.values().all(|step| step.wait_s.basis == Basis::Exact));
    // Twice as many servers with twice the time let nobody come too soon either.
    let pairs =
        analyse(&draw("role Y x2\ndemand 100/h\nA: 30 s, by X\nB: 60 s, by Y\nC: 30 s, by Z"));
    assert!(waits(&pairs)[1].abs() < 1e-12);
    // A pair of desks may let two go at once.
    assert!(
        waits(&analyse(&draw("role X x2\ndemand 100/h\nA: 60 s, by X\nB: 30 s, by Y")))[1] > 0.0
    );
    // A part of those who are far enough apart are so too; branches of a fork all are.
    let ways = analyse(&draw(
        "demand 100/h
         A: 30 s, by X
         Which: decision, next B 40 %; C 60 %
         B: 25 s, by Y, next end
         C: 45 s, by Z, next D; E
         D: 45 s, by V, next end
         E: 20 s, by W, next end",
    ));
    let of = |name: &str| {
        let at = ["A", "Which", "B", "C", "D", "E"].iter().position(|other| *other == name);
        ways.steps[at.unwrap_or(0)].wait_s.clone()
    };
    for name in ["B", "D", "E"] {
        assert_eq!(of(name), Figure::exact(0.0), "{name}");
    }
    assert_ne!(of("C").basis, Basis::Exact);
    // A time that varies lets some come too soon.
    let varied =
        analyse(&draw("demand 100/h\nA: 30 s, by X\nB: exp 10 s, customer\nC: 30 s, by Y"));
    assert!(waits(&varied)[2] > 0.0);
}

#[test]
fn whoever_stays_longer_than_the_desk_needs_leaves_no_poisson_stream() {
    let basis = |text: &str, name: &str| {
        let drawn = draw(text);
        analyse(&drawn).steps[&step(&drawn, name)].wait_s.basis
    };
    let own = "demand 54/h\nServe: exp 60 s, by Clerk\nSign: exp 60 s, customer, with Serve\nPay: exp 55 s, by Cashier";
    assert_eq!(basis(own, "Serve"), Basis::Exact);
    assert_ne!(basis(own, "Pay"), Basis::Exact);
    // A customer who is there as long as the clerk is another matter, and so is a time afterwards.
    assert_eq!(basis(&own.replace("exp 60 s, customer", "customer"), "Pay"), Basis::Exact);
    let after = own.replace(", with Serve", "");
    assert_eq!(basis(&after, "Pay"), Basis::Exact);
    assert_ne!(basis(&own.replace("exp 60 s, customer", "70 s, customer"), "Pay"), Basis::Exact);
    assert_ne!(basis(&own.replace("by Clerk", "by Clerk, setup 5 s"), "Pay"), Basis::Exact);
    // A full waiting room holds up the desk before it.
    let room =
        "demand 30/h\nA: exp 60 s, by X\nW: customer, wait 5 min, places 1\nB: exp 60 s, by Y";
    for name in ["A", "B"] {
        assert_eq!(basis(room, name), Basis::Unreliable);
        assert_eq!(basis(&room.replace(", places 1", ""), name), Basis::Exact);
    }
}

#[test]
fn copies_of_one_customer_that_meet_make_waits_unreliable() {
    let basis = |text: &str, name: &str| {
        let drawn = draw(text);
        analyse(&drawn).steps[&step(&drawn, name)].wait_s.basis
    };
    // A robot logs every try: 50.28 s, where the streams alone would give 17.9 s.
    let robot = "demand 12/h\nTry: exp 30 s, by A, trigger Log\nRight?: decision, next Try 80 %; end 20 %\nLog: exp 25 s, support, by Robot, next end";
    assert_eq!(basis(robot, "Log"), Basis::Unreliable);
    let both = "demand 20/h\nS: 1 s, customer, next B; C\nB: 60 s, by Nurse, next end\nC: 60 s, by Nurse, next end";
    assert_eq!(basis(both, "B"), Basis::Unreliable);
    let logs = "demand 20/h\nServe: 60 s, by A, trigger Log\nNext: 30 s, by B, next end\nLog: 10 s, support, by A, next end";
    assert_eq!(basis(logs, "Serve"), Basis::Unreliable);
    // Whoever is set off for people of their own comes alone.
    assert_eq!(
        basis(
            &logs.replace("60 s, by A", "exp 60 s, by A").replace("support, by A", "support, by L"),
            "Log"
        ),
        Basis::Exact
    );
}

/// A random network with loops and shared roles: its lines.
fn any_network() -> impl Strategy<Value = Vec<String>> {
    let row = (0_usize..4, 1_u32..90, 0_usize..3, 0_u32..60, 0_usize..8, 0_usize..8);
    prop::collection::vec(row, 3..8).prop_map(|rows| {
        let count = rows.len();
        let line = |(at, (role, seconds, scv, back, to, on)): (
            usize,
            (usize, u32, usize, u32, usize, usize),
        )| {
            let scv = [0.0, 0.3, 1.0][scv];
            let next = at + 1 + on % (count - at);
            let ahead = if next < count { format!("S{next}") } else { "end".to_owned() };
            let enter = if at == 0 { ", enter 100 %" } else { "" };
            let work = format!("S{at}: {seconds} s, scv {scv}, by R{role}, next C{at}{enter}");
            let card = if back > 0 {
                format!(
                    "C{at}: decision, next S{} {back} %; {ahead} {} %",
                    to % (at + 1),
                    100 - back
                )
            } else {
                format!("C{at}: decision, next {ahead} 100 %")
            };
            [work, card]
        };
        rows.into_iter().enumerate().flat_map(line).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_in_another_order_change_no_wait_by_a_bit((lines, shuffled) in any_network().prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle()))) {
        let head = "demand 3/h\nrole R0 x1\nrole R1 x2\nrole R2 x1\nrole R3 x3\n";
        let of = |lines: &[String]| {
            let drawn = draw(&format!("{head}{}", lines.join("\n")));
            let analysis = analyse(&drawn);
            let mut waits: Vec<(String, Option<u64>)> = analysis.steps.iter().map(|(id, figures)| {
                (drawn.steps()[id].name.clone(), figures.wait_s.value.map(f64::to_bits))
            }).collect();
            waits.sort();
            (waits, analysis.throughput_time_s.value.map(f64::to_bits))
        };
        prop_assert_eq!(of(&lines), of(&shuffled));
    }
}
