//! The lines between zones, moved by their names: what would come of it is said before it is done.

use egui::Pos2;

use crate::blueprint::{LaneId, Line, Scenario, Zone};
use crate::editor::Edit;
use crate::ui::view_context::{Action, ViewContext};
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
    let names: Vec<&str> = lanes
        .iter()
        .filter_map(|(lane, _)| scenario.lanes().get(lane))
        .map(|lane| words.lane(lane))
        .collect();
    let becomes = words.with(
        "line-becomes",
        &[
            ("count", names.len().into()),
            ("lanes", words.list(&names, MOST_LANES).into()),
            ("zone", words.zone(*zone).into()),
        ],
    );
    let concerned = |lane: LaneId| lanes.iter().any(|(other, _)| *other == lane);
    let steps = scenario.steps().values().filter(|step| concerned(step.lane)).count();
    let what = match (line, *zone == line.zone_above()) {
        _ if steps == 0 => "line-no-steps",
        (Line::Interaction, true) => "line-steps-by-customer",
        (Line::Interaction, false) => "line-steps-by-staff",
        (Line::Visibility, true) => "line-steps-seen",
        (Line::Visibility, false) => "line-steps-hidden",
        (Line::InternalInteraction, true) => "line-steps-by-contact-staff",
        (Line::InternalInteraction, false) => "line-steps-by-support",
    };
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
            move_line(view, line, lanes);
        }
    }
}

/// Moves a line over lanes, and says what came of it.
pub(in crate::ui) fn move_line(view: &mut ViewContext<'_>, line: Line, lanes: Vec<(LaneId, Zone)>) {
    let said = consequence(view.words, view.scenario, line, &lanes);
    view.edit(Edit::MoveLine(lanes));
    view.ask(Action::Say(said));
}
