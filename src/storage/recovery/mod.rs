//! Recovery copies: unsaved work, kept beside its file, so that no crash takes it along.
//!
//! A running program is a [`Session`]. While a blueprint has unsaved changes the session keeps a
//! copy of it: hidden beside the file, or in the folder of the preferences where there is no file
//! or its folder cannot be written. The file itself is never touched. Each session has copies of
//! its own, so that none overwrites another's, and holds a lock on a file of its own, which the
//! system lets go of when the program ends, however it ends: so a copy whose session is gone is
//! told from one that is in use.
//!
//! A copy is written whole or not at all, and carries a fingerprint of itself: one that is damaged
//! all the same is moved aside, never opened.

mod copy;
mod differences;
mod finding;
mod session;

pub use differences::Differences;
pub use finding::{Content, DiskNow, Found, Keeper};
pub use session::{Draft, Session};
