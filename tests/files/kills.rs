//! The program is killed while it writes: files and copies are whole, old or new.
//!
//! The test starts itself again as the program that writes, and kills it at moments that differ
//! from round to round.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use onstage::blueprint::Blueprint;
use onstage::storage::recovery::{Draft, Keeper, Session};
use onstage::storage::{self, samples};

/// Names the folder in which the started process writes.
const FOLDER: &str = "ONSTAGE_TEST_WRITES_IN";

/// How often the program is killed.
const ROUNDS: u32 = 12;

/// Two blueprints of some size that differ.
fn versions() -> [Blueprint; 2] {
    let mut versions = [0, 1].map(|at| samples()[at].open().unwrap());
    for version in &mut versions {
        for _ in 0..6 {
            let baseline = version.baseline().id();
            version.duplicate_scenario(baseline, "Once more").unwrap();
        }
    }
    versions
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("office.ron")
}

/// Writes file and copy in turns until it is killed; only in a process started for it.
#[test]
fn the_program_that_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let session = Session::new(&folder.join("preferences"), 1);
    let versions = versions();
    let end = Instant::now() + Duration::from_mins(1);
    while Instant::now() < end {
        for version in &versions {
            storage::save(file_in(&folder), version).unwrap();
            let file = folder.join("drawn.ron");
            let draft = Draft {
                blueprint: version,
                comments: onstage::storage::Comments::none(),
                file: Some(&file),
                number: 0,
                base: None,
                now: 1,
                from_lesson: false,
            };
            session.keep(draft).unwrap();
        }
    }
}

fn start(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["kills::the_program_that_is_killed", "--exact", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn a_kill_leaves_files_and_copies_whole() {
    let folder = tempfile::tempdir().unwrap();
    let versions = versions();
    let file = file_in(folder.path());
    for round in 0..ROUNDS {
        // From the second round on the file is there from the start.
        let _ = std::fs::remove_file(folder.path().join("drawn.ron"));
        let mut program = start(folder.path());
        let began = Instant::now();
        let looks = Session::new(&folder.path().join("preferences"), 2);
        let drawn = folder.path().join("drawn.ron");
        while looks.find_for(&drawn).is_empty() {
            assert!(began.elapsed() < Duration::from_secs(30), "the program writes");
            std::thread::sleep(Duration::from_millis(2));
        }
        std::thread::sleep(Duration::from_micros(u64::from(round * round) * 317));
        program.kill().unwrap();
        program.wait().unwrap();
        let found = storage::open(&file).expect("a whole file").blueprint;
        assert!(versions.contains(&found), "old or new");
        let copies = looks.find_for(&drawn);
        assert_eq!(copies.len(), 1);
        assert_eq!(copies[0].keeper, Keeper::Gone, "the system let go of the lock");
        let content = copies[0].content.as_ref().expect("a whole copy");
        assert!(versions.contains(&content.blueprint), "old or new");
        looks.remove(&copies[0].place).unwrap();
    }
}
