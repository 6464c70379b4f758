//! What can be found: commands, and what the blueprint is made of.

use crate::blueprint::{LinkId, Scenario, ScenarioId, StepId};
use crate::editor::{Selection, Thing};
use crate::ui::commands::Command;
use crate::ui::icons;
use crate::ui::reviewing::{ReviewWish, Which};
use crate::ui::view_context::{Action, ViewContext};
use crate::wording::{Language, Wording};

use super::matching::rank;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Sought {
    /// A command; things of the blueprint come after the commands once something is typed.
    Command,
    /// A step, link with a label, role, lane, phase, element or scenario.
    Thing,
}

/// Something that was found.
pub(super) struct Entry {
    pub icon: Option<&'static str>,
    pub name: String,
    /// What it is: the menu of a command, the lane of a step.
    pub detail: String,
    pub keys: Option<String>,
    /// Why it cannot be chosen now.
    pub obstacle: Option<String>,
    pub choice: Choice,
}

/// What choosing an entry does.
#[derive(Clone, Debug)]
pub(super) enum Choice {
    Run(Command),
    Step(StepId),
    Link(LinkId),
    Select(Thing),
    Show(ScenarioId),
    Comment(Which),
}

impl Choice {
    /// The actions to ask for.
    pub fn action(self) -> Action {
        match self {
            Self::Run(command) => Action::Run(command),
            Self::Step(step) => Action::GoTo(crate::process::ProblemPlace::Step(step)),
            Self::Link(link) => Action::GoTo(crate::process::ProblemPlace::Link(link)),
            Self::Select(thing) => Action::Select(Selection::thing(thing)),
            Self::Show(scenario) => Action::Show(scenario),
            Self::Comment(which) => Action::review(ReviewWish::Go(which)),
        }
    }
}

/// Everything that fits what was typed, the best first; recently used commands go first while
/// nothing is typed.
pub(super) fn found(
    view: &ViewContext<'_>,
    ctx: &egui::Context,
    sought: Sought,
    query: &str,
    recently_used: &[Command],
) -> Vec<Entry> {
    let mut ranked = Vec::new();
    if sought == Sought::Command {
        for (place, entry) in commands(view, ctx, recently_used) {
            let fits = rank(query, &entry.name).or_else(|| {
                // A name in another language than the interface's still leads there, but last.
                let Choice::Run(command) = entry.choice else { return None };
                let key = view.face(command).text.replace('-', " ");
                let names = other_names(command).into_iter().chain([key]);
                names.filter_map(|name| rank(query, &name)).min().map(|rank| rank + LAST)
            });
            ranked.extend(fits.map(|fits| (fits, place, entry)));
        }
    }
    if sought == Sought::Thing || !query.trim().is_empty() {
        let behind = if sought == Sought::Command { BEHIND } else { 0 };
        for (place, entry) in things(view).into_iter().enumerate() {
            let fits = rank(query, &entry.name);
            ranked.extend(fits.map(|fits| (fits + behind, place, entry)));
        }
    }
    // Of names that fit alike, what can be done now goes before what cannot.
    let waits = |entry: &Entry| !query.trim().is_empty() && entry.obstacle.is_some();
    ranked.sort_by_key(|(fits, place, entry)| (*fits, waits(entry), *place));
    ranked.into_iter().map(|(.., entry)| entry).collect()
}

/// How far things of the blueprint stand behind commands, and names in other languages behind both.
const BEHIND: usize = 10;
const LAST: usize = 2 * BEHIND;

/// What else a command is called: a language has a name in every language.
fn other_names(command: Command) -> Vec<String> {
    let Command::Language(language) = command else { return Vec::new() };
    let key = match language {
        Language::English => "language-english",
        Language::Chinese => "language-chinese",
    };
    let named = Language::ALL.into_iter().map(|other| {
        let words = Wording::new(other);
        format!("{} {}", words.text(key), words.text("menu-language"))
    });
    named.collect()
}

/// The commands with their places.
fn commands(
    view: &ViewContext<'_>,
    ctx: &egui::Context,
    recently_used: &[Command],
) -> Vec<(usize, Entry)> {
    let entries = Command::all().into_iter().enumerate().map(|(place, command)| {
        let place = recently_used
            .iter()
            .position(|one| *one == command)
            .unwrap_or(place + recently_used.len());
        let face = view.face(command);
        let entry = Entry {
            icon: face.icon,
            name: face.name(view.words),
            detail: view.text(face.group.key()).to_owned(),
            keys: face.shortcut_text(ctx),
            obstacle: face.obstacle(view).map(|key| view.text(key).to_owned()),
            choice: Choice::Run(command),
        };
        (place, entry)
    });
    entries.collect()
}

/// The steps, labelled links, roles, lanes, phases, elements, scenarios and comments, in this order.
fn things(view: &ViewContext<'_>) -> Vec<Entry> {
    let words = view.words;
    let scenario: &Scenario = view.scenario;
    let entry = |icon, name: &str, detail: &str, choice| Entry {
        icon: Some(icon),
        name: name.to_owned(),
        detail: detail.to_owned(),
        keys: None,
        obstacle: None,
        choice,
    };
    let steps = scenario.steps().iter().map(|(id, step)| {
        let lane = words.lane(scenario, step.lane);
        entry(icons::STEP, &step.name, &lane, Choice::Step(*id))
    });
    let labelled = scenario.links().iter().filter(|(_, link)| !link.label.trim().is_empty());
    let links = labelled.map(|(id, link)| {
        let outside = words.text("link-outside");
        let to = link.to.step().map_or(outside, |to| words.step(to, scenario));
        let ends = [("from", words.step(link.from, scenario).into()), ("to", to.into())];
        let between = words.with("place-between", &ends);
        entry(icons::CHEVRON_RIGHT, &link.label, &between, Choice::Link(*id))
    });
    let roles = scenario.roles().iter().map(|(id, role)| {
        let choice = Choice::Select(Thing::Role(*id));
        entry(icons::USERS, &role.name, words.text("tab-role"), choice)
    });
    let lanes = scenario.lanes().keys().map(|id| {
        let choice = Choice::Select(Thing::Lane(*id));
        entry(icons::LANE, &words.lane(scenario, *id), words.text("tab-lane"), choice)
    });
    let phases =
        scenario.phases().iter().filter(|(_, phase)| !phase.name.is_empty()).map(|(id, phase)| {
            let choice = Choice::Select(Thing::Phase(*id));
            entry(icons::PHASE, &phase.name, words.text("tab-phase"), choice)
        });
    let elements = scenario.elements().iter().map(|(id, element)| {
        let choice = Choice::Select(Thing::Element(*id));
        entry(icons::ELEMENT, &element.name, words.text("tab-element"), choice)
    });
    let scenarios = view.editor.blueprint().scenarios().iter().map(|other| {
        let detail = words.text("menu-scenario");
        entry(icons::SCENARIO, other.name(), detail, Choice::Show(other.id()))
    });
    let blueprint = view.editor.blueprint();
    let said = blueprint.discussion().comments.iter().map(|comment| {
        let of = comment.on.scenario.and_then(|id| blueprint.scenario(id));
        let place = words.place_in(&comment.on, of.map_or(scenario, AsRef::as_ref), blueprint);
        let detail = words.facts(&[comment.by.as_str(), place.as_str()]);
        entry(icons::NOTE, comment.text.trim(), &detail, Choice::Comment(Which::of(comment)))
    });
    steps
        .chain(links)
        .chain(roles)
        .chain(lanes)
        .chain(phases)
        .chain(elements)
        .chain(scenarios)
        .chain(said.filter(|entry| !entry.name.is_empty()))
        .collect()
}
