//! The sheet in words: what a screen reader says of a card, a link, a phase, a lane.

use crate::analysis::Analysis;
use crate::blueprint::{LaneId, Link, LinkEnd, LinkKind, PhaseId, Step, StepId, StepKind};
use crate::drawing::SheetFigures;
use crate::ui::view_context::ViewContext;

/// How many neighbours of a card are named; the others are counted.
const MOST_NAMES: usize = 4;

/// "Check violations, Backstage, 60 s, Records officer, load 100 %, bottleneck, then Eye test".
pub(super) fn card(view: &ViewContext<'_>, id: StepId, step: &Step) -> String {
    let (words, scenario) = (view.words, view.scenario);
    let mut parts = vec![step.name.clone()];
    if step.kind != StepKind::Action {
        parts.push(words.step_kind(step.kind).to_owned());
    }
    parts.push(words.lane(scenario, step.lane).into_owned());
    parts.extend(step.time.as_ref().map(|time| words.service_time(time)));
    parts.extend(step.needs.iter().map(|need| words.need(need, scenario)));
    let before = |said: String| words.with("figure-before", &[("value", said.into())]);
    let load = |analysis: &Analysis| {
        let load = analysis.steps.get(&id)?.utilisation.value?;
        Some(words.with("spoken-load", &[("share", words.percent(load).into())]))
    };
    parts.extend(load(view.analysis).or_else(|| view.before.and_then(load).map(before)));
    let figures = view.card_figures();
    if figures.is_bottleneck(id) {
        let said = words.text("figure-bottleneck").to_owned();
        parts.push(if figures.outdated(id).bottleneck { before(said) } else { said });
    }
    if step.fail.is_some() {
        parts.push(words.text("spoken-fail-point").to_owned());
    }
    if step.wait.is_some() {
        parts.push(words.text("spoken-wait-point").to_owned());
    }
    if let Some(emotion) = step.emotion {
        let feeling = words.emotion(emotion);
        parts.push(words.with("spoken-feeling", &[("feeling", feeling.into())]));
    }
    for (kind, key) in [
        (LinkKind::Together, "spoken-together"),
        (LinkKind::Flow, "spoken-then"),
        (LinkKind::Trigger, "spoken-starts"),
    ] {
        let names = neighbours(view, id, kind);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if !names.is_empty() {
            parts.push(words.with(key, &[("names", words.list(&names, MOST_NAMES).into())]));
        }
    }
    words.clauses(&parts)
}

/// The names of what a card leads to by links of a kind, each with its label and share; of what happens at the
/// same time both ways, for that has no direction.
fn neighbours(view: &ViewContext<'_>, id: StepId, kind: LinkKind) -> Vec<String> {
    let (words, scenario) = (view.words, view.scenario);
    let links = scenario.links_at(id).filter(|(_, link)| link.kind == kind);
    links
        .filter_map(|(_, link)| {
            let end = if link.from == id {
                Some(link.to)
            } else {
                (kind == LinkKind::Together).then_some(LinkEnd::Step(link.from))
            };
            let name = match end? {
                LinkEnd::Step(to) => words.step(to, scenario).to_owned(),
                LinkEnd::Outside => words.text("place-outside").to_owned(),
            };
            let beside = beside(view, link);
            if beside.is_empty() {
                return Some(name);
            }
            let arguments = [("name", name.into()), ("share", beside.join(" ").into())];
            Some(words.with("spoken-with-share", &arguments))
        })
        .collect()
}

/// What is written beside a link: its label and its share, given or left by the others.
fn beside(view: &ViewContext<'_>, link: &Link) -> Vec<String> {
    let label = Some(link.label.clone()).filter(|label| !label.is_empty());
    let share = link.share.or_else(|| view.scenario.rest_share(link));
    label.into_iter().chain(share.map(|share| view.words.share(share))).collect()
}

/// "Flow from Approves? to Pays, Yes, 70 %".
pub(super) fn link(view: &ViewContext<'_>, link: &Link) -> String {
    let (words, scenario) = (view.words, view.scenario);
    let to = match link.to {
        LinkEnd::Step(to) => words.step(to, scenario),
        LinkEnd::Outside => words.text("place-outside"),
    };
    let said = words.with(
        "spoken-link",
        &[
            ("kind", words.link_kind(link.kind).into()),
            ("from", words.step(link.from, scenario).into()),
            ("to", to.into()),
        ],
    );
    let parts: Vec<String> = std::iter::once(said).chain(beside(view, link)).collect();
    words.clauses(&parts)
}

/// "Phase Arrive, 4 steps".
pub(super) fn phase(view: &ViewContext<'_>, id: PhaseId) -> Option<String> {
    let name = match view.scenario.phases().get(&id)?.name.as_str() {
        "" => view.text("details-phase-unnamed"),
        name => name,
    };
    let held = view.scenario.steps().values().filter(|step| step.phase == id).count();
    let steps = view.words.counted("steps", held);
    Some(view.words.with("spoken-phase", &[("name", name.into()), ("steps", steps.into())]))
}

/// "Lane Phone line, Frontstage, 2 steps".
pub(super) fn lane(view: &ViewContext<'_>, id: LaneId) -> Option<String> {
    let lane = view.scenario.lanes().get(&id)?;
    let held = view.scenario.steps().values().filter(|step| step.lane == id).count();
    let arguments = [
        ("name", view.words.lane(view.scenario, id).into_owned().into()),
        ("zone", view.words.zone(lane.zone).into()),
        ("steps", view.words.counted("steps", held).into()),
    ];
    Some(view.words.with("spoken-lane", &arguments))
}
