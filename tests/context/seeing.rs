//! What a person sees of the window, and what the document holds then.

use egui::accesskit::Role;
use egui::{Rect, Shape};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::{LinkKind, Step, StepId};
use onstage::storage::encode;

use super::Person;

impl Person {
    /// Whether something with these words is shown anywhere.
    pub fn sees(&self, words: &str) -> bool {
        self.window.query_all_by_label_contains(words).next().is_some()
    }

    /// Waits until something with these words is shown, which a thread has to find out first.
    pub fn wait_for(&mut self, words: &str) {
        for _ in 0..500 {
            if self.sees(words) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
            self.wait();
        }
        panic!("never shown: {words}");
    }

    /// Where the one thing that is called so is seen.
    pub fn place_of(&self, label: &str) -> Rect {
        self.window.get_by_label(label).rect()
    }

    /// What the field that is called so holds.
    pub fn shown_in(&self, field: &str) -> String {
        let node = self.window.get_by_role_and_label(Role::TextInput, field);
        node.accesskit_node().value().unwrap_or_default()
    }

    /// What the cell of a row and a column of a table shows.
    pub fn cell(&self, row: &str, column: &str) -> String {
        let start = format!("{row}, {column}: ");
        let label = self.window.get_by_label_contains(&start).accesskit_node().label();
        label.unwrap_or_default().trim_start_matches(&start).to_owned()
    }

    /// The texts that are painted, with where they stand and all else that tells how they look.
    pub fn painted(&self) -> Vec<(String, Rect, String)> {
        fn texts(shape: &Shape, into: &mut Vec<(String, Rect, String)>) {
            match shape {
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, into)),
                Shape::Text(text) => {
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

    /// The document as a file holds it.
    pub fn document(&self) -> String {
        encode(self.blueprint())
    }

    /// What undo would take back, by its code.
    pub fn undo_code(&self) -> Option<&'static str> {
        self.app().editor().undo_name().map(|name| name.code)
    }

    /// The step that is called so.
    pub fn step(&self, name: &str) -> StepId {
        let steps = self.scenario().steps().iter();
        let named: Vec<StepId> =
            steps.filter(|(_, step)| step.name == name).map(|(id, _)| *id).collect();
        assert_eq!(named.len(), 1, "one step is called {name}");
        named[0]
    }

    /// What is known of the step that is called so.
    pub fn of(&self, name: &str) -> &Step {
        &self.scenario().steps()[&self.step(name)]
    }

    /// The time of the step that is called so, as it is written.
    pub fn time_of(&self, name: &str) -> String {
        self.of(name).time.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    /// The names of all steps, in the order in which they were made.
    pub fn names(&self) -> Vec<String> {
        self.scenario().steps().values().map(|step| step.name.clone()).collect()
    }

    /// The names of the steps that are selected.
    pub fn selected(&self) -> Vec<String> {
        let steps = &self.app().editor().selection().steps;
        steps.iter().map(|id| self.scenario().steps()[id].name.clone()).collect()
    }

    /// The names of all roles.
    pub fn role_names(&self) -> Vec<String> {
        self.scenario().roles().values().map(|role| role.name.clone()).collect()
    }

    /// The flows by the names of their ends, such as "A > B".
    pub fn flows(&self) -> Vec<String> {
        let scenario = self.scenario();
        let name = |id: StepId| scenario.steps()[&id].name.clone();
        let flows = scenario.links().values().filter(|link| link.kind == LinkKind::Flow);
        let mut flows: Vec<String> = flows
            .map(|link| {
                let to = link.to.step().map_or_else(|| "out".to_owned(), name);
                format!("{} > {to}", name(link.from))
            })
            .collect();
        flows.sort();
        flows
    }

    /// No two cards of the sheet lie on each other.
    pub fn assert_apart(&self) {
        let ids: Vec<StepId> = self.scenario().steps().keys().copied().collect();
        let rect = |id: &StepId| self.app().card_on_screen(*id).expect("a card").shrink(0.5);
        for (at, a) in ids.iter().enumerate() {
            for b in &ids[at + 1..] {
                assert!(!rect(a).intersects(rect(b)), "{:?} lies on {:?}", rect(a), rect(b));
            }
        }
    }
}
