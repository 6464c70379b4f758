//! From a blueprint to a file of another format.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::day::day;
use super::document::{self, ReportArguments};
pub use super::export_choices::ExportArguments;
use super::export_choices::{Form, STANDARD};
use super::redesign::{distance, same};
use super::{Stop, choose, code_of, open, say, scenario_of};
use crate::analysis::analyse;
use crate::blueprint::{Scenario, ScenarioId, StepId};
use crate::drawing::PageCount;
use crate::exchange::{
    Date, EXPORTERS, Export, Exporter, Refused, Written, WrittenFile, write_files,
};
use crate::exports::{Choices, ExportJob, Motif, NotMade, Source, units_of, usual_paper};
use crate::storage::FileProblem;
use crate::wording::Wording;

/// Writes a blueprint in the format that the ending of the file asks for.
pub fn export(
    asked: &ExportArguments,
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let exporter = exporter_of(&asked.output, asked.to.as_deref(), wording)?;
    let form = asked.form(exporter);
    asked.check(exporter.ending, form, wording)?;
    if form == Form::Report {
        return document::write(&ReportArguments::of_export(asked), wording, out);
    }
    let blueprint = open(&asked.file, wording)?;
    let named = |name: Option<&str>| choose(&blueprint, name, wording);
    let (scenario, before) = match asked.pair.as_slice() {
        [before, after] => (named(Some(after))?, Some(named(Some(before))?)),
        _ => (named(asked.scenario.as_deref())?, None),
    };
    let scenario = scenario_of(&blueprint, scenario);
    wording.set_units(units_of(exporter, &blueprint, scenario));
    let wording = &*wording;
    let choices = choices(asked, scenario, before, wording)?;
    let file = asked.file.file_name().unwrap_or_default().to_string_lossy();
    let date = match exporter.export {
        Export::Pages(_) | Export::Workbook(_) => day(asked.date.as_deref(), wording)?,
        Export::Document(_) | Export::Picture(_) | Export::Report(_) => Date::default(),
    };
    let source = Source { blueprint: &blueprint, scenario, wording, file: &file, date, name: None };
    let made = ExportJob::of(source, &choices).write(exporter);
    let written = made.map_err(|not| not_made(not, &asked.output, scenario, wording))?;
    let saving =
        Saving { output: &asked.output, roles: asked.roles.as_deref(), force: asked.force };
    save(&saving, written, wording, out)?;
    Ok(code_of(&analyse(scenario)))
}

/// Why nothing was made, in words.
pub fn not_made(not: NotMade, output: &Path, scenario: &Scenario, wording: &Wording) -> Stop {
    match not {
        NotMade::Refused(why) => refused(&why, output, wording),
        NotMade::Lacks(lacks) => wording.lacks(&lacks, scenario).unwrap_or_default().into(),
        NotMade::NoReport => report_files(wording).into(),
    }
}

/// That a format is only for reports.
fn report_files(wording: &Wording) -> String {
    let formats = super::export_choices::listed(document::REPORTS, wording);
    wording.with("command-only-report", &[("formats", formats.into())])
}

/// Why something was not written, in words.
fn refused(why: &Refused, output: &Path, wording: &Wording) -> Stop {
    let text = match why {
        Refused::TooLarge { scale } => {
            let scale = wording.number(*scale);
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

/// What was chosen for a picture.
fn choices(
    asked: &ExportArguments,
    scenario: &Scenario,
    before: Option<ScenarioId>,
    wording: &Wording,
) -> Result<Choices, Stop> {
    let steps = asked.select.iter().map(|name| step_named(scenario, name, wording));
    let steps: BTreeSet<StepId> = steps.collect::<Result<_, _>>()?;
    let locale = sys_locale::get_locale().unwrap_or_default();
    Ok(Choices {
        motif: match (asked.chart, before) {
            (Some(chart), _) => Motif::Chart(chart),
            (None, Some(before)) => Motif::Pair { before, stacked: asked.stacked },
            (None, None) if steps.is_empty() => Motif::Sheet,
            (None, None) => Motif::Steps(steps),
        },
        rows: asked.rows,
        hides_figures: asked.no_figures,
        theme: asked.theme.unwrap_or_default(),
        size: asked.size(wording)?,
        transparent: asked.transparent,
        outlines: asked.outlines,
        paper: asked.paper.unwrap_or_else(|| usual_paper(&locale)),
        pages: asked.pages.unwrap_or(PageCount::Auto),
    })
}

/// The step of a name.
fn step_named(scenario: &Scenario, name: &str, wording: &Wording) -> Result<StepId, Stop> {
    let steps = scenario.steps();
    let found = same(steps.iter().map(|(id, step)| (*id, &step.name)), name);
    found.first().copied().ok_or_else(|| {
        let names = steps.values().map(|step| step.name.as_str());
        let nearest = names.min_by_key(|other| distance(name, other)).unwrap_or_default();
        let arguments = [("name", name.into()), ("nearest", nearest.into())];
        wording.with("command-no-such-step", &arguments).into()
    })
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
    /// The main file.
    pub output: &'a Path,
    /// The table of roles, where it was named.
    pub roles: Option<&'a Path>,
    /// Whether files that are there are replaced.
    pub force: bool,
}

impl Saving<'_> {
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
        files.truncate(paths.len());
        refuse_those_there(&paths, asked, wording)?;
        put(&paths, &files, wording)?;
        out.write_all(&main.bytes)?;
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

/// Writes files; the first, which was named, takes its place last.
fn put(paths: &[PathBuf], files: &[WrittenFile], wording: &Wording) -> Result<(), Stop> {
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

fn refuse_those_there(
    paths: &[PathBuf],
    asked: &Saving<'_>,
    wording: &Wording,
) -> Result<(), Stop> {
    let there: Vec<String> = paths
        .iter()
        .filter(|path| path.exists() && !asked.force)
        .map(|path| wording.with("command-exists", &[("file", path.display().to_string().into())]))
        .collect();
    if there.is_empty() { Ok(()) } else { Err(Stop::Said(there)) }
}
