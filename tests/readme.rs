//! What README.md says is so: its commands print what it shows, its files are what the program
//! makes, its tables are complete, its links lead somewhere.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

use onstage::process::{ProblemCode, Severity};

/// Stands for lines that the README leaves out.
const LEFT_OUT: &str = "…";

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(project().join("README.md")).unwrap()
}

/// The code blocks, each with the mark before it (`file: steps.csv`) or its language.
fn blocks(readme: &str) -> Vec<(String, Vec<&str>)> {
    let mut found = Vec::new();
    let mut mark = None;
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        if let Some(said) = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")) {
            mark = Some(said.to_owned());
        } else if let Some(language) = line.strip_prefix("```") {
            let code = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((mark.take().unwrap_or_else(|| language.to_owned()), code));
        }
    }
    found
}

/// Checks that a text holds the shown lines in their order, in one piece between two marks of
/// lines left out.
#[track_caller]
fn shows(what: &str, text: &str, shown: &[&str]) {
    let lines: Vec<_> = text.lines().collect();
    let mut rest = &lines[..];
    for piece in shown.split(|line| *line == LEFT_OUT).filter(|piece| !piece.is_empty()) {
        let at = rest.windows(piece.len()).position(|window| window == piece);
        let Some(at) = at else {
            panic!("{what} has not:\n{}\n\nbut:\n{}", piece.join("\n"), rest.join("\n"));
        };
        rest = &rest[at + piece.len()..];
    }
}

/// Runs a command line of the README in a folder and returns all that it prints.
fn run(line: &str, folder: &Path) -> String {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("onstage"), "{line}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_onstage"));
    command.args(words).current_dir(folder);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    String::from_utf8(text).unwrap()
}

#[test]
fn commands_print_what_the_readme_shows() {
    let readme = readme();
    let blocks = blocks(&readme);
    let folder = tempfile::tempdir().unwrap();
    for (mark, code) in &blocks {
        if let Some(name) = mark.strip_prefix("file: ") {
            fs::write(folder.path().join(name), code.join("\n") + "\n").unwrap();
        }
    }
    let mut commands = 0;
    for (_, code) in blocks.iter().filter(|(mark, _)| mark == "console") {
        for part in code
            .split(|line| line.starts_with("$ "))
            .skip(1)
            .zip(code.iter().filter_map(|line| line.strip_prefix("$ ")))
        {
            let (shown, line) = part;
            let printed = run(line, folder.path());
            shows(line, &printed, shown);
            if !shown.contains(&LEFT_OUT) {
                assert_eq!(printed.lines().collect::<Vec<_>>(), shown, "{line}");
            }
            commands += 1;
        }
    }
    assert!(commands >= 4, "only {commands} commands are shown");
    for (mark, code) in &blocks {
        if let Some(name) = mark.strip_prefix("part of ") {
            shows(name, &fs::read_to_string(folder.path().join(name)).unwrap(), code);
        }
    }
}

#[test]
fn every_problem_is_in_the_table() {
    let readme = readme();
    for code in ProblemCode::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        let row = format!("| `{}` | {severity} |", code.name());
        assert!(readme.contains(&row), "the table of problems lacks {row}");
    }
}

#[test]
fn every_room_is_on_the_map() {
    let readme = readme();
    let guide = fs::read_to_string(project().join("src/lib.rs")).unwrap();
    for entry in fs::read_dir(project().join("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let room = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(readme.contains(&format!("| `src/{room}` |")), "README.md lacks {room}");
            assert!(guide.contains(&format!("//! | [`{room}`] |")), "src/lib.rs lacks {room}");
        }
    }
}

#[test]
fn links_lead_somewhere() {
    let readme = readme();
    let targets = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for target in targets.filter(|target| !target.starts_with("https://")) {
        assert!(project().join(target).exists(), "README.md links to {target}, which is not there");
    }
}

#[test]
fn the_test_command_is_marked_for_the_checks() {
    let readme = readme();
    let blocks = blocks(&readme);
    let (_, command) = blocks.iter().find(|(mark, _)| mark == "test command").unwrap();
    assert_eq!(command, &["cargo test"]);
}
