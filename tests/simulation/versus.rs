//! Two scenarios on the same customers.

use std::process::Command;

use onstage::analysis::analyse;
use onstage::blueprint::Scenario;
use onstage::process::compile;
use onstage::simulation::{PairedDifference, Side, Study, Subject, Versus, differences};
use serde_json::Value;

use crate::draw::draw;

fn compared(before: &Scenario, after: &Scenario, rounds: u32) -> Vec<PairedDifference> {
    let simulated = |scenario: &Scenario| {
        let (process, analysis) = (compile(scenario), analyse(scenario));
        let mut study = Study::of(scenario, &process, &analysis, 1).expect("can be simulated");
        for _ in 0..rounds {
            assert!(study.round(&|runs, work| runs.iter_mut().all(work), &|| false));
        }
        (process, study)
    };
    let (one, other) = (simulated(before), simulated(after));
    let found = differences(
        Side { scenario: before, process: &one.0, study: &one.1 },
        Side { scenario: after, process: &other.0, study: &other.1 },
    );
    // Each side is what its study says by itself.
    let alone = other.1.figures();
    let time = found.iter().find(|it| it.subject == Subject::ThroughputTime).expect("a time");
    assert_eq!(Some(time.after), alone.throughput_time_s);
    found
}

fn of(found: &[PairedDifference], subject: Subject) -> PairedDifference {
    *found.iter().find(|it| it.subject == subject).unwrap_or_else(|| panic!("{subject:?}"))
}

const CLERK: &str = "role Clerk x1\n demand 48/h\n Serve: 60 s, scv 1, by Clerk";

#[test]
fn a_shorter_service_saves_what_the_formula_says_and_is_known_better_in_pairs() {
    let quicker = CLERK.replace("60 s", "54 s");
    let found = compared(&draw(CLERK), &draw(&quicker), 7);
    let time = of(&found, Subject::ThroughputTime);
    assert_eq!(time.verdict, Versus::Less);
    // M/M/1: 60 ÷ 0.2 and 54 ÷ 0.28 seconds.
    let answer = 54.0 / 0.28 - 300.0;
    let error = time.difference.half_width / 2.131_450;
    assert!((time.difference.mean - answer).abs() < 4.0 * error, "{time:?} not {answer}");
    let unpaired = time.before.half_width.hypot(time.after.half_width);
    assert!(time.difference.half_width < 0.8 * unpaired, "{time:?}");
    // As many come as before.
    let output = of(&found, Subject::Output);
    assert!(output.difference.half_width < 0.1 * output.before.half_width, "{output:?}");
}

#[test]
fn a_scenario_differs_from_itself_in_nothing() {
    let found = compared(&draw(CLERK), &draw(CLERK), 2);
    assert!(found.len() >= 5);
    for pair in found {
        assert_eq!((pair.difference.mean, pair.difference.half_width), (0.0, 0.0), "{pair:?}");
        assert_eq!(pair.verdict, Versus::NoDifferenceSeen);
    }
}

#[test]
fn what_only_one_of_them_has_is_left_out() {
    let one = CLERK.replace("demand", "role Cook x2\n demand");
    let more = format!("{one}\n Cook: 60 s, by Cook");
    let found = compared(&draw(&one), &draw(&more), 2);
    let waits = found.iter().filter(|it| matches!(it.subject, Subject::Wait(_))).count();
    assert_eq!(waits, 1, "only that of the step that both have");
    assert_eq!(of(&found, Subject::ThroughputTime).verdict, Versus::More);
}

#[test]
fn the_command_line_says_what_another_scenario_has_less() {
    let program = env!("CARGO_BIN_EXE_onstage");
    let office = "assets/samples/en/driver-licence-office.ron";
    let run = |more: &[&str]| {
        let words =
            ["simulate", office, "--demand", "40/h", "--precision", "8 %", "--time", "60 s"];
        let output = Command::new(program).args(words).args(more).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned() + &said)
    };
    let names: Vec<String> = onstage::storage::samples()
        .iter()
        .find(|sample| sample.key == "driver-licence-office")
        .and_then(|sample| sample.open().ok())
        .map(|blueprint| blueprint.scenarios().iter().map(|it| it.name().to_owned()).collect())
        .expect("the office");
    let other = names[1].as_str();
    let (code, said) = run(&["--versus", other]);
    assert_eq!(code, Some(0), "{said}");
    let below = said.split_once(&format!("{other} compared with ")).expect("a comparison").1;
    let time = below.lines().find(|line| line.starts_with("Throughput time")).expect("the time");
    assert!(time.contains('−') && time.contains('±') && time.ends_with("less"), "{time}");
    assert!(below.contains("no difference seen"), "{below}");
    let (code, said) = run(&["--versus", other, "--json"]);
    assert_eq!(code, Some(0), "{said}");
    let json: Value = serde_json::from_str(&said).expect("JSON");
    let versus = &json["versus"];
    assert_eq!((&versus["scenario"], &versus["settled"]), (&other.into(), &true.into()));
    let time = &versus["throughput_time_s"];
    assert_eq!(time["verdict"], "less");
    let [difference, half] =
        [&time["difference"], &time["half_width"]].map(|number| number.as_f64().expect("a number"));
    assert!(difference < -half && half > 0.0, "{difference} ±{half}");
    let (code, said) = run(&["--versus", "Nobody’s"]);
    assert_eq!(code, Some(2), "{said}");
}
