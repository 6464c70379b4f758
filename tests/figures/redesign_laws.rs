//! Laws of the redesign advisor, over random services.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::num::NonZeroU32;

use onstage::analysis::analyse;
use onstage::blueprint::{Blueprint, IdSource, RedesignRules, Scenario, StepId};
use onstage::redesign::{Frontier, Obstacle, Question, apply, frontier};
use proptest::prelude::*;

use crate::draw::{draw, role, step};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

fn ask(
    scenario: &Scenario,
    rules: &RedesignRules,
    question: &Question,
) -> Result<Frontier, Obstacle> {
    frontier(scenario, rules, question, &|| false, &mut |_| {})
}

/// A part of a service: seconds, role, and what is peculiar about it.
type Part = (u32, usize, u8, u32);

/// Writes a service whose parts begin at `P<n>` and lead to the next.
fn service(parts: &[Part]) -> String {
    let mut text = "role R0 x2 $10\nrole R1 $14.5 at 80\nrole R2 x3 $20\nrole Room room $3\nrole Oven equipment $4\nrole Partner external\n"
        .to_owned();
    for (at, (seconds, role, shape, share)) in parts.iter().enumerate() {
        let next = if at + 1 < parts.len() { format!("P{}", at + 1) } else { "end".to_owned() };
        let by = format!("{seconds} s, by R{role}");
        let share = share % 90;
        let _ = match shape % 15 {
            0..=2 => writeln!(text, "P{at}: {by}, cost 2, next {next}"),
            3 => writeln!(text, "P{at}: customer, next {next}\nC{at}: {by}, with P{at}, fail it"),
            4 => writeln!(text, "P{at}: customer, next {next}\nC{at}: {by} + Oven, with P{at}"),
            5 => writeln!(
                text,
                "P{at}: exp {by}, next D{at}\nD{at}: decision, next P{at} {share} %; {next}"
            ),
            6 => writeln!(
                text,
                "P{at}: decision, next A{at} {share} %; B{at}\nA{at}: {by}, next {next}\nB{at}: 9 s, by R1, next {next}"
            ),
            7 => writeln!(
                text,
                "P{at}: 1 s, by R{role}, next A{at}; B{at}\nA{at}: {by}, next J{at}\nB{at}: 7 s, by R2, next J{at}\nJ{at}: 0 s, next {next}"
            ),
            8 => writeln!(text, "P{at}: {by} | R{}, next {next}", (role + 1) % 3),
            9 => writeln!(
                text,
                "P{at}: {by}, places 2, next {next}, trigger T{at}\nT{at}: 30 s, by R{role}"
            ),
            10 => writeln!(text, "P{at}: {by}, batch 3, setup 10 s, next {next}"),
            11 => writeln!(text, "P{at}: 12 s, customer, next {next}"),
            12 => {
                writeln!(text, "P{at}: {by} + Room, next {next}\nS{at}: 5 s, support, with P{at}")
            }
            13 => writeln!(
                text,
                "P{at}: {by}, batch {}, places {}, setup 3 s, next {next}",
                2 + share % 3,
                1 + share / 3 % 5
            ),
            _ if share < 45 => writeln!(text, "P{at}: {by} + R{}, next {next}", (role + 1) % 3),
            _ => writeln!(text, "P{at}: {by} + Partner, next {next}"),
        };
    }
    text
}

fn parts(most: usize) -> impl Strategy<Value = Vec<Part>> {
    prop::collection::vec((1_u32..90, 0_usize..3, any::<u8>(), any::<u32>()), 1..most)
}

/// The scenario in a file of its own.
fn in_blueprint(scenario: Scenario) -> Blueprint {
    Blueprint::assemble("Test".into(), String::new(), vec![scenario], IdSource::starting_at(10_000))
}

/// Cards of a lane and phase that lie over each other.
fn overlaps(scenario: &Scenario) -> usize {
    let cards: Vec<_> = scenario.steps().values().collect();
    let cards = &cards;
    let over = |at: usize| {
        cards[..at].iter().filter(move |other| {
            other.lane == cards[at].lane
                && other.phase == cards[at].phase
                && other.at.x.abs_diff(cards[at].at.x) < 100
                && other.at.y.abs_diff(cards[at].at.y) < 50
        })
    };
    (0..cards.len()).map(|at| over(at).count()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_design_does_as_a_scenario_what_it_promises(
        parts in parts(7),
        free_order in any::<bool>(),
        fixed_roles in any::<bool>(),
        extra in 0_u64..4,
    ) {
        let scenario = draw(&service(&parts));
        let rules = RedesignRules { free_order, fixed_roles, ..RedesignRules::default() };
        let staff = 6 + extra;
        let Ok(found) = ask(&scenario, &rules, &Question::Staff(staff..=staff)) else { return Ok(()) };
        let point = &found.points[0];
        let id = scenario.id();
        let before = overlaps(&scenario);
        let blueprint = in_blueprint(scenario);
        for design in point.designs.iter().take(5) {
            let mut changed = blueprint.clone();
            let new = apply(&mut changed, id, design, "To-be").unwrap();
            let scenario = changed.scenario(new).unwrap();
            let analysis = analyse(scenario);
            let capacity = analysis.capacity_per_hour.value;
            prop_assert!(
                capacity.is_some_and(|capacity| near(capacity, design.capacity_per_hour)),
                "{capacity:?} {:?} {design:?}\n{}", analysis.capacity_per_hour.lacks, service(&parts)
            );
            let cost = analysis.cost_per_customer.value;
            match (cost, design.cost_per_customer) {
                (Some(a), Some(b)) => prop_assert!(near(a, b), "{a} {b} {design:?}\n{}", service(&parts)),
                (a, b) => prop_assert_eq!(a, b),
            }
            prop_assert!(overlaps(scenario) <= before);
            prop_assert_eq!(
                storage_round_trip(&changed), changed
            );
        }
    }

    #[test]
    fn nothing_beats_what_is_proven(
        seconds in prop::collection::vec(1_u32..60, 2..6),
        rules in any::<[bool; 4]>(),
        picks in any::<[usize; 3]>(),
        workers in 1_u64..9,
        widest in 1_u32..5,
    ) {
        let mut text = String::new();
        for (at, seconds) in seconds.iter().enumerate() {
            let _ = writeln!(text, "S{at}: {seconds} s, by R{at}");
        }
        let scenario = draw(&text);
        let count = seconds.len();
        let pick = |at: usize| picks[at] % count;
        let named = |at: usize| step(&scenario, &format!("S{at}"));
        let rules = RedesignRules {
            free_order: rules[0],
            alone: if rules[1] { vec![named(pick(0))] } else { Vec::new() },
            places: if rules[2] { vec![(named(pick(1)), NonZeroU32::MIN)] } else { Vec::new() },
            together: if rules[3] && pick(1) != pick(2) {
                vec![vec![named(pick(1)), named(pick(2))]]
            } else {
                Vec::new()
            },
            widest_job: NonZeroU32::new(widest),
            ..RedesignRules::default()
        };
        let best = brute_force(&scenario, &rules, &seconds, workers);
        match (ask(&scenario, &rules, &Question::Staff(workers..=workers)), best) {
            (Ok(frontier), Some(best)) => {
                let point = &frontier.points[0];
                prop_assert!(point.proven);
                prop_assert!(near(point.capacity_per_hour, best), "{} {best}", point.capacity_per_hour);
            }
            (Err(Obstacle::NoDesign { .. } | Obstacle::OrderInCircle), None) => {}
            (found, best) => prop_assert!(false, "{found:?} {best:?}"),
        }
    }

    #[test]
    fn no_other_way_to_give_out_the_jobs_moves_fewer_people(
        seconds in prop::collection::vec(1_u32..60, 2..6),
        today in prop::collection::vec(1_u64..3, 5),
        then in prop::collection::vec(0_u64..4, 5),
        free_order in any::<bool>(),
    ) {
        let count = seconds.len();
        let mut text = String::new();
        for (at, seconds) in seconds.iter().enumerate() {
            let _ = writeln!(text, "role R{at} x{}\nS{at}: {seconds} s, by R{at}", today[at]);
        }
        let scenario = draw(&text);
        let roles: Vec<_> = (0..count).map(|at| role(&scenario, &format!("R{at}"))).collect();
        let crew = roles.iter().copied().zip(then.iter().copied()).collect();
        let rules = RedesignRules { free_order, ..RedesignRules::default() };
        let Ok(found) = ask(&scenario, &rules, &Question::Crew(crew)) else { return Ok(()) };
        for design in found.points[0].designs.iter().take(20) {
            let jobs: Vec<(Vec<usize>, u64)> = design
                .jobs
                .iter()
                .map(|job| (job.tasks.clone(), u64::from(job.workers)))
                .collect();
            let chosen: Vec<usize> = design
                .jobs
                .iter()
                .map(|job| roles.iter().position(|role| *role == job.role).unwrap())
                .collect();
            prop_assert_eq!(u64::from(design.changes.moved), moved(&jobs, &chosen, &today));
            // Every way, as a number whose digits are the roles of the jobs.
            let ways = (0..count.pow(u32::try_from(jobs.len()).unwrap())).map(|way| {
                let digit = |at: usize| way / count.pow(u32::try_from(at).unwrap()) % count;
                (0..jobs.len()).map(digit).collect::<Vec<usize>>()
            });
            let enough = |way: &Vec<usize>| (0..count).all(|who| {
                let theirs = jobs.iter().zip(way).filter(|(_, by)| **by == who);
                theirs.map(|((_, workers), _)| workers).sum::<u64>() <= then[who]
            });
            let least = ways.filter(enough).map(|way| moved(&jobs, &way, &today)).min();
            prop_assert_eq!(Some(u64::from(design.changes.moved)), least);
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer(parts in parts(6)) {
        let rules = RedesignRules { free_order: true, ..RedesignRules::default() };
        let question = Question::Staff(5..=8);
        let answer = || ask(&draw(&service(&parts)), &rules, &question);
        prop_assert_eq!(format!("{:?}", answer()), format!("{:?}", answer()));
    }
}

/// All people less those of each role whom a job of it with their own step can take.
fn moved(jobs: &[(Vec<usize>, u64)], by: &[usize], today: &[u64]) -> u64 {
    let all: u64 = jobs.iter().map(|(_, workers)| workers).sum();
    let stay = today.iter().enumerate().map(|(who, heads)| {
        let own =
            jobs.iter().zip(by).filter(|((tasks, _), by)| **by == who && tasks.contains(&who));
        own.map(|((_, workers), _)| workers).sum::<u64>().min(*heads)
    });
    all - stay.sum::<u64>()
}

fn storage_round_trip(blueprint: &Blueprint) -> Blueprint {
    onstage::storage::decode(&onstage::storage::encode(blueprint)).unwrap().blueprint
}

/// The best rate over all groupings and all ways to give them workers.
fn brute_force(
    scenario: &Scenario,
    rules: &RedesignRules,
    seconds: &[u32],
    workers: u64,
) -> Option<f64> {
    let count = seconds.len();
    let at = |id: &StepId| (0..count).find(|at| step(scenario, &format!("S{at}")) == *id).unwrap();
    let has = |job: &[usize], id: &StepId| job.contains(&at(id));
    let mut best: Option<f64> = None;
    // Every grouping as a growth string: the job of each step is at most one above those before.
    let mut jobs_of = vec![0_usize; count];
    loop {
        let jobs: Vec<Vec<usize>> = (0..count)
            .map(|job| (0..count).filter(|at| jobs_of[*at] == job).collect::<Vec<_>>())
            .filter(|job| !job.is_empty())
            .collect();
        let sound = jobs.iter().all(|job| {
            let in_row = job.windows(2).all(|pair| pair[1] == pair[0] + 1);
            (rules.free_order || in_row)
                && job.len() <= rules.widest_job.unwrap().get() as usize
                && rules.alone.iter().all(|id| !has(job, id) || job.len() == 1)
                && rules.together.iter().all(|group| {
                    let inside = group.iter().filter(|id| has(job, id)).count();
                    inside == 0 || inside == group.len()
                })
        });
        if sound && jobs.len() as u64 <= workers {
            let work = |job: &[usize]| job.iter().map(|at| f64::from(seconds[*at])).sum::<f64>();
            let single = |job: &[usize]| rules.places.iter().any(|(id, _)| has(job, id));
            let mut given = vec![1_u64; jobs.len()];
            loop {
                let rate = |at: usize| given[at] as f64 * 3600.0 / work(&jobs[at]);
                let slowest = (0..jobs.len()).min_by(|a, b| rate(*a).total_cmp(&rate(*b))).unwrap();
                best = Some(best.unwrap_or(0.0).max(rate(slowest)));
                if given.iter().sum::<u64>() == workers || single(&jobs[slowest]) {
                    break;
                }
                given[slowest] += 1;
            }
        }
        let next =
            (1..count).rev().find(|at| jobs_of[*at] <= *jobs_of[..*at].iter().max().unwrap());
        let Some(next) = next else { return best };
        jobs_of[next] += 1;
        jobs_of[next + 1..].fill(0);
    }
}

#[test]
fn more_than_sixteen_steps_are_bounded_and_the_search_can_be_cancelled() {
    let mut text = String::new();
    for at in 0..26 {
        let _ = writeln!(text, "S{at}: {} s, by R{at}", 11 + at * 7 % 40);
    }
    let scenario = draw(&text);
    let rules = RedesignRules::default();
    let in_order = ask(&scenario, &rules, &Question::Staff(12..=12)).unwrap();
    assert!(in_order.points[0].proven && in_order.complete);
    let asked = std::cell::Cell::new(0);
    let cancel = || {
        asked.set(asked.get() + 1);
        asked.get() > 40
    };
    let free = RedesignRules { free_order: true, ..RedesignRules::default() };
    let question = Question::Staff(12..=30);
    let cut = frontier(&scenario, &free, &question, &cancel, &mut |_| {}).unwrap();
    assert!(!cut.complete && cut.points.len() < 19);
    for point in &cut.points {
        assert!(point.at_most_per_hour >= point.capacity_per_hour);
        assert!(point.proven || point.at_most_per_hour > point.capacity_per_hour * 0.999);
    }
}
