//! Starts Onstage: a command of the command line, or the window.

use std::process::ExitCode;

use onstage::command::{self, Outcome};
use onstage::ui;

fn main() -> ExitCode {
    let log = ui::ActionLog::default();
    ui::listen(&log, env_logger::Logger::from_default_env());
    match command::run(std::env::args_os()) {
        Outcome::Window { file, language, asked } => {
            match ui::open_window(file.as_deref(), language, asked, &log) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("{error}");
                    ExitCode::from(2)
                }
            }
        }
        Outcome::Done(code) => ExitCode::from(code),
    }
}
