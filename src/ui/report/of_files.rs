//! What is kept of work with files: what sort of file, about how large, and how it went. Where it
//! lies is kept apart.

use std::path::Path;

use crate::background::Failure;
use crate::exchange::TableFileError;
use crate::storage::{
    Conflict, DecodeProblem, FileProblem, Known, NotSaved, OpenError, OpenProblem,
};

use super::entry::{Entry, Private, Topic};

/// A blueprint was read, or was not.
pub(in crate::ui) fn read(path: &Path, outcome: Result<&Known, &OpenError>) -> Entry {
    let entry = of_path("read-blueprint", path);
    match outcome {
        Ok(known) => entry.detail(size_class(known.content.bytes())),
        Err(error) => entry.detail(match &error.problem {
            OpenProblem::File(problem) => file_code(problem),
            OpenProblem::Decode(error) => decode_code(&error.problem),
        }),
    }
}

/// A file with a table was read, or was not.
pub(in crate::ui) fn read_table(path: &Path, error: Option<&TableFileError>) -> Entry {
    let entry = of_path("read-table", path);
    match error {
        None => entry.detail("done"),
        Some(error) => entry.detail(match error {
            TableFileError::File(_) => "system-refuses",
            TableFileError::NotAFile => "not-a-file",
            TableFileError::TooLarge => "too-large",
            TableFileError::Table(_) => "no-table",
        }),
    }
}

/// A file was written, or was not.
pub(in crate::ui) fn written(
    what: &'static str,
    path: &Path,
    outcome: Result<u64, &NotSaved>,
) -> Entry {
    of_path(what, path).detail(match outcome {
        Ok(bytes) => size_class(bytes),
        Err(NotSaved::Conflict(Conflict::Changed)) => "conflict-changed",
        Err(NotSaved::Conflict(Conflict::Gone)) => "conflict-gone",
        Err(NotSaved::Conflict(Conflict::Exists)) => "conflict-exists",
        Err(NotSaved::Failed(error)) => file_code(&error.problem),
    })
}

/// Work with a file came to no answer.
pub(in crate::ui) fn broken_off(what: &'static str, path: &Path, failure: &Failure) -> Entry {
    of_path(what, path).detail(match failure {
        Failure::NoThread(_) => "not-begun",
        Failure::Panicked { .. } => "panicked",
    })
}

fn of_path(what: &'static str, path: &Path) -> Entry {
    Entry::of(Topic::File, what).private(Private::of(&path.to_string_lossy()))
}

/// About how large a file is.
fn size_class(bytes: u64) -> &'static str {
    match bytes {
        0..10_000 => "below 10 kB",
        10_000..100_000 => "below 100 kB",
        100_000..1_000_000 => "below 1 MB",
        1_000_000..10_000_000 => "below 10 MB",
        10_000_000.. => "10 MB and more",
    }
}

fn file_code(problem: &FileProblem) -> &'static str {
    match problem {
        FileProblem::NotFound => "not-found",
        FileProblem::FolderMissing => "folder-missing",
        FileProblem::NoNewFiles => "no-new-files",
        FileProblem::IsFolder => "is-folder",
        FileProblem::NotAFile => "not-a-file",
        FileProblem::NotAllowed => "not-allowed",
        FileProblem::ReadOnly => "read-only",
        FileProblem::DiskFull => "disk-full",
        FileProblem::TooLarge { .. } => "too-large",
        FileProblem::Other(_) => "other-problem",
    }
}

fn decode_code(problem: &DecodeProblem) -> &'static str {
    match problem {
        DecodeProblem::NotUtf8 => "not-utf-8",
        DecodeProblem::Syntax(_) => "syntax",
        DecodeProblem::Value { .. } => "value-refused",
        DecodeProblem::FieldMissing { .. } => "field-missing",
        DecodeProblem::Parts(_) => "parts-do-not-fit",
        DecodeProblem::NewerVersion { .. } => "newer-version",
    }
}
