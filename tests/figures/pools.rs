//! Capacity: who limits, what would limit next, and what small changes bring.

use std::fmt::Write as _;
use std::num::NonZeroU32;

use microlp::{ComparisonOp, OptimizationDirection, Problem};
use onstage::analysis::{
    Analysis, Basis, BoundReason, Change, Derivation, FigureKey, Lack, OrderOfWork, Pool, analyse,
    bound_reason, explain,
};
use onstage::blueprint::{Places, Role, RoleId, Scenario, Step};
use proptest::prelude::*;

use crate::draw::{draw, role, step};

fn capacity(text: &str) -> f64 {
    let figure = analyse(&draw(text)).capacity_per_hour;
    figure.value.unwrap_or_else(|| panic!("lacks {:?}: {text}", figure.lacks))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Heads of each role, and of each step the seconds and the roles that can do it.
#[derive(Clone, Debug)]
struct Team {
    heads: Vec<u32>,
    work: Vec<(u32, Vec<usize>)>,
}

impl Team {
    fn drawn(&self) -> Scenario {
        let mut text = String::new();
        for (at, heads) in self.heads.iter().enumerate() {
            let _ = writeln!(text, "role R{at} x{heads}");
        }
        for (at, (seconds, roles)) in self.work.iter().enumerate() {
            let names: Vec<String> = roles.iter().map(|role| format!("R{role}")).collect();
            let next = if at + 1 < self.work.len() { format!("S{}", at + 1) } else { "end".into() };
            let _ = writeln!(text, "S{at}: {seconds} s, by {}, next {next}", names.join(" | "));
        }
        draw(&text)
    }

    /// The linear programme: the highest rate at which all work can be divided.
    fn by_linear_programme(&self) -> f64 {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let rate = problem.add_var(1.0, (0.0, f64::INFINITY));
        let mut of_role = vec![Vec::new(); self.heads.len()];
        for (seconds, roles) in &self.work {
            let mut parts = vec![(rate, -f64::from(*seconds))];
            for role in roles {
                let part = problem.add_var(0.0, (0.0, f64::INFINITY));
                parts.push((part, 1.0));
                of_role[*role].push((part, 1.0));
            }
            problem.add_constraint(&parts[..], ComparisonOp::Eq, 0.0);
        }
        for (parts, heads) in of_role.iter().zip(&self.heads) {
            problem.add_constraint(&parts[..], ComparisonOp::Le, f64::from(*heads));
        }
        let solved = problem.solve().ok().and_then(|outcome| outcome.into_solution().ok());
        solved.map_or(f64::NAN, |solution| solution.objective()) * 3600.0
    }

    /// The smallest ratio of heads to work over all sets of roles, one by one.
    fn by_enumeration(&self) -> f64 {
        let rates = (1_u32..1 << self.heads.len()).map(|set| {
            let within = |role: &usize| set >> role & 1 == 1;
            let heads: u32 = (0..self.heads.len()).filter(within).map(|r| self.heads[r]).sum();
            let own = self.work.iter().filter(|(_, roles)| roles.iter().all(within));
            let work: u32 = own.map(|(seconds, _)| seconds).sum();
            if work > 0 { f64::from(heads) / f64::from(work) * 3600.0 } else { f64::INFINITY }
        });
        rates.fold(f64::INFINITY, f64::min)
    }
}

fn team(roles: std::ops::RangeInclusive<usize>, steps: usize) -> impl Strategy<Value = Team> {
    roles.prop_flat_map(move |roles| {
        let heads = prop::collection::vec(1_u32..6, roles);
        let some = prop::collection::btree_set(0..roles, 1..=roles.min(4));
        let some = some.prop_map(|set| set.into_iter().collect::<Vec<usize>>());
        let work = prop::collection::vec((1_u32..600, some), 1..=steps);
        (heads, work).prop_map(|(heads, work)| Team { heads, work })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    // Max-flow min-cut: offer over work of the worst set is what the best division of work reaches.
    #[test]
    fn the_worst_set_of_roles_is_the_best_division_of_work(team in team(2..=6, 8)) {
        let found = analyse(&team.drawn()).capacity_per_hour;
        let best = team.by_linear_programme();
        prop_assert!((found.value.unwrap_or(0.0) - best).abs() <= 1e-6 * best, "{found:?}, {best}");
        prop_assert_eq!(found.basis, Basis::Exact);
    }

    #[test]
    fn cuts_find_what_trying_every_set_finds(team in team(2..=12, 30)) {
        let analysis = analyse(&team.drawn());
        let found = analysis.capacity_per_hour.value.unwrap_or(0.0);
        prop_assert!(near(found, team.by_enumeration()));
        check_binding_sets(&team, &analysis)?;
    }

    #[test]
    fn more_roles_than_could_be_enumerated_are_exact_too(team in team(13..=20, 40)) {
        let found = analyse(&team.drawn()).capacity_per_hour.value.unwrap_or(0.0);
        let best = team.by_linear_programme();
        prop_assert!((found - best).abs() <= 1e-6 * best, "{found}, {best}");
    }
}

/// Each binding set limits, and no set inside another does, unless a need names it.
fn check_binding_sets(team: &Team, analysis: &Analysis) -> Result<(), TestCaseError> {
    let limit = analysis.capacity_per_hour.value.unwrap_or(0.0);
    let binding: Vec<_> = analysis.pools.iter().filter(|pool| pool.binding).collect();
    prop_assert!(!binding.is_empty());
    for pool in binding {
        let Pool::Roles(roles) = &pool.pool else { continue };
        prop_assert!(near(pool.offer / pool.work_s * 3600.0, limit));
        let heads: f64 = roles
            .iter()
            .filter_map(|role| {
                let at = analysis.roles.get_index_of(role)?;
                Some(f64::from(team.heads[at]))
            })
            .sum();
        prop_assert!(near(heads, pool.offer));
    }
    Ok(())
}

#[test]
fn hundreds_of_roles_in_a_chain_share_their_work() {
    // Derived: 300 people in a row, each of 299 jobs by one of two neighbours, of a minute each: all
    // of them together limit, 300 ÷ 299 min.
    let mut text = String::new();
    for at in 0..299 {
        let _ = writeln!(text, "S{at}: 60 s, by R{at} | R{}", at + 1);
    }
    let drawn = draw(&text);
    let analysis = analyse(&drawn);
    assert!(near(analysis.capacity_per_hour.value.unwrap(), 60.0 * 300.0 / 299.0));
    assert_eq!(analysis.capacity_per_hour.basis, Basis::Exact);
    assert_eq!(analysis.bottleneck_roles.len(), 300);
    assert_eq!(bound_reason(&drawn, &analysis, FigureKey::Capacity), None);
    // One more in the middle brings 301 ÷ 299; near an end, the longer rest limits before that: of a
    // people in a row, without whom stands beside them, a − 1 jobs.
    for (at, id) in drawn.roles().keys().enumerate() {
        let rest = |people: usize| {
            if people > 1 { people as f64 / (people - 1) as f64 } else { f64::INFINITY }
        };
        let expect = (301.0_f64 / 299.0).min(rest(at)).min(rest(299 - at)) * 60.0;
        let trial = analysis.trials.iter().find(|trial| trial.change == Change::OneMore(*id));
        let rate = trial.expect("a trial").capacity_per_hour;
        assert!(near(rate, expect), "{at}: {rate}, not {expect}");
    }
}

#[test]
fn two_teams_that_limit_alike_are_both_named() {
    // Derived: each pair has two people for 100 s of work, 72 an hour.
    let drawn = draw(
        "One: 100 s, by A | B
         Two: 100 s, by C | D
         Both: 1 s, by A | B | C | D | E",
    );
    let analysis = analyse(&drawn);
    let binding: Vec<&Pool> =
        analysis.pools.iter().filter(|pool| pool.binding).map(|pool| &pool.pool).collect();
    let roles = |names: [&str; 2]| Pool::of_roles(names.map(|name| role(&drawn, name)));
    assert_eq!(binding, [&roles(["A", "B"]), &roles(["C", "D"])]);
    // Neither alone can lift it.
    let now = analysis.capacity_per_hour.value.unwrap();
    assert!(analysis.trials.iter().all(|trial| trial.capacity_per_hour <= now * (1.0 + 1e-9)));
}

/// A random service with everything that loads pools.
#[derive(Clone, Debug)]
struct Part {
    seconds: u32,
    shape: u8,
    need: u8,
    share: u32,
}

fn random_service(parts: &[Part], heads: [u32; 4]) -> String {
    let mut text = String::new();
    for (at, heads) in heads.iter().enumerate() {
        let _ = writeln!(text, "role R{at} x{heads}");
    }
    for (at, part) in parts.iter().enumerate() {
        let Part { seconds, shape, need, share } = part;
        let next = if at + 1 < parts.len() { format!("P{}", at + 1) } else { "end".to_owned() };
        let one = usize::from(*need) % 4;
        let other = (one + 1 + usize::from(*need) / 4 % 3) % 4;
        let by = match need / 12 {
            0 | 1 => format!("by R{one}"),
            2 | 3 => format!("by R{one} | R{other}"),
            4 => format!("by 2 R{one}"),
            5 => format!("by R{one} + R{other}"),
            6 => format!("by keep R{one}"),
            7 => format!("by 2 R{one} | R{other}"),
            8 => format!("by R{one}, places 2"),
            9 => "places 3".to_owned(),
            _ => format!("by R{one}, batch 3, setup 20 s"),
        };
        let _ = match shape {
            0 => writeln!(
                text,
                "P{at}: {seconds} s, {by}, next D{at}
                 D{at}: decision, next P{at} {share} %; {next}"
            ),
            1 => writeln!(
                text,
                "P{at}: decision, next A{at} {share} %; B{at}
                 A{at}: {seconds} s, {by}, next {next}
                 B{at}: 7 s, by R{other}, next {next}"
            ),
            2 => writeln!(
                text,
                "P{at}: 1 s, by R{other}, next A{at}; B{at}
                 A{at}: {seconds} s, {by}, next J{at}
                 B{at}: 9 s, next J{at}
                 J{at}: 0 s, next {next}"
            ),
            3 => writeln!(
                text,
                "P{at}: {seconds} s, {by}, next {next}
                 A{at}: by R{other}, with P{at}
                 B{at}: 30 s, setup 5 s, by R0 | R3, with P{at}"
            ),
            4 => writeln!(
                text,
                "P{at}: {seconds} s, {by}, trigger A{at}, next {next}
                 A{at}: 11 s, by R{other}, next end"
            ),
            _ => writeln!(text, "P{at}: {seconds} s, {by}, next {next}"),
        };
    }
    text
}

fn part() -> impl Strategy<Value = Part> {
    (1_u32..600, 0_u8..9, 0_u8..132, 1_u32..90).prop_map(|(seconds, shape, need, share)| Part {
        seconds,
        shape,
        need,
        share,
    })
}

/// Every change that can be tried, really made on the document.
fn changed(drawn: &Scenario, change: Change) -> Option<Scenario> {
    let mut scenario = drawn.clone();
    let headcount = |id: RoleId, by: i32| {
        let role = Role::clone(scenario.roles().get(&id)?);
        Some(Role { headcount: role.headcount.checked_add_signed(by)?, ..role })
    };
    let step = |id| scenario.steps().get(&id).map(|step| Step::clone(step));
    let places = |id, by: i32| {
        let step = step(id)?;
        let now = match step.places {
            Some(Places::Count(count)) => count.get(),
            None => 1,
            Some(Places::Unlimited) => return None,
        };
        let count = NonZeroU32::new(now.checked_add_signed(by)?)?;
        Some(Step { places: Some(Places::Count(count)), ..step })
    };
    match change {
        Change::OneMore(id) => scenario.set_role(id, headcount(id, 1)?).ok()?,
        Change::OneLess(id) => scenario.set_role(id, headcount(id, -1)?).ok()?,
        Change::OneMorePlace(id) | Change::SecondServer(id) => {
            scenario.set_step(id, places(id, 1)?).ok()?;
        }
        Change::OneLessPlace(id) => scenario.set_step(id, places(id, -1)?).ok()?,
        Change::TenPercentFaster(id) => {
            let step = step(id)?;
            let time = Some(step.time.as_ref()?.scaled(0.9).ok()?);
            scenario.set_step(id, Step { time, ..step }).ok()?;
        }
    }
    Some(scenario)
}

/// Every change of the kinds that are tried, whether it helps or not.
fn all_changes(drawn: &Scenario, analysis: &Analysis) -> Vec<Change> {
    let roles = analysis.roles.iter().filter(|(_, role)| !role.steps.is_empty());
    let mut all: Vec<Change> =
        roles.flat_map(|(id, _)| [Change::OneMore(*id), Change::OneLess(*id)]).collect();
    for pool in &analysis.pools {
        match pool.pool {
            Pool::Places(id) => all.extend([Change::OneMorePlace(id), Change::OneLessPlace(id)]),
            Pool::Assumed(id) => all.push(Change::SecondServer(id)),
            Pool::Roles(_) => {}
        }
    }
    let timed = drawn.steps().iter().filter(|(id, step)| {
        let visits = analysis.steps.get(*id).and_then(|figures| figures.visits.value);
        step.time.as_ref().is_some_and(|time| time.mean_s() > 0.0) && visits > Some(0.0)
    });
    all.extend(timed.map(|(id, _)| Change::TenPercentFaster(*id)));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_trial_is_what_the_change_really_brings(
        parts in prop::collection::vec(part(), 1..7),
        heads in prop::array::uniform4(1_u32..4),
    ) {
        let text = random_service(&parts, heads);
        let drawn = draw(&text);
        let analysis = analyse(&drawn);
        prop_assume!(analysis.capacity_per_hour.value.is_some());
        for change in all_changes(&drawn, &analysis) {
            let trial = analysis.trials.iter().find(|trial| trial.change == change);
            let really = changed(&drawn, change).map(|changed| analyse(&changed));
            let really = really.and_then(|analysis| analysis.capacity_per_hour.value);
            let told = trial.map(|trial| trial.capacity_per_hour);
            let same = match (told, really) {
                (Some(told), Some(really)) => near(told, really),
                (None, None) => true,
                _ => false,
            };
            prop_assert!(same, "{change:?}: {told:?}, really {really:?}\n{text}");
        }
    }

    #[test]
    fn lifting_the_bottleneck_leads_to_the_next_limit(
        parts in prop::collection::vec(part(), 1..7),
        heads in prop::array::uniform4(1_u32..4),
    ) {
        let text = random_service(&parts, heads);
        let drawn = draw(&text);
        let analysis = analyse(&drawn);
        let (Some(now), Some(next)) = (analysis.capacity_per_hour.value, &analysis.next_limit) else {
            return Ok(());
        };
        let there = next.capacity_per_hour.value.expect("a number");
        prop_assert!(there > now && (there - now - next.gap_per_hour).abs() <= 1e-9 * there,
            "{now}, {next:?}\n{text}");
        prop_assert!(!next.pools.is_empty());
        prop_assert!(next.less_work.is_none_or(|less| near(less, 1.0 - now / there)));
        // Far more of everybody who binds, who then also does all that is shared with others.
        let mut lifted = drawn.clone();
        for pool in analysis.pools.iter().filter(|pool| pool.binding) {
            more_of(&mut lifted, &pool.pool, 200_000);
        }
        let lifted = analyse(&lifted).capacity_per_hour.value.unwrap_or(0.0);
        prop_assert!(near(lifted, there), "{lifted}, not {there}\n{text}");
        if !next.more_units.is_empty() {
            let mut more = drawn.clone();
            for (pool, units) in &next.more_units {
                prop_assert!(*units >= 1);
                more_of(&mut more, pool, *units);
            }
            let reached = analyse(&more).capacity_per_hour.value.unwrap_or(0.0);
            prop_assert!(near(reached, there), "{reached} with more, not {there}\n{text}");
        }
    }
}

/// Adds units to a pool on the document.
fn more_of(scenario: &mut Scenario, pool: &Pool, units: u32) {
    match pool {
        Pool::Roles(roles) => {
            for id in roles {
                let role = Role::clone(&scenario.roles()[id]);
                let headcount = role.headcount + units;
                assert_eq!(scenario.set_role(*id, Role { headcount, ..role }), Ok(()));
            }
        }
        Pool::Places(id) | Pool::Assumed(id) => {
            let step = Step::clone(&scenario.steps()[id]);
            let now = if let Some(Places::Count(count)) = step.places { count.get() } else { 1 };
            let places = NonZeroU32::new(now + units).map(Places::Count);
            assert_eq!(scenario.set_step(*id, Step { places, ..step }), Ok(()));
        }
    }
}

#[test]
fn the_licence_office_tells_what_comes_after_the_officer() {
    // Derived: 60 an hour at 60 s; then 90 at 40 s, which takes one more officer or a third less.
    let office = draw(
        "role Clerk x1
         role Officer x1
         role Tester x1
         Review: 15 s, by Clerk
         Violations: 60 s, by Officer
         Eye test: 40 s, by Tester, next end",
    );
    let analysis = analyse(&office);
    let next = analysis.next_limit.expect("a next limit");
    assert_eq!(next.pools, [Pool::of_roles([role(&office, "Tester")])]);
    assert!(near(next.capacity_per_hour.value.unwrap(), 90.0) && near(next.gap_per_hour, 30.0));
    assert_eq!(next.more_units, [(Pool::of_roles([role(&office, "Officer")]), 1)]);
    assert!(near(next.less_work.unwrap(), 1.0 / 3.0));
    let slack: Vec<f64> =
        analysis.pools.iter().filter_map(|pool| Some(pool.slack?.share)).collect();
    let expect = [0.0, 1.0 / 3.0, 0.75];
    assert!(slack.iter().zip(expect).all(|(a, b)| (a - b).abs() < 1e-12), "{slack:?}");
    let alone = analyse(&draw("A: 1 min, by X, next end"));
    assert_eq!(alone.next_limit, None);
}

#[test]
fn the_work_of_the_bottleneck_is_listed_step_by_step() {
    let drawn = draw(
        "role Cook x2
         Mix: 60 s, batch 12, setup 2 min, by Cook
         Judge: decision, 30 s, by 2 Cook, next Mix 50 %; end",
    );
    let why = explain(&drawn, &analyse(&drawn), FigureKey::Capacity);
    let Derivation::TightestPool { lines, next } = why else { panic!("a capacity") };
    assert_eq!(next, None);
    // Derived: 2 × (60 + 120) ÷ 12 = 30 s, and 2 × 30 s × 2 cooks = 120 s.
    let work: Vec<_> = lines[0].work.iter().map(|line| (line.step, line.work_s)).collect();
    assert_eq!(work, [(step(&drawn, "Mix"), 30.0), (step(&drawn, "Judge"), 120.0)]);
    let mix = lines[0].work[0];
    assert_eq!((mix.visits, mix.time_s, mix.setup_s, mix.batch), (2.0, 60.0, 120.0, 12.0));
    assert!(near(lines[0].work_s, 150.0));
}

#[test]
fn one_alone_bakes_five_dozen_an_hour() {
    // Harvard Business School, "Kristen's Cookie Company": you do everything, 12 minutes a dozen.
    let text = |ovens: u32| {
        format!(
            "role You x1
             role Oven x{ovens} equipment
             Wash and mix: 6 min, by You
             Spoon: 2 min, by You
             Load: 1 min, by You + keep Oven
             Bake: 9 min, by Oven
             Cool: 5 min, places unlimited
             Pack: 2 min, by You
             Pay: 1 min, by You"
        )
    };
    assert!(near(capacity(&text(1)), 5.0));
    let drawn = draw(&text(1));
    let analysis = analyse(&drawn);
    assert_eq!(bound_reason(&drawn, &analysis, FigureKey::Capacity), Some(BoundReason::Kept));
}

#[test]
fn a_unit_is_kept_through_what_lies_between() {
    // Derived: the room is held for 5 + 10 + 5 minutes, and through rework of ½ for 5 + 20 + 5.
    let stay = |between: &str| {
        capacity(&format!(
            "Undress: 5 min, by keep Room
             {between}
             Dress: 5 min, by Room, next end"
        ))
    };
    assert!(near(stay("Scan: 10 min, places 9"), 3.0));
    let again = "Scan: decision, 10 min, places 9, next Scan 50 %; Dress";
    assert!(near(stay(again), 2.0));
    // Even where hardly anybody gets out: 10 min ÷ 0.01 %, and 5 + 5.
    let endless = "Scan: decision, 10 min, places 9999, next Scan 99.99 %; Dress";
    assert!(near(stay(endless), 60.0 / 100_010.0));
    // Side by side the room is held no longer than for one of them, and again when they have met.
    let fork = "Wait: 0 s, next Left; Right
         Left: 10 min, places 9, next Meet
         Right: 10 min, places 9, next Meet
         Meet: 10 min, places 9";
    assert!(near(stay(fork), 2.0));
}

#[test]
fn a_unit_is_kept_through_the_longest_of_branches_that_meet_again() {
    let beds = |text: &str| {
        let drawn = draw(text);
        let works = analyse(&drawn).roles[&role(&drawn, "Bed")].work_s;
        assert_eq!(analyse(&drawn).capacity_per_hour.basis, Basis::UpperBound, "{text}");
        works
    };
    let ward = |branches: &str| format!("Admit: 10 s, by keep Bed, next {branches}");
    let nurses = "Blood: 30 s, by N, next Recover\nX-ray: 60 s, by T, next Recover";
    let rest = format!("\n{nurses}\nRecover: 20 s, by Bed, next end");
    // Where they meet the bed is needed again, whichever branch is drawn first.
    assert!(near(beds(&(ward("Blood; X-ray") + &rest)), 90.0));
    assert!(near(beds(&(ward("X-ray; Blood") + &rest)), 90.0));
    // They meet before, and something else comes between.
    let met = "\nBlood: 30 s, by N, next Talk\nX-ray: 60 s, by T, next Talk\nTalk: 5 s, by D
         Recover: 20 s, by Bed, next end";
    assert!(near(beds(&(ward("Blood; X-ray") + met)), 95.0));
    // A fork within a branch; 30 + 40 is longer than 60.
    let within = "\nBlood: 30 s, by N, next Look; Write\nLook: 40 s, by L, next Done
         Write: 5 s, by W, next Done\nDone: 0 s, customer, next Recover
         X-ray: 60 s, by T, next Recover\nRecover: 20 s, by Bed, next end";
    assert!(near(beds(&(ward("Blood; X-ray") + within)), 100.0));
    // Rework on one of them: 30 s twice on average, and 5 s each time.
    let again = "\nBlood: 30 s, by N, next Right?\nRight?: 5 s, decision, next Blood 50 %; Recover
         X-ray: 60 s, by T, next Recover\nRecover: 20 s, by Bed, next end";
    assert!(near(beds(&(ward("Blood; X-ray") + again)), 100.0));
    // Only one leads to where it is needed; the other leaves.
    let one = "\nBlood: 30 s, by N, next Recover\nX-ray: 60 s, by T, next end
         Recover: 20 s, by Bed, next end";
    assert!(near(beds(&(ward("Blood; X-ray") + one)), 60.0));
    // It is needed no more: until the last has left.
    let none = "\nBlood: 30 s, by N, next end\nX-ray: 60 s, by T, next end";
    assert!(near(beds(&(ward("Blood; X-ray") + none)), 70.0));
}

#[test]
fn what_rests_on_a_capacity_that_may_be_less_says_so() {
    let analysis = analyse(&draw(
        "demand 45/h
         X: 60 s, scv 1, by A, with Y
         Y: 60 s, scv 1, by B, next end",
    ));
    // The truth is 40: both end every 90 s.
    assert_eq!(analysis.capacity_per_hour.basis, Basis::UpperBound);
    assert_eq!(analysis.output_per_hour.value, Some(45.0));
    assert_eq!(analysis.output_per_hour.basis, Basis::UpperBound);
    assert_ne!(analysis.direct_labour_utilisation.basis, Basis::Exact);
    assert_eq!(analysis.throughput_time_s.basis, Basis::Unreliable);
}

#[test]
fn exact_capacities_say_which_order_of_work_they_take() {
    let order = |text: &str| analyse(&draw(text)).capacity_order;
    assert_eq!(order("One: 1 min, by A\nTwo: 1 min, by B, next end"), None);
    assert_eq!(order("One: 1 min, by A + B\nTwo: 1 min, by C, next end"), None);
    // First come, first served has A waiting for B now and then.
    let teams = "One: 1 min, by A + B\nTwo: 30 s, by A\nThree: 30 s, by B, next end";
    assert_eq!(order(teams), Some(OrderOfWork::TeamsFirst));
    // A is free whenever B is.
    assert_eq!(order("One: 1 min, by A + B\nTwo: 30 s, by B, next end"), None);
    let helpers = "One: 1 min, by A\nTwo: 2 min, by A | B, next end";
    assert_eq!(order(helpers), Some(OrderOfWork::StandIns));
    // Where somebody else limits, any order will do.
    let limited = "One: 1 min, by A\nTwo: 2 min, by A | B\nThree: 5 min, by C, next end";
    assert_eq!(order(limited), None);
    // A bound needs no order.
    assert_eq!(order("role A x4\nOne: 1 h, by 2 A\nTwo: 1 h, by A, next end"), None);
}

#[test]
fn pools_needed_together_are_exact_where_they_nest() {
    let basis = |text: &str| analyse(&draw(text)).capacity_per_hour.basis;
    let teams = "One: 1 h, by A + B\nTwo: 1 h, by A + B + C\nThree: 1 h, by D + E, next end";
    assert_eq!(basis(teams), Basis::Exact);
    assert!(near(capacity(teams), 0.5));
    // Places are a pool of their own.
    assert_eq!(basis("One: 1 h, by A, places 2\nTwo: 1 h, by A, next end"), Basis::Exact);
    // Neither places nor B are ever waited for: A is needed with both, and there is one of A.
    assert_eq!(basis("One: 1 h, by A, places 2\nTwo: 1 h, by A + B, next end"), Basis::Exact);
    let ring = "One: 1 h, by A + B\nTwo: 1 h, by B + C\nThree: 1 h, by A + C, next end";
    assert_eq!(basis(ring), Basis::UpperBound);
    assert_eq!(basis("role A x4\nOne: 1 h, by 2 A, next end"), Basis::UpperBound);
    let waiting = "One: 1 min, by A\nQueue: customer, wait, places 4\nTwo: 1 min, by B, next end";
    assert_eq!(basis(waiting), Basis::UpperBound);
}

#[test]
fn what_cannot_be_staffed_has_no_capacity() {
    let lacks = |text: &str| {
        let drawn = draw(text);
        let figure = analyse(&drawn).capacity_per_hour;
        assert_eq!(figure.value, None);
        assert_eq!(figure.lacks, [Lack::Headcount(role(&drawn, "A"))]);
    };
    lacks("role A x2\nLift: 1 min, by 3 A, next end");
    lacks("role A x0\nLift: 1 min, by A, next end");
    lacks("role A x3 at 0\nLift: 1 min, by A, next end");
    lacks("role A x1\nLift: 1 min, by A, next end\nHold: 1 min, by A, with Lift");
    lacks("role A x1\nrole B x1\nLift: 1 min, by A + A | B + A | B, next end");
    // Two who stand in for each other can do two things at once.
    assert!(near(capacity("Lift: 1 min, by A | B + A | B, next end"), 60.0));
}

#[test]
fn batches_absence_and_set_up_count() {
    // Derived: 12 together take 2 + 10 min of one, who is there half of the time.
    let text = "role A x1 at 50\nBake: 10 min, batch 12, setup 2 min, by A, next end";
    assert!(near(capacity(text), 30.0));
    assert!(near(capacity("role A x3\nNothing: 0 s, by A\nSome: 1 min, by A, next end"), 180.0));
    let missing = draw("One: by A\nTwo: 1 min, by B, next end");
    assert_eq!(analyse(&missing).capacity_per_hour.lacks, [Lack::Time(step(&missing, "One"))]);
    let nothing = analyse(&draw("One: 0 s, by A, next end"));
    assert_eq!(nothing.capacity_per_hour.lacks, [Lack::Limit]);
    assert!(nothing.trials.is_empty() && nothing.next_limit.is_none());
}

#[test]
fn several_at_once_do_not_hide_who_limits() {
    // Derived: five people have 2 × 175 + 11 + 2 × 46 + 1 = 454 s of work for each customer, if all three
    // roles share what any two of them can do.
    let drawn = draw(
        "role B x2
         role C x2
         role D x1
         P: 175 s, by 2 C | B
         Q: 11 s, by B
         R: 46 s, by 2 C | D
         S: 1 s, by D, next end",
    );
    let analysis = analyse(&drawn);
    assert!(near(analysis.capacity_per_hour.value.unwrap(), 5.0 / 454.0 * 3600.0));
    assert_eq!(analysis.bottleneck_roles.len(), 3);
    assert_eq!(analysis.next_limit, None);
}

#[test]
fn a_step_of_a_shared_role_is_as_loaded_as_the_role() {
    let drawn = draw(
        "role Secretary x1\nrole Lawyer x1\ndemand 3/h
         Welcome: 4 min, by Secretary
         Consult: 12 min, by Lawyer
         Type: 5 min, by Secretary
         Sign: 6 min, by Secretary + Lawyer, next end",
    );
    let analysis = analyse(&drawn);
    let tightest = |name| analysis.steps[&step(&drawn, name)].tightest.clone().unwrap();
    assert!(near(analysis.capacity_per_hour.value.unwrap(), 60.0 / 18.0));
    for (name, role_name, minutes, all) in [
        ("Welcome", "Secretary", 4.0, 15.0),
        ("Consult", "Lawyer", 12.0, 18.0),
        ("Type", "Secretary", 5.0, 15.0),
        // Of the two that it needs, the lawyer has more to do.
        ("Sign", "Lawyer", 6.0, 18.0),
    ] {
        let pool = tightest(name);
        assert_eq!(pool.pool, Pool::of_roles([role(&drawn, role_name)]), "{name}");
        assert!(near(pool.work_s, minutes * 60.0), "{name}");
        assert!(near(pool.share, minutes / all), "{name}");
        assert!(near(pool.load.value.unwrap(), minutes * 3.0 / 60.0), "{name}");
        assert!(near(pool.capacity_per_hour.value.unwrap(), 60.0 / all), "{name}");
        assert!(near(pool.utilisation.value.unwrap(), all * 3.0 / 60.0), "{name}");
        assert_eq!(pool.binding, role_name == "Lawyer", "{name}");
    }
}

#[test]
fn the_steps_of_a_pool_share_its_work_among_them() {
    let drawn = draw(
        "role A x2\nrole B x1\nrole C x1
         One: 4 min, by A
         Two: 3 min, by A | B
         Three: 5 min, by B
         Four: 2 min, by C, places 3
         Five: next end, customer",
    );
    let analysis = analyse(&drawn);
    for pool in &analysis.pools {
        let tightest = analysis.steps.values().filter_map(|figures| figures.tightest.as_ref());
        let own: Vec<_> = tightest.filter(|tightest| tightest.pool == pool.pool).collect();
        let share: f64 = own.iter().map(|tightest| tightest.share).sum();
        assert!(own.len() < pool.steps.len() || near(share, 1.0), "{pool:?}");
    }
    assert!(analysis.steps[&step(&drawn, "Five")].tightest.is_none());
}

/// The capacity, how far it can be trusted, and why no further.
fn claimed(text: &str) -> (f64, Basis, Option<BoundReason>) {
    let analysis = analyse(&draw(text));
    let capacity = &analysis.capacity_per_hour;
    let value = capacity.value.unwrap_or_else(|| panic!("lacks {:?}: {text}", capacity.lacks));
    (value, capacity.basis, analysis.capacity_bound)
}

#[test]
fn capacity_is_at_most_where_what_is_needed_at_once_is_held_differently() {
    for (text, value, reason) in [
        // Truth 40: both end every 90 s.
        (
            "a: 60 s, scv 1, by A, with b\nb: 60 s, scv 1, by B, next end",
            60.0,
            BoundReason::DifferentTimes,
        ),
        // Truth 36: every 100 s.
        (
            "a: 10 s, by A, with b, next c\nb: 50 s, by B\nc: 50 s, by A, with d, next end\nd: 10 s, by B",
            60.0,
            BoundReason::DifferentTimes,
        ),
        // Truth one half an hour.
        ("X: 1 h, by A + B | C, next Y\nY: 1 h, by B + A | C, next end", 0.75, BoundReason::Choice),
        // Truth 15, if they are away independently.
        (
            "role A x1 at 50\nrole B x1 at 50\nX: 60 s, by A + B, next end",
            30.0,
            BoundReason::Absent,
        ),
        (
            "X: 60 s, by A + B, next Y\nY: 60 s, by B + C, next Z\nZ: 60 s, by A + C, next end",
            30.0,
            BoundReason::Overlap,
        ),
        (
            "a: 60 s, by A, batch 4, with b\nb: 60 s, by B, next c\nc: 30 s, by B, next end",
            40.0,
            BoundReason::Batches,
        ),
        // The aide stays as long as the longer of two that vary.
        (
            "a: 60 s, scv 1, customer, places unlimited, with b; c\nb: 60 s, scv 1, customer, places unlimited, next\nc: by A, next end",
            60.0,
            BoundReason::SeveralVary,
        ),
        ("role A x3\nX: 60 s, by 2 A, next end", 60.0, BoundReason::SeveralAtOnce),
        (
            "role A x2\nX: 60 s, by A, with Y\nY: 60 s, by A, next end",
            60.0,
            BoundReason::SeveralAtOnce,
        ),
    ] {
        let (found, basis, why) = claimed(text);
        assert!(near(found, value), "{found}: {text}");
        assert_eq!((basis, why), (Basis::UpperBound, Some(reason)), "{text}");
    }
}

#[test]
fn capacity_is_exact_where_nobody_waits_for_what_is_needed_besides() {
    for (text, value) in [
        // One need with several claims lasts alike, however it varies.
        ("X: 60 s, scv 1, by A + B, next Y\nY: 60 s, scv 1, by A, next end", 30.0),
        // The form is filled in for as long as the talk lasts.
        ("a: 60 s, scv 1, by A, with b\nb: by B, next end", 60.0),
        // Whenever a clerk is free, so is one of the two screens that only clerks use.
        (
            "role Clerk x2\na: 60 s, by Clerk, with b, next c\nb: 20 s, support, places 2\nc: 60 s, by Clerk, next end",
            60.0,
        ),
        // A moment with its pools for itself, customers let in every 50 s.
        ("a: 10 s, by A, with b\nb: 50 s, by B, next end", 72.0),
        // One pool at a time, away for half of it.
        ("role A x1 at 50\nX: 60 s, by A, next end", 30.0),
        ("role A x1 at 50\nX: 60 s, by A, with Y, next end\nY: 60 s, customer, places 1", 30.0),
        // The same person stays for all that follows.
        ("A: 30 s, by keep X, next B\nB: 30 s, by keep X, next C\nC: 60 s, by X, next end", 30.0),
        ("role A x2\nrole B x1\nX: 60 s, by A | B, next Y\nY: 60 s, by B, next end", 60.0),
    ] {
        let (found, basis, why) = claimed(text);
        assert!(near(found, value), "{found}: {text}");
        assert_eq!((basis, why), (Basis::Exact, None), "{text}");
    }
}
