//! The pictures of the user's guide: `assets/guide/<language>/pictures/<name>.png`, the same scene in
//! every language, made and compared like all other pictures.
//!
//! A picture is an entry of [`PICTURES`]: a name, and how a person gets there in a light window of
//! 1280 × 800 points, which answers the part that is to be seen. The window is that of the language;
//! `person.word` has its texts, `person.either` the names in its samples.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use egui::Rect;
use onstage::wording::Language;

use crate::context::{Person, assert_same};

/// A picture of the guide: its name, and how to get there.
type Picture = (&'static str, fn(&mut Person) -> Rect);

/// All pictures of the guide, in any order.
const PICTURES: &[Picture] = &[("licence-office", |person| person.everything())];

fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/guide")
        .join(language.code())
        .join("pictures")
}

fn pictures_are_as_held(language: Language) {
    let different = PICTURES.iter().filter_map(|(name, show)| {
        let setup = Person::at("driver-licence-office").size(1280.0, 800.0).language(language);
        setup.part_compared(&folder(language), name, show)
    });
    assert_same(&different.collect::<Vec<_>>());

    let names: BTreeSet<String> = PICTURES.iter().map(|(name, _)| format!("{name}.png")).collect();
    assert_eq!(names.len(), PICTURES.len(), "every picture has a name of its own");
    let files = std::fs::read_dir(folder(language)).expect("a folder of pictures");
    let files = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    // Pictures of a failed comparison lie beside the others for a while.
    let held: BTreeSet<String> = files.filter(|name| name.split('.').count() == 2).collect();
    assert_eq!(held, names, "no picture is left over");
}

#[test]
fn pictures_in_english() {
    pictures_are_as_held(Language::English);
}

#[test]
fn pictures_in_chinese() {
    pictures_are_as_held(Language::Chinese);
}
