//! Questions and messages that stand in front of everything else.
//!
//! Each is an object: what it asks, how it looks, what its answers do. They wait in a queue, from
//! which one at a time is shown. A new dialog is a file here with a struct and [`DialogView`] for
//! it, its line below, and its texts in the locales; whoever needs it asks for it with `App::ask`.
//!
//! # What always holds
//!
//! - One at a time is shown; none that was asked for is lost, and none takes the place of an open
//!   one (`nothing_takes_the_place_of_an_open_question_and_none_is_lost`).
//! - The same question is asked once (`a_question_is_asked_once`).
//! - What stands behind a dialog takes no keys and no clicks.

mod about;
mod changing;
mod drafts;
mod export;
mod finding;
mod gallery;
mod import;
mod lesson;
mod message;
mod pasting;
mod path;
mod playlist;
mod problem_report;
mod queue;
mod recovery;
mod reviewer;
mod saving;
mod shortcuts;
mod showing;
mod survey;
mod weekdays;

use std::any::Any;
use std::fmt::Debug;

use egui::{Button, Context, Key, RichText, Ui};

use super::access;
use super::app::App;
use super::theme::Tokens;
use crate::guide::Page;

pub(super) use self::about::About;
pub(super) use self::changing::{AskRemoveDecision, AskRemoveLane};
pub(super) use self::drafts::AskDrafts;
pub(super) use self::export::ExportDialog;
pub(super) use self::gallery::Gallery;
pub(super) use self::import::{Destination, Import, name_of};
pub(super) use self::lesson::{AskKeepTries, AskWhoseIdea};
pub(super) use self::message::{Message, RecentGone};
pub(super) use self::pasting::PasteOnCard;
pub(super) use self::path::AskPath;
pub(super) use self::playlist::OfferPlaylist;
pub(super) use self::problem_report::{EndedUnexpectedly, ProblemReport};
pub(super) use self::queue::{Asked, Dialogs};
pub(super) use self::recovery::OfferCopies;
pub(super) use self::reviewer::{
    AskAccept, AskOtherPlace, AskRemoveComments, AskReviewer, CopySaved,
};
pub(super) use self::saving::{
    AskCaution, AskConflict, AskCovered, AskSave, LeftUnsaved, SaveFailed,
};
pub(super) use self::shortcuts::Shortcuts;
pub(super) use self::survey::TakeSurvey;
pub(super) use self::weekdays::AskWeekdays;

/// Where a dialog stands in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// In the middle.
    InTheMiddle,
    /// Near the top, where its upper edge stays while it grows and shrinks.
    AtTheTop,
}

/// Something that stands in front of the window until it is answered.
pub(super) trait DialogView: Any + Debug {
    /// Shows it and does what is chosen in it; answers whether it is done with. It says its title
    /// with [`title`], for the ear too.
    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool;

    /// What it is called where nobody reads it in a language.
    fn code(&self) -> &'static str {
        std::any::type_name::<Self>().rsplit("::").next().unwrap_or_default()
    }

    /// How wide it is, in points.
    fn width(&self) -> f32 {
        420.0
    }

    /// Where it stands.
    fn stands(&self) -> Stands {
        Stands::InTheMiddle
    }

    /// Whether asking both would ask the same twice.
    fn is_same_question(&self, _other: &dyn DialogView) -> bool {
        false
    }

    /// The page of the guide about it, where there is one.
    fn page(&self) -> Option<Page> {
        None
    }

    /// Whether it makes sense only while the document is open that it is about.
    fn is_about_document(&self) -> bool {
        false
    }

    /// Whether what it asks has settled itself by the time it would be shown; then it goes on as
    /// if it had been answered.
    fn settles(&mut self, _app: &mut App, _ctx: &Context) -> bool {
        false
    }

    /// What happens when it is gone, whether it was answered or left with Esc or a click beside it.
    fn close(&mut self, _app: &mut App) {}
}

/// The same dialog as what it is, if it is that.
pub(super) fn as_a<D: DialogView>(dialog: &dyn DialogView) -> Option<&D> {
    (dialog as &dyn Any).downcast_ref()
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
    // A text field gives up the focus on Enter; a button keeps it and is pressed itself.
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
