//! The program without a window: what it prints, where, and how it ends.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

#[path = "command/at.rs"]
mod at;
#[path = "command/diff.rs"]
mod diff;
#[path = "command/review.rs"]
mod review;
#[path = "command/solve.rs"]
mod solve;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn onstage(words: &[&str]) -> Output {
    command(words).output().unwrap()
}

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onstage"));
    command.args(words).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn sample(name: &str) -> String {
    format!("assets/samples/en/{name}.ron")
}

/// The figures of a file, which must be without errors.
fn figures(words: &[&str]) -> Value {
    let output = onstage(&[&["analyse", "--json"], words].concat());
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A blueprint made from tables of `tests/fixtures`, in a folder that lives as long as the answer.
fn import(steps: &str, roles: Option<&str>) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("made.ron").display().to_string();
    let steps = format!("tests/fixtures/{steps}");
    let roles = roles.map(|roles| format!("tests/fixtures/{roles}"));
    let mut words = vec!["import", &steps, "-o", &file];
    if let Some(roles) = &roles {
        words.extend(["--roles", roles]);
    }
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    (folder, file)
}

#[track_caller]
fn close(value: &Value, expect: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expect).abs() <= 1e-6 * expect.abs(), "{value} is not {expect}");
}

/// The object of a list that bears a name.
fn named<'v>(list: &'v Value, name: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|item| item["name"] == name).unwrap()
}

#[test]
fn the_licence_office_is_limited_by_its_slowest_activity() {
    let file = sample("driver-licence-office");
    let all = figures(&[&file, "--demand", "54/h"]);
    close(&all["capacity_per_hour"], 60.0);
    close(&all["cycle_time_s"], 60.0);
    close(&all["utilisation"], 0.9);
    close(&all["direct_labour_content_s"], 195.0);
    close(&all["direct_labour_utilisation"], 0.4875);
    assert_eq!(all["bottleneck"], serde_json::json!(["Check violations"]));
    assert_eq!(all["basis"]["capacity_per_hour"], "exact");
    close(&named(&all["steps"], "Eye test")["capacity_per_hour"], 90.0);
    assert_eq!(named(&all["steps"], "Eye test")["basis"]["capacity_per_hour"], "exact");
    assert_eq!(named(&all["roles"], "Clerk")["count"], 1);
    let full = figures(&[&file, "--demand", "1/min"]);
    close(&full["direct_labour_utilisation"], 0.541_666_666_7);
    for (typed, per_hour) in [
        ("3,000/h", 3000.0),
        ("1,5/h", 1.5),
        ("480/day", 20.0),
        ("one every 5 min", 12.0),
        ("５４ 位/小时", 54.0),
    ] {
        close(&figures(&[&file, "--demand", typed])["demand_per_hour"], per_hour);
    }
}

#[test]
fn the_other_courses_exercises_come_out_as_published() {
    let mortgage = figures(&[&sample("mortgage-applications")]);
    close(&mortgage["capacity_per_hour"], 2.0 / 3.0);
    close(&mortgage["utilisation"], 0.9375);
    close(&mortgage["direct_labour_utilisation"], 0.468_75);
    close(&mortgage["rush_order_time_s"], 6_300.0);
    let airport = figures(&[&sample("airport-arrival"), "--demand", "90"]);
    close(&airport["capacity_per_hour"], 90.0);
    close(&airport["direct_labour_content_s"], 133.0);
    close(&airport["direct_labour_utilisation"], 133.0 / 240.0);
    let examination = figures(&[&sample("physical-examination")]);
    close(&examination["capacity_per_hour"], 2.0);
    assert_eq!(examination["bottleneck_roles"], serde_json::json!(["Doctor"]));
    let better = figures(&[&sample("physical-examination"), "--scenario", "To-be A"]);
    close(&better["capacity_per_hour"], 4.0);
    let hotel = figures(&[&sample("hotel-room-service")]);
    close(&hotel["capacity_per_hour"], 15.0);
    assert_eq!(hotel["bottleneck_roles"], serde_json::json!(["Chef"]));
}

#[test]
fn tables_become_blueprints_with_figures() {
    let (_folder, file) = import("mri-clinic.csv", Some("mri-clinic-roles.csv"));
    let clinic = figures(&[&file, "--demand", "6"]);
    close(&clinic["capacity_per_hour"], 6.0);
    for (role, capacity, utilisation) in [
        ("Receptionist", 20.0, 0.3),
        ("Room", 18.0, 1.0 / 3.0),
        ("Nurse", 10.0, 0.6),
        ("Scanner", 6.0, 1.0),
    ] {
        close(&named(&clinic["roles"], role)["capacity_per_hour"], capacity);
        close(&named(&clinic["roles"], role)["utilisation"], utilisation);
    }
    let (_folder, file) = import("xootr.csv", Some("xootr-roles.csv"));
    let xootr = figures(&[&file]);
    close(&xootr["capacity_per_hour"], 60.0 / 13.0);
    close(&xootr["direct_labour_utilisation"], 32.0 / 39.0);
    close(&xootr["cost_per_customer"], 7.8);
    assert_eq!(xootr["demand_per_hour"], Value::Null);
    assert_eq!(xootr["basis"].get("demand_per_hour"), None);
    let (_folder, file) = import("rework.tsv", None);
    let rework = figures(&[&file]);
    close(&rework["rush_order_time_s"], 60.0 * (3.0 + 2.0 / 0.7));
    close(&named(&rework["steps"], "检查")["visits"], 1.0 / 0.7);
    let (_folder, file) = import("jackson.csv", None);
    let network = figures(&[&file, "--demand", "30"]);
    for (step, flow) in [("A", 5.0), ("B", 40.0), ("C", 170.0 / 3.0)] {
        close(&named(&network["steps"], step)["visits"], flow / 30.0);
    }
    close(&network["throughput_time_s"], 3600.0 * 41.0 / 195.0);
    close(&network["wip"], 82.0 / 13.0);
    assert_eq!(network["basis"]["throughput_time_s"], "exact");
}

#[test]
fn scripts_read_what_is_visible_and_what_is_left() {
    // Shostack 1984: two minutes of work, 18 cents left, nothing at 3.8 minutes.
    let shine = figures(&[&sample("corner-shoeshine")]);
    close(&shine["time_in_zone_s"]["frontstage"], 120.0);
    close(&shine["time_in_zone_s"]["backstage"], 30.0);
    close(&shine["lines"]["visibility"]["in_front_s"], 120.0);
    close(&shine["lines"]["internal_interaction"]["crossings"], 1.0);
    close(&shine["moments_of_truth"], 4.0);
    close(&shine["role_hand_offs"], 0.0);
    close(&shine["value_adding_share"], 0.875);
    close(&shine["execution_profit_per_customer"], 0.18);
    close(&shine["break_even_time_s"], 228.0);
    close(&shine["profit_curve"]["marks"]["acceptable"]["profit"], -0.12);
    close(&shine["cost_structure"]["total"], 0.5);
    close(&named(&shine["cost_structure"]["roles"], "Shoeshiner")["idle"], 0.1);
    close(&named(&shine["steps"], "Buff")["delay_cost_per_minute"], 0.1);
    assert_eq!(shine["basis"]["break_even_time_s"], "exact");
    assert_eq!(shine["time_in_zone_s"]["basis"]["frontstage"], "exact");
    let office = figures(&[&sample("driver-licence-office")]);
    assert_eq!(office["margin_per_customer"], Value::Null);
    assert_eq!(office["profit_curve"], Value::Null);
    assert_eq!(office["basis"].get("margin_per_customer"), None);
}

#[test]
fn the_report_leaves_out_what_nobody_asked_for() {
    let (_folder, file) = import("rework.tsv", None);
    let plain = printed(&onstage(&["analyse", &file, "--language", "en"]));
    assert!(plain.contains("Visible and hidden"), "{plain}");
    for unasked in ["Money", "Value-adding", "Moments of truth", "needs a price"] {
        assert!(!plain.contains(unasked), "{unasked}: {plain}");
    }
    let paid = printed(&onstage(&["analyse", &sample("corner-shoeshine")]));
    for asked in ["Money", "Value-adding time", "87.5 %", "3 min 48 s", "Shoeshiner idle"] {
        assert!(paid.contains(asked), "{asked}: {paid}");
    }
    let office = printed(&onstage(&["analyse", &sample("driver-licence-office")]));
    assert!(office.contains("Cost per customer") && !office.contains("needs a price"), "{office}");
}

#[test]
fn the_report_is_for_people() {
    let file = sample("driver-licence-office");
    let english = printed(&onstage(&["analyse", &file]));
    assert!(english.contains("Bottleneck: Check violations"), "{english}");
    assert!(english.contains("Records officer: 1 ÷ 60 s per customer = 60 /h"), "{english}");
    let chinese =
        printed(&command(&["analyse", &file]).env("LANG", "zh_CN.UTF-8").output().unwrap());
    assert!(chinese.contains("瓶颈：Check violations"), "{chinese}");
    let flag = printed(&onstage(&["analyse", &file, "--language", "zh"]));
    assert_eq!(flag, chinese);
}

#[test]
fn a_shared_role_is_the_bottleneck_rather_than_its_steps() {
    let (_folder, file) = import("shared-clerk.csv", None);
    let said = printed(&onstage(&["analyse", &file, "--demand", "3.5/h"]));
    assert!(said.contains("Bottleneck: Secretary (4 steps)"), "{said}");
    assert!(said.contains("Secretary: 1 ÷ 15 min per customer = 4 /h"), "{said}");
    let row = said.lines().find(|line| line.starts_with("Take payment")).unwrap();
    // 2 of the 15 minutes; the secretary has 87.5 % of the hour to do in all.
    for cell in ["Secretary", "13.3 %", "4 /h", "87.5 %"] {
        assert!(row.contains(cell), "{cell}: {row}");
    }
    assert!(!row.contains("30 /h"), "{row}");
    let all = figures(&[&file, "--demand", "3.5/h"]);
    let payment = &named(&all["steps"], "Take payment")["tightest"];
    assert_eq!(payment["roles"], serde_json::json!(["Secretary"]));
    close(&payment["share"], 2.0 / 15.0);
    close(&payment["load"], 2.0 * 3.5 / 60.0);
    close(&payment["utilisation"], 0.875);
}

#[test]
fn the_report_tells_how_many_are_served_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("calls.ron");
    // Half of 60 an hour are there at once, of an exponential minute each: M/M/1 at 50 %.
    let text = r#"(version: 1, title: "Calls", next_id: 10, scenarios: [(id: 1, name: "As-is",
        lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
        roles: [(id: 4, name: "Advisor", headcount: 1)], demand: (per_hour: 30),
        steps: [(id: 5, name: "Answer", lane: 2, phase: 3, at: (0, 0), time: "exp 60 s",
            needs: [(roles: [4])], wait: (acceptable: "2 min"))],
        links: [(id: 6, from: 5, to: "outside")])])"#;
    std::fs::write(&file, text).unwrap();
    let file = file.display().to_string();
    let said = printed(&onstage(&["analyse", &file]));
    // 1 − ½ e^(−½ · 2)
    assert!(said.contains("81.6 % within 2 min"), "{said}");
    let chinese = printed(&onstage(&["analyse", &file, "--language", "zh"]));
    assert!(chinese.contains("81.6%") && chinese.contains("服务水平"), "{chinese}");
}

#[test]
fn an_import_names_every_fault_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (steps, roles) = (folder.path().join("steps.csv"), folder.path().join("roles.csv"));
    std::fs::write(&steps, "step,time,next\nA,soon,\nB,5,Nowhere\n").unwrap();
    std::fs::write(&roles, "role,count\nNurse,-1\n").unwrap();
    let out = folder.path().join("out.ron");
    let path = |path: &Path| path.display().to_string();
    let words = ["import", &path(&steps), "--roles", &path(&roles), "-o", &path(&out)];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(2));
    assert!(!out.exists());
    let said = said(&output);
    for line in [
        "roles.csv: row 2, column count: “-1” is not a number of people",
        "steps.csv: row 2, column time: Not a time",
        "steps.csv: row 3, column next: There is no step called “Nowhere”",
    ] {
        assert!(said.contains(line), "{said}");
    }
    assert_eq!(said.lines().count(), 3, "{said}");
}

#[test]
fn an_overload_is_told_for_each_role() {
    let all = figures(&[&sample("driver-licence-office"), "--demand", "72"]);
    let roles = all["roles"].as_array().unwrap();
    let growing: Vec<&Value> =
        roles.iter().filter(|role| role["growth_per_hour"].as_f64() > Some(0.0)).collect();
    assert_eq!(growing.len(), 1);
    // 72 come, and one officer does 60.
    assert_eq!(growing[0]["name"], "Records officer");
    assert!((growing[0]["growth_per_hour"].as_f64().unwrap() - 12.0).abs() < 1e-9);
    let calm = figures(&[&sample("driver-licence-office"), "--demand", "54"]);
    let served = calm["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["within_acceptable"].as_f64());
    let levels: Vec<f64> = served.collect();
    assert!(!levels.is_empty() && levels.iter().all(|share| (0.0..1.0).contains(share)));
}

#[test]
fn a_file_is_only_replaced_by_force() {
    let (_folder, file) = import("rework.tsv", None);
    let before = std::fs::read(&file).unwrap();
    let words = ["import", "tests/fixtures/jackson.csv", "-o", &file];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--force"), "{}", said(&output));
    assert_eq!(std::fs::read(&file).unwrap(), before);
    let forced = onstage(&[&words[..], &["--force"]].concat());
    assert_eq!(forced.status.code(), Some(0), "{}", said(&forced));
    assert_ne!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn an_export_reads_back_to_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    for name in ["driver-licence-office", "mortgage-applications", "hotel-room-service"] {
        let output = onstage(&["export", &sample(name), "-o", &path("out.csv"), "--force"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let (steps, roles, back) = (path("out.csv"), path("out-roles.csv"), path("back.ron"));
        let words = ["import", &steps, "--roles", &roles, "-o", &back, "--force"];
        let output = onstage(&words);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        // A table does not tell what wait customers accept.
        let without_targets = |mut figures: Value| {
            for step in figures["steps"].as_array_mut().unwrap() {
                step["within_acceptable"].take();
                step["basis"].as_object_mut().unwrap().remove("within_acceptable");
            }
            figures
        };
        let before = without_targets(figures(&[&sample(name), "--demand", "0.5/h"]));
        let after = without_targets(figures(&[&back, "--demand", "0.5/h"]));
        for field in ["capacity_per_hour", "bottleneck", "rush_order_time_s", "steps", "roles"] {
            assert_eq!(before[field], after[field], "{name}: {field}");
        }
    }
    let output = onstage(&["export", &sample("empty-sheet"), "-o", &path("out.odp")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains(".csv"), "{}", said(&output));
}

#[test]
fn a_sheet_is_exported_as_a_picture_with_its_names_and_figures() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.svg").display().to_string();
    let words = ["export", &sample("driver-licence-office"), "-o", &path];
    let output = onstage(&words);
    assert!(output.status.success(), "{}", said(&output));
    let picture = std::fs::read_to_string(&path).unwrap();
    for shown in ["Check violations", "Bottleneck", "60 /h", "Line of visibility", "Frontstage"] {
        assert!(picture.contains(shown), "{shown}");
    }
    // The same again to the byte, and nothing beside it.
    let again = folder.path().join("again.svg").display().to_string();
    assert!(onstage(&["export", words[1], "-o", &again]).status.success());
    assert_eq!(std::fs::read_to_string(&again).unwrap(), picture);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
    let roles = folder.path().join("roles.csv").display().to_string();
    let output = onstage(&["export", words[1], "-o", &path, "--force", "--roles", &roles]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--roles"), "{}", said(&output));
}

#[test]
fn a_sheet_is_exported_as_pixels_of_the_size_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.png").display().to_string();
    let sample = sample("driver-licence-office");
    let size = |more: &[&str]| {
        let words = [&["export", &sample, "-o", &path, "--force"], more].concat();
        let output = onstage(&words);
        assert!(output.status.success(), "{}", said(&output));
        let file = std::io::BufReader::new(std::fs::File::open(&path).unwrap());
        let reader = png::Decoder::new(file).read_info().unwrap();
        (reader.info().width, reader.info().height)
    };
    let (usual, half) = (size(&[]), size(&["--scale", "1"]));
    assert_eq!(usual, (2 * half.0, 2 * half.1));
    assert_eq!(size(&["--transparent"]), usual);
    for wrong in ["0", "-1", "5", "two", "NaN", ""] {
        let output = onstage(&["export", &sample, "-o", &path, "--force", "--scale", wrong]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(said(&output).contains("--scale") && said(&output).contains('4'), "{wrong}");
    }
}

#[test]
fn a_long_sheet_is_exported_in_rows_of_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let (table, long) = (folder.path().join("long.csv"), folder.path().join("long.ron"));
    let row = |number| format!("Step {number},1 min\n");
    let rows: String = (1..=40).map(row).collect();
    std::fs::write(&table, format!("step,time\n{rows}")).unwrap();
    let (table, long) = (table.display().to_string(), long.display().to_string());
    let output = onstage(&["import", &table, "-o", &long]);
    assert!(output.status.success(), "{}", said(&output));
    let picture = |name: &str, more: &[&str]| {
        let path = folder.path().join(name).display().to_string();
        let output = onstage(&[&["export", &long, "-o", &path], more].concat());
        assert!(output.status.success(), "{}", said(&output));
        std::fs::read_to_string(&path).unwrap()
    };
    let size = |text: &str| {
        let number = |name: &str| {
            let rest = text.split_once(&format!(" {name}=\"")).unwrap().1;
            rest.split_once('"').unwrap().0.parse::<f64>().unwrap()
        };
        number("width") / number("height")
    };
    let (whole, rows) = (picture("whole.svg", &[]), picture("rows.svg", &["--rows"]));
    assert!(size(&whole) > 6.0 && size(&rows) < 3.0, "{} {}", size(&whole), size(&rows));
    // Lanes are named in every row, steps in one.
    let count = |text: &str, name: &str| text.matches(&format!(">{name}</text>")).count();
    assert_eq!((count(&whole, "Frontstage"), count(&whole, "Step 17")), (1, 1));
    assert!(count(&rows, "Frontstage") > 1);
    assert!((1..=40).all(|number| count(&rows, &format!("Step {number}")) == 1));
    let table = folder.path().join("out.csv").display().to_string();
    let output = onstage(&["export", &long, "-o", &table, "--rows"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--rows"), "{}", said(&output));
}

#[test]
fn an_export_replaces_nothing_without_force() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    // The table of roles is named by nobody, and is somebody's all the same.
    std::fs::write(path("out-roles.csv"), "mine").unwrap();
    let words = ["export", &sample("driver-licence-office"), "-o", &path("out.csv")];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("out-roles.csv") && said(&output).contains("--force"));
    assert_eq!(std::fs::read_to_string(path("out-roles.csv")).unwrap(), "mine");
    assert!(!folder.path().join("out.csv").exists(), "whole or not at all");
    let forced = onstage(&[&words[..], &["--force"]].concat());
    assert_eq!(forced.status.code(), Some(0), "{}", said(&forced));
    let one = path("out.csv");
    let both = onstage(&["export", &sample("empty-sheet"), "-o", &one, "--roles", &one, "--force"]);
    assert_eq!(both.status.code(), Some(2), "{}", said(&both));
}

#[test]
fn an_empty_sheet_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let output = onstage(&["export", &sample("empty-sheet"), "-o", &path("out.csv")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let words =
        ["import", &path("out.csv"), "--roles", &path("out-roles.csv"), "-o", &path("back.ron")];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn the_language_may_stand_before_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.ron").display().to_string();
    let words = ["--language", "en", "import", "tests/fixtures/jackson.csv", "-o", &out];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = onstage(&["some.ron", "check", "other.ron"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("some.ron"), "{}", said(&output));
}

#[test]
fn columns_can_be_named_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("odd.csv"), "Vorgang,Wer,Minuten\nA,Clerk,5\nB,Clerk,3\n").unwrap();
    let columns = ["--columns", "step=Vorgang,role=2", "--columns", "time=Minuten"];
    let import = |out: &str, more: &[&str]| {
        onstage(&[&["import", &path("odd.csv"), "-o", out][..], more].concat())
    };
    let output = import(&path("out.ron"), &columns);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(figures(&[&path("out.ron"), "--demand", "1"])["roles"][0]["name"], "Clerk");
    // As the Chinese help has it.
    let output = import(&path("chinese.ron"), &["--columns", "步骤=Vorgang，用时=3"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = import(&path("no.ron"), &["--columns", "step=Nix"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("“Nix”"), "{}", said(&output));
    let output = import(&path("no.ron"), &["--columns", "height=1"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("height=1"), "{}", said(&output));
    assert!(!folder.path().join("no.ron").exists());
}

#[test]
fn check_ends_with_one_if_there_is_an_error() {
    let sound = onstage(&["check", &sample("driver-licence-office")]);
    assert_eq!(sound.status.code(), Some(0), "{}", printed(&sound));
    let folder = tempfile::tempdir().unwrap();
    let (table, file) = (folder.path().join("steps.csv"), folder.path().join("made.ron"));
    std::fs::write(&table, "step,role,time\nA,Nurse,\nB,Nurse,5\n").unwrap();
    let file = file.display().to_string();
    onstage(&["import", &table.display().to_string(), "-o", &file]);
    let output = onstage(&["check", &file]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(printed(&output).contains("A needs a time"), "{}", printed(&output));
    let output = onstage(&["analyse", &file, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(all["capacity_per_hour"], Value::Null);
    assert_eq!(all["problems"][0]["code"], "missing_time");
    assert_eq!(all["problems"][0]["severity"], "error");
    assert_eq!(all["problems"][0]["step"], "A");
}

#[test]
fn what_cannot_be_read_ends_with_two_and_plain_words() {
    let folder = tempfile::tempdir().unwrap();
    let damaged: PathBuf = folder.path().join("damaged.ron");
    std::fs::write(&damaged, "(version: 1, scenarios: [(name: 5x)])").unwrap();
    let damaged = damaged.display().to_string();
    let licence = sample("driver-licence-office");
    for (words, expect) in [
        (vec!["analyse", "nowhere.ron"], "The file does not exist"),
        (vec!["analyse", "assets"], "folder"),
        (vec!["check", &damaged], "line 1"),
        (vec!["analyse", "tests/fixtures/jackson.csv"], "onstage import"),
        (vec!["analyse", &licence, "--scenario", "Dream"], "There is no scenario called Dream"),
        (vec!["analyse", &licence, "--demand", "crowds"], "--demand crowds: Not a rate"),
        (vec!["analyse", &licence, "--demand", "many"], "--demand many: A number is needed"),
        (vec!["analyse", &licence, "--demand", "a few/h"], "--demand a few/h: A number is needed"),
        (vec!["analyse", &licence, "--demand", "-5"], "--demand -5: Below zero"),
        (vec!["analyse", &licence, "--colour"], "--colour"),
        (vec!["analyse"], "<FILE>"),
        (vec!["import", "nowhere.csv", "-o", "never.ron"], "The file does not exist"),
    ] {
        let output = onstage(&words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(said(&output).contains(expect), "{words:?}: {}", said(&output));
        assert!(output.stdout.is_empty(), "{words:?}");
    }
    let version = onstage(&["--version"]);
    assert_eq!(version.status.code(), Some(0));
    assert!(printed(&version).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = command(&["analyse", &sample("driver-licence-office"), "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
    assert_eq!(output.status.code(), Some(0));
}

/// What `compare` prints for programs.
fn compared(words: &[&str]) -> Value {
    let output = onstage(&[&["compare", "--json"], words].concat());
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn scenarios_are_laid_side_by_side() {
    let output = onstage(&["compare", &sample("driver-licence-office"), "--language", "en"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = printed(&output);
    let line = |start: &str| {
        let found = text.lines().find(|line| line.trim_start().starts_with(start));
        found.unwrap_or_else(|| panic!("{start} in\n{text}")).split_whitespace().collect::<Vec<_>>()
    };
    assert_eq!(line("As-is"), ["As-is", "To-be", "A", "Difference"]);
    let capacity = ["Capacity", "60", "/h", "120", "/h", "+60", "/h", "better"];
    assert!(text.lines().any(|line| line.split_whitespace().eq(capacity)), "{text}");
    assert!(text.contains("What changed in To-be A against As-is"));
    assert!(text.contains("• Clerk · Headcount: 1 → 2"), "{text}");
    assert!(text.contains("− Eye test · removed"), "{text}");
}

#[test]
fn scenarios_are_laid_side_by_side_in_chinese() {
    let output = onstage(&["compare", &sample("driver-licence-office"), "--language", "zh"]);
    let text = printed(&output);
    assert!(text.contains("更好") && text.contains("− Eye test · 已删除"), "{text}");
}

#[test]
fn programs_read_what_changed_and_whether_it_is_better() {
    let all = compared(&[&sample("driver-licence-office")]);
    let scenarios = all["scenarios"].as_array().unwrap();
    assert_eq!(scenarios.len(), 2);
    assert!(scenarios[0]["changes"].is_null(), "the baseline");
    close(&scenarios[0]["figures"]["capacity_per_hour"], 60.0);
    close(&scenarios[1]["figures"]["capacity_per_hour"], 120.0);
    let changes = &scenarios[1]["changes"];
    assert_eq!(changes["against"], "As-is");
    assert_eq!(changes["figures"]["capacity_per_hour"]["verdict"], "better");
    close(&changes["figures"]["capacity_per_hour"]["difference"], 60.0);
    assert!(changes["drawn"].as_array().unwrap().iter().any(|line| line["sign"] == "removed"));
    let turned = compared(&[
        &sample("driver-licence-office"),
        "--scenario",
        "To-be A",
        "--scenario",
        "As-is",
    ]);
    let figure = &turned["scenarios"][1]["changes"]["figures"]["capacity_per_hour"];
    assert_eq!(figure["verdict"], "worse", "the first that is named is the baseline");
}

#[test]
fn one_scenario_alone_is_compared_with_nothing() {
    let (_folder, file) = import("xootr.csv", Some("xootr-roles.csv"));
    let output = onstage(&["compare", &file]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("holds one scenario"), "{}", said(&output));
}

/// The rules of the course for the licence office, as words of a command.
const COURSE: [&str; 9] = [
    "--free-order",
    "--first",
    "Review application",
    "--last",
    "Issue temp. licence",
    "--alone",
    "Issue temp. licence",
    "--one-place",
    "Photograph",
];

#[test]
fn the_redesign_of_the_licence_office_is_that_of_the_course() {
    let office = sample("driver-licence-office");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("redesigned.ron").display().to_string();
    let asked = ["redesign", &office, "--target", "120/h", "--json", "-o", &file];
    let output = onstage(&[&asked[..], &COURSE].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    close(&found["today"]["capacity_per_hour"], 60.0);
    let [point] = found["frontier"].as_array().unwrap().as_slice() else { panic!("one point") };
    close(&point["capacity_per_hour"], 120.0);
    assert_eq!((&point["staff"], &point["design_count"]), (&7.into(), &5.into()));
    assert_eq!(point["proven"], true);
    let best = &point["designs"][0];
    assert_eq!(best["jobs"][0]["steps"], serde_json::json!(["Review application", "Eye test"]));
    assert_eq!(best["jobs"][0]["workers"], 2);
    assert_eq!(best["changes"]["merges"], 1);
    close(&best["cost_per_customer"], 104.0 / 120.0);
    // The scenario that was saved serves as many, and the first is what it was.
    let saved = figures(&[&file, "--scenario", "7 people, 120 /h"]);
    close(&saved["capacity_per_hour"], 120.0);
    assert_eq!(named(&saved["roles"], "Clerk")["count"], 2);
    close(&figures(&[&file])["capacity_per_hour"], 60.0);
    let again = onstage(&[&asked[..], &COURSE].concat());
    assert_eq!(again.status.code(), Some(2), "a file is only replaced by force");
}

#[test]
fn the_frontier_is_told_for_people_too() {
    let office = sample("driver-licence-office");
    let output = onstage(&[&["redesign", &office, "--staff", "6..8"], &COURSE[..]].concat());
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for part in ["today 6", "60 /h", "102.9 /h", "124.1 /h", "proven best", "1 merged"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // Duplicating alone: an eighth person gains nothing.
    let output = onstage(&["redesign", &office, "--staff", "7..9", "--max-job", "1"]);
    assert!(printed(&output).contains("no gain over 8 people"), "{}", printed(&output));
}

#[test]
fn nurses_and_doctors_can_be_asked_for_by_role() {
    // Derived: four an hour with three nurses and two doctors.
    let output = onstage(&[
        "redesign",
        &sample("physical-examination"),
        "--scenario",
        "To-be A",
        "--staff",
        "Nurse=3,Doctor=2",
        "--fixed-roles",
        "--free-order",
        "--json",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    close(&found["frontier"][0]["capacity_per_hour"], 4.0);
}

#[test]
fn a_number_of_customers_is_read_as_people_write_it() {
    let office = sample("driver-licence-office");
    for text in ["1,000", "1000", "一千", "1000 customers"] {
        let output = onstage(&["analyse", &office, "--customers", text, "--json"]);
        assert_eq!(output.status.code(), Some(0), "{text}: {}", said(&output));
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found["all_at_once"]["customers"], 1000, "{text}");
    }
    for text in ["-3", "0", "many", "1.5", "两三百"] {
        let output = onstage(&["analyse", &office, "--customers", text]);
        assert_eq!(output.status.code(), Some(2), "{text}");
        let words = said(&output);
        assert!(words.contains(text) && words.contains("1,000,000"), "{words}");
    }
}

#[test]
fn what_cannot_be_redesigned_says_what_can() {
    let office = sample("driver-licence-office");
    let ends = |code: i32, words: &[&str]| {
        let output = onstage(&[&["redesign", &office], words].concat());
        assert_eq!(output.status.code(), Some(code), "{words:?}");
        said(&output)
    };
    let refused = |words: &[&str]| ends(2, words);
    let out_of_reach = ends(1, &[&["--target", "200/h"], &COURSE[..]].concat());
    assert!(out_of_reach.contains("180 /h"), "{out_of_reach}");
    let unknown = refused(&["--staff", "7", "--first", "Revue application"]);
    assert!(unknown.contains("Review application"), "{unknown}");
    let unknown = refused(&["--staff", "Clerc=3"]);
    assert!(unknown.contains("Clerk"), "{unknown}");
    for bad in ["none", "0", "7..6", "-1", "20001", "Clerk=99999999999"] {
        let words = refused(&["--staff", bad]);
        assert!(words.contains("6..12"), "{words}");
    }
    let too_few = ends(1, &["--staff", "2", "--max-job", "2"]);
    assert!(too_few.contains('3'), "{too_few}");
    assert!(refused(&["--target", "fast"]).contains("120/h"));
    assert!(refused(&[]).contains("--target"));
}

#[test]
fn a_table_without_roles_can_be_redesigned() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (table, file, better) = (path("plain.csv"), path("plain.ron"), path("better.ron"));
    std::fs::write(&table, "step,time\nWeigh,20 s\nWrap,40 s\nLabel,30 s\n").unwrap();
    assert_eq!(onstage(&["import", &table, "-o", &file]).status.code(), Some(0));
    let output = onstage(&["redesign", &file, "--staff", "3", "-o", &better, "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    // Three people who each do everything: 90 s of work.
    close(&found["frontier"][0]["capacity_per_hour"], 120.0);
    close(&found["today"]["capacity_per_hour"], 90.0);
    close(&figures(&[&better, "--scenario", "3 people, 120 /h"])["capacity_per_hour"], 120.0);
    // The first scenario is what it was.
    let first = figures(&[&better]);
    close(&first["capacity_per_hour"], 90.0);
    assert_eq!(first["roles"], serde_json::json!([]));
}

/// A blueprint of a table, in a folder that lives as long as the answer.
fn made(steps: &str, roles: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (steps_file, roles_file, file) = (path("s.csv"), path("r.csv"), path("made.ron"));
    std::fs::write(&steps_file, steps).unwrap();
    std::fs::write(&roles_file, roles).unwrap();
    let output = onstage(&["import", &steps_file, "--roles", &roles_file, "-o", &file]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    (folder, file)
}

#[test]
fn a_redesign_known_by_a_bound_says_at_most() {
    let roles = "role,count\nA,1\nB,1\nC,1\nD,1\n";
    let steps = "step,role,time\nX,A + B | C,1 h\nY,B + A | C,1 h\nZ,D,30 min\n";
    let (_folder, file) = made(steps, roles);
    let asked = ["redesign", &file, "--target", "0.7/h"];
    let output = onstage(&asked);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("at most"), "{}", said(&output));
    for line in text.lines().filter(|line| line.contains("/h")) {
        assert!(line.contains("at most 0.75 /h"), "{line}");
    }
    assert!(!text.contains("proven best"), "{text}");
    let output = onstage(&[&["--language", "zh"], &asked[..]].concat());
    let text = printed(&output);
    assert!(said(&output).contains("至多"), "{}", said(&output));
    for line in text.lines().filter(|line| line.contains("0.75")) {
        assert!(line.contains("至多"), "{line}");
    }
    assert!(!text.contains("已证明最优") && !text.contains(": "), "{text}");
}

#[test]
fn comments_outlive_a_redesign() {
    let roles = "role,count\nA,1\nB,1\n";
    let (_folder, file) = made("step,role,time\nX,A,60 s\nY,B,30 s\n", roles);
    let text = std::fs::read_to_string(&file).unwrap();
    let at = text.find("steps: [").unwrap();
    let noted = format!("// keep me\n{}/* and me */ {}", &text[..at], &text[at..]);
    std::fs::write(&file, noted).unwrap();
    let output = onstage(&["redesign", &file, "--staff", "3", "-o", &file, "--force"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("// keep me") && text.contains("/* and me */"), "{text}");
}

#[test]
fn a_blueprint_is_not_written_into_a_table_nor_into_no_folder() {
    let (folder, file) = made("step,role,time\nX,A,60 s\n", "role,count\nA,1\n");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let output = onstage(&["import", &path("s.csv"), "-o", &path("z.csv")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains(".ron") && !folder.path().join("z.csv").exists());
    let output = onstage(&["export", &file, "-o", &path("nodir/z.csv")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("The folder does not exist"), "{}", said(&output));
}

#[test]
fn a_design_that_reaches_less_than_today_is_never_called_the_best() {
    // The receptionist of the clinic does steps that are no neighbours: no design holds such a job.
    let clinic = sample("clinic-appointments");
    let output = onstage(&["redesign", &clinic, "--staff", "4..5", "--language", "en"]);
    let text = printed(&output);
    let line = |start: &str| text.lines().find(|line| line.starts_with(start)).unwrap().to_owned();
    assert!(line("today 4").contains("16.9 /h"), "{text}");
    assert!(line("4 ").contains("13.2 /h") && line("4 ").contains("less than today"), "{text}");
    assert!(line("5 ").contains("17.6 /h") && line("5 ").contains("proven best"), "{text}");
    assert!(text.contains("Today’s people reach more, as some of them do steps"), "{text}");
    let office = sample("driver-licence-office");
    let output = onstage(&["redesign", &office, "--staff", "6..8", "--language", "en"]);
    assert!(!printed(&output).contains("less than today"), "{}", printed(&output));
}

#[test]
fn a_target_out_of_reach_ends_with_one() {
    let office = sample("driver-licence-office");
    let words = ["redesign", &office, "--target", "5000/h", "--max-job", "1", "--one-worker-jobs"];
    let output = onstage(&words);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
}

#[test]
fn so_many_customers_at_once_take_so_long() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (table, office) = (path("line.csv"), path("line.ron"));
    let line = "step,role,time\nAsk,Clerk,15 s\nCheck,Officer,60 s\nPrint,Aide,40 s\n";
    std::fs::write(&table, line).unwrap();
    assert_eq!(onstage(&["import", &table, "-o", &office]).status.code(), Some(0));
    let time = |customers: &str| {
        let all = figures(&[&office, "--customers", customers]);
        (all["all_at_once"]["time_s"].as_f64(), all["all_at_once"]["basis"]["time_s"].clone())
    };
    // 115 s for the first, and one every 60 s after that: the makespan of a flow shop of like jobs.
    assert_eq!(time("1"), (Some(115.0), "exact".into()));
    assert_eq!(time("10"), (Some(115.0 + 9.0 * 60.0), "exact".into()));
    let said = printed(&onstage(&["analyse", &office, "--customers", "10"]));
    assert!(said.contains("10 customers, all arriving at once at an empty service"), "{said}");
}
