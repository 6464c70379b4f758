//! Tables read from disk, and files of every format written to it.

use std::fs;
use std::io::{self, Read, Write};
#[cfg(unix)]
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::faults::TableErrors;
use super::source::Source;

/// The largest file that is read, in bytes.
pub const LARGEST_TABLE: u64 = 64 * 1024 * 1024;

/// The endings of files that hold tables or flowcharts.
pub const TABLE_ENDINGS: &[&str] =
    &["csv", "tsv", "tab", "txt", "md", "mmd", "mermaid", "xlsx", "xlsm", "xlsb", "xls", "ods"];

/// Why a table's file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum TableFileError {
    /// The system does not hand it out.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It is a folder, a device or the like.
    #[error("not an ordinary file")]
    NotAFile,
    /// It is larger than [`LARGEST_TABLE`].
    #[error("too large")]
    TooLarge,
    /// It holds no table.
    #[error("{0}")]
    Table(TableErrors),
}

/// Whether the name of a file says that it holds a table or a flowchart.
#[must_use]
pub fn is_table_file(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| TABLE_ENDINGS.contains(&ending.as_str()))
}

/// Reads the bytes of a file that may hold a table.
///
/// # Errors
/// [`TableFileError`], but for what the bytes hold.
pub fn read_table_bytes(path: &Path) -> Result<Vec<u8>, TableFileError> {
    profiling::function_scope!();
    let about = fs::metadata(path)?;
    if !about.is_file() {
        // Reading a pipe could wait for ever.
        return Err(TableFileError::NotAFile);
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST_TABLE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_TABLE { Err(TableFileError::TooLarge) } else { Ok(bytes) }
}

/// Reads a table, workbook or flowchart from a file, in an encoding if one is named.
///
/// # Errors
/// [`TableFileError`].
pub fn read_source(path: &Path, encoding: Option<&str>) -> Result<Source, TableFileError> {
    Source::of_bytes(&read_table_bytes(path)?, encoding).map_err(TableFileError::Table)
}

/// Makes a folder, with those above it, where it is not there.
///
/// # Errors
/// What the system has against it.
pub fn make_folder(path: &Path) -> Result<(), io::Error> {
    fs::create_dir_all(path)
}

/// Writes files that belong together, replacing what was there: all are written aside first, and the
/// last of them takes its place last.
///
/// # Errors
/// The number of the file that the system has something against, and what; until the first takes its
/// place all are as they were.
pub fn write_files(files: &[(&Path, &[u8])]) -> Result<(), (usize, io::Error)> {
    let mut written = Vec::with_capacity(files.len());
    for (at, (path, bytes)) in files.iter().enumerate() {
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        // Nothing can take the place of a folder; found out late, it would leave files behind.
        if path.is_dir() {
            return Err((at, io::ErrorKind::IsADirectory.into()));
        }
        // A device or a pipe takes what it is given; nothing takes its place.
        if path.exists() && !path.is_file() {
            let given = fs::OpenOptions::new().write(true).open(&path);
            given.and_then(|mut to| to.write_all(bytes)).map_err(|error| (at, error))?;
            continue;
        }
        let aside = atomic_write_file::AtomicWriteFile::open(path).and_then(|mut file| {
            file.write_all(bytes)?;
            file.flush()?;
            Ok(file)
        });
        written.push(aside.map_err(|error| (at, error))?);
    }
    for (at, file) in written.into_iter().enumerate() {
        file.commit().map_err(|error| (at, error))?;
    }
    Ok(())
}

/// What only the owner may do.
#[cfg(unix)]
const PRIVATE: u32 = 0o700;

/// A file in a folder of its own that only this user can read. Both are gone once this is dropped.
#[derive(Debug)]
pub struct PrivateFile {
    // Goes with it.
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl PrivateFile {
    /// Writes a file of a name, which is no path.
    ///
    /// # Errors
    /// What the system has against it.
    pub fn write(name: &str, bytes: &[u8]) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix("onstage-");
        #[cfg(unix)]
        builder.permissions(fs::Permissions::from_mode(PRIVATE));
        let folder = builder.tempdir()?;
        let path = folder.path().join(name);
        fs::write(&path, bytes)?;
        Ok(Self { _folder: folder, path })
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}
