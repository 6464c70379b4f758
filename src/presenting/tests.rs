//! Lessons given without a window.

use std::sync::Arc;

use super::*;
use crate::blueprint::{Blueprint, Demand, HeldBack, Id, Lesson, Quantity, Role, Stop, StopId};
use crate::editor::{Edit, Editor};

/// A counter with one clerk and two scenarios.
fn counter() -> Blueprint {
    let mut editor = Editor::new(Blueprint::empty("Counter", "As-is"));
    editor.apply(Edit::AddRole(Role::new("Clerk", 1))).expect("a role");
    let demand = Demand { per_hour: Some(Quantity::from(54)), ..Demand::default() };
    editor.apply(Edit::SetDemand(demand)).expect("a demand");
    let first = editor.scenario().id();
    let duplicate = crate::editor::DocumentEdit::DuplicateScenario(first, "To-be".to_owned());
    editor.apply(duplicate).expect("a scenario");
    Blueprint::clone(editor.blueprint())
}

fn stop(title: &str) -> Stop {
    Stop { title: title.to_owned(), minutes: Some(3), ..Stop::default() }
}

fn lesson(stops: Vec<Stop>) -> Arc<Lesson> {
    let numbered = (70..).map(StopId::from_number).zip(stops).collect();
    Arc::new(Lesson { title: String::new(), stops: numbered })
}

fn three() -> Arc<Lesson> {
    let guess = Stop {
        hold: vec!["bottleneck".to_owned(), "figures".to_owned()],
        answers: vec!["A".to_owned(), "B".to_owned()],
        levers: vec!["demand".to_owned()],
        ..stop("two")
    };
    lesson(vec![stop("one"), guess, stop("three")])
}

struct Class {
    session: Session,
    sandbox: Editor,
}

impl Class {
    fn of(lesson: Arc<Lesson>) -> Self {
        let mut sandbox = Editor::new(counter());
        let session = Session::begin(lesson, 0, &mut sandbox, 0.0);
        Self { session, sandbox }
    }

    fn press(&mut self, presses: &[Press]) -> Answer {
        let mut answer = Answer::Nothing;
        for press in presses {
            answer = self.session.press(*press, &mut self.sandbox, 0.0);
        }
        answer
    }

    fn title(&self) -> &str {
        self.session.stop().map_or("", |stop| &stop.title)
    }
}

#[test]
fn what_is_held_back_is_revealed_before_the_next_stop() {
    let mut class = Class::of(three());
    class.press(&[Press::Next]);
    assert_eq!(class.session.held_back(), [HeldBack::Bottleneck, HeldBack::Figures]);
    class.press(&[Press::Next]);
    assert_eq!(class.session.held_back(), [HeldBack::Figures]);
    class.press(&[Press::Next]);
    assert_eq!((class.title(), class.session.held_back().len()), ("two", 0));
    class.press(&[Press::Next]);
    assert_eq!(class.title(), "three");
    class.press(&[Press::Back]);
    assert!(class.session.held_back().is_empty(), "it stays revealed");
    class.press(&[Press::Restore]);
    assert_eq!(class.session.held_back().len(), 2, "as at the start");
    class.press(&[Press::Hold]);
    assert!(class.session.held_back().is_empty());
    class.press(&[Press::First, Press::Hold]);
    assert!(class.session.holds(HeldBack::Bottleneck), "guess first, anywhere");
}

#[test]
fn what_a_later_stop_asks_for_is_not_told_before() {
    use HeldBack::{Bottleneck, Figures, Help};
    let hold = |title: &str, hold: &[&str]| Stop {
        hold: hold.iter().map(|name| (*name).to_owned()).collect(),
        ..stop(title)
    };
    let stops = vec![
        stop("read"),
        hold("wait", &["bottleneck", "figures"]),
        hold("guess", &["bottleneck", "figures", "help"]),
        stop("answer"),
        hold("cure", &["help"]),
    ];
    let mut class = Class::of(lesson(stops));
    let hidden = |class: &Class| class.session.hidden_at(class.session.place().stop);
    assert_eq!(hidden(&class), [Bottleneck, Figures, Help]);
    assert_eq!(class.session.kept().first(), Some(&(Bottleneck, 2)));
    assert!(class.session.held_back().is_empty(), "nothing to be revealed here");
    class.press(&[Press::Next]);
    assert_eq!((class.title(), hidden(&class).len()), ("wait", 3));
    class.press(&[Press::Hold]);
    assert!(hidden(&class).is_empty(), "the trainer wants it so");
    class.press(&[Press::Hold]);
    assert_eq!(hidden(&class).len(), 3);
    assert_eq!(class.session.hidden_among_all(3), [Bottleneck, Figures, Help]);
    class.press(&[Press::Next]);
    assert_eq!((class.title(), class.session.held_back().len()), ("guess", 3));
    class.press(&[Press::Next]);
    assert_eq!(hidden(&class), [Figures, Help]);
    class.press(&[Press::Back]);
    assert_eq!((class.title(), hidden(&class)), ("wait", vec![Figures, Help]));
    class.press(&[Press::Next, Press::Next]);
    assert!(class.title() == "guess" && hidden(&class).is_empty(), "what would help comes along");
    class.press(&[Press::Back]);
    assert!(hidden(&class).is_empty(), "it is known by now");
    class.press(&[Press::Last]);
    assert_eq!(class.session.held_back(), [Help], "asked anew");
    class.press(&[Press::RestoreAll]);
    assert_eq!((class.title(), hidden(&class).len()), ("read", 3));
}

#[test]
fn tools_are_put_down_but_for_what_goes_along_to_the_next_stop() {
    let mut class = Class::of(lesson(vec![stop("one"), stop("two")]));
    for (tool, stays) in [
        (Tool::Pointer, true),
        (Tool::Draw, true),
        (Tool::Erase, false),
        (Tool::Spotlight, false),
        (Tool::Zoom, false),
    ] {
        class.press(&[Press::Tool(tool)]);
        assert_eq!(class.session.tool(), Some(tool));
        class.press(&[Press::Next]);
        assert_eq!(class.session.tool(), Some(tool).filter(|_| stays), "{tool:?}");
        class.press(&[Press::First]);
        if stays {
            class.press(&[Press::Escape]);
        }
        assert_eq!((class.title(), class.session.tool()), ("one", None));
    }
    class.press(&[Press::Contrast, Press::Next]);
    assert!(class.session.has_contrast(), "the room is as bright at each stop");
    class.press(&[Press::Contrast, Press::Flip, Press::First]);
    assert!(!class.session.has_contrast() && !class.session.is_flipped());
}

#[test]
fn one_jumps_by_number_and_by_the_overview_and_ends_at_the_results() {
    let mut class = Class::of(three());
    class.press(&[Press::Digit(3), Press::Enter]);
    assert_eq!(class.title(), "three");
    assert_eq!(class.press(&[Press::Digit(9), Press::Enter]), Answer::Nothing);
    class.press(&[Press::Overview, Press::Back, Press::Enter]);
    assert_eq!(class.title(), "two");
    class.press(&[Press::Last, Press::Next]);
    assert_eq!(class.session.place().over, Over::EndCard);
    assert_eq!(class.press(&[Press::Next]), Answer::IsOver);
    class.press(&[Press::Back]);
    assert_eq!((class.title(), class.session.place().over), ("three", Over::Nothing));
    class.press(&[Press::Black]);
    assert_eq!(class.session.place().over, Over::Black);
    class.press(&[Press::Next]);
    assert_eq!((class.title(), class.session.place().over), ("three", Over::Nothing));
    assert_eq!(class.press(&[Press::Escape]), Answer::Leave);
}

#[test]
fn a_stop_whose_scenario_is_gone_is_skipped() {
    let gone = crate::blueprint::ScenarioId::from_number(999);
    let lost = Stop { scenario: Some(gone), ..stop("lost") };
    let mut class = Class::of(lesson(vec![lost.clone(), stop("one"), lost, stop("two")]));
    assert_eq!(class.title(), "one");
    class.press(&[Press::Next]);
    assert_eq!(class.title(), "two");
    assert_eq!(class.press(&[Press::Digit(3), Press::Enter]), Answer::Nothing);
    class.press(&[Press::Back]);
    assert_eq!(class.title(), "one");
}

#[test]
fn hands_are_counted_answer_by_answer() {
    let mut class = Class::of(three());
    let digit = |digit| Press::Digit(digit);
    assert_eq!(class.press(&[Press::Hands]), Answer::Nothing, "no answers here");
    class.press(&[Press::Next, Press::Hands, digit(1), digit(1), Press::Enter, digit(4)]);
    assert_eq!((class.session.counting(), class.session.typed()), (Some(1), "4"));
    class.press(&[Press::Enter]);
    assert_eq!(class.session.hands(), [11, 4]);
    assert_eq!(class.session.counting(), None);
}

#[test]
fn a_lever_turns_the_sandbox_and_nothing_of_it_stays() {
    let mut class = Class::of(three());
    let before = Arc::clone(class.sandbox.blueprint());
    class.press(&[Press::Next, Press::Levers, Press::Up, Press::Up]);
    let rate = |class: &Class| class.sandbox.scenario().demand().per_hour.map(Quantity::get);
    assert!(rate(&class) > Some(54.0), "{:?}", rate(&class));
    class.press(&[Press::Digit(6), Press::Digit(0), Press::Enter]);
    assert_eq!(rate(&class), Some(60.0));
    class.press(&[Press::Undo]);
    assert_eq!(rate(&class), Some(54.0));
    class.press(&[Press::Up, Press::Digit(3), Press::Escape, Press::Last]);
    assert_eq!(class.sandbox.blueprint(), &before);
}

#[test]
fn a_try_takes_the_levers_along_and_stays_in_the_list() {
    let mut class = Class::of(three());
    class.press(&[Press::Next, Press::Levers, Press::Digit(6), Press::Digit(0), Press::Enter]);
    assert_eq!(class.press(&[Press::NewTry]), Answer::AskWhoseIdea);
    class.session.start_try(&mut class.sandbox, "Try 1", "Table 3").expect("a try");
    let tried = class.sandbox.scenario();
    assert_eq!((tried.by(), tried.demand().per_hour.map(Quantity::get)), ("Table 3", Some(60.0)));
    class.sandbox.apply(Edit::AddRole(Role::new("Guard", 1))).expect("a role");
    class.press(&[Press::Next]);
    assert_eq!(class.title(), "two", "arrows belong to the sheet");
    class.press(&[Press::Escape]);
    assert!(class.session.trying().is_none() && class.session.seen_try(&class.sandbox).is_some());
    class.press(&[Press::Next, Press::Next, Press::Next]);
    assert_eq!((class.title(), class.sandbox.scenario().name()), ("three", "As-is"));
    let id = class.session.tries()[0].scenario;
    class.session.show_try(Some(id), &mut class.sandbox);
    assert_eq!(class.sandbox.scenario().roles().len(), 2);
    class.press(&[Press::Undo]);
    assert_eq!(class.sandbox.scenario().roles().len(), 1, "the last change");
    class.press(&[Press::Undo, Press::Undo]);
    assert_eq!(class.sandbox.scenario().id(), id, "the try itself stays");
    class.press(&[Press::RestoreAll]);
    assert_eq!((class.title(), class.session.tries().len()), ("one", 1));
}

#[test]
fn a_try_is_taken_back_to_its_start() {
    let mut class = Class::of(three());
    class.session.start_try(&mut class.sandbox, "Try 1", "").expect("a try");
    class.sandbox.apply(Edit::AddRole(Role::new("Guard", 1))).expect("a role");
    class.press(&[Press::Restore]);
    assert_eq!(class.sandbox.scenario().roles().len(), 1);
    assert!(class.session.trying().is_some());
}

#[test]
fn tries_that_are_kept_are_scenarios_one_step_each() {
    let file = Arc::new(counter());
    let mut open = Editor::with_saved(Arc::clone(&file), Arc::clone(&file));
    let mut sandbox = Editor::with_saved(Arc::clone(&file), Arc::clone(&file));
    let mut session = Session::begin(three(), 0, &mut sandbox, 0.0);
    for by in ["Table 1", "Table 2", "Table 3"] {
        session.start_try(&mut sandbox, "Try", by).expect("a try");
        sandbox.apply(Edit::AddRole(Role::new(by, 1))).expect("a role");
        session.press(Press::Escape, &mut sandbox, 0.0);
        session.press(Press::Restore, &mut sandbox, 0.0);
    }
    let shown = open.scenario().id();
    for (tried, name) in session.tries().iter().zip(["First idea", "Clerk tests eyes"]) {
        let by = sandbox.blueprint().scenario(tried.scenario).map_or("", |it| it.by());
        let kept = Kept {
            scenario: tried.scenario,
            name: name.to_owned(),
            by: by.to_owned(),
            is_changed: true,
        };
        keep(&kept, sandbox.blueprint(), &mut open).expect("it is kept");
    }
    let named: Vec<_> = open
        .blueprint()
        .scenarios()
        .iter()
        .map(|it| (it.name(), it.by(), it.roles().len()))
        .collect();
    assert_eq!(
        named,
        [
            ("As-is", "", 1),
            ("To-be", "", 1),
            ("First idea", "Table 1", 2),
            ("Clerk tests eyes", "Table 2", 2)
        ]
    );
    assert_eq!(open.scenario().id(), shown);
    open.undo();
    assert_eq!(open.blueprint().scenarios().len(), 3);
    open.undo();
    assert_eq!(open.blueprint(), &file);
    assert!(open.undo_name().is_none(), "one step each");
}

/// A small generator, so that the keys are the same everywhere.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn no_key_changes_the_model_while_stops_are_shown() {
    use Press as P;
    const KEYS: [Press; 31] = [
        P::Next,
        P::Back,
        P::First,
        P::Last,
        P::Enter,
        P::Up,
        P::Down,
        P::More,
        P::Less,
        P::Overview,
        P::Black,
        P::White,
        P::Hold,
        P::Flip,
        P::Overlay,
        P::Contrast,
        P::Levers,
        P::NewTry,
        P::Hands,
        P::Restore,
        P::RestoreAll,
        P::Undo,
        P::Clock,
        P::Escape,
        P::Digit(1),
        P::Digit(7),
        P::Digit(0),
        P::Tool(Tool::Pointer),
        P::Tool(Tool::Draw),
        P::Tool(Tool::Zoom),
        P::Tool(Tool::Spotlight),
    ];
    let mut class = Class::of(three());
    let before = Arc::clone(class.sandbox.blueprint());
    let mut state = 7;
    for at in 0..10_000 {
        let key = KEYS[usize::try_from(random(&mut state)).expect("a number") % KEYS.len()];
        class.session.press(key, &mut class.sandbox, f64::from(at));
        assert_eq!(class.sandbox.settled_blueprint(), &before, "after {key:?}");
        assert!(class.sandbox.undo_name().is_none(), "nothing to undo");
    }
}

#[test]
fn the_clock_says_how_late_one_is() {
    let mut class = Class::of(three());
    class.press(&[Press::Next]);
    let standing = class.session.standing(500.0);
    assert_eq!((standing.until_s, standing.planned_s), (360.0, 540.0));
    assert!(standing.is_late());
}
