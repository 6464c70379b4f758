//! What stands in the place of a chart that cannot be drawn: what it needs, and a way there.

use egui::{Rect, RichText, Ui, UiBuilder};

use crate::analysis::Lack;
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::Weight;
use crate::ui::panels::capacity::place_of_lack;

use super::easel::Easel;

/// Says below a chart what keeps a part of it from being drawn; a click leads there.
pub(super) fn foot(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    easel: &Easel<'_>,
    place: Rect,
    lacks: &[Lack],
) {
    let words = desk.words;
    let Some(what) = words.lacks(lacks, desk.scenario) else { return };
    let sentence = words.with("chart-lacks", &[("what", what.into())]);
    let text = RichText::new(sentence).font(easel.small(Weight::Regular));
    let builder = UiBuilder::new().max_rect(place);
    ui.scope_builder(builder, |ui| match lacks.iter().copied().find_map(place_of_lack) {
        Some(place) => {
            if ui.link(text).clicked() {
                desk.ask(Action::GoTo(place));
            }
        }
        None => {
            ui.label(text.color(desk.tokens.muted));
        }
    });
}

/// Says what a chart lacks; a click leads to where it is entered.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk<'_>, easel: &Easel<'_>, lacks: &[Lack]) {
    let words = desk.words;
    let sentence = match words.lacks(lacks, desk.scenario) {
        Some(what) => words.with("chart-lacks", &[("what", what.into())]),
        None => words.text("chart-nothing").to_owned(),
    };
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.3 - 10.0).max(0.0));
        let text = RichText::new(sentence).font(easel.body(Weight::Regular));
        ui.add(egui::Label::new(text.color(desk.tokens.muted)).wrap());
        if let Some(place) = lacks.iter().copied().find_map(place_of_lack) {
            let link = RichText::new(words.text("go-there")).font(easel.body(Weight::Medium));
            if ui.link(link).clicked() {
                desk.ask(Action::GoTo(place));
            }
        }
    });
}
