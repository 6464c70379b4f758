//! What cannot be exported, and what is said of it.

use std::path::Path;

use super::{OFFICE, below, exported, onstage, said};

#[test]
fn an_option_that_a_format_has_no_use_for_is_refused() {
    for (format, option) in [
        ("svg", &["--scale", "2"][..]),
        ("svg", &["--paper", "a4"]),
        ("png", &["--outlines"]),
        ("pdf", &["--transparent"]),
        ("csv", &["--theme", "dark"]),
        ("png", &["--date", "2026-11-29"]),
    ] {
        let words = [&["export", OFFICE, "-o", "-", "--to", format], option].concat();
        let output = onstage(&words);
        assert_eq!(output.status.code(), Some(2), "{format} {option:?}");
        assert!(said(&output).contains(option[0]) && output.stdout.is_empty(), "{option:?}");
    }
}

#[test]
fn a_refusal_names_every_format_that_an_option_is_for() {
    for (words, language, part) in [
        (
            &["export", OFFICE, "-o", "-", "--to", "png", "--date", "2026-11-29"][..],
            "en",
            "--date is for .docx, .html, .md, .pdf and .xlsx, not for .png",
        ),
        (
            &["export", OFFICE, "-o", "-", "--to", "png", "--date", "2026-11-29"],
            "zh",
            "--date 只用于 .docx、.html、.md、.pdf 和 .xlsx，不用于 .png",
        ),
        (
            &["export", OFFICE, "-o", "-", "--to", "csv", "--theme", "dark"],
            "en",
            "--theme is for .docx, .html, .md, .pdf, .png and .svg, not for .csv",
        ),
        (
            &["export", OFFICE, "-o", "-", "--to", "png", "--paper", "a4"],
            "en",
            "--paper is for .docx and .pdf, not for .png",
        ),
        (
            &["report", OFFICE, "-o", "-", "--to", "html", "--paper", "a4"],
            "en",
            "--paper is for .docx and .pdf, not for .html",
        ),
        (
            &["export", OFFICE, "-o", "-", "--to", "html", "--rows"],
            "en",
            "--rows is for .pdf, .png and .svg, not for reports",
        ),
    ] {
        let output = onstage(&[words, &["--language", language]].concat());
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(said(&output).contains(part), "{words:?}: {}", said(&output));
    }
    for format in ["docx", "html", "md", "pdf"] {
        let words = ["report", OFFICE, "-o", "-", "--to", format, "--date", "2026-11-29"];
        assert_eq!(onstage(&words).status.code(), Some(0), "{format} takes it");
    }
}

#[test]
fn a_mistake_says_what_can_be_asked_for() {
    for (words, english, chinese) in [
        (
            &["export", OFFICE, "-o", "-", "--to", "svg", "--pair", "As-is"][..],
            "needs 2 values",
            "需要 2 个值",
        ),
        (&["export"], "--output <OUT> and <FILE>", "--output <输出> 和 <文件>"),
        (
            &["export", OFFICE, "-o", "-", "--to", "png", "--width", "60000"],
            "--scale 4\n",
            "--scale 4\n",
        ),
    ] {
        for (language, part) in [("en", english), ("zh", chinese)] {
            let output = onstage(&[words, &["--language", language]].concat());
            assert_eq!(output.status.code(), Some(2));
            assert!(said(&output).contains(part), "{words:?}: {}", said(&output));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_device_is_no_file_that_would_be_replaced() {
    let output = onstage(&["export", OFFICE, "-o", "/dev/null", "--to", "svg"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let full = onstage(&["export", OFFICE, "-o", "/dev/full", "--to", "svg"]);
    assert!(!cfg!(target_os = "linux") || full.status.code() == Some(2), "{}", said(&full));
}

#[test]
fn what_does_not_go_together_is_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let (name, none) = (folder.path().display().to_string(), below(&folder, "none.xlsx"));
    let all = onstage::reports::Part::ALL.map(onstage::reports::Part::name).join(",");
    let example = |name: &str| below(&folder, name);
    for (words, parts) in [
        (&["export", OFFICE, "-o", "-", "--to", "svg", "--pair", "As-is", "As-is"][..], &["As-is"]),
        (&["export", OFFICE, "-o", &none, "--as", "picture"], &[".svg"]),
        (&["export", OFFICE, "-o", "-", "--to", "mmd", "--as", "picture"], &[".mmd"]),
        (&["report", OFFICE, "-o", "-", "--to", "html", "--without", &all], &["--without"]),
        (&["export", OFFICE, "-o", &name], &[&*example("driver-licence-office.svg")]),
        (
            &["export", OFFICE, "-o", &name, "--to", "png", "--force"],
            &[&*example("driver-licence-office.png")],
        ),
        (&["report", OFFICE, "-o", &name], &[&*example("driver-licence-office.pdf")]),
        (
            &["import", "tests/fixtures/rework.tsv", "-o", &name, "--force"],
            &[&*example("rework.ron")],
        ),
        (
            &["redesign", OFFICE, "-o", &name, "--target", "70/h"],
            &[&*example("driver-licence-office.ron")],
        ),
    ] {
        for language in ["en", "zh"] {
            let output = onstage(&[words, &["--language", language]].concat());
            assert_eq!(output.status.code(), Some(2), "{words:?}: {}", said(&output));
            assert!(output.stdout.is_empty());
            for part in parts {
                assert!(said(&output).contains(part), "{words:?}: {}", said(&output));
            }
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was written");
    let some = ["report", OFFICE, "-o", "-", "--to", "md", "--without", "verdict,method"];
    assert_eq!(onstage(&some).status.code(), Some(0));
}

#[test]
fn standard_output_says_which_files_it_has_no_room_for() {
    for (command, format, beside) in [
        ("export", "csv", "driver-licence-office-roles.csv"),
        ("report", "md", "driver-licence-office.svg"),
    ] {
        let output = onstage(&[command, OFFICE, "-o", "-", "--to", format]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains(beside), "{format}: {}", said(&output));
        assert!(!output.stdout.is_empty());
    }
    let folder = tempfile::tempdir().unwrap();
    let roles = below(&folder, "roles.csv");
    let output = onstage(&["export", OFFICE, "-o", "-", "--to", "csv", "--roles", &roles]);
    assert_eq!(said(&output), "", "both are written");
    assert!(Path::new(&roles).exists());
    let whole = onstage(&["export", OFFICE, "-o", "-", "--to", "mmd"]);
    assert_eq!(said(&whole), "");
}

#[test]
fn standard_output_needs_a_format_and_gets_nothing_else() {
    let output = onstage(&["export", OFFICE, "-o", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--to") && said(&output).contains(".pdf"), "{}", said(&output));
    let table = String::from_utf8(exported(OFFICE, "csv", &[])).unwrap();
    assert!(table.trim_start_matches('\u{feff}').starts_with("step,"), "{table}");
    assert!(exported(OFFICE, "png", &[]).starts_with(b"\x89PNG"));
}
