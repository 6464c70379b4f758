//! What customers judge: the table of items, its pictures, and what is dragged in them.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::{Item, ReadingKind};
use onstage::wording::Language;

use crate::context::{Person, Setup, surveyed_office};

fn office() -> Setup {
    Person::at_blueprint(surveyed_office(Language::English)).size(1440.0, 900.0)
}

fn show(person: &mut Person, view: &str) {
    person.command(&person.word("command-show-quality"));
    person.click_role(Role::RadioButton, &person.word(view));
}

fn items(person: &Person) -> Vec<Item> {
    person.blueprint().judgements().quality.items.iter().map(|(_, item)| item.clone()).collect()
}

fn item(person: &Person, text: &str) -> Item {
    items(person).into_iter().find(|item| item.text == text).expect("an item")
}

const READY: &str = "Ready when promised";

#[test]
fn a_reading_is_typed_and_taken_back() {
    let mut person = office().open();
    show(&mut person, "items-view-items");
    person.click_cell(READY, "Should");
    person.type_text("6");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(item(&person, READY).readings.should, Some(6.0));
    assert_eq!(person.undo_code(), Some("edit-change-item"));
    person.undo();
    assert_eq!(item(&person, READY).readings.should, Some(6.5));
}

#[test]
fn what_cannot_be_stays_in_its_cell_and_says_why() {
    let mut person = office().open();
    show(&mut person, "items-view-items");
    for (column, text, why) in [
        ("Should", "9", "The scale goes from 1 to 7"),
        ("Dimension", "Kindness", "“Kindness” is not one of the choices"),
        ("Steps", "Nowhere", "There is no step called"),
    ] {
        let before = item(&person, READY);
        person.click_cell(READY, column);
        person.type_text(text);
        person.press(Modifiers::NONE, Key::Tab);
        let said = person.window.query_all_by_label_contains(why).count();
        assert!(said > 0, "{column}: {text}");
        assert_eq!(item(&person, READY), before);
    }
    // What a survey says is changed by no hand.
    person.click_cell("Seen as a person", "Perceived");
    person.type_text("5");
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.window.query_all_by_label_contains("may.csv says this").count() > 0);
}

#[test]
fn undoing_takes_back_what_was_refused() {
    let mut person = office().open();
    show(&mut person, "items-view-items");
    person.click_cell(READY, "Should");
    person.type_text("6");
    person.press(Modifiers::NONE, Key::Enter);
    person.click_cell(READY, "Dimension");
    person.type_text("Kindness");
    person.press(Modifiers::NONE, Key::Tab);
    let refused =
        |person: &Person| person.window.query_all_by_label_contains("Dimension: Kindness").count();
    assert!(refused(&person) > 0);
    person.undo();
    assert_eq!(refused(&person), 0);
}

#[test]
fn an_item_is_added_below_the_last_and_removed() {
    let mut person = office().open();
    show(&mut person, "items-view-items");
    let before = items(&person);
    person.click(&person.word("items-add"));
    assert_eq!(items(&person).len(), before.len() + 1);
    assert_eq!(person.undo_code(), Some("edit-add-item"));
    person.click_cell("New item", "Item");
    person.type_text("Clean floors");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(items(&person).last().map(|item| item.text.as_str()), Some("Clean floors"));
    person.click_cell("Clean floors", "Item");
    person.click(&person.word("items-remove"));
    assert_eq!(items(&person), before);
}

#[test]
fn an_empty_table_offers_the_classical_items() {
    for language in Language::ALL {
        let mut person = Person::at_first_sample().language(language).open();
        show(&mut person, "items-view-items");
        assert!(person.sees(&person.word("items-empty")));
        person.click(&person.word("items-add-classical"));
        assert_eq!(items(&person).len(), 22);
        assert!(items(&person).iter().all(|item| item.dimension.is_some()));
        for view in ["profile", "gaps", "importance", "kano"] {
            show(&mut person, &format!("items-view-{view}"));
            assert!(person.sees(&person.word(&format!("items-lack-{view}"))), "{view}");
        }
    }
}

#[test]
fn a_bar_is_moved_by_keys_and_dragged_as_one_edit() {
    let mut person = office().open();
    show(&mut person, "items-view-gaps");
    let standard =
        person.window.query_all_by_role(Role::Slider).nth(2).expect("a bar").rect().center();
    let mut held = None;
    person.drag_and_look(standard, standard - egui::vec2(0.0, 70.0), |person| {
        held = item(person, READY).readings.get(ReadingKind::Standard);
    });
    let held = held.expect("a standard");
    let dragged = item(&person, READY).readings.standard.expect("a standard");
    assert!((held - dragged).abs() < 1e-9, "what is seen is what is kept");
    assert!((dragged - 5.5).abs() > 0.05, "it moved: {dragged}");
    assert_eq!(person.undo_code(), Some("edit-change-item"));
    person.undo();
    assert_eq!(item(&person, READY).readings.standard, Some(5.5));
}

#[test]
fn a_row_of_a_picture_leads_to_the_step() {
    let mut person = office().open();
    show(&mut person, "items-view-profile");
    person.click_containing("Ready when promised: ");
    assert_eq!(person.selected(), ["Check violations"]);
    show(&mut person, "items-view-importance");
    person.click_containing("Told how long it takes: ");
    assert_eq!(person.selected(), ["Waits for check"]);
    show(&mut person, "items-view-gaps");
    assert!(person.window.query_all_by_label_contains("Told how long it takes: where").count() > 0);
}

/// Eight customers, of whom one left an answer out.
const ANSWERS: &str = "E_rel,P_rel,E_res,P_res,E_ass,P_ass,E_emp,P_emp,E_tan,P_tan
7,5,6,5,6,6,5,5,5,6
7,6,7,4,6,5,6,5,4,5
6,4,6,6,7,6,5,4,5,5
7,5,6,4,6,6,6,6,6,6
6,6,7,5,5,6,5,,4,6
7,4,6,5,7,6,6,4,5,5
";

#[test]
fn a_survey_that_is_pasted_is_offered_and_taken_as_one_edit() {
    let mut person = Person::at_first_sample().open();
    person.paste(ANSWERS);
    assert!(person.sees(&person.word("survey-title")));
    assert!(person.sees("6 asked"));
    assert!(person.blueprint().judgements().is_empty(), "nothing is taken before");
    person.click(&person.word("survey-take"));
    assert_eq!(person.blueprint().judgements().quality.surveys.len(), 1);
    assert_eq!(person.undo_code(), Some("edit-take-survey"));
    person.undo();
    assert!(person.blueprint().judgements().is_empty());
}

#[test]
fn what_is_wrong_with_a_survey_is_named_and_left_out_once_somebody_says_so() {
    let mut person = Person::at_first_sample().open();
    person.paste("E1,P1\n7,5\n6,nine\n5,4\n");
    assert!(person.window.query_all_by_label_contains("Row 3, column “P1”").count() > 0);
    person.click(&person.word("survey-leave-out"));
    assert!(person.blueprint().judgements().is_empty(), "nothing is taken yet");
    person.click(&person.word("survey-take"));
    let quality = &person.blueprint().judgements().quality;
    assert_eq!((quality.surveys.len(), quality.items.len()), (1, 22));
}

#[test]
fn a_survey_in_a_file_is_offered() {
    let computer = crate::context::Computer::new();
    let path = computer.file("may.csv", ANSWERS);
    let mut person = computer.start(None);
    person.command(&person.word("command-read-survey"));
    person.answer_path(&path);
    assert!(person.sees("may.csv"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.blueprint().judgements().is_empty());
}

#[test]
fn the_plane_names_its_axes_in_full_and_counts_what_it_cannot_name() {
    for language in Language::ALL {
        let setup = Person::at("licence-office-measured").language(language);
        let mut person = setup.size(1280.0, 720.0).open();
        show(&mut person, "items-view-importance");
        let axis = person.word("items-importance-axis-weight");
        let painted: Vec<String> = person.painted().into_iter().map(|(text, ..)| text).collect();
        assert!(
            !painted
                .iter()
                .any(|text| text.ends_with('…') && axis.starts_with(text.trim_end_matches('…')))
        );
        let all = person.blueprint().judgements().quality.items.len();
        let named = items(&person)
            .iter()
            .filter(|item| {
                painted.iter().any(|text| {
                    item.text.starts_with(text.trim_end_matches('…')) && text.chars().count() > 3
                })
            })
            .count();
        if named < all {
            let words = person.words();
            let told = (1..=all).any(|count| {
                let said = words.with("items-unnamed", &[("count", count.into())]);
                painted.contains(&said)
            });
            assert!(told, "{language:?}: {named} of {all} named: {painted:?}");
        }
    }
}

#[test]
fn what_the_demand_needs_is_told_and_where_it_was_measured() {
    for language in Language::ALL {
        let setup = Person::at("licence-office-measured").language(language);
        let mut person = setup.size(1440.0, 2600.0).open();
        person.press(Modifiers::COMMAND, Key::Num3);
        person.click(&person.word("resources-title"));
        let (words, blueprint) = (person.words(), person.blueprint().clone());
        let row = [("needed", 2.into()), ("planned", 2.into())];
        assert!(person.sees(&words.with("resources-row", &row)), "{language:?}: two officers");
        let name = blueprint.baseline().name().to_owned();
        let measured = words.with("quality-measured-on", &[("name", name.into())]);
        let told = |person: &Person| person.window.query_all_by_label_contains(&measured).count();
        assert_eq!(told(&person), 0);
        let other = blueprint.scenarios()[1].name().to_owned();
        // The tab stands before what is said of that scenario beside the sheet.
        let tab = person.window.query_all_by_label_contains(&other).next();
        tab.expect("a tab").click();
        person.wait();
        assert!(told(&person) > 0, "{language:?}");
    }
}

#[test]
fn what_is_chosen_stays_where_it_is() {
    let mut person = office().open();
    show(&mut person, "items-view-items");
    let views = ["items-view-items", "items-view-profile", "items-view-gaps", "items-view-kano"];
    let places = |person: &Person| {
        views.map(|view| {
            person.window.get_by_role_and_label(Role::RadioButton, &person.word(view)).rect()
        })
    };
    let before = places(&person);
    for view in views {
        person.click_role(Role::RadioButton, &person.word(view));
        assert_eq!(places(&person), before, "{view}");
    }
}

#[test]
fn a_survey_that_is_removed_is_named_and_comes_back() {
    let mut person = office().open();
    show(&mut person, "items-view-items");
    let source = |person: &Person| {
        let quality = &person.blueprint().judgements().quality;
        quality.surveys.last().map(|survey| survey.source.clone())
    };
    let name = source(&person).expect("a survey");
    person.click(&format!("Remove the survey “{name}”"));
    assert_eq!(source(&person), None);
    let said = format!("The survey “{name}” with");
    assert!(person.window.query_all_by_label_contains(&said).next().is_some());
    person.undo();
    assert_eq!(source(&person), Some(name));
}
