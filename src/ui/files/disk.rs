//! What the window wants of a disk. The tests have disks of their own, which are slow, full, or
//! gone.

use std::path::Path;

use crate::blueprint::Blueprint;
use crate::storage::{
    self, Comments, FileProblem, Known, NotSaved, OnDisk, OpenError, Opened, Playlist, Replace,
};

/// A disk. Each call may take as long as it likes: none is made on the window's thread.
pub(in crate::ui) trait Disk: Send + Sync {
    /// Reads a blueprint.
    fn open(&self, path: &Path) -> Result<(Opened, Known), OpenError>;

    /// Reads a playlist; `None` where the file is none.
    fn playlist(&self, _: &Path) -> Option<Result<Playlist, OpenError>> {
        None
    }

    /// Writes a blueprint, with the comments of its file, unless that would replace something that it may not.
    fn save(
        &self,
        path: &Path,
        blueprint: &Blueprint,
        comments: &Comments,
        replace: Replace,
    ) -> Result<Known, NotSaved>;

    /// Looks whether a file is still as it is known.
    fn look(&self, path: &Path, known: &Known) -> Result<OnDisk, FileProblem>;
}

/// The disk of the system.
pub(super) struct SystemDisk;

impl Disk for SystemDisk {
    fn open(&self, path: &Path) -> Result<(Opened, Known), OpenError> {
        storage::open_known(path)
    }

    fn playlist(&self, path: &Path) -> Option<Result<Playlist, OpenError>> {
        storage::open_playlist(path)
    }

    fn save(
        &self,
        path: &Path,
        blueprint: &Blueprint,
        comments: &Comments,
        replace: Replace,
    ) -> Result<Known, NotSaved> {
        storage::save_with(path, blueprint, comments, replace)
    }

    fn look(&self, path: &Path, known: &Known) -> Result<OnDisk, FileProblem> {
        storage::look(path, known)
    }
}
