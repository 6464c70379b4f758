//! Speed of layout, routing, drawing and hit testing at 500 and 5,000 cards, and of tidying and
//! routing whole services of 300 and 5,000 steps with forks, decisions, rework and exits.

// What the benchmarks draw is valid by construction.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../drawing/office.rs"]
#[allow(dead_code, reason = "shared with the tests of drawing")]
mod office;
#[path = "../drawing/processes.rs"]
#[allow(dead_code, reason = "shared with the tests of drawing")]
mod processes;
#[path = "../drawing/tidied.rs"]
#[allow(dead_code, reason = "shared with the tests of drawing")]
mod tidied;

use criterion::{Criterion, criterion_group, criterion_main};
use onstage::analysis::Analysis;
use onstage::drawing::{
    Camera, DisplayList, Look, Point, Rect, Routes, Scene, SheetGeometry, draw, hit, sheet_area,
    tidy,
};

const VIEW: Rect = Rect::new(0.0, 0.0, 1_600.0, 1_000.0);

fn drawing(criterion: &mut Criterion) {
    for (columns, rows, name) in [(25, 20, "500"), (250, 20, "5000")] {
        let mut draft = office::grid(columns, rows);
        let mut group = criterion.benchmark_group(format!("drawing {name}"));
        group.bench_function("geometry", |b| b.iter(|| SheetGeometry::of(&draft.scenario)));
        group.bench_function("tidy up", |b| b.iter(|| tidy(&draft.scenario, None)));
        let geometry = SheetGeometry::of(&draft.scenario);
        group.bench_function("routes anew", |b| b.iter(|| Routes::of(&draft.scenario, &geometry)));
        let routes = Routes::of(&draft.scenario, &geometry);

        let middle = *draft.scenario.steps().get_index(columns * rows / 2).unwrap().0;
        draft.move_by(middle, 7, 5);
        let moved = SheetGeometry::of(&draft.scenario);
        let mut following = routes.clone();
        group.bench_function("routes after one move and back", |b| {
            b.iter(|| {
                following.update(&draft.scenario, &moved);
                following.update(&draft.scenario, &geometry);
            });
        });
        draft.move_by(middle, -7, -5);

        let analysis = Analysis::default();
        let figures = office::figures(&analysis);
        let look = Look::default();
        let near = Camera::new(Point::new(-1_000.0, -700.0), 1.0);
        let half = Camera::new(Point::new(-1_000.0, -400.0), 0.5);
        let fitted = Camera::fit(geometry.contents(), sheet_area(VIEW), 16.0);
        for (zoom, camera) in [("at 100 %", near), ("at 50 %", half), ("fitted", fitted)] {
            let scene = Scene {
                scenario: &draft.scenario,
                geometry: &geometry,
                routes: &routes,
                figures: Some(&figures),
                camera,
                viewport: VIEW,
                labels: &office::English,
                text: &office::NearInter,
                look: &look,
            };
            let mut list = DisplayList::new();
            group.bench_function(format!("draw {zoom}"), |b| b.iter(|| draw(&scene, &mut list)));
            let point = Point::new(700.0, 500.0);
            group.bench_function(format!("hit {zoom}"), |b| b.iter(|| hit(&scene, point, 4.0)));
        }
        group.finish();
    }
}

fn services(criterion: &mut Criterion) {
    for steps in [300, 5_000] {
        let mut group = criterion.benchmark_group(format!("service {steps}"));
        // A round of the largest takes seconds.
        group.sample_size(10);
        let mut draft = processes::service(6, steps);
        group.bench_function("tidy up", |b| b.iter(|| tidy(&draft.scenario, None)));
        draft.scenario = tidied::tidied(&draft.scenario);
        group.bench_function("tidy up what is tidy", |b| b.iter(|| tidy(&draft.scenario, None)));

        let geometry = SheetGeometry::of(&draft.scenario);
        group.bench_function("routes anew", |b| b.iter(|| Routes::of(&draft.scenario, &geometry)));
        let mut routes = Routes::of(&draft.scenario, &geometry);
        let here = draft.scenario.clone();
        let middle = *here.steps().get_index(here.steps().len() / 2).unwrap().0;
        draft.move_by(middle, 7, 5);
        let moved = SheetGeometry::of(&draft.scenario);
        group.bench_function("routes after one move and back", |b| {
            b.iter(|| {
                routes.update(&draft.scenario, &moved);
                routes.update(&here, &geometry);
            });
        });
        group.finish();
    }
}

criterion_group!(benches, drawing, services);
criterion_main!(benches);
