//! The lines between zones, moved by their names, and lanes that go over them: what would come of it
//! is said before it is done.

use std::collections::BTreeMap;

use egui::Pos2;

use crate::blueprint::{LaneId, Line, Scenario, Zone};
use crate::editor::Edit;
use crate::ui::view_context::ViewContext;
use crate::wording::Wording;

use super::Canvas;

/// How many lanes are named; the others are counted.
const MOST_LANES: usize = 3;

/// What comes of lanes that change zone as a line moves: "Support becomes Backstage: 2 steps are then
/// done by contact staff".
pub(in crate::ui) fn consequence(
    words: &Wording,
    scenario: &Scenario,
    line: Line,
    lanes: &[(LaneId, Zone)],
) -> String {
    let Some((_, zone)) = lanes.first() else {
        return words.with("line-nothing", &[("line", words.line(line).into())]);
    };
    let lanes: Vec<LaneId> = lanes.iter().map(|(lane, _)| *lane).collect();
    becomes(words, scenario, &lanes, *zone, over_line(line, *zone == line.zone_above()))
}

/// What comes of a lane that goes to another zone, perhaps over several lines; `None` where it
/// stays in its own.
pub(in crate::ui) fn consequence_of_lane(
    words: &Wording,
    scenario: &Scenario,
    lane: LaneId,
    zone: Zone,
) -> Option<String> {
    let from = scenario.lanes().get(&lane)?.zone;
    (from != zone).then(|| becomes(words, scenario, &[lane], zone, between(from, zone)))
}

/// What comes of lanes that are in other zones than they were: one line for each.
pub(in crate::ui) fn consequence_of_lanes(
    words: &Wording,
    before: &Scenario,
    now: &Scenario,
) -> Option<String> {
    let mut changed: BTreeMap<(Zone, Zone), Vec<LaneId>> = BTreeMap::new();
    for (id, lane) in now.lanes() {
        if let Some(was) = before.lanes().get(id).filter(|was| was.zone != lane.zone) {
            changed.entry((was.zone, lane.zone)).or_default().push(*id);
        }
    }
    let said: Vec<String> = changed
        .iter()
        .map(|((from, to), lanes)| becomes(words, before, lanes, *to, between(*from, *to)))
        .collect();
    (!said.is_empty()).then(|| said.join("\n"))
}

/// What is said of steps that go over a line, up or down.
fn over_line(line: Line, up: bool) -> &'static str {
    match (line, up) {
        (Line::Interaction, true) => "line-steps-by-customer",
        (Line::Interaction, false) => "line-steps-by-staff",
        (Line::Visibility, true) => "line-steps-seen",
        (Line::Visibility, false) => "line-steps-hidden",
        (Line::InternalInteraction, true) => "line-steps-by-contact-staff",
        (Line::InternalInteraction, false) => "line-steps-by-support",
    }
}

/// What is said of steps that go from one zone to another: of several lines that they pass, the one
/// that changes most.
fn between(from: Zone, to: Zone) -> &'static str {
    let up = to < from;
    let passed = |line: &Line| {
        let (upper, lower) = (from.min(to), from.max(to));
        upper <= line.zone_above() && line.zone_below() <= lower
    };
    let by_customer = |line: &Line| *line == Line::Interaction && to == Zone::Customer;
    let weight = |line: &Line| (by_customer(line), *line == Line::Visibility);
    match Line::ALL.into_iter().filter(passed).max_by_key(weight) {
        Some(line) => over_line(line, up),
        // Between evidence and customer there is no line.
        None => "line-steps-go-along",
    }
}

/// "Support becomes Backstage: 2 steps …".
fn becomes(
    words: &Wording,
    scenario: &Scenario,
    lanes: &[LaneId],
    zone: Zone,
    what: &'static str,
) -> String {
    let there = lanes.iter().filter(|lane| scenario.lanes().contains_key(*lane));
    let names: Vec<_> = there.map(|lane| words.lane(scenario, *lane)).collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let becomes = words.with(
        "line-becomes",
        &[
            ("count", names.len().into()),
            ("lanes", words.list(&names, MOST_LANES).into()),
            ("zone", words.zone(zone).into()),
        ],
    );
    let steps = scenario.steps().values().filter(|step| lanes.contains(&step.lane)).count();
    let what = if steps == 0 { "line-no-steps" } else { what };
    let what = words.with(what, &[("count", steps.into())]);
    words.labelled(&becomes, &what)
}

impl Canvas {
    /// Shows where a line would lie that is dragged, and says what would come of it.
    pub(super) fn drag_line(&mut self, view: &ViewContext<'_>, line: Line, y: f32, at: Pos2) {
        self.look.dragged_line = Some((line, y));
        let lanes = self.geometry.line_drop(line, y).lanes;
        self.hint = Some((at, consequence(view.words, view.scenario, line, &lanes)));
    }

    /// Lets a dragged line go.
    pub(super) fn drop_line(&self, view: &mut ViewContext<'_>, line: Line, y: f32) {
        let lanes = self.geometry.line_drop(line, y).lanes;
        if !lanes.is_empty() {
            view.edit(Edit::MoveLine(lanes));
        }
    }
}
