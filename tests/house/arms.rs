//! What the window is asked to do has an arm of its own everywhere: nothing swallows what is new.

use super::hold;
use super::sources::{Source, sources};

/// Types whose variants are all named wherever they are told apart: commands, what is asked for,
/// views, menus.
const NAMED: &[&str] = &["Command", "C", "Action", "SideTab", "BottomTab", "Submenu", "Group"];

/// Whether an arm tells a variant of one of these types apart.
fn names_one(arm: &str) -> bool {
    let arm = arm.trim_start_matches("| ");
    NAMED.iter().any(|name| arm.strip_prefix(name).is_some_and(|rest| rest.starts_with("::")))
}

/// Whether an arm takes whatever is left: `_`, or a name that binds all.
fn takes_the_rest(arm: &str) -> bool {
    let Some((pattern, _)) = arm.split_once("=>") else { return false };
    let pattern = pattern.split(" if ").next().unwrap_or_default().trim();
    !pattern.is_empty() && pattern.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// The arms of each `match` that take whatever is left of one of the types. In code that is
/// formatted, the arms of a `match` stand one step deeper than its first line.
fn swallowing(source: &Source) -> Vec<String> {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (at, (_, line)) in source.code.iter().enumerate() {
        let opens = line.trim_end().ends_with('{')
            && (line.contains(" match ") || line.trim_start().starts_with("match "));
        if !opens {
            continue;
        }
        let arms: Vec<_> = source.code[at + 1..]
            .iter()
            .take_while(|(_, arm)| depth(arm) > depth(line))
            .filter(|(_, arm)| depth(arm) == depth(line) + 4)
            .collect();
        if arms.iter().any(|(_, arm)| names_one(arm.trim())) {
            let rest = arms.iter().filter(|(_, arm)| takes_the_rest(arm.trim()));
            found.extend(
                rest.map(|(number, arm)| format!("{}:{number}: {}", source.path, arm.trim())),
            );
        }
    }
    found
}

#[test]
fn nothing_swallows_a_command_or_a_view() {
    let window: Vec<Source> = sources().into_iter().filter(|source| source.room == "ui").collect();
    let broken: Vec<_> = window.iter().flat_map(swallowing).collect();
    hold("Commands, actions and views each have an arm of their own", &broken);
}

#[test]
fn arms_that_take_the_rest_are_found() {
    let told = |text: &str| swallowing(&Source::of("ui/x.rs", text)).len();
    let of = |rest: &str| {
        format!(
            "//! X.\nfn f() {{\n    match c {{\n        Command::New => a(),\n        {rest}\n    }}\n}}\n"
        )
    };
    assert_eq!(told(&of("_ => {}")), 1);
    assert_eq!(told(&of("other if is(other) => b(other),")), 1);
    assert_eq!(told(&of("Command::Open | Command::Save => b(),")), 0);
    let nested = "Command::Insert(sort) => match sort {\n            _ => b(),\n        },";
    assert_eq!(told(&of(nested)), 0, "of another type");
    assert_eq!(told(&of("_ => {}").replace("Command", "Key")), 0);
}
