//! How long planning sheets take: `cargo bench --bench sheets`.
//!
//! On two cores of 2026, optimised, the best of nine runs in milliseconds, the plan alone and the whole answer: 20 × 20
//! items 0.2 and 0.2, 20 × 20 ways 0.8 and 1.2, R1 0.03 and 0.2, R2 0.02 and 0.2, R3 0.9 and 49, R4 0.4 and 17, 48 slots
//! 4 and 26; 300 × 100 items 128 and 167, 300 × 100 without a plan 110 and 1,755, 60 × 60 ways 121 and 300. Shifts of least
//! wages and then fewest people for R3, R4, 48 and 96 slots take 1.9, 0.7, 5 and 40, where another solver takes 3.0, 1.5,
//! 6 and 23; a ragged need of 96 slots takes 0.25 s on average and 2 s at worst, there 0.5 and 9.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]

#[path = "../planning/sheets/tables.rs"]
mod tables;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use onstage::blueprint::sheets::{Amounts, Purpose, Sheet};
use onstage::planning::sheet::{plan, solve};
use tables::{
    Draw, R3, R4, cover_sheet, desk, mixed_items, random_items, random_ways, shifts, two_peaks,
    week,
};

fn sheets(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sheets");
    group.sample_size(20);
    let mut draw = Draw(20);
    let items = random_items(&mut draw, 20, 20);
    let transport = random_ways(&mut draw, Purpose::Transport, 20);
    let assignment = random_ways(&mut draw, Purpose::Assignment, 20);
    let whole = |sheet: Sheet| Sheet { amounts: Amounts::Whole, ..sheet };
    let short = |sheet: &Sheet| {
        let mut short = sheet.clone();
        for end in &mut short.from {
            end.amount = 10.into();
        }
        short
    };
    let cases = [
        ("mixed items 20 x 20", mixed_items(&mut draw, 20, 20)),
        ("too little 20 x 20", short(&transport)),
        ("assignment 60 x 60", random_ways(&mut draw, Purpose::Assignment, 60)),
        ("items 20 x 20", items),
        ("transport 20 x 20", transport),
        ("assignment 20 x 20", assignment),
        ("R1", whole(week())),
        ("R2", whole(desk())),
        ("R3", whole(cover_sheet(&R3, &shifts(18)))),
        ("R4", whole(cover_sheet(&R4, &shifts(24)))),
        ("48 slots", whole(cover_sheet(&two_peaks(48), &shifts(48)))),
    ];
    for (name, sheet) in &cases {
        group.bench_function(format!("solve {name}"), |bencher| {
            bencher.iter(|| solve(black_box(sheet)).unwrap());
        });
        group.bench_function(format!("plan {name}"), |bencher| {
            bencher.iter(|| plan(black_box(sheet)).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, sheets);
criterion_main!(benches);
