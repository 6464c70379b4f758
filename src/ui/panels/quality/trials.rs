//! Changes that remedies make: each can be shown on the sheet and made on a copy.

use crate::blueprint::{
    GuardKind, IdSource, Link, LinkEnd, LinkId, LinkKind, Need, Phase, PhaseId, PhaseWidth, Place,
    Role, RoleId, ScenarioId, Share, SheetPoint, Step, StepId, StepKind, Zone,
};
use crate::editor::Edit;
use crate::quality::Remedy;
use crate::redesign::{Proposal, Suggestion, Target};
use crate::ui::panels::capacity::Advice;
use crate::ui::view_context::ViewContext;

/// The room of a card in a phase.
const COLUMN: i32 = 144;
/// How many in a hundred are taken for special cases until somebody says better.
const SPECIAL: f64 = 10.0;

/// A change that can be tried, and what it brings where that is known.
pub(super) struct Tried {
    /// The change on the sheet as it is.
    pub edit: Edit,
    /// The change on a copy, which takes the next number for itself.
    pub on_a_copy: Edit,
    pub brings: Option<String>,
}

impl From<Edit> for Tried {
    fn from(edit: Edit) -> Self {
        Self { on_a_copy: edit.clone(), edit, brings: None }
    }
}

/// The change that a remedy makes; `None` where it is one of people, not of the blueprint.
pub(super) fn edit_of(
    ctx: &egui::Context,
    view: &ViewContext<'_>,
    advice: &mut Advice,
    remedy: &Remedy,
) -> Option<Tried> {
    let scenario = view.editor.settled_scenario();
    let step = |id: &StepId| scenario.steps().get(id);
    match remedy {
        Remedy::Respond(id, response) => {
            let mut changed = Step::clone(step(id)?);
            changed.fail.as_mut()?.response = Some(*response);
            Some(Edit::SetSteps(vec![(*id, changed)]).into())
        }
        Remedy::Revise(id) => {
            let revised = view.today;
            let changed = Step { revised, ..Step::clone(step(id)?) };
            Some(Edit::SetSteps(vec![(*id, changed)]).into())
        }
        Remedy::Keep(id) => {
            let mut changed = Step::clone(step(id)?);
            let is_new = changed.needs.iter().any(|need| !need.keep);
            changed.needs.iter_mut().for_each(|need: &mut Need| need.keep = true);
            is_new.then(|| Edit::SetSteps(vec![(*id, changed)]).into())
        }
        Remedy::Train(id, skill) => {
            let role = step(id)?.needs.iter().flat_map(|need| &need.roles).next()?;
            let old = scenario.roles().get(role)?;
            let lines: Vec<&str> =
                old.skills.lines().chain([skill.as_str()]).filter(|it| !it.is_empty()).collect();
            let changed = Role { skills: lines.join("\n"), ..Role::clone(old) };
            Some(Edit::SetRole(*role, changed).into())
        }
        Remedy::Evidence(id) | Remedy::ShowProgress(id) => {
            let of = step(id)?;
            let name = view.words.step(*id, scenario);
            let key = if matches!(remedy, Remedy::Evidence(_)) {
                view.words.with("remedy-evidence-card", &[("step", name.into())])
            } else {
                view.words.with("remedy-progress-card", &[("step", name.into())])
            };
            let lane = scenario.lanes().iter().find(|(_, lane)| lane.zone == Zone::Evidence);
            let at = SheetPoint { y: 0, ..of.at };
            let place = Place { lane: lane.map_or(of.lane, |(id, _)| *id), phase: of.phase, at };
            let card = Box::new(Step::new(key, StepKind::Evidence, place));
            Some(match lane {
                Some(_) => Edit::AddStep(card).into(),
                None => Edit::AddStepWithLane(Zone::Evidence, card).into(),
            })
        }
        Remedy::ShortenWait(id) => {
            // First what concerns those who work at this moment; else whatever shortens the visit.
            let roles: Vec<RoleId> = scenario
                .moment_of(*id)
                .iter()
                .filter_map(step)
                .flat_map(|step| step.needs.iter().flat_map(|need| need.roles.iter().copied()))
                .collect();
            let is_here = |it: &Suggestion| match &it.proposal {
                Proposal::OneMore { role, .. } => roles.contains(role),
                _ => false,
            };
            suggested(ctx, view, advice, is_here)
                .or_else(|| suggested(ctx, view, advice, |it| it.target == Target::Time))
        }
        Remedy::Merge(id) => suggested(
            ctx,
            view,
            advice,
            |it| matches!(it.proposal, Proposal::Merge(a, b) if a == *id || b == *id),
        ),
        Remedy::Guard(id) => guard(view, *id).map(Tried::from),
        Remedy::Procedure(id) => procedure(view, *id).map(Tried::from),
        Remedy::DrawRecovery(id) => numbered(view, |ids| recovery(view, *id, ids)),
        Remedy::Branch(id) => numbered(view, |ids| branch(view, *id, ids)),
        Remedy::Walk
        | Remedy::Research
        | Remedy::SetStandard
        | Remedy::Deliver
        | Remedy::PromiseLess
        | Remedy::DoLess => None,
    }
}

/// A change that names what it adds, by the numbers that come next on the sheet and on a copy of it.
fn numbered(view: &ViewContext<'_>, make: impl Fn(&mut IdSource) -> Option<Edit>) -> Option<Tried> {
    let mut here = view.editor.settled_blueprint().ids();
    let mut copy = here;
    // The copy itself has the next.
    let _: ScenarioId = copy.fresh();
    Some(Tried { edit: make(&mut here)?, on_a_copy: make(&mut copy)?, brings: None })
}

/// A guard of the sort that fits where the step is done, to be said more exactly on the copy.
fn guard(view: &ViewContext<'_>, id: StepId) -> Option<Edit> {
    let scenario = view.editor.settled_scenario();
    let mut changed = Step::clone(scenario.steps().get(&id)?);
    let is_of_customer = scenario.zone_of(&changed) == Zone::Customer;
    let fail = changed.fail.as_mut().filter(|fail| fail.guard.trim().is_empty())?;
    let what = if fail.what.trim().is_empty() {
        view.words.step(id, scenario).to_owned()
    } else {
        fail.what.clone()
    };
    fail.guard = view.words.with("remedy-guard-text", &[("what", what.into())]);
    let usual = if is_of_customer { GuardKind::Preparation } else { GuardKind::Task };
    fail.guard_kind = fail.guard_kind.or(Some(usual));
    Some(Edit::SetSteps(vec![(id, changed)]))
}

/// The outline of a procedure, revised today.
fn procedure(view: &ViewContext<'_>, id: StepId) -> Option<Edit> {
    let scenario = view.editor.settled_scenario();
    let mut changed = Step::clone(scenario.steps().get(&id)?);
    if !changed.procedure.trim().is_empty() {
        return None;
    }
    let name = view.words.step(id, scenario).to_owned();
    changed.procedure = view.words.with("remedy-procedure-text", &[("step", name.into())]);
    changed.revised = view.today.or(changed.revised);
    Some(Edit::SetSteps(vec![(id, changed)]))
}

/// The step that puts a failure right, drawn to the right of the one that fails.
fn recovery(view: &ViewContext<'_>, id: StepId, ids: &mut IdSource) -> Option<Edit> {
    let scenario = view.editor.settled_scenario();
    let mut changed = Step::clone(scenario.steps().get(&id)?);
    let (room, x) = room_beside(view, changed.phase, 1)?;
    let place =
        Place { lane: changed.lane, phase: changed.phase, at: SheetPoint { x, ..changed.at } };
    let name = view.words.step(id, scenario).to_owned();
    let name = view.words.with("remedy-recovery-card", &[("step", name.into())]);
    let mut card = Step::new(name, StepKind::Action, place);
    card.needs.clone_from(&changed.needs);
    let fail = changed.fail.as_mut()?;
    card.procedure.clone_from(&fail.recovery);
    fail.recovery_step = Some(ids.fresh());
    let kind = LinkKind::Trigger;
    let append = Edit::AppendStep(id, Box::new(card), kind);
    Some(Edit::Several(vec![room, append, Edit::SetSteps(vec![(id, changed)])]))
}

/// A decision behind a step, with a way of its own for special cases.
fn branch(view: &ViewContext<'_>, id: StepId, ids: &mut IdSource) -> Option<Edit> {
    let scenario = view.editor.settled_scenario();
    let moment = scenario.moment_of(id);
    let flows = scenario.links().iter().filter(|(_, link)| link.kind == LinkKind::Flow);
    let mut flows = flows.filter(|(_, link)| scenario.moment_of(link.from) == moment);
    let (way, link) = flows.next()?;
    let LinkEnd::Step(next) = link.to else { return None };
    let (from, special) = (scenario.steps().get(&link.from)?, scenario.steps().get(&id)?);
    let beside = if from.lane == special.lane { 2 } else { 1 };
    let (room, x) = room_beside(view, from.phase, beside)?;
    let at =
        |of: &Step, x| Place { lane: of.lane, phase: from.phase, at: SheetPoint { x, ..of.at } };
    let words = view.words;
    let ask = words.text("remedy-branch-ask").to_owned();
    let decision = Step::new(ask, StepKind::Decision, at(from, x));
    let name = words.step(id, scenario).to_owned();
    let name = words.with("remedy-branch-card", &[("step", name.into())]);
    let mut card = Step::new(name, StepKind::Action, at(special, x + COLUMN * (beside - 1)));
    card.needs.clone_from(&special.needs);
    card.time.clone_from(&special.time);
    let (asked, usual, own): (StepId, LinkId, StepId) = (ids.fresh(), ids.fresh(), ids.fresh());
    let few = Share::percent(SPECIAL).ok();
    let out = Link { share: few, ..Link::between(asked, own, LinkKind::Flow) };
    Some(Edit::Several(vec![
        room,
        Edit::InsertStep(*way, Box::new(decision)),
        Edit::AddStep(Box::new(card)),
        Edit::AddLink(out),
        Edit::SetShare(usual, Share::percent(100.0 - SPECIAL).ok()),
        Edit::AddLink(Link::between(own, next, LinkKind::Flow)),
    ]))
}

/// Room for so many cards at the end of a phase, and where the first of them stands.
fn room_beside(view: &ViewContext<'_>, phase: PhaseId, cards: i32) -> Option<(Edit, i32)> {
    let scenario = view.editor.settled_scenario();
    let mut wider = Phase::clone(scenario.phases().get(&phase)?);
    let was = wider.width.units();
    wider.width = PhaseWidth::new(was + cards * COLUMN).ok()?;
    Some((Edit::SetPhase(phase, wider), was + COLUMN / 2))
}

/// The best of today's suggestions of a sort.
fn suggested(
    ctx: &egui::Context,
    view: &ViewContext<'_>,
    advice: &mut Advice,
    is_wanted: impl Fn(&Suggestion) -> bool,
) -> Option<Tried> {
    let (found, is_fresh) = advice.of(ctx, view);
    let mut found = found.iter().filter(|it| is_fresh && is_wanted(it));
    let (suggestion, kept) = found.find_map(|it| Some((it, it.kept()?)))?;
    let name = view.words.proposal(&suggestion.proposal, view.editor.settled_scenario());
    let brings = view.words.gain(suggestion).map(|gain| view.words.labelled(&name, &gain));
    Some(Tried { brings: Some(brings.unwrap_or(name)), ..kept.edit.clone().into() })
}
