//! Renaming a card in place: a real text field over the card.

use egui::{Id, Key, TextEdit, Ui, Vec2};

use crate::blueprint::{StepId, StepKind};
use crate::editor::Edit;
use crate::ui::desk::{Action, Desk};
use crate::ui::fields::select_all;
use crate::ui::fonts::{Weight, font};

use super::Canvas;

/// A card that is being renamed.
#[derive(Clone, Debug)]
pub(super) struct Renaming {
    step: StepId,
    /// What has been typed; `None` until the field is first shown.
    text: Option<String>,
}

impl Renaming {
    pub fn of(step: StepId) -> Self {
        Self { step, text: None }
    }
}

impl Canvas {
    /// Shows the field, and asks for the new name once it is left.
    pub(super) fn show_renaming(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let Some(mut renaming) = self.renaming.take() else { return };
        let (Some(step), Some(card)) =
            (desk.scenario.steps().get(&renaming.step), self.card_on_screen(renaming.step))
        else {
            return;
        };
        let first = renaming.text.is_none();
        let mut text = renaming.text.take().unwrap_or_else(|| step.name.clone());
        let size = Vec2::new(card.width().max(120.0), 28.0);
        // The field covers the name: at the top of a card with figures, else in its middle.
        let figures = step.time.is_some() || !step.needs.is_empty();
        let named_on_top = card.height() > 60.0 && figures && step.kind == StepKind::Action;
        let top = if named_on_top { card.top() + 4.0 } else { card.center().y - 14.0 };
        let place =
            egui::Rect::from_min_size(egui::pos2(card.center().x - size.x / 2.0, top), size);
        let id = Id::unique("rename card");
        let field = TextEdit::singleline(&mut text)
            .id(id)
            .font(font(Weight::Semibold, 12.0))
            .align(egui::Align2::LEFT_CENTER);
        let response = ui.put(place, field);
        response.widget_info(|| {
            let name = desk.text("rename-card");
            let mut info = egui::WidgetInfo::text_edit(true, &step.name, &text, "");
            info.label = Some(name.to_owned());
            info
        });
        if first {
            response.request_focus();
            select_all(ui, id, &text);
        }
        if response.lost_focus() {
            let kept = ui.input(|input| input.key_pressed(Key::Escape));
            let name = text.trim();
            if !kept && !name.is_empty() && name != step.name {
                desk.ask(Action::Edit(Edit::RenameStep(renaming.step, name.to_owned())));
            }
            return;
        }
        renaming.text = Some(text);
        self.renaming = Some(renaming);
    }
}
