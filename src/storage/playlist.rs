//! A playlist: the lessons of several blueprints, one after another, each by the path of its file or the name of a
//! sample.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::at::{At, Fault};
use super::errors::{DecodeError, DecodeProblem, OpenError, OpenProblem};
use super::outline::{self, Segment};
use super::reading::syntax_error;
use super::row::text;
use super::text_file::read_text;
use crate::blueprint::Refusal;

/// What stands before the name of a sample.
const SAMPLE: &str = "sample:";
/// More lessons than these are no course.
const MOST_LESSONS: usize = 200;

/// Lessons in the order in which they are given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Playlist {
    /// Where each is.
    pub lessons: Vec<PlaylistEntry>,
}

/// Where a lesson is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaylistEntry {
    /// In a file; a relative path is meant from the playlist.
    File(PathBuf),
    /// In a sample or template that comes with the program, by its name.
    Sample(String),
}

impl PlaylistEntry {
    fn of(written: &str) -> Self {
        match written.trim().strip_prefix(SAMPLE) {
            Some(name) => Self::Sample(name.trim().to_owned()),
            None => Self::File(PathBuf::from(written.trim())),
        }
    }

    /// As it stands in the playlist.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Sample(name) => format!("{SAMPLE}{name}"),
        }
    }
}

/// A playlist as its file has it.
#[derive(Deserialize)]
struct FilePlaylist {
    lessons: Vec<String>,
}

/// Whether a text is a playlist rather than a blueprint: it lists lessons, and holds no scenarios.
#[must_use]
pub fn is_playlist(text: &str) -> bool {
    let has = |name: &str| outline::locate(text, &[Segment::Field(name.to_owned())]).is_some();
    has("lessons") && !has("scenarios")
}

/// Reads a playlist from text.
///
/// # Errors
/// [`DecodeError`], with the place of the mistake and what was expected there.
pub fn decode_playlist(whole: &str) -> Result<Playlist, DecodeError> {
    let whole = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let file: FilePlaylist = ron::from_str(whole).map_err(|error| syntax_error(whole, error))?;
    let refused = |at: &At<'_>, found: &str, refusal: Refusal| {
        let Fault { path, problem, .. } =
            at.fault(DecodeProblem::Value { found: found.to_owned(), refusal });
        let position = outline::locate(whole, &path);
        DecodeError { position, path, owner: None, problem: Box::new(problem) }
    };
    if file.lessons.is_empty() {
        let path = vec![Segment::Field("lessons".to_owned())];
        let position = outline::locate(whole, &path);
        let problem = Box::new(DecodeProblem::FieldMissing { field: "lessons" });
        return Err(DecodeError { position, path, owner: None, problem });
    }
    let mut lessons = Vec::with_capacity(file.lessons.len().min(MOST_LESSONS));
    for (index, written) in file.lessons.iter().enumerate() {
        let at = At::ROOT.row("lessons", index);
        let entry = PlaylistEntry::of(written);
        if entry.written().trim_start_matches(SAMPLE).is_empty() {
            return Err(refused(&at, &text(written), Refusal::NameNeeded));
        }
        if index >= MOST_LESSONS {
            return Err(refused(&at, &text(written), Refusal::TooLarge));
        }
        lessons.push(entry);
    }
    Ok(Playlist { lessons })
}

/// A playlist as text: a lesson on a line.
#[must_use]
pub fn encode_playlist(playlist: &Playlist) -> String {
    let mut out = String::from("(\n    lessons: [\n");
    for entry in &playlist.lessons {
        out.push_str("        ");
        out.push_str(&text(&entry.written()));
        out.push_str(",\n");
    }
    out.push_str("    ],\n)\n");
    out
}

/// Opens a playlist, with its paths as they are from where it lies. `None` where the file is none, or cannot be read:
/// opening it as a blueprint says why.
#[must_use]
pub fn open_playlist(path: &Path) -> Option<Result<Playlist, OpenError>> {
    let text = read_text(path).ok().filter(|text| is_playlist(text))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    Some(match decode_playlist(&text) {
        Ok(mut playlist) => {
            for entry in &mut playlist.lessons {
                if let PlaylistEntry::File(file) = entry {
                    *file = folder.join(&file);
                }
            }
            Ok(playlist)
        }
        Err(error) => {
            let problem = OpenProblem::Decode(Box::new(error));
            Err(OpenError { path: path.to_owned(), problem })
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{decode, sample};

    fn place(text: &str) -> String {
        let error = decode_playlist(text).expect_err("a mistake");
        let at = error.position.map_or_else(String::new, |at| at.to_string());
        format!("{at} {}", outline::path_text(&error.path))
    }

    #[test]
    fn a_playlist_is_read_back_as_it_was_written() {
        let text =
            "(lessons: [\"licence.ron\", \"sample:driver-licence-office\", \"more/ünter.ron\"])";
        let playlist = decode_playlist(text).unwrap();
        let expected = [
            PlaylistEntry::File("licence.ron".into()),
            PlaylistEntry::Sample("driver-licence-office".to_owned()),
            PlaylistEntry::File("more/ünter.ron".into()),
        ];
        assert_eq!(playlist.lessons, expected);
        let written = encode_playlist(&playlist);
        assert_eq!(decode_playlist(&written).unwrap(), playlist);
        assert_eq!(encode_playlist(&decode_playlist(&written).unwrap()), written);
        let older = decode(text).unwrap();
        assert_eq!(
            older.unknown_fields[0].path, "lessons",
            "older versions save it elsewhere only"
        );
    }

    #[test]
    fn a_blueprint_is_no_playlist() {
        let office = sample("driver-licence-office").unwrap().ron("en");
        assert!(!is_playlist(office) && !is_playlist("") && !is_playlist("(title: \"lessons\")"));
        assert!(is_playlist("(lessons: [])"));
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        assert_eq!(place("(\n  lessons: [],\n)"), "2:12 lessons");
        assert_eq!(place("(lessons: [\"a.ron\",\n \" \"])"), "2:2 lessons[1]");
        assert_eq!(place("(lessons: [\"sample:\"])"), "1:12 lessons[0]");
        assert!(place("(lessons: [\n3])").starts_with("2:"));
        assert!(place("(lessons: [\"a.ron\"").starts_with('1'));
        let many = "\"a.ron\",".repeat(MOST_LESSONS + 1);
        assert_eq!(place(&format!("(lessons: [{many}])")), "1:1612 lessons[200]");
    }

    #[test]
    fn paths_are_meant_from_the_playlist() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("course.ron");
        std::fs::write(&path, "(lessons: [\"a.ron\", \"/b.ron\", \"sample:x\"])").unwrap();
        let playlist = open_playlist(&path).unwrap().unwrap();
        let expected = [
            PlaylistEntry::File(folder.path().join("a.ron")),
            PlaylistEntry::File("/b.ron".into()),
            PlaylistEntry::Sample("x".to_owned()),
        ];
        assert_eq!(playlist.lessons, expected);
        assert!(open_playlist(&folder.path().join("none.ron")).is_none());
    }
}
