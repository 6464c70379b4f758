//! A long sheet in rows below each other: what is drawn there is as alive as on a sheet in one piece.

use egui::{Key, Modifiers, Vec2};
use onstage::blueprint::{LinkEnd, LinkKind, Zone};

use crate::context::{Person, chains};

/// A large window on a row of so many cards.
fn at_a_long_row(steps: usize) -> Person {
    at_a_row(steps, 150)
}

/// The same with cards so far from each other.
fn at_a_row(steps: usize, pitch: i32) -> Person {
    let chain = (1..=steps).map(|number| format!("Step {number}")).collect();
    Person::at_blueprint(chains(&[chain], pitch))
        .size(1920.0, 1080.0)
        .settings(|settings| settings.table = false)
        .open()
}

/// The same, folded.
fn folded(steps: usize) -> Person {
    let mut person = at_a_long_row(steps);
    person.press(Modifiers::SHIFT, Key::Num3);
    person.press(Modifiers::SHIFT, Key::Num1);
    person
}

/// The cards that begin a row, from the upper row down.
fn beginnings(person: &Person) -> Vec<String> {
    let names = person.names();
    let mut found = vec![names[0].clone()];
    for pair in names.windows(2) {
        if person.card(&pair[1]).x < person.card(&pair[0]).x {
            found.push(pair[1].clone());
        }
    }
    found
}

#[test]
fn folding_shows_a_long_sheet_larger_and_row_by_row() {
    let mut person = at_a_long_row(60);
    person.press(Modifiers::SHIFT, Key::Num1);
    let (before, width) = (person.blueprint().clone(), person.card_rect("Step 1").width());
    person.command("Fold into rows");
    let reads = person.card_rect("Step 1").width() / 124.0;
    assert!(reads > 0.75, "at first as wide as the window, at a size that reads: {reads}");
    person.press(Modifiers::SHIFT, Key::Num1);
    let gain = person.card_rect("Step 1").width() / width;
    assert!(gain > 2.0, "{gain}");
    let (area, _) = person.app().sheet_on_screen();
    let mut above = person.card("Step 1");
    for name in person.names() {
        let at = person.card(&name);
        assert!(area.contains_rect(person.card_rect(&name)), "{name} is out of sight");
        assert!(at.y > above.y || (at.y >= above.y && at.x >= above.x), "{name}");
        above = at;
    }
    assert!(beginnings(&person).len() > 2, "{:?}", beginnings(&person));
    assert_eq!(*person.blueprint(), before, "the document is the same");
    person.press(Modifiers::SHIFT, Key::Num3);
    let back = person.card_rect("Step 1").width();
    assert!((back - width).abs() < 0.01 * width, "{back} {width}");
}

#[test]
fn cards_of_every_row_are_pointed_at_moved_and_linked() {
    let mut person = folded(40);
    let rows = beginnings(&person);
    let (first, second) = (person.names()[0].clone(), rows[1].clone());
    person.click_card(&second);
    assert_eq!(person.selected(), [second.as_str()]);
    // Into another row, below a card there.
    let before = person.of(&first).at;
    let (from, to) = (person.card(&first), person.card(&second));
    person.drag(from, to + Vec2::new(0.0, 0.9 * person.card_rect(&second).height()));
    assert!(person.of(&first).at.x > before.x + 500, "{:?}", person.of(&first).at);
    person.undo();
    assert_eq!(person.of(&first).at, before, "one step to undo");
    // A link from row to row.
    person.connect("Step 3", &second);
    let (from, to) = (person.step("Step 3"), LinkEnd::Step(person.step(&second)));
    let mut links = person.scenario().links().values();
    assert!(links.any(|link| link.from == from && link.to == to && link.kind == LinkKind::Flow));
}

#[test]
fn rows_follow_a_sheet_that_grows_and_keep_the_view() {
    let mut person = folded(40);
    let rows = beginnings(&person).len();
    let last = person.names().last().cloned().expect("a card");
    person.click_card(&last);
    person.press(Modifiers::NONE, Key::A);
    person.enter("One more");
    let end = person.card_rect("One more");
    let (area, _) = person.app().sheet_on_screen();
    assert!(area.contains(end.center()), "what was added is seen");
    assert!((rows..=rows + 1).contains(&beginnings(&person).len()));
    person.undo();
    assert_eq!(beginnings(&person).len(), rows);
}

#[test]
fn a_marquee_and_the_keys_go_from_row_to_row() {
    let mut person = folded(40);
    let rows = beginnings(&person);
    let names = person.names();
    let at = names.iter().position(|name| *name == rows[1]).expect("a card");
    person.click_card(&names[at - 1]);
    person.press(Modifiers::NONE, Key::Tab);
    assert_eq!(person.selected(), [rows[1].as_str()], "the flow goes on in the next row");
    person.press(Modifiers::NONE, Key::Escape);
    // Cards that are seen one above the other, however far apart they lie on the sheet.
    let (from, to) = (person.card_rect(&rows[0]), person.card_rect(&rows[1]));
    let off = Vec2::new(4.0, 6.0);
    person.drag(from.left_top() - off, to.right_bottom() + off);
    assert_eq!(person.selected(), [rows[0].as_str(), rows[1].as_str()]);
}

#[test]
fn folding_a_sheet_that_fits_says_why_nothing_happens() {
    let mut person = Person::at_a_row(&["A", "B", "C"], 150);
    let before = person.card("B");
    person.press(Modifiers::SHIFT, Key::Num3);
    assert_eq!(person.card("B"), before);
    assert!(person.sees("The sheet is seen best in one row"), "it says why");
}

#[test]
fn rows_that_would_not_help_stay_off_and_leave_the_view() {
    let mut person = Person::at_a_row(&["A", "B", "C"], 150);
    for _ in 0..6 {
        person.press(Modifiers::COMMAND, Key::Minus);
    }
    let before = person.card_rect("B");
    person.press(Modifiers::SHIFT, Key::Num3);
    assert!(person.sees("The sheet is seen best in one row"));
    assert_eq!(person.card_rect("B"), before, "a refusal moves nothing");
    // What grows later is not folded by itself.
    for name in ["D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O"] {
        person.press(Modifiers::NONE, Key::A);
        person.enter(name);
    }
    assert_eq!(beginnings(&person).len(), 1, "{:?}", beginnings(&person));
    person.press(Modifiers::SHIFT, Key::Num3);
    assert!(beginnings(&person).len() > 1, "now they help");
}

/// The licence office with all of its cards twice, one after another.
pub fn at_a_doubled_office() -> Person {
    let mut person = Person::at_first_sample().open();
    person.press(Modifiers::COMMAND, Key::A);
    let cards = person.copied();
    person.press(Modifiers::NONE, Key::Escape);
    let (area, _) = person.app().sheet_on_screen();
    person.point_at(egui::pos2(area.right() - 12.0, area.center().y));
    person.paste(&cards);
    person.press(Modifiers::NONE, Key::Escape);
    person
}

/// In how many rows the customer's cards of the office stand in the window.
fn rows(person: &Person) -> usize {
    let scenario = person.scenario();
    let (lane, _) = scenario.lanes_of(Zone::Customer).next().expect("a lane");
    let cards = scenario.steps().iter().filter(|(_, step)| step.lane == lane);
    let at = |id| person.app().card_on_screen(id).expect("a card").center().y;
    let mut heights: Vec<f32> = cards.map(|(id, _)| at(*id)).collect();
    heights.sort_by(f32::total_cmp);
    heights.dedup_by(|a, b| (*a - *b).abs() < 20.0);
    heights.len()
}

#[test]
fn fitting_a_sheet_in_rows_shows_all_rows_and_leaves_them_rows() {
    let mut person = at_a_doubled_office();
    assert!(person.scenario().steps().len() > 30);
    person.press(Modifiers::SHIFT, Key::Num3);
    assert!(rows(&person) > 1);
    person.press(Modifiers::SHIFT, Key::Num1);
    assert!(rows(&person) > 1, "Fit is no way out of rows");
    let (area, _) = person.app().sheet_on_screen();
    for card in person.scenario().steps().keys() {
        let rect = person.app().card_on_screen(*card).expect("a card");
        assert!(area.contains_rect(rect), "{rect:?}");
    }
    person.press(Modifiers::SHIFT, Key::Num3);
    assert_eq!(rows(&person), 1, "one press ends them");
}

#[test]
fn a_double_click_right_of_a_row_adds_its_last_card() {
    for beside in [-20.0, -8.0, 0.0, 8.0, 30.0] {
        let mut person = folded(40);
        for _ in 0..3 {
            person.press(Modifiers::COMMAND, Key::Minus);
        }
        let rows = beginnings(&person);
        let names = person.names();
        let next = names.iter().position(|name| *name == rows[1]).expect("a card");
        let last = names[next - 1].clone();
        let (area, _) = person.app().sheet_on_screen();
        let at = egui::pos2(area.right() - 6.0, person.card(&last).y + beside);
        assert!(at.x > person.card_rect(&last).right() + 60.0, "there is a void");
        person.double_click_at(at);
        person.enter("Added");
        let (added, last) = (person.card_rect("Added"), person.card_rect(&last));
        assert!(added.center().x >= last.center().x, "{beside}: {added:?} {last:?}");
        assert!((added.center().y - last.center().y).abs() < 60.0, "{beside}: in its row");
        assert!(
            added.top() < person.card_rect(&rows[1]).top() - 60.0,
            "{beside}: above the next row"
        );
        assert!(person.card(&rows[1]).x < last.left(), "{beside}: the next row begins as before");
        let links: Vec<LinkKind> =
            person.scenario().links_at(person.step("Added")).map(|(_, link)| link.kind).collect();
        assert!(links.iter().all(|kind| *kind == LinkKind::Flow), "{beside}: {links:?}");
        person.assert_apart();
    }
}

#[test]
fn a_double_click_in_a_row_adds_a_card_of_that_row() {
    let mut person = folded(40);
    let rows = beginnings(&person);
    let second = person.card_rect(&rows[1]);
    person.double_click_at(second.center_top() - Vec2::new(0.2 * second.width(), 12.0));
    person.enter("Added");
    let (added, second) = (person.card("Added"), person.card(&rows[1]));
    assert!((added.y - second.y).abs() < 60.0, "{added:?} {second:?}");
}

#[test]
fn a_link_that_leads_out_of_sight_says_where_to_when_it_is_pointed_at() {
    let mut person = at_a_row(40, 240);
    person.press(Modifiers::SHIFT, Key::Num3);
    person.press(Modifiers::SHIFT, Key::Num1);
    let names = person.names();
    let second = beginnings(&person)[1].clone();
    let at = names.iter().position(|name| *name == second).unwrap();
    let (last, before) = (names[at - 1].clone(), names[at - 2].clone());
    // Right behind the last card of the row the link goes on in the next one.
    let leaves =
        |person: &Person, name: &str| person.card_rect(name).right_center() + Vec2::X * 8.0;
    person.point_at(leaves(&person, &last));
    person.window.run_steps(6);
    assert!(person.sees(&format!("{last} → {second}")), "{last} → {second}");
    person.point_away();
    // Where both cards are seen there is nothing to say.
    person.point_at(leaves(&person, &before));
    person.window.run_steps(6);
    assert!(!person.sees(&format!("{before} → {last}")));
}
