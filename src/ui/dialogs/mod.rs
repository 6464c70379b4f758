//! Questions and messages that stand in front of everything else.

mod about;
mod gallery;
mod import;
mod pasting;
mod queue;
mod recovery;
mod saving;
mod shortcuts;

use std::path::PathBuf;

use egui::{Button, Key, Modal, RichText, Ui};

use crate::blueprint::{LaneId, LaneSteps, LinkEnd, LinkKind, StepId};
use crate::editor::Edit;
use crate::storage::recovery::Found;
use crate::storage::{Conflict, SaveError};

use super::access;
use super::app::App;
use super::controls::small;
use super::files::{Caution, Document, GivenUp, Intent, Purpose};
use super::finder::{self, Finder};
use super::theme::Tokens;

pub(super) use self::gallery::Gallery;
pub(super) use self::import::{Destination, Import};
pub(super) use self::queue::{Asked, Dialogs};

/// What stands in front of the window.
#[derive(Clone, Debug)]
pub(super) enum Dialog {
    /// Something went wrong, or must be known.
    Message { title: String, text: String },
    /// Unsaved work stands in the way.
    AskSave(Intent),
    /// An unsaved version that the one on disk took the place of stands in the way; what else need
    /// not be saved.
    AskCovered(Intent, GivenUp),
    /// A path is typed, where the system has no dialog.
    Path { purpose: Purpose, text: String },
    /// The file on disk holds something that saving would lose.
    Caution(Caution, Option<Intent>),
    /// The file on disk is not what it is taken for.
    Conflict(Conflict, PathBuf, Option<Intent>),
    /// The disk did not take the file.
    SaveFailed(SaveError, Option<Intent>),
    /// A file that was opened before is no longer there; what is said of it, and where it was.
    RecentGone { text: String, path: PathBuf },
    /// A document that was replaced could not be saved after all.
    LeftUnsaved { name: String, document: Box<Document> },
    /// Work was left unsaved by other runs.
    Recovery(Vec<recovery::Offer>),
    /// A lane that holds steps is to be removed.
    RemoveLane(LaneId),
    /// A decision is to be removed.
    RemoveDecision(StepId),
    /// A table is imported whose columns are to be seen first.
    Import(Box<Import>),
    /// A text was pasted on a card and may be meant in several ways.
    PasteOnCard { step: StepId, text: String },
    /// The templates to start from.
    Templates(Gallery),
    /// The field that finds commands and things.
    Finder(Finder),
    /// The shortcut sheet.
    Shortcuts,
    /// What this program is.
    About,
}

impl Dialog {
    /// A message with a way out.
    pub fn message(title: &str, text: &str) -> Self {
        Self::Message { title: title.to_owned(), text: text.to_owned() }
    }

    /// Offers work that was left unsaved.
    pub fn recovery(found: Vec<Found>) -> Self {
        Self::Recovery(recovery::offers(found))
    }

    /// Whether asking both would ask the same twice.
    fn is_same_question(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::AskSave(one), Self::AskSave(other))
            | (Self::AskCovered(one, _), Self::AskCovered(other, _)) => one == other,
            (Self::Message { title, text }, Self::Message { title: t, text: other }) => {
                (title, text) == (t, other)
            }
            _ => false,
        }
    }

    /// Whether it makes sense only while the document is open that it is about.
    fn is_about_document(&self) -> bool {
        match self {
            Self::AskSave(intent) | Self::AskCovered(intent, _) => {
                matches!(intent, Intent::Show(_))
            }
            Self::Path { purpose, .. } => matches!(purpose, Purpose::Save(_)),
            Self::Caution(..)
            | Self::Conflict(..)
            | Self::SaveFailed(..)
            | Self::RemoveLane(_)
            | Self::RemoveDecision(_)
            | Self::PasteOnCard { .. } => true,
            Self::Import(import) => import.is_pasted(),
            Self::Message { .. }
            | Self::RecentGone { .. }
            | Self::LeftUnsaved { .. }
            | Self::Recovery(_)
            | Self::Templates(_)
            | Self::Finder(_)
            | Self::Shortcuts
            | Self::About => false,
        }
    }

    /// How wide it is.
    fn width(&self) -> f32 {
        match self {
            Self::Shortcuts => 620.0,
            Self::Finder(_) => 520.0,
            Self::Recovery(_) | Self::Conflict(..) | Self::AskCovered(..) => 480.0,
            Self::Templates(_) => gallery::WIDTH,
            Self::Import(_) => import::WIDTH,
            _ => 420.0,
        }
    }
}

impl App {
    /// Opens a dialog, once those that are open before it are answered.
    pub(super) fn ask(&mut self, dialog: Dialog) {
        self.dialogs.ask(dialog, self.files.document());
    }

    /// Takes the dialog to be shown. What has settled itself meanwhile is asked no more.
    pub(super) fn take_dialog(&mut self, ctx: &egui::Context) -> Option<Asked> {
        loop {
            let asked = self.dialogs.take()?;
            let elsewhere = asked.document != self.files.document();
            if elsewhere && asked.dialog.is_about_document() {
                self.dialogs.answered(None);
                continue;
            }
            match asked.dialog {
                Dialog::AskSave(intent) if !self.asks_to_save() => {
                    self.pursue(ctx, intent);
                    self.dialogs.answered(None);
                }
                Dialog::AskCovered(intent, given_up) if !self.may_lose_covered(&given_up) => {
                    self.pursue_without(ctx, intent, given_up);
                    self.dialogs.answered(None);
                }
                dialog => return Some(Asked { dialog, ..asked }),
            }
        }
    }

    /// Shows the dialog, if there is one, and does what is chosen in it.
    pub(super) fn show_dialog(&mut self, ctx: &egui::Context) {
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
        let id = egui::Id::unique(("dialog", std::mem::discriminant(&dialog)));
        let frame = egui::Frame::window(&ctx.global_style());
        let modal = Modal::new(id).frame(frame);
        let modal = if let Dialog::Finder(_) = &dialog {
            // What fits grows and shrinks below a field that stays where it is.
            let from_top = egui::vec2(0.0, 72.0);
            modal.area(Modal::default_area(id).anchor(egui::Align2::CENTER_TOP, from_top))
        } else {
            modal
        };
        let modal = modal.show(ctx, |ui| {
            ui.set_width(dialog.width().min(ctx.content_rect().width() - 64.0));
            ui.spacing_mut().item_spacing.y = 10.0;
            match &mut dialog {
                Dialog::Message { title, text } => message(ui, self, title, text),
                Dialog::AskSave(intent) => ask_save(ui, self, intent.clone()),
                Dialog::AskCovered(intent, given_up) => {
                    saving::covered(ui, self, intent.clone(), given_up.clone())
                }
                Dialog::Path { purpose, text } => ask_path(ui, self, purpose.clone(), text),
                Dialog::Caution(caution, then) => ask_caution(ui, self, caution, then.clone()),
                Dialog::Conflict(conflict, path, then) => {
                    saving::conflict(ui, self, *conflict, path, then.clone())
                }
                Dialog::SaveFailed(error, then) => saving::failed(ui, self, error, then.clone()),
                Dialog::RecentGone { text, path } => recent_gone(ui, self, text, path),
                Dialog::LeftUnsaved { name, document } => {
                    saving::left_unsaved(ui, self, name, document)
                }
                Dialog::Recovery(offers) => recovery::show(ui, self, offers),
                Dialog::RemoveLane(lane) => remove_lane(ui, self, *lane),
                Dialog::RemoveDecision(step) => remove_decision(ui, self, *step),
                Dialog::Import(import) => import::show(ui, self, import),
                Dialog::PasteOnCard { step, text } => pasting::show(ui, self, *step, text),
                Dialog::Templates(gallery) => gallery::show(ui, self, gallery),
                Dialog::Finder(finder) => find(ui, self, finder),
                Dialog::Shortcuts => shortcuts::show(ui, self),
                Dialog::About => about::show(ui, self),
            }
        });
        let stays = !modal.inner && !modal.should_close();
        if !stays && let Dialog::Recovery(offers) = &dialog {
            self.recovery.postpone(recovery::places(offers));
        }
        self.dialogs.answered(stays.then_some(Asked { dialog, document }));
    }
}

/// The head of a dialog.
pub(super) fn title(ui: &mut Ui, text: &str) {
    access::dialog(ui, text);
    ui.label(RichText::new(text).text_style(egui::TextStyle::Heading));
}

/// The main button of a dialog: filled, and pressed by Enter unless another button has the focus.
fn main_button(ui: &mut Ui, text: &str) -> bool {
    let tokens = Tokens::of(ui.ctx());
    let label = RichText::new(text).color(tokens.on_accent);
    let response = ui.add(Button::new(label).fill(tokens.accent));
    // A text field lets go of the focus on Enter; a button keeps it and is pressed itself.
    let elsewhere = ui.memory(|memory| memory.focused().is_some_and(|id| id != response.id));
    response.clicked() || !elsewhere && ui.input(|input| input.key_pressed(Key::Enter))
}

fn buttons(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> bool) -> bool {
    ui.add_space(4.0);
    // One row: a layout that centres would take all the height that the dialog had before.
    let row = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(row, layout, content).inner
}

fn find(ui: &mut Ui, app: &mut App, finder: &mut Finder) -> bool {
    access::dialog(ui, app.words.text(finder.name()));
    let lately = app.lately.clone();
    let ctx = ui.ctx().clone();
    match app.with_desk(&ctx, |desk| finder.show(ui, desk, &lately)) {
        finder::Answer::Open => false,
        finder::Answer::Chosen(action) => {
            if let Some(command) = finder::command_of(&action) {
                finder::used(&mut app.lately, command);
            }
            app.actions.push(action);
            true
        }
    }
}

fn message(ui: &mut Ui, app: &mut App, head: &str, text: &str) -> bool {
    title(ui, head);
    egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        ui.add(egui::Label::new(text).wrap().selectable(true));
    });
    let close = app.words.text("button-close").to_owned();
    buttons(ui, |ui| main_button(ui, &close))
}

fn recent_gone(ui: &mut Ui, app: &mut App, text: &str, path: &std::path::Path) -> bool {
    title(ui, app.words.text("open-failed-title"));
    ui.add(egui::Label::new(text).wrap().selectable(true));
    let [close, forget] =
        ["button-close", "recent-forget"].map(|key| app.words.text(key).to_owned());
    buttons(ui, |ui| {
        if main_button(ui, &close) {
            return true;
        }
        let forgets = ui.button(&forget).clicked();
        if forgets {
            app.files.forget(path);
        }
        forgets
    })
}

fn ask_save(ui: &mut Ui, app: &mut App, intent: Intent) -> bool {
    let name = app.file_name();
    title(ui, &app.words.with("ask-save-title", &[("name", name.into())]));
    ui.label(app.words.text("ask-save-text"));
    let [save, discard, cancel] = ["button-save", "button-discard", "button-cancel"]
        .map(|key| app.words.text(key).to_owned());
    let ctx = ui.ctx().clone();
    buttons(ui, |ui| {
        if main_button(ui, &save) {
            app.save(&ctx, Some(intent));
            return true;
        }
        if ui.button(&discard).clicked() {
            let given_up = app.give_up();
            app.pursue_without(&ctx, intent, given_up);
            return true;
        }
        ui.button(&cancel).clicked()
    })
}

fn ask_path(ui: &mut Ui, app: &mut App, purpose: Purpose, text: &mut String) -> bool {
    let head = match purpose {
        Purpose::Open(_) => "dialog-open-title",
        Purpose::Import => "import-choose-title",
        Purpose::Save(_) => "dialog-save-title",
    };
    title(ui, app.words.text(head));
    let label = ui.label(app.words.text("path-label"));
    let field = egui::TextEdit::singleline(text).desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    // The field is typed in at once.
    if ui.memory(|memory| memory.focused().is_none()) && !response.lost_focus() {
        response.request_focus();
    }
    let help = if app.files.has_dialogs() { "path-typed-help" } else { "path-help" };
    small(ui, Tokens::of(ui.ctx()), app.words.text(help));
    let go = match purpose {
        Purpose::Open(_) => "button-open",
        Purpose::Import => "import-button",
        Purpose::Save(_) => "button-save",
    };
    let [go, cancel] = [go, "button-cancel"].map(|key| app.words.text(key).to_owned());
    let ctx = ui.ctx().clone();
    let path = PathBuf::from(text.trim());
    buttons(ui, |ui| {
        if main_button(ui, &go) && !path.as_os_str().is_empty() {
            app.path_chosen(&ctx, purpose, path, false);
            return true;
        }
        ui.button(&cancel).clicked()
    })
}

fn ask_caution(ui: &mut Ui, app: &mut App, caution: &Caution, then: Option<Intent>) -> bool {
    let (head, text) = match caution {
        Caution::UnknownFields => ("caution-unknown-title", "caution-unknown-text"),
        Caution::Comments(_) => ("caution-comments-title", "caution-comments-text"),
    };
    title(ui, app.words.text(head));
    ui.label(app.words.text(text));
    let lost = if let Caution::Comments(lost) = caution { lost.as_slice() } else { &[] };
    egui::ScrollArea::vertical().max_height(200.0).show(ui, |ui| {
        for comment in lost {
            ui.add(egui::Label::new(comment).wrap().selectable(true));
        }
    });
    let [save_as, overwrite, cancel] = ["button-save-as", "button-overwrite", "button-cancel"]
        .map(|key| app.words.text(key).to_owned());
    let ctx = ui.ctx().clone();
    buttons(ui, |ui| {
        if main_button(ui, &save_as) {
            app.choose(&ctx, Purpose::Save(then));
            return true;
        }
        // Comments may be given up; what a newer version wrote is only left behind in a copy.
        if !lost.is_empty() && ui.button(&overwrite).clicked() {
            app.save_without(&ctx, lost, then);
            return true;
        }
        ui.button(&cancel).clicked()
    })
}

fn remove_lane(ui: &mut Ui, app: &mut App, lane: LaneId) -> bool {
    let scenario = std::sync::Arc::clone(app.editor.scenario());
    let Some(removed) = scenario.lanes().get(&lane) else { return true };
    let name = app.words.lane(removed).to_owned();
    title(ui, &app.words.with("remove-lane-title", &[("name", name.into())]));
    let held = scenario.steps().values().filter(|step| step.lane == lane).count();
    let count = app.words.counted("steps", held);
    ui.label(app.words.with("remove-lane-text", &[("steps", count.into())]));
    let ctx = ui.ctx().clone();
    let mut done = false;
    egui::ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
        for (id, other) in scenario.lanes() {
            if *id == lane {
                continue;
            }
            let to = app.words.lane(other).to_owned();
            let text = app.words.with("remove-lane-move", &[("name", to.into())]);
            if ui.add(Button::new(text).truncate()).clicked() {
                app.edit(&ctx, Edit::RemoveLane(lane, LaneSteps::MoveTo(*id)));
                done = true;
            }
        }
    });
    let [remove, cancel] =
        ["remove-lane-steps", "button-cancel"].map(|key| app.words.text(key).to_owned());
    done | buttons(ui, |ui| {
        if ui.button(&remove).clicked() {
            app.edit(&ctx, Edit::RemoveLane(lane, LaneSteps::Remove));
            return true;
        }
        ui.button(&cancel).clicked()
    })
}

fn remove_decision(ui: &mut Ui, app: &mut App, step: StepId) -> bool {
    let scenario = std::sync::Arc::clone(app.editor.scenario());
    let Some(decision) = scenario.steps().get(&step) else { return true };
    let name = decision.name.clone();
    title(ui, &app.words.with("remove-decision-title", &[("name", name.into())]));
    ui.label(app.words.text("remove-decision-text"));
    let ctx = ui.ctx().clone();
    let mut done = false;
    for (id, link) in scenario.links_at(step) {
        if link.from != step || link.kind != LinkKind::Flow || link.to == LinkEnd::Step(step) {
            continue;
        }
        let to = match link.to {
            LinkEnd::Step(to) => app.words.step(to, &scenario).to_owned(),
            LinkEnd::Outside => app.words.text("link-outside").to_owned(),
        };
        let text = app.words.with("remove-decision-keep", &[("name", to.into())]);
        if ui.button(text).clicked() {
            app.edit(&ctx, Edit::RemoveDecision(step, id));
            done = true;
        }
    }
    let cancel = app.words.text("button-cancel").to_owned();
    done | buttons(ui, |ui| ui.button(&cancel).clicked())
}
