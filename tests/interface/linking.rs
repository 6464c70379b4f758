//! Links that are drawn: what they mean by the side from which they are pulled, how that is shown
//! and changed, and what is written beside them.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::{LinkKind, Share, Zone};
use onstage::drawing::{Ink, Palette};

use crate::context::Person;

/// Three customer actions in a row and a frontstage action below the first.
fn desk() -> Person {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 220);
    let links: Vec<_> = person.scenario().links().keys().copied().collect();
    assert_eq!(links.len(), 2);
    let x = person.of("Ask").at.x;
    person.add("Frontstage action", Zone::Frontstage, x, "Answer");
    person.press(Modifiers::NONE, Key::Escape);
    person
}

impl Person {
    /// Where a link is pulled from at an edge of a card: -1 is left or up, 1 right or down.
    fn edge(&mut self, name: &str, way: Vec2) -> Pos2 {
        let rect = self.card_rect(name);
        self.point_at(rect.center());
        rect.center() + way * rect.size() / 2.0
    }

    /// The kinds of all links, in the order in which they were drawn.
    fn kinds(&self) -> Vec<LinkKind> {
        self.scenario().links().values().map(|link| link.kind).collect()
    }

    fn newest_kind(&self) -> LinkKind {
        *self.kinds().last().expect("a link")
    }

    /// Whether a text is painted on the sheet or over it.
    fn paints(&self, words: &str) -> bool {
        self.painted().iter().any(|(text, ..)| text.contains(words))
    }
}

const RIGHT: Vec2 = Vec2::new(1.0, 0.0);
const LEFT: Vec2 = Vec2::new(-1.0, 0.0);
const DOWN: Vec2 = Vec2::new(0.0, 1.0);

#[test]
fn the_side_says_what_a_link_means() {
    for (way, to, kind) in [
        (DOWN, "Answer", LinkKind::Together),
        (RIGHT, "Answer", LinkKind::Flow),
        (LEFT, "Answer", LinkKind::Flow),
    ] {
        let mut person = desk();
        let (from, to) = (person.edge("Ask", way), person.card(to));
        person.drag(from, to);
        assert_eq!(person.newest_kind(), kind, "{way:?}");
    }
    // To a later column it is what comes next, whatever the side.
    let mut person = desk();
    let (from, to) = (person.edge("Wait", DOWN), person.card("Answer"));
    person.drag(from, to);
    assert_eq!(person.newest_kind(), LinkKind::Flow);
}

#[test]
fn f_flips_the_kind_of_a_link_that_is_pulled() {
    let mut person = desk();
    let (from, to) = (person.edge("Ask", DOWN), person.card("Answer"));
    person.drag_and_look(from, to, |person| {
        assert!(person.paints("Together") && person.paints("F flips"), "the kind at the pointer");
        person.window.key_press(Key::F);
        person.window.run_steps(2);
        assert!(person.paints("Trigger"));
        person.window.key_press(Key::F);
        person.window.run_steps(2);
        assert!(person.paints("Flow"));
    });
    assert_eq!(person.newest_kind(), LinkKind::Flow);
    assert_eq!(person.names().len(), 4, "no letter was taken for a name");
}

#[test]
fn links_drawn_by_keyboard_follow_the_column_and_flip_too() {
    let mut person = desk();
    person.click_card("Ask");
    person.press(Modifiers::NONE, Key::C);
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.newest_kind(), LinkKind::Together);
    person.undo();
    person.click_card("Ask");
    person.press(Modifiers::NONE, Key::C);
    person.press(Modifiers::NONE, Key::ArrowDown);
    person.press(Modifiers::NONE, Key::F);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.newest_kind(), LinkKind::Trigger);
}

#[test]
fn a_link_by_keyboard_is_offered_to_the_next_card_that_has_none() {
    let mut person = Person::at_a_row(&["Ask", "Wait", "Leave"], 220);
    person.click_card("Ask");
    person.press(Modifiers::NONE, Key::C);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.flows(), ["Ask > Leave", "Ask > Wait", "Wait > Leave"]);
}

#[test]
fn the_kinds_stand_beside_a_new_link_for_a_moment() {
    let mut person = desk();
    let (from, to) = (person.edge("Ask", DOWN), person.card("Answer"));
    person.drag(from, to);
    let before = person.blueprint().clone();
    person.click_role(Role::RadioButton, "This link: Flow");
    assert_eq!(person.newest_kind(), LinkKind::Flow);
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step to undo");
    person.point_away();
    person.let_pass(4);
    assert!(!person.sees("This link: Flow"), "they go by themselves");
}

#[test]
fn a_way_out_of_a_decision_is_a_flow_and_bears_an_answer() {
    let mut person = desk();
    person.add("Decision", Zone::Customer, 1_000, "Sure?");
    let x = person.of("Sure?").at.x;
    person.add("Frontstage action", Zone::Frontstage, x, "Pay");
    let (from, to) = (person.edge("Sure?", DOWN), person.card("Pay"));
    person.drag(from, to);
    assert_eq!(person.newest_kind(), LinkKind::Flow);
    // Straight after it was drawn it is selected, and F2 types what stands beside it.
    person.press(Modifiers::NONE, Key::F2);
    person.enter("Yes 70 %");
    let link = person.scenario().links().values().last().expect("a link").clone();
    assert_eq!((link.label.as_str(), link.share.map(Share::value)), ("Yes", Some(0.7)));
    person.press(Modifiers::NONE, Key::F2);
    person.enter("60 %");
    let link = person.scenario().links().values().last().expect("a link").clone();
    assert_eq!((link.label.as_str(), link.share.map(Share::value)), ("Yes", Some(0.6)));
    assert!(person.sees("Flow from Sure? to Pay, Yes, 60 %"), "a screen reader says it");
    assert!(person.paints("Yes"));
    person.fill("Label", "If sure");
    assert_eq!(person.scenario().links().values().last().expect("a link").label, "If sure");
}

#[test]
fn what_the_other_ways_leave_stands_there_in_grey() {
    let person = Person::at_text(
        r#"(version: 1, next_id: 20, scenarios: [(id: 1, name: "As-is",
            lanes: [(id: 2, zone: Customer)], phases: [(id: 3, name: "", width: 600)],
            steps: [
                (id: 4, name: "Sure?", kind: Decision, lane: 2, phase: 3, at: (80, 60)),
                (id: 5, name: "Pay", lane: 2, phase: 3, at: (300, 60)),
                (id: 6, name: "Go", lane: 2, phase: 3, at: (500, 60)),
            ],
            links: [
                (id: 7, from: 4, to: 5, share: "70 %", label: "Yes"),
                (id: 8, from: 4, to: 6, label: "No"),
            ],
        )])"#,
    )
    .open();
    assert!(person.sees("Flow from Sure? to Go, No, 30 %"), "the rest is said");
    assert!(person.paints("30 %"), "and drawn");
}

#[test]
fn a_release_near_a_card_is_meant_for_it() {
    let mut person = desk();
    let target = person.card_rect("Answer");
    let from = person.edge("Wait", DOWN);
    person.drag(from, target.right_center() + Vec2::new(9.0, 0.0));
    assert_eq!(person.names().len(), 4, "no card was made");
    assert_eq!(person.scenario().links().len(), 3);
}

#[test]
fn a_card_pulled_into_the_empty_sheet_is_shown_and_lies_on_no_other() {
    let mut person = desk();
    let from = person.edge("Ask", DOWN);
    let near = person.card_rect("Answer").right_center() + Vec2::new(16.0, 0.0);
    person.drag_and_look(from, near, |person| {
        assert!(person.paints("Frontstage action"), "a ghost of the card to come");
    });
    person.enter("Help");
    person.assert_apart();
    assert_eq!(person.names().len(), 5);
}

#[test]
fn the_menu_of_a_card_says_what_it_is() {
    let mut person = desk();
    person.click_card("Answer");
    let at = person.card("Answer");
    person.button(at, egui::PointerButton::Secondary);
    person.click_role(Role::MenuItemCheckBox, "Customers wait here");
    assert!(person.of("Answer").wait.is_some());
    person.undo();
    assert!(person.of("Answer").wait.is_none());
}

/// A decision with two ways out whose shares are known, and steps that customers are served at.
fn fork() -> Person {
    let mut person = Person::at_text(include_str!("../fixtures/repair-shop.ron")).open();
    assert!(person.capacity().is_some());
    person.press(Modifiers::SHIFT, Key::Num1);
    person
}

/// What is painted of the figures on the sheet and in its tab: their texts and where they stand.
fn figures_painted(person: &Person) -> Vec<(String, egui::Rect)> {
    let rates = person.painted().into_iter().filter(|(text, at, _)| {
        let is_rate = text.contains("/h") || text == "Bottleneck" || text == "–";
        is_rate && at.left() > 200.0 && at.right() < 1090.0
    });
    rates.map(|(text, at, _)| (text, at)).collect()
}

#[test]
fn a_link_that_does_not_fit_leaves_the_last_figures_everywhere() {
    let mut person = Person::new();
    // The table below the sheet, the tab, the cards.
    let before = figures_painted(&person);
    let says = |text: &str| before.iter().any(|(other, _)| other == text);
    assert!(says("Bottleneck") && says("90 /h"), "{before:?}");
    let cell = |person: &Person| {
        ["Capacity", "Utilisation", "Wait"].map(|column| person.cell("Review application", column))
    };
    let cells = cell(&person);
    assert!(cells.iter().all(|cell| cell != "–"), "{cells:?}");
    // A loop that nobody ever leaves.
    person.connect("Eye test", "Check violations");
    person.press(Modifiers::NONE, Key::Escape);
    person.let_pass(3);
    assert_eq!(person.capacity(), None);
    assert_eq!(figures_painted(&person), before, "nothing jumps");
    let now = cell(&person);
    assert_eq!(now.clone().map(|cell| cell.replace(" before the last changes", "")), cells);
    assert!(now[2].ends_with(" before the last changes"), "{now:?}");
    assert!(person.sees("Bottleneck before the last changes"), "and the ear is told");
    let tab = format!("{} ", person.scenario().name());
    let tab = person.window.query_all_by_label_contains(&tab);
    let said: Vec<String> = tab.filter_map(|node| node.accesskit_node().label()).collect();
    assert!(said.iter().any(|said| said.ends_with("before the last changes")), "{said:?}");
    person.undo();
    person.let_pass(3);
    assert_eq!(figures_painted(&person), before);
    assert!(!person.sees("before the last changes"));
}

#[test]
fn nothing_is_red_or_amber_while_no_capacity_is_known() {
    let mut person = Person::new();
    let loud = |person: &Person| {
        let bad = Palette::light().rgba(Ink::Bad);
        let bad = format!("{:?}", egui::Color32::from_rgb(bad.red, bad.green, bad.blue));
        let painted = person.painted().into_iter();
        let rates = painted.filter(|(text, at, _)| text.ends_with("/h") && at.right() < 1090.0);
        rates.filter(|(.., look)| look.contains(&bad)).count()
    };
    assert!(loud(&person) > 0);
    // A loop that nobody ever leaves; what one step alone could serve is known all the same.
    person.connect("Takes licence", "Poses for photo");
    person.press(Modifiers::NONE, Key::Escape);
    person.let_pass(3);
    assert_eq!(person.capacity(), None);
    assert_eq!(loud(&person), 0);
}

#[test]
fn a_third_way_out_of_a_decision_asks_for_its_share_at_once() {
    let mut person = fork();
    let capacity = person.capacity();
    let (from, to) = (person.edge("Repairable?", DOWN), person.card("Clears bench"));
    person.drag(from, to);
    assert_eq!(person.newest_kind(), LinkKind::Flow);
    // Until it is given, the figures of before stay, with the reason.
    assert_eq!(person.capacity(), None);
    assert!(person.sees("before the last changes"));
    assert!(person.sees("A Flow out of Repairable? has no share"), "which one is wrong");
    person.enter("No part 20 %");
    assert!(person.capacity().is_some() && !person.sees("before the last changes"));
    let way = person.scenario().links().values().last().expect("the way").clone();
    assert_eq!((way.label.as_str(), way.share), ("No part", Share::percent(20.0).ok()));
    person.undo();
    person.undo();
    assert_eq!(person.capacity(), capacity);
    // Who leaves the field is reminded of it.
    let (from, to) = (person.edge("Repairable?", DOWN), person.card("Clears bench"));
    person.drag(from, to);
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("before the last changes"));
    assert!(person.sees("A Flow out of Repairable? has no share"));
    person.click("Go there");
    assert_eq!(person.selected(), ["Repairable?"]);
    // The share can be typed at once.
    person.enter("20 %");
    assert!(person.capacity().is_some());
}

#[test]
fn a_share_means_the_same_on_the_sheet_and_in_the_panel() {
    let ways = |person: &Person| -> Vec<f64> {
        let ways = person.scenario().links().values().filter_map(|way| way.share);
        ways.map(|share| (share.value() * 1000.0).round() / 10.0).collect()
    };
    let mut drawn = fork();
    let (from, to) = (drawn.edge("Repairable?", DOWN), drawn.card("Clears bench"));
    drawn.drag(from, to);
    drawn.enter("20 %");
    let before = ways(&drawn);
    let mut both = Vec::new();
    for in_the_panel in [false, true] {
        if in_the_panel {
            drawn.click_card("Repairable?");
            drawn.fill("Clears bench", "92");
        } else {
            // The link that was just drawn is selected.
            drawn.press(Modifiers::NONE, Key::F2);
            drawn.enter("92 %");
        }
        assert!(drawn.capacity().is_some(), "the ways out still add up");
        both.push(ways(&drawn));
        drawn.undo();
        assert_eq!(ways(&drawn), before, "one step to undo");
    }
    assert_ne!(both[0], before);
    assert_eq!(both[0], both[1]);
}

#[test]
fn a_new_card_after_a_decision_is_named_and_then_its_share_is_asked_for() {
    let mut person = fork();
    person.click_card("Passed?");
    person.press(Modifiers::NONE, Key::A);
    person.enter("Scraps it");
    person.enter("5 %");
    let way = person.scenario().links().values().last().expect("the way").clone();
    assert_eq!(way.share, Share::percent(5.0).ok());
    assert!(person.capacity().is_some());
    // A first way out needs none.
    let mut person = Person::at_a_row(&["Ask"], 150);
    person.add("Decision", Zone::Customer, 400, "Sure?");
    person.click_card("Sure?");
    person.press(Modifiers::NONE, Key::A);
    person.enter("Leave");
    person.press(Modifiers::NONE, Key::A);
    assert_eq!(person.names().len(), 4, "letters are commands again");
}

/// A decision with one way out, another card, and a trigger between staff.
fn at_a_decision() -> Person {
    Person::at_text(
        r#"(version: 1, next_id: 20, scenarios: [(id: 1, name: "As-is",
            lanes: [(id: 2, zone: Customer), (id: 12, zone: Backstage)],
            phases: [(id: 3, name: "", width: 900)],
            steps: [
                (id: 4, name: "Sure?", kind: Decision, lane: 2, phase: 3, at: (80, 61)),
                (id: 5, name: "Pay", lane: 2, phase: 3, at: (300, 61)),
                (id: 6, name: "Go", lane: 2, phase: 3, at: (600, 61)),
                (id: 7, name: "Check", lane: 12, phase: 3, at: (80, 78)),
                (id: 8, name: "File", lane: 12, phase: 3, at: (300, 78)),
                (id: 9, name: "Tidy", lane: 12, phase: 3, at: (600, 78)),
            ],
            links: [
                (id: 10, from: 4, to: 5, share: "70 %", label: "Yes"),
                (id: 11, from: 7, to: 8, kind: Trigger),
            ],
        )])"#,
    )
    .open()
}

#[test]
fn an_end_that_is_attached_elsewhere_keeps_kind_label_and_share() {
    for (from, to, other) in [("Sure?", "Pay", "Go"), ("Check", "File", "Tidy")] {
        let mut person = at_a_decision();
        let link = |person: &Person| {
            let from = person.step(from);
            let mut links = person.scenario().links().values();
            links.find(|link| link.from == from).expect("the link").clone()
        };
        let before = link(&person);
        // On the line, beside what is written on it.
        let at = person.card_rect(to).left_center() - Vec2::new(14.0, 0.0);
        person.click_at(at);
        let (end, there) = (person.card_rect(to).left_center(), person.card(other));
        person.drag(end, there);
        let after = link(&person);
        assert_eq!(after.to.step(), Some(person.step(other)), "{to} to {other}");
        assert_eq!(
            (after.kind, &after.label, after.share),
            (before.kind, &before.label, before.share)
        );
        person.undo();
        assert_eq!(link(&person), before, "one step to undo");
    }
}

#[test]
fn a_start_that_is_attached_elsewhere_keeps_kind_label_and_share() {
    let mut person = at_a_decision();
    let before = person.scenario().links().values().next().expect("a link").clone();
    let at = person.card_rect("Pay").left_center() - Vec2::new(14.0, 0.0);
    person.click_at(at);
    let (start, there) = (person.card_rect("Sure?").right_center(), person.card("Check"));
    person.drag(start, there);
    let after = person.scenario().links().values().next().expect("a link").clone();
    assert_eq!(after.from, person.step("Check"));
    assert_eq!((after.to, after.kind, &after.label), (before.to, before.kind, &before.label));
}

/// Where a text is painted nearest to a point.
fn painted_near(person: &Person, words: &str, at: Pos2) -> Rect {
    let painted = person.painted().into_iter().filter(|(text, ..)| text.contains(words));
    let away = |rect: &Rect| rect.distance_to_pos(at);
    let nearest = painted.map(|(_, rect, _)| rect).min_by(|a, b| away(a).total_cmp(&away(b)));
    nearest.unwrap_or_else(|| panic!("{words} is not painted"))
}

#[test]
fn what_a_link_would_mean_covers_neither_the_name_of_its_end_nor_the_pointer() {
    let mut person = desk();
    let apart = |person: &Person, said: &str, name: &str, at: Pos2, what: &str| {
        let said = painted_near(person, said, at).expand2(Vec2::new(9.0, 5.0));
        let name = painted_near(person, name, at);
        assert!(!said.intersects(name), "{what}: {said:?} lies on the name at {name:?}");
        let pointer = Rect::from_min_size(at, Vec2::new(12.0, 19.0));
        assert!(!said.intersects(pointer), "{what}: {said:?} lies at the pointer {at:?}");
        assert!(said.distance_to_pos(at) < 120.0, "{what}: {said:?} is far from {at:?}");
    };
    // A card that would be made, wherever in it the pointer is, and one that is there.
    for (way, to) in [(DOWN, Vec2::new(190.0, 190.0)), (RIGHT, Vec2::new(190.0, 150.0))] {
        let from = person.edge("Wait", way);
        let to = person.card("Wait") + to;
        person.drag_and_look(from, to, |person| {
            apart(person, "F flips", "Frontstage action", to, &format!("a ghost, {way:?}"));
        });
        person.press(Modifiers::NONE, Key::Escape);
        person.press(Modifiers::NONE, Key::Escape);
        person.undo();
    }
    for spot in [Vec2::new(-40.0, -20.0), Vec2::ZERO, Vec2::new(40.0, 25.0)] {
        let from = person.edge("Ask", DOWN);
        let to = person.card("Answer") + spot;
        person.drag_and_hold(from, to);
        apart(&person, "F flips", "Answer", to, &format!("a card at {spot:?}"));
        person.window.drop_at(from);
        person.press(Modifiers::NONE, Key::Escape);
        person.wait();
    }
    // Why a link cannot be is said at the same place.
    let (from, to) = (person.edge("Ask", RIGHT), person.card("Wait"));
    person.drag_and_hold(from, to);
    let why = person.app().reason_at_pointer().expect("a reason").to_owned();
    apart(&person, &why, "Wait", to, "a refusal");
}

#[test]
fn the_kinds_of_a_new_link_cover_neither_field_nor_card_nor_words() {
    let clear = |person: &Person, what: &str| {
        let kinds = person.window.query_all_by_label_contains("This link: ");
        let Some(chip) = kinds.map(|kind| kind.rect()).reduce(Rect::union) else { return false };
        let fields = person.window.query_all_by_role(Role::TextInput).map(|field| field.rect());
        let (area, _) = person.app().sheet_on_screen();
        for field in fields.filter(|field| area.intersects(*field)) {
            assert!(!chip.intersects(field), "{what}: {chip:?} on the field {field:?}");
        }
        for step in person.scenario().steps().keys() {
            let card = person.app().card_on_screen(*step).expect("a card");
            assert!(!chip.intersects(card), "{what}: {chip:?} on a card");
        }
        for (text, at, _) in person.painted() {
            let is_share = text.ends_with('%') && area.contains_rect(at);
            assert!(!is_share || !chip.intersects(at), "{what}: {chip:?} on {text}");
        }
        true
    };
    // A third way out to a card, whose share is asked for.
    let mut person = fork();
    let (from, to) = (person.edge("Repairable?", DOWN), person.card("Clears bench"));
    person.drag(from, to);
    assert!(clear(&person, "a share"), "the kinds are seen");
    // A new card, which is named.
    let mut seen = 0;
    for (name, way, to) in [
        ("Repairable?", DOWN, Vec2::new(40.0, 150.0)),
        ("Passed?", DOWN, Vec2::new(60.0, 130.0)),
        ("Clears bench", RIGHT, Vec2::new(150.0, 0.0)),
        ("Clears bench", DOWN, Vec2::new(30.0, 120.0)),
    ] {
        let mut person = fork();
        let from = person.edge(name, way);
        person.drag(from, from + to);
        seen += usize::from(clear(&person, name));
    }
    assert!(seen > 0, "the kinds are seen beside a new card");
}

#[test]
fn a_link_is_shown_as_it_will_run_while_it_is_drawn() {
    fn slanting(shape: &egui::Shape, ink: egui::Color32) -> bool {
        let slants = |points: &[Pos2]| {
            points.windows(2).any(|pair| {
                let way = pair[1] - pair[0];
                way.x.abs() > 40.0 && way.y.abs() > 40.0
            })
        };
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().any(|shape| slanting(shape, ink)),
            egui::Shape::LineSegment { points, stroke } => stroke.color == ink && slants(points),
            egui::Shape::Path(path) => {
                path.stroke.color == egui::epaint::ColorMode::Solid(ink) && slants(&path.points)
            }
            _ => false,
        }
    }
    let accent = Palette::light().rgba(Ink::Accent);
    let accent = egui::Color32::from_rgb(accent.red, accent.green, accent.blue);
    let mut person = desk();
    person.add("Note", Zone::Support, 700, "Remark");
    person.press(Modifiers::NONE, Key::Escape);
    for to in ["Answer", "Remark"] {
        let (from, at) = (person.edge("Leave", RIGHT), person.card(to));
        person.drag_and_look(from, at, |person| {
            let shapes = &person.window.output().shapes;
            let slants = shapes.iter().any(|clipped| slanting(&clipped.shape, accent));
            assert!(!slants, "{to}: it turns where the link will");
        });
        assert!(person.scenario().links().len() > 2);
        person.undo();
    }
}
