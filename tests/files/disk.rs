//! Files on the disk: whole or not there, and every refusal said.

use std::fs;
use std::path::Path;

use onstage::storage::{self, DecodeProblem, FileProblem, LARGEST_FILE, OpenProblem};

use super::small;

#[test]
fn a_saved_file_opens_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("barber.ron");
    storage::save(&path, &small()).unwrap();
    assert_eq!(storage::open(&path).unwrap().blueprint, small());
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing is left beside the file");
}

/// What the disk has against opening a path.
fn open_problem(path: &Path) -> FileProblem {
    match storage::open(path).unwrap_err().problem {
        OpenProblem::File(problem) => problem,
        OpenProblem::Decode(error) => panic!("read, but: {error}"),
    }
}

/// What the disk has against saving to a path.
fn save_problem(path: &Path) -> FileProblem {
    storage::save(path, &small()).unwrap_err().problem
}

#[test]
fn what_is_no_file_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.ron");
    assert_eq!(open_problem(&missing), FileProblem::NotFound);
    assert_eq!(open_problem(folder.path()), FileProblem::IsFolder);
    assert_eq!(save_problem(folder.path()), FileProblem::IsFolder);
    assert_eq!(save_problem(&folder.path().join("no/such/folder.ron")), FileProblem::FolderMissing);
    let file = folder.path().join("file");
    fs::write(&file, "()").unwrap();
    assert_eq!(open_problem(&file.join("below.ron")), FileProblem::FolderMissing);
    assert_eq!(save_problem(&file.join("below.ron")), FileProblem::FolderMissing);
    assert_eq!(fs::read_to_string(&file).unwrap(), "()");
    assert_eq!(storage::open(&missing).unwrap_err().path, missing);
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.ron");
    let size = LARGEST_FILE + 1;
    fs::File::create(&path).unwrap().set_len(size).unwrap();
    assert_eq!(open_problem(&path), FileProblem::TooLarge { size, most: LARGEST_FILE });
}

#[test]
fn bytes_that_are_no_text_are_named_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("latin.ron");
    fs::write(&path, b"(\n title: \"Caf\xe9\")").unwrap();
    let OpenProblem::Decode(error) = storage::open(&path).unwrap_err().problem else {
        panic!("the file could be read")
    };
    assert_eq!(*error.problem, DecodeProblem::NotUtf8);
    assert_eq!(error.position.unwrap().to_string(), "2:13");
}

#[test]
fn a_read_only_file_keeps_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kept.ron");
    fs::write(&path, "(title: \"Kept\")").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(save_problem(&path), FileProblem::ReadOnly);
    assert_eq!(storage::open(&path).unwrap().blueprint.title(), "Kept");
}

#[test]
fn the_system_is_understood() {
    use std::io::ErrorKind;
    let check = |kind: ErrorKind, expect: FileProblem| {
        assert_eq!(FileProblem::from(std::io::Error::from(kind)), expect);
    };
    check(ErrorKind::StorageFull, FileProblem::DiskFull);
    check(ErrorKind::QuotaExceeded, FileProblem::DiskFull);
    check(ErrorKind::PermissionDenied, FileProblem::NotAllowed);
    check(ErrorKind::ReadOnlyFilesystem, FileProblem::ReadOnly);
    check(ErrorKind::BrokenPipe, FileProblem::Other("broken pipe".to_owned()));
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn permissions_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shared.ron");
        fs::write(&path, "()").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        storage::save(&path, &small()).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_link_is_followed_and_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("real")).unwrap();
        let real = folder.path().join("real/barber.ron");
        let (link, second) = (folder.path().join("link.ron"), folder.path().join("second.ron"));
        symlink("real/barber.ron", &link).unwrap();
        symlink("link.ron", &second).unwrap();
        // At first the link leads to a file that is not there yet.
        for _ in 0..2 {
            storage::save(&second, &small()).unwrap();
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(storage::open(&real).unwrap().blueprint, small());
        }
        symlink("circle.ron", folder.path().join("circle.ron")).unwrap();
        assert!(storage::save(folder.path().join("circle.ron"), &small()).is_err());
        assert!(storage::open(folder.path().join("circle.ron")).is_err());
    }

    #[test]
    fn devices_are_neither_read_nor_replaced() {
        assert_eq!(open_problem(Path::new("/dev/zero")), FileProblem::NotAFile);
        assert_eq!(save_problem(Path::new("/dev/null")), FileProblem::NotAFile);
    }

    #[test]
    fn a_folder_that_is_closed_to_us_is_said_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("barber.ron");
        storage::save(&path, &small()).unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o000)).unwrap();
        let opened = storage::open(&path);
        let saved = storage::save(&path, &small());
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        // The administrator may do everything, closed or not.
        if let Err(error) = opened {
            assert_eq!(error.problem, OpenProblem::File(FileProblem::NotAllowed));
            assert_eq!(saved.unwrap_err().problem, FileProblem::NotAllowed);
        }
        assert_eq!(storage::open(&path).unwrap().blueprint, small());
    }

    /// A disk of 64 KiB, where the system lets us have one.
    struct TinyDisk(tempfile::TempDir);

    impl TinyDisk {
        fn new() -> Option<Self> {
            let folder = tempfile::tempdir().unwrap();
            let mut mount = std::process::Command::new("mount");
            mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(folder.path());
            let done = mount.stderr(std::process::Stdio::null()).status();
            done.is_ok_and(|status| status.success()).then_some(Self(folder))
        }
    }

    impl Drop for TinyDisk {
        fn drop(&mut self) {
            // If it stays, the next start of the machine ends it.
            let _ = std::process::Command::new("umount").arg(self.0.path()).status();
        }
    }

    #[test]
    fn a_full_disk_is_said_and_keeps_what_it_holds() {
        // Only the administrator may mount a disk; the refusal itself is tested above.
        let Some(disk) = TinyDisk::new() else { return };
        let path = disk.0.path().join("barber.ron");
        storage::save(&path, &small()).unwrap();
        let mut large = small();
        large.set_title("x".repeat(100 * 1024));
        assert_eq!(storage::save(&path, &large).unwrap_err().problem, FileProblem::DiskFull);
        assert_eq!(storage::open(&path).unwrap().blueprint, small());
        let names: Vec<_> = fs::read_dir(disk.0.path()).unwrap().collect();
        assert_eq!(names.len(), 1, "no half of a file takes the rest");

        // The recovery copy finds room with the preferences.
        let home = tempfile::tempdir().unwrap();
        let session = storage::recovery::Session::new(home.path(), 1);
        let draft = storage::recovery::Draft {
            blueprint: &large,
            comments: storage::Comments::none(),
            file: Some(&path),
            number: 0,
            base: None,
            now: 1,
            from_lesson: false,
        };
        assert!(session.keep(draft).unwrap().starts_with(home.path()));
    }
}
