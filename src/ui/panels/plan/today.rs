//! The day from which the plan is looked at.

use egui::{Color32, Id, Key, Modifiers, TextEdit, Ui};

use crate::blueprint::Refusal;
use crate::ui::fields::{bubble, named_row};
use crate::ui::judging::read_date;
use crate::ui::view_context::{Action, ViewContext};

/// How wide the field is beside the tabs.
const WIDTH: f32 = 94.0;

/// The field, with what it remembers.
#[derive(Default)]
pub(super) struct TodayField {
    /// What is typed, while it is.
    typed: Option<String>,
    /// Whether it has room beside the tabs; among the fields of the whole plan without.
    pub is_beside_tabs: bool,
}

impl TodayField {
    /// Shows it among the fields of the whole plan, where it had no room beside the tabs.
    pub fn show_as_row(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        if self.is_beside_tabs {
            return;
        }
        let (name, help) = (view.text("plan-today"), view.text("plan-today-help"));
        named_row(ui, view, name, help, |ui, view, label| {
            let width = ui.available_width();
            self.line(ui, view, label, width);
        });
    }

    /// Shows it with its name before it.
    pub fn show_beside_tabs(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>) {
        let name = egui::RichText::new(view.text("plan-today")).color(view.tokens.muted);
        let label = ui.label(name).id;
        self.line(ui, view, label, WIDTH);
    }

    fn line(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, label: Id, width: f32) {
        let shown = view.today.map(|day| day.to_string()).unwrap_or_default();
        let mut text = self.typed.clone().unwrap_or(shown);
        let is_read = self.typed.as_ref().is_none_or(|text| read_date(text).is_ok());
        let ink: Color32 = if is_read { view.tokens.ink } else { view.tokens.bad };
        let line = TextEdit::singleline(&mut text)
            .id(Id::unique("plan today"))
            .desired_width(width)
            .text_color(ink)
            .hint_text(view.text("plan-date-hint"));
        let response = ui.add(line).labelled_by(label);
        if response.changed() {
            self.typed = Some(text);
        }
        if !is_read {
            let why = view.words.refusal(Refusal::NotADate).to_owned();
            bubble(ui, view.tokens, response.id.with("why"), response.rect, &why);
        }
        if response.lost_focus() {
            let pressed = |ui: &Ui, key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
            pressed(ui, Key::Enter);
            let is_given_up = pressed(ui, Key::Escape);
            let typed = self.typed.take().filter(|_| !is_given_up);
            if let Some(Ok(day)) = typed.as_deref().map(read_date) {
                view.ask(Action::LookFrom(day));
            }
        }
        response.on_hover_text(view.text("plan-today-help"));
    }
}
