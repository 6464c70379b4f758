//! Planning sheets in the window: a trainer's ten minutes, the table by hand and by keys, what is wrong in it.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::sheets::{Figure, Rule, Sense, Sheet};
use onstage::wording::Language;

use crate::context::Person;

impl Person {
    /// Opens the sample of the planning sheets.
    fn at_sheets() -> Self {
        Self::at("planning-class").size(1440.0, 900.0).open()
    }

    fn sheet(&self, at: usize) -> &Sheet {
        &self.blueprint().sheets()[at].1
    }

    /// Shows a sheet by the beginning of its name.
    fn open_sheet(&mut self, name: &str) {
        let tab = self
            .window
            .query_all_by_role(Role::Tab)
            .find(|node| node.accesskit_node().label().is_some_and(|it| it.starts_with(name)));
        tab.expect(name).click();
        self.wait();
    }

    /// Drags the number of a cell by so many units, and lets go.
    fn drag_number(&mut self, row: &str, column: &str, units: f32) {
        let at = self.place_of_cell(row, column).center();
        self.drag(at, at + Vec2::new(10.0 * units, 0.0));
    }

    /// Types into a cell, and leaves it with Enter.
    fn put(&mut self, row: &str, column: &str, text: &str) {
        self.click_cell(row, column);
        self.type_text(text);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// What the line of equal value says.
    fn line(&self) -> String {
        let line = self.window.get_by_label_contains("Line of equal value");
        line.accesskit_node().label().unwrap_or_default()
    }

    /// Where some amounts lie in the picture of tables and chairs: its axes begin in the lower left corner.
    fn amounts(&self, [x, y]: [f32; 2], ends: [f32; 2]) -> Pos2 {
        let frame = self.window.get_by_label_contains("Line of equal value").rect();
        frame.left_bottom() + Vec2::new(frame.width() * x / ends[0], -frame.height() * y / ends[1])
    }
}

/// How far the axes of tables and chairs go: a bit beyond where the limits meet them.
const ENDS: [f32; 2] = [4.0 * 1.12, 6.0 * 1.12];

#[test]
fn a_trainers_ten_minutes() {
    let mut person = Person::at_sheets();
    assert_eq!(person.cell("Table", "Answer"), "2");
    assert_eq!(person.cell("Profit", "Answer"), "70");
    // The line is pulled from far inside until it last touches.
    let from = person.amounts([1.0, 1.0], ENDS);
    person.drag_and_hold(from, from + Vec2::new(1.0, -1.0));
    assert!(person.line().contains("profit 3"), "{}", person.line());
    person.window.drop_at(from);
    person.wait();
    let best = person.amounts([2.0, 2.0], ENDS);
    person.drag(from, best + Vec2::new(1.0, 1.0));
    assert_eq!(person.line(), "Line of equal value: profit 70");
    let beyond = person.amounts([2.8, 2.4], ENDS);
    person.drag(best, beyond);
    assert!(person.line().contains("no plan brings"), "{}", person.line());
    // A seventh large block brings 5; from the eighth on nothing.
    for (to, value) in [("7", "75"), ("8", "80"), ("9", "80")] {
        person.drag_number("Amount", "Large", 1.0);
        assert_eq!(person.sheet(0).limits[0].amount.written(), to);
        assert_eq!(person.cell("Profit", "Answer"), value, "{to} large blocks");
    }
    assert!(person.sees("From 8 on: Large no longer limits"));
    for _ in 0..3 {
        person.undo();
    }
    assert_eq!(person.cell("Amount", "Large"), "6");
    // Dearer tables: the corner jumps.
    person.put("Table", "Profit", "31");
    assert_eq!(person.cell("Table", "Answer"), "3");
    assert_eq!(person.cell("Chair", "Answer"), "0");
    assert_eq!(person.cell("Profit", "Answer"), "93");
    person.undo();
    assert_eq!(person.cell("Profit", "Answer"), "70");
}

#[test]
fn a_number_that_is_dragged_is_one_step_and_esc_takes_it_back() {
    let mut person = Person::at_sheets();
    let at = person.place_of_cell("Amount", "Large").center();
    person.drag_and_hold(at, at + Vec2::new(20.0, 0.0));
    assert_eq!(person.cell("Profit", "Answer"), "80", "it follows the hand");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.cell("Profit", "Answer"), "70");
    person.window.drop_at(at + Vec2::new(20.0, 0.0));
    person.wait();
    assert_eq!(person.cell("Amount", "Large"), "6");
    assert!(!person.app().editor().is_modified());
    person.drag_number("Amount", "Large", 3.0);
    assert_eq!(person.cell("Amount", "Large"), "9");
    person.undo();
    assert_eq!(person.cell("Amount", "Large"), "6");
}

#[test]
fn keys_alone_change_a_table() {
    let mut person = Person::at_sheets();
    person.click_cell("Table", "Profit");
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::F2);
    person.type_text("18");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.sheet(0).items[1].worth.written(), "18");
    person.click_cell("Table", "Large");
    person.press(Modifiers::NONE, Key::Delete);
    assert!(person.sheet(0).items[0].uses[0].is_blank());
    person.type_text("3");
    person.press(Modifiers::NONE, Key::Tab);
    person.type_text("4");
    person.press(Modifiers::NONE, Key::Enter);
    let uses: Vec<&str> = person.sheet(0).items[0].uses.iter().map(Figure::written).collect();
    assert_eq!(uses, ["3", "4"]);
    // Esc leaves the old text.
    person.click_cell("Table", "Large");
    person.type_text("77");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.cell("Table", "Large"), "3");
    person.click_cell("Limit holds", "Large");
    person.press(Modifiers::NONE, Key::Escape);
    person.click_cell("Amount", "Large");
    person.press(Modifiers::NONE, Key::ArrowUp);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.sheet(0).limits[0].sense, Sense::AtLeast);
}

#[test]
fn what_is_wrong_stands_in_its_cell_and_the_last_answer_stays() {
    let mut person = Person::at_sheets();
    person.put("Table", "Profit", "much");
    assert!(person.cell("Table", "Profit").starts_with("much"));
    assert!(person.sees("“much” is not a number"));
    assert!(person.sees("The last answer"));
    assert_eq!(person.cell("Profit", "Answer"), "70");
    // It is told of the numbers that it was worked out from.
    assert!(person.sees("20 × 2 + 15 × 2 = 70") && !person.sees("much × 2"));
    person.undo();
    assert!(!person.sees("is not a number"));
}

#[test]
fn sheets_come_are_named_copied_and_go() {
    let mut person = Person::at_an_empty_sheet();
    person.click_role(Role::Button, "New planning sheet");
    person.click_role(Role::Button, "Knapsack");
    assert_eq!(person.blueprint().sheets().len(), 1);
    assert_eq!(person.sheet(0).name, "Knapsack");
    assert_eq!(person.cell("Profit", "Answer"), "220");
    person.click_role(Role::Button, "Duplicate the sheet");
    assert_eq!(person.sheet(1).name, "Knapsack 2");
    person.click_role(Role::Button, "Remove the sheet");
    assert_eq!(person.blueprint().sheets().len(), 1);
    assert!(person.sees("Draw your service"), "the blueprint is there again");
    person.undo();
    person.open_sheet("Knapsack 2");
    let tab = person.window.get_by_label_contains("Knapsack 2, ").rect().center();
    person.double_click_at(tab);
    person.enter("Rucksack");
    assert_eq!(person.sheet(1).name, "Rucksack");
    for _ in 0..3 {
        person.undo();
    }
    assert!(person.blueprint().sheets().is_empty());
}

#[test]
fn rows_and_columns_are_added_and_removed() {
    let mut person = Person::at_sheets();
    person.click_role(Role::Button, "Add item");
    person.click_role(Role::Button, "Add limit");
    assert_eq!(person.sheet(0).items[2].name, "Item 3");
    // Without an amount it cuts nothing off.
    assert_eq!(person.sheet(0).limits[2].amount.written(), "");
    assert_eq!(person.sheet(0).limits[2].name, "Limit 3");
    let at = person.place_of_cell("Item 3", "Profit").center();
    person.button(at, egui::PointerButton::Secondary);
    person.click_role(Role::Button, "Remove the row");
    assert_eq!(person.sheet(0).items.len(), 2);
}

#[test]
fn the_name_of_a_new_row_is_ready_to_be_typed() {
    let mut person = Person::at_sheets();
    person.click_role(Role::Button, "Add item");
    person.wait();
    person.enter("Bench");
    assert_eq!(person.sheet(0).items[2].name, "Bench");
    person.click_role(Role::Button, "Add limit");
    person.wait();
    person.enter("Glue");
    assert_eq!(person.sheet(0).limits[2].name, "Glue");
    person.undo();
    person.undo();
    assert_eq!(person.sheet(0).limits.len(), 2);
}

#[test]
fn a_new_limit_changes_nothing_until_its_number_is_typed() {
    let mut person = Person::at_sheets();
    person.click_role(Role::Button, "Add limit");
    person.wait();
    person.enter("Glue");
    person.put("Table", "Glue", "5");
    person.wait();
    assert_eq!(person.cell("Profit", "Answer"), "70");
    person.put("Amount", "Glue", "8");
    person.wait();
    assert_eq!(person.sheet(0).limits[2].amount.written(), "8");
    assert_eq!(person.cell("Profit", "Answer"), "65");
}

#[test]
fn a_new_total_changes_nothing_until_it_is_typed() {
    let mut person = Person::at_sheets();
    person.click_role(Role::Button, "Add a rule");
    person.click_role(Role::Button, "Total of all");
    person.wait();
    let total = |person: &Person| person.sheet(0).total.as_ref().expect("a total").1.clone();
    assert_eq!(total(&person), Figure::from("4"), "two tables, two chairs");
    assert_eq!(person.cell("Profit", "Answer"), "70");
    person.type_text("3");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(total(&person), Figure::from("3"));
}

#[test]
fn the_name_of_a_limit_drags_its_number_and_not_the_line() {
    let mut person = Person::at_sheets();
    let line = person.line();
    let name = person.painted().into_iter().find(|(text, ..)| text == "Large ≤ 6");
    let at = name.expect("the name of the limit").1.center();
    person.drag(at, at + Vec2::new(20.0, 0.0));
    assert_eq!(person.sheet(0).limits[0].amount.written(), "8");
    assert_eq!(person.cell("Profit", "Answer"), "80");
    person.undo();
    assert_eq!(person.line(), line);
    assert_eq!(person.cell("Amount", "Large"), "6", "one step");
}

#[test]
fn a_sheet_that_undo_brings_back_is_shown() {
    let mut person = Person::at_sheets();
    person.click_role(Role::Button, "Remove the sheet");
    assert_eq!(person.blueprint().sheets().len(), 6);
    person.undo();
    assert_eq!(person.blueprint().sheets().len(), 7);
    assert_eq!(person.cell("Profit", "Answer"), "70", "it is shown again");
}

#[test]
fn a_bad_cell_of_a_pasted_table_is_named_and_nothing_is_taken() {
    let mut person = Person::at_sheets();
    let before = person.sheet(0).clone();
    person.click_cell("Table", "Profit");
    person.paste("Item\tProfit\tWood\nDoor\t3\t1\nWindow\t5\ttwo");
    assert_eq!(*person.sheet(0), before);
    assert!(person.sees("in row “Window”, column “Wood”, “two” is no number"));
    person.click_cell("Table", "Profit");
    person.paste("1\t2\t3\t4\t5\t6\t7\t8\t9");
    assert_eq!(*person.sheet(0), before);
    assert!(person.sees("Nothing was pasted"));
}

#[test]
fn answers_of_other_items_do_not_stand_beside_pasted_ones() {
    let mut person = Person::at_sheets();
    person.click_cell("Table", "Profit");
    person.paste("Item\tProfit\tWood\nDoor\t3\t1\nWindow\t5\t2");
    // The amount of wood is missing: there is no answer yet.
    assert_eq!(person.cell("Door", "Answer"), "");
    assert!(!person.sees("The last answer"));
}

#[test]
fn a_table_that_is_pasted_becomes_the_sheet() {
    let mut person = Person::at_sheets();
    person.click_cell("Table", "Profit");
    let table = "Item\tProfit\tWood\tColour\nDoor\t3\t1\tred\nWindow\t5\t2\tblue\nAt most\t\t9\t";
    person.paste(table);
    assert_eq!(person.sheet(0).items[1].name, "Window");
    assert_eq!(person.sheet(0).limits[0].amount.written(), "9");
    assert!(person.sees("Not understood, and left out: Colour"));
    person.undo();
    person.click_cell("Table", "Large");
    person.paste("4\t5\n6\t7");
    let uses: Vec<&str> = person.sheet(0).items[1].uses.iter().map(Figure::written).collect();
    assert_eq!(uses, ["6", "7"]);
    person.click_cell("Table", "Large");
    person.click_with(Modifiers::SHIFT, person.place_of_cell("Chair", "Small").center());
    person.window.event(Event::Copy);
    person.window.step();
    assert_eq!(person.copied(), "4\t5\n6\t7");
}

#[test]
fn conflicts_are_told_with_what_would_repair_them() {
    let mut person = Person::at_sheets();
    person.open_sheet("Three of five");
    assert_eq!(person.cell("Profit", "Answer"), "12,300");
    assert_eq!(person.cell("Company B", "Answer"), "yes");
    person.put("Amount", "Assets", "20");
    assert!(
        person.sees("These cannot hold together: Assets at least 20 and number chosen exactly 3")
    );
    person.click_containing("16.43 alone would do");
    assert_eq!(person.sheet(1).limits[0].amount.written(), "16.43");
    assert_eq!(person.cell("Profit", "Answer"), "12,300");
}

#[test]
fn rules_are_added_and_removed_above_the_table() {
    let mut person = Person::at_sheets();
    person.open_sheet("Three of five");
    person.click_role(Role::Button, "Add a rule");
    person.click_role(Role::Button, "Company A");
    person.click_role(Role::Button, "not both Company A and Company C");
    let rule = Rule::Excludes("Company A".to_owned(), "Company C".to_owned());
    assert_eq!(person.sheet(1).rules, [rule]);
    assert_eq!(person.cell("Company C", "Answer"), "no");
    person.click_containing("Remove the rule");
    assert!(person.sheet(1).rules.is_empty());
}

#[test]
fn ways_and_work_are_answered_in_their_cells() {
    let mut person = Person::at_sheets();
    person.open_sheet("Peas");
    assert!(person.cell("Bellingham", "Salt Lake City").ends_with("20"));
    assert_eq!(person.cell("Cost", "Answer"), "152,535");
    person.click_role(Role::Tab, "Formulas");
    assert!(person.sees("min z = 464 x11"));
}

#[test]
fn the_blueprint_keeps_its_keys_to_itself_while_a_sheet_is_shown() {
    let mut person = Person::at_first_sample().open();
    let steps = person.scenario().steps().len();
    person.press(Modifiers::COMMAND, Key::A);
    person.click_role(Role::Button, "New planning sheet");
    person.click_role(Role::Button, "Production plan");
    person.press(Modifiers::NONE, Key::Delete);
    assert_eq!(person.scenario().steps().len(), steps);
    person.open_sheet("As-is");
    assert!(!person.sees("Stays best while"));
}

#[test]
fn everything_speaks_chinese() {
    let mut person =
        Person::at("planning-class").language(Language::Chinese).size(1280.0, 720.0).open();
    assert!(person.sees("桌子；最优解：2") || person.sees("桌子，最优解：2"));
    person.drag_number("数量", "大块", 1.0);
    assert!(person.sees("唯一的最优解"));
}

/// A practice whose decision sends customers three ways, with their worths and market.
fn practice() -> String {
    let text = include_str!("../command/practice.ron");
    text.to_owned()
}

#[test]
fn a_mix_is_filled_by_the_blueprint_and_becomes_a_scenario() {
    let mut person = Person::at_text(&practice()).size(1440.0, 900.0).open();
    person.open_sheet("Mix");
    assert!(person.sees("Filled by “As-is”, sorted by the ways out of “Which?”"));
    assert!(person.sees("632.5"), "the best mix");
    assert!(
        person.cell("Amount", "Doctor").ends_with("min"),
        "{}",
        person.cell("Amount", "Doctor")
    );
    assert!(person.sees("Nurse: 80 min an hour of Vaccination"));
    // What one more of a pool brings, less the wage.
    assert!(person.sees("187.5") && person.sees("At the margin, an hour: 225"));
    assert!(person.sees("Less the wage: 87.5"));
    assert!(!person.sees("Add item"));
    // A worth is anybody's to write, and it is one step.
    person.put("Vaccination", "Profit", "50");
    let said = |person: &Person, at: usize| {
        let mix = person.sheet(0).mix.as_ref().expect("a mix");
        mix.classes[at].worth.written().to_owned()
    };
    assert_eq!(said(&person, 1), "50");
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(said(&person, 1), "20");
    // One doctor more on the blueprint changes the plan at once; here the hours are filled less.
    person.fill("Hours filled to", "85 %");
    assert_eq!(person.sheet(0).mix.as_ref().expect("a mix").fill, Figure::from("85 %"));
    assert!(!person.sees("632.5"));
    person.fill("Hours filled to", "nearly");
    assert!(person.sees("is no part of people’s time"));
    person.fill("Hours filled to", "100 %");
    person.window.get_by_label("Make scenario").click();
    person.window.run_steps(6);
    assert_eq!(person.scenario().name(), "Best mix");
    assert_eq!(
        person.scenario().demand().per_hour.map(onstage::blueprint::Quantity::get),
        Some(15.5)
    );
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.blueprint().scenarios().len(), 1, "one step takes it back");
}

#[test]
fn worths_that_are_lacking_are_typed_into_the_rows_of_a_mix() {
    let text = practice().replace("worth: 60, ", "").replace("worth: 75, ", "");
    let mut person = Person::at_text(&text).size(1440.0, 900.0).open();
    person.open_sheet("Mix");
    assert!(!person.sees("632.5"));
    assert_eq!(person.cell("Vaccination", "Profit"), "20");
    person.put("Check-up", "Profit", "60");
    let said = |person: &Person, at: usize| {
        let mix = person.sheet(0).mix.as_ref().expect("a mix");
        mix.classes[at].worth.written().to_owned()
    };
    assert_eq!([said(&person, 0), said(&person, 2)], ["60", ""]);
    assert!(!person.sees("632.5"));
    person.put("Consultation", "Profit", "75");
    assert_eq!(said(&person, 2), "75");
    assert!(person.sees("632.5"), "the best mix");
}

#[test]
fn a_new_mix_begins_with_the_demand_of_today() {
    let mut person = Person::at_text(&practice()).size(1440.0, 900.0).open();
    person.click_role(Role::Button, "New planning sheet");
    person.click_role(Role::Button, "Service mix");
    let mix = person.sheet(1).mix.as_ref().expect("a mix");
    assert_eq!(mix.fill, Figure::from("85 %"), "hours that leave room");
    let shares = person.scenario().links().values().filter_map(|link| link.share);
    let all = person.scenario().demand().per_hour.map(onstage::blueprint::Quantity::get);
    let most: Vec<String> =
        mix.classes.iter().map(|class| class.most.written().to_owned()).collect();
    let expected: Vec<String> = all
        .map(|all| shares.map(|share| format!("{}", all * share.value())).collect())
        .unwrap_or_default();
    assert_eq!(most, expected);
}

#[test]
fn a_stop_of_a_lesson_shows_a_sheet() {
    let mut person = Person::at_sheets();
    person.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::F5);
    let lesson = person.blueprint().lesson().cloned().expect("a lesson");
    let stop = &lesson.stops[0].1;
    assert_eq!(stop.title, "Tables and chairs");
    assert_eq!(stop.picture(), Some(onstage::blueprint::StopPicture::Plan));
    assert_eq!(stop.sheet, Some(person.blueprint().sheets()[0].0));
    person.press(Modifiers::NONE, Key::F5);
    person.wait();
    assert!(person.sees("The best plan, and the only one: 70"));
}

#[test]
fn what_is_wrong_with_a_sheet_is_a_problem_that_leads_to_it() {
    let mut person = Person::at_sheets();
    person.put("Table", "Profit", "much");
    let scenario = person.blueprint().baseline().name().to_owned();
    person.open_sheet(&scenario);
    person.open_sheet("Problems");
    // The row bears the text as its name, and so does the label in it, which lies somewhere.
    person.window.query_all_by_label_contains("“much” is not a number").last().unwrap().click();
    person.wait();
    assert_eq!(person.cell("Profit", "Answer"), "70");
    person.undo();
    person.open_sheet(&scenario);
    assert!(!person.sees("is not a number"));
}

#[test]
fn a_sheet_is_read_and_commented_in_a_review_and_not_changed() {
    let mut person = Person::at_sheets();
    let before = person.blueprint().sheets().to_vec();
    person.review();
    person.open_sheet("Tables and chairs");
    assert_eq!(person.cell("Table", "Answer"), "2");
    // The answer stands beside it; what would be is read and not put in.
    assert!(person.sees("The best plan, and the only one"));
    assert!(person.sees("What if"));
    assert!(person.window.query_by_role_and_label(Role::Button, "Add item").is_none());
    // Nothing that is typed gets into a cell.
    person.click_cell("Amount", "Large");
    person.press(Modifiers::NONE, Key::Delete);
    assert_eq!(person.blueprint().sheets(), before);
    person.press(Modifiers::NONE, Key::C);
    person.window.run_steps(3);
    assert!(person.sees("Sheet “Tables and chairs”"));
    person.type_text("Why two?");
    person.press(Modifiers::COMMAND, Key::Enter);
    person.fill_and_enter("Your name, as others shall see it", "Ann");
    let on = person.blueprint().discussion().comments.last().map(|it| it.on.clone());
    assert_eq!(on.and_then(|on| on.sheet), Some(before[0].0));
    assert_eq!(person.blueprint().sheets(), before);
    // From the page, the thread leads back to the sheet.
    person.press(Modifiers::NONE, Key::Num0);
    assert!(person.window.query_by_role(Role::Grid).is_none());
    person.press(Modifiers::NONE, Key::Enter);
    person.wait();
    assert_eq!(person.cell("Table", "Answer"), "2");
}
