//! Align, distribute, tidy up: what the commands are called, when they apply, what they do.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Context, Key, Modifiers, Ui};

use crate::blueprint::{LaneId, Scenario, StepId};
use crate::drawing::{Alignment, Spacing, align, distribute, tidy};
use crate::editor::Edit;

use super::app::App;
use super::commands::Command;
use super::controls::command_item;
use super::desk::Desk;

/// Every command that puts cards in order, as the menu has them.
const ALL: [Command; 9] = [
    Command::TidyUp,
    Command::Align(Alignment::Left),
    Command::Align(Alignment::Centre),
    Command::Align(Alignment::Right),
    Command::Align(Alignment::Top),
    Command::Align(Alignment::Middle),
    Command::Align(Alignment::Bottom),
    Command::Distribute(Spacing::Horizontally),
    Command::Distribute(Spacing::Vertically),
];

/// Whether a command puts cards in order.
pub(super) fn is_about_order(command: Command) -> bool {
    matches!(command, Command::Align(_) | Command::Distribute(_) | Command::TidyUp)
}

/// The name of an alignment in the localisation layer.
pub(super) fn alignment_key(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Left => "command-align-left",
        Alignment::Centre => "command-align-centre",
        Alignment::Right => "command-align-right",
        Alignment::Top => "command-align-top",
        Alignment::Middle => "command-align-middle",
        Alignment::Bottom => "command-align-bottom",
    }
}

/// The key that brings cards into line.
pub(super) fn alignment_shortcut(alignment: Alignment) -> Option<(Modifiers, Key)> {
    let key = match alignment {
        Alignment::Left => Key::ArrowLeft,
        Alignment::Right => Key::ArrowRight,
        Alignment::Top => Key::ArrowUp,
        Alignment::Bottom => Key::ArrowDown,
        Alignment::Centre | Alignment::Middle => return None,
    };
    Some((Modifiers::COMMAND.plus(Modifiers::SHIFT), key))
}

/// Why cards can't be brought into line or spaced out: `needed` of them must be selected, within
/// one lane if they move up and down.
pub(super) fn obstacle(desk: &Desk<'_>, needed: usize, within_lanes: bool) -> Option<&'static str> {
    let steps = &desk.editor.selection().steps;
    if steps.len() < needed {
        return Some(if needed > 2 {
            "obstacle-select-three-steps"
        } else {
            "obstacle-select-two-steps"
        });
    }
    let enough = !within_lanes || most_in_a_lane(desk.scenario, steps) >= needed;
    (!enough).then_some(if needed > 2 {
        "obstacle-three-in-a-lane"
    } else {
        "obstacle-two-in-a-lane"
    })
}

fn most_in_a_lane(scenario: &Scenario, steps: &BTreeSet<StepId>) -> usize {
    let mut counts: BTreeMap<LaneId, usize> = BTreeMap::new();
    for step in steps.iter().filter_map(|id| scenario.steps().get(id)) {
        *counts.entry(step.lane).or_default() += 1;
    }
    counts.into_values().max().unwrap_or(0)
}

/// The rows of a menu that put cards in order.
pub(super) fn items(ui: &mut Ui, desk: &mut Desk<'_>) {
    for command in ALL {
        let begins = matches!(
            command,
            Command::Align(Alignment::Left | Alignment::Top)
                | Command::Distribute(Spacing::Horizontally)
        );
        if begins {
            ui.separator();
        }
        command_item(ui, desk, command);
    }
}

impl App {
    /// Aligns, distributes or tidies up.
    pub(super) fn put_in_order(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Align(alignment) => self.align(ctx, alignment),
            Command::Distribute(spacing) => self.distribute(ctx, spacing),
            _ => self.tidy_up(ctx),
        }
    }

    /// Brings the selected cards into line.
    fn align(&mut self, ctx: &Context, alignment: Alignment) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let places = align(&scenario, self.canvas.geometry(), steps, alignment);
        self.edit(ctx, Edit::AlignSteps(places));
    }

    /// Spaces the selected cards out.
    fn distribute(&mut self, ctx: &Context, spacing: Spacing) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let places = distribute(&scenario, self.canvas.geometry(), steps, spacing);
        self.edit(ctx, Edit::DistributeSteps(places));
    }

    /// Tidies up the selected cards, or all if fewer than two are selected.
    fn tidy_up(&mut self, ctx: &Context) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        let steps = &self.editor.selection().steps;
        let said = match tidy(&scenario, Some(steps).filter(|steps| steps.len() > 1)) {
            None => "tidy-too-wide",
            Some(tidied) if tidied.is_so(&scenario) => "tidy-already",
            Some(tidied) => {
                let (places, lanes, phases) = (tidied.places, tidied.lanes, tidied.phases);
                self.edit(ctx, Edit::TidyUp { places, lanes, phases });
                return;
            }
        };
        self.notice.say(self.words.text(said).to_owned(), ctx.time());
    }
}
