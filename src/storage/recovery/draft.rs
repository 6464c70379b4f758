//! Unsaved work that a copy is made of.

use std::path::Path;

use crate::blueprint::Blueprint;
use crate::storage::comments::Comments;
use crate::storage::on_disk::Fingerprint;

/// Unsaved work.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// The work.
    pub blueprint: &'a Blueprint,
    /// The comments of its file.
    pub comments: &'a Comments,
    /// The file that it is meant for, once there is one.
    pub file: Option<&'a Path>,
    /// Which work it is of all that a session has to lose: what has no file has a copy of its own by that.
    pub number: usize,
    /// What that file held when it was opened or saved last.
    pub base: Option<Fingerprint>,
    /// What the clock says, in seconds since 1970.
    pub now: u64,
    /// Whether it holds what was proposed in a lesson that is given.
    pub from_lesson: bool,
}
