//! What is seen of the sheet: zoom, fit, the map, and where a name is written.

use egui::{Event, Key, Modifiers, Rect, Vec2};
use onstage::blueprint::{Place, Refusal, SheetPoint, Step, StepId, StepKind};

use crate::context::{Person, chains};

const CTRL: Modifiers = Modifiers::COMMAND;

/// A window on a row of so many cards.
fn at_a_long_row(steps: usize) -> Person {
    let chain = (1..=steps).map(|number| format!("Step {number}")).collect();
    Person::at_blueprint(chains(&[chain], 150)).open()
}

impl Person {
    /// The part of the window that shows the sheet: right of the strip of names.
    fn sheet_in_window(&self) -> Rect {
        self.app().sheet_on_screen().0
    }

    fn wheel(&mut self, unit: egui::MouseWheelUnit, delta: Vec2, modifiers: Modifiers) {
        let phase = egui::TouchPhase::Move;
        let source = egui::MouseWheelSource::Wheel;
        self.window.event(Event::ModifiersChanged(modifiers));
        self.window.event(Event::MouseWheel { unit, delta, phase, source, modifiers });
        self.window.run_steps(30);
        self.window.event(Event::ModifiersChanged(Modifiers::NONE));
        self.wait();
    }

    /// How large the sheet is seen, 1 being 100 %.
    fn zoom_by_card(&self, name: &str) -> f32 {
        self.card_rect(name).width() / 124.0
    }
}

#[test]
fn a_notch_of_the_wheel_zooms_a_little_around_the_pointer() {
    let mut person = at_a_long_row(30);
    let at = person.card("Step 3") + Vec2::new(10.0, 4.0);
    person.window.hover_at(at);
    let before = person.card_rect("Step 3");
    person.wheel(egui::MouseWheelUnit::Line, Vec2::new(0.0, 1.0), CTRL);
    let after = person.card_rect("Step 3");
    let factor = after.width() / before.width();
    assert!((factor - 1.15).abs() < 0.005, "{factor}");
    let share = |rect: Rect| (at - rect.min) / rect.size();
    assert!((share(before) - share(after)).length() < 0.03, "{before:?} {after:?}");
    person.wheel(egui::MouseWheelUnit::Line, Vec2::new(0.0, -1.0), CTRL);
    let back = person.card_rect("Step 3").width() / before.width();
    assert!((back - 1.0).abs() < 0.01, "{back}");
}

#[test]
fn keys_zoom_by_steps_that_meet_a_hundred_percent() {
    let mut person = at_a_long_row(30);
    person.press(CTRL, Key::Minus);
    let mut seen = Vec::new();
    for _ in 0..6 {
        person.press(CTRL, Key::Plus);
        seen.push((person.zoom_by_card("Step 1") * 100.0).round());
    }
    assert!(seen.contains(&100.0) && seen.is_sorted(), "{seen:?}");
}

#[test]
fn the_sheet_is_never_lost() {
    let mut person = at_a_long_row(40);
    let area = person.sheet_in_window();
    person.window.hover_at(area.center());
    let in_view = |person: &Person| {
        let (first, last) = (person.card_rect("Step 1"), person.card_rect("Step 40"));
        let across = last.right().min(area.right()) - first.left().max(area.left());
        let down = first.intersect(area).height();
        (across / area.width(), down / first.height())
    };
    let far = 9_000.0;
    for (x, y) in [(far, 0.0), (0.0, far), (-far, 0.0), (0.0, -far), (-far, -far), (far, far)] {
        person.wheel(egui::MouseWheelUnit::Point, Vec2::new(x, y), Modifiers::NONE);
        let (across, _) = in_view(&person);
        assert!(across > 0.4, "after ({x}, {y}): {across}");
        let all = person.app().sheet_on_screen().1;
        let void_below = area.bottom() - all.bottom();
        let cut_above = area.top() - all.top();
        assert!(void_below.min(cut_above) < 40.0, "after ({x}, {y}): {all:?} in {area:?}");
    }
    for key in [Key::Minus, Key::Plus] {
        for _ in 0..24 {
            person.press(CTRL, key);
            let all = person.app().sheet_on_screen().1;
            let (void, cut) = (area.bottom() - all.bottom(), area.top() - all.top());
            assert!(void.min(cut) < 40.0, "{key:?}: {all:?} in {area:?}");
            assert!(area.intersect(all).width() > 0.4 * area.width().min(all.width()));
        }
    }
}

#[test]
fn fit_shows_whatever_there_is_and_says_how_large() {
    let mut person = at_a_long_row(300);
    person.press(Modifiers::SHIFT, Key::Num1);
    let area = person.sheet_in_window().expand(1.0);
    let all = person.app().sheet_on_screen().1;
    assert!(area.contains_rect(all), "{all:?} in {area:?}");
    let percent = f64::from(person.zoom_by_card("Step 1"));
    assert!(percent < 0.05);
    assert!(person.sees(&person.words().percent(percent)), "{percent}");
}

#[test]
fn a_long_sheet_opens_at_its_start_in_a_size_that_reads() {
    let person = at_a_long_row(60);
    assert!(person.zoom_by_card("Step 1") > 0.79);
    assert!(person.sheet_in_window().contains_rect(person.card_rect("Step 1")));
}

#[test]
fn what_was_found_comes_to_the_middle() {
    let mut person = at_a_long_row(60);
    person.press(CTRL, Key::F);
    person.enter("Step 30");
    let (card, area) = (person.card("Step 30"), person.sheet_in_window());
    assert!((card.x - area.center().x).abs() < 2.0, "{card:?} in {area:?}");
}

#[test]
fn another_size_of_the_view_leaves_the_sheet_where_it_is() {
    let mut person = at_a_long_row(60);
    person.press(CTRL, Key::F);
    person.enter("Step 30");
    let before = person.card("Step 30");
    person.window.set_size(Vec2::new(1280.0, 720.0));
    person.wait();
    assert!((person.card("Step 30").x - before.x).abs() < 0.5);
    person.window.set_size(Vec2::new(1440.0, 900.0));
    person.wait();
    // A panel that opens at the right covers the far end, one at the left pushes the whole along.
    for (key, beside) in [(Key::F7, false), (Key::F6, true)] {
        let (before, left) = (person.card("Step 30"), person.sheet_in_window().left());
        for _ in 0..2 {
            person.press(Modifiers::NONE, key);
            person.let_pass(1);
            let moved = person.card("Step 30").x - before.x;
            let pushed = person.sheet_in_window().left() - left;
            assert!((moved - pushed).abs() < 0.5, "{key:?}: {moved} {pushed}");
            assert!(beside || pushed.abs() < 0.5);
        }
    }
}

#[test]
fn the_map_helps_where_little_is_seen_and_gives_way() {
    let mut person = at_a_long_row(60);
    let map = person.place_of("Map of the sheet");
    assert!(map.height() > 40.0, "a long sheet is no hairline: {map:?}");
    let cards = (1..=60).map(|number| person.card_rect(&format!("Step {number}")));
    assert!(cards.into_iter().all(|card| !card.intersects(map)), "it lies over empty ground");
    assert!(person.sheet_in_window().contains_rect(map), "beside the names of lanes");
    person.press(Modifiers::SHIFT, Key::Num1);
    assert!(!person.sees("Map of the sheet"), "all is seen");
}

/// A window on rows of cards in every lane, at 100 %: wherever the map lies, cards lie there too.
fn at_a_full_sheet() -> Person {
    let rows = 60;
    let mut blueprint = chains(&[vec!["First".to_owned()]], 150);
    let id = blueprint.baseline().id();
    let filled: Result<(), Refusal> = blueprint.edit(id, |scenario, ids| {
        let lanes: Vec<_> = scenario.lanes().keys().copied().collect();
        let phase = *scenario.phases().keys().next().expect("a phase");
        for (row, lane) in lanes.into_iter().enumerate() {
            for column in 0..rows {
                let place = Place { lane, phase, at: SheetPoint::new(300 + 150 * column, 46) };
                let name = format!("Card {row}.{column}");
                scenario.add_step(Step::new(name, StepKind::Action, place), ids)?;
            }
        }
        Ok(())
    });
    filled.expect("cards in every lane");
    let mut person = Person::at_blueprint(blueprint).open();
    person.press(CTRL, Key::Num0);
    person
}

#[test]
fn a_card_in_the_corner_of_the_map_can_be_clicked_by_who_comes_to_it() {
    let mut person = at_a_full_sheet();
    let map = person.place_of("Map of the sheet");
    let area = person.sheet_in_window();
    // The card nearest to the middle of the map, below it as it may be; a button in the place of the
    // map is for clicking.
    let ids: Vec<StepId> = person.scenario().steps().keys().copied().collect();
    let cards = ids.into_iter().filter_map(|id| Some((id, person.app().card_on_screen(id)?)));
    let is_button = map.width() < 40.0;
    let seen = cards.filter(|(_, card)| area.contains_rect(*card));
    let seen = seen.filter(|(_, card)| !(is_button && map.contains(card.center())));
    let away = |card: &Rect| (card.center() - map.center()).length();
    let (step, card) = seen.min_by(|a, b| away(&a.1).total_cmp(&away(&b.1))).expect("a card");
    // By hand: near the map a hand takes its time, then it is on the card.
    let beside = map.left_center() - Vec2::new(20.0, 0.0);
    person.window.hover_at(area.center());
    person.window.run_steps(2);
    person.window.hover_at(beside);
    person.window.run_steps(4);
    person.click_at(card.center());
    assert!(person.app().editor().selection().steps.contains(&step), "{card:?} beside {map:?}");
    // Away from it the map is there again.
    person.window.hover_at(area.left_top() + Vec2::new(200.0, 60.0));
    person.window.run_steps(4);
    assert!(person.sees("Map of the sheet"));
}

#[test]
fn a_name_is_typed_where_and_as_it_is_written() {
    for (card, name) in [("Photograph", "Photograph"), ("Reads eye chart", "Reads eye chart")] {
        let mut person = Person::new();
        let on_card = person.card_rect(card);
        let written = |person: &Person| {
            let all = person.painted().into_iter();
            let here = all.filter(|(text, rect, _)| text == name && on_card.intersects(*rect));
            here.map(|(_, rect, _)| rect).collect::<Vec<Rect>>()
        };
        let before = written(&person)[0];
        person.click_card(card);
        person.press(Modifiers::NONE, Key::F2);
        let over = written(&person);
        let same = |rect: &Rect| {
            (rect.left() - before.left()).abs() < 2.0
                && (rect.center().y - before.center().y).abs() < 2.0
                && (rect.height() - before.height()).abs() < 1.5
        };
        assert!(over.len() > 1 && over.iter().all(same), "{before:?} {over:?}");
    }
}

#[test]
fn undo_leaves_the_zoom_as_it_is() {
    let mut person = Person::at_a_row(&["One", "Two"], 150);
    for name in ["Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven"] {
        person.press(Modifiers::NONE, Key::A);
        person.enter(name);
    }
    let width = |person: &Person| person.card_rect("Eleven").width();
    person.click_card("Ten");
    let text = person.copied();
    let at = person.between("Seven", "Eight");
    person.point_at(at);
    let before = width(&person);
    person.paste(&text);
    assert_eq!(person.names().len(), 12);
    assert!((width(&person) - before).abs() < 0.01, "it is pasted in view");
    person.undo();
    assert_eq!(person.names().len(), 11);
    assert!((width(&person) - before).abs() < 0.01, "{} {before}", width(&person));
}

#[test]
fn undo_shows_the_sheet_where_it_was_seen() {
    let mut person = Person::at_a_row(&["One", "Two", "Three", "Four"], 150);
    let seen = |person: &Person| person.card_rect("One").min;
    let before = seen(&person);
    let at = person.between("One", "Two");
    person.press(Modifiers::NONE, Key::Escape);
    person.double_click_at(at);
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.names().len(), 5, "a card is put into the link, and the others make room");
    person.undo();
    assert_eq!(person.names().len(), 4);
    assert!((seen(&person) - before).length() < 1.0, "{before:?} {:?}", seen(&person));
    person.press(Modifiers::COMMAND, Key::Y);
    assert_eq!(person.names().len(), 5);
    person.undo();
    assert!((seen(&person) - before).length() < 1.0, "{before:?} {:?}", seen(&person));
}

#[test]
fn tidying_stays_where_one_works_and_undo_brings_back_what_was_seen() {
    let mut person = Person::at_a_row(&["One", "Two"], 150);
    for name in ["Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven"] {
        person.press(Modifiers::NONE, Key::A);
        person.enter(name);
    }
    // Some cards lie out of their row, so that there is something to tidy.
    for name in ["Nine", "Ten", "Eleven"] {
        person.click_card(name);
        for _ in 0..9 {
            person.press(Modifiers::NONE, Key::ArrowDown);
        }
    }
    person.let_pass(2);
    let seen = |person: &Person| person.card_rect("Ten");
    let before = seen(&person);
    person.press(Modifiers::COMMAND, Key::L);
    let tidied = seen(&person);
    assert!((tidied.width() - before.width()).abs() < 0.1, "{before:?} {tidied:?}");
    assert!((tidied.center() - before.center()).length() < 200.0, "{before:?} {tidied:?}");
    person.undo();
    let after = seen(&person);
    assert!((after.min - before.min).length() < 1.0, "{before:?} {after:?}");
}

#[test]
fn folding_keeps_the_card_in_view_that_one_looks_at() {
    let mut person = Person::at_a_row(&["One", "Two"], 150);
    let more = (3..=36).map(|number| format!("Step {number}")).collect::<Vec<_>>();
    for name in &more {
        person.press(Modifiers::NONE, Key::A);
        person.enter(name);
    }
    let area = person.app().sheet_on_screen().0;
    let is_seen = |person: &Person| area.contains_rect(person.card_rect("Step 34"));
    assert!(is_seen(&person));
    for folded in [true, false] {
        person.press(Modifiers::SHIFT, Key::Num3);
        person.wait();
        assert!(is_seen(&person), "{folded}: {:?} in {area:?}", person.card_rect("Step 34"));
    }
}
