//! What commands do, by subject. The table of commands leads here.
//!
//! Each is a function of the window ([`super::app::App`]), named after what it does.
//!
//! # What always holds
//!
//! - A change of the document is an edit, so that it is one step of undo with a name.
//! - What cannot be done says why, in a notice or a dialog, and changes nothing.
//! - Whether a command applies was asked before it comes here (`commands::obstacles`).

mod alike;
mod cards;
mod copying_pictures;
mod day_tables;
mod exporting;
mod importing;
mod lanes;
mod looks;
mod order;
mod pasting;
mod reporting;
mod scenarios;
mod sheet;
mod typing;

use egui::Context;

use super::app::App;
use super::commands::{Command, Mark, row};

impl App {
    /// Carries out a command.
    pub(super) fn run(&mut self, ctx: &Context, command: Command) {
        let row = row(command);
        // Whoever does something else than to choose what is reviewed means something else.
        self.reviews_next = false;
        if row.face.is(Mark::OnSheet) {
            self.bottom.enlarged = false;
        }
        if !row.face.is(Mark::AtStart) {
            self.modes.start_screen = None;
        }
        (row.act)(self, ctx);
    }
}
