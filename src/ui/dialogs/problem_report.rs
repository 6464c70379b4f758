//! The report of a problem: what it holds is said and seen before anybody has it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{FontFamily, FontId, RichText, ScrollArea, TextEdit, Ui};

use crate::ui::app::App;
use crate::ui::controls::callout;
use crate::ui::report::Included;
use crate::ui::theme::{SMALL, Tokens};

use super::{DialogView, buttons, main_button, title};

/// What the window keeps for everything around the text, in points.
const AROUND: f32 = 370.0;

/// The report as it is shown.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct ProblemReport {
    included: Included,
    /// The text, once it was made.
    text: Option<Arc<str>>,
}

impl ProblemReport {
    /// The text. It stays as it was seen while it is copied or saved; made anew only where something
    /// else is included.
    fn text(&mut self, app: &App) -> Arc<str> {
        let text = self.text.get_or_insert_with(|| Arc::from(app.report(self.included)));
        Arc::clone(text)
    }
}

impl DialogView for ProblemReport {
    fn width(&self) -> f32 {
        760.0
    }

    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        super::as_a::<Self>(other).is_some()
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("reporting-title"));
        ui.add(egui::Label::new(app.words.text("reporting-text")).wrap());
        let tokens = Tokens::of(ui.ctx());
        if app.reporting.last_words().is_some() {
            last_time(ui, app, || self.text = None);
        }
        let before = self.included;
        ui.checkbox(&mut self.included.texts, app.words.text("reporting-with-texts"))
            .on_hover_text(app.words.text("reporting-with-texts-help"));
        ui.checkbox(&mut self.included.blueprint, app.words.text("reporting-with-blueprint"))
            .on_hover_text(app.words.text("reporting-with-blueprint-help"));
        if self.included != before {
            self.text = None;
            app.reporting.said = None;
        }
        let text = self.text(app);
        let height = (ui.ctx().content_rect().height() - AROUND).clamp(120.0, 460.0);
        let frame = callout(tokens.background, tokens.hairline);
        frame.show(ui, |ui| {
            // All of it at once: else the dialog grows by a little with each pass.
            ui.set_height(height);
            ScrollArea::both().max_height(height).auto_shrink(false).show(ui, |ui| {
                let font = FontId::new(SMALL, FontFamily::Monospace);
                let name = app.words.text("reporting-field");
                let mut shown = &*text;
                let field = TextEdit::multiline(&mut shown)
                    .font(font)
                    .frame(egui::Frame::NONE)
                    .desired_width(f32::INFINITY);
                ui.add(field).widget_info(|| {
                    egui::WidgetInfo::labeled(Role::MultilineTextInput, true, name)
                });
            });
        });
        let [copy, save, close] = ["reporting-copy", "reporting-save", "button-close"]
            .map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &copy) {
                app.copy_report(&ctx, &text);
            }
            if ui.button(&save).clicked() {
                app.choose_place_of_report(&ctx, &text);
            }
            let closes = ui.button(&close).clicked();
            if let Some(said) = &app.reporting.said {
                ui.add(egui::Label::new(RichText::new(said).color(tokens.muted)).truncate());
            }
            closes
        })
    }
}

/// Says that the end of the text tells how the program ended last time, with a way to be rid of it.
fn last_time(ui: &mut Ui, app: &mut App, mut changed: impl FnMut()) {
    ui.horizontal_wrapped(|ui| {
        ui.label(
            RichText::new(app.words.text("reporting-last-time")).color(Tokens::of(ui.ctx()).warn),
        );
        if ui.small_button(app.words.text("reporting-forget")).clicked() {
            app.forget_last_time();
            changed();
        }
    });
}

/// The program ended unexpectedly last time, and nothing else is to be said of it.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct EndedUnexpectedly;

impl DialogView for EndedUnexpectedly {
    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("fallen-title"));
        ui.add(egui::Label::new(app.words.text("fallen-text")).wrap());
        let [look, forget] =
            ["fallen-look", "reporting-forget"].map(|key| app.words.text(key).to_owned());
        buttons(ui, |ui| {
            if main_button(ui, &look) {
                app.open_report();
                return true;
            }
            let forgets = ui.button(&forget).clicked();
            if forgets {
                app.forget_last_time();
            }
            forgets
        })
    }
}
