//! Copy, cut and paste: within a sheet, between scenarios, blueprints and windows, and from
//! spreadsheets.

use egui::{Event, Key, Modifiers};
use onstage::blueprint::{Blueprint, FailPoint, LinkKind, Place, Step};

use crate::context::{Computer, Person, key_press};

/// The steps that are called so.
fn named(person: &Person, name: &str) -> Vec<Step> {
    let steps = person.scenario().steps().values();
    steps.filter(|step| step.name == name).map(|step| Step::clone(step)).collect()
}

/// Selects cards and copies them.
fn copy_cards(person: &mut Person, names: &[&str]) -> String {
    person.select(names);
    person.copied()
}

/// A window on a blueprint; windows of the same computer are of one person.
fn window_on(computer: &Computer, blueprint: Blueprint) -> Person {
    Person::at_blueprint(blueprint).on_computer(computer).open()
}

/// The first sample, with a fail point at the eye test that only the cards themselves can carry.
fn office() -> Blueprint {
    let mut blueprint = Person::new().blueprint().clone();
    let scenario = blueprint.baseline().id();
    blueprint
        .edit(scenario, |scenario, _| {
            let (id, step) = scenario
                .steps()
                .iter()
                .find(|(_, step)| step.name == "Eye test")
                .map(|(id, step)| (*id, Step::clone(step)))
                .expect("the eye test");
            let fail = FailPoint { what: "Lens dirty".to_owned(), ..FailPoint::default() };
            scenario.set_step(id, Step { fail: Some(fail), ..step })
        })
        .expect("a fail point");
    blueprint
}

#[test]
fn cards_go_to_another_window_with_all_that_they_rest_on() {
    let computer = Computer::new();
    let mut here = window_on(&computer, office());
    let text = copy_cards(&mut here, &["Check violations", "Eye test", "Violations database"]);
    let header = text.lines().next().expect("a header");
    assert!(header.starts_with("step\tkind\t"), "spreadsheets take tabs: {header}");
    let mut there = window_on(&computer, Blueprint::empty("Elsewhere", "As-is"));
    there.paste(&text);
    assert_eq!(there.scenario().steps().len(), 3);
    let (copy, original) = (named(&there, "Eye test"), named(&here, "Eye test"));
    assert_eq!(copy[0].fail, original[0].fail, "also what no table holds");
    assert_eq!(copy[0].time, original[0].time);
    assert_eq!((copy[0].at.x, copy[0].at.y), (original[0].at.x, original[0].at.y));
    let zone = |person: &Person, step: &Step| person.scenario().zone_of(step);
    assert_eq!(zone(&there, &copy[0]), zone(&here, &original[0]));
    let phase = |person: &Person, step: &Step| person.scenario().phases()[&step.phase].name.clone();
    assert_eq!(phase(&there, &copy[0]), phase(&here, &original[0]));
    let role = |person: &Person, step: &Step| {
        person.scenario().roles()[&step.needs[0].roles[0]].as_ref().clone()
    };
    assert_eq!(role(&there, &copy[0]), role(&here, &original[0]), "with its numbers");
    assert_eq!(there.scenario().roles().len(), 2, "only the roles that are needed");
    let links: Vec<LinkKind> = there.scenario().links().values().map(|link| link.kind).collect();
    assert_eq!(links, [LinkKind::Together], "and the link between them");
    assert_eq!(there.selected().len(), 3);
    there.undo();
    assert!(there.scenario().steps().is_empty(), "one step to undo");
    assert!(there.role_names().is_empty());
}

#[test]
fn the_same_role_is_met_again_and_another_of_its_name_is_told_apart() {
    let computer = Computer::new();
    let mut here = window_on(&computer, office());
    let text = copy_cards(&mut here, &["Check violations"]);
    let roles = here.role_names();
    here.paste(&text);
    assert_eq!(here.role_names(), roles, "nobody new");
    let copies = named(&here, "Check violations");
    assert_eq!(copies[0].needs, copies[1].needs);
    assert_ne!(copies[0].place(), copies[1].place(), "the copy stands aside");
    // Elsewhere somebody else bears the name.
    let mut other = Blueprint::empty("Elsewhere", "As-is");
    let scenario = other.baseline().id();
    let officer = onstage::blueprint::Role {
        headcount: 7,
        ..onstage::blueprint::Role::new("Records officer", 0)
    };
    other.edit(scenario, |scenario, ids| scenario.add_role(officer, ids)).expect("a role");
    let mut there = window_on(&computer, other);
    there.paste(&text);
    assert_eq!(there.role_names(), ["Records officer", "Records officer (2)"]);
    let need = named(&there, "Check violations")[0].needs[0].roles[0];
    assert_eq!(there.scenario().roles()[&need].name, "Records officer (2)");
}

#[test]
fn what_was_copied_since_from_a_spreadsheet_wins() {
    let computer = Computer::new();
    let mut person = window_on(&computer, office());
    let text = copy_cards(&mut person, &["Eye test"]);
    let before = person.scenario().steps().len();
    person.paste(&text.replace("Eye test", "Ear test"));
    assert_eq!(person.scenario().steps().len(), before + 1);
    let ear = named(&person, "Ear test");
    assert!(ear[0].fail.is_none(), "only what the cells say");
}

#[test]
fn cut_cards_come_back_as_they_were() {
    let computer = Computer::new();
    let mut person = window_on(&computer, office());
    let before = named(&person, "Eye test");
    let text = copy_cards(&mut person, &["Eye test"]);
    person.window.event(Event::Cut);
    person.wait();
    assert!(named(&person, "Eye test").is_empty());
    person.paste(&text);
    let after = named(&person, "Eye test");
    assert_eq!(after, before, "with every field, where it was");
}

#[test]
fn cards_go_to_the_pointer_where_they_would_hide_others() {
    let computer = Computer::new();
    let mut person = window_on(&computer, office());
    let text = copy_cards(&mut person, &["Eye test"]);
    let free = egui::pos2(person.card("Takes licence").x, person.card("Violations database").y);
    person.window.hover_at(free);
    person.wait();
    person.paste(&text);
    let step = person.app().editor().selection().only_step().expect("the copy");
    let card = person.app().card_on_screen(step).expect("a card").center();
    assert!((card - free).length() < 3.0, "{card:?} and {free:?}");
    let zone = person.scenario().zone_of(&person.scenario().steps()[&step]);
    assert_eq!(zone, onstage::blueprint::Zone::Support);
}

#[test]
fn a_column_of_names_is_enough() {
    let mut person = Person::at_an_empty_sheet();
    person.paste("Greet\r\nServe\r\nSay goodbye\r\n");
    assert_eq!(person.names(), ["Greet", "Serve", "Say goodbye"]);
    person.undo();
    person.paste("Greet\tClerk\t20 s\nServe\tClerk\t40 s\n");
    assert_eq!(person.role_names(), ["Clerk"]);
    assert_eq!(person.capacity(), Some(60.0), "one clerk, 60 s");
}

#[test]
fn a_text_that_is_no_table_is_refused_in_plain_words() {
    let mut person = Person::at_an_empty_sheet();
    person.paste("See you at the meeting tomorrow?");
    assert!(person.sees("Nothing was pasted"));
    assert!(person.sees("This text is not a table of steps"));
    assert!(person.scenario().steps().is_empty());
}

#[test]
fn what_is_pasted_into_a_field_is_the_fields() {
    let mut person = Person::new();
    person.click_card("Eye test");
    let before = person.scenario().steps().len();
    person.begin_to_fill("Time", "4");
    person.paste("5 s");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.scenario().steps().len(), before);
    let time = named(&person, "Eye test")[0].time.clone().expect("a time");
    assert_eq!(time.to_string(), "45 s");
}

#[test]
fn a_text_pasted_on_a_card_becomes_its_name_or_its_procedure() {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    let steps = person.scenario().steps().len();
    person.click_card("Eye test");
    person.paste("  Sight test \n");
    let step = person.step("Sight test");
    assert_eq!(person.app().editor().selection().only_step(), Some(step));
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step to undo");
    // Several lines may be meant in several ways: that is asked.
    person.paste("Sight test\nCover one eye.\nRead the third line.");
    assert_eq!(*person.blueprint(), before, "nothing before the answer");
    let kept = person.scenario().steps()[&step].procedure.clone();
    person.click("First line its name, the rest its procedure");
    let now = person.scenario().steps()[&step].clone();
    assert_eq!(now.name, "Sight test");
    let both = format!("{kept}\nCover one eye.\nRead the third line.");
    assert_eq!(now.procedure, both, "nothing that was there is lost");
    person.paste("Then\nthe other one");
    person.click("Add it to the procedure");
    let now = person.scenario().steps()[&step].clone();
    assert_eq!(now.procedure, format!("{both}\nThen\nthe other one"));
    person.paste("Wipe\nCalibrate");
    person.click("2 steps of their own");
    assert_eq!(person.scenario().steps().len(), steps + 2);
    // Cells are steps all the same.
    person.click_card("Sight test");
    person.paste("step\ttime\nPolish\t20 s\n");
    person.step("Polish");
}

/// Where the steps stand that are not among some.
fn places(person: &Person, besides: &[&str]) -> Vec<Place> {
    let steps = person.scenario().steps().values();
    let stay = steps.filter(|step| !besides.contains(&step.name.as_str()));
    stay.map(|step| step.place()).collect()
}

#[test]
fn cards_that_go_to_a_drawn_sheet_lie_at_the_pointer_and_leave_it_as_it_is() {
    let computer = Computer::new();
    let mut here = window_on(&computer, office());
    let text = copy_cards(&mut here, &["Eye test", "Photograph"]);
    let names = ["Ask", "Wait", "Pay", "Leave"].map(str::to_owned).to_vec();
    let mut there = window_on(&computer, crate::context::chains(&[names], 150));
    let (before, stood) = (there.scenario().clone(), places(&there, &[]));
    let at = there.point_in(onstage::blueprint::Zone::Frontstage, 400);
    there.point_at(at);
    there.paste(&text);
    assert_eq!(there.scenario().steps().len(), 6);
    assert_eq!(places(&there, &["Eye test", "Photograph"]), stood, "a paste only adds");
    let now = there.scenario();
    assert!(now.lanes().iter().eq(before.lanes().iter()), "no lane");
    assert!(now.phases().iter().eq(before.phases().iter()), "and no phase");
    let one = there.card("Eye test");
    assert!((one.x - at.x).abs() < 4.0, "from the pointer on: {one:?} {at:?}");
    let dx = there.of("Photograph").at.x - there.of("Eye test").at.x;
    assert_eq!(dx, 144, "they keep how they lie");
    there.assert_apart();
    // Where nobody points, their phases come along at the end, and they are brought into view.
    there.undo();
    there.window.event(Event::PointerGone);
    there.wait();
    there.paste(&text);
    assert_eq!(there.scenario().phases().len(), 3);
    let area = there.app().sheet_on_screen().0;
    assert!(area.contains_rect(there.card_rect("Photograph")), "in view");
}

#[test]
fn cards_that_nobody_points_a_place_for_push_none_of_another_sheet() {
    let computer = Computer::new();
    let mut here = window_on(&computer, office());
    let text = copy_cards(&mut here, &["Eye test"]);
    let mut other = office();
    let scenario = other.baseline().id();
    other
        .edit(scenario, |scenario, _| {
            let mut steps = scenario.steps().iter();
            let (id, step) = steps.find(|(_, step)| step.name == "Eye test").expect("a step");
            let (id, mut step) = (*id, Step::clone(step));
            "Ear test".clone_into(&mut step.name);
            step.at.x -= 40;
            scenario.set_step(id, step.clone())?;
            scenario.place_step(id, step.place())
        })
        .expect("another test");
    let mut there = window_on(&computer, other);
    let before = places(&there, &[]);
    there.window.event(Event::PointerGone);
    there.wait();
    there.paste(&text);
    there.assert_apart();
    assert_eq!(places(&there, &["Eye test"]), before, "no card has moved");
}

#[test]
fn the_sheet_and_what_is_selected_are_copied_as_pictures() {
    let mut person = Person::new();
    let copied = |person: &mut Person| {
        person.at_once([key_press(Modifiers::COMMAND | Modifiers::SHIFT, Key::C)]);
        let commands = person.window.output().platform_output.commands.clone();
        person.wait();
        commands.into_iter().find_map(|command| match command {
            egui::OutputCommand::CopyImage(image) => Some(image.size),
            _ => None,
        })
    };
    let before = person.blueprint().clone();
    let whole = copied(&mut person).expect("a picture of the sheet");
    assert!(whole[0] > 1_500 && whole[1] > 800, "{whole:?}");
    assert!(person.sees("The sheet is copied as a picture"));
    person.click_card("Eye test");
    let part = copied(&mut person).expect("a picture of the card");
    assert!(part[0] < whole[0] / 3 && part[1] < whole[1] / 2, "{part:?} of {whole:?}");
    assert!(person.sees("1 step copied as a picture"));
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn a_group_that_is_pasted_right_of_a_flow_is_put_behind_it_and_splits_nothing() {
    let mut person = Person::new();
    let old: Vec<String> = person.names();
    let before: Vec<Place> = person.scenario().steps().values().map(|step| step.place()).collect();
    person.press(Modifiers::COMMAND, Key::A);
    let text = person.copied();
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::SHIFT, Key::Num1);
    let beyond = person.card_rect("Takes licence").right_center() + egui::Vec2::X * 60.0;
    person.point_at(beyond);
    person.paste(&text);
    assert_eq!(person.scenario().steps().len(), 2 * old.len());
    let now: Vec<Place> =
        person.scenario().steps().values().take(old.len()).map(|step| step.place()).collect();
    assert_eq!(now, before, "what was there stays");
}

#[test]
fn a_message_of_what_was_done_goes_when_it_is_undone() {
    let mut person = Person::new();
    person.press(Modifiers::COMMAND, Key::A);
    person.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft);
    assert!(person.sees("in another phase"));
    person.undo();
    assert!(!person.sees("in another phase"), "it is not so any more");
}
