//! Two versions of a blueprint: what changed, how it ends, and git.

use std::path::PathBuf;

use serde_json::Value;

use super::{command, onstage, printed, said, sample};

/// A folder with the licence office and a version of it in which some texts are others.
struct Versions {
    folder: tempfile::TempDir,
}

impl Versions {
    fn of(changes: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let text = std::fs::read_to_string(sample("driver-licence-office")).unwrap();
        let new = changes.iter().fold(text.clone(), |text, (old, new)| {
            assert!(text.contains(old), "{old}");
            text.replacen(old, new, 1)
        });
        std::fs::write(folder.path().join("old.ron"), text).unwrap();
        std::fs::write(folder.path().join("new.ron"), new).unwrap();
        Self { folder }
    }

    fn file(&self, name: &str) -> String {
        let path: PathBuf = self.folder.path().join(name);
        path.display().to_string()
    }

    fn diff(&self, more: &[&str]) -> (String, Option<i32>) {
        let (old, new) = (self.file("old.ron"), self.file("new.ron"));
        let output = onstage(&[&["diff", &old, &new], more].concat());
        assert_eq!(said(&output), "");
        (printed(&output), output.status.code())
    }
}

const OFFICER: (&str, &str) =
    ("\"Records officer\", cost", "\"Records officer\", headcount: 2, cost");

#[test]
fn a_file_is_the_same_as_itself_and_nothing_is_printed() {
    for name in ["driver-licence-office", "hotel-room-service", "empty-sheet"] {
        let file = sample(name);
        let output = onstage(&["diff", &file, &file]);
        assert_eq!((printed(&output), said(&output)), (String::new(), String::new()), "{name}");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn two_versions_that_differ_end_with_one() {
    let versions = Versions::of(&[
        OFFICER,
        ("\"60 s\"", "\"45 s\""),
        ("Pays the fee", "Pays by card"),
        ("rating: 2", "rating: 5"),
        ("title: \"Driver", "title: \"The driver"),
    ]);
    let (text, code) = versions.diff(&[]);
    assert_eq!(code, Some(1));
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("no {part} in:\n{text}"));
    let order = [
        "Title: Driver-licence office → The driver-licence office",
        "\nAs-is\n",
        "Before ",
        "Records officer · Headcount: 1 → 2 ",
        "Check violations · Time: 60 s → 45 s ",
        "together ",
        "After ",
        "What customers see or must do",
        "Noise of the hall · Rating: 2 → 5",
        "Moved, renamed and other",
        "Name: Pays the fee → Pays by card",
    ];
    assert!(order.map(at).is_sorted(), "{text}");
    assert!(!text.contains("Matched by name") && !text.contains("To-be A"), "{text}");
    assert!(text.contains("+30 /h") && text.contains("60 /h") && text.contains("90 /h"));
}

#[test]
fn what_lies_elsewhere_what_was_said_and_values_of_any_length_are_told() {
    let text = std::fs::read_to_string(sample("driver-licence-office")).unwrap();
    let (_, after) = text.split_once("name: \"Photograph\"").unwrap();
    let (_, after) = after.split_once("at: (").unwrap();
    let at = format!("at: ({}", after.split(')').next().unwrap());
    let comment =
        "comments: [(on: (), by: \"Ann\", at: \"2026-11-27T14:05:10+08:00\", text: \"Why?\")],";
    let scenarios = format!("{comment}\n    scenarios: [");
    let versions = Versions::of(&[("scenarios: [", &scenarios), (&at, "at: (151, 41")]);
    let (text, code) = versions.diff(&[]);
    assert_eq!(code, Some(1));
    assert!(text.contains("Comments differ: 1 new"), "{text}");
    assert!(text.contains("elsewhere in its lane"), "{text}");
    assert!(!text.contains("Before"), "no figure moved:\n{text}");
}

#[test]
fn in_chinese_the_columns_stand_below_one_another() {
    let versions = Versions::of(&[OFFICER]);
    let (text, _) = versions.diff(&["--language", "zh"]);
    let wide = |line: &&str| line.contains("位/小时");
    let widths = text.lines().filter(wide).map(|line| {
        let upto = line.split("位/小时").next().unwrap_or_default();
        upto.chars().map(|c| if c.is_ascii() || "•−→·".contains(c) { 1 } else { 2 }).sum::<usize>()
    });
    let widths: Vec<usize> = widths.collect();
    assert_eq!(widths.len(), 3, "{text}");
    assert!(widths.iter().all(|width| *width == widths[0]), "{text}");
}

#[test]
fn json_has_the_same_facts() {
    let versions = Versions::of(&[OFFICER, ("\"60 s\"", "\"45 s\"")]);
    let (text, code) = versions.diff(&["--json"]);
    assert_eq!(code, Some(1));
    let all: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&all["same"], &all["matching"]), (&Value::from(false), &Value::from("identity")));
    let scenario = &all["scenarios"][0];
    assert_eq!(scenario["name"], "As-is");
    assert_eq!(scenario["figures"]["capacity_per_hour"]["after"], 90.0);
    let changes = scenario["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    assert_eq!((&changes[0]["before"], &changes[0]["after"]), (&"1".into(), &"2".into()));
    assert_eq!(changes[0]["group"], "figures");
    for name in ["capacity_per_hour", "throughput_time_s", "wait_s", "cost_per_customer"] {
        let number = |value: &Value| value[name].as_f64().unwrap();
        let alone: f64 = changes.iter().map(|change| number(&change["effects"])).sum();
        let total = number(&scenario["total"]);
        assert!((alone + number(&scenario["together"]) - total).abs() < 1e-9, "{name}");
        let difference = number(&scenario["after"]) - number(&scenario["before"]);
        assert!((difference - total).abs() < 1e-9, "{name}");
    }
    let same = onstage(&["diff", &versions.file("old.ron"), &versions.file("old.ron"), "--json"]);
    let same: Value = serde_json::from_slice(&same.stdout).unwrap();
    assert_eq!(same["same"], true);
}

#[test]
fn one_scenario_can_be_asked_for() {
    let versions = Versions::of(&[OFFICER, ("title: \"Driver", "title: \"The driver")]);
    let (text, code) = versions.diff(&["--scenario", "As-is"]);
    assert_eq!(code, Some(1));
    assert!(text.contains("Headcount") && !text.contains("Title"), "{text}");
    assert_eq!(versions.diff(&["--scenario", "To-be A"]), (String::new(), Some(0)));
    let (old, new) = (versions.file("old.ron"), versions.file("new.ron"));
    let output = onstage(&["diff", &old, &new, "--scenario", "Nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("As-is"));
}

#[test]
fn unrelated_files_are_matched_by_name() {
    let (one, other) = (sample("driver-licence-office"), sample("hotel-room-service"));
    let output = onstage(&["diff", &one, &other]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).starts_with("Matched by name"), "{}", printed(&output));
    let three = onstage(&["diff", &one, &other, &one]);
    assert_eq!(three.status.code(), Some(2));
    assert!(said(&three).contains("two versions"), "{}", said(&three));
    let unreadable = onstage(&["diff", &one, "Cargo.toml"]);
    assert_eq!(unreadable.status.code(), Some(2));
    assert_eq!(printed(&unreadable), "");
}

/// What it prints when git calls it with these words; it must end with 0.
fn of_git(words: &[&str]) -> String {
    let output =
        command(&[&["diff"], words].concat()).env("GIT_DIFF_PATH_TOTAL", "1").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output));
    printed(&output)
}

#[test]
fn git_shows_differences_by_it_and_goes_on() {
    let versions = Versions::of(&[OFFICER]);
    let (old, new) = (versions.file("old.ron"), versions.file("new.ron"));
    let (hex, mode) = ("0789650", "100644");
    let shown = of_git(&["a.ron", &old, hex, mode, &new, hex, mode]);
    assert!(shown.starts_with("a.ron\n") && shown.contains("Headcount: 1 → 2"), "{shown}");
    let renamed = of_git(&["a.ron", &old, hex, mode, &new, hex, mode, "b.ron", "similarity"]);
    assert!(renamed.starts_with("a.ron → b.ron\n"), "{renamed}");
    let added = of_git(&["a.ron", "/dev/null", ".", ".", &new, hex, mode]);
    assert_eq!(added, "a.ron · new\n");
    let removed = of_git(&["a.ron", &old, hex, mode, "/dev/null", ".", "."]);
    assert_eq!(removed, "a.ron · removed\n");
    let broken = of_git(&["a.ron", &old, hex, mode, "Cargo.toml", hex, mode]);
    assert!(broken.contains("Cargo.toml"), "{broken}");
    assert_eq!(of_git(&["a.ron"]), "", "a path that is not merged");
}

#[test]
fn what_becomes_of_a_risk_is_told_once_with_the_largest() {
    let versions = Versions::of(&[("severity: 4", "severity: 9")]);
    let (text, code) = versions.diff(&[]);
    assert_eq!(code, Some(1));
    assert!(
        text.contains("Review application · Fail point: Severity 4 → 9, risk 0.64 → 1.44"),
        "{text}"
    );
    let largest = "Largest risk: 0.8 (Eye test) → 1.44 (Review application)";
    assert!(text.contains(largest), "{text}");
    let (text, _) = versions.diff(&["--json"]);
    let all: Value = serde_json::from_str(&text).unwrap();
    let risk = &all["scenarios"][0]["largest_risk"];
    assert!((risk["before"].as_f64().unwrap() - 0.8).abs() < 1e-9, "{risk}");
    assert!((risk["after"].as_f64().unwrap() - 1.44).abs() < 1e-9, "{risk}");
}

#[test]
fn the_old_version_keeps_its_money() {
    let versions = Versions::of(&[OFFICER, ("currency: \"$\"", "currency: \"€\"")]);
    let (text, _) = versions.diff(&[]);
    assert!(text.contains("Currency: $ → €, amounts are not converted"), "{text}");
    let line = |name: &str| {
        let mut lines = text.lines().filter(|line| line.trim_start().starts_with(name));
        lines.next().unwrap_or_else(|| panic!("{name} in:\n{text}")).to_owned()
    };
    assert!(line("Before").contains("$1.70") && line("After").contains("€1.93"), "{text}");
    assert!(line("• Records officer").contains("+$0.222"), "{text}");
}

#[test]
fn comments_by_hand_are_told_though_nothing_else_differs() {
    let versions = Versions::of(&[("scenarios: [", "scenarios: [ // Ask Li.")]);
    let (text, code) = versions.diff(&[]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("Comments by hand differ: 1 new"), "{text}");
    let (text, _) = versions.diff(&["--json"]);
    let all: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(all["same"], false);
}
