//! How files are named and sized, and what may not stand in them.

use super::hold;
use super::sources::{has_word, sources};

/// The longest file that one still reads in a sitting.
const LONGEST: usize = 700;

#[test]
fn files_are_named_after_their_subject() {
    let vague = ["utils", "util", "helpers", "helper", "common", "misc", "shared", "types"];
    let broken: Vec<_> = sources()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| path.split(['/', '.']).any(|name| vague.contains(&name)))
        .collect();
    hold("A file is named after its subject", &broken);
}

#[test]
fn files_are_short_enough_to_read() {
    let broken: Vec<_> = sources()
        .iter()
        .filter(|source| source.lines.len() > LONGEST)
        .map(|source| format!("{}: {} lines", source.path, source.lines.len()))
        .collect();
    hold("No file is longer than 700 lines", &broken);
}

#[test]
fn every_file_says_what_it_is() {
    let broken: Vec<_> = sources()
        .into_iter()
        .filter(|source| !source.lines.first().is_some_and(|line| line.starts_with("//! ")))
        .map(|source| source.path)
        .collect();
    hold("A file starts with a line of //! that says what it is", &broken);
}

#[test]
fn nothing_is_unsafe_or_left_open() {
    let words = ["unsafe", "todo!", "unimplemented!", "dbg!"];
    let mut broken = Vec::new();
    for source in sources() {
        // A macro's name ends with its mark of exclamation, which is no part of a word.
        broken.extend(source.places(|code| words.iter().any(|word| has_word(code, word))));
        for (index, line) in source.lines.iter().enumerate() {
            if ["TODO", "FIXME", "XXX"].iter().any(|mark| has_word(line, mark)) {
                broken.push(format!("{}:{}: {}", source.path, index + 1, line.trim()));
            }
        }
    }
    hold("No unsafe, todo!, unimplemented!, dbg!, and no note of work left", &broken);
}

#[test]
fn exceptions_are_explained() {
    let mut broken = Vec::new();
    for source in sources() {
        for (index, line) in source.lines.iter().enumerate() {
            let line = line.trim_start();
            let excepts = ["#[allow(", "#![allow(", "#[expect(", "#![expect("]
                .iter()
                .any(|start| line.starts_with(start));
            if !excepts || line.contains("reason") || line.contains("//") {
                continue;
            }
            let mut above = source.lines[..index].iter().rev().map(|line| line.trim_start());
            let explained = above
                .find(|line| !line.starts_with("#["))
                .is_some_and(|line| line.starts_with("//"));
            if !explained {
                broken.push(format!("{}:{}: {line}", source.path, index + 1));
            }
        }
    }
    hold("A comment above #[allow(…)] says why", &broken);
}

#[test]
fn figures_use_no_mathematics_of_the_platform() {
    // `std` hands these to the system's library, which differs from one machine to the next.
    let functions = [
        "ln", "log", "log2", "log10", "ln_1p", "exp", "exp2", "exp_m1", "powf", "sin", "cos",
        "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot",
    ];
    let rooms = ["blueprint", "process", "analysis", "simulation"];
    let calls = |code: &str| {
        functions.iter().any(|name| {
            let found = code.match_indices(&format!(".{name}(")).any(|(at, _)| {
                // A method of our own has a receiver that says so; a number has none of these.
                !code[..at].ends_with("sum")
            });
            found || code.contains(&format!("f64::{name}"))
        })
    };
    let of_rooms = sources().into_iter().filter(|source| rooms.contains(&source.room.as_str()));
    let mut broken = Vec::new();
    for source in of_rooms {
        broken.extend(source.places(calls));
    }
    hold("Figures use + − × ÷, square roots and libm, which are the same everywhere", &broken);
}
