//! Edits: what they do to the document, and that undo takes back exactly that.

// What the tests look for is there by construction.
#![allow(clippy::expect_used)]

#[path = "editing/sequences.rs"]
mod sequences;
#[path = "editing/versions.rs"]
mod versions;

use std::collections::BTreeSet;

use onstage::blueprint::{
    Blueprint, Dimension, Element, Id, Lane, LaneHeight, LaneSteps, Link, LinkEnd, LinkKind, Phase,
    PhaseWidth, Place, RedesignRules, Refusal, Role, Scenario, Share, SheetPoint, Step, StepId,
    StepKind, Zone,
};
use onstage::editor::{Edit, Editor, GestureId, Selection};
use onstage::storage::{decode, encode, samples};
use proptest::prelude::*;

fn sample(key: &str) -> Editor {
    let sample = samples().iter().find(|sample| sample.key == key).expect("a sample");
    Editor::new(sample.open().expect("a sound sample"))
}

fn named(scenario: &Scenario, name: &str) -> StepId {
    *scenario.steps().iter().find(|(_, step)| step.name == name).expect(name).0
}

/// Names of the flows, such as "A > B 30 %".
fn flows(scenario: &Scenario) -> BTreeSet<String> {
    let name = |id: StepId| scenario.steps()[&id].name.clone();
    scenario
        .links()
        .values()
        .filter(|link| link.kind == LinkKind::Flow)
        .map(|link| {
            let to = link.to.step().map_or_else(|| "out".to_owned(), name);
            let share = link.share.map(|share| format!(" {share}")).unwrap_or_default();
            format!("{} > {to}{share}", name(link.from))
        })
        .collect()
}

/// A line of steps in the customer's zone: "A B C" with flows between neighbours.
fn line(names: &str) -> (Editor, Vec<StepId>) {
    let mut editor = Editor::new(Blueprint::empty("", "As-is"));
    let lane = editor.scenario().lanes_of(Zone::Customer).next().expect("a lane").0;
    let phase = *editor.scenario().phases().keys().next().expect("a phase");
    let mut steps = Vec::new();
    for (x, name) in (1..).zip(names.split(' ')) {
        let place = Place { lane, phase, at: SheetPoint::new(x * 140, 60) };
        let kind = if name.ends_with('?') { StepKind::Decision } else { StepKind::Action };
        editor.apply(Edit::AddStep(Box::new(Step::new(name, kind, place)))).expect("added");
        steps.push(editor.selection().only_step().expect("the new step is selected"));
    }
    for pair in steps.windows(2) {
        let link = Link::between(pair[0], pair[1], LinkKind::Flow);
        editor.apply(Edit::AddLink(link)).expect("linked");
    }
    (editor, steps)
}

fn remove(editor: &mut Editor, step: StepId) {
    let steps = BTreeSet::from([step]);
    editor.apply(Edit::Remove { steps, links: BTreeSet::new() }).expect("removed");
}

#[test]
fn the_flow_heals_over_a_removed_step() {
    let (mut editor, steps) = line("A B C");
    remove(&mut editor, steps[1]);
    assert_eq!(flows(editor.scenario()), BTreeSet::from(["A > C".to_owned()]));
}

#[test]
fn shares_multiply_over_a_removed_step() {
    let (mut editor, steps) = line("A? B? C");
    let out = |from, share| Link {
        from,
        to: LinkEnd::Outside,
        kind: LinkKind::Flow,
        share: Some(Share::percent(share).expect("a share")),
        label: String::new(),
    };
    for (step, rest) in [(steps[0], 50.0), (steps[1], 20.0)] {
        let ahead = editor.scenario().links_at(step).find(|(_, l)| l.from == step).expect("on").1;
        let ahead = Link::clone(ahead);
        let id = editor.scenario().links_at(step).find(|(_, l)| l.from == step).expect("on").0;
        let share = Some(Share::percent(100.0 - rest).expect("a share"));
        editor.apply(Edit::SetLink(id, Link { share, ..ahead })).expect("set");
        editor.apply(Edit::AddLink(out(step, rest))).expect("drawn");
    }
    remove(&mut editor, steps[1]);
    let expect = ["A? > C 40 %", "A? > out 60 %"].map(str::to_owned);
    assert_eq!(flows(editor.scenario()), BTreeSet::from(expect), "50 % × 80 %, 50 % + 50 % × 20 %");
}

#[test]
fn what_happens_together_takes_over_the_flow_of_a_removed_step() {
    let mut editor = sample("driver-licence-office");
    let fee = named(editor.scenario(), "Pays the fee");
    remove(&mut editor, fee);
    let flows = flows(editor.scenario());
    assert!(flows.contains("Hands in form > Collect payment"));
    assert!(flows.contains("Collect payment > Waits for check"));
}

#[test]
fn a_removed_decision_leaves_the_branch_that_was_chosen() {
    let (mut editor, steps) = line("A B? C");
    let place = editor.scenario().steps()[&steps[2]].place();
    let other = Step::new("D", StepKind::Action, place);
    editor.apply(Edit::AppendStep(steps[1], Box::new(other), LinkKind::Flow)).expect("added");
    let kept = editor
        .scenario()
        .links()
        .iter()
        .find(|(_, link)| link.from == steps[1] && link.to == LinkEnd::Step(steps[2]))
        .map(|(id, _)| *id)
        .expect("the way to C");
    editor.apply(Edit::RemoveDecision(steps[1], kept)).expect("removed");
    assert_eq!(flows(editor.scenario()), BTreeSet::from(["A > C".to_owned()]));
}

#[test]
fn of_two_ways_the_other_has_the_rest() {
    let (mut editor, steps) = line("A? B");
    let way = Link {
        from: steps[0],
        to: LinkEnd::Outside,
        kind: LinkKind::Flow,
        share: None,
        label: String::new(),
    };
    editor.apply(Edit::AddLink(way)).expect("drawn");
    let first = *editor.scenario().links().keys().next().expect("a link");
    let third = Share::fraction(1.0, 3.0).expect("a share");
    editor.apply(Edit::SetShare(first, Some(third))).expect("set");
    // It says nothing, and has it.
    let expect = ["A? > B 1/3", "A? > out"].map(str::to_owned);
    assert_eq!(flows(editor.scenario()), BTreeSet::from(expect));
    let (second, other) = editor.scenario().links().iter().next_back().expect("a way");
    let rest = editor.scenario().rest_share(other).expect("the rest").value();
    assert!((rest - 2.0 / 3.0).abs() < 1e-9, "{rest}");
    // Once it says a share, it goes by the other.
    let second = *second;
    editor.apply(Edit::SetShare(second, Share::percent(40.0).ok())).expect("set");
    editor.apply(Edit::SetShare(first, Some(third))).expect("set");
    let expect = ["A? > B 1/3", "A? > out 2/3"].map(str::to_owned);
    assert_eq!(flows(editor.scenario()), BTreeSet::from(expect));
}

#[test]
fn a_new_way_takes_its_share_from_the_one_that_says_none() {
    let (mut editor, steps) = line("A? B");
    let place = editor.scenario().steps()[&steps[1]].place();
    for (name, share) in [("C", 40.0), ("D", 20.0)] {
        let step = Box::new(Step::new(name, StepKind::Action, place));
        editor.apply(Edit::AppendStep(steps[0], step, LinkKind::Flow)).expect("added");
        let (id, way) = editor.scenario().links().iter().next_back().expect("a way");
        assert!(editor.scenario().lacks_share(way), "nothing tells who goes to {name}");
        let share = Some(Share::percent(share).expect("a share"));
        editor.apply(Edit::SetShare(*id, share)).expect("set");
    }
    let expect = ["A? > B", "A? > C 40 %", "A? > D 20 %"].map(str::to_owned);
    assert_eq!(flows(editor.scenario()), BTreeSet::from(expect), "what was typed stays");
    editor.undo();
    let expect = ["A? > B", "A? > C 40 %", "A? > D"].map(str::to_owned);
    assert_eq!(flows(editor.scenario()), BTreeSet::from(expect), "one step");
}

#[test]
fn ways_out_that_add_up_still_do_after_one_gets_another_share() {
    let (mut editor, steps) = line("A? B");
    let place = editor.scenario().steps()[&steps[1]].place();
    for name in ["C", "D"] {
        let step = Box::new(Step::new(name, StepKind::Action, place));
        editor.apply(Edit::AppendStep(steps[0], step, LinkKind::Flow)).expect("added");
    }
    let ways: Vec<_> = editor.scenario().links().keys().copied().collect();
    let mut set = |way: usize, percent: f64| {
        editor.apply(Edit::SetShare(ways[way], Share::percent(percent).ok())).expect("set");
        let shares = editor.scenario().links().values().filter_map(|way| way.share);
        shares.map(|share| (share.value() * 1000.0).round() / 10.0).collect::<Vec<_>>()
    };
    // What does not add up is left to whoever gives the shares.
    set(0, 70.0);
    set(1, 20.0);
    assert_eq!(set(2, 10.0), [70.0, 20.0, 10.0]);
    // Given one after the other they stay as they were given.
    assert_eq!(set(0, 40.0), [40.0, 40.0, 20.0]);
    assert_eq!(set(1, 50.0), [40.0, 50.0, 10.0]);
    // Where nothing is left for what comes later, all give way.
    assert_eq!(set(1, 80.0), [16.0, 80.0, 4.0]);
    assert_eq!(set(2, 50.0), [8.3, 41.7, 50.0]);
    assert_eq!(set(0, 100.0), [100.0, 0.0, 0.0]);
    assert_eq!(set(0, 40.0), [40.0, 30.0, 30.0]);
}

#[test]
fn what_was_added_and_named_is_one_step() {
    let (mut editor, steps) = line("A B");
    let before = encode(editor.blueprint());
    let place = editor.scenario().steps()[&steps[0]].place();
    editor
        .apply(Edit::AddStep(Box::new(Step::new("New", StepKind::Action, place))))
        .expect("added");
    let (made, added) = (editor.blueprint().clone(), editor.selection().only_step().expect("it"));
    editor.amend(&made, Edit::RenameStep(added, "Pays".to_owned())).expect("named");
    assert_eq!(editor.undo_name().map(|name| name.code), Some("edit-add-step"));
    editor.undo();
    assert_eq!(encode(editor.blueprint()), before, "one step takes both back");
    editor.redo();
    assert_eq!(editor.scenario().steps()[&added].name, "Pays");
    // Once something else was done, a name is a step of its own.
    editor.amend(&made, Edit::RenameStep(added, "Leaves".to_owned())).expect("named");
    editor.undo();
    assert_eq!(editor.scenario().steps()[&added].name, "Pays");
    // A name that changes nothing leaves the last step alone.
    let made = editor.blueprint().clone();
    editor.amend(&made, Edit::RenameStep(added, "Pays".to_owned())).expect("the same name");
    editor.undo();
    assert_eq!(encode(editor.blueprint()), before);
}

#[test]
fn a_gesture_is_one_step_however_often_it_is_previewed() {
    let (mut editor, steps) = line("A B");
    let before = encode(editor.blueprint());
    let place = editor.scenario().steps()[&steps[0]].place();
    for x in 0..50 {
        let at = SheetPoint::new(200 + x, 60);
        let edit = Edit::PlaceSteps(vec![(steps[0], Place { at, ..place })]);
        editor.preview(GestureId(7), edit).expect("moved");
    }
    editor.commit();
    assert_eq!(editor.undo_name().map(|name| name.code), Some("edit-move-steps"));
    editor.undo();
    assert_eq!(encode(editor.blueprint()), before);
    editor.redo();
    assert_eq!(editor.scenario().steps()[&steps[0]].at.x, 249);
}

#[test]
fn an_aborted_gesture_leaves_no_trace() {
    let (mut editor, steps) = line("A B");
    let (before, undo) = (encode(editor.blueprint()), editor.undo_name());
    let edit = Edit::RenameStep(steps[0], "Else".to_owned());
    editor.preview(GestureId(1), edit).expect("renamed");
    editor.abort();
    assert_eq!((encode(editor.blueprint()), editor.undo_name()), (before, undo));
}

#[test]
fn a_refused_edit_changes_nothing_and_says_why() {
    let (mut editor, steps) = line("A B");
    let before = encode(editor.blueprint());
    let check = |editor: &mut Editor, edit: Edit, expect: Refusal| {
        assert_eq!(editor.apply(edit), Err(expect));
        assert_eq!(encode(editor.blueprint()), before);
    };
    let twice = Link::between(steps[0], steps[1], LinkKind::Flow);
    check(&mut editor, Edit::AddLink(twice), Refusal::LinkedAlready);
    let itself = Link::between(steps[0], steps[0], LinkKind::Flow);
    check(&mut editor, Edit::AddLink(itself), Refusal::LinkToItself);
    let both = Link::between(steps[0], steps[1], LinkKind::Together);
    check(&mut editor, Edit::AddLink(both), Refusal::WithinMoment);
    check(&mut editor, Edit::RenameStep(steps[0], "  ".to_owned()), Refusal::NameNeeded);
    let phase = *editor.scenario().phases().keys().next().expect("a phase");
    check(&mut editor, Edit::RemovePhase(phase), Refusal::LastPhase);
    let lane = editor.scenario().steps()[&steps[0]].lane;
    check(&mut editor, Edit::RemoveLane(lane, LaneSteps::MustBeNone), Refusal::LaneNotEmpty);
}

#[test]
fn only_what_figures_depend_on_counts_as_a_change_of_figures() {
    let mut editor = sample("driver-licence-office");
    let step = named(editor.scenario(), "Eye test");
    let mut place = editor.scenario().steps()[&step].place();
    let start = editor.figures_revision();
    place.at.x += 10;
    editor.apply(Edit::PlaceSteps(vec![(step, place)])).expect("moved");
    let mut noted = Step::clone(&editor.scenario().steps()[&step]);
    noted.procedure = "Stand behind the line".to_owned();
    editor.apply(Edit::SetSteps(vec![(step, noted)])).expect("noted");
    assert_eq!(editor.figures_revision(), start, "neither a place nor a text is a figure");
    place.lane = editor.scenario().lanes_of(Zone::Backstage).next().expect("a lane").0;
    editor.apply(Edit::PlaceSteps(vec![(step, place)])).expect("moved");
    assert!(editor.figures_revision() > start, "the zone is");
}

/// A number that picks one of several things.
fn pick<T: Copy>(of: &[T], number: usize) -> Option<T> {
    (!of.is_empty()).then(|| of[number % of.len()])
}

/// An edit of any kind on what is there, from four arbitrary numbers.
fn any_edit(scenario: &Scenario, kind: u8, a: usize, b: usize, c: i32) -> Option<Edit> {
    let steps: Vec<StepId> = scenario.steps().keys().copied().collect();
    let links: Vec<_> = scenario.links().keys().copied().collect();
    let lanes: Vec<_> = scenario.lanes().keys().copied().collect();
    let phases: Vec<_> = scenario.phases().keys().copied().collect();
    let roles: Vec<_> = scenario.roles().keys().copied().collect();
    let zone = Zone::ALL[a % 5];
    let place =
        Place { lane: pick(&lanes, a)?, phase: pick(&phases, b)?, at: SheetPoint::new(c, c / 2) };
    let step = || Step::new(format!("Step {c}"), StepKind::ALL[b % 4], place);
    let link_kind = LinkKind::ALL[b % 3];
    Some(match kind % 22 {
        0 => Edit::AddStep(Box::new(step())),
        1 => Edit::AppendStep(pick(&steps, b)?, Box::new(step()), link_kind),
        2 => Edit::InsertStep(pick(&links, b)?, Box::new(step())),
        3 => Edit::RenameStep(pick(&steps, a)?, format!("Name {c}")),
        4 => Edit::PlaceSteps(vec![(pick(&steps, a)?, place), (pick(&steps, b)?, place)]),
        5 => Edit::Remove {
            steps: [pick(&steps, a)?, pick(&steps, b)?].into(),
            links: BTreeSet::new(),
        },
        6 => Edit::Remove { steps: BTreeSet::new(), links: [pick(&links, a)?].into() },
        7 => Edit::DuplicateSteps([pick(&steps, a)?, pick(&steps, b)?].into(), (20, 10)),
        8 => Edit::AddLink(Link::between(pick(&steps, a)?, pick(&steps, b)?, link_kind)),
        9 => {
            let id = pick(&links, a)?;
            Edit::SetLink(id, Link { kind: link_kind, ..Link::clone(&scenario.links()[&id]) })
        }
        10 => Edit::SetShare(pick(&links, a)?, Share::percent(f64::from(c.rem_euclid(100))).ok()),
        11 => Edit::AssignRole(pick(&steps, a)?, pick(&roles, b)?),
        12 => Edit::AddLane(Lane::new(zone)),
        13 => Edit::MoveLine(vec![(pick(&lanes, b)?, zone)]),
        14 => Edit::ReorderLane(pick(&lanes, a)?, b % 4),
        15 => Edit::RemoveLane(
            pick(&lanes, a)?,
            [LaneSteps::Remove, LaneSteps::MoveTo(pick(&lanes, b)?), LaneSteps::MustBeNone][b % 3],
        ),
        16 => Edit::AddPhase(Phase::new(format!("Phase {c}")), b % 5),
        17 => Edit::RemovePhase(pick(&phases, a)?),
        18 => Edit::ReorderPhase(pick(&phases, a)?, b % 5),
        19 => Edit::AddRole(Role::new(format!("Role {c}"), 1)),
        20 => Edit::RemoveRole(pick(&roles, a)?),
        _ => Edit::AddElement(Element::new(format!("Sign {c}"), Dimension::ALL[a % 3])),
    })
}

#[test]
fn a_removal_of_something_unknown_removes_nothing() {
    let (editor, steps) = line("A B C");
    let mut scenario = Scenario::clone(editor.scenario());
    let mut ids = editor.blueprint().ids();
    let unknown = StepId::from_number(4_000_000);
    let refused = scenario.remove_steps(&BTreeSet::from([steps[0], unknown]), &mut ids);
    assert_eq!(refused, Err(Refusal::NotThere));
    assert_eq!(&scenario, editor.scenario().as_ref());
}

#[test]
fn a_card_stays_within_reach_when_its_phase_is_removed() {
    let (editor, steps) = line("A B");
    let mut scenario = Scenario::clone(editor.scenario());
    let mut ids = editor.blueprint().ids();
    let wide = Phase {
        name: "Wide".to_owned(),
        width: PhaseWidth::new(PhaseWidth::MOST).expect("a width"),
        stage: None,
    };
    let last = scenario.add_phase(wide, 1, &mut ids);
    let far = SheetPoint::new(SheetPoint::FARTHEST, 60);
    let place = Place { phase: last, at: far, ..scenario.steps()[&steps[0]].place() };
    scenario.place_step(steps[0], place).expect("placed");
    scenario.remove_phase(last).expect("removed");
    assert_eq!(scenario.steps()[&steps[0]].at, far);
}

#[test]
fn a_moment_holds_all_that_is_joined() {
    let (mut editor, steps) = line("A B C D");
    for pair in [(0, 2), (3, 2)] {
        let flow = editor.scenario().links_at(steps[pair.0]).map(|(id, _)| id);
        let flows: BTreeSet<_> = flow.collect();
        editor.apply(Edit::Remove { steps: BTreeSet::new(), links: flows }).expect("removed");
        let link = Link::between(steps[pair.0], steps[pair.1], LinkKind::Together);
        editor.apply(Edit::AddLink(link)).expect("linked");
    }
    let scenario = editor.scenario();
    assert_eq!(scenario.moment_of(steps[0]), [steps[0], steps[2], steps[3]]);
    assert_eq!(scenario.moment_of(steps[1]), [steps[1]]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Removing steps at once leaves what removing them one after another does.
    #[test]
    fn the_flow_heals_alike_over_one_step_and_many(
        kinds in prop::collection::vec(0_usize..6, 2..9),
        plans in prop::collection::vec((0_usize..9, 0_usize..9, 0_usize..3, prop::option::of(0..=100_u8)), 0..24),
        chosen in prop::collection::btree_set(0_usize..9, 0..9),
    ) {
        let mut blueprint = Blueprint::empty("", "As-is");
        let id = blueprint.baseline().id();
        let all = [StepKind::Action, StepKind::Decision, StepKind::Evidence, StepKind::Note];
        let steps: Vec<StepId> = blueprint.edit(id, |scenario, ids| {
            let lane = scenario.lanes_of(Zone::Customer).next().expect("a lane").0;
            let phase = *scenario.phases().keys().next().expect("a phase");
            let place = Place { lane, phase, at: SheetPoint::default() };
            // Most steps are actions, as in a blueprint.
            kinds.iter().map(|kind| {
                let kind = all.get(*kind).copied().unwrap_or(StepKind::Action);
                scenario.add_step(Step::new("X", kind, place), ids)
            }).collect()
        }).expect("added");
        let mut ids = blueprint.ids();
        let mut scenario = Scenario::clone(blueprint.baseline());
        for (from, to, kind, share) in plans {
            let share = share.map(|share| Share::percent(f64::from(share)).expect("a share"));
            let to = steps.get(to).map_or(LinkEnd::Outside, |to| LinkEnd::Step(*to));
            let link = Link { from: steps[from % steps.len()], to, kind: LinkKind::ALL[kind], share, label: String::new() };
            // What the document refuses is not drawn.
            let _ = scenario.add_link(link, &mut ids);
        }
        let chosen: BTreeSet<StepId> =
            chosen.into_iter().filter_map(|at| steps.get(at).copied()).collect();
        let (mut at_once, mut one_by_one) = (scenario.clone(), scenario);
        let (mut ids_at_once, mut ids_one_by_one) = (ids, ids);
        at_once.remove_steps(&chosen, &mut ids_at_once).expect("removed");
        for step in chosen {
            one_by_one.remove_step(step, None, &mut ids_one_by_one).expect("removed");
        }
        prop_assert_eq!(&at_once, &one_by_one);
        prop_assert_eq!(ids_at_once, ids_one_by_one);
        for (link, row) in at_once.links() {
            prop_assert!(at_once.check_link(row, Some(*link)).is_ok(), "{row:?}");
        }
    }

    /// After any edits undo returns to the start and redo to the end, byte for byte, and every
    /// version in between is one that a file can hold: reading it checks every invariant.
    #[test]
    fn undo_and_redo_lead_through_the_same_versions(
        which in 0_usize..7,
        edits in prop::collection::vec((any::<u8>(), 0_usize..64, 0_usize..64, -50..2_000_i32), 1..40),
    ) {
        let mut editor = Editor::new(samples()[which % samples().len()].open().expect("sound"));
        let mut versions = vec![encode(editor.blueprint())];
        for (kind, a, b, c) in edits {
            let Some(edit) = any_edit(editor.scenario(), kind, a, b, c) else { continue };
            let before = encode(editor.blueprint());
            let done = editor.apply(edit);
            let after = encode(editor.blueprint());
            if done.is_err() {
                prop_assert_eq!(&before, &after, "a refused edit leaves no trace");
            }
            if before != after {
                let read = decode(&after).map_err(|error| TestCaseError::fail(error.to_string()))?;
                prop_assert_eq!(encode(&read.blueprint), after.clone());
                versions.push(after);
            }
        }
        for version in versions.iter().rev().skip(1) {
            editor.undo();
            prop_assert_eq!(&encode(editor.blueprint()), version);
        }
        prop_assert!(editor.undo_name().is_none());
        prop_assert!(!editor.is_modified());
        for version in versions.iter().skip(1) {
            editor.redo();
            prop_assert_eq!(&encode(editor.blueprint()), version);
        }
        prop_assert!(editor.redo_name().is_none());
    }

    /// Selections only hold what is there.
    #[test]
    fn what_is_selected_is_there(kinds in prop::collection::vec((any::<u8>(), 0_usize..64), 1..20)) {
        let mut editor = sample("driver-licence-office");
        let all: Vec<StepId> = editor.scenario().steps().keys().copied().collect();
        editor.select(Selection::steps(all));
        for (kind, a) in kinds {
            if let Some(edit) = any_edit(editor.scenario(), kind, a, a + 1, 100) {
                let _ = editor.apply(edit);
            }
            let there = |id: &StepId| editor.scenario().steps().contains_key(id);
            prop_assert!(editor.selection().steps.iter().all(there));
        }
    }
}

#[test]
fn sizes_have_their_limits() {
    assert_eq!(LaneHeight::new(10), Err(Refusal::SizeRange));
    assert_eq!(PhaseWidth::new(0), Err(Refusal::SizeRange));
}

#[test]
fn rules_of_a_redesign_forget_what_is_removed() {
    let (mut editor, steps) = line("A B C D");
    let role = {
        editor.apply(Edit::AddRole(Role::new("Clerk", 0))).expect("added");
        *editor.scenario().roles().keys().next().expect("a role")
    };
    let one = std::num::NonZeroU32::MIN;
    let rules = RedesignRules {
        order: vec![(steps[0], steps[1]), (steps[2], steps[3]), (steps[2], steps[3])],
        first: Some(steps[0]),
        last: Some(steps[3]),
        alone: vec![steps[1], steps[0]],
        together: vec![vec![steps[0], steps[1]], vec![steps[3], steps[1], steps[2]]],
        places: vec![(steps[0], one), (steps[3], one)],
        trained: vec![(role, steps[0]), (role, steps[2])],
        ..RedesignRules::default()
    };
    editor.apply(Edit::SetRedesignRules(Box::new(rules))).expect("sound rules");
    remove(&mut editor, steps[0]);
    let expected = RedesignRules {
        order: vec![(steps[2], steps[3])],
        last: Some(steps[3]),
        alone: vec![steps[1]],
        together: vec![vec![steps[1], steps[2], steps[3]]],
        places: vec![(steps[3], one)],
        trained: vec![(role, steps[2])],
        ..RedesignRules::default()
    };
    assert_eq!(*editor.scenario().redesign_rules(), expected);
    editor.apply(Edit::RemoveRole(role)).expect("removed");
    assert_eq!(editor.scenario().redesign_rules().trained, []);
    let lost = RedesignRules { first: Some(steps[0]), ..expected };
    let refused = editor.apply(Edit::SetRedesignRules(Box::new(lost)));
    assert_eq!(refused, Err(Refusal::NotThere));
}

#[test]
fn what_becomes_a_note_leads_nowhere_out_of_the_service() {
    let (mut editor, steps) = line("A B");
    let out = Link {
        from: steps[1],
        to: LinkEnd::Outside,
        kind: LinkKind::Flow,
        share: None,
        label: String::new(),
    };
    editor.apply(Edit::AddLink(out)).expect("drawn");
    let note = Step { kind: StepKind::Note, ..Step::clone(&editor.scenario().steps()[&steps[1]]) };
    editor.apply(Edit::SetSteps(vec![(steps[1], note)])).expect("changed");
    assert_eq!(flows(editor.scenario()), BTreeSet::from(["A > B".to_owned()]));
    let saved = encode(editor.blueprint());
    assert_eq!(decode(&saved).expect("opens again").blueprint, **editor.blueprint());
}
