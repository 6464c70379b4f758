//! Keys on the sheet: Tab walks the flow, arrows nudge what is selected, tools are steered.

use egui::accesskit::Role;
use egui::{Event, EventFilter, Key, Memory, Modifiers, Response, Ui, WidgetInfo};

use crate::blueprint::{Place, StepId};
use crate::drawing::{Card, Point, flow_order};
use crate::editor::{Edit, GestureId, Selection};
use crate::ui::regions::Region;
use crate::ui::towards::Towards;
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::gesture::Gesture;
use super::headers::move_selected;
use super::linking::step_after;
use super::placing::place_for;

/// How far an arrow with Shift moves a card, in sheet units.
const GRID: f32 = 12.0;
/// Nudges that follow each other faster than this are one step to undo, in seconds.
const BURST: f64 = 0.9;
/// The gesture of a burst of nudges.
const NUDGE: GestureId = GestureId(4);

/// How the sheet stands with the keyboard.
#[derive(Default)]
pub(super) struct Keys {
    /// What the sheet is among the things that can have the keys.
    sheet: Option<egui::Id>,
    /// Whether it has the keys.
    pub(super) here: bool,
    /// Whether it takes the keys in the next frame.
    pub(super) wanted: bool,
    /// Until when another nudge belongs to the same step to undo, in seconds.
    burst_until: Option<f64>,
}

impl Canvas {
    /// What the sheet is among the things that can have the keys.
    pub(in crate::ui) fn sheet_id(&self) -> Option<egui::Id> {
        self.keys.sheet
    }

    /// Whether it is the sheet that has the keys.
    pub(in crate::ui) fn is_focus(&self, focused: egui::Id) -> bool {
        self.keys.sheet == Some(focused) || focused == Region::Sheet.id()
    }

    /// Gives the sheet the keys that it asked for, and keeps Tab and the arrows from leaving it.
    pub(super) fn read_focus(&mut self, ui: &Ui, response: &Response, view: &ViewContext<'_>) {
        self.keys.sheet = Some(response.id);
        response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, view.text("hand-sheet")));
        if std::mem::take(&mut self.keys.wanted) && !ui.ctx().text_edit_focused() {
            response.request_focus();
        }
        // Who comes to the landmark of the sheet means the sheet.
        let focused = ui.memory(Memory::focused).filter(|focused| self.is_focus(*focused));
        self.keys.here = focused.is_some();
        if let Some(focused) = focused {
            let filter = EventFilter {
                tab: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
        }
    }

    /// Reads the keys, unless a text is being typed or something else has them.
    pub(super) fn read_keyboard(&mut self, ui: &Ui, view: &mut ViewContext<'_>) {
        self.end_burst(ui, view);
        let elsewhere = ui.memory(Memory::focused).is_some_and(|focused| !self.is_focus(focused));
        if ui.ctx().text_edit_focused() || elsewhere {
            return;
        }
        match self.gesture {
            Gesture::LinkByKeys { target, .. } => {
                for towards in Towards::ALL {
                    for _ in 0..take(ui, Modifiers::NONE, arrow(towards)) {
                        self.choose_target(view, towards);
                    }
                }
                for (modifiers, backwards) in [(Modifiers::NONE, false), (Modifiers::SHIFT, true)] {
                    for _ in 0..take(ui, modifiers, Key::Tab) {
                        self.choose_along(view, backwards);
                    }
                }
                if take(ui, Modifiers::NONE, Key::Enter) > 0
                    && let Some(target) = target
                {
                    self.link_to(ui, view, target);
                }
            }
            Gesture::Space(_) => {
                for towards in Towards::ALL {
                    for (modifiers, large) in [(Modifiers::NONE, false), (Modifiers::SHIFT, true)] {
                        for _ in 0..take(ui, modifiers, arrow(towards)) {
                            self.step_space(view, towards, large);
                        }
                    }
                }
                if take(ui, Modifiers::NONE, Key::Enter) > 0 {
                    self.finish_space(view, ui.ctx());
                }
            }
            Gesture::Nothing => self.read_plain_keys(ui, view),
            _ => {}
        }
    }

    fn read_plain_keys(&mut self, ui: &Ui, view: &mut ViewContext<'_>) {
        if self.keys.here {
            for (modifiers, backwards) in [(Modifiers::NONE, false), (Modifiers::SHIFT, true)] {
                for _ in 0..take(ui, modifiers, Key::Tab) {
                    let order = flow_order(view.scenario);
                    let here = self.walked_to(view);
                    self.walk_to(view, step_after(&order, here, backwards));
                }
            }
            for (key, last) in [(Key::Home, false), (Key::End, true)] {
                if take(ui, Modifiers::NONE, key) > 0 {
                    let order = flow_order(view.scenario);
                    let end = if last { order.last() } else { order.first() };
                    self.walk_to(view, end.copied());
                }
            }
        }
        if view.reviewing.is_some() {
            return;
        }
        for towards in Towards::ALL {
            let times = take(ui, Modifiers::ALT, arrow(towards));
            if times > 0 {
                move_selected(view, towards, times);
            }
            let times = take(ui, Modifiers::ALT.plus(Modifiers::SHIFT), arrow(towards));
            if times > 0 {
                self.resize_selected(view, towards, times);
            }
        }
        // A card that was not chosen on purpose is not moved by a stray arrow.
        if view.editor.selection().steps.is_empty() || !view.picked {
            return;
        }
        // All arrows of one pass are one way to go: each counts.
        let mut away = Point::new(0.0, 0.0);
        for towards in Towards::ALL {
            for (modifiers, by) in [(Modifiers::SHIFT, GRID), (Modifiers::NONE, 1.0)] {
                let times = take(ui, modifiers, arrow(towards));
                let by = by * f32::from(u8::try_from(times).unwrap_or(u8::MAX));
                away = away
                    + match towards {
                        Towards::Left => Point::new(-by, 0.0),
                        Towards::Right => Point::new(by, 0.0),
                        Towards::Up => Point::new(0.0, -by),
                        Towards::Down => Point::new(0.0, by),
                    };
            }
        }
        if away != Point::new(0.0, 0.0) {
            self.nudge(ui, view, away);
        }
    }

    /// The card from which Tab goes on: in a fast series the one that was asked for last.
    fn walked_to(&self, view: &ViewContext<'_>) -> Option<StepId> {
        self.reveal.or_else(|| view.editor.selection().steps.first().copied())
    }

    fn walk_to(&mut self, view: &mut ViewContext<'_>, step: Option<StepId>) {
        let Some(step) = step else { return };
        view.ask(Action::Pick(Selection::step(step)));
        self.reveal(step);
    }

    /// Moves the selected cards a little. One card goes over the border of its lane as soon as it
    /// touches it; several go as their centres do.
    fn nudge(&mut self, ui: &Ui, view: &mut ViewContext<'_>, away: Point) {
        let steps = &view.editor.selection().steps;
        let alone = steps.len() == 1;
        let places: Option<Vec<(StepId, Place)>> = steps
            .iter()
            .map(|id| {
                let card = self.geometry.card(*id)?;
                let to = card.rect.centre() + away;
                let place = if alone {
                    self.nudged_place(view, card, to)
                } else {
                    self.geometry.place_at(view.scenario, to)
                };
                Some((*id, place?))
            })
            .collect();
        if let Some(places) = places {
            view.ask(Action::Preview(NUDGE, Edit::PlaceSteps(places).into()));
            self.keys.burst_until = Some(ui.input(|input| input.time) + BURST);
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(BURST));
        }
    }

    /// Where one card comes to lie: within its lane, or once it touches the border beyond it.
    fn nudged_place(&self, view: &ViewContext<'_>, card: &Card, to: Point) -> Option<Place> {
        let place = |to: Point| place_for(&self.geometry, view.scenario, card.step, to);
        let inside = place(to)?;
        let from = card.rect.centre();
        let moved = self.geometry.point_of(inside)?;
        if (to.y - from.y).abs() < 0.5 || (moved.y - from.y).abs() >= 0.5 {
            return Some(inside);
        }
        // It stands at the border: the nearest lane beyond takes it.
        let here = self
            .geometry
            .bands()
            .iter()
            .position(|band| (band.top..band.bottom).contains(&from.y))?;
        let bands = self.geometry.bands();
        let open = |band: &&crate::drawing::Band| band.lane.is_some();
        let beyond = if to.y < from.y {
            bands.iter().take(here).rev().find(open).map(|band| band.bottom - 1.0)
        } else {
            bands.iter().skip(here + 1).find(open).map(|band| band.top + 1.0)
        };
        beyond.map_or(Some(inside), |y| place(Point::new(to.x, y)))
    }

    /// Keeps a burst of nudges once no other followed for a while.
    fn end_burst(&mut self, ui: &Ui, view: &mut ViewContext<'_>) {
        let Some(until) = self.keys.burst_until else { return };
        let now = ui.input(|input| input.time);
        if view.editor.gesture() != Some(NUDGE) && !view.editor.in_gesture() {
            // It may not have begun before the end of the pass that asked for it.
            if now > until {
                self.keys.burst_until = None;
            }
        } else if now > until {
            if view.editor.gesture() == Some(NUDGE) {
                view.ask(Action::Commit);
            }
            self.keys.burst_until = None;
        } else {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(until - now + 0.01));
        }
    }
}

fn arrow(towards: Towards) -> Key {
    match towards {
        Towards::Left => Key::ArrowLeft,
        Towards::Right => Key::ArrowRight,
        Towards::Up => Key::ArrowUp,
        Towards::Down => Key::ArrowDown,
    }
}

/// Takes the presses of a key with exactly these modifiers out of the input and counts them.
fn take(ui: &Ui, modifiers: Modifiers, key: Key) -> usize {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            !matches!(event, Event::Key { key: pressed_key, pressed: true, modifiers: held, .. }
                if *pressed_key == key && held.matches_exact(modifiers))
        });
        before - input.events.len()
    })
}
