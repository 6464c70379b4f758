//! Questions of a lesson: whose idea a try is, and what of all tries is kept.

use egui::{Checkbox, TextEdit, Ui};

use crate::ui::app::App;
use crate::ui::presenting::KeptOf;
use crate::ui::theme;

use super::{DialogView, buttons, main_button, title};

/// A try is about to begin: whose idea is it?
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct AskWhoseIdea {
    by: String,
    has_focus: bool,
}

impl DialogView for AskWhoseIdea {
    fn width(&self) -> f32 {
        360.0
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("lesson-whose-title"));
        let label = ui.label(app.words.text("lesson-whose-text"));
        let field = ui.add(TextEdit::singleline(&mut self.by).desired_width(f32::INFINITY));
        let field = field.labelled_by(label.id);
        if !std::mem::replace(&mut self.has_focus, true) {
            field.request_focus();
        }
        let ctx = ui.ctx().clone();
        let [begin, cancel] =
            ["lesson-whose-begin", "button-cancel"].map(|key| app.words.text(key).to_owned());
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        buttons(ui, |ui| {
            if main_button(ui, &begin) || entered {
                app.start_try(&ctx, &self.by);
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// The lesson is about to be left: which tries become scenarios?
#[derive(Clone, Debug)]
pub(in crate::ui) struct AskKeepTries {
    tries: Vec<(bool, KeptOf)>,
}

impl AskKeepTries {
    /// Asks about tries, which are kept unless somebody says otherwise: Enter must not throw away what a class
    /// worked out. One in which nothing was changed is only offered.
    pub fn of(tries: Vec<KeptOf>) -> Self {
        Self { tries: tries.into_iter().map(|kept| (kept.kept.is_changed, kept)).collect() }
    }
}

impl DialogView for AskKeepTries {
    fn width(&self) -> f32 {
        520.0
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("lesson-keep-title"));
        ui.label(app.words.text("lesson-keep-text"));
        let [name_of, by_of] =
            ["lesson-keep-name", "lesson-keep-by"].map(|key| app.words.text(key).to_owned());
        let high = (280.0 * theme::times(ui.style())).min(0.5 * ui.ctx().content_rect().height());
        egui::ScrollArea::vertical().max_height(high).show(ui, |ui| {
            for (at, (keeps, KeptOf { about, kept, .. })) in self.tries.iter_mut().enumerate() {
                let number = app.words.with("lesson-keep-try", &[("number", (at + 1).into())]);
                let number = if about.is_empty() {
                    number
                } else {
                    app.words.facts(&[number.as_str(), about.as_str()])
                };
                ui.horizontal(|ui| {
                    ui.add(Checkbox::new(keeps, &number));
                    let room = ui.available_width() - 8.0;
                    let field = |text, width| TextEdit::singleline(text).desired_width(width);
                    let name = ui.add(field(&mut kept.name, room * 0.6));
                    let said = app.words.labelled(&number, &name_of);
                    name.widget_info(|| {
                        egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, &said)
                    });
                    let by = ui.add(field(&mut kept.by, room * 0.4 - 20.0).hint_text(&by_of));
                    let said = app.words.labelled(&number, &by_of);
                    by.widget_info(|| {
                        egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, &said)
                    });
                    if name.changed() || by.changed() {
                        *keeps = true;
                    }
                });
            }
        });
        let ctx = ui.ctx().clone();
        let kept: Vec<KeptOf> =
            self.tries.iter().filter(|(keeps, _)| *keeps).map(|(_, kept)| kept.clone()).collect();
        let leave = app.words.with("lesson-keep-leave", &[("count", kept.len().into())]);
        let stay = app.words.text("lesson-keep-stay").to_owned();
        let can = kept.iter().all(|idea| !idea.kept.name.trim().is_empty());
        buttons(ui, |ui| {
            let left = ui.add_enabled_ui(can, |ui| main_button(ui, &leave)).inner;
            if left && can {
                app.leave_lesson(&ctx, &kept);
                return true;
            }
            ui.button(&stay).clicked()
        })
    }
}
