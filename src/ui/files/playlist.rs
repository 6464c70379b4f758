//! Opening a playlist: all its lessons are read at once, so that one goes on from one to the next without waiting. The
//! document that is open stays open behind them.

use std::path::Path;
use std::sync::Arc;

use crate::blueprint::Blueprint;
use crate::storage::{self, Known, OpenError, Opened, Playlist, PlaylistEntry};
use crate::ui::app::App;
use crate::ui::dialogs::{Message, OfferPlaylist};

use super::disk::Disk;
use super::home::{Document, PlaylistLesson};

/// A playlist as it was read.
pub(super) type Listed = Result<Vec<ReadLesson>, OpenError>;

/// One of its lessons as it was read.
pub(super) struct ReadLesson {
    entry: PlaylistEntry,
    read: ReadBlueprint,
}

/// The blueprint of a lesson as it was read.
enum ReadBlueprint {
    OfFile(Box<Result<(Opened, Known), OpenError>>),
    Sample(Box<Blueprint>),
    NoSuchSample,
}

/// Reads the lessons of a playlist; `None` where the file is none. `language` is that of samples.
pub(super) fn read(disk: &dyn Disk, path: &Path, language: &str) -> Option<Listed> {
    let of = |entry: PlaylistEntry| {
        let read = match &entry {
            PlaylistEntry::File(path) => ReadBlueprint::OfFile(Box::new(disk.open(path))),
            PlaylistEntry::Sample(key) => {
                let sample = storage::sample(key).and_then(|it| it.open_in(language).ok());
                sample.map_or(ReadBlueprint::NoSuchSample, |it| ReadBlueprint::Sample(Box::new(it)))
            }
        };
        ReadLesson { entry, read }
    };
    let listed = disk.playlist(path)?;
    Some(listed.map(|Playlist { lessons }| lessons.into_iter().map(of).collect()))
}

impl App {
    /// Offers the lessons of a playlist that was read, and names those that are not there.
    pub(super) fn offer_playlist(&mut self, path: &Path, listed: Listed, written: u64) {
        let read = match listed {
            Ok(read) => read,
            Err(error) => {
                let text = self.why_not_opened(&error);
                self.ask(Message::new(self.words.text("open-failed-title"), &text));
                return;
            }
        };
        self.remember(path);
        let (mut lessons, mut missing) = (Vec::new(), Vec::new());
        for ReadLesson { entry, read } in read {
            let name = match &entry {
                PlaylistEntry::File(path) => path.file_name().map_or_else(
                    || path.display().to_string(),
                    |name| name.to_string_lossy().into_owned(),
                ),
                PlaylistEntry::Sample(key) => key.clone(),
            };
            match (read, entry) {
                (ReadBlueprint::Sample(blueprint), _) => {
                    lessons.push(PlaylistLesson { name, document: Document::new(*blueprint) });
                }
                (ReadBlueprint::OfFile(read), PlaylistEntry::File(path)) => match *read {
                    Ok((opened, known)) => {
                        let document = Document::read(&path, opened, known, written);
                        lessons.push(PlaylistLesson { name, document });
                    }
                    Err(error) => missing.push(self.why_not_opened(&error)),
                },
                (ReadBlueprint::NoSuchSample | ReadBlueprint::OfFile(_), entry) => {
                    let named = [("name", entry.written().into())];
                    missing.push(self.words.with("playlist-no-sample", &named));
                }
            }
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        self.ask(OfferPlaylist::of(name, Arc::from(lessons), missing));
    }
}
