//! Which differences have a sign. That a figure is better is said only where it is known.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what is looked for must be found")]

use onstage::analysis::{Basis, FigureKey, analyse};
use onstage::blueprint::{Role, RoleId, Scenario};
use onstage::redesign::{
    Direction, FigureChange, Proposal, Suggestion, Target, Verdict, compare, suggestions,
};
use onstage::storage::sample;
use proptest::prelude::*;

use crate::draw::{draw, role};
use crate::laws::{parts, service};

fn change(before: &str, after: &str, key: FigureKey) -> FigureChange {
    let all = compare(&draw(before), &draw(after)).figures;
    all.into_iter().find(|change| change.key == key).unwrap()
}

fn time(before: &str, after: &str) -> FigureChange {
    change(before, after, FigureKey::ThroughputTime)
}

/// The licence office with another line for the eye test.
fn office(eye_test: &str) -> String {
    format!(
        "demand 54/h
         role Clerk
         role Cashier
         role Officer
         role Aide
         Review: 15 s, by Clerk
         Collect: 30 s, by Cashier
         Check: 60 s, by Officer
         Eye test: 40 s, by {eye_test}
         Leave: 5 s, places unlimited, next end"
    )
}

/// Work that comes to somebody who has other work already cannot shorten the wait. The methods for
/// such pools are too rough to tell, so nobody may say that it does.
#[test]
fn one_more_need_is_never_said_to_save_time() {
    for eye_test in ["Clerk", "Clerk + Aide"] {
        let change = time(&office("Aide"), &office(eye_test));
        assert_ne!(change.verdict, Verdict::Better, "{eye_test}");
        assert!(change.difference().is_none_or(|difference| difference > 0.0), "{eye_test}");
    }
}

/// Two approximations whose bands overlap may well stand the other way round.
#[test]
fn overlapping_bands_leave_the_sign_open() {
    let line = |first: &str| {
        format!("demand 40/h\nrole A\nrole B\nDo: {first}, by A\nGo: exp 1 min, by B, next end")
    };
    let change = time(&line("60 ± 20 s"), &line("59 ± 24 s"));
    assert!(matches!(change.before.basis, Basis::Approximate { .. }), "{:?}", change.before);
    assert_eq!((change.direction, change.verdict), (Direction::Unknown, Verdict::Unclear));
    assert_eq!(change.difference(), None);
    assert!(change.is_uncertain());
}

/// Of one network with more people or shorter times, theory knows the sign.
#[test]
fn more_people_shorten_the_time_for_sure() {
    let line = |count: u32, first: &str| {
        format!(
            "demand 70/h\nrole A x{count}\nrole B x2\nDo: {first}, by A\nGo: 60 ± 20 s, by B, next end"
        )
    };
    let change = time(&line(4, "100 ± 40 s"), &line(5, "100 ± 40 s"));
    assert_eq!((change.direction, change.verdict), (Direction::Down, Verdict::Better));
    let change = time(&line(4, "100 ± 40 s"), &line(4, "99 ± 39.6 s"));
    assert_eq!(change.direction, Direction::Down);
    // More people, but slower ones.
    let change = time(&line(4, "100 ± 40 s"), &line(5, "101 ± 40.4 s"));
    assert_eq!(change.direction, Direction::Unknown, "{change:?}");
}

/// Where customers part and meet again, more people may even lengthen the way (Graham 1969).
#[test]
fn a_fork_takes_the_sign_away() {
    let fork = |count: u32| {
        format!(
            "demand 20/h\nrole N x{count}\nStart: 10 s, places unlimited, next B; C\n\
             B: 60 ± 30 s, by N, next End\nC: 50 ± 30 s, by N, next End\nEnd: 5 s, places unlimited, join, next end"
        )
    };
    let change = time(&fork(2), &fork(3));
    assert!(change.verdict != Verdict::Better || change.before.basis == Basis::Exact, "{change:?}");
}

/// A customer who leaves one branch no later meets the others no later. What overtakes on the way to
/// where they meet, or works elsewhere too, could be met later.
#[test]
fn more_people_in_a_branch_of_their_own_shorten_the_time() {
    let fork = |count: u32, behind: &str, c: &str| {
        format!(
            "demand 20/h\nrole N x{count}\nrole D x2\nrole L x2\nrole O\n\
             Start: 10 s, places unlimited, next B; C\nB: 140 ± 30 s, by N, next File\n\
             File: 5 s, {behind}, next End\nC: 50 ± 30 s, by {c}, next End\n\
             End: 5 s, by O, join, next Bill\nBill: exp 60 s, by L, next end"
        )
    };
    let change = |behind: &str, c: &str| time(&fork(1, behind, c), &fork(2, behind, c)).direction;
    assert_eq!(change("places unlimited", "D"), Direction::Down);
    assert_eq!(change("by D", "L"), Direction::Unknown);
    assert_eq!(change("places unlimited", "L"), Direction::Unknown);
}

/// Mortgages wait for the survey; no other branch keeps the surveyors from them.
#[test]
fn the_mortgages_are_offered_another_surveyor() {
    let bank = sample("mortgage-applications").unwrap().open().unwrap();
    let scenario = bank.baseline();
    let surveyor = role(scenario, "Surveyor");
    let all = suggestions(scenario, &analyse(scenario), false);
    let mut shorter = all.iter().filter(|each| each.target == Target::Time);
    assert!(shorter.any(|each| each.proposal == Proposal::OneMore { role: surveyor, count: 2 }));
}

/// An upper bound that rises proves nothing, but where only people came the capacity cannot fall.
#[test]
fn a_bound_has_a_sign_only_by_theory() {
    let team = |count: u32, time: &str| {
        format!("role N x{count}\nrole D\nDo: {time}, by 2 N\nSee: 10 s, by D, next end")
    };
    let capacity = |after: &str| change(&team(3, "60 s"), after, FigureKey::Capacity);
    assert_eq!(capacity(&team(4, "60 s")).before.basis, Basis::UpperBound);
    assert_eq!(capacity(&team(5, "60 s")).direction, Direction::Up);
    let other = team(5, "60 s").replace("10 s, by D", "10 s, by D + N");
    assert_eq!(capacity(&other).direction, Direction::Unknown);
}

/// Most of the waiting at the workshop is for technicians. (Derived: visits × wait, recomputed.)
#[test]
fn the_workshop_is_offered_a_seventh_technician() {
    let workshop = sample("car-workshop").unwrap().open().unwrap();
    let scenario = workshop.baseline();
    let technician = role(scenario, "Technician");
    let all = suggestions(scenario, &analyse(scenario), false);
    let shorter = all.iter().filter(|each| each.target == Target::Time);
    let more: Vec<_> = shorter
        .filter(|each| matches!(each.proposal, Proposal::OneMore { .. }))
        .map(|each| (&each.proposal, each.kept().unwrap().after.throughput_time_s.value))
        .collect();
    let (first, time_s) = more.first().expect("somebody more");
    assert_eq!(**first, Proposal::OneMore { role: technician, count: 7 }, "{more:?}");
    assert!(more.iter().all(|(_, other)| other >= time_s), "{more:?}");
}

/// Who may stand in is let do the work, others are not where only today's may.
#[test]
fn suggestions_ask_nobody_who_may_not() {
    let mut scenario = draw(
        "role Nurse x2 $20
         role Doctor $60
         role Porter $15
         Weigh: 2 min, by Nurse
         Examine: 10 min, by Doctor
         Carry: 1 min, by Porter, next end",
    );
    let ids = ["Nurse", "Doctor", "Porter"].map(|name| role(&scenario, name));
    let helpers = |scenario: &Scenario, only_today: bool| -> Vec<RoleId> {
        let all = suggestions(scenario, &analyse(scenario), only_today);
        let first = all.first().unwrap();
        assert!(matches!(first.proposal, Proposal::OneMore { .. } | Proposal::Shorten { .. }));
        let helper = |each: &Suggestion| match &each.proposal {
            Proposal::Help { helper, .. } => Some(*helper),
            Proposal::HandOver { to, .. } => Some(*to),
            Proposal::Pool(_, other) => Some(*other),
            _ => None,
        };
        all.iter().filter_map(helper).collect()
    };
    assert!(!helpers(&scenario, false).is_empty(), "where nothing is said others are tried");
    assert_eq!(helpers(&scenario, true), [], "nobody but the doctor examines");
    let nurse = Role { stands_in_for: vec![ids[1]], ..Role::clone(&scenario.roles()[&ids[0]]) };
    scenario.set_role(ids[0], nurse).unwrap();
    let may = suggestions(&scenario, &analyse(&scenario), true);
    let helps = |each: &Suggestion| matches!(&each.proposal, Proposal::Help { helper, .. } if *helper == ids[0]);
    assert!(may.iter().any(helps), "{may:?}");
    let porter = |each: &Suggestion| matches!(&each.proposal, Proposal::Help { helper, .. } if *helper == ids[2]);
    assert!(!suggestions(&scenario, &analyse(&scenario), false).iter().any(porter));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// A change and its reverse never both have the same sign, and a sign is that of the numbers.
    #[test]
    fn signs_turn_with_the_comparison(
        one in parts(), two in parts(), heads in prop::array::uniform3(1_u32..4),
    ) {
        let a = draw(&format!("demand 5/h\n{}", service(&one, heads, 1)));
        let b = draw(&format!("demand 5/h\n{}", service(&two, heads, 1)));
        let there: Vec<FigureChange> = compare(&a, &b).figures;
        let back: Vec<FigureChange> = compare(&b, &a).figures;
        for (there, back) in there.iter().zip(&back) {
            let turned = match there.direction {
                Direction::Up => Direction::Down,
                Direction::Down => Direction::Up,
                other => other,
            };
            prop_assert_eq!(turned, back.direction);
            let numbers = there.after.value.unwrap_or(0.0) - there.before.value.unwrap_or(0.0);
            prop_assert!(there.direction != Direction::Up || numbers > 0.0);
            prop_assert!(there.direction != Direction::Down || numbers < 0.0);
        }
    }
}
