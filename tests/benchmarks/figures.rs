//! How long a whole recomputation takes: reading the flow and every figure. The goal is under a
//! millisecond at 200 steps and under 16 ms at 5,000, so that figures move while a card is dragged; likewise of what is
//! known of the quality at 5,000 steps and 500 items.

#[path = "../figures/draw.rs"]
mod draw;

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use onstage::analysis::analyse;
use onstage::blueprint::{
    Blueprint, Id, IdSource, Item, ItemId, Judgements, Quality, QualityDimension, Readings,
    Scenario,
};
use onstage::quality::{Question, assess};

/// A long service: customer and clerk meet, decisions branch and lead back, forks join, support
/// is triggered; ten steps a round, roles shared by many rounds.
fn service(steps: usize) -> Scenario {
    let mut text = String::from("demand 0.01/h price 20\n");
    for role in 0..20 {
        let _ = writeln!(text, "role R{role} x{} $12", 1 + role % 3);
    }
    let rounds = steps / 10;
    for round in 0..rounds {
        let next = if round + 1 < rounds { format!("A{}", round + 1) } else { "end".to_owned() };
        let (one, two) = (round % 20, (round * 7 + 3) % 20);
        let _ = writeln!(
            text,
            "A{round}: customer, 30 s, next B{round}
             F{round}: by R{one}, with A{round}
             B{round}: decision, by R{two}, exp 45 s, next C{round} 60 %; A{round} 10 %; D{round}
             C{round}: 2 min, scv 0.5, by R{one}, next E{round}
             D{round}: 1 min, backstage, by R{two} | R{one}, next E{round}
             E{round}: 20 s, by R{one}, trigger I{round}, next G{round}; H{round}
             G{round}: 3 min, backstage, by R{two}, next J{round}
             H{round}: 1 min, support, places 2, next J{round}
             J{round}: customer, 10 s, next {next}
             I{round}: 40 s, support, by R{two}",
        );
    }
    draw::draw(&text)
}

/// A line of steps, each of which any of three of 30 roles can do, so that all of them are linked.
fn interchangeable(steps: usize) -> Scenario {
    let mut text = String::from("demand 0.01/h\n");
    for role in 0..30 {
        let _ = writeln!(text, "role R{role} x{}", 1 + role % 3);
    }
    for step in 0..steps {
        let next = if step + 1 < steps { format!("S{}", step + 1) } else { "end".to_owned() };
        let (one, two, three) = (step % 30, (step * 7 + 3) % 30, (step * 11 + 8) % 30);
        let seconds = 20 + step * 37 % 90;
        let _ = writeln!(text, "S{step}: {seconds} s, by R{one} | R{two} | R{three}, next {next}");
    }
    draw::draw(&text)
}

fn recomputation(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("recomputation");
    for steps in [20, 200, 5_000] {
        let drawn = service(steps);
        assert!(analyse(&drawn).capacity_per_hour.value.is_some(), "the service is sound");
        group.bench_with_input(BenchmarkId::from_parameter(steps), &drawn, |bencher, drawn| {
            bencher.iter(|| analyse(black_box(drawn)));
        });
    }
    let drawn = interchangeable(200);
    assert!(analyse(&drawn).capacity_per_hour.value.is_some(), "the service is sound");
    group.bench_with_input("200 by 30 alike", &drawn, |bencher, drawn| {
        bencher.iter(|| analyse(black_box(drawn)));
    });
    group.finish();
}

/// Everything about the quality of a long service of which customers judge 500 sentences.
fn assessment(criterion: &mut Criterion) {
    let scenario = service(5_000);
    let steps: Vec<_> = scenario.steps().keys().copied().collect();
    let item = |at: u32| {
        let of = usize::try_from(at).unwrap_or_default();
        let part = f64::from(at % 10) / 10.0;
        let readings = Readings {
            least: Some(4.0),
            should: Some(6.0 + part),
            believed: Some(6.0),
            standard: Some(5.5),
            delivered: Some(5.0 + part),
            promised: Some(6.0),
            perceived: Some(4.5 + part),
            ..Readings::default()
        };
        let dimension = QualityDimension::ALL.get(of % 5).copied();
        let steps = steps.get(of * 10 % steps.len()).copied().into_iter().collect();
        (
            ItemId::from_number(1_000_000 + at),
            Item { text: format!("Item {at}"), dimension, steps, readings, ..Item::default() },
        )
    };
    let quality = Quality { items: (0..500).map(item).collect(), ..Quality::default() };
    let ids = IdSource::starting_at(2_000_000);
    let mut blueprint = Blueprint::assemble(String::new(), String::new(), vec![scenario], ids);
    blueprint.set_judgements(Judgements { quality, ..Judgements::default() });
    let analysis = analyse(blueprint.baseline());
    let found = assess(&blueprint, blueprint.baseline(), &analysis, &Question::default());
    assert_eq!(found.items.len(), 500, "every item is judged");
    criterion.bench_function("assessment/5000 steps, 500 items", |bencher| {
        bencher.iter(|| {
            let blueprint = black_box(&blueprint);
            assess(blueprint, blueprint.baseline(), &analysis, &Question::default())
        });
    });
}

criterion_group!(benches, recomputation, assessment);
criterion_main!(benches);
