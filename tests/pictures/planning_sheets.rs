//! Planning sheets: tables, planes, bands, conflicts, rays.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::sheets::{Purpose, Sheet};
use onstage::wording::Language;

use crate::context::{Person, Setup};

fn class() -> Setup {
    Person::at("planning-class").size(1440.0, 900.0)
}

/// Shows the sheet whose tab stands at a place, counted from 1.
fn show(person: &mut Person, at: usize) {
    let name = person.blueprint().sheets()[at - 1].1.name.clone();
    let tabs = person.window.query_all_by_role(Role::Tab);
    let mut found =
        tabs.filter(|tab| tab.accesskit_node().label().is_some_and(|it| it.starts_with(&name)));
    let tab = found.next().map(|tab| tab.click());
    drop(found);
    if tab.is_none() {
        let more = person.word("scenario-more");
        person.click_role(Role::Button, &more);
        person.click_role(Role::Button, &name);
    }
    person.wait();
    person.point_away();
}

#[test]
fn tables_and_chairs_in_light() {
    class().looks_like("planning-tables-light", Person::point_away);
}

#[test]
fn tables_and_chairs_in_the_dark_on_a_small_screen() {
    class().dark().size(1280.0, 720.0).looks_like("planning-tables-dark", Person::point_away);
}

#[test]
fn peas_in_chinese() {
    class().language(Language::Chinese).looks_like("planning-peas-chinese", |person| {
        show(person, 5);
    });
}

#[test]
fn feed_on_a_small_screen() {
    class().size(1280.0, 720.0).looks_like("planning-feed-small", |person| show(person, 3));
}

#[test]
fn a_conflict_in_the_dark() {
    class().dark().looks_like("planning-conflict-dark", |person| {
        show(person, 2);
        person.click_cell("Amount", "Assets");
        person.type_text("20");
        person.press(egui::Modifiers::NONE, egui::Key::Enter);
        person.point_away();
    });
}

/// Shows the mix, which the blueprint fills.
fn show_mix(person: &mut Person) {
    let is_mix = |sheet: &Sheet| sheet.purpose == Purpose::ServiceMix;
    let at = person.blueprint().sheets().iter().position(|(_, sheet)| is_mix(sheet));
    show(person, at.map_or(1, |at| at + 1));
}

#[test]
fn the_mix_in_light() {
    class().looks_like("planning-mix-light", show_mix);
}

#[test]
fn the_mix_in_chinese_in_the_dark_on_a_small_screen() {
    let class = class().dark().size(1280.0, 720.0).language(Language::Chinese);
    class.looks_like("planning-mix-chinese-dark", show_mix);
}

#[test]
fn machines_in_light() {
    class().looks_like("planning-machines-light", |person| show(person, 6));
}

#[test]
fn a_plan_without_end() {
    let text = r#"(
    sheets: [(id: 106, name: "Without end", purpose: Production, aim: Most,
        limits: [(name: "L", amount: 10), (name: "M", amount: 40)],
        items: [(name: "Plain", worth: 2, uses: [1, 2]), (name: "Luxury", worth: 1, uses: [-1, "-"])])],
)"#;
    Person::at_text(text)
        .size(1440.0, 900.0)
        .looks_like("planning-without-end", Person::point_away);
}
