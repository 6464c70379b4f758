//! What the window does for the dialog: opens it, carries out what is wanted of it, saves the shifts.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::{Request, StaffingDialog};
use crate::editor::{DocumentEdit, Edit};
use crate::exchange::write_shifts;
use crate::redesign::add_staffing;
use crate::storage::{self, NotSaved, Replace};
use crate::ui::app::App;
use crate::ui::dialogs::Message;
use crate::ui::files::Purpose;
use crate::ui::redesign::free_name;
use crate::ui::view_context::Action;
use crate::ui::waking;

impl App {
    /// Whether a redesign or a staffing plan lies over the window or is looked at.
    pub(in crate::ui) fn is_advised(&self) -> bool {
        self.redesign.is_some() || self.staffing.is_open()
    }

    /// Closes redesign and staffing plan, and keeps the rules of the redesign in the file.
    pub(in crate::ui) fn leave_advice(&mut self, ctx: &Context) {
        self.staffing.close();
        self.close_redesign(ctx);
    }

    /// Opens the dialog on the scenario that is shown.
    pub(in crate::ui) fn open_staffing(&mut self) {
        self.editor.commit();
        let (blueprint, scenario) = (self.editor.blueprint(), self.editor.scenario());
        let how = self.staffing.how;
        let dialog = StaffingDialog::of(blueprint, scenario, &self.words, how);
        self.staffing.dialog = Some(Box::new(dialog));
    }

    /// Shows the dialog, if it is open, and does what is wanted in it.
    pub(in crate::ui) fn show_staffing(&mut self, ctx: &Context, was_typing: bool) {
        self.fetch_rota();
        let Some(mut dialog) = self.staffing.dialog.take() else { return };
        dialog.take(self.editor.blueprint(), self.editor.scenario());
        dialog.follow(ctx);
        let requests = dialog.show(ctx, &self.words, was_typing);
        if !requests.is_empty() {
            ctx.request_repaint();
        }
        self.staffing.dialog = Some(dialog);
        for request in requests {
            self.grant_staffing(ctx, request);
        }
    }

    fn grant_staffing(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::Close => self.staffing.close(),
            Request::GoTo(place) => {
                self.staffing.close();
                self.actions.push(Action::GoTo(place));
            }
            Request::GiveDay => {
                let demand = self.editor.scenario().demand().with_a_day();
                self.edit(ctx, Edit::SetDemand(demand));
            }
            Request::SaveRota => {
                let dialog = self.staffing.dialog.as_ref();
                if let Some(plan) = dialog.and_then(|dialog| dialog.plan()) {
                    let table: Arc<str> = write_shifts(plan.shifts()).into();
                    self.choose(ctx, Purpose::Rota(table));
                }
            }
            Request::Make => {
                if let Some((edit, name)) = self.staffing_as_edit() {
                    self.staffing.close();
                    self.edit(ctx, edit);
                    let said = self.words.with("staffing-made", &[("name", name.into())]);
                    self.notice.say(said, ctx.time());
                }
            }
        }
    }

    /// The edit that adds the plan as a scenario, and what that is called.
    fn staffing_as_edit(&self) -> Option<(DocumentEdit, String)> {
        let plan = self.staffing.dialog.as_ref()?.plan()?;
        let wanted = self.words.staffing_name(plan);
        let mut blueprint = self.editor.blueprint().as_ref().clone();
        let name = free_name(&blueprint, &wanted);
        match add_staffing(&mut blueprint, plan.scenario.id(), plan, &name) {
            Ok(new) => Some((DocumentEdit::AddScenario(Box::new(blueprint), new), name)),
            Err(refusal) => {
                log::warn!("a staffing plan could not be carried out: {refusal:?}");
                None
            }
        }
    }

    /// Saves shifts in a place that was chosen; `asked` says whether it was asked to replace what is there.
    pub(in crate::ui) fn save_rota(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        table: &Arc<str>,
        asked: bool,
    ) {
        let whole = path.extension().is_some();
        let path = if whole { path } else { path.with_extension("csv") };
        let replaces = if asked && whole { Replace::Anything } else { Replace::Nothing };
        let (to, table) = (path.clone(), Arc::clone(table));
        self.staffing.saving.start(path, ctx, move |_| storage::save_text(&to, &table, replaces));
    }

    /// Hears whether shifts were saved.
    fn fetch_rota(&mut self) {
        let Some((path, saved)) = self.staffing.saving.poll() else { return };
        let name = path.display().to_string();
        let why = match saved {
            Ok(Ok(())) => {
                if let Some(dialog) = &mut self.staffing.dialog {
                    dialog.said = Some(self.words.with("saved-as", &[("name", name.into())]));
                }
                return;
            }
            Ok(Err(NotSaved::Conflict(_))) => {
                self.words.with("staffing-name-taken", &[("name", name.into())])
            }
            Ok(Err(NotSaved::Failed(error))) => self.words.save_error(&error),
            Err(failure) => waking::why(&self.words, &failure),
        };
        let message = Message::new(self.words.text("save-failed-title"), &why);
        self.ask_first(message);
    }
}
