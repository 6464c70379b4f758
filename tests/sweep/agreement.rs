//! Two engines that share no line of code say the same of random services, whether a formula knows them or not:
//! the one of this folder, and the one that users are shown.

use onstage::analysis::analyse;
use onstage::process::compile;
use onstage::simulation::Study;

use crate::engine::{Run, Source};
use crate::kinds::{KINDS, Service};
use crate::model::Model;
use crate::tally::Estimate;

/// What differs by chance is looked at again, longer and with other numbers.
const LONGER: [(u64, u32); 2] = [(16_000, 2), (128_000, 5)];
/// Standard errors of a half-width of 99 %, and of one of 95 % over sixteen runs.
const OF_99: f64 = 2.7;
const OF_95: f64 = 2.131_45;
/// By how many standard errors the engines may differ.
const BY_CHANCE: f64 = 3.3;

/// Says where two runs of a service differ by more than chance; nothing where one of them has not settled.
fn differences(service: &Service, seed: u32, customers: u64, rounds: u32) -> Vec<String> {
    let scenario = &service.scenario;
    let (process, analysis) = (compile(scenario), analyse(scenario));
    let study = Study::of(scenario, &process, &analysis, seed);
    let mut study = study.expect("can be simulated");
    for _ in 0..rounds {
        assert!(study.round(&|runs, work| runs.iter_mut().all(work), &|| false));
    }
    let shown = study.figures();
    let model = Model::of(scenario);
    let mut run = Run::new(&model, Source::Demand, u64::from(seed) ^ 5);
    let Some(tally) = run.until(customers).filter(|_| shown.settled) else { return Vec::new() };
    let mut found = Vec::new();
    let mut hold = |what: String, one: Estimate, other: Option<onstage::simulation::Estimate>| {
        let Some(other) = other else { return };
        let errors = (one.half_width / OF_99).hypot(other.half_width / OF_95);
        // Both begin empty, and count in whole ticks.
        let dust = (0.004 * other.mean).max(0.002);
        if (one.mean - other.mean).abs() > BY_CHANCE * errors + dust {
            found.push(format!("   {what}: {one:?} here, {other:?} shown\n"));
        }
    };
    hold("time inside".into(), tally.inside_s(), shown.throughput_time_s);
    for (at, moment) in model.moments.iter().enumerate().filter(|(_, it)| !it.needs.is_empty()) {
        let Some(step) = moment.steps.first() else { continue };
        let place = process.moments.iter().position(|it| it.first_step() == Some(*step));
        let place = place.expect("a moment of this step");
        if let Some(wait) = tally.wait_s(&[at]) {
            hold(format!("wait at {}", model.names[step]), wait, shown.moments[place].wait_s);
        }
    }
    found
}

fn all_agree(cases: u64, longer: [(u64, u32); 2]) {
    let mut broken = Vec::new();
    for kind in KINDS {
        for number in 0..cases {
            let service = kind.service(number);
            // What is set off comes last there, and in turn here.
            if service.text.contains("trigger") && !kind.name.contains("own people") {
                continue;
            }
            let differ = |seed, (customers, rounds): (u64, u32)| {
                differences(&service, seed, customers, rounds)
            };
            if differ(1, longer[0]).is_empty() {
                continue;
            }
            let found = differ(2, longer[1]);
            if !found.is_empty() {
                broken.push(format!(
                    "── {}, {number}\n{}{}",
                    kind.name,
                    service.text,
                    found.concat()
                ));
            }
        }
    }
    broken.sort_by_key(String::len);
    let (count, shown) = (broken.len(), broken.iter().take(4).cloned().collect::<String>());
    assert!(broken.is_empty(), "the engines differ at {count} services, such as\n{shown}");
}

#[test]
fn two_engines_say_the_same_of_a_few_random_services() {
    all_agree(1, LONGER);
}

#[test]
#[ignore = "takes minutes; see the head of this folder's main.rs"]
fn two_engines_say_the_same_of_random_services_of_every_kind() {
    let cases = std::env::var("SWEEP_CASES").ok().and_then(|cases| cases.parse().ok());
    all_agree(cases.unwrap_or(10), [(64_000, 4), (512_000, 7)]);
}
