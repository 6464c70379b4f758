//! The command that simulates a day, from file to figures.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

const OFFICE: &str = r#"(scenarios: [(
    lanes: [(id: 1, zone: Customer), (id: 2, zone: Frontstage)],
    roles: [(id: 3, name: "Clerk", cost_per_hour: 12)],
    demand: (per_hour: 48, price: 1, day: (open: "08:00", close: "16:00")),
    simulation: (promise: "10 min"),
    steps: [(id: 4, name: "Serve", lane: 2, time: "exp 60 s", needs: [(roles: [3])],
        wait: (acceptable: "5 min"))],
    links: [(id: 5, from: 4, to: "outside")],
)])"#;

fn file(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("onstage-day-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("office.ron");
    std::fs::write(&path, text).expect("a file");
    path
}

/// What the command prints, what it says of mistakes, and its code.
fn run(path: &PathBuf, arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onstage"));
    command.args(["--language", "en", "simulate"]).arg(path).args(arguments);
    let output = command.output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (text(output.stdout), text(output.stderr), output.status.code().unwrap_or(-1))
}

fn json(path: &PathBuf, arguments: &[&str]) -> Value {
    let (out, error, code) = run(path, &[arguments, &["--json"]].concat());
    assert_eq!(code, 0, "{error}");
    serde_json::from_str(&out).expect("JSON")
}

#[test]
fn a_day_is_simulated_where_there_is_one() {
    let path = file("figures", OFFICE);
    let found = json(&path, &["--days", "60", "--threads", "1"]);
    assert_eq!((found["mode"].as_str(), found["days"].as_u64()), (Some("day"), Some(60)));
    assert_eq!(found["stopped"], "days");
    let number = |value: &Value| value.as_f64().expect("a number");
    let arrivals = number(&found["arrivals"]);
    assert!((arrivals - 384.0).abs() < 12.0, "{arrivals}");
    let sum = ["served", "gave_up", "no_room", "unserved"].map(|name| number(&found[name]));
    assert!((sum.iter().sum::<f64>() - arrivals).abs() < 1e-6);
    assert_eq!(found["basis"]["wait_s"], "simulated");
    assert!(number(&found["half_width"]["wait_s"]) > 0.0);
    // Eight hours at 12 and what comes after closing.
    let overtime = number(&found["overtime_hours"]);
    assert!((number(&found["paid_hours"]) - 8.0 - overtime).abs() < 1e-9);
    assert!((number(&found["labour_cost"]) - 12.0 * (8.0 + overtime)).abs() < 1e-6);
    let step = &found["steps"][0];
    assert_eq!(
        (step["name"].as_str(), step["believe"].as_str()),
        (Some("Serve"), Some("simulation"))
    );
    for name in [
        "visits",
        "wait_s",
        "wait_p90_s",
        "within_acceptable",
        "queue",
        "queue_max",
        "formula_wait_s",
    ] {
        assert!(step[name].is_number(), "{name}");
    }
    assert_eq!(found["intervals"].as_array().map(Vec::len), Some(8));
    assert_eq!(found["intervals"][7]["to"], "16:00");
    assert!(number(&found["intervals"][3]["roles"][0]["busy"]) > 0.5);
    assert_eq!(found, json(&path, &["--days", "60", "--threads", "3"]), "on three threads");
}

#[test]
fn the_long_run_is_simulated_where_it_is_asked_for() {
    let path = file("modes", OFFICE);
    let long = json(&path, &["--mode", "long-run", "--precision", "8 %"]);
    assert_eq!(long["mode"], "long_run");
    assert!(long["throughput_p90_s"].is_number() && long["within_promise"].is_number());
    let (_, error, code) = run(&path, &["--mode", "fast"]);
    assert_eq!(code, 2);
    assert!(error.contains("day or long-run"), "{error}");
    let timeless = OFFICE.replace(r#", day: (open: "08:00", close: "16:00")"#, "");
    let (_, error, code) = run(&file("timeless", &timeless), &["--mode", "day"]);
    assert_eq!(code, 2);
    assert!(error.contains("needs opening hours"), "{error}");
    let hours = timeless.replace("price: 1", "opening_hours: 8");
    let found = json(&file("hours", &hours), &["--mode", "day", "--days", "5"]);
    assert_eq!(found["intervals"][0]["from"], "08:00");
}

#[test]
fn a_log_tells_each_start() {
    let path = file("log", OFFICE);
    let log = path.with_file_name("log.csv");
    let name = log.display().to_string();
    let (out, error, code) = run(&path, &["--days", "2", "--log", &name, "--day", "1"]);
    assert_eq!(code, 0, "{error}");
    assert!(out.contains("Wait at Serve"), "{out}");
    let text = std::fs::read_to_string(log).expect("a log");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("case,step,wait_from,start,end,units"));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert!(rows.len() > 250);
    for row in rows {
        let [since, start, end] = [2, 3, 4].map(|at| row[at].parse::<f64>().expect("a time"));
        assert!(since <= start && start <= end && row[1] == "\"Serve\"" && row[5] == "1");
    }
}

#[test]
fn two_scenarios_are_compared_on_the_same_days() {
    let both = OFFICE.replacen("(scenarios: [(", "(scenarios: [(id: 90, name: \"Now\",", 1);
    let (one, rest) = both.split_once("(id: 90").expect("a scenario");
    let scenario = format!("(id: 90{}", rest.strip_suffix("])").expect("an end"));
    let second = scenario
        .replace("id: 90, name: \"Now\"", "id: 91, name: \"Two\"")
        .replace("name: \"Clerk\",", "name: \"Clerk\", headcount: 2,");
    let text = format!("{one}{scenario},{second}])");
    let path = file("versus", &text);
    let found = json(&path, &["--scenario", "Now", "--versus", "Two", "--days", "40"]);
    let versus = &found["versus"];
    assert_eq!(versus["scenario"], "Two");
    assert_eq!(versus["throughput_time_s"]["verdict"], "less");
    assert_eq!(versus["arrivals"]["difference"].as_f64(), Some(0.0), "the same customers");
    assert_eq!(versus["arrivals"]["verdict"], "no_difference");
    let step = &versus["steps"][0];
    assert_eq!(step["name"], "Serve");
    assert_eq!(step["within_acceptable"]["verdict"], "more");
    assert_eq!(versus["roles"][0]["utilisation"]["verdict"], "less");
    let (out, _, _) = run(&path, &["--scenario", "Now", "--versus", "Two", "--days", "40"]);
    assert!(out.contains("on the same customers") && out.contains("no difference seen"), "{out}");
}

#[test]
fn tables_take_the_place_of_what_the_file_says() {
    let path = file("tables", OFFICE);
    let table = |name: &str, text: &str| {
        let table = path.with_file_name(name);
        std::fs::write(&table, text).expect("a table");
        table.display().to_string()
    };
    let counts = table("counts.csv", "time,count\n08:00,10\n09:00,40\n10:00,20\n");
    let shifts = table("shifts.csv", "role,from,to,count\nClerk,08:00,11:00,2\n");
    let found = json(&path, &["--counts", &counts, "--shifts", &shifts, "--days", "30"]);
    assert_eq!(found["intervals"].as_array().map(Vec::len), Some(3));
    let arrivals = found["intervals"][1]["arrivals"].as_f64().expect("a number");
    assert!((arrivals - 40.0).abs() < 5.0, "{arrivals}");
    assert_eq!(found["intervals"][1]["roles"][0]["on_duty"], 2.0);
    let hour = json(&path, &["--counts", &counts, "--shifts", &shifts, "--at", "09:30"]);
    assert_eq!(hour["mode"], "long_run");
    let rate = hour["arrivals"].as_f64().expect("a number");
    assert!((rate - 40.0).abs() < 2.0, "{rate}");
    let bad = table("bad.csv", "role,from,to,count\nClerk,08:00,25:00,2\nNobody,08:00,9:00,0\n");
    let (_, error, code) = run(&path, &["--shifts", &bad]);
    assert_eq!(code, 2);
    assert!(error.contains('2') && error.contains('3') && error.contains("Nobody"), "{error}");
}

#[test]
fn days_that_there_are_not_are_refused_in_words() {
    let path = file("no-days", OFFICE);
    let log = path.with_file_name("no-log.csv").display().to_string();
    for (arguments, says) in [
        (&["--at", "09:00", "--days", "3"][..], "leave out --mode day, --days and --log"),
        (&["--at", "09:00", "--log", &log][..], "leave out --mode day, --days and --log"),
        (&["--at", "09:00", "--mode", "day"][..], "leave out --mode day, --days and --log"),
        (
            &["--days", "2", "--log", &log, "--day", "2"],
            "2 days are simulated at most, numbered from 0 to 1",
        ),
        (&["--days", "1", "--log", &log, "--day", "1"], "only one day is simulated"),
        (&["--log", &log, "--day", "5120"], "numbered from 0 to 5,119"),
    ] {
        let (_, error, code) = run(&path, arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(error.contains(says), "{error}");
    }
    assert!(!std::path::Path::new(&log).exists());
    let timeless = OFFICE.replace(r#", day: (open: "08:00", close: "16:00")"#, "");
    let (_, error, code) = run(&file("no-hours", &timeless), &["--days", "3"]);
    assert_eq!(code, 2);
    assert!(error.contains("needs opening hours"), "{error}");
}

#[test]
fn one_day_is_one_day() {
    let path = file("one", OFFICE);
    let (out, _, _) = run(&path, &["--days", "1"]);
    assert!(out.contains("The day, 08:00 to 16:00: one simulated day."), "{out}");
    let (out, _, _) = run(&path, &["--days", "2"]);
    assert!(out.contains("The day, 08:00 to 16:00: 2 simulated days."), "{out}");
}

#[test]
fn a_log_has_a_row_for_each_of_a_batch_by_the_order_in_which_they_came() {
    let text = OFFICE
        .replace("time: \"exp 60 s\",", "batch: 3, time: \"exp 60 s\",")
        .replace("close: \"16:00\"", "close: \"16:00\", appointments: [(\"08:30\", 2)]");
    let path = file("batches", &text);
    let log = path.with_file_name("log.csv");
    let name = log.display().to_string();
    let _ = std::fs::remove_file(&log);
    let (_, error, code) = run(&path, &["--days", "1", "--log", &name]);
    assert_eq!(code, 0, "{error}");
    let text = std::fs::read_to_string(log).expect("a log");
    let rows: Vec<(u32, f64, f64)> = text
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |at: usize| cells[at].parse::<f64>().expect("a number");
            (cells[0].parse().expect("a case"), number(2), number(3))
        })
        .collect();
    assert!(rows.len() > 250 && rows.len() % 3 < 3, "{}", rows.len());
    let together = rows.iter().filter(|row| row.2.to_bits() == rows[0].2.to_bits());
    assert_eq!(together.count(), 3, "three start together");
    let mut cases = rows.clone();
    cases.sort_by_key(|row| row.0);
    assert!(cases.windows(2).all(|pair| pair[0].1 <= pair[1].1), "numbered by arrival");
    let numbers: Vec<u32> = cases.iter().map(|row| row.0).collect();
    assert!((1..).zip(&numbers).all(|(at, number)| at == *number), "one row each");
}

#[test]
fn what_comes_into_a_day_without_end_goes_out_or_stays() {
    let text =
        OFFICE.replace(r#"open: "08:00", close: "16:00""#, r#"open: "00:00", close: "24:00""#);
    let found = json(&file("round", &text), &["--days", "6"]);
    let number = |name: &str| found[name].as_f64().expect("a number");
    let out = ["served", "gave_up", "no_room", "unserved", "carried_over"].map(number);
    let come = number("arrivals") + number("carried_in");
    assert!(number("carried_in") > 0.0);
    assert!((out.iter().sum::<f64>() - come).abs() < 1e-6, "{out:?} {come}");
    let closes = json(&file("closes", OFFICE), &["--days", "3"]);
    assert!(closes["carried_in"].is_null() && closes["carried_over"].is_null());
}

#[test]
fn a_scenario_without_a_name_is_called_so() {
    let both = OFFICE.replacen("(scenarios: [(", "(scenarios: [(id: 90,", 1);
    let (one, rest) = both.split_once("(id: 90").expect("a scenario");
    let scenario = format!("(id: 90{}", rest.strip_suffix("])").expect("an end"));
    let second = scenario.replace("id: 90,", "id: 91, name: \"Two\",");
    let path = file("unnamed", &format!("{one}{scenario},{second}])"));
    let (out, error, _) = run(&path, &["--versus", "Two", "--days", "3"]);
    assert!(out.contains("Two compared with Unnamed"), "{out}{error}");
}

#[test]
fn absurd_numbers_of_a_file_are_refused_with_their_place() {
    let rate = OFFICE.replace("per_hour: 48", "per_hour: 100000000000");
    let (_, error, code) = run(&file("absurd", &rate), &[]);
    assert_eq!(code, 2);
    assert!(error.contains("at most 1,000,000 an hour") && error.contains("line 4"), "{error}");
    let seed = OFFICE.replace("promise: \"10 min\"", "seed: 4294967296");
    let (_, error, code) = run(&file("seed", &seed), &[]);
    assert_eq!(code, 2);
    assert!(error.contains("from 0 to 4,294,967,295") && error.contains("line 5"), "{error}");
}

#[test]
fn a_scenario_is_not_compared_with_itself() {
    let path = file("itself", OFFICE);
    let name = "First";
    let named = OFFICE.replace("(scenarios: [(", &format!(r#"(scenarios: [(name: "{name}","#));
    std::fs::write(&path, named).expect("a file");
    let (out, error, code) = run(&path, &["--versus", name, "--days", "2"]);
    assert_eq!((code, out.as_str()), (2, ""), "{error}");
    assert!(error.contains("compared with itself") && error.contains(name), "{error}");
}

#[test]
fn a_time_that_is_over_before_a_round_says_so() {
    let path = file("no-time", OFFICE);
    let (out, error, code) = run(&path, &["--demand", "100000/h", "--time", "0.000001 s"]);
    assert_eq!(code, 1, "{error}");
    assert!(out.contains("over before a first round of days was done"), "{out}");
    assert!(out.contains("800,000 customers"), "{out}");
}

#[test]
fn more_work_than_time_is_called_so() {
    let path = file("load", OFFICE);
    let (out, error, code) = run(&path, &["--mode", "long-run", "--demand", "90/h"]);
    assert_eq!(code, 0, "{error}");
    let row = out.lines().find(|line| line.starts_with("Clerk busy")).expect("a row");
    assert!(row.contains("150 %") && row.ends_with("the formula: more work than time"), "{row}");
}
