//! Preferences and recent files: kept, tidied, and never in the way of a start.

use std::fs;
use std::path::{Path, PathBuf};

use onstage::storage::OpenProblem;
use onstage::storage::preferences::{
    Loaded, MOST_RECENT, Panels, PreferenceStore, Preferences, Theme,
};

fn paths(loaded: &Preferences) -> Vec<String> {
    loaded.recent().iter().map(|path| path.display().to_string()).collect()
}

#[test]
fn preferences_are_kept() {
    let home = tempfile::tempdir().unwrap();
    let store = PreferenceStore::in_folder(home.path().join("not/there/yet"));
    let usual = Loaded { preferences: Preferences::default(), problem: None, set_aside: None };
    assert_eq!(store.load(), usual);
    let mut preferences = Preferences::default();
    preferences.language = Some("zh-Hans".to_owned());
    preferences.theme = Theme::Dark;
    preferences.motion = false;
    preferences.panels = Panels { table: false, ..Panels::default() };
    preferences.remember(&home.path().join("l'été 名称 \"1\".ron"));
    store.save(&preferences).unwrap();
    assert_eq!(store.load(), Loaded { preferences: preferences.clone(), ..usual });
    store.save(&preferences).unwrap();
    assert!(!fs::read_to_string(store.file()).unwrap().contains('\r'));
}

#[test]
fn the_last_ten_files_are_remembered_newest_first() {
    let folder = if cfg!(windows) { "C:\\" } else { "/" };
    let file = |number: usize| PathBuf::from(format!("{folder}{number}.ron"));
    let mut preferences = Preferences::default();
    for number in 0..15 {
        preferences.remember(&file(number));
    }
    preferences.remember(&file(8));
    assert_eq!(preferences.recent().len(), MOST_RECENT);
    let expect: Vec<_> = [8, 14, 13, 12, 11, 10, 9, 7, 6, 5].into_iter().map(file).collect();
    assert_eq!(preferences.recent(), expect);
    preferences.forget(&file(8));
    assert_eq!(preferences.recent(), &expect[1..]);
    preferences.remember(Path::new("here.ron"));
    assert!(preferences.recent()[0].is_absolute());
}

#[test]
fn a_file_edited_by_hand_is_tidied() {
    let home = tempfile::tempdir().unwrap();
    let store = PreferenceStore::in_folder(home.path());
    let many: Vec<String> = (0..30).map(|number| format!("\"/{}\"", number / 2)).collect();
    let text = format!("(language: \"en\", recent: [\"\", {}], later: 1)", many.join(", "));
    fs::write(store.file(), text).unwrap();
    let loaded = store.load();
    assert_eq!(loaded.problem, None);
    assert_eq!(loaded.preferences.language.as_deref(), Some("en"));
    let expect: Vec<_> = (0..10).map(|number| format!("/{number}")).collect();
    assert_eq!(paths(&loaded.preferences), expect);
}

#[test]
fn a_damaged_file_is_moved_aside() {
    let home = tempfile::tempdir().unwrap();
    let store = PreferenceStore::in_folder(home.path());
    for text in ["(theme: Dark", "(theme: Purple)", ""] {
        fs::write(store.file(), text).unwrap();
        let loaded = store.load();
        assert_eq!(loaded.preferences, Preferences::default());
        let problem = loaded.problem.unwrap().problem;
        assert!(matches!(&problem, OpenProblem::Decode(error) if error.position.is_some()));
        assert_eq!(fs::read_to_string(loaded.set_aside.unwrap()).unwrap(), text);
        assert!(!store.file().exists());
    }
    // What cannot be read at all stays where it is.
    fs::create_dir(store.file()).unwrap();
    let loaded = store.load();
    assert!(loaded.problem.is_some() && loaded.set_aside.is_none());
    assert!(store.save(&Preferences::default()).is_err());
}

#[test]
fn one_bad_field_costs_no_other() {
    let home = tempfile::tempdir().unwrap();
    let store = PreferenceStore::in_folder(home.path());
    let text = "// by hand\n(language: Some(\"zh-Hans\"), theme: Purple, motion: false,
        panels: (palette: 7), later: [1, (a: 2)], recent: [\"/a.ron\", \"/b.ron\"])";
    fs::write(store.file(), text).unwrap();
    let loaded = store.load();
    assert!(loaded.problem.is_some());
    assert_eq!(fs::read_to_string(loaded.set_aside.unwrap()).unwrap(), text);
    let kept = &loaded.preferences;
    assert_eq!(kept.language.as_deref(), Some("zh-Hans"));
    assert_eq!((kept.theme, kept.motion, kept.panels), (Theme::System, false, Panels::default()));
    assert_eq!(paths(kept), ["/a.ron", "/b.ron"]);
    let again = store.load();
    assert_eq!(again.problem, None, "told once");
    assert_eq!(again.preferences, loaded.preferences, "and kept");
}

#[test]
fn two_windows_keep_what_the_other_changed() {
    let home = tempfile::tempdir().unwrap();
    let store = PreferenceStore::in_folder(home.path());
    let (mut first, mut second) = (Preferences::default(), Preferences::default());
    first = store.update(&first, |kept| kept.remember(Path::new("/a.ron"))).unwrap();
    second = store.update(&second, |kept| kept.remember(Path::new("/b.ron"))).unwrap();
    first = store.update(&first, |kept| kept.theme = Theme::Dark).unwrap();
    second = store.update(&second, |kept| kept.forget(Path::new("/a.ron"))).unwrap();
    assert_eq!(paths(&first), ["/b.ron", "/a.ron"]);
    assert_eq!((paths(&second), second.theme), (vec!["/b.ron".to_owned()], Theme::Dark));
    assert_eq!(store.load().preferences, second);
    // What is kept nowhere any more comes from the window.
    fs::remove_file(store.file()).unwrap();
    let kept = store.update(&first, |kept| kept.motion = false).unwrap();
    assert_eq!(kept.recent(), first.recent());
}
