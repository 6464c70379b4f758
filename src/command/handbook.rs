//! From a blueprint to the handbook of its service, or to what of it a role needs.

use std::io::Write;

use clap::Args;

use super::at::look_at;
use super::export_choices::{FileArguments, Form, REPORTS, check, listed};
use super::saving::{Saving, exporter_of, not_made, save};
use super::staff::role_called;
use super::{Stop, choose, code_of, day, open, scenario_of};
use crate::analysis::analyse;
use crate::exports::{Choices, ExportJob, Motif, Source, usual_paper};
use crate::wording::{Units, Wording};

/// What can be asked of a handbook.
#[derive(Debug, Args)]
pub struct HandbookArguments {
    /// What every file has
    #[command(flatten)]
    pub common: FileArguments,
    /// Only the pages of a role
    #[arg(long, value_name = "NAME")]
    pub role: Option<String>,
}

/// Writes the handbook of a service.
pub fn write(
    asked: &HandbookArguments,
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let common = &asked.common;
    common.refuse_folder("pdf", wording)?;
    let exporter = exporter_of(&common.output, common.to.as_deref(), wording)?;
    if !REPORTS.contains(&exporter.ending) {
        let arguments = [
            ("format", format!(".{}", exporter.ending).into()),
            ("formats", listed(REPORTS, wording).into()),
        ];
        return Err(wording.with("command-no-handbook", &arguments).into());
    }
    check(&common.given(), exporter.ending, Form::Report, wording)?;
    let mut blueprint = open(&common.file, wording)?;
    let id = choose(&blueprint, common.scenario.as_deref(), wording)?;
    wording.set_units(Units::of(&blueprint, scenario_of(&blueprint, id)));
    look_at(&mut blueprint, id, common.at.as_deref(), false, wording)?;
    let scenario = scenario_of(&blueprint, id);
    let wording = &*wording;
    let role =
        asked.role.as_deref().map(|name| role_called(name, scenario, wording)).transpose()?;
    let date = day::day(common.date.as_deref(), wording)?;
    let locale = sys_locale::get_locale().unwrap_or_default();
    let choices = Choices {
        motif: Motif::Handbook(role),
        theme: common.theme.unwrap_or_default(),
        paper: common.paper.unwrap_or_else(|| usual_paper(&locale)),
        ..Choices::default()
    };
    let file = common.file.file_name().unwrap_or_default().to_string_lossy();
    let saving = Saving::of(common, exporter, None);
    let stem = common.output.file_stem().unwrap_or_default().to_string_lossy();
    let name = (!saving.is_standard()).then_some(&*stem);
    let source = Source { blueprint: &blueprint, scenario, wording, file: &file, date, name };
    let made = ExportJob::of(source, &choices).write(exporter);
    let written =
        made.map_err(|not| not_made(not, &common.output, (&blueprint, scenario), wording))?;
    save(&saving, written, wording, out)?;
    Ok(code_of(&analyse(scenario)))
}
