//! What is written is read back, to the value and to the byte.

use onstage::blueprint::Role;
use onstage::editor::{DocumentEdit, Edit};
use onstage::storage::{decode, encode};
use proptest::prelude::*;

use super::random::blueprints;
use super::small;

#[test]
fn who_may_do_what_is_kept() {
    let mut blueprint = small();
    let scenario = blueprint.baseline().id();
    blueprint.set_only_today(true);
    blueprint
        .edit(scenario, |scenario, ids| {
            let barber = *scenario.roles().keys().next().unwrap();
            let pupil = scenario.add_role(
                Role { stands_in_for: vec![barber], colour: 1, ..Role::new("Pupil", 1) },
                ids,
            )?;
            // Two may stand in for each other.
            let role = Role::clone(&scenario.roles()[&barber]);
            scenario.set_role(barber, Role { stands_in_for: vec![pupil], ..role })
        })
        .unwrap();
    let text = encode(&blueprint);
    assert!(text.contains("    redesign: (only_today: true),\n"), "{text}");
    assert!(text.contains("name: \"Pupil\", colour: 1, stands_in_for: [8])"), "{text}");
    let again = decode(&text).unwrap().blueprint;
    assert_eq!(again, blueprint);
    assert_eq!(encode(&again), text);
    assert!(again.only_today());
}

#[test]
fn a_blueprint_is_written_for_people() {
    let expect = r#"(
    version: 1,
    title: "Barber's \"shop\"",
    next_id: 12,
    scenarios: [
        (
            id: 1,
            name: "As is",
            lanes: [
                (id: 2, zone: Evidence),
                (id: 3, zone: Customer),
                (id: 4, zone: Frontstage),
                (id: 5, zone: Backstage),
                (id: 6, zone: Support),
            ],
            phases: [
                (id: 7, width: 1008),
            ],
            roles: [
                (id: 8, name: "Barber", colour: 3),
            ],
            steps: [
                (
                    id: 9,
                    name: "Sits down",
                    lane: 3,
                    phase: 7,
                    at: (72, 60),
                ),
                (
                    id: 10,
                    name: "Cut",
                    lane: 4,
                    phase: 7,
                    at: (72, 60),
                    time: "20 ± 5 min",
                    needs: [(roles: [8])],
                    procedure: "Ask first.\nThen cut.",
                ),
            ],
            links: [
                (id: 11, from: 9, to: 10, kind: Together),
            ],
        ),
    ],
)
"#;
    let text = encode(&small());
    assert_eq!(text, expect);
    let opened = decode(&text).unwrap();
    assert_eq!(opened.blueprint, small());
    assert!(opened.is_complete());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_blueprint_is_read_back_as_it_was(blueprint in blueprints()) {
        let text = encode(&blueprint);
        let opened = decode(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        prop_assert!(opened.is_complete());
        prop_assert_eq!(&opened.blueprint, &blueprint);
        prop_assert_eq!(encode(&opened.blueprint), text);
    }

    #[test]
    fn windows_line_ends_change_nothing(blueprint in blueprints()) {
        let text = encode(&blueprint);
        prop_assert!(!text.contains('\r'));
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        prop_assert_eq!(decode(&windows).unwrap().blueprint, blueprint);
    }
}

/// A copied scenario is written in full, but so that the two blocks can be laid side by side: only
/// what was changed differs.
#[test]
fn the_blocks_of_a_copied_scenario_differ_in_what_was_changed_alone() {
    let sample = onstage::storage::samples().iter().find(|it| it.key == "driver-licence-office");
    let blueprint = sample.unwrap().open().unwrap();
    let mut editor = onstage::editor::Editor::new(blueprint);
    let copy = DocumentEdit::DuplicateScenario(editor.scenario().id(), "Second officer".to_owned());
    editor.apply(copy).unwrap();
    let named = |(_, role): &(_, &std::sync::Arc<Role>)| role.name == "Records officer";
    let (id, role) = editor.scenario().roles().iter().find(named).unwrap();
    let more = Role { headcount: 2, ..Role::clone(role) };
    editor.apply(Edit::SetRole(*id, more)).unwrap();
    let text = encode(editor.blueprint());
    let blocks: Vec<&str> = text.split("\n        (\n").collect();
    let (before, after): (Vec<&str>, Vec<&str>) =
        (blocks[1].lines().collect(), blocks[2].lines().collect());
    assert_eq!(before.len(), after.len());
    let changed: Vec<&str> =
        before.iter().zip(&after).filter(|(a, b)| a != b).map(|(_, b)| b.trim()).collect();
    assert_eq!(changed.len(), 3, "identity, name and the role: {changed:?}");
    assert!(changed[2].contains("headcount: 2"));
}
