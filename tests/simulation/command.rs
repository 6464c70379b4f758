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
    let output = onstage(&["simulate", OFFICE, "--demand", "66/h", "--time", "60 s"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("the line grows by 6 an hour"), "{said}");
    assert!(!said.contains("more time"), "no time would be enough: {said}");
}

#[test]
fn what_cannot_be_simulated_says_why() {
    let empty = onstage(&["simulate", "assets/samples/en/empty-sheet.ron"]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&empty.stderr).contains("cannot be simulated yet"));
    for (option, wrong) in
        [("--precision", "two"), ("--precision", "200 %"), ("--time", "soon"), ("--threads", "0")]
    {
        let output = onstage(&["simulate", OFFICE, option, wrong]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{option} {wrong}: {said}");
        assert!(said.contains(wrong) && output.stdout.is_empty(), "{said}");
    }
}

/// A file with one clerk, from 8 to 12, and what the demand, the clerk and the step say.
fn file(name: &str, demand: &str, clerk: &str, step: &str) -> String {
    let folder = std::env::temp_dir().join(format!("onstage-run-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(format!("{name}.ron"));
    let text = format!(
        r#"(scenarios: [(lanes: [(id: 1, zone: Frontstage)],
            roles: [(id: 2, name: "Clerk"{clerk}), (id: 3, name: "Nurse")], demand: ({demand}),
            steps: [(id: 4, name: "Serve", lane: 1, {step})],
            links: [(id: 5, from: 4, to: "outside")])])"#
    );
    std::fs::write(&path, text).expect("a file");
    path.display().to_string()
}

const BY_CLERK: &str = r#"time: "exp 60 s", needs: [(roles: [2])]"#;

/// What is printed, what is said of mistakes, and the code.
fn run(words: &[&str]) -> (String, String, Option<i32>) {
    let output = onstage(&[&["simulate"], words].concat());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn seeds_go_from_zero_to_the_last_of_32_bits() {
    let path = file("seeds", "per_hour: 30", "", BY_CLERK);
    let quick = [path.as_str(), "--precision", "50 %", "--json"];
    for seed in ["0", "4294967295", "4,294,967,295"] {
        let (found, said, code) = run(&[&quick[..], &["--seed", seed]].concat());
        assert_eq!(code, Some(0), "{said}");
        assert!(found.contains(&format!("\"seed\": {}", seed.replace(',', ""))), "{found}");
    }
    for seed in ["-3", "4294967296", "1.5", "many"] {
        let (_, said, code) = run(&[&quick[..], &["--seed", seed]].concat());
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(seed) && said.contains("from 0 to 4,294,967,295"), "{said}");
    }
}

#[test]
fn what_is_too_much_names_its_step() {
    let endless =
        file("endless", "per_hour: 30", "", r#"time: "40000 years", needs: [(roles: [2])]"#);
    let endless = std::fs::read_to_string(&endless)
        .map(|text| text.replace("40000 years", "2000000000 s"))
        .map(|text| std::fs::write(&endless, text).map(|()| endless))
        .expect("a file")
        .expect("a file");
    let (said, _, code) = run(&[&endless, "--time", "60 s"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("A time of Serve is longer than 1,000,000,000 s"), "{said}");
    let (found, _, code) = run(&[&endless, "--json"]);
    assert_eq!(code, Some(1));
    assert!(found.contains("\"too_much\""), "{found}");
    let day = r#"per_hour: 30, day: (open: "08:00", close: "12:00")"#;
    let endless = file("endless-day", day, "", r#"time: "exp 900000000 s", needs: [(roles: [2])]"#);
    let (said, _, code) = run(&[&endless, "--days", "400"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("A time of Serve is longer"), "{said}");
}

#[test]
fn the_time_covers_all_that_is_done() {
    let teams = file("teams", "per_hour: 30", "", r#"time: "2 min", needs: [(roles: [2])]"#);
    let text = std::fs::read_to_string(&teams).expect("a file");
    // Two teams that share a person: no more than a bound is known.
    let text = text
        .replace(
            "needs: [(roles: [2])])",
            r#"needs: [(roles: [2]), (roles: [3])]),
            (id: 6, name: "More", lane: 1, time: "2 min", needs: [(roles: [3]), (roles: [7])]),
            (id: 8, name: "Last", lane: 1, time: "2 min", needs: [(roles: [7]), (roles: [2])])"#,
        )
        .replace(r#"(id: 3, name: "Nurse")"#, r#"(id: 3, name: "Nurse"), (id: 7, name: "Doctor")"#)
        .replace(
            r#"(id: 5, from: 4, to: "outside")"#,
            r#"(id: 5, from: 4, to: 6), (id: 9, from: 6, to: 8), (id: 10, from: 8, to: "outside")"#,
        )
        .replace("per_hour: 30", "per_hour: 14");
    std::fs::write(&teams, text).expect("a file");
    let began = std::time::Instant::now();
    let (said, error, code) = run(&[&teams, "--time", "1 ms"]);
    assert_eq!(code, Some(0), "{error}");
    assert!(began.elapsed().as_secs() < 5, "it took {:?}", began.elapsed());
    assert!(said.contains("not settled after 0 customers"), "{said}");
    assert!(said.contains("The time was too short to find the capacity"), "{said}");
}

#[test]
fn without_formula_and_simulation_nothing_is_believed() {
    // A batch of three with patience: nobody has a formula for it.
    let path = file("batch", "per_hour: 30", ", headcount: 3", BY_CLERK);
    let text = std::fs::read_to_string(&path).expect("a file").replace(
        "needs: [(roles: [2])]",
        r#"needs: [(roles: [2], count: 2)]), (id: 6, name: "Then", lane: 1, time: "30 s", needs: [(roles: [2])]"#,
    );
    let text = text
        .replace("from: 4, to: \"outside\"", "from: 4, to: 6), (id: 7, from: 6, to: \"outside\"");
    std::fs::write(&path, text).expect("a file");
    let (found, said, code) = run(&[&path, "--time", "1 ms", "--json"]);
    assert_eq!(code, Some(0), "{said}");
    let found: Value = serde_json::from_str(&found).expect("JSON");
    assert_eq!(found["settled"], false);
    let (said, _, _) = run(&[&path, "--time", "1 ms"]);
    for line in said.lines().filter(|line| line.ends_with("the formula")) {
        let columns: Vec<&str> = line.split("  ").filter(|cell| !cell.trim().is_empty()).collect();
        assert_ne!(columns[1].trim(), "–", "{line}");
    }
    assert!(said.contains("nothing yet"), "{said}");
}

#[test]
fn at_the_very_capacity_there_is_no_steady_state() {
    let path = file("at-capacity", "per_hour: 60", "", BY_CLERK);
    let (said, _, code) = run(&[&path, "--time", "1 s"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("There is no steady state: exactly as many come"), "{said}");
}

#[test]
fn who_is_lost_in_the_long_run_is_told_and_no_line_grows() {
    let clerk = r#"time: "exp 60 s", needs: [(roles: [2])], wait: (patience: "exp 60 s")"#;
    let path = file("impatient", "per_hour: 90", "", clerk);
    let (said, _, code) = run(&[&path, "--precision", "8 %", "--time", "60 s"]);
    assert_eq!(code, Some(0), "{said}");
    let lost = said.lines().find(|line| line.starts_with("Gave up  "));
    assert!(lost.is_some_and(|line| line.contains('±')), "{said}");
    assert!(!said.contains("no steady state"), "{said}");
    assert!(!said.contains("Found no room"), "{said}");
    assert!(said.contains("Customers wait too long at Serve and leave: "), "{said}");
    assert!(said.contains("Formulas know nothing of patience: "), "{said}");
    let (found, said, code) = run(&[&path, "--precision", "8 %", "--time", "60 s", "--json"]);
    assert_eq!(code, Some(0), "{said}");
    let found: Value = serde_json::from_str(&found).expect("JSON");
    assert_eq!(found["beyond_formulas"], serde_json::json!(["patience"]));
    let codes: Vec<&Value> =
        found["problems"].as_array().expect("problems").iter().map(|it| &it["code"]).collect();
    // Whoever cannot be served leaves: nobody is asked for more than there is time for.
    assert_eq!(codes, ["customers_give_up"]);
}

#[test]
fn what_is_printed_speaks_by_the_simulation_where_formulas_know_nothing() {
    let clerk = r#"time: "exp 60 s", needs: [(roles: [2])], wait: (patience: "exp 60 s")"#;
    let path = file("printed", "per_hour: 90", "", clerk);
    let page = || onstage(&["review", &path, "--text"]);
    let said = String::from_utf8_lossy(&page().stdout).into_owned();
    let lost = "leave without having been served";
    assert!(said.contains("Customers are lost: 90 an hour come, 60 could be served"), "{said}");
    assert!(said.contains(lost) && !said.contains("grow"), "{said}");
    assert_eq!(page().stdout, said.as_bytes(), "rounds are counted, no clock is read");
    let report = std::env::temp_dir().join(format!("onstage-printed-{}.md", std::process::id()));
    let report = report.to_string_lossy().into_owned();
    let output = onstage(&["report", &path, "-o", &report, "--date", "2026-01-02"]);
    let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
    let text = std::fs::read_to_string(&report).unwrap_or_else(|_| panic!("{wrong}"));
    assert!(text.contains(lost) && text.contains('±'), "{text}");
    assert!(text.contains("Customers wait too long at Serve and leave"), "{text}");
}

#[test]
fn json_of_the_long_run_has_every_figure_of_an_hour() {
    let path = file("keys", "per_hour: 30, price: 5", ", cost_per_hour: 20", BY_CLERK);
    let text = std::fs::read_to_string(&path).expect("a file");
    let text = text.replace(r#"name: "Nurse""#, r#"name: "Nurse", cost_per_hour: 0"#);
    std::fs::write(&path, text).expect("a file");
    let (found, said, _) = run(&[&path, "--precision", "5 %", "--time", "60 s", "--json"]);
    let found: Value = serde_json::from_str(&found).unwrap_or_else(|_| panic!("{said}"));
    for key in [
        "arrivals",
        "served",
        "gave_up",
        "no_room",
        "unserved",
        "throughput_time_s",
        "throughput_median_s",
        "throughput_p90_s",
        "throughput_p95_s",
        "wait_s",
        "wip",
        "wip_max",
        "output_per_hour",
        "labour_cost",
        "cost_per_customer",
        "profit",
    ] {
        assert!(found[key].is_number(), "{key}: {found}");
    }
    assert_eq!(found["labour_cost"], 20.0);
    // 30 an hour at 5 leave 150, less 20.
    assert!((found["profit"].as_f64().expect("a profit") - 130.0).abs() < 3.0, "{found}");
    let role = &found["roles"][0];
    assert_eq!(role["on_duty_hours"], 1.0);
    assert!((role["busy_hours"].as_f64().expect("hours") - 0.5).abs() < 0.03, "{role}");
}

#[test]
fn before_it_has_settled_it_says_how_lines_grew() {
    // So near to the capacity that lines take days to settle.
    let path = file("growing", "per_hour: 59.99", "", BY_CLERK);
    let (said, _, code) = run(&[&path, "--time", "3 s"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("not settled") && said.contains("more an hour come than leave"),
        "{said}"
    );
    assert!(said.lines().any(|line| line.starts_with("So far") && line.contains('±')), "{said}");
}

#[test]
fn classes_of_urgency_are_told_in_text_json_and_comparison() {
    let urgency = r#"per_hour: 48, urgency: [
        (name: "Urgent", share: "25 %", within: "2 min"), (name: "Usual", within: "5 min")]"#;
    let clerk = r#"time: "exp 60 s", needs: [(roles: [2])]"#;
    let path = file("urgent", urgency, "", clerk);
    let words = [path.as_str(), "--precision", "5 %", "--time", "60 s"];
    let (said, _, code) = run(&words);
    assert_eq!(code, Some(0), "{said}");
    for row in ["Wait of Urgent ", "Wait of Usual ", "Within the limit of Urgent "] {
        assert!(said.lines().any(|line| line.starts_with(row)), "{row}: {said}");
    }
    let (found, said, _) = run(&[&words[..], &["--json"]].concat());
    let found: Value = serde_json::from_str(&found).unwrap_or_else(|_| panic!("{said}"));
    let classes = found["urgency"].as_array().expect("classes");
    // Cobham 1954: 48 s of work before oneself, 60 s each, loads of 0.2 and 0.8.
    for (class, (name, wait, keeps)) in
        classes.iter().zip([("Urgent", 60.0, true), ("Usual", 300.0, true)])
    {
        assert_eq!(class["name"], name);
        let found = class["wait_s"].as_f64().expect("a wait");
        let half = class["half_width"]["wait_s"].as_f64().expect("an interval");
        assert!((found - wait).abs() < 2.0 * half, "{name}: {found} ±{half}");
        assert!(class["within_share"].as_f64().is_some_and(|it| (0.3..1.0).contains(&it)));
        if name == "Urgent" {
            assert_eq!(class["within_limit"], keeps);
        }
    }
    assert_eq!(classes.len(), 2);
}

#[test]
fn nobody_who_comes_is_no_missing_demand() {
    for demand in ["per_hour: 0", r#"per_hour: 0, day: (open: "08:00", close: "12:00")"#] {
        let path = file("nobody", demand, "", BY_CLERK);
        let (found, said, code) = run(&[&path]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("nobody comes, as the demand is zero"), "{said}");
        assert!(!found.contains("No problems"), "{found}");
        assert!(!said.contains("needs"), "{said}");
    }
}

#[test]
fn a_role_whose_work_others_do_too_is_compared_with_no_formula_of_all() {
    let path = file("shared", "per_hour: 60", "", r#"time: "exp 60 s", needs: [(roles: [2, 3])]"#);
    let words = [path.as_str(), "--precision", "5 %", "--time", "60 s", "--json"];
    let (found, said, code) = run(&words);
    assert_eq!(code, Some(0), "{said}");
    let found: Value = serde_json::from_str(&found).expect("JSON");
    let busy = |at: usize| found["roles"][at]["utilisation"].as_f64().expect("a number");
    assert!(busy(0) > busy(1) + 0.1, "the clerk is asked first: {} {}", busy(0), busy(1));
    for at in [0, 1] {
        assert_eq!(found["roles"][at]["believe"], "simulation");
    }
}
