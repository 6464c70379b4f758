//! Tables on disk.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::decoding::decode_table;
use super::faults::TableFault;

/// Why a table's file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum TableFileError {
    /// The system does not hand it out.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It is no text.
    #[error("{0:?}")]
    Text(TableFault),
}

/// Reads a table from a file, in whichever encoding a spreadsheet saved it.
///
/// # Errors
/// [`TableFileError`].
pub fn read_table(path: &Path) -> Result<String, TableFileError> {
    decode_table(&fs::read(path)?).map_err(TableFileError::Text)
}

/// Writes a table to a file, replacing what was there in one go.
///
/// # Errors
/// What the system has against it; then the old file is as it was.
pub fn write_table(path: &Path, text: &str) -> io::Result<()> {
    let mut file = atomic_write_file::AtomicWriteFile::open(path)?;
    file.write_all(text.as_bytes())?;
    file.commit()
}
