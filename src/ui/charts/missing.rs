//! What stands in the place of a chart that cannot be drawn: what it needs, and a way there.

use egui::{Rect, RichText, Ui, UiBuilder};

use crate::analysis::Lack;
use crate::ui::fonts::Weight;
use crate::ui::panels::capacity::place_of_lack;
use crate::ui::view_context::{Action, ViewContext};

use super::easel::Easel;

/// Says below a chart what keeps a part of it from being drawn; a click leads there.
pub(super) fn foot(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &Easel<'_>,
    place: Rect,
    lacks: &[Lack],
) {
    let words = view.words;
    let Some(what) = words.lacks(lacks, view.scenario) else { return };
    let sentence = words.with("chart-lacks", &[("what", what.into())]);
    let text = RichText::new(sentence).font(easel.small(Weight::Regular));
    let builder = UiBuilder::new().max_rect(place);
    ui.scope_builder(builder, |ui| match lacks.iter().copied().find_map(place_of_lack) {
        Some(place) => {
            if ui.link(text).clicked() {
                view.ask(Action::GoTo(place));
            }
        }
        None => {
            ui.label(text.color(view.tokens.muted));
        }
    });
}

/// Says what a chart lacks; a click leads to where it is entered.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, easel: &Easel<'_>, lacks: &[Lack]) {
    let words = view.words;
    let sentence = match words.lacks(lacks, view.scenario) {
        Some(what) => words.with("chart-lacks", &[("what", what.into())]),
        None => words.text("chart-nothing").to_owned(),
    };
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.3 - 10.0).max(0.0));
        let text = RichText::new(sentence).font(easel.body(Weight::Regular));
        ui.add(egui::Label::new(text.color(view.tokens.muted)).wrap());
        if let Some(place) = lacks.iter().copied().find_map(place_of_lack) {
            let link = RichText::new(words.text("go-there")).font(easel.body(Weight::Medium));
            if ui.link(link).clicked() {
                view.ask(Action::GoTo(place));
            }
        }
    });
}
