//! The day in the window: given, dragged, typed, looked at by the hour, imported.

use egui::{Key, Modifiers, Pos2, Vec2};
use egui_kittest::kittest::Queryable;

use crate::context::{Computer, Person};

const TEXT: &str = r#"(title: "Passes", scenarios: [
    (id: 1, name: "Today", roles: [(id: 13, name: "Clerk", headcount: 2), (id: 14, name: "Guard")],
        demand: (per_hour: 20), lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
        steps: [(id: 34, name: "Serve", lane: 2, phase: 3, time: "4 min", needs: [(roles: [13])]),
            (id: 36, name: "Leave", lane: 2, phase: 3, at: (200, 0), time: "1 min", needs: [(roles: [14])])],
        links: [(id: 35, from: 34, to: 36)]),
])"#;

/// A day of three hours, with the clerks in shifts.
fn with_a_day() -> String {
    let day =
        r#"demand: (per_hour: 20, day: (open: "08:00", close: "11:00", per_hour: [10, 26, 12])),"#;
    let shifts = r#"headcount: 2, shifts: [(from: "08:00", to: "11:00"), (from: "09:00", to: "10:00",
        breaks: [(at: "09:15", lasts: "15 min")])])"#;
    TEXT.replace("demand: (per_hour: 20),", day).replacen("headcount: 2)", shifts, 1)
}

fn at(text: &str) -> Person {
    let mut person = Person::at_text(text).size(1440.0, 900.0).open();
    person.command("Day: customers");
    person.press(Modifiers::NONE, Key::F9);
    person
}

fn day(person: &Person) -> Option<onstage::blueprint::Day> {
    person.scenario().demand().day.as_deref().cloned()
}

fn rates(person: &Person) -> Vec<f64> {
    day(person).expect("a day").per_hour.iter().map(|rate| rate.get()).collect()
}

fn shifts(person: &Person) -> Vec<String> {
    let words = person.words();
    let (_, role) = person.scenario().roles().first().expect("a role");
    role.shifts.iter().map(|shift| words.shift(shift)).collect()
}

#[test]
fn a_day_is_given_without_changing_a_figure() {
    let mut person = at(TEXT);
    let before = person.capacity();
    person.click("Give it a day");
    let given = day(&person).unwrap();
    assert_eq!((given.open.to_string(), given.intervals()), ("08:00".to_owned(), 8));
    assert_eq!(rates(&person), [20.0; 8]);
    assert_eq!(person.capacity(), before);
    person.undo();
    assert!(day(&person).is_none() && person.sees("Give it a day"));
}

#[test]
fn a_bar_is_dragged_in_whole_numbers_as_one_step() {
    let mut person = at(&with_a_day());
    let bar = person.window.get_by_label("08:00–09:00: 10 customers an hour").rect();
    let height = |rate: f32| Pos2::new(bar.center().x, bar.bottom() - bar.height() * rate / 40.0);
    person.drag_and_look(height(10.0), height(17.2), |person| {
        assert_eq!(rates(person), [17.0, 26.0, 12.0], "while it is held");
    });
    assert_eq!(rates(&person), [17.0, 26.0, 12.0]);
    person.undo();
    assert_eq!(rates(&person), [10.0, 26.0, 12.0], "one step");
    person.drag_with(Modifiers::ALT, height(10.0), height(17.2));
    let fine = rates(&person)[0];
    assert!((fine - 17.2).abs() < 0.25 && fine.fract() > 0.0, "{fine}");
}

#[test]
fn bars_and_shifts_have_names_and_follow_the_arrows() {
    let mut person = at(&with_a_day());
    person.window.get_by_label("09:00–10:00: 26 customers an hour").focus();
    person.wait();
    person.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(rates(&person), [10.0, 27.0, 12.0]);
    person.window.get_by_label("Clerk: 1 × 08:00–11:00").focus();
    person.wait();
    person.press(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(shifts(&person)[0], "1 × 08:00–11:15");
    person.press(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(shifts(&person)[0], "1 × 07:45–11:00");
    person.window.get_by_label("Clerk: break at 09:15 for 15 min").focus();
    person.wait();
    person.press(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(shifts(&person)[1], "1 × 09:00–10:00, break 09:30 (15 min)");
}

#[test]
fn the_end_of_a_shift_is_dragged_by_quarters_of_an_hour() {
    let mut person = at(&with_a_day());
    let strip = person.window.get_by_label("Clerk: 1 × 08:00–11:00").rect();
    let end = strip.right_center() - Vec2::new(2.0, 0.0);
    let hour = strip.width() / 3.0;
    person.drag(end, end - Vec2::new(hour * 0.7, 0.0));
    assert_eq!(shifts(&person)[0], "1 × 08:00–10:15");
    person.undo();
    assert_eq!(shifts(&person)[0], "1 × 08:00–11:00", "one step");
    // Without shifts the headcount is there all day, until an end of it is dragged.
    let strip = person.window.get_by_label_contains("Guard: 1 × 08:00–11:00").rect();
    let end = strip.right_center() - Vec2::new(2.0, 0.0);
    person.drag(end, end - Vec2::new(hour, 0.0));
    let (_, guard) = person.scenario().roles().last().unwrap();
    assert_eq!(person.words().shift(&guard.shifts[0]), "1 × 08:00–10:00");
}

#[test]
fn heads_that_are_typed_become_the_fewest_nested_shifts() {
    let mut person = at(&with_a_day());
    person.click_cell("08:00–09:00", "Clerk");
    person.paste("2\n3\n2");
    assert_eq!(shifts(&person), ["2 × 08:00–11:00", "1 × 09:00–10:00"]);
    assert_eq!(person.cell("09:00–10:00", "Clerk"), "3");
    person.undo();
    assert_eq!(shifts(&person).len(), 2);
    person.click_cell("10:00–11:00", "Customers/h");
    person.enter("40");
    assert_eq!(rates(&person), [10.0, 26.0, 40.0]);
}

#[test]
fn figures_are_those_of_the_hour_that_is_chosen() {
    let mut person = Person::at_text(&with_a_day()).size(1440.0, 900.0).open();
    // One clerk, while another has a break: 26 an hour are too many.
    let utilisation = |person: &Person| {
        let demand = person.app().analysis().demand_per_hour.value;
        (demand, person.capacity())
    };
    assert_eq!(utilisation(&person), (Some(26.0), Some(15.0)), "it opens on the busiest");
    person.choose("Figures of", "the long run");
    assert_eq!(utilisation(&person), (Some(20.0), Some(30.0)));
    person.choose("Figures of", "10:00–11:00");
    assert_eq!(utilisation(&person), (Some(12.0), Some(15.0)));
    assert!(person.app().editor().undo_name().is_none(), "the file does not know");
}

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_table_of_counts_is_taken_as_one_step_or_not_at_all() {
    let computer = Computer::new();
    let good = computer.file("counts.csv", "time,count\n09:00,5\n09:30,8\n");
    let bad = computer.file("bad.csv", "time,count\n09:00,five\n25:00,8\n");
    let file = computer.file("passes.ron", TEXT);
    let mut person = computer.start(Some(&file));
    person.wait();
    let drop = |person: &mut Person, path: &std::path::Path| {
        let dropped = std::sync::Arc::new(Dropped(path.to_path_buf()));
        person.window.input_mut().dropped_files.push(dropped);
        person.wait();
    };
    drop(&mut person, &bad);
    assert!(person.sees("Row 2, count “five”") && person.sees("Row 3, time “25:00”"));
    assert!(day(&person).is_none());
    person.press(Modifiers::NONE, Key::Escape);
    drop(&mut person, &good);
    assert_eq!(rates(&person), [10.0, 16.0]);
    person.undo();
    assert!(day(&person).is_none());
}

#[test]
fn counts_of_several_days_of_the_week_are_one_day_or_a_scenario_each() {
    let computer = Computer::new();
    // A Monday, a Tuesday, and another Monday.
    let rows = "date,time,count\n2026-11-23,09:00,4\n2026-11-24,09:00,10\n2026-11-30,09:00,8\n";
    let counts = computer.file("counts.csv", rows);
    let file = computer.file("passes.ron", TEXT);
    let mut person = computer.start(Some(&file));
    person.wait();
    let drop = |person: &mut Person| {
        let dropped = std::sync::Arc::new(Dropped(counts.clone()));
        person.window.input_mut().dropped_files.push(dropped);
        person.wait();
    };
    let names = |person: &Person| -> Vec<String> {
        let scenarios = person.app().editor().blueprint().scenarios();
        scenarios.iter().map(|scenario| scenario.name().to_owned()).collect()
    };
    drop(&mut person);
    assert!(person.sees("Monday and Tuesday"));
    person.click("Cancel");
    assert!(day(&person).is_none(), "nothing is taken");
    drop(&mut person);
    person.click("One scenario each");
    assert_eq!(names(&person), ["Today", "Today, Monday", "Today, Tuesday"]);
    assert_eq!(rates(&person), [6.0], "the mean of two Mondays is shown");
    person.undo();
    assert_eq!(names(&person), ["Today"], "one step");
    drop(&mut person);
    person.click("Mean of all");
    let mean = rates(&person)[0];
    assert!((mean - 22.0 / 3.0).abs() < 1e-3, "{mean}");
}

#[test]
fn the_inspector_knows_patience_and_how_it_is_simulated() {
    let mut person = Person::at_text(&with_a_day()).size(1440.0, 900.0).open();
    person.click_beside(egui::accesskit::Role::Tab, "Blueprint");
    assert!(person.sees("08:00–11:00"), "opening hours follow from the day");
    let triangle = egui::accesskit::Role::DisclosureTriangle;
    person.window.get_by_role_and_label(triangle, "Simulation").scroll_to_me();
    person.wait();
    person.click_beside(triangle, "Simulation");
    person.window.get_by_label("Random numbers").scroll_to_me();
    person.wait();
    person.choose("First served", "longest inside first");
    person.fill_and_enter("Promise", "15");
    person.fill_and_enter("Random numbers", "7");
    let rules = person.scenario().simulation_rules();
    assert_eq!(rules.seed, 7);
    assert_eq!(rules.promise.map(|it| it.seconds().to_bits()), Some(900.0_f64.to_bits()));
    assert_eq!(rules.order, onstage::blueprint::Order::LongestInside);
}

/// The licence office with a day, and the tab of its day as high as it is at first.
fn at_the_tab(width: f32, height: f32) -> Person {
    let office = onstage::storage::sample("licence-office-day").expect("a sample");
    let blueprint = office.open().expect("opens");
    let mut person = Person::at_blueprint(blueprint).size(width, height).simulating(2).open();
    person.command("Day: customers");
    person
}

#[test]
fn all_of_the_day_is_seen_at_the_height_that_the_tab_has_at_first() {
    for (width, height) in [(1440.0, 900.0), (1280.0, 720.0)] {
        let person = at_the_tab(width, height);
        let roles = person.role_names();
        let last = roles.last().expect("roles");
        let name = format!("{last}: 1 × ");
        let strips = person.window.query_all_by_label_contains(&name);
        let bottom = strips.map(|node| node.rect().bottom()).fold(0.0, f32::max);
        assert!(bottom > 0.0 && bottom <= height - 24.0 - 8.0, "{bottom} at {height}");
        let bar = person.window.get_by_label_contains("08:00–09:00: ").rect();
        let plot = person.window.get_by_label_contains("Inside, simulated: ").rect();
        assert!(bar.height() > 36.0 && plot.height() > 30.0, "{bar:?} {plot:?}");
    }
}

#[test]
fn while_a_bar_is_dragged_its_value_stands_at_it_and_the_axes_stay() {
    let mut person = at_the_tab(1440.0, 900.0);
    let bar = person.window.get_by_label_contains("12:00–13:00: ").rect();
    let plot = person.window.get_by_label_contains("Inside, simulated: ").rect();
    let numbers = |person: &Person| -> Vec<String> {
        let beside = |rect: &egui::Rect| rect.right() < bar.left() && rect.right() > 100.0;
        let painted = person.painted();
        let axis = painted.into_iter().filter(|(text, rect, _)| {
            text.parse::<f64>().is_ok()
                && beside(rect)
                && (rect.right() - (plot.left() - 6.0)).abs() < 2.0
        });
        axis.map(|(text, ..)| text).collect()
    };
    let before = numbers(&person);
    assert!(before.len() >= 4, "{before:?}");
    let to = Pos2::new(bar.center().x, bar.top() + 4.0);
    let from = Pos2::new(bar.center().x, bar.bottom() - 3.0);
    person.drag_and_look(from, to, |person| {
        let hour = day(person).expect("a day").per_hour[4].get();
        let value = format!("{hour}");
        let painted = person.painted();
        let at = painted.iter().find(|(text, rect, _)| {
            *text == value && rect.expand(2.0).contains(Pos2::new(to.x, rect.center().y))
        });
        assert!(at.is_some(), "{value} at the bar");
        // The first days of what is held may be fuller or emptier by far.
        person.window.run_steps(40);
        assert_eq!(numbers(person), before, "nothing is scaled anew while it is held");
    });
}

#[test]
fn a_menu_of_the_tab_closes_once_something_is_dragged() {
    let mut person = at(&with_a_day());
    let named = |person: &Person| {
        person.window.query_all_by_role_and_label(egui::accesskit::Role::Button, "Guard").count()
    };
    let before = named(&person);
    person.click("Add a shift");
    assert_eq!(named(&person), before + 1);
    let bar = person.window.get_by_label("08:00–09:00: 10 customers an hour").rect();
    person.drag(bar.center(), bar.center() - Vec2::new(0.0, 20.0));
    assert_eq!(named(&person), before, "the menu is closed");
}

#[test]
fn heads_that_are_no_number_say_why() {
    let mut person = at(&with_a_day());
    person.click_cell("08:00–09:00", "Clerk");
    person.enter("abc");
    assert!(person.sees("“abc” – "), "what was typed and why it is not taken");
    assert_eq!(shifts(&person).len(), 2);
}
