//! Two scenarios in turn: what stays where it is, what the tiles and the table say, which cards bear
//! a mark.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, Shape, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::wording::Language;

use crate::context::Person;

/// The first sample under comparison, the later scenario shown.
fn comparing(language: Language) -> Person {
    let mut person = Person::at_first_sample().language(language).open();
    person.press(Modifiers::COMMAND, Key::B);
    assert!(person.sees(&person.word("compare-legend-added")) || person.sees("→"));
    person
}

impl Person {
    fn flip(&mut self) {
        self.press(Modifiers::NONE, Key::F3);
    }

    /// The tile of a figure.
    fn tile(&self, key: &str) -> Rect {
        let name = self.words().labelled(&self.word(key), "");
        let mut tiles = self.window.query_all_by_role(Role::Button).filter(|node| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with(name.trim()))
        });
        tiles.next().unwrap_or_else(|| panic!("no tile {key}")).rect()
    }

    /// What is painted in a rectangle: each text with where it stands.
    fn painted_in(&self, area: Rect) -> Vec<(String, Rect)> {
        let here = self.painted().into_iter().filter(|(_, rect, _)| area.contains_rect(*rect));
        here.map(|(text, rect, _)| (text, rect)).collect()
    }

    /// Whether a circle is painted around a point.
    fn paints_circle_at(&self, at: Pos2) -> bool {
        fn circles(shape: &Shape, into: &mut Vec<Pos2>) {
            match shape {
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| circles(shape, into)),
                Shape::Circle(circle) => into.push(circle.center),
                _ => {}
            }
        }
        let mut all = Vec::new();
        for clipped in &self.window.output().shapes {
            circles(&clipped.shape, &mut all);
        }
        all.iter().any(|centre| centre.distance(at) < 4.0)
    }
}

const TILES: [&str; 4] =
    ["figure-capacity", "figure-demand", "figure-utilisation", "figure-throughput-time"];

#[test]
fn tiles_keep_their_size_and_their_difference_while_the_scenarios_are_switched() {
    for language in [Language::English, Language::Chinese] {
        let mut person = comparing(language);
        // Numbers are as high on both sides, at once and after a while.
        let heights = |person: &Person| {
            TILES.map(|key| {
                let texts = person.painted_in(person.tile(key).expand(1.0));
                let heights = texts.iter().map(|(_, rect)| rect.height().round());
                heights.fold(0.0, f32::max).to_string()
            })
        };
        let said = |person: &Person, key: &str| {
            let texts = person.painted_in(person.tile(key).expand(1.0));
            texts.into_iter().map(|(text, _)| text).collect::<Vec<_>>().join(" ")
        };
        let (after, capacity) = (heights(&person), said(&person, "figure-capacity"));
        let (plus, then) = match language {
            Language::English => ("+60 /h", "→ 120 /h"),
            Language::Chinese => ("+60", "→ 120"),
        };
        assert!(capacity.contains(plus), "{capacity}");
        person.let_pass(5);
        assert_eq!(said(&person, "figure-capacity"), capacity, "it stays");
        let places = TILES.map(|key| person.tile(key));
        person.flip();
        let before = said(&person, "figure-capacity");
        assert!(before.contains(then), "{before}");
        assert_eq!(heights(&person), after, "as large as on the other side");
        assert_eq!(TILES.map(|key| person.tile(key)), places);
        person.let_pass(5);
        assert_eq!(said(&person, "figure-capacity"), before, "it stays");
        person.flip();
        assert_eq!(said(&person, "figure-capacity"), capacity);
        assert_eq!((heights(&person), TILES.map(|key| person.tile(key))), (after, places));
        assert!(!said(&person, "figure-demand").contains('+'), "what is the same says nothing");
    }
}

#[test]
fn the_table_stays_where_it_is_while_the_scenarios_are_switched() {
    let mut person = comparing(Language::English);
    let top =
        |person: &Person| person.window.get_by_label_contains("Capacity: 60 /h → ").rect().top();
    // The higher of the two boxes of bottlenecks makes the room for both.
    person.flip();
    person.flip();
    let after = top(&person);
    person.flip();
    assert!((top(&person) - after).abs() < 0.5, "{} {after}", top(&person));
}

#[test]
fn the_rows_of_the_table_are_all_alike() {
    for (language, width) in
        [(Language::English, 1440.0), (Language::Chinese, 1440.0), (Language::English, 960.0)]
    {
        let setup = Person::at_first_sample().language(language).size(width, 1_900.0);
        let mut person = setup.open();
        person.press(Modifiers::COMMAND, Key::B);
        let rows = person.window.query_all_by_label_contains(" → ").map(|row| row.rect());
        let rows: Vec<Rect> = rows.filter(|row| row.left() > width * 0.6).collect();
        let texts = |row: &Rect| {
            let mut texts = person.painted_in(row.expand(4.0));
            // The sign at the end is no number.
            texts.retain(|(text, _)| text.chars().any(char::is_alphanumeric));
            texts
        };
        let of_table: Vec<&Rect> = rows.iter().filter(|row| texts(row).len() >= 3).collect();
        assert!(of_table.len() > 8, "{} rows", of_table.len());
        let first = of_table[0];
        let heads = texts(first);
        for row in &of_table {
            assert!((row.height() - first.height()).abs() < 0.5, "{row:?} beside {first:?}");
            let here = texts(row);
            // Name, before, after: each where it is in every other row.
            assert!((here[0].1.left() - heads[0].1.left()).abs() < 2.5, "{here:?}");
            for at in [1, 2] {
                assert!((here[at].1.right() - heads[at].1.right()).abs() < 2.5, "{here:?}");
                let middle = |texts: &[(String, Rect)], at: usize| texts[at].1.center().y;
                let below = |texts: &[(String, Rect)]| middle(texts, at) - middle(texts, 0);
                assert!((below(&here) - below(&heads)).abs() < 2.0, "{here:?} {heads:?}");
            }
            let crossed = here.iter().zip(here.iter().skip(1));
            for ((a, one), (b, other)) in crossed {
                assert!(!one.shrink(0.5).intersects(other.shrink(0.5)), "{a} runs into {b}");
            }
        }
    }
}

#[test]
fn a_changed_headcount_marks_the_cards_of_the_role_and_says_so() {
    let mut person = Person::new();
    person.click("Duplicate scenario");
    let chip = person.item("Records officer");
    person.click_at(chip);
    person.fill("Headcount", "2");
    person.press(Modifiers::COMMAND, Key::B);
    for _ in 0..2 {
        let (of_officer, other) =
            (person.card_rect("Check violations"), person.card_rect("Collect payment"));
        assert!(person.paints_circle_at(of_officer.left_top()), "the card of the officer");
        assert!(!person.paints_circle_at(other.left_top()), "and of nobody else");
        person.point_at(of_officer.center() + Vec2::new(0.0, 10.0));
        person.window.run_steps(8);
        let line = "Records officer · Headcount: 1 → 2";
        let said = person.window.query_all_by_role_and_label(Role::Label, line).count();
        assert_eq!(said, 2, "in the list and beside the pointer");
        person.point_away();
        person.flip();
    }
}

#[test]
fn a_message_does_not_lie_on_what_the_marks_mean() {
    for width in [1440.0, 1600.0, 1920.0] {
        let mut person = Person::at_first_sample().size(width, 900.0).open();
        person.press(Modifiers::COMMAND, Key::B);
        let legend: Vec<Rect> = {
            let (area, _) = person.app().sheet_on_screen();
            let word = person.word("compare-legend-added");
            let other = person.word("compare-legend-changed");
            let painted = person.painted().into_iter();
            let words = painted.filter(|(text, at, _)| {
                (*text == word || *text == other) && area.contains_rect(*at)
            });
            words.map(|(_, at, _)| at).collect()
        };
        assert!(!legend.is_empty(), "{width}: the legend is there");
        person.press(Modifiers::SHIFT, Key::Num3);
        let message = person.place_of(&person.word("rows-gain-nothing"));
        for word in legend {
            assert!(!word.intersects(message), "{width}: {message:?} on {word:?}");
        }
    }
}

#[test]
fn in_rows_what_is_gone_is_seen_whole_and_the_legend_lies_beside_the_rows() {
    let mut person = crate::folding::at_a_doubled_office();
    person.press(Modifiers::SHIFT, Key::Num3);
    person.press(Modifiers::COMMAND, Key::B);
    person.press(Modifiers::SHIFT, Key::Num1);
    let (area, _) = person.app().sheet_on_screen();
    let painted = person.painted();
    let word = person.word("compare-legend-removed");
    let legend = painted.iter().find(|(text, at, _)| *text == word && area.contains_rect(*at));
    let (_, legend, _) = legend.expect("the legend");
    for card in person.scenario().steps().keys() {
        let rect = person.app().card_on_screen(*card).expect("a card");
        assert!(!rect.intersects(*legend), "{legend:?} on {rect:?}");
    }
    let (_, extent) = person.app().sheet_on_screen();
    let ghosts = painted.iter().filter(|(text, ..)| text == "Takes licence");
    assert!(ghosts.count() > 1, "the pasted card is gone, and told");
    assert!(area.contains_rect(extent.shrink(1.0)), "all of it: {extent:?} in {area:?}");
}

#[test]
fn a_figure_that_one_of_two_has_not_says_why() {
    let mut person = Person::at_first_sample().open();
    person.command("Duplicate scenario");
    // More come than can be served: a visit has no end.
    person.click("Demand: 54 /h");
    person.fill_and_enter("Arrivals", "70/h");
    person.press(Modifiers::COMMAND, Key::B);
    let painted = person.painted();
    let row = painted.iter().rfind(|(text, ..)| text == "Throughput time");
    let name = row.expect("a row of the table").1;
    person.point_at(name.center());
    person.window.run_steps(60);
    let said = person.painted().into_iter().map(|it| it.0).collect::<Vec<_>>().join("\n");
    assert!(said.contains("queue") || said.contains("more come"), "{said}");
}
