//! A figure in one row, by its name; a click says why.

use egui::accesskit::Role as AccessRole;
use egui::{CornerRadius, RichText, Sense, Ui, WidgetInfo};

use crate::analysis::Basis;
use crate::ui::controls::{small, value_row};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;
use crate::wording::Wording;

use super::why::Asked;

/// A figure with its name; without a value it says what it needs. A click says why.
pub(super) fn figure_row(ui: &mut Ui, view: &mut ViewContext<'_>, asked: Asked<'_>) {
    let words = view.words;
    let tokens = view.tokens;
    let figure = asked.figure;
    let currency = view.editor.blueprint().currency();
    let amount = |value| Wording::figure_amount(asked.why, value, currency);
    let name = words.figure_name(asked.why);
    let mut hover = words.figure_meaning(asked.why).to_owned();
    let (said, value) = if figure.value.is_some() {
        hover = format!("{hover}\n{}", words.basis_meaning(figure.basis, amount));
        let badge = match figure.basis {
            Basis::Exact => String::new(),
            basis => format!("   {}", words.badge(basis, amount)),
        };
        let text = format!("{}{badge}", asked.shown);
        let number =
            RichText::new(asked.shown).font(font(Weight::Semibold, BODY)).color(tokens.ink);
        let badge = RichText::new(badge).size(SMALL).color(tokens.muted);
        (text, egui::WidgetText::concat(ui, [number, badge]))
    } else {
        let lack = words
            .lacks(&figure.lacks, view.scenario)
            .unwrap_or_else(|| words.text("no-figure").to_owned());
        hover = format!("{hover}\n{lack}");
        let value = RichText::new(lack.as_str()).size(SMALL).color(tokens.muted);
        (lack, value.into())
    };
    let wash = ui.painter().add(egui::Shape::Noop);
    let response = if figure.value.is_some() || fits(ui, name, &said) {
        value_row(ui, tokens, name, value, &hover)
    } else {
        // A reason that is longer than the row is told in full below the name.
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(RichText::new(name).color(tokens.muted));
            small(ui, tokens, said.as_str());
        })
        .response
        .on_hover_text(&hover)
    };
    let response = response.interact(Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, words.labelled(name, &said)));
    if response.hovered() || response.has_focus() {
        let ground = response.rect.expand2(egui::vec2(4.0, 0.0));
        let shape = egui::Shape::rect_filled(ground, CornerRadius::same(4), tokens.accent_wash);
        ui.painter().set(wash, shape);
    }
    asked.answer(ui, view, &response);
}

/// Whether a name and what it lacks have room beside each other.
fn fits(ui: &Ui, name: &str, said: &str) -> bool {
    let wide = |text: &str, size| {
        let letters = font(Weight::Regular, size);
        ui.painter().layout_no_wrap(text.to_owned(), letters, egui::Color32::BLACK).size().x
    };
    wide(name, BODY) + ui.spacing().item_spacing.x + wide(said, SMALL) <= ui.available_width()
}
