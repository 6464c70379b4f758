//! What customers answered was read from a table: it says what was found in it, and takes nothing before somebody
//! agrees.

use egui::{RichText, Ui};

use crate::blueprint::{Date, Judgements, Refusal, Survey};
use crate::editor::{DocumentEdit, Judging};
use crate::exchange::{FEW_RESPONDENTS, ReadSurvey, SurveyReading, SurveyTableError, read_survey};
use crate::guide::Page;
use crate::ui::app::App;
use crate::ui::fonts::{Weight, font};
use crate::ui::judging::read_date;
use crate::ui::theme::{BODY, Tokens};
use crate::ui::view_context::BottomTab;

use super::{DialogView, buttons, main_button, title};

/// What was read, or everything that is wrong with it.
type Read = Result<ReadSurvey, Vec<SurveyTableError>>;

/// A table of answers on its way in.
#[derive(Clone, Debug)]
pub(in crate::ui) struct TakeSurvey {
    /// The name of the file; blank for a text that was pasted.
    source: String,
    text: String,
    /// Whether what is wrong is left out.
    skip_bad: bool,
    read: Option<Read>,
    /// When it was taken, as it is typed; blank where nobody knows.
    taken: String,
}

impl TakeSurvey {
    /// A table by its name and text.
    pub fn new(source: String, text: String) -> Self {
        Self { source, text, skip_bad: false, read: None, taken: String::new() }
    }

    /// Reads it for the document that is open.
    fn read(&self, app: &App) -> Read {
        let blueprint = app.editor.blueprint();
        let classical = app.words.classical_items();
        let pasted = app.words.text("survey-pasted");
        let source = if self.source.is_empty() { pasted } else { self.source.as_str() };
        let reading = SurveyReading { source, classical: &classical, skip_bad: self.skip_bad };
        let mut ids = blueprint.ids();
        read_survey(&self.text, &blueprint.judgements().quality, &reading, &mut || ids.fresh())
    }
}

impl DialogView for TakeSurvey {
    fn width(&self) -> f32 {
        480.0
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn page(&self) -> Option<Page> {
        Some(Page::Quality)
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        if self.read.is_none() {
            self.read = Some(self.read(app));
        }
        title(ui, app.words.text("survey-title"));
        if !self.source.is_empty() {
            ui.label(RichText::new(&self.source).color(Tokens::of(ui.ctx()).muted));
        }
        match self.read.clone() {
            Some(Ok(read)) => offer(ui, app, &read, &mut self.taken),
            Some(Err(errors)) => self.refuse(ui, app, &errors),
            None => true,
        }
    }
}

impl TakeSurvey {
    /// Says what is wrong, by row and column, and offers to leave it out.
    fn refuse(&mut self, ui: &mut Ui, app: &App, errors: &[SurveyTableError]) -> bool {
        let can_go_on = errors.iter().all(SurveyTableError::can_be_left_out);
        if can_go_on {
            let count = errors.len().into();
            let said = app.words.with("survey-wrong", &[("count", count)]);
            ui.label(RichText::new(said).font(font(Weight::Semibold, BODY)));
        }
        list(ui, app, errors);
        let [skip, cancel, close] = ["survey-leave-out", "button-cancel", "button-close"]
            .map(|key| app.words.text(key).to_owned());
        buttons(ui, |ui| {
            if !can_go_on {
                return main_button(ui, &close);
            }
            if main_button(ui, &skip) {
                self.skip_bad = true;
                self.read = None;
                return false;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// Says what was found, and takes it.
fn offer(ui: &mut Ui, app: &mut App, read: &ReadSurvey, taken: &mut String) -> bool {
    let before = app.editor.blueprint().judgements().quality.items.len();
    let added = read.quality.items.len().saturating_sub(before);
    if let Some(survey) = read.quality.surveys.last() {
        for (at, line) in found(app, survey, added).iter().enumerate() {
            let weight = if at == 0 { Weight::Semibold } else { Weight::Regular };
            let text = RichText::new(line).font(font(weight, BODY));
            ui.add(egui::Label::new(text).wrap());
        }
    }
    if !read.left_out.is_empty() {
        ui.add_space(4.0);
        ui.label(app.words.text("survey-left-out"));
        list(ui, app, &read.left_out);
    }
    let day = when(ui, app, taken);
    let [take, cancel] = ["survey-take", "button-cancel"].map(|key| app.words.text(key).to_owned());
    let ctx = ui.ctx().clone();
    buttons(ui, |ui| {
        if !main_button(ui, &take) {
            return ui.button(&cancel).clicked();
        }
        let Ok(day) = day else { return false };
        let mut judgements = Judgements::clone(app.editor.blueprint().judgements());
        judgements.quality = read.quality.clone();
        let surveys = &mut judgements.quality.surveys;
        if let Some(mut survey) = surveys.pop() {
            survey.taken = day;
            // An earlier wave comes before a later one: the last counts.
            let is_later = |other: &Survey| day.is_some() && other.taken > day;
            let place = surveys.iter().position(is_later).unwrap_or(surveys.len());
            surveys.insert(place, survey);
        }
        let edit = DocumentEdit::Judge(Judging::TakeSurvey, Box::new(judgements));
        app.edit(&ctx, edit);
        app.show_below(&ctx, BottomTab::Quality);
        let said = app.words.text("survey-taken").to_owned();
        app.notice.say(said, ctx.time());
        true
    })
}

/// Asks when the customers were asked.
fn when(ui: &mut Ui, app: &App, taken: &mut String) -> Result<Option<Date>, Refusal> {
    let tokens = Tokens::of(ui.ctx());
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let label = ui.label(app.words.text("survey-taken-on"));
        let line = egui::TextEdit::singleline(taken).hint_text(app.words.text("plan-date-hint"));
        ui.add(line.desired_width(110.0)).labelled_by(label.id);
    });
    let day = read_date(taken);
    if let Err(refusal) = day {
        let why = app.words.refusal(refusal).to_owned();
        ui.label(RichText::new(why).color(tokens.bad));
    }
    day
}

fn list(ui: &mut Ui, app: &App, errors: &[SurveyTableError]) {
    let scale = app.editor.blueprint().judgements().quality.scale;
    let text = app.words.survey_errors(errors, scale);
    egui::ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
        ui.add(egui::Label::new(text).wrap().selectable(true));
    });
}

/// What there is in a survey, a line each.
fn found(app: &App, survey: &Survey, added: usize) -> Vec<String> {
    let words = &app.words;
    let counted = |key: &'static str, count: usize| {
        (count > 0).then(|| match key {
            "items" => words.with("survey-of-items", &[("count", count.into())]),
            "dimensions" => words.with("survey-of-dimensions", &[("count", count.into())]),
            "kano" => words.with("survey-of-kano", &[("count", count.into())]),
            _ => words.with("survey-adds-items", &[("count", count.into())]),
        })
    };
    let asked = survey.items.iter().filter(|row| row.expected.or(row.perceived).is_some()).count();
    let kano = survey.items.iter().filter(|row| row.kano.is_some()).count();
    let respondents = survey.respondents;
    let mut lines = Vec::new();
    if respondents > 0 {
        let count = words.number(f64::from(respondents));
        lines.push(words.with("survey-respondents", &[("count", count.into())]));
    }
    lines.extend(counted("items", asked));
    lines.extend(counted("dimensions", survey.dimensions.len()));
    lines.extend(counted("kano", kano));
    lines.extend(survey.weights.map(|_| words.text("quality-weights-customers").to_owned()));
    lines.extend(counted("added", added));
    if respondents > 0 && respondents < FEW_RESPONDENTS {
        lines.push(words.with("survey-few", &[("count", respondents.into())]));
    }
    lines
}
