//! How long the redesign advisor takes: `cargo bench --bench redesign`.

#![allow(missing_docs, clippy::expect_used, reason = "a benchmark that cannot go on should stop")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use onstage::blueprint::{RedesignRules, Scenario};
use onstage::redesign::{Question, frontier};

#[path = "../figures/draw.rs"]
mod draw;

/// A line of steps, each with a role of its own.
fn line(steps: u32) -> Scenario {
    let mut text = String::new();
    for at in 0..steps {
        let _ = writeln!(text, "S{at}: {} s, by R{at}", 11 + at * 37 % 53);
    }
    draw::draw(&text)
}

fn redesign(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("redesign");
    group.sample_size(10);
    for (name, free_order) in [("in order", false), ("in any order", true)] {
        for steps in [6, 10, 16] {
            let scenario = line(steps);
            let rules = RedesignRules { free_order, ..RedesignRules::default() };
            let staff = u64::from(steps);
            let question = Question::Staff(staff..=staff);
            group.bench_with_input(BenchmarkId::new(name, steps), &steps, |bencher, _| {
                bencher.iter(|| {
                    let found =
                        frontier(black_box(&scenario), &rules, &question, &|| false, &mut |_| {});
                    found.expect("a frontier").points.len()
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, redesign);
criterion_main!(benches);
