//! Typing on the sheet: a real text field over a card's name or over the share of a way out of a
//! decision.

use egui::text::{CCursor, CCursorRange};
use egui::{Event, Id, Key, Modifiers, TextEdit, Ui, Vec2};

use crate::blueprint::{LinkId, LinkKind, Refusal, Scenario, StepId, StepKind};
use crate::editor::Edit;
use crate::ui::desk::{Action, Desk};
use crate::ui::fields::select_all;
use crate::ui::fonts::{Weight, font};
use crate::ui::reading::{parse_share, share_text};

use super::{Canvas, paint};

/// What is being typed.
#[derive(Clone, Debug)]
pub(super) struct Renaming {
    subject: Subject,
    /// What has been typed; `None` until the field is first shown.
    text: Option<String>,
    /// What it begins with, if it was begun by typing.
    first: Option<Event>,
    /// Why what was typed could not be taken.
    refused: Option<Refusal>,
    /// Whether the field takes the keys in the next frame.
    takes_keys: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Name(StepId),
    Share(LinkId),
}

impl Renaming {
    fn of(subject: Subject, first: Option<Event>) -> Self {
        Self { subject, text: None, first, refused: None, takes_keys: true }
    }
}

/// Whether a link is a way out of a decision, which bears a share.
pub(in crate::ui) fn bears_share(scenario: &Scenario, link: LinkId) -> bool {
    scenario.links().get(&link).is_some_and(|link| {
        let decision =
            scenario.steps().get(&link.from).is_some_and(|step| step.kind == StepKind::Decision);
        link.kind == LinkKind::Flow && (decision || link.share.is_some())
    })
}

impl Canvas {
    /// Starts renaming a card in place in the next frame.
    pub fn start_renaming(&mut self, step: StepId) {
        self.renaming = Some(Renaming::of(Subject::Name(step), None));
        self.reveal = Some(step);
    }

    /// Starts renaming a card with what was typed on it, or composed.
    pub fn start_typing(&mut self, step: StepId, first: Event) {
        self.renaming = Some(Renaming::of(Subject::Name(step), Some(first)));
        self.reveal = Some(step);
    }

    /// Starts typing the share of a way out of a decision.
    pub fn start_sharing(&mut self, link: LinkId) {
        self.renaming = Some(Renaming::of(Subject::Share(link), None));
    }

    /// Where the field lies over the name of a card.
    fn name_place(&self, desk: &Desk<'_>, id: StepId) -> Option<egui::Rect> {
        let (step, card) = (desk.scenario.steps().get(&id)?, self.card_on_screen(id)?);
        let size = Vec2::new(card.width().max(120.0), 28.0);
        // The field covers the name: at the top of a card with figures, else in its middle.
        let figures = step.time.is_some() || !step.needs.is_empty();
        let named_on_top = card.height() > 60.0 && figures && step.kind == StepKind::Action;
        let top = if named_on_top { card.top() + 4.0 } else { card.center().y - 14.0 };
        Some(egui::Rect::from_min_size(egui::pos2(card.center().x - size.x / 2.0, top), size))
    }

    /// Where the field lies over a share: on its label, or half way along a link that has none.
    fn share_place(&self, id: LinkId) -> Option<egui::Rect> {
        let route = self.routes.all().iter().find(|route| route.link == id)?;
        let middle = || route.points.get(route.points.len() / 2).copied();
        let at = self.camera.screen_from_sheet(route.label.or_else(middle)?);
        Some(egui::Rect::from_center_size(paint::pos(at), Vec2::new(72.0, 26.0)))
    }

    /// Shows the field, and asks for what was typed once it is left.
    pub(super) fn show_renaming(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let Some(mut typing) = self.renaming.take() else { return };
        let (place, now, label) = match typing.subject {
            Subject::Name(id) => {
                let name = desk.scenario.steps().get(&id).map(|step| step.name.clone());
                (self.name_place(desk, id), name, "rename-card")
            }
            Subject::Share(id) => {
                let link = desk.scenario.links().get(&id);
                let share = link.map(|link| share_text(desk.words, link.share));
                (self.share_place(id), share, "hand-share-field")
            }
        };
        let (Some(place), Some(now)) = (place, now) else { return };
        let id = Id::unique("rename card");
        let first = typing.text.is_none();
        let mut text = typing.text.take().unwrap_or_else(|| now.clone());
        if std::mem::take(&mut typing.takes_keys) {
            // With the keys in hand, the field also gets what comes in the same frame.
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if first {
            if let Some(event) = typing.first.take() {
                text.clear();
                let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
                state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(0))));
                TextEdit::store_state(ui.ctx(), id, state);
                ui.input_mut(|input| input.events.insert(0, event));
            } else {
                select_all(ui, id, &text);
            }
        }
        let field = TextEdit::singleline(&mut text)
            .id(id)
            .font(font(Weight::Semibold, 12.0))
            .align(egui::Align2::LEFT_CENTER);
        let response = ui.put(place, field);
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::text_edit(true, &now, &text, "");
            info.label = Some(desk.text(label).to_owned());
            info
        });
        if typing.refused.is_some() && response.changed() {
            typing.refused = None;
        }
        if response.lost_focus() {
            self.keys.wanted = true;
            // The key that leaves the field is used up: Esc must not clear the selection as well.
            let used = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            let (kept, entered) = (used(Key::Escape), used(Key::Enter));
            if kept || text.trim() == now {
                self.reason = None;
                return;
            }
            match edit(typing.subject, &text) {
                Ok(Some(edit)) => desk.ask(Action::Edit(edit)),
                Ok(None) => {}
                // What cannot be taken stays in the field, with the reason beside it.
                Err(refusal) if entered => {
                    self.keys.wanted = false;
                    typing.refused = Some(refusal);
                    typing.takes_keys = true;
                    ui.ctx().request_repaint();
                    typing.text = Some(text);
                    self.renaming = Some(typing);
                    return;
                }
                Err(refusal) => desk.ask(Action::Say(desk.words.refusal(refusal).to_owned())),
            }
            self.reason = None;
            return;
        }
        self.reason = typing
            .refused
            .map(|refusal| (place.left_bottom(), desk.words.refusal(refusal).to_owned()));
        typing.text = Some(text);
        self.renaming = Some(typing);
    }

    /// Lets an input method compose on a card that is selected alone, so that composing can begin
    /// without opening the field first.
    pub(super) fn offer_composing(&self, ui: &Ui, desk: &Desk<'_>) {
        let alone = desk.editor.selection().only_step();
        if self.renaming.is_some() || !self.keys.here || self.is_editing() {
            return;
        }
        if let Some(rect) = alone.and_then(|step| self.card_on_screen(step)) {
            ui.output_mut(|output| {
                output.ime = Some(egui::output::IMEOutput {
                    purpose: egui::IMEPurpose::Normal,
                    rect,
                    cursor_rect: egui::Rect::from_min_size(rect.left_top(), Vec2::new(1.0, 16.0)),
                    should_interrupt_composition: false,
                });
            });
        }
    }
}

/// What was typed as an edit; `None` where there is nothing to do.
fn edit(subject: Subject, text: &str) -> Result<Option<Edit>, Refusal> {
    let text = text.trim();
    Ok(match subject {
        Subject::Name(_) if text.is_empty() => None,
        Subject::Name(step) => Some(Edit::RenameStep(step, text.to_owned())),
        Subject::Share(link) if text.is_empty() => Some(Edit::SetShare(link, None)),
        Subject::Share(link) => Some(Edit::SetShare(link, Some(parse_share(text)?))),
    })
}
