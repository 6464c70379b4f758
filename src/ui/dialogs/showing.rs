//! Has dialogs asked, one at a time, and shows the one that is open.

use egui::{Context, Id, Modal};

use crate::ui::app::App;
use crate::ui::report::{Entry, Topic};
use crate::ui::theme;

use super::{Asked, DialogView, Stands};

impl App {
    /// Opens a dialog, once those that are open before it are answered.
    pub(in crate::ui) fn ask(&mut self, dialog: impl DialogView) {
        self.note(Entry::of(Topic::Dialog, dialog.code()).detail("asked for"));
        self.dialogs.ask(Box::new(dialog), self.files.document());
    }

    /// Opens a dialog in front of those that are open, which are shown again once it is answered.
    pub(in crate::ui) fn ask_first(&mut self, dialog: impl DialogView) {
        self.note(Entry::of(Topic::Dialog, dialog.code()).detail("asked for"));
        self.dialogs.ask_first(Box::new(dialog), self.files.document());
    }

    /// Takes the dialog to be shown. What has settled itself meanwhile is asked no more.
    pub(in crate::ui) fn take_dialog(&mut self, ctx: &Context) -> Option<Asked> {
        loop {
            let mut asked = self.dialogs.take()?;
            let elsewhere = asked.document != self.files.document();
            if elsewhere && asked.dialog.is_about_document() || asked.dialog.settles(self, ctx) {
                self.dialogs.answered(None);
            } else {
                return Some(asked);
            }
        }
    }

    /// Shows the dialog, if there is one, and does what is chosen in it.
    pub(in crate::ui) fn show_dialog(&mut self, ctx: &Context) {
        profiling::function_scope!();
        let Some(Asked { mut dialog, document }) = self.take_dialog(ctx) else { return };
        if ctx.memory(|memory| memory.top_modal_layer().is_none()) {
            // What was typed in behind the dialog keeps no key.
            ctx.memory_mut(|memory| {
                if let Some(behind) = memory.focused() {
                    memory.surrender_focus(behind);
                }
            });
        }
        // Each sort of dialog finds its own size.
        let id = Id::unique(("dialog", std::any::Any::type_id(&*dialog)));
        let frame = egui::Frame::window(&ctx.global_style());
        let modal = Modal::new(id).frame(frame);
        let modal = match dialog.stands() {
            Stands::InTheMiddle => modal,
            Stands::AtTheTop => {
                let from_top = egui::vec2(0.0, 72.0);
                let area = Modal::default_area(id);
                modal.area(area.anchor(egui::Align2::CENTER_TOP, from_top))
            }
        };
        let modal = modal.show(ctx, |ui| {
            // As much wider as its letters are larger, before a class.
            let times = theme::times(ui.style());
            ui.set_width((times * dialog.width()).min(ctx.content_rect().width() - 64.0));
            ui.spacing_mut().item_spacing.y = 10.0 * times;
            dialog.show(ui, self)
        });
        let stays = !modal.inner && !modal.should_close();
        if !stays {
            self.note(Entry::of(Topic::Dialog, dialog.code()).detail("closed"));
            dialog.close(self);
        }
        self.dialogs.answered(stays.then_some(Asked { dialog, document }));
    }
}
