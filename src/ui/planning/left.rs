//! The panel at the left of a planning sheet: templates for another one, and what this one is.

use egui::{RichText, Ui, Vec2};

use crate::blueprint::sheets::{Aim, Purpose};
use crate::ui::controls::{section_head, value_row};
use crate::ui::view_context::{Action, ViewContext};

use super::pictures::{Pictures, Shows};
use super::{PlanWish, Shown};

/// Shows the panel.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    shown: &Shown,
    pictures: &mut Pictures,
) {
    egui::ScrollArea::vertical().id_salt("planning left").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::new(4.0, 5.0);
        section_head(ui, view.tokens, view.text("planner-new-sheet"));
        for purpose in Purpose::ALL {
            let name = view.words.sheet_title(purpose);
            let button = egui::Button::new(name).min_size(Vec2::new(ui.available_width(), 26.0));
            let has_classes = super::can_begin(view, purpose);
            let response = ui.add_enabled(has_classes, button);
            let response = response.on_disabled_hover_text(view.text("command-sheet-mix-none"));
            let response = response.on_hover_text(view.words.sheet_about(purpose));
            if response.clicked() {
                view.ask(Action::Plan(PlanWish::Add(purpose)));
            }
        }
        ui.add_space(10.0);
        section_head(ui, view.tokens, view.text("planner-this-sheet"));
        let sheet = &shown.sheet;
        let tokens = view.tokens;
        value_row(
            ui,
            tokens,
            view.text("planner-template"),
            view.words.sheet_title(sheet.purpose),
            "",
        );
        let aim = view.text(match sheet.aim {
            Aim::Most => "planner-aim-most",
            Aim::Least => "planner-aim-least",
        });
        value_row(ui, tokens, view.text("planner-aim"), aim, "");
        let amounts = view.words.sheet_amounts(sheet.amounts);
        value_row(ui, tokens, view.text("planner-amounts"), amounts, "");
        let counts = if sheet.purpose.has_ways() {
            [("planner-rows", sheet.from.len()), ("planner-columns", sheet.to.len())]
        } else {
            let items = sheet.items.iter().filter(|item| !item.is_hidden).count();
            let limits = sheet.limits.iter().filter(|limit| !limit.is_hidden).count();
            [("planner-items", items), ("planner-limits", limits)]
        };
        for (key, count) in counts {
            value_row(ui, tokens, view.words.text(key), count.to_string(), "");
        }
        ui.add_space(4.0);
        if ui.link(view.text("planner-show-formulas")).clicked() {
            pictures.shows = Shows::Formulas;
        }
        ui.add_space(6.0);
        for (key, wish) in [
            ("planner-duplicate", PlanWish::Duplicate(shown.id)),
            ("planner-remove", PlanWish::Remove(shown.id)),
        ] {
            if ui.button(RichText::new(view.words.text(key))).clicked() {
                view.ask(Action::Plan(wish));
            }
        }
    });
}
