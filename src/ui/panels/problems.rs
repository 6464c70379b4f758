//! The problems tab: what is wrong or doubtful, with a click to the place.

use egui::{RichText, Sense, Ui, UiBuilder};

use crate::process::Severity;
use crate::ui::controls::{section_head, small};
use crate::ui::desk::{Action, Desk};
use crate::ui::fonts::{Weight, font, icon as icon_font};
use crate::ui::icons;
use crate::ui::theme::BODY;

/// Shows the tab.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let tokens = desk.tokens;
    if desk.analysis.problems.is_empty() {
        ui.add_space(6.0);
        ui.label(desk.text("problems-none"));
        small(ui, tokens, desk.text("problems-none-help"));
        return;
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let problems: Vec<_> =
            desk.analysis.problems.iter().filter(|p| p.severity() == severity).collect();
        if problems.is_empty() {
            continue;
        }
        section_head(ui, tokens, desk.words.severity(severity));
        for problem in problems {
            let (icon, colour) = match severity {
                Severity::Error => (icons::CIRCLE_ALERT, tokens.bad),
                Severity::Warning => (icons::TRIANGLE_ALERT, tokens.warn),
                Severity::Hint => (icons::INFO, tokens.accent),
            };
            let said = desk.words.problem(problem, desk.scenario);
            let builder = UiBuilder::new()
                .id_salt((problem.code.name(), problem.place))
                .sense(Sense::click())
                .accessibility_label(said.message.clone());
            let response = ui
                .scope_builder(builder, |ui| {
                    ui.horizontal_top(|ui| {
                        ui.label(RichText::new(icon).font(icon_font(14.0)).color(colour));
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = 2.0;
                            let message = RichText::new(&said.message)
                                .font(font(Weight::Medium, BODY))
                                .color(tokens.ink);
                            ui.add(egui::Label::new(message).wrap());
                            if !said.hint.is_empty() {
                                small(ui, tokens, &said.hint);
                            }
                        });
                    });
                })
                .response;
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                desk.ask(Action::GoTo(problem.place));
            }
            ui.add_space(4.0);
        }
    }
}
