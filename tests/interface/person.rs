//! A person at the window: looks for things by their names, clicks, types, drags.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use onstage::blueprint::{Blueprint, Place, Scenario, SheetPoint, StepId, Zone};
use onstage::ui::{App, Settings, Start};
use onstage::wording::Language;

/// A person with a window in front of them.
pub struct Person {
    pub window: Harness<'static, App>,
}

impl Person {
    /// Opens the window on the first sample.
    pub fn new() -> Self {
        Self::with(None, Settings::default())
    }

    /// Opens the window on a file, or the first sample, with settings.
    pub fn with(file: Option<&Path>, settings: Settings) -> Self {
        let start = Start {
            file: file.map(Path::to_owned),
            settings: Some(Settings { theme: egui::ThemePreference::Light, ..settings }),
            language: Language::English,
            ..Start::default()
        };
        Self::starting(start)
    }

    /// Opens the window as a start says.
    pub fn starting(start: Start) -> Self {
        let window = Harness::builder()
            .with_size(Vec2::new(1440.0, 900.0))
            .with_max_steps(60)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, start));
        let mut person = Self { window };
        person.wait();
        person
    }

    /// Opens the window on an empty sheet.
    pub fn at_an_empty_sheet() -> Self {
        let mut person = Self::new();
        person.press(Modifiers::COMMAND, Key::N);
        assert!(person.scenario().steps().is_empty(), "a new sheet is empty");
        person
    }

    pub fn app(&self) -> &App {
        self.window.state()
    }

    pub fn blueprint(&self) -> &Blueprint {
        self.app().editor().blueprint()
    }

    pub fn scenario(&self) -> &Scenario {
        self.app().editor().scenario()
    }

    /// Lets the window come to rest, files included.
    pub fn wait(&mut self) {
        for _ in 0..200 {
            self.window.run_steps(2);
            if !self.app().is_busy() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        assert!(!self.app().is_busy(), "the work with files ends");
        self.window.run_steps(2);
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.wait();
    }

    pub fn type_text(&mut self, text: &str) {
        self.window.event(egui::Event::Text(text.to_owned()));
        self.wait();
    }

    /// Events that reach the window in one frame, as after a slow one.
    pub fn at_once(&mut self, events: impl IntoIterator<Item = egui::Event>) {
        self.window.input_mut().events.extend(events);
        self.window.step();
    }

    /// Clicks the one thing that is called so.
    pub fn click(&mut self, label: &str) {
        self.window.get_by_label(label).click();
        self.wait();
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.button(at, PointerButton::Primary);
    }

    pub fn button(&mut self, at: Pos2, button: PointerButton) {
        for pressed in [true, false] {
            self.window.event(egui::Event::PointerMoved(at));
            self.window.event(egui::Event::PointerButton {
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
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            self.window.event(egui::Event::PointerMoved(pos));
            self.window.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
            self.window.step();
        }
        self.wait();
    }

    /// Drags by hand, in steps as a hand does; `look` is called before the button is let go.
    pub fn drag_and_look(&mut self, from: Pos2, to: Pos2, look: impl FnOnce(&mut Self)) {
        self.window.hover_at(from);
        self.window.step();
        self.window.drag_at(from);
        self.window.step();
        for part in 1..=8 {
            self.window.hover_at(from + (to - from) * (part as f32 / 8.0));
            self.window.step();
        }
        self.window.run_steps(2);
        look(self);
        self.window.drop_at(to);
        self.window.step();
        self.wait();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_and_look(from, to, |_| {});
    }

    /// Where an item of the palette, a row or a tab is taken hold of.
    pub fn item(&self, label: &str) -> Pos2 {
        let tab = self.window.query_by_role_and_label(Role::Tab, label);
        let found = tab.unwrap_or_else(|| self.window.get_by_role_and_label(Role::Button, label));
        found.rect().center()
    }

    /// The step that is called so.
    pub fn step(&self, name: &str) -> StepId {
        let named: Vec<StepId> = self
            .scenario()
            .steps()
            .iter()
            .filter(|(_, step)| step.name == name)
            .map(|(id, _)| *id)
            .collect();
        assert_eq!(named.len(), 1, "one step is called {name}");
        named[0]
    }

    /// The middle of the card that is called so.
    pub fn card(&self, name: &str) -> Pos2 {
        self.app().card_on_screen(self.step(name)).expect("the card is on the sheet").center()
    }

    /// A point of the sheet: so far from the left edge of the first phase, in the middle of a zone.
    pub fn point_in(&self, zone: Zone, x: i32) -> Pos2 {
        let scenario = self.scenario();
        let (lane, height) = scenario
            .lanes_of(zone)
            .next()
            .map(|(id, lane)| (id, lane.height.units()))
            .expect("the zone has a lane");
        let phase = *scenario.phases().keys().next().expect("a phase");
        let at = SheetPoint::new(x, height / 2);
        self.app().place_on_screen(Place { lane, phase, at }).expect("a place on the sheet")
    }

    /// Drags an item of the palette onto a zone and types the new card's name.
    pub fn add(&mut self, item: &str, zone: Zone, x: i32, name: &str) -> StepId {
        let (from, to) = (self.item(item), self.point_in(zone, x));
        self.drag(from, to);
        self.type_text(name);
        self.press(Modifiers::NONE, Key::Enter);
        self.step(name)
    }

    /// Draws a link from the right edge of a card to another card.
    pub fn connect(&mut self, from: &str, to: &str) {
        let card = self.app().card_on_screen(self.step(from)).expect("a card");
        self.window.hover_at(card.center());
        self.window.run_steps(2);
        let target = self.card(to);
        let edge = if (target.x - card.center().x).abs() > (target.y - card.center().y).abs() {
            card.right_center()
        } else if target.y > card.center().y {
            card.center_bottom()
        } else {
            card.center_top()
        };
        self.drag(edge, target);
    }

    /// The texts that are painted, with where they stand and all else that tells how they look.
    pub fn painted(&self) -> Vec<(String, egui::Rect, String)> {
        fn texts(shape: &egui::Shape, into: &mut Vec<(String, egui::Rect, String)>) {
            match shape {
                egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, into)),
                egui::Shape::Text(text) => {
                    let look = format!("{text:?}");
                    into.push((text.galley.text().to_owned(), shape.visual_bounding_rect(), look));
                }
                _ => {}
            }
        }
        let mut painted = Vec::new();
        for clipped in &self.window.output().shapes {
            texts(&clipped.shape, &mut painted);
        }
        painted
    }

    /// Capacity per hour as the figures have it.
    pub fn capacity(&self) -> Option<f64> {
        self.app().analysis().capacity_per_hour.value
    }

    /// Whether something with these words is shown anywhere.
    pub fn sees(&self, words: &str) -> bool {
        self.window.query_all_by_label_contains(words).next().is_some()
    }

    /// Types into the field that is called so and leaves it.
    pub fn fill(&mut self, field: &str, text: &str) {
        self.begin_to_fill(field, text);
        self.press(Modifiers::NONE, Key::Tab);
    }

    /// Types into the field that is called so, in the place of what it holds, and stays there.
    pub fn begin_to_fill(&mut self, field: &str, text: &str) {
        self.window.get_by_role_and_label(Role::TextInput, field).click();
        self.wait();
        self.press(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }

    /// Types a path into the dialog that asks for one.
    pub fn answer_path(&mut self, path: &Path) {
        self.wait();
        self.begin_to_fill("Path of the file", &path.display().to_string());
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Says through the context menu what a link means.
    pub fn choose_link_kind(&mut self, link: onstage::blueprint::LinkId, kind: &str) {
        let link = self.scenario().links()[&link].clone();
        let to = link.to.step().expect("a link between steps");
        let name = |id| self.scenario().steps()[&id].name.clone();
        let (from, to) = (self.card(&name(link.from)), self.card(&name(to)));
        let lowest = Pos2::new(to.x, f32::midpoint(from.y, to.y));
        let places = [lowest, Pos2::new(from.x, lowest.y), from + (to - from) / 2.0];
        for at in places {
            self.button(at, PointerButton::Secondary);
            if self.window.query_by_role_and_label(Role::Button, kind).is_some() {
                self.window.get_by_role_and_label(Role::Button, kind).click();
                self.wait();
                return;
            }
            self.press(Modifiers::NONE, Key::Escape);
        }
        panic!("the link is not where it was looked for");
    }
}
