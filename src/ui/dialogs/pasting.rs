//! Asks what becomes of a text that was pasted on a card.

use egui::{Button, Ui};

use crate::blueprint::StepId;
use crate::guide::Page;
use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::pasted_text::{PastedAs, steps_named};
use crate::ui::theme::Tokens;

use super::DialogView;

/// How many lines of the text are shown.
const LINES_SHOWN: usize = 6;

/// A text was pasted on a card and may be meant in several ways.
#[derive(Clone, Debug)]
pub(in crate::ui) struct PasteOnCard {
    pub step: StepId,
    pub text: String,
}

impl DialogView for PasteOnCard {
    fn page(&self) -> Option<Page> {
        Some(Page::Tables)
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let (step, text) = (self.step, self.text.as_str());
        let scenario = std::sync::Arc::clone(app.editor.scenario());
        if !scenario.steps().contains_key(&step) {
            return true;
        }
        let name = app.words.step(step, &scenario).to_owned();
        super::title(ui, &app.words.with("paste-on-title", &[("name", name.into())]));
        let shown: Vec<&str> = text.trim().lines().take(LINES_SHOWN).collect();
        let more = if text.trim().lines().count() > LINES_SHOWN { "\n…" } else { "" };
        small(ui, Tokens::of(ui.ctx()), format!("{}{more}", shown.join("\n")));
        let ctx = ui.ctx().clone();
        let mut done = false;
        let several = text.trim().lines().count() > 1;
        let ways = [
            ("paste-on-name", PastedAs::Name, !several),
            ("paste-on-name-and-procedure", PastedAs::NameAndProcedure, several),
            ("paste-on-procedure", PastedAs::Procedure, true),
        ];
        for (key, as_what, offered) in ways {
            if offered && ui.button(app.words.text(key)).clicked() {
                app.put_on_card(&ctx, step, text, as_what);
                done = true;
            }
        }
        if let Some(count) = steps_named(text) {
            let label = app.words.with("paste-on-steps", &[("count", count.into())]);
            if ui.add(Button::new(label)).clicked() {
                app.paste_table(&ctx, text);
                done = true;
            }
        }
        let cancel = app.words.text("button-cancel").to_owned();
        done | super::buttons(ui, |ui| ui.button(&cancel).clicked())
    }
}
