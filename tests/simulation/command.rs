//! `onstage simulate`: formula and simulation side by side.

use std::process::{Command, Output};

use serde_json::Value;

const OFFICE: &str = "assets/samples/en/driver-licence-office.ron";

fn onstage(words: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_onstage");
    Command::new(program).args(words).output().expect("it runs")
}

fn figures(words: &[&str]) -> Value {
    let output = onstage(words);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn the_office_is_simulated_as_its_formulas_say() {
    let words =
        ["simulate", OFFICE, "--demand", "40/h", "--precision", "4 %", "--time", "60 s", "--json"];
    let found = figures(&words);
    assert_eq!((&found["mode"], &found["stopped"]), (&"long_run".into(), &"precise".into()));
    assert_eq!(found["basis"]["throughput_time_s"], "simulated");
    let [time, half] = [&found["throughput_time_s"], &found["half_width"]["throughput_time_s"]]
        .map(|value| value.as_f64().expect("a number"));
    assert!(half < 0.04 * time, "{time} ±{half}");
    // 195 s of service and 60 s of wait at the records officer: ρ s ÷ 2(1 − ρ).
    assert!((time - 255.0).abs() < 2.0 * half, "{time} ±{half}");
    let steps = found["steps"].as_array().expect("steps");
    let check = steps.iter().find(|step| step["name"] == "Check violations").expect("a wait");
    assert_eq!(check["believe"], "either");
    assert!((check["formula_wait_s"].as_f64().expect("a wait") - 56.25).abs() < 20.0);
    let roles = found["roles"].as_array().expect("roles");
    assert!(roles.iter().all(|role| role["believe"] != "neither"), "{roles:?}");
    // On any number of threads the same.
    for threads in ["1", "3"] {
        assert_eq!(figures(&[&words[..], &["--threads", threads]].concat()), found);
    }
    assert_ne!(figures(&[&words[..], &["--seed", "2"]].concat()), found);
}

#[test]
fn what_approximates_is_not_believed() {
    let room = "assets/samples/en/hotel-room-service.ron";
    let output = onstage(&["simulate", room, "--precision", "8 %", "--time", "60 s"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    let row = |name: &str| {
        said.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{said}"))
    };
    assert!(row("Throughput time").contains('±') && row("Throughput time").contains('≈'));
    assert!(row("Throughput time").ends_with("the simulation"), "{said}");
    assert!(row("Chef busy").ends_with("either"), "{said}");
}

#[test]
fn a_line_that_grows_without_end_is_told() {
    let output = onstage(&["simulate", OFFICE, "--demand", "66/h", "--time", "1 s"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("the line grows by 6 an hour"), "{said}");
    assert!(said.contains("not settled"), "{said}");
}

#[test]
fn what_cannot_be_simulated_says_why() {
    let empty = onstage(&["simulate", "assets/samples/en/empty-sheet.ron"]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&empty.stderr).contains("cannot be simulated yet"));
    for (option, wrong) in
        [("--precision", "two"), ("--precision", "200 %"), ("--time", "soon"), ("--seed", "-3")]
    {
        let output = onstage(&["simulate", OFFICE, option, wrong]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{option} {wrong}: {said}");
        assert!(said.contains(wrong) && output.stdout.is_empty(), "{said}");
    }
}
