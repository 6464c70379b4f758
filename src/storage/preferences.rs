//! What a person prefers and opened last: a small RON file in the system's configuration folder.
//!
//! Nothing here is worth losing a start over: a missing file gives the defaults, a damaged one is
//! moved aside and gives what can be read of it, and the caller is told.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use ron::value::RawValue;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::disk::write_text;
use super::errors::{DecodeError, FileProblem, OpenError, OpenProblem, SaveError};
use super::reading::syntax_error;
use super::text_file::read_text;

/// How many files are remembered.
pub const MOST_RECENT: usize = 10;

/// The environment variable that names another folder than the system's usual one.
pub const FOLDER_VARIABLE: &str = "ONSTAGE_CONFIG_DIR";

const FILE_NAME: &str = "preferences.ron";

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];
}

/// How large the window's contents are shown, in per cent of the usual size: 80 to 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Scale(u16);

impl Scale {
    /// The sizes that are offered, in per cent.
    pub const OFFERED: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

    /// In per cent.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0
    }

    /// As a factor: 0.8 to 2.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger size that is offered; the largest stays.
    #[must_use]
    pub fn larger(self) -> Self {
        Self(Self::OFFERED.into_iter().find(|size| *size > self.0).unwrap_or(self.0))
    }

    /// The next smaller size that is offered; the smallest stays.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self(Self::OFFERED.into_iter().rev().find(|size| *size < self.0).unwrap_or(self.0))
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self(100)
    }
}

/// A number beyond the range, as somebody may write it into the file, becomes the nearest in it.
impl From<u16> for Scale {
    fn from(percent: u16) -> Self {
        Self(percent.clamp(80, 200))
    }
}

impl From<Scale> for u16 {
    fn from(scale: Scale) -> Self {
        scale.0
    }
}

/// Which panels are shown around the sheet.
// Each is a switch of its own.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    /// Steps, roles and servicescape to draw with, on the left.
    pub palette: bool,
    /// Figures and fields, on the right.
    pub inspector: bool,
    /// The step table, below.
    pub table: bool,
    /// The map of a sheet that is larger than the window.
    pub map: bool,
    /// The numbers of comments on the sheet.
    pub pins: bool,
    /// What can be done with what is under the pointer, said at the foot of the window.
    pub hints: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self { palette: true, inspector: true, table: true, map: true, pins: true, hints: true }
    }
}

/// Where the wall of a lesson was, if it had a window of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct WallPlace {
    /// Its left edge, in points: tells its monitor.
    pub x: i16,
    /// Its upper edge.
    pub y: i16,
    /// Whether it had the whole screen.
    pub full: bool,
}

/// What is remembered of lessons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct LessonPreferences {
    /// Where the wall was.
    pub wall: Option<WallPlace>,
    /// How large the note is written, in points.
    pub note_size: Option<u8>,
}

/// What a person prefers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The tag of the language, such as `zh-Hans`; none means that of the system.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// Whether things move on the screen.
    pub motion: bool,
    /// Whether colours differ more than is usual.
    pub contrast: bool,
    /// How large everything is shown.
    pub scale: Scale,
    /// Which panels are shown.
    pub panels: Panels,
    /// The files opened or saved last, newest first: at most [`MOST_RECENT`].
    recent: Vec<PathBuf>,
    /// What was chosen last for each format that is exported to, by its ending.
    pub exports: BTreeMap<String, BTreeMap<String, String>>,
    /// The ending of the format that was exported to last.
    pub export_format: Option<String>,
    /// The folder that was exported to last.
    pub export_folder: Option<PathBuf>,
    /// The name under which somebody comments, as they typed it: never that of their account.
    pub reviewer: Option<String>,
    /// Changes between two versions that were looked at: by the version, what they are about.
    pub viewed: BTreeMap<String, Vec<String>>,
    /// What is remembered of lessons.
    pub lesson: LessonPreferences,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::default(),
            motion: true,
            contrast: false,
            scale: Scale::default(),
            panels: Panels::default(),
            recent: Vec::new(),
            exports: BTreeMap::new(),
            export_format: None,
            export_folder: None,
            reviewer: None,
            viewed: BTreeMap::new(),
            lesson: LessonPreferences::default(),
        }
    }
}

impl Preferences {
    /// The files opened or saved last, newest first.
    #[must_use]
    pub fn recent(&self) -> &[PathBuf] {
        &self.recent
    }

    /// Puts a file first among the recent ones. A path that is no Unicode text is left out, as the
    /// file of preferences could not hold it.
    pub fn remember(&mut self, path: &Path) {
        // Without a current folder the path stays as it is.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if path.to_str().is_some() {
            self.forget(&path);
            self.recent.insert(0, path);
            self.recent.truncate(MOST_RECENT);
        }
    }

    /// Takes a file out of the recent ones, as when it is gone.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
    }

    /// Brings what was edited by hand back into shape.
    fn tidy(mut self) -> Self {
        for path in std::mem::take(&mut self.recent) {
            if !path.as_os_str().is_empty() && !self.recent.contains(&path) {
                self.recent.push(path);
            }
        }
        self.recent.truncate(MOST_RECENT);
        self
    }
}

/// Preferences as they were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The preferences; the defaults where they could not be read.
    pub preferences: Preferences,
    /// Why not all could be read; a file that is not there yet is no problem.
    pub problem: Option<OpenError>,
    /// Where the damaged file was moved to.
    pub set_aside: Option<PathBuf>,
}

/// The folder in which preferences are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreferenceStore {
    folder: PathBuf,
}

impl PreferenceStore {
    /// Keeps preferences in a folder of one's own, which is made when they are saved.
    #[must_use]
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Keeps preferences where [`FOLDER_VARIABLE`] says, else in the system's configuration
    /// folder: `~/.config/onstage` on Linux and macOS, `%APPDATA%\onstage` on Windows. `None` if
    /// the system knows no home.
    #[must_use]
    pub fn usual() -> Option<Self> {
        Self::chosen(std::env::var_os(FOLDER_VARIABLE), || {
            Some(etcetera::choose_base_strategy().ok()?.config_dir())
        })
    }

    fn chosen(wanted: Option<OsString>, usual: impl FnOnce() -> Option<PathBuf>) -> Option<Self> {
        match wanted.filter(|folder| !folder.is_empty()) {
            Some(folder) => Some(Self::in_folder(folder)),
            None => usual().map(|folder| Self::in_folder(folder.join("onstage"))),
        }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of preferences.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join(FILE_NAME)
    }

    /// Reads the preferences. A damaged file is moved aside, so that it can be looked at; what can
    /// be read of it is kept.
    #[must_use]
    pub fn load(&self) -> Loaded {
        let path = self.file();
        let (problem, preferences) = match read_text(&path) {
            Ok(text) => match decode(&text) {
                Ok(preferences) => {
                    let preferences = preferences.tidy();
                    return Loaded { preferences, problem: None, set_aside: None };
                }
                Err(error) => (error.into(), salvage(&text).tidy()),
            },
            Err(OpenProblem::File(FileProblem::NotFound)) => {
                let preferences = Preferences::default();
                return Loaded { preferences, problem: None, set_aside: None };
            }
            Err(problem) => (problem, Preferences::default()),
        };
        let set_aside = match &problem {
            OpenProblem::File(_) => None,
            OpenProblem::Decode(_) => self.set_aside(&path),
        };
        if set_aside.is_some()
            && preferences != Preferences::default()
            && let Err(error) = self.save(&preferences)
        {
            // They are in force now; at the next start they are lost.
            log::warn!("preferences not kept: {error}");
        }
        Loaded { preferences, problem: Some(OpenError { path, problem }), set_aside }
    }

    /// Changes the preferences as they are kept now, so that what another window changed meanwhile
    /// stays; `current` are those of this window, for where none are kept. Answers what is kept
    /// then.
    ///
    /// # Errors
    /// [`SaveError`]; the old file is as it was.
    pub fn update(
        &self,
        current: &Preferences,
        change: impl FnOnce(&mut Preferences),
    ) -> Result<Preferences, SaveError> {
        let kept = read_text(&self.file()).ok().and_then(|text| decode(&text).ok());
        let mut preferences = kept.map_or_else(|| current.clone(), Preferences::tidy);
        change(&mut preferences);
        self.save(&preferences)?;
        Ok(preferences)
    }

    /// Saves the preferences, whole or not at all. Fields that a newer version wrote are lost.
    ///
    /// # Errors
    /// [`SaveError`]; the old file is as it was.
    pub fn save(&self, preferences: &Preferences) -> Result<(), SaveError> {
        let path = self.file();
        fs::create_dir_all(&self.folder)
            .map_err(FileProblem::from)
            .and_then(|()| write_text(&path, &encode(preferences)?))
            .map(|_| ())
            .map_err(|problem| SaveError { path, problem })
    }

    /// Moves a damaged file to the first free name beside it.
    fn set_aside(&self, path: &Path) -> Option<PathBuf> {
        let names = (1..1000).map(|number| format!("preferences.damaged-{number}.ron"));
        let aside = names.map(|name| self.folder.join(name)).find(|path| !path.exists())?;
        fs::rename(path, &aside).is_ok().then_some(aside)
    }
}

fn encode(preferences: &Preferences) -> Result<String, FileProblem> {
    let layout = ron::ser::PrettyConfig::new().new_line("\n");
    let text = options().to_string_pretty(preferences, layout);
    text.map(|text| text + "\n").map_err(|error| FileProblem::Other(error.to_string()))
}

fn decode(text: &str) -> Result<Preferences, Box<DecodeError>> {
    options().from_str(text).map_err(|error| Box::new(syntax_error(text, error)))
}

/// What can be read of a damaged text: each field by itself.
fn salvage(text: &str) -> Preferences {
    let Ok(Fields(fields)) = options().from_str::<Fields>(text) else {
        return Preferences::default();
    };
    let fields = fields.iter().map(|(name, value)| format!("{name}: {value}"));
    let sound: Vec<String> = fields.filter(|field| decode(&format!("({field})")).is_ok()).collect();
    decode(&format!("({})", sound.join(", "))).unwrap_or_default()
}

/// The fields of a text with their values as they are written.
struct Fields(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("preferences")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    let value: Box<RawValue> = map.next_value()?;
                    fields.push((name, value.get_ron().to_owned()));
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_struct("Preferences", &[], Reader)
    }
}

/// The name of a field.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }
        }

        deserializer.deserialize_identifier(Reader)
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_can_be_chosen() {
        let check = |wanted: Option<&str>, usual: Option<&str>, expect: Option<&str>| {
            let store =
                PreferenceStore::chosen(wanted.map(OsString::from), || usual.map(PathBuf::from));
            assert_eq!(store.map(|store| store.folder), expect.map(PathBuf::from));
        };
        check(Some("/mine"), Some("/home/.config"), Some("/mine"));
        check(Some(""), Some("/home/.config"), Some("/home/.config/onstage"));
        check(None, Some("/home/.config"), Some("/home/.config/onstage"));
        check(None, None, None);
    }
}
