//! What the window does for the dialog: opens it, carries out what is wanted of it, and shows a
//! design on the sheet without changing the file.

use egui::Context;

use super::{Redesign, Request};
use crate::editor::{DocumentEdit, Edit, GestureId};
use crate::ui::app::App;
use crate::ui::modes::Previewing;
use crate::ui::view_context::Action;

/// The gesture that a preview is to the editor.
const PREVIEW: GestureId = GestureId(u64::MAX - 1);

impl App {
    /// Opens the dialog on the scenario that is shown.
    pub(in crate::ui) fn open_redesign(&mut self) {
        self.editor.commit();
        let (blueprint, scenario) = (self.editor.blueprint(), self.editor.scenario());
        let redesign = Redesign::of(blueprint, scenario, self.figures.analysis(), &self.words);
        self.redesign = Some(Box::new(redesign));
    }

    /// Whether the sheet shows a design that is not in the file.
    pub(in crate::ui) fn is_previewing(&self) -> bool {
        self.modes.previewing.is_some()
    }

    /// Shows the dialog, if it is open, and does what is wanted in it.
    pub(in crate::ui) fn show_redesign(&mut self, ctx: &Context, was_typing: bool) {
        let Some(mut redesign) = self.redesign.take() else { return };
        redesign.follow(ctx);
        let requests = if self.is_previewing() {
            Vec::new()
        } else {
            redesign.show(ctx, &self.words, was_typing)
        };
        if !requests.is_empty() {
            ctx.request_repaint();
        }
        self.redesign = Some(redesign);
        for request in requests {
            self.grant(ctx, request);
        }
    }

    /// Does what was asked for in the dialog or beside it.
    pub(in crate::ui) fn grant(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::Close => self.close_redesign(ctx),
            Request::GoTo(place) => {
                self.close_redesign(ctx);
                self.actions.push(Action::GoTo(place));
            }
            Request::Preview => {
                if let Some(edit) = self.design_as_edit() {
                    let shown = self.editor.try_out(PREVIEW, edit).is_ok();
                    self.bottom.enlarged &= !shown;
                    self.modes.previewing = shown.then_some(Previewing);
                }
            }
            Request::Back => self.leave_preview(),
            Request::Make => {
                self.leave_preview();
                if let Some(edit) = self.design_as_edit() {
                    // The rules go with the scenario: one step that can be undone.
                    self.redesign = None;
                    self.edit(ctx, edit);
                }
            }
        }
    }

    /// The edit that adds the chosen design as a scenario.
    fn design_as_edit(&mut self) -> Option<DocumentEdit> {
        let prospect = self.redesign.as_mut()?.prospect(&self.words)?;
        Some(DocumentEdit::AddScenario(Box::new(prospect.blueprint.clone()), prospect.scenario))
    }

    /// Takes the design off the sheet.
    pub(in crate::ui) fn leave_preview(&mut self) {
        if self.modes.previewing.take().is_some() {
            self.editor.abort();
        }
    }

    /// Closes the dialog, and keeps nothing of what was chosen in it.
    pub(in crate::ui) fn drop_redesign(&mut self) {
        self.modes.previewing = None;
        self.redesign = None;
    }

    /// Closes the dialog and keeps its rules in the file.
    pub(in crate::ui) fn close_redesign(&mut self, ctx: &Context) {
        self.leave_preview();
        let Some(redesign) = self.redesign.take() else { return };
        if let Some(rules) = redesign.changed_rules() {
            self.edit(ctx, Edit::SetRedesignRules(Box::new(rules)));
        }
    }
}
