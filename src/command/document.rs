//! From a blueprint to a report: a document with tables and pictures.

use std::collections::BTreeSet;
use std::io::Write;

use clap::Args;

use super::at::{look_at, look_at_others};
use super::export_choices::{FileArguments, Form, REPORTS, check, listed, part};
use super::saving::{Saving, exporter_of, not_made, save};
use super::{Stop, choose, code_of, day, open, scenario_of};
use crate::analysis::analyse;
use crate::exports::{Choices, ExportJob, Motif, Source, usual_paper};
use crate::reports::Part;
use crate::wording::{Units, Wording};

/// What can be asked of a report.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// What every file has
    #[command(flatten)]
    pub common: FileArguments,
    /// Parts to leave out
    #[arg(long, value_name = "PART", value_delimiter = ',', value_parser = part)]
    pub without: Vec<Part>,
}

/// Writes a report, without some of its parts.
pub fn write(
    asked: &FileArguments,
    without: &[Part],
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    asked.refuse_folder("pdf", wording)?;
    let exporter = exporter_of(&asked.output, asked.to.as_deref(), wording)?;
    if !REPORTS.contains(&exporter.ending) {
        let arguments = [
            ("format", format!(".{}", exporter.ending).into()),
            ("formats", listed(REPORTS, wording).into()),
        ];
        return Err(wording.with("command-no-report", &arguments).into());
    }
    check(&asked.given(), exporter.ending, Form::Report, wording)?;
    let without: BTreeSet<Part> = without.iter().copied().collect();
    if Part::ALL.iter().all(|part| without.contains(part)) {
        return Err(wording.text("command-nothing-left").to_owned().into());
    }
    let mut blueprint = open(&asked.file, wording)?;
    let id = choose(&blueprint, asked.scenario.as_deref(), wording)?;
    wording.set_units(Units::of(&blueprint, scenario_of(&blueprint, id)));
    look_at(&mut blueprint, id, asked.at.as_deref(), false, wording)?;
    look_at_others(&mut blueprint, id, asked.at.as_deref(), wording);
    let scenario = scenario_of(&blueprint, id);
    let wording = &*wording;
    let date = day::day(asked.date.as_deref(), wording)?;
    let locale = sys_locale::get_locale().unwrap_or_default();
    let choices = Choices {
        motif: Motif::Report(without),
        theme: asked.theme.unwrap_or_default(),
        paper: asked.paper.unwrap_or_else(|| usual_paper(&locale)),
        ..Choices::default()
    };
    let file = asked.file.file_name().unwrap_or_default().to_string_lossy();
    let saving = Saving::of(asked, exporter, None);
    let stem = asked.output.file_stem().unwrap_or_default().to_string_lossy();
    let name = (!saving.is_standard()).then_some(&*stem);
    let source = Source { blueprint: &blueprint, scenario, wording, file: &file, date, name };
    let made = ExportJob::of(source, &choices).write(exporter);
    let written =
        made.map_err(|not| not_made(not, &asked.output, (&blueprint, scenario), wording))?;
    save(&saving, written, wording, out)?;
    Ok(code_of(&analyse(scenario)))
}
