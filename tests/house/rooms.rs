//! Who may know whom, who names the toolkit, who touches files, who reads the clock,
//! who starts threads.

use super::hold;
use super::sources::{Source, has_word, sources};

/// Each room with the rooms it may know. A room that is not listed here does not exist.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("blueprint", &[]),
    ("background", &[]),
    ("process", &["blueprint"]),
    ("analysis", &["blueprint", "process"]),
    // A service mix is filled by the flow; what solves it knows nobody.
    ("planning", &["blueprint", "process", "analysis"]),
    ("simulation", &["blueprint", "process", "analysis"]),
    // A better version is reached by an edit, so that it can be undone like any other.
    ("redesign", &["blueprint", "process", "analysis", "simulation", "planning", "editor"]),
    // A lesson while it is given: everything in a sandbox, which is an open file that is never saved.
    ("presenting", &["blueprint", "process", "analysis", "editor"]),
    // What is judged about a place, and what a plan brings, which are scenarios compared.
    ("quality", &["blueprint", "process", "analysis", "simulation", "redesign"]),
    // What changed between two versions; changes are what redesign compares, and places of planning sheets.
    ("versions", &["blueprint", "process", "analysis", "planning", "redesign"]),
    ("editor", &["blueprint"]),
    ("storage", &["blueprint"]),
    // Figures and words are lent to it as values.
    ("drawing", &["blueprint"]),
    ("exchange", &["blueprint", "process", "analysis", "drawing"]),
    // Wording puts the codes of every room into words, so it knows those that have codes.
    (
        "wording",
        &[
            "blueprint",
            "process",
            "analysis",
            "simulation",
            "planning",
            "redesign",
            "quality",
            "versions",
            "storage",
            "exchange",
        ],
    ),
    // Pictures put figures and words together for the drawing.
    (
        "pictures",
        &[
            "blueprint",
            "process",
            "analysis",
            "planning",
            "redesign",
            "quality",
            "drawing",
            "wording",
        ],
    ),
    // What a class sees of a stop: pictures, figures and words on a wall.
    (
        "stage",
        &[
            "blueprint",
            "process",
            "analysis",
            "planning",
            "redesign",
            "drawing",
            "wording",
            "pictures",
        ],
    ),
    // Workbooks put figures and words together as cells.
    (
        "workbooks",
        &[
            "blueprint",
            "process",
            "analysis",
            "planning",
            "redesign",
            "exchange",
            "wording",
            "pictures",
        ],
    ),
    // What there is to say about a service, with its pictures.
    (
        "reports",
        &[
            "blueprint",
            "process",
            "analysis",
            "planning",
            "simulation",
            "redesign",
            "versions",
            "quality",
            "drawing",
            "wording",
            "pictures",
            "stage",
        ],
    ),
    // A lesson is suggested from what the figures say, in words.
    ("lessons", &["blueprint", "process", "analysis", "wording"]),
    // The way from choices to files, which command line and window share.
    (
        "exports",
        &[
            "blueprint",
            "process",
            "analysis",
            "simulation",
            "redesign",
            "drawing",
            "exchange",
            "wording",
            "pictures",
            "workbooks",
            "reports",
        ],
    ),
    // Which language a page is in.
    ("guide", &["wording"]),
    (
        "command",
        &[
            "blueprint",
            "background",
            "process",
            "analysis",
            "simulation",
            "planning",
            "redesign",
            "quality",
            "versions",
            "drawing",
            "storage",
            "exchange",
            "wording",
            "pictures",
            "stage",
            "workbooks",
            "exports",
            "reports",
            "lessons",
        ],
    ),
    (
        "ui",
        &[
            "blueprint",
            "background",
            "process",
            "analysis",
            "simulation",
            "planning",
            "redesign",
            "quality",
            "versions",
            "editor",
            "presenting",
            "storage",
            "drawing",
            "exchange",
            "wording",
            "pictures",
            "stage",
            "exports",
            "reports",
            "lessons",
            "guide",
        ],
    ),
    ("main", &["command", "ui"]),
    ("lib", &[]),
];

/// The rooms that may touch files.
const FILES: &[&str] = &["storage", "exchange"];

/// The rooms that may read a clock; figures, drawings and files must come out the same at any time.
/// The command line dates pages, where it is not told a day, and ends a simulation in time.
const CLOCKS: &[&str] = &["ui", "command"];

/// The rooms that may start a thread; all other work off the window's thread goes through them, so
/// that it is cancelled, told of and caught in one way.
const THREADS: &[&str] = &["background"];

/// The rooms that a line of code names, through the root of the crate or the crate's name.
fn rooms_named(code: &str) -> impl Iterator<Item = &str> {
    ["crate::", "onstage::"].into_iter().flat_map(move |root| {
        code.match_indices(root).filter(|(at, _)| !code[..*at].ends_with(is_name)).map(
            move |(at, _)| {
                let rest = &code[at + root.len()..];
                // `crate::{` names several rooms: it is returned as `{` and never allowed.
                let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
                &rest[..end.max(1).min(rest.len())]
            },
        )
    })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many `super::` stand together at most in a line.
fn supers(code: &str) -> usize {
    (1..9).take_while(|&count| code.contains(&"super::".repeat(count))).count()
}

fn breaches(source: &Source, allowed: &[&str]) -> Vec<String> {
    let mut broken = Vec::new();
    for (number, code) in &source.code {
        for room in rooms_named(code) {
            if room != source.room && !allowed.contains(&room) {
                broken.push(format!("{}:{number}: names {room}", source.path));
            }
        }
        if supers(code) >= source.depth.max(1) {
            broken.push(format!("{}:{number}: leaves its room by super::", source.path));
        }
    }
    broken
}

#[test]
fn rooms_know_only_whom_they_may() {
    let mut broken = Vec::new();
    for source in sources() {
        match MAY_KNOW.iter().find(|(room, _)| *room == source.room) {
            Some((_, allowed)) => broken.extend(breaches(&source, allowed)),
            None => broken.push(format!("{}: a room that MAY_KNOW does not list", source.path)),
        }
    }
    hold("A room knows only the rooms that MAY_KNOW gives it, by crate::room::…", &broken);
}

/// Walks down from a room; a room met again above itself would be a circle.
fn circle_from(room: &'static str, above: &mut Vec<&'static str>) -> Option<String> {
    if above.contains(&room) {
        return Some(format!("{} → {room}", above.join(" → ")));
    }
    above.push(room);
    let known = MAY_KNOW.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, known)| known);
    let found = known.iter().find_map(|room| circle_from(room, above));
    above.pop();
    found
}

#[test]
fn no_two_rooms_know_each_other() {
    let circles: Vec<_> =
        MAY_KNOW.iter().filter_map(|(room, _)| circle_from(room, &mut Vec::new())).collect();
    hold("Rooms lie above one another, never in a circle", &circles);
}

/// The lines of all rooms but some that name one of some words.
fn outside(rooms: &[&str], words: &[&str]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !rooms.contains(&source.room.as_str())) {
        broken.extend(source.places(|code| words.iter().any(|word| has_word(code, word))));
    }
    broken
}

#[test]
fn only_the_window_names_the_toolkit() {
    let toolkit = ["egui", "eframe", "egui_extras", "egui_table", "rfd", "wgpu", "winit"];
    hold("Only src/ui names egui and what belongs to it", &outside(&["ui"], &toolkit));
}

/// The toolkit's own text layout, which files share with the window; nothing else of it.
#[test]
fn below_the_window_only_the_letters_name_the_layout_of_the_toolkit() {
    let letters = "src/drawing/text/";
    let others = outside(&["ui"], &["epaint"]);
    let others: Vec<_> = others.into_iter().filter(|place| !place.starts_with(letters)).collect();
    hold("Only src/drawing/text names epaint", &others);
}

#[test]
fn only_storage_and_exchange_touch_files() {
    let files = ["fs", "File::open", "File::create", "OpenOptions", "AtomicWriteFile"];
    hold("Only storage and exchange touch files", &outside(FILES, &files));
}

#[test]
fn results_depend_on_no_clock_and_no_thread() {
    hold("Only ui reads clocks", &outside(CLOCKS, &["Instant", "SystemTime"]));
    hold("Only background starts threads", &outside(THREADS, &["thread", "rayon"]));
}

#[test]
fn paths_are_read_as_meant() {
    let named = |code| rooms_named(code).collect::<Vec<_>>();
    assert_eq!(named("use crate::drawing::{Ink, Palette};"), ["drawing"]);
    assert_eq!(named("use crate::{drawing, ui};"), ["{"]);
    assert_eq!(named("f(crate::process::compile(x), crate::ui::Y)"), ["process", "ui"]);
    assert_eq!(named("pub(in crate::ui) use self::new_step;"), ["ui"]);
    assert_eq!(named("other_crate::drawing"), [""; 0]);
    assert_eq!(
        (supers("use super::super::a;"), supers("use super::a"), supers("use a;")),
        (2, 1, 0)
    );
}

#[test]
fn a_breach_is_told_with_its_place() {
    let text = "//! Shapes.\n\nuse crate::wording::Wording;\nuse super::super::ui::App;\n";
    let source = Source::of("drawing/shapes.rs", text);
    let told = breaches(&source, &["blueprint"]);
    let expected = [
        "src/drawing/shapes.rs:3: names wording",
        "src/drawing/shapes.rs:4: leaves its room by super::",
    ];
    assert_eq!(told, expected);
    assert!(breaches(&source, &["wording"]).len() == 1);
}
