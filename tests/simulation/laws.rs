//! What must hold of every run.

use onstage::process::compile;
use onstage::simulation::long_run::{LongRun, RUNS, Run};
use onstage::simulation::{Model, Order, Replication};

use crate::draw::draw;
use crate::running::{model, runs};

/// Forks, joins, rework, alternatives, kept units, batches, triggers, absence.
const MANY: &str = "role Clerk x2 at 90
    role Nurse x2
    role Doctor x1
    role Room x2
    demand 5/h gap 2
    Register: 2 min, scv 0.5, by Clerk, next Triage
    Triage: decision, 3 min, scv 1, by Nurse | Doctor, next Examine 70 %; Lab 30 %, trigger File
    Examine: 9 min, scv 1, by keep Room + Doctor, next Rest; Write
    Rest: 5 min, by Room, next Leave
    Write: 2 min, by Nurse | Clerk, next Leave
    Lab: 6 min, batch 2, setup 1 min, by Nurse, next Triage
    Leave: decision, 1 min, by Clerk, next Register 5 %; end 95 %
    File: backstage, 4 min, scv 1, by Clerk";

#[test]
fn customers_and_time_are_neither_made_nor_lost() {
    let scenario = draw(MANY);
    let model = model(&scenario).expect("can be simulated");
    for number in 0..4 {
        let mut replication = Replication::new(&model, 5, number);
        let mut all = replication.cut();
        // Until nobody is inside, so that each time inside has come to its end.
        for minute in 0..20_000 {
            replication.run(&model, 60_000_000, &|| false);
            all.add(&replication.cut());
            if minute > 5_000 && replication.inside() == 0 {
                break;
            }
        }
        assert_eq!(replication.inside(), 0, "it empties now and then");
        assert!(all.served > 300, "{}", all.served);
        assert_eq!(all.arrivals, all.served + all.unserved);
        assert_eq!(all.unserved, 0);
        assert_eq!(all.inside, all.throughput, "the area is the sum of the times inside");
        assert!(all.idle <= all.throughput);
        for pool in &all.pools {
            assert!(pool.busy <= pool.duty);
        }
    }
}

#[test]
fn threads_and_looks_in_between_change_nothing() {
    let scenario = draw(MANY);
    let model = model(&scenario).expect("can be simulated");
    let alone = LongRun::of(&model, &runs(&model, 9, 2), 0.0);
    for threads in [2, 3, 4] {
        let numbers: Vec<u32> = (0..RUNS).collect();
        let parts = numbers.chunks(numbers.len().div_ceil(threads));
        let runs: Vec<Run> = std::thread::scope(|scope| {
            let handles: Vec<_> = parts
                .map(|part| {
                    let model = &model;
                    scope.spawn(move || {
                        let run = |number: &u32| {
                            let mut run = Run::new(model, 9, *number);
                            (0..2).for_each(|_| assert!(run.round(model, &|| false)));
                            run
                        };
                        part.iter().map(run).collect::<Vec<_>>()
                    })
                })
                .collect();
            handles.into_iter().flat_map(|handle| handle.join().expect("no panic")).collect()
        });
        assert_eq!(LongRun::of(&model, &runs, 0.0), alone, "{threads} threads");
    }
    // A clone goes on as what it is of.
    let mut one = Replication::new(&model, 1, 0);
    one.run(&model, 3_600_000_000, &|| false);
    let mut other = one.clone();
    one.run(&model, 7_200_000_000, &|| false);
    for _ in 0..72 {
        other.run(&model, 100_000_000, &|| false);
    }
    let (one, mut other) = (one.cut(), other.cut());
    other.length = one.length;
    assert_eq!(one, other);
}

#[test]
fn names_places_and_cards_apart_change_no_bit() {
    let plain = draw(MANY);
    let renamed = draw(&format!("{}\n    Remark: note", MANY.replace("Register", "Welcome")));
    let [plain, renamed] =
        [plain, renamed].map(|scenario| Model::of(&scenario, &compile(&scenario)).expect("runs"));
    let figures = |model: &Model| {
        let mut found = LongRun::of(model, &runs(model, 2, 2), 0.0);
        found.moments.truncate(8);
        found
    };
    assert_eq!(figures(&plain), figures(&renamed));
}

#[test]
fn intervals_hold_the_true_value_for_most_seeds() {
    let scenario = draw("role Clerk x1\n demand 30/h\n Serve: 60 s, scv 1, by Clerk");
    let model = model(&scenario).expect("can be simulated").in_order(Order::FirstCome);
    let (mut held, mut settled) = (0, 0);
    for seed in 0..200 {
        let found = LongRun::of(&model, &runs(&model, seed, 2), 0.0);
        if found.settled {
            let time = found.throughput_time_s.expect("customers");
            settled += 1;
            held += u32::from((time.mean - 120.0).abs() <= time.half_width);
        }
    }
    assert!(settled > 166, "{settled} of 200");
    let share = f64::from(held) / f64::from(settled);
    assert!((0.9..=0.985).contains(&share), "{held} of {settled}");
}
