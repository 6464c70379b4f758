//! A file that somebody else changed is noticed, and not overwritten without a word.

use std::fs;

use onstage::blueprint::Blueprint;
use onstage::storage::{self, Conflict, FileProblem, NotSaved, OnDisk, Replace};

use super::small;

fn other() -> Blueprint {
    Blueprint::empty("Other", "As is")
}

#[test]
fn a_file_is_only_replaced_by_who_knows_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("barber.ron");
    let known = storage::save_over(&path, &small(), Replace::Nothing).unwrap();
    assert_eq!(storage::open_known(&path).unwrap().1, known);
    let known = storage::save_over(&path, &other(), Replace::Only(known.content)).unwrap();
    assert_eq!(storage::look(&path, &known), Ok(OnDisk::Same));

    fs::write(&path, "(version: 1, title: \"Theirs\")").unwrap();
    assert_eq!(storage::look(&path, &known), Ok(OnDisk::Changed));
    let replace = Replace::Only(known.content);
    let conflict = |replace| storage::save_over(&path, &small(), replace).unwrap_err();
    assert_eq!(conflict(replace), NotSaved::Conflict(Conflict::Changed));
    assert_eq!(conflict(Replace::Nothing), NotSaved::Conflict(Conflict::Exists));
    assert!(fs::read_to_string(&path).unwrap().contains("Theirs"));

    fs::remove_file(&path).unwrap();
    assert_eq!(storage::look(&path, &known), Ok(OnDisk::Gone));
    assert_eq!(conflict(replace), NotSaved::Conflict(Conflict::Gone));
    assert!(!path.exists());
    storage::save_over(&path, &small(), Replace::Anything).unwrap();
    assert_eq!(storage::open(&path).unwrap().blueprint, small());
}

#[test]
fn the_same_content_is_no_conflict() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("barber.ron");
    let known = storage::save_over(&path, &other(), Replace::Nothing).unwrap();
    storage::save(&path, &small()).unwrap();
    // Somebody wrote just what is to be written.
    storage::save_over(&path, &small(), Replace::Only(known.content)).unwrap();
    storage::save_over(&path, &small(), Replace::Nothing).unwrap();
    // Touched, not changed.
    let known = storage::open_known(&path).unwrap().1;
    let text = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, text).unwrap();
    assert_eq!(storage::look(&path, &known), Ok(OnDisk::Same));
}

#[test]
fn what_cannot_be_looked_at_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("barber.ron");
    let known = storage::save_over(&path, &small(), Replace::Nothing).unwrap();
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(storage::look(&path, &known), Err(FileProblem::IsFolder));
    let problem = |path: &std::path::Path| match storage::save_over(
        path,
        &small(),
        Replace::Only(known.content),
    ) {
        Err(NotSaved::Failed(error)) => error.problem,
        other => panic!("{other:?}"),
    };
    assert_eq!(problem(&path), FileProblem::IsFolder);
    let lost = folder.path().join("lost/barber.ron");
    assert_eq!(problem(&lost), FileProblem::FolderMissing, "not that the file is gone");
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert_eq!(problem(&file.join("barber.ron")), FileProblem::FolderMissing);
}

#[test]
fn bytes_that_are_no_text_are_a_change_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("barber.ron");
    let known = storage::save_over(&path, &small(), Replace::Nothing).unwrap();
    fs::write(&path, [0xff; 9]).unwrap();
    assert_eq!(storage::look(&path, &known), Ok(OnDisk::Changed));
}
