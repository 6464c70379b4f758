//! How fast a large blueprint is written and read: 5,000 steps with as many links, about a
//! megabyte of text.

// A benchmark that cannot build its input should stop.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use onstage::blueprint::{
    Blueprint, Id, Link, LinkId, LinkKind, Need, Parts, PhaseWidth, Place, Role, RoleId, Scenario,
    ScenarioId, ServiceTime, SheetPoint, Step, StepId, StepKind, TimeUnit, Zone,
};
use onstage::blueprint::{IdSource, Lane, LaneId, Phase, PhaseId};
use onstage::storage::{decode, encode};

const STEPS: u32 = 5_000;

/// Customer actions in line, each together with a timed step of one of ten roles.
fn large() -> Blueprint {
    let mut ids = IdSource::default();
    let scenario: ScenarioId = ids.fresh();
    let mut parts = Parts::default();
    parts.lanes.extend(Zone::ALL.map(|zone| -> (LaneId, Lane) { (ids.fresh(), Lane::new(zone)) }));
    let width = PhaseWidth::new(PhaseWidth::MOST).unwrap();
    let phase: PhaseId = ids.fresh();
    parts.phases.push((phase, Phase { width, ..Phase::new("Serve") }));
    for number in 0..10 {
        let id: RoleId = ids.fresh();
        parts.roles.push((id, Role::new(format!("Role {number}"), number)));
    }
    for number in 0..STEPS / 2 {
        let at = |y| SheetPoint::new(i32::try_from(number).unwrap() * 144 + 72, y);
        let place = |zone: usize, y| Place { lane: parts.lanes[zone].0, phase, at: at(y) };
        let customer = Step::new(format!("Customer {number}"), StepKind::Action, place(1, 61));
        let mut staff = Step::new(format!("Staff {number}"), StepKind::Action, place(2, 78));
        staff.time = ServiceTime::fixed(f64::from(number % 90) + 0.5, TimeUnit::Second).ok();
        staff.needs.push(Need::one(parts.roles[number as usize % 10].0));
        staff.procedure.push_str("Greet, ask, do, thank.");
        let (above, below): (StepId, StepId) = (ids.fresh(), ids.fresh());
        let previous = parts.steps.iter().rev().nth(1).map(|(id, _)| *id);
        parts.steps.extend([(above, customer), (below, staff)]);
        let mut link = |from, to, kind| {
            let id: LinkId = ids.fresh();
            parts.links.push((id, Link::between(from, to, kind)));
        };
        link(above, below, LinkKind::Together);
        if let Some(previous) = previous {
            link(previous, above, LinkKind::Flow);
        }
    }
    let scenario =
        Scenario::assemble(scenario, "As-is".to_owned(), parts, &mut IdSource::default()).unwrap();
    assert_eq!(scenario.id().number(), 1);
    Blueprint::assemble("Large".to_owned(), "$".to_owned(), vec![scenario], ids)
}

fn files(criterion: &mut Criterion) {
    let blueprint = large();
    let text = encode(&blueprint);
    assert_eq!(decode(&text).unwrap().blueprint, blueprint);
    criterion.bench_function("write 5,000 steps", |bencher| {
        bencher.iter(|| encode(black_box(&blueprint)));
    });
    criterion.bench_function("read 5,000 steps", |bencher| {
        bencher.iter(|| decode(black_box(&text)));
    });
}

criterion_group!(benches, files);
criterion_main!(benches);
