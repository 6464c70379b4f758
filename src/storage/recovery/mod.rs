//! Recovery copies: unsaved work, kept beside its file, so that no crash takes it along.
//!
//! A running program is a [`Session`]. While a blueprint has unsaved changes the session keeps a
//! copy of it: hidden beside the file, or in the folder of the preferences where there is no file
//! or its folder cannot be written.
//!
//! # What always holds
//!
//! - The file itself is never touched (`a_copy_lies_beside_its_file_which_stays_as_it_is`).
//! - Each session has copies of its own, so that none overwrites another's
//!   (`two_windows_keep_copies_of_one_file_apart`).
//! - A session holds a lock on a file of its own, which the system releases when the program ends,
//!   however it ends: so a copy whose session is gone is told from one that is in use.
//! - A copy is written whole or not at all and carries a fingerprint of itself: one that is damaged
//!   all the same is moved aside, never opened (`a_damaged_copy_is_said_once_and_kept_aside`).
//! - A session that ends in order leaves nothing behind (`a_session_that_ends_leaves_nothing`).

mod copy;
mod differences;
mod draft;
mod finding;
mod session;

pub use differences::Differences;
pub use draft::Draft;
pub use finding::{Content, DiskNow, Found, Keeper};
pub use session::Session;
