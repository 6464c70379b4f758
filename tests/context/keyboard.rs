//! What keys make of a document: (document, keys, expected document).
//!
//! A document is written by its flows, what is selected in brackets: `Ask > [Wait] > Leave; Phone`.
//! Keys are written by their names, letters that are typed in quotes: `Ctrl+Left 'Think' Enter`.

use egui::{Key, Modifiers};

use super::Person;
use super::sheet::chains;

/// What matters of a document here: names, flows and what is selected, each in alphabetical order.
#[derive(Debug, PartialEq, Eq)]
struct Drawn {
    names: Vec<String>,
    flows: Vec<String>,
    selected: Vec<String>,
}

impl Drawn {
    fn of(person: &Person) -> Self {
        Self { names: person.names(), flows: person.flows(), selected: person.selected() }.sorted()
    }

    fn sorted(mut self) -> Self {
        for list in [&mut self.names, &mut self.flows, &mut self.selected] {
            list.sort();
        }
        self
    }
}

/// The chains of a document, and what is to be seen of it.
fn read(document: &str) -> (Vec<Vec<String>>, Drawn) {
    let (mut names, mut flows, mut selected) = (Vec::new(), Vec::new(), Vec::new());
    let mut all = Vec::new();
    for chain in document.split(';') {
        let mut read: Vec<String> = Vec::new();
        for written in chain.split('>').map(str::trim).filter(|name| !name.is_empty()) {
            let name = written.trim_matches(['[', ']']).to_owned();
            if written.starts_with('[') {
                selected.push(name.clone());
            }
            if let Some(before) = read.last() {
                flows.push(format!("{before} > {name}"));
            }
            // A step that has several flows is written several times.
            if !names.contains(&name) {
                names.push(name.clone());
            }
            read.push(name);
        }
        all.push(read);
    }
    (all, Drawn { names, flows, selected }.sorted())
}

/// Presses keys that are written by their names.
fn press(person: &mut Person, keys: &str) {
    let mut rest = keys.trim();
    while !rest.is_empty() {
        if let Some(typed) = rest.strip_prefix('\'') {
            let (text, after) = typed.split_once('\'').expect("a closing quote");
            person.type_text(text);
            rest = after.trim_start();
            continue;
        }
        let (pressed, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let mut modifiers = Modifiers::NONE;
        let mut name = pressed;
        while let Some((held, other)) = name.split_once('+') {
            modifiers |= match held {
                "Ctrl" => Modifiers::COMMAND,
                "Shift" => Modifiers::SHIFT,
                "Alt" => Modifiers::ALT,
                _ => panic!("no key to hold: {held}"),
            };
            name = other;
        }
        let key = Key::from_name(name).unwrap_or_else(|| panic!("no key {name}"));
        person.press(modifiers, key);
        rest = after.trim_start();
    }
}

/// Draws a document, presses keys, and holds what comes of it against what is expected. Answers the
/// person, who may look further.
pub fn check(document: &str, keys: &str, expected: &str) -> Person {
    let (drawn, begin) = read(document);
    let mut person = Person::at_blueprint(chains(&drawn, 180)).open();
    if begin.selected.is_empty() {
        person.click_blank();
    } else {
        person.select(&begin.selected.iter().map(String::as_str).collect::<Vec<_>>());
    }
    assert_eq!(Drawn::of(&person), begin, "{document} is drawn as it is written");
    press(&mut person, keys);
    assert_eq!(Drawn::of(&person), read(expected).1, "{document}, {keys}");
    person
}
