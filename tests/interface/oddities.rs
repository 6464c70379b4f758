//! What people do that nobody planned: keys in the middle of a drag, ways that no card ends.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Vec2};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::{Blueprint, LinkEnd, LinkKind, Place, SheetPoint, Zone};
use onstage::editor::{DocumentEdit, Edit};

use crate::context::Person;

#[test]
fn undo_in_the_middle_of_a_drag_takes_only_the_drag_back() {
    let mut person = Person::new();
    person.click_card("Eye test");
    person.press(Modifiers::NONE, Key::ArrowRight);
    let before = person.blueprint().clone();
    let from = person.card("Photograph");
    person.drag_and_look(from, from + Vec2::new(0.0, 120.0), |person| {
        assert_ne!(*person.blueprint(), before, "it moves while it is dragged");
        person.undo();
        assert_eq!(*person.blueprint(), before, "the step before the drag stays done");
    });
    assert_eq!(*person.blueprint(), before, "the hand holds nothing any more");
    assert!(person.app().editor().undo_name().is_some());
    assert!(person.app().editor().redo_name().is_none());
}

#[test]
fn no_command_pulls_a_card_from_under_the_hand() {
    let mut person = Person::new();
    let steps = person.scenario().steps().len();
    let from = person.card("Photograph");
    person.drag_and_look(from, from + Vec2::new(0.0, 120.0), |person| {
        person.press(Modifiers::NONE, Key::Delete);
        person.press(Modifiers::COMMAND, Key::D);
        assert_eq!(person.scenario().steps().len(), steps);
    });
    assert_eq!(person.scenario().steps().len(), steps);
    let moved = person.of("Photograph");
    assert_eq!(person.scenario().zone_of(moved), Zone::Backstage, "the drag went on");
    person.undo();
    assert!(person.app().editor().undo_name().is_none(), "one step to undo");
}

#[test]
fn customers_may_leave_or_come_back_at_a_decision() {
    let mut person = Person::at_an_empty_sheet();
    let decision = person.add("Decision", Zone::Customer, 200, "Content?");
    for way in ["Customers may leave here", "Customers may come back here"] {
        let at = person.card("Content?");
        person.button(at, PointerButton::Secondary);
        person.click(way);
    }
    let ends: Vec<LinkEnd> = person.scenario().links().values().map(|link| link.to).collect();
    assert_eq!(ends, [LinkEnd::Outside, LinkEnd::Step(decision)]);
    assert!(person.scenario().links().values().all(|link| link.kind == LinkKind::Flow));
    let at = person.card("Content?");
    person.button(at, PointerButton::Secondary);
    assert!(!person.sees("Customers may leave here"), "once is enough");
}

#[test]
fn the_whole_sheet_is_shown_by_the_digit_whatever_sign_it_writes() {
    let mut person = Person::new();
    let whole = person.app().card_on_screen(person.step("Eye test"));
    person.press(Modifiers::COMMAND, Key::Plus);
    assert_ne!(person.app().card_on_screen(person.step("Eye test")), whole);
    // What a keyboard sends for Shift and 1.
    person.window.event(Event::Key {
        key: Key::Exclamationmark,
        physical_key: Some(Key::Num1),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::SHIFT,
    });
    person.wait();
    assert_eq!(person.app().card_on_screen(person.step("Eye test")), whole);
}

#[test]
fn a_scenario_is_renamed_where_it_is_seen() {
    let mut person = Person::new();
    let tab = person.window.get_by_role_and_label(Role::Tab, "As-is 60 /h").rect().center();
    person.button(tab, PointerButton::Secondary);
    person.click("Rename scenario");
    person.press(Modifiers::COMMAND, Key::A);
    person.enter("Today");
    assert_eq!(person.scenario().name(), "Today");
}

#[test]
fn enter_presses_the_button_that_has_the_focus() {
    let mut person = Person::new();
    person.click_card("Eye test");
    person.press(Modifiers::NONE, Key::ArrowRight);
    person.press(Modifiers::COMMAND, Key::N);
    person.window.get_by_label("Cancel").focus();
    person.wait();
    person.press(Modifiers::NONE, Key::Enter);
    assert!(!person.sees("Save changes to"));
    assert!(!person.sees("Path of the file"), "nothing is saved");
    assert!(person.app().editor().is_modified());
}

#[test]
fn a_dialog_takes_the_keys_from_the_field_behind_it() {
    let mut person = Person::new();
    let at = person.card("Eye test");
    person.click_at(at);
    person.begin_to_fill("Time", "50 s");
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    person.enter("/nowhere/at/all/office.ron");
    assert!(person.sees("The file could not be saved"));
    person.press(Modifiers::NONE, Key::Enter);
    assert!(!person.sees("The file could not be saved"));
    assert_eq!(person.capacity(), Some(60.0));
    assert!(person.app().editor().is_modified(), "what was typed before stays");
}

#[test]
fn a_lane_is_renamed_from_its_own_menu() {
    let mut person = Person::new();
    let lane = person.scenario().lanes_of(Zone::Backstage).next().expect("a lane").0;
    let at = egui::Pos2::new(204.0, person.card("Check violations").y);
    person.button(at, PointerButton::Secondary);
    person.click("Rename");
    person.enter("Archive");
    assert_eq!(person.scenario().lanes()[&lane].name, "Archive");
    person.undo();
    assert_eq!(person.scenario().lanes()[&lane].name, "", "one step to undo");
}

#[test]
fn a_sheet_of_many_lanes_is_opened_readable_and_shown_whole_on_demand() {
    let mut blueprint = Person::new().blueprint().clone();
    let scenario = blueprint.baseline().id();
    let added: Result<(), onstage::blueprint::Refusal> =
        blueprint.edit(scenario, |scenario, ids| {
            for _ in 0..30 {
                scenario.add_lane(onstage::blueprint::Lane::new(Zone::Backstage), ids);
            }
            Ok(())
        });
    added.expect("lanes can be added");
    let mut person = Person::at_blueprint(blueprint).open();
    assert!(person.sees("Hands in form, "), "cards can be read");
    let height = |person: &Person| {
        let step = person.step("Hands in form");
        person.app().card_on_screen(step).expect("a card").height()
    };
    let opened = height(&person);
    person.press(Modifiers::SHIFT, Key::Num1);
    assert!(height(&person) < opened / 2.0, "{} of {opened}", height(&person));
}

#[test]
fn a_link_let_go_over_an_empty_place_makes_a_step_to_be_named() {
    let mut person = Person::new();
    let from = person.card("Takes licence");
    person.window.hover_at(from);
    person.window.run_steps(2);
    let card = person.card_rect("Takes licence");
    let free = egui::Pos2::new(from.x, person.card("Violations database").y);
    person.drag(card.right_center(), free);
    person.enter("Archive copy");
    let step = person.step("Archive copy");
    assert_eq!(person.scenario().zone_of(&person.scenario().steps()[&step]), Zone::Support);
    assert_eq!(person.scenario().links_at(step).count(), 1);
}

#[test]
fn a_card_dragged_away_and_back_has_not_moved() {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    let from = person.card("Photograph");
    person.drag_and_look(from, from + Vec2::new(0.0, 120.0), |person| {
        assert_ne!(*person.blueprint(), before);
        for y in [60.0, 0.0] {
            person.window.hover_at(from + Vec2::new(0.0, y));
            person.window.run_steps(2);
        }
        person.window.drop_at(from);
        person.window.step();
        person.wait();
        assert_eq!(*person.blueprint(), before);
        assert!(person.app().editor().undo_name().is_none(), "nothing to undo");
    });
}

#[test]
fn what_is_said_of_a_move_is_said_of_where_it_ends() {
    let mut person = Person::new();
    let from = person.card("Photograph");
    let hidden = egui::Pos2::new(from.x, person.card("Check violations").y);
    // The last move is made in the pass in which the button is let go.
    person.window.hover_at(from);
    person.window.step();
    person.window.drag_at(from);
    person.window.step();
    person.window.hover_at(from + Vec2::new(8.0, 0.0));
    person.window.step();
    person.window.event(Event::PointerMoved(hidden));
    person.window.drop_at(hidden);
    person.window.step();
    person.wait();
    let moved = person.of("Photograph");
    assert!(!person.scenario().zone_of(moved).is_visible());
    assert!(person.sees("Now behind the line of visibility"));
}

#[test]
fn two_arrows_in_one_pass_both_count() {
    let mut person = Person::new();
    let at = person.card("Eye test");
    person.click_at(at);
    let place = |person: &Person| person.of("Eye test").at;
    let before = place(&person);
    for key in [Key::ArrowRight, Key::ArrowDown, Key::ArrowRight] {
        person.window.event(Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    person.wait();
    let after = place(&person);
    assert_eq!((after.x - before.x, after.y - before.y), (2, 1));
}

#[test]
fn a_duplicate_is_put_right_by_its_own_recovery_step() {
    let mut blueprint = Person::new().blueprint().clone();
    let id = blueprint.baseline().id();
    let named = |name: &str| {
        let steps = blueprint.baseline().steps();
        steps.iter().find(|(_, step)| step.name == name).map(|(id, _)| *id).expect("a step")
    };
    let (fails, mends) = (named("Eye test"), named("Photograph"));
    let edit = |blueprint: &mut Blueprint, edit: Edit| {
        DocumentEdit::from(edit).apply(blueprint, id).expect("an edit")
    };
    let mut step = onstage::blueprint::Step::clone(&blueprint.baseline().steps()[&fails]);
    step.fail.get_or_insert_default().recovery_step = Some(mends);
    edit(&mut blueprint, Edit::SetSteps(vec![(fails, step)]));
    let recovery = |blueprint: &Blueprint, name: &str, at: usize| {
        let steps = blueprint.baseline().steps();
        let named: Vec<_> = steps.iter().filter(|(_, step)| step.name == name).collect();
        let (id, step) = named[at];
        (*id, step.fail.as_ref().and_then(|fail| fail.recovery_step))
    };
    let mut both = blueprint.clone();
    edit(&mut both, Edit::DuplicateSteps([fails, mends].into(), (24, 24)));
    let (own, _) = recovery(&both, "Photograph", 1);
    assert_eq!(recovery(&both, "Eye test", 1).1, Some(own));
    assert_eq!(recovery(&both, "Eye test", 0).1, Some(mends));
    edit(&mut blueprint, Edit::DuplicateSteps([fails].into(), (24, 24)));
    assert_eq!(recovery(&blueprint, "Eye test", 1).1, Some(mends), "else the original's");
}

#[test]
fn what_is_pasted_is_put_right_by_what_came_with_it_and_by_nothing_else() {
    use onstage::blueprint::{Blueprint, Scenario, StepId};
    let mut from = Person::new().blueprint().clone();
    let id = from.baseline().id();
    let named = |scenario: &Scenario, name: &str| -> Vec<StepId> {
        let steps = scenario.steps().iter().filter(|(_, step)| step.name == name);
        steps.map(|(id, _)| *id).collect()
    };
    let (fails, mends) =
        (named(from.baseline(), "Eye test")[0], named(from.baseline(), "Photograph")[0]);
    let mut step = onstage::blueprint::Step::clone(&from.baseline().steps()[&fails]);
    step.fail.get_or_insert_default().recovery_step = Some(mends);
    DocumentEdit::from(Edit::SetSteps(vec![(fails, step)])).apply(&mut from, id).expect("an edit");
    let recovery = |scenario: &Scenario, step: StepId| {
        scenario.steps()[&step].fail.as_ref().and_then(|fail| fail.recovery_step)
    };
    let mut other = Blueprint::empty("", "As-is");
    let there = other.baseline().id();
    // In the other blueprint other things bear the numbers of these steps.
    for _ in 0..40 {
        let steps = other.baseline().fragment(&std::collections::BTreeSet::default());
        let _ = other.edit(there, |scenario, ids| {
            let place = Place {
                lane: *scenario.lanes().keys().next().expect("a lane"),
                phase: *scenario.phases().keys().next().expect("a phase"),
                at: SheetPoint::new(72, 60),
            };
            let kind = onstage::blueprint::StepKind::Action;
            scenario.add_step(onstage::blueprint::Step::new("Other", kind, place), ids)?;
            scenario.add_fragment(&steps, None, ids)
        });
    }
    assert!(other.baseline().steps().contains_key(&mends), "the number is taken");
    for (blueprint, id) in [(from.clone(), id), (other, there)] {
        let paste = |steps: &[StepId]| -> (Scenario, Vec<StepId>) {
            let fragment = from.baseline().fragment(&steps.iter().copied().collect());
            let mut changed = blueprint.clone();
            let mut pasted = Vec::new();
            let edited = changed.edit(id, |scenario, ids| {
                pasted = scenario.add_fragment(&fragment, None, ids)?;
                Ok(())
            });
            edited.expect("an edit");
            (changed.baseline().as_ref().clone(), pasted)
        };
        let (scenario, pasted) = paste(&[fails]);
        assert_eq!(recovery(&scenario, pasted[0]), None, "alone it points at no step");
        assert!(scenario.steps()[&pasted[0]].fail.is_some(), "it may still fail");
        let (scenario, pasted) = paste(&[fails, mends]);
        let own = pasted.iter().find(|step| scenario.steps()[*step].name == "Photograph");
        let failing = pasted.iter().find(|step| scenario.steps()[*step].name == "Eye test");
        assert_eq!(recovery(&scenario, *failing.expect("pasted")), own.copied());
    }
}

/// Characters that no bundled font has are shown as something, and bring nothing down.
#[test]
fn characters_that_no_font_has_do_no_harm() {
    let strange = "掛號 🦆👩‍⚕️ ลงทะเบียน नमस्ते 𠮷 \u{202e}abc \u{fffd}\u{e000}";
    // As in the program: only the tests' window insists on a font for every letter.
    let at_a_sheet = || {
        let person = Person::at_an_empty_sheet();
        person.window.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
        person
    };
    let mut person = at_a_sheet();
    let step = person.add("Frontstage action", Zone::Frontstage, 200, strange);
    assert_eq!(person.scenario().steps()[&step].name, strange);
    assert!(person.sees("掛號"), "its card says so");
    person.press(Modifiers::COMMAND, Key::F);
    person.type_text("掛");
    person.press(Modifiers::NONE, Key::Escape);
    let table = format!("step\trole\ttime\n{strange}\tพยาบาล\t5 min\n🦆\t護士\t3 min\n");
    let mut person = at_a_sheet();
    person.paste(&table);
    assert_eq!(person.scenario().steps().len(), 2);
    assert_eq!(person.capacity(), Some(12.0), "it counts like any other");
    person.press(Modifiers::COMMAND, Key::L);
    let drawn = person.window.ctx.fonts_mut(|fonts| {
        let size = |text: &str| {
            let letters = egui::FontId::proportional(13.0);
            fonts.layout_no_wrap(text.to_owned(), letters, egui::Color32::BLACK).size().x
        };
        ["掛", "🦆", "ล"].map(size)
    });
    assert!(drawn.iter().all(|width| *width > 2.0), "a sign or a box: {drawn:?}");
}

#[test]
fn an_untouched_sheet_speaks_the_language_of_the_window() {
    let mut person = Person::at_an_empty_sheet();
    assert_eq!(person.scenario().name(), "As-is");
    let switch = |person: &mut Person, language: &str| {
        person.command(language);
    };
    switch(&mut person, "中文");
    assert_eq!(person.scenario().name(), "现状");
    assert!(!person.app().editor().is_modified() && person.app().editor().undo_name().is_none());
    switch(&mut person, "English");
    assert_eq!(person.scenario().name(), "As-is");
    // What somebody drew keeps its words.
    person.press(Modifiers::NONE, Key::N);
    person.enter("Ask");
    switch(&mut person, "中文");
    assert_eq!(person.scenario().name(), "As-is");
}

#[test]
fn the_edges_of_panels_have_a_name() {
    let person = Person::new();
    assert!(person.window.query_all_by_label("Resize panel").count() >= 2);
}
