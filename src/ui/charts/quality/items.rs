//! The table of items, with what is done to it as a whole.

use egui::{Align, Layout, RichText, Ui};

use crate::blueprint::{Item, ItemId, Judgements};
use crate::editor::{DocumentEdit, Judging};
use crate::exchange::classical_dimension;
use crate::ui::commands::Command;
use crate::ui::controls::{elided, icon_button};
use crate::ui::fonts::{Weight, font};
use crate::ui::icons;
use crate::ui::panels::tables::{Tables, without};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

/// Shows the table, or how to begin one; answers the item that is chosen.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    tables: &mut Tables,
    chosen: Option<ItemId>,
) -> Option<ItemId> {
    let mut added = None;
    if view.editor.blueprint().judgements().quality.items.is_empty() {
        empty(ui, view);
    } else {
        added = bar(ui, view, tables);
    }
    ui.add_space(2.0);
    let chosen = tables.show_items(ui, view, chosen);
    // The table brings it into view once it is there.
    added.or(chosen)
}

/// What an empty table says, above its row for a first item.
fn empty(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let tokens = view.tokens;
    ui.label(RichText::new(view.text("items-empty")).font(font(Weight::Semibold, BODY)));
    let help = RichText::new(view.text("items-empty-help")).font(font(Weight::Regular, SMALL));
    ui.add(egui::Label::new(help.color(tokens.muted)).wrap());
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        if ui.button(view.text("items-add-classical")).clicked() {
            let edit = with_classical(view);
            view.edit(edit);
        }
        read_survey(ui, view);
    });
}

/// What is done to the table; answers an item that is added.
fn bar(ui: &mut Ui, view: &mut ViewContext<'_>, tables: &Tables) -> Option<ItemId> {
    let mut added = None;
    ui.horizontal(|ui| {
        if ui.button(view.text("items-add")).clicked() {
            let (id, edit) = with_one_more(view);
            added = Some(id);
            view.edit(edit);
        }
        let chosen = tables.chosen_items();
        let remove = egui::Button::new(view.text("items-remove"));
        if ui.add_enabled(!chosen.is_empty(), remove).clicked() {
            let edit = without(view.editor.blueprint(), &chosen);
            view.edit(edit);
        }
        read_survey(ui, view);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| asked(ui, view));
    });
    added
}

fn read_survey(ui: &mut Ui, view: &mut ViewContext<'_>) {
    if ui.button(view.text("items-read-survey")).clicked() {
        view.ask(Action::Run(Command::ReadSurvey));
    }
}

/// Who was asked last.
fn asked(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let Some(last) = view.editor.blueprint().judgements().quality.surveys.last() else { return };
    let count = view.words.number(f64::from(last.respondents));
    let arguments = [("count", count.into()), ("source", last.source.as_str().into())];
    let said = view.words.with("items-asked", &arguments);
    let arguments = [("source", last.source.as_str().into())];
    let remove = view.words.with("items-remove-survey", &arguments);
    if icon_button(ui, icons::X, &remove, true).on_hover_text(&remove).clicked() {
        let count = view.words.number(f64::from(last.respondents));
        let arguments = [("source", last.source.as_str().into()), ("count", count.into())];
        view.ask(Action::Say(view.words.with("items-removed-survey", &arguments)));
        let mut judgements = Judgements::clone(view.editor.blueprint().judgements());
        judgements.quality.surveys.pop();
        view.edit(DocumentEdit::Judge(Judging::RemoveSurvey, Box::new(judgements)));
    }
    let letters = font(Weight::Regular, SMALL);
    let room = ui.available_width();
    let galley = elided(ui, &said, letters, view.tokens.muted, room);
    ui.label(galley);
}

fn with_one_more(view: &ViewContext<'_>) -> (ItemId, DocumentEdit) {
    let blueprint = view.editor.blueprint();
    let mut judgements = Judgements::clone(blueprint.judgements());
    let text = view.text("items-row-new").to_owned();
    let id = blueprint.ids().fresh();
    judgements.quality.items.push((id, Item { text, ..Item::default() }));
    (id, DocumentEdit::Judge(Judging::AddItem, Box::new(judgements)))
}

fn with_classical(view: &ViewContext<'_>) -> DocumentEdit {
    let blueprint = view.editor.blueprint();
    let mut judgements = Judgements::clone(blueprint.judgements());
    let mut ids = blueprint.ids();
    let texts = view.words.classical_items().into_iter().enumerate();
    judgements.quality.items.extend(texts.map(|(at, text)| {
        let dimension = classical_dimension(at);
        (ids.fresh(), Item { text, dimension, ..Item::default() })
    }));
    DocumentEdit::Judge(Judging::AddItem, Box::new(judgements))
}
