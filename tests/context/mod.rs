//! What the tests of the window share: a person in front of it, who looks for things by their names,
//! clicks, types, drags, and sees what comes of it.
//!
//! - `opening`: on what, how large, in which theme and language the window is opened;
//! - `doing`: clicks, keys, fields, menus, dialogs; `sheet`: cards, lanes and links by hand;
//! - `keyboard`: what keys make of a document, as (document, keys, expected document);
//! - `seeing`: what is said and painted, what the document holds;
//! - `pictures`: the window or a part of it compared with a picture;
//! - `reviews`: an office about which several people said something;
//! - `days`: a service with a day, and the day being played;
//! - `lessons`: a service with a lesson;
//! - `computer`: a folder with files and preferences, which outlives the program.

// What a test looks for must be there; if not, it says what was missing.
#![allow(clippy::expect_used)]

mod computer;
mod days;
mod doing;
mod judged;
mod keyboard;
mod lessons;
mod opening;
mod pictures;
mod renderer;
mod reviews;
mod seeing;
mod sheet;

pub use computer::Computer;
pub use days::office_with_a_day;
pub use doing::{button_at, key_press};
#[allow(unused_imports)] // Not every binary of tests looks at plans.
pub use judged::{day_of_2040, measured_office, planned_office, surveyed_office};
pub use keyboard::check;
pub use lessons::office_with_a_lesson;
pub use opening::Setup;
pub use pictures::{Part, assert_same};
pub use renderer::is_there as renderer_is_there;
pub use reviews::reviewed_office;
pub use sheet::chains;

use egui_kittest::Harness;
use onstage::blueprint::{Blueprint, Scenario};
use onstage::ui::App;
use onstage::wording::{Language, Wording};

/// A person with a window in front of them.
pub struct Person {
    pub window: Harness<'static, App>,
    language: Language,
}

impl Person {
    pub fn app(&self) -> &App {
        self.window.state()
    }

    pub fn blueprint(&self) -> &Blueprint {
        self.app().editor().blueprint()
    }

    pub fn scenario(&self) -> &Scenario {
        self.app().editor().scenario()
    }

    /// The language in which the window was opened.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The texts of the language in which the window was opened.
    pub fn words(&self) -> Wording {
        Wording::new(self.language)
    }

    /// A text of the window by its key.
    pub fn word(&self, key: &str) -> String {
        self.words().text(key).to_owned()
    }

    /// One of two names by the language in which the window was opened: samples have both.
    pub fn either(&self, english: &'static str, chinese: &'static str) -> &'static str {
        match self.language {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }

    /// Lets the window come to rest, files included.
    pub fn wait(&mut self) {
        for _ in 0..8_000 {
            self.window.run_steps(2);
            if !self.app().is_busy() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        assert!(!self.app().is_busy(), "the work with files ends");
        self.window.run_steps(2);
    }
}
