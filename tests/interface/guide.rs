//! The user's guide: opened at what is in front, read beside the work, searched, left.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::Zone;
use onstage::guide::{Document, Page, read};
use onstage::wording::Language;

use crate::context::Person;

fn document(page: Page) -> Document {
    read(page, page.source(Language::English))
}

/// The title of a page as it is in English.
fn title(page: Page) -> String {
    document(page).title()
}

impl Person {
    /// The window of the guide, while it is open.
    fn guide(&self) -> Option<Rect> {
        self.window.query_by_role_and_label(Role::Window, "Guide").map(|node| node.rect())
    }

    /// The title of the page that is read.
    fn read_page(&self) -> String {
        let titles = self.window.query_all_by_role(Role::Heading);
        let mut titles = titles.filter(|node| node.accesskit_node().level() == Some(1));
        let title = titles.next().expect("a page with its title");
        assert!(titles.next().is_none(), "one page at a time");
        title.accesskit_node().label().unwrap_or_default()
    }

    fn open_guide(&mut self) {
        self.press(Modifiers::NONE, Key::F1);
        assert!(self.guide().is_some(), "the guide is open");
    }

    /// Clicks a row of the contents or of what was found.
    fn choose_in_guide(&mut self, label: &str) {
        self.click_role(Role::TreeItem, label);
    }

    #[track_caller]
    fn check_opens(&mut self, page: Page) {
        self.open_guide();
        assert_eq!(self.read_page(), title(page));
        self.press(Modifiers::NONE, Key::Escape);
        assert!(self.guide().is_none(), "Esc closes it");
    }
}

#[test]
fn it_opens_by_menu_by_key_and_by_the_finder() {
    let mut person = Person::new();
    person.click("Help");
    person.click_containing("Guide");
    assert_eq!(person.read_page(), title(Page::Start));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.guide().is_none());
    person.check_opens(Page::Start);
    person.command("guide");
    assert_eq!(person.read_page(), title(Page::Start));
}

#[test]
fn f1_opens_the_page_about_what_is_in_front() {
    let mut person = Person::new();
    person.click_card("Eye test");
    person.check_opens(Page::Steps);
    person.click_cell("Eye test", "Time");
    person.check_opens(Page::Tables);
    person.click_role(Role::Tab, "Load");
    person.check_opens(Page::Charts);
    let problems = person.window.query_all_by_role(Role::Tab).find(|tab| {
        tab.accesskit_node().label().is_some_and(|label| label.starts_with("Problems"))
    });
    problems.expect("a tab of problems").click();
    person.wait();
    person.check_opens(Page::Problems);
    person.click_role(Role::Tab, "Capacity");
    person.check_opens(Page::Figures);
    // Nothing in particular is in front: what was read last.
    let blank = person.point_in(Zone::Support, 100);
    person.click_at(blank);
    person.check_opens(Page::Figures);
}

#[test]
fn it_lies_over_dialogs_and_esc_leaves_one_thing_at_a_time() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F4);
    assert!(person.sees("Redesign"));
    person.open_guide();
    assert_eq!(person.read_page(), title(Page::Redesign));
    let way = document(Page::Redesign).headings().nth(1).map(|(_, text, _)| text.plain());
    person.choose_in_guide(&way.expect("a part of the page"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.guide().is_none());
    assert!(person.window.query_by_role_and_label(Role::Dialog, "Redesign").is_some());
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.window.query_by_role_and_label(Role::Dialog, "Redesign").is_none());
}

#[test]
fn the_sheet_takes_keys_beside_it_and_it_takes_none_of_theirs() {
    let mut person = Person::new();
    person.click_card("Eye test");
    let steps = person.scenario().steps().len();
    person.open_guide();
    for key in [Key::Delete, Key::Backspace, Key::N, Key::Enter] {
        person.press(Modifiers::NONE, key);
    }
    person.type_text("x");
    person.press(Modifiers::COMMAND, Key::A);
    assert_eq!(person.scenario().steps().len(), steps, "the guide has the keys");
    assert_eq!(person.app().editor().selection().steps.len(), 1);
    let card = person.card("Check violations");
    assert!(!person.guide().expect("open").contains(card), "the card can be reached");
    person.click_card("Check violations");
    person.press(Modifiers::NONE, Key::Delete);
    assert_eq!(person.scenario().steps().len(), steps - 1, "the sheet has the keys");
    assert!(person.guide().is_some(), "and the guide stays");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.guide().is_some(), "Esc means what has the keys");
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.scenario().steps().len(), steps);
    person.press(Modifiers::NONE, Key::F1);
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.guide().is_none());
}

#[test]
fn the_search_finds_and_leads_and_nothing_typed_there_reaches_the_sheet() {
    let mut person = Person::new();
    person.click_card("Eye test");
    let before = person.blueprint().clone();
    person.open_guide();
    person.press(Modifiers::COMMAND, Key::F);
    person.type_text("qwx zyq");
    assert!(person.sees("Nothing about “qwx zyq”"));
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.guide().is_some(), "Esc clears the field first");
    // The title of a page leads to it, in whatever case.
    person.type_text(&title(Page::Trust).to_uppercase());
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.read_page(), title(Page::Trust));
    assert_eq!(*person.blueprint(), before);
    person.press(Modifiers::NONE, Key::Escape);
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.guide().is_none());
    assert_eq!(person.app().editor().selection().steps.len(), 1, "what was selected still is");
}

#[test]
fn a_link_leads_on_and_back_returns() {
    let mut person = Person::new();
    person.open_guide();
    person.choose_in_guide(&title(Page::Figures));
    person.choose_in_guide("The tiles");
    let link = "per hour, day or week";
    person.click_role(Role::Link, link);
    assert_eq!(person.read_page(), title(Page::Demand));
    person.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(person.read_page(), title(Page::Figures));
    person.window.get_by_role_and_label(Role::Heading, "The tiles");
    person.click_role(Role::Button, "Forward again");
    assert_eq!(person.read_page(), title(Page::Demand));
    for page in [Page::Figures, Page::Figures, Page::Start] {
        person.click_role(Role::Button, "Back to where I was");
        assert_eq!(person.read_page(), title(page));
    }
}

#[test]
fn it_follows_the_language_at_once() {
    let mut person = Person::new();
    person.open_guide();
    person.command("简体中文");
    let chinese = read(Page::Start, Page::Start.source(Language::Chinese)).title();
    assert_eq!(person.read_page(), chinese);
}

#[test]
fn in_a_narrow_window_the_contents_take_the_place_of_the_page() {
    let mut person = Person::at_first_sample().size(620.0, 520.0).open();
    person.open_guide();
    let room = person.window.ctx.content_rect();
    assert!(room.contains_rect(person.guide().expect("open")), "all of it is seen");
    assert!(person.window.query_by_role_and_label(Role::TreeItem, &title(Page::Flow)).is_none());
    person.click("Contents");
    person.choose_in_guide(&title(Page::Flow));
    assert_eq!(person.read_page(), title(Page::Flow));
}

#[test]
fn the_guide_comes_back_as_it_was_when_there_is_room_again() {
    let mut person = Person::new();
    person.open_guide();
    let before = person.guide().expect("open");
    person.window.set_size(egui::vec2(640.0, 400.0));
    person.wait();
    let small = person.guide().expect("open");
    assert!(small.width() < before.width() && small.height() < before.height());
    person.window.set_size(egui::vec2(1440.0, 900.0));
    person.wait();
    assert_eq!(person.guide(), Some(before));
}

#[test]
fn each_language_goes_by_its_own_name_in_the_menu() {
    let mut person = Person::new();
    person.click("View");
    person.click("Language");
    assert!(person.sees("English") && person.sees("简体中文"));
}
