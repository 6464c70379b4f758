//! Blueprints as files: what is written is read back, what is damaged is named.

// A test that cannot build its input should stop.
#![allow(clippy::unwrap_used)]

use std::fs;

use onstage::blueprint::{
    Blueprint, IdSource, Link, LinkKind, Need, Place, Role, Scenario, SheetPoint, Step, StepKind,
    Zone,
};
use onstage::storage::{self, decode, encode};

/// A scenario's first lane of a zone and first phase.
fn place(scenario: &Scenario, zone: Zone) -> Place {
    let lane = scenario.lanes_of(zone).next().unwrap().0;
    Place { lane, phase: *scenario.phases().keys().next().unwrap(), at: SheetPoint::new(72, 60) }
}

/// A blueprint with two steps, a role and a link.
fn small() -> Blueprint {
    let mut blueprint = Blueprint::empty("Barber's \"shop\"", "As is");
    let id = blueprint.baseline().id();
    blueprint
        .edit(id, |scenario, ids: &mut IdSource| {
            let barber = scenario.add_role(Role::new("Barber", 3), ids)?;
            let sits = Step::new("Sits down", StepKind::Action, place(scenario, Zone::Customer));
            let mut cut = Step::new("Cut", StepKind::Action, place(scenario, Zone::Frontstage));
            cut.needs.push(Need::one(barber));
            cut.time = onstage::blueprint::notation::parse_time(
                "20 ± 5 min",
                onstage::blueprint::TimeUnit::Second,
            )
            .ok();
            cut.procedure.push_str("Ask first.\nThen cut.");
            let (a, b) = (scenario.add_step(sits, ids)?, scenario.add_step(cut, ids)?);
            scenario.add_link(Link::between(a, b, LinkKind::Together), ids)?;
            Ok(())
        })
        .unwrap();
    blueprint
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
                (id: 7),
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

#[test]
fn a_saved_file_opens_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("barber.ron");
    storage::save(&path, &small()).unwrap();
    assert_eq!(storage::open(&path).unwrap().blueprint, small());
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing is left beside the file");
}

/// The error of a text: `line:column: what`, the field, and the row that it belongs to.
fn mistake(text: &str) -> String {
    let Err(error) = decode(text) else { return "none".to_owned() };
    let owner = error.owner.as_ref().map_or_else(String::new, |owner| {
        format!(
            " ({:?} {} {})",
            owner.sort,
            owner.number.map_or_else(|| "?".to_owned(), |number| number.to_string()),
            owner.name.as_deref().unwrap_or("?")
        )
    });
    format!("{error}, {}{owner}", error.field().unwrap_or("file"))
}

/// The error of the small blueprint's text with something in it replaced.
fn mistake_with(from: &str, to: &str) -> String {
    let text = encode(&small());
    assert!(text.contains(from), "{from}");
    mistake(&text.replacen(from, to, 1))
}

#[test]
fn a_refused_value_is_named_with_its_place() {
    let check = |from: &str, to: &str, expect: &str| assert_eq!(mistake_with(from, to), expect);
    let add = |field: &str, expect: &str| {
        check("procedure:", &format!("{field}, procedure:"), &format!("38:{expect} (Step 10 Cut)"));
    };
    check("20 ± 5 min", "soon", "36:27: soon: not a number, time (Step 10 Cut)");
    check("lane: 4", "lane: -4", "33:27: -4: below zero, lane (Step 10 Cut)");
    add("batch: NaN", "28: NaN: not a number, batch");
    add("batch: 2.5", "28: 2.5: not a whole number from 1 up, batch");
    add("batch: 0", "28: 0: not a whole number from 1 up, batch");
    add("emotion: 3", "30: 3: emotion outside -2 to 2, emotion");
    add("material_cost: inf", "36: inf: not a number, material_cost");
    add("material_cost: -1", "36: -1: below zero, material_cost");
    add("material_cost: 1e15", "36: 1000000000000000: too large, material_cost");
    add("fail: (severity: 11)", "38: 11: not a whole number from 1 up, severity");
    add("enter: \"120 %\"", "28: 120 %: a share above 100 %, enter");
    add("places: \"many\"", "29: many: not a number, places");
    assert_eq!(
        mistake_with("id: 10", "id: 5000000000"),
        "31:25: 5000000000: too large, id (Step ? Cut)"
    );
    assert_eq!(
        mistake_with("id: 7", "id: 7, width: 3"),
        "17:32: 3: size out of range, width (Phase 7 ?)"
    );
    assert_eq!(
        mistake_with("colour: 3", "headcount: 2000000"),
        "20:52: 2000000: too large, headcount (Role 8 Barber)"
    );
}

#[test]
fn numbers_that_do_not_fit_together_are_named() {
    assert_eq!(
        mistake_with("lane: 4", "lane: 44"),
        "33:27: the step 10 names the lane 44, which is not in the file, lane (Step 10 Cut)"
    );
    assert_eq!(
        mistake_with("roles: [8]", "roles: [18]"),
        "37:28: the step 10 names the role 18, which is not in the file, needs (Step 10 Cut)"
    );
    assert_eq!(
        mistake_with("id: 10", "id: 9"),
        "31:25: the number 9 is borne by two steps, id (Step 9 Cut)"
    );
    assert_eq!(
        mistake_with("to: 10", "to: 77"),
        "42:39: the link 11 names the step 77, which is not in the file, to (Link 11 ?)"
    );
    assert_eq!(
        mistake_with("to: 10", "to: 9"),
        "42:39: the link 11: a link to itself, to (Link 11 ?)"
    );
    assert_eq!(mistake_with("from: 9, ", ""), "42:17: : no longer there, from (Link 11 ?)");
    assert_eq!(
        mistake_with("\"Cut\"", "\"  \""),
        "32:27: the step 10 has no name, name (Step 10   )"
    );
}

#[test]
fn text_that_is_no_ron_says_what_was_expected() {
    assert_eq!(
        mistake_with("kind: Together", "kind: Sideways"),
        "42:57: expected one of Flow, Together, Trigger not Sideways, kind (Link 11 ?)"
    );
    assert_eq!(
        mistake_with("at: (72, 60)", "at: (72, x)"),
        "28:30: expected a number, at (Step 9 Sits down)"
    );
    assert_eq!(
        mistake_with("at: (72, 60)", "at: (72)"),
        "28:28: expected two numbers, at (Step 9 Sits down)"
    );
    assert_eq!(
        mistake_with("at: (72, 60)", "at: (72, 60, 4)"),
        "28:34: expected ), at (Step 9 Sits down)"
    );
    assert_eq!(mistake_with("\"Cut\"", "\"Cut"), "36:28: expected a comma, name (Step 10 ?)");
    assert_eq!(
        mistake_with("procedure:", "batch: \"two\", procedure:"),
        "38:28: expected a number, batch (Step 10 Cut)"
    );
    assert_eq!(
        mistake_with("procedure:", "time: true, procedure:"),
        "38:25: expected time only once, roles (Step 10 Cut)"
    );
    assert_eq!(
        mistake_with("procedure:", "setup: true, procedure:"),
        "38:32: expected a text or a number, setup (Step 10 Cut)"
    );
    assert_eq!(mistake_with("scenarios: [", "scenarios: "), "6:9: expected [, scenarios");
    assert_eq!(
        mistake_with("version: 1", "version: 7, title: ["),
        "2:14: version 7, newest known is 1, version"
    );
    assert_eq!(mistake(""), "1:1: expected (, file");
    assert_eq!(mistake("()"), "none");
    assert_eq!(mistake("() x"), "1:4: expected the end, file");
    assert_eq!(mistake("hello"), "1:6: expected (, file");
    assert_eq!(mistake("(/* ab"), "1:7: expected the end of the comment, file");
    assert_eq!(mistake(&"[".repeat(1000)), "1:1: expected (, file");
    assert_eq!(mistake(&format!("(new: {}", "[".repeat(1000))), "1:71: expected fewer levels, new");
}

/// The size of a card on the sheet.
fn card_size(scenario: &Scenario, step: &Step) -> (i32, i32) {
    match (step.kind, scenario.zone_of(step)) {
        (StepKind::Evidence, _) => (124, 36),
        (StepKind::Decision, _) | (_, Zone::Frontstage | Zone::Backstage) => (124, 88),
        _ => (124, 44),
    }
}

/// Left, top, right and bottom of every card, from its phase's and lane's corner.
fn cards(scenario: &Scenario) -> Vec<(&Step, [i32; 4])> {
    let card = |step: &'_ Step| {
        let (width, height) = card_size(scenario, step);
        let (x, y) = (step.at.x, step.at.y);
        [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
    };
    scenario.steps().values().map(|step| (step.as_ref(), card(step))).collect()
}

/// Set to write the samples anew in the form that the program gives them.
const REWRITE: &str = "ONSTAGE_REWRITE_SAMPLES";

#[test]
fn samples_are_written_as_the_program_writes_them() {
    for sample in storage::samples() {
        let opened = decode(sample.ron).unwrap_or_else(|error| panic!("{}: {error}", sample.key));
        assert!(opened.is_complete(), "{}", sample.key);
        let written = encode(&opened.blueprint);
        if std::env::var_os(REWRITE).is_some() {
            fs::write(format!("assets/samples/{}.ron", sample.key), written).unwrap();
        } else {
            assert_eq!(written, sample.ron, "{}", sample.key);
        }
    }
}

#[test]
fn sample_cards_lie_in_their_cells_and_do_not_overlap() {
    for sample in storage::samples() {
        for scenario in sample.open().unwrap().scenarios() {
            let cards = cards(scenario);
            for (index, (step, [left, top, right, bottom])) in cards.iter().enumerate() {
                let name = format!("{}: {}", sample.key, step.name);
                let width = scenario.phases()[&step.phase].width.units();
                let height = scenario.lanes()[&step.lane].height.units();
                assert!(*left >= 0 && *top >= 0, "{name}");
                assert!(*right <= width && *bottom <= height, "{name}");
                for (other, [l, t, r, b]) in &cards[..index] {
                    let same_cell = other.lane == step.lane && other.phase == step.phase;
                    let apart = right <= l || r <= left || bottom <= t || b <= top;
                    assert!(!same_cell || apart, "{name} overlaps {}", other.name);
                }
            }
        }
    }
}

/// Moments that the flow runs through, the seconds of staff time, and what an hour of all costs.
fn shape(scenario: &Scenario) -> (usize, f64, f64) {
    let mut moments: Vec<_> = scenario
        .steps()
        .iter()
        .filter(|(_, step)| step.kind.flows())
        .map(|(id, _)| scenario.moment_of(*id))
        .collect();
    moments.sort();
    moments.dedup();
    let seconds = scenario.steps().values().filter_map(|step| step.time.as_ref());
    let money = |role: &Role| {
        f64::from(role.headcount)
            * role.cost_per_hour.map_or(0.0, onstage::blueprint::Quantity::get)
    };
    (
        moments.len(),
        seconds.map(onstage::blueprint::ServiceTime::mean_s).sum(),
        scenario.roles().values().map(|role| money(role)).sum(),
    )
}

#[test]
fn the_licence_office_is_that_of_the_course() {
    let office = storage::sample("driver-licence-office").unwrap().open().unwrap();
    let [as_is, to_be] = office.scenarios() else { panic!("two scenarios") };
    assert_eq!(shape(as_is), (6, 195.0, 92.0));
    assert_eq!(shape(to_be), (5, 195.0, 104.0));
    assert_eq!(as_is.steps().len(), 19);
    let shared = to_be.steps().keys().filter(|id| as_is.steps().contains_key(*id)).count();
    assert_eq!(shared, to_be.steps().len(), "steps match between scenarios");
}

#[test]
fn the_other_samples_are_those_of_the_course_and_of_the_field() {
    let shapes = |key: &str| -> Vec<(usize, f64, f64)> {
        let blueprint = storage::sample(key).unwrap().open().unwrap();
        blueprint.scenarios().iter().map(|scenario| shape(scenario)).collect()
    };
    assert_eq!(shapes("airport-arrival"), [(6, 133.0, 0.0)]);
    assert_eq!(shapes("physical-examination"), [(5, 66.0 * 60.0, 0.0); 2]);
    assert_eq!(shapes("mortgage-applications"), [(4, 180.0 * 60.0, 0.0)]);
    assert_eq!(shapes("hotel-room-service"), [(5, 41.0 * 60.0, 208.0)]);
    assert_eq!(shapes("corner-shoeshine"), [(4, 120.0, 6.0)]);
    assert_eq!(shapes("empty-sheet"), [(0, 0.0, 0.0)]);
}

#[test]
fn every_drawn_sample_shows_the_whole_notation() {
    for sample in storage::samples().iter().filter(|sample| sample.key != "empty-sheet") {
        for scenario in sample.open().unwrap().scenarios() {
            for zone in Zone::ALL {
                let there = scenario.steps().values().any(|step| scenario.zone_of(step) == zone);
                assert!(there, "{}: {zone:?}", sample.key);
            }
            let some = |test: &dyn Fn(&Step) -> bool| scenario.steps().values().any(|s| test(s));
            assert!(some(&|step| step.fail.as_ref().is_some_and(|fail| fail.has_recovery())));
            assert!(some(&|step| step.wait.is_some()));
            assert!(some(&|step| !step.procedure.is_empty()));
            assert!(some(&|step| step.value.is_some()));
            assert!(some(&|step| !step.elements.is_empty()));
            assert!(scenario.typology().participation.is_some());
            assert!(scenario.demand().per_hour.is_some());
        }
    }
}
