//! Beside and below the table of a planning sheet: what would be, what stays in sight, what stays while something is
//! wrong.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::context::Person;

fn at_sheet(name: &str, [wide, high]: [f32; 2]) -> Person {
    let mut person = Person::at("planning-class").size(wide, high).open();
    person.open_planning_sheet(name);
    person
}

impl Person {
    /// Shows a sheet by the beginning of its name, from its tab or from those that have no room.
    fn open_planning_sheet(&mut self, name: &str) {
        let tab = self
            .window
            .query_all_by_role(Role::Tab)
            .find(|node| node.accesskit_node().label().is_some_and(|it| it.starts_with(name)))
            .map(|node| node.click());
        if tab.is_none() {
            let more = self.word("scenario-more");
            self.click_role(Role::Button, &more);
            self.click_role(Role::Button, name);
        }
        self.wait();
    }
}

#[test]
fn what_would_be_is_told_on_cards_that_put_the_number_in() {
    let mut person = at_sheet("Tables", [1440.0, 900.0]);
    for card in [
        "One more Large: 70 → 75",
        "Two more Large: 70 → 80",
        "Table brings 31 instead of 20: 70 → 93",
        "nothing alone; two change the value by +10",
        "Next best: Table 1 and Chair 3, worth 65",
        "20 × 2 + 15 × 2 = 70",
    ] {
        assert!(person.sees(card), "{card}");
    }
    assert_eq!(person.cell("Table", "Stays best while"), "15 … 30");
    assert_eq!(person.cell("If parts were allowed", "Small"), "+5, for 6 … 12");
    person.click_containing("Table brings 31 instead of 20");
    assert_eq!(person.cell("Profit", "Answer"), "93");
    person.undo();
    assert_eq!(person.cell("Profit", "Answer"), "70");
}

#[test]
fn the_answer_stays_in_sight_where_the_table_is_wider_than_the_window() {
    for size in [[1440.0, 900.0], [1280.0, 720.0], [1024.0, 720.0]] {
        let person = at_sheet("Mix", size);
        let answer = person.place_of_cell("Profit", "Answer");
        assert!(answer.right() < size[0] - 300.0, "{answer:?} at {size:?}");
    }
}

#[test]
fn a_mix_shows_its_classes_as_bars_and_shared_work_as_shared() {
    let person = at_sheet("Mix", [1440.0, 900.0]);
    assert!(person.sees("632.5 an hour, today 532.2"));
    assert!(person.sees("one more Doctor +187.5"));
    assert!(person.sees("Consultation: 1.5 of 4"));
    assert_eq!(person.cell("Vaccination", "Nurse"), "10 shared");
}

#[test]
fn pictures_stay_while_something_is_wrong() {
    let mut person = at_sheet("Tables", [1440.0, 900.0]);
    person.click_cell("Table", "Profit");
    person.type_text("much");
    person.press(egui::Modifiers::NONE, egui::Key::Enter);
    person.wait();
    assert!(person.sees("“much” is not a number"));
    assert!(person.sees("Line of equal value: profit 70"), "the picture of before");
    assert!(person.sees("Value against worth of Chair; 70"), "and the curve");
    person.undo();
    person.open_planning_sheet("Mix");
    person.fill("Hours filled to", "nearly");
    assert!(person.sees("is no part of people’s time"));
    assert_eq!(person.cell("Profit", "Answer"), "632.5", "what was filled last");
    person.fill("Hours filled to", "100 %");
    assert_eq!(person.cell("Profit", "Answer"), "632.5");
}
