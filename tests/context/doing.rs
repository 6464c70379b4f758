//! What a person does with the window as a whole: clicks, keys, fields, menus, dialogs.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable;

use super::Person;

/// A key that goes down, as the window is told.
pub fn key_press(modifiers: Modifiers, key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// The first button of the pointer going down or up, as the window is told.
pub fn button_at(pos: Pos2, pressed: bool) -> Event {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    Event::PointerButton { pos, button, pressed, modifiers }
}

impl Person {
    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.wait();
    }

    pub fn undo(&mut self) {
        self.press(Modifiers::COMMAND, Key::Z);
    }

    pub fn type_text(&mut self, text: &str) {
        self.window.event(Event::Text(text.to_owned()));
        self.wait();
    }

    /// Types and presses Enter.
    pub fn enter(&mut self, text: &str) {
        self.type_text(text);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.window.event(Event::Paste(text.to_owned()));
        self.wait();
    }

    /// Copies, and answers what lies on the clipboard then.
    pub fn copied(&mut self) -> String {
        self.window.event(Event::Copy);
        self.window.step();
        let commands = &self.window.output().platform_output.commands;
        let copied = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        self.wait();
        copied.expect("something is copied")
    }

    /// Events that reach the window in one frame, as after a slow one.
    pub fn at_once(&mut self, events: impl IntoIterator<Item = Event>) {
        self.window.input_mut().events.extend(events);
        self.window.step();
    }

    /// Clicks the one thing that is called so.
    pub fn click(&mut self, label: &str) {
        self.window.get_by_label(label).click();
        self.wait();
    }

    /// Clicks the one thing of a sort that is called so.
    pub fn click_role(&mut self, role: Role, label: &str) {
        self.window.get_by_role_and_label(role, label).click();
        self.wait();
    }

    /// Clicks the one thing of a sort that is called so in the panel beside the sheet, or in what
    /// hangs from it.
    pub fn click_beside(&mut self, role: Role, label: &str) {
        // The panel is wider than that on no screen.
        let left = self.everything().right() - 390.0;
        let mut all = self.window.get_all_by_role_and_label(role, label);
        let there = all.find(|node| node.rect().left() > left);
        there.unwrap_or_else(|| panic!("no {role:?} {label} in the panel")).click();
        drop(all);
        self.wait();
    }

    /// Clicks the one thing whose name contains this.
    pub fn click_containing(&mut self, part: &str) {
        self.window.get_by_label_contains(part).click();
        self.wait();
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.button(at, PointerButton::Primary);
    }

    /// Clicks with keys held.
    pub fn click_with(&mut self, modifiers: Modifiers, pos: Pos2) {
        self.window.event_modifiers(Event::PointerMoved(pos), modifiers);
        self.window.step();
        for pressed in [true, false] {
            let button = PointerButton::Primary;
            let event = Event::PointerButton { pos, button, pressed, modifiers };
            self.window.event_modifiers(event, modifiers);
            self.window.step();
        }
        self.wait();
    }

    pub fn button(&mut self, at: Pos2, button: PointerButton) {
        for pressed in [true, false] {
            self.window.event(Event::PointerMoved(at));
            self.window.event(Event::PointerButton {
                pos: at,
                button,
                pressed,
                modifiers: Modifiers::NONE,
            });
            self.window.step();
        }
        self.wait();
    }

    /// Clicks twice in the time of a double click.
    pub fn double_click_at(&mut self, pos: Pos2) {
        for pressed in [true, false, true, false] {
            self.window.event(Event::PointerMoved(pos));
            self.window.event(button_at(pos, pressed));
            self.window.step();
        }
        self.wait();
    }

    pub fn point_at(&mut self, at: Pos2) {
        self.window.hover_at(at);
        self.wait();
    }

    /// Moves the pointer away, so that nothing is pointed at.
    pub fn point_away(&mut self) {
        self.point_at(Pos2::ZERO);
    }

    /// Drags by hand, in steps as a hand does, and holds what is dragged.
    pub fn drag_and_hold(&mut self, from: Pos2, to: Pos2) {
        self.window.hover_at(from);
        self.window.step();
        self.window.drag_at(from);
        self.window.step();
        for part in 1..=8 {
            self.window.hover_at(from + (to - from) * (part as f32 / 8.0));
            self.window.step();
        }
        self.window.run_steps(2);
    }

    /// As above; `look` is called before the button is let go.
    pub fn drag_and_look(&mut self, from: Pos2, to: Pos2, look: impl FnOnce(&mut Self)) {
        self.drag_and_hold(from, to);
        look(self);
        self.window.drop_at(to);
        self.window.step();
        self.wait();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_and_look(from, to, |_| {});
    }

    /// Drags with keys held.
    pub fn drag_with(&mut self, keys: Modifiers, from: Pos2, to: Pos2) {
        self.window.event(Event::ModifiersChanged(keys));
        self.drag(from, to);
        self.window.event(Event::ModifiersChanged(Modifiers::NONE));
        self.wait();
    }

    /// Types into the field that is called so and leaves it.
    pub fn fill(&mut self, field: &str, text: &str) {
        self.begin_to_fill(field, text);
        self.press(Modifiers::NONE, Key::Tab);
    }

    /// Types into the field that is called so and presses Enter.
    pub fn fill_and_enter(&mut self, field: &str, text: &str) {
        self.begin_to_fill(field, text);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Types into the field that is called so, in the place of what it holds, and stays there.
    pub fn begin_to_fill(&mut self, field: &str, text: &str) {
        self.window.get_by_role_and_label(Role::TextInput, field).scroll_to_me();
        self.wait();
        self.click_role(Role::TextInput, field);
        self.press(Modifiers::COMMAND, Key::A);
        if text.is_empty() {
            self.press(Modifiers::NONE, Key::Delete);
        } else {
            self.type_text(text);
        }
    }

    /// Clicks the cell of a row and a column of a table.
    pub fn click_cell(&mut self, row: &str, column: &str) {
        let at = self.place_of_cell(row, column).center();
        self.click_at(at);
    }

    /// Where the cell of a row and a column of a table is seen.
    pub fn place_of_cell(&self, row: &str, column: &str) -> egui::Rect {
        let words = self.words();
        let named = words.labelled(&words.clauses(&[row, column]), "");
        self.window.get_by_label_contains(&named).rect()
    }

    /// Chooses one of the values of a list that opens.
    pub fn choose(&mut self, list: &str, value: &str) {
        self.click_role(Role::ComboBox, list);
        // What was opened last lies in front.
        let mut all = self.window.get_all_by_role_and_label(Role::Button, value);
        all.next_back().expect("the value can be chosen").click();
        drop(all);
        self.wait();
    }

    /// Goes through the menus from row to row. What is named elsewhere too comes first in an open
    /// menu.
    pub fn go_through(&mut self, rows: &[&str]) {
        for row in rows {
            self.window.query_all_by_label(row).next().expect(row).click();
            self.wait();
        }
    }

    /// Runs the command that the finder has for these words.
    pub fn command(&mut self, words: &str) {
        self.press(Modifiers::COMMAND, Key::K);
        self.enter(words);
    }

    /// Types a path into the dialog that asks for one.
    pub fn answer_path(&mut self, path: &Path) {
        self.wait();
        self.begin_to_fill(&self.word("path-label"), &path.display().to_string());
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Lets so many seconds pass.
    pub fn let_pass(&mut self, seconds: usize) {
        for _ in 0..seconds {
            // A pass takes a quarter of a second.
            self.window.run_steps(4);
        }
        self.wait();
    }

    /// Moves a card by a unit, so that there is something to lose.
    pub fn change_something(&mut self) {
        self.click_card("Eye test");
        self.press(Modifiers::NONE, Key::ArrowRight);
        assert!(self.app().editor().is_modified());
    }
}
