//! The copy of a file that bears the reviewer's name: saved beside it, else where its reviewer says, and shown in its
//! folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use egui::Context;

use crate::storage::SaveError;
use crate::ui::app::App;
use crate::ui::dialogs::{AskOtherPlace, CopySaved};
use crate::ui::files::Purpose;

use super::wish::ReviewWish;

impl App {
    /// Saves a copy that bears the reviewer's name, beside the file.
    pub(super) fn save_reviewed_copy(&mut self, ctx: &Context) {
        let Some(by) = self.reviewer_or_ask(ReviewWish::SaveCopy) else { return };
        self.stop_trying();
        self.copy_summary(ctx);
        let Some(path) = self.files.path().map(std::path::Path::to_owned) else {
            return self.save_as(ctx);
        };
        let safe = |c: char| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { '-' } else { c };
        let by: String = by.chars().map(safe).collect();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // Who saves a second time has the name in it already.
        let name = if stem.ends_with(&by) { stem } else { format!("{stem} – {by}") };
        self.views.review.copying.is_on = true;
        let known = path.file_stem().is_some_and(|it| *it == *name);
        if known {
            self.save(ctx, None);
        } else {
            self.save_again(ctx, path.with_file_name(format!("{name}.ron")), None);
        }
    }

    /// What is said of a file that was saved: where, and that drafts are not in it.
    pub(in crate::ui) fn say_saved(&mut self, ctx: &Context, path: &Path) {
        let name = path.display().to_string();
        let mut said = self.words.with("saved-as", &[("name", name.into())]);
        let drafts = self.draft_count();
        if drafts > 0 {
            let stay = self.words.counted("review-drafts-stay", drafts);
            said = self.words.clauses(&[said, stay]);
        }
        self.notice.say(said, ctx.time());
        if std::mem::take(&mut self.views.review.copying.is_on) {
            self.ask(CopySaved(path.to_owned()));
        }
    }

    /// A copy could not be saved where the file lies: asks once for another place. Answers whether it was one.
    pub(in crate::ui) fn asks_other_place(&mut self, error: &SaveError) -> bool {
        let is_copy = std::mem::take(&mut self.views.review.copying.is_on);
        if is_copy {
            self.ask(AskOtherPlace(error.clone()));
        }
        is_copy
    }

    /// Asks where else a copy is to be saved; it keeps its name.
    pub(in crate::ui) fn choose_place_of_copy(&mut self, ctx: &Context, was: &Path) {
        self.views.review.copying.is_on = true;
        self.views.review.copying.name =
            was.file_name().map(|name| name.to_string_lossy().into_owned());
        self.choose(ctx, Purpose::Save(None));
        self.views.review.copying.name = None;
    }

    /// Has the system show a file in its folder.
    pub(in crate::ui) fn show_in_folder(&mut self, ctx: &Context, path: &Path) {
        let folder = &mut self.views.review.saving.folder;
        folder.start(path.to_owned(), ctx, {
            let path = path.to_owned();
            move |_| opener(&path).status().is_ok_and(|status| status.success())
        });
    }

    /// Hears whether the folder was shown.
    pub(super) fn fetch_folder(&mut self, ctx: &Context) {
        let Some((path, shown)) = self.views.review.saving.folder.poll() else { return };
        // The explorer of Windows ends with 1 when all is well.
        if !shown.unwrap_or_default() && !cfg!(windows) {
            let path = path.display().to_string();
            let said = self.words.with("review-folder-not-shown", &[("path", path.into())]);
            self.notice.say(said, ctx.time());
        }
    }
}

/// The program of the system that shows a file in its folder, or the folder.
fn opener(path: &Path) -> Command {
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg("-R").arg(path);
        command
    } else if cfg!(windows) {
        let mut command = Command::new("explorer");
        command.arg(folder);
        command
    } else {
        let mut command = Command::new("xdg-open");
        command.arg(folder);
        command
    }
}
