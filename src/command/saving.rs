//! Which format is meant, why nothing was made, and files where they are to be: none twice, none replaced
//! unasked.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::export_choices::{FileArguments, REPORTS, STANDARD, listed};
use super::visible::visible;
use super::{Stop, say};
use crate::blueprint::{Blueprint, Scenario};
use crate::exchange::{EXPORTERS, Exporter, Refused, Written, WrittenFile, write_files};
use crate::exports::{LEAST_SCALE, MOST_SCALE, NotMade};
use crate::storage::FileProblem;
use crate::wording::Wording;

/// Why nothing was made, in words.
pub fn not_made(
    not: NotMade,
    output: &Path,
    (blueprint, scenario): (&Blueprint, &Scenario),
    wording: &Wording,
) -> Stop {
    match not {
        NotMade::Obstacle(obstacle) => {
            wording.obstacle(&obstacle, scenario, blueprint.currency()).into()
        }
        NotMade::Refused(why) => refused(&why, output, wording),
        NotMade::Lacks(lacks) => wording.lacks(&lacks, scenario).unwrap_or_default().into(),
        NotMade::NoReport => report_files(wording).into(),
    }
}

/// That a format is only for reports.
pub fn report_files(wording: &Wording) -> String {
    let formats = listed(REPORTS, wording);
    wording.with("command-only-report", &[("formats", formats.into())])
}

/// Why something was not written, in words.
fn refused(why: &Refused, output: &Path, wording: &Wording) -> Stop {
    let text = match why {
        Refused::TooLarge { scale } if *scale < f64::from(LEAST_SCALE) => {
            wording.text("command-too-large-at-all").to_owned()
        }
        Refused::TooLarge { scale } => {
            // No more can be asked for, however wide it was to be.
            let scale = wording.number(scale.min(MOST_SCALE.into()));
            wording.with("command-too-large", &[("scale", scale.into())])
        }
        Refused::NotWritten(why) => {
            wording.with("command-not-written", &[("why", why.as_str().into())])
        }
    };
    wording.at_file(output, &text).into()
}

/// Says what was changed in what was written.
fn tell(written: &Written, wording: &Wording) {
    if !written.renamed.is_empty() {
        let names = wording.clauses(&written.renamed);
        say(&wording.with("command-renamed", &[("names", names.into())]));
    }
    if !written.missing.is_empty() {
        say(&wording.with("command-letters-missing", &[("letters", letters(written).into())]));
    }
}

/// The format that is meant.
pub fn exporter_of(
    output: &Path,
    to: Option<&str>,
    wording: &Wording,
) -> Result<&'static Exporter, Stop> {
    let file = output.display().to_string();
    let found = match to {
        Some(format) => {
            let name = format!("x.{}", format.trim().trim_start_matches('.'));
            Exporter::of(Path::new(&name))
        }
        None => Exporter::of(output),
    };
    found.map_err(|ending| {
        let formats = formats(wording);
        if output.as_os_str() == STANDARD && to.is_none() {
            return wording.with("command-standard-format", &[("formats", formats.into())]).into();
        }
        if ending.is_empty() {
            let arguments = [("file", file.as_str().into()), ("formats", formats.into())];
            return wording.with("command-format-missing", &arguments).into();
        }
        let arguments = [
            ("file", file.as_str().into()),
            ("format", format!(".{ending}").into()),
            ("formats", formats.into()),
        ];
        wording.with("command-format", &arguments).into()
    })
}

/// Letters that no font has, each with its code: some look like nothing.
fn letters(written: &Written) -> String {
    let named = |letter: &char| match letter {
        letter if letter.is_control() || letter.is_whitespace() => {
            format!("U+{:04X}", u32::from(*letter))
        }
        letter => format!("{letter} (U+{:04X})", u32::from(*letter)),
    };
    written.missing.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// Where files are to be.
#[derive(Clone, Copy)]
pub struct Saving<'a> {
    /// The blueprint, which nothing may take the place of.
    pub source: &'a Path,
    /// The main file.
    pub output: &'a Path,
    /// The table of roles, where it was named.
    pub roles: Option<&'a Path>,
    /// Whether files that are there are replaced.
    pub force: bool,
    /// The ending of the format.
    pub ending: &'static str,
}

impl<'a> Saving<'a> {
    /// Where files are to be as was asked for, the table of roles where that was named.
    pub fn of(asked: &'a FileArguments, exporter: &Exporter, roles: Option<&'a Path>) -> Self {
        let FileArguments { file, output, force, .. } = asked;
        Self { source: file, output, roles, force: *force, ending: exporter.ending }
    }

    /// Whether the main file is standard output.
    pub fn is_standard(&self) -> bool {
        self.output.as_os_str() == STANDARD
    }
}

/// Puts the files where they are to be, and says what there is to say of them.
pub fn save(
    asked: &Saving<'_>,
    written: Written,
    wording: &Wording,
    out: &mut dyn Write,
) -> Result<(), Stop> {
    tell(&written, wording);
    let mut files = written.files;
    if asked.is_standard() {
        // What lies beside the main file is only written where it has a name.
        let main = files.remove(0);
        let paths = match (asked.roles, files.first()) {
            (Some(roles), Some(_)) => vec![roles.to_owned()],
            _ => Vec::new(),
        };
        say_left_out(&files.split_off(paths.len().min(files.len())), asked, wording);
        refuse_those_there(&paths, asked, wording)?;
        put(&paths, &files, wording)?;
        out.flush()?;
        put_out(&main.bytes)?;
        return Ok(());
    }
    let paths = paths(asked, &files, wording)?;
    put(&paths, &files, wording)?;
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let files = wording.list(&names, names.len());
    say(&wording.with("command-exported", &[("files", files.into())]));
    Ok(())
}

/// Writes a file to standard output byte by byte, as it would lie on the disk; at a terminal the texts among them so
/// that they can be seen instead of obeyed.
fn put_out(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match std::str::from_utf8(bytes) {
        Ok(text) if out.is_terminal() => out.write_all(visible(text).as_bytes())?,
        _ => out.write_all(bytes)?,
    }
    out.flush()
}

/// Says which files standard output has no room for, as they would be called beside a file.
fn say_left_out(files: &[WrittenFile], asked: &Saving<'_>, wording: &Wording) {
    if files.is_empty() {
        return;
    }
    let main = asked.source.with_extension(asked.ending);
    let main = PathBuf::from(main.file_name().unwrap_or_default());
    let names: Vec<String> =
        files.iter().map(|file| file.path(&main).display().to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let files = wording.list(&names, names.len());
    say(&wording.with("command-beside-left-out", &[("files", files.into())]));
}

/// Writes a log; what lies there takes its place.
pub fn save_log(path: &Path, bytes: &[u8], wording: &Wording) -> Result<(), Stop> {
    let file = WrittenFile { beside: "", ending: None, bytes: bytes.to_vec() };
    put(&[path.to_owned()], &[file], wording)
}

/// Writes files; the first, which was named, takes its place last.
pub fn put(paths: &[PathBuf], files: &[WrittenFile], wording: &Wording) -> Result<(), Stop> {
    let files: Vec<(&Path, &[u8])> = paths
        .iter()
        .zip(files)
        .map(|(path, file)| (path.as_path(), file.bytes.as_slice()))
        .rev()
        .collect();
    write_files(&files).map_err(|(at, error)| {
        let path = files.get(at).map_or(Path::new(""), |(path, _)| *path);
        let problem = match FileProblem::from(error) {
            // A new file is not found where its folder is not.
            FileProblem::NotFound => FileProblem::FolderMissing,
            problem => problem,
        };
        wording.at_file(path, &wording.file_problem(&problem)).into()
    })
}

/// The endings that a file may be written with: `.csv or .svg`.
pub fn formats(wording: &Wording) -> String {
    let all: Vec<String> = EXPORTERS.iter().map(|each| format!(".{}", each.ending)).collect();
    wording.either(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Where the files are to be: none of them twice, and none that is there unless it may be replaced.
fn paths(
    asked: &Saving<'_>,
    files: &[WrittenFile],
    wording: &Wording,
) -> Result<Vec<PathBuf>, Stop> {
    let path = |file: &WrittenFile| match asked.roles {
        Some(roles) if !file.beside.is_empty() => roles.to_owned(),
        _ => file.path(asked.output),
    };
    let paths: Vec<PathBuf> = files.iter().map(path).collect();
    if paths.iter().skip(1).any(|path| path == asked.output) {
        let file = asked.output.display().to_string();
        return Err(wording.with("command-same-file", &[("file", file.into())]).into());
    }
    refuse_those_there(&paths, asked, wording)?;
    Ok(paths)
}

pub fn refuse_those_there(
    paths: &[PathBuf],
    asked: &Saving<'_>,
    wording: &Wording,
) -> Result<(), Stop> {
    let own = asked.source.canonicalize().ok();
    let is_own = |path: &PathBuf| own.is_some() && path.canonicalize().ok() == own;
    if let Some(path) = paths.iter().find(|path| is_own(path)) {
        let file = path.display().to_string();
        return Err(wording.with("command-own-file", &[("file", file.into())]).into());
    }
    let there: Vec<String> = paths
        .iter()
        // A device or a pipe takes what it is given, and nothing of it is replaced.
        .filter(|path| (path.is_file() || path.is_dir()) && !asked.force)
        .map(|path| wording.with("command-exists", &[("file", path.display().to_string().into())]))
        .collect();
    if there.is_empty() { Ok(()) } else { Err(Stop::Said(there)) }
}
