//! The command line speaks the language that is asked for, help and mistakes included.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

use std::process::{Command, Output, Stdio};

use onstage::exchange::EXPORTERS;

const COMMANDS: [&str; 17] = [
    "analyse",
    "redesign",
    "compare",
    "diff",
    "check",
    "import",
    "export",
    "report",
    "handout",
    "handbook",
    "simulate",
    "staff",
    "quality",
    "plan",
    "solve",
    "review",
    "merge-comments",
];

fn onstage(words: &[&str], locale: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onstage"));
    command.args(words).stdin(Stdio::null());
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
        command.env_remove(name);
    }
    command.env("LANG", locale).output().unwrap()
}

fn printed(words: &[&str], locale: &str) -> String {
    let output = onstage(words, locale);
    assert_eq!(output.status.code(), Some(0), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What is said of a mistake, on standard error with exit code 2.
fn said(words: &[&str], locale: &str) -> String {
    let output = onstage(words, locale);
    assert_eq!(output.status.code(), Some(2), "{words:?}");
    assert!(output.stdout.is_empty(), "{words:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// Words in Latin letters that are no names of options, commands, formats or files.
fn english_words(text: &str) -> Vec<&str> {
    const NAMES: [&str; 9] = ["onstage", "en", "zh", "JSON", "ron", "UTF", "gbk", "big5", "max"];
    /// What options are answered with, and a variable.
    const VALUES: [&str; 40] = [
        "plans",
        "show",
        "day",
        "long-run",
        "a4",
        "a3",
        "letter",
        "sheet",
        "light",
        "dark",
        "contrast",
        "auto",
        "one",
        "tiles",
        "SOURCE",
        "DATE",
        "EPOCH",
        "picture",
        "load",
        "visit",
        "waiting",
        "money",
        "profile",
        "gaps",
        "importance",
        "kano",
        "risk",
        "indicators",
        "trend",
        "parts",
        "needs",
        "views",
        "verdict",
        "blueprint",
        "steps",
        "roles",
        "experience",
        "problems",
        "comparison",
        "method",
    ];
    let is_format = |word: &str| EXPORTERS.iter().any(|exporter| exporter.ending == word);
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.split(|c: char| !is_letter(c))
        .filter(|word| word.len() > 1 && word.chars().any(|c| c.is_ascii_alphabetic()))
        .filter(|word| !is_format(word) && !VALUES.contains(word))
        .filter(|word| !word.starts_with('-') && !NAMES.contains(word) && !COMMANDS.contains(word))
        .collect()
}

#[test]
fn chinese_help_holds_no_english() {
    let mut helps = vec![printed(&["--help"], "zh_CN.UTF-8")];
    helps.extend(COMMANDS.map(|command| printed(&[command, "--help"], "zh_CN.UTF-8")));
    for help in helps {
        assert!(help.contains("用法") && help.contains("选项"), "{help}");
        assert_eq!(english_words(&help), [""; 0], "{help}");
    }
}

#[test]
fn english_help_tells_every_command_and_option() {
    let help = printed(&["--help"], "C");
    for command in COMMANDS {
        assert!(help.contains(command), "{help}");
        let about = printed(&[command, "--help"], "C");
        assert!(about.contains(&format!("Usage: onstage {command}")), "{about}");
        for line in about.lines().filter(|line| line.trim_start().starts_with("--")) {
            let told = line.trim_start().split("  ").filter(|part| !part.is_empty()).count();
            assert!(told >= 2, "{command}: {line} says nothing");
        }
    }
    assert!(help.contains("Exit codes"));
}

#[test]
fn the_language_is_that_of_the_option_else_of_the_system() {
    assert!(printed(&["--help", "--language", "zh"], "en_GB.UTF-8").contains("用法"));
    assert!(printed(&["--language=en", "--help"], "zh_CN.UTF-8").contains("Usage:"));
    assert!(printed(&["help", "check"], "zh_TW.UTF-8").contains("列出蓝图的问题"));
    assert!(printed(&["--help"], "de_DE.UTF-8").contains("Usage:"));
}

#[test]
fn mistakes_are_told_in_the_language() {
    for (words, english, chinese) in [
        (&["check"][..], "missing: <FILE>", "还缺少：<文件>"),
        (&["diff", "x.ron"], "missing: <NEW>", "还缺少：<新文件>"),
        (&["analyse", "x.ron", "--jsn"], "unknown argument “--jsn”", "无法识别“--jsn”"),
        (&["analyse", "x.ron", "--jsn"], "Did you mean “--json”?", "是否指“--json”？"),
        (&["--language", "fr"], "use en or zh", "请用 en 或 zh"),
        (&["redesign", "x.ron", "--staff", "7", "--max-job", "0"], "whole number", "整数"),
        (&["redesign", "x.ron", "--staff", "7", "--target", "9/h"], "together", "同时使用"),
        (&["check", "x.ron", "--language"], "needs a value", "需要一个值"),
        (&["export", "x.ron", "--output", "a.csv", "--output", "b.csv"], "more than once", "重复"),
    ] {
        let told = said(words, "C");
        assert!(told.starts_with("error: ") && told.contains(english), "{words:?}: {told}");
        assert!(told.contains("--help"), "{told}");
        let told = said(words, "zh_CN.UTF-8");
        assert!(told.starts_with("错误：") && told.contains(chinese), "{words:?}: {told}");
        let own: Vec<&str> = english_words(&told).into_iter().filter(|it| *it != "fr").collect();
        assert_eq!(own, [""; 0], "{told}");
    }
}

#[test]
fn a_command_that_is_mistyped_is_told_and_the_one_that_was_meant() {
    for (words, meant) in [
        (&["analys", "x.ron"][..], "analyse"),
        (&["analysis", "x.ron", "--json"], "analyse"),
        (&["anaylse", "x.ron"], "analyse"),
        (&["analys"], "analyse"),
        (&["compair"], "compare"),
        (&["compair", "x.ron"], "compare"),
        (&["compair", "a"], "compare"),
        (&["chek", "--json"], "check"),
        (&["exprot", "x.ron", "--output", "a.csv"], "export"),
        (&["Import", "x.csv"], "import"),
    ] {
        let told = said(words, "C");
        let unknown = format!("error: there is no command “{}”", words[0]);
        assert!(told.starts_with(&unknown), "{words:?}: {told}");
        assert!(told.contains(&format!("Did you mean “{meant}”?")), "{words:?}: {told}");
        assert!(told.contains("Usage: onstage [OPTIONS] [FILE] [COMMAND]"), "{told}");
        let told = said(words, "zh_CN.UTF-8");
        assert!(told.starts_with(&format!("错误：没有命令“{}”", words[0])), "{told}");
        assert!(told.contains(&format!("是否指“{meant}”？")), "{words:?}: {told}");
        let own = english_words(&told);
        assert!(own.iter().all(|word| *word == words[0]), "{told}");
    }
    // The first word may well be a file: then the second is meant for a command.
    let told = said(&["x.ron", "chek"], "C");
    assert!(told.contains("no command “chek”") && told.contains("mean “check”?"), "{told}");
    let told = said(&["frobnicate", "x.ron"], "C");
    assert!(told.contains("no command “frobnicate”") && !told.contains("Did you mean"), "{told}");
    let told = said(&["--language", "zh", "analys", "x.ron"], "C");
    assert!(told.contains("没有命令“analys”"), "{told}");
}

#[test]
fn analyse_is_taken_in_the_american_spelling_too() {
    let help = printed(&["analyze", "--help"], "C");
    assert_eq!(help, printed(&["analyse", "--help"], "C"));
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/en/corner-shoeshine.ron");
    assert_eq!(printed(&["analyze", file], "C"), printed(&["analyse", file], "C"));
}
