//! The foot of the window: what there is, what is wrong, how fast figures follow.

use egui::{Align, Layout, RichText, Ui};

use crate::process::Severity;
use crate::ui::desk::{Action, Desk, LEVERS, SideTab};
use crate::ui::theme::SMALL;

/// Shows the bar.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.horizontal_centered(|ui| {
        let muted = desk.tokens.muted;
        let quiet = |text: String| RichText::new(text).size(SMALL).color(muted);
        let steps = desk.words.counted("steps", desk.scenario.flowing_steps());
        let roles = desk.words.counted("roles", desk.scenario.roles().len());
        ui.spacing_mut().item_spacing.x = 5.0;
        let counts = [("steps", steps.into()), ("roles", roles.into())];
        ui.label(quiet(desk.words.with("state-counts", &counts)));
        let problems = &desk.analysis.problems;
        let grave = super::problems::grave(desk.analysis);
        let (text, colour) = if problems.iter().any(|p| p.severity() == Severity::Error) {
            (desk.words.counted("problems", grave), desk.tokens.bad)
        } else if grave > 0 {
            (desk.words.counted("problems", grave), desk.tokens.warn)
        } else {
            (desk.text("problems-none").to_owned(), desk.tokens.muted)
        };
        let link = egui::Label::new(RichText::new(text).size(SMALL).color(colour));
        let response = ui.add(link.sense(egui::Sense::click()));
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            desk.ask(Action::Tab(SideTab::Problems));
        }
        if desk.editor.trial() == Some(LEVERS) {
            ui.add_space(14.0);
            // Seen from every tab, so that nobody takes the levers' figures for the service's.
            let set = RichText::new(desk.text("levers-set")).size(SMALL);
            ui.label(set.color(desk.tokens.warn));
            let back = RichText::new(desk.text("levers-back")).size(SMALL);
            if ui.link(back).clicked() {
                desk.ask(Action::Abort);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            ui.label(quiet(desk.words.language().own_name().to_owned()));
            let state = match (desk.editor.is_modified(), desk.editor.covered()) {
                (true, _) => "state-unsaved",
                (false, Some(_)) => "state-covered",
                (false, None) => "state-saved",
            };
            ui.label(quiet(desk.text(state).to_owned()));
            let time = desk.words.number((desk.recompute_ms * 10.0).round() / 10.0);
            ui.label(quiet(desk.words.with("recomputed-in", &[("time", time.into())])));
        });
    });
}
