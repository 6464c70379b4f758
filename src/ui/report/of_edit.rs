//! What is kept of an edit: its code, how many things it is about, which one; names apart.

use crate::blueprint::{Id, Scenario, Step};
use crate::editor::{DocumentEdit, Edit};

use super::entry::{Entry, Fact, Private, Topic};

/// How an edit is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum How {
    /// It is done.
    Done,
    /// It is shown while a gesture lasts.
    Previewed,
    /// It is tried, to be taken back unless it is done.
    Tried,
}

/// The entry of an edit.
pub(in crate::ui) fn entry(how: How, edit: &DocumentEdit) -> Entry {
    let topic = match how {
        How::Done => Topic::Edit,
        How::Previewed => Topic::Preview,
        How::Tried => Topic::Trial,
    };
    let (code, count) = edit.code_and_count();
    let Told { which, names } = of_document(edit);
    let entry = Entry::of(topic, code).count("count", count).private(names);
    match which {
        Some(which) => entry.fact(which),
        None => entry,
    }
}

/// What is told of an edit besides its code.
#[derive(Default)]
struct Told {
    /// The one thing that it is about.
    which: Option<Fact>,
    names: Private,
}

impl Told {
    fn nothing() -> Self {
        Self::default()
    }

    fn name(name: &str) -> Self {
        Self { which: None, names: Private::of(name) }
    }

    fn names<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self { which: None, names: Private::names(names) }
    }

    fn of(what: &'static str, id: impl Id) -> Self {
        Self { which: Some(Fact::Number(what, id.number())), names: Private::default() }
    }

    fn named(self, name: &str) -> Self {
        Self { names: Private::of(name), ..self }
    }
}

fn names_of(scenario: &Scenario) -> impl Iterator<Item = &str> {
    scenario.steps().values().map(|step| step.name.as_str())
}

fn of_document(edit: &DocumentEdit) -> Told {
    match edit {
        DocumentEdit::InScenario(edit) => of_scenario(edit),
        DocumentEdit::SetTitle(text)
        | DocumentEdit::SetCurrency(text)
        | DocumentEdit::SetUnit(text) => Told::name(text),
        DocumentEdit::SetRates(_)
        | DocumentEdit::SetOnlyToday(_)
        | DocumentEdit::SetLesson(_)
        | DocumentEdit::Discuss(..)
        | DocumentEdit::Judge(..)
        | DocumentEdit::Reckon(..)
        | DocumentEdit::Paste(..)
        | DocumentEdit::Reload(_) => Told::nothing(),
        DocumentEdit::DuplicateScenario(id, name) | DocumentEdit::RenameScenario(id, name) => {
            Told::of("scenario", *id).named(name)
        }
        DocumentEdit::AddScenario(_, id)
        | DocumentEdit::MoveScenario(id, _)
        | DocumentEdit::RemoveScenario(id) => Told::of("scenario", *id),
        DocumentEdit::Several(edits) => edits.first().map(of_document).unwrap_or_default(),
    }
}

fn of_scenario(edit: &Edit) -> Told {
    let named = |step: &Step| Told::name(&step.name);
    match edit {
        Edit::AddStep(step) | Edit::AddStepWithLane(_, step) => named(step),
        Edit::AppendStep(id, step, _) | Edit::PrependStep(id, step) => {
            Told::of("step", *id).named(&step.name)
        }
        Edit::InsertStep(link, step) => Told::of("link", *link).named(&step.name),
        Edit::PutIntoLink(_, step, _)
        | Edit::RemoveDecision(step, _)
        | Edit::AssignRole(step, _)
        | Edit::AssignElement(step, _) => Told::of("step", *step),
        Edit::CopySteps(places)
        | Edit::PlaceSteps(places)
        | Edit::AlignSteps(places)
        | Edit::DistributeSteps(places)
        | Edit::PlaceStepsWithLane(_, places)
        | Edit::TidyUp { places, .. } => match places.as_slice() {
            [(only, _)] => Told::of("step", *only),
            _ => Told::nothing(),
        },
        Edit::InRoom(_, edit) => of_scenario(edit),
        Edit::SetSteps(steps) => match steps.as_slice() {
            [(id, step)] => Told::of("step", *id).named(&step.name),
            _ => Told::names(steps.iter().map(|(_, step)| step.name.as_str())),
        },
        Edit::SetRows(rows) => {
            let steps = rows.steps.iter().map(|(_, step)| step.name.as_str());
            let roles = rows.roles.iter().map(|(_, role)| role);
            let roles = roles.chain(&rows.new_roles).map(|role| role.name.as_str());
            Told::names(steps.chain(roles))
        }
        Edit::RenameStep(id, name) => Told::of("step", *id).named(name),
        Edit::AddLink(link) => Told::of("step", link.from),
        Edit::SetLink(id, _) | Edit::SetShare(id, _) => Told::of("link", *id),
        Edit::SetLabel(id, label) => Told::of("link", *id).named(label),
        Edit::AddRoleTo(_, role) | Edit::AddRole(role) => Told::name(&role.name),
        Edit::SetRole(id, role) => Told::of("role", *id).named(&role.name),
        Edit::RemoveRole(id) => Told::of("role", *id),
        Edit::AddElement(element) => Told::name(&element.name),
        Edit::SetElement(id, element) => Told::of("element", *id).named(&element.name),
        Edit::RemoveElement(id) => Told::of("element", *id),
        Edit::AddLane(lane) | Edit::AddLaneAt(lane, _) => Told::name(&lane.name),
        Edit::SetLane(id, lane) => Told::of("lane", *id).named(&lane.name),
        Edit::MoveLane(id, ..) | Edit::ReorderLane(id, _) | Edit::RemoveLane(id, _) => {
            Told::of("lane", *id)
        }
        Edit::AddPhase(phase, _) => Told::name(&phase.name),
        Edit::SplitPhase(name, _) => Told::name(name),
        Edit::SetPhase(id, phase) => Told::of("phase", *id).named(&phase.name),
        Edit::ReorderPhase(id, _) | Edit::RemovePhase(id) => Told::of("phase", *id),
        Edit::PasteFragment(fragment, _) => Told::names(names_of(fragment)),
        Edit::MakeRoom(_)
        | Edit::Remove { .. }
        | Edit::DuplicateSteps(..)
        | Edit::MoveLine(_)
        | Edit::SetDemand(_)
        | Edit::SetTypology(_)
        | Edit::SetRedesignRules(_)
        | Edit::SetSimulationRules(_)
        | Edit::SetRelation(_)
        | Edit::SetFactors(_)
        | Edit::HandOnSections(_) => Told::nothing(),
        Edit::Several(edits) => edits.first().map(of_scenario).unwrap_or_default(),
    }
}
