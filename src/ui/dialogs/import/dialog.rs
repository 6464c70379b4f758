//! The dialog before a table is imported.

use egui::{Align, Layout, RichText, Ui};

use crate::blueprint::notation::{Clock, DecimalMark};
use crate::blueprint::{Blueprint, Refusal};
use crate::exchange::{ENCODINGS, Form, TableFault};
use crate::guide::Page;
use crate::ui::app::App;
use crate::ui::controls::named_choice;
use crate::ui::dialogs::{DialogView, main_button, title};
use crate::ui::theme::Tokens;
use crate::wording::Wording;

use super::columns::columns;
use super::found::{faults, notes, preview};
use super::{Destination, Import, Outcome};

impl DialogView for Import {
    fn page(&self) -> Option<Page> {
        Some(Page::Tables)
    }

    fn width(&self) -> f32 {
        940.0
    }

    fn is_about_document(&self) -> bool {
        self.is_pasted()
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let import = self;
        let head = match &import.name {
            Some(name) => app.words.with("import-title", &[("name", name.as_str().into())]),
            None => app.words.text("import-title-paste").to_owned(),
        };
        title(ui, &head);
        let room = (ui.ctx().content_rect().height() - 190.0).clamp(240.0, 560.0);
        let top = ui.cursor().top();
        choices(ui, app, import);
        columns(ui, &app.words, import);
        let mut outcome = import.outcome(&app.editor, &app.words);
        if conventions(ui, app, import, &outcome) {
            outcome = import.outcome(&app.editor, &app.words);
        }
        let left = (room - (ui.cursor().top() - top)).max(120.0);
        match &*outcome {
            Outcome::Steps { added, rows, .. } => {
                let notices: Vec<String> =
                    added.notices.iter().map(|notice| app.words.import_notice(notice)).collect();
                let said = notices.len().min(4) as f32 * 20.0;
                let said = if notices.is_empty() { 0.0 } else { said + 30.0 };
                preview(ui, &app.words, added, rows, (left - said).max(96.0));
                notes(ui, &notices, said);
            }
            Outcome::Faults(errors) => faults(ui, &app.words, errors, left),
        }
        answers(ui, app, import, &outcome)
    }
}

/// Which sheet, which encoding, read as what.
fn choices(ui: &mut Ui, app: &App, import: &mut Import) {
    let words = &app.words;
    let encoded = import.encoding.is_some() || import.source.encoding.is_some();
    if import.source.sheets.len() < 2 && import.matrix.is_none() && !encoded {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if import.source.sheets.len() > 1 {
            let sheets = import.source.sheets.iter().enumerate();
            let sheets: Vec<(usize, String)> =
                sheets.map(|(at, (name, _))| (at, name.clone())).collect();
            let name = words.text("import-sheet");
            if let Some(sheet) = named_choice(ui, name, 150.0, import.reading.sheet, &sheets) {
                let reading = import.source.propose_sheet(sheet).ok();
                if let Some(reading) = reading.or_else(|| import.source.blank_reading(sheet)) {
                    import.matrix = import.source.matrix_reading(sheet);
                    import.choose(reading);
                }
            }
        }
        if let Some(matrix) = import.matrix.clone() {
            let is_matrix = matches!(import.reading.form, Form::Matrix { .. });
            let options = [
                (true, words.text("import-as-matrix").to_owned()),
                (false, words.text("import-as-rows").to_owned()),
            ];
            match named_choice(ui, words.text("import-read-as"), 160.0, is_matrix, &options) {
                Some(true) => import.choose(matrix),
                Some(false) => {
                    if let Some(rows) = import.source.blank_reading(import.reading.sheet) {
                        import.choose(rows);
                    }
                }
                None => {}
            }
        }
        if let Form::Matrix { flow, .. } = &mut import.reading.form {
            let ticked = ui.checkbox(flow, words.text("import-flow"));
            if ticked.on_hover_text(words.text("import-flow-help")).changed() {
                import.outcome = None;
            }
        }
        encodings(ui, words, import);
    });
    if let Some(guess) = &import.source.encoding {
        let sample = guess.sample.as_str();
        let check = words.with("import-encoding-check", &[("sample", sample.into())]);
        ui.label(RichText::new(check).color(Tokens::of(ui.ctx()).warn));
    }
}

/// The encoding, where it was guessed or chosen.
fn encodings(ui: &mut Ui, words: &Wording, import: &mut Import) {
    let guessed = import.source.encoding.as_ref().map(|guess| guess.name);
    let Some(current) = import.encoding.or(guessed) else { return };
    let mut options: Vec<(&'static str, String)> = ENCODINGS
        .iter()
        .map(|name| {
            let text = if guessed == Some(*name) {
                words.with("import-encoding-guess", &[("name", (*name).into())])
            } else {
                (*name).to_owned()
            };
            (*name, text)
        })
        .collect();
    if !options.iter().any(|(name, _)| *name == current) {
        options.push((current, current.to_owned()));
    }
    if let Some(encoding) =
        named_choice(ui, words.text("import-encoding"), 160.0, current, &options)
    {
        import.read_as(encoding);
    }
}

/// Which mark is the decimal one and what a colon means where the columns leave it open; answers
/// whether that was said now.
fn conventions(ui: &mut Ui, app: &App, import: &mut Import, outcome: &Outcome) -> bool {
    let words = &app.words;
    let Form::Steps(plan) = &mut import.reading.form else { return false };
    let refused = |wanted: Refusal| {
        matches!(outcome, Outcome::Faults(errors)
            if errors.0.iter().any(|error| error.fault == TableFault::Refused(wanted)))
    };
    let decimal = refused(Refusal::DoubtfulComma)
        || refused(Refusal::DoubtfulPoint)
        || plan.said.decimal.is_some();
    let colon = refused(Refusal::DoubtfulClock) || plan.said.clock.is_some();
    if !decimal && !colon {
        return false;
    }
    let before = plan.said;
    let text = |key| words.text(key).to_owned();
    ui.horizontal_wrapped(|ui| {
        if decimal {
            let marks = [
                (None, "?".to_owned()),
                (Some(DecimalMark::Point), text("import-decimal-point")),
                (Some(DecimalMark::Comma), text("import-decimal-comma")),
            ];
            let name = words.text("import-decimal");
            if let Some(said) = named_choice(ui, name, 260.0, plan.said.decimal, &marks) {
                plan.said.decimal = said;
            }
        }
        if colon {
            let clocks = [
                (None, "?".to_owned()),
                (Some(Clock::MinutesSeconds), text("import-colon-minutes")),
                (Some(Clock::HoursMinutes), text("import-colon-hours")),
            ];
            let name = words.text("import-colon");
            if let Some(said) = named_choice(ui, name, 190.0, plan.said.clock, &clocks) {
                plan.said.clock = said;
            }
        }
    });
    let changed = plan.said != before;
    if changed {
        import.outcome = None;
    }
    changed
}

/// Where the steps go, and the buttons.
fn answers(ui: &mut Ui, app: &mut App, import: &mut Import, outcome: &Outcome) -> bool {
    let [go, cancel] = ["import-button", "button-cancel"].map(|key| app.words.text(key).to_owned());
    let [new, sheet] =
        ["import-into-new", "import-into-sheet"].map(|key| app.words.text(key).to_owned());
    let into = app.words.text("import-into").to_owned();
    let ctx = ui.ctx().clone();
    let mut done = false;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(into).color(Tokens::of(ui.ctx()).muted));
        for (destination, name) in [(Destination::New, new), (Destination::Sheet, sheet)] {
            if ui.radio(import.destination == destination, name).clicked() {
                import.destination = destination;
                import.outcome = None;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Outcome::Steps { blueprint, added, .. } = outcome {
                if main_button(ui, &go) && import.outcome.is_some() {
                    let (blueprint, added) = (Blueprint::clone(blueprint), added.clone());
                    app.finish_import(&ctx, import.destination, blueprint, added);
                    done = true;
                }
            } else {
                ui.add_enabled(false, egui::Button::new(&go));
            }
            done |= ui.button(&cancel).clicked();
        });
    });
    done
}
