//! Starts Onstage.

use std::process::ExitCode;

use onstage::command::{self, Outcome};

fn main() -> ExitCode {
    match command::run(std::env::args_os()) {
        Outcome::Window(_) => ExitCode::SUCCESS,
        Outcome::Done(code) => ExitCode::from(code),
    }
}
