//! A service drawn without touching the pointer.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::LinkKind;

use crate::context::Person;

const OFFICE: [(&str, &str, &str); 6] = [
    ("Review", "Clerk", "15 s"),
    ("Payment", "Cashier", "30 s"),
    ("Check violations", "Records officer", "60 s"),
    ("Eye test", "Optometry aide", "40 s"),
    ("Photograph", "Photographer", "20 s"),
    ("Issue licence", "Trooper", "30 s"),
];

impl Person {
    fn is_at_region(&self, name: &str) -> bool {
        self.window.query_all_by_role(Role::Region).any(|node| {
            let node = node.accesskit_node();
            node.is_focused() && node.label().as_deref() == Some(name)
        })
    }

    fn is_at_table(&self, name: &str) -> bool {
        let focused = self.window.ctx.memory(egui::Memory::focused);
        focused == Some(egui::Id::unique(("spreadsheet", name)))
    }

    /// Goes from part to part of the window.
    pub fn go_to_region(&mut self, name: &str) {
        for _ in 0..8 {
            if self.is_at_region(name) {
                return;
            }
            self.press(Modifiers::COMMAND, Key::F6);
        }
    }

    /// Goes from part to part of the window, and there from one to the next, to a table; then to
    /// its first row and so many columns to the right.
    pub fn go_to_table(&mut self, name: &str, column: usize) {
        self.go_to_region("Tables and charts");
        for _ in 0..20 {
            if self.is_at_table(name) {
                break;
            }
            self.press(Modifiers::NONE, Key::Tab);
        }
        assert!(self.is_at_table(name), "the keyboard reaches the table {name}");
        for _ in 0..8 {
            self.press(Modifiers::NONE, Key::ArrowUp);
        }
        self.press(Modifiers::NONE, Key::Home);
        for _ in 0..column {
            self.press(Modifiers::NONE, Key::ArrowRight);
        }
    }

    /// Goes from part to part of the window, and in the panel beside the sheet from one to the next, to
    /// a tab or field.
    pub fn go_to_beside(&mut self, role: Role, name: &str) {
        let focused = |person: &Self| {
            person.window.query_all_by_role(role).any(|node| {
                let node = node.accesskit_node();
                node.is_focused() && node.label().is_some_and(|label| label.starts_with(name))
            })
        };
        self.go_to_region("Figures");
        for _ in 0..60 {
            if focused(self) {
                return;
            }
            self.press(Modifiers::NONE, Key::Tab);
        }
        let at = self.window.query_all_by_role(role).map(|node| node.accesskit_node().label());
        panic!("the keyboard does not reach {name} among {:?}", at.collect::<Vec<_>>());
    }

    /// Types into the cells below each other, from the one that has the cursor.
    fn type_down(&mut self, cells: impl Iterator<Item = &'static str>) {
        for text in cells {
            self.enter(text);
        }
    }
}

#[test]
fn six_steps_with_times_and_roles_are_drawn_by_keyboard_alone() {
    let mut person = Person::new();
    person.press(Modifiers::COMMAND, Key::N);
    for (at, (name, ..)) in OFFICE.into_iter().enumerate() {
        let key = if at == 0 { Key::N } else { Key::A };
        person.press(Modifiers::NONE, key);
        person.enter(name);
    }
    let flows = |person: &Person| {
        person.scenario().links().values().filter(|link| link.kind == LinkKind::Flow).count()
    };
    assert_eq!((person.scenario().steps().len(), flows(&person)), (6, 5));

    // The table takes roles and times, a column each.
    person.go_to_table("Steps", 2);
    person.type_down(OFFICE.into_iter().map(|(_, role, _)| role));
    person.go_to_table("Steps", 4);
    person.type_down(OFFICE.into_iter().map(|(.., time)| time));
    assert_eq!(person.scenario().roles().len(), 6, "a role for each");
    assert_eq!(person.capacity(), Some(60.0), "{:?}", person.app().analysis().problems);
    assert!(person.sees("Bottleneck: Check violations"));

    // And a cure: a second records officer, in the table of roles.
    person.command("role table");
    person.go_to_table("Roles", 1);
    for key in [Key::ArrowDown, Key::ArrowDown] {
        person.press(Modifiers::NONE, key);
    }
    person.type_down(["2"].into_iter());
    assert_eq!(person.capacity(), Some(90.0), "now the eye test limits");
}
