//! How work off the window's thread wakes the window, and what is said where it failed.

use std::time::Duration;

use egui::Context;

use crate::background::{Failure, Window};
use crate::wording::Wording;

impl Window for Context {
    fn wake(&self) {
        self.request_repaint();
    }

    fn wake_after(&self, seconds: f64) {
        self.request_repaint_after(Duration::from_secs_f64(seconds.max(0.0)));
    }

    fn now(&self) -> f64 {
        self.time()
    }
}

/// Why work came to no answer, and what to do, for a dialog.
pub(super) fn why(words: &Wording, failure: &Failure) -> String {
    match failure {
        Failure::NoThread(error) => {
            words.with("work-not-begun", &[("error", error.as_str().into())])
        }
        Failure::Panicked { .. } => words.text("work-lost").to_owned(),
    }
}
