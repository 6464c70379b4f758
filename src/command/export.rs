//! From a blueprint to a file of another format.

use std::io::Write;

use super::document::{self, ReportArguments};
pub use super::export_choices::ExportArguments;
use super::export_choices::Form;
use super::picture::Asked;
use super::saving::{Saving, exporter_of, refused, report_files, save};
use super::{FINE, Stop, choose, open, scenario_of};
use crate::exchange::{Export, Refused};
use crate::wording::{Units, Wording};

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
    let id = choose(&blueprint, asked.scenario.as_deref(), wording)?;
    let scenario = scenario_of(&blueprint, id);
    wording.set_units(Units::of(&blueprint, scenario));
    let wording = &*wording;
    let refused = |why: Refused| refused(&why, &asked.output, wording);
    let picture = || Asked::of(asked, &blueprint, scenario, wording);
    let written = match exporter.export {
        Export::Document(write) => write(scenario),
        Export::Picture(write) => picture()?.write(write)?.map_err(refused)?,
        Export::Pages(write) => picture()?.write_pages(write)?.map_err(refused)?,
        // Whatever is only a report was written as one.
        Export::Report(_) => return Err(report_files(wording).into()),
    };
    let saving =
        Saving { output: &asked.output, roles: asked.roles.as_deref(), force: asked.force };
    save(&saving, written, wording, out)?;
    Ok(FINE)
}
