//! From a blueprint to a file of another format.

use std::collections::BTreeSet;
use std::io::Write;

use super::at::look_at;
use super::day::day;
use super::document;
pub use super::export_choices::ExportArguments;
use super::export_choices::{Form, Plot};
use super::names::known_names;
use super::redesign::same;
use super::saving::{Saving, exporter_of, not_made, report_files, save};
use super::{Stop, choose, code_of, open, scenario_of};
use crate::analysis::analyse;
use crate::blueprint::{Scenario, ScenarioId, StepId};
use crate::drawing::PageCount;
use crate::exchange::{Date, Export};
use crate::exports::{Choices, ExportJob, Motif, Source, units_of, usual_paper};
use crate::wording::Wording;

/// Writes a blueprint in the format that the ending of the file asks for.
pub fn export(
    asked: &ExportArguments,
    wording: &mut Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let common = &asked.common;
    common.refuse_folder("svg", wording)?;
    let exporter = exporter_of(&common.output, common.to.as_deref(), wording)?;
    let form = asked.form(exporter);
    asked.check(exporter, form, wording)?;
    if form == Form::Report {
        return document::write(common, &[], wording, out);
    }
    if let Export::Report(_) = exporter.export {
        return Err(report_files(wording).into());
    }
    let mut blueprint = open(&common.file, wording)?;
    let named = |name: Option<&str>| choose(&blueprint, name, wording);
    let (scenario, before) = match asked.pair.as_slice() {
        [before, after] => (named(Some(after))?, Some(named(Some(before))?)),
        _ => (named(common.scenario.as_deref())?, None),
    };
    if before == Some(scenario) {
        let name = scenario_of(&blueprint, scenario).name();
        return Err(wording.with("command-pair-same", &[("name", name.into())]).into());
    }
    wording.set_units(units_of(exporter, &blueprint, scenario_of(&blueprint, scenario)));
    for id in before.into_iter().chain([scenario]) {
        look_at(&mut blueprint, id, common.at.as_deref(), false, wording)?;
    }
    let scenario = scenario_of(&blueprint, scenario);
    let wording = &*wording;
    let choices = choices(asked, scenario, before, wording)?;
    let file = common.file.file_name().unwrap_or_default().to_string_lossy();
    let date = match exporter.export {
        Export::Pages(_) | Export::Workbook(_) => day(common.date.as_deref(), wording)?,
        Export::Document(_) | Export::Picture(_) | Export::Report(_) => Date::default(),
    };
    let source = Source { blueprint: &blueprint, scenario, wording, file: &file, date, name: None };
    let made = ExportJob::of(source, &choices).write(exporter);
    let written =
        made.map_err(|not| not_made(not, &common.output, (&blueprint, scenario), wording))?;
    let saving = Saving::of(common, exporter, asked.roles.as_deref());
    save(&saving, written, wording, out)?;
    Ok(code_of(&analyse(scenario)))
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
            (Some(Plot::Figures(chart)), _) => Motif::Chart(chart),
            (Some(Plot::Quality(picture)), _) => Motif::Quality(picture),
            // No clock is read: of a plan nothing is late.
            (Some(Plot::Improving(picture)), _) => Motif::Improving(picture, None),
            (Some(Plot::Redesign), _) => Motif::Frontier,
            (None, Some(before)) => Motif::Pair { before, stacked: asked.stacked },
            (None, None) if steps.is_empty() => Motif::Sheet,
            (None, None) => Motif::Steps(steps),
        },
        rows: asked.rows,
        hides_figures: asked.no_figures,
        theme: asked.common.theme.unwrap_or_default(),
        size: asked.size(wording)?,
        transparent: asked.transparent,
        outlines: asked.outlines,
        paper: asked.common.paper.unwrap_or_else(|| usual_paper(&locale)),
        pages: asked.pages.unwrap_or(PageCount::Auto),
    })
}

/// The step of a name.
fn step_named(scenario: &Scenario, name: &str, wording: &Wording) -> Result<StepId, Stop> {
    let steps = scenario.steps();
    let found = same(steps.iter().map(|(id, step)| (*id, &step.name)), name);
    found.first().copied().ok_or_else(|| {
        let names = steps.values().map(|step| step.name.as_str());
        let known = known_names(name, names, wording);
        let arguments = [("name", name.into()), ("known", known.into())];
        wording.with("command-no-such-step", &arguments).into()
    })
}
