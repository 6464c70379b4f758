//! The bar above the sheet: the file was changed by somebody else, or a dialog cannot be seen.

use egui::{Align, Button, Frame, Layout, Margin, Panel, RichText, Ui, vec2};

use crate::storage::OnDisk;
use crate::ui::files::FileFlow;
use crate::ui::fonts::{Weight, font, icon};
use crate::ui::icons;
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, FileAnswer, ViewContext};

/// What the bar tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum News {
    /// The file holds something else now.
    Changed,
    /// The file is no longer there.
    Gone,
    /// The system's file dialog lets wait for itself.
    SlowDialog,
    /// The disk lets wait for itself.
    SlowSave,
}

impl News {
    /// What there is to tell, if there is anything.
    fn of(files: &FileFlow) -> Option<Self> {
        if files.dialog_is_slow() {
            return Some(Self::SlowDialog);
        }
        if files.save_is_slow() {
            return Some(Self::SlowSave);
        }
        match files.watch.news? {
            OnDisk::Changed => Some(Self::Changed),
            OnDisk::Gone => Some(Self::Gone),
            OnDisk::Same => None,
        }
    }
}

/// Shows the bar, if there is anything to tell of the files.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, files: Option<&FileFlow>) {
    if let Some(news) = files.and_then(News::of) {
        let frame = Frame::new().fill(view.tokens.accent_wash);
        Panel::top("file")
            .frame(frame.inner_margin(Margin::symmetric(14, 0)))
            .exact_size(38.0)
            .show(ui, |ui| tell(ui, view, news));
    }
}

fn tell(ui: &mut Ui, view: &mut ViewContext<'_>, news: News) {
    let mine = view.editor.is_modified();
    let (head, text, answers): (_, _, &[(&str, FileAnswer)]) = match (news, mine) {
        (News::Changed, false) => (
            "file-changed",
            "file-changed-text",
            &[("file-reload", FileAnswer::Reload), ("file-dismiss", FileAnswer::Dismiss)],
        ),
        (News::Changed, true) => (
            "file-changed",
            "file-changed-mine",
            &[
                ("file-save-mine", FileAnswer::SaveAs),
                ("file-look", FileAnswer::Reload),
                ("file-dismiss", FileAnswer::Dismiss),
            ],
        ),
        (News::Gone, _) => (
            "file-gone",
            "file-gone-text",
            &[("file-save-mine", FileAnswer::SaveAs), ("file-dismiss", FileAnswer::Dismiss)],
        ),
        (News::SlowSave, _) => {
            ("save-slow", "save-slow-text", &[("save-slow-leave", FileAnswer::LeaveSaving)])
        }
        (News::SlowDialog, _) => {
            ("dialog-slow", "dialog-slow-text", &[("dialog-slow-type", FileAnswer::TypePath)])
        }
    };
    ui.horizontal_centered(|ui| {
        let tokens = view.tokens;
        ui.label(RichText::new(icons::TRIANGLE_ALERT).font(icon(15.0)).color(tokens.warn));
        let head = RichText::new(view.text(head)).font(font(Weight::Semibold, BODY));
        ui.label(head.color(tokens.ink));
        // The answers take their room first; what explains them is cut short.
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (name, answer) in answers.iter().rev() {
                let button = Button::new(view.text(name)).min_size(vec2(0.0, 26.0));
                if ui.add(button).clicked() {
                    view.ask(Action::File(*answer));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(view.text(text)).color(tokens.muted);
                ui.add(egui::Label::new(text).truncate());
            });
        });
    });
}
