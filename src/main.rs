//! Starts Onstage.

use std::process::ExitCode;

fn main() -> ExitCode {
    env_logger::init();
    match onstage::ui::open_window(std::env::args_os().nth(1).map(Into::into), Default::default()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
