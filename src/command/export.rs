//! From a blueprint to a file of another format.

use std::path::{Path, PathBuf};

use super::{FINE, Stop, say};
use crate::analysis::analyse;
use crate::blueprint::{Blueprint, Scenario};
use crate::drawing::{DisplayList, Palette, Shaper, Typesetter};
use crate::exchange::{
    EXPORTERS, Export, Exporter, Picture, Pixels, Refused, Written, WrittenFile, write_files,
};
use crate::pictures::{Shown, caption, draw_rows, draw_sheet};
use crate::storage::FileProblem;
use crate::wording::Wording;

/// What is written.
pub struct Exported<'a> {
    /// The blueprint.
    pub blueprint: &'a Blueprint,
    /// The scenario of it.
    pub scenario: &'a Scenario,
    /// The main file; its ending says the format.
    pub output: &'a Path,
    /// Where the table of roles is to be, if not beside the main file.
    pub roles: Option<&'a Path>,
    /// Whether a long sheet is cut into rows below each other.
    pub rows: bool,
    /// How the picture becomes pixels, where it does.
    pub pixels: Pixels,
    /// Whether files may be replaced.
    pub force: bool,
}

/// Writes a scenario in the format that the ending of the file asks for.
pub fn export(asked: &Exported<'_>, wording: &Wording) -> Result<u8, Stop> {
    let file = asked.output.display().to_string();
    let exporter = Exporter::of(asked.output).map_err(|ending| {
        let formats = formats(wording);
        if ending.is_empty() {
            let arguments = [("file", file.as_str().into()), ("formats", formats.into())];
            return wording.with("command-format-missing", &arguments);
        }
        let arguments = [
            ("file", file.as_str().into()),
            ("format", format!(".{ending}").into()),
            ("formats", formats.into()),
        ];
        wording.with("command-format", &arguments)
    })?;
    let written = match exporter.export {
        Export::Document(_) if asked.rows => {
            return Err(wording.with("command-no-rows", &[("file", file.into())]).into());
        }
        Export::Document(write) => write(asked.scenario),
        Export::Picture(write) => picture(asked, write, wording).map_err(|refused| {
            let text = match refused {
                Refused::TooLarge { scale } => {
                    let scale = wording.number(scale);
                    wording.with("command-too-large", &[("scale", scale.into())])
                }
                Refused::NotWritten(why) => {
                    wording.with("command-not-written", &[("why", why.into())])
                }
            };
            wording.at_file(asked.output, &text)
        })?,
    };
    let paths = paths(asked, &written.files, wording)?;
    // The main file, which was named, takes its place last.
    let files: Vec<(&Path, &[u8])> = paths
        .iter()
        .zip(&written.files)
        .map(|(path, file)| (path.as_path(), file.bytes.as_slice()))
        .rev()
        .collect();
    write_files(&files).map_err(|(at, error)| {
        let path = files.get(at).map_or(asked.output, |(path, _)| path);
        let problem = match FileProblem::from(error) {
            // A new file is not found where its folder is not.
            FileProblem::NotFound => FileProblem::FolderMissing,
            problem => problem,
        };
        wording.at_file(path, &wording.file_problem(&problem))
    })?;
    if !written.renamed.is_empty() {
        let names = wording.clauses(&written.renamed);
        say(&wording.with("command-renamed", &[("names", names.into())]));
    }
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let files = wording.list(&names, names.len());
    say(&wording.with("command-exported", &[("files", files.into())]));
    Ok(FINE)
}

/// How a picture becomes pixels, as it was asked for.
///
/// # Errors
/// A scale that is no number from [`LEAST_SCALE`] to [`MOST_SCALE`], in words.
pub fn pixels_of(
    scale: Option<&str>,
    transparent: bool,
    wording: &Wording,
) -> Result<Pixels, Stop> {
    let mut pixels = Pixels { transparent, ..Pixels::default() };
    if let Some(text) = scale {
        let read = text.trim().parse().ok();
        let fits = |scale: &f32| (LEAST_SCALE..=MOST_SCALE).contains(scale);
        pixels.scale = read.filter(fits).ok_or_else(|| {
            let number = |bound: f32| wording.number(bound.into());
            let arguments = [
                ("text", text.into()),
                ("least", number(LEAST_SCALE).into()),
                ("most", number(MOST_SCALE).into()),
            ];
            wording.with("command-bad-scale", &arguments)
        })?;
    }
    Ok(pixels)
}

/// The bounds of pixels per point.
const LEAST_SCALE: f32 = 0.25;
const MOST_SCALE: f32 = 4.0;

/// The endings that a file may be written with: `.csv or .svg`.
pub fn formats(wording: &Wording) -> String {
    let all: Vec<String> = EXPORTERS.iter().map(|each| format!(".{}", each.ending)).collect();
    wording.either(&all.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The sheet with its figures, in the light theme, as a file.
fn picture(
    asked: &Exported<'_>,
    write: fn(&Picture<'_>) -> Result<Written, Refused>,
    wording: &Wording,
) -> Result<Written, Refused> {
    let analysis = analyse(asked.scenario);
    let shown = Shown {
        scenario: asked.scenario,
        analysis: &analysis,
        words: wording,
        currency: asked.blueprint.currency(),
    };
    let text = Typesetter::new(1.0);
    let mut lists = vec![DisplayList::new()];
    let viewport = match lists.first_mut().filter(|_| !asked.rows) {
        Some(list) => draw_sheet(&shown, &text, list),
        None => draw_rows(&shown, &text, &mut lists),
    };
    let title = caption(wording, asked.blueprint.title(), asked.scenario.name(), false);
    write(&Picture {
        lists: &lists,
        palette: &Palette::light(),
        viewport,
        title: &title,
        shaper: &Shaper::new(),
        pixels: asked.pixels,
    })
}

/// Where the files are to be: none of them twice, and none that is there unless it may be replaced.
fn paths(
    asked: &Exported<'_>,
    files: &[WrittenFile],
    wording: &Wording,
) -> Result<Vec<PathBuf>, Stop> {
    if asked.roles.is_some() && files.len() < 2 {
        let file = asked.output.display().to_string();
        return Err(wording.with("command-no-roles", &[("file", file.into())]).into());
    }
    let path = |file: &WrittenFile| match asked.roles {
        _ if file.beside.is_empty() => asked.output.to_owned(),
        Some(roles) => roles.to_owned(),
        None => beside(asked.output, file.beside),
    };
    let paths: Vec<PathBuf> = files.iter().map(path).collect();
    if paths.iter().skip(1).any(|path| path == asked.output) {
        let file = asked.output.display().to_string();
        return Err(wording.with("command-same-file", &[("file", file.into())]).into());
    }
    let there: Vec<String> = paths
        .iter()
        .filter(|path| path.exists() && !asked.force)
        .map(|path| wording.with("command-exists", &[("file", path.display().to_string().into())]))
        .collect();
    if there.is_empty() { Ok(paths) } else { Err(Stop::Said(there)) }
}

/// A file beside another: `OUT-roles.csv` beside `OUT.csv`.
fn beside(output: &Path, what: &str) -> PathBuf {
    let mut name = output.file_stem().unwrap_or_default().to_owned();
    name.push(what);
    if let Some(ending) = output.extension() {
        name.push(".");
        name.push(ending);
    }
    output.with_file_name(name)
}
