//! What reviewers suggest: every kind of it, and whether it brings what it promises.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use onstage::blueprint::{Anchor, Comment, Discussion, RoleId, StepId, Suggested, Timestamp};

use crate::context::{Computer, Person, reviewed_office};

/// The office about which one thing is suggested.
fn office_with(suggests: Suggested, step: StepId) -> onstage::blueprint::Blueprint {
    let mut office = reviewed_office("en");
    let at = Timestamp::parse("2025-11-28T09:00:00+08:00").expect("a time");
    let on = Anchor::step(office.baseline().id(), step);
    let comment = Comment { suggests, ..Comment::new(on, "Reviewer One", at, "What about this?") };
    office.set_discussion(Discussion { comments: vec![comment], ..Discussion::default() });
    office
}

#[test]
fn what_is_so_already_is_said_and_not_offered() {
    let known = Person::at_blueprint(reviewed_office("en")).open();
    let check = known.step("Check violations");
    let officer = known.of("Check violations").needs[0].roles[0];
    let suggests = Suggested { headcount: vec![(officer, 1)], ..Suggested::default() };
    let mut person = Person::at_blueprint(office_with(suggests, check)).open();
    person.review();
    assert!(person.sees("It is so by now"));
    assert!(person.sees("Records officer: 1") && !person.sees("Accept"));
}

#[test]
fn every_kind_of_suggestion_brings_what_it_promises_in_one_step() {
    let computer = Computer::new();
    let known = Person::at_blueprint(reviewed_office("en")).open();
    let role_of = |name: &str| -> RoleId { known.of(name).needs[0].roles[0] };
    let (check, eye, review) =
        (known.step("Check violations"), known.step("Eye test"), known.step("Review application"));
    let (officer, clerk) = (role_of("Check violations"), role_of("Review application"));
    let nothing = Suggested::default;
    let kinds = [
        Suggested { headcount: vec![(officer, 2)], ..nothing() },
        Suggested { time: vec![(check, "45 s".to_owned())], ..nothing() },
        Suggested { may_do: vec![(check, clerk)], ..nothing() },
        Suggested { leave_out: vec![eye], ..nothing() },
        Suggested { merge: vec![(review, eye)], ..nothing() },
        // Two things about one step: neither undoes the other.
        Suggested {
            time: vec![(check, "45 s".to_owned())],
            may_do: vec![(check, clerk)],
            ..nothing()
        },
    ];
    for (at, suggests) in kinds.into_iter().enumerate() {
        let office = office_with(suggests.clone(), check);
        let mut person = Person::at_blueprint(office).on_computer(&computer).open();
        person.review();
        let before = person.document();
        person.click_role(Role::Button, "Try first");
        let figures = |person: &Person| {
            let analysis = person.app().analysis();
            let cost = analysis.cost_per_customer.value;
            (person.capacity(), analysis.throughput_time_s.value, cost)
        };
        let tried = figures(&person);
        person.press(Modifiers::NONE, Key::Escape);
        assert_eq!(person.document(), before, "{suggests:?} was only tried");
        let rate = person.words().rate(tried.0.expect("a capacity"));
        assert!(person.sees(&format!("60 → {rate}")), "{suggests:?} promises {rate}");
        person.click_role(Role::Button, "Accept");
        person.click("Accept and edit");
        if at == 0 {
            person.fill_and_enter("Your name, as others shall see it", "Designer");
        }
        assert_eq!(figures(&person), tried, "{suggests:?} brings what it promised");
        let closed = person.blueprint().discussion().comments[0].closed.clone();
        let closed = closed.expect("closed with it");
        assert_eq!((closed.by.as_str(), closed.way.as_str()), ("Designer", "done"));
        if !suggests.time.is_empty() {
            assert_eq!(person.time_of("Check violations"), "45 s", "{suggests:?}");
        }
        person.undo();
        assert_eq!(person.document(), before, "{suggests:?} was one step");
    }
}

#[test]
fn who_else_may_do_a_step_and_what_is_done_as_one_can_be_suggested_in_the_window() {
    let mut person = Person::at_blueprint(reviewed_office("en")).open();
    person.review();
    person.press(Modifiers::NONE, Key::Num1);
    person.point_away();
    person.press(Modifiers::NONE, Key::C);
    person.window.run_steps(3);
    person.type_text("Could the clerk help?");
    person.click_role(Role::Button, "Suggest a change as well");
    person.choose("Also done by", "Clerk");
    person.choose("Done as one with", "Eye test");
    person.press(Modifiers::COMMAND, Key::Enter);
    person.fill_and_enter("Your name, as others shall see it", "Reviewer Three");
    assert!(person.sees("Clerk may do Check violations too"));
    assert!(person.sees("Do Check violations and Eye test as one"));
    let (check, eye) = (person.step("Check violations"), person.step("Eye test"));
    let clerk = person.of("Review application").needs[0].roles[0];
    let said = &person.blueprint().discussion().comments;
    let comment = said.iter().find(|it| it.text == "Could the clerk help?").expect("it was sent");
    assert_eq!(comment.on.step, Some(check), "on what is selected, not on a blank place");
    assert_eq!(comment.suggests.may_do, [(check, clerk)]);
    assert_eq!(comment.suggests.merge, [(check, eye)]);
}
