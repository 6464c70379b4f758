//! Scenarios side by side: laws, and what the licence office's copies differ in (derived).

#![allow(clippy::unwrap_used, reason = "what the tests look for is there by construction")]

use std::collections::BTreeSet;

use onstage::analysis::FigureKey;
use onstage::blueprint::{
    Blueprint, Demand, DemandField, Lane, Line, Link, LinkKind, Place, Quantity, Role, RoleField,
    Scenario, SheetPoint, Step, StepField, StepId, StepKind, Zone,
};
use onstage::editor::{Edit, Editor};
use onstage::redesign::{
    Comparison, Difference, RoleChange, SheetChange, StepChange, Verdict, compare,
};
use onstage::storage::samples;
use proptest::prelude::*;

fn office() -> Editor {
    let sample = samples().iter().find(|sample| sample.key == "driver-licence-office").unwrap();
    Editor::new(sample.open().unwrap())
}

fn named(scenario: &Scenario, name: &str) -> StepId {
    *scenario.steps().iter().find(|(_, step)| step.name == name).unwrap().0
}

/// What an edit of the licence office changes.
fn after(edit: impl FnOnce(&Scenario) -> Edit) -> (Scenario, Scenario, Comparison) {
    let mut editor = office();
    let before = Scenario::clone(editor.scenario());
    editor.apply(edit(&before)).unwrap();
    let after = Scenario::clone(editor.scenario());
    let comparison = compare(&before, &after);
    (before, after, comparison)
}

fn verdict(comparison: &Comparison, key: FigureKey) -> Verdict {
    comparison.figures.iter().find(|figure| figure.key == key).unwrap().verdict
}

#[test]
fn a_second_officer_is_one_change_and_lifts_the_capacity() {
    let (_, _, comparison) = after(|scenario| {
        let (id, role) =
            scenario.roles().iter().find(|(_, role)| role.name == "Records officer").unwrap();
        Edit::SetRole(*id, Role { headcount: 2, ..Role::clone(role) })
    });
    assert_eq!(comparison.roles.len(), 1);
    assert_eq!(comparison.roles[0].fields, [RoleField::Headcount]);
    assert!(comparison.steps.is_empty() && comparison.links.is_empty());
    let capacity = &comparison.figures[0];
    assert_eq!((capacity.before.value, capacity.after.value), (Some(60.0), Some(90.0)));
    assert_eq!(capacity.verdict, Verdict::Better);
    assert_eq!(verdict(&comparison, FigureKey::CycleTime), Verdict::Better);
    assert_eq!(verdict(&comparison, FigureKey::ThroughputTime), Verdict::Better);
    assert_eq!(verdict(&comparison, FigureKey::Utilisation), Verdict::Unclear, "both below 1");
    assert_eq!(verdict(&comparison, FigureKey::RushOrderTime), Verdict::Same);
    assert_eq!(verdict(&comparison, FigureKey::Cost), Verdict::Worse);
}

#[test]
fn a_step_behind_the_line_of_visibility_says_which_line_it_passed() {
    let (before, now, comparison) = after(|scenario| {
        let lane = scenario.lanes_of(Zone::Frontstage).next().unwrap().0;
        let id = named(scenario, "Check violations");
        let place = Place { lane, ..scenario.steps()[&id].place() };
        Edit::PlaceSteps(vec![(id, place)])
    });
    let [change] = comparison.steps.as_slice() else { panic!("{:?}", comparison.steps) };
    let moved = change.moved.as_ref().unwrap();
    assert_eq!(moved.zones, (Zone::Backstage, Zone::Frontstage));
    assert_eq!(moved.crossed, [Line::Visibility]);
    assert!(!moved.reordered && change.fields.is_empty());
    assert_eq!(compare(&now, &before).steps, [change.turned()]);
}

#[test]
fn nudging_a_card_is_no_change() {
    let (_, _, comparison) = after(|scenario| {
        let id = named(scenario, "Eye test");
        let mut place = scenario.steps()[&id].place();
        place.at.y += 4;
        Edit::PlaceSteps(vec![(id, place)])
    });
    assert!(comparison.is_empty(), "{comparison:?}");
}

#[test]
fn a_time_and_a_name_are_told_as_fields() {
    let (_, _, comparison) = after(|scenario| {
        let id = named(scenario, "Eye test");
        let mut step = Step::clone(&scenario.steps()[&id]);
        step.name = "Sight test".to_owned();
        step.time = None;
        Edit::SetSteps(vec![(id, step)])
    });
    assert_eq!(comparison.steps[0].fields, [StepField::Name, StepField::Time]);
    assert_eq!(verdict(&comparison, FigureKey::Capacity), Verdict::Unclear, "a time is missing");
}

#[test]
fn links_of_a_removed_step_only_follow_it() {
    let (_, _, comparison) = after(|scenario| Edit::Remove {
        steps: BTreeSet::from([named(scenario, "Waits for check")]),
        links: BTreeSet::new(),
    });
    assert_eq!(comparison.steps.len(), 1);
    assert_eq!(comparison.steps[0].difference, Difference::Removed);
    let own: Vec<_> = comparison.links.iter().filter(|link| !link.follows).collect();
    assert!(own.iter().all(|link| link.difference == Difference::Added), "only the bridge is new");
    assert!(comparison.links.len() > own.len());
}

#[test]
fn a_link_drawn_anew_is_the_same_link() {
    let mut editor = office();
    let before = Scenario::clone(editor.scenario());
    let (id, link) =
        before.links().iter().next().map(|(id, link)| (*id, Link::clone(link))).unwrap();
    let gone = Edit::Remove { steps: BTreeSet::new(), links: BTreeSet::from([id]) };
    editor.apply(gone).unwrap();
    editor.apply(Edit::AddLink(link)).unwrap();
    assert!(compare(&before, editor.scenario()).is_empty());
}

#[test]
fn a_label_is_a_difference_that_changes_no_figure() {
    let (_, _, comparison) = after(|scenario| {
        let id = *scenario.links().keys().next().unwrap();
        Edit::SetLabel(id, " Yes ".to_owned())
    });
    let [change] = comparison.links.as_slice() else { panic!("one link: {comparison:?}") };
    assert_eq!(change.difference, Difference::Changed);
    assert_eq!(change.after.as_ref().map(|link| link.label.as_str()), Some("Yes"));
    assert!(comparison.steps.is_empty() && comparison.sheet.is_empty());
    let same = |figure: &onstage::redesign::FigureChange| {
        format!("{:?}", figure.before) == format!("{:?}", figure.after)
    };
    assert!(comparison.figures.iter().all(same));
}

#[test]
fn the_sample_to_be_stands_in_another_order() {
    let blueprint = office().blueprint().clone();
    let [as_is, to_be] = blueprint.scenarios() else { panic!("two scenarios") };
    let comparison = compare(as_is, to_be);
    assert!(comparison.sheet.contains(&SheetChange::PhaseOrder));
    assert_eq!(comparison.figures[0].after.value, Some(120.0));
    // Verify and Pay change places; of the two the fewer cards are said to have moved.
    let moved = comparison.steps.iter().filter(|step| step.moved.is_some()).count();
    assert!((1..=3).contains(&moved), "{moved}");
}

#[test]
fn demand_is_compared_field_by_field() {
    let (_, _, comparison) = after(|scenario| {
        let per_hour = Quantity::new(100.0).ok();
        Edit::SetDemand(Demand { per_hour, ..scenario.demand().clone() })
    });
    assert_eq!(comparison.demand, [DemandField::PerHour]);
    assert_eq!(verdict(&comparison, FigureKey::Utilisation), Verdict::Worse, "now above 1");
}

/// One of several kinds of edit on what is there.
fn edit(scenario: &Scenario, kind: u8, a: usize, b: usize, c: i32) -> Option<Edit> {
    let steps: Vec<StepId> = scenario.steps().keys().copied().collect();
    let step = *steps.get(a % steps.len().max(1))?;
    let other = *steps.get(b % steps.len().max(1))?;
    let lane = *scenario.lanes().keys().nth(a % scenario.lanes().len())?;
    let phase = *scenario.phases().keys().nth(b % scenario.phases().len())?;
    let place = Place { lane, phase, at: SheetPoint::new(c, 40) };
    Some(match kind % 10 {
        0 => Edit::AddStep(Box::new(Step::new(format!("Step {c}"), StepKind::Action, place))),
        1 => Edit::RenameStep(step, format!("Name {c}")),
        2 => Edit::PlaceSteps(vec![(step, place)]),
        3 => Edit::Remove { steps: BTreeSet::from([step]), links: BTreeSet::new() },
        4 => Edit::AddLink(Link::between(step, other, LinkKind::ALL[b % 3])),
        5 => {
            let (id, role) = scenario.roles().iter().nth(a % scenario.roles().len().max(1))?;
            let headcount = u32::try_from(c.rem_euclid(5)).ok()?;
            Edit::SetRole(*id, Role { headcount, ..Role::clone(role) })
        }
        6 => Edit::AddRole(Role::new(format!("Role {c}"), 1)),
        7 => Edit::AddLane(Lane::new(Zone::ALL[a % 5])),
        8 => Edit::ReorderPhase(phase, a % 5),
        _ => Edit::MoveLine(vec![(lane, Zone::ALL[b % 5])]),
    })
}

fn turned(difference: Difference) -> Difference {
    match difference {
        Difference::Added => Difference::Removed,
        Difference::Removed => Difference::Added,
        Difference::Changed => Difference::Changed,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Nothing differs from itself; swapping the scenarios swaps every change and every verdict;
    /// and where nothing is said to differ, every figure is the same.
    #[test]
    fn comparisons_are_sound(
        which in 0_usize..7,
        edits in prop::collection::vec((any::<u8>(), 0_usize..64, 0_usize..64, -50..900_i32), 0..12),
    ) {
        let blueprint: Blueprint = samples()[which % samples().len()].open().unwrap();
        let mut editor = Editor::new(blueprint);
        let before = Scenario::clone(editor.scenario());
        for (kind, a, b, c) in edits {
            if let Some(edit) = edit(editor.scenario(), kind, a, b, c) {
                // What the document refuses changes nothing.
                let _ = editor.apply(edit);
            }
        }
        let after = editor.scenario();
        let same = compare(after, after);
        prop_assert!(same.is_empty());
        prop_assert!(same.figures.iter().all(|figure| figure.verdict == Verdict::Same));

        let (there, back) = (compare(&before, after), compare(after, &before));
        let by_step = |comparison: &Comparison| {
            let mut steps = comparison.steps.clone();
            steps.sort_by_key(|change| change.step);
            steps
        };
        let swapped: Vec<_> = by_step(&back).iter().map(StepChange::turned).collect();
        prop_assert_eq!(by_step(&there), swapped);
        let mut roles: Vec<_> = back.roles.iter().map(RoleChange::turned).collect();
        roles.sort_by_key(|change| change.role);
        let mut expected = there.roles.clone();
        expected.sort_by_key(|change| change.role);
        prop_assert_eq!(expected, roles);
        let count = |comparison: &Comparison, difference| {
            comparison.links.iter().filter(|link| link.difference == difference).count()
        };
        for difference in [Difference::Added, Difference::Removed, Difference::Changed] {
            prop_assert_eq!(count(&there, difference), count(&back, turned(difference)));
        }
        for (one, other) in there.figures.iter().zip(&back.figures) {
            let expected = match one.verdict {
                Verdict::Better => Verdict::Worse,
                Verdict::Worse => Verdict::Better,
                same => same,
            };
            prop_assert_eq!(other.verdict, expected);
        }
        if there.is_empty() {
            for figure in &there.figures {
                prop_assert_eq!(figure.verdict, Verdict::Same, "{:?}", figure.key);
            }
        }
    }
}
