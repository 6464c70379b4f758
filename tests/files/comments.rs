//! Comments that were written into a file by hand stay where they were.

use onstage::blueprint::Blueprint;
use onstage::editor::Edit;
use onstage::storage::{Comments, decode, encode, encode_with, open, open_known, save_with};
use onstage::storage::{Replace, samples};

use super::small;

/// The lines of a text that hold comments, each with the line after it.
fn commented(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let pairs = lines.iter().zip(lines.iter().skip(1).chain(["", ""].iter()));
    pairs
        .filter(|(line, _)| line.contains("//") || line.contains("/*"))
        .map(
            |(line, next)| {
                if line.starts_with('/') { format!("{line} | {next}") } else { (*line).to_owned() }
            },
        )
        .collect()
}

/// Reads a text, writes it, and holds that doing so again changes nothing.
fn written(text: &str) -> String {
    let opened = decode(text).unwrap();
    let once = encode_with(&opened.blueprint, &opened.comments);
    let again = decode(&once).unwrap();
    assert_eq!(again.blueprint, opened.blueprint, "comments change nothing");
    assert_eq!(
        encode_with(&again.blueprint, &again.comments),
        once,
        "the second time is the first"
    );
    once
}

/// The small blueprint's text with some parts replaced.
fn with(changes: &[(&str, &str)]) -> String {
    let mut text = encode(&small());
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

#[test]
fn a_comment_in_every_place_stays_in_it() {
    let text = with(&[
        ("(\n    version: 1,", "// the first line\n( // of the file\n    version: 1, // one"),
        ("    title:", "    /* what it is */\n    title:"),
        ("scenarios: [", "scenarios: [ // as is only"),
        ("(id: 3, zone: Customer),", "// here they come\n(id: 3, zone: Customer), // many"),
        ("(id: 6, zone: Support),\n", "(id: 6, zone: Support),\n // no more lanes\n"),
        ("name: \"Cut\",", "name: \"Cut\", // not \"shave\" // really"),
        ("time: \"20", "// measured in May\ntime: \"20"),
        ("needs: [(roles: [8])]", "needs: [(roles: [8 /* the barber */])]"),
        ("kind: Together)", "kind: /* at once */ Together)"),
    ]) + "// the end\n";
    let kept = commented(&written(&text));
    assert_eq!(
        kept,
        [
            "// the first line | ( // of the file",
            "( // of the file",
            "version: 1, // one",
            "/* what it is */ | title: \"Barber's \\\"shop\\\"\",",
            "scenarios: [ // as is only",
            "// here they come | (id: 3, zone: Customer), // many",
            "(id: 3, zone: Customer), // many",
            "// no more lanes | ],",
            "name: \"Cut\", // not \"shave\" // really",
            "// measured in May | time: \"20 ± 5 min\",",
            "8, /* the barber */",
            "/* at once */ | kind: Together,",
            "// the end | ",
        ]
    );
}

#[test]
fn without_comments_nothing_is_written_otherwise() {
    for sample in samples() {
        let blueprint = sample.open().unwrap();
        let with_one = format!("// by hand\n{}", encode(&blueprint));
        assert_eq!(encode_with(&blueprint, Comments::none()), encode(&blueprint));
        assert_eq!(written(&with_one), with_one);
    }
}

#[test]
fn a_comment_at_every_value_of_a_sample_is_kept() {
    let plain = encode(&samples()[0].open().unwrap());
    let lines: Vec<&str> = plain.lines().collect();
    for (before, behind) in [(true, false), (false, true), (true, true)] {
        let mut text = String::new();
        for (at, line) in lines.iter().enumerate() {
            if before {
                text.push_str(&["// before ", &at.to_string(), "\n"].concat());
            }
            text += line;
            if behind {
                text.push_str(&[" // behind ", &at.to_string()].concat());
            }
            text.push('\n');
        }
        let kept = written(&text);
        let same = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
        // A comment before a closing bracket and all the others are on the lines where they were.
        assert_eq!(same(&kept), same(&text));
    }
}

fn change(blueprint: &mut Blueprint, edit: Edit) {
    let id = blueprint.baseline().id();
    onstage::editor::DocumentEdit::from(edit).apply(blueprint, id).unwrap();
}

#[test]
fn a_comment_follows_its_step_and_one_of_a_step_that_goes_is_named() {
    let text = with(&[
        ("name: \"Cut\",", "name: \"Cut\", // ask which cut"),
        ("name: \"Sits down\",", "name: \"Sits down\", // may wait"),
        ("(id: 11, from", "// both at once\n(id: 11, from"),
    ]);
    let opened = decode(&text).unwrap();
    let mut blueprint = opened.blueprint;
    assert!(opened.comments.lost_in(&blueprint).is_empty());
    let sits = *blueprint.baseline().steps().keys().next().unwrap();
    change(&mut blueprint, Edit::Remove { steps: [sits].into(), links: [].into() });
    let lost = opened.comments.lost_in(&blueprint);
    assert_eq!(lost, ["// may wait", "// both at once"]);
    let kept = encode_with(&blueprint, &opened.comments);
    assert_eq!(commented(&kept), ["name: \"Cut\", // ask which cut"]);
}

#[test]
fn a_comment_at_what_is_not_written_any_more_goes_to_its_thing() {
    let text = with(&[("name: \"Barber\",", "name: \"Barber\", headcount: 1 /* only one */,")]);
    assert_eq!(
        commented(&written(&text)),
        ["/* only one */ | (id: 8, name: \"Barber\", colour: 3),"]
    );
}

#[test]
fn a_file_keeps_its_comments_when_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.ron");
    std::fs::write(&path, with(&[("name: \"Cut\",", "name: \"Cut\", // ask first")])).unwrap();
    let (opened, known) = open_known(&path).unwrap();
    let mut blueprint = opened.blueprint;
    blueprint.set_title("Another title");
    save_with(&path, &blueprint, &opened.comments, Replace::Only(known.content)).unwrap();
    let again = open(&path).unwrap();
    assert_eq!(again.blueprint, blueprint);
    assert_eq!(again.comments, opened.comments);
}
