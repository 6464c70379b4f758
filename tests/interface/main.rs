//! The window, used like a person uses it. No display and no graphics card are needed.

mod gestures;
mod person;
mod stories;
mod with_files;
