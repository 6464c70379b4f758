//! What keys do on the sheet beside commands: a card's new name is typed on it, an input method
//! composes; and what begins by keys: append, connect, make room.

use egui::{Context, Event, ImeEvent};

use crate::blueprint::{Refusal, StepId};
use crate::editor::{Selection, Thing};
use crate::ui::app::{App, BOTH_PANELS};
use crate::ui::canvas::bears_share;
use crate::ui::letter_keys::{Letters, composing_at, is_composing, is_for_a_name};
use crate::ui::panels::details::name_field;
use crate::ui::settings::Settings;
use crate::ui::towards::Towards;

impl App {
    /// Begins to connect the selected step by keys.
    pub(in crate::ui) fn start_connecting(&mut self) {
        if let Some(step) = self.editor.selection().only_step() {
            self.canvas.start_linking(self.editor.scenario(), step);
        }
    }

    /// Begins to make room on the sheet, or ends that.
    pub(in crate::ui) fn start_making_room(&mut self, ctx: &Context) {
        let scenario = std::sync::Arc::clone(self.editor.scenario());
        self.canvas.switch_space_tool(&scenario, ctx);
    }

    /// Adds a step beside the selected one and connects the two.
    pub(in crate::ui) fn append(&mut self, ctx: &Context, towards: Towards) {
        if let Some(step) = self.editor.selection().only_step() {
            self.append_to(ctx, step, towards);
        }
    }

    /// Adds a step beside another and connects the two.
    pub(in crate::ui) fn append_to(&mut self, ctx: &Context, step: StepId, towards: Towards) {
        if let Some(edit) = self.with_view(ctx, |view| self.canvas.append_edit(view, step, towards))
        {
            self.edit(ctx, edit);
            return;
        }
        let flows = self.editor.scenario().steps().get(&step).is_some_and(|step| step.kind.flows());
        let why = if flows {
            self.words.text("hand-no-lane-there")
        } else {
            self.words.refusal(Refusal::NotInFlow)
        };
        self.notice.say(why.to_owned(), ctx.time());
    }

    /// Begins to type the name of a thing where it stands; in its inspector where that is not seen.
    pub(in crate::ui) fn start_naming(&mut self, ctx: &Context, thing: Thing) {
        self.editor.commit_gesture();
        self.editor.select(Selection::thing(thing));
        self.tab.follow(self.editor.selection());
        let narrow = ctx.content_rect().width() < BOTH_PANELS;
        let palette = self.settings.palette && !(narrow && self.settings.side);
        match thing {
            Thing::Lane(lane) => self.canvas.start_naming_lane(lane),
            Thing::Phase(phase) => self.canvas.start_naming_phase(phase),
            Thing::Role(_) | Thing::Element(_) if palette => self.palette.start_renaming(thing),
            Thing::Role(_) | Thing::Element(_) => {
                if !self.settings.side {
                    self.set(ctx, Settings { side: true, ..self.settings });
                }
                ctx.memory_mut(|memory| memory.request_focus(name_field(thing)));
            }
        }
        if matches!(thing, Thing::Lane(_) | Thing::Phase(_)) {
            self.bottom.enlarged = false;
        }
    }

    /// Whether a name is being typed where it stands.
    pub(in crate::ui) fn is_naming(&self) -> bool {
        self.canvas.is_naming() || self.palette.is_naming()
    }

    /// Lets an input method compose as long as the sheet or a table is in front.
    ///
    /// Composing is never switched off between two fields: some systems act on that only with the
    /// next key, which then would come as a plain letter.
    pub(in crate::ui) fn offer_composing(&self, ctx: &Context) {
        let in_front = self.modes.at_the_keys().sheet_takes_input()
            && !self.dialogs.is_open()
            && !self.is_advised();
        if !in_front || ctx.output(|output| output.ime.is_some()) {
            return;
        }
        let card = self.editor.selection().only_step();
        let card = card.and_then(|step| self.canvas.card_on_screen(step));
        let rect = card.unwrap_or_else(|| {
            egui::Rect::from_center_size(ctx.content_rect().center(), egui::Vec2::new(1.0, 16.0))
        });
        ctx.output_mut(|output| output.ime = Some(composing_at(rect)));
    }

    /// What single letters are in this pass. `was_open` says whether a menu or popup was open.
    pub(in crate::ui) fn letters(&self, ctx: &Context, was_open: bool) -> Letters {
        let focused = ctx.memory(egui::Memory::focused);
        let elsewhere = focused.is_some_and(|focused| !self.canvas.is_focus(focused));
        if was_open || elsewhere || self.letters.composing || is_composing(ctx) {
            Letters::Elsewhere
        } else if self.letters.resting {
            Letters::Resting
        } else {
            Letters::Commands
        }
    }

    /// Starts renaming the card that was selected by hand and alone with what was typed on it or
    /// composed, if that was no command.
    pub(in crate::ui) fn read_typing(&mut self, ctx: &Context) {
        let focused = ctx.memory(egui::Memory::focused);
        let elsewhere = focused.is_some_and(|focused| !self.canvas.is_focus(focused));
        if elsewhere || self.canvas.is_editing() {
            return;
        }
        let held = ctx.input(|input| input.modifiers);
        if held.command || held.ctrl || held.alt && !held.shift {
            return;
        }
        let composing = self.letters.composing || is_composing(ctx);
        let first = ctx.input(|input| {
            let mut shift = held.shift;
            input.events.iter().position(|event| match event {
                // Shift may be up again before the pass.
                Event::Key { pressed: true, modifiers, .. } => {
                    shift = modifiers.shift;
                    false
                }
                Event::Text(text) => !composing && is_for_a_name(text, shift),
                Event::Ime(ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)) => {
                    !text.trim().is_empty()
                }
                _ => false,
            })
        });
        let Some(first) = first else { return };
        let step = self.editor.selection().only_step();
        let picked = self.letters.picked(self.editor.selection());
        if let Some(step) = step.filter(|_| picked) {
            let letter = ctx.input_mut(|input| input.events.remove(first));
            self.canvas.start_typing(step, letter);
            self.typing_ahead.keep_from(ctx, first);
            ctx.request_repaint();
        } else if let Some(link) = self.editor.selection().only_link().filter(|_| picked)
            && bears_share(self.editor.scenario(), link)
        {
            // An answer is typed where its way was drawn or chosen.
            let letter = ctx.input_mut(|input| input.events.remove(first));
            self.canvas.start_typing_words(link, letter);
            self.typing_ahead.keep_from(ctx, first);
            ctx.request_repaint();
        } else if step.is_some() && !self.letters.is_new() {
            // A presenter's clicker and a reviewer's stray key must not change a thing.
            let text = self.words.text("keys-card-by-hand").to_owned();
            self.notice.say(text, ctx.time());
        }
    }
}
