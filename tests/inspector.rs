//! The inspector, used like a person uses it. No display and no graphics card are needed.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::notation::{Context, read_time};
use onstage::blueprint::{Scenario, Step, StepId, TimeUnit};
use onstage::ui::{App, Settings, Start};
use onstage::wording::{Language, Wording};

/// Where the side panel begins, or a little left of it.
const PANEL_LEFT: f32 = 1050.0;

/// A person in front of the driver-licence office.
struct Person {
    window: Harness<'static, App>,
}

impl Person {
    fn new(language: Language) -> Self {
        let settings = Settings { language, ..Settings::default() };
        let start = Start { settings: Some(settings), language, ..Start::default() };
        let window = Harness::builder()
            .with_size([1440.0, 900.0])
            .with_max_steps(60)
            .build_eframe(move |cc| App::new(&cc.egui_ctx, start));
        let mut person = Self { window };
        for _ in 0..200 {
            person.rest();
            if !person.app().is_busy() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        person
    }

    fn app(&self) -> &App {
        self.window.state()
    }

    fn scenario(&self) -> &Scenario {
        self.app().editor().scenario()
    }

    fn id(&self, name: &str) -> StepId {
        let found = self.scenario().steps().iter().find(|(_, step)| step.name == name);
        *found.unwrap_or_else(|| panic!("no step {name}")).0
    }

    fn step(&self, name: &str) -> &Step {
        &self.scenario().steps()[&self.id(name)]
    }

    /// Customers per hour at full load, as the window shows them.
    fn capacity(&self) -> Option<String> {
        let capacity = self.app().analysis().capacity_per_hour.value;
        capacity.map(|capacity| format!("{capacity:.1}"))
    }

    fn undo_code(&self) -> Option<&'static str> {
        self.app().editor().undo_name().map(|name| name.code)
    }

    /// Lets every animation end.
    fn rest(&mut self) {
        self.window.run_steps(8);
    }

    fn press(&mut self, key: Key) {
        self.window.key_press(key);
        self.rest();
    }

    fn undo(&mut self) {
        self.window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        self.rest();
    }

    fn click_at(&mut self, at: Pos2, modifiers: Modifiers) {
        self.window.event_modifiers(Event::PointerMoved(at), modifiers);
        self.window.step();
        for pressed in [true, false] {
            let button = PointerButton::Primary;
            let event = Event::PointerButton { pos: at, button, pressed, modifiers };
            self.window.event_modifiers(event, modifiers);
            self.window.step();
        }
        self.rest();
    }

    /// Clicks a card, found by its name and lane as a screen reader says them.
    fn select(&mut self, card: &str) {
        self.window.get_by_label_contains(card).click();
        self.rest();
    }

    /// Clicks something of the side panel or of a popup that hangs from it.
    fn click(&mut self, role: Role, label: &str) {
        let mut all = self.window.get_all_by_role_and_label(role, label);
        let there = all.find(|node| node.rect().left() > PANEL_LEFT);
        there.unwrap_or_else(|| panic!("no {role:?} {label} in the panel")).click();
        drop(all);
        self.rest();
    }

    /// Enters a field and types; the text that was there is replaced.
    fn type_into(&mut self, field: &str, text: &str) {
        self.window.get_by_role_and_label(Role::TextInput, field).scroll_to_me();
        self.rest();
        self.click(Role::TextInput, field);
        self.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.rest();
        if text.is_empty() {
            self.press(Key::Delete);
        } else {
            self.window.event(Event::Text(text.to_owned()));
            self.rest();
        }
    }

    /// Turns to what the side panel says of the blueprint as a whole.
    fn open_blueprint(&mut self, tab: &str) {
        self.window.get_by_role_and_label(Role::Tab, tab).click();
        self.rest();
    }

    fn shown_in(&self, field: &str) -> String {
        let node = self.window.get_by_role_and_label(Role::TextInput, field);
        node.accesskit_node().value().unwrap_or_default()
    }

    fn says(&self, text: &str) -> bool {
        self.window.query_all_by_label_contains(text).next().is_some()
    }
}

fn english() -> Person {
    Person::new(Language::English)
}

#[test]
fn a_time_shows_its_effect_while_it_is_typed_and_esc_takes_it_back() {
    let mut person = english();
    person.select("Check violations, Backstage");
    assert_eq!(person.capacity().as_deref(), Some("60.0"));
    person.type_into("Time", "2 ± 0.5 min");
    assert_eq!(person.capacity().as_deref(), Some("30.0"));
    assert!(person.says("SCV"), "a time that varies says how much");
    assert!(person.app().editor().in_gesture());
    person.press(Key::Escape);
    assert_eq!(person.capacity().as_deref(), Some("60.0"));
    assert_eq!(person.shown_in("Time"), "60 s");
    assert_eq!(person.undo_code(), None, "nothing is left to undo");
    let selected = person.app().editor().selection().only_step();
    assert_eq!(selected, Some(person.id("Check violations")), "Esc leaves the field, not the step");
}

#[test]
fn a_time_that_is_left_stays_as_one_undo_step() {
    let mut person = english();
    person.select("Check violations, Backstage");
    person.type_into("Time", "40");
    person.press(Key::Enter);
    assert_eq!(person.shown_in("Time"), "40 s", "a plain number takes the unit used before");
    assert_eq!(person.capacity().as_deref(), Some("90.0"));
    assert_eq!(person.undo_code(), Some("edit-change-steps"));
    person.undo();
    assert_eq!(person.capacity().as_deref(), Some("60.0"));
    assert_eq!(person.undo_code(), None);
}

#[test]
fn a_plain_number_keeps_the_unit_and_a_blank_is_no_zero() {
    let mut person = english();
    person.select("Eye test, Frontstage");
    let place =
        |person: &Person| person.window.get_by_role_and_label(Role::TextInput, "Time").rect().top();
    let before = place(&person);
    for (typed, shown) in [
        ("2 min", "2 min"),
        ("3", "3 min"),
        ("1:30", "90 s"),
        ("3 min 25 s", "3 min 25 s"),
        ("1,200 s", "20 min"),
        ("0", "0 s"),
        ("", ""),
    ] {
        person.type_into("Time", typed);
        person.press(Key::Enter);
        assert_eq!(person.shown_in("Time"), shown, "{typed}");
        assert_eq!(place(&person).to_bits(), before.to_bits(), "{typed} moves nothing");
    }
    assert_eq!(person.step("Eye test").time, None);
}

#[test]
fn an_impossible_time_stays_in_its_field_with_the_reason_until_it_is_corrected() {
    let mut person = english();
    person.select("Check violations, Backstage");
    for typed in ["soon", "-3 s", "2 fortnights", "3–1 min", "1e9 h"] {
        person.type_into("Time", "30 s");
        person.press(Key::Enter);
        assert_eq!(person.shown_in("Time"), "30 s", "corrected");
        let place =
            |person: &Person| person.window.get_by_role_and_label(Role::TextInput, "Time").rect();
        let before = place(&person);
        for key in [Key::Enter, Key::Tab] {
            person.type_into("Time", typed);
            let time = person.step("Check violations").time.as_ref().map(ToString::to_string);
            assert_eq!(time.as_deref(), Some("30 s"), "{typed}");
            let context = Context::of_unit(TimeUnit::Second);
            let Err(refusal) = read_time(typed, &context) else { panic!("{typed} is possible") };
            let why = Wording::new(Language::English).refusal(refusal).to_owned();
            assert!(person.says(&why), "{typed} says {why} while it is typed");
            person.press(key);
            assert!(person.says(&why), "{typed} says {why} after {key:?}");
            assert_eq!(person.shown_in("Time"), typed, "it stays to be corrected");
            assert_eq!(place(&person), before, "nothing moves");
        }
    }
    person.type_into("Time", "abc");
    person.press(Key::Enter);
    assert!(person.says("Not a time: enter it such as 45 s or 2 min"));
    person.type_into("Time", "abcd");
    person.press(Key::Escape);
    assert_eq!(person.shown_in("Time"), "30 s", "Esc gives it up");
}

#[test]
fn rates_are_per_day_where_the_blueprint_says_so() {
    let mut person = english();
    person.open_blueprint("Blueprint");
    person.type_into("Opening hours", "8");
    person.press(Key::Enter);
    person.click(Role::ComboBox, "Rates");
    person.click(Role::Button, "per day");
    assert_eq!(person.undo_code(), Some("edit-change-rates"));
    assert_eq!(person.shown_in("Arrivals"), "432/day", "54 an hour for eight hours");
    person.type_into("Arrivals", "400");
    assert!(person.says("A day counts as 8 h"), "what is taken for granted is said");
    person.press(Key::Enter);
    assert_eq!(
        person.scenario().demand().per_hour.map(onstage::blueprint::Quantity::get),
        Some(50.0)
    );
    assert_eq!(person.shown_in("Arrivals"), "400/day");
    person.type_into("Arrivals", "one every 5 min");
    person.press(Key::Enter);
    assert_eq!(person.shown_in("Arrivals"), "96/day");
}

#[test]
fn times_and_rates_are_chinese_in_chinese() {
    let mut person = Person::new(Language::Chinese);
    person.open_blueprint("蓝图");
    assert_eq!(person.shown_in("到达顾客"), "54 位/小时");
    let step = *person.scenario().steps().iter().find(|(_, step)| step.time.is_some()).unwrap().0;
    let card = person.app().card_on_screen(step).unwrap().center();
    person.click_at(card, Modifiers::NONE);
    person.type_into("时间", "45 秒");
    person.press(Key::Enter);
    assert_eq!(person.shown_in("时间"), "45 秒");
    person.type_into("时间", "15 ± 5 分钟");
    person.press(Key::Enter);
    assert_eq!(person.shown_in("时间"), "15 ± 5 分钟");
    let time = person.scenario().steps()[&step].time.as_ref().map(ToString::to_string);
    assert_eq!(time.as_deref(), Some("15 ± 5 min"), "the file keeps its notation");
}

#[test]
fn a_name_cannot_be_blank() {
    let mut person = english();
    person.select("Eye test, Frontstage");
    person.type_into("Name", "");
    assert!(person.says("Enter a name"));
    person.press(Key::Enter);
    assert_eq!(person.shown_in("Name"), "Eye test");
    person.type_into("Name", "Sight test");
    person.press(Key::Enter);
    assert_eq!(person.step("Sight test").name, "Sight test");
}

#[test]
fn another_law_keeps_the_mean() {
    let mut person = english();
    person.select("Check violations, Backstage");
    person.click(Role::ComboBox, "Distribution");
    person.click(Role::Button, "Exponential (wide spread)");
    assert_eq!(person.shown_in("Time"), "exp 60 s");
    assert_eq!(person.capacity().as_deref(), Some("60.0"));
}

#[test]
fn a_step_gets_roles_and_counts() {
    let mut person = english();
    person.select("Check violations, Backstage");
    person.click(Role::Button, "Assign role");
    person.click(Role::Button, "Clerk");
    assert_eq!(person.step("Check violations").needs.len(), 2);
    assert_eq!(person.undo_code(), Some("edit-assign-role"));
    person.click(Role::Button, "Remove from the step");
    assert_eq!(person.step("Check violations").needs.len(), 1);
    person.type_into("Count", "2");
    person.press(Key::Enter);
    assert_eq!(person.step("Check violations").needs[0].count.get(), 2);
    person.type_into("Count", "0");
    assert!(person.says("Enter a whole number from 1 to 1,000,000"));
    person.press(Key::Enter);
    assert_eq!(person.step("Check violations").needs[0].count.get(), 2);
}

#[test]
fn a_new_role_is_added_by_its_name_and_undone_at_once() {
    let mut person = english();
    person.select("Check violations, Backstage");
    let roles = person.scenario().roles().len();
    person.click(Role::Button, "Assign role");
    person.click(Role::TextInput, "New role, then Enter");
    person.window.event(Event::Text("Auditor".to_owned()));
    person.rest();
    person.press(Key::Enter);
    assert_eq!(person.scenario().roles().len(), roles + 1);
    let needs = &person.step("Check violations").needs;
    let added = needs.last().map(|need| person.scenario().roles()[&need.roles[0]].name.as_str());
    assert_eq!(added, Some("Auditor"));
    assert!(person.app().editor().selection().only_step().is_some(), "the step stays selected");
    person.undo();
    assert_eq!(person.scenario().roles().len(), roles);
    assert_eq!(person.step("Check violations").needs.len(), 1);
}

#[test]
fn several_steps_are_changed_together() {
    let mut person = english();
    person.select("Collect payment, Frontstage");
    let eye = person.id("Eye test");
    let at = person.app().card_on_screen(eye).expect("on screen").center();
    person.click_at(at, Modifiers::SHIFT);
    assert!(person.says("2 steps selected"));
    assert_eq!(person.shown_in("Time"), "", "different times show none");
    person.type_into("Time", "25 s");
    person.press(Key::Enter);
    for name in ["Collect payment", "Eye test"] {
        let time = person.step(name).time.as_ref().map(ToString::to_string);
        assert_eq!(time.as_deref(), Some("25 s"), "{name}");
    }
    assert_eq!(person.app().editor().undo_name().map(|name| name.count), Some(2));
    person.undo();
    let time = |name: &str| person.step(name).time.as_ref().map(ToString::to_string);
    assert_eq!(
        (time("Collect payment"), time("Eye test")),
        (Some("30 s".into()), Some("40 s".into()))
    );
}

#[test]
fn demand_shows_its_effect_while_it_is_typed() {
    let mut person = english();
    person.open_blueprint("Blueprint");
    let busy = |person: &Person| person.app().analysis().utilisation.value;
    for (typed, share) in [("30", 0.5), ("1/min", 1.0), ("45/h", 0.75)] {
        person.type_into("Arrivals", typed);
        assert!(busy(&person).is_some_and(|now| (now - share).abs() < 1e-9), "{typed}");
    }
    person.press(Key::Enter);
    assert_eq!(person.undo_code(), Some("edit-change-demand"));
    person.type_into("Arrivals", "");
    assert_eq!(busy(&person), None, "no demand is not a demand of zero");
}

#[test]
fn one_more_of_a_role_shows_at_once() {
    let mut person = english();
    person.window.get_by_role_and_label(Role::Button, "Records officer").click();
    person.rest();
    person.click(Role::Button, "One more");
    assert_eq!(person.capacity().as_deref(), Some("90.0"));
    assert_eq!(person.undo_code(), Some("edit-change-role"));
    person.type_into("Availability", "80");
    assert_eq!(person.capacity().as_deref(), Some("90.0"), "the eye test limits");
    person.type_into("Availability", "50 %");
    assert_eq!(person.capacity().as_deref(), Some("60.0"));
    person.press(Key::Escape);
}

#[test]
fn every_input_is_named_and_every_letter_drawn_in_both_languages() {
    for (language, fail, worth) in [
        (Language::English, "Fail point", "Value and emotion"),
        (Language::Chinese, "失误点", "价值与感受"),
    ] {
        let mut person = Person::new(language);
        let ids: Vec<StepId> = person.scenario().steps().keys().copied().collect();
        for id in ids {
            let Some(card) = person.app().card_on_screen(id) else { continue };
            person.click_at(card.center(), Modifiers::NONE);
            person.window.check_accessibility();
        }
        for section in [fail, worth] {
            let triangle = Role::DisclosureTriangle;
            person.window.get_by_role_and_label(triangle, section).scroll_to_me();
            person.rest();
            person.click(Role::DisclosureTriangle, section);
            person.window.check_accessibility();
        }
    }
}
