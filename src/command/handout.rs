//! From a blueprint with a lesson to what participants take home: pages, or a picture of each stop.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::at::{look_at, look_at_others};
use super::export_choices::{FileArguments, Form, STANDARD, check, listed};
use super::saving::{Saving, exporter_of, not_made, put, refuse_those_there, save};
use super::{Stop, choose, code_of, day, lesson_oddities, open, say, scenario_of};
use crate::analysis::analyse;
use crate::blueprint::{Blueprint, Discussion, ScenarioId};
use crate::drawing::Size;
use crate::exchange::{Export, Exporter, WrittenFile, make_folder};
use crate::exports::{Choices, ExportJob, Motif, NotMade, Source, usual_paper};
use crate::lessons::suggested_stops;
use crate::storage::{self, Comments, NotSaved, Replace};
use crate::wording::{Units, Wording};

/// The formats of a handout, pictures apart.
pub const HANDOUTS: &[&str] = &["docx", "html", "pdf"];
/// How large a picture of a stop is.
const WALL: Size = Size { width: 1920.0, height: 1080.0 };

/// What can be asked of a handout.
#[derive(Debug, Args)]
pub struct HandoutArguments {
    /// What every file has
    #[command(flatten)]
    pub common: FileArguments,
    /// Put the answers at the end
    #[arg(long)]
    pub answers: bool,
}

/// Writes the handout of the lesson of a blueprint.
pub fn write(
    asked: &HandoutArguments,
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let common = &asked.common;
    if common.to.is_none() && common.output.extension().is_some_and(|ending| ending == "ron") {
        return write_plain(common, wording);
    }
    let folder = is_folder(common);
    let name = if folder { Path::new("x.png") } else { &common.output };
    let found = exporter_of(name, common.to.as_deref(), wording);
    let exporter = match found {
        Ok(exporter) if folder || HANDOUTS.contains(&exporter.ending) => exporter,
        // Not those of an export: most of them are none of a handout.
        _ => return Err(no_handout(common, wording)),
    };
    let form = if folder { Form::Picture } else { Form::Report };
    check(&common.given(), exporter.ending, form, wording)?;
    let mut blueprint = open(&common.file, wording)?;
    let id = choose(&blueprint, common.scenario.as_deref(), wording)?;
    wording.set_units(Units::of(&blueprint, scenario_of(&blueprint, id)));
    look_at(&mut blueprint, id, common.at.as_deref(), false, wording)?;
    look_at_others(&mut blueprint, id, common.at.as_deref(), wording);
    suggest(&mut blueprint, id, &common.file, wording)?;
    for line in lesson_oddities::told(&blueprint, wording) {
        say(&line);
    }
    let scenario = scenario_of(&blueprint, id);
    let wording = &*wording;
    let locale = sys_locale::get_locale().unwrap_or_default();
    let choices = Choices {
        motif: Motif::Handout { answers: asked.answers },
        theme: common.theme.unwrap_or_default(),
        paper: common.paper.unwrap_or_else(|| usual_paper(&locale)),
        ..Choices::default()
    };
    let file = common.file.file_name().unwrap_or_default().to_string_lossy();
    let saving = Saving::of(common, exporter, None);
    let stem = common.output.file_stem().unwrap_or_default().to_string_lossy();
    let name = (!saving.is_standard()).then_some(&*stem);
    let date = day::day(common.date.as_deref(), wording)?;
    let source = Source { blueprint: &blueprint, scenario, wording, file: &file, date, name };
    let job = ExportJob::of(source, &choices);
    let refused = |not: NotMade| not_made(not, &common.output, (&blueprint, scenario), wording);
    if folder {
        write_walls(&job, exporter, &saving, wording, refused)?;
    } else {
        save(&saving, job.write(exporter).map_err(refused)?, wording, out)?;
    }
    Ok(code_of(&analyse(scenario)))
}

/// That a handout has no such format, and which it has.
fn no_handout(asked: &FileArguments, wording: &Wording) -> Stop {
    let formats = listed(HANDOUTS, wording);
    let ending = || asked.output.extension().map(|ending| ending.to_string_lossy().into_owned());
    let format = asked.to.as_deref().map(|to| to.trim().trim_start_matches('.').to_owned());
    let Some(format) = format.or_else(ending) else {
        return wording.with("command-standard-format", &[("formats", formats.into())]).into();
    };
    let arguments = [("format", format!(".{format}").into()), ("formats", formats.into())];
    wording.with("command-no-handout", &arguments).into()
}

/// Takes the suggested stops where the file holds no lesson, as a class would be shown them, and says so.
fn suggest(
    blueprint: &mut Blueprint,
    scenario: ScenarioId,
    file: &Path,
    wording: &Wording,
) -> Result<(), Stop> {
    if blueprint.lesson().is_some_and(|lesson| !lesson.stops.is_empty()) {
        return Ok(());
    }
    let suggested = suggested_stops(blueprint, scenario, wording);
    let file = file.display().to_string();
    if suggested.stops.is_empty() {
        return Err(wording.with("command-no-lesson", &[("file", file.into())]).into());
    }
    say(&wording.with("command-lesson-suggested", &[("file", file.into())]));
    blueprint.set_lesson(Some(suggested));
    Ok(())
}

/// Saves a copy of the blueprint for participants: without the lesson and what was said about it.
fn write_plain(asked: &FileArguments, wording: &Wording) -> Result<u8, Stop> {
    let saving = Saving {
        source: &asked.file,
        output: &asked.output,
        roles: None,
        force: asked.force,
        ending: "ron",
    };
    refuse_those_there(std::slice::from_ref(&asked.output), &saving, wording)?;
    let mut blueprint = open(&asked.file, wording)?;
    blueprint.set_lesson(None);
    blueprint.set_discussion(Discussion::default());
    let by_hand = Comments::default();
    match storage::save_with(&asked.output, &blueprint, &by_hand, Replace::Anything) {
        Err(NotSaved::Failed(error)) => return Err(wording.save_error(&error).into()),
        // Whoever replaces anything meets no conflict.
        Ok(_) | Err(NotSaved::Conflict(_)) => {}
    }
    let file = asked.output.display().to_string();
    say(&wording.with("command-exported", &[("files", file.into())]));
    Ok(code_of(&analyse(blueprint.baseline())))
}

/// Whether a picture of each stop is wanted, in a folder.
fn is_folder(asked: &FileArguments) -> bool {
    if asked.output.as_os_str() == STANDARD {
        return false;
    }
    let format = asked.to.as_deref().map(|to| to.trim().trim_start_matches('.'));
    let is_named = asked.output.extension().is_none() || asked.output.is_dir();
    format.map_or(is_named, |format| format.eq_ignore_ascii_case("png"))
}

/// Writes a picture of each stop into a folder, which is made where it is not there.
fn write_walls(
    job: &ExportJob<'_>,
    exporter: &Exporter,
    saving: &Saving<'_>,
    wording: &Wording,
    refused: impl FnOnce(NotMade) -> Stop,
) -> Result<(), Stop> {
    let Export::Picture(write) = exporter.export else { return Ok(()) };
    let walls = job.walls(WALL, write).map_err(|why| refused(why.into()))?;
    let files: Vec<WrittenFile> = walls.into_iter().flat_map(|written| written.files).collect();
    let digits = files.len().to_string().len().max(2);
    let paths: Vec<PathBuf> = (1..=files.len())
        .map(|number| saving.output.join(format!("{number:0digits$}.{}", exporter.ending)))
        .collect();
    refuse_those_there(&paths, saving, wording)?;
    make_folder(saving.output).map_err(|error| {
        Stop::from(wording.at_file(saving.output, &wording.file_problem(&error.into())))
    })?;
    put(&paths, &files, wording)?;
    let folder = saving.output.display().to_string();
    let count = wording.counted("command-pictures", files.len());
    let arguments = [("folder", folder.into()), ("count", count.into())];
    say(&wording.with("command-walls-saved", &arguments));
    Ok(())
}
