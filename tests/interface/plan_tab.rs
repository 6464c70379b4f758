//! The improvement plan below the sheet.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::{Action, Brings};
use onstage::drawing::charts::Easel;
use onstage::drawing::{DisplayList, Rect, Shape, Typesetter};
use onstage::pictures::{Improving, Shown};
use onstage::wording::{Language, Wording};

use crate::context::{Person, day_of_2040, planned_office};

fn at_the_plan() -> Person {
    let setup = Person::at_blueprint(planned_office(Language::English)).size(1440.0, 900.0);
    let mut person = setup.open();
    person.command("Improvement plan");
    person
}

fn action(person: &Person, name: &str) -> Action {
    let actions = &person.blueprint().judgements().plan.actions;
    actions.iter().find(|(_, action)| action.name == name).map(|(_, it)| it.clone()).expect(name)
}

/// The bar of an action.
fn bar(person: &Person, name: &str) -> egui::Rect {
    let start = format!("{name}, ");
    let mut bars = person.window.get_all_by_role(Role::Slider);
    let is_it = |label: Option<String>| label.is_some_and(|label| label.starts_with(&start));
    bars.find(|node| is_it(node.accesskit_node().label())).expect(name).rect()
}

/// How wide a day is.
fn day(person: &Person) -> f32 {
    bar(person, "Second records officer").width() / 30.0
}

#[test]
fn a_bar_is_dragged_as_one_step() {
    let mut person = at_the_plan();
    let before = person.blueprint().clone();
    let (train, day) = (bar(&person, "Train the clerks"), day(&person));
    let middle = train.center();
    person.drag(middle, middle + egui::vec2(5.2 * day, 0.0));
    assert_eq!(action(&person, "Train the clerks").start, Some(day_of_2040(6, 6)));
    assert_eq!(action(&person, "Train the clerks").days, 10);
    person.undo();
    assert_eq!(*person.blueprint(), before, "a drag is one step");
    let end = Pos2::new(train.right() - 2.0, middle.y);
    person.drag(end, end + egui::vec2(4.1 * day, 0.0));
    assert_eq!(action(&person, "Train the clerks").days, 14);
    assert_eq!(action(&person, "Train the clerks").start, None);
    person.undo();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn an_action_dragged_before_what_it_waits_for_begins_as_early_as_it_can() {
    let mut person = at_the_plan();
    let (merge, day) = (bar(&person, "Merge review and eye test"), day(&person));
    person.drag(merge.center(), merge.center() + egui::vec2(6.0 * day, 0.0));
    assert_eq!(action(&person, "Merge review and eye test").start, Some(day_of_2040(7, 7)));
    let merge = bar(&person, "Merge review and eye test");
    person.drag(merge.center(), merge.center() - egui::vec2(20.0 * day, 0.0));
    assert_eq!(action(&person, "Merge review and eye test").start, None);
}

#[test]
fn bars_have_names_and_follow_the_arrows() {
    let mut person = at_the_plan();
    let said = "Train the clerks, 1 June 2040 to 11 June 2040, 10 days, 34 days of slack, improvement: planned";
    person.window.get_by_role_and_label(Role::Slider, said).focus();
    person.wait();
    person.press(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(action(&person, "Train the clerks").start, Some(day_of_2040(6, 2)));
    person.press(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(action(&person, "Train the clerks").start, None);
    person.press(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(action(&person, "Train the clerks").days, 11);
    // Who moved it sees its fields.
    assert_eq!(person.shown_in("Days"), "11");
}

#[test]
fn what_a_plan_brings_is_worked_out_anew() {
    let mut person = at_the_plan();
    assert!(person.sees("90 /h on 1 Jul, 120 /h on 6 Jul, on time"));
    person.click_at(bar(&person, "Second records officer").center());
    person.fill_and_enter("Days", "20");
    assert!(person.sees("90 /h on 21 Jun, 120 /h on 26 Jun, on time"));
    // With more room nothing is scrolled away.
    person.press(Modifiers::NONE, Key::F9);
    person.choose("Leads to", "No scenario");
    person.press(Modifiers::NONE, Key::F9);
    assert!(
        person.sees("1 Jun to 20 Jul, no action late"),
        "nobody is on time who has nowhere to be"
    );
}

#[test]
fn fields_change_an_action() {
    let mut person = at_the_plan();
    person.click_at(bar(&person, "Train the clerks").center());
    person.fill_and_enter("Owner", "Mr Li");
    person.fill_and_enter("Cost", "$450");
    person.fill_and_enter("Done on", "2040-6-9");
    person.choose("Stage", "Evaluate");
    let train = action(&person, "Train the clerks");
    assert_eq!(train.owner, "Mr Li");
    assert_eq!(train.cost.map(onstage::blueprint::Quantity::get), Some(450.0));
    assert_eq!(train.done, Some(day_of_2040(6, 9)));
    assert_eq!(train.stage, onstage::blueprint::ActionStage::Evaluate);
    person.fill_and_enter("Not before", "2040-6-10");
    let start = action(&person, "Train the clerks").start;
    assert_eq!(start, None, "it was done before that");
    person.fill_and_enter("Not before", "tomorrow");
    assert_eq!(action(&person, "Train the clerks").start, None, "what is no date is not taken");
}

#[test]
fn a_circle_cannot_be_made() {
    let mut person = at_the_plan();
    person.click_at(bar(&person, "Train the clerks").center());
    person.click_role(Role::Button, "After");
    // What waits for it is greyed.
    let others = person.window.get_all_by_role(Role::CheckBox);
    let enabled: Vec<String> = others
        .filter(|node| !node.accesskit_node().is_disabled())
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(enabled, ["Second records officer"]);
    person.click_role(Role::CheckBox, "Second records officer");
    assert_eq!(action(&person, "Train the clerks").after.len(), 1);
}

#[test]
fn an_action_is_added_and_removed() {
    let mut person = at_the_plan();
    let before = person.blueprint().judgements().clone();
    person.click("Add action");
    assert_eq!(action(&person, "New action").brings, Brings::These(Vec::new()));
    person.fill_and_enter("Action", "Paint the hall");
    assert_eq!(action(&person, "Paint the hall").days, 10);
    person.click("Remove action");
    assert_eq!(*person.blueprint().judgements(), before);
    person.click_at(bar(&person, "Train the clerks").center());
    person.click("Remove action");
    let merge = action(&person, "Merge review and eye test");
    assert_eq!(merge.after.len(), 1, "nothing waits for what is gone");
}

#[test]
fn what_is_put_into_a_plan_that_began_long_ago_begins_today() {
    let mut blueprint = planned_office(Language::English);
    let mut judgements = blueprint.judgements().as_ref().clone();
    let long_ago = onstage::blueprint::Date::of(2001, 1, 1).expect("a day");
    judgements.plan.start = Some(long_ago);
    blueprint.set_judgements(judgements);
    let mut person = Person::at_blueprint(blueprint).size(1440.0, 900.0).open();
    person.command("Improvement plan");
    person.click("Add action");
    let start = action(&person, "New action").start.expect("a day");
    assert!(start > long_ago);
}

#[test]
fn a_plan_is_begun_where_there_is_none() {
    for language in Language::ALL {
        let mut person = Person::at_first_sample().language(language).open();
        let name = person.word("command-show-plan");
        person.command(&name);
        let begin = person.word("plan-begin");
        person.click(&begin);
        let plan = person.blueprint().judgements().plan.clone();
        assert_eq!(plan.actions.len(), 1);
        assert!(plan.start.is_some() && plan.target.is_some());
        person.type_text("Train clerks");
        person.press(Modifiers::NONE, Key::Enter);
        assert_eq!(person.blueprint().judgements().plan.actions[0].1.name, "Train clerks");
        person.undo();
        person.undo();
        assert!(person.blueprint().judgements().is_empty());
    }
}

#[test]
fn the_pictures_can_be_taken_along() {
    let blueprint = planned_office(Language::English);
    let (scenario, words) = (blueprint.baseline(), Wording::new(Language::English));
    let analysis = onstage::analysis::analyse(scenario);
    let currency = blueprint.currency();
    let shown = Shown { scenario, analysis: &analysis, words: &words, currency };
    let text = Typesetter::new(1.0);
    let area = Rect::new(0.0, 0.0, 960.0, 540.0);
    let easel = Easel::of(area.size(), &text);
    for (picture, said) in [
        (Improving::Risk, "90.2 % leave without a failure"),
        (Improving::Indicators, "2 of 3 targets met"),
        (Improving::Plan, "90 /h on 1 Jul, 120 /h on 6 Jul"),
    ] {
        assert!(picture.is_there(&blueprint, scenario));
        let mut list = DisplayList::new();
        let told = picture.draw(&blueprint, &shown, None, &easel, area, &mut list);
        assert!(told.is_some_and(|told| told.contains(said)), "{picture:?}");
        let inside = |item: onstage::drawing::Item<'_>| match item.shape {
            Shape::Rect { rect, .. } => area.grown(3.0).encloses(rect),
            _ => true,
        };
        assert!(!list.is_empty() && list.iter().all(inside), "{picture:?}");
    }
    for language in Language::ALL {
        let blueprint = onstage::storage::sample("licence-office-measured").expect("a sample");
        let blueprint = blueprint.open_in(language.code()).expect("it opens");
        let (scenario, words) = (blueprint.baseline(), Wording::new(language));
        let analysis = onstage::analysis::analyse(scenario);
        let shown = Shown { scenario, analysis: &analysis, words: &words, currency };
        for (picture, least) in [
            (Improving::Trend, 12),
            (Improving::Parts, 15),
            (Improving::Needs, 3),
            (Improving::Views, 28),
        ] {
            if !picture.is_there(&blueprint, scenario) {
                assert_ne!(picture, Improving::Views);
                continue;
            }
            let mut list = DisplayList::new();
            let told = picture.draw(&blueprint, &shown, None, &easel, area, &mut list);
            assert!(told.is_some_and(|told| told.contains(words.text(picture.key()))));
            let texts = list.iter().filter_map(|item| match item.shape {
                Shape::Text { text, .. } => Some(text.to_owned()),
                _ => None,
            });
            let texts: Vec<String> = texts.collect();
            assert!(texts.len() >= least, "{picture:?}: {texts:?}");
            assert!(!texts.iter().any(|text| text.ends_with('…')), "{picture:?}: {texts:?}");
        }
    }
    let nothing = onstage::blueprint::Blueprint::empty("A", "B");
    let scenario = nothing.baseline();
    assert!(Improving::ALL.iter().all(|picture| !picture.is_there(&nothing, scenario)));
}

#[test]
fn names_are_whole_where_there_is_room_and_the_log_stays_in_its_panel() {
    for enlarged in [false, true] {
        let mut person = Person::at("licence-office-measured").size(1920.0, 1080.0).open();
        person.command("Improvement plan");
        if enlarged {
            person.press(Modifiers::NONE, Key::F9);
        }
        let judgements = std::sync::Arc::clone(person.blueprint().judgements());
        let painted = person.painted();
        for (_, action) in &judgements.plan.actions {
            let is_whole = painted.iter().any(|(text, ..)| *text == action.name);
            assert!(is_whole || !enlarged, "{}", action.name);
        }
        let log = judgements.log.iter().map(|entry| entry.text.as_str());
        let right =
            painted.iter().find(|(text, ..)| text == "Begins").expect("the form").1.left() + 270.0;
        for text in log {
            let Some((_, place, _)) = painted.iter().find(|(own, ..)| own == text) else {
                continue;
            };
            assert!(place.right() <= right, "{text} at {place:?}, edge {right}");
        }
    }
}
