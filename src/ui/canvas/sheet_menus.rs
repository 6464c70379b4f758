//! The context menus of what the sheet is divided into: lanes, phases, lines, and the empty sheet.

use egui::{Key, KeyboardShortcut, Modifiers, Response, Ui};

use crate::blueprint::{
    Lane, LaneHeight, LaneId, LaneSteps, Line, Phase, PhaseId, PhaseWidth, Place, Scenario, StepId,
};
use crate::drawing::{CardForm, Point, SheetGeometry, gap_near, least_width, whole_units};
use crate::editor::{Edit, Selection, Thing};
use crate::ui::commands::{Command, Palette, command_item, menu_item, menu_words, shortcut_words};
use crate::ui::lane_act::LaneAct;
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::headers::{LANE_STEP, PHASE_STEP, fold, move_lane, place_of};
use super::lines::{consequence, consequence_of_lane};
use super::placing::{landing, new_step, placed};

impl Canvas {
    /// The menu of a point of the sheet where nothing else is.
    pub(super) fn sheet_menu(&self, ui: &mut Ui, view: &mut ViewContext<'_>, at: Point) {
        if let Some(place) = self.geometry.place_at(view.scenario, at) {
            for item in Palette::ALL {
                if menu_item(ui, Some(item.icon()), view.text(item.key())).clicked() {
                    self.add_at(view, item, at, place);
                    ui.close();
                }
            }
            ui.separator();
            cut(ui, view, at);
            command_item(ui, view, Command::MakeRoom);
            ui.separator();
        }
        for command in [Command::Paste, Command::SelectAll, Command::FitAll, Command::TidyUp] {
            command_item(ui, view, command);
        }
    }

    fn add_at(&self, view: &mut ViewContext<'_>, item: Palette, at: Point, place: Place) {
        let zone = view.scenario.lanes().get(&place.lane).map_or(item.zone(), |lane| lane.zone);
        let step = new_step(view, item.in_zone(zone), place);
        let form = CardForm::of(&step, view.scenario.zone_of(&step));
        if let Some(found) = landing(&self.geometry, view.scenario, at, form, false) {
            let edit = Edit::AddStep(Box::new(placed(step, found.place)));
            view.edit(edit.in_rooms(found.rooms));
        }
    }

    /// The menu of a lane.
    pub(super) fn lane_menu(&self, ui: &mut Ui, view: &mut ViewContext<'_>, id: LaneId) {
        let Some(lane) = view.scenario.lanes().get(&id).cloned() else { return };
        name(ui, view, Thing::Lane(id));
        if item(ui, view, "lane-select-steps") {
            let held = view.scenario.steps().iter().filter(|(_, step)| step.lane == id);
            let held: Vec<StepId> = held.map(|(step, _)| *step).collect();
            view.ask(Action::Pick(Selection::steps(held)));
        }
        ui.separator();
        for (key, act, arrow) in [
            ("lane-add-above", LaneAct::AddAbove, None),
            ("lane-add-below", LaneAct::AddBelow, None),
            ("hand-lane-up", LaneAct::MoveUp, Some(Key::ArrowUp)),
            ("hand-lane-down", LaneAct::MoveDown, Some(Key::ArrowDown)),
        ] {
            let keys = arrow.map(|arrow| (Modifiers::ALT, arrow));
            let there = lane_edit(view.scenario, id, act);
            let said = match there {
                Some(Edit::MoveLane(_, zone, _)) => {
                    consequence_of_lane(view.words, view.scenario, id, zone)
                }
                _ => None,
            };
            let response = possible(ui, view, key, keys, there);
            if let Some(said) = said {
                response.on_hover_text(said);
            }
        }
        ui.separator();
        let least = self.geometry.least_height(view.scenario, id);
        let height = |units: i32| {
            let height = LaneHeight::new(units.max(least.units())).ok()?;
            let changed = Lane { height, ..Lane::clone(&lane) };
            (!lane.collapsed && height != lane.height).then_some(Edit::SetLane(id, changed))
        };
        let now = lane.height.units();
        let keys = |arrow| Some((Modifiers::ALT.plus(Modifiers::SHIFT), arrow));
        possible(ui, view, "lane-higher", keys(Key::ArrowDown), height(now + LANE_STEP));
        possible(ui, view, "lane-lower", keys(Key::ArrowUp), height(now - LANE_STEP));
        possible(ui, view, "fit-to-cards", None, height(least.units()));
        let key = if lane.collapsed { "lane-unfold" } else { "lane-fold" };
        possible(ui, view, key, None, lane_edit(view.scenario, id, LaneAct::Fold));
        ui.separator();
        if item(ui, view, "lane-remove") {
            view.ask(remove_lane(view, id));
        }
    }

    /// The menu of a phase, opened at a point.
    pub(super) fn phase_menu(
        &self,
        ui: &mut Ui,
        view: &mut ViewContext<'_>,
        id: PhaseId,
        at: Point,
    ) {
        let phases = view.scenario.phases();
        let (Some(place), Some(phase)) = (phases.get_index_of(&id), phases.get(&id).cloned())
        else {
            return;
        };
        let several = phases.len() > 1;
        name(ui, view, Thing::Phase(id));
        cut(ui, view, at);
        if item(ui, view, "phase-select-steps") {
            let held = view.scenario.steps().iter().filter(|(_, step)| step.phase == id);
            let held: Vec<StepId> = held.map(|(step, _)| *step).collect();
            view.ask(Action::Pick(Selection::steps(held)));
        }
        ui.separator();
        for (key, place) in [("phase-add-before", place), ("phase-add-after", place + 1)] {
            if item(ui, view, key) {
                let new = Phase::new(view.text("phase-new"));
                view.edit(Edit::AddPhase(new, place));
            }
        }
        let moves = [
            ("phase-move-left", place.checked_sub(1), Key::ArrowLeft),
            ("phase-move-right", Some(place + 1).filter(|to| *to < phases.len()), Key::ArrowRight),
        ];
        for (key, to, arrow) in moves {
            let there = to.map(|to| Edit::ReorderPhase(id, to));
            possible(ui, view, key, Some((Modifiers::ALT, arrow)), there);
        }
        ui.separator();
        let least = least_width(&self.geometry, view.scenario, id);
        let width = |units: i32| {
            let width = PhaseWidth::new(units.max(least.units())).ok()?;
            let changed = Phase { width, ..Phase::clone(&phase) };
            (width != phase.width).then_some(Edit::SetPhase(id, changed))
        };
        let now = phase.width.units();
        let keys = |arrow| Some((Modifiers::ALT.plus(Modifiers::SHIFT), arrow));
        possible(ui, view, "phase-wider", keys(Key::ArrowRight), width(now + PHASE_STEP));
        possible(ui, view, "phase-narrower", keys(Key::ArrowLeft), width(now - PHASE_STEP));
        possible(ui, view, "fit-to-cards", None, width(least.units()));
        ui.separator();
        let removed = several.then_some(Edit::RemovePhase(id));
        possible(ui, view, "phase-remove", None, removed);
    }
}

/// The menu of a line.
pub(super) fn line_menu(ui: &mut Ui, view: &mut ViewContext<'_>, line: Line) {
    for (up, key) in [(true, "line-up-over"), (false, "line-down-over")] {
        let beside = view.scenario.lane_beside(line, up);
        let lanes = beside.map(|beside| vec![beside]);
        let over = beside.map(|(id, _)| id);
        let (label, said) = if let (Some(over), Some(lanes)) = (over, &lanes) {
            let over = view.words.lane(view.scenario, over);
            let said = consequence(view.words, view.scenario, line, lanes);
            (view.words.with(key, &[("lane", over.as_ref().into())]), said)
        } else {
            let key = if up { "line-up" } else { "line-down" };
            (view.text(key).to_owned(), view.text("line-no-lane").to_owned())
        };
        let button = egui::Button::new(menu_words(None, label));
        let response = ui
            .add_enabled(lanes.is_some(), button)
            .on_hover_text(&said)
            .on_disabled_hover_text(&said);
        if let Some(lanes) = lanes.filter(|_| response.clicked()) {
            view.edit(Edit::MoveLine(lanes));
            ui.close();
        }
    }
}

/// "Phase starts here".
fn cut(ui: &mut Ui, view: &mut ViewContext<'_>, at: Point) {
    if item(ui, view, "phase-starts-here") {
        view.edit(cut_at(view, at.x));
    }
}

/// The edit that starts a phase so far from the left edge of the sheet, beside the cards there.
pub(in crate::ui) fn cut_at(view: &ViewContext<'_>, x: f32) -> Edit {
    let x = gap_near(&SheetGeometry::of(view.scenario), x);
    Edit::SplitPhase(view.text("phase-new").to_owned(), whole_units(x))
}

/// "Rename", with its key.
fn name(ui: &mut Ui, view: &mut ViewContext<'_>, thing: Thing) {
    if item(ui, view, "command-rename") {
        view.ask(Action::Name(thing));
    }
}

fn item(ui: &mut Ui, view: &ViewContext<'_>, key: &str) -> bool {
    let clicked = menu_item(ui, None, view.words.text(key)).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

/// An entry that does an edit; it is greyed where there is none.
fn possible(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    key: &str,
    keys: Option<(Modifiers, Key)>,
    edit: Option<Edit>,
) -> Response {
    let mut button = egui::Button::new(menu_words(None, view.words.text(key)));
    if let Some((modifiers, key)) = keys {
        button =
            button.shortcut_text(shortcut_words(ui.ctx(), KeyboardShortcut::new(modifiers, key)));
    }
    let response = ui.add_enabled(edit.is_some(), button);
    if response.clicked() {
        view.actions.extend(edit.map(Action::edit));
        ui.close();
    }
    response
}

/// The lane that commands are about: the selected one, or that of all selected steps.
pub(in crate::ui) fn lane_meant(scenario: &Scenario, selection: &Selection) -> Option<LaneId> {
    if let Some(Thing::Lane(lane)) = selection.other {
        return Some(lane).filter(|lane| scenario.lanes().contains_key(lane));
    }
    let mut lanes = selection.steps.iter().filter_map(|step| scenario.steps().get(step));
    let lane = lanes.next()?.lane;
    lanes.all(|step| step.lane == lane).then_some(lane)
}

/// What something that is done to a lane is to the document; `None` where it cannot be done, or is
/// more than an edit.
pub(in crate::ui) fn lane_edit(scenario: &Scenario, id: LaneId, act: LaneAct) -> Option<Edit> {
    let (zone, place) = place_of(scenario, id)?;
    match act {
        LaneAct::AddAbove => Some(Edit::AddLaneAt(Lane::new(zone), place)),
        LaneAct::AddBelow => Some(Edit::AddLaneAt(Lane::new(zone), place + 1)),
        LaneAct::MoveUp => move_lane(scenario, id, true),
        LaneAct::MoveDown => move_lane(scenario, id, false),
        LaneAct::Fold => fold(scenario, id),
        LaneAct::Rename | LaneAct::Remove => None,
    }
}

/// Removes an empty lane at once; for another it is asked what becomes of its steps.
pub(in crate::ui) fn remove_lane(view: &ViewContext<'_>, id: LaneId) -> Action {
    if view.scenario.steps().values().any(|step| step.lane == id) {
        Action::AskRemoveLane(id)
    } else {
        Action::edit(Edit::RemoveLane(id, LaneSteps::MustBeNone))
    }
}
