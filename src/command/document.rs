//! From a blueprint to a report: a document with tables and pictures.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::export_choices::{ExportArguments, REPORTS, listed, paper, part, theme};
use super::saving::{Saving, exporter_of, not_made, save};
use super::{Stop, choose, code_of, day, open, scenario_of};
use crate::analysis::analyse;
use crate::drawing::PaperSize;
use crate::exports::{Choices, ExportJob, Motif, Source, Theme, usual_paper};
use crate::reports::Part;
use crate::wording::{Units, Wording};

/// What can be asked of a report.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// The blueprint
    pub file: PathBuf,
    /// Which scenario; without it the first
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// The file to write; its ending says the format
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// The format, where the ending does not say it
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<String>,
    /// Parts to leave out
    #[arg(long, value_name = "PART", value_delimiter = ',', value_parser = part)]
    pub without: Vec<Part>,
    /// The colours: light, dark or contrast; without it light
    #[arg(long, value_name = "THEME", value_parser = theme)]
    pub theme: Option<Theme>,
    /// The paper of pages: a4, a3, letter or sheet
    #[arg(long, value_name = "PAPER", value_parser = paper)]
    pub paper: Option<PaperSize>,
    /// The day on the report, such as 2026-11-29; without it today
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
}

impl ReportArguments {
    /// What an export as a report asks for.
    pub fn of_export(asked: &ExportArguments) -> Self {
        Self {
            file: asked.file.clone(),
            scenario: asked.scenario.clone(),
            output: asked.output.clone(),
            to: asked.to.clone(),
            without: Vec::new(),
            theme: asked.theme,
            paper: asked.paper,
            date: asked.date.clone(),
            force: asked.force,
        }
    }

    fn saving(&self) -> Saving<'_> {
        Saving { source: &self.file, output: &self.output, roles: None, force: self.force }
    }
}

/// Writes a report.
pub fn write(
    asked: &ReportArguments,
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let exporter = exporter_of(&asked.output, asked.to.as_deref(), wording)?;
    if !REPORTS.contains(&exporter.ending) {
        let arguments = [
            ("format", format!(".{}", exporter.ending).into()),
            ("formats", listed(REPORTS, wording).into()),
        ];
        return Err(wording.with("command-no-report", &arguments).into());
    }
    if asked.paper.is_some() && !matches!(exporter.ending, "pdf" | "docx") {
        let arguments = [
            ("option", "--paper".into()),
            ("format", format!(".{}", exporter.ending).into()),
            ("formats", listed(&["docx", "pdf"], wording).into()),
        ];
        return Err(wording.with("command-option-not-for", &arguments).into());
    }
    let blueprint = open(&asked.file, wording)?;
    let id = choose(&blueprint, asked.scenario.as_deref(), wording)?;
    let scenario = scenario_of(&blueprint, id);
    wording.set_units(Units::of(&blueprint, scenario));
    let wording = &*wording;
    let date = day::day(asked.date.as_deref(), wording)?;
    let locale = sys_locale::get_locale().unwrap_or_default();
    let choices = Choices {
        motif: Motif::Report(asked.without.iter().copied().collect()),
        theme: asked.theme.unwrap_or_default(),
        paper: asked.paper.unwrap_or_else(|| usual_paper(&locale)),
        ..Choices::default()
    };
    let file = asked.file.file_name().unwrap_or_default().to_string_lossy();
    let saving = asked.saving();
    let stem = asked.output.file_stem().unwrap_or_default().to_string_lossy();
    let name = (!saving.is_standard()).then_some(&*stem);
    let source = Source { blueprint: &blueprint, scenario, wording, file: &file, date, name };
    let made = ExportJob::of(source, &choices).write(exporter);
    let written = made.map_err(|not| not_made(not, &asked.output, scenario, wording))?;
    save(&saving, written, wording, out)?;
    Ok(code_of(&analyse(scenario)))
}
