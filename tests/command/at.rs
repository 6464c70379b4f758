//! `--at`: the figures of one interval of the day.

use super::{figures, onstage, printed, said};

/// A lone clerk by the hour; the night has no day.
const TEXT: &str = r#"(title: "Passes", scenarios: [
    (id: 1, name: "Today", roles: [(id: 13, name: "Clerk", headcount: 3, shifts: [
            (from: "08:00", to: "11:00"), (from: "09:00", to: "10:00")])],
        demand: (per_hour: 10, opening_hours: 9, day: (open: "08:00", close: "11:00", per_hour: [10, 15, 12])),
        steps: [(id: 34, name: "Serve", time: "4 min", needs: [(roles: [13])])],
        links: [(id: 35, from: 34, to: "outside")]),
    (id: 2, name: "Always", roles: [(id: 13, name: "Clerk")], demand: (per_hour: 12),
        steps: [(id: 34, name: "Serve", time: "4 min", needs: [(roles: [13])])],
        links: [(id: 35, from: 34, to: "outside")]),
])"#;

fn file() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("passes.ron");
    std::fs::write(&file, TEXT).unwrap();
    let file = file.display().to_string();
    (folder, file)
}

#[test]
fn figures_of_an_hour_are_those_of_its_customers_and_people() {
    let (_folder, file) = file();
    let at = |time: &str| {
        let all = figures(&[&file, "--at", time]);
        let name = all["at"].as_str().unwrap().to_owned();
        let capacity = all["capacity_per_hour"].as_f64().unwrap();
        (name, all["demand_per_hour"].as_f64().unwrap(), capacity.round())
    };
    assert_eq!(at("9:30"), ("09:00".to_owned(), 15.0, 30.0));
    assert_eq!(at("busiest"), ("10:00".to_owned(), 12.0, 15.0));
    let steady = figures(&[&file]);
    assert_eq!((steady["at"].as_str(), steady["demand_per_hour"].as_f64()), (None, Some(10.0)));
    let same = figures(&[&file, "--scenario", "Always"]);
    let then = figures(&[&file, "--at", "10:59"]);
    assert_eq!(then["throughput_time_s"], same["throughput_time_s"]);
    let text = printed(&onstage(&["analyse", &file, "--at", "10", "--language", "en"]));
    assert!(text.contains("Today, 10:00–11:00"), "{text}");
    // The demand that is asked for keeps the shape of the day.
    let twice = figures(&[&file, "--at", "9", "--demand", "20/h"]);
    assert!((twice["demand_per_hour"].as_f64().unwrap() - 15.0 * 20.0 * 3.0 / 37.0).abs() < 1e-9);
}

#[test]
fn a_time_that_is_none_of_the_day_is_refused_in_words() {
    let (_folder, file) = file();
    for (words, says) in [
        (
            vec!["--at", "11:00"],
            "--at 11:00: “Today” is closed then. It is open from 08:00 to 11:00",
        ),
        (vec!["--at", "noon"], "--at noon: write a time of day such as 12:30, or busiest"),
        (vec!["--at", "9", "--scenario", "Always"], "--at: “Always” has no day."),
    ] {
        let output = onstage(&[&["analyse", &file], words.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2));
        let said = said(&output);
        assert!(said.contains(says), "{said}");
    }
    let output = onstage(&["compare", &file, "--at", "9"]);
    assert_eq!(output.status.code(), Some(2), "both sides need that time");
}

#[test]
fn opening_hours_beside_a_day_are_said_to_be_ignored() {
    let (_folder, file) = file();
    let output = onstage(&["analyse", &file, "--json"]);
    let said = said(&output);
    assert!(said.contains("line 4: “scenarios[0].demand.opening_hours” is ignored"), "{said}");
}

#[test]
fn a_report_and_a_picture_name_the_hour_they_are_of() {
    let (folder, file) = file();
    for name in ["out.md", "picture.svg"] {
        let out = folder.path().join(name);
        let path = out.display().to_string();
        let command = if name == "out.md" { "report" } else { "export" };
        let output = onstage(&[command, &file, "--at", "busiest", "-o", &path]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let text = std::fs::read_to_string(&out).unwrap();
        assert!(text.contains("10:00–11:00") || name == "picture.svg", "{text}");
    }
    let steady = folder.path().join("steady.svg").display().to_string();
    assert_eq!(onstage(&["export", &file, "-o", &steady]).status.code(), Some(0));
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert_ne!(
        read("steady.svg"),
        read("picture.svg"),
        "the figures on the cards are those of the hour"
    );
}
