//! Small windows and large letters: nothing lies behind anything else.

use egui::accesskit::Role;
use egui::{Rect, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::wording::Language;

use crate::context::Person;

/// The buttons, tabs and fields of the rows of tabs and tools, with their names.
fn things(person: &Person) -> Vec<(String, Rect)> {
    let roles = [Role::Button, Role::Tab, Role::TextInput];
    let size = person.window.ctx.content_rect().size();
    let below = person.window.query_all_by_role(Role::Tab).map(|tab| tab.rect().top());
    let below = below.fold(0.0, f32::max);
    let nodes = roles.into_iter().flat_map(|role| person.window.query_all_by_role(role));
    let rows = nodes.filter(|node| {
        let rect = node.rect();
        let is_tool = rect.top() < 70.0;
        let is_below = (rect.center().y - below - 13.0).abs() < 8.0 && rect.left() < size.x * 0.66;
        is_tool || is_below
    });
    rows.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

#[test]
fn tabs_and_tools_never_cover_each_other() {
    // Usual screens at 100, 150 and 200 % and less.
    let sizes = [(1440, 900), (1280, 720), (960, 600), (853, 480), (720, 450), (640, 360)];
    for language in [Language::English, Language::Chinese] {
        let mut person = Person::at_first_sample().language(language).open();
        for (width, height) in sizes {
            person.window.set_size(Vec2::new(width as f32, height as f32));
            person.wait();
            let things = things(&person);
            assert!(things.len() > 12, "{width}: {things:?}");
            for (at, (name, rect)) in things.iter().enumerate() {
                assert!(rect.right() <= width as f32 + 0.5, "{width}: {name} {rect}");
                for (other, beside) in things.iter().skip(at + 1) {
                    let both = rect.intersect(*beside);
                    let covers = both.width() > 1.0 && both.height() > 1.0;
                    assert!(!covers, "{width} × {height}: {name} {rect} and {other} {beside}");
                }
            }
        }
    }
}

#[test]
fn what_finds_no_room_beside_the_tabs_is_in_menus() {
    let mut person = Person::at_first_sample().size(640.0, 720.0).open();
    assert!(person.window.query_by_role_and_label(Role::Tab, "Money").is_none());
    person.click("More tables and charts");
    person.click("Money");
    assert!(person.window.query_by_role_and_label(Role::Tab, "Money").is_some());
    person.click("Steps");
    person.click("Find steps");
    person.click_role(Role::TextInput, "Find steps");
    person.type_text("photo");
    assert!(person.sees("Photograph"));
    assert!(person.sees("Without a time"));
}
