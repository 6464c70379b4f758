//! What stands around the sheet: menus, shortcuts, the line of key figures, hints, the way back from
//! dialogs, and problems that wait.

use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::Zone;
use onstage::wording::Language;

use crate::context::{Computer, Person, key_press};

/// How far down something reaches that is called so in the panel beside the sheet.
fn bottom(person: &Person, role: Role, label: &str) -> f32 {
    let panel = person.window.ctx.content_rect().width() * 0.6;
    let nodes = person.window.query_all_by_role_and_label(role, label);
    let beside = nodes.map(|node| node.rect()).find(|rect| rect.left() > panel);
    beside.unwrap_or_else(|| panic!("no {label} in the panel")).bottom()
}

#[test]
fn what_is_selected_leaves_room_for_all_its_sections() {
    let mut person = Person::new();
    person.click_card("Eye test");
    for section in ["Fail point", "Wait point", "Value and emotion"] {
        let bottom = bottom(&person, Role::DisclosureTriangle, section);
        assert!(bottom < 870.0, "{section} ends at {bottom}");
    }
    assert!(person.sees("Bottleneck: Check violations"), "the bottleneck is still named");
    for (width, height) in [(1280.0, 720.0), (960.0, 600.0), (720.0, 450.0)] {
        person.window.set_size(Vec2::new(width, height));
        person.wait();
        let bottom = bottom(&person, Role::ComboBox, "Lane");
        assert!(bottom < height - 24.0, "{width} × {height}: {bottom}");
    }
}

#[test]
fn a_low_window_shows_the_key_figures_in_one_line() {
    for language in [Language::English, Language::Chinese] {
        let mut person = Person::at_first_sample().language(language).open();
        let tab = person.word("tab-capacity");
        let top =
            |person: &Person| person.window.get_by_role_and_label(Role::Tab, &tab).rect().top();
        assert!(top(&person) > 250.0, "tiles where there is room");
        person.window.set_size(Vec2::new(960.0, 540.0));
        person.wait();
        assert!(top(&person) < 170.0, "{}", top(&person));
        let money = person.word("chart-tab-money");
        let is_tab = person.window.query_by_role_and_label(Role::Tab, &money).is_some();
        // What does not fit is behind the tabs, in a menu.
        let more = person.word("bottom-more");
        let is_in_menu = person.window.query_by_label_contains(&more).is_some();
        assert!(is_tab || is_in_menu);
    }
}

#[test]
fn figures_that_the_last_change_took_away_stay_in_grey() {
    let mut person = Person::new();
    person.click_card("Eye test");
    person.fill_and_enter("Time", "");
    assert_eq!(person.capacity(), None, "nothing counts them as current");
    assert!(person.sees("60/h before the last changes") || person.sees("60 /h before the last"));
    assert!(person.sees("needs a time for Eye test"), "with the reason");
    let said = person.window.query_all_by_label_contains("needs a time for Eye test").count();
    assert_eq!(said, 1, "said once");
    person.undo();
    assert!(!person.sees("before the last changes"));
    // What was never complete has no figures of before.
    let person = Person::at_an_empty_sheet();
    assert!(!person.sees("before the last changes"));
}

#[test]
fn a_reason_is_told_in_full() {
    for language in [Language::English, Language::Chinese] {
        let mut person = Person::at_first_sample().language(language).open();
        let name = "Checks every page of the application against the register of violations";
        person.click_card(person.either("Eye test", "眼睛测试"));
        person.press(Modifiers::NONE, Key::F2);
        person.enter(name);
        person.fill_and_enter(&person.word("details-time"), "");
        // All letters of the reason are painted in the panel, in as many lines as they take.
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let said = letters(&person.words().with("lack-time", &[("name", name.into())]));
        let painted = person.painted();
        assert!(painted.iter().any(|(text, ..)| letters(text) == said), "{said}");
    }
}

#[test]
fn who_serves_nobody_counts_as_no_server() {
    let mut person = Person::at_an_empty_sheet();
    person.add("Customer action", Zone::Customer, 100, "Asks");
    person.fill_and_enter("Time", "2 min");
    assert!(person.sees("any number of customers do it at once"));
    assert!(!person.sees("counts as one server") && !person.sees("needs a role"));
    assert!(person.sees("needs something that limits it"), "which is no contradiction");
    person.add("Frontstage action", Zone::Frontstage, 100, "Answers");
    person.connect("Asks", "Answers");
    person.click_card("Answers");
    person.fill_and_enter("Time", "2 min");
    assert!(person.sees("counts as one server"));
    assert_eq!(person.capacity(), Some(30.0));
}

#[test]
fn the_tab_that_was_there_comes_back_when_nothing_is_selected() {
    let is_open = |person: &Person, tab: &str| {
        let open = person.window.query_all_by_role(Role::Tab).find(|node| {
            let node = node.accesskit_node();
            node.is_selected() == Some(true) && node.label().is_some_and(|it| it.starts_with(tab))
        });
        open.is_some()
    };
    for tab in ["Capacity", "Problems"] {
        let mut person = Person::new();
        person.click_role(Role::Tab, tab);
        person.click_card("Eye test");
        assert!(!is_open(&person, tab));
        person.press(Modifiers::NONE, Key::Escape);
        assert!(is_open(&person, tab), "Esc goes back to {tab}");
        person.click_card("Eye test");
        let blank = person.point_in(Zone::Support, 40);
        person.click_at(blank);
        assert!(is_open(&person, tab), "a click beside it too: {:?}", person.selected());
        // What is deleted leaves nothing selected either.
        person.click_card("Eye test");
        person.press(Modifiers::NONE, Key::Delete);
        assert!(is_open(&person, tab));
        person.undo();
        person.press(Modifiers::NONE, Key::Escape);
        assert!(is_open(&person, tab));
    }
    // Who asks for the blueprint's own details keeps them.
    let mut person = Person::new();
    person.click_role(Role::Tab, "Blueprint");
    person.click_card("Eye test");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(is_open(&person, "Blueprint"));
}

#[test]
fn a_card_that_is_being_made_is_no_problem_yet() {
    let mut person = Person::new();
    assert!(person.sees("No problems found"));
    person.add("Frontstage action", Zone::Frontstage, 40, "Weighs");
    person.let_pass(8);
    assert!(person.sees("No problems found"), "as long as it is selected");
    person.click_card("Eye test");
    person.let_pass(130);
    assert!(person.sees("No problems found"), "time alone makes no problem");
    // It was worked on, and then left for a while.
    person.click_card("Weighs");
    person.fill("Time", "20 s");
    person.let_pass(8);
    assert!(person.sees("No problems found"), "as long as it is selected");
    person.click_card("Eye test");
    assert!(person.sees("No problems found"));
    person.let_pass(8);
    assert!(!person.sees("No problems found"), "once it was left for a while");
    // Who asks is told at once.
    let mut person = Person::new();
    person.add("Frontstage action", Zone::Frontstage, 40, "Weighs");
    person.click_role(Role::Tab, "Problems");
    assert!(!person.sees("No problems found"));
}

#[test]
fn nothing_becomes_a_problem_while_a_name_is_typed() {
    let mut person = Person::new();
    person.add("Frontstage action", Zone::Frontstage, 40, "Weighs");
    person.fill("Time", "20 s");
    person.click_card("Eye test");
    person.press(Modifiers::NONE, Key::F2);
    person.let_pass(130);
    assert!(person.sees("No problems found"), "a name is being typed");
    person.press(Modifiers::NONE, Key::Escape);
    person.let_pass(8);
    assert!(!person.sees("No problems found"));
}

#[test]
fn rows_stay_where_they_are_when_a_time_or_a_role_is_set() {
    let mut person = Person::at_the_table();
    let rows = |person: &Person| {
        ["Hands in form", "Review application", "Pays the fee", "Collect payment"].map(|name| {
            person.window.get_by_label_contains(&format!("{name}, Time: ")).rect().top()
        })
    };
    let before = rows(&person);
    assert!(before.is_sorted(), "along the flow: {before:?}");
    person.click_cell("Hands in form", "Time");
    person.enter("20 s");
    person.click_cell("Review application", "Time");
    person.press(Modifiers::NONE, Key::Delete);
    person.press(Modifiers::NONE, Key::F9);
    person.press(Modifiers::NONE, Key::F9);
    assert_eq!(rows(&person).len(), 4);
    assert!(rows(&person).is_sorted(), "as before");
}

#[test]
fn the_keys_return_to_where_they_were_when_a_dialog_closes() {
    let mut person = Person::new();
    person.click_cell("Review application", "Time");
    let focused = |person: &Person| person.window.ctx.memory(egui::Memory::focused);
    let cell = focused(&person);
    assert!(cell.is_some());
    for keys in [Key::K, Key::F, Key::O] {
        person.press(Modifiers::COMMAND, keys);
        assert_ne!(focused(&person), cell);
        person.press(Modifiers::NONE, Key::Escape);
        assert_eq!(focused(&person), cell, "after {keys:?}");
    }
    person.click_card("Eye test");
    person.click_role(Role::TextInput, "Time");
    let field = focused(&person);
    person.press(Modifiers::COMMAND, Key::K);
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(focused(&person), field, "a field");
}

#[test]
fn what_is_on_in_a_menu_is_checked_and_said_in_words() {
    let mut person = Person::new();
    let state = |person: &Person, label: &str| {
        let role = Role::MenuItemCheckBox;
        let node = person.window.get_by_role_and_label(role, label);
        let node = node.accesskit_node();
        (node.toggled(), node.description())
    };
    person.click("View");
    assert_eq!(state(&person, "Palette"), (Some(Toggled::True), Some("on".to_owned())));
    person.click_role(Role::MenuItemCheckBox, "Palette");
    person.click("View");
    assert_eq!(state(&person, "Palette"), (Some(Toggled::False), Some("off".to_owned())));
}

#[test]
fn shortcuts_are_found_by_name_and_by_key() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::Questionmark);
    person.type_text("zoom");
    assert!(person.sees("Zoom to selection") && !person.sees("Tidy up"));
    person.press(Modifiers::COMMAND, Key::A);
    person.type_text("ctrl+l");
    assert!(person.sees("Tidy up") && !person.sees("Zoom to selection"));
    person.press(Modifiers::COMMAND, Key::A);
    person.type_text("zeppelin");
    assert!(person.sees("No match for “zeppelin”"));
}

#[test]
fn the_key_that_opens_the_board_of_shortcuts_closes_it() {
    for sign in ["?", "？"] {
        let mut person = Person::new();
        let is_open = |person: &Person| {
            person.sees("Search by name or key")
                || person
                    .window
                    .query_by_role_and_label(Role::TextInput, "Search by name or key")
                    .is_some()
        };
        person.press(Modifiers::NONE, Key::Questionmark);
        assert!(is_open(&person));
        person
            .at_once([key_press(Modifiers::NONE, Key::Questionmark), Event::Text(sign.to_owned())]);
        person.wait();
        assert!(!is_open(&person), "{sign}");
        // What is looked for may hold one.
        person.press(Modifiers::NONE, Key::Questionmark);
        person.type_text("help");
        person.type_text(sign);
        assert!(is_open(&person));
    }
}

#[test]
fn the_board_of_shortcuts_takes_the_room_there_is() {
    let mut person = Person::at_first_sample().size(1920.0, 1080.0).open();
    person.press(Modifiers::NONE, Key::Questionmark);
    let heads = ["FILE", "EDIT"].map(|head| person.place_of(head));
    let nodes = person.window.query_all_by_role(Role::Label);
    let right = nodes.map(|node| node.rect().right()).fold(0.0, f32::max);
    let left = heads.iter().map(egui::Rect::left).fold(f32::MAX, f32::min);
    assert!(right - left > 1400.0, "{left} to {right}");
    let close = |person: &Person| person.place_of("Close");
    let before = close(&person);
    assert!(before.top() - heads[0].top() > 800.0, "{before:?} {heads:?}");
    person.type_text("zoom");
    assert!((close(&person).top() - before.top()).abs() < 1.0, "it stays as high");
}

#[test]
fn several_cards_are_lined_up_from_the_top_of_the_panel() {
    let mut person = Person::new();
    person.click_card("Eye test");
    assert!(!person.sees("Align upper edges"));
    let at = person.card("Collect payment");
    person.drag(at, at + Vec2::new(0.0, 9.0));
    person.click_card("Eye test");
    let at = person.card("Collect payment");
    person.click_with(Modifiers::SHIFT, at);
    person.click_role(Role::Button, "Align upper edges");
    let top = |person: &Person, name| person.card_rect(name).top();
    assert!((top(&person, "Eye test") - top(&person, "Collect payment")).abs() < 1.0);
}

#[test]
fn a_language_is_found_by_its_name_in_any_language() {
    for words in ["chinese", "中文"] {
        let mut person = Person::new();
        person.command(words);
        assert!(person.sees("没有发现问题"), "{words}");
    }
    let mut person = Person::at_first_sample().language(Language::Chinese).open();
    person.command("english");
    assert!(person.sees("No problems found"));
}

#[test]
fn clearing_many_cells_says_how_many_and_how_to_undo_it() {
    let mut person = Person::at_the_table();
    person.click_cell("Review application", "Time");
    person.press(Modifiers::COMMAND, Key::A);
    person.press(Modifiers::NONE, Key::Delete);
    assert!(person.sees("cells cleared. Ctrl+Z brings them back"));
    person.undo();
    assert_eq!(person.time_of("Review application"), "15 s");
}

#[test]
fn the_foot_of_the_window_says_what_can_be_done_until_it_is_told_not_to() {
    let mut person = Person::new();
    let hint = |person: &Person| {
        person.painted().iter().any(|(text, ..)| text.starts_with("Drag to move · drag from"))
    };
    let at = person.card("Eye test");
    person.point_at(at);
    person.window.run_steps(3);
    assert!(hint(&person));
    person.command("hints in the status bar");
    person.point_at(at);
    person.window.run_steps(3);
    assert!(!hint(&person), "switched off");
}

#[test]
fn what_lies_in_no_file_is_not_called_saved() {
    let computer = Computer::new();
    let mut person = Person::at_first_sample().on_computer(&computer).open();
    assert!(person.sees("in no file yet"));
    person.press(Modifiers::COMMAND, Key::S);
    person.answer_path(&computer.path("office.ron"));
    person.wait();
    assert!(!person.sees("in no file yet"));
}

#[test]
fn a_path_that_is_proposed_gives_way_to_what_is_typed() {
    let mut person = Person::new();
    person.press(Modifiers::COMMAND, Key::S);
    person.wait();
    person.type_text("elsewhere.ron");
    assert_eq!(person.shown_in(&person.word("path-label")), "elsewhere.ron");
}

#[test]
fn the_cursor_of_the_table_goes_with_the_selection() {
    let mut person = Person::new();
    person.click_card("Eye test");
    person.click_at(person.card("Check violations") + Vec2::new(-90.0, 10.0));
    assert!(person.selected().is_empty());
    let outlined = person.window.query_all_by_role(Role::Cell);
    let outlined = outlined.filter(|cell| cell.accesskit_node().is_selected() == Some(true));
    assert_eq!(outlined.count(), 0);
}

#[test]
fn levers_reach_who_may_do_it_arrivals_and_price() {
    let mut person = Person::new();
    person.window.set_size(Vec2::new(1440.0, 2200.0));
    person.wait();
    person.click("Levers");
    let wait = person.app().analysis().throughput_time_s.value;
    person.click_beside(Role::ComboBox, "Arrivals");
    person.click_beside(Role::Button, &person.word("details-gaps-constant"));
    assert_ne!(person.app().analysis().throughput_time_s.value, wait);
    person.click_beside(Role::ComboBox, "Check violations");
    person.click_beside(Role::Button, "Clerk");
    assert_eq!(person.capacity(), Some(90.0), "as the suggestion says");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.capacity(), Some(60.0));
    let demand = person.window.get_by_role_and_label(Role::Slider, "Demand: 54 /h").rect();
    let times = person.window.get_by_role_and_label(Role::Slider, "All times: 100 %").rect();
    assert!(demand.width() >= times.width(), "{demand} {times}");
    person.drag(demand.center(), demand.right_center());
    let most = person.app().analysis().demand_per_hour.value;
    assert!(most.is_some_and(|most| most > 400.0), "{most:?}");
}

#[test]
fn the_guide_looks_into_its_other_languages() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F1);
    person.begin_to_fill(&person.word("guide-search"), "瓶颈");
    assert!(person.sees("But in 简体中文 it stands on:"));
}
