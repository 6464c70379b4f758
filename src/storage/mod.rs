//! Blueprints on disk: RON in and out, safe saving, recovery copies, samples and preferences.
//!
//! Text and disk are separate: [`decode`] and [`encode`] work on strings only, [`open()`] and
//! [`save`] on files. The structs of the file (`version1`) are separate from the document, so that
//! the document can change while files of version 1 stay readable.
//!
//! # What always holds
//!
//! - What was written is read back as the same document (`any_blueprint_is_read_back_as_it_was`),
//!   and the same document is written as the same text.
//! - A file is replaced as a whole or not at all, also when the program is killed meanwhile
//!   (`a_kill_leaves_files_and_copies_whole`, `a_full_disk_is_said_and_keeps_what_it_holds`).
//! - A file that somebody else changed is not overwritten unasked
//!   (`a_file_is_only_replaced_by_who_knows_it`).
//! - No text makes it panic, and every mistake is told with its place (`flipped_bytes_never_crash`,
//!   `every_shortened_sample_is_an_error_with_its_place`).
//! - Fields that it does not know are reported; comments are kept
//!   (`unknown_fields_are_reported_and_left_out`, `tests/files/comments.rs`).
//! - Nothing here is a sentence for the user: errors are codes with their arguments.
//!
//! It knows neither figures nor the window, and reads no clock.

mod at;
mod blame;
mod checked_values;
mod checking;
mod clipboard;
mod comments;
mod day;
mod discussion;
mod disk;
mod earlier;
mod errors;
mod expected;
mod fields;
mod file_values;
mod judgements;
mod lesson;
mod lineage;
mod lines;
mod on_disk;
mod outline;
mod plain;
mod playlist;
mod position;
pub mod preferences;
mod problem_report;
mod reading;
pub mod recovery;
mod row;
mod samples;
mod sections;
mod sheets;
mod text_file;
mod version1;
mod words;
mod writing;

pub use clipboard::same_cells;
pub use comments::{Comments, encode_with};
pub use disk::{Replace, open, open_known, save, save_over, save_with};
pub use earlier::find_version;
pub use errors::{
    Conflict, DecodeError, DecodeProblem, FileProblem, NotSaved, OpenError, OpenProblem, Owner,
    SaveError, Sort,
};
pub use expected::Expected;
pub use lineage::{fresh_lineage, lineage_of};
pub use on_disk::{Fingerprint, Known, OnDisk, Stamp, look};
pub use outline::Segment;
pub use playlist::{
    Playlist, PlaylistEntry, decode_playlist, encode_playlist, is_playlist, open_playlist,
};
pub use position::Position;
pub use problem_report::save_text;
pub use reading::{Opened, UnknownField, decode};
pub use samples::{Sample, sample, samples, templates};
pub use text_file::LARGEST_FILE;
pub use writing::{encode, model_fingerprint};

/// The version of the file format that this program writes, and the newest that it knows.
pub const FORMAT_VERSION: u32 = 1;
