//! Recovery copies on the disk: where they lie, whose they are, what they tell.

use std::fs;
use std::path::{Path, PathBuf};

use onstage::blueprint::Blueprint;
use onstage::storage::recovery::{Content, DiskNow, Draft, Found, Keeper, Session};
use onstage::storage::{self, Fingerprint, OpenProblem};

use super::small;

/// A folder for preferences and files.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn session(&self) -> Session {
        Session::new(&self.folder.path().join("preferences"), 1)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file with the small blueprint, and what it holds.
    fn file(&self) -> (PathBuf, Fingerprint) {
        let path = self.path("barber.ron");
        storage::save(&path, &small()).unwrap();
        let known = storage::open_known(&path).unwrap().1;
        (path, known.content)
    }
}

/// The small blueprint with one change.
fn changed() -> Blueprint {
    let mut blueprint = small();
    blueprint.set_title("Changed");
    blueprint
}

fn draft<'a>(blueprint: &'a Blueprint, file: Option<&'a Path>) -> Draft<'a> {
    let comments = onstage::storage::Comments::none();
    Draft { blueprint, comments, file, number: 0, base: None, now: 1_000, from_lesson: false }
}

fn content(found: &Found) -> &Content {
    found.content.as_ref().unwrap()
}

/// The one copy that was found.
fn only(mut found: Vec<Found>) -> Found {
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn a_copy_lies_beside_its_file_which_stays_as_it_is() {
    let place = Place::new();
    let (file, base) = place.file();
    let before = fs::read(&file).unwrap();
    let session = place.session();
    let work = changed();
    let draft = Draft { base: Some(base), ..draft(&work, Some(&file)) };
    let copy = session.keep(draft).unwrap();
    assert_eq!(copy.parent(), file.parent());
    assert!(copy.file_name().unwrap().to_str().unwrap().starts_with(".barber.ron."));
    assert_eq!(session.keep(draft).unwrap(), copy, "the next copy takes the place of the first");
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(session.find_for(&file).is_empty(), "its own copies are no news to a session");

    let other = place.session();
    assert_eq!(only(other.find_for(&file)).keeper, Keeper::Running);
    drop(session);
    let found = only(other.find_for(&file));
    assert_eq!(found.keeper, Keeper::Gone);
    assert_eq!(found.file.as_deref(), Some(file.as_path()));
    let content = content(&found);
    assert_eq!(content.blueprint, changed());
    assert_eq!((content.base, content.written), (Some(base), 1_000));
    let DiskNow::There { differences, changed, .. } = &content.disk else { panic!("it is there") };
    assert!(differences.others && !changed);

    let lock = fs::read_dir(place.path("preferences/recovery")).unwrap().count();
    assert_eq!(lock, 1, "the lock that the session left");
    other.remove(&found.place).unwrap();
    assert!(other.find_for(&file).is_empty() && !copy.exists());
    assert_eq!(fs::read_dir(place.path("preferences/recovery")).unwrap().count(), 0);
    other.remove(&found.place).unwrap();
}

#[test]
fn a_session_that_ends_leaves_nothing() {
    let place = Place::new();
    let session = place.session();
    let copy = session.keep(draft(&small(), None)).unwrap();
    session.remove(&copy).unwrap();
    session.end();
    assert_eq!(fs::read_dir(place.path("preferences/recovery")).unwrap().count(), 0);
}

#[test]
fn work_without_a_file_is_found_with_the_others() {
    let place = Place::new();
    let (file, _) = place.file();
    let (first, second) = (place.session(), place.session());
    first.keep(draft(&small(), None)).unwrap();
    second.keep(draft(&changed(), Some(&file))).unwrap();
    drop((first, second));
    let mut found = place.session().find_all(std::slice::from_ref(&file));
    found.sort_by_key(|found| found.file.clone());
    let files: Vec<_> = found.iter().map(|found| found.file.clone()).collect();
    assert_eq!(files, [None, Some(file)]);
    assert_eq!(content(&found[0]).disk, DiskNow::NoFile);
    assert_eq!(content(&found[0]).blueprint, small());
}

#[test]
fn two_windows_keep_copies_of_one_file_apart() {
    let place = Place::new();
    let (file, _) = place.file();
    let (first, second) = (place.session(), place.session());
    first.keep(draft(&changed(), Some(&file))).unwrap();
    let mut other = small();
    other.set_currency("kr");
    second.keep(draft(&other, Some(&file))).unwrap();
    assert_eq!(content(&only(first.find_for(&file))).blueprint, other);
    assert_eq!(content(&only(second.find_for(&file))).blueprint, changed());
}

#[test]
fn a_copy_says_that_its_file_was_changed_or_is_gone() {
    let place = Place::new();
    let (file, base) = place.file();
    let session = place.session();
    session.keep(Draft { base: Some(base), ..draft(&changed(), Some(&file)) }).unwrap();
    drop(session);
    let mut theirs = small();
    theirs.set_currency("kr");
    storage::save(&file, &theirs).unwrap();
    let looks = place.session();
    let disk = || content(&only(looks.find_for(&file))).disk.clone();
    assert!(matches!(disk(), DiskNow::There { changed: true, .. }));
    fs::write(&file, "(version: 1, title").unwrap();
    assert!(matches!(disk(), DiskNow::Unreadable(OpenProblem::Decode(_))));
    fs::remove_file(&file).unwrap();
    assert_eq!(disk(), DiskNow::Gone);
}

#[test]
fn steps_that_differ_are_counted() {
    let place = Place::new();
    let (file, _) = place.file();
    let mut work = small();
    let scenario = work.baseline().id();
    let before = work.clone();
    work.edit(scenario, |scenario, ids| {
        let (cut, step) =
            scenario.steps().iter().last().map(|(id, step)| (*id, step.clone())).unwrap();
        scenario.add_step((*step).clone(), ids)?;
        let mut renamed = (*step).clone();
        renamed.name.push('!');
        scenario.set_step(cut, renamed)
    })
    .unwrap();
    let count = |from: &Blueprint, to: &Blueprint| {
        let d = onstage::storage::recovery::Differences::between(from, to);
        (d.added, d.removed, d.changed, d.others)
    };
    assert_eq!(count(&before, &work), (1, 0, 1, false));
    assert_eq!(count(&work, &before), (0, 1, 1, false));
    assert_eq!(count(&work, &work), (0, 0, 0, false));
    assert_eq!(count(&before, &changed()), (0, 0, 0, true));
    let mut noted = before.clone();
    noted
        .edit(scenario, |scenario, ids| {
            let mut note = (**scenario.steps().values().next().unwrap()).clone();
            note.kind = onstage::blueprint::StepKind::Note;
            (note.time, note.needs) = (None, Vec::new());
            scenario.add_step(note, ids).map(|_| ())
        })
        .unwrap();
    assert_eq!(count(&before, &noted), (0, 0, 0, true), "steps are counted, as in the status bar");
    let mut second = before.clone();
    second.duplicate_scenario(scenario, "To-be").unwrap();
    assert_eq!(count(&before, &second), (2, 0, 0, false), "every scenario counts");
    let session = place.session();
    session.keep(draft(&work, Some(&file))).unwrap();
    drop(session);
    let found = only(place.session().find_for(&file));
    let DiskNow::There { differences, .. } = content(&found).disk else { panic!("it is there") };
    assert_eq!((differences.added, differences.changed), (1, 1));
}

#[test]
fn a_copy_that_holds_what_was_saved_is_swept_away() {
    let place = Place::new();
    let (file, _) = place.file();
    let session = place.session();
    let copy = session.keep(draft(&small(), Some(&file))).unwrap();
    let other = place.session();
    assert_eq!(other.find_for(&file).len(), 1, "the other window may go on");
    drop(session);
    assert!(other.find_for(&file).is_empty() && !copy.exists());
}

#[test]
fn a_damaged_copy_is_said_once_and_kept_aside() {
    let place = Place::new();
    let (file, _) = place.file();
    let session = place.session();
    let copy = session.keep(draft(&changed(), Some(&file))).unwrap();
    drop(session);
    let text = fs::read(&copy).unwrap();
    let other = place.session();
    for damage in [&text[..text.len() / 2], b"", &[0xff; 100], b"(version: 1)"] {
        fs::write(&copy, damage).unwrap();
        let found = only(other.find_for(&file));
        assert!(matches!(found.content, Err(OpenProblem::Decode(_))), "{found:?}");
        assert_eq!(fs::read(&found.place).unwrap(), damage, "kept aside");
        assert!(!copy.exists() && other.find_for(&file).is_empty(), "said once");
    }
}

#[test]
fn a_copy_from_elsewhere_is_told_as_such() {
    let place = Place::new();
    let (file, _) = place.file();
    let session = place.session();
    session.keep(draft(&changed(), Some(&file))).unwrap();
    // Another person's preferences know nothing of this session.
    let other = Session::new(&place.path("their-preferences"), 1);
    assert_eq!(only(other.find_for(&file)).keeper, Keeper::Elsewhere);
}

#[test]
fn a_copy_finds_a_place_where_its_folder_takes_none() {
    let place = Place::new();
    // A name that has no room for more.
    let file = place.path(&format!("{}.ron", "x".repeat(240)));
    storage::save(&file, &small()).unwrap();
    let session = place.session();
    let copy = session.keep(draft(&changed(), Some(&file))).unwrap();
    assert_eq!(copy.parent().unwrap(), place.path("preferences/recovery"));
    // A folder that is gone.
    let lost = place.path("lost/barber.ron");
    session.keep(draft(&changed(), Some(&lost))).unwrap();
    drop(session);
    let other = place.session();
    assert_eq!(only(other.find_for(&file)).file.as_deref(), Some(file.as_path()));
    assert_eq!(content(&only(other.find_for(&lost))).disk, DiskNow::Gone);
    assert_eq!(other.find_all(&[file, lost]).len(), 2, "each is found once");
    // No place at all.
    let blocked = place.path("blocked");
    fs::write(&blocked, "").unwrap();
    let error = Session::new(&blocked, 1).keep(draft(&small(), None)).unwrap_err();
    assert!(error.path.starts_with(&blocked));
}

#[cfg(unix)]
#[test]
fn a_link_and_its_file_share_their_copies() {
    let place = Place::new();
    let (file, _) = place.file();
    let link = place.path("link.ron");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let session = place.session();
    session.keep(draft(&changed(), Some(&link))).unwrap();
    drop(session);
    let other = place.session();
    assert_eq!(other.find_for(&file).len(), 1);
    assert_eq!(other.find_for(&link).len(), 1);
}
