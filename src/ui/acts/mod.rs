//! What commands do, by subject. The table of commands leads here.

mod alike;
mod cards;
mod importing;
mod looks;
mod order;
mod pasting;
mod reporting;
mod scenarios;
mod typing;

use egui::Context;

use super::app::App;
use super::commands::{Command, Mark, row};

impl App {
    /// Carries out a command.
    pub(super) fn run(&mut self, ctx: &Context, command: Command) {
        let row = row(command);
        if row.face.is(Mark::OnSheet) {
            self.bottom.enlarged = false;
        }
        if !row.face.is(Mark::AtStart) {
            self.modes.start_screen = None;
        }
        (row.act)(self, ctx);
    }
}
