//! The main states of the window, each in both languages: English in light on a usual screen,
//! Chinese in the dark on a small one.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::wording::Language;

use crate::context::{Person, assert_same};

/// Compares a state in both languages with its pictures.
fn state_looks_like(name: &str, prepare: impl Fn(&mut Person)) {
    let english = ("en", Person::at_first_sample());
    let chinese = Person::at_first_sample().size(1280.0, 720.0).dark().language(Language::Chinese);
    let mut different = Vec::new();
    for (tag, setup) in [english, ("zh", chinese)] {
        different.extend(setup.compared(&format!("state-{name}-{tag}"), |person| {
            prepare(person);
            person.point_away();
        }));
    }
    assert_same(&different);
}

#[test]
fn finding_a_command() {
    state_looks_like("finder", |person| {
        person.press(Modifiers::COMMAND, Key::K);
        person.type_text("zoom");
    });
}

#[test]
fn finding_a_step() {
    state_looks_like("find", |person| person.press(Modifiers::COMMAND, Key::F));
}

#[test]
fn the_shortcuts() {
    state_looks_like("shortcuts", |person| person.command("command shortcuts"));
}

#[test]
fn several_steps_selected() {
    state_looks_like("many-selected", |person| person.press(Modifiers::COMMAND, Key::A));
}

#[test]
fn a_menu() {
    state_looks_like("menu", |person| {
        person.click_role(Role::Button, &person.word("menu-edit"));
    });
}

#[test]
fn problems() {
    state_looks_like("problems", |person| {
        person.command("command new");
        person.command("palette frontstage action");
        person.press(Modifiers::NONE, Key::Enter);
        let problems = person.words().with("tab-problems", &[("count", 1.into())]);
        if let Some(tab) = person.window.query_by_label(&problems) {
            tab.click();
        }
        person.wait();
    });
}

#[test]
fn an_empty_sheet() {
    state_looks_like("empty", |person| person.command("command new"));
}

#[test]
fn more_contrast() {
    state_looks_like("contrast", |person| person.command("command contrast"));
}

#[test]
fn everything_twice_as_large() {
    state_looks_like("large", |person| {
        for _ in 0..5 {
            person.command("command larger");
        }
    });
}

#[test]
fn a_table_on_its_way_in() {
    let table = "No\tActivity\tTeam on duty\tRemark\tNet time (min)\tGoes on with\n\
                 1\tReceive form\tClerk\tby post too\t5\t2\n\
                 2\tCheck form\tClerk, Officer\t\t8\t3 80%; 1 20%\n\
                 3\tApprove\tOfficer\tsigned\t12\t4\n\
                 4\tHand over licence\tClerk/Aide\t\t2\t\n";
    state_looks_like("import", |person| person.paste(table));
}
