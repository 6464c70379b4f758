//! What fills a service mix, in a file.

use super::cells::{figure, figure_text, has_number};
use super::{FileClass, FileSheet, FileSortedBy, rows};
use crate::blueprint::sheets::{ClassOf, Mix, MixClass, Sheet, SortedBy};
use crate::blueprint::{Id, LinkId, PartsError, ScenarioId, StepId};
use crate::storage::at::{At, Fault};
use crate::storage::errors::DecodeProblem;
use crate::storage::lines::Lines;
use crate::storage::row::Row;

/// What a file says of what fills a sheet.
///
/// # Errors
/// A number that is none, a class that names neither a link nor a step, or both.
pub fn read(file: &FileSheet, at: &At<'_>) -> Result<Option<Box<Mix>>, Fault> {
    let Some(link) = &file.link else { return Ok(None) };
    let of = at.field("link");
    let sorted_by = match link.classes {
        FileSortedBy::Ways(step) => SortedBy::Ways(of.field("classes").number::<StepId>(step)?),
        FileSortedBy::Entries => SortedBy::Entries,
    };
    let mut classes = Vec::with_capacity(file.classes.len());
    for (place, class) in file.classes.iter().enumerate() {
        classes.push(class_of(class, &at.row("classes", place))?);
    }
    let scenario = of.field("scenario").number::<ScenarioId>(link.scenario)?;
    Ok(Some(Box::new(Mix { scenario, sorted_by, fill: figure(file.fill.as_ref()), classes })))
}

fn class_of(file: &FileClass, at: &At<'_>) -> Result<MixClass, Fault> {
    let of = match (file.link, file.step) {
        (Some(link), None) => ClassOf::Way(at.field("link").number::<LinkId>(link)?),
        (None, Some(step)) => ClassOf::Entry(at.field("step").number::<StepId>(step)?),
        _ => return Err(at.fault(DecodeProblem::Parts(PartsError::ClassOfNothing))),
    };
    let figure = |written: &Option<_>| figure(written.as_ref());
    Ok(MixClass {
        of,
        worth: figure(&file.worth),
        least: figure(&file.least),
        most: figure(&file.most),
    })
}

/// What fills a sheet, as lines; a class on one each.
pub fn write(out: &mut Lines, sheet: &Sheet) {
    let Some(mix) = &sheet.mix else { return };
    let sorted_by = match mix.sorted_by {
        SortedBy::Ways(step) => format!("Ways({})", step.number()),
        SortedBy::Entries => "Entries".to_owned(),
    };
    let scenario = mix.scenario.number();
    out.ended_line(&format!("link: (scenario: {scenario}, classes: {sorted_by})"), ",");
    if !mix.fill.is_blank() {
        out.ended_line(&format!("fill: {}", figure_text(&mix.fill)), ",");
    }
    rows(out, "classes", mix.classes.iter().map(class_text));
}

fn class_text(class: &MixClass) -> String {
    let (field, number) = match class.of {
        ClassOf::Way(link) => ("link", link.number()),
        ClassOf::Entry(step) => ("step", step.number()),
    };
    Row::default()
        .some(field, Some(number))
        .some("worth", has_number(&class.worth))
        .some("least", has_number(&class.least))
        .some("most", has_number(&class.most))
        .on_one_line()
}
