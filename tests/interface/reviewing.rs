//! A review in the window: by whom, of what, and what it leaves alone.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use onstage::blueprint::{Anchor, Asked, Comment, Discussion, Timestamp};
use onstage::storage::model_fingerprint;

use crate::context::{Computer, Person, button_at, key_press, reviewed_office};

const NONE: Modifiers = Modifiers::NONE;

impl Person {
    /// A window in which the office is reviewed about which something was said.
    fn reviewing() -> Self {
        let mut person = Self::at_blueprint(reviewed_office("en")).open();
        person.review();
        person
    }

    /// The same on a computer that knows the reviewer's name.
    fn known_reviewer(computer: &Computer) -> Self {
        let mut person = Self::at_blueprint(reviewed_office("en")).on_computer(computer).open();
        person.review();
        person
    }

    fn is_reviewing(&self) -> bool {
        self.sees("Reviewing – nothing is changed")
    }

    fn said(&self) -> &Discussion {
        self.blueprint().discussion()
    }

    fn comment_that_says(&self, text: &str) -> &Comment {
        let mut all = self.said().comments.iter();
        all.find(|comment| comment.text.contains(text)).expect("it was said")
    }

    /// Answers who one is, where it is asked.
    fn answers_name(&mut self, name: &str) {
        self.fill_and_enter("Your name, as others shall see it", name);
    }

    /// Writes into the field of a comment and sends it.
    fn writes_and_sends(&mut self, text: &str) {
        self.window.run_steps(3);
        self.type_text(text);
        self.press(Modifiers::COMMAND, Key::Enter);
    }
}

/// Numbers that follow from each other, for tests that must come out the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}

#[test]
fn nothing_that_is_typed_or_dragged_in_a_review_changes_the_model() {
    // Without Tab: it leads to the button by which a review is left on purpose.
    const KEYS: [Key; 34] = [
        Key::A,
        Key::B,
        Key::C,
        Key::D,
        Key::E,
        Key::I,
        Key::J,
        Key::K,
        Key::N,
        Key::R,
        Key::S,
        Key::U,
        Key::V,
        Key::X,
        Key::Y,
        Key::Z,
        Key::Delete,
        Key::Backspace,
        Key::Enter,
        Key::Escape,
        Key::PageDown,
        Key::Space,
        Key::F2,
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::ArrowUp,
        Key::ArrowDown,
        Key::Num1,
        Key::Num3,
        Key::Num5,
        Key::Num8,
        Key::Num0,
        Key::Home,
        Key::OpenBracket,
    ];
    let held = [NONE, NONE, NONE, Modifiers::SHIFT, Modifiers::COMMAND, Modifiers::ALT];
    let mut person = Person::reviewing();
    let before = model_fingerprint(person.blueprint());
    let mut dice = Dice(7);
    let area = person.everything();
    for round in 0..160 {
        let mut events = Vec::new();
        for _ in 0..64 {
            let (key, modifiers) = (KEYS[dice.roll(KEYS.len())], held[dice.roll(held.len())]);
            // Another document is another matter, and so are files and what the finder finds.
            let is_of_files = matches!(key, Key::N | Key::S | Key::E | Key::K);
            if modifiers == Modifiers::COMMAND && is_of_files {
                continue;
            }
            events.push(key_press(modifiers, key));
            let letter = key.name().to_lowercase();
            if letter.len() == 1 && modifiers == NONE {
                events.push(Event::Text(letter));
            }
        }
        person.at_once(events);
        let mut point = || {
            let (x, y) = (dice.roll(900) as f32, dice.roll(700) as f32);
            area.min + egui::vec2(40.0 + x, 120.0 + y)
        };
        let (from, to) = (point(), point());
        person.at_once([Event::PointerMoved(from), button_at(from, true)]);
        person.at_once([Event::PointerMoved(from + (to - from) * 0.5)]);
        person.at_once([Event::PointerMoved(to), button_at(to, false)]);
        // What a button asks for is not answered: a path that is typed at random would be a file somewhere.
        person.press(NONE, Key::Escape);
        person.press(NONE, Key::Escape);
        if !person.is_reviewing() {
            // A button may have been pressed by keys: it is left by that button alone, and on purpose.
            person.review();
        }
        let now = model_fingerprint(person.blueprint());
        let (undo, trial) = (person.undo_code(), person.app().editor().trial());
        let is_on = person.is_reviewing();
        assert_eq!(now, before, "after round {round}: {undo:?}, {trial:?}, in review: {is_on}");
    }
}

#[test]
fn comments_recompute_no_figure() {
    let mut person = Person::reviewing();
    let figures = person.app().editor().figures_revision();
    let analysis = std::sync::Arc::as_ptr(person.app().analysis());
    person.press(NONE, Key::C);
    person.writes_and_sends("Who is it for?");
    person.answers_name("Reviewer Three");
    assert_eq!(person.comment_that_says("Who is it for?").by, "Reviewer Three");
    person.press(NONE, Key::E);
    let closed = person.comment_that_says("Who is it for?");
    assert!(!closed.is_open(), "{closed:?}");
    assert_eq!(person.app().editor().figures_revision(), figures);
    assert_eq!(std::sync::Arc::as_ptr(person.app().analysis()), analysis, "the very same figures");
}

#[test]
fn a_manager_comments_on_a_figure_and_hands_the_review_in_as_one_step() {
    let computer = Computer::new();
    let mut person = Person::known_reviewer(&computer);
    person.press(NONE, Key::Num2);
    person.press(NONE, Key::C);
    person.window.run_steps(3);
    person.type_text("It is too tight.");
    person.press(NONE, Key::Escape);
    assert!(person.sees("1 draft goes with it"));
    let before = person.said().clone();
    assert!(!person.sees("Save reviewed copy"), "nothing was said yet");
    person.click_role(Role::Button, "Ask for changes");
    person.answers_name("Reviewer Three");
    assert!(person.sees("Save reviewed copy"), "it can be passed on where one looks");
    let comment = person.comment_that_says("It is too tight.");
    assert_eq!((comment.on.figure.as_str(), comment.saw.as_str()), ("utilisation", "90 %"));
    assert_eq!(comment.by, "Reviewer Three");
    let review = person.said().last_review().expect("it was handed in");
    assert_eq!((review.by.as_str(), review.verdict.as_str()), ("Reviewer Three", "changes"));
    assert_eq!(review.of, model_fingerprint(person.blueprint()));
    assert!(review.saw.contains(&("capacity_per_hour".to_owned(), 60.0)), "{review:?}");
    person.press(NONE, Key::Num0);
    // What was reviewed is as it was: in every scenario, whatever its figures.
    assert!(person.sees("The figures are those of the review"));
    person.click("To-be A: 120 /h");
    assert!(person.sees("The figures are those of the review"));
    assert_eq!(person.undo_code(), Some("edit-review"));
    person.undo();
    assert_eq!(**person.blueprint().discussion(), before, "one step took all of it back");
    // The name is asked for once on this computer.
    let mut later = Person::known_reviewer(&computer);
    later.press(NONE, Key::C);
    later.writes_and_sends("And later?");
    assert_eq!(later.comment_that_says("And later?").by, "Reviewer Three");
}

#[test]
fn what_was_said_is_answered_closed_and_opened_again_by_keys_alone() {
    let computer = Computer::new();
    let mut person = Person::known_reviewer(&computer);
    let name = "Comment 1, Question, open, Reviewer One, on Check violations";
    assert!(person.window.query_by_role_and_label(Role::ListItem, name).is_some());
    person.press(NONE, Key::J);
    person.press(NONE, Key::Enter);
    assert_eq!(person.selected(), ["Check violations"]);
    assert!(
        person.window.query_by_role_and_label(Role::Button, name).is_some(),
        "a pin on the card"
    );
    person.press(NONE, Key::R);
    person.writes_and_sends("It is given.");
    person.answers_name("李");
    let question = person.comment_that_says("Is one officer a given?");
    let answers: Vec<&str> = question.replies.iter().map(|reply| reply.text.as_str()).collect();
    assert_eq!(answers, ["One on leave until the summer.", "It is given."]);
    person.press(NONE, Key::E);
    assert!(!person.comment_that_says("Is one officer a given?").is_open());
    person.press(Modifiers::SHIFT, Key::E);
    assert!(person.comment_that_says("Is one officer a given?").is_open());
    let replies = person.comment_that_says("Is one officer a given?").replies.len();
    assert_eq!(replies, 2, "opening it again keeps what was said");
    let earlier = &person.comment_that_says("Is one officer a given?").earlier;
    let earlier: Vec<(&str, &str)> =
        earlier.iter().map(|it| (it.by.as_str(), it.way.as_str())).collect();
    assert_eq!(earlier, [("李", "done")], "and who had closed it");
}

#[test]
fn shift_counts_as_it_was_at_the_press_and_what_is_done_is_not_done_twice() {
    let computer = Computer::new();
    let mut person = Person::known_reviewer(&computer);
    person.press(NONE, Key::J);
    person.press(NONE, Key::E);
    person.answers_name("李");
    person.press(NONE, Key::E);
    assert!(person.sees("This comment is closed already"));
    let question = person.comment_that_says("Is one officer a given?");
    assert!(!question.is_open() && question.earlier.is_empty(), "{question:?}");
    // Shift is up again before the press is read.
    person.window.event(Event::Key {
        key: Key::E,
        physical_key: Some(Key::E),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::SHIFT,
    });
    person.window.run_steps(3);
    let question = person.comment_that_says("Is one officer a given?");
    assert!(question.is_open() && question.earlier.len() == 1, "{question:?}");
    person.press(Modifiers::SHIFT, Key::E);
    assert!(person.sees("This comment is open already"));
    let question = person.comment_that_says("Is one officer a given?");
    assert_eq!(question.earlier.len(), 1);
}

#[test]
fn a_comment_follows_its_card_and_says_what_became_of_it() {
    let mut person = Person::reviewing();
    person.click("Edit instead");
    assert!(!person.is_reviewing());
    person.click_card("Check violations");
    person.fill_and_enter("Time", "45 s");
    person.click_role(Role::Tab, "Comments 3");
    assert!(person.sees("Changed since: 60 s → 45 s"));
    person.click_card("Check violations");
    person.press(NONE, Key::Delete);
    person.click_role(Role::Tab, "Comments 3");
    assert!(person.sees("ABOUT WHAT IS GONE"), "its thing was deleted");
    person.undo();
    person.click_role(Role::Tab, "Comments 3");
    assert!(!person.sees("ABOUT WHAT IS GONE"), "undo brings it home");
}

#[test]
fn a_suggestion_brings_what_it_promises_as_one_step_and_is_done_with() {
    let computer = Computer::new();
    let mut person = Person::known_reviewer(&computer);
    assert!(person.sees("Records officer 1 → 2"));
    assert!(person.sees("60 → 90 /h"));
    let before = person.document();
    person.click_role(Role::Button, "Try first");
    assert!(person.sees("Trying a suggestion"));
    assert_eq!(person.capacity(), Some(90.0));
    person.press(NONE, Key::Escape);
    assert_eq!(person.document(), before, "it was only tried");
    person.click_role(Role::Button, "Accept");
    assert!(person.sees("It changes the blueprint: the review ends, and you go on editing."));
    person.click("Cancel");
    assert!(person.is_reviewing() && person.document() == before, "nothing was meant");
    person.click_role(Role::Button, "Accept");
    person.click("Accept and edit");
    person.answers_name("Designer");
    assert_eq!(person.capacity(), Some(90.0), "as promised");
    let closed = person.comment_that_says("Is one officer a given?").closed.clone();
    let closed = closed.expect("closed with it");
    assert_eq!((closed.by.as_str(), closed.way.as_str()), ("Designer", "done"));
    assert!(!person.is_reviewing(), "who accepts edits");
    assert_eq!(person.undo_code(), Some("edit-accept-suggestion"));
    person.undo();
    assert_eq!(person.document(), before, "one step");
}

#[test]
fn a_file_that_asks_for_a_review_opens_so_and_the_next_review_answers_it() {
    let mut blueprint = reviewed_office("en");
    let at = Timestamp::parse("2025-11-29T10:00:00+08:00").expect("a time");
    let asked = Asked { at, by: "Designer".to_owned(), text: "Before Monday.".to_owned() };
    let said = Discussion { asked: Some(asked), ..blueprint.discussion().as_ref().clone() };
    blueprint.set_discussion(said);
    let mut person = Person::at_blueprint(blueprint).open();
    assert!(person.is_reviewing());
    assert!(person.sees("Designer asked for a review on 29 November 2025"));
    person.click_role(Role::Button, "Approve");
    person.answers_name("Reviewer One");
    assert_eq!(person.said().asked, None);
    // Asked for again from the menu of files.
    person.command("Review…");
    person.command("Ask for a review");
    let asked = person.said().asked.as_ref().map(|asked| asked.by.as_str());
    assert_eq!(asked, Some("Reviewer One"));
}

#[test]
fn while_editing_a_comment_is_made_on_what_is_selected() {
    let mut person = Person::new();
    person.click_card("Eye test");
    person.press(Modifiers::COMMAND.plus(Modifiers::ALT), Key::M);
    person.writes_and_sends("Who counts the 2 %?");
    person.answers_name("Designer");
    let comment = person.comment_that_says("Who counts the 2 %?");
    assert_eq!(comment.saw, "40 s");
    assert_eq!(person.undo_code(), Some("edit-comment"));
    assert_eq!(person.selected(), ["Eye test"], "typing never went to the card");
}

#[test]
fn what_changed_is_walked_line_by_line_and_what_was_looked_at_is_kept() {
    let computer = Computer::new();
    let at_changes = || {
        let mut person = Person::known_reviewer(&computer);
        person.click("To-be A: 120 /h");
        person.press(NONE, Key::D);
        // No copy of what was reviewed is at hand, as the file lies nowhere.
        assert!(person.sees("The service is as it was reviewed."));
        person.hold_against_baseline();
        person
    };
    let mut person = at_changes();
    let first = "Records officer · Headcount: 1 → 2, 60 → 90 /h, visit −4 min, +$0.222 a customer";
    assert!(person.sees(&format!("{first}, not viewed")), "the greatest effect first");
    assert!(person.sees("0 of 20 viewed"));
    person.press(NONE, Key::CloseBracket);
    person.press(NONE, Key::V);
    assert!(person.sees(&format!("{first}, Viewed")));
    person.press(NONE, Key::C);
    person.writes_and_sends("Is there a second desk?");
    person.answers_name("Reviewer Three");
    let comment = person.comment_that_says("Is there a second desk?");
    assert!(comment.on.role.is_some() && comment.on.change == "headcount", "{comment:?}");
    assert!(person.sees("Records officer · Headcount"), "the same comment in words");
    person.press(NONE, Key::Num0);
    assert!(person.sees("120 can be served"), "back at the page, of the same scenario");
    assert!(at_changes().sees("1 of 20 viewed"), "on this computer, not in the file");
}

#[test]
fn the_version_that_was_reviewed_is_found_beside_the_file() {
    let computer = Computer::new();
    let office = reviewed_office("en");
    computer.file("copy.ron", onstage::storage::encode(&office));
    let changed = onstage::storage::encode(&office).replace("time: \"60 s\"", "time: \"50 s\"");
    let file = computer.file("licence.ron", &changed);
    let mut person = Person::at_file(&file).open();
    person.review();
    person.press(NONE, Key::Num8);
    assert!(person.sees("As-is against review of 12 November 2025"));
    assert!(person.sees("Check violations · Time: 60 s → 50 s, 60 → 72 /h"));
}

#[test]
fn the_page_and_a_copy_that_bears_the_name_are_taken_along() {
    let computer = Computer::new();
    let file = computer.save("licence.ron", &reviewed_office("en"));
    let mut person = Person::at_file(&file).on_computer(&computer).open();
    person.review();
    person.click_role(Role::Button, "Save verdict as…");
    let page = computer.path("verdict.md");
    person.answer_path(&page);
    person.wait();
    let text = std::fs::read_to_string(&page).expect("it was written");
    assert!(text.contains("Driver-licence office") && text.contains("90 %"), "{text}");
    // What was said comes after the page, with the numbers of the pins; what is closed does not.
    let heading = text.find("What was said").expect("a list of comments");
    assert!(text.find("Is one officer a given?").is_some_and(|at| at > heading), "{text}");
    assert!(text.contains("One on leave until the summer."), "{text}");
    assert!(!text.contains("Which office is it?"), "{text}");
    person.click_role(Role::Button, "Save verdict as…");
    person.answer_path(&computer.path("verdict.pdf"));
    person.wait();
    let bytes = std::fs::read(computer.path("verdict.pdf")).expect("it was written");
    assert!(bytes.starts_with(b"%PDF"));
    // What is no document is refused, and nothing is written.
    for name in ["verdict.png", "verdict.odt", "verdict.xlsx"] {
        person.click_role(Role::Button, "Save verdict as…");
        person.answer_path(&computer.path(name));
        person.wait();
        assert!(person.sees(".pdf, .md, .html, .docx or .txt"), "{name}");
        person.click("Close");
        assert!(!computer.path(name).exists(), "{name}");
    }
    person.command("Save reviewed copy");
    person.answers_name("Reviewer One");
    person.wait();
    let copy = computer.path("licence – Reviewer One.ron");
    assert!(copy.exists());
    assert!(person.sees("Show in folder") && person.sees(&copy.display().to_string()));
    person.click("Close");
    assert!(person.is_reviewing(), "the review goes on in the copy");
}

#[test]
fn a_comment_by_keys_follows_the_keys_and_not_a_pointer_that_rests() {
    let computer = Computer::new();
    let mut person = Person::known_reviewer(&computer);
    person.press(NONE, Key::Num3);
    let photo = person.card("Photograph");
    person.press(NONE, Key::Num0);
    person.point_at(photo);
    person.press(NONE, Key::Num3);
    person.press(NONE, Key::C);
    person.writes_and_sends("Why so long?");
    person.answers_name("Reviewer Three");
    let on = person.comment_that_says("Why so long?").on.clone();
    assert_eq!(on.step, Some(person.step("Waits for check")));
    // Once it moves, the pointer means something again.
    person.point_at(photo + egui::vec2(3.0, 0.0));
    person.press(NONE, Key::C);
    person.writes_and_sends("And here?");
    assert_eq!(person.comment_that_says("And here?").on.step, Some(person.step("Photograph")));
}

#[test]
fn what_was_not_sent_is_asked_about_before_its_blueprint_goes() {
    let computer = Computer::new();
    let mut person = Person::known_reviewer(&computer);
    let leave = |person: &mut Person| {
        person.press(NONE, Key::Num2);
        person.press(NONE, Key::C);
        person.window.run_steps(3);
        person.type_text("It is too tight.");
        person.press(NONE, Key::Escape);
        person.press(Modifiers::COMMAND, Key::N);
        assert!(person.sees("1 comment is not sent yet"));
    };
    leave(&mut person);
    person.click("Cancel");
    assert!(person.sees("1 draft goes with it"), "nothing is gone");
    person.press(Modifiers::COMMAND, Key::N);
    person.click("Send them");
    person.answers_name("Reviewer Three");
    assert_eq!(person.comment_that_says("It is too tight.").by, "Reviewer Three");
    leave(&mut person);
    person.click("Discard them");
    assert!(!person.sees("1 draft goes with it"));
}

#[test]
fn the_row_of_changes_names_the_other_scenario_and_the_picker_switches_at_once() {
    // The service was another one when it was reviewed.
    let mut office = reviewed_office("en");
    let mut said = Discussion::clone(office.discussion());
    said.reviews[0].of = "9c41e07b52aa".to_owned();
    office.set_discussion(said);
    let mut person = Person::at_blueprint(office).open();
    person.review();
    let since = "Since 12 November 2025: capacity 54 → 60 /h.";
    assert!(person.sees(since), "against the review");
    assert!(person.sees("To-be A: capacity 60 → 120 /h"), "and the other scenario");
    assert!(person.sees("54 an hour come, 60 can be served"));
    person.click("To-be A: 120 /h");
    assert!(person.sees("120 can be served"), "the whole page is that of the other one");
    assert!(person.sees("Against As-is: capacity 60 → 120 /h"));
}

#[test]
fn the_board_of_shortcuts_has_the_keys_of_a_review() {
    let mut person = Person::reviewing();
    person.press(NONE, Key::Questionmark);
    person.type_text("in a review");
    assert!(person.sees("R, E, Shift+E") && person.sees("J, K, Enter"));
    person.press(NONE, Key::Escape);
    assert!(person.is_reviewing(), "the board closes, the review goes on");
}

#[test]
fn of_thousands_of_comments_only_those_are_laid_out_that_are_seen() {
    let mut office = reviewed_office("en");
    let mut said = Discussion::clone(office.discussion());
    let question = said.comments[0].clone();
    for number in 0..2_000 {
        let at = format!(
            "2025-11-2{}T{:02}:{:02}:{:02}+08:00",
            number % 7,
            number % 24,
            number % 60,
            number / 60
        );
        let at = Timestamp::parse(&at).expect("a time");
        said.comments.push(Comment::new(
            question.on.clone(),
            "李明",
            at,
            format!("Number {number}"),
        ));
    }
    office.set_discussion(said);
    let mut person = Person::at_blueprint(office).open();
    person.review();
    let listed = |person: &Person| {
        let all = person.window.query_all_by_role(Role::ListItem);
        all.filter(|it| it.accesskit_node().label().is_some_and(|it| it.starts_with("Comment ")))
            .count()
    };
    let count = listed(&person);
    assert!((3..40).contains(&count), "{count} are laid out");
    for _ in 0..30 {
        person.press(NONE, Key::J);
    }
    let count = listed(&person);
    assert!((3..40).contains(&count), "{count} are laid out further below");
}

#[test]
fn comments_from_other_zones_and_in_other_scripts_stand_in_the_order_of_their_moments() {
    let mut office = reviewed_office("en");
    let on = Anchor { scenario: Some(office.baseline().id()), ..Anchor::default() };
    let said = |by: &str, at: &str, text: &str| {
        Comment::new(on.clone(), by, Timestamp::parse(at).expect("a time"), text)
    };
    // By its clock the first one is the later one.
    let comments = vec![
        said("李明", "2025-11-28T09:00:00+08:00", "先到的"),
        said("Ольга", "2025-11-28T02:00:00+00:00", "А это верно?"),
        said("Zoë", "2025-11-27T23:30:00-05:00", "Later still"),
    ];
    office.set_discussion(Discussion { comments, ..Discussion::default() });
    let before = onstage::storage::encode(&office);
    let mut person = Person::at_blueprint(office).open();
    person.review();
    person.click_role(Role::Button, "By place");
    let tops = ["Zoë", "Ольга", "李明"].map(|name| {
        let node = person.window.get_by(|node| {
            node.role() == Role::ListItem && node.label().is_some_and(|it| it.contains(name))
        });
        node.rect().top()
    });
    assert!(tops.is_sorted(), "the newest first: {tops:?}");
    assert_eq!(person.document(), before, "zones and names are kept as they are written");
}

#[test]
fn a_pin_goes_where_its_card_goes_and_is_pale_where_that_was_copied() {
    let mut person = Person::reviewing();
    person.click("Edit instead");
    person.click_card("Check violations");
    person.fill_and_enter("Name", "Look it up");
    let from = person.card("Look it up");
    let beside = person.card("Eye test");
    person.drag(from, egui::pos2(beside.x, from.y));
    person.review();
    person.press(NONE, Key::J);
    person.press(NONE, Key::Enter);
    let name = "Comment 1, Question, open, Reviewer One, on Look it up";
    let pin = |person: &Person, name: &str| {
        let pin = person.window.query_by_role_and_label(Role::Button, name);
        pin.map(|pin| pin.rect().center())
    };
    let at = pin(&person, name).expect("a pin on the card");
    let card = person.card_rect("Look it up");
    assert!(card.expand(4.0).contains(at), "{at:?} at {card:?}");
    person.click("Edit instead");
    person.command("Duplicate scenario");
    person.review();
    person.click_role(Role::Tab, "Sheet");
    let pale = format!("{name} · in As-is");
    assert!(pin(&person, &pale).is_some(), "its copy has a pale pin that says whose it is");
    assert!(pin(&person, name).is_none());
}

#[test]
fn names_and_texts_that_run_from_right_to_left_stay_as_they_are_written() {
    let mut office = reviewed_office("en");
    let mut said = Discussion::clone(office.discussion());
    said.comments[0].by = "דנה לוי".to_owned();
    said.comments[0].text = "האם זה נכון? (90 %) \u{202b}abc\u{202c}".to_owned();
    office.set_discussion(said);
    let written = onstage::storage::encode(&office);
    let read = onstage::storage::decode(&written).expect("it can be read").blueprint;
    assert_eq!(read.discussion(), office.discussion());
    assert_eq!(onstage::storage::encode(&read), written, "byte for byte");
}

#[test]
fn who_drew_it_reads_what_a_review_came_to_while_editing() {
    let mut office = reviewed_office("en");
    let mut said = Discussion::clone(office.discussion());
    let earlier = said.reviews[0].clone();
    let last = onstage::blueprint::Review {
        by: "Reviewer Two".to_owned(),
        at: Timestamp::parse("2025-11-30T10:00:00+08:00").expect("a time"),
        text: "Not before the second officer is costed.".to_owned(),
        ..earlier
    };
    said.reviews.push(last);
    office.set_discussion(said);
    let mut person = Person::at_blueprint(office).open();
    person.review();
    person.click("Edit instead");
    person.click_role(Role::Tab, "Comments 3");
    let last = "Reviewer Two asks for changes (30 November 2025): Not before the second";
    assert!(person.sees(last));
    assert!(!person.sees("Reviewer One asks for changes"));
    person.click("1 earlier review");
    assert!(person.sees("Reviewer One asks for changes (12 November 2025)"));
}

#[test]
fn a_comment_that_is_made_while_something_is_tried_keeps_what_the_file_says() {
    let mut person = Person::reviewing();
    person.click_role(Role::Button, "Try first");
    assert_eq!(person.capacity(), Some(90.0));
    assert!(person.sees("Limit: 90 /h"), "the page is of what is tried");
    person.click("Comment on Limit");
    person.writes_and_sends("Is that all?");
    person.answers_name("Ann");
    assert_eq!(person.comment_that_says("Is that all?").saw, "60 /h");
}

#[test]
fn a_comment_on_a_figure_says_what_became_of_it_in_every_scenario() {
    let mut person = Person::reviewing();
    person.press(NONE, Key::Num0);
    person.window.run_steps(2);
    person.click("Comment on Limit");
    person.writes_and_sends("Is it enough?");
    person.answers_name("Ann");
    assert_eq!(person.comment_that_says("Is it enough?").saw, "60 /h");
    person.click("Edit instead");
    person.click_card("Check violations");
    person.fill_and_enter("Time", "45 s");
    person.click_role(Role::Tab, "Comments 4");
    person.press(NONE, Key::Escape);
    assert!(person.sees("Changed since: 60 /h → 80 /h"));
    // A figure that cannot be had any more has changed too.
    person.click_card("Check violations");
    person.fill_and_enter("Time", "");
    person.click_role(Role::Tab, "Comments 4");
    person.press(NONE, Key::Escape);
    assert!(person.sees("Changed since: 60 /h → not known"));
}

#[test]
fn levers_show_what_would_be_and_change_nothing() {
    let mut person = Person::reviewing();
    let before = model_fingerprint(person.blueprint());
    let document = person.document();
    person.click("What if…");
    person.window.run_steps(2);
    let lever = person.window.get_by_role_and_label(Role::SpinButton, "How many Records officer");
    lever.focus();
    person.window.run_steps(2);
    person.type_text("2");
    person.press(NONE, Key::Enter);
    person.window.run_steps(3);
    assert_eq!(person.capacity(), Some(90.0), "the page is of what is tried");
    assert!(person.sees("Trying a suggestion") && person.sees("60 → 90 /h"));
    person.click("Put back");
    assert_eq!(person.capacity(), Some(60.0));
    assert_eq!((model_fingerprint(person.blueprint()), person.document()), (before, document));
}

#[test]
fn the_pane_says_that_nothing_was_said_of_what_is_selected() {
    let mut person = Person::reviewing();
    person.click_role(Role::Tab, "Sheet");
    person.click_card("Photograph");
    assert!(person.sees("Nothing was said about Photograph here"));
    assert!(!person.sees("Is one officer a given?"), "others are not shown");
    person.click("Show all");
    assert!(person.sees("Is one officer a given?"));
}

#[test]
fn a_comment_on_a_role_has_a_pin_on_the_first_card_that_it_does() {
    let mut office = reviewed_office("en");
    let mut said = Discussion::clone(office.discussion());
    let role = office.baseline().roles().iter().find(|(_, role)| role.name == "Records officer");
    let role = Some(*role.expect("an officer").0);
    let scenario = Some(office.baseline().id());
    let at = Timestamp::parse("2025-11-30T10:00:00+08:00").expect("a time");
    let lane = office.baseline().lanes().keys().next().copied();
    let on_role = Anchor { scenario, role, ..Anchor::default() };
    let on_lane = Anchor { scenario, lane, ..Anchor::default() };
    said.comments = vec![
        Comment::new(on_role, "Ann", at.clone(), "Only one?"),
        Comment::new(on_lane, "Ann", at, "Why this lane?"),
    ];
    office.set_discussion(said);
    let mut person = Person::at_blueprint(office).open();
    person.review();
    person.click_role(Role::Tab, "Sheet");
    let pin = |part: &str| {
        let all = person.window.query_all_by_role(Role::Button);
        let named = all
            .into_iter()
            .find(|it| it.accesskit_node().label().is_some_and(|label| label.contains(part)));
        named.map(|it| it.rect()).expect("a pin")
    };
    let card = person.card_rect("Check violations");
    assert!(card.expand(4.0).contains(pin("on Records officer").center()));
}

#[test]
fn what_was_begun_and_not_sent_comes_back_as_drafts_after_a_crash() {
    let computer = Computer::new();
    let file = computer.save("licence.ron", &reviewed_office("en"));
    let mut person = computer.start(Some(&file));
    person.review();
    person.press(NONE, Key::Num2);
    person.press(NONE, Key::C);
    person.window.run_steps(3);
    person.type_text("It is too tight.");
    person.press(NONE, Key::Escape);
    person.press(NONE, Key::J);
    person.press(NONE, Key::R);
    person.window.run_steps(3);
    person.type_text("Half an answer");
    person.let_pass(12);
    assert_eq!(computer.copies().len(), 1);
    drop(person);
    let mut person = computer.start(None);
    person.click("Recover");
    let said = person.said();
    assert_eq!(said.comments.len(), 4, "nothing counts as sent: {:?}", said.comments);
    assert!(person.sees("It is too tight."), "a draft in the pane");
    person.review();
    assert!(person.sees("1 draft goes with it"));
    person.press(NONE, Key::J);
    for _ in 0..4 {
        person.press(NONE, Key::K);
    }
    person.click_role(Role::Button, "Approve");
    person.answers_name("Ann");
    let answers: Vec<String> = person
        .said()
        .comments
        .iter()
        .flat_map(|it| it.replies.iter().map(|reply| reply.text.clone()))
        .collect();
    assert!(answers.contains(&"Half an answer".to_owned()), "{answers:?}");
    assert_eq!(person.comment_that_says("It is too tight.").by, "Ann");
}

#[test]
fn a_copy_that_cannot_lie_beside_its_file_is_asked_about_once_and_lies_elsewhere() {
    let computer = Computer::new();
    std::fs::create_dir(computer.path("away")).expect("a folder");
    let file = computer.save("away/licence.ron", &reviewed_office("en"));
    let mut person = Person::at_file(&file).on_computer(&computer).open();
    person.review();
    std::fs::remove_dir_all(file.parent().expect("a folder")).expect("it goes");
    person.command("Save reviewed copy");
    person.answers_name("Reviewer One");
    person.wait();
    assert!(person.sees("Another place for the reviewed copy"));
    person.click("Choose a place…");
    let copy = computer.path("licence – Reviewer One.ron");
    person.answer_path(&copy);
    person.wait();
    assert!(copy.exists() && person.sees("The reviewed copy is saved"));
}

#[test]
fn saving_says_that_drafts_are_not_in_the_file() {
    let computer = Computer::new();
    let file = computer.save("licence.ron", &reviewed_office("en"));
    let mut person = Person::at_file(&file).on_computer(&computer).open();
    person.review();
    person.press(NONE, Key::J);
    person.press(NONE, Key::R);
    person.writes_and_sends("It is given.");
    person.answers_name("Ann");
    person.press(NONE, Key::C);
    person.window.run_steps(3);
    person.type_text("It is too tight.");
    person.press(NONE, Key::Escape);
    person.press(Modifiers::COMMAND, Key::S);
    person.wait();
    assert!(person.sees("1 draft stays here, not in the file"));
    let text = std::fs::read_to_string(&file).expect("a file");
    assert!(text.contains("It is given.") && !text.contains("It is too tight."), "{text}");
}

#[test]
fn a_version_of_another_lineage_has_its_marks_on_the_sheet_too() {
    let computer = Computer::new();
    let mut office = reviewed_office("en");
    office.set_lineage("here");
    let file = computer.save("licence.ron", &office);
    office.set_lineage("there");
    // The same service drawn by somebody else: every number is another one.
    let other = onstage::storage::encode(&office)
        .replace("time: \"60 s\"", "time: \"50 s\"")
        .replace("step: 47", "step: 9047")
        .replace("id: 47,", "id: 9047,")
        .replace("from: 47,", "from: 9047,")
        .replace("to: 47", "to: 9047")
        .replace("next_id: ", "next_id: 9");
    let other = computer.file("other.ron", &other);
    let mut person = Person::at_file(&file).on_computer(&computer).open();
    person.review();
    person.press(NONE, Key::D);
    person.click_role(Role::Button, "Another file…");
    person.answer_path(&other);
    person.wait();
    assert!(person.sees("Matched by name"));
    assert!(person.sees("Check violations · Time: 50 s → 60 s"));
    person.press(NONE, Key::CloseBracket);
    assert_eq!(person.selected(), ["Check violations"], "the change is seen on the sheet");
    let painted = person.painted();
    assert!(painted.iter().any(|(text, ..)| text == "50 s"), "the old value beside the card");
}

#[test]
fn the_author_sees_comments_on_the_sheet_and_hides_them() {
    let mut person = Person::at_blueprint(reviewed_office("en")).open();
    let name = "Comment 1, Question, open, Reviewer One, on Check violations";
    let pin = |person: &Person| person.window.query_by_role_and_label(Role::Button, name).is_some();
    assert!(pin(&person), "a pin on the card while editing");
    person.click_role(Role::Button, name);
    assert_eq!(person.selected(), ["Check violations"]);
    assert!(
        person.window.query_by_role_and_label(Role::ListItem, name).is_some(),
        "what was said, beside the sheet"
    );
    // A card with a pin is edited as any other.
    person.click_card("Check violations");
    person.press(NONE, Key::Delete);
    assert!(!pin(&person), "its thing is gone");
    person.undo();
    assert!(pin(&person));
    person.command("Pins of comments");
    assert!(!pin(&person), "who wants to see the sheet alone hides them");
    person.command("Pins of comments");
    assert!(pin(&person));
}

#[test]
fn what_is_done_with_is_a_pale_pin_once_all_is_asked_for() {
    let computer = Computer::new();
    let mut person = Person::known_reviewer(&computer);
    person.press(NONE, Key::J);
    person.press(NONE, Key::E);
    person.answers_name("Designer");
    person.click("Edit instead");
    person.command("Comments");
    let name = "Comment, Question, closed, Reviewer One, on Check violations";
    let closed =
        |person: &Person| person.window.query_by_role_and_label(Role::Button, name).is_some();
    assert!(!closed(&person), "closed ones are hidden");
    person.click_role(Role::Tab, "All 4");
    assert!(closed(&person), "with all that was said they are there");
}

#[test]
fn comments_are_found_by_what_they_say() {
    let mut person = Person::at_blueprint(reviewed_office("en")).open();
    person.press(Modifiers::COMMAND, Key::F);
    person.enter("officer a given");
    assert_eq!(person.selected(), ["Check violations"]);
    let name = "Comment 1, Question, open, Reviewer One, on Check violations";
    assert!(person.window.query_by_role_and_label(Role::ListItem, name).is_some());
}

#[test]
fn the_page_is_seen_at_once_in_a_small_window_in_both_languages() {
    for language in [onstage::wording::Language::English, onstage::wording::Language::Chinese] {
        let office = reviewed_office(language.code());
        let person = Person::at_blueprint(office).language(language).size(1280.0, 720.0);
        let mut person = person.open();
        person.review();
        let foot = person.everything().bottom() - 24.0;
        let word = person.word("review-open-sheet");
        let sheet = person.place_of(&word);
        assert!(sheet.bottom() <= foot, "{language:?}: {sheet:?} reaches below {foot}");
        let visit = person.scenario().name().to_owned();
        assert!(!visit.is_empty());
    }
}

#[test]
fn every_row_of_the_page_is_read_in_a_small_window_without_scrolling() {
    for (width, height) in [(1024.0, 768.0), (1280.0, 720.0)] {
        let office = reviewed_office("en");
        let mut person = Person::at_blueprint(office).size(width, height).open();
        person.review();
        let foot = person.everything().bottom() - 24.0;
        let last = person.place_of("Comment on Trust");
        assert!(last.bottom() <= foot, "{width}: {last:?} reaches below {foot}");
    }
}

#[test]
fn what_is_said_of_a_figure_stands_on_its_tile_with_what_it_was() {
    let computer = Computer::new();
    let mut person = Person::at_blueprint(reviewed_office("en")).on_computer(&computer).open();
    person.click("Throughput time: 7 min 45 s");
    person.click("Comment on Throughput time");
    person.writes_and_sends("Longer than it was promised.");
    person.answers_name("Designer");
    let comment = person.comment_that_says("Longer than it was promised.");
    assert_eq!(comment.on.figure, "throughput_time_s");
    assert_eq!(comment.saw, "7 min 45 s");
    let word = person
        .words()
        .with("review-comments-on", &[("count", 1.into()), ("place", "Throughput time".into())]);
    let bubble = person.window.query_by_role_and_label(Role::Button, word.as_str());
    assert!(bubble.is_some(), "no {word}");
    person.click_role(Role::Tab, "Capacity");
    person.click_role(Role::Button, &word);
    assert!(person.sees("Longer than it was promised."), "its words again");
}

#[test]
fn what_was_never_reviewed_has_nothing_to_be_held_against() {
    let mut person = Person::at_first_sample().open();
    person.review();
    person.wait();
    person.press(NONE, Key::D);
    person.wait();
    assert!(person.sees("It has not been reviewed yet, so there is nothing to compare it with"));
    assert!(!person.sees("in this file"), "the baseline is not held against itself");
    assert!(person.sees("Another file…"));
    // Another scenario of the file is held against the baseline.
    person.click("To-be A: 120 /h");
    person.wait();
    assert!(person.sees("As-is in this file"), "{:?}", person.painted());
}

#[test]
fn the_page_says_what_the_command_line_says_whenever_it_is_opened() {
    use onstage::reports::{Past, ReportSource, verdict_page};
    let sample = onstage::storage::samples().iter().find(|sample| {
        let blueprint = sample.open_in("en").expect("opens");
        let formulas = onstage::analysis::analyse(blueprint.baseline());
        onstage::simulation::printed_figures(blueprint.baseline(), &formulas).is_some()
    });
    let sample = sample.expect("a sample that formulas say too little of");
    let blueprint = sample.open_in("en").expect("opens");
    let scenario = blueprint.baseline();
    let analysis = onstage::simulation::printed_analysis(scenario);
    let mut words = onstage::wording::Wording::new(onstage::wording::Language::English);
    words.set_units(onstage::wording::Units::of(&blueprint, scenario));
    let currency = blueprint.currency();
    let shown = onstage::pictures::Shown { scenario, analysis: &analysis, words: &words, currency };
    let source = ReportSource { blueprint: &blueprint, shown, file: "", date: "" };
    let page = verdict_page(&source, Past::default());
    assert!(page.rows.iter().any(|row| row.value.contains('±')), "{page:?}");
    for rounds in [1, 5] {
        let mut person = Person::at_text(sample.ron("en")).simulating(rounds).open();
        person.review();
        person.wait();
        assert!(!person.sees("still being simulated"));
        for row in &page.rows {
            let told = format!("{}: {}", row.subject.title(&words), row.value);
            assert!(person.sees(&told), "{told} of {:?}", person.painted());
        }
    }
}

#[test]
fn whoever_goes_to_a_comment_on_a_role_sees_what_the_role_does() {
    let mut office = reviewed_office("en");
    let mut said = Discussion::clone(office.discussion());
    let role = office.baseline().roles().iter().find(|(_, role)| role.name == "Records officer");
    let role = Some(*role.expect("an officer").0);
    let scenario = Some(office.baseline().id());
    let at = Timestamp::parse("2025-11-30T10:00:00+08:00").expect("a time");
    let on_role = Anchor { scenario, role, ..Anchor::default() };
    said.comments = vec![Comment::new(on_role, "Ann", at, "Only one?")];
    office.set_discussion(said);
    let mut person = Person::at_blueprint(office).size(1024.0, 768.0).open();
    person.review();
    person.press(NONE, Key::J);
    person.press(NONE, Key::Enter);
    person.wait();
    let tab = person.window.get_by_role_and_label(Role::Tab, "Sheet");
    assert_eq!(tab.accesskit_node().is_selected(), Some(true));
    let card = person.card_rect("Check violations");
    assert!(person.everything().contains_rect(card), "{card:?}");
    assert!(person.sees("Only on Records officer: 1 of 1"), "{:?}", person.painted());
}

#[test]
fn whoever_goes_to_a_comment_on_a_point_sees_what_lies_there() {
    let mut office = reviewed_office("en");
    let mut said = Discussion::clone(office.discussion());
    let scenario = Some(office.baseline().id());
    let at = Timestamp::parse("2025-11-30T10:00:00+08:00").expect("a time");
    let on = Anchor { scenario, at: Some((420, 210)), ..Anchor::default() };
    said.comments = vec![Comment::new(on, "Ann", at, "Why here?")];
    office.set_discussion(said);
    let mut person = Person::at_blueprint(office).open();
    person.review();
    person.press(NONE, Key::J);
    person.press(NONE, Key::Enter);
    person.wait();
    let whole = person.everything();
    let steps = person.scenario().steps().keys();
    let cards = steps.filter_map(|step| person.app().card_on_screen(*step));
    let near = cards.filter(|card| card.distance_to_pos(whole.center()) < whole.width() / 3.0);
    assert!(near.count() >= 2, "the sheet is not empty there");
    assert!(!person.sees("Only on"), "nothing else is chosen");
}

#[test]
fn the_foot_counts_drafts_changes_and_comments() {
    let mut person = Person::at_blueprint(reviewed_office("en")).open();
    person.review();
    person.wait();
    assert!(person.sees("Review · 3 open comments"), "{:?}", person.painted());
    person.press(NONE, Key::Num2);
    person.press(NONE, Key::C);
    person.window.run_steps(3);
    person.type_text("It is too tight.");
    person.press(NONE, Key::Escape);
    assert!(person.sees("Review · 1 draft, kept until you send it · 3 open comments"));
}
