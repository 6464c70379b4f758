//! Reports a problem: keeps what happens, shows it, saves it.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ThemePreference};

use crate::blueprint::Refusal;
use crate::storage::{self, NotSaved, Replace};
use crate::ui::app::App;
use crate::ui::dialogs::{EndedUnexpectedly, Message, ProblemReport};
use crate::ui::files::Purpose;
use crate::ui::report::{self, Entry, Included, Standing, Topic};
use crate::ui::reporting::{SLOW_FIGURES_MS, Saving};
use crate::ui::waking;
use crate::wording::refusal_code;

impl App {
    /// The report of a problem as a text, with the names and texts of the document or without.
    #[must_use]
    pub fn problem_report(&self, with_texts: bool) -> String {
        self.report(Included { texts: with_texts, blueprint: false })
    }

    /// The report of a problem.
    pub(in crate::ui) fn report(&self, included: Included) -> String {
        let log = &self.reporting.log;
        let last_words = self.reporting.last_words().map(AsRef::as_ref);
        let blueprint = self.editor.blueprint();
        report::report(log, included, blueprint, self.files.path(), last_words)
    }

    /// Keeps that something happened.
    pub(in crate::ui) fn note(&self, what: Entry) {
        self.reporting.log.note(what);
    }

    /// Keeps that an edit was refused.
    pub(in crate::ui) fn note_refusal(&self, refusal: Refusal) {
        self.note(Entry::of(Topic::Refused, refusal_code(refusal)));
    }

    /// Keeps how long the figures took where that is long.
    pub(in crate::ui) fn note_slow_figures(&self) {
        let took = self.figures.took_ms();
        if took > SLOW_FIGURES_MS {
            self.note(Entry::slow("figures", took));
        }
    }

    /// Keeps where the window stands; at the end of each pass.
    pub(in crate::ui) fn note_standing(&self, ctx: &Context) {
        let settings = self.settings;
        let scenario = self.editor.scenario();
        let size = ctx.content_rect().size();
        self.reporting.log.stand(Standing {
            mode: self.modes.now().name(),
            redesign: self.redesign.is_some(),
            staffing: self.staffing.is_open(),
            language: settings.language.code(),
            theme: match settings.theme {
                ThemePreference::System => "system",
                ThemePreference::Light => "light",
                ThemePreference::Dark => "dark",
            },
            dark: ctx.theme() == egui::Theme::Dark,
            contrast: settings.contrast,
            motion: settings.motion,
            scale: settings.scale.percent(),
            window: [size.x, size.y],
            pixels_per_point: ctx.pixels_per_point(),
            steps: scenario.steps().len(),
            links: scenario.links().len(),
            roles: scenario.roles().len(),
            scenarios: self.editor.blueprint().scenarios().len(),
            unsaved: self.editor.is_modified(),
        });
    }

    /// Shows the report of a problem.
    pub(in crate::ui) fn open_report(&mut self) {
        self.reporting.said = None;
        // It is seen here, so it need not be said any more.
        self.reporting.take_news();
        self.ask(ProblemReport::default());
    }

    /// Says, once nothing else is asked, that the program ended unexpectedly last time.
    pub(in crate::ui) fn tell_of_last_time(&mut self) {
        let is_free = !self.dialogs.is_open() && !self.is_advised();
        if is_free && !self.recovery.is_busy() && self.reporting.take_news() {
            self.ask(EndedUnexpectedly);
        }
    }

    /// Forgets what was left behind last time.
    pub(in crate::ui) fn forget_last_time(&mut self) {
        self.reporting.forget_last_words(self.files.preference_store());
    }

    /// Copies a report.
    pub(in crate::ui) fn copy_report(&mut self, ctx: &Context, text: &str) {
        ctx.copy_text(text.to_owned());
        self.reporting.said = Some(self.words.text("reporting-copied").to_owned());
        self.forget_last_time();
    }

    /// Asks where to save a report.
    pub(in crate::ui) fn choose_place_of_report(&mut self, ctx: &Context, text: &Arc<str>) {
        self.choose(ctx, Purpose::Report(Arc::clone(text)));
    }

    /// Saves a report in a place that was chosen; `asked` says whether it was asked to replace what
    /// is there.
    pub(in crate::ui) fn save_report(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        text: &Arc<str>,
        asked: bool,
    ) {
        let whole = path.extension().is_some();
        let path = if whole { path } else { path.with_extension("txt") };
        let replaces = if asked && whole { Replace::Anything } else { Replace::Nothing };
        let (to, text) = (path.clone(), Arc::clone(text));
        let saving = Saving { path, bytes: text.len() as u64 };
        self.reporting.saving.start(saving, ctx, move |_| storage::save_text(&to, &text, replaces));
    }

    /// Fetches whether a report was saved.
    pub(in crate::ui) fn fetch_report(&mut self) {
        let Some((Saving { path, bytes }, saved)) = self.reporting.saving.poll() else { return };
        let name = path.display().to_string();
        let outcome = match saved {
            Ok(outcome) => outcome,
            Err(failure) => {
                self.note(report::broken_off("write-report", &path, &failure));
                self.say_report_not_saved(&waking::why(&self.words, &failure));
                return;
            }
        };
        self.note(report::written("write-report", &path, outcome.as_ref().map(|()| bytes)));
        match outcome {
            Ok(()) => {
                let said = self.words.with("saved-as", &[("name", name.into())]);
                self.reporting.said = Some(said);
                self.forget_last_time();
            }
            Err(NotSaved::Conflict(_)) => {
                let why = self.words.with("reporting-name-taken", &[("name", name.into())]);
                self.say_report_not_saved(&why);
            }
            Err(NotSaved::Failed(error)) => {
                self.say_report_not_saved(&self.words.save_error(&error));
            }
        }
    }

    fn say_report_not_saved(&mut self, why: &str) {
        // In front of the report, which is shown again after it.
        let message = Message::new(self.words.text("save-failed-title"), why);
        self.ask_first(message);
    }
}
