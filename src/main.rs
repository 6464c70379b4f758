//! Starts Onstage: a command of the command line, or the window.

use std::process::ExitCode;

use onstage::command::{self, Outcome};
use onstage::ui;

fn main() -> ExitCode {
    let log = ui::ActionLog::default();
    ui::listen(&log, env_logger::Logger::from_default_env());
    #[cfg(feature = "profiling")]
    let _served_as_long_as_it_runs = serve_times();
    match command::run(std::env::args_os()) {
        Outcome::Window { file, language, asked, review } => {
            match ui::open_window(file.as_deref(), (language, asked), review, &log) {
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

/// Serves the times of the scopes to `puffin_viewer` on this computer, and on no other.
#[cfg(feature = "profiling")]
fn serve_times() -> Option<puffin_http::Server> {
    profiling::puffin::set_scopes_on(true);
    let address = format!("127.0.0.1:{}", puffin_http::DEFAULT_PORT);
    match puffin_http::Server::new(&address) {
        Ok(server) => {
            eprintln!("times are served at {address}");
            Some(server)
        }
        Err(error) => {
            eprintln!("times cannot be served at {address}: {error}");
            None
        }
    }
}
