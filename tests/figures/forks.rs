//! The time through forks: random branches, queues side by side, and what must hold of them.

use std::fmt::Write as _;

use onstage::analysis::{
    Analysis, Basis, BoundReason, Derivation, Figure, FigureKey, ForkMethod, analyse, bound_reason,
    explain,
};
use onstage::blueprint::{Scenario, ServiceTime};
use onstage::process::ProblemCode;
use proptest::prelude::*;

use crate::draw::{draw, with_demand};

fn check(name: &str, figure: &Figure, expect: f64, relative: f64, basis: Basis) {
    let value = figure.value.unwrap_or_else(|| panic!("{name} lacks {:?}", figure.lacks));
    assert!((value / expect - 1.0).abs() <= relative, "{name}: {value}, not {expect}");
    assert_eq!(figure.basis, basis, "{name}");
}

/// Branches of one step each beside each other, all by somebody of their own.
fn side_by_side(times: &[&str]) -> String {
    let heads: Vec<String> = (0..times.len()).map(|at| format!("B{at}")).collect();
    let mut text = format!("Start: 0 s, places unlimited, next {}\n", heads.join("; "));
    for (at, time) in times.iter().enumerate() {
        let _ = writeln!(text, "B{at}: {time}, by R{at}, next Meet");
    }
    text + "Meet: 0 s, places unlimited, next end"
}

/// Exponential steps in a row, the first called `<name>0`, that lead to `next`.
fn row(name: &str, means: &[u32], next: &str) -> String {
    let mut text = String::new();
    for (at, mean) in means.iter().enumerate() {
        let following = format!("{name}{}", at + 1);
        let next = if at + 1 < means.len() { &following } else { next };
        let _ = writeln!(text, "{name}{at}: exp {mean} s, next {next}");
    }
    text
}

fn rush(text: &str) -> Figure {
    analyse(&draw(text)).rush_order_time_s
}

#[test]
fn exponential_branches_take_a_harmonic_sum() {
    // Derived by inclusion and exclusion: 1 + 1/2, 1 + 1/2 + 1/3.
    let exponential = |count: usize| rush(&side_by_side(&vec!["exp 60 s"; count]));
    check("two", &exponential(2), 90.0, 1e-9, Basis::Exact);
    check("three", &exponential(3), 110.0, 1e-9, Basis::Exact);
    // Derived: d + m·e^(−d/m).
    let fixed = rush(&side_by_side(&["90 s", "exp 60 s"]));
    check("beside a fixed one", &fixed, 90.0 + 60.0 * (-1.5_f64).exp(), 1e-9, Basis::Exact);
}

#[test]
fn fixed_steps_around_a_random_one_only_move_it() {
    // Derived: 30 s before and after make it 60 s more; the longest of 60 + X and 60 + Y is 60 more
    // than that of X and Y.
    let moved = rush(
        "Start: 0 s, next A1; B1
         A1: 30 s, next A2
         A2: exp 60 s, next A3
         A3: 30 s, next Meet
         B1: 60 s, next B2
         B2: exp 60 s, next Meet
         Meet: 0 s",
    );
    check("moved", &moved, 150.0, 1e-9, Basis::Exact);
}

#[test]
fn a_decision_in_a_random_branch_mixes_its_ways() {
    // Derived: half the customers wait for two branches of exp 60 s, half for one.
    let mixed = rush(
        "Start: 0 s, next A; Ask
         A: exp 60 s, next Meet
         Ask: decision, next B 50 %; Meet 50 %
         B: exp 60 s, next Meet
         Meet: 0 s",
    );
    check("mixed", &mixed, 75.0, 1e-9, Basis::Exact);
    // Shares that add up but for the tenth digit are as good.
    let dusty = rush(
        "Start: 0 s, next A; Ask
         A: exp 60 s, next Meet
         Ask: decision, next B 33.33333333 %; C 33.33333333 %; Meet 33.33333333 %
         B: exp 60 s, next Meet
         C: exp 60 s, next Meet
         Meet: 0 s",
    );
    check("dusty", &dusty, 80.0, 1e-8, Basis::Exact);
}

#[test]
fn forks_in_forks_are_put_together() {
    // Derived: max(exp, exp + max(exp, exp)) is on the grid; three flat branches are not.
    let nested = rush(
        "Start: 0 s, next A; B
         A: exp 60 s, next Meet
         B: 0 s, next C; D
         C: exp 60 s, next Inner
         D: exp 60 s, next Inner
         Inner: 0 s, next Meet
         Meet: 0 s",
    );
    check("nested", &nested, 110.0, 1e-9, Basis::Exact);
}

#[test]
fn branches_that_meet_before_the_others_go_on_as_one() {
    // Derived: the longest of three exponential times of a minute takes 11/6 of it, whether two of
    // them meet first or not.
    let flat = rush(
        "Start: 0 s, next A; B; C
         A: exp 60 s, next Both
         B: exp 60 s, next Both
         Both: 0 s, next Meet
         C: exp 60 s, next Meet
         Meet: 0 s",
    );
    check("flat", &flat, 110.0, 1e-9, Basis::Exact);
    // Derived: a third each takes 1 + 1, 2 + 1 or 4 minutes, beside 2 minutes: (2 + 3 + 4) ÷ 3.
    let decided = rush(
        "Start: 0 s, next Ask; Beside
         Ask: decision, next A 1/3; B 1/3; C
         A: 1 min, next Both
         B: 2 min, next Both
         Both: 1 min, next Meet
         C: 4 min, next Meet
         Beside: 2 min, scv 0.0000001, next Meet
         Meet: 0 s",
    );
    check("decided", &decided, 180.0, 1e-4, Basis::Exact);
}

#[test]
fn random_steps_in_a_row_come_within_half_a_per_cent() {
    // Two exponential steps make an Erlang law of two stages: ∫ gives 11/4 of a mean for two such
    // branches.
    let row = rush(
        "Start: 0 s, next A1; B1
         A1: exp 60 s, next A2
         A2: exp 60 s, next Meet
         B1: exp 60 s, next B2
         B2: exp 60 s, next Meet
         Meet: 0 s",
    );
    check("rows", &row, 165.0, 5e-3, Basis::within_percent(0.5));
}

#[test]
fn several_random_steps_of_one_moment_end_with_their_longest() {
    let meeting = rush("Talk: exp 60 s, customer, next end\nType: exp 60 s, with Talk");
    check("talk", &meeting, 90.0, 1e-9, Basis::Exact);
    let beside_fixed = rush("Talk: 90 s, customer, next end\nType: exp 60 s, with Talk");
    check("talk beside", &beside_fixed, 90.0 + 60.0 * (-1.5_f64).exp(), 1e-9, Basis::Exact);
}

#[test]
fn rework_in_a_branch_leaves_a_lower_bound() {
    let figure = rush(
        "Start: 0 s, next A; B
         A: exp 60 s, next Good?
         Good?: decision, next A 50 %; Meet
         B: exp 60 s, next Meet
         Meet: 0 s",
    );
    check("rework", &figure, 120.0, 1e-9, Basis::LowerBound);
}

fn queued(branches: usize, busy: f64) -> Analysis {
    let text = side_by_side(&vec!["exp 60 s"; branches]);
    analyse(&with_demand(draw(&text), 60.0 * busy))
}

#[test]
fn two_queues_side_by_side_take_as_long_as_flatto_and_hahn_say() {
    // Flatto & Hahn 1984: (12 − ρ) ÷ 8 of the time through one of them.
    let half = queued(2, 0.5);
    check("at one half", &half.throughput_time_s, 2.875 * 60.0, 1e-9, Basis::Exact);
    check("inside", &half.wip, 2.875 / 2.0, 1e-9, Basis::Exact);
    // The parts stay M/M/1.
    check("wait", &half.pools[0].wait_s, 60.0, 1e-9, Basis::Exact);
    check("at 80 %", &queued(2, 0.8).throughput_time_s, 420.0, 1e-9, Basis::Exact);
    // Customers that part on arrival are the same.
    let arrivals =
        analyse(&draw("demand 30/h\nA: exp 60 s, by X, next end\nB: exp 60 s, by Y, next end"));
    check("on arrival", &arrivals.throughput_time_s, 172.5, 1e-9, Basis::Exact);
    assert!(arrivals.problems.iter().all(|problem| problem.code == ProblemCode::SeveralEntries));
}

#[test]
fn more_queues_side_by_side_take_as_long_as_nelson_and_tantawi_say() {
    // Nelson & Tantawi 1988: H₃/H₂ = 11/9, less 4/11 of 2/9 for each part that is busy.
    let factor = |busy: f64| 11.0 / 9.0 + 4.0 / 11.0 * (1.0 - 11.0 / 9.0) * busy;
    let within = Basis::within_percent(2.0);
    let three = queued(3, 0.5).throughput_time_s;
    check("three", &three, factor(0.5) * 172.5, 1e-9, within);
    check("three at 80 %", &queued(3, 0.8).throughput_time_s, factor(0.8) * 420.0, 1e-9, within);
    let unknown = Basis::APPROXIMATE;
    assert_eq!(queued(3, 0.9).throughput_time_s.basis, unknown);
    assert_eq!(queued(6, 0.5).throughput_time_s.basis, unknown);
}

#[test]
fn other_queues_side_by_side_stay_a_lower_bound() {
    let bound = |text: &str| {
        let figures = analyse(&draw(text));
        let (quick, slow) = (figures.rush_order_time_s, figures.throughput_time_s);
        assert!(slow.value >= quick.value, "waiting cannot save time");
        slow.basis
    };
    let base = "demand 30/h\n".to_owned() + &side_by_side(&["exp 60 s", "exp 60 s"]);
    assert_eq!(bound(&base), Basis::Exact);
    // Different means; two servers; times that are not exponential.
    assert_eq!(bound(&base.replace("B1: exp 60 s", "B1: exp 50 s")), Basis::LowerBound);
    assert_eq!(bound(&format!("role R1 x2\n{base}")), Basis::LowerBound);
    let fixed = bound(&base.replace("B1: exp 60 s", "B1: 60 s"));
    assert_eq!(fixed, Basis::LowerBound);
    // One pool for both branches; arrivals that are not Poisson; a desk of fixed times before.
    let unsound = Basis::APPROXIMATE;
    let shared = bound(&base.replace("by R1", "by R0").replace("30/h", "20/h"));
    assert_eq!(shared, Basis::Unreliable);
    assert_eq!(bound(&base.replace("30/h", "30/h gap 0.5")), unsound);
    assert_eq!(
        bound(&base.replace("Start: 0 s, places unlimited", "Start: 30 s, by Porter")),
        unsound
    );
    // A desk of exponential times before passes a Poisson stream on (Burke 1956).
    let burke = base.replace("Start: 0 s, places unlimited", "Start: exp 60 s, by Porter");
    assert_eq!(bound(&burke), Basis::Exact);
}

#[test]
fn what_is_too_much_to_reckon_out_stays_a_lower_bound() {
    let mut text = String::new();
    for fork in 0..40 {
        let (a, b, meet) = (format!("A{fork}n"), format!("B{fork}n"), format!("J{fork}"));
        let _ = writeln!(text, "F{fork}: 0 s, next {a}0; {b}0");
        text += &row(&a, &[60; 30], &meet);
        text += &row(&b, &[60; 30], &meet);
        let _ = writeln!(text, "{meet}: 0 s");
    }
    let figure = rush(&text);
    assert!(figure.value >= Some(40.0 * 30.0 * 60.0), "{figure:?}");
    assert_ne!(figure.basis, Basis::Exact);
}

/// The forks behind a figure: `method after fork: branch mean (slack), …` in minutes.
fn forks(scenario: &Scenario, key: FigureKey) -> String {
    let name = |id| scenario.steps()[&id].name.as_str();
    let branches = match explain(scenario, &analyse(scenario), key) {
        Derivation::SumOfTimes { branches, .. }
        | Derivation::SumOfTimesAndWaits { branches, .. } => branches,
        other => panic!("{other:?}"),
    };
    let lines = branches.iter().map(|fork| {
        let branches = fork.branches.iter().map(|branch| {
            let name = branch.step.map_or("nothing", name);
            format!("{name} {} ({})", branch.mean_s / 60.0, branch.slack_s / 60.0)
        });
        let branches = branches.collect::<Vec<_>>().join(", ");
        format!("{:?} after {}: {branches}", fork.method, fork.fork.map_or("arrival", name))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn forks_say_which_branch_decides_and_what_the_others_have_to_spare() {
    let mortgage = "Survey: 90 min, by Surveyor, next Approve
         Credit report: 45 min, by Checker, next Title search
         Title search: 30 min, by Searcher, next Approve
         Approve: 15 min, by Approver";
    assert_eq!(
        forks(&draw(mortgage), FigureKey::RushOrderTime),
        "Fixed after arrival: Survey 90 (0), Credit report 75 (15)"
    );
    let random = draw(&mortgage.replace("Survey: 90", "Survey: exp 90"));
    assert!(forks(&random, FigureKey::RushOrderTime).starts_with("Random after arrival"));
    let queues = draw(
        "demand 30/h
         Start: 0 s, places unlimited, next A; B; Meet
         A: exp 1 min, by X, next Meet
         B: exp 1 min, by Y, next Meet
         Meet: 0 s, places unlimited, next end",
    );
    // What has nothing in it is no queue.
    assert_eq!(
        forks(&queues, FigureKey::ThroughputTime),
        "LongestMean after Start: A 2 (0), B 2 (0), nothing 0 (2)"
    );
    let method = |text: &str, key| {
        let drawn = draw(text);
        match explain(&drawn, &analyse(&drawn), key) {
            Derivation::SumOfTimesAndWaits { branches, total_s, .. } => {
                assert!((branches[0].mean_s - total_s).abs() < 1e-9);
                branches[0].method
            }
            other => panic!("{other:?}"),
        }
    };
    let equal = |count| "demand 30/h\n".to_owned() + &side_by_side(&vec!["exp 60 s"; count]);
    assert_eq!(method(&equal(2), FigureKey::ThroughputTime), ForkMethod::FlattoHahn);
    assert_eq!(method(&equal(3), FigureKey::ThroughputTime), ForkMethod::NelsonTantawi);
}

fn time() -> impl Strategy<Value = String> {
    (5_u32..600, 0_usize..6).prop_map(|(mean, law)| match law {
        0 => format!("{mean} s"),
        1 => format!("exp {mean} s"),
        2 => format!("{mean} s, scv 0.5"),
        3 => format!("{mean} s, scv 3"),
        4 => format!("{mean} s, scv 0.01"),
        _ => format!("{}-{} s", mean, 2 * mean),
    })
}

/// The mean of each time that `time` writes.
fn means(text: &str) -> Vec<f64> {
    let drawn = draw(text);
    drawn.steps().values().filter_map(|s| s.time.as_ref().map(ServiceTime::mean_s)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_longest_lies_between_the_longest_mean_and_the_sum(times in prop::collection::vec(time(), 2..5)) {
        let times: Vec<&str> = times.iter().map(String::as_str).collect();
        let text = side_by_side(&times);
        let seconds = rush(&text).value.expect("a time");
        let means = means(&text);
        let longest = means.iter().copied().fold(0.0, f64::max);
        prop_assert!(seconds >= longest * (1.0 - 1e-9) && seconds <= means.iter().sum::<f64>() * (1.0 + 1e-9));
        // Another branch never shortens it.
        let fewer = rush(&side_by_side(&times[1..])).value.expect("a time");
        prop_assert!(fewer <= seconds * (1.0 + 1e-8), "{fewer} and {seconds}");
        // Fixed times alone are exact.
        if times.iter().all(|time| !time.contains("exp") && !time.contains("scv") && !time.contains('-')) {
            prop_assert!((seconds - longest).abs() <= 1e-9);
        }
    }

    #[test]
    fn rows_side_by_side_grow_with_their_times(
        one in prop::collection::vec(1_u32..100, 1..4), two in prop::collection::vec(1_u32..100, 1..4), scale in 2_u32..20,
    ) {
        let text = |scale: u32| {
            let longer = |means: &[u32]| means.iter().map(|mean| mean * scale).collect::<Vec<_>>();
            let (a, b) = (row("A", &longer(&one), "Meet"), row("B", &longer(&two), "Meet"));
            format!("Start: 0 s, next A0; B0\n{a}{b}Meet: 0 s")
        };
        let (small, large) = (rush(&text(1)).value.expect("a time"), rush(&text(scale)).value.expect("a time"));
        prop_assert!((small * f64::from(scale) / large - 1.0).abs() < 1e-6, "{small} and {large}");
        let sum = |means: &[u32]| f64::from(means.iter().sum::<u32>());
        let (a, b) = (sum(&one), sum(&two));
        prop_assert!(small >= a.max(b) * 0.995 && small <= (a + b) * 1.005);
    }
}

#[test]
fn branches_that_need_the_same_people_take_at_least_their_work() {
    for (text, least, basis) in [
        // One nurse for two minutes of work side by side.
        ("role Nurse x1\nrole S x1", 180.0, Basis::LowerBound),
        ("role Nurse x2\nrole S x1", 120.0, Basis::Exact),
    ] {
        let text = format!(
            "{text}
             S: 60 s, by S, next B; C
             B: 60 s, by Nurse, next end
             C: 60 s, by Nurse, next end"
        );
        let rush = analyse(&draw(&text)).rush_order_time_s;
        assert_eq!((rush.value, rush.basis), (Some(least), basis), "{text}");
    }
    let drawn = draw(
        "role Nurse x1\nrole S x1\ndemand 20/h
         S: 60 s, by S, next B; C
         B: 60 s, by Nurse, next end
         C: 60 s, by Nurse, next end",
    );
    let analysis = analyse(&drawn);
    let through = &analysis.throughput_time_s;
    assert!(through.value.unwrap() >= 180.0 && through.basis != Basis::Exact, "{through:?}");
    let key = FigureKey::RushOrderTime;
    assert_eq!(bound_reason(&drawn, &analysis, key), Some(BoundReason::SamePeople));
}

#[test]
fn people_who_stand_in_for_each_other_are_enough_only_together() {
    let rush = |roles: &str| {
        analyse(&draw(&format!(
            "{roles}
             S: 60 s, places unlimited, next B; C
             B: 60 s, by A | B, next end
             C: 60 s, by A | B, next end"
        )))
        .rush_order_time_s
    };
    assert_eq!(rush("role A x1\nrole B x1").basis, Basis::Exact);
    let short = rush("role A x1\nrole B x0");
    assert_eq!((short.value, short.basis), (Some(180.0), Basis::LowerBound));
}

#[test]
fn triggered_work_may_take_whom_the_customer_needs_next() {
    let rush = |text: &str| analyse(&draw(text)).rush_order_time_s;
    let same = rush(
        "role A x1\nrole B x1
         First: 90 s, by A, trigger Log, next Next
         Next: 10 s, by B, next end
         Log: 45 s, support, by B, next",
    );
    assert_eq!((same.value, same.basis), (Some(100.0), Basis::LowerBound));
    let another = rush(
        "role A x1\nrole B x1\nrole C x1
         First: 90 s, by A, trigger Log, next Next
         Next: 10 s, by B, next end
         Log: 45 s, support, by C, next",
    );
    assert_eq!(another.basis, Basis::Exact);
    let over = rush(
        "role A x1\nrole B x1
         First: 90 s, by A, trigger Log, next Next
         Next: 10 s, by B, next end
         Log: 45 s, support, by A, next",
    );
    assert_eq!(over.basis, Basis::Exact);
}

#[test]
fn people_who_are_away_for_a_while_may_be_needed_again_too_soon() {
    let basis = |text: &str| analyse(&draw(text)).rush_order_time_s.basis;
    let again = "role A x1 at 80\nOne: 60 s, by A\nTwo: 60 s, by A, next end";
    assert_eq!(basis(again), Basis::LowerBound);
    let drawn = draw(again);
    let why = bound_reason(&drawn, &analyse(&drawn), FigureKey::RushOrderTime);
    assert_eq!(why, Some(BoundReason::AwayAgain));
    // The second of them is there.
    assert_eq!(basis("role A x2 at 80\nOne: 60 s, by A\nTwo: 60 s, by A, next end"), Basis::Exact);
    assert_eq!(basis("role A x1 at 80\nOne: 60 s, by A\nTwo: 60 s, by B, next end"), Basis::Exact);
    let rework = "role A x2 at 80\nOne: 60 s, decision, by A, next One 20 %; end";
    assert_eq!(basis(rework), Basis::LowerBound);
}
