//! No text of a person is told without permission, whatever is done.

use std::path::Path;

use egui::Context;

use super::*;
use crate::blueprint::{
    Blueprint, Demand, Dimension, Element, FailPoint, Lane, LinkKind, Phase, Quantity, Role,
    Scenario, Step, Zone,
};
use crate::editor::{DocumentEdit, Edit, RowChanges, Selection, Thing};
use crate::process::ProblemPlace;
use crate::storage;
use crate::ui::app::{App, Start};
use crate::ui::commands::Command;
use crate::ui::dialogs::Dialogs;
use crate::ui::files::Document;
use crate::ui::filter::Filter;
use crate::ui::redesign::Request;
use crate::ui::reviewing::ReviewWish;
use crate::ui::view_context::{Action, FileAnswer, LEVERS, SUGGESTION, SideTab};
use crate::ui::views::BottomTab;

/// A word that only a person can have written.
const SECRET: &str = "Zeppelin";

/// A number that only a person can have typed.
const TYPED: f64 = 4711.25;

fn secret(number: usize) -> String {
    format!("{SECRET} {number}")
}

/// A document whose every text is the secret.
fn document() -> Blueprint {
    let sample = storage::sample("driver-licence-office").expect("shipped");
    let mut editor = crate::editor::Editor::new(sample.open().expect("a sample"));
    let scenario = std::sync::Arc::clone(editor.scenario());
    let mut do_it = |edit: DocumentEdit| editor.apply(edit).expect("an edit");
    let steps = scenario.steps().iter().map(|(id, step)| (*id, secret_step(step)));
    do_it(Edit::SetSteps(steps.collect()).into());
    for (at, (id, role)) in scenario.roles().iter().enumerate() {
        do_it(Edit::SetRole(*id, Role { name: secret(at), ..Role::clone(role) }).into());
    }
    for (id, lane) in scenario.lanes() {
        do_it(Edit::SetLane(*id, Lane { name: SECRET.to_owned(), ..Lane::clone(lane) }).into());
    }
    for (id, phase) in scenario.phases() {
        do_it(Edit::SetPhase(*id, Phase { name: SECRET.to_owned(), ..Phase::clone(phase) }).into());
    }
    let note = SECRET.to_owned();
    let element = Element { note, ..Element::new(SECRET, Dimension::Ambient) };
    do_it(Edit::AddElement(element).into());
    do_it(DocumentEdit::SetTitle(SECRET.to_owned()));
    do_it(DocumentEdit::SetCurrency(SECRET.to_owned()));
    do_it(DocumentEdit::RenameScenario(scenario.id(), SECRET.to_owned()));
    Blueprint::clone(editor.blueprint())
}

fn secret_step(step: &Step) -> Step {
    let text = SECRET.to_owned();
    let fail = FailPoint { what: text.clone(), recovery: text.clone(), ..FailPoint::default() };
    Step {
        name: text.clone(),
        procedure: text.clone(),
        documents: text.clone(),
        owner: text,
        material_cost: Quantity::new(TYPED).expect("a number"),
        fail: step.kind.flows().then_some(fail),
        ..step.clone()
    }
}

/// An edit of each sort that holds texts or numbers, and of many that do not, about what is there.
fn edits(blueprint: &Blueprint, scenario: &Scenario) -> Vec<DocumentEdit> {
    let (step_id, step) = scenario.steps().iter().next().expect("a step");
    let step = Box::new(secret_step(step));
    let link = *scenario.links().keys().next().expect("a link");
    let (role_id, role) = scenario.roles().iter().next().expect("a role");
    let role = Role { name: secret(1), ..Role::clone(role) };
    let (lane_id, lane) = scenario.lanes().iter().next().expect("a lane");
    let (phase_id, phase) = scenario.phases().iter().next().expect("a phase");
    let (element_id, element) = scenario.elements().iter().next().expect("an element");
    let typed = Quantity::new(TYPED).expect("a number");
    let demand = Demand { per_hour: Some(typed), price: Some(typed), ..Demand::default() };
    let here = scenario.id();
    let one = vec![(*step_id, step.place())];
    let text = || SECRET.to_owned();
    let rows = RowChanges {
        steps: vec![(*step_id, Step::clone(&step))],
        new_roles: vec![Role::new(secret(7), 0)],
        colours: 8,
        ..RowChanges::default()
    };
    let within = [
        Edit::AddStep(step.clone()),
        Edit::AddStepWithLane(Zone::Support, step.clone()),
        Edit::AppendStep(*step_id, step.clone(), LinkKind::Flow),
        Edit::PrependStep(*step_id, step.clone()),
        Edit::InsertStep(link, step.clone()),
        Edit::CopySteps(one.clone()),
        Edit::SetSteps(vec![(*step_id, Step::clone(&step))]),
        Edit::SetRows(Box::new(rows)),
        Edit::RenameStep(*step_id, text()),
        Edit::PlaceSteps(one),
        Edit::AssignRole(*step_id, *role_id),
        Edit::AddRoleTo([*step_id].into(), Role::new(secret(3), 0)),
        Edit::AddRole(Role::new(secret(4), 0)),
        Edit::SetRole(*role_id, role),
        Edit::AddLane(Lane { name: text(), ..Lane::new(Zone::Backstage) }),
        Edit::SetLane(*lane_id, Lane { name: text(), ..Lane::clone(lane) }),
        Edit::AddPhase(Phase::new(SECRET), 0),
        Edit::SetPhase(*phase_id, Phase { name: text(), ..Phase::clone(phase) }),
        Edit::AddElement(Element::new(secret(5), Dimension::Ambient)),
        Edit::SetElement(*element_id, Element { note: text(), ..Element::clone(element) }),
        Edit::SetDemand(demand),
        Edit::PasteFragment(scenario.fragment(&[*step_id].into()).into(), None),
        Edit::Several(vec![Edit::RenameStep(*step_id, text()), Edit::RemovePhase(*phase_id)]),
        Edit::Remove { steps: [*step_id].into(), links: [link].into() },
    ];
    let mut edits: Vec<DocumentEdit> = within.into_iter().map(DocumentEdit::from).collect();
    let prepared = || Box::new(blueprint.clone());
    edits.extend([
        DocumentEdit::SetTitle(text()),
        DocumentEdit::SetCurrency(text()),
        DocumentEdit::Paste(prepared(), vec![*step_id]),
        DocumentEdit::Reload(prepared()),
        DocumentEdit::DuplicateScenario(here, text()),
        DocumentEdit::RenameScenario(here, text()),
        DocumentEdit::MoveScenario(here, 0),
        DocumentEdit::Several(vec![DocumentEdit::SetTitle(text())]),
    ]);
    edits
}

/// An action of each sort, about what is there.
fn actions(app: &App) -> Vec<Action> {
    let (blueprint, scenario) = (app.editor().blueprint(), app.editor().scenario());
    let step = *scenario.steps().keys().next().expect("a step");
    let lane = *scenario.lanes().keys().next().expect("a lane");
    let here = scenario.id();
    let edit = || DocumentEdit::from(Edit::RenameStep(step, SECRET.to_owned()));
    let mut actions: Vec<Action> =
        edits(blueprint, scenario).into_iter().map(Action::edit).collect();
    actions.extend([
        Action::Preview(SUGGESTION, edit()),
        Action::Try(LEVERS, edit()),
        Action::Abort,
        Action::Take(edit()),
        Action::Commit,
        Action::Select(Selection::step(step)),
        Action::Pick(Selection::thing(Thing::Lane(lane))),
        Action::Name(Thing::Lane(lane)),
        Action::GoTo(ProblemPlace::Step(step)),
        Action::Compare(here, here),
        Action::GoToChange(ProblemPlace::Sheet, here),
        Action::Show(here),
        Action::Tab(SideTab::Problems),
        Action::Below(BottomTab::Roles),
        Action::LeaveStartScreen,
        Action::OpenFile(Path::new("/home/Zeppelin/Zeppelin.ron").to_owned()),
        Action::AskRemoveLane(lane),
        Action::AskRemoveDecision(step),
        Action::File(FileAnswer::TypePath),
        Action::Filter(Filter { untimed: true, ..Filter::default() }),
        Action::Redesign(Request::Close),
        Action::review(ReviewWish::Ask(SECRET.to_owned())),
        Action::Say(SECRET.to_owned()),
        Action::Explain { title: SECRET.to_owned(), text: SECRET.to_owned() },
    ]);
    actions.extend(Command::all().into_iter().map(Action::Run));
    actions
}

/// A window on the document, with a log.
fn window(ctx: &Context) -> App {
    let mut app = App::new(ctx, Start::default());
    app.show_document(Document::new(document()));
    app
}

fn check(app: &App, done: &str) {
    let hidden = app.problem_report(false);
    for kept_back in [SECRET, "4711", "4,711"] {
        assert!(!hidden.contains(kept_back), "{kept_back} after {done}:\n{hidden}");
    }
    assert!(app.problem_report(true).contains(SECRET), "it was allowed: {done}");
}

#[test]
fn nothing_that_a_person_wrote_is_told_unless_that_is_allowed() {
    let ctx = Context::default();
    let mut app = window(&ctx);
    check(&app, "opening");
    for action in actions(&app) {
        let done = format!("{action:?}").chars().take(60).collect::<String>();
        app.actions.push(action);
        app.carry_out(&ctx);
        app.note_standing(&ctx);
        app.dialogs = Dialogs::default();
        app.redesign = None;
        // Nothing else is done while a review is on.
        app.modes.reviewing = None;
        check(&app, &done);
        if app.editor().scenario().steps().is_empty() || app.editor().scenario().roles().is_empty()
        {
            app.show_document(Document::new(document()));
        }
    }
    let kept = app.problem_report(false);
    assert!(kept.contains("action   take-back") && kept.contains("command  command-tidy-up"));
}

#[test]
fn many_things_in_any_order_tell_nothing_either() {
    let ctx = Context::default();
    let mut app = window(&ctx);
    // A walk that is the same at each run.
    let mut state = 7_u64;
    for _ in 0..60 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let scenario = app.editor().scenario();
        let is_poor = scenario.steps().is_empty()
            || scenario.links().is_empty()
            || scenario.roles().is_empty()
            || scenario.elements().is_empty();
        if is_poor || app.editor().blueprint().scenarios().len() > 4 {
            app.show_document(Document::new(document()));
        }
        let mut all = actions(&app);
        let at = usize::try_from(state >> 33).expect("a number") % all.len();
        app.actions.push(all.swap_remove(at));
        app.carry_out(&ctx);
        app.dialogs = Dialogs::default();
        app.redesign = None;
    }
    check(&app, "a walk");
}

#[test]
fn what_is_included_is_what_was_allowed() {
    let ctx = Context::default();
    let app = window(&ctx);
    let included = |texts, blueprint| app.report(Included { texts, blueprint });
    let file = storage::encode(app.editor().blueprint());
    assert!(included(false, true).ends_with(&file), "the blueprint, as its file");
    assert!(!included(true, false).contains("phases:"), "names alone are no blueprint");
    let names = included(true, false);
    assert!(names.contains("Names") && names.contains("step#"), "{names}");
    let head = included(false, false);
    for line in ["version: ", "system: ", "renderer: unknown", "names and texts: left out"] {
        assert!(head.contains(line), "{line} in {head}");
    }
}
