//! The main states of the window, each in both languages: English in light on a usual screen,
//! Chinese in the dark on a small one.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme, Vec2};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, SnapshotResults};
use onstage::ui::App;
use onstage::wording::{Language, Wording};

use super::compared;

/// The window while a state is brought about.
type Window<'a, 'b> = &'a mut Harness<'b, App>;

/// Compares a state in both languages with its pictures.
fn state_looks_like(name: &str, prepare: impl Fn(Window<'_, '_>, &Wording)) {
    let cases = [
        ("en", Vec2::new(1440.0, 900.0), Theme::Light, Language::English),
        ("zh", Vec2::new(1280.0, 720.0), Theme::Dark, Language::Chinese),
    ];
    let mut all = SnapshotResults::new();
    for (tag, size, theme, language) in cases {
        let words = Wording::new(language);
        let picture = format!("state-{name}-{tag}");
        all.extend(compared(&picture, size, theme, language, |window| {
            prepare(window, &words);
            window.hover_at(egui::Pos2::ZERO);
            window.run_steps(6);
        }));
    }
}

/// Runs a command that is found by what was typed.
fn run(window: Window<'_, '_>, typed: &str) {
    press(window, Modifiers::COMMAND, Key::K);
    write(window, typed);
    press(window, Modifiers::NONE, Key::Enter);
    window.run_steps(6);
}

fn press(window: Window<'_, '_>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(4);
}

fn write(window: Window<'_, '_>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run_steps(4);
}

#[test]
fn finding_a_command() {
    state_looks_like("finder", |window, _| {
        press(window, Modifiers::COMMAND, Key::K);
        write(window, "zoom");
    });
}

#[test]
fn finding_a_step() {
    state_looks_like("find", |window, _| press(window, Modifiers::COMMAND, Key::F));
}

#[test]
fn the_shortcuts() {
    state_looks_like("shortcuts", |window, _| run(window, "command shortcuts"));
}

#[test]
fn several_steps_selected() {
    state_looks_like("many-selected", |window, _| press(window, Modifiers::COMMAND, Key::A));
}

#[test]
fn a_menu() {
    state_looks_like("menu", |window, words| {
        window.get_by_role_and_label(Role::Button, words.text("menu-edit")).click();
        window.run_steps(4);
    });
}

#[test]
fn problems() {
    state_looks_like("problems", |window, words| {
        run(window, "command new");
        run(window, "palette frontstage action");
        press(window, Modifiers::NONE, Key::Enter);
        let problems = words.with("tab-problems", &[("count", 1.into())]);
        if let Some(tab) = window.query_by_label(&problems) {
            tab.click();
        }
        window.run_steps(4);
    });
}

#[test]
fn an_empty_sheet() {
    state_looks_like("empty", |window, _| run(window, "command new"));
}

#[test]
fn more_contrast() {
    state_looks_like("contrast", |window, _| run(window, "command contrast"));
}

#[test]
fn everything_twice_as_large() {
    state_looks_like("large", |window, _| {
        for _ in 0..5 {
            run(window, "command larger");
        }
        window.run_steps(4);
    });
}

#[test]
fn a_table_on_its_way_in() {
    let table = "No\tActivity\tTeam on duty\tRemark\tNet time (min)\tGoes on with\n\
                 1\tReceive form\tClerk\tby post too\t5\t2\n\
                 2\tCheck form\tClerk, Officer\t\t8\t3 80%; 1 20%\n\
                 3\tApprove\tOfficer\tsigned\t12\t4\n\
                 4\tHand over licence\tClerk/Aide\t\t2\t\n";
    state_looks_like("import", |window, _| {
        window.event(Event::Paste(table.to_owned()));
        window.run_steps(8);
    });
}
