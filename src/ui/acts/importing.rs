//! Tables from files: read, shown with a guess for each column, and made a blueprint of.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use crate::blueprint::Blueprint;
use crate::editor::DocumentEdit;
use crate::exchange::{self, TableErrors};
use crate::storage::{OpenError, OpenProblem};
use crate::ui::app::App;
use crate::ui::dialogs::{Destination, Import, Message, TakeSurvey, name_of};
use crate::ui::files::{Document, Intent};
use crate::ui::importing::{Brought, Reading};
use crate::ui::{report, waking};

impl App {
    /// Reads a file to import what it holds.
    pub(in crate::ui) fn start_import(&mut self, ctx: &Context, path: PathBuf) {
        let from = path.clone();
        let reading = Reading { path, document: self.files.document() };
        self.importing.task.start(reading, ctx, move |_| {
            exchange::read_table_bytes(&from).map(|bytes| {
                if let Some(text) = exchange::survey_in(&bytes) {
                    return Brought::Survey(text);
                }
                let text = exchange::decode_table(&bytes).ok().map(|decoded| decoded.text);
                let day = text.and_then(|text| Some((exchange::day_table(&text)?, text)));
                match day {
                    Some((table, text)) => Brought::Day(table, text),
                    None => Brought::Table(Import::file(&from, bytes)),
                }
            })
        });
    }

    /// Fetches what was read since the last frame.
    pub(in crate::ui) fn fetch_import(&mut self, ctx: &Context) {
        let Some((reading, read)) = self.importing.task.poll() else { return };
        let path = reading.path;
        self.note(match &read {
            Ok(read) => report::read_table(&path, read.as_ref().err()),
            Err(failure) => report::broken_off("read-table", &path, failure),
        });
        if reading.document != self.files.document() {
            // Meanwhile somebody turned to another document.
            let name = path.display().to_string();
            let said = self.words.with("open-too-late", &[("name", name.into())]);
            self.notice.say(said, ctx.time());
            return;
        }
        match read {
            Ok(Ok(Brought::Day(table, text))) => self.take_day_table(ctx, table, &text),
            Ok(Ok(Brought::Survey(text))) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.offer_survey(name, text);
            }
            Ok(Ok(Brought::Table(import))) => self.show_import(import),
            Ok(Err(error)) => {
                let why = self.words.at_file(&path, &self.words.table_file_error(&error));
                self.say_not_imported(&why);
            }
            Err(failure) => {
                let why = waking::why(&self.words, &failure);
                self.say_not_imported(&why);
            }
        }
    }

    /// Says what a table of answers holds and offers to take it; a blank name is that of a text that was pasted.
    pub(super) fn offer_survey(&mut self, source: String, text: String) {
        self.editor.commit();
        self.ask(TakeSurvey::new(source, text));
    }

    /// Shows what is about to be imported, or why nothing can be.
    pub(in crate::ui) fn show_import(&mut self, import: Result<Import, TableErrors>) {
        match import {
            Ok(import) => {
                self.editor.commit();
                self.ask(import);
            }
            Err(errors) => {
                let why = self.words.table_errors(&errors);
                self.say_not_imported(&why);
            }
        }
    }

    pub(super) fn say_not_imported(&mut self, why: &str) {
        self.ask(Message::new(self.words.text("import-failed-title"), why));
    }

    /// Does what was chosen in the dialog.
    pub(in crate::ui) fn finish_import(
        &mut self,
        ctx: &Context,
        destination: Destination,
        blueprint: Blueprint,
        added: exchange::AddedSteps,
    ) {
        let steps = self.words.counted("steps", added.steps.len());
        let roles = self.words.counted("roles", added.roles.len());
        let said =
            self.words.with("import-done", &[("steps", steps.into()), ("roles", roles.into())]);
        match destination {
            Destination::Sheet => {
                self.edit(ctx, DocumentEdit::Paste(Box::new(blueprint), added.steps));
            }
            Destination::New => {
                // It is in no file yet, and so nothing of it counts as saved.
                let empty = Blueprint::empty("", self.words.text("scenario-first"));
                let saved = Arc::new(empty);
                let document = Document { saved, ..Document::new(blueprint) };
                self.pursue(ctx, Intent::Show(Box::new(document)));
            }
        }
        self.notice.say(said, ctx.time());
    }

    /// Why a file was not opened: what stands wrong in a blueprint, or that it is none at all.
    pub(in crate::ui) fn why_not_opened(&self, error: &OpenError) -> String {
        let is_other = error.path.extension().is_some_and(|end| !end.eq_ignore_ascii_case("ron"));
        if is_other && matches!(error.problem, OpenProblem::Decode(_)) {
            let endings = exchange::TABLE_ENDINGS.iter().map(|end| format!(".{end}"));
            let endings = self.words.clauses(&endings.collect::<Vec<_>>());
            let file = name_of(&error.path);
            return self
                .words
                .with("open-unknown-kind", &[("file", file.into()), ("endings", endings.into())]);
        }
        self.words.open_error(error)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ui::app::Start;
    use crate::ui::dialogs::as_a;

    /// Lets a table be read, with something done meanwhile; whether a dialog asks about it.
    fn is_asked(meanwhile: impl FnOnce(&mut App)) -> bool {
        let ctx = Context::default();
        let mut app = App::new(&ctx, Start::default());
        app.dialogs = crate::ui::dialogs::Dialogs::default();
        app.show_document(Document::new(Blueprint::empty("", "As-is")));
        let reading = Reading { path: PathBuf::from("a.csv"), document: app.files.document() };
        app.importing.task.start(reading, &ctx, |_| {
            Ok(Brought::Table(Import::file(Path::new("a.csv"), b"step,time\nA,5 s\n".to_vec())))
        });
        meanwhile(&mut app);
        while app.importing.is_busy() {
            app.fetch_import(&ctx);
            std::thread::yield_now();
        }
        let asked = app.take_dialog(&ctx);
        asked.is_some_and(|asked| as_a::<Import>(&*asked.dialog).is_some())
    }

    #[test]
    fn a_table_that_was_read_for_another_document_is_let_go() {
        assert!(is_asked(|_| {}));
        assert!(!is_asked(|app| app.show_document(Document::new(Blueprint::empty("b", "As-is")))));
    }

    #[test]
    fn what_was_pasted_is_asked_about_only_where_it_was_pasted() {
        let ctx = Context::default();
        let mut app = App::new(&ctx, Start::default());
        app.dialogs = crate::ui::dialogs::Dialogs::default();
        let source = exchange::Source::of_text("step,time\nA,5 s\n").unwrap();
        app.show_import(Import::pasted(source));
        app.show_document(Document::new(Blueprint::empty("b", "As-is")));
        assert!(app.take_dialog(&ctx).is_none());
    }
}
