//! How long a shift cover takes: `cargo bench --bench planning`.

#![allow(missing_docs, clippy::expect_used, reason = "a benchmark that cannot go on should stop")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use onstage::planning::{Rest, RotaTask, Shape, rota};

/// A day of two peaks in so many slots of some minutes, with shifts of 4, 6 and 8 hours; one of 24 hours goes
/// round.
fn day(slots: u32, minutes: u32, slack: u32) -> RotaTask {
    let hour = |slot: u32| slot * 24 / slots;
    let need = |slot: u32| 2 + (hour(slot) * 7 + slot % 3 + 20 * u32::from(slot % 16 > 7)) % 11;
    let rest = |middle: u32| {
        let (from_min, to_min) = (middle - slack, middle + slack);
        Some(Rest { lasts_min: 30, paid: false, from_min, to_min })
    };
    RotaTask {
        opens_min: 0,
        closes_min: slots * minutes,
        every_min: minutes,
        need: (0..slots).map(need).collect(),
        shapes: vec![
            Shape { length_min: 240, rest: None },
            Shape { length_min: 360, rest: rest(180) },
            Shape { length_min: 480, rest: rest(240) },
        ],
        start_every_min: minutes,
    }
}

fn planning(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("planning");
    group.sample_size(10);
    for (slots, minutes, slack) in [(18, 30, 30), (48, 30, 30), (96, 15, 45)] {
        let task = day(slots, minutes, slack);
        group.bench_with_input(BenchmarkId::new("cover", slots), &slots, |bencher, _| {
            bencher.iter(|| rota(black_box(&task), &|| false).expect("a rota").paid_min);
        });
    }
    group.finish();
}

criterion_group!(benches, planning);
criterion_main!(benches);
