//! How quick the simulation is: `cargo bench --bench simulation`.
//!
//! Five stations with rework against a bare event loop for the same network (integer time, a binary heap, no
//! features), and against `SimPy` where its events per second are given (`simpy_peer.py`):
//!
//! ```sh
//! SIMPY_EVENTS=$(python3 tests/benchmarks/simpy_peer.py | sed 's/.*: \([0-9]*\) a.*/\1/') \
//!     cargo bench --bench simulation
//! ```
//!
//! Before anything else it prints how far the memory of the process rose for a study of 200 steps and 96
//! intervals, and the ratios, each the best of several turns taken one after the other.

#![allow(missing_docs, clippy::expect_used, reason = "a benchmark that cannot go on should stop")]

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use onstage::background::spread;
use onstage::blueprint::{Day, Demand, Quantity, Scenario, TimeOfDay};
use onstage::process::compile;
use onstage::simulation::long_run::Run;
use onstage::simulation::{DayFigures, DayStudy, Model, Replication};

#[path = "../figures/draw.rs"]
mod draw;

/// Five stations with one server each, 75 % … 83 % busy; a customer in ten goes through all of them again.
const STATIONS: &str = "
    role R1 x1
    role R2 x1
    role R3 x1
    role R4 x1
    role R5 x1
    demand 45/h
    S1: 54 s, scv 1, by R1
    S2: 54 s, scv 1, by R2
    S3: 54 s, scv 1, by R3
    S4: 54 s, scv 1, by R4
    S5: decision, 54 s, scv 1, by R5, next S1 10 %; end 90 %";
/// Rounds of a run: 500 × 2⁶ customers.
const ROUNDS: u32 = 7;
/// Customers of the bare loop.
const CUSTOMERS: u32 = 32_000;
/// Turns of which the best counts.
const TURNS: usize = 7;

/// What is counted of a run: arrivals and ends of services.
fn events(model: &Model) -> u64 {
    let mut replication = Replication::new(model, 1, 0);
    let length = f64::from(CUSTOMERS) / 45.0 * 3600.0 * 1e6;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let _ = replication.run(model, length as u64, &|| false);
    let sums = replication.cut();
    sums.arrivals + sums.moments.iter().map(|moment| moment.started).sum::<u64>()
}

/// The engine with everything that it counts; on so many threads as many runs.
fn engine(model: &Model, threads: u32) -> u64 {
    let mut runs: Vec<Run> = (0..threads).map(|number| Run::new(model, 1, number)).collect();
    let round = |run: &mut Run| (0..ROUNDS).all(|_| run.round(model, &|| false));
    assert!(spread(&mut runs, threads as usize, &round));
    black_box(runs.len() as u64)
}

/// A small generator of random numbers (Marsaglia 2003).
struct Random(u64);

impl Random {
    fn uniform(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 12) as f64 + 0.5) / 4_503_599_627_370_496.0
    }

    fn exponential(&mut self, mean: f64) -> u64 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let ticks = (-mean * self.uniform().ln()) as u64;
        ticks
    }
}

/// The same network with nothing around it: the plainest loop. Answers events and the sum of times inside.
fn bare() -> (u64, u64) {
    const ARRIVAL: u32 = u32::MAX;
    let mut random = Random(88_172_645_463_325_252);
    let mut heap: BinaryHeap<Reverse<(u64, u32, u32)>> = BinaryHeap::new();
    let mut lines: [VecDeque<(u32, u64)>; 5] = Default::default();
    let mut busy = [false; 5];
    let mut came: Vec<u64> = Vec::new();
    let mut free: Vec<u32> = Vec::new();
    let (mut arrived, mut events, mut inside, mut waits) = (0, 0, 0, 0);
    heap.push(Reverse((random.exponential(80e6), ARRIVAL, 0)));
    while let Some(Reverse((now, station, who))) = heap.pop() {
        events += 1;
        let (mut to, mut next) = (0, who);
        if station == ARRIVAL {
            arrived += 1;
            if arrived < CUSTOMERS {
                heap.push(Reverse((now + random.exponential(80e6), ARRIVAL, 0)));
            }
            next = free.pop().unwrap_or_else(|| {
                came.push(0);
                u32::try_from(came.len() - 1).unwrap_or_default()
            });
            came[next as usize] = now;
        } else {
            let at = station as usize;
            if let Some((first, since)) = lines[at].pop_front() {
                waits += now - since;
                heap.push(Reverse((now + random.exponential(54e6), station, first)));
            } else {
                busy[at] = false;
            }
            to = at + 1;
            if to == 5 {
                if random.uniform() >= 0.1 {
                    inside += now - came[who as usize];
                    free.push(who);
                    continue;
                }
                to = 0;
            }
        }
        if busy[to] {
            lines[to].push_back((next, now));
        } else {
            busy[to] = true;
            let station = u32::try_from(to).unwrap_or_default();
            heap.push(Reverse((now + random.exponential(54e6), station, next)));
        }
    }
    (events, black_box(inside + waits))
}

/// The best of several turns, in seconds.
fn best(work: &mut dyn FnMut()) -> f64 {
    let mut turn = || {
        let began = Instant::now();
        work();
        began.elapsed().as_secs_f64()
    };
    (0..TURNS).map(|_| turn()).fold(f64::INFINITY, f64::min)
}

/// The licence office with fixed times: eight hours at 54 an hour.
fn office() -> Scenario {
    let text = include_str!("../../assets/samples/en/driver-licence-office.ron");
    let blueprint = onstage::storage::decode(text).expect("a sample").blueprint;
    let mut scenario = Scenario::clone(blueprint.baseline());
    let day = Day::of_hours(Quantity::from(8));
    let demand = Demand { day: Some(Box::new(day)), ..scenario.demand().clone() };
    scenario.set_demand(demand).expect("a day");
    scenario
}

/// Simulates days on two threads until the mean time is known to so many parts of it; answers how many.
fn days(scenario: &Scenario, precision: f64) -> u32 {
    let model = Model::of_day(scenario, &compile(scenario)).expect("a day");
    let mut study = DayStudy::new(model, 1);
    loop {
        let days = study.next_round();
        assert!(study.go_to(days, 8, &|parts, work| spread(parts, 2, work), &|| false));
        let _ = black_box(DayFigures::of(&study, scenario, &compile(scenario)));
        if study.is_precise(precision) {
            return study.days();
        }
    }
}

/// A line of 200 steps with 40 roles, open for 16 hours by ten minutes.
fn large() -> Scenario {
    let mut text = String::new();
    for role in 0..40 {
        let _ = writeln!(text, "role R{role} x2");
    }
    text += "demand 30/h\n";
    for step in 0..200 {
        let _ = writeln!(text, "S{step}: 40 s, scv 1, by R{}", step % 40);
    }
    let mut scenario = draw::draw(&text);
    let at = |hour: u32| TimeOfDay::new(hour * 60).expect("an hour");
    let day = Day { every: 10, ..Day::new(at(6), at(22)) };
    let demand = Demand { day: Some(Box::new(day)), ..scenario.demand().clone() };
    scenario.set_demand(demand).expect("a day");
    scenario
}

/// The most memory that the process has had, in MB; on other systems than Linux unknown.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

fn told() {
    let scenario = large();
    let process = compile(&scenario);
    let model = Model::of_day(&scenario, &process).expect("a day");
    let before = peak();
    let mut study = DayStudy::new(model, 1);
    assert!(study.go_to(40, 8, &|parts, work| spread(parts, 2, work), &|| false));
    let figures = DayFigures::of(&study, &scenario, &process);
    if let (Some(before), Some(after)) = (before, peak()) {
        println!(
            "200 steps, {} intervals, 40 days on two threads: {:.1} MB of {after:.1} MB",
            figures.intervals.len(),
            after - before
        );
    }
    let scenario = draw::draw(STATIONS);
    let model = Model::of(&scenario, &compile(&scenario)).expect("can be simulated");
    let per_run = events(&model) as f64;
    let bare_events = bare().0 as f64;
    let bare = bare_events
        / best(&mut || {
            let _ = black_box(bare());
        });
    let one = per_run
        / best(&mut || {
            let _ = black_box(engine(&model, 1));
        });
    let two = 2.0 * per_run
        / best(&mut || {
            let _ = black_box(engine(&model, 2));
        });
    println!(
        "events per second: bare loop {bare:.0}, one thread {one:.0} ({:.2} of it), two {two:.0}",
        one / bare
    );
    let simpy = std::env::var("SIMPY_EVENTS").ok().and_then(|text| text.parse::<f64>().ok());
    if let Some(simpy) = simpy {
        println!(
            "SimPy {simpy:.0}: bare loop {:.0} ×, two threads {:.0} ×",
            bare / simpy,
            two / simpy
        );
    }
    let office = office();
    for precision in [1.0, 0.05, 0.02] {
        let count = days(&office, precision);
        let took = best(&mut || {
            let _ = black_box(days(&office, precision));
        });
        println!("licence office ±{} %: {count} days, {took:.3} s", precision * 100.0);
    }
}

fn stations(criterion: &mut Criterion) {
    told();
    let scenario = draw::draw(STATIONS);
    let model = Model::of(&scenario, &compile(&scenario)).expect("can be simulated");
    let mut group = criterion.benchmark_group("stations");
    group.sample_size(10);
    group.throughput(Throughput::Elements(bare().0));
    group.bench_function("bare", |bencher| bencher.iter(bare));
    for threads in [1, 2] {
        group.throughput(Throughput::Elements(events(&model) * u64::from(threads)));
        group.bench_with_input(
            BenchmarkId::new("engine", threads),
            &threads,
            |bencher, threads| {
                bencher.iter(|| engine(&model, *threads));
            },
        );
    }
    group.finish();
}

fn licence_office(criterion: &mut Criterion) {
    let scenario = office();
    let mut group = criterion.benchmark_group("licence office");
    group.sample_size(10);
    for (name, precision) in [("first figures", 1.0), ("5 per cent", 0.05), ("2 per cent", 0.02)] {
        group.bench_function(name, |bencher| bencher.iter(|| days(&scenario, precision)));
    }
    group.finish();
}

criterion_group!(benches, stations, licence_office);
criterion_main!(benches);
